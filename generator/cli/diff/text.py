"""Changes as lines of text: counted, part by part, the words of each marked ``[-bỏ-] {+thêm+}``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Final

import click

from generator.transform.diff.change import Change, ChangeKind, Part, counted
from generator.transform.diff.marking import Mark, MarkKind

NO_CHANGE: Final = "không có chỗ khác"
PRINTED_ONLY: Final = "Chỉ so phần in ra: có tệp đọc từ Word, PDF hoặc chữ."
_LONGEST: Final = 160
_SHOWN: Final = 8
"""So many words of an equal stretch are shown beside a change."""
_COLOURS: Final = {
    ChangeKind.ADDED: "green",
    ChangeKind.REMOVED: "red",
    ChangeKind.MOVED: "cyan",
    ChangeKind.CHANGED: "yellow",
}


def change_lines(names: tuple[str, str], changes: Sequence[Change], *, printed_only: bool) -> Iterator[str]:
    """Yield the lines to be shown, styled for a terminal; the first one counts."""
    yield f"{names[0]} → {names[1]}: {counted(changes) or NO_CHANGE}"
    if printed_only:
        yield PRINTED_ONLY
    for part, members in groupby(changes, attrgetter("part")):
        yield click.style(part.label, bold=True)
        for change in members:
            yield f"  • {click.style(change.kind.label, fg=_COLOURS[change.kind])} {headline(change)}".rstrip()
            if texts := _texts(change):
                yield f"      {texts}"


def headline(change: Change) -> str:
    """Return where a change is and what it is about, without its kind."""
    if change.part is Part.YEAR:
        return f"{change.old} → {change.new}: {change.count} chỗ chỉ đổi năm, gộp lại (--each-year kể từng chỗ)"
    place = change.place
    if change.kind is ChangeKind.MOVED and change.old_place != change.new_place:
        place = f"{change.old_place} → {change.new_place}"
    named = change.name and change.kind in (ChangeKind.MOVED, ChangeKind.CHANGED) and change.name != change.new
    parts = [place, change.field, f"«{_clipped(change.name)}»" if named else ""]
    return ", ".join(part for part in parts if part) + _remarks(change)


def _remarks(change: Change) -> str:
    remarks = [] if change.printed else ["không in"]
    if change.count > 1:
        remarks.append(
            f"cùng {change.count - 1} mục liền sau" if change.kind is ChangeKind.MOVED else f"{change.count} mục"
        )
    return f" ({'; '.join(remarks)})" if remarks else ""


def _texts(change: Change) -> str:
    """Return the words of a change, long stretches that stayed equal shortened."""
    if change.part is Part.YEAR:
        return ""
    if change.kind is ChangeKind.ADDED:
        return _styled(Mark(MarkKind.ADDED, _flat(change.new)))
    if change.kind is ChangeKind.REMOVED:
        return _styled(Mark(MarkKind.REMOVED, _flat(change.old)))
    if change.kind is ChangeKind.MOVED:
        return f"{change.old} → {change.new}" if change.old or change.new else ""
    last = len(change.marked) - 1
    marks = [_shortened(mark, first=not at, last=at == last) for at, mark in enumerate(change.marked)]
    return "".join(map(_styled, marks)) or f"{change.old} → {change.new}"


def _shortened(mark: Mark, *, first: bool, last: bool) -> Mark:
    words = mark.words.split(" ")
    if mark.kind is not MarkKind.EQUAL or len(words) <= 2 * _SHOWN + 1:
        return Mark(mark.kind, _flat(mark.words))
    head = [] if first else words[:_SHOWN]
    tail = [] if last else words[-_SHOWN:]
    return Mark(mark.kind, _flat(" ".join([*head, "…", *tail])))


def _styled(mark: Mark) -> str:
    if mark.kind is MarkKind.REMOVED:
        return click.style(f"[-{mark.words}-]", fg="red")
    return click.style(f"{{+{mark.words}+}}", fg="green") if mark.kind is MarkKind.ADDED else mark.words


def _flat(text: str) -> str:
    return text.replace("\n", " ⏎ ")


def _clipped(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
