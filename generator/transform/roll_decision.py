"""What a person must decide when a plan goes on to another year."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Topic(StrEnum):
    """What a decision is about, in the order of lists; the value is the word in them."""

    BASIS = "căn cứ"
    TEXT = "lời văn"
    TARGET = "chỉ tiêu"
    TASK = "nhiệm vụ"
    DEADLINE = "thời hạn"
    UNIT = "đơn vị"
    SIGNER = "người ký"
    DATE = "số, ngày"


@dataclass(frozen=True)
class Decision:
    """One thing to look at."""

    topic: Topic
    place: str
    """Where in the plan: nhiệm vụ NV07, hàng 1, thời gian thực hiện."""
    found: str
    """What stands there and why it is to be looked at."""
    action: str
    """What to do about it."""

    def __str__(self) -> str:
        """One line for the screen."""
        return f"{self.place}: {self.found} → {self.action}"
