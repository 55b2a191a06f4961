"""The formulas of the workbook say what reports compute; lists and locks are kept by another program."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest

from generator.model.progress import FormFigure, Progress, Status, TaskProgress
from generator.office import convert
from generator.registers.unit import Level
from generator.reports.figures import Value, computed, filled_in
from generator.reports.named_figures import task_figures, with_task_counts
from generator.reports.task_states import task_states
from generator.vietnamese.dates import PartialDate
from generator.workbook.progress.formulas import same, task_formulas
from generator.workbook.progress.layout import FIRST, form_sheet
from generator.workbook.progress.reader import read_progress
from generator.workbook.progress.writer import write_progress
from tests.reports.grounds import ground, sample_plan
from tests.workbook.progress.filled import COUNTED, agreeing, known, setting

_CUT_OFF = date(2027, 3, 14)
_DAYS = ("2027-02-03", "2027-03-14", "2027-03-15", "2026-12-31", "2027-02", "2027-03", "2027", "2026")
_SAID = "Đánh giá"


def _anything(seed: int, level: Level) -> Progress:
    """Return tasks of any state with days of any kind, and figures of any kind, zeros and marks among them."""
    random = Random(seed)  # noqa: S311 - figures of a test

    def day() -> PartialDate | None:
        return PartialDate.parse(random.choice(_DAYS)) if random.random() < 0.7 else None

    tasks = [
        TaskProgress(task=one.id, status=random.choice([None, *Status]), done=day(), product_date=day())
        for one in sample_plan().tasks
    ]
    figures = []
    for form in ground().forms.forms:
        for row in form.rows:
            is_plain = row.kind in ("count", "money", "percent") and not row.is_computed
            key = (form.form, row.code)
            if is_plain and key not in COUNTED and ground().forms.applies_to(*key, level):
                number = {"value": random.choice([0, 3, 7, 800])}
                told: dict[str, Any] = random.choice([number] * 4 + [{"absent": "none"}, {"absent": "unknown"}])
                figures.append(FormFigure(form=form.form, code=row.code, **told))
    return agreeing(tasks=tuple(tasks), figures=tuple(figures))


def _recomputed(folder: Path, data: dict[str, bytes]) -> dict[str, bytes]:
    """Return the workbooks as LibreOffice saves them, with the results of their formulas."""
    for name, one in data.items():
        (folder / name).write_bytes(one)
    made = convert([folder / name for name in data], folder / "ra", to="xlsx")
    return {path.name: path.read_bytes() for path in made}


def _shown(value: Value) -> float | str:
    if value.number is None:
        return "không phát sinh" if value.absent == "none" else "-"
    return float(value.number)


@pytest.mark.office
def test_formulas_agree_with_what_reports_compute(tmp_path: Path) -> None:
    levels: tuple[Level, ...] = ("province", "department", "commune", "school")
    told = {f"{seed}-{level}.xlsx": (_anything(seed, level), level) for seed, level in enumerate(levels * 2)}
    saved = _recomputed(tmp_path, {name: write_progress(one, setting(level)) for name, (one, level) in told.items()})
    compared = 0
    for name, (progress, level) in told.items():
        book = openpyxl.load_workbook(BytesIO(saved[name]), data_only=True)
        drawn = openpyxl.load_workbook(BytesIO(saved[name]))
        states = task_states(sample_plan(), progress, _CUT_OFF)
        column = [cell.value for cell in book["Nhiệm vụ"][3]].index(_SAID) + 1
        shown = [book["Nhiệm vụ"].cell(number, column).value for number in range(FIRST, FIRST + len(states))]
        assert shown == [one.state.value for one in states]
        filled = with_task_counts(ground().forms, filled_in(progress), task_figures(states))
        values = computed(ground().forms, filled, level)
        for form in ground().forms.forms:
            for number, row in enumerate(form.rows, start=FIRST):
                if drawn[form_sheet(form.form)].cell(number, 4).data_type == "f":
                    compared += 1
                    cell = book[form_sheet(form.form)].cell(number, 4).value
                    expected = _shown(values[form.form, row.code])
                    assert cell == (pytest.approx(expected) if isinstance(expected, float) else expected), (name, row)
    assert compared > 100


@pytest.mark.office
def test_another_program_keeps_lists_locks_and_all_that_is_told(tmp_path: Path) -> None:
    saved = _recomputed(tmp_path, {"a.xlsx": write_progress(agreeing(), setting())})["a.xlsx"]
    read = read_progress(saved, "a.xlsx", known())
    assert read.progress == agreeing()
    assert read.diagnostics == ()
    book = openpyxl.load_workbook(BytesIO(saved))
    assert all(sheet.protection.sheet for sheet in book.worksheets)
    tasks, form = book["Nhiệm vụ"], book["Biểu 1"]
    assert not tasks["F4"].protection.locked
    assert tasks["A4"].protection.locked
    assert [form[cell].protection.locked for cell in ("D4", "D5", "D6", "D9", "E4", "E9")] == [
        False, True, True, True, False, True,
    ]  # fmt: skip
    lists = {str(one.sqref): one.formula1 for one in (*tasks.data_validations.dataValidation,)}
    assert lists["F4:F45"] == '"Chưa thực hiện,Đang thực hiện,Đã hoàn thành,Không còn thực hiện"'
    answers = {str(one.sqref): one.formula1 for one in form.data_validations.dataValidation}
    assert answers["D19"] == '"Không,Có,-,không phát sinh"'
    assert "AND(D4>=0,D4=INT(D4))" in answers["D4"]


def test_formulas_are_the_same_whoever_wrote_them() -> None:
    state = task_formulas(7)[_SAID]
    assert same(state, state.replace("$", "").replace(",", ", "))
    assert not same(state, state.replace("<=", "<"))
