"""What the gate marks as safe is repaired, the words stay, and a second repair changes nothing."""

from __future__ import annotations

import re

import pytest

from generator.lint.finding import Finding
from generator.lint.subject import Subject
from generator.lint.word import subject_of
from generator.repair.registry import all_repairs
from generator.repair.repairing import repaired
from tests.lint.cases import Case, cases
from tests.lint.documents import ROOT, good
from tests.lint.mutations import mutated
from tests.lint.test_mistakes import MISTAKES, Mistake
from tests.lint.test_mistakes import _right as right
from tests.repair.words import words_of

_WORDED = frozenset({"text", "number-line", "date-line", "appendix-label", "line-end"})
"""Repairs of labels and marks."""
_CASES = [case for case in cases() if case.finds]


def _read(data: bytes) -> Subject:
    return subject_of(data, "thu.docx")


def _safe(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.fix]


def test_every_name_that_the_rules_give_is_that_of_a_repair_and_the_reverse() -> None:
    """Read in the source of the gate: a repair that nobody asks for is dead, a name without one is a promise broken."""
    sources = [path.read_text("utf-8") for path in (ROOT / "generator" / "lint").rglob("*.py")]
    named = {name for source in sources for name in re.findall(r"\bfix ?= ?\"([a-z-]+)\"", source)}
    aspects = {"size", "bold", "italic", "align", "case"}
    assert named | aspects == set(all_repairs())


@pytest.mark.parametrize("case", _CASES, ids=str)
def test_what_is_safe_is_repaired_and_the_words_stay(case: Case) -> None:
    data = mutated(good(case.document), case.steps)
    result = repaired(data, _read)
    assert result.refused is None
    assert _safe(result.judgement.findings) == []
    if {finding.fix for finding in result.done}.isdisjoint(_WORDED):
        assert words_of(result.data) == words_of(data)
    if result.done:
        assert repaired(result.data, _read).data == result.data
    else:
        assert result.data == data


def test_the_same_file_gives_the_same_bytes() -> None:
    data = mutated(good("plan"), [{"section": 0, "to_footer": True}, {"every": "", "font": "Arial"}])
    assert repaired(data, _read) == repaired(data, _read)


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_of_a_clerk_s_mistake_what_is_safe_is_repaired(mistake: Mistake) -> None:
    steps = [{"paragraph": mistake.line, "text": mistake.text}]
    data = mutated(right(mistake.document), steps)
    result = repaired(data, _read)
    assert result.refused is None
    assert _safe(result.judgement.findings) == []
    if {finding.fix for finding in result.done}.isdisjoint(_WORDED):
        assert words_of(result.data) == words_of(data)


def test_a_file_without_a_fault_stays_as_it_is_to_the_byte() -> None:
    assert repaired(good("plan"), _read).data == good("plan")
