"""What was told of the tasks in the last period, in the workbook of this one: written, and held against when read."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from generator.model.progress import Progress, Status, TaskProgress
from generator.reports.finished_before import Before
from generator.workbook.progress.earlier_tasks import carried_from, words_of
from generator.workbook.progress.layout import TASK_COLUMNS
from generator.workbook.progress.reader import read_progress
from generator.workbook.progress.writer import write_progress
from tests.reports.grounds import sample_plan
from tests.workbook.progress.filled import Change, agreeing, cells, known, messages, reread, setting
from tests.workbooks import saved

FIRST, SECOND = (task.id for task in sample_plan().tasks[:2])
DONE = TaskProgress.model_validate(
    {"task": FIRST, "status": "done", "done": "2027-03-05", "product": "15/BC-SGDĐT", "product_date": "2027-03-05"}
)
UNDER_WAY = TaskProgress(task=SECOND, status=Status.UNDER_WAY, reason="Chờ hướng dẫn.", proposal="Bổ sung kinh phí.")
BEFORE = Before("quý I năm 2027", {FIRST: DONE, SECOND: UNDER_WAY})
SAID = "nhiệm vụ này theo báo cáo quý I năm 2027 đã xong, nay không ghi là đã xong"


def _now(**changes: Any) -> Progress:
    tasks = BEFORE.carried([TaskProgress(task=task.id) for task in sample_plan().tasks])
    return agreeing(period="2027-H1", tasks=tasks, **changes)


def _book(change: Change = lambda _: None, earlier: Before = BEFORE) -> bytes:
    book = openpyxl.load_workbook(BytesIO(write_progress(_now(), setting(), earlier=earlier)))
    change(book)
    return saved(book)


def _said(change: Change) -> list[str]:
    read = read_progress(_book(change), "tien_do.xlsx", known())
    return [one for one in messages(read) if SAID in one]


def test_what_was_finished_stands_there_and_can_be_changed() -> None:
    sheet = openpyxl.load_workbook(BytesIO(_book()))["Nhiệm vụ"]
    assert [sheet[f"{column}4"].value for column in "FGHI"] == [
        "Đã hoàn thành",
        "05/3/2027",
        "15/BC-SGDĐT",
        "05/3/2027",
    ]
    assert not sheet["F4"].protection.locked
    assert sheet["F4"].fill.fgColor.rgb != sheet["F5"].fill.fgColor.rgb
    assert "Ô màu vàng" in str(sheet["A2"].value)


def test_what_was_told_stands_beside_in_grey() -> None:
    sheet = openpyxl.load_workbook(BytesIO(_book()))["Nhiệm vụ"]
    assert [sheet[f"P{row}"].value for row in (3, 4, 5, 6)] == [
        "Kỳ trước",
        "Chuyển từ báo cáo quý I năm 2027: đã hoàn thành (05/3/2027); sản phẩm 15/BC-SGDĐT ngày 05/3/2027",
        "Báo cáo quý I năm 2027: đang thực hiện; nguyên nhân: Chờ hướng dẫn; đề xuất: Bổ sung kinh phí",
        None,
    ]
    assert sheet["P4"].protection.locked
    assert sheet["F5"].value is None


def test_without_anything_told_before_there_is_no_such_column() -> None:
    sheet = openpyxl.load_workbook(BytesIO(_book(earlier=Before())))["Nhiệm vụ"]
    assert sheet.max_column == len(TASK_COLUMNS)


def test_it_is_read_as_it_was_written() -> None:
    read = read_progress(_book(), "tien_do.xlsx", known())
    assert read.progress == _now()
    assert SAID not in " ".join(messages(read))


@pytest.mark.parametrize(("status", "found"), [("Đang thực hiện", "«Đang thực hiện»"), (None, "ô trống")])
def test_a_task_that_is_not_done_any_more_is_told_at_its_cell(status: str | None, found: str) -> None:
    (said,) = _said(cells({"Nhiệm vụ!F4": status}))
    assert said.startswith("Nhiệm vụ!F4: cảnh báo: ")
    assert f"gặp: {found}; cần: «Đã hoàn thành»" in said


def test_a_task_carried_over_may_be_corrected() -> None:
    assert _said(cells({"Nhiệm vụ!G4": "06/3/2027", "Nhiệm vụ!J4": "bao_cao.pdf"})) == []


def test_a_workbook_made_without_it_is_held_against_what_was_told() -> None:
    previous = agreeing(tasks=(DONE, UNDER_WAY))
    now = agreeing(period="2027-H1", tasks=(TaskProgress(task=FIRST), TaskProgress(task=SECOND)))
    read = reread(lambda _: None, now, previous=previous)
    assert [one.split(": ")[0] for one in messages(read) if SAID in one] == ["Nhiệm vụ!F4"]


def test_what_was_told_of_another_year_does_not_count() -> None:
    previous = agreeing(tasks=(DONE,), period="2026-Y")
    assert SAID not in " ".join(messages(reread(lambda _: None, agreeing(tasks=()), previous=previous)))


def test_words_tell_what_is_done_in_each_period() -> None:
    again = replace(BEFORE, again=frozenset({FIRST}))
    words = words_of(again, FIRST)
    assert words is not None
    assert words.endswith("việc làm theo kỳ, ghi kết quả của kỳ này")
    assert carried_from(words) is None
    assert carried_from(words_of(BEFORE, FIRST) or "") == ("quý I năm 2027", Status.DONE)
