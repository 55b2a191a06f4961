"""A measure of the decree: what it allows, what we write, and where it stands.

Lengths are millimetres, sizes and spaces points, line spacing a multiple of the single line, rule lengths a
share of the line of text above them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, ClassVar, Generic, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

T = TypeVar("T", bound=float | bool | str)

_ROUNDING = 1e-6


class Confidence(StrEnum):
    """How sure a value is; the values are the tags of the table of sources."""

    RULE = "V"
    """In the decree's own rules."""
    FORM = "V-form"
    """In its sample forms or its own typesetting only: practice, no rule."""
    SECONDARY = "S"
    """Reported by others."""
    MEMORY = "M"
    """General practice, no source seen."""
    INTERPRETATION = "I"
    """Our own reading or choice."""


class Cited(BaseModel):
    """Anything that stands at a clause; what it contains and names no clause stands at the same one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    cite: str = Field(min_length=1)
    """Clause, ``PL I/I/II.5b`` for Phụ lục I, Phần I, Mục II, khoản 5, điểm b."""
    confidence: Confidence
    note: str | None = None

    takes_shorthand: ClassVar[bool] = False
    """Whether a bare value may stand for the whole in the file."""

    @model_validator(mode="before")
    @classmethod
    def _hand_down(cls, data: Any) -> Any:
        """Give the clause of the whole to each part that names none; write bare values of measures out."""
        if not isinstance(data, Mapping):
            return data
        source = {key: data[key] for key in ("cite", "confidence") if key in data}
        filled = dict(data)
        for name, info in cls.model_fields.items():
            if name in data and (part := _cited_in(info.annotation)):
                filled[name] = _sourced(data[name], part, source)
        return filled


def _cited_in(annotation: Any) -> type[Cited] | None:
    """The kind of part that a field holds, itself or in a list or mapping; None when it holds plain values."""
    if isinstance(annotation, type) and issubclass(annotation, Cited):
        return annotation
    return next((part for inner in get_args(annotation) if (part := _cited_in(inner))), None)


def _sourced(value: Any, part: type[Cited], source: Mapping[str, Any]) -> Any:
    if isinstance(value, Mapping):
        is_group = not (set(value) & set(part.model_fields))
        if is_group:
            return {key: _sourced(inner, part, source) for key, inner in value.items()}
        return {**source, **value}
    if part.takes_shorthand and value is not None and not isinstance(value, list):
        return {**source, "value": value}
    return [_sourced(inner, part, source) for inner in value] if isinstance(value, list) else value


class Measure(Cited, Generic[T]):
    """One value of the form of a document.

    Exactly one of ``value``, ``range`` and ``values`` says what is allowed; with none of them the decree is
    silent and ``default`` is only ours. A bound of None in a range is open.
    """

    takes_shorthand = True

    value: T | None = None
    """The one value allowed."""
    range: tuple[T | None, T | None] | None = None
    """The least and the greatest value allowed."""
    values: tuple[T, ...] | None = None
    """The few values allowed."""
    default: T
    """What we write; ``value`` where the file gives none."""
    tolerance: float = 0
    """How far a finished file may lie off before it is a fault."""
    same_as: str | None = None
    """The part of the document that must have the same value: ``body``."""

    @model_validator(mode="before")
    @classmethod
    def _one_default(cls, data: Any) -> Any:
        if isinstance(data, Mapping) and "default" not in data and "value" in data:
            return {**data, "default": data["value"]}
        return data

    @model_validator(mode="after")
    def _consistent(self) -> Measure[T]:
        if sum(one is not None for one in (self.value, self.range, self.values)) > 1:
            raise ValueError("chỉ ghi một trong ba: value, range, values")
        if not self.allows(self.default):
            raise ValueError(f"giá trị mặc định {self.default} nằm ngoài mức cho phép")
        return self

    @property
    def is_regulated(self) -> bool:
        """Whether the source allows some values and not others."""
        return not (self.value is None and self.range is None and self.values is None)

    def allows(self, found: T) -> bool:
        """Whether a value found in a document is allowed, within the tolerance; a number that nobody knows (NaN) is."""
        if isinstance(found, float) and math.isnan(found):
            return True
        if self.range is not None:
            return self._within(found, *self.range)
        allowed = (self.value,) if self.value is not None else self.values
        return allowed is None or any(self._within(found, one, one) for one in allowed)

    def _within(self, found: T, low: T | None, high: T | None) -> bool:
        if isinstance(found, (str, bool)):
            return found in (low, high)
        slack = self.tolerance + _ROUNDING
        above = low is None or float(found) >= float(low) - slack
        return above and (high is None or float(found) <= float(high) + slack)

    def in_words(self, unit: str = "") -> str:
        """What is allowed, in Vietnamese, for messages: ``20 - 25 mm``, ``10 hoặc 12,7 mm``, ``từ 6 pt``."""
        if self.range is None:
            allowed = (self.value,) if self.value is not None else self.values or (self.default,)
            return _with_unit(" hoặc ".join(map(_shown, allowed)), unit)
        low, high = self.range
        if high is None:
            return _with_unit(f"từ {_shown(low)}", unit)
        text = f"không quá {_shown(high)}" if low is None else f"{_shown(low)} - {_shown(high)}"
        return _with_unit(text, unit)


def _shown(value: Any) -> str:
    """A number with a decimal comma; a text as it is."""
    return f"{value:g}".replace(".", ",") if isinstance(value, (int, float)) else str(value)


def _with_unit(text: str, unit: str) -> str:
    return f"{text} {unit}" if unit else text
