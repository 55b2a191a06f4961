"""Tables without upright rules: columns kept apart by room alone, rows by level rules, numbers or distance.

A table is known by its heading, three columns or more of the usual words. Its lines go on as long as the strips
between the columns stay free; a short line across them is a row of its own, as the name of a group is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.reading import cues
from generator.reading.column_words import NUMBER_HEADINGS
from generator.reading.grids import is_heading, is_numbered
from generator.reading.pdf.rows import Row, Word
from generator.vietnamese.unicode import fold

Box = tuple[float, float, float, float]
Strip = tuple[float, float]

_FEWEST_COLUMNS = 3
_DEEPEST_HEADING = 4
_LEADING = 3.0
"""Distance of lines as a multiple of the size up to which they belong together where no rule parts them."""
_ROOM = 0.55
"""Share of the size that stays free between two columns of the heading at least: wider than a blank."""
_LEAST_ROOM = 0.38
"""The same beside all lines below it."""
_FEWEST_ROWS = 2
_LOOSE = 1.25
"""By how much lines of two rows stand further apart than those of one, at least."""
_TIGHT = 1.08
"""The same where the first cells tell as well."""
_LABELLED = 2
"""Columns at the left in which the number of a row may stand."""
_OVERHANG = 72.0
"""Points by which the name of a group may stand out to the right of the heading's last words."""
_PADDING = 4.0
"""Points between the edge of a column and its words."""
_ASIDE = 6.0
"""Points by which words may stand beyond the edges of the heading."""


def unruled_tables(rows: Sequence[Row], levels: Sequence[tuple[float, float, float]]) -> list[list[Box]]:
    """Return the cells of each table that the rows form; `levels` are the level rules: left, right and height."""
    tables: list[list[Box]] = []
    place = 0
    while place < len(rows):
        depth = _heading(rows, place, levels)
        table = _Table(rows, place, depth, levels) if depth else None
        if table and table.is_table:
            tables.append(table.boxes())
        place = table.end if table and table.is_table else place + 1
    return tables


def _heading(rows: Sequence[Row], start: int, levels: Sequence[tuple[float, float, float]]) -> int:
    """Return of how many lines the heading of a table is that begins with the row; 0 where none begins."""
    found = 0
    for depth in range(1, _DEEPEST_HEADING + 1):
        own = rows[start : start + depth]
        if len(own) < depth or (depth > 1 and not _is_near(own[-2], own[-1])) or is_numbered(own[-1].words[0].text):
            break
        if found and any(own[-2].baseline < at < own[-1].baseline for *_, at in levels):
            break
        cells = _cells(own)
        if not is_heading(cells):
            continue
        if len(cells) >= _FEWEST_COLUMNS and (not found or len(cells) >= len(_cells(rows[start : start + found]))):
            found = depth
    return found


def _is_near(above: Row, below: Row) -> bool:
    return below.baseline - above.baseline <= _LEADING * max(above.size, below.size)


def _cells(rows: Sequence[Row]) -> list[str]:
    ends = [*(after for _, after in _strips(rows)), float("inf")]
    texts = [""] * len(ends)
    for row in rows:
        for word in row.words:
            column = next(place for place, end in enumerate(ends) if word.x0 < end - 0.1)
            texts[column] = f"{texts[column]} {word.text}".strip()
    return texts


def _strips(rows: Sequence[Row]) -> list[Strip]:
    """Return what stays free between the words of all rows, from left to right."""
    words = sorted((word for row in rows for word in row.words), key=lambda word: word.x0)
    least = _ROOM * max(row.size for row in rows)
    found: list[Strip] = []
    right = words[0].x1
    for word in words[1:]:
        if word.x0 - right >= least:
            found.append((right, word.x0))
        right = max(right, word.x1)
    return found


