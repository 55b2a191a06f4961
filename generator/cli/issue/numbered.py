"""How number and day get into each kind of file: data as text, workbook, Word file of ours."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.cli.files.inputs import layout_names
from generator.cli.files.own_word import embedded_sources, provenance_of
from generator.cli.template.chosen import office_folder, template_bytes
from generator.errors import TemplateError, UsageError
from generator.files import read_bytes
from generator.model.document import Document
from generator.model.references import Sourced
from generator.model.store import dump_document, is_stored, load_document
from generator.render.compiled import compile_template
from generator.render.provenance import Provenance
from generator.render.render import render
from generator.templates.catalog import layouts, pictures_of, template_for
from generator.workbook.general import with_general
from generator.workbook.reader import is_workbook, load_workbook
from generator.workbook.writer import dump_workbook
from generator.yamltext import edited_yaml

_Place = tuple[str | int, ...]


def with_values(source: Path, before: Document, after: Document) -> bytes:
    """Return the bytes of a data file with number, day and notes of the document as it is now; all else stays.

    A YAML file that cannot be changed in its lines, a workbook that cannot be in its cells, is written anew, without
    its comments. UsageError for a file that holds no data.
    """
    data = read_bytes(source)
    if is_workbook(data, source.name):
        return _workbook(data, source.name, after)
    if not is_stored(source.name):
        hint = f"đọc tệp thành dữ liệu trước: vanban import {source.name} -o {source.stem}.yaml"
        raise UsageError("không phải tệp dữ liệu nên không ghi được số, ngày vào đó", where=str(source), hint=hint)
    text = data.decode("utf-8-sig")
    changes = dict(_changes(before, after))
    made = _json(text, changes) if source.suffix.lower() == ".json" else edited_yaml(text, changes, _order(after))
    if made is None or load_document(made, source.name) != after:
        made = dump_document(after, source.name)
    return made.encode("utf-8")


def _changes(before: Document, after: Document) -> Iterator[tuple[_Place, str | int | date]]:
    if after.number is not None and before.number != after.number:
        yield ("number",), int(after.number)
    day = after.date.to_date() if after.date else None
    if day is not None and before.date != after.date:
        yield ("date",), day
    for place, (old, new) in enumerate(zip(before.appendices, after.appendices, strict=True)):
        if new.note is not None and old.note != new.note:
            yield ("appendices", place, "note"), new.note


def _workbook(data: bytes, name: str, after: Document) -> bytes:
    made = with_general(data, {"Số": after.number or "", "Ngày ban hành": after.date.short() if after.date else ""})
    if made is None or load_workbook(made, name, layout_names())[0] != after:
        return dump_workbook(after, layouts=layout_names())
    return made


def _order(document: Document) -> tuple[str, ...]:
    return tuple(type(document).model_fields)


def _json(text: str, changes: dict[_Place, str | int | date]) -> str:
    values: dict[str, Any] = json.loads(text)
    for place, value in changes.items():
        inner: Any = values
        for step in place[:-1]:
            inner = inner[step]
        inner[place[-1]] = value.isoformat() if isinstance(value, date) else value
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def reissued(source: Path, after: Document, template: Path | None) -> tuple[Path, bytes]:
    """Return where the Word file with number and day goes, beside the one without, and its bytes.

    UsageError, with what to do, for a file that is none of ours, has no data or was edited in Word since;
    TemplateError when the template that it was made with is not at hand.
    """
    provenance = provenance_of(source)
    if provenance is None or not provenance.is_trusted or provenance.edited is not False:
        raise UsageError(_unusable(provenance), where=str(source), hint=_way_round(source))
    data = Sourced(after, embedded_sources(provenance, str(source)).files)
    compiled = compile_template(_template(provenance, source, after.kind, template), after.kind)
    made = render(data.resolved, compiled, layouts(), pictures_of(data.resolved, source.parent), source=data)
    return source.with_name(f"{source.stem}_so_{after.number}.docx"), made


def _unusable(provenance: Provenance | None) -> str:
    if provenance is None:
        return "không phải tệp Word do chương trình tạo ra"
    if not provenance.is_trusted:
        return "tệp Word không mang theo dữ liệu còn nguyên vẹn"
    return "chữ trong tệp Word đã được sửa sau khi tạo"


def _way_round(source: Path) -> str:
    data = f"{source.stem}.yaml"
    return f"đọc thành dữ liệu: vanban import {source.name} -o {data}; xem lại, rồi ghi số, ngày vào {data}"


def _template(provenance: Provenance, source: Path, kind: str, given: Path | None) -> bytes:
    """Return the template that a file was made with: the one given, the office's or ours, told by its hash."""
    candidates = [given] if given else [template_for(kind, office_folder()), template_for(kind)]
    for data in map(template_bytes, candidates):
        if provenance.template in (None, sha256(data).hexdigest()):
            return data
    if given:
        raise TemplateError("không phải mẫu mà tệp Word đã dùng", where=str(given), hint="hãy chỉ đúng mẫu ấy")
    raise TemplateError("tệp Word làm từ mẫu khác", where=str(source), hint="chỉ ra mẫu ấy bằng --template")
