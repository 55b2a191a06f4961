"""Targets against last year's results and against those of the higher office."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.evidence import Evidence
from generator.lint.figures_facts import FigureFacts
from generator.lint.figures_targets import Target, said_results, said_targets, table_pairs, table_targets
from generator.lint.finding import Fault
from generator.lint.rule import rule
from generator.lint.subject import Subject
from generator.vietnamese.quantities import Quantity

_YEAR = re.compile(r"\b20\d\d\b")
_REPORTS = frozenset({"report", "minutes"})
"""Kinds that hold results against targets to say that they were reached."""


@rule(
    "SL-07", "chỉ tiêu đã đạt từ trước", "tính khả thi, tích cực của chỉ tiêu", Severity.WARNING, needs=Evidence.WORDS
)
def reached(subject: Subject) -> Iterator[Fault]:
    """Chỉ tiêu không cao hơn kết quả năm trước thì không còn gì để phấn đấu; chỉ tiêu giữ vững 100% là đúng.

    So cột kết quả năm trước với cột chỉ tiêu của bảng, và kết quả nêu trong lời văn với chỉ tiêu cùng nội dung.
    """
    if subject.kind in _REPORTS:
        return
    for pair in table_pairs(subject.figures.tables):
        if pair.target.is_met_by(pair.result):
            yield _reached(pair.target, f"kết quả năm trước {_shown(pair.result, pair.target.unit)}")
    results = list(said_results(subject.figures.prose, _year(subject)))
    for target in said_targets(subject.figures.prose):
        met = next((one for one in results if one.is_same_as(target) and target.is_met_by(one.figure)), None)
        if met:
            where = subject.located(met.spot)
            yield _reached(target, f"{where} ghi kết quả {_shown(met.figure, met.unit)}")


def _year(subject: Subject) -> str | None:
    """Return the year in the subject line of the document; None where it has none, or several."""
    named = subject.reading.head.subject
    years = set(_YEAR.findall(named.text)) if named else set()
    return years.pop() if len(years) == 1 else None


def _reached(target: Target, said: str) -> Fault:
    found = f"chỉ tiêu {_shown(target.figure, target.unit)}, {said}"
    return Fault(found, "chỉ tiêu cao hơn kết quả đã đạt", target.spot)


@rule(
    "SL-08",
    "chỉ tiêu thấp hơn chỉ tiêu cấp trên giao",
    "chỉ tiêu của kế hoạch cấp trên",
    Severity.WARNING,
    needs=Evidence.WORDS,
)
def below_parent(subject: Subject) -> Iterator[Fault]:
    """Chỉ tiêu trùng nội dung với chỉ tiêu trong kế hoạch của cấp trên thì không thấp hơn.

    Chỉ xét khi có kế hoạch của cấp trên (--parent). Chỉ so chỉ tiêu có nội dung gần như trùng lời và cùng đơn vị tính.
    """
    if subject.parent is None:
        return
    given = _targets(subject.parent.figures)
    for target in _targets(subject.figures):
        higher = next((one for one in given if target.is_same_as(one) and target.is_below(one)), None)
        if higher:
            shown = _shown(higher.figure, higher.unit)
            where = subject.parent.located(higher.spot)
            found = f"{_shown(target.figure, target.unit)}, kế hoạch cấp trên ({where}): {shown}"
            yield Fault(found, f"không thấp hơn {shown}", target.spot)


def _targets(figures: FigureFacts) -> list[Target]:
    return [*table_targets(figures.tables), *said_targets(figures.prose)]


def _shown(figure: Quantity, unit: str) -> str:
    return f"{figure.written}%" if unit == "%" else f"{figure.written} {unit}".strip()
