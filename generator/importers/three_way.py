"""Three states of plain values put together: what one's own data hold, how they were read before an edit and after.

What the edit left alone stays as one's own data hold it, whatever a reading makes of it; what it changed is taken
from the reading after the edit. One's own list and its reading need not have as many entries: they are cut where
their words agree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain
from typing import Any, Final

from generator.importers.flat_blocks import DEPTH, flat, in_sections, settled, tree
from generator.importers.succession import moved, successors, words_of

_PROSE: Final = frozenset({"paragraph", "note", "other"})
"""Kinds of blocks that a reading tells apart by their words alone."""
_CITED: Final = frozenset({"citation", "lead", "text"})

Values = dict[str, Any]
Runs = Callable[[list[Any], list[Any], list[Any]], list[Any] | None]
"""What a run of own entries becomes, given its reading before and after; None where it cannot tell."""


@dataclass(frozen=True)
class Segment:
    """Entries of one's own and the entries of the reading in which their words stand."""

    own: list[Any]
    start: int
    end: int


class ThreeWay:
    """Puts three states together.

    ``words`` gives the words that an entry of one's own prints, ``runs`` what becomes of entries that a reading gives
    in another number.
    """

    def __init__(self, words: Callable[[Any], list[str]] = words_of, runs: Runs = lambda *_: None) -> None:
        self._words = words
        self._runs = runs

    def value(self, own: Any, before: Any, after: Any) -> Any:
        """Return one's own value with what changed between two readings; None stands for an absent one."""
        if before == after:
            return own
        if isinstance(own, dict) and isinstance(before, dict) and isinstance(after, dict):
            return self._record(own, before, after)
        if isinstance(own, list) and isinstance(before, list | None) and isinstance(after, list | None):
            return self.entries(own, before or [], after or [])
        return after

    def _record(self, own: Values, before: Values, after: Values) -> Values:
        kinds = own.get("kind"), before.get("kind"), after.get("kind")
        if "citation" in own:
            return {**{name: value for name, value in own.items() if name not in _CITED}, **after}
        if kinds[0] != kinds[1] and _PROSE.issuperset(kinds):
            return {**own, "text": after["text"]}
        if len(set(kinds)) > 1:
            return {**after, DEPTH: own[DEPTH]} if DEPTH in own else after
        names = dict.fromkeys((*own, *after))
        made = {name: self._field(name, own.get(name), before.get(name), after.get(name)) for name in names}
        return {name: value for name, value in made.items() if value is not None}

    def _field(self, name: str, own: Any, before: Any, after: Any) -> Any:
        if before == after or name not in ("sections", "blocks"):
            return own if name == DEPTH else self.value(own, before, after)
        flats = [*flat(own or ())], [*flat(before or (), bare=True)], [*flat(after or (), bare=True)]
        blocks = tree(settled(self.entries(*flats), flats[2]))
        return in_sections(blocks) if name == "sections" else blocks

    def entries(self, own: list[Any], before: list[Any], after: list[Any]) -> list[Any]:
        """Return one's own list with the entries that were changed, added and left out between two readings."""
        following = successors(before, after)
        segments = list(self._segments(own, before))
        after = self._with_moved(segments, before, after, following)
        made: list[Any] = []
        done = 0
        for segment in segments:
            present = [place for place in following[segment.start : segment.end] if place is not None]
            first, end = (present[0], present[-1] + 1) if present else (done, done)
            made += after[done:first]
            made += self._run(segment.own, before[segment.start : segment.end], after[first:end])
            done = end
        return [*made, *after[done:]]

    def _with_moved(
        self, segments: Sequence[Segment], before: list[Any], after: list[Any], following: Sequence[int | None]
    ) -> list[Any]:
        """Return the entries after the edit, those that only stand elsewhere as one's own data hold them.

        Blocks, whose place tells where they belong, are left as they are read.
        """
        own = {one.start: one.own[0] for one in segments if one.end - one.start == len(one.own) == 1}
        made = [*after]
        for old, new in moved(before, after, following).items():
            entry = own.get(old)
            if isinstance(entry, dict) and isinstance(after[new], dict) and "kind" not in entry:
                made[new] = self.value(entry, before[old], after[new])
        return made

    def _run(self, own: list[Any], before: list[Any], after: list[Any]) -> list[Any]:
        if before == after:
            return own
        special = self._runs(own, before, after)
        if special is not None:
            return special
        if len(own) == len(before) == len(after) == 1:
            return [self.value(own[0], before[0], after[0])]
        return after

    def _segments(self, own: list[Any], before: list[Any]) -> Iterator[Segment]:
        """Yield the segments, as short as the words of both allow."""
        own_words, before_words = list(map(self._words, own)), list(map(words_of, before))
        if [*chain.from_iterable(own_words)] == [*chain.from_iterable(before_words)]:
            yield from _cut(own, own_words, before_words)
            return
        keys = list(map(tuple, own_words)), list(map(tuple, before_words))
        for tag, start, end, first, last in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
            if tag == "equal" or end - start == last - first:
                yield from (Segment([own[start + step]], first + step, first + step + 1) for step in range(end - start))
            else:
                yield Segment(own[start:end], first, last)


def _cut(own: Sequence[Any], own_words: Sequence[list[str]], before_words: Sequence[list[str]]) -> Iterator[Segment]:
    """Yield a segment wherever both lists have come to the same word."""
    run: list[Any] = []
    start = place = ahead = 0
    for entry, words in zip(own, own_words, strict=True):
        while words and not run and place < len(before_words) and not before_words[place]:
            yield Segment([], place, place + 1)
            place = start = place + 1
        run.append(entry)
        if not words and not ahead:
            place += int(place < len(before_words) and not before_words[place])
        ahead += len(words)
        while ahead > 0:
            ahead -= len(before_words[place])
            place += 1
        if not ahead:
            yield Segment(run, start, place)
            run, start = [], place
    if start < len(before_words):
        yield Segment([], start, len(before_words))
