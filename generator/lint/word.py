"""A Word file judged: bytes in, findings out."""

from __future__ import annotations

from collections.abc import Sequence

from generator.errors import DataError, TemplateError
from generator.lint.gate import Judgement, judge
from generator.lint.rule import Rule
from generator.lint.subject import Subject
from generator.reading.word import read_word
from generator.registers.units import UnitDirectory


def judge_word(
    data: bytes, filename: str, rules: Sequence[Rule] | None = None, units: UnitDirectory | None = None
) -> Judgement:
    """Return what the rules, all of them when none are given, find in the bytes of a .docx.

    DataError when the bytes are no Word file.
    """
    return judge(subject_of(data, filename, units), rules)


def subject_of(data: bytes, filename: str, units: UnitDirectory | None = None) -> Subject:
    """Return a Word file as the rules see it; DataError when the bytes are no Word file."""
    try:
        word = read_word(data, filename)
    except TemplateError as failure:
        raise DataError(failure.message, hint=failure.hint, where=filename) from failure
    return Subject(word.reading, word.formatted, units=units)
