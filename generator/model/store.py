"""Documents and table layouts as stored text: YAML and JSON in, YAML and JSON out, without loss.

All faults of a file are reported together, each with its line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.diagnostics import Diagnostic, Place, error
from generator.errors import DataError, UsageError
from generator.model.document import FORMAT, Document
from generator.model.forms import FORMS
from generator.model.layout import TableLayout
from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.model.upgrade import upgrade
from generator.nd30.document_types import DOCUMENT_TYPES
from generator.spelling import suggestion
from generator.yamltext import Located, check_format, dump_yaml, parse_yaml, validation_diagnostics

SUFFIXES = (".yaml", ".yml", ".json")
_MODELS: dict[str, type[Document]] = {"plan": Plan, **FORMS}
_IDENTIFIED = {"tasks": "nhiệm vụ", "targets": "chỉ tiêu"}

Model = TypeVar("Model", bound=BaseModel)


def model_of(kind: object) -> type[Document]:
    """Return the model of a kind of document; a kind without fields of its own takes the common one."""
    return _MODELS.get(kind, Document) if isinstance(kind, str) else Document


def is_stored(filename: str) -> bool:
    """Tell whether the name is that of a stored document."""
    return PurePath(filename).suffix.lower() in SUFFIXES


def require_stored(filename: str) -> None:
    """Raise UsageError when the name is not that of a stored document."""
    if not is_stored(filename):
        raise UsageError(
            f"«{PurePath(filename).suffix or filename}» không phải dạng dữ liệu lưu trữ; cần: {', '.join(SUFFIXES)}",
            where=filename,
        )


def load_document(data: bytes | str, filename: str) -> Document:
    """Return the document of a stored text.

    Raises DataError with one diagnostic for each fault: file, line, field, found, expected, hint.
    """
    return document_of(parse_yaml(data, filename), filename)


def document_of(located: Located, filename: str) -> Document:
    """Return the document of the data of a stored text; raises DataError as `load_document` does."""
    version = check_format(located.data, FORMAT, filename, located)
    values = upgrade(located.data, version)
    _require_known_kind(values, located, filename)
    model = model_of(values["kind"])
    repeated = list(_repeated_ids(located, filename))
    return _validated(model, values, located, filename, repeated)


def _require_known_kind(values: dict[str, Any], located: Located, filename: str) -> None:
    """Refuse an unknown kind alone: which other fields are right depends on it."""
    kind = values.get("kind")
    if isinstance(kind, str) and kind in DOCUMENT_TYPES:
        return
    fault = error(
        "không rõ loại văn bản (kind)",
        Place(file=filename, line=located.line(("kind",)), field="kind"),
        found=None if kind is None else f"«{kind}»",
        expected=f"một trong: {', '.join(DOCUMENT_TYPES)}",
        hint=suggestion(kind, DOCUMENT_TYPES, {one.name: one.id for one in DOCUMENT_TYPES.values()})
        if isinstance(kind, str)
        else "thêm dòng «kind: plan» cho kế hoạch",
    )
    raise DataError("dữ liệu có 1 lỗi", where=filename, diagnostics=[fault])


def load_layout(data: bytes | str, filename: str) -> TableLayout:
    """Return the table layout of a stored text; raises DataError as `load_document` does."""
    located = parse_yaml(data, filename)
    check_format(located.data, FORMAT, filename, located)
    return _validated(TableLayout, located.data, located, filename, [])


def load_progress(data: bytes | str, filename: str) -> Progress:
    """Return what a unit tells of a period, of a stored text; raises DataError as `load_document` does."""
    located = parse_yaml(data, filename)
    check_format(located.data, FORMAT, filename, located)
    return _validated(Progress, located.data, located, filename, list(_repeated_tasks(located, filename)))


def _validated(
    model: type[Model], values: dict[str, Any], located: Located, filename: str, faults: list[Diagnostic]
) -> Model:
    try:
        made = model.model_validate(values)
    except ValidationError as failure:
        faults = [*validation_diagnostics(failure, located, filename, model), *faults]
    if faults:
        faults.sort(key=lambda fault: fault.place.line or 0)
        raise DataError(f"dữ liệu có {len(faults)} lỗi", where=filename, diagnostics=faults)
    return made


def _repeated_ids(located: Located, filename: str) -> Iterator[Diagnostic]:
    """Yield a fault for each id that a task or target shares with an earlier one."""
    for field, name in _IDENTIFIED.items():
        entries = located.data.get(field)
        seen: dict[object, int | None] = {}
        for position, entry in enumerate(entries if isinstance(entries, list) else []):
            identity = entry.get("id") if isinstance(entry, dict) else None
            if not isinstance(identity, str):
                continue
            line = located.line((field, position, "id"))
            if identity in seen:
                yield error(
                    f"mã {name} «{identity}» đã dùng ở dòng {seen[identity]}",
                    Place(file=filename, line=line, field=f"{field}[{position}].id"),
                    expected="mỗi mã chỉ dùng một lần",
                    hint="hãy đặt mã khác",
                )
            seen.setdefault(identity, line)


def _repeated_tasks(located: Located, filename: str) -> Iterator[Diagnostic]:
    """Yield a fault for each task that is told of twice, and for each row of a form that is filled in twice."""
    for field, keys in (("tasks", ("task",)), ("figures", ("form", "code")), ("narrative", ("section",))):
        entries = located.data.get(field)
        seen: dict[tuple[object, ...], int | None] = {}
        for position, entry in enumerate(entries if isinstance(entries, list) else []):
            key = tuple(str(entry.get(name)) for name in keys) if isinstance(entry, dict) else ()
            line = located.line((field, position, keys[0]))
            if key and key in seen:
                place = Place(file=filename, line=line, field=f"{field}[{position}].{keys[0]}")
                yield error(f"«{', '.join(map(str, key))}» đã ghi ở dòng {seen[key]}", place, hint="bỏ một trong hai")
            seen.setdefault(key, line)


def dump_document(document: Document | Progress, filename: str) -> str:
    """Return the stored text of a document, as YAML or JSON by the file's name; empty fields are left out."""
    values = {"format": document.format, "kind": document.kind, **_plain(document)}
    if PurePath(filename).suffix.lower() == ".json":
        return json.dumps(values, ensure_ascii=False, indent=2) + "\n"
    return dump_yaml(values)


def _plain(record: BaseModel) -> dict[str, Any]:
    """Return the record as plain values without what is at its default; a block keeps the kind that tells it apart."""
    return record.model_dump(mode="json", exclude_defaults=True)
