"""Who receives the periodic reports of a lower office: whom the higher documents name, else who issued them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from generator.registers.units import Unit, UnitDirectory
from generator.transform.higher import Higher
from generator.transform.report_words import ReportText, sets_days

_TO: Final = re.compile(r"\b(?:gửi|về|nộp)\s+(?:cho\s+)?(?=(\w))", re.IGNORECASE)


def receivers(
    asked: Iterable[tuple[Higher, Iterable[ReportText]]], unit: Unit, directory: UnitDirectory, on: date
) -> tuple[str, ...]:
    """Return the names of those who receive the reports of a unit, one for each higher document that asks for them.

    A higher document that names nobody means who issued it; where none asks, the first counts, if there is one.
    """
    found: dict[str, None] = {}
    documents = [(parent, [one for one in texts if one.concerns and sets_days(one)]) for parent, texts in asked]
    asking = [one for one in documents if one[1]] or documents[:1]
    for parent, texts in asking:
        named = next((name for one in texts for name in _named(one.text, parent, unit, directory, on)), None)
        if name := named or parent.document.issuer.name:
            found[name] = None
    return tuple(found)


def _named(text: str, parent: Higher, unit: Unit, directory: UnitDirectory, on: date) -> Iterator[str]:
    """Yield the unit to which a text first sends; nothing for the issuer's own parts and for the unit itself."""
    first = next((one for one in _TO.finditer(text) if one[1].isupper()), None)
    speaker = parent.issuer.id if parent.issuer else None
    for mention in directory.mentioned(text, on, speaker) if first else ():
        is_single = mention.unit_class is None and len(mention.units) == 1 and not mention.is_speakers_own
        if first and mention.start == first.end() and is_single and mention.units[0].id != unit.id:
            yield mention.units[0].name
