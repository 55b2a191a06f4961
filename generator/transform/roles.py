"""What a point of a higher plan is for a unit, and what tells so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a point of a higher plan is for a unit."""

    LEAD = "chủ trì"
    SUPPORT = "phối hợp"
    NONE = "không liên quan"
    OWN = "việc của cơ quan cấp trên"
    UNCLEAR = "chưa rõ"


@dataclass(frozen=True)
class Verdict:
    """What one place of a plan says about a unit."""

    role: Role
    reason: str
    """A Vietnamese sentence."""
    words: str | None = None
    """The words that decided; None where their absence did."""
    is_told: bool = True
    """Whether the place says so itself; False for what is only taken for granted."""
    is_alone: bool = False
    """Whether it names the unit for itself, and not as one of many who are to do the same."""
