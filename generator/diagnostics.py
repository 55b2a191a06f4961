"""A problem as a value: how grave it is, where it is, what was found, what was expected, what to do.

Readers, importers, the store and the gate all return these; only the command line prints them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How grave a finding is; the value is what JSON carries."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def label(self) -> str:
        """The Vietnamese word shown to the user."""
        return {"error": "lỗi", "warning": "cảnh báo", "hint": "gợi ý"}[self.value]


@dataclass(frozen=True)
class Place:
    """Where a finding is; every part may be missing."""

    file: str | None = None
    line: int | None = None
    """Line number in a text file, from 1."""
    field: str | None = None
    """Dotted path of a field of the data, or a cell such as ``Nhiệm vụ!F17``."""
    part: str | None = None
    """Part of a document: thân văn bản, phụ lục, nơi nhận …"""
    quote: str | None = None
    """The words at the place, as they stand there."""
    paragraph: int | None = None
    """Number of a paragraph in a Word file, from 1, empty ones and those of cells counted."""

    def __str__(self) -> str:
        """The place in Vietnamese, from the outside inwards; empty when nothing is known."""
        named = [
            self.file,
            f"dòng {self.line}" if self.line is not None else None,
            f"đoạn {self.paragraph}" if self.paragraph is not None else None,
            self.field,
            self.part,
        ]
        return ", ".join(piece for piece in named if piece)

    @property
    def in_word(self) -> Place:
        """The place in a Word file whose paragraphs were read as lines."""
        return replace(self, line=None, paragraph=self.line)


@dataclass(frozen=True)
class Diagnostic:
    """One finding."""

    severity: Severity
    message: str
    place: Place = field(default_factory=Place)
    found: str | None = None
    expected: str | None = None
    hint: str | None = None
    code: str | None = None
    """Stable short name of the kind of finding, for selection and tests."""

    def __str__(self) -> str:
        """One line: place, severity, message, found, expected, hint."""
        text = f"{self.severity.label}: {self.message}"
        if place := str(self.place):
            text = f"{place}: {text}"
        if self.found is not None:
            text += f"; gặp: {self.found}"
        if self.expected is not None:
            text += f"; cần: {self.expected}"
        if self.place.quote:
            text += f" «{self.place.quote}»"
        return f"{text} ({self.hint})" if self.hint else text

    def to_json(self) -> dict[str, Any]:
        """The finding as plain values, without the empty ones."""
        values = asdict(self)
        values["place"] = {key: value for key, value in values["place"].items() if value is not None}
        return {key: value for key, value in values.items() if value not in (None, {})}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Diagnostic:
        """Return the finding of such plain values; KeyError, TypeError or ValueError when they are none."""
        place = Place(**values.get("place", {}))
        return cls(**{**values, "severity": Severity(values["severity"]), "place": place})


def error(message: str, place: Place | None = None, **more: Any) -> Diagnostic:
    """Return a finding of severity error."""
    return Diagnostic(Severity.ERROR, message, place or Place(), **more)


def warning(message: str, place: Place | None = None, **more: Any) -> Diagnostic:
    """Return a finding of severity warning."""
    return Diagnostic(Severity.WARNING, message, place or Place(), **more)


def hint(message: str, place: Place | None = None, **more: Any) -> Diagnostic:
    """Return a finding of severity hint."""
    return Diagnostic(Severity.HINT, message, place or Place(), **more)
