"""What a Word file shows, as values: paragraphs with their effective formatting, tables, sections.

Lengths are millimetres, sizes and spaces points. A measure that nothing in the file states has the value that Word
takes for it; None is left only where there is none (no border, no fixed height). Readers of other sources fill in
the same values: a number that they cannot tell is NaN, a font, an alignment that they cannot tell is empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from unicodedata import normalize


class Part(StrEnum):
    """The part of the file that a paragraph stands in."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    TEXT_BOX = "text box"
    """Text in a drawing of the body; it stands in the order of the paragraph that anchors it, after its own text."""


class LineRule(StrEnum):
    """How the line spacing is counted."""

    MULTIPLE = "multiple"
    """``line_spacing`` is a multiple of the single line."""
    EXACT = "exact"
    """``line_spacing`` is in points."""
    AT_LEAST = "at least"
    """``line_spacing`` is in points."""


@dataclass(frozen=True)
class Run:
    """Text of one look; tabs and line breaks stand in it as characters."""

    text: str
    font: str
    """The face of most of its letters; the theme's name resolved. Empty, then weight and slope are not known either."""
    size: float
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    """Whether small letters are shown as capitals; ``text`` is as stored."""
    color: str | None = None
    """RRGGBB; None for automatic."""
    raised: bool = False
    """Whether it is superscript or subscript."""
    field: str = ""
    """The name of the field whose result it is: PAGE, NUMPAGES, DATE …; empty for plain text."""

    @property
    def shown(self) -> str:
        """The text as it is seen: letters in composed form, whatever their form in the file."""
        return normalize("NFC", self.text.upper() if self.caps else self.text)


@dataclass(frozen=True)
class Border:
    """A line at an edge of a paragraph or a cell."""

    style: str
    """The name that OOXML gives it: single, double, dashed …"""
    width: float
    """In points."""

    @property
    def is_solid(self) -> bool:
        """Whether it is one unbroken line."""
        return self.style in {"single", "thick"}


@dataclass(frozen=True)
class Drawing:
    """A picture, a drawn line or another shape that a paragraph anchors."""

    kind: str
    """line, picture, shape or text box."""
    width: float
    height: float
    left: float | None = None
    """Distance from the left edge of the text column; None where it stands in the text or cannot be told."""
    name: str = ""
    description: str = ""
    target: str = ""
    """The part that holds the picture; empty for other drawings."""
    solid: bool = True


@dataclass(frozen=True)
class CellPlace:
    """The table cell that a paragraph stands in; the innermost one when tables are nested."""

    table: int
    """Number of the table in the file, from 1, in the order in which they begin."""
    row: int
    """From 1."""
    column: int
    """Grid column of its left edge, from 1."""
    columns: int = 1
    """Grid columns it spans."""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph with its effective formatting."""

    number: int
    """Its number in the file, from 1, in reading order; the paragraphs of headers and footers come last."""
    part: Part
    section: int
    """Index of its section, from 0."""
    runs: tuple[Run, ...] = ()
    cell: CellPlace | None = None
    style: str = ""
    """Name of its style, as Word shows it."""
    alignment: str = "left"
    """left, center, right or justify; empty where it cannot be told."""
    left: float = 0
    right: float = 0
    first_line: float = 0
    """Negative for a hanging indent."""
    space_before: float = 0
    space_after: float = 0
    """Both as they take effect: none between paragraphs of one style that ignore it; automatic space is 14 pt."""
    line_spacing: float = 1
    line_rule: LineRule = LineRule.MULTIPLE
    top_border: Border | None = None
    bottom_border: Border | None = None
    label: str = ""
    """The label that automatic numbering prints; empty when there is none."""
    label_run: Run | None = None
    """The look of the label; None when there is none."""
    list_level: int | None = None
    """Depth of the automatic list, from 0."""
    outline_level: int | None = None
    """From 0; None for body text."""
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    """By its own property, or by a page break before any of its text."""
    tabs: tuple[float, ...] = ()
    """Its tab stops, from the left edge of the text."""
    drawings: tuple[Drawing, ...] = ()

    @property
    def text(self) -> str:
        """The words as stored, without the automatic label."""
        return "".join(run.text for run in self.runs)

    @property
    def shown(self) -> str:
        """The words as they are seen, without the automatic label."""
        return "".join(run.shown for run in self.runs)


@dataclass(frozen=True)
class Cell:
    """A cell of a table, a merged one once, at its upper left corner."""

    column: int
    """Grid column, from 1."""
    columns: int = 1
    rows: int = 1
    width: float = 0
    paragraphs: tuple[int, ...] = ()
    """Numbers of its paragraphs, those of nested tables included."""
    borders: tuple[bool, bool, bool, bool] = (False, False, False, False)
    """Whether a line is drawn above, right, below, left."""
    shaded: bool = False


@dataclass(frozen=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]
    """Those that begin in it, from the left."""
    is_heading: bool = False
    """Whether it is repeated on each page."""
    may_split: bool = True
    height: float | None = None


@dataclass(frozen=True)
class Table:
    """A table."""

    number: int
    """From 1."""
    section: int
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    """Widths of its grid columns."""
    left: float = 0
    """Distance of its left edge from the left margin of the text."""
    padding: tuple[float, float] = (1.9, 1.9)
    """Inner distance from the left and right edge of a cell."""
    inside: int | None = None
    """Number of the table that it is nested in."""
    alignment: str = "left"


@dataclass(frozen=True)
class Margins:
    """Distances from the edges of the paper."""

    top: float
    bottom: float
    left: float
    right: float
    header: float
    footer: float


@dataclass(frozen=True)
class Section:
    """The paper of a part of the file, with the headers and footers in force (inherited ones resolved)."""

    index: int
    width: float
    height: float
    margins: Margins
    landscape: bool = False
    """As stated; the paper may still be higher than wide."""
    first_page_differs: bool = False
    even_pages_differ: bool = False
    first_page_number: int | None = None
    """The number that the section begins anew with; None when it goes on from the one before."""
    columns: int = 1
    new_page: bool = True
    header: tuple[int, ...] = ()
    """Numbers of the paragraphs of the header of most pages."""
    first_header: tuple[int, ...] = ()
    even_header: tuple[int, ...] = ()
    footer: tuple[int, ...] = ()
    first_footer: tuple[int, ...] = ()
    even_footer: tuple[int, ...] = ()

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.width - self.margins.left - self.margins.right


@dataclass(frozen=True)
class FormattedDocument:
    """All that a Word file shows."""

    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    tables: tuple[Table, ...] = ()
    unused_fonts: tuple[str, ...] = ()
    """Fonts that the file names and no visible text uses."""
    remarks: tuple[str, ...] = ()
    """What was passed over, in Vietnamese: deleted text of tracked changes, objects without text …"""

    def paragraph(self, number: int) -> Paragraph:
        """Return the paragraph of a number; IndexError when there is none."""
        if number < 1:
            raise IndexError(number)
        return self.paragraphs[number - 1]
