"""What every record of a document shares: frozen, unknown fields refused, text that a Word file can hold.

Texts are NFC. Three kinds exist: `Line` (one line, plain), `Text` (plain, may hold line breaks) and
`RichText` (running text with the inline marks ``**bold**`` and ``*italic*``; ``\\*`` is a star).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    SerializerFunctionWrapHandler,
    StringConstraints,
    model_serializer,
    model_validator,
)

from generator.vietnamese.marks import Run, parse_marks, to_marks
from generator.vietnamese.unicode import nfc


class Record(BaseModel):
    """A frozen record; a field that it does not know is an error, one left empty counts as not given."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, values: Any) -> Any:
        if isinstance(values, Mapping):
            return {name: value for name, value in values.items() if value is not None or name not in cls.model_fields}
        return values


class Tagged(Record):
    """A record told apart from others by ``kind``, which is stored even though it is the default."""

    @model_serializer(mode="wrap")
    def _with_kind(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        values: dict[str, Any] = handler(self)
        return {"kind": getattr(self, "kind"), **values}  # noqa: B009 - the subclasses have it


def _holdable(text: str) -> str:
    """Return the text in NFC, its line ends as ``\\n``; refuse what XML cannot hold."""
    text = nfc(text.replace("\r\n", "\n").replace("\r", "\n"))
    for character in text:
        if not is_xml_character(character):
            raise ValueError(f"ký tự điều khiển U+{ord(character):04X} không ghi được vào tệp Word, hãy xóa đi")
    return text


def is_xml_character(character: str) -> bool:
    """Tell whether XML 1.0 can hold the character (production 2 of the recommendation)."""
    code = ord(character)
    return code in (0x9, 0xA, 0xD) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF


def _one_line(text: str) -> str:
    if "\n" in text:
        raise ValueError("chỗ này chỉ ghi được một dòng, hãy bỏ dấu xuống dòng")
    return text


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_holdable)]
"""Plain text; a line break is a line break."""

Line = Annotated[Text, AfterValidator(_one_line)]
"""Plain text of one line: names, numbers, units."""

MARKED = "marked"
"""Tells fields whose text may hold marks from plain ones."""

RichText = Annotated[Text, MARKED]
"""Running text with inline marks; a line break starts a new paragraph of the same style."""


def join_rich(texts: Iterable[str], between: str = " ") -> str:
    """Return rich texts one after the other, plain text between them; an unpaired star of one pairs with no other's."""
    texts = tuple(texts)
    joined = between.join(texts)
    if "*" not in joined and "\\" not in joined:
        return joined
    runs: list[Run] = []
    for position, text in enumerate(texts):
        runs += [Run(between)] * bool(position) + list(parse_marks(text))
    return to_marks(runs)


Size = Annotated[float, Field(gt=0, allow_inf_nan=False)]
"""A width: in millimetres, or relative to the others of its table."""


def plain_number(value: Decimal) -> int | float | str:
    """Return the figure as a number that reads back as the same figure, else as text."""
    if value == value.to_integral_value() and abs(value) < 10**15:
        return int(value)
    return float(value) if Decimal(repr(float(value))) == value else str(value)


Figure = Annotated[Decimal, Field(allow_inf_nan=False), PlainSerializer(plain_number, when_used="json")]
"""A figure of a report or a target, exact."""
