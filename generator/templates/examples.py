"""An invented document of each kind with its fields filled in, to see a template with."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any, Final

from generator.model.document import Document
from generator.model.store import model_of
from generator.nd30.document_types import document_type
from generator.yamltext import parse_yaml

_FILE: Final = "examples.yaml"


def example_of(kind: str) -> Document:
    """Return the example of a kind; DataError for an unknown kind. Every field that the form prints is there."""
    known = document_type(kind).id
    values = _examples()
    return model_of(known).model_validate({**values["shared"], "kind": known, **values["kinds"].get(known, {})})


@cache
def _examples() -> dict[str, Any]:
    return parse_yaml(files("generator.templates").joinpath(_FILE).read_bytes(), _FILE).data
