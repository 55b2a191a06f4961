"""The pages put one after the other: text, endings in two columns and tables that go on from page to page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.diagnostics import Diagnostic, Place, hint
from generator.reading.lines import Line, shortened
from generator.reading.pdf.columns import Block, blocks_of
from generator.reading.pdf.page import PageRead
from generator.reading.pdf.placed import TableRow
from generator.reading.pdf.rows import Row
from generator.reading.pdf.spanning import WholeTable
from generator.reading.pdf.strips import Area, Strip

_LINE = 1.4
"""Distance of lines as a multiple of the size: what is further apart has blank lines between."""


class Flow:
    """Takes pages in order and gives the lines of the file with running numbers."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.strips: dict[int, Strip] = {}
        """Where each line stands that is no row of a table, by its number."""
        self.rows: dict[int, TableRow] = {}
        """The rows of tables by the number of their line."""
        self.notes: list[Diagnostic] = []
        self._tables = 0
        self._pieces: list[Block | WholeTable] = []

    def add(self, page: PageRead) -> None:
        """Add the rows and tables of a page in reading order."""
        rows = list(page.rows)
        for table in page.tables:
            above = [row for row in rows if row.baseline < table.top]
            self._add_rows(above, page.width)
            rows = rows[len(above) :]
            last = self._pieces[-1] if self._pieces else None
            if isinstance(last, WholeTable) and last.takes(table):
                last.parts.append(table)
            else:
                self._pieces.append(WholeTable([table]))
        self._add_rows(rows, page.width)

    def _add_rows(self, rows: Sequence[Row], width: float) -> None:
        last = self._pieces[-1] if self._pieces else None
        self._pieces += blocks_of(rows, width, last if isinstance(last, Block) else None)

    def finish(self, areas: Mapping[int, Area]) -> None:
        """Number all lines; `areas` are the edges of the text on each page."""
        for piece in self._pieces:
            if isinstance(piece, WholeTable):
                self._finish_table(piece)
                continue
            for row in (*piece.left, *piece.right):
                self._add_strip(Strip(row, areas[row.page], piece.columned))

    def _finish_table(self, table: WholeTable) -> None:
        self._tables += 1
        for row in table.rows():
            words, number = "\t".join(row.cells), (self._next_number(),)
            line = Line(words, number, row.page, 0, row.cells, spans=row.spans, whole=True, table=self._tables)
            self.rows[number[0]] = row
            self.lines.append(line)
        self.notes += [_repeated_note(row) for row in table.repeated]
        self.notes += [_joined_note(row) for row in table.joined]

    def _add_strip(self, strip: Strip) -> None:
        number = self._next_number()
        before = self.strips.get(number - 1)
        distance = strip.row.baseline - before.row.baseline if before and before.page == strip.page else 0.0
        gap = max(0, round(distance / (_LINE * strip.row.size)) - 1)
        self.strips[number] = strip
        self.lines.append(strip.line(number, gap))

    def _next_number(self) -> int:
        return (self.lines[-1].numbers[0] if self.lines else 0) + 1


def _repeated_note(row: TableRow) -> Diagnostic:
    where = Place(part=f"trang {row.page}", quote=" | ".join(row.cells))
    return hint("bỏ hàng tiêu đề lặp lại ở đầu trang", where, code="repeated-heading")


def _joined_note(row: TableRow) -> Diagnostic:
    where = Place(part=f"trang {row.page}", quote=shortened(" ".join(filter(None, row.cells))))
    return hint("nối hàng bị ngắt trang với hàng ở cuối trang trước", where, code="row-rejoined")
