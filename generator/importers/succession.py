"""Which entry of a list became which entry of the same list after an edit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Final

from generator.importers.flat_blocks import DEPTH
from generator.vietnamese.marks import plain
from generator.vietnamese.unicode import fold, words

_SILENT: Final = frozenset(
    {"kind", "id", "numbering", "label", "layout", "align", "orientation", "group", "goal_label", DEPTH}
)
"""Fields whose strings tell how something is printed, not what."""
_PLACES: Final = frozenset({"tasks", "objectives", "targets"})
"""Blocks that stand for a list of the plan."""
_FIRST: Final = frozenset({"title", "text", "name"})
_BELOW: Final = frozenset({"blocks", "rows"})
_ALIKE: Final = 0.4
"""From this share of common words on an entry is taken for the same one, rewritten."""
_MOVED: Final = 0.9
"""From this share of common words on an entry that stands elsewhere is taken for the same one."""
_MOST_COMPARED: Final = 250_000
"""So many pairs are compared at most; longer runs are taken entry by entry."""


def words_of(value: Any, places: Mapping[str, Any] = MappingProxyType({})) -> list[str]:
    """Return the words that a plain value prints, folded, in order.

    ``places`` holds what the blocks print that stand for a list of the plan, by their kind; one that is not in it has
    a word of its own.
    """
    if isinstance(value, str):
        return words(fold(plain(value)))
    if isinstance(value, list):
        return [word for entry in value for word in words_of(entry, places)]
    if isinstance(value, dict):
        if (kind := value.get("kind")) in _PLACES:
            return words_of(places[kind]) if kind in places else [f"<{kind}>"]
        return [word for name in _in_order(value) for word in words_of(value[name], places)]
    return [] if value is None or isinstance(value, bool) else [str(value)]


def _in_order(value: dict[str, Any]) -> list[str]:
    """Return the names of the fields that print something, what stands below an entry last."""
    names = (name for name in value if name not in _SILENT)
    return sorted(names, key=lambda name: (name in _BELOW, name not in _FIRST, name))


def successors(before: Sequence[Any], after: Sequence[Any]) -> list[int | None]:
    """Return for each entry its place after the edit, places ascending; None for one that is gone."""
    found: list[int | None] = [None] * len(before)
    opcodes = SequenceMatcher(None, _keys(before), _keys(after), autojunk=False).get_opcodes()
    for tag, start, end, first, last in opcodes:
        if tag == "equal":
            found[start:end] = range(first, last)
        elif tag == "replace":
            for place, following in _rewritten(before[start:end], after[first:last]):
                found[start + place] = first + following
    return found


def moved(before: Sequence[Any], after: Sequence[Any], following: Sequence[int | None]) -> dict[int, int]:
    """Return the new places of entries that `successors` takes for gone, by their old ones: they stand elsewhere.

    Told of an entry with words, by nearly the same words; of two that are alike the first is taken for the first.
    """
    gone = [place for place, new in enumerate(following) if new is None]
    came = sorted({*range(len(after))} - {new for new in following if new is not None})
    if len(gone) * len(came) > _MOST_COMPARED:
        return {}
    told = {place: Counter(words_of(before[place])) for place in gone}
    news = {place: Counter(words_of(after[place])) for place in came}
    pairs = [(-_share(told[old], news[new]), old, new) for old in gone for new in came if told[old]]
    found: dict[int, int] = {}
    for share, old, new in sorted(pairs):
        if -share >= _MOVED and old not in found and new not in found.values():
            found[old] = new
    return found


def _keys(entries: Sequence[Any]) -> list[str]:
    """Return what tells an entry from others; how deep it hangs in a reading does not."""
    return [repr({**entry, DEPTH: 0} if isinstance(entry, dict) else entry) for entry in entries]


def _rewritten(before: Sequence[Any], after: Sequence[Any]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of entries that say about the same; between them as many entries on both sides are pairs too."""
    if len(before) * len(after) > _MOST_COMPARED:
        yield from zip(range(len(before)), range(len(after)), strict=False)
        return
    pairs = _most_alike([Counter(words_of(one)) for one in before], [Counter(words_of(one)) for one in after])
    for (old, new), (next_old, next_new) in pairwise([(-1, -1), *pairs, (len(before), len(after))]):
        if old >= 0:
            yield old, new
        if next_old - old == next_new - new:
            yield from zip(range(old + 1, next_old), range(new + 1, next_new), strict=True)


def _most_alike(before: Sequence[Counter[str]], after: Sequence[Counter[str]]) -> list[tuple[int, int]]:
    """Return the ascending pairs that have the most words in common."""
    best: list[list[tuple[float, tuple[int, int] | None]]] = [[(0.0, None)] * (len(after) + 1)]
    for old in before:
        row: list[tuple[float, tuple[int, int] | None]] = [(0.0, None)]
        for place, new in enumerate(after):
            alike = _share(old, new)
            paired = best[-1][place][0] + alike if alike >= _ALIKE else -1.0
            above, left = best[-1][place + 1][0], row[-1][0]
            step = (0, 0) if paired >= max(above, left) else (0, 1) if above >= left else (1, 0)
            row.append((max(paired, above, left), step))
        best.append(row)
    return list(_traced(best))[::-1]


def _traced(best: list[list[tuple[float, tuple[int, int] | None]]]) -> Iterator[tuple[int, int]]:
    old, new = len(best) - 1, len(best[0]) - 1
    while old and new:
        step = best[old][new][1]
        if step == (0, 0):
            old, new = old - 1, new - 1
            yield old, new
        elif step == (0, 1):
            old -= 1
        else:
            new -= 1


def _share(one: Counter[str], other: Counter[str]) -> float:
    both = one.total() + other.total()
    return 2 * (one & other).total() / both if both else 1.0
