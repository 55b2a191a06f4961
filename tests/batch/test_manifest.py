"""The manifest and the words of the progress."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from generator.batch.job import Job, Outcome, Product, State
from generator.batch.manifest import HEADINGS, csv_bytes, rows, rows_of_left
from generator.batch.pace import Pace


def _nothing() -> Product:
    return Product(())


JOBS = [Job(label, _nothing, "", (f"{label}.docx",)) for label in ("a", "b", "c", "=d")]
OUTCOMES = {
    "a.docx": Outcome("a.docx", State.DONE, "", (), (("a.docx", "1"),)),
    "b.docx": Outcome("b.docx", State.ATTENTION, "", ("còn thiếu: số", "còn thiếu: ngày"), (("b.docx", "2"),)),
    "c.docx": Outcome("c.docx", State.FAILED, "", ("=HYPERLINK()",)),
}


def test_a_row_for_each_job_in_order() -> None:
    made = {"a.docx": Outcome("a.pdf", State.FAILED, "", ("a.docx: không chuyển được",))}
    first, second, third, fourth = rows(JOBS, OUTCOMES, made, "chưa sẵn sàng ký")
    assert first.cells == (1, "a", "a.docx", "lỗi", "a.docx: không chuyển được")
    assert second.cells == (2, "b", "b.docx", "chưa sẵn sàng ký", "còn thiếu: số\ncòn thiếu: ngày")
    assert third.state == "lỗi"
    assert (first.more, second.more, fourth.more) == (0, 1, 0)
    assert fourth.cells == (4, "=d", "", "chưa làm", "")


def test_what_stands_beside_is_told_and_is_no_fault() -> None:
    outcome = Outcome("a.docx", State.FAILED, "", ("sai một", "sai hai"), notes=("a.docx còn lại từ lần chạy trước",))
    row = next(rows(JOBS, {"a.docx": outcome}))
    assert row.reason.splitlines() == ["sai một", "sai hai", "a.docx còn lại từ lần chạy trước"]
    assert row.more == 1


def test_what_is_left_of_earlier_runs_has_rows_of_its_own() -> None:
    left = Outcome("x.docx", State.DONE, "", (), (("x.docx", "1"), ("x.yaml", "2")))
    (row,) = rows_of_left([left], 4)
    assert row.cells[:4] == (5, "(không có trong lần này)", "x.docx; x.yaml", "còn lại từ lần trước")


def test_files_of_both_steps_stand_in_a_row() -> None:
    made = {"a.docx": Outcome("a.pdf", State.DONE, "", (), (("a.pdf", "3"),))}
    assert next(rows(JOBS, OUTCOMES, made)).files == "a.docx; a.pdf"


def test_the_csv_is_for_excel_and_holds_no_formula() -> None:
    data = csv_bytes(rows(JOBS, OUTCOMES))
    assert data.startswith(b"\xef\xbb\xbf")
    head, *cells = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""))
    assert tuple(head) == HEADINGS
    assert cells[1][4] == "còn thiếu: số\ncòn thiếu: ngày"
    assert cells[2][4] == "'=HYPERLINK()"
    assert cells[3][1] == "'=d"


@pytest.mark.parametrize(
    ("done", "now", "expected"),
    [
        (0, 0.0, "0/1.200"),
        (600, 3.0, "600/1.200, 200/giây, còn khoảng 3 giây"),
        (12, 4.0, "12/1.200, 3,0/giây, còn khoảng 7 phút"),
        (1, 10.0, "1/1.200"),
        (2, 20.0, "2/1.200, 6,0/phút, còn khoảng 3 giờ 20 phút"),
        (1200, 60.0, "1.200/1.200, 20/giây"),
    ],
)
def test_progress_in_words(done: int, now: float, expected: str) -> None:
    assert Pace(1200, 0.0).line(done, now) == expected


def test_the_rate_is_that_of_the_last_seconds() -> None:
    pace = Pace(1000, 0.0)
    pace.line(0, 5.0)
    for second in range(6, 60):
        line = pace.line((second - 5) * 10, float(second))
    assert line == "540/1.000, 10/giây, còn khoảng 46 giây"


def test_one_long_job_does_not_stand_for_all_that_are_left() -> None:
    pace = Pace(200, 0.0)
    for done in range(1, 101):
        pace.line(done, done / 10)
    assert pace.line(101, 70.0) == "101/200, 28,6/phút, còn khoảng 3 phút"
    for done in range(102, 141):
        line = pace.line(done, 70 + (done - 101) / 10)
    assert line == "140/200, 37,6/phút, còn khoảng 2 phút"


def test_while_nothing_is_done_the_time_left_grows() -> None:
    pace = Pace(100, 0.0)
    pace.line(50, 25.0)
    told = [pace.line(50, now).split(", ")[-1] for now in (25.0, 50.0, 100.0)]
    assert told == ["còn khoảng 25 giây", "còn khoảng 50 giây", "còn khoảng 2 phút"]
