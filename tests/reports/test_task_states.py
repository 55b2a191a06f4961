"""How tasks stand on the cut-off day."""

from __future__ import annotations

import datetime

import pytest

from generator.model.blocks import Item
from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.reports.task_results import results
from generator.reports.task_states import State, due_day, task_states

CUT_OFF = datetime.date(2027, 3, 14)


def _plan(**task: object) -> Plan:
    return Plan.model_validate({"year": 2027, "tasks": [{"id": "NV01", "name": "Rà soát", **task}]})


def _told(**task: object) -> Progress:
    values = {"unit": "a", "unit_name": "Trường A", "regime": "r", "period": "2027-Q1"}
    return Progress.model_validate({**values, "tasks": [{"task": "NV01", **task}] if task else []})


IN_FEBRUARY = {"issue_due": "2027-02-28"}
IN_JUNE = {"rows": [{"schedule": "Trước ngày 15/6/2027"}]}


@pytest.mark.parametrize(
    ("task", "told", "state"),
    [
        (IN_FEBRUARY, {"status": "done", "done": "2027-02-28"}, State.ON_TIME),
        (IN_FEBRUARY, {"status": "done", "done": "2027-03-01"}, State.LATE),
        (IN_FEBRUARY, {"status": "done", "product_date": "2027-02-01"}, State.ON_TIME),
        (IN_FEBRUARY, {"status": "done"}, State.UNKNOWN),
        (IN_FEBRUARY, {"status": "done", "done": "2027-03-15"}, State.UNKNOWN),
        (IN_FEBRUARY, {"status": "done", "done": "2027-03"}, State.LATE),
        (IN_JUNE, {"status": "done", "done": "2027-03"}, State.ON_TIME),
        (IN_JUNE, {"status": "done", "done": "2027-04"}, State.UNKNOWN),
        (IN_JUNE, {"status": "done", "done": "2027"}, State.ON_TIME),
        (IN_FEBRUARY, {"done": "2027-01-20"}, State.UNKNOWN),
        (IN_FEBRUARY, {"product": "15/KH-SGDĐT"}, State.UNKNOWN),
        (IN_JUNE, {"product_date": "2027-03-03"}, State.UNKNOWN),
        (IN_FEBRUARY, {"status": "under_way"}, State.OVERDUE),
        (IN_FEBRUARY, {"status": "dropped", "reason": "Trùng việc"}, State.DROPPED),
        (IN_FEBRUARY, {}, State.OVERDUE),
        ({"issue_due": "2027-03-14"}, {"status": "under_way"}, State.OVERDUE),
        ({"issue_due": "2027-03-15"}, {"status": "under_way"}, State.UNDER_WAY),
        (IN_JUNE, {"status": "under_way"}, State.UNDER_WAY),
        (IN_JUNE, {"status": "not_started"}, State.NOT_DUE),
        (IN_JUNE, {}, State.NOT_DUE),
        ({"rows": [{"schedule": "Thường xuyên"}]}, {"status": "under_way"}, State.UNDER_WAY),
        ({}, {"status": "done", "done": "2027-01-04"}, State.ON_TIME),
    ],
)
def test_states(task: dict[str, object], told: dict[str, object], state: State) -> None:
    (found,) = task_states(_plan(**task), _told(**told), CUT_OFF)
    assert found.state is state
    assert (found.problem is not None) == (state is State.UNKNOWN or (state is State.OVERDUE and not told))


@pytest.mark.parametrize(
    ("task", "due"),
    [
        ({"issue_due": "2027-02-28", "rows": [{"schedule": "Quý III"}]}, "2027-02-28"),
        ({"issue_due": "2027-02"}, "2027-02-28"),
        ({"issue_due": "2027"}, "2027-12-31"),
        ({"rows": [{"schedule": "Quý I/2027"}, {"schedule": "Tháng 5"}]}, "2027-05-31"),
        ({"rows": [{"schedule": "Trước ngày 10/6/2027"}]}, "2027-06-09"),
        ({"rows": [{"schedule": "Hằng quý"}]}, "None"),
        ({}, "None"),
    ],
)
def test_the_last_day_in_time(task: dict[str, object], due: str) -> None:
    assert str(due_day(_plan(**task).tasks[0], 2027)) == due


def test_an_end_without_a_status_is_told_at_the_task() -> None:
    (found,) = task_states(_plan(**IN_JUNE), _told(done="2027-01-20"), CUT_OFF)
    assert found.problem == "có ngày hoàn thành hoặc sản phẩm mà chưa chọn Tình trạng"


@pytest.mark.parametrize(
    ("date", "words"), [("2027-03-05", "ngày 05/3/2027"), ("2027-03", "tháng 3/2027"), ("2027", "năm 2027")]
)
def test_a_date_is_said_as_far_as_it_is_known(date: str, words: str) -> None:
    told = _told(status="done", done=date, product="12/BC", product_date=date)
    (item,) = results(task_states(_plan(), told, CUT_OFF))
    (task,) = [block for block in item.blocks if isinstance(block, Item)]
    assert task.text == f"Rà soát (sản phẩm: 12/BC {words}; hoàn thành {words})."
