"""Lists in three versions: which entries stay, come and go, and in which order they stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.transform.alignment import ascending, pairs, same
from generator.transform.merge_identities import Slot, is_same, settle_identities
from generator.transform.merge_notes import ChangeKind, Notes, Side, Way, entry_way
from generator.transform.merge_places import shortened, words_of

Values = tuple[Any, ...]
MergeValue = Callable[[Any, Any, Any, Way], Any]

Place = Callable[[Slot], int]


def merged_list(notes: Notes, merge_value: MergeValue, base: Values, ours: Values, theirs: Values, way: Way) -> Values:
    """Return what three versions of a list give.

    The order is ours where we changed it, else theirs; what one side added stands behind the neighbour that it has
    there.
    """
    slots = _slots(base, ours, theirs)
    settle_identities(notes, slots, way)
    for slot in slots:
        slot.made = _made(notes, merge_value, slot, way)
    kept = [slot for slot in slots if slot.made is not None]
    return tuple(slot.made for slot in _in_order(notes, kept, way))


def _slots(base: Values, ours: Values, theirs: Values) -> list[Slot]:
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
    slots = [Slot(_at(base, old), _at(ours, our), _at(theirs, their), old, our, their) for old, our, their in places]
    return sorted(slots, key=_reading_order)


def _reading_order(slot: Slot) -> tuple[int, bool]:
    return _number(slot), slot.our_place is None


def _base_place(slot: Slot) -> int:
    return -1 if slot.base_place is None else slot.base_place


def _our_place(slot: Slot) -> int:
    return -1 if slot.our_place is None else slot.our_place


def _their_place(slot: Slot) -> int:
    return -1 if slot.their_place is None else slot.their_place


def _at(values: Values, place: int | None) -> Any:
    return None if place is None else values[place]


def _made(notes: Notes, merge_value: MergeValue, slot: Slot, way: Way) -> Any:
    """Return what becomes of an entry; None when it goes."""
    base, ours, theirs = slot.base, slot.ours, slot.theirs
    here = entry_way(way, ours or theirs or base, _number(slot))
    if ours is not None and theirs is not None:
        return merge_value(base, ours, theirs, here)
    if base is None:
        return ours if theirs is None else notes.taken(ChangeKind.ADDED, None, theirs, here)
    if theirs is None:
        return _dropped_by_theirs(notes, base, ours, here)
    return None if is_same(base, theirs) else notes.decided(base, None, theirs, here)


def _dropped_by_theirs(notes: Notes, base: Any, ours: Any, here: Way) -> Any:
    if ours is None:
        return None
    if is_same(base, ours):
        return notes.taken(ChangeKind.DROPPED, ours, None, here)
    return notes.decided(base, ours, None, here)


def _number(slot: Slot) -> int:
    """Return the number by which a person finds the entry: in ours, else in theirs, else in the base."""
    return next((place for place in (_our_place(slot), _their_place(slot), _base_place(slot)) if place >= 0), 0) + 1


def _in_order(notes: Notes, kept: list[Slot], way: Way) -> list[Slot]:
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


def _note_moves(notes: Notes, ours: list[Slot], theirs: list[Slot], way: Way) -> None:
    places = {number: theirs.index(slot) for number, slot in enumerate(ours)}
    stayed = {old for old, _ in ascending(places)}
    for number, slot in enumerate(ours):
        if number not in stayed:
            notes.note(ChangeKind.MOVED, entry_way(way, slot.made, _number(slot)))


def _named(slots: list[Slot]) -> str:
    return "; ".join(shortened(words_of(one.made)) for one in slots)


def _placed(kept: list[Slot], main: Place, other: Place) -> list[Slot]:
    """Return the entries in the order of one side, those that only the other has behind their neighbours there."""
    made = sorted((one for one in kept if main(one) >= 0), key=main)
    at = 0
    for slot in sorted((one for one in kept if other(one) >= 0), key=other):
        if main(slot) < 0:
            made.insert(at, slot)
        at = made.index(slot) + 1
    return made
