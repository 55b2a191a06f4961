"""What is wrong between the entries of a directory: days, references, classes, circles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.registers.base import Dated, Fault, repeated, reversed_span
from generator.registers.unit import Edge, Link, Unit, UnitClass, UnitPart
from generator.spelling import suggestion
from generator.vietnamese.unicode import fold


@dataclass(frozen=True)
class UnitFaults:
    """The faults of a directory, each with the path to its place."""

    units: Sequence[Unit]
    classes: Sequence[UnitClass]
    by_id: Mapping[str, Unit]

    def __iter__(self) -> Iterator[Fault]:
        yield from repeated("classes", [one.id for one in self.classes])
        yield from repeated("units", [unit.id for unit in self.units])
        yield from _shared_names(self.classes)
        for number, one in enumerate(self.classes):
            yield from self._rule_faults(number, one)
        for place, unit in enumerate(self.units):
            yield from reversed_span(("units", place), unit)
            yield from self._class_faults(place, unit)
            yield from self._link_faults(place, unit, "administrative")
            yield from self._link_faults(place, unit, "professional")
            for field, spans in (("signers", unit.signers), ("parts", unit.parts), ("people", unit.people)):
                yield from _reversed_spans(("units", place, field), spans)
            yield from _repeated_parts(("units", place, "parts"), unit.parts)
            yield from self._people_faults(place, unit)

    def _rule_faults(self, number: int, one: UnitClass) -> Iterator[Fault]:
        for place, rule in enumerate(one.of):
            loc = ("classes", number, "of", place)
            if one.relative and rule.parent:
                hint = "bỏ parent (đơn vị cấp trên là cơ quan ban hành văn bản), hoặc bỏ relative"
                yield Fault((*loc, "parent"), "nhóm tính theo cơ quan nói không ghi đơn vị cấp trên", hint=hint)
            elif rule.parent and rule.parent not in self.by_id:
                yield self._unknown_unit((*loc, "parent"), rule.parent)
            if not (one.relative or rule.parent or rule.level or rule.name_begins):
                hint = "ghi ít nhất một trong parent, level, name_begins"
                yield Fault(loc, "quy tắc này gồm mọi đơn vị của danh bạ", hint=hint)

    def _unknown_unit(self, loc: tuple[str | int, ...], id: str) -> Fault:
        return Fault(loc, "không có đơn vị này", found=f"«{id}»", hint=suggestion(id, list(self.by_id)))

    def _class_faults(self, place: int, unit: Unit) -> Iterator[Fault]:
        known = [one.id for one in self.classes]
        for number, name in enumerate(unit.classes):
            if name not in known:
                hint = suggestion(name, known)
                yield Fault(("units", place, "classes", number), "không có nhóm này", found=f"«{name}»", hint=hint)

    def _people_faults(self, place: int, unit: Unit) -> Iterator[Fault]:
        """A person works in a part of the unit or in a unit directly below it."""
        wanted = [(number, one.part) for number, one in enumerate(unit.people) if one.part]
        if not wanted:
            return
        below = [one for one in self.units if any(link.unit == unit.id for link in one.administrative_parent)]
        known = [
            name for names in (*(one.names for one in unit.parts), *(one.names for one in below)) for name in names
        ]
        folded = set(map(fold, known))
        for number, part in wanted:
            if fold(part) not in folded:
                loc = ("units", place, "people", number, "part")
                hint = suggestion(part, known)
                yield Fault(loc, f"«{unit.name}» không có bộ phận này", found=f"«{part}»", hint=hint)

    def _link_faults(self, place: int, unit: Unit, edge: Edge) -> Iterator[Fault]:
        field = f"{edge}_parent"
        links = unit.links(edge)
        for number, link in enumerate(links):
            loc = ("units", place, field, number)
            yield from reversed_span(loc, link)
            above = self.by_id.get(link.unit)
            if above is None:
                yield self._unknown_unit((*loc, "unit"), link.unit)
            elif not _within(unit, link, above):
                message = f"quan hệ này vượt ra ngoài thời gian hoạt động của «{above.name}»"
                yield Fault(loc, message, hint="sửa valid_from, valid_to")
            if edge == "administrative" and any(link.overlaps(other) for other in links[:number]):
                yield Fault(loc, "hai đơn vị cấp trên cùng một lúc", hint="sửa valid_from, valid_to cho nối tiếp nhau")
        if any(self._is_above_itself(unit, day, edge) for day in _first_days(unit, links)):
            yield Fault(("units", place, field), "quan hệ cấp trên, cấp dưới quay vòng")

    def _is_above_itself(self, unit: Unit, day: date, edge: Edge) -> bool:
        seen: set[str] = set()
        waiting = [unit]
        while waiting:
            one = waiting.pop()
            links = one.links(edge) if one.holds_on(day) else ()
            above = {link.unit for link in links if link.holds_on(day)} - seen
            if unit.id in above:
                return True
            seen |= above
            waiting += [self.by_id[id] for id in above if id in self.by_id]
        return False


def _shared_names(classes: Sequence[UnitClass]) -> Iterator[Fault]:
    """A name that two classes have; one class may write it twice in other letters."""
    owners: dict[str, str] = {}
    for number, one in enumerate(classes):
        for name in one.names:
            owner = owners.setdefault(fold(name), one.id)
            if owner != one.id:
                hint = "mỗi tên gọi chỉ dùng cho một nhóm"
                yield Fault(("classes", number), f"tên này đã dùng cho nhóm «{owner}»", found=f"«{name}»", hint=hint)


def _reversed_spans(loc: tuple[str | int, ...], spans: Iterable[Dated]) -> Iterator[Fault]:
    for number, span in enumerate(spans):
        yield from reversed_span((*loc, number), span)


def _repeated_parts(loc: tuple[str | int, ...], parts: Sequence[UnitPart]) -> Iterator[Fault]:
    for number, part in enumerate(parts):
        names = set(map(fold, part.names))
        for other in parts[:number]:
            if part.overlaps(other) and names.intersection(map(fold, other.names)):
                yield Fault((*loc, number, "name"), "bộ phận trước đã có tên này", found=f"«{part.name}»")


def _within(unit: Unit, link: Link, above: Unit) -> bool:
    """Whether the higher unit exists on every day on which the lower one exists and the edge holds."""
    first = max(unit.valid_from or date.min, link.valid_from or date.min)
    last = min(unit.valid_to or date.max, link.valid_to or date.max)
    return first > last or (above.valid_from or date.min) <= first and last <= (above.valid_to or date.max)


def _first_days(unit: Unit, links: tuple[Link, ...]) -> set[date]:
    """The days on which something about the edges begins; a circle exists on one of them or never."""
    start = unit.valid_from or date.min
    return {max(start, link.valid_from or date.min) for link in links}
