"""Figures of the last period and of a year before: which files fit, how tasks of an earlier plan are counted."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from generator.errors import DataError
from generator.model.blocks import Table
from generator.model.document import Document
from generator.model.progress import Progress, Status
from generator.reports.report import unit_report
from tests.reports.grounds import ON, ground, sample_plan, told

GROUND = ground()


def _report(progress: Progress, **earlier: Progress) -> Document:
    return unit_report(sample_plan(), progress, GROUND, ON, **earlier).document  # type: ignore[arg-type]


def _form(document: Document, number: int) -> list[list[str]]:
    tables = [one for one in document.appendices[0].blocks if isinstance(one, Table)]
    (table,) = [one for one in tables if f"Biểu mẫu {number}:" in (one.title or "")]
    return [[cell.text or "" for cell in row] for row in table.rows]


def _done(progress: Progress) -> str:
    return str(sum(one.status is Status.DONE for one in progress.tasks))


def test_the_last_period_and_the_year_before_stand_beside_with_their_names() -> None:
    now, before, year_ago = told(0, period="2027-H1"), told(1), told(2, period="2026-H1")
    form = _form(_report(now, previous=before, last_year=year_ago), 3)
    assert form[1][2:] == ["Kỳ trước (quý I năm 2027)", "Cùng kỳ năm trước (6 tháng đầu năm 2026)"]
    (row,) = [row for row in form if row[0] == "3.1.1"]
    assert row[3:6] == [str(one.figure(3, "3.1.1").value) for one in (now, before, year_ago)]  # type: ignore[union-attr]


def test_the_period_before_the_first_of_a_year_is_that_year_before() -> None:
    form = _form(_report(told(0), previous=told(1, period="2026-Y")), 1)
    assert form[1][-1] == "Kỳ trước (năm 2026)"


def test_tasks_of_the_same_year_are_counted_from_the_plan_and_those_of_another_as_told() -> None:
    tasks = [{"task": f"CU{place}", "status": "done", "done": "2026-02-01"} for place in range(7)]
    tasks += [{"task": "CU9", "status": "under_way"}]
    before, year_ago = told(1), told(2, period="2026-H1", tasks=tasks, figures=[])
    form = {row[0]: row for row in _form(_report(told(0, period="2027-H1"), previous=before, last_year=year_ago), 1)}
    assert form["2.1"][4:6] == [str(len(sample_plan().tasks)), "8"]
    assert form["2.2"][4:6] == [_done(before), "7"]
    assert form["2"][5] == "87,5"


def test_counts_that_were_told_hold_for_a_year_whose_plan_is_not_at_hand() -> None:
    year_ago = told(2, period="2026-Q1")
    figures = [*year_ago.figures]
    assert {(one.form, one.code) for one in figures} >= {(1, "2.1"), (1, "2.2")}
    form = {row[0]: row for row in _form(_report(told(0), last_year=year_ago), 1)}
    counted = [year_ago.figure(1, code) for code in ("2.1", "2.2")]
    assert [Decimal(form[code][4]) for code in ("2.1", "2.2")] == [one.value for one in counted if one]


def test_what_did_not_arise_or_is_not_known_is_no_zero_beside_either() -> None:
    row = {"form": 7, "code": "4.3.1"}
    part = {"form": 7, "code": "4.3.2"}
    before = told(1, period="2026-Y", figures=[{**row, "absent": "none"}, {**part, "absent": "none"}])
    year_ago = told(2, period="2026-Q1", figures=[{**row, "value": 0}, {**part, "absent": "unknown"}])
    form = {line[0]: line for line in _form(_report(told(0), previous=before, last_year=year_ago), 7)}
    assert form["4.3"][4:6] == ["Không phát sinh", "Không phát sinh"]
    assert form["4.3.1"][4:6] == ["Không phát sinh", "0"]
    assert form["4.3.2"][4:6] == ["Không phát sinh", "-"]


@pytest.mark.parametrize(
    ("option", "changes", "message"),
    [
        ("previous", {"period": "2026-H1"}, "--previous: tệp này của kỳ 2026-H1, cần kỳ 2026-Y"),
        ("previous", {"period": "2027-Q1"}, "--previous: tệp này của kỳ 2027-Q1, cần kỳ 2026-Y"),
        ("last_year", {"period": "2025-Q1"}, "--last-year: tệp này của kỳ 2025-Q1, cần kỳ 2026-Q1"),
        ("previous", {"unit": "so-y-te", "unit_name": "Sở Y tế"}, "--previous: tệp này là của «Sở Y tế»"),
    ],
)
def test_another_unit_and_another_period_are_refused(option: str, changes: dict[str, Any], message: str) -> None:
    with pytest.raises(DataError, match=message):
        _report(told(0), **{option: told(1, **changes)})


def test_a_faulty_figure_of_an_earlier_period_is_told_with_its_period() -> None:
    figures = [{"form": 3, "code": "3.1.1", "value": 5}, {"form": 3, "code": "3.1.2", "value": 6}]
    before = told(1, period="2026-Y", figures=figures)
    found = unit_report(sample_plan(), told(0), GROUND, ON, previous=before).diagnostics
    (wrong,) = [one for one in found if "kỳ 2026-Y" in str(one.place)]
    assert (str(wrong.place), wrong.found) == ("kỳ 2026-Y, biểu mẫu 3, dòng 3.1.2", "3.1.2 = 6")
