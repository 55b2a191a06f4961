"""The fonts that LibreOffice will set Times New Roman in, looked at before a conversion.

A font without the Vietnamese letters, or with other widths, changes every line break, and nothing says so:
Debian's ``fonts-liberation`` 1.07.4 lacks 92 of the letters, which then come from another font.
"""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]

from generator.diagnostics import Diagnostic, Place, error
from generator.errors import ConversionError
from generator.ooxml.font_widths import face_widths
from generator.process_tree import capture

FAMILY = "Times New Roman"
HINT = (
    "trên Debian, Ubuntu: sudo apt-get install fonts-liberation2 hoặc fonts-croscore, không dùng fonts-liberation "
    "1.07.4 (thiếu 92 chữ tiếng Việt); trên Windows: cài lại phông Times New Roman"
)

_TONES = ("\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_SMALL = "đăâêôơư" + "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in _TONES)
VIETNAMESE_LETTERS = _SMALL + _SMALL.upper()
"""The 134 letters, in both cases, that Vietnamese has beyond the plain Latin ones."""

_MEASURED = VIETNAMESE_LETTERS + "".join(map(chr, range(0x20, 0x7F)))
_FONT_CONFIG_SECONDS = 20.0
_INDEX_MASK = 0xFFFF  # fontconfig keeps the instance of a variable font in the higher bits
_PER_EM = 1000
_SHOWN = 5


@dataclass(frozen=True)
class Face:
    """One of the four faces of the family."""

    label: str
    pattern: str
    """What fontconfig is asked for."""
    files: tuple[str, ...]
    """Names of font files that serve: of Windows, of macOS, of the free families with the same widths."""
    bold: bool = False
    italic: bool = False


FACES = (
    Face(
        "thường",
        FAMILY,
        ("times.ttf", "Times New Roman.ttf", "LiberationSerif-Regular.ttf", "Tinos-Regular.ttf"),
    ),
    Face(
        "đậm",
        f"{FAMILY}:bold",
        ("timesbd.ttf", "Times New Roman Bold.ttf", "LiberationSerif-Bold.ttf", "Tinos-Bold.ttf"),
        bold=True,
    ),
    Face(
        "nghiêng",
        f"{FAMILY}:italic",
        ("timesi.ttf", "Times New Roman Italic.ttf", "LiberationSerif-Italic.ttf", "Tinos-Italic.ttf"),
        italic=True,
    ),
    Face(
        "đậm nghiêng",
        f"{FAMILY}:bold:italic",
        (
            "timesbi.ttf",
            "Times New Roman Bold Italic.ttf",
            "LiberationSerif-BoldItalic.ttf",
            "Tinos-BoldItalic.ttf",
        ),
        bold=True,
        italic=True,
    ),
)


@dataclass(frozen=True)
class FontFile:
    """A font on this machine: its file and its number in a collection."""

    path: Path
    index: int = 0


def check_fonts(find: Callable[[Face], FontFile | None] | None = None) -> list[Diagnostic]:
    """Return an error for each face of Times New Roman that would be set in an unfit font; empty when all is well.

    A font is fit when it has all 134 Vietnamese letters and the widths of Times New Roman, to a thousandth of
    the size. Times New Roman itself has its own widths, whatever they are. `find` gives the font for a face, by
    default the one of this machine.
    """
    return [problem for face in FACES if (problem := _problem(face, (find or find_font)(face)))]


def require_fonts() -> None:
    """Raise ConversionError when a face of Times New Roman would be set in an unfit font."""
    if problems := check_fonts():
        others = f"; {len(problems) - 1} kiểu chữ khác cũng chưa dùng được" if problems[1:] else ""
        raise ConversionError(problems[0].message + others, hint=HINT)


def find_font(face: Face) -> FontFile | None:
    """Return the font that a face is set in: fontconfig's answer, else a known name in a usual folder.

    Where fontconfig is there and fails, the folders tell what there is; `font_config_fault` says so.
    """
    fc_match = _font_config()
    try:
        return _answered(fc_match, face) if fc_match else _in_folders(face)
    except (OSError, ValueError):
        return _in_folders(face)


