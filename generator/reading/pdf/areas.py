"""Between which edges the text of each page runs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from generator.reading.pdf.page import PageRead
from generator.reading.pdf.strips import Area

_STEP = 2.0
"""Points within which edges are the same."""
_FEWEST = 3
"""Lines that must end together for a page to show its right edge by itself."""
_OUTER_THIRD = 1 / 3
"""Share of the width at either side in which an edge of the text lies."""
_NARROWEST_LEFT, _NARROWEST_RIGHT = 0.14, 0.9
"""Shares of the width at which the text of A4 begins and ends (I.4)."""
_WIDEST_MISS = 20.0
"""Points by which the edges of pages of one size differ, as those of left and right pages do."""


def areas_of(pages: Sequence[PageRead]) -> dict[int, Area]:
    """Return the area of running text for each page; a page with few lines has that of the pages of its size."""
    by_size: dict[tuple[int, int], list[PageRead]] = defaultdict(list)
    for page in pages:
        by_size[round(page.width), round(page.height)].append(page)
    areas: dict[int, Area] = {}
    for own in by_size.values():
        usual = _area(own)
        for page in own:
            areas[page.number] = _own_area(page, usual)
    return areas


def _own_area(page: PageRead, usual: Area) -> Area:
    """Return the area that a page shows by itself where it shows one near the usual one."""
    left = _common_edge([row.x0 for row in page.rows], lowest=True)
    right = _common_edge([row.x1 for row in page.rows], lowest=False)
    return Area(
        left if left is not None and abs(left - usual.left) < _WIDEST_MISS else usual.left,
        right if right is not None and abs(right - usual.right) < _WIDEST_MISS else usual.right,
    )


def _area(pages: Sequence[PageRead]) -> Area:
    """Return the area that pages of one size show together; the narrowest margins where they show none."""
    rows = [row for page in pages for row in page.rows]
    width = pages[0].width
    left = _common_edge([row.x0 for row in rows], lowest=True)
    right = _common_edge([row.x1 for row in rows], lowest=False)
    if left is None or left > _OUTER_THIRD * width:
        left = min([row.x0 for row in rows] + [_NARROWEST_LEFT * width])
    if right is None or right < (1 - _OUTER_THIRD) * width:
        right = max([row.x1 for row in rows] + [_NARROWEST_RIGHT * width])
    return Area(left, right)


def _common_edge(edges: Sequence[float], *, lowest: bool) -> float | None:
    """Return the outermost place at which several lines begin, or end, together; None where there is none."""
    if not edges:
        return None
    counts = Counter(round(edge / _STEP) for edge in edges)
    needed = max(_FEWEST, 0.08 * len(edges))
    shared = [place for place in counts if counts[place] + counts[place - 1] + counts[place + 1] >= needed]
    if not shared:
        return None
    outermost = min(shared) if lowest else max(shared)
    near = [edge for edge in edges if abs(round(edge / _STEP) - outermost) <= 1]
    return sorted(near)[len(near) // 2]
