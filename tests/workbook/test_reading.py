"""How the cells of a clerk are understood, and what becomes of what has no column when cells change."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import openpyxl
import pytest

from generator.model.blocks import Section
from generator.vietnamese.dates import PartialDate
from generator.workbook.reader import is_workbook, load_workbook
from generator.workbook.sheets import own_sheets
from generator.workbook.writer import dump_workbook
from tests.workbook.books import Change, cell, edited, made, read, reread
from tests.workbooks import workbook

DATES = {
    "31/12/2026": PartialDate(2026, 12, 31),
    "31-12-2026": PartialDate(2026, 12, 31),
    "12/2026": PartialDate(2026, 12),
    "2026": PartialDate(2026),
    datetime(2026, 12, 31): PartialDate(2026, 12, 31),
}


@pytest.mark.parametrize(("written", "meant"), DATES.items(), ids=str)
def test_dates_are_understood(written: object, meant: PartialDate) -> None:
    def change(book: openpyxl.Workbook) -> None:
        target = book["Nhiệm vụ"]["I3"]
        target.value = written  # type: ignore[assignment]
        target.number_format = "dd/mm/yyyy" if isinstance(written, datetime) else "@"

    assert reread(change).tasks[0].submit_due == meant


@pytest.mark.parametrize(
    ("written", "meant"), [("1.601", 1601), ("98,5", 98.5), ("98,5%", 98.5), (98.5, 98.5), ("-0,25", -0.25), (7, 7)]
)
def test_numbers_are_understood(written: object, meant: float) -> None:
    def change(book: openpyxl.Workbook) -> None:
        target = book["Chỉ tiêu"]["E3"]
        target.value, target.number_format = written, "General"  # type: ignore[assignment]

    assert float(reread(change).targets[0].value or 0) == meant


def test_a_row_without_identity_belongs_to_the_task_above() -> None:
    plan = reread(cell("Nhiệm vụ", "A5", None))
    assert [(task.id, len(task.rows)) for task in plan.tasks] == [("NV01", 1), ("NV02", 2)]


def test_the_example_is_not_read_and_may_be_deleted() -> None:
    assert reread(lambda book: book["Nhiệm vụ"].delete_rows(2)) == made()
    assert not any(task.id == "Ví dụ" for task in reread(lambda book: None).tasks)


def _lines(*lines: tuple[str, str, str]) -> Change:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["Nội dung"]
        sheet.delete_rows(2, sheet.max_row)
        for line in lines:
            sheet.append([word or None for word in line])

    return change


def _outline(section: Any) -> Any:
    return [(one.kind, getattr(one, "numbering", ""), _outline(getattr(one, "blocks", ()))) for one in section]


def test_lines_are_put_together_by_their_levels() -> None:
    plan = reread(
        _lines(
            ("Lời dẫn", "", "Mở đầu"), ("I.", "Mục đích", ""), ("1", "Chung", ""), ("a)", "", "x"), ("-", "", "y"),
            ("b", "", "z"), ("", "", "đoạn thường"), ("II", "Tổ chức", "Câu ngay dưới"), ("Phụ lục I", "Danh mục", ""),
            ("đoạn", "", "w"),
        )
    )  # fmt: skip
    assert plan.preamble == ("Mở đầu",)
    assert _outline(plan.sections) == [
        (
            "section",
            "roman",
            [
                (
                    "item",
                    "arabic",
                    [
                        ("item", "letter", [("item", "dash", [])]),
                        ("item", "letter", [("paragraph", "", [])]),
                    ],
                )
            ],
        ),
        ("section", "roman", [("paragraph", "", [])]),
    ]
    assert plan.appendices[0].title == "Danh mục"


def test_articles_of_words_alone_stand_in_a_section_without_title() -> None:
    (section,) = reread(_lines(("Điều 1.", "", "Ban hành."), ("Điều 2", "", "Hiệu lực."))).sections
    assert section == Section.model_validate(
        {
            "numbering": "none",
            "blocks": [
                {"kind": "item", "numbering": "article", "text": "Ban hành."},
                {"kind": "item", "numbering": "article", "text": "Hiệu lực."},
            ],
        }
    )


def test_a_table_is_typed_with_bars() -> None:
    plan = reread(_lines(("I", "A", ""), ("bảng", "Số liệu", "TT | Tên\n1 | Hồ sơ")))
    (table,) = plan.sections[0].blocks
    assert table.model_dump(exclude_defaults=True) == {
        "kind": "table",
        "title": "Số liệu",
        "rows": (({"text": "TT"}, {"text": "Tên"}), ({"text": "1"}, {"text": "Hồ sơ"})),
    }


TABLE = {"kind": "table", "rows": [[{"text": "a", "bold": True}, {"text": "b"}]], "widths": [1.0, 2.0]}


def _with_table() -> dict[str, Any]:
    return {"sections": [{"title": "A", "blocks": [{"kind": "paragraph", "text": "x"}, TABLE]}]}


def test_what_has_no_column_moves_with_its_line() -> None:
    plan = reread(lambda book: book["Nội dung"].insert_rows(4), **_with_table())
    assert plan == made(**_with_table())


def test_a_change_in_the_columns_wins_over_what_is_kept() -> None:
    def change(book: openpyxl.Workbook) -> None:
        book["Nội dung"]["C5"] = "a | c"

    document, found = load_workbook(edited(made(**_with_table()), change), "a.xlsx")
    table = document.sections[0].blocks[1]
    assert table.model_dump(exclude_defaults=True)["rows"] == (({"text": "a"}, {"text": "c"}),)
    assert table.model_dump()["widths"] == (1.0, 2.0)
    (told,) = map(str, found)
    assert "đã không còn khớp" in told
    assert "gặp: «Các hàng»" in told


LABELLED = [
    {"id": "NV01", "name": "A", "label": "1.", "rows": [{"products": ["p"], "label": "x"}, {"products": ["q"]}]},
    {"id": "NV02", "name": "B", "label": "2.", "goal_label": "II."},
]


def test_what_is_kept_of_a_task_follows_its_identity() -> None:
    def swap(book: openpyxl.Workbook) -> None:
        sheet = book["Nhiệm vụ"]
        sheet.insert_rows(3)
        for column in range(1, 19):
            sheet.cell(3, column).value = sheet.cell(6, column).value
        sheet.delete_rows(6)

    tasks = reread(swap, tasks=LABELLED).tasks
    assert [(task.id, task.label, task.goal_label) for task in tasks] == [("NV02", "2.", "II."), ("NV01", "1.", None)]
    assert tasks[1].rows[0].label == "x"


def test_what_is_kept_of_a_row_is_found_by_its_words_when_rows_are_added() -> None:
    def add(book: openpyxl.Workbook) -> None:
        sheet = book["Nhiệm vụ"]
        sheet.insert_rows(4)
        sheet["F4"] = "mới"

    rows = reread(add, tasks=LABELLED).tasks[0].rows
    assert [(row.products, row.label) for row in rows] == [(("p",), "x"), (("mới",), None), (("q",), None)]


def test_a_task_that_is_deleted_takes_along_what_is_kept_of_it() -> None:
    document, found = load_workbook(
        edited(made(tasks=LABELLED), lambda book: book["Nhiệm vụ"].delete_rows(5)), "a.xlsx"
    )
    assert [task["id"] for task in document.model_dump()["tasks"]] == ["NV01"]
    assert found == ()


def test_the_form_is_told_from_other_workbooks() -> None:
    assert is_workbook(dump_workbook(made()), "KH.XLSX")
    assert not is_workbook(workbook([["TT", "Nhiệm vụ", "Sản phẩm"]], names=["Nhiệm vụ"]), "a.xlsx")
    assert not is_workbook(b"PK", "a.xlsx")
    assert not is_workbook(dump_workbook(made()), "a.docx")
    assert not own_sheets(["Nhiệm vụ", "Chỉ tiêu"])


def test_a_document_of_few_fields_reads_as_it_is() -> None:
    document = made(kind="dispatch", subject="Góp ý", addressees=["Sở Tài chính", "Sở Tư pháp"], urgency="khẩn")
    assert read(dump_workbook(document)) == document
