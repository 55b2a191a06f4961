"""The directory of units: names, levels, who stands above whom and who signs, each from a day to a day.

Two edges lead upwards. *Trực thuộc* (administrative): who commands and whose name stands above in the head. *Chuyên
môn* (professional): who guides the field of work. Since 01/7/2025 a commune is under UBND tỉnh and only guided by a
Sở.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, TypeAlias

from pydantic import Field

from generator.registers.base import Dated, Fault, Id, Line, Record, Register, repeated, reversed_span
from generator.spelling import suggestion
from generator.vietnamese.unicode import fold

Level: TypeAlias = Literal["central", "province", "department", "district", "division", "commune", "school", "other"]
"""Central body, UBND tỉnh, sở, UBND huyện, phòng, UBND xã, school, anything else."""
Edge: TypeAlias = Literal["administrative", "professional"]


class Link(Dated):
    """An edge to a higher unit, for the days it holds."""

    unit: Id = Field(title="Đơn vị cấp trên", description="Identity of the higher unit")


class Signer(Dated):
    """A person who may sign for the unit, for the days of the office."""

    name: Line = Field(title="Họ và tên", description="Full name without degrees: Nguyễn Văn A")
    position: Line = Field(title="Chức vụ", description="Position: Giám đốc, Phó Giám đốc")


class UnitClass(Record):
    """A set of units that documents name together."""

    id: Id = Field(title="Mã", description="Identity of the class: cac-so")
    name: Line = Field(title="Tên gọi", description="As documents write it: Các sở, ban, ngành tỉnh")
    aliases: tuple[Line, ...] = Field((), title="Tên gọi khác", description="Other ways to write it")


class Unit(Dated):
    """One unit. Its own days are those in which it exists."""

    id: Id = Field(title="Mã", description="Identity: so-gddt")
    name: Line = Field(title="Tên đầy đủ", description="Full official name: Sở Giáo dục và Đào tạo")
    aliases: tuple[Line, ...] = Field((), title="Tên gọi khác", description="Short and older names: Sở GDĐT")
    symbol: Line | None = Field(None, title="Chữ viết tắt", description="Abbreviation in the number: SGDĐT")
    level: Level = Field(title="Cấp", description="central, province, department, district, division, commune, school")
    head_title: Line | None = Field(None, title="Chức danh người đứng đầu", description="Giám đốc, Chủ tịch …")
    place: Line | None = Field(None, title="Địa danh", description="Place in the date line: Sông Vân")
    administrative_parent: tuple[Link, ...] = Field((), title="Trực thuộc", description="Who commands, by days")
    professional_parent: tuple[Link, ...] = Field(
        (), title="Chuyên môn", description="Who guides, by days; may be several at once"
    )
    signers: tuple[Signer, ...] = Field((), title="Người ký", description="Who may sign, the head first")
    classes: tuple[Id, ...] = Field((), title="Thuộc nhóm", description="Identities of the classes it is a member of")

    def links(self, edge: Edge) -> tuple[Link, ...]:
        """Return the edges of one kind, of all days."""
        return self.administrative_parent if edge == "administrative" else self.professional_parent

    def signers_on(self, day: date) -> tuple[Signer, ...]:
        """Return who may sign on a day, the head first."""
        return tuple(one for one in self.signers if one.holds_on(day))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by, the full one first."""
        return (self.name, *self.aliases)


