"""Who must do what of a higher plan."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.registers.units import Edge, Unit
from generator.transform.points import Point


class Role(StrEnum):
    """What a point of a higher plan is for a unit."""

    LEAD = "chủ trì"
    SUPPORT = "phối hợp"
    NONE = "không liên quan"
    OWN = "việc của cơ quan cấp trên"
    UNCLEAR = "chưa rõ"


@dataclass(frozen=True)
class Assignment:
    """What one point is for one unit, and why."""

    point: Point
    unit: Unit
    role: Role
    reason: str
    """A Vietnamese sentence for the coverage table and for the list of decisions."""
    words: str | None = None
    """The words of the higher plan that decided; None where their absence did."""
    rows: tuple[int, ...] = ()
    """Which rows of a task concern the unit, from 0; all that it leads or supports."""
    support_rows: tuple[int, ...] = ()
    """Those of the rows that it only supports."""
    edge: Edge | None = None
    """By which edge the issuer stands above the unit: by ``professional`` it may only ask («đề nghị»)."""
