"""What the registers share: frozen records with unknown fields refused, and days in force."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from generator.vietnamese.dates import PartialDate
from generator.vietnamese.unicode import nfc

FORMAT = 1
"""Newest format version of every register."""

Confidence: TypeAlias = Literal["V", "V-form", "S", "M", "I"]
"""V seen in the source itself, V-form in its forms, S reported by others, M from memory, I our reading or a sample."""


_ID = re.compile(r"[a-z0-9][a-z0-9_.-]*")


def _one_line(text: str) -> str:
    if "\n" in text:
        raise ValueError("chỗ này chỉ ghi được một dòng, hãy bỏ dấu xuống dòng")
    return nfc(text)


Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_one_line)]
"""Text of one line in NFC."""


def _identity(text: str) -> str:
    if not _ID.fullmatch(text):
        raise ValueError("mã chỉ gồm chữ thường không dấu, chữ số và các dấu - _ .")
    return text


Id = Annotated[str, AfterValidator(_identity), Field(json_schema_extra={"pattern": f"^{_ID.pattern}$"})]
"""Identity within a register: small letters without marks, digits, ``_``, ``.``, ``-``."""


class Record(BaseModel):
    """A frozen record; a field that it does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Dated(Record):
    """Something that holds from a day to a day, both included; None is open."""

    valid_from: date | None = Field(None, title="Từ ngày", description="First day; open when left out")
    valid_to: date | None = Field(None, title="Đến hết ngày", description="Last day; open when left out")

    def holds_on(self, day: date) -> bool:
        """Whether it holds on the day."""
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)

    def overlaps(self, other: Dated) -> bool:
        """Whether there is a day on which both hold."""
        latest_start = max(self.valid_from or date.min, other.valid_from or date.min)
        return latest_start <= min(self.valid_to or date.max, other.valid_to or date.max)


@dataclass(frozen=True)
class Fault:
    """What is wrong between the entries of a register; ``loc`` is the path to the place in its data."""

    loc: tuple[str | int, ...]
    message: str
    found: str | None = None
    hint: str | None = None


class Register(Record):
    """A stored file of entries."""

    format: Literal[1] = Field(title="Phiên bản định dạng", description="Version of the format of this file: 1")

    def faults(self) -> Iterator[Fault]:
        """What no single entry can know: repeated identities, references that lead nowhere."""
        return iter(())


def repeated(field: str, values: Iterable[object], key: str = "id") -> Iterator[Fault]:
    """Yield a fault for each entry of the list ``field`` whose ``key`` an earlier entry has."""
    seen: set[object] = set()
    for place, value in enumerate(values):
        if value in seen:
            yield Fault((field, place, key), f"mã «{value}» đã dùng ở mục trước", hint="mỗi mã chỉ dùng một lần")
        seen.add(value)


def reversed_span(loc: tuple[str | int, ...], span: Dated) -> Iterator[Fault]:
    """Yield a fault when the last day comes before the first."""
    if span.valid_from and span.valid_to and span.valid_to < span.valid_from:
        yield Fault((*loc, "valid_to"), "ngày kết thúc trước ngày bắt đầu", found=span.valid_to.isoformat())


def written(day: date) -> str:
    """Return a day as messages write it: ``01/7/2025``."""
    return PartialDate.parse(day).short()
