"""Tables of the data as grids."""

from __future__ import annotations

from typing import Any

import pytest

from generator.errors import DataError
from generator.model.blocks import Table
from generator.ooxml.wml import qualified
from generator.render.grid import CELL, HEADING, CellForm, EvenRow, GridCell
from generator.render.user_table import user_grid
from tests.rendered import document, main_part, rendered, texts


def _table(*rows: str | list[dict[str, Any]], **more: Any) -> Table:
    """A table; a row as a text has one cell for each letter."""
    cells = [[{"text": letter} for letter in row] if isinstance(row, str) else row for row in rows]
    return Table.model_validate({"rows": cells, **more})


@pytest.mark.parametrize(
    ("table", "widths"),
    [
        (_table("abc", "de"), (1, 1, 1)),
        (_table("abc", widths=[1, 2, 3]), (1, 2, 3)),
        (_table("ab", widths=[1, 2, 3]), (1, 2, 3)),
        (_table([{"text": "a", "columns": 3}], "de"), (1, 1, 1)),
        (_table([{"text": "a", "rows": 2}], "bc"), (1, 1, 1)),
        (_table([{"text": "a", "rows": 2, "columns": 2}, {}], "b", "cde"), (1, 1, 1)),
        (_table(), (1,)),
        (_table("", ""), (1,)),
    ],
)
def test_columns_are_as_many_as_the_widest_row_takes(table: Table, widths: tuple[float, ...]) -> None:
    assert user_grid(table).widths == widths


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (_table("abc", widths=[1, 2]), "3 cột nhưng widths chỉ nêu 2"),
        (_table([{"text": "a", "columns": 9}], widths=[1, 2, 3, 4]), "9 cột"),
        (_table("a", [{"text": "b", "rows": 7}]), "hàng 2: ô gộp 7 hàng"),
    ],
)
def test_cells_that_reach_out_of_the_table_are_refused(table: Table, said: str) -> None:
    with pytest.raises(DataError, match=said):
        user_grid(table)


def test_heading_rows_have_the_style_of_headings() -> None:
    grid = user_grid(_table("a", "b", "c", heading_rows=2))
    assert [row.forms[0].style for row in grid.rows if isinstance(row, EvenRow)] == [HEADING, HEADING, CELL]
    assert grid.heading_rows == 2


def test_a_row_of_single_bare_cells_is_even_and_stands_for_the_same_cells() -> None:
    looked = [{"text": "một", "bold": True}, {"align": "right"}, {"text": "hai"}]
    (row,) = user_grid(_table(looked, heading_rows=0)).rows
    assert row == EvenRow(("một", "", "hai"), (CellForm(bold=True), CellForm(align="right"), CellForm()))
    assert isinstance(row, EvenRow)
    assert row.cells() == (GridCell(("một",), bold=True), GridCell(align="right"), GridCell(("hai",)))


@pytest.mark.parametrize("row", [[{"text": "*một*"}, {}], [{"text": "a\nb"}, {}], [{"columns": 2}], [{"text": "a"}]])
def test_a_row_with_marks_lines_spans_or_gaps_is_cells(row: list[dict[str, Any]]) -> None:
    first, *_, last = user_grid(_table("ab", row, "cd", heading_rows=0)).rows
    assert isinstance(first, EvenRow)
    assert isinstance(last, EvenRow)
    assert not isinstance(user_grid(_table("ab", row, "cd")).rows[1], EvenRow)


def test_a_cell_keeps_its_paragraphs_spans_and_looks() -> None:
    spans = {"text": "một\nhai", "columns": 2, "rows": 3, "bold": True, "align": "right"}
    row, *_ = user_grid(_table([spans, {}], "", "", heading_rows=0)).rows
    assert row[0] == GridCell(("một", "hai"), columns=2, rows=3, align="right", bold=True)
    assert row[1] == GridCell()


def test_a_table_is_printed_below_its_title_and_one_without_rows_is_its_title_alone() -> None:
    blocks = [
        {"kind": "table", "title": "Bảng 1", "rows": []},
        {"kind": "table", "title": "Bảng 2", "rows": [[{"text": "a", "align": "left"}]]},
    ]
    parts = rendered(document(sections=[{"numbering": "none", "blocks": blocks}]))
    found = texts(parts)
    assert found[found.index("Bảng 1") :][:3] == ["Bảng 1", "Bảng 2", "a"]
    tables = [one for one in main_part(parts).iter(qualified("w:tblStyle"))]
    assert len(tables) == 1
    assert [one.get(qualified("w:val")) for one in main_part(parts).iter(qualified("w:jc"))] == ["left"]
