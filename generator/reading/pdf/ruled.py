"""Ruled tables on a page: the cells that drawn lines enclose, with the words inside them.

A cell merged across has its words in its first column, one merged downwards in its first row, as the readers of
other formats have it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pdfplumber.page import Page

from generator.reading.pdf.glyphs import Glyph, PageGlyphs
from generator.reading.pdf.open_frames import closing_rules
from generator.reading.pdf.rows import Row, Word, rows_of
from generator.reading.pdf.straight import straighten
from generator.reading.pdf.unruled import unruled_tables
from generator.reading.wrapping import glue

_THIN = 4.0
"""Points: a filled box as thin is a drawn line; a thicker one is a shaded ground."""
NEAR = 3.5
"""Points by which edges of one line of the grid differ."""
_MOST_EDGES = 4_000_000
"""Product of the counts of upright and level edges: a map or a chart, not tables; comparing them would take minutes."""
_LOWEST = 6.0
"""Points: a row that is lower holds no words."""


@dataclass(frozen=True)
class Cell:
    """A cell as it is drawn, with its words on one line."""

    x0: float
    x1: float
    top: float
    bottom: float
    text: str = ""
    first: Row | None = None
    """The first printed line in it; None in an empty one."""
    last: Row | None = None
    """The last printed line in it."""
    shown: tuple[bool, ...] = ()
    """Whether each letter of the text is drawn as a capital by its font."""
    looks: tuple[Word, ...] = ()
    """The first word of each look: font, size and colour."""
    baselines: tuple[float, ...] = ()
    """Where its printed lines stand."""


@dataclass
class RuledTable:
    """A table, or the part of it that is on one page."""

    page: int
    cells: list[Cell]
    rows: list[list[Cell]] = field(default_factory=list)
    """The cells by the row in which they begin."""
    ruled: bool = True
    """Whether drawn lines enclose its cells; else its right edge is where its words end."""

    @property
    def x0(self) -> float:
        """The left edge."""
        return min(cell.x0 for cell in self.cells)

    @property
    def x1(self) -> float:
        """The right edge."""
        return max(cell.x1 for cell in self.cells)

    @property
    def top(self) -> float:
        """The upper edge."""
        return min(cell.top for cell in self.cells)

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return max(cell.bottom for cell in self.cells)

    @property
    def edges(self) -> list[float]:
        """The left edges of the columns, from left to right."""
        return merged([cell.x0 for cell in self.cells])


def merged(places: Sequence[float]) -> list[float]:
    """Return the places in order, each run of near ones as its first."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > NEAR:
            found.append(place)
    return found


def column_of(edges: Sequence[float], x0: float) -> int:
    """Return the number of the column that begins at the place."""
    return max(0, bisect_right(edges, x0 + NEAR) - 1)


def tables_of(page: Page, glyphs: PageGlyphs, number: int) -> tuple[list[RuledTable], PageGlyphs]:
    """Return the tables of a page from top to bottom, and the letters that stand in none of them."""
    straighten(page)
    lined = page.filter(_draws_line)
    edges = lined.edges
    upright = sum(edge["orientation"] == "v" for edge in edges)
    if upright * (len(edges) - upright) > _MOST_EDGES:
        return [], glyphs
    tables: list[RuledTable] = []
    for cells in _ruled_boxes(lined) if upright else ():
        if _is_table(cells):
            table, glyphs = _filled(cells, glyphs, number, page)
            tables.append(table)
    levels = [(edge["x0"], edge["x1"], edge["top"]) for edge in edges if edge["orientation"] == "h"]
    for cells in unruled_tables(rows_of(glyphs.upright, number), levels):
        table, glyphs = _filled(cells, glyphs, number, page)
        tables.append(replace(table, ruled=False))
    return sorted(tables, key=lambda table: (table.top, table.x0)), glyphs


def _ruled_boxes(lined: Page) -> list[list[tuple[float, float, float, float]]]:
    """Return the cells of each table that rules enclose, the edges that are not drawn taken as if they were."""
    sides, ends = closing_rules(lined.edges)
    settings = {"vertical_strategy": "lines", "horizontal_strategy": "lines"}
    explicit = {"explicit_vertical_lines": sides, "explicit_horizontal_lines": ends}
    return [found.cells for found in lined.find_tables({**settings, **explicit})]


def _draws_line(item: dict[str, Any]) -> bool:
    """Tell whether the item is a drawn line or frame: no shaded ground, no white box."""
    if item["object_type"] != "rect":
        return item["object_type"] in ("line", "curve")
    return bool(item.get("stroke")) or min(abs(item["width"]), abs(item["height"])) <= _THIN


