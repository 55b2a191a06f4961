"""What the stick measures, in points from the top left corner of a page: lines of text, strokes, tables, components."""

from __future__ import annotations

from dataclasses import dataclass

MM = 72 / 25.4
"""Points in a millimetre."""

ASCENT, DESCENT = 0.891, 0.216
"""Height above and depth below the baseline of Times New Roman and the fonts of its widths, in sizes."""


@dataclass(frozen=True)
class Tag:
    """Where the file's structure tree places a piece of text; the numbers count through the file."""

    kind: str
    """Standard type: P, H1, …"""
    paragraph: int
    table: int | None = None
    row: int | None = None
    heading: bool = False
    """Whether it stands in a heading cell (TH)."""
    spans_rows: bool = False
    """Whether its cell spans several rows."""


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True)
class Line:
    """A visual line of one paragraph, blanks at its ends left out."""

    page: int
    """Number of the sheet in the file, from 1."""
    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    """Size of most of its letters."""
    bold: bool
    """Whether all its letters are bold."""
    italic: bool
    """Whether all its letters are italic."""
    fonts: frozenset[str]
    """Names of the fonts without the mark of a subset."""
    tag: Tag | None
    """None for what is no content: page numbers, repeated headings of tables."""

    @property
    def top(self) -> float:
        return self.baseline - ASCENT * self.size

    @property
    def bottom(self) -> float:
        return self.baseline + DESCENT * self.size

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def paragraph(self) -> int | None:
        return self.tag.paragraph if self.tag else None

    @property
    def upper(self) -> bool:
        """Whether its letters are capitals."""
        return self.text.isupper()

    def __str__(self) -> str:
        return f"page {self.page} «{self.text}»"


