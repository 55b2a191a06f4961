"""Where a part of a derived document comes from. Nothing of it is printed."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from generator.model.base import Line, Record, Text
from generator.vietnamese.dates import PartialDate

OWN: Final = "Phát sinh"
"""What stands as the document of a part that the office added of its own accord."""


class ParentReference(Record):
    """The point of a higher document that a task, target or point of the body comes from."""

    document: Line = Field(title="Văn bản giao", description="The higher document: 12/KH-UBND; Phát sinh: one's own")
    item: Line | None = Field(None, title="Mục giao", description="Its task, target or point: NV07")
    role: Literal["lead", "support"] | None = Field(
        None, title="Vai trò", description="lead: the unit leads there; support: it supports"
    )
    hash: Line | None = Field(None, title="Mã đối chiếu", description="Hash of that point when it was derived")
    review: tuple[Text, ...] = Field(
        (), title="Cần xem lại", description="What was reworded or computed and a person is to look at, one entry each"
    )


class DerivedFrom(Record):
    """A higher document as it was when a plan was derived from it."""

    document: Line = Field(title="Văn bản cấp trên", description="Its number and symbol, else its data file")
    hash: Line = Field(title="Mã đối chiếu", description="Hash of its data at that time")


class Derivation(Record):
    """How a plan was derived; with it the same plan can be derived again."""

    unit: Line = Field(title="Đơn vị", description="Identity of the unit in the directory of units: so-gddt")
    on: PartialDate = Field(title="Ngày dẫn xuất", description="Day for which the directory was asked")
    parents: tuple[DerivedFrom, ...] = Field((), title="Văn bản cấp trên", description="The higher documents in order")
    rules: Line | None = Field(None, title="Mã quy tắc", description="Hash of the rules of derivation")
    directory: Line | None = Field(None, title="Mã danh bạ", description="Hash of the directory of units")
