"""What the sheets of the directory hold: a column for each plain field of a record, with the titles of the format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.registers.units import (
    DefaultRecipient,
    Link,
    MemberRule,
    Person,
    Signer,
    Unit,
    UnitClass,
    UnitPart,
)

UNITS: Final = "Đơn vị"
CLASSES: Final = "Nhóm"
_LATE: Final = ("valid_from", "valid_to")
_WIDE: Final = frozenset(("name", "aliases", "task", "position", "domains"))
_WORDS: Final[Mapping[str, str]] = {
    "central": "trung ương",
    "province": "tỉnh",
    "department": "sở ngành",
    "district": "huyện",
    "division": "phòng",
    "commune": "xã",
    "school": "trường",
    "other": "khác",
    "administrative": "trực thuộc",
    "professional": "chuyên môn",
    "as_above": "như trên",
    "superior": "cấp trên",
    "party_council": "Đảng và đoàn thể",
    "leaders": "lãnh đạo",
    "coordinate": "phối hợp",
    "execute": "thực hiện",
    "portal": "cổng thông tin",
}
"""The Vietnamese word of each value that is chosen, without commas, which part the list of a cell."""


class Holds(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    LINES = "lines"
    """One entry a line, since an entry may have commas."""
    DAY = "day"
    CHOICE = "choice"
    FLAG = "flag"


@dataclass(frozen=True)
class Column:
    """A column: the field that it holds, and how."""

    field: str
    title: str
    note: str
    holds: Holds
    words: Mapping[str, str]
    """Of a choice: the word shown for each value."""

    @property
    def width(self) -> int:
        """Width in characters."""
        return 34 if self.field in _WIDE else 12 if self.field in _LATE else 20


@dataclass(frozen=True)
class Sheet:
    """A sheet. One with ``entry`` holds a list of each unit or class, whose identity stands in its first column."""

    name: str
    owner: Literal["units", "classes"]
    entry: str | None
    columns: tuple[Column, ...]


def _columns(record: type[BaseModel]) -> Iterator[Column]:
    fields = record.model_fields
    for name in (*(one for one in fields if one not in _LATE), *(one for one in _LATE if one in fields)):
        info = fields[name]
        if not _is_list_of_records(info.annotation):
            yield _column(name, info)


def _column(name: str, info: FieldInfo) -> Column:
    options = _options(info.annotation)
    words = {value: _WORDS[value] for value in options}
    note = info.description or ""
    return Column(name, info.title or name, note, _holds(info.annotation, options), words)


def _holds(annotation: Any, options: tuple[str, ...]) -> Holds:
    kinds = {annotation, *get_args(annotation)}
    if options:
        return Holds.CHOICE
    if get_origin(annotation) is tuple:
        return Holds.LINES
    return Holds.FLAG if bool in kinds else Holds.DAY if date in kinds else Holds.TEXT


def _options(annotation: Any) -> tuple[str, ...]:
    for one in (annotation, *get_args(annotation)):
        if get_origin(one) is Literal:
            return get_args(one)
    return ()


def _is_list_of_records(annotation: Any) -> bool:
    inner = get_args(annotation)[:1] if get_origin(annotation) is tuple else ()
    return any(isinstance(one, type) and issubclass(one, BaseModel) for one in inner)


def _sheets() -> Iterator[Sheet]:
    yield Sheet(UNITS, "units", None, tuple(_columns(Unit)))
    lists: tuple[tuple[str, Literal["units", "classes"], str, type[BaseModel]], ...] = (
        ("Trực thuộc", "units", "administrative_parent", Link),
        ("Chuyên môn", "units", "professional_parent", Link),
        ("Người ký", "units", "signers", Signer),
        ("Bộ phận", "units", "parts", UnitPart),
        ("Người giúp việc", "units", "people", Person),
        ("Nơi nhận", "units", "default_recipients", DefaultRecipient),
        ("Thành viên nhóm", "classes", "of", MemberRule),
    )
    for name, owner, entry, record in lists:
        whose = "đơn vị" if owner == "units" else "nhóm"
        first = Column("", f"Mã {whose}", f"Mã ở trang «{UNITS if owner == 'units' else CLASSES}»", Holds.TEXT, {})
        if owner == "classes":
            yield Sheet(CLASSES, "classes", None, tuple(_columns(UnitClass)))
        yield Sheet(name, owner, entry, (first, *_columns(record)))


SHEETS: Final = tuple(_sheets())
"""The sheets in the order of the workbook; those of lists behind the sheet whose entries they belong to."""