class UnitDirectory(Register):
    """All units of a province, past and present. What is asked is always asked for a day."""

    classes: tuple[UnitClass, ...] = Field((), title="Nhóm đơn vị", description="Sets of units named together")
    units: tuple[Unit, ...] = Field(title="Đơn vị", description="The units; siblings in the order of lists")

    def get(self, id: str) -> Unit | None:
        """Return the unit with an identity, of whatever days; None for an unknown one."""
        return next((unit for unit in self.units if unit.id == id), None)

    def find(self, name: str, on: date) -> tuple[Unit, ...]:
        """Return the units that exist on a day and go by a name; several where the name is ambiguous."""
        wanted = fold(name)
        return tuple(unit for unit in self.on(on) if wanted in map(fold, unit.names))

    def on(self, day: date) -> tuple[Unit, ...]:
        """Return the units that exist on a day."""
        return tuple(unit for unit in self.units if unit.holds_on(day))

    def parents(self, id: str, on: date, edge: Edge = "administrative") -> tuple[Unit, ...]:
        """Return the units directly above on a day; by the professional edge there may be several."""
        unit = self.get(id)
        links = unit.links(edge) if unit and unit.holds_on(on) else ()
        above = (self.get(link.unit) for link in links if link.holds_on(on))
        return tuple(one for one in above if one is not None)

    def parent(self, id: str, on: date, edge: Edge = "administrative") -> Unit | None:
        """Return the first unit directly above on a day, or None at the top and for an unknown unit."""
        return next(iter(self.parents(id, on, edge)), None)

    def ancestors(self, id: str, on: date, edge: Edge = "administrative") -> tuple[Unit, ...]:
        """Return the units above on a day, the nearest first, each once."""
        chain: list[Unit] = []
        waiting = list(self.parents(id, on, edge))
        while waiting:
            above = waiting.pop(0)
            if above not in chain:
                chain.append(above)
                waiting.extend(self.parents(above.id, on, edge))
        return tuple(chain)

    def children(self, id: str, on: date, edge: Edge = "administrative") -> tuple[Unit, ...]:
        """Return the units directly below on a day, in the order of the directory."""
        return tuple(
            unit for unit in self.on(on) if any(link.unit == id and link.holds_on(on) for link in unit.links(edge))
        )

    def members(self, class_name: str, on: date) -> tuple[Unit, ...]:
        """Return the members of a class on a day; the class by its identity or any of its names. Empty if unknown."""
        wanted = fold(class_name)
        ids = {one.id for one in self.classes if wanted in map(fold, (one.id, one.name, *one.aliases))}
        return tuple(unit for unit in self.on(on) if ids.intersection(unit.classes))

    def faults(self) -> Iterator[Fault]:
        """Repeated identities, references that lead nowhere, impossible days, two superiors at once, circles."""
        yield from repeated("classes", [one.id for one in self.classes])
        yield from repeated("units", [unit.id for unit in self.units])
        for place, unit in enumerate(self.units):
            yield from reversed_span(("units", place), unit)
            yield from self._class_faults(place, unit)
            yield from self._link_faults(place, unit, "administrative")
            yield from self._link_faults(place, unit, "professional")
            for number, signer in enumerate(unit.signers):
                yield from reversed_span(("units", place, "signers", number), signer)

    def _class_faults(self, place: int, unit: Unit) -> Iterator[Fault]:
        known = [one.id for one in self.classes]
        for number, name in enumerate(unit.classes):
            if name not in known:
                hint = suggestion(name, known)
                yield Fault(("units", place, "classes", number), "không có nhóm này", found=f"«{name}»", hint=hint)

    def _link_faults(self, place: int, unit: Unit, edge: Edge) -> Iterator[Fault]:
        field = f"{edge}_parent"
        links = unit.links(edge)
        for number, link in enumerate(links):
            loc = ("units", place, field, number)
            yield from reversed_span(loc, link)
            above = self.get(link.unit)
            if above is None:
                hint = suggestion(link.unit, [one.id for one in self.units])
                yield Fault((*loc, "unit"), "không có đơn vị này", found=f"«{link.unit}»", hint=hint)
            elif not _within(unit, link, above):
                message = f"quan hệ này vượt ra ngoài thời gian hoạt động của «{above.name}»"
                yield Fault(loc, message, hint="sửa valid_from, valid_to")
            if edge == "administrative" and any(link.overlaps(other) for other in links[:number]):
                yield Fault(loc, "hai đơn vị cấp trên cùng một lúc", hint="sửa valid_from, valid_to cho nối tiếp nhau")
        if any(unit in self.ancestors(unit.id, day, edge) for day in _first_days(unit, links)):
            yield Fault(("units", place, field), "quan hệ cấp trên, cấp dưới quay vòng")


def _within(unit: Unit, link: Link, above: Unit) -> bool:
    """Whether the higher unit exists on every day on which the lower one exists and the edge holds."""
    first = max(unit.valid_from or date.min, link.valid_from or date.min)
    last = min(unit.valid_to or date.max, link.valid_to or date.max)
    return first > last or (above.valid_from or date.min) <= first and last <= (above.valid_to or date.max)


def _first_days(unit: Unit, links: tuple[Link, ...]) -> set[date]:
    """The days on which something about the edges begins; a circle exists on one of them or never."""
    start = unit.valid_from or date.min
    return {max(start, link.valid_from or date.min) for link in links}