@dataclass(frozen=True)
class Stroke:
    """A drawn line or thin rectangle, upright or level."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    thickness: float
    solid: bool

    @property
    def level(self) -> bool:
        return self.x1 - self.x0 >= self.y1 - self.y0

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True)
class Cell:
    """A ruled cell that holds text, as far as it stands on one page."""

    box: Box
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def repeated(self) -> bool:
        """Whether it is a heading cell drawn again on a later page."""
        return all(line.tag is None for line in self.lines)

    @property
    def rows(self) -> set[int | None]:
        """Rows whose text stands in it: those of cells that span rows left out."""
        return {line.tag.row for line in self.lines if line.tag and not line.tag.spans_rows}


@dataclass(frozen=True)
class TablePart:
    """A ruled table as far as it stands on one page."""

    page: int
    table: int | None
    cells: tuple[Cell, ...]

    @property
    def box(self) -> Box:
        boxes = [cell.box for cell in self.cells]
        return Box(
            min(box.x0 for box in boxes),
            min(box.top for box in boxes),
            max(box.x1 for box in boxes),
            max(box.bottom for box in boxes),
        )

    @property
    def heading_height(self) -> float:
        """Height of the heading rows drawn again, 0 for none."""
        return max((cell.box.bottom - self.box.top for cell in self.cells if cell.repeated), default=0.0)


@dataclass(frozen=True)
class Page:
    """A sheet."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    """In the order of the content."""
    strokes: tuple[Stroke, ...]
    tables: tuple[TablePart, ...]
    unruled: tuple[Line, ...]
    """Lines that stand in no ruled cell."""
    number_line: Line | None
    """The page number."""

    @property
    def landscape(self) -> bool:
        return self.width > self.height


@dataclass(frozen=True)
class Head:
    """The letterhead and title; each component by its lines, none when it was not found."""

    national_name: tuple[Line, ...]
    motto: tuple[Line, ...]
    parent: tuple[Line, ...]
    issuer: tuple[Line, ...]
    number: tuple[Line, ...]
    place_date: tuple[Line, ...]
    subject_dispatch: tuple[Line, ...]
    type_name: tuple[Line, ...]
    subject: tuple[Line, ...]
    addressee: tuple[Line, ...]
    bases: tuple[Line, ...]


@dataclass(frozen=True)
class Ending:
    """Nơi nhận and the signature; each component by its lines."""

    label: tuple[Line, ...]
    items: tuple[Line, ...]
    authority: tuple[Line, ...]
    position: tuple[Line, ...]
    second_title: tuple[Line, ...]
    signer: tuple[Line, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.label + self.items + self.authority + self.position + self.second_title + self.signer


@dataclass(frozen=True)
class Appendix:
    """An appendix: its head and its pages."""

    label: Line
    title: tuple[Line, ...]
    note: tuple[Line, ...]
    pages: tuple[Page, ...]

    @property
    def is_attached(self) -> bool:
        """Whether it is a document issued with the first one, which bears the name of its type (form 1.3)."""
        return not self.label.text.casefold().startswith("phụ lục")


@dataclass(frozen=True)
class Measured:
    """A whole file."""

    pages: tuple[Page, ...]
    head: Head
    body: tuple[Line, ...]
    """Lines between head and ending, those in tables included, repeated headings and page numbers not."""
    ending: Ending
    appendices: tuple[Appendix, ...]

    @property
    def is_minutes(self) -> bool:
        """Whether it is a biên bản, which has no place and date, and Nơi nhận below the signatures (form 1.9)."""
        return [line.text for line in self.head.type_name] == ["BIÊN BẢN"]

    @property
    def is_contract(self) -> bool:
        """Whether it is of two parties, both of which sign; Nơi nhận, if any, stands below the signatures."""
        return [line.text for line in self.head.type_name] in (["HỢP ĐỒNG"], ["BẢN GHI NHỚ"], ["BẢN THỎA THUẬN"])

    @property
    def main_pages(self) -> tuple[Page, ...]:
        """The pages before the first appendix."""
        return self.pages[: len(self.pages) - sum(len(appendix.pages) for appendix in self.appendices)]

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for page in self.pages for line in page.lines)

    def edges(self, page: Page) -> tuple[float, float]:
        """Return the left and right edge of the ink on all pages of one size."""
        alike = [other for other in self.pages if (other.width, other.height) == (page.width, page.height)]
        lines = [line for other in alike for line in other.lines if line is not other.number_line]
        strokes = [stroke for other in alike for stroke in other.strokes]
        ends = [(line.x0, line.x1) for line in lines] + [(stroke.x0, stroke.x1) for stroke in strokes]
        return (min(x0 for x0, _ in ends), max(x1 for _, x1 in ends)) if ends else (0.0, page.width)

    def rule_under(self, lines: tuple[Line, ...]) -> Stroke | None:
        """Return the level stroke next below a component and above its next line, None when there is none."""
        if not lines:
            return None
        last = lines[-1]
        page = self.pages[last.page - 1]
        below = [
            stroke
            for stroke in page.strokes
            if stroke.level
            and last.baseline < stroke.y0 < last.baseline + 1.5 * last.size
            and stroke.x0 < last.x1
            and stroke.x1 > last.x0
        ]
        return min(below, key=lambda stroke: stroke.y0, default=None)

    @property
    def widows(self) -> list[Line]:
        """Return the lines of the body that stand alone on a page while the paragraph goes on or began on another."""
        found = []
        for lines in paragraphs(self.body):
            for page in {line.page for line in lines}:
                here = [line for line in lines if line.page == page]
                if len(here) == 1 < len(lines) and not (here[0].tag and here[0].tag.table is not None):
                    found.append(here[0])
        return found


def paragraphs(lines: tuple[Line, ...]) -> list[tuple[Line, ...]]:
    """Return the lines by paragraph, in their order."""
    found: dict[int | None, list[Line]] = {}
    for line in lines:
        found.setdefault(line.paragraph, []).append(line)
    return [tuple(group) for group in found.values()]
