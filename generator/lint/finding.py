"""What the gate finds: which rule, how grave, where, what was found, what was expected, what to do."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from generator.diagnostics import Severity

QUOTED = 80
"""Most characters of the document that a finding quotes."""


@dataclass(frozen=True)
class Spot:
    """Where in the document a finding is; every part may be missing."""

    part: str | None = None
    """In Vietnamese: the component, thân văn bản, đầu trang, trang 2 …"""
    paragraph: int | None = None
    """Number of the paragraph in a Word file, from 1."""
    cell: str | None = None
    """In Vietnamese: bảng 1, hàng 2, cột 3."""
    quote: str | None = None
    page: int | None = None
    """Number of the page of a PDF, from 1."""
    line: int | None = None
    """Number of the line: on its page in a PDF, in the file in a text; from 1."""

    def __str__(self) -> str:
        """The place in Vietnamese, from the outside inwards, without the quote; empty when nothing is known."""
        numbers = (("trang", self.page), ("đoạn", self.paragraph), ("dòng", self.line))
        numbered = (f"{word} {number}" for word, number in numbers if number is not None)
        return ", ".join(piece for piece in (self.part, *numbered, self.cell) if piece)

    @property
    def order(self) -> int:
        """What findings are sorted by: those of the whole file first, then in the order of the file."""
        return self.paragraph or 0


@dataclass(frozen=True)
class Fault:
    """What a rule yields; the gate adds what the rule says of itself."""

    found: str
    expected: str
    spot: Spot = field(default_factory=Spot)
    hint: str | None = None
    fix: str | None = None
    """Name of the safe repair; None where a person has to decide."""
    severity: Severity | None = None
    """Where it differs from that of the rule."""
    clause: str | None = None
    """Where it differs from that of the rule."""
    right: str | None = None
    """The very words that should stand there, where the repair puts them."""
    also: tuple[Spot, ...] = ()
    """The other places of the same fault."""

    def softened(self) -> Fault:
        """Return the fault as a warning at most."""
        return replace(self, severity=Severity.WARNING) if self.severity in (None, Severity.ERROR) else self


@dataclass(frozen=True)
class Finding:
    """One finding of the gate."""

    code: str
    name: str
    severity: Severity
    clause: str
    place: Spot
    found: str
    expected: str
    hint: str | None = None
    fix: str | None = None
    right: str | None = None
    """The very words that should stand there, where the repair puts them."""
    also: tuple[Spot, ...] = ()
    """The other places of the same fault."""

    def __str__(self) -> str:
        """One line: place, severity, code, name, found, expected, clause, quote, hint."""
        place = f"{self.place}: " if str(self.place) else ""
        text = f"{place}{self.severity.label} {self.code} {self.name}; gặp: {self.found}; cần: {self.expected}"
        text += f" [{self.clause}]"
        if self.place.quote:
            text += f" «{self.place.quote}»"
        return f"{text} ({self.hint})" if self.hint else text

    def to_json(self) -> dict[str, Any]:
        """The finding as plain values; what is missing is null."""
        place = {name: getattr(self.place, name) for name in ("part", "paragraph", "cell", "quote", "page", "line")}
        rest = {name: getattr(self, name) for name in ("found", "expected", "hint", "fix")}
        named = {"code": self.code, "name": self.name, "severity": self.severity.value, "clause": self.clause}
        return {**named, "place": place, **rest}
