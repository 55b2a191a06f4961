"""What the form says of each kind of document: examples, notes, the outline that it opens with."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from pydantic import BaseModel, ConfigDict

from generator.yamltext import parse_yaml

_FILE: Final = "kinds.yaml"


class KindForm(BaseModel):
    """The words of one kind."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    subject: str = ""
    """An example of its trích yếu."""
    lines: tuple[tuple[str, str, str], ...] = ()
    """The lines of the body: level, title, words; ``{…}`` stands for words still to be written."""
    fields: Mapping[str, tuple[str, str]] = {}
    """Note and example of each field that only this kind has."""
    shared: Mapping[str, tuple[str, str]] = {}
    """Note and example of a field that other kinds have too, by its dotted path, where they differ."""


@cache
def kind_form(kind: str) -> KindForm:
    """Return the words of a kind; none of them for one that is not listed."""
    return _kinds().get(kind, KindForm())


@cache
def _kinds() -> Mapping[str, KindForm]:
    read = parse_yaml(files("generator.workbook").joinpath(_FILE).read_bytes(), _FILE).data["kinds"]
    return MappingProxyType({kind: KindForm.model_validate(values) for kind, values in read.items()})