def _is_table(cells: Sequence[tuple[float, float, float, float]]) -> bool:
    """Tell whether the cells stand in two columns at least; a frame, or frames below each other, are no table."""
    return len(merged([cell[0] for cell in cells])) > 1


def _filled(
    boxes: Sequence[tuple[float, float, float, float]], glyphs: PageGlyphs, number: int, page: Page
) -> tuple[RuledTable, PageGlyphs]:
    """Return a table with the words of its cells, and the letters that are left."""
    finder = _CellFinder(boxes)
    upright, rest = finder.shared(glyphs.upright, lambda glyph: (glyph.x0 + glyph.x1, glyph.top + glyph.bottom))
    height, width = float(page.height), float(page.width)
    rising, rest_rising = finder.shared(
        glyphs.rising, lambda glyph: (glyph.top + glyph.bottom, 2 * height - glyph.x0 - glyph.x1)
    )
    falling, rest_falling = finder.shared(
        glyphs.falling, lambda glyph: (2 * width - glyph.top - glyph.bottom, glyph.x0 + glyph.x1)
    )
    cells = [
        _cell(box, [rows_of(part[place]) for part in (upright, rising, falling)]) for place, box in enumerate(boxes)
    ]
    table = RuledTable(number, cells)
    table.rows = _rows(cells)
    return table, PageGlyphs(tuple(rest), tuple(rest_rising), tuple(rest_falling), glyphs.aslant)


class _CellFinder:
    """Finds the cell in which a place lies, by the row of cells above it."""

    def __init__(self, boxes: Sequence[tuple[float, float, float, float]]) -> None:
        self._boxes = boxes
        self._left, self._right = min(box[0] for box in boxes), max(box[2] for box in boxes)
        self._top, self._bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
        self._bands = merged([box[1] for box in boxes])
        self._by_band: list[list[int]] = [[] for _ in self._bands]
        for place, box in enumerate(boxes):
            for band, top in enumerate(self._bands):
                if box[1] - NEAR <= top < box[3] - NEAR:
                    self._by_band[band].append(place)

    def shared(self, glyphs: Sequence[Glyph], middle: Any) -> tuple[list[list[Glyph]], list[Glyph]]:
        """Return the letters cell by cell, and those in none; `middle` gives twice the place of a letter."""
        own: list[list[Glyph]] = [[] for _ in self._boxes]
        rest: list[Glyph] = []
        for glyph in glyphs:
            x, y = middle(glyph)
            place = self._at(x / 2, y / 2)
            (rest if place is None else own[place]).append(glyph)
        return own, rest

    def _at(self, x: float, y: float) -> int | None:
        if not (self._left <= x <= self._right and self._top <= y <= self._bottom):
            return None
        band = max(0, bisect_right(self._bands, y) - 1)
        for place in self._by_band[band]:
            x0, top, x1, bottom = self._boxes[place]
            if x0 <= x <= x1 and top <= y <= bottom + NEAR:
                return place
        return None


def _cell(box: tuple[float, float, float, float], rows: Sequence[Sequence[Row]]) -> Cell:
    """Return a cell with its rows: those that stand upright, those that read upwards, those that read downwards."""
    x0, top, x1, bottom = box
    text = ""
    shown: tuple[bool, ...] = ()
    for row in (row for part in rows for row in part):
        between = glue(text, row.text) if text else ""
        text, shown = f"{text}{between}{row.text}", (*shown, *(False for _ in between), *row.shown)
    upright = rows[0]
    first, last = (upright[0], upright[-1]) if upright else (None, None)
    words = [word for row in upright for word in row.words]
    looks = {(word.font, word.size, word.ink): word for word in reversed(words)}
    baselines = tuple(row.baseline for row in upright)
    return Cell(x0, x1, top, bottom, text, first, last, shown, tuple(looks.values()), baselines)


def _rows(cells: Sequence[Cell]) -> list[list[Cell]]:
    """Return the cells by the row in which they begin; a row too low for a word, as between double lines, is none."""
    tops = merged([cell.top for cell in cells])
    rows: list[list[Cell]] = [[] for _ in tops]
    for cell in sorted(cells, key=lambda cell: cell.x0):
        rows[column_of(tops, cell.top)].append(cell)
    return [row for row in rows if any(cell.text or cell.bottom - cell.top > _LOWEST for cell in row)]
