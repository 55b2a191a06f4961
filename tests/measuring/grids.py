"""Drawn strokes, and the ruled tables that they make around lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tests.measuring.values import Box, Cell, Line, Stroke, TablePart

_THIN = 2.0
_NEAR = 1.5


def read_strokes(page: Any, number: int) -> tuple[Stroke, ...]:
    """Return the level and upright strokes of a pdfplumber page, each once."""
    found: dict[tuple[float, ...], Stroke] = {}
    for drawn in [*page.lines, *page.rects]:
        stroke = _stroke(drawn, number)
        if min(stroke.x1 - stroke.x0, stroke.y1 - stroke.y0) <= _THIN:
            found[tuple(round(value, 1) for value in (stroke.x0, stroke.y0, stroke.x1, stroke.y1))] = stroke
    return tuple(found.values())


def _stroke(drawn: dict[str, Any], number: int) -> Stroke:
    width, height = drawn["x1"] - drawn["x0"], drawn["bottom"] - drawn["top"]
    thickness = drawn["linewidth"] if drawn["object_type"] == "line" else min(width, height)
    dashes = (drawn.get("dash") or ([], 0))[0]
    return Stroke(number, drawn["x0"], drawn["top"], drawn["x1"], drawn["bottom"], thickness, not dashes)


def read_tables(lines: Iterable[Line], strokes: Sequence[Stroke], number: int) -> tuple[TablePart, ...]:
    """Return the ruled tables of a page from the top, with the lines that stand in their cells."""
    level = [stroke for stroke in strokes if stroke.level]
    upright = [stroke for stroke in strokes if not stroke.level]
    cells: dict[Box, list[Line]] = {}
    for line in lines:
        if box := _box(line, level, upright):
            cells.setdefault(box, []).append(line)
    made = [Cell(box, tuple(inside)) for box, inside in cells.items()]
    return tuple(_part(number, group) for group in _stacks(made))


def _box(line: Line, level: Sequence[Stroke], upright: Sequence[Stroke]) -> Box | None:
    """The rectangle of the strokes next to the middle of a line on its four sides, None when a side is open."""
    x, y = line.centre, (line.top + line.bottom) / 2
    across = [stroke for stroke in level if stroke.x0 - _NEAR <= x <= stroke.x1 + _NEAR]
    beside = [stroke for stroke in upright if stroke.y0 - _NEAR <= y <= stroke.y1 + _NEAR]
    above = [stroke.y0 for stroke in across if stroke.y0 <= y]
    below = [stroke.y0 for stroke in across if stroke.y0 > y]
    left = [stroke.x0 for stroke in beside if stroke.x0 <= x]
    right = [stroke.x0 for stroke in beside if stroke.x0 > x]
    if not (above and below and left and right):
        return None
    return Box(round(max(left), 1), round(max(above), 1), round(min(right), 1), round(min(below), 1))


def _stacks(cells: Sequence[Cell]) -> list[list[Cell]]:
    """The cells of each table: a table ends where the next cell from the top no longer touches it."""
    stacks: list[list[Cell]] = []
    bottom = 0.0
    for cell in sorted(cells, key=lambda cell: (cell.box.top, cell.box.x0)):
        if not stacks or cell.box.top > bottom + _NEAR:
            stacks.append([])
            bottom = cell.box.bottom
        stacks[-1].append(cell)
        bottom = max(bottom, cell.box.bottom)
    return stacks


def _part(number: int, cells: Sequence[Cell]) -> TablePart:
    table = next((line.tag.table for cell in cells for line in cell.lines if line.tag), None)
    return TablePart(number, table, tuple(cells))
