"""The document from which a clerk starts: the head of its kind, and of a plan the usual parts of its body."""

from __future__ import annotations

from typing import Any

from generator.model.document import Document
from generator.model.store import model_of
from generator.nd30.document_types import document_type
from generator.workbook.cell_forms import KIND, NotReadError


def blank_document(kind: str, year: int | None = None) -> Document:
    """Return a document of a kind, given by name or id, with nothing but its outline; UsageError for an unknown kind.

    A plan has the places where objectives, targets and tasks are printed, so that what is filled in is printed too.
    """
    known = _kind(kind)
    values: dict[str, Any] = {"kind": known, "archive": {}}
    if known == "plan":
        values |= _plan(year)
    return model_of(known).model_validate(values)


def _kind(named: str) -> str:
    try:
        kind: str = KIND.read(named)
    except NotReadError:
        return document_type(named).id
    return kind


def _plan(year: int | None) -> dict[str, Any]:
    def item(text: str, *blocks: dict[str, Any]) -> dict[str, Any]:
        return {"kind": "item", "numbering": "arabic", "heading": True, "text": text, "blocks": list(blocks)}

    sections = [
        {"title": "Mục đích, yêu cầu", "blocks": [item("Mục đích"), item("Yêu cầu")]},
        {
            "title": "Mục tiêu, chỉ tiêu",
            "blocks": [
                item("Mục tiêu", {"kind": "objectives"}),
                item("Chỉ tiêu", {"kind": "targets", "layout": "table"}),
            ],
        },
        {"title": "Nhiệm vụ"},
        {"title": "Tổ chức thực hiện"},
    ]
    name = f"Danh mục nhiệm vụ năm {year}" if year else "Danh mục nhiệm vụ"
    appendix = {"title": name, "blocks": [{"kind": "tasks"}]}
    return {"year": year, "sections": sections, "appendices": [appendix]}
