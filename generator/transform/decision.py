"""What deriving a plan leaves behind beside the plan: decisions for a person, what was left out, what was reworded."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from generator.transform.points import Point


class Topic(StrEnum):
    """What a decision is about, in the order of the list."""

    UNCLEAR = "Chưa rõ ai làm"
    CONTENT = "Nội dung"
    DEADLINE = "Thời hạn"
    TARGET = "Chỉ tiêu"
    HEAD = "Thể thức"
    CALENDAR = "Lịch làm việc"


@dataclass(frozen=True)
class Decision:
    """Something that a person must decide or fill in."""

    topic: Topic
    place: str
    """Where in the derived plan: «NV07, thời hạn», «Chữ ký»; of a point that is not in it, the higher document's."""
    found: str
    """What stands there, or what the matter is."""
    action: str
    """What to do about it."""
    document: str | None = None
    """The higher document that it comes from; None for what is the unit's own."""


@dataclass(frozen=True)
class LeftOut:
    """A point of a higher document that is not in the derived plan, with the reason."""

    point: Point
    document: str
    reason: str


@dataclass(frozen=True)
class Change:
    """What was reworded or computed at one place of the derived plan."""

    place: str
    notes: tuple[str, ...]


@dataclass
class Findings:
    """Gathers what deriving one plan leaves behind."""

    decisions: list[Decision] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    took_prose: bool = False
    """Whether a point of a body went into the plan."""

    def decide(self, topic: Topic, place: str, found: str, action: str, document: str | None = None) -> None:
        """Note something that a person must decide; the same thing once."""
        one = Decision(topic, place, found, action, document)
        if one not in self.decisions:
            self.decisions.append(one)

    def sorted_decisions(self) -> tuple[Decision, ...]:
        """Return the decisions by topic, those of one topic in the order in which they were found."""
        order = list(Topic)
        return tuple(sorted(self.decisions, key=lambda one: order.index(one.topic)))
