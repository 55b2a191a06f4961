"""Tables as grids of cells: heading row, rows, and the rows that a page break split put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.diagnostics import Diagnostic, Place, hint
from generator.reading import cues
from generator.reading.cell_text import cell_text, flat
from generator.reading.column_words import NUMBER_HEADINGS
from generator.reading.labels import UNORDERED, labels_of
from generator.reading.lines import Line, Span, shortened
from generator.reading.wrapping import glue
from generator.vietnamese.unicode import fold

_HEADING_WORDS = re.compile(
    r"\b(?:stt|tt|số thứ tự|nội dung|nhiệm vụ|công việc|mục tiêu|hoạt động|sản phẩm|kết quả|thời gian|thời hạn"
    r"|tiến độ|chủ trì|phối hợp|đơn vị|cơ quan|kinh phí|ghi chú|chỉ tiêu|lĩnh vực|theo dõi|đôn đốc|số lượng"
    r"|tỷ lệ)\b"
)
_LABEL = re.compile(r"\d+(?:\.\d+)*\.?|[IVXLC]+\.?|[a-zđA-ZĐ][.)]?|[-–+*•]")
"""A label that fills its cell: "2", "1.1", "VII", "a", "-"."""
_LONGEST_HEADING = 60
_FEWEST_HEADINGS = 2


@dataclass(frozen=True)
class GridRow:
    """One row; as many cells as the grid has columns, an empty one being empty or merged with the one above.

    A line break in a cell stands before a line that begins something of its own.
    """

    cells: tuple[str, ...]
    lines: tuple[int, ...] = ()
    page: int = 1
    spans: tuple[Span, ...] = ()
    """The span of each cell, where the format tells it."""
    bold: tuple[bool, ...] = ()
    """Whether each cell is bold, where the format tells it."""
    whole: bool = False
    """Whether it is known to be no part of another row."""


@dataclass(frozen=True)
class Grid:
    """A table: its headings and the rows below them."""

    headings: tuple[str, ...] = ()
    """The cells of the heading row; empty when the table has none that could be told."""
    rows: tuple[GridRow, ...] = ()
    lines: tuple[int, ...] = ()
    """Source lines of the whole table, its heading included."""
    heading_spans: tuple[Span, ...] = ()
    """The span of each heading, where the format tells it."""
    widths: tuple[float, ...] = ()
    """The widths of the columns in points, where the format tells them."""

    @property
    def columns(self) -> int:
        """The number of columns."""
        return len(self.headings) or (len(self.rows[0].cells) if self.rows else 0)


def grid_of(lines: Sequence[Line]) -> tuple[Grid, tuple[Diagnostic, ...]]:
    """Return the grid of consecutive table rows, and a hint for each row that was put together.

    The first row is the heading when its cells read like one; the same row on a later page is left out. A row
    after a page break belongs to the row before it when it lacks the label that its column has, or begins small.
    """
    columns = max(len(line.cells) for line in lines)
    rows = [_row(line, columns) for line in lines]
    numbers = tuple(number for line in lines for number in line.numbers)
    heading = rows.pop(0) if is_heading(rows[0].cells) else GridRow(())
    headings = heading.cells
    joiner = _RowJoiner(_label_column(rows, columns))
    for row in rows:
        if headings and tuple(map(fold, row.cells)) == tuple(map(fold, headings)):
            joiner.notes.append(_repeated_note(row))
        else:
            joiner.add(row)
    grid = Grid(headings, tuple(joiner.rows), numbers, heading.spans, lines[0].widths)
    return grid, tuple(joiner.notes)


def with_one_heading(grid: Grid) -> Grid:
    """Return the grid with headings of two rows put together: "Đơn vị" above "Chủ trì" is "Đơn vị Chủ trì".

    Only merged cells tell such headings; a grid without any is returned as it is.
    """
    if max((span.rows for span in grid.heading_spans), default=1) != 2 or not grid.rows:
        return grid
    below, above = grid.rows[0].cells, ""
    headings: list[str] = []
    for heading, span, own in zip(grid.headings, grid.heading_spans, below, strict=True):
        above = heading if span.columns else above
        headings.append(flat(f"{above} {own}".strip() if span.rows != 2 else heading))
    return Grid(tuple(headings), grid.rows[1:], grid.lines, widths=grid.widths)


def is_heading(cells: Sequence[str]) -> bool:
    """Tell whether the cells read like the heading of a table: short, unlabelled, and of its usual words."""
    named = [cell for cell in cells if cell]
    if len(named) < _FEWEST_HEADINGS or any(len(cell) > _LONGEST_HEADING for cell in named):
        return False
    if fold(named[0]) in NUMBER_HEADINGS:
        return not any(map(is_numbered, named))
    return sum(bool(_HEADING_WORDS.search(fold(cell))) for cell in named) * 2 > len(named)


def _row(line: Line, columns: int) -> GridRow:
    lacking = columns - len(line.cells)
    spans = line.spans + (Span(),) * lacking if line.spans else ()
    bold = line.bold + (False,) * lacking if line.bold else ()
    return GridRow(line.cells + ("",) * lacking, line.numbers, line.page, spans, bold, line.whole)


def is_numbered(cell: str) -> bool:
    """Tell whether the cell begins with a number as its label, or is a number, a letter or a dash alone."""
    return _LABEL.fullmatch(cell) is not None or any(label.kind not in UNORDERED for label in labels_of(cell))


def _label_column(rows: Sequence[GridRow], columns: int) -> int | None:
    """Return the first column of whose filled cells at least half begin with a label; None without one."""
    for column in range(columns):
        filled = [row.cells[column] for row in rows if row.cells[column]]
        if len(filled) > 1 and sum(map(is_numbered, filled)) * 2 >= len(filled):
            return column
    return None


class _RowJoiner:
    """Collects rows, joining what a page break split."""

    def __init__(self, label_column: int | None) -> None:
        self.rows: list[GridRow] = []
        self.notes: list[Diagnostic] = []
        self._label_column = label_column

    def add(self, row: GridRow) -> None:
        if self.rows and row.page != self.rows[-1].page and not row.whole and self._goes_on(row):
            self.notes.append(_joined_note(row))
            self._join(row)
        else:
            self.rows.append(row)

    def _goes_on(self, row: GridRow) -> bool:
        labelled = row.cells[self._label_column] if self._label_column is not None else ""
        if labelled:
            return not is_numbered(labelled)
        above = self.rows[-1].cells
        first = next((cell for cell in row.cells if cell), "")
        below = (cell for cell, own in zip(row.cells, above, strict=True) if own and not cues.ends_sentence(own))
        return cues.starts_small(first) or (self._label_column is not None and any(map(cues.starts_small, below)))

    def _join(self, row: GridRow) -> None:
        """Add the cells to those of the last row; a small letter below an empty cell goes on above it, merged."""
        last = len(self.rows) - 1
        for column, cell in enumerate(row.cells):
            if cell:
                merged = not self.rows[last].cells[column] and cues.starts_small(cell)
                self._append(self._filled_above(column) if merged else last, column, cell)
        self.rows[last] = replace(self.rows[last], lines=self.rows[last].lines + row.lines, page=row.page)

    def _filled_above(self, column: int) -> int:
        """Return the last row with text in the column; the last row of all when there is none."""
        last = len(self.rows) - 1
        return next((place for place in range(last, -1, -1) if self.rows[place].cells[column]), last)

    def _append(self, place: int, column: int, text: str) -> None:
        cells = list(self.rows[place].cells)
        cells[column] = _joined(cells[column], text)
        self.rows[place] = replace(self.rows[place], cells=tuple(cells))


def _joined(above: str, below: str) -> str:
    """Return the words of a cell that a page break cut; a list goes on with a line of its own."""
    if not above or not below:
        return above or below
    last, first = above.rpartition("\n")[2], below.partition("\n")[0]
    is_listed = "\n" in above and "\n" in cell_text((last, first))
    return f"{above}\n{below}" if is_listed else f"{above}{glue(above, below)}{below}"


def _place(row: GridRow) -> Place:
    words = flat(next((cell for cell in row.cells if cell), ""))
    return Place(line=row.lines[0] if row.lines else None, part="bảng", quote=shortened(words))


def _joined_note(row: GridRow) -> Diagnostic:
    return hint("nối hàng bị ngắt trang với hàng ở cuối trang trước", _place(row), code="row-rejoined")


def _repeated_note(row: GridRow) -> Diagnostic:
    place = replace(_place(row), quote=" | ".join(map(flat, row.cells)))
    return hint("bỏ hàng tiêu đề lặp lại ở đầu trang", place, code="repeated-heading")
