"""Tasks of the next period: up to the end of what the regime calls it, not to its cut-off day."""

from __future__ import annotations

import datetime

import pytest

from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.registers.catalog import bundled_regimes
from generator.reports.ground import next_end
from generator.reports.task_results import coming
from generator.reports.task_states import task_states

CUT_OFF = datetime.date(2027, 3, 14)
QUARTER_END = datetime.date(2027, 6, 30)


@pytest.mark.parametrize(
    ("regime", "period", "last"),
    [
        ("bo-noi-vu", "2027-Q1", "2027-06-30"),
        ("bo-noi-vu", "2027-H1", "2027-12-31"),
        ("bo-noi-vu", "2027-Q3", "2027-12-31"),
        ("bo-noi-vu", "2027-Y", "None"),
        ("so-hai-ky", "2027-H1", "2027-12-31"),
    ],
)
def test_the_next_period_ends_as_its_name_says(regime: str, period: str, last: str) -> None:
    found = bundled_regimes().regime(regime)
    assert str(next_end(found, found.period_dates(period))) == last


def test_a_name_without_a_time_ends_at_the_next_cut_off_day() -> None:
    regime = bundled_regimes().regime("bo-noi-vu")
    periods = tuple(one.model_copy(update={"next_label": "kỳ tới"}) for one in regime.periods)
    other = regime.model_copy(update={"periods": periods})
    assert next_end(other, other.period_dates("2027-Q1")) == datetime.date(2027, 6, 14)
    assert next_end(other, other.period_dates("2027-Y")) is None


@pytest.mark.parametrize(
    ("task", "is_coming"),
    [
        ({"rows": [{"schedule": "Quý II/2027"}]}, True),
        ({"rows": [{"schedule": "Trước ngày 30/6/2027"}]}, True),
        ({"rows": [{"schedule": "Từ ngày 10/5/2027 đến ngày 27/8/2027"}]}, True),
        ({"rows": [{"schedule": "Quý III/2027"}]}, False),
        ({"rows": [{"schedule": "Tháng 01/2027; quý III/2027"}]}, False),
        ({"rows": [{"schedule": "Trước ngày 15/7/2027"}]}, False),
        ({"issue_due": "2027-09", "rows": [{"schedule": "Quý II"}]}, True),
        ({"issue_due": "2027-06-30"}, True),
        ({"issue_due": "2027-02-10"}, True),
        ({"rows": [{"schedule": "Thường xuyên"}]}, False),
    ],
)
def test_tasks_of_the_next_period(task: dict[str, object], is_coming: bool) -> None:
    plan = Plan.model_validate({"year": 2027, "tasks": [{"id": "NV01", "name": "Rà soát", **task}]})
    told = Progress.model_validate({"unit": "a", "unit_name": "Trường A", "regime": "r", "period": "2027-Q1"})
    assert bool(coming(task_states(plan, told, CUT_OFF), CUT_OFF, QUARTER_END, 2027)) is is_coming
