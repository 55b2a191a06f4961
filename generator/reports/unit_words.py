"""The words of units in the report of the office above: with the figures of each, and what stands open in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from generator.diagnostics import Severity
from generator.model.readiness import gaps_in, placeholder
from generator.registers.statistics import StatisticalForms
from generator.registers.units import Unit
from generator.reports.aggregate import Aggregated
from generator.reports.figures import UNKNOWN, filled_in
from generator.reports.ground import Ground
from generator.reports.named_figures import (
    Named,
    filled_in_words,
    named_figures,
    unknown_figures,
    unknown_values,
)
from generator.reports.receipts import Contradiction, Receipts, Received
from generator.reports.task_states import TaskState

_OF_OTHERS: Final = re.compile(r"\*\*[^*]+:\*\*\s+")
"""The sources that an office put before words when it gathered them."""
_OWN_RECEIPTS: Final = re.compile(
    r"(Có )?\d+(/\d+)? đơn vị (gửi báo cáo (được tổng hợp|chậm)|chưa có báo cáo được tổng hợp)\b"
)
"""What an office says of the reports of its own units, which the office above has not received."""


def unit_figures(
    forms: StatisticalForms,
    received: Receipts,
    aggregated: Aggregated,
    states: Mapping[str, tuple[TaskState, ...]],
) -> dict[str, Named]:
    """Return, by the identity of each unit, its own figures by name; one that was refused is not known.

    ``states`` has those of the tasks of the units by identity, as far as they are known.
    """
    return {unit.id: _named(forms, unit, one, aggregated, states.get(unit.id, ())) for unit, one in received.counted}


def _named(
    forms: StatisticalForms, unit: Unit, one: Received, aggregated: Aggregated, states: tuple[TaskState, ...]
) -> Named:
    refused = aggregated.refused.get(unit.id, frozenset())
    filled = {key: value for key, value in filled_in(one.progress).items() if key not in refused}
    named = named_figures(forms, filled, states, unit.level)
    return {**named, **{f"{form}/{code}": UNKNOWN for form, code in refused}}


def words_of(unit: Unit, one: Received, section: str, named: Named) -> list[str]:
    """Return what a unit says under a point, each once, with its own figures where it names them.

    What it gathered from its own units is what it says itself: the office above names the unit alone. Who has sent it
    a report is its own concern. In the place of a figure that is not known stands a gap with the name of the unit.
    """
    return list(dict.fromkeys(filled_in_words(text, named, unit.name) for text in _said(one, section)))


def word_gaps(
    ground: Ground,
    received: Receipts,
    aggregated: Aggregated,
    states: Mapping[str, tuple[TaskState, ...]],
) -> Iterator[Contradiction]:
    """Yield the figures that the words of units name and that are refused, not known or none, by unit and point."""
    named = unit_figures(ground.forms, received, aggregated, states)
    for unit, one in received.counted:
        refused = {f"{form}/{code}" for form, code in aggregated.refused.get(unit.id, frozenset())}
        for section in ground.outline.sections:
            found = (gap for text in _said(one, section.id) for gap in _gaps(text, named[unit.id], refused))
            for name, message, expected in dict.fromkeys(found):
                if not any(each.message == message for each in one.faults):
                    place = f"mục {section.id}"
                    yield Contradiction(unit.name, one.source, place, Severity.WARNING, message, name, expected)


def _gaps(text: str, named: Named, refused: set[str]) -> Iterator[tuple[str, str, str]]:
    """Yield what stands open in a text of a unit: how it is written, what is wrong, what to do."""
    for name in unknown_values(text, named):
        if name in refused:
            yield f"{{{name}}}", "lời nêu số liệu mâu thuẫn, để [CẦN BỔ SUNG] ở chỗ ấy", "số liệu đã sửa"
        else:
            yield f"{{{name}}}", "lời nêu số liệu chưa có, để [CẦN BỔ SUNG] ở chỗ ấy", "số liệu đã điền"
    for one in unknown_figures(text, named):
        yield f"{{{one.name}}}", one.message, one.hint
    for label in gaps_in(text):
        yield placeholder(label), "lời của đơn vị còn chỗ chưa điền", "lời đã điền đủ"


def _said(one: Received, section: str) -> Iterator[str]:
    """Yield what a unit says under a point as it wrote it, without the sources that it named itself."""
    told = [text for each in one.progress.narrative if each.section == section for text in each.texts]
    plain = [_OF_OTHERS.sub("", text, count=1) if _OF_OTHERS.match(text) else text for text in told]
    yield from (text for text in plain if text.strip(" .–-") and not _OWN_RECEIPTS.match(text))