def font_config_fault() -> str | None:
    """Return why fontconfig, which LibreOffice asks for fonts, does not answer; None where it does or is not used."""
    fc_match = _font_config()
    try:
        if fc_match:
            _answered(fc_match, FACES[0])
    except (OSError, ValueError) as failure:
        return f"fc-match không trả lời đúng ({failure}), nên phông chỉ được tìm theo thư mục"
    return None


def _font_config() -> str | None:
    return None if sys.platform == "win32" else shutil.which("fc-match")


def _answered(fc_match: str, face: Face) -> FontFile | None:
    """Return what fontconfig answers, None for no font; OSError where it fails, ValueError for no such answer."""
    answer = capture([fc_match, "-f", "%{file}\n%{index}", face.pattern], timeout=_FONT_CONFIG_SECONDS)
    path, _, index = answer.partition("\n")
    return FontFile(Path(path), int(index or 0) & _INDEX_MASK) if path else None


def _in_folders(face: Face) -> FontFile | None:
    return next((FontFile(path) for name in face.files for path in _files_called(name)), None)


def _files_called(name: str) -> Iterator[Path]:
    for folder in _font_folders():
        yield from sorted(folder.rglob(name))


def _font_folders() -> list[Path]:
    """The folders in which Windows, macOS and Linux keep fonts."""
    home = Path.home()
    return [
        Path(os.environ.get("WINDIR", "C:/Windows"), "Fonts"),
        Path(os.environ.get("LOCALAPPDATA", home), "Microsoft", "Windows", "Fonts"),
        Path("/System/Library/Fonts/Supplemental"),
        Path("/Library/Fonts"),
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local/share/fonts",
        home / ".fonts",
    ]


def _problem(face: Face, file: FontFile | None) -> Diagnostic | None:
    """What makes the font of a face unfit."""
    name = f"{FAMILY} kiểu {face.label}"
    if file is None:
        return error(f"không có phông chữ cho {name}", hint=HINT, code="font-missing")
    place = Place(file=str(file.path))
    try:
        family, widths = _read(file)
    except (OSError, TTLibError, KeyError) as failure:
        return error(f"không đọc được phông chữ cho {name}", place, found=str(failure), hint=HINT, code="font-broken")
    if missing := [letter for letter in VIETNAMESE_LETTERS if letter not in widths]:
        message = f"phông chữ {family}, dùng cho {name}, thiếu {len(missing)} chữ tiếng Việt"
        return error(message, place, found=_shown(missing), hint=HINT, code="font-letters")
    if family != FAMILY and (other := _other_widths(face, widths)):
        message = f"phông chữ {family}, dùng cho {name}, có {len(other)} chữ khác bề rộng"
        return error(message, place, found=_shown(other), hint=HINT, code="font-widths")
    return None


def _read(file: FontFile) -> tuple[str, dict[str, float]]:
    """The family of a font and the width of each character in it, in thousandths of the size."""
    with file.path.open("rb") as stream, TTFont(stream, fontNumber=file.index, lazy=True) as font:
        scale = _PER_EM / font["head"].unitsPerEm
        advances = font["hmtx"].metrics
        glyphs = font.getBestCmap() or {}
        widths = {chr(code): advances[glyph][0] * scale for code, glyph in glyphs.items()}
        return str(font["name"].getBestFamilyName()), widths


def _other_widths(face: Face, widths: dict[str, float]) -> list[str]:
    """The characters whose widths are not those of Times New Roman."""
    right = face_widths(bold=face.bold, italic=face.italic)
    scale = _PER_EM / right.units_per_em
    return [letter for letter in _MEASURED if round(widths.get(letter, 0)) != round(right[letter] * scale)]


def _shown(letters: list[str]) -> str:
    """The first few of a list of letters."""
    return ", ".join(letters[:_SHOWN]) + (" …" if len(letters) > _SHOWN else "")
