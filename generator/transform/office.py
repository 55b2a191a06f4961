"""The office that derives a plan: how it calls itself, which parts it has, who stands below it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final

from generator.model.document import Document
from generator.model.readiness import placeholder
from generator.registers.derivation_head import HeadRules
from generator.registers.derivation_words import Voice
from generator.registers.units import Unit, UnitDirectory
from generator.vietnamese.unicode import fold

_AREA: Final = re.compile(r"\b(đặc khu|thị trấn|thị xã|thành phố|phường|xã|quận|huyện|tỉnh)\b", re.IGNORECASE)
_INNER_LEVELS: Final[Mapping[str, tuple[str, ...]]] = {"province": ("department",), "central": ("department",)}
"""Levels of what is a part of an office rather than a unit below it; of others the phòng."""

_LEAD_BY_PROFESSION: Final = ("division",)
"""Levels that lead the schools which they guide: a phòng of a district, whose committee has the schools."""


@dataclass(frozen=True)
class Office:
    """One unit on one day, as its plan speaks of it."""

    unit: Unit
    voice: Voice
    parts: tuple[str, ...]
    """Names of its own parts: văn phòng, phòng, tổ."""
    below: tuple[Unit, ...]
    """Units that follow it and are no parts of it: those under its command, of a phòng those that it guides."""
    guided: tuple[Unit, ...]
    """Units that it only guides professionally."""
    words: Mapping[str, str]
    """What stands for each placeholder of the rules about an office."""

    def under(self, parent: Document) -> Office:
        """Return the office as it speaks of a higher document: ``{parent}`` is who issued that."""
        name = parent.issuer.name or placeholder("tên cơ quan cấp trên")
        return replace(self, words={**self.words, "parent": name})

    def part(self, *signs: str) -> str | None:
        """Return the first of its parts whose name holds one of the words, the earlier words first; None without."""
        for sign in map(fold, signs):
            for name, folded in zip(self.parts, self._folded_parts, strict=True):
                if sign in folded:
                    return name
        return None

    @cached_property
    def _folded_parts(self) -> tuple[str, ...]:
        return tuple(map(fold, self.parts))


def office_of(unit: Unit, directory: UnitDirectory, rules: HeadRules, on: date) -> Office:
    """Return how a unit speaks of itself on a day; the rules have a voice for every level."""
    inner_levels = _INNER_LEVELS.get(unit.level, ("division",))
    children = directory.children(unit.id, on)
    parts = [one.name for one in unit.parts_on(on)] + [one.name for one in children if one.level in inner_levels]
    own = {one.id for one in children}
    guided = [one for one in directory.children(unit.id, on, "professional") if one.id not in own]
    led = guided if unit.level in _LEAD_BY_PROFESSION else []
    voice = _voice(unit, rules)
    office = Office(
        unit=unit,
        voice=voice,
        parts=tuple(dict.fromkeys(parts)),
        below=(*(one for one in children if one.level not in inner_levels), *led),
        guided=() if led else tuple(guided),
        words={},
    )
    return replace(office, words=_words(office, directory, on))


def _voice(unit: Unit, rules: HeadRules) -> Voice:
    fitting = (one for one in rules.voices if unit.level in one.levels and _is_called(unit, one.kinds))
    return next(fitting)


def _is_called(unit: Unit, kinds: tuple[str, ...]) -> bool:
    return not kinds or any(fold(unit.name).startswith(fold(kind)) for kind in kinds)


def _words(office: Office, directory: UnitDirectory, on: date) -> dict[str, str]:
    unit, voice = office.unit, office.voice
    above = directory.parent(unit.id, on)
    words = {
        "name": unit.name,
        "area": _area(unit, directory, on),
        "place": unit.place or placeholder("địa danh"),
        "head": unit.head_title or placeholder("chức danh người đứng đầu"),
        "parent": above.name if above else placeholder("tên cơ quan cấp trên"),
    }
    own = {name: getattr(voice, name).format_map(words) for name in ("own", "focal", "inner", "below")}
    part = office.part(*voice.focal_parts)
    head = {"head": voice.head.format_map(words)} if voice.head and unit.head_title else {}
    return {**words, **own, **head, "focal": part or own["focal"]}


def _area(unit: Unit, directory: UnitDirectory, on: date) -> str:
    """Return what the unit's area is: xã, phường, huyện …; that of the nearest unit above whose name tells."""
    for one in (unit, *directory.ancestors(unit.id, on)):
        if found := _AREA.search(one.name):
            return found[1].lower()
    return "địa bàn"
