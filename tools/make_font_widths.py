"""The command that writes ``generator/ooxml/font_widths.json`` from four installed font files; run by hand.

    .venv/bin/python tools/make_font_widths.py [FOLDER]

FOLDER holds ``LiberationSerif-Regular.ttf``, ``-Bold``, ``-Italic`` and ``-BoldItalic`` of release 2.1 or later
(Debian package ``fonts-liberation2``), whose advance widths are those of Times New Roman. The table is
committed, so that neither a render nor a check reads an installed font; it needs making anew only when a
character is to be added.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

TARGET = Path(__file__).parents[1] / "generator" / "ooxml" / "font_widths.json"
DEBIAN_FOLDER = Path("/usr/share/fonts/truetype/liberation2")
FILES = {
    "regular": "LiberationSerif-Regular.ttf",
    "bold": "LiberationSerif-Bold.ttf",
    "italic": "LiberationSerif-Italic.ttf",
    "bold_italic": "LiberationSerif-BoldItalic.ttf",
}
RANGES = (
    (0x0020, 0x024F),  # Latin up to Extended-B, with ơ and ư
    (0x0300, 0x036F),  # combining marks
    (0x0370, 0x03FF),  # Greek, for formulas
    (0x1E00, 0x1EFF),  # Latin Extended Additional, with the Vietnamese block
    (0x2000, 0x20CF),  # punctuation, raised and lowered digits, currency
    (0x2100, 0x22FF),  # letter-like signs, fractions, arrows, mathematics
    (0x2500, 0x27BF),  # boxes, bullets, ticks
)
ROW = 16


def _units(font: TTFont) -> dict[int, int]:
    """The advance width of each character in the ranges that the font has."""
    glyphs = font.getBestCmap()
    advances = font["hmtx"].metrics
    wanted = (code for first, last in RANGES for code in range(first, last + 1) if code in glyphs)
    return {code: advances[glyphs[code]][0] for code in wanted}


def _rows(units: dict[int, int]) -> dict[str, list[int | None]]:
    """The widths in rows of sixteen code points under the first in hexadecimal, None where there is no glyph."""
    firsts = sorted({code // ROW * ROW for code in units})
    return {f"{first:04X}": [units.get(first + step) for step in range(ROW)] for first in firsts}


def _version(font: TTFont) -> str:
    return str(font["name"].getDebugName(5)).removeprefix("Version ")


def _one_row_a_line(table: dict[str, object], faces: dict[str, dict[str, list[int | None]]]) -> str:
    """The table as JSON that a reader can compare line by line."""
    head = json.dumps(table, ensure_ascii=False, indent=1)[:-2]
    bodies = []
    for name, rows in faces.items():
        lines = ",\n".join(f"   {json.dumps(first)}: {json.dumps(row)}" for first, row in rows.items())
        bodies.append(f"  {json.dumps(name)}: {{\n{lines}\n  }}")
    return head + ',\n "faces": {\n' + ",\n".join(bodies) + "\n }\n}\n"


def main() -> None:
    """Write the table and say from what."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEBIAN_FOLDER
    fonts = {name: TTFont(folder / file) for name, file in FILES.items()}
    versions = {_version(font) for font in fonts.values()}
    scales = {font["head"].unitsPerEm for font in fonts.values()}
    if len(versions) != 1 or len(scales) != 1:
        sys.exit(f"the four faces are not of one release: {versions}, units per em {scales}")
    table = {"source": f"Liberation Serif {versions.pop()}", "units_per_em": scales.pop()}
    TARGET.write_text(_one_row_a_line(table, {name: _rows(_units(font)) for name, font in fonts.items()}), "utf-8")
    print(f"{TARGET}: {table}")


if __name__ == "__main__":
    main()
