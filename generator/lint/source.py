"""Any file judged: what the bytes are counts, not the suffix."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from types import MappingProxyType
from typing import Final

from generator.errors import UsageError
from generator.lint.evidence import Evidence
from generator.lint.gate import Judgement, judge
from generator.lint.pdf import subject_of_pdf
from generator.lint.rule import Rule
from generator.lint.subject import Subject
from generator.lint.text import shown_as_lines, subject_of_text
from generator.lint.word import subject_of
from generator.reading.by_office import converted_file
from generator.reading.kinds import kind_of
from generator.registers.holidays import WorkCalendar
from generator.registers.legal import LegalRegister
from generator.registers.units import UnitDirectory

SUFFIXES: Final = (".docx", ".pdf", ".txt", ".docm", ".doc", ".rtf", ".odt", ".html", ".htm")
"""The files that can be judged."""
_OTHER_NAMES: Final = MappingProxyType({".docm": ".docx", ".htm": ".html"})
_BY_OFFICE = frozenset({".doc", ".rtf", ".odt", ".html"})
"""What LibreOffice turns into Word first."""


@dataclass(frozen=True)
class Means:
    """What documents are held against, besides the decree."""

    units: UnitDirectory | None = None
    register: LegalRegister | None = None
    holidays: WorkCalendar | None = None
    parent: Subject | None = None
    """The plan of the higher office that they carry out."""
    on: datetime.date | None = None
    """The day of judging."""


def judge_file(
    data: bytes, filename: str, rules: Sequence[Rule] | None = None, means: Means | None = None
) -> Judgement:
    """Return what the rules, all of them when none are given, find in a file of any kind.

    UsageError for a kind of file that cannot be judged, DataError for bytes that cannot be read as what they are or
    hold no words, ConversionError when LibreOffice, which the old formats need, is not there or fails.
    """
    return judge(subject_of_file(data, filename, means), rules)


def subject_of_file(data: bytes, filename: str, means: Means | None = None) -> Subject:
    """Return a file as the rules see it; errors as of `judge_file`."""
    held = means or Means()
    subject = _read(data, filename)
    return replace(
        subject, units=held.units, register=held.register, holidays=held.holidays, parent=held.parent, on=held.on
    )


def _read(data: bytes, filename: str) -> Subject:
    suffix = PurePath(filename).suffix.lower()
    if suffix not in SUFFIXES:
        raise _refusal(filename)
    named = _OTHER_NAMES.get(suffix, suffix)
    kind = kind_of(data, named, filename)
    if kind in _BY_OFFICE:
        data, made, _ = converted_file(data, kind, named, filename)
        subject = subject_of(data, filename) if made == ".docx" else None
    else:
        subject = _of_kind(data, kind, filename)
    if subject is None:
        raise _refusal(filename)
    if kind == ".html":
        return Subject(subject.reading, shown_as_lines(subject.reading), evidence=Evidence.WORDS)
    return subject


def _of_kind(data: bytes, kind: str, filename: str) -> Subject | None:
    readers = {".docx": subject_of, ".pdf": subject_of_pdf, ".txt": subject_of_text}
    reader = readers.get(kind)
    return reader(data, filename) if reader else None


def _refusal(filename: str) -> UsageError:
    return UsageError(f"không xét được loại tệp này; xét được: {', '.join(SUFFIXES)}", where=filename)
