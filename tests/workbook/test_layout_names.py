"""Table layouts chosen by their Vietnamese names."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
import pytest

from generator.errors import DataError
from generator.model.blocks import TasksHere
from generator.model.document import Document
from generator.workbook.reader import load_workbook
from generator.workbook.writer import dump_workbook
from tests.workbook.books import made
from tests.workbooks import saved

NAMES = {"six_columns": "Sáu cột, lĩnh vực là cột", "eight_columns": "Tám cột, mục tiêu - nhiệm vụ - hoạt động"}
OWN = {
    "id": "own",
    "name": "Bảng của tỉnh",
    "columns": [{"field": "name", "heading": "Nhiệm vụ", "width": 1}],
}


def _book(**fields: Any) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(dump_workbook(made(**fields), layouts=NAMES)))


def _layout_cell(book: openpyxl.Workbook) -> Any:
    return next(row[2] for row in book["Nội dung"].iter_rows() if row[0].value == "in nhiệm vụ")


def _layout_of(document: Document) -> str:
    return next(block.layout for block in document.blocks() if isinstance(block, TasksHere))


def _read(words: str, **fields: Any) -> str:
    book = _book(**fields)
    _layout_cell(book).value = words or None
    return _layout_of(load_workbook(saved(book), "a.xlsx", NAMES)[0])


@pytest.mark.parametrize(
    ("words", "layout"),
    [
        ("Tám cột, mục tiêu - nhiệm vụ - hoạt động", "eight_columns"),
        ("tám cột", "eight_columns"),
        ("eight_columns", "eight_columns"),
        ("Sáu cột", "six_columns"),
        ("", "six_columns"),
    ],
)
def test_a_layout_is_named_in_words_or_by_its_id(words: str, layout: str) -> None:
    assert _read(words) == layout


def test_a_layout_of_the_plan_itself_is_named_too() -> None:
    assert _read("Bảng của tỉnh", layouts=[OWN]) == "own"


def test_a_wrong_name_is_told_with_its_cell_and_the_names() -> None:
    book = _book()
    cell = _layout_cell(book)
    cell.value = "Tám cộtt"
    with pytest.raises(DataError) as refused:
        load_workbook(saved(book), "a.xlsx", NAMES)
    (found,) = map(str, refused.value.diagnostics)
    assert found.startswith(f"Nội dung!{cell.coordinate}: lỗi: không có mẫu bảng nhiệm vụ này; gặp: «Tám cộtt»")
    assert all(f"«{name}»" in found for name in NAMES.values())
    assert "ý bạn là «Tám cột»?" in found


def test_the_names_are_offered_in_a_list_where_tasks_are_printed() -> None:
    book = _book()
    cell = _layout_cell(book)
    assert cell.value == NAMES["six_columns"]
    offered = {str(one.sqref): str(one.formula1) for one in book["Nội dung"].data_validations.dataValidation}
    lists = book["Danh mục"]
    column = next(one.column_letter for one in lists[1] if one.value == "Mẫu bảng")
    assert offered[cell.coordinate] == f"='Danh mục'!${column}$2:${column}$3"
    assert [lists[f"{column}2"].value, lists[f"{column}3"].value] == [*NAMES.values()]


@pytest.mark.parametrize("layout", ["six_columns", "eight_columns", "own", "unknown"])
def test_a_plan_of_any_layout_comes_back(layout: str) -> None:
    document = made(layouts=[OWN], appendices=[{"title": "A", "blocks": [{"kind": "tasks", "layout": layout}]}])
    data = dump_workbook(document, layouts=NAMES)
    if layout == "unknown":
        with pytest.raises(DataError, match="1 lỗi"):
            load_workbook(data, "a.xlsx", NAMES)
    else:
        assert load_workbook(data, "a.xlsx", NAMES)[0] == document
        assert dump_workbook(load_workbook(data, "a.xlsx", NAMES)[0], layouts=NAMES) == data
