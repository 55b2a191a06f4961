"""Lists in three versions: which entries stay, come and go, and in which order they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any, Final

from generator.model.plan import Target, Task
from generator.transform.alignment import ascending, pairs, same, without_origins
from generator.transform.merge_notes import ChangeKind, Notes, Side, Way, entry_way
from generator.transform.merge_places import shortened, words_of

Values = tuple[Any, ...]
MergeValue = Callable[[Any, Any, Any, Way], Any]

_IDENTIFIED: Final = (Task, Target)


@dataclass(eq=False)
class _Slot:
    """One entry in as many of the versions as have it, by its places in ours and theirs."""

    base: Any = None
    ours: Any = None
    theirs: Any = None
    base_place: int | None = None
    our_place: int | None = None
    their_place: int | None = None
    made: Any = None
    """What becomes of it; None when it goes."""


Place = Callable[[_Slot], int]


def merged_list(notes: Notes, merge_value: MergeValue, base: Values, ours: Values, theirs: Values, way: Way) -> Values:
    """Return what three versions of a list give.

    The order is ours where we changed it, else theirs; what one side added stands behind the neighbour that it has
    there.
    """
    slots = _slots(base, ours, theirs)
    for slot in slots:
        slot.made = _made(notes, merge_value, slot, way)
    kept = [slot for slot in slots if slot.made is not None]
    return tuple(slot.made for slot in _in_order(notes, kept, way))


def _slots(base: Values, ours: Values, theirs: Values) -> list[_Slot]:
    """Return the entries of all versions in the order of ours, what only theirs has behind what stands there."""
    to_ours, to_theirs = pairs(base, ours), pairs(base, theirs)
    places: list[tuple[int | None, int | None, int | None]] = [
        (place, to_ours.get(place), to_theirs.get(place)) for place in range(len(base))
    ]
    our_new = sorted(set(range(len(ours))) - set(to_ours.values()))
    their_new = sorted(set(range(len(theirs))) - set(to_theirs.values()))
    both = same([ours[place] for place in our_new], [theirs[place] for place in their_new])
    common = {our_new[one]: their_new[other] for one, other in both.items()}
    places += [(None, place, common.get(place)) for place in our_new]
    places += [(None, None, place) for place in their_new if place not in common.values()]
    slots = [_Slot(_at(base, old), _at(ours, our), _at(theirs, their), old, our, their) for old, our, their in places]
    _tell_apart(slots)
    return sorted(slots, key=_reading_order)


def _tell_apart(slots: list[_Slot]) -> None:
    """Give an entry of theirs whose identity another one has in ours an identity of its own."""
    used = {one.id: slot for slot in slots if isinstance(one := slot.ours, _IDENTIFIED)}
    known = {one.id for slot in slots for one in (slot.ours, slot.theirs) if isinstance(one, _IDENTIFIED)}
    for slot in slots:
        if isinstance(slot.theirs, _IDENTIFIED) and used.get(slot.theirs.id, slot) is not slot:
            free = (name for number in count(2) if (name := f"{slot.theirs.id}-{number}") not in known)
            id = slot.ours.id if slot.ours is not None else next(free)
            known.add(id)
            slot.theirs = slot.theirs.model_copy(update={"id": id})


def _reading_order(slot: _Slot) -> tuple[int, bool]:
    return _number(slot), slot.our_place is None


def _base_place(slot: _Slot) -> int:
    return -1 if slot.base_place is None else slot.base_place


def _our_place(slot: _Slot) -> int:
    return -1 if slot.our_place is None else slot.our_place


def _their_place(slot: _Slot) -> int:
    return -1 if slot.their_place is None else slot.their_place


def _at(values: Values, place: int | None) -> Any:
    return None if place is None else values[place]


def _made(notes: Notes, merge_value: MergeValue, slot: _Slot, way: Way) -> Any:
    """Return what becomes of an entry; None when it goes."""
    base, ours, theirs = slot.base, slot.ours, slot.theirs
    here = entry_way(way, ours or theirs or base, _number(slot))
    if ours is not None and theirs is not None:
        return merge_value(base, ours, theirs, here)
    if base is None:
        return ours if theirs is None else notes.taken(ChangeKind.ADDED, None, theirs, here)
    if theirs is None:
        return _dropped_by_theirs(notes, base, ours, here)
    return None if _is_same(base, theirs) else notes.decided(base, None, theirs, here)


def _dropped_by_theirs(notes: Notes, base: Any, ours: Any, here: Way) -> Any:
    if ours is None:
        return None
    if _is_same(base, ours):
        return notes.taken(ChangeKind.DROPPED, ours, None, here)
    return notes.decided(base, ours, None, here)


def _is_same(one: Any, other: Any) -> bool:
    return bool(without_origins(one) == without_origins(other))


def _number(slot: _Slot) -> int:
    """Return the number by which a person finds the entry: in ours, else in theirs, else in the base."""
    return next((place for place in (_our_place(slot), _their_place(slot), _base_place(slot)) if place >= 0), 0) + 1


def _in_order(notes: Notes, kept: list[_Slot], way: Way) -> list[_Slot]:
    """Return the entries in order: ours where theirs left it or both changed it, else theirs."""
    shared = [one for one in kept if None not in (one.base_place, one.our_place, one.their_place)]
    before, ours, theirs = (sorted(shared, key=place) for place in (_base_place, _our_place, _their_place))
    if theirs in (before, ours):
        return _placed(kept, _our_place, _their_place)
    if ours != before:
        orders = [_named(one) for one in (before, ours, theirs)]
        if notes.side_of((*way, "thứ tự"), *orders) is Side.CHILD:
            return _placed(kept, _our_place, _their_place)
    else:
        _note_moves(notes, ours, theirs, way)
    return _placed(kept, _their_place, _our_place)


def _note_moves(notes: Notes, ours: list[_Slot], theirs: list[_Slot], way: Way) -> None:
    places = {number: theirs.index(slot) for number, slot in enumerate(ours)}
    stayed = {old for old, _ in ascending(places)}
    for number, slot in enumerate(ours):
        if number not in stayed:
            notes.note(ChangeKind.MOVED, entry_way(way, slot.made, _number(slot)))


def _named(slots: list[_Slot]) -> str:
    return "; ".join(shortened(words_of(one.made)) for one in slots)


def _placed(kept: list[_Slot], main: Place, other: Place) -> list[_Slot]:
    """Return the entries in the order of one side, those that only the other has behind their neighbours there."""
    made = sorted((one for one in kept if main(one) >= 0), key=main)
    at = 0
    for slot in sorted((one for one in kept if other(one) >= 0), key=other):
        if main(slot) < 0:
            made.insert(at, slot)
        at = made.index(slot) + 1
    return made
