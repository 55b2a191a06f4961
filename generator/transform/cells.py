"""Who leads and who supports by the cells of a task table, or by the unit that a target names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.registers.derivation import LevelWords
from generator.registers.names import Words, words_of
from generator.transform.roles import Role, Verdict
from generator.transform.standing import Standing
from generator.transform.wording import MANY, Named, Reader
from generator.vietnamese.unicode import fold

_LONGEST_QUOTE: Final = 80


@dataclass(frozen=True)
class Entry:
    """One unit of a cell, as written, with whom it names."""

    text: str
    named: tuple[Named, ...]
    """Whom the directory or the rules know."""
    is_own: bool
    """Whether it stands for the issuer or its divisions alone."""
    levels: frozenset[str]
    """For a name that is not known: the levels whose units are called so."""
    is_many: bool
    """For a name that is not known: whether it stands for several units."""

    def names(self, standing: Standing) -> Named | None:
        """Return what of the entry stands for the unit; None where nothing does or the unit is left out."""
        found = [one for one in self.named if one.includes(standing)]
        return None if not found or any(one.is_excluded for one in found) else found[0]

    def may_mean(self, standing: Standing) -> bool:
        """Whether the entry is not understood and might stand for the unit."""
        if not self.named and standing.is_called_like(self.text):
            return True
        if self.named or self.is_own or not self.is_many:
            return False
        return not self.levels or standing.unit.level in self.levels


@dataclass(frozen=True)
class Row:
    """The units of one row."""

    lead: tuple[Entry, ...]
    support: tuple[Entry, ...]


class CellReader:
    """Reads the cells of one plan; equal entries are read once.

    ``has_divisions`` tells that phòng which the directory does not know are the issuer's own, as in the plan of a sở.
    """

    def __init__(self, reader: Reader, levels: Iterable[LevelWords], *, has_divisions: bool) -> None:
        self._reader = reader
        self._has_divisions = has_divisions
        self._levels = [(tuple(words_of(name).words), one.level) for one in levels for name in one.names]
        self._read: dict[str, Entry] = {}

    def entries(self, cell: Sequence[str]) -> tuple[Entry, ...]:
        """Return the entries of a cell."""
        return tuple(self._entry(text) for text in cell)

    def _entry(self, text: str) -> Entry:
        if text not in self._read:
            wording = self._reader.read(text)
            known = tuple(one for one in wording.named if one.is_known)
            levels = self._levels_of(wording.words)
            is_own = bool(wording.named) and all(one.is_own for one in wording.named)
            is_own = is_own or (not known and self._has_divisions and "division" in levels)
            self._read[text] = Entry(text, known, is_own, levels, not MANY.isdisjoint(wording.words.words))
        return self._read[text]

    def _levels_of(self, words: Words) -> frozenset[str]:
        return frozenset(level for name, level in self._levels if tuple(words.words[: len(name)]) == name)


@dataclass(frozen=True)
class CellsVerdict:
    """What the rows of a task are for a unit."""

    verdict: Verdict
    rows: tuple[int, ...] = ()
    support_rows: tuple[int, ...] = ()


def judge_rows(rows: Sequence[Row], standing: Standing) -> CellsVerdict:
    """Return what a task is for a unit by its rows; a row without a lead is led like the row above it."""
    leading = [(place, named) for place, row in enumerate(rows) if (named := _first(row.lead, standing))]
    led = {place for place, _ in leading}
    supporting = [(place, named) for place, row in enumerate(rows) if (named := _first(row.support, standing))]
    supported = tuple(place for place, _ in supporting if place not in led)
    if leading or supporting:
        alone = bool(leading) and all(_is_alone(rows[place].lead, standing) for place, _ in leading)
        role, named = (Role.LEAD, leading[0][1]) if leading else (Role.SUPPORT, supporting[0][1])
        verdict = replace(_named_verdict(named, role), is_alone=alone)
        return CellsVerdict(verdict, tuple(sorted({*led, *supported})), supported)
    return CellsVerdict(_without(rows, standing))


def _is_alone(entries: Iterable[Entry], standing: Standing) -> bool:
    """Whether the entries name the unit for itself alone, and in no collective name beside it."""
    return all(named.is_alone(standing) for entry in entries if (named := entry.names(standing)))


def _first(entries: Iterable[Entry], standing: Standing) -> Named | None:
    return next((named for entry in entries if (named := entry.names(standing))), None)


def _named_verdict(named: Named, role: Role) -> Verdict:
    how = "nêu tên đơn vị" if len(named.ids) == 1 and not named.is_class else f"ghi «{named.text}», trong đó có đơn vị"
    return Verdict(role, f"cột {role.value} {how}", named.text)


def _without(rows: Sequence[Row], standing: Standing) -> Verdict:
    """Return why a task that names the unit nowhere does not concern it, or that it is not understood."""
    lead = [entry for row in rows for entry in row.lead]
    unclear = [entry for row in rows for entry in (*row.lead, *row.support) if entry.may_mean(standing)]
    if not lead:
        return Verdict(Role.UNCLEAR, "nhiệm vụ không ghi đơn vị chủ trì")
    words = _quoted(lead)
    if any(one.is_excluded and one.includes(standing) for entry in lead for one in entry.named):
        return Verdict(Role.NONE, f"cột chủ trì trừ đơn vị ra: «{words}»", words)
    if unclear:
        return Verdict(Role.UNCLEAR, f"danh bạ không có «{unclear[0].text}»; có thể gồm đơn vị", unclear[0].text)
    if all(entry.is_own for entry in lead):
        return Verdict(Role.OWN, f"cột chủ trì ghi «{words}», là bộ phận của cơ quan cấp trên", words)
    return Verdict(Role.NONE, f"cột chủ trì ghi «{words}»; cột phối hợp không nêu đơn vị", words)


def _quoted(entries: Iterable[Entry]) -> str:
    words = "; ".join({fold(entry.text): entry.text for entry in entries}.values())
    return words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
