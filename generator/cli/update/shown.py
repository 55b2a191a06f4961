"""What ``vanban update`` tells: changes, conflicts with their versions, what is to be decided, how the many went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import Final

import click

from generator.transform.decision import Decision
from generator.transform.merge import Conflict, Merged

_BESIDE: Final = (".docx", ".pdf")


class Outcome(Enum):
    """How the update of one plan went, as the last line counts it."""

    DONE = "đã cập nhật"
    OPEN = "còn việc phải quyết định"
    UP_TO_DATE = "đã theo bản mới từ trước"
    FAILED = "không cập nhật được"


def show_outcomes(outcomes: Sequence[Outcome]) -> None:
    """Print how many plans went which way."""
    counted = Counter(outcomes)
    parts = [f"{counted[one]} {one.value}" for one in Outcome if counted[one]]
    click.echo(f"{len(outcomes)} kế hoạch: {', '.join(parts)}")


def show_printed(target: Path) -> None:
    """Name the printed files beside a plan that was written: they are as they were."""
    beside = [one.name for suffix in _BESIDE if (one := target.with_suffix(suffix)).is_file() and one != target]
    if beside:
        click.echo(f"Bản in còn theo nội dung cũ, làm lại bằng «vanban render»: {', '.join(beside)}")


def show_merged(source: Path, merged: Merged) -> None:
    """Print what was taken, and on the error stream the conflicts with their versions one below the other."""
    click.echo(f"{source}: {len(merged.changes)} thay đổi từ cấp trên, {len(merged.conflicts)} xung đột")
    for change in merged.changes:
        click.echo(f"  • {change}")
    for conflict in merged.conflicts:
        _show_conflict(conflict)


def _show_conflict(conflict: Conflict) -> None:
    click.secho(f"xung đột {conflict.key}: ", fg="yellow", nl=False, err=True)
    click.echo(conflict.place, err=True)
    for name, words in (("đã giao", conflict.base), ("đơn vị", conflict.ours), ("cấp trên", conflict.theirs)):
        click.echo(f"    {name:8}: {f'«{words}»' if words else '(không có)'}", err=True)
    kept = f"lấy bản của {conflict.taken.label}" if conflict.decided else "chưa quyết định, giữ bản của đơn vị"
    click.echo(f"      → {kept}", err=True)


def show_decisions(decisions: Sequence[Decision]) -> None:
    """Print what a person must decide now, on the error stream."""
    for one in decisions:
        click.secho(f"{one.topic.value}: ", fg="yellow", nl=False, err=True)
        click.echo(f"{one.place}: {one.found}\n      → {one.action}", err=True)
