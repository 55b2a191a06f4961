"""What is told comes back from its workbook as it was; the same is written in the same bytes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import DataError
from generator.model.progress import FormFigure, Narrative, Progress, TaskProgress
from generator.registers.unit import Level
from generator.workbook.progress.known import Known
from generator.workbook.progress.layout import Setting
from generator.workbook.progress.paragraphs import cells_of, paragraphs
from generator.workbook.progress.reader import is_progress_workbook, read_progress
from generator.workbook.progress.writer import write_progress
from generator.workbook.reader import is_workbook
from generator.workbook.writer import dump_workbook
from tests.reports.grounds import ground, told
from tests.strategies import figures, progresses, texts
from tests.workbook.books import yearly_plan
from tests.workbook.progress.filled import agreeing, known, setting

_words = st.none() | texts
_FORMS = ground().forms
_ROWS = [(form.form, row.code) for form in _FORMS.forms for row in form.rows]


def _figure(row: tuple[int, str]) -> st.SearchStrategy[FormFigure]:
    def built(**told: Any) -> st.SearchStrategy[FormFigure]:
        return st.builds(FormFigure, form=st.just(row[0]), code=st.just(row[1]), **told)

    exact = st.decimals(-(10**12), 10**12, places=6, allow_nan=False)
    return (
        built(value=figures | exact, note=_words)
        | built(absent=st.sampled_from(["unknown", "none"]), note=_words)
        | built(note=texts)
    )


_figures = (
    st.lists(st.sampled_from(_ROWS), unique=True, max_size=4)
    .map(lambda rows: sorted(rows, key=_ROWS.index))
    .flatmap(lambda rows: st.tuples(*map(_figure, rows)))
)
_narratives = st.lists(
    st.builds(
        Narrative,
        section=st.sampled_from([one.id for one in ground().outline.sections]),
        texts=st.lists(texts, min_size=1, max_size=3).map(tuple),
    ),
    unique_by=lambda one: one.section,
    max_size=3,
).map(lambda found: tuple(sorted(found, key=_place)))


def _place(one: Narrative) -> int:
    return [section.id for section in ground().outline.sections].index(one.section)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40, deadline=None)
@given(progresses(_figures, _narratives), st.sampled_from([None, "school", "department", "province"]))
def test_a_workbook_holds_whatever_is_told(progress: Progress, level: Level | None) -> None:
    data = write_progress(progress, Setting(ground().forms, ground().outline, level))
    read = read_progress(data, "tien_do.xlsx", Known(ground().forms, ground().outline))
    assert read.progress == progress


@pytest.mark.parametrize("level", ["province", "department", "school"])
def test_what_a_unit_tells_of_its_plan_comes_back(level: Level) -> None:
    read = read_progress(write_progress(agreeing(), setting(level)), "tien_do.xlsx", replace(known(), directory=None))
    assert read.progress == agreeing()
    assert {one.message for one in read.diagnostics} <= {"đơn vị cấp này không báo cáo dòng này"}
    assert level != "department" or read.diagnostics == ()


@pytest.mark.parametrize("seed", range(5))
def test_the_same_is_written_in_the_same_bytes(seed: int) -> None:
    assert write_progress(told(seed), setting()) == write_progress(told(seed), setting())


def test_tasks_of_the_plan_of_which_nothing_is_told_are_listed() -> None:
    read = read_progress(write_progress(agreeing(tasks=()), setting()), "tien_do.xlsx", known())
    assert read.progress
    assert [one.task for one in read.progress.tasks] == [task.id for task in setting().plan.tasks]  # type: ignore[union-attr]
    assert all(one == TaskProgress(task=one.task) for one in read.progress.tasks)


@given(st.lists(texts.map(str.strip) | st.sampled_from(["a\\", "a\\\nb", "a\n\nb", "\\"]), max_size=4))
def test_paragraphs_come_back(told_texts: list[str]) -> None:
    wanted = [Narrative(section="I", texts=(text,)).texts[0] for text in told_texts]
    assert [one for cell in cells_of(wanted) for one in paragraphs(cell.strip())] == wanted


def test_long_words_go_on_in_further_rows() -> None:
    long = tuple("Nội dung dài. " * 1000 for _ in range(5))
    progress = agreeing(narrative=(Narrative(section="I.1", texts=tuple(one.strip() for one in long)),))
    read = read_progress(write_progress(progress, setting()), "tien_do.xlsx", known())
    assert read.progress == progress


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"figures": (FormFigure(form=9, code="1", value=1),)}, "biểu mẫu 9 không có dòng «1»"),
        ({"figures": (FormFigure(form=1, code="2.9", value=1),)}, "biểu mẫu 1 không có dòng «2.9»"),
        ({"narrative": (Narrative(section="I.1", texts=("a" * 33_000,)),)}, "đoạn văn dài 33000 chữ"),
        ({"tasks": (TaskProgress(task="NV01", reason="a" * 33_000),)}, "lời dài 33000 chữ"),
    ],
)
def test_what_no_sheet_holds_is_refused(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(DataError, match=message):
        write_progress(agreeing(**changes), setting())


def test_workbooks_are_told_apart() -> None:
    ours, other = write_progress(agreeing(), setting()), dump_workbook(yearly_plan())
    assert is_progress_workbook(ours, "a.xlsx")
    assert not is_workbook(ours, "a.xlsx")
    assert is_workbook(other, "a.xlsx")
    assert not is_progress_workbook(other, "a.xlsx")
    assert not is_progress_workbook(ours, "a.yaml")
    assert not is_progress_workbook(b"PK", "a.xlsx")
