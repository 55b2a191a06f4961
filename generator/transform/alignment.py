"""Which entry of a list is which entry of the same list in another version of a document.

What is the same word for word comes first, then what has the same origin (a task or target that is called the same
before one that merely has the number), then the same identity or name, then what says about the same. An entry may have
moved. What is left over in the same place on both sides is taken for one entry where its place is what it is known by:
a row of a task, a cell, a section.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

from pydantic import BaseModel
from rapidfuzz import fuzz

from generator.model.basis import LegalBasis
from generator.model.blocks import (
    Cell,
    Item,
    ObjectivesHere,
    Paragraph,
    Picture,
    Section,
    Table,
    TargetsHere,
    TasksHere,
)
from generator.model.document import Appendix
from generator.model.ending import Authority, Recipient
from generator.model.layout import TableLayout
from generator.model.origin import OWN, DerivedFrom, ParentReference
from generator.model.plan import Target, Task, TaskRow
from generator.vietnamese.unicode import fold, words

Key = Callable[[Any], Hashable | None]

_ALIKE: Final = 50.0
"""From this share of common words in order (percent) on an entry is taken for the same one, rewritten."""
_MOST_COMPARED: Final = 250_000
"""So many pairs are compared at most; of longer runs only what is named the same is known again."""
_PROSE = (Item, Paragraph)
_IDENTIFIED = (Task, Target, TableLayout)
_KNOWN_BY_PLACE = (str, tuple, TaskRow, Cell, Section, Appendix, Table)


def pairs(before: Sequence[Any], after: Sequence[Any]) -> dict[int, int]:
    """Return for each place in ``before`` that of the same entry in ``after``; entries that are gone have none."""
    found: dict[int, int] = {}
    for key in (_itself, _content, _origin_hash, _called_in_place, _called, _origin, _identity, _name):
        _pair_by(key, before, after, found)
    _pair_alike(before, after, found)
    _pair_by_place(before, after, found)
    return found


def same(before: Sequence[Any], after: Sequence[Any]) -> dict[int, int]:
    """Return the pairs of entries that are surely one: equal, of one origin, or of one identity without any origin."""
    found: dict[int, int] = {}
    for key in (_itself, _content, _origin_hash, _origin, _own_identity):
        _pair_by(key, before, after, found)
    return found


def _pair_by(key: Key, before: Sequence[Any], after: Sequence[Any], found: dict[int, int]) -> None:
    """Add the pairs of one key; of several entries with one key the first goes with the first."""
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    taken = set(found.values())
    for place, entry in enumerate(after):
        if place not in taken and (known := key(entry)) is not None:
            places[known].append(place)
    for place, entry in enumerate(before):
        waiting = places.get(key(entry)) if place not in found else None
        if waiting and (key is not _origin or _may_be_one(entry, after[waiting[0]])):
            found[place] = waiting.pop(0)


def _may_be_one(entry: Any, other: Any) -> bool:
    """Whether two entries of one origin are one: labels of prose move on, so its words must be about the same too."""
    return not isinstance(entry, _PROSE) or _likeness(entry, other) >= _ALIKE


def _itself(entry: Any) -> Hashable:
    return type(entry), entry


def _content(entry: Any) -> Hashable:
    """Return the entry without what only tells where it comes from."""
    return (type(entry), without_origins(entry)) if isinstance(entry, BaseModel) else None


@lru_cache(maxsize=10_000)
def without_origins(value: Any) -> Any:
    """Return a value of the model without any reference to the higher document it comes from, at any depth."""
    if isinstance(value, tuple):
        return tuple(map(without_origins, value))
    if not isinstance(value, BaseModel):
        return value
    old = {name: getattr(value, name) for name in type(value).model_fields}
    new = {name: None if isinstance(one, ParentReference) else without_origins(one) for name, one in old.items()}
    return value.model_copy(update=new) if any(new[name] is not old[name] for name in old) else value


def origin(entry: Any) -> ParentReference | None:
    """Return where an entry comes from; None for one that the office added itself."""
    parent = getattr(entry, "parent", None)
    return parent if isinstance(parent, ParentReference) and parent.document != OWN else None


def _origin_hash(entry: Any) -> Hashable:
    parent = origin(entry)
    return (type(entry), parent.document, parent.role, parent.hash) if parent and parent.hash else None


def _origin(entry: Any) -> Hashable:
    parent = origin(entry)
    return (type(entry), parent.document, parent.item) if parent and parent.item else None


def _called(entry: Any) -> Hashable:
    """Return of a task or target that comes from above what it is called: its number there may have moved on."""
    parent = origin(entry)
    if parent is None or not isinstance(entry, Task | Target):
        return None
    return type(entry), parent.document, parent.role, fold(_said(entry))


def _called_in_place(entry: Any) -> Hashable:
    called = _called(entry)
    return called and (called, entry.parent.item)


def _identity(entry: Any) -> Hashable:
    return (type(entry), entry.id) if isinstance(entry, _IDENTIFIED) else None


def _own_identity(entry: Any) -> Hashable:
    return None if origin(entry) else _identity(entry)


def _name(entry: Any) -> Hashable:
    """Return what an entry is called, of a kind whose entries have a name of their own; None for any other."""
    for kinds, name in _NAMES:
        if isinstance(entry, kinds):
            called = name(entry)
            return None if called is None else (type(entry), fold(called) if isinstance(called, str) else called)
    return None


def _cited(basis: LegalBasis) -> Hashable:
    numbers = tuple(one.number or one.title for one in basis.citations)
    return basis.document or (numbers if numbers else None)


_NAMES: Final[tuple[tuple[tuple[type, ...], Callable[[Any], Hashable]], ...]] = (
    ((Section, Table), lambda entry: entry.title),
    ((Item,), lambda entry: entry.text),
    ((LegalBasis,), _cited),
    ((Appendix,), lambda entry: entry.document or entry.title or entry.label),
    ((Recipient,), lambda entry: entry.name),
    ((Authority,), lambda entry: entry.code),
    ((Picture,), lambda entry: entry.file),
    ((TasksHere,), lambda entry: entry.table or ""),
    ((ObjectivesHere, TargetsHere), lambda entry: ""),
    ((DerivedFrom,), lambda entry: entry.document),
)


def _pair_alike(before: Sequence[Any], after: Sequence[Any], found: dict[int, int]) -> None:
    """Add pairs of entries that say about the same, the most alike first."""
    taken = set(found.values())
    old = [place for place in range(len(before)) if place not in found]
    new = [place for place in range(len(after)) if place not in taken]
    if len(old) * len(new) > _MOST_COMPARED:
        return
    scored = ((_likeness(before[one], after[other]), one, other) for one in old for other in new)
    for _, one, other in sorted((trial for trial in scored if trial[0] >= _ALIKE), key=_most_alike_first):
        if one not in found and other not in taken and _can_be_rewritten(before[one], after[other]):
            found[one] = other
            taken.add(other)


def _can_be_rewritten(entry: Any, other: Any) -> bool:
    """Whether one may have become the other: two tasks of one origin each are never one another's."""
    return not isinstance(entry, _IDENTIFIED) or not (origin(entry) and origin(other))


