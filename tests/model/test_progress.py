"""What a unit tells of a period: stored, read back, its faults named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import DataError
from generator.model.progress import FormFigure, Narrative, Progress, Status
from generator.model.store import dump_document, load_progress
from tests.strategies import figures, lines, progresses, texts

TOLD = """\
format: 1
kind: progress
unit: thpt-song-van
unit_name: Trường THPT Sông Vân
regime: so-gddt-song-van
period: 2027-Q1
tasks:
  - {task: NV01, status: done, done: 2027-03-01, product: 15/BC-THPT}
  - {task: NV02, status: under_way, reason: Chờ hướng dẫn}
figures:
  - {form: 1, code: "2.1", value: 40}
  - {form: 1, code: "3.1", absent: none}
narrative:
  - {section: I.1, texts: [Đã ban hành kế hoạch.]}
"""

_figures = st.lists(
    st.builds(FormFigure, form=st.integers(1, 7), code=lines, value=st.none() | figures),
    unique_by=lambda one: (one.form, one.code),
    max_size=3,
).map(tuple)
_narratives = st.lists(
    st.builds(Narrative, section=lines, texts=st.lists(texts, min_size=1, max_size=2).map(tuple)),
    unique_by=lambda one: one.section,
    max_size=2,
).map(tuple)


def test_what_is_told_is_found_by_task_and_by_row() -> None:
    told = load_progress(TOLD, "a.yaml")
    task, figure, none = told.task("NV01"), told.figure(1, "2.1"), told.figure(1, "3.1")
    assert task is not None
    assert task.status is Status.DONE
    assert figure is not None
    assert figure.value == 40
    assert none is not None
    assert (none.value, none.absent) == (None, "none")
    assert told.task("NV99") is None
    assert told.figure(2, "2.1") is None


@given(progresses(_figures, _narratives))
def test_it_is_stored_without_loss(told: Progress) -> None:
    assert load_progress(dump_document(told, "a.yaml"), "a.yaml") == told
    assert load_progress(dump_document(told, "a.json"), "a.json") == told


@pytest.mark.parametrize(
    ("line", "twice", "message"),
    [
        ("  - {task: NV02, ", "  - {task: NV01, ", "«NV01» đã ghi ở dòng 8"),
        ('code: "3.1", ', 'code: "2.1", ', "«1, 2.1» đã ghi ở dòng 11"),
    ],
)
def test_what_is_told_twice_is_named_with_its_line(line: str, twice: str, message: str) -> None:
    with pytest.raises(DataError) as refused:
        load_progress(TOLD.replace(line, twice), "a.yaml")
    assert [fault.message for fault in refused.value.diagnostics] == [message]
