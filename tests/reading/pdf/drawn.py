"""PDF files drawn for tests, letter by letter where one wants them: no fonts, no LibreOffice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

_MAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
255 beginbfrange
%s
endbfrange endcmap end end"""
_RANGES = b"\n".join(b"<%02X00> <%02XFF> <%02X00>" % (high, high, high) for high in range(255))
WIDTH = 0.5
"""Width of every letter as a share of its size."""


@dataclass(frozen=True)
class Text:
    """Words drawn at a place; y counts from the top of the page to the baseline, all lengths are points."""

    x: float
    y: float
    words: str
    size: float = 14
    bold: bool = False
    matrix: str = "1 0 0 1"
    """The first four numbers of the text matrix: "0 1 -1 0" reads upwards."""
    font: str = ""
    """Another font of the page: F3 has no letters that a program could name, F4 is called .VnTimeH."""


@dataclass(frozen=True)
class Drawn:
    """A page."""

    texts: Sequence[Text] = ()
    rules: Sequence[tuple[float, float, float, float]] = ()
    """Lines from x, y to x, y."""
    size: tuple[float, float] = (595, 842)
    rotate: int = 0
    extra: bytes = b""
    """Further entries of the page, such as /Annots."""
    objects: Sequence[bytes] = field(default_factory=tuple)
    """Further objects of the file; the first has the number 20."""
    pictured: bool = False
    matrix: str = "1 0 0 1 0 0"
    """The matrix through which all of it is drawn."""


def pdf_of(*pages: Drawn) -> bytes:
    """Return a PDF of the pages."""
    named = b"<< /Font << /F1 10 0 R /F2 11 0 R /F3 12 0 R /F4 16 0 R >> /XObject << /Im 13 0 R >> >>"
    objects: dict[int, bytes] = {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
    kids = []
    for place, page in enumerate(pages):
        number = 100 + 2 * place
        kids.append(b"%d 0 R" % number)
        box = b"[0 0 %g %g]" % page.size
        objects[number] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Rotate %d /Resources %s /Contents %d 0 R %s >>"
            % (box, page.rotate, named, number + 1, page.extra)
        )
        objects[number + 1] = _stream(_content(page))
        objects.update(enumerate(page.objects, start=20))
    objects[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    letters = {10: (b"Serif", 14), 11: (b"Serif-Bold", 5), 12: (b"Nameless", 7), 16: (b"ABCDEF+.VnTimeH", 17)}
    for number, (name, own) in letters.items():
        objects[number], objects[number + 20 + 30] = _font(name, number + 50, own, mapped=name != b"Nameless")
        objects[own], objects[own + 1] = _letters_of(name, own + 1)
    objects[13] = _stream(b"\xff", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
                          b"/ColorSpace /DeviceGray")  # fmt: skip
    return _file(objects)


def _letters_of(name: bytes, descriptor: int) -> tuple[bytes, bytes]:
    """Return the letters of a font, and what tells its name to a program."""
    letters = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo << /Registry (Adobe)" % name + (
        b" /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor %d 0 R >>" % descriptor
    )
    named = b"<< /Type /FontDescriptor /FontName /%s /Flags 4 /Ascent 800 /Descent -200 /FontBBox [0 0 9 9] >>" % name
    return letters, named


def _font(name: bytes, map_number: int, letters: int, *, mapped: bool) -> tuple[bytes, bytes]:
    to_unicode = b"/ToUnicode %d 0 R" % map_number if mapped else b""
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] %s >>"
    return font % (name, letters, to_unicode), _stream(_MAP % _RANGES)


def _content(page: Drawn) -> bytes:
    height = page.size[1]
    drawn = [b"%g %g m %g %g l S" % (x0, height - y0, x1, height - y1) for x0, y0, x1, y1 in page.rules]
    for text in page.texts:
        font = text.font or ("F2" if text.bold else "F1")
        codes = text.words.encode("utf-16-be").hex()
        place = f"{text.matrix} {text.x:g} {height - text.y:g}"
        drawn.append(f"BT /{font} {text.size:g} Tf {place} Tm <{codes}> Tj ET".encode())
    if page.pictured:
        drawn.append(b"q %g 0 0 %g 0 0 cm /Im Do Q" % page.size)
    return b"\n".join((f"{page.matrix} cm".encode(), *drawn))


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data)


def _file(objects: dict[int, bytes]) -> bytes:
    data = bytearray(b"%PDF-1.6\n")
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n"
    for number, place in sorted(places.items()):
        data += b"%d 1\n%010d 00000 n \n" % (number, place)
    data += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (max(places) + 1, start)
    return bytes(data)


def grid(x: Sequence[float], y: Sequence[float]) -> list[tuple[float, float, float, float]]:
    """Return the rules of a table with columns at these x and rows at these y."""
    level = [(x[0], place, x[-1], place) for place in y]
    return level + [(place, y[0], place, y[-1]) for place in x]


def body(lines: Sequence[str], *, x: float = 85, y: float = 80, leading: float = 20) -> list[Text]:
    """Return lines below each other; one that begins with a tab is indented."""
    return [
        Text(x + (36 if line.startswith("\t") else 0), y + place * leading, line.strip("\t"))
        for place, line in enumerate(lines)
    ]
