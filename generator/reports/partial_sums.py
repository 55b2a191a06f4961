"""Sums of fewer units than all: said in the remark of the row and in every sentence that names the figure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from generator.model.progress import Progress
from generator.registers.outline import Sentence
from generator.registers.statistics import FormRow, StatisticalForm, StatisticalForms
from generator.reports.figures import RowKey

_NOTE: Final = "chưa đủ số liệu: {told}/{asked} đơn vị"
_READ: Final = re.compile(r"chưa đủ số liệu: (\d+)/(\d+) đơn vị")


@dataclass(frozen=True)
class Partial:
    """Of how many units a figure is."""

    told: int
    asked: int

    @property
    def note(self) -> str:
        """The remark of its row."""
        return _NOTE.format(told=self.told, asked=self.asked)

    @property
    def lack(self) -> float:
        """The share of units that it lacks."""
        return 1 - self.told / self.asked


Partials: TypeAlias = Mapping[RowKey, Partial]
"""The rows whose figures are not those of all units."""


def partial_note(told: int, asked: int) -> str:
    """Return the remark of a row whose figure is that of some units: «chưa đủ số liệu: 9/10 đơn vị»."""
    return Partial(told, asked).note


def partial_rows(forms: StatisticalForms, progress: Progress) -> dict[RowKey, Partial]:
    """Return the rows that are sums of some units alone, by their remarks; a row that follows from one is one too.

    Whoever completes a figure by hand takes its remark away. Of several rows that it follows from, the one that lacks
    the most units counts.
    """
    found = {
        (one.form, one.code): Partial(int(match[1]), int(match[2]))
        for one in progress.figures
        if one.note and (match := _READ.search(one.note)) and int(match[2])
    }
    computed = {
        (form.form, row.code): one
        for form in forms.forms
        for row in form.rows
        if row.is_computed and (one := _worst(form, row, found))
    }
    return {**found, **computed}


def _worst(form: StatisticalForm, row: FormRow, found: Mapping[RowKey, Partial]) -> Partial | None:
    codes = row.percent_of or row.total_of
    parts = [found.get((form.form, code)) or _worst(form, form.row(code), found) for code in codes]
    return max((one for one in parts if one), key=lambda one: one.lack, default=None)


def with_source(text: str, sentence: Sentence, partials: Partials) -> str:
    """Return a sentence with «(tổng hợp từ 9/10 đơn vị)» before its full stop, where a figure in it is not of all."""
    named = [partials.get(row) for row in sentence.rows()]
    known = [one for one in named if one]
    if not known:
        return text
    worst = max(known, key=lambda one: one.lack)
    some = "" if len(known) == len(sentence.names) and len(set(known)) == 1 else "có số liệu chỉ "
    return f"{text.rstrip(' .')} ({some}tổng hợp từ {worst.told}/{worst.asked} đơn vị)."
