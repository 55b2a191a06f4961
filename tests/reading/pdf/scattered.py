"""PDF files with the letters of another one, set as other programs set them: one by one, without blanks, in any order.

The fonts are of type 0 with the widths of the source and a map to Unicode, as Word's "Save as PDF" has them; no font
program is in them, which reading does not need.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from random import Random
from typing import Any

import pdfplumber
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, FloatObject, NameObject, NumberObject

Char = Mapping[str, Any]


def scattered(data: bytes, how: str, seed: int = 0) -> bytes:
    """Return the file with its letters set anew; rules and pictures stay.

    `how`: "letters" one by one in any order and without blanks, "words" likewise, "kerned" in runs of any length, a
    number moving the pen where a blank would be.
    """
    writer = PdfWriter()
    random = Random(seed)  # noqa: S311  no secret hangs on it
    with pdfplumber.open(BytesIO(data)) as source:
        for page, plumbed in zip(PdfReader(BytesIO(data)).pages, source.pages, strict=True):
            chars = [char for char in plumbed.chars if char["upright"]]
            own = writer.add_page(page)
            fonts = {name: f"X{place}" for place, name in enumerate(sorted({char["fontname"] for char in chars}))}
            own[NameObject("/Resources")] = _resources(writer, page, chars, fonts)
            stream = DecodedStreamObject()
            stream.set_data(_rules(plumbed) + _text(chars, fonts, how, random, float(plumbed.height)))
            own[NameObject("/Contents")] = writer._add_object(stream)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def _rules(page: Any) -> bytes:
    """Return the rules of a page as lines."""
    height = float(page.height)
    drawn = [(one["x0"], one["top"], one["x1"], one["bottom"]) for one in (*page.lines, *page.rects)]
    lines = (f"{x0:.2f} {height - y0:.2f} m {x1:.2f} {height - y1:.2f} l S" for x0, y0, x1, y1 in drawn)
    return "\n".join(lines).encode() + b"\n"


def _text(chars: Sequence[Char], fonts: Mapping[str, str], how: str, random: Random, height: float) -> bytes:
    runs = list(_runs(chars, how, random))
    if how != "kerned":
        random.shuffle(runs)
    shown = []
    for run in runs:
        first = run[0]
        at = f"{first['x0']:.3f} {height - first['top'] + first['matrix'][5] - first['y1']:.3f}"
        place = f"/{fonts[first['fontname']]} {first['size']:.3f} Tf 1 0 0 1 {at} Tm"
        shown.append(f"BT {place} [{_kerned(run)}] TJ ET")
    return "\n".join(shown).encode()


def _runs(chars: Sequence[Char], how: str, random: Random) -> Iterator[list[Char]]:
    """Yield runs of letters of one font on one line, without blanks."""
    run: list[Char] = []
    blank = False
    for char in chars:
        if char["text"].isspace():
            blank = True
            continue
        ends = how == "letters" or (how == "words" and blank) or (how == "kerned" and random.random() < 0.1)
        if run and (ends or not _follows(run[-1], char)):
            yield run
            run = []
        run.append(char)
        blank = False
    if run:
        yield run


def _follows(before: Char, char: Char) -> bool:
    alike = before["fontname"] == char["fontname"] and before["size"] == char["size"]
    level = abs(before["bottom"] - char["bottom"]) < 0.01
    return bool(alike and level and -1 < char["x0"] - before["x1"] < 3 * char["size"])


def _kerned(run: Sequence[Char]) -> str:
    """Return letters and the ways between them, in thousandths of the size."""
    pieces = []
    end = run[0]["x0"]
    for char in run:
        pieces.append(f"{1000 * (end - char['x0']) / char['size']:.2f}")
        pieces.append(f"<{_code(char):04x}>")
        end = char["x1"]
    return " ".join(pieces)


def _code(char: Char) -> int:
    return ord(char["text"][0])


def _resources(writer: PdfWriter, page: Any, chars: Sequence[Char], fonts: Mapping[str, str]) -> DictionaryObject:
    own = DictionaryObject()
    for name, short in fonts.items():
        own[NameObject(f"/{short}")] = writer._add_object(
            _font(writer, name, [c for c in chars if c["fontname"] == name])
        )
    return DictionaryObject({NameObject("/Font"): own})


def _font(writer: PdfWriter, name: str, chars: Sequence[Char]) -> DictionaryObject:
    widths = {_code(char): 1000 * (char["x1"] - char["x0"]) / char["size"] for char in chars}
    listed = ArrayObject()
    for code, width in sorted(widths.items()):
        listed += [NumberObject(code), ArrayObject([FloatObject(round(width, 2))])]
    base = NameObject(f"/{name}")
    descriptor = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/FontDescriptor"),
            NameObject("/FontName"): base,
            NameObject("/Flags"): NumberObject(32),
            NameObject("/Ascent"): NumberObject(891),
            NameObject("/Descent"): NumberObject(-216),
            NameObject("/FontBBox"): ArrayObject(map(NumberObject, (-568, -307, 2046, 1039))),
        }
    )
    letters = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/CIDFontType2"),
            NameObject("/BaseFont"): base,
            NameObject("/W"): listed,
            NameObject("/FontDescriptor"): writer._add_object(descriptor),
        }
    )
    named = DecodedStreamObject()
    named.set_data(_to_unicode(chars))
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type0"),
            NameObject("/BaseFont"): base,
            NameObject("/Encoding"): NameObject("/Identity-H"),
            NameObject("/DescendantFonts"): ArrayObject([writer._add_object(letters)]),
            NameObject("/ToUnicode"): writer._add_object(named),
        }
    )


def _to_unicode(chars: Sequence[Char]) -> bytes:
    texts = {_code(char): char["text"] for char in chars}
    lines = "\n".join(f"<{code:04x}> <{text.encode('utf-16-be').hex()}>" for code, text in sorted(texts.items()))
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> "
        f"endcodespacerange\n{len(texts)} beginbfchar\n{lines}\nendbfchar endcmap end end"
    ).encode()
