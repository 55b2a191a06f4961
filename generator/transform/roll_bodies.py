"""Offices in a plan that no longer exist on the day of the new one: former bodies of the State, former units."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from generator.model.plan import Plan
from generator.registers.bodies import BodyRegister
from generator.registers.former import NamedBody, is_told_of_the_past, named_bodies
from generator.registers.units import UnitDirectory
from generator.transform.roll_decision import Decision, Topic
from generator.vietnamese.citations import find_citations
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.marks import plain

_SHORTEST: Final = 5
"""Letters of a unit's name from which on it is looked for in running text."""


_LISTED: Final = re.compile(r"\b[Cc]ác\s+(?P<kind>[Ss]ở|[Bb]ộ)(?:,\s*ngành)?\s*:?\s+(?P<names>[^;.()\n]+)")
"""Offices of a kind that share its word: Các sở: Tài chính, Thông tin và Truyền thông."""


@dataclass(frozen=True)
class Said:
    """A text of the plan and where it stands."""

    place: str
    text: str
    is_name: bool = False
    """Whether it is the name of an office, and tells nothing of the past."""


@dataclass
class _Gone:
    """An office that has ended, by all its names in the plan."""

    action: str
    words: dict[str, None] = field(default_factory=dict)
    places: dict[str, None] = field(default_factory=dict)


def unit_names(plan: Plan) -> Iterator[Said]:
    """Yield the offices that issue a plan and that have its tasks."""
    for name in (plan.issuer.parent, plan.issuer.name):
        if name:
            yield Said("cơ quan ban hành", name, is_name=True)
    for task in plan.tasks:
        for row in task.rows:
            for name in (*row.lead, *row.support, *row.monitor):
                yield Said(f"nhiệm vụ {task.id}", name, is_name=True)


class Former:
    """Which offices have ended on a day: those of the register, and units of a directory since an earlier day."""

    def __init__(self, register: BodyRegister, directory: UnitDirectory | None, then: date, on: date) -> None:
        self._register = register
        self._on = on
        self._gone: dict[str, _Gone] = {}
        units = directory.on(then) if directory else ()
        names = {name for unit in units for name in unit.names if directory and not directory.find(name, on)}
        self._names = names
        long_names = sorted((re.escape(name) for name in names if len(name) >= _SHORTEST), key=len, reverse=True)
        self._in_text = re.compile(rf"(?<!\w)(?:{'|'.join(long_names)})(?!\w)") if long_names else None

    def decisions(self, said: Iterable[Said]) -> Iterator[Decision]:
        """Yield a decision for each office that has ended, with all its places in the order of the texts."""
        for one in said:
            self._look_at(one)
        for gone in self._gone.values():
            words = ", ".join(f"«{one}»" for one in gone.words)
            found = f"{words} không còn vào ngày {PartialDate.parse(self._on).short()}"
            yield Decision(Topic.UNIT, _joined(gone.places), found, gone.action)

    def _look_at(self, said: Said) -> None:
        text = plain(said.text)
        cited = [] if said.is_name else [(one.start, one.end) for one in find_citations(text)]
        reached: list[tuple[int, int]] = []
        for one in named_bodies(text, self._register, self._on):
            reached.append((one.start, one.end))
            is_past = not said.is_name and is_told_of_the_past(text, one.start, one.body.valid_to)
            if not is_past and not any(start <= one.start < end for start, end in cited):
                action = f"thay bằng {one.body.successor} ({one.body.basis})"
                self._note(one.body.id, one.words, said.place, action)
        for one in self._listed(text):
            self._note(one.body.id, one.words, said.place, f"thay bằng {one.body.successor} ({one.body.basis})")
        for start, end in self._units_in(said, text):
            if not any(start < last and first < end for first, last in (*reached, *cited)):
                self._note(text[start:end], text[start:end], said.place, "thay bằng đơn vị nhận chức năng, nhiệm vụ")

    def _listed(self, text: str) -> Iterator[NamedBody]:
        """Yield former bodies in lists that say their kind once."""
        for match in _LISTED.finditer(text):
            kind = match["kind"].capitalize()
            for piece in match["names"].split(","):
                words = piece.split(" và ")
                tails = [" và ".join(words[place:]).strip() for place in range(len(words))]
                found = (one for tail in tails for one in named_bodies(f"{kind} {tail}", self._register, self._on))
                yield from (one for one in found if one.start == 0)

    def _units_in(self, said: Said, text: str) -> Iterator[tuple[int, int]]:
        if said.is_name and text in self._names:
            yield 0, len(text)
        elif self._in_text:
            yield from (match.span() for match in self._in_text.finditer(text))

    def _note(self, key: str, words: str, place: str, action: str) -> None:
        gone = self._gone.setdefault(key, _Gone(action))
        gone.words[words] = None
        gone.places[place] = None


def _joined(places: Iterable[str]) -> str:
    """Return places in one line, those of tasks together: nhiệm vụ NV01, NV02; nơi nhận …"""
    lead = "nhiệm vụ "
    places = list(dict.fromkeys(one.removeprefix("nhiệm vụ, ") for one in places))
    tasks = [one.removeprefix(lead) for one in places if one.startswith(lead) and "," not in one]
    others = [one for one in places if not one.startswith(lead) or "," in one]
    return "; ".join([*([lead + ", ".join(tasks)] if tasks else []), *others])
