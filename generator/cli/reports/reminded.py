"""What ``vanban remind`` prints: who is reminded of what and for which time, who is not, and why."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence

import click

from generator.cli.problems import show_diagnostics
from generator.cli.reports.collecting import Collected
from generator.diagnostics import Place, Severity, warning
from generator.registers.units import Unit
from generator.reports.late import Late, day_of_states, done_since, due_since
from generator.reports.reminder_wording import Ask

_NAMED = 10
"""So many units are named in a line."""


def show_uncounted(came: Collected) -> None:
    """Print why files do not count."""
    show_diagnostics(
        warning(f"tệp không được tính: {one.message}", Place(file=one.source, part=one.unit or None), found=one.found)
        for one in came.receipts.contradictions
        if one.severity is Severity.ERROR
    )
    if any(one.severity is Severity.ERROR and not one.unit for one in came.receipts.contradictions):
        click.echo("Có tệp chưa rõ của đơn vị nào: xem lại trước khi gửi công văn đôn đốc", err=True)


def show_reminded(late: Sequence[Late], ask: Ask, *, each: bool) -> None:
    """Print how many are reminded of what; from the second time on who is for which time."""
    counts = [
        (sum(one.report for one in late), "chưa gửi báo cáo"),
        (sum(bool(one.faults) for one in late), "phải gửi lại báo cáo"),
    ]
    tasks, unclear = sum(len(one.tasks) for one in late), sum(len(one.unclear) for one in late)
    said = [f"{count} {words}" for count, words in counts] + [f"{tasks} nhiệm vụ quá hạn"]
    said += [f"{unclear} nhiệm vụ chưa rõ tình trạng, ngày hoàn thành"] if unclear else []
    click.echo(f"{len(late)} đơn vị được đôn đốc: {', '.join(said)}")
    times: dict[int, list[Unit]] = defaultdict(list)
    for one in late:
        times[ask.times_of(one)].append(one.unit)
    if set(times) != {1}:
        for number in sorted(times):
            click.echo(f"  • lần {number}: {_listed([unit.name for unit in times[number]])}")
        if len(times) > 1 and not each:
            why = "có đơn vị mới được đôn đốc lần đầu" if 1 in times else "các đơn vị được đôn đốc số lần khác nhau"
            click.echo(f"  Công văn chung không ghi (lần …) ở trích yếu, vì {why}")


def show_not_reminded(came: Collected, day: datetime.date) -> None:
    """Print what a reader of the letter may miss in it: sent late, allowed more time, due since, not known."""
    for line in _not_reminded(came, day):
        click.echo(line, err=True)


def _not_reminded(came: Collected, day: datetime.date) -> Iterator[str]:
    found = came.receipts
    if found.late:
        sent = [f"{unit.name} (ngày {sent:%d/%m/%Y})" for unit, sent in found.late]
        yield f"Đã gửi báo cáo, chậm hạn, không đôn đốc việc gửi: {_listed(sent)}"
    units = {unit.id: unit for unit in found.missing}
    waiting = [(units[name], last) for name, last in found.extended.items() if name in units and day <= last]
    if waiting and day > came.period.last_day_to_send:
        named = [f"{unit.name} (đến {last:%d/%m/%Y})" for unit, last in waiting]
        yield f"Còn trong thời gian gia hạn, không đôn đốc việc gửi: {_listed(named)}"
    silent = [unit.name for unit, one in found.counted if not one.tells_tasks and unit.id in came.plans]
    if silent:
        yield f"Báo cáo không cho biết tình trạng từng nhiệm vụ, không xét quá hạn: {_listed(silent)}"
    yield from _done_since(came, day)
    yield from _due_since(came, day)


def _done_since(came: Collected, day: datetime.date) -> Iterator[str]:
    cut = day_of_states(came.period, day)
    found = done_since(came.states(cut), day)
    if found:
        count = sum(len(one.states) for one in found)
        yield (
            f"Hoàn thành sau ngày chốt số liệu {cut:%d/%m/%Y}, không nêu trong công văn: {count} nhiệm vụ của "
            f"{_listed([one.unit.name for one in found])}"
        )


def _due_since(came: Collected, day: datetime.date) -> Iterator[str]:
    cut = day_of_states(came.period, day)
    found = due_since(came.states(cut), came.period, day)
    if found:
        count = sum(len(one.states) for one in found)
        yield (
            f"Đến hạn sau ngày chốt số liệu {cut:%d/%m/%Y}, chưa có số liệu nên không nêu trong công văn: {count} nhiệm"
            f" vụ của {_listed([one.unit.name for one in found])}"
        )


def _listed(names: Sequence[str]) -> str:
    more = f" và {len(names) - _NAMED} đơn vị khác" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
