"""The numbers of the rows of a table."""

from __future__ import annotations

import pytest

from generator.lint.numbering import miscounts
from generator.reading.grids import Grid, GridRow


def _grid(numbers: str, heading: str = "STT") -> Grid:
    rows = [GridRow((number.strip("_"), "Nội dung", "x")) for number in numbers.split()]
    return Grid((heading, "Nhiệm vụ", "Sản phẩm"), tuple(rows))


@pytest.mark.parametrize(
    "numbers",
    [
        "1 2 3",
        "01 02 03",
        "I 1 2 II 1 2",
        "I 1 2 II 3 4",
        "1 1.1 1.2 2 2.1 2.2",
        "A I 1 2 II 1 B I 1",
        "1 a b c 2 a b",
        "1 a) b) c) d) đ) e) g)",
        "1 _ 2 _ _ 3",
        "4 4.1 4.2 7",
        "TH1 TH2 TH9",
    ],
)
def test_numbers_that_count(numbers: str) -> None:
    assert list(miscounts(_grid(numbers))) == []


@pytest.mark.parametrize(
    ("numbers", "after", "before"),
    [
        ("1 2 4", "4", "2"),
        ("1 2 2", "2", "2"),
        ("1 2 1 2", "1", "2"),
        ("I 1 2 II 1 3", "3", "1"),
        ("I 1 III 1", "III", "I"),
        ("1 1.1 1.3", "1.3", "1.1"),
        ("1 a b d", "d", "b"),
    ],
)
def test_numbers_that_do_not(numbers: str, after: str, before: str) -> None:
    found = [(count.printed, first.printed) for first, count in miscounts(_grid(numbers))]
    assert found[0] == (after, before)


def test_a_table_without_a_column_of_numbers_is_not_judged() -> None:
    assert list(miscounts(_grid("1 5 9", heading="Số liệu"))) == []


def test_the_row_that_numbers_the_columns_is_no_row() -> None:
    grid = _grid("1 2")
    for cells in (("(1)", "(2)", "(3)"), ("(1)", "(2)", "(3)=(1)+(2)"), ("1", "2", "3 = 2/1*100%")):
        numbered = GridRow(cells)
        assert list(miscounts(Grid(grid.headings, (numbered, *grid.rows)))) == []
