"""The units that an imported document names, looked up in a directory: matched, collective or unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz import fuzz

from generator.diagnostics import Diagnostic, Place, hint, warning
from generator.importers.imported import Imported
from generator.model.document import Document
from generator.model.ending import Recipient
from generator.model.plan import Plan
from generator.registers.units import Unit, UnitDirectory
from generator.spelling import suggestion, unmarked
from generator.vietnamese.unicode import fold

_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
_AS_ABOVE = re.compile(r"Như (?:trên|kính gửi|Điều)\b", re.IGNORECASE)
_NEAR = 75.0
"""Least similarity (0-100) of a name that is suggested: those of units share their first words."""
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+và\s+")
_OWN_DIVISIONS = re.compile(
    r"(?:lãnh đạo )?các phòng(?:,? (?:ban|đơn vị|chuyên môn|nghiệp vụ|chức năng|văn phòng|thanh tra)| và tương đương)*"
    r"(?: (?:(?:trực )?thuộc|của) (?:sở|cơ quan|đơn vị))?(?: sở)?"
)
"""Divisions without a name: those of the issuer itself, never those of another office."""
_LEADERS = re.compile(
    r"(?P<head>\S+(?: \S+){0,3}), các phó (?P=head)\b.*"
    r"|lãnh đạo (?:cơ quan|đơn vị|sở|trường|trung tâm|chi cục|ban|văn phòng|phòng)"
)
"""Persons who lead the issuer, whom no directory of units holds: Giám đốc, các Phó Giám đốc Sở."""


@dataclass(frozen=True)
class Found:
    """What a name stands for."""

    units: tuple[Unit, ...]
    collective: bool = False
    """Whether it names several units together."""

    @property
    def shown(self) -> str:
        """The identities, for a message; of many units their count."""
        return f"{len(self.units)} đơn vị" if self.collective else ", ".join(unit.id for unit in self.units)


class UnitFinder:
    """Looks up names as of a day, from the point of view of the office that issues the document."""

    def __init__(self, directory: UnitDirectory, day: date, issuer: str | None) -> None:
        self._directory, self._day = directory, day
        named = directory.find(issuer, day) if issuer else ()
        self._issuer = named[0] if len(named) == 1 else None

    @property
    def knows_issuer(self) -> bool:
        """Whether the directory holds the office that issues the document."""
        return self._issuer is not None

    def find(self, name: str) -> Found | None:
        """Return what a name stands for, its remark in brackets left aside; None when the directory does not know.

        Several names in one, "Văn phòng, Phòng TCCB", are found when each of them is.
        """
        plain = _REMARK.sub("", name)
        if whole := self._find_one(plain):
            return whole
        pieces = [self._find_one(piece) for piece in _BETWEEN.split(plain)]
        found = [piece for piece in pieces if piece]
        if len(pieces) < 2 or len(found) < len(pieces):
            return None
        return Found(tuple(unit for piece in found for unit in piece.units), any(piece.collective for piece in found))

    def _find_one(self, name: str) -> Found | None:
        if _OWN_DIVISIONS.fullmatch(fold(name)):
            divisions = self._divisions(self._issuer) if self._issuer else ()
            return Found(divisions, collective=True) if divisions else None
        if units := self._units(name):
            return Found(units[:1])
        members = self._directory.members(name, self._day)
        return Found(members, collective=True) if members else None

    def _divisions(self, issuer: Unit) -> tuple[Unit, ...]:
        return tuple(unit for unit in self._below(issuer) if unit.level == "division")

    def _units(self, name: str) -> tuple[Unit, ...]:
        """Return the unit of a name or an abbreviation; of several the issuer's own, none when that tells nothing.

        "Văn phòng" and "Phòng TCCB" name divisions of the issuer; those of another department are not meant.
        """
        wanted = fold(name)
        named = self._directory.find(name, self._day) or tuple(
            unit for unit in self._directory.on(self._day) if unit.symbol and fold(unit.symbol) == wanted
        )
        meant = tuple(unit for unit in named if not self._is_inside_another(unit))
        own = tuple(unit for unit in meant if self._issuer and unit in self._below(self._issuer))
        return meant if len(meant) == 1 else own

    def _is_inside_another(self, unit: Unit) -> bool:
        """Tell whether the unit is a division of a department or commune that is not the issuer."""
        above = self._directory.parent(unit.id, self._day)
        if unit.level != "division" or above is None or above == self._issuer:
            return False
        return above.level in ("department", "commune")

    def _below(self, issuer: Unit) -> tuple[Unit, ...]:
        return self._directory.children(issuer.id, self._day)


def with_units(imported: Imported, directory: UnitDirectory) -> Imported:
    """Return the import with the units that its tasks and recipients name looked up, as of the day of the document.

    A collective recipient gets its members; all else is told in findings: a hint with what matched, a warning for
    each name that the directory does not know. Without a day that of the plan's year counts, else today's units.
    """
    document = imported.document
    finder = UnitFinder(directory, _day(document), document.issuer.name)
    names = list(dict.fromkeys(_names(document)))
    found = {name: finder.find(name) for name in names}
    known = [name for unit in directory.units for name in unit.names]
    recipients = tuple(_with_members(one, found.get(one.name)) for one in document.recipients)
    notes = [*_matched_note(found), *_unknown_notes(found, known)]
    if not finder.knows_issuer:
        notes.append(_issuer_note())
    changed = document.model_copy(update={"recipients": recipients})
    where = next((note.place.file for note in imported.diagnostics if note.place.file), None)
    placed = (replace(note, place=replace(note.place, file=where)) for note in notes)
    enclosed = tuple(with_units(one, directory) for one in imported.enclosed)
    return replace(imported, document=changed, diagnostics=(*imported.diagnostics, *placed), enclosed=enclosed)


def _day(document: Document) -> date:
    day = document.date.to_date() if document.date else None
    if day is None and isinstance(document, Plan) and document.year:
        return date(document.year, 1, 1)
    return day or date.max


def _names(document: Document) -> Iterator[str]:
    if isinstance(document, Plan):
        for task in document.tasks:
            for row in task.rows:
                yield from (*row.lead, *row.support, *row.monitor)
    yield from (one.name for one in document.recipients if not _AS_ABOVE.match(one.name))


def _with_members(recipient: Recipient, found: Found | None) -> Recipient:
    if found is None or not found.collective or recipient.members:
        return recipient
    return recipient.model_copy(update={"members": tuple(unit.name for unit in found.units)})


def _matched_note(found: dict[str, Found | None]) -> Iterator[Diagnostic]:
    matched = [f"«{name}» → {one.shown}" for name, one in found.items() if one]
    if matched:
        message = f"{len(matched)} trong {len(found)} tên đơn vị khớp danh bạ: {'; '.join(matched)}"
        yield hint(message, code="units-matched")


def _unknown_notes(found: dict[str, Found | None], known: Iterable[str]) -> Iterator[Diagnostic]:
    names = list(known)
    for name, one in found.items():
        if one is None and not _LEADERS.fullmatch(fold(name)):
            yield warning(
                "danh bạ đơn vị không có tên này", Place(quote=name), hint=_advice(name, names), code="unit-unknown"
            )


def _advice(name: str, names: Sequence[str]) -> str:
    """Return what to do about an unknown name: one that another office has is not meant, nor is one far from it."""
    if any(fold(name) == fold(other) for other in names):
        return "danh bạ có đơn vị cùng tên nhưng thuộc cơ quan khác; hãy thêm đơn vị của cơ quan ban hành vào danh bạ"
    near = [other for other in names if fuzz.ratio(unmarked(name), unmarked(other)) >= _NEAR]
    collective = fold(name).startswith("các ")
    return (None if collective else suggestion(name, near)) or "hãy thêm tên này vào danh bạ nếu đúng"


def _issuer_note() -> Diagnostic:
    message = "chưa biết cơ quan ban hành, hoặc danh bạ không có cơ quan ấy, nên không biết «phòng» là của đơn vị nào"
    advice = "hãy điền cơ quan ban hành rồi đối chiếu lại với danh bạ"
    return hint(message, Place(field="cơ quan ban hành (issuer.name)"), hint=advice, code="issuer-unknown")
