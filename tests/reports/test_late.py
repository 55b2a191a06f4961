"""Who is late at the end of a day: what had to be sent, what does not count, which tasks are past their day."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Place, error
from generator.reports.late import Late, day_of_states, done_since, due_since, late_units
from generator.reports.receipts import Receipts, Received, had_come
from generator.reports.wrong_files import Unread
from tests.reports.reminding import DAY, DONE, GROUND, PERIOD, SCHOOLS, file, held, told

FIRST, SECOND, *_ = SCHOOLS


def _late(files: list[Received], day: datetime.date = DAY, **more: object) -> dict[str, Late]:
    received, states = held(files, **more)
    return {one.unit.id: one for one in late_units(SCHOOLS, received, states, PERIOD, day)}


def _files(*own: Received) -> list[Received]:
    """Return files of the schools: those given, sound ones of the others."""
    named = {one.progress.unit for one in own}
    return [*own, *(file(unit) for unit in SCHOOLS[2:] if unit.id not in named)]


def test_late_is_who_has_not_sent_and_who_has_a_task_past_its_day() -> None:
    found = _late([file(unit, {"A": "under_way", "B": "done"}) for unit in SCHOOLS[:3]])
    assert list(found) == [unit.id for unit in SCHOOLS]
    assert [(one.report, len(one.tasks)) for one in found.values()] == [(False, 1)] * 3 + [(True, 0)] * 5
    assert _late([file(unit) for unit in SCHOOLS]) == {}


def test_nobody_is_late_with_a_report_before_its_day_is_over() -> None:
    assert _late([], PERIOD.last_day_to_send) == {}
    assert len(_late([], PERIOD.last_day_to_send + datetime.timedelta(days=1))) == len(SCHOOLS)


def test_a_file_that_does_not_count_is_no_silence() -> None:
    unread = Unread("x.yaml", FIRST, (error("ô này cần một số", Place(field="Biểu 3!D12"), found="«chín»"),))
    found = _late(_files(file(SECOND), Received("x2.yaml", told(SECOND))), unread=[unread])
    assert {name: one.report for name, one in found.items()} == {FIRST.id: False, SECOND.id: False}
    assert found[FIRST.id].faults == ("Biểu 3!D12: ô này cần một số, gặp «chín»",)
    assert found[SECOND.id].faults == ("có 2 báo cáo trong một kỳ, chưa rõ báo cáo nào là chính thức",)


def test_two_units_that_sent_each_others_file_are_told_so_once() -> None:
    swapped = [Received(f"{FIRST.id}.yaml", told(SECOND)), Received(f"{SECOND.id}.yaml", told(FIRST))]
    found = _late(_files(*swapped))
    assert set(found) == {FIRST.id, SECOND.id}
    for one in found.values():
        (fault,) = one.faults
        assert FIRST.name in fault
        assert SECOND.name in fault
        assert not one.report


def test_a_file_of_another_period_was_sent_unless_it_came_in_that_periods_own_time() -> None:
    later = file(FIRST, period="2027-H1")
    assert _late(_files(later, file(SECOND)))[FIRST.id].faults == ("báo cáo ghi kỳ 6 tháng đầu năm 2027",)
    earlier = Received("cu.yaml", told(FIRST, period="2026-Y"), datetime.date(2026, 12, 12))
    assert _late(_files(earlier, file(SECOND)))[FIRST.id].report
    again = Received("cu.yaml", told(FIRST, period="2026-Y"), datetime.date(2027, 3, 16))
    assert not _late(_files(again, file(SECOND)))[FIRST.id].report


def test_what_else_does_not_count() -> None:
    files = _files(file(FIRST, unit_name="Trường khác"), file(SECOND, regime="so-gddt-song-van"))
    found = _late(files)
    assert found[FIRST.id].faults == ("tên đơn vị trong báo cáo là «Trường khác»",)
    assert found[SECOND.id].faults == ("báo cáo lập theo chế độ báo cáo khác",)
    unknown = Received(f"{FIRST.id}.yaml", told(FIRST).model_copy(update={"unit": "truong-la"}))
    assert _late(_files(unknown, file(SECOND)))[FIRST.id].faults == ("sai mã đơn vị «truong-la»",)


def test_a_unit_that_was_allowed_more_time_is_late_after_it() -> None:
    files = [file(unit) for unit in SCHOOLS[1:]]
    until = {FIRST.id: DAY}
    assert _late(files, extended=until) == {}
    assert _late(files, DAY + datetime.timedelta(days=1), extended=until)[FIRST.id].due == DAY
    sent = Received("x.yaml", told(FIRST), DAY)
    received, _ = held([*files, sent], extended=until)
    assert received.late == ()
    assert [unit.id for unit, _ in held([*files, sent])[0].late] == [FIRST.id]


def test_what_came_after_the_day_had_not_come() -> None:
    late = Received("x.yaml", told(FIRST), DAY + datetime.timedelta(days=1))
    assert had_come([late], DAY) == ()
    assert had_come([late, file(SECOND)], late.day or DAY) == (late, file(SECOND))


def test_tasks_are_late_only_as_far_as_the_figures_reach() -> None:
    open_tasks = dict.fromkeys(DONE, "under_way")
    received, states = held([file(unit, open_tasks) for unit in SCHOOLS])
    assert day_of_states(PERIOD, DAY) == datetime.date(2027, 3, 14)
    for one in late_units(SCHOOLS, received, states, PERIOD, DAY):
        assert [state.task.id for state in one.tasks] == ["A", "B"]
    since = due_since(states, PERIOD, DAY)
    assert {one.unit.id: [state.task.id for state in one.states] for one in since} == {
        unit.id: ["C"] for unit in SCHOOLS
    }
    assert due_since(states, PERIOD, datetime.date(2027, 3, 19)) == ()


def test_a_task_done_after_the_figures_were_cut_off_is_not_late_but_told() -> None:
    tasks = [{"task": "A", "status": "done", "done": "2027-03-16"}, {"task": "B", "status": "dropped"}]
    received, states = held([file(unit, tasks=tasks) for unit in SCHOOLS])
    assert late_units(SCHOOLS, received, states, PERIOD, DAY) == ()
    assert [[state.task.id for state in one.states] for one in done_since(states, DAY)] == [["A"]] * len(SCHOOLS)
    assert late_units(SCHOOLS, received, states, PERIOD, datetime.date(2027, 3, 15))[0].unclear
    assert done_since(states, datetime.date(2027, 3, 15)) == ()


@pytest.mark.parametrize(
    "task", [{"status": "done"}, {"done": "2027-03-05"}, {"product": "15/BC"}, {"status": "done", "done": "2027-04-01"}]
)
def test_a_task_that_is_not_told_of_clearly_is_asked_for_apart(task: dict[str, str]) -> None:
    tasks = [{"task": "A", **task}, {"task": "B", "status": "done", "done": "2027-03-01"}]
    (one,) = _late([file(FIRST, tasks=tasks), *(file(unit) for unit in SCHOOLS[1:])]).values()
    assert (one.unit, one.tasks, [state.task.id for state in one.unclear]) == (FIRST, (), ["A"])


_STATUS = st.sampled_from(["done", "under_way", "not_started", "dropped"])
_KIND = st.sampled_from(["none", "one", "two", "period", "unread"])


@given(st.lists(st.tuples(_KIND, _STATUS, _STATUS), min_size=len(SCHOOLS), max_size=len(SCHOOLS)))
def test_each_late_unit_is_named_once_and_no_other(rows: list[tuple[str, str, str]]) -> None:
    files: list[Received] = []
    unread: list[Unread] = []
    for unit, (kind, first, second) in zip(SCHOOLS, rows, strict=True):
        sound = file(unit, {"A": first, "B": second, "C": "not_started"})
        files += {"one": [sound], "two": [sound, sound], "period": [file(unit, period="2027-H1")]}.get(kind, [])
        unread += [Unread(f"{unit.id}.yaml", unit, (error("không đọc được"),))] if kind == "unread" else []
    received, states = held(files, unread=unread)
    found = [*late_units(SCHOOLS, received, states, PERIOD, DAY)]
    assert [one.unit for one in found] == [
        unit
        for unit, (kind, first, second) in zip(SCHOOLS, rows, strict=True)
        if kind != "one" or {first, second} & {"under_way", "not_started"}
    ]
    said = {one.unit.id: (one.report, bool(one.faults), bool(one.tasks)) for one in found}
    kinds = {unit.id: kind for unit, (kind, _, _) in zip(SCHOOLS, rows, strict=True)}
    for name, (silent, faulty, tasks) in said.items():
        assert (silent, faulty, tasks) == (
            kinds[name] == "none",
            kinds[name] not in ("none", "one"),
            not silent | faulty,
        )


def test_a_file_of_no_known_unit_blames_nobody() -> None:
    received: Receipts = held([file(unit) for unit in SCHOOLS[1:]], unread=[Unread("x.yaml", None, (error("hỏng"),))])[
        0
    ]
    assert received.uncounted == {}
    assert [one.source for one in received.contradictions] == ["x.yaml"]
    assert GROUND.directory.get(FIRST.id) in received.missing


def test_of_data_and_a_report_of_a_unit_the_data_count() -> None:
    figure = {"form": 7, "code": "4.3.1", "value": 12}
    data = file(FIRST, figures=[figure])
    report = Received("bao_cao.docx", told(FIRST, figures=[{**figure, "value": 13}]), from_report=True)
    received, _ = held([report, data, *(file(unit) for unit in SCHOOLS[1:])])
    assert received.counted[0] == (FIRST, data)
    (told_apart,) = received.contradictions
    assert (told_apart.source, told_apart.place) == ("bao_cao.docx", "biểu mẫu 7, dòng 4.3.1")
    assert (told_apart.severity, told_apart.found, told_apart.expected) == ("warning", "13", "12")
    alike = Received("bao_cao.docx", data.progress, from_report=True)
    assert held([alike, data])[0].contradictions == ()
    assert held([alike, report])[0].uncounted[FIRST.id] != ()
