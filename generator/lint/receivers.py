"""Who gets the document: Nơi nhận and Kính gửi, each line also as the units and classes of units that it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from generator.lint.subject import Subject
from generator.lint.unit_names import UnitName, names_unit, unit_name, units_in
from generator.reading.reading import RecipientLine
from generator.registers.units import Unit
from generator.vietnamese.unicode import fold

_ELSEWHERE = re.compile(fold(r"như (?:điều|mục|phần|khoản|kính gửi|danh sách)") + r"\b")
"""Lines that send the reader to another part of the document, or to a list: who they name cannot be told."""
_EVERYBODY = re.compile(
    r"(?:các|những|thủ trưởng|lãnh đạo).*(?:cơ quan, đơn vị|cơ quan, tổ chức|đơn vị (?:có )?liên quan|đơn vị, cá nhân)"
)
_CLASSES = (
    (r"các sở|sở, (?:ban|ngành)|ban, ngành|cơ quan chuyên môn", "department"),
    (
        r"các (?:phòng|bộ phận|tổ|ban)\b|phòng,|phòng chuyên môn|đơn vị thuộc|thuộc và trực thuộc|thuộc, trực thuộc",
        "division",
    ),
    (r"các xã|xã, phường|phường, xã|cấp xã|các phường|các địa phương", "commune"),
    (r"các huyện|cấp huyện|huyện, thành phố|huyện, thị xã|quận, huyện", "district"),
    (r"các trường|trường học|trực thuộc|cơ sở giáo dục|nhà trường|đơn vị sự nghiệp|các trung tâm", "establishment"),
)  # fmt: skip
"""The words of a line that name a class of units, folded, and the class."""
_INNER = ("phòng", "văn phòng", "tổ", "bộ phận", "ban")
_ESTABLISHMENTS = ("trường", "trung tâm", "bệnh viện")


@dataclass(frozen=True)
class Receivers:
    """The lines that say who gets the document."""

    lines: tuple[RecipientLine, ...]
    """Those of Nơi nhận but the line Lưu."""
    texts: tuple[str, ...]
    """What names those who get it: the lines of Nơi nhận and of Kính gửi."""
    archived: tuple[str, ...] = ()
    """The abbreviations of the line Lưu: VT, TCCB."""
    directory: tuple[tuple[Unit, frozenset[str]], ...] = ()
    """The units of the directory with the folded names of the classes that each belongs to."""

    @classmethod
    def of(cls, subject: Subject) -> Receivers | None:
        """Return who gets the document; None where it has no Nơi nhận, or one that sends the reader elsewhere."""
        reading = subject.reading
        names = [line.name for line in reading.recipients]
        if not names or any(_ELSEWHERE.match(fold(name)) for name in names):
            return None
        above = [one.text for one in reading.addressees]
        kept = reading.archive.name.partition(":")[2].split(",") if reading.archive else []
        archived = tuple(piece.strip(" .;") for piece in kept)
        return cls(reading.recipients, (*names, *above), archived, _directory(subject))

    def get(self, unit: UnitName) -> bool:
        """Tell whether a unit is among them: by its name, by the class that it belongs to, as the drafter, or by what
        the directory knows of it.
        """
        if self.reaches_everybody or any(names_unit(text, unit) for text in self.texts):
            return True
        return bool(_classes_of(unit) & self.classes) or self._drafts(unit) or self._is_known(unit)

    @cached_property
    def reaches_everybody(self) -> bool:
        """Whether a line names all offices concerned, without saying which."""
        return any(_EVERYBODY.search(fold(text)) for text in self.texts)

    @cached_property
    def classes(self) -> frozenset[str]:
        """The classes of units that the lines name."""
        return frozenset(one for text in self.texts for words, one in _CLASSES if re.search(fold(words), fold(text)))

    @cached_property
    def named(self) -> tuple[tuple[RecipientLine, UnitName], ...]:
        """Each unit that a line names alone or in a list, with the line."""
        return tuple((line, unit) for line in self.lines for unit in units_in(line.name) if unit.kind)

    def _drafts(self, unit: UnitName) -> bool:
        return bool(unit.letters) and any(
            unit_name(f"{unit.kind} {one}").letters == unit.letters for one in self.archived
        )

    def _is_known(self, unit: UnitName) -> bool:
        """Tell whether the directory knows the unit by another name, or by a class, that a line gives."""
        texts = [fold(text) for text in self.texts]
        for known, classes in self.directory:
            if fold(unit.printed) not in map(fold, known.names):
                continue
            if any(names_unit(text, unit_name(name)) for name in known.names for text in self.texts):
                return True
            if any(name in text for name in classes for text in texts):
                return True
        return False


def _directory(subject: Subject) -> tuple[tuple[Unit, frozenset[str]], ...]:
    units, day = subject.units, subject.day
    if units is None or day is None:
        return ()
    names = {one.id: frozenset(map(fold, (one.name, *one.aliases))) for one in units.classes}
    return tuple((unit, frozenset().union(*(names.get(id, ()) for id in unit.classes))) for unit in units.on(day))


def _classes_of(unit: UnitName) -> frozenset[str]:
    """Return the classes of units by which a line may name the unit; none where there is no such class."""
    if unit.kind == "ubnd":
        levels = {"xã": "commune", "phường": "commune", "đặc khu": "commune", "huyện": "district", "quận": "district"}
        return frozenset({levels[unit.core]} if unit.core in levels else ())
    if unit.kind in _ESTABLISHMENTS:
        return frozenset({"establishment", "division"})
    if unit.kind == "văn phòng" and unit.core.startswith(("ubnd", "hđnd", "đoàn")):
        return frozenset({"department"})
    if unit.kind == "thanh tra":
        return frozenset({"department" if unit.core and not unit.core.startswith("sở") else "division"})
    return frozenset({"division"} if unit.kind in _INNER else {"department"})
