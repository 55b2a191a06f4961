"""A Word file repaired: bytes in, bytes out, with what was done and what is left for a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.errors import TemplateError
from generator.lint.finding import Finding
from generator.lint.gate import Judgement, judge
from generator.lint.rule import Rule
from generator.lint.subject import Subject
from generator.ooxml.package import read_parts, write_parts
from generator.repair.guard import parts_to_change
from generator.repair.registry import Job, all_repairs
from generator.repair.word_copy import WordCopy

_ROUNDS = 8
"""A repair may bring to light what another one hid; more rounds than this help no file."""
_LAST = frozenset({"rule-line"})
"""What is measured by letters waits until these are as they should be."""


@dataclass(frozen=True)
class Repaired:
    """What came of a repair."""

    data: bytes
    """The repaired file; the very bytes given where there was nothing to repair."""
    done: tuple[Finding, ...]
    """What was found and is there no more."""
    judgement: Judgement
    """Of the repaired file."""
    refused: str | None = None
    """Why nothing was repaired, in Vietnamese; None where it was."""


def repaired(data: bytes, read: Callable[[bytes], Subject], rules: Sequence[Rule] | None = None) -> Repaired:
    """Return a Word file with all that is safe repaired.

    ``read`` gives the file as the rules see it; the rules are those that findings come from, all when none are given.
    A file that is signed or protected is only judged, and so is one that a repair would not make better or whose words
    it would alter. Repairing the result again gives the same bytes.
    """
    first = judge(read(data), rules)
    parts = parts_to_change(data)
    if isinstance(parts, str) or not _to_do(first):
        return Repaired(data, (), first, parts if isinstance(parts, str) else None)
    try:
        made, last = _rounds(data, read, rules, first)
    except TemplateError as failure:
        return Repaired(data, (), first, failure.message)
    if _gravity(last) >= _gravity(first):
        return Repaired(data, (), first, "cách sửa tự động không làm văn bản tốt hơn")
    return Repaired(made, _gone(first, last), last)


def _rounds(
    data: bytes, read: Callable[[bytes], Subject], rules: Sequence[Rule] | None, judgement: Judgement
) -> tuple[bytes, Judgement]:
    for _ in range(_ROUNDS):
        asked = _to_do(judgement)
        now = [one for one in asked if one.fix not in _LAST] or asked
        if not now:
            break
        made = _repaired_once(data, read(data), now)
        if made == data:
            break
        data, judgement = made, judge(read(made), rules)
    return data, judgement


def _repaired_once(data: bytes, subject: Subject, findings: Sequence[Finding]) -> bytes:
    copy = WordCopy(read_parts(data, main=None))
    job = Job(subject, copy)
    for finding in findings:
        all_repairs()[finding.fix or ""](job, finding)
    return write_parts(copy.parts())


def _to_do(judgement: Judgement) -> list[Finding]:
    return [finding for finding in judgement.findings if finding.fix in all_repairs()]


def _gravity(judgement: Judgement) -> tuple[int, ...]:
    """Return what is the less the better a document is: errors, then warnings, then hints."""
    counts = [sum(one.severity.value == name for one in judgement.findings) for name in ("error", "warning", "hint")]
    return tuple(counts)


def _gone(first: Judgement, last: Judgement) -> tuple[Finding, ...]:
    left = {(one.code, one.found, one.place.paragraph) for one in last.findings}
    return tuple(one for one in first.findings if (one.code, one.found, one.place.paragraph) not in left)