def _most_alike_first(trial: tuple[float, int, int]) -> tuple[float, int, int]:
    score, one, other = trial
    return -score, abs(one - other), one


def _likeness(entry: Any, other: Any) -> float:
    if type(entry) is not type(other):
        return 0.0
    one, two = (tuple(_words(_said(value))) for value in (entry, other))
    return float(fuzz.ratio(one, two)) if one or two else 0.0


def _said(entry: Any) -> Any:
    """Return what tells an entry from others: of a task its name, for all report and all are led by somebody."""
    if isinstance(entry, Task):
        return entry.name
    return entry.metric if isinstance(entry, Target) else entry


def _words(value: Any) -> Iterator[str]:
    """Yield the words that a value says, folded; identities, labels and origins say nothing."""
    if isinstance(value, str):
        yield from () if isinstance(value, Enum) else words(fold(value))
    elif isinstance(value, tuple):
        for entry in value:
            yield from _words(entry)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in ("kind", "id", "label", "goal_label", "parent"):
                yield from _words(getattr(value, name))


def _pair_by_place(before: Sequence[Any], after: Sequence[Any], found: dict[int, int]) -> None:
    """Add pairs of what is left over between the same neighbours, as many on both sides, of one kind each."""
    anchors = [(-1, -1), *ascending(found), (len(before), len(after))]
    taken = set(found.values())
    for (old, new), (next_old, next_new) in pairwise(anchors):
        one = [place for place in range(old + 1, next_old) if place not in found]
        two = [place for place in range(new + 1, next_new) if place not in taken]
        if len(one) == len(two) and all(
            isinstance(before[a], _KNOWN_BY_PLACE) and type(before[a]) is type(after[b])
            for a, b in zip(one, two, strict=True)
        ):
            found.update(zip(one, two, strict=True))


def ascending(found: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the longest run of pairs whose places rise on both sides: what moved is left out."""
    steps = sorted(found.items())
    ends: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for step, (_, new) in enumerate(steps):
        length = bisect_left(ends, new)
        before.append(tails[length - 1] if length else -1)
        ends[length:] = [new] if length == len(ends) else [new, *ends[length + 1 :]]
        tails[length:] = [step] if length == len(tails) else [step, *tails[length + 1 :]]
    yield from reversed([*_traced(steps, before, tails[-1] if tails else -1)])


def _traced(steps: Sequence[tuple[int, int]], before: Sequence[int], step: int) -> Iterator[tuple[int, int]]:
    while step >= 0:
        yield steps[step]
        step = before[step]
