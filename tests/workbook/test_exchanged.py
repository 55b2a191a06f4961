"""Columns of the tasks in each other's place: one fault for both, hints for single cells, nothing for what is right."""

from __future__ import annotations

from collections.abc import Callable

import openpyxl
import pytest

from generator.workbook.reader import load_workbook
from generator.workbook.writer import dump_workbook
from tests.workbook.books import cell, diagnostics, edited, made

TASKS = [
    {
        "id": f"NV{number:02d}",
        "name": f"{action} thủ tục hành chính",
        "rows": [{"products": [product], "schedule": time, "lead": [lead]}],
    }
    for number, (action, product, time, lead) in enumerate(
        [
            ("Rà soát", "Báo cáo rà soát", "Quý II/2027", "Văn phòng Sở"),
            ("Kiểm tra", "Kết luận kiểm tra", "Trước ngày 30/9/2027", "Thanh tra Sở"),
            ("Xây dựng", "Quyết định công bố", "Thường xuyên", "Phòng Tổ chức cán bộ"),
            ("Số hóa", "Hồ sơ số hóa", "Hằng quý", "Trung tâm Công nghệ"),
        ],
        start=1,
    )
]
NAMES = {"D": "Nhiệm vụ", "F": "Kết quả/sản phẩm", "H": "Thời gian thực hiện", "K": "Chủ trì"}


def _swap(one: str, other: str) -> Callable[[openpyxl.Workbook], None]:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["Nhiệm vụ"]
        for row in range(3, 3 + len(TASKS)):
            first, second = sheet[f"{one}{row}"].value, sheet[f"{other}{row}"].value
            sheet[f"{one}{row}"], sheet[f"{other}{row}"] = second, first

    return change


@pytest.mark.parametrize(("one", "other"), [("H", "K"), ("F", "K"), ("D", "F"), ("F", "H")])
def test_two_columns_in_each_others_place_are_one_fault(one: str, other: str) -> None:
    (found,) = diagnostics(edited(made(tasks=TASKS), _swap(one, other)))
    assert str(found).startswith(
        f"Nhiệm vụ!{one}3: lỗi: hai cột «{NAMES[one]}» và «{NAMES[other]}» đổi chỗ cho nhau: "
        f"cột «{NAMES[one]}» có vẻ chứa "
    )


def test_one_column_of_other_things_is_a_fault() -> None:
    def change(book: openpyxl.Workbook) -> None:
        for row in range(3, 6):
            book["Nhiệm vụ"][f"H{row}"] = "Văn phòng Sở"

    (found,) = diagnostics(edited(made(tasks=TASKS), change))
    assert str(found).startswith(
        "Nhiệm vụ!H3: lỗi: cột «Thời gian thực hiện» có vẻ chứa tên đơn vị (3 trong 4 ô, từ ô này)"
    )


@pytest.mark.parametrize(
    ("place", "words", "alike"),
    [
        ("H3", "Văn phòng Sở", "tên đơn vị"),
        ("K3", "Quý I/2027", "thời hạn"),
        ("F3", "Trước ngày 15/3/2027", "thời hạn"),
    ],
)
def test_a_single_cell_is_a_hint(place: str, words: str, alike: str) -> None:
    _, found = load_workbook(edited(made(tasks=TASKS), cell("Nhiệm vụ", place, words)), "a.xlsx")
    assert [str(one).partition(";")[0] for one in found] == [
        f"a.xlsx, Nhiệm vụ!{place}: gợi ý: ô của cột «{NAMES[place[0]]}» giống {alike}"
    ]


def test_what_is_right_is_left_alone() -> None:
    assert load_workbook(dump_workbook(made(tasks=TASKS)), "a.xlsx")[1] == ()


def test_a_document_that_says_so_itself_comes_back() -> None:
    odd = [
        {"id": f"A{number}", "name": "Việc", "rows": [{"products": ["Văn phòng Sở"], "lead": ["Báo cáo quý"]}]}
        for number in range(4)
    ]
    assert load_workbook(dump_workbook(made(tasks=odd)), "a.xlsx") == (made(tasks=odd), ())
