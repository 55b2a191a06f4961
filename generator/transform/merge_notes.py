"""What a merge takes over and what it leaves to be decided, each with its place in words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from itertools import count
from typing import Any, Final

from generator.transform.merge_places import entry_name, full_words, words_of

Way = tuple[str, ...]
"""The names of a place from outside inwards; that of a list whose entries are named stands in brackets."""

_KEY_LENGTH: Final = 10


class Side(StrEnum):
    """Whose version a decision takes."""

    PARENT = "parent"
    CHILD = "child"

    @property
    def label(self) -> str:
        """The word in lists of conflicts."""
        return {"parent": "cấp trên", "child": "đơn vị"}[self.value]


class ChangeKind(StrEnum):
    """What became of something by the change of the higher plan."""

    ADDED = "added"
    DROPPED = "dropped"
    CHANGED = "changed"
    MOVED = "moved"

    @property
    def label(self) -> str:
        """The word in lists of changes."""
        return {"added": "thêm", "dropped": "bỏ", "changed": "sửa", "moved": "đổi chỗ"}[self.value]


@dataclass(frozen=True)
class Change:
    """Something that was taken over from the higher plan."""

    kind: ChangeKind
    place: str
    """nhiệm vụ NV07, hàng 1, thời gian thực hiện."""
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        """One line: ``sửa nhiệm vụ NV07, hàng 1, thời gian thực hiện: «Quý I/2027» → «Quý II/2027»``."""
        said = " → ".join(f"«{words}»" for words in (self.before, self.after) if words)
        return f"{self.kind.label} {self.place}" + (f": {said}" if said else "")


@dataclass(frozen=True)
class Conflict:
    """Something that both sides changed, each in its own way."""

    key: str
    """Stands for this place with these words; the same for the same three versions."""
    place: str
    base: str
    ours: str
    """What the unit made of it; empty where it took it out."""
    theirs: str
    """What the higher plan makes of it; empty where it dropped it."""
    taken: Side
    decided: bool
    """Whether somebody decided; otherwise the version of the unit stays for the time being."""


@dataclass
class Notes:
    """Gathers what one merge takes over, and decides its conflicts."""

    take: Side | None = None
    decisions: Mapping[str, Side] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)

    def taken(self, kind: ChangeKind, before: Any, after: Any, way: Way) -> Any:
        """Return what theirs made of a thing that we left alone, and note it."""
        self.note(kind, way, words_of(before), words_of(after))
        return after

    def note(self, kind: ChangeKind, way: Way, before: str = "", after: str = "") -> None:
        """Note a change that was taken from theirs."""
        self.changes.append(Change(kind, place_of(way), before, after))

    def decided(self, base: Any, ours: Any, theirs: Any, way: Way) -> Any:
        """Return the version of a conflict that counts, and note it; None stands for a thing taken out."""
        said = (full_words(base), full_words(ours), full_words(theirs))
        return theirs if self.side_of(way, *said) is Side.PARENT else ours

    def side_of(self, way: Way, base: str, ours: str, theirs: str) -> Side:
        """Return whose version of a conflict counts, and note it: that of the unit as long as nobody decided."""
        place = place_of(way)
        key = self._key(place, base, ours, theirs)
        side = self.decisions.get(key, self.take)
        taken = side or Side.CHILD
        self.conflicts.append(Conflict(key, place, base, ours, theirs, taken=taken, decided=side is not None))
        return taken

    def _key(self, *parts: str) -> str:
        """Return a key that no conflict before this one has."""
        known = {one.key for one in self.conflicts}
        keys = (_key_of(*parts, str(number)) for number in count())
        return next(key for key in keys if key not in known)


def _key_of(*parts: str) -> str:
    return sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:_KEY_LENGTH]


def place_of(way: Way) -> str:
    """Return the place in words; a list whose entries are named needs no name of its own."""
    named = [part for part in way if not part.startswith("[")]
    return ", ".join(named) or way[-1].strip("[]")


def entry_way(way: Way, entry: Any, number: int) -> Way:
    """Return the place of an entry of a list, from 1."""
    return (*way, entry_name(entry, number, way[-1].strip("[]") if way else "mục"))
