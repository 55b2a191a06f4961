"""Bodies of the State that ended, were merged or renamed, with the last day of each name and who took over.

What stands here holds for the whole country; units of one province belong into its own directory of units.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pydantic import Field

from generator.registers.base import Confidence, Fault, Id, Line, Record, Register, repeated


class FormerBody(Record):
    """A body, or a class of bodies, that no longer goes by this name."""

    id: Id = Field(title="Mã", description="Identity: bo-khdt")
    name: Line = Field(title="Tên", description="Full name: Bộ Kế hoạch và Đầu tư; with at: its first words")
    aliases: tuple[Line, ...] = Field((), title="Tên gọi khác", description="Short names: Bộ KH&ĐT")
    at: tuple[Line, ...] = Field(
        (), title="Cấp", description="Words of the level that follow the name: huyện, quận; empty for one body"
    )
    named: bool = Field(
        False, title="Có địa danh", description="Whether only the name followed by that of a place is meant"
    )
    unless: tuple[Line, ...] = Field(
        (), title="Trừ khi", description="Words after the name that make it another body, or a place that remains"
    )
    valid_to: date = Field(title="Đến hết ngày", description="Last day of the name")
    successor: Line = Field(title="Cơ quan thay thế", description="Who does its work since, in Vietnamese")
    basis: Line = Field(title="Căn cứ", description="The law or resolution that ended it")
    source: Line = Field(title="Nguồn", description="Where these facts were seen")
    confidence: Confidence = Field(title="Độ tin cậy", description="How sure they are: V, V-form, S, M, I")

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it went by, the full one first."""
        return (self.name, *self.aliases)


class BodyRegister(Register):
    """The former bodies of the State."""

    bodies: tuple[FormerBody, ...] = Field(title="Cơ quan", description="Bodies that no longer exist by this name")

    def ended_by(self, day: date) -> tuple[FormerBody, ...]:
        """Return the bodies that have ended before a day."""
        return tuple(one for one in self.bodies if one.valid_to < day)

    def faults(self) -> Iterator[Fault]:
        """Repeated identities; a body that needs both a level and the name of a place."""
        yield from repeated("bodies", [one.id for one in self.bodies])
        for place, one in enumerate(self.bodies):
            if one.named and one.at:
                yield Fault(("bodies", place, "named"), "không dùng cùng lúc với at", hint="bỏ một trong hai trường")
