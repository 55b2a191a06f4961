"""Cells of one column, merged downwards."""

from __future__ import annotations

import pytest

from generator.render.grid import GridCell, merge_down


@pytest.mark.parametrize(
    ("keys", "rows"),
    [
        (["a", "a", None, None, "c"], [2, 0, 1, 1, 1]),
        (["a", "b", "a"], [1, 1, 1]),
        (["a", "a", "a"], [3, 0, 0]),
        ([], []),
    ],
)
def test_equal_neighbours_merge_and_none_never_does(keys: list[str | None], rows: list[int]) -> None:
    merged = merge_down([GridCell((str(key),)) for key in keys], keys)
    assert [cell.rows if cell else 0 for cell in merged] == rows
    assert [cell.paragraphs[0] for cell in merged if cell] == [str(key) for key, count in zip(keys, rows) if count]  # noqa: B905
