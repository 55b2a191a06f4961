"""The shape of a model: which fields may stand at a place of the data, and their Vietnamese titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo


def titles_at(model: type[BaseModel], loc: Sequence[str | int]) -> dict[str, str | None]:
    """Return the fields that may stand at a place of the data, each with its Vietnamese title (None without one).

    ``loc`` is a path as pydantic gives it: fields, indices, keys and union members. Empty where no model stands.
    """
    owners = _models_at(model, loc)
    return {info.alias or name: info.title for owner in owners for name, info in owner.model_fields.items()}


def field_title(model: type[BaseModel], loc: Sequence[str | int]) -> str | None:
    """Return the Vietnamese title of the last field on the path, or None when the path names no titled field."""
    for end in range(len(loc), 0, -1):
        for owner in _models_at(model, loc[: end - 1]):
            if info := _field(owner, loc[end - 1]):
                return info.title
    return None


def _models_at(model: type[BaseModel], loc: Sequence[str | int]) -> list[type[BaseModel]]:
    """The models whose fields may stand at the place; several where a union leaves it open."""
    owners = [model]
    for step in loc:
        fields = [info for owner in owners if (info := _field(owner, step))]
        if fields:
            owners = [inner for info in fields for inner in _models_in(info.annotation)]
        else:
            owners = [owner for owner in owners if _is_member(owner, step)] or owners
    return owners


def _field(owner: type[BaseModel], step: str | int) -> FieldInfo | None:
    for name, info in owner.model_fields.items():
        if step == (info.alias or name):
            return info
    return None


def _is_member(owner: type[BaseModel], step: str | int) -> bool:
    """Whether pydantic names this model by the step: its class, or the value of its discriminating field."""
    tags: Iterable[Any] = (
        value
        for info in owner.model_fields.values()
        if get_origin(info.annotation) is Literal
        for value in get_args(info.annotation)
    )
    return step == owner.__name__ or step in tags


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Models named anywhere inside a type: through optional, lists, dictionaries, unions and named aliases."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(getattr(annotation, "__value__", annotation)):
        yield from _models_in(inner)
