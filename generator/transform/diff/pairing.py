"""Which entry of one list is which entry of another: by identity, by likeness, by order; and which were moved."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.transform.diff.sameness import likeness

ALIKE: Final = 0.5
"""From this share of common words on an entry in its place is taken for the same one, rewritten."""
_RELATED: Final = 0.4
"""What entries of one identity must have in common; less, and the identity was given to another entry."""
_SURE: Final = 0.72
"""From this share on an entry at another place is taken for one that was moved and rewritten."""
_FEWEST: Final = 4
"""Words that an entry must have to be found at another place by its likeness alone."""
_MOST_COMPARED: Final = 400_000
"""So many pairs are compared in one gap at most; in longer ones only equal entries are found."""

Pair = tuple[int, int]


@dataclass(frozen=True)
class Signs:
    """What an entry is known by."""

    keys: tuple[str | None, ...]
    """Identities, the strongest first: the whole text, then such as a number or an id, for which None is none."""
    words: str
    """Its words in code."""
    facts: frozenset[str] = frozenset()
    """What entries that are the same have at least one of in common, where both have any, such as number and day."""

    def contradicts(self, other: Signs) -> bool:
        """Tell whether the two cannot be the same, however alike their words are."""
        return bool(self.facts and other.facts) and self.facts.isdisjoint(other.facts)


@dataclass(frozen=True)
class Pairing:
    """The entries of two lists, by their places."""

    pairs: tuple[Pair, ...]
    """Ascending in the old list."""
    moved: frozenset[int]
    """Old places of entries that do not stand in the order of the others."""

    def unpaired(self, olds: int, news: int) -> tuple[list[int], list[int]]:
        """Return the places of what was removed from so many old entries, and added to so many new ones."""
        old, new = {pair[0] for pair in self.pairs}, {pair[1] for pair in self.pairs}
        return [place for place in range(olds) if place not in old], [
            place for place in range(news) if place not in new
        ]


def paired(olds: Sequence[Signs], news: Sequence[Signs]) -> Pairing:
    """Return which entries are the same.

    Entries that share an identity that no other has are the same; those in order are the backbone, between whose
    members the rest is aligned by likeness. What is left over is looked for at other places.
    """
    pairs = _by_keys(olds, news)
    backbone = [pairs[place] for place in _longest_ascending([pair[1] for pair in pairs])]
    for gap_old, gap_new in _gaps(pairs, backbone, len(olds), len(news)):
        pairs += _aligned(olds, news, gap_old, gap_new)
    pairs = sorted([*pairs, *_elsewhere(olds, news, pairs)])
    kept = {pairs[place][0] for place in _longest_ascending([pair[1] for pair in pairs])}
    return Pairing(tuple(pairs), frozenset(pair[0] for pair in pairs if pair[0] not in kept))


def _by_keys(olds: Sequence[Signs], news: Sequence[Signs]) -> list[Pair]:
    """Return the pairs of entries that share a key which is unique among those not yet paired, ascending."""
    found: dict[int, int] = {}
    for level in range(max((len(one.keys) for one in (*olds, *news)), default=0)):
        following = _unique(news, level, set(found.values()))
        for key, old in _unique(olds, level, set(found)).items():
            new = following.get(key)
            if new is not None and (not level or likeness(olds[old].words, news[new].words, _RELATED)):
                found[old] = new
    return sorted(found.items())


def _unique(entries: Sequence[Signs], level: int, without: set[int]) -> dict[str, int]:
    """Return the places of entries by a key that only they have."""
    keys = {place: one.keys[level] for place, one in enumerate(entries) if place not in without}
    counts = Counter(keys.values())
    return {key: place for place, key in keys.items() if key and counts[key] == 1}


def _gaps(
    pairs: Sequence[Pair], backbone: Sequence[Pair], olds: int, news: int
) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the unpaired places between neighbours of the backbone, where both lists have some."""
    old_taken, new_taken = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    for (old, new), (next_old, next_new) in pairwise([(-1, -1), *backbone, (olds, news)]):
        gap_old = [place for place in range(old + 1, next_old) if place not in old_taken]
        gap_new = [place for place in range(new + 1, next_new) if place not in new_taken]
        if gap_old and gap_new:
            yield gap_old, gap_new


def _aligned(olds: Sequence[Signs], news: Sequence[Signs], gap_old: list[int], gap_new: list[int]) -> list[Pair]:
    """Return the pairs of a gap, in order on both sides, that have the most in common."""
    if len(gap_old) * len(gap_new) > _MOST_COMPARED:
        return []
    best: list[list[float]] = [[0.0] * (len(gap_new) + 1)]
    for old in gap_old:
        above, row = best[-1], [0.0]
        for place, share in enumerate(_share(olds[old], news[new]) for new in gap_new):
            row.append(max(above[place + 1], row[-1], above[place] + share if share else 0.0))
        best.append(row)
    return [(gap_old[old], gap_new[new]) for old, new in _traced(best)]


def _share(old: Signs, new: Signs) -> float:
    """Return how alike two entries are, 0 where too little; equal ones and such of one identity count for more."""
    if old.keys[0] == new.keys[0]:
        return 1.5
    if old.contradicts(new):
        return 0.0
    share = likeness(old.words, new.words, _RELATED)
    if share and any(key and key == other for key, other in zip(old.keys[1:], new.keys[1:], strict=True)):
        return share + 0.25
    return share if share >= ALIKE else 0.0


def _traced(best: Sequence[Sequence[float]]) -> list[Pair]:
    """Return the pairs by which the best sum came about."""
    old, new = len(best) - 1, len(best[0]) - 1
    found: list[Pair] = []
    while old and new:
        if best[old][new] == best[old - 1][new]:
            old -= 1
        elif best[old][new] == best[old][new - 1]:
            new -= 1
        else:
            old, new = old - 1, new - 1
            found.append((old, new))
    return found[::-1]


def _elsewhere(olds: Sequence[Signs], news: Sequence[Signs], pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs of entries left over that are surely the same, the likest and nearest first."""
    left = Pairing(tuple(pairs), frozenset()).unpaired(len(olds), len(news))
    found: list[tuple[float, int, Pair]] = []
    if len(left[0]) * len(left[1]) > _MOST_COMPARED:
        return []
    for old in left[0]:
        for new in left[1]:
            share = _share_elsewhere(olds[old], news[new])
            if share:
                found.append((-share, abs(old - new), (old, new)))
    taken: tuple[set[int], set[int]] = set(), set()
    made: list[Pair] = []
    for _, _, (old, new) in sorted(found):
        if old not in taken[0] and new not in taken[1]:
            made.append((old, new))
            taken[0].add(old)
            taken[1].add(new)
    return made


def _share_elsewhere(old: Signs, new: Signs) -> float:
    """Return how alike two entries at different places are, 0 where they may as well be two."""
    if old.keys[0] != new.keys[0] and (len(old.words) < _FEWEST or old.contradicts(new)):
        return 0.0
    return likeness(old.words, new.words, _SURE)


def _longest_ascending(numbers: Sequence[int]) -> list[int]:
    """Return the places of a longest ascending run of numbers, none of them twice."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for place, number in enumerate(numbers):
        step = bisect_left(ends, number)
        before.append(last[step - 1] if step else None)
        if step == len(ends):
            ends.append(number)
            last.append(place)
        else:
            ends[step], last[step] = number, place
    run: list[int] = []
    at = last[-1] if last else None
    while at is not None:
        run.append(at)
        at = before[at]
    return run[::-1]
