"""By how much a lower office's days and figures differ from those that a higher plan sets."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field

from generator.registers.base import Id, Line, Record


class DeadlineRules(Record):
    """Distances in working days from the day that the higher plan sets, and who is counted."""

    lead: int = Field(
        title="Sản phẩm gửi cấp trên", description="Working days before, for what the unit leads", ge=0, le=60
    )
    support: int = Field(
        title="Nội dung phối hợp", description="Working days before, for what it hands to who leads", ge=0, le=60
    )
    below: int = Field(
        title="Cấp dưới gửi lên", description="Working days before its own day by which units below report", ge=0, le=60
    )
    below_many: int = Field(
        title="Cấp dưới gửi lên, khi nhiều đơn vị", description="The same where there are many units below", ge=0, le=60
    )
    many: int = Field(title="Số đơn vị coi là nhiều", description="More units below than this are many", ge=1)
    plans_below: int = Field(
        title="Kế hoạch của cấp dưới", description="Days after this plan within which units below make theirs", ge=1
    )

    def earlier(self, units: int) -> int:
        """Return by how many working days so many units below report earlier than the office itself."""
        return self.below_many if units > self.many else self.below


class Quota(Record):
    """The share of a unit in a count that the higher plan sets for all."""

    target: Line = Field(title="Chỉ tiêu", description="Target of the higher plan: CT02")
    unit: Id = Field(title="Đơn vị", description="Identity of the unit")
    value: Decimal = Field(title="Giá trị", description="Figure for this unit")


class TargetRules(Record):
    """What becomes of the figures of a higher plan."""

    level_units: tuple[Line, ...] = Field(
        title="Đơn vị tính của mức", description="Units of figures that hold for everybody alike: %, ngày, điểm"
    )
    ranking_words: tuple[Line, ...] = Field(
        title="Từ của xếp hạng", description="Words of a target that ranks offices; such a target is left open"
    )
    quotas: tuple[Quota, ...] = Field((), title="Mức giao riêng", description="Figures set for single units")
    open_gap: Line = Field(title="Chỗ để ngỏ", description="What a person is to fill in: mức của đơn vị")

    def quota(self, target: str, unit: str) -> Decimal | None:
        """Return the figure set for a unit, or None."""
        found = (one.value for one in self.quotas if one.target == target and one.unit == unit)
        return next(found, None)
