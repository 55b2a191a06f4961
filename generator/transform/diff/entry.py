"""An entry of a document, as it is compared: a line, a base, a target, a task, with the values that it prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from generator.transform.diff.change import Part
from generator.transform.diff.sameness import same_key
from generator.vietnamese.dates import PartialDate


@dataclass(frozen=True)
class Value:
    """One text of an entry."""

    name: str
    """Vietnamese name of the field; empty for the text of an entry that has one only."""
    text: str
    """Plain words as printed; lines of a list one below the other."""
    printed: bool = True
    capitals: bool = False
    """Whether print sets it in capitals, so that its case tells nothing."""
    key: str = ""
    """What tells it from other values of the entry, where that is not the name."""
    sign: str = ""
    """What is compared instead of the words, where these do not decide."""
    aside: bool = False
    """Whether it stands beside the text of the entry, as a label does."""
    look: str = ""
    """The text as stored, with its marks of bold and italic."""

    @property
    def identity(self) -> str:
        """What tells it from other values of the entry."""
        return self.key or self.name

    @property
    def compared(self) -> str:
        """What is equal for values that say the same."""
        return self.sign or same_key(self.text, capitals=self.capitals)


@dataclass(frozen=True)
class Entry:
    """A thing that is added, removed, moved or changed as one."""

    part: Part
    place: str
    """By printed labels."""
    values: tuple[Value, ...]
    name: str = ""
    """What it is called in a list of changes."""
    keys: tuple[str | None, ...] = ()
    """Identities beside its text, the strongest first."""
    facts: frozenset[str] = frozenset()
    """What the same entry has at least one of in another document, such as number and day of what it cites."""
    rows: tuple[Entry, ...] = field(default=())
    """Entries inside this one: the rows of a task."""
    printed: bool = True
    group: str = ""
    """Name of the group under which it stands; another one is another place."""
    id: str = ""
    """Stored identity, where the entry has one that is not printed."""

    @cached_property
    def text(self) -> str:
        """What it prints, as one text."""
        own = [value.text for value in self.values if value.printed and value.text and not value.aside]
        return " | ".join([*own, *(row.text for row in self.rows)])


def titled(model: type[BaseModel], name: str) -> str:
    """Return the Vietnamese name of a field."""
    return model.model_fields[name].title or name


def hidden(record: BaseModel, names: Iterable[str]) -> tuple[Value, ...]:
    """Return fields of a record that print nothing, as values; those left empty are left out."""
    kept = ((titled(type(record), name), told(getattr(record, name))) for name in names)
    return tuple(Value(name, text, printed=False) for name, text in kept if text)


def told(value: Any) -> str:
    """Return a stored value in words; empty for one that is missing."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        shown = {name: told(getattr(value, name)) for name in fields if getattr(value, name) != fields[name].default}
        return "; ".join(f"{titled(type(value), name)}: {text}" for name, text in shown.items() if text)
    if isinstance(value, PartialDate):
        return value.short()
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return "có" if value else ""
    if isinstance(value, Decimal | int | float | str):
        return str(value)
    if isinstance(value, Mapping):
        return "; ".join(f"{name}: {told(one)}" for name, one in value.items())
    return "\n".join(filter(None, map(told, value))) if isinstance(value, Sequence) else ""
