"""How far a batch is: rate and remaining time, in words."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

_LOOKED_BACK = 20.0
"""Seconds over which the rate is taken at least: the start of the processes soon no longer counts."""
_FEWEST = 30
"""Things over which the rate is taken at least: one that takes long does not stand for all that is left."""


@dataclass
class Pace:
    """The progress of so many things; the caller tells the time, in seconds of any clock."""

    total: int
    begun: float
    _marks: deque[tuple[float, int]] = field(default_factory=deque)

    def line(self, done: int, now: float) -> str:
        """Return how many are done, how fast, and the time left: ``120/1.000, 40/giây, còn khoảng 22 giây``.

        The first one tells more of the start of the processes than of the rate, so nothing is said of that yet.
        """
        rate = self._rate(done, now)
        parts = [f"{_counted(done)}/{_counted(self.total)}"]
        if rate > 0:
            parts.append(_rate_in_words(rate))
            if done < self.total:
                parts.append(f"còn khoảng {_span((self.total - done) / rate)}")
        return ", ".join(parts)

    def _rate(self, done: int, now: float) -> float:
        if done and (not self._marks or done != self._marks[-1][1]):
            self._marks.append((now, done))
        while len(self._marks) > 2 and self._reaches_far(*self._marks[1], now, done):
            self._marks.popleft()
        if done == 1:
            return 0.0
        since, before = self._marks[0] if len(self._marks) > 1 else (self.begun, 0)
        return (done - before) / (now - since) if now > since else 0.0

    def _reaches_far(self, since: float, before: int, now: float, done: int) -> bool:
        return now - since > _LOOKED_BACK and done - before >= _FEWEST


def _counted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _rate_in_words(rate: float) -> str:
    if rate >= 10:
        return f"{_counted(round(rate))}/giây"
    if rate >= 1:
        return f"{rate:.1f}/giây".replace(".", ",")
    return f"{rate * 60:.1f}/phút".replace(".", ",")


def _span(seconds: float) -> str:
    whole = max(1, round(seconds))
    if whole < 90:
        return f"{whole} giây"
    minutes = round(whole / 60)
    return f"{minutes} phút" if minutes < 90 else f"{minutes // 60} giờ {minutes % 60} phút"
