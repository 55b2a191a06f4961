"""JSON Schemas of the stored formats, for editors that complete and check field names while a clerk types."""

from __future__ import annotations

import json
from collections.abc import Mapping

from pydantic import BaseModel

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text(model: type[BaseModel]) -> str:
    """Return the JSON Schema of a model as text, stable from run to run."""
    schema = {"$schema": _DIALECT, **model.model_json_schema(mode="validation")}
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def schema_files(models: Mapping[str, type[BaseModel]]) -> dict[str, str]:
    """Return the texts of schema files by file name."""
    return {f"{name}.json": schema_text(model) for name, model in models.items()}