class _Table:
    """A table that begins with a heading; reads its lines when it is made."""

    def __init__(
        self, rows: Sequence[Row], start: int, depth: int, levels: Sequence[tuple[float, float, float]]
    ) -> None:
        self.end = start + depth
        self._head = rows[start : self.end]
        self._strips = _strips(self._head)
        self._left = min(row.x0 for row in self._head)
        self._right = max(row.x1 for row in self._head)
        self._levels = [at for x0, x1, at in levels if x0 < self._right and x1 > self._left]
        self._body: list[Row] = []
        self._across: set[int] = set()
        """The places of lines in the body that cross the strips."""
        self._read(rows)

    @property
    def is_table(self) -> bool:
        """Whether rows with words in several columns stand below the heading."""
        several = [row for place, row in enumerate(self._body) if place not in self._across and self._taken(row) > 1]
        return len(several) >= _FEWEST_ROWS

    def _read(self, rows: Sequence[Row]) -> None:
        kept = 0
        above = self._head[-1]
        for row in rows[self.end :]:
            ruled = any(above.baseline < at < row.baseline for at in self._levels)
            if not (ruled or _is_near(above, row)):
                break
            narrowed = self._narrowed(row)
            if narrowed is None and not self._stands_across(row):
                break
            if narrowed is None:
                self._across.add(len(self._body))
            else:
                self._strips = narrowed
            self._body.append(row)
            if narrowed is not None and (self._taken(row) > 1 or len(self._body) == kept + 1):
                kept = len(self._body)
            above = row
        while kept and self._is_title(self._body[kept - 1]):
            kept -= 1
        del self._body[kept:]
        self._across = {place for place in self._across if place < kept}
        self.end += kept

    def _narrowed(self, row: Row) -> list[Strip] | None:
        """Return what stays free of the strips beside a row; None where it crosses one."""
        found = []
        for left, right in self._strips:
            rooms = [
                (max(left, before), min(right, after))
                for before, after in pairwise([self._left - _ASIDE * 9, *_edges(row.words), self._right + _ASIDE * 9])
            ][::2]
            room = max(rooms, key=lambda room: room[1] - room[0])
            if room[1] - room[0] < _LEAST_ROOM * row.size:
                return None
            found.append(room)
        return found

    def _stands_across(self, row: Row) -> bool:
        """Tell whether a row over several columns is one of the table: a name or a label, no end of a sentence."""
        inside = row.x0 > self._left - _ASIDE and row.x1 < self._right + _OVERHANG
        named = cues.is_capitals(row.text) or is_numbered(row.text) or row.bold
        return inside and named and not cues.ends_sentence(row.text)

    def _is_title(self, row: Row) -> bool:
        """Tell whether a last line is the title of what follows below the table: in bold or capitals at the left."""
        at_left = row.x1 < self._strips[min(1, len(self._strips) - 1)][1]
        return at_left and (row.bold or cues.is_capitals(row.text))

    def _taken(self, row: Row) -> int:
        """Return in how many columns a row has words."""
        return len({sum(word.x0 >= after - 0.1 for _, after in self._strips) for word in row.words})

    def boxes(self) -> list[Box]:
        """Return the cells: a row for the heading, one for each run of lines that belong together."""
        edges = [self._left - 2, *(after - min(_PADDING, (after - before) / 2) for before, after in self._strips)]
        ends = [*edges[1:], max(self._right, *(row.x1 for row in self._body)) + 2]
        edges[0] = min(edges[0], *(row.x0 - 2 for row in self._body))
        found: list[Box] = []
        bands = [list(self._head), *self._bands()]
        top = self._head[0].top - 2
        for place, band in enumerate(bands):
            below = bands[place + 1] if place + 1 < len(bands) else None
            bottom = (band[-1].bottom + below[0].top) / 2 if below else band[-1].bottom + 2
            if any(row is self._body[line] for row in band for line in self._across):
                found += self._across_boxes(band, edges, top, bottom, ends[-1])
            else:
                found += [(x0, top, x1, bottom) for x0, x1 in zip(edges, ends, strict=True)]
            top = bottom
        return found

    def _across_boxes(
        self, band: Sequence[Row], edges: Sequence[float], top: float, bottom: float, end: float
    ) -> list[Box]:
        """Return the cells of a row over several columns; its number stands in the first one."""
        words = [word for row in band for word in row.words]
        label = [word for word in words if word.x0 < self._strips[0][1] - 0.1]
        if len(label) == 1 and len(words) > 1 and label[0].x1 < edges[1]:
            return [(edges[0], top, edges[1], bottom), (edges[1], top, end, bottom)]
        return [(edges[0], top, end, bottom)]

    def _bands(self) -> list[list[Row]]:
        """Return the lines of the body by rows of the table."""
        begins = self._begins()
        bands: list[list[Row]] = []
        for place, row in enumerate(self._body):
            if not bands or begins[place] or place in self._across or place - 1 in self._across:
                bands.append([])
            bands[-1].append(row)
        return bands

    def _begins(self) -> list[bool]:
        """Tell of each line whether a row begins with it: by rules, else by distances, else by the first cells."""
        above = [self._head[-1], *self._body[:-1]]
        ruled = [
            any(before.baseline < at < row.baseline for at in self._levels)
            for before, row in zip(above, self._body, strict=True)
        ]
        if sum(ruled[1:]) >= _FEWEST_ROWS - 1:
            return ruled
        distances = [row.baseline - before.baseline for before, row in zip(above, self._body, strict=True)]
        marked = self._marked()
        least, most = min(distances[1:]), max(distances[1:])
        loose = [True, *(distance > (least + most) / 2 for distance in distances[1:])]
        if most > _LOOSE * least and sum(loose) == sum(marked):
            return loose
        between = min((distance for distance, mark in zip(distances, marked, strict=True) if mark), default=0.0)
        if between < _TIGHT * least:
            return marked
        return [mark or distance > between - 0.5 for distance, mark in zip(distances, marked, strict=True)]

    def _marked(self) -> list[bool]:
        """Tell of each line whether the words of its first columns begin a row: a number, or else a first cell."""
        columns = [[self._cell(row, column) for row in self._body] for column in range(_LABELLED)]
        numbered = [column for column in columns if sum(map(is_numbered, column)) >= _FEWEST_ROWS]
        if fold(_cells(self._head)[0]) in NUMBER_HEADINGS or numbered:
            return [is_numbered(cell) for cell in (numbered or columns)[0]]
        return [bool(cell) and not cues.starts_small(cell) for cell in columns[0]]

    def _cell(self, row: Row, column: int) -> str:
        """Return the words of a line in a column."""
        own = (word.text for word in row.words if sum(word.x0 >= after - 0.1 for _, after in self._strips) == column)
        return " ".join(own)


def _edges(words: Sequence[Word]) -> list[float]:
    return [edge for word in words for edge in (word.x0, word.x1)]
