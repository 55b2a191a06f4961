"""Bodies that do not exist on the day of the document: by the register of the State, by the directory of the office."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.diagnostics import Severity
from generator.lint.bodies import Mention, former_bodies, judged_day
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault, Spot
from generator.lint.places import row_spot
from generator.lint.rule import rule
from generator.lint.spots import grouped
from generator.lint.subject import Subject
from generator.lint.unit_names import UnitName, same_unit, unit_name, units_in
from generator.reading.lines import Passage
from generator.registers.base import written
from generator.registers.units import Unit, UnitDirectory
from generator.vietnamese.dates import PartialDate


@rule(
    "GV-01",
    "cơ quan không còn vào ngày ban hành",
    "sổ cơ quan đổi tên, hợp nhất, kết thúc hoạt động",
    Severity.WARNING,
    needs=Evidence.WORDS,
)
def former(subject: Subject) -> Iterator[Fault]:
    """Cơ quan ban hành, nơi nhận, đơn vị được giao việc phải còn tồn tại vào ngày của văn bản.

    Từ 01/3/2025 các bộ, sở hợp nhất; từ 01/7/2025 không còn cấp huyện, thị trấn. Viện dẫn văn bản cũ và câu kể việc
    đã qua không tính.
    """
    yield from grouped((mention.body.id, _former(mention)) for mention in former_bodies(subject))


def _former(mention: Mention) -> Fault:
    body = mention.body
    since = PartialDate.parse(date.fromordinal(body.valid_to.toordinal() + 1)).short()
    expected = f"{body.successor} (thay từ ngày {since})"
    return Fault(f"«{mention.words}»", expected, mention.statement.spot, clause=body.basis)


@rule("GV-02", "đơn vị không có trong danh bạ", "danh bạ đơn vị của cơ quan", Severity.HINT, needs=Evidence.WORDS)
def unknown(subject: Subject) -> Iterator[Fault]:
    """Cơ quan chủ quản, Kính gửi, Nơi nhận ghi tên đơn vị có trong danh bạ vào ngày của văn bản.

    Chỉ xét khi danh bạ có cơ quan ban hành; đơn vị có trong danh bạ nhưng đã kết thúc thì bị cảnh báo.
    """
    units, day = subject.units, judged_day(subject)
    issuer = subject.reading.head.issuer
    if units is None or day is None or issuer is None or not _named(units, unit_name(issuer.text)):
        return
    gone = {words for mention in former_bodies(subject) for words in (mention.words,)}
    for unit, spot in _receivers(subject):
        if any(words in unit.printed or unit.printed in words for words in gone):
            continue
        known = _named(units, unit)
        if known and not any(one.holds_on(day) for one in known):
            yield replace(_ended(known[0], unit, spot), severity=Severity.WARNING)
        elif not known and _lists(units, unit):
            yield Fault(f"«{unit.printed}» không có trong danh bạ", "tên đơn vị trong danh bạ", spot)


def _ended(known: Unit, unit: UnitName, spot: Spot) -> Fault:
    days = [f"từ {written(known.valid_from)}"] if known.valid_from else []
    days += [f"đến hết {written(known.valid_to)}"] if known.valid_to else []
    return Fault(f"«{unit.printed}»", f"danh bạ ghi đơn vị này có {' '.join(days)}", spot)


def _receivers(subject: Subject) -> Iterator[tuple[UnitName, Spot]]:
    """Yield the single units that the document is addressed and sent to, and the one above its issuer."""
    reading = subject.reading
    above: tuple[Passage, ...] = (reading.head.parent,) if reading.head.parent else ()
    named = [(one.text, one.lines) for one in (*above, *reading.addressees)]
    named += [(one.name, one.lines) for one in reading.recipients]
    for text, lines in named:
        for unit in units_in(text.removeprefix("Kính gửi:")):
            if unit.is_single:
                yield unit, row_spot(subject, lines)


def _named(units: UnitDirectory, unit: UnitName) -> list[Unit]:
    """Return the units of the directory, of all days, that go by a name."""
    return [one for one in units.units if any(same_unit(unit_name(name), unit) for name in one.names)]


def _lists(units: UnitDirectory, unit: UnitName) -> bool:
    """Tell whether the directory holds units of this sort, so that one that it lacks may be wrong."""
    alike = [one for one in units.units if unit_name(one.name).kind == unit.kind]
    return unit.kind == "sở" and len(alike) > 1
