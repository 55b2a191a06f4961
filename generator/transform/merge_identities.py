"""Identities of tasks and targets in three versions of a list: those that the higher plan numbered anew follow it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, Final

from generator.model.plan import Target, Task
from generator.transform.alignment import without_origins
from generator.transform.merge_notes import ChangeKind, Notes, Way

_IDENTIFIED: Final = (Task, Target)


@dataclass(eq=False)
class Slot:
    """One entry in as many of the versions as have it, by its places in them."""

    base: Any = None
    ours: Any = None
    theirs: Any = None
    base_place: int | None = None
    our_place: int | None = None
    their_place: int | None = None
    made: Any = None
    """What becomes of it; None when it goes."""


def settle_identities(notes: Notes, slots: Sequence[Slot], way: Way) -> None:
    """Make the identities of a list's entries such that no two entries of the result share one.

    Entries that the higher plan numbered anew take their new identities all together, which is noted once; where one
    of these belongs to an entry of the unit's own, all keep the old ones. An added entry whose identity another one
    has gets a free one.
    """
    known = [slot for slot in slots if any(isinstance(one, _IDENTIFIED) for one in (slot.base, slot.ours, slot.theirs))]
    moved = [slot for slot in known if _is_renumbered(slot)]
    staying = {slot.ours.id for slot in known if slot not in moved and _stays(slot)}
    targets = Counter(slot.theirs.id for slot in moved)
    if staying & set(targets) or max(targets.values(), default=1) > 1:
        for slot in moved:
            slot.theirs = _with_id(slot.theirs, slot.ours.id)
    else:
        _follow(notes, moved, way)
    _tell_apart(known)


def _is_renumbered(slot: Slot) -> bool:
    """Whether the higher plan gave another identity to an entry whose identity we left alone."""
    return None not in (slot.base, slot.ours, slot.theirs) and slot.base.id == slot.ours.id != slot.theirs.id


def _stays(slot: Slot) -> bool:
    """Whether our version may stay: theirs has the entry too, or we have added or edited it."""
    if slot.ours is None:
        return False
    return slot.theirs is not None or slot.base is None or not is_same(slot.base, slot.ours)


def _follow(notes: Notes, moved: Iterable[Slot], way: Way) -> None:
    told = []
    for slot in moved:
        told.append((slot.ours.id, slot.theirs.id))
        slot.base, slot.ours = (_with_id(one, slot.theirs.id) for one in (slot.base, slot.ours))
    if told:
        before, after = (", ".join(ids) for ids in zip(*told, strict=True))
        notes.note(ChangeKind.CHANGED, (*way, f"mã {way[-1].strip('[]')}"), before, after)


def _tell_apart(slots: Sequence[Slot]) -> None:
    """Give an entry of theirs whose identity another one has in ours an identity of its own."""
    used = {slot.ours.id: slot for slot in slots if slot.ours is not None and _stays(slot)}
    known = {one.id for slot in slots for one in (slot.ours, slot.theirs) if one is not None}
    for slot in slots:
        if slot.theirs is not None and used.get(slot.theirs.id, slot) is not slot:
            free = (name for number in count(2) if (name := f"{slot.theirs.id}-{number}") not in known)
            id = slot.ours.id if slot.ours is not None else next(free)
            known.add(id)
            slot.theirs = _with_id(slot.theirs, id)


def _with_id(entry: Any, id: str) -> Any:
    return entry.model_copy(update={"id": id})


def is_same(one: Any, other: Any) -> bool:
    """Whether two entries say the same, wherever they come from."""
    return bool(without_origins(one) == without_origins(other))
