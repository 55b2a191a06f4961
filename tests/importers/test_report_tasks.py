"""The tables in which reports say how tasks stand, those of other offices too, found in the unit's plan."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from generator.diagnostics import Place
from generator.importers.progress import ReportTerms, told_of_report
from generator.importers.registry import import_document
from generator.importers.report_pairs import planned_tasks
from generator.importers.report_states import Ended, ended_in, status_of
from generator.importers.report_tables import PlacedRow, placed_tables
from generator.importers.report_tasks import told_tasks
from generator.model.blocks import Cell, Table
from generator.model.document import Appendix, Document
from generator.model.plan import Plan
from generator.model.progress import Progress, Status, TaskProgress
from generator.ooxml.package import write_parts
from generator.reports.report import unit_report
from generator.reports.task_results import task_table
from generator.reports.task_states import task_states
from generator.vietnamese.dates import PartialDate
from tests.rendered import rendered
from tests.reports.grounds import ON, ground, sample_plan, told

GROUND = ground()
DAY = datetime.date(2027, 3, 14)
TERMS = ReportTerms(
    GROUND.directory, GROUND.forms, GROUND.outline, GROUND.regime, DAY, {"so-gddt": sample_plan()}
)  # fmt: skip
DONE, UNDER_WAY, NOT_STARTED, DROPPED = Status.DONE, Status.UNDER_WAY, Status.NOT_STARTED, Status.DROPPED


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Hoàn thành đúng hạn", DONE),
        ("Hoàn thành trễ hạn", DONE),
        ("Đã hoàn thành.", DONE),
        ("ĐÃ BAN HÀNH Kế hoạch số 12/KH-UBND", DONE),
        ("100%", DONE),
        ("Đang thực hiện", UNDER_WAY),
        ("Đang hoàn thiện dự thảo", UNDER_WAY),
        ("Quá hạn chưa hoàn thành", UNDER_WAY),
        ("Đạt 80%", UNDER_WAY),
        ("Chưa đến hạn", NOT_STARTED),
        ("Chưa triển khai", NOT_STARTED),
        ("Quá hạn, chưa thực hiện", NOT_STARTED),
        ("0%", NOT_STARTED),
        ("Không còn thực hiện", DROPPED),
        ("Đã hoàn thành bước 1, đang thực hiện bước 2", UNDER_WAY),
        ("Đã hoàn thành nhưng chưa nghiệm thu", None),
        ("Không thực hiện được", None),
        ("Không thực hiện", DROPPED),
        ("Đề xuất cấp trên", None),
        ("Chậm", None),
        ("", None),
    ],
)
def test_words_of_a_state(words: str, status: Status | None) -> None:
    assert status_of(words) is status


@pytest.mark.parametrize(
    ("words", "done", "product", "product_date"),
    [
        ("sản phẩm: Thông báo của Sở ngày 05/3/2027; hoàn thành ngày 08/3/2027", "08/3/2027", "Thông báo của Sở",
         "05/3/2027"),
        ("hoàn thành tháng 3/2027", "3/2027", None, None),
        ("sản phẩm: 15/KH-SGDĐT", None, "15/KH-SGDĐT", None),
        ("Đã ban hành Kế hoạch số 12/KH-UBND ngày 05/01/2027", None, "12/KH-UBND", "05/01/2027"),
        ("Hoàn thành ngày 20 tháng 02 năm 2027", "20/02/2027", None, None),
        ("Ngày 01/02/2027 trình Tờ trình số 7/TTr-SNV, ngày 03/02/2027", "01/02/2027", "7/TTr-SNV", "03/02/2027"),
        ("", None, None, None),
    ],
)  # fmt: skip
def test_day_and_product_of_a_cell(words: str, done: str | None, product: str | None, product_date: str | None) -> None:
    dates = [PartialDate.parse(one) if one else None for one in (done, product_date)]
    assert ended_in(words) == Ended(dates[0], product, dates[1])


def _plan(*names: str) -> Plan:
    tasks = [{"id": f"NV{place:02d}", "name": name, "rows": [{}]} for place, name in enumerate(names, start=1)]
    return Plan.model_validate({"kind": "plan", "year": 2027, "tasks": tasks})


def _told(plan: Plan, *rows: str) -> tuple[dict[str, TaskProgress], list[str]]:
    """Return what a table of rows of cells between bars tells, by task, and what it leaves open."""
    cells = tuple(tuple(Cell(text=cell.strip() or None) for cell in row.split("|")) for row in rows)
    document = Document(kind="report", appendices=(Appendix(title="Bảng", blocks=(Table(rows=cells),)),))
    (table,) = placed_tables(document)
    found = planned_tasks(told_tasks(table), plan)
    return {one.task: one for one in found.tasks}, [one.message for one in found.diagnostics]


@pytest.mark.parametrize(
    ("due", "result", "state", "is_told"),
    [
        ("28/02/2027", "hoàn thành ngày 05/3/2027", "Hoàn thành đúng hạn", True),
        ("28/02/2027", "hoàn thành ngày 28/02/2027", "Hoàn thành đúng hạn", False),
        ("28/02/2027", "hoàn thành ngày 01/02/2027", "Hoàn thành quá hạn", True),
        ("28/02/2027", "hoàn thành ngày 05/3/2027", "Hoàn thành trễ hạn", False),
        ("28/02/2027", "hoàn thành ngày 05/3/2027", "Đã hoàn thành", False),
        ("Quý I", "hoàn thành ngày 05/5/2027", "Hoàn thành đúng hạn", False),
    ],
)
def test_a_state_against_its_own_day_is_told(due: str, result: str, state: str, *, is_told: bool) -> None:
    heading = "TT | Nhiệm vụ | Thời hạn | Sản phẩm, ngày hoàn thành | Tình trạng"
    found, notes = _told(_plan("Ban hành kế hoạch"), heading, f"1 | Ban hành kế hoạch | {due} | {result} | {state}")
    assert [task.status for task in found.values()] == [DONE]
    told = ["tình trạng của nhiệm vụ «Ban hành kế hoạch» trái với ngày hoàn thành, tính theo ngày"]
    assert notes == (told if is_told else [])


def test_an_overdue_task_of_which_nothing_is_told_is_read_back_so() -> None:
    plan = Plan.model_validate(
        {"year": 2027, "tasks": [{"id": id, "name": name, "issue_due": "2027-02-01"} for id, name in
                                 (("NV01", "Rà soát thủ tục"), ("NV02", "Ban hành kế hoạch"))]}
    )  # fmt: skip
    progress = told(tasks=[{"task": "NV01"}, {"task": "NV02", "status": "under_way"}])
    table = task_table(task_states(plan, progress, DAY))
    (rows,) = placed_tables(Document(kind="report", appendices=(Appendix(title="Bảng", blocks=(table,)),)))
    found = planned_tasks(told_tasks(rows), plan)
    assert [row.cells[3] for row in rows[1:]] == ["Quá hạn, chưa báo cáo kết quả", "Quá hạn chưa hoàn thành"]
    assert [task.status for task in found.tasks] == [None, UNDER_WAY]
    assert found.diagnostics == ()


def test_a_table_of_another_office() -> None:
    plan = _plan(
        "Ban hành Kế hoạch CCHC năm 2027", "Rà soát thủ tục hành chính quý I", "Rà soát thủ tục hành chính quý II"
    )
    found, notes = _told(
        plan,
        "TT | Nội dung công việc | Thời hạn | Kết quả | Trạng thái | Khó khăn, vướng mắc",
        "1 | Rà soát TTHC quý II | Quý II | | Chưa đến hạn |",
        "2 | Rà soát TTHC quý I | 20/3/2027 | Theo Công văn số 9/SNV ngày 01/3/2027 | Đang thực hiện | Thiếu người",
        "3 | Ban hành kế hoạch cải cách hành chính năm 2027 | | Kế hoạch số 12/KH-SNV ngày 05/01/2027 | Hoàn thành |",
    )  # fmt: skip
    assert notes == []
    assert found["NV01"].product == "12/KH-SNV"
    assert found["NV01"].product_date == PartialDate(2027, 1, 5)
    assert [found[one].status for one in ("NV01", "NV02", "NV03")] == [DONE, UNDER_WAY, NOT_STARTED]
    assert (found["NV02"].product, found["NV02"].reason) == (None, "Thiếu người")


def test_states_to_be_ticked_and_a_day() -> None:
    found, notes = _told(
        _plan("Họp giao ban", "Kiểm tra công vụ", "Tập huấn"),
        "STT | Nhiệm vụ | Ngày hoàn thành | Đã hoàn thành | Đang thực hiện | Chưa thực hiện",
        "(1) | (2) | (3) | (4) | (5) | (6)",
        "1 | Họp giao ban | 12/02/2027 | x | |",
        "2 | Kiểm tra công vụ | | | X |",
        "3 | Tập huấn | | | | x",
    )
    assert notes == []
    assert [(one.status, one.done) for one in found.values()] == [
        (DONE, PartialDate(2027, 2, 12)), (UNDER_WAY, None), (NOT_STARTED, None)
    ]  # fmt: skip


def test_what_a_table_leaves_open_is_said() -> None:
    found, notes = _told(
        _plan("Họp giao ban", "Kiểm tra công vụ", "Tập huấn"),
        "STT | Nhiệm vụ | Tình trạng",
        "1 | Họp giao ban | Chậm",
        "2 | Xây trụ sở mới | Đang thực hiện",
        "3 | Tập huấn | Chưa rõ",
    )
    assert (found["NV01"].status, found["NV03"].status) == (None, DONE)
    assert notes == [
        "không hiểu tình trạng của nhiệm vụ «Họp giao ban», coi như chưa báo cáo",
        "kế hoạch của đơn vị không có nhiệm vụ này",
        "bảng nhiệm vụ của báo cáo không có nhiệm vụ của kế hoạch: NV02",
    ]


def test_a_code_counts_before_words_and_same_names_go_in_order() -> None:
    found, notes = _told(
        _plan("Kiểm tra công vụ", "Kiểm tra công vụ", "Tập huấn cán bộ một cửa"),
        "Mã nhiệm vụ | Nhiệm vụ | Tình trạng",
        "NV02 | Kiểm tra công vụ | Hoàn thành ngày 05/01/2027",
        "| Kiểm tra công vụ | Đang thực hiện",
        "NV01 | Tập huấn cán bộ một cửa | Chưa thực hiện",
    )
    assert notes == []
    assert {id: one.status for id, one in found.items()} == {"NV02": DONE, "NV01": UNDER_WAY, "NV03": NOT_STARTED}


@pytest.mark.parametrize(
    "heading",
    [
        "STT | Nhiệm vụ | Sản phẩm | Thời hạn",
        "STT | Chỉ tiêu | Kết quả | Ghi chú",
        "STT | Đơn vị | Tình trạng | Ghi chú",
    ],
)
def test_other_tables_tell_of_no_task(heading: str) -> None:
    assert _told(_plan("Họp giao ban"), heading, "1 | Họp giao ban | Kế hoạch | 20/3/2027")[0] == {}


def _states(progress: Progress) -> dict[str, Any]:
    return {one.task.id: one.state for one in task_states(sample_plan(), progress, DAY)}


def _same(back: Progress, progress: Progress) -> None:
    assert _states(back) == _states(progress)
    for one in progress.tasks:
        again = back.task(one.task)
        assert again is not None
        assert (again.done, again.product, again.product_date) == (one.done, one.product, one.product_date)
        assert (again.reason, again.proposal) == (one.reason, one.proposal)


def _progress() -> Progress:
    """Tell of each way in which a task can stand."""
    progress = told(1)
    ways: list[dict[str, Any]] = [
        {"status": "done", "done": "2027-02", "reason": "Chờ góp ý."},
        {"status": "done"},
        {"status": "dropped", "reason": "Việc đã chuyển đơn vị khác.", "proposal": "Bỏ khỏi kế hoạch."},
        {"status": "not_started"},
        {"done": "2027-03-01"},
        {"status": "done", "product": "7/TB-SGDĐT", "product_date": "2027-03-02", "proposal": "Cấp thêm kinh phí."},
    ]
    tasks = [
        TaskProgress.model_validate({"task": one.task, **way})
        for one, way in zip(progress.tasks, ways * len(progress.tasks), strict=False)
    ]
    return progress.model_copy(update={"tasks": tuple(tasks)})


@pytest.mark.parametrize("progress", [told(0), _progress()])
def test_our_own_report_tells_all_states(progress: Progress) -> None:
    document = unit_report(sample_plan(), progress, GROUND, ON).document
    of_data = told_of_report(document, TERMS)
    _same(of_data.progress, progress)
    read = import_document(write_parts(rendered(document)), "bao_cao.docx")
    back = told_of_report(read.document, TERMS, read.rows)
    _same(back.progress, progress)
    assert (back.tells_tasks, back.diagnostics) == (True, ())
    assert str(back.places[3, "3.1.1"]).startswith("đoạn ")
    assert str(back.places[3, "3.1.1"]).endswith("biểu mẫu 3, dòng 3.1.1")
    assert [one.section for one in back.progress.narrative] == [one.section for one in progress.narrative]
    assert back.progress.narrative == of_data.progress.narrative == progress.narrative


def test_a_report_without_the_table_says_so() -> None:
    document = unit_report(sample_plan(), told(), GROUND, ON).document
    back = told_of_report(document.model_copy(update={"appendices": document.appendices[:1]}), TERMS)
    (note,) = back.diagnostics
    assert "không có bảng tình trạng nhiệm vụ" in note.message
    assert (back.tells_tasks, back.progress.tasks) == (False, ())


def _one(heading: str, text: str) -> tuple[TaskProgress | None, list[str]]:
    """Return what a table of one task tells, and the messages."""
    rows = [["TT", "Nhiệm vụ", heading], ["1", "Rà soát thủ tục hành chính", text]]
    table = [PlacedRow(tuple(row), Place(line=number)) for number, row in enumerate(rows, start=1)]
    found = planned_tasks(told_tasks(table), _plan("Rà soát thủ tục hành chính"))
    return next(iter(found.tasks), None), [one.message for one in found.diagnostics]


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("Đã hoàn thành ngày 10/01/2027", "10/01/2027"),
        ("Hoàn thành ngày 20/4/2027", "20/4/2027"),
        ("Hoàn thành tháng 02/2027", "02/2027"),
    ],
)
def test_a_day_beside_the_state_is_the_day_of_the_end(text: str, done: str) -> None:
    task, messages = _one("Tình trạng thực hiện", text)
    assert task is not None
    assert (task.status, task.done, messages) == (DONE, PartialDate.parse(done), [])


def test_a_day_that_no_calendar_has_is_told() -> None:
    task, messages = _one("Tình trạng", "Đã hoàn thành (ngày 31/02/2027)")
    assert task is not None
    assert task.status is None
    assert any("không hiểu tình trạng" in one for one in messages)


def test_tasks_done_without_any_day_are_named() -> None:
    task, (message,) = _one("Tình trạng", "Đã hoàn thành")
    assert task is not None
    assert task.status is DONE
    assert "không có ngày hoàn thành, chưa tính là hoàn thành" in message
