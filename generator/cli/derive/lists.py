"""What a person is to decide and to look at after deriving, as a workbook and in short on the screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import click

from generator.transform.decision import Decision, Topic
from generator.transform.derive import Derived
from generator.transform.roles import Role
from generator.transform.untaken import Untaken
from generator.workbook.lists import ListSheet, lists_bytes

_DECISIONS = (("Đơn vị", 30), ("Nhóm việc", 18), ("Chỗ", 16), ("Nội dung", 70), ("Việc cần làm", 45), ("Văn bản", 20))
_CHANGES = (("Đơn vị", 30), ("Chỗ", 16), ("Đã thay, cần xem lại", 110))
_LEFT_OUT = (("Đơn vị", 30), ("Văn bản", 20), ("Mục", 14), ("Nội dung", 80), ("Lý do không đưa vào", 55))
_MOST_SHOWN = 5
_NOBODY = "chưa đơn vị nào"


def lists_of(derived: Sequence[Derived], left: Sequence[Untaken] = ()) -> bytes:
    """Return the workbook: what is to be decided, what was reworded or computed, what was left out, by unit.

    ``left`` is what no unit leads; it comes first among what is to be decided.
    """
    return lists_bytes(
        (
            ListSheet("Cần quyết định", _DECISIONS, [*map(_nobodys, left), *_decisions(derived)]),
            ListSheet("Đã thay", _CHANGES, list(_changes(derived))),
            ListSheet("Lược bỏ", _LEFT_OUT, list(_left_out(derived))),
        )
    )


def _decisions(derived: Iterable[Derived]) -> Iterator[tuple[str, ...]]:
    for one in derived:
        for found in one.decisions:
            name, topic = one.unit.name, found.topic.value
            yield name, topic, found.place, found.found, found.action, found.document or "của đơn vị"


def _nobodys(one: Untaken) -> tuple[str, ...]:
    who = one.under.name if one.under else _NOBODY
    found = f"«{one.line.point.text}»: {_missing_lead(one)}"
    return who, Topic.UNCLEAR.value, one.line.point.id, found, _to_do(one), one.line.document


def _missing_lead(one: Untaken) -> str:
    return f"chưa đơn vị nào chủ trì ({one.reason})"


def _to_do(one: Untaken) -> str:
    if one.under:
        return f"{one.under.name} giao cho đơn vị trực thuộc được nêu tên, hoặc nhận vào kế hoạch của mình"
    return "cơ quan ban hành giao cho một đơn vị"


def show_untaken(left: Sequence[Untaken]) -> None:
    """Print what no unit leads, on the error stream."""
    if not left:
        return
    click.secho(f"Chưa đơn vị nào chủ trì: {len(left)} nhiệm vụ, chỉ tiêu", fg="yellow", err=True)
    for one in left[:_MOST_SHOWN]:
        click.echo(f"  • {one.line.point.id} «{one.line.point.text}»: {one.reason}\n      → {_to_do(one)}", err=True)
    if len(left) > _MOST_SHOWN:
        click.echo(f"  … và {len(left) - _MOST_SHOWN} việc khác trong tệp danh sách", err=True)


def _changes(derived: Iterable[Derived]) -> Iterator[tuple[str, ...]]:
    for one in derived:
        for change in one.reworded:
            yield one.unit.name, change.place, "\n".join(change.notes)


def _left_out(derived: Iterable[Derived]) -> Iterator[tuple[str, ...]]:
    for one in derived:
        for left in one.left_out:
            yield one.unit.name, left.document, left.point.id, left.point.text, left.reason


def show_derived(one: Derived) -> None:
    """Print what one plan holds and how much of it is to be decided."""
    roles = Counter(found.role for found in one.assignments)
    tasks, targets = len(one.plan.tasks), len(one.plan.targets)
    click.echo(
        f"{one.unit.name}: {tasks} nhiệm vụ, {targets} chỉ tiêu"
        f" (chủ trì {roles[Role.LEAD]}, phối hợp {roles[Role.SUPPORT]} điểm của cấp trên);"
        f" {len(one.decisions)} việc cần quyết định, {len(one.reworded)} chỗ cần xem lại"
    )


def show_decisions(derived: Sequence[Derived]) -> None:
    """Print how many decisions of each topic there are, with the first of them, on the error stream.

    What several units have in common is told once, with their number.
    """
    for topic in Topic:
        found: dict[Decision, list[str]] = {}
        for one in derived:
            for decision in one.decisions:
                if decision.topic is topic:
                    found.setdefault(decision, []).append(one.unit.name)
        if found:
            click.secho(f"{topic.value}: {sum(map(len, found.values()))} việc", fg="yellow", err=True)
            _show(found, several=len(derived) > 1)


def _show(found: Mapping[Decision, Sequence[str]], *, several: bool) -> None:
    for decision, units in list(found.items())[:_MOST_SHOWN]:
        who = units[0] if len(units) == 1 else f"{len(units)} đơn vị"
        where = f"{who}, {decision.place}" if several else decision.place
        click.echo(f"  • {where}: {decision.found}\n      → {decision.action}", err=True)
    if len(found) > _MOST_SHOWN:
        click.echo(f"  … và {len(found) - _MOST_SHOWN} việc khác trong tệp danh sách", err=True)
