"""What may be wrong with ruled tables; none when all is well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tests.measuring.values import MM, Line, Measured, Page, Stroke, TablePart

_TOUCH = 0.5
_MARGINS = 40 * MM
_ROUNDING = 2.0


def _tables(found: Measured) -> list[list[TablePart]]:
    """The parts of each table in the order of the pages; a single ruled cell is a frame around words."""
    parts: dict[int | None, list[TablePart]] = defaultdict(list)
    for page in found.pages:
        for part in page.tables:
            parts[part.table].append(part)
    return [group for table, group in parts.items() if table is not None and sum(len(part.cells) for part in group) > 1]


def headings(found: Measured) -> Iterator[str]:
    """The heading rows of a table stand again on each of its pages."""
    for first, *later in _tables(found):
        top = [cell.text for cell in first.cells if all(line.tag and line.tag.heading for line in cell.lines)]
        for part in later:
            again = [cell.text for cell in part.cells if cell.repeated]
            if not again or not top or again != top[: len(again)] or len(again) < len(top):
                yield f"page {part.page}: the heading row of the table of page {first.page} is {again}, not {top}"


def whole_rows(found: Measured) -> Iterator[str]:
    """A row that fits a page stands on one."""
    for parts in _tables(found):
        heights: dict[int, dict[int, float]] = defaultdict(dict)
        for part in parts:
            for row, height in _row_heights(part).items():
                heights[row][part.page] = height
        room = found.pages[parts[-1].page - 1].height - _MARGINS - max(part.heading_height for part in parts)
        for pages in heights.values():
            if len(pages) > 1 and sum(pages.values()) <= room - _ROUNDING:
                yield f"a row of {sum(pages.values()):.0f} pt is split over the pages {sorted(pages)}"


def _row_heights(part: TablePart) -> dict[int, float]:
    """Height of each row on a page, from the cells that do not span rows."""
    heights: dict[int, float] = {}
    for cell in part.cells:
        for row in cell.rows:
            if row is not None:
                heights[row] = max(heights.get(row, 0.0), cell.box.height)
    return heights


def text_in_cells(found: Measured) -> Iterator[str]:
    """No stroke of a table runs through a line of text, and none stands outside its table."""
    ruled = {parts[0].table for parts in _tables(found)}
    for page in found.pages:
        for part in page.tables:
            for cell in part.cells:
                for line in cell.lines:
                    yield from _crossed(page, line)
        for line in page.unruled:
            if line.tag and line.tag.table in ruled:
                yield f"{line} stands outside its table"


def _crossed(page: Page, line: Line) -> Iterator[str]:
    for stroke in page.strokes:
        if _crosses(stroke, line):
            where = stroke.y0 if stroke.level else stroke.x0
            yield f"{line} is crossed by a border at {where:.1f}"


def _crosses(stroke: Stroke, line: Line) -> bool:
    if stroke.level:
        return line.baseline - 0.6 * line.size < stroke.y0 < line.baseline and stroke.x0 < line.centre < stroke.x1
    return line.x0 + _TOUCH < stroke.x0 < line.x1 - _TOUCH and stroke.y0 < line.baseline < stroke.y1


TABLE_CHECKS = (headings, whole_rows, text_in_cells)
