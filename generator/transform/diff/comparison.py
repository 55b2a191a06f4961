"""Entries of two documents held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.transform.diff.change import Change, ChangeKind, Part
from generator.transform.diff.entry import Entry, Value
from generator.transform.diff.marking import Mark, marked
from generator.transform.diff.pairing import Pairing, Signs, paired
from generator.transform.diff.places import within
from generator.transform.diff.sameness import WordCodes, same_key, without_end
from generator.transform.diff.years import YearShift

_NONE: Final = Value("", "")
_ID: Final = "Mã"
_GROUP: Final = "Lĩnh vực"
_LOOK: Final = "kiểu chữ, dấu câu"
_PLAIN_PARTS: Final = frozenset({Part.PARAGRAPH, Part.TABLE})

_Pairs = Sequence[tuple[Entry, Entry]]


class Comparison:
    """Finds the changes between entries; what nothing but the year tells apart is counted, not told.

    ``stored`` tells that both documents are data, whose bold and italic and end marks count too.
    """

    def __init__(self, shift: YearShift, *, stored: bool) -> None:
        self.shifted = 0
        """How many texts differ in the year alone."""
        self.stored = stored
        self._shift = shift
        self._codes = WordCodes()

    def lists(self, olds: Sequence[Entry], news: Sequence[Entry]) -> Iterator[Change]:
        """Yield what was removed, moved, changed and added, in the order of the new list."""
        pairing = paired([*map(self._signs, olds)], [*map(self._signs, news)])
        yield from self._listed(olds, news, pairing)
        yield from self._renumbered([(olds[old], news[new]) for old, new in pairing.pairs])

    def _listed(self, olds: Sequence[Entry], news: Sequence[Entry], pairing: Pairing) -> Iterator[Change]:
        pairs = [(olds[old], news[new]) for old, new in pairing.pairs]
        groups = _renamed_groups(pairs, olds, news)
        found = [(*place, change) for place, change in self._gone_and_come(olds, news, pairing)]
        followers = _followers(pairing, olds, news)
        for old, new in pairing.pairs:
            if followers.get(old):
                found.append((new, 1, _moved(olds[old], news[new], followers[old])))
            found += [(new, 1, change) for change in self._of_pair(olds[old], news[new], groups)]
        yield from (_renamed(old, new, pairs) for old, new in groups.items())
        yield from (change for _, _, change in sorted(found, key=lambda one: one[:2]))

    def single(self, old: Entry, new: Entry) -> Iterator[Change]:
        """Yield the changed values of an entry that each document has once."""
        yield from self._values(old, new, "", "")

    def _signs(self, entry: Entry) -> Signs:
        text = self._shift.open(entry.text)
        own = tuple(key and self._shift.open(key) for key in entry.keys) or (same_key(text, capitals=True),)
        return Signs(own, self._codes.of([self._shift.open(entry.name), text]), entry.facts)

    def _renumbered(self, pairs: _Pairs) -> Iterator[Change]:
        """Yield the one change of entries that have another stored identity now."""
        given = [(old, new) for old, new in pairs if old.id != new.id] if self.stored else []
        if not given:
            return
        part = given[0][0].part
        old, new = (", ".join(entry.id for entry in entries) for entries in zip(*given, strict=True))
        yield Change(
            ChangeKind.CHANGED, Part.DATA, part.label, field=_ID, old=old, new=new, marked=marked(old, new),
            printed=False, count=len(given),
        )  # fmt: skip

    def _gone_and_come(
        self, olds: Sequence[Entry], news: Sequence[Entry], pairing: Pairing
    ) -> Iterator[tuple[tuple[float, int], Change]]:
        """Yield what was removed, behind what stood before it, and what was added."""
        partners = dict(pairing.pairs)
        removed, added = pairing.unpaired(len(olds), len(news))
        for place in removed:
            before = next((partners[one] for one in range(place, -1, -1) if one in partners), -1)
            yield (before, 2), _whole(ChangeKind.REMOVED, olds[place])
        for place in added:
            yield (place, 1), _whole(ChangeKind.ADDED, news[place])

    def _of_pair(self, old: Entry, new: Entry, groups: Mapping[str, str]) -> Iterator[Change]:
        if old.group != new.group and groups.get(old.group) != new.group:
            yield from self._regrouped(old, new)
        yield from self._values(old, new, old.place, new.place)
        if len(old.rows) == len(new.rows) == 1:
            yield from self._values(_inside(old, 0), _inside(new, 0), old.place, new.place)
        elif old.rows or new.rows:
            yield from self._rows(old, new)

    def _regrouped(self, old: Entry, new: Entry) -> Iterator[Change]:
        if self._same_text(old.group, new.group):
            return
        yield Change(
            ChangeKind.MOVED, old.part, new.name, old.place, new.place, _GROUP, old.group, new.group,
            printed=old.printed or new.printed, id=new.id,
        )  # fmt: skip

    def _rows(self, old: Entry, new: Entry) -> Iterator[Change]:
        olds = [_inside(old, place) for place in range(len(old.rows))]
        news = [_inside(new, place) for place in range(len(new.rows))]
        pairing = paired([*map(self._signs, olds)], [*map(self._signs, news)])
        yield from self._listed(olds, news, pairing)

    def _values(self, old: Entry, new: Entry, old_place: str, new_place: str) -> Iterator[Change]:
        befores = {value.identity: value for value in old.values}
        afters = {value.identity: value for value in new.values}
        part = new.part if old.part in _PLAIN_PARTS else old.part
        for identity in dict.fromkeys((*afters, *befores)):
            before, after = befores.get(identity, _NONE), afters.get(identity, _NONE)
            field = self._changed_field(before, after)
            if field is None or (part is not Part.BASIS and self._same_text(before.text, after.text)):
                continue
            yield Change(
                ChangeKind.CHANGED, part, new.name, old_place, new_place, field, before.text, after.text,
                self._marked(before.text, after.text), _is_printed(old, before) or _is_printed(new, after), new.id,
            )  # fmt: skip

    def _marked(self, old: str, new: str) -> tuple[Mark, ...]:
        """Return both texts as one; marks that end them only count between data, where they are stored."""
        texts = (old, new) if self.stored or old[-1:] == new[-1:] else (without_end(old), without_end(new))
        return marked(*texts)

    def _changed_field(self, before: Value, after: Value) -> str | None:
        """Return the name of a field that changed, None where it did not."""
        name = after.name or before.name
        if before.compared == after.compared:
            differs = self.stored and before.look != after.look and bool(before.look and after.look)
            return (f"{name} ({_LOOK})" if name else _LOOK) if differs else None
        return None if not self.stored and _in_capitals(before.text, after.text) else name

    def _same_text(self, old: str, new: str) -> bool:
        """Tell whether two texts that differ do so in the year alone; they are counted.

        Those of a base are not asked: a document of another day is another one.
        """
        explained = self._shift.explains(same_key(old), same_key(new))
        self.shifted += explained
        return explained


def _in_capitals(old: str, new: str) -> bool:
    """Tell whether two texts differ in nothing but that one of them was read from print in capitals."""
    same = same_key(old, capitals=True) == same_key(new, capitals=True)
    return same and (old.isupper() or new.isupper())


def _is_printed(entry: Entry, value: Value) -> bool:
    return value is not _NONE and value.printed and entry.printed


def _whole(kind: ChangeKind, entry: Entry) -> Change:
    change = Change(kind, entry.part, entry.name, printed=entry.printed, id=entry.id)
    if kind is ChangeKind.REMOVED:
        return replace(change, old_place=entry.place, old=entry.text)
    return replace(change, new_place=entry.place, new=entry.text)


def _moved(old: Entry, new: Entry, count: int) -> Change:
    printed = old.printed or new.printed
    return Change(ChangeKind.MOVED, old.part, new.name, old.place, new.place, printed=printed, id=new.id, count=count)


def _inside(entry: Entry, place: int) -> Entry:
    """Return a row of an entry with its whole place and the name of the entry."""
    row = entry.rows[place]
    where = within(entry.place, row.place) if len(entry.rows) > 1 else entry.place
    return replace(row, part=entry.part, place=where, name=entry.name, printed=entry.printed, id=entry.id)


def _followers(pairing: Pairing, olds: Sequence[Entry], news: Sequence[Entry]) -> dict[int, int]:
    """Return for each moved entry how many were moved together with it, itself counted; 0 for one that only follows.

    One that stands in another group tells of its move by that.
    """
    found: dict[int, int] = {}
    partners = dict(pairing.pairs)
    first = -1
    for old in sorted(pairing.moved):
        new = partners[old]
        if olds[old].group != news[new].group:
            continue
        if old - 1 in found and partners[old - 1] == new - 1:
            found[first] += 1
            found[old] = 0
        else:
            found[old], first = 1, old
    return found


def _renamed_groups(pairs: _Pairs, olds: Sequence[Entry], news: Sequence[Entry]) -> dict[str, str]:
    """Return the groups that bear another name now, with it: all their tasks stand in one that was not there before."""
    before, after = {one.group for one in olds}, {one.group for one in news}
    targets: dict[str, set[str]] = {}
    for old, new in pairs:
        targets.setdefault(old.group, set()).add(new.group)
    sole = {old: next(iter(groups)) for old, groups in targets.items() if len(groups) == 1}
    return {old: new for old, new in sole.items() if old and new and old not in after and new not in before}


def _renamed(old: str, new: str, pairs: _Pairs) -> Change:
    """Return the one change of a group that bears another name."""
    count = sum(one.group == old for one, _ in pairs)
    return Change(
        ChangeKind.CHANGED, Part.TASK, "", f"{_GROUP} «{old}»", f"{_GROUP} «{new}»", _GROUP, old, new,
        marked(old, new), count=count,
    )  # fmt: skip
