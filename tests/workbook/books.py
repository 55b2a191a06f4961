"""Workbooks of documents for tests, changed as a clerk changes them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from generator.diagnostics import Diagnostic
from generator.errors import DataError
from generator.model.document import Document
from generator.model.plan import Plan
from generator.model.store import load_document, model_of
from generator.workbook.reader import load_workbook
from generator.workbook.writer import dump_workbook
from tests.workbooks import saved

ROOT = Path(__file__).parents[2]
SAMPLES = sorted([*(ROOT / "data" / "plans").glob("*.yaml"), *(ROOT / "data" / "documents").glob("*.yaml")])
PLAN: dict[str, Any] = {
    "kind": "plan",
    "year": 2027,
    "issuer": {"name": "Sở Nội vụ", "parent": "UBND tỉnh Sông Vân", "symbol": "SNV", "place": "Sông Vân"},
    "subject": "Cải cách hành chính năm 2027",
    "sections": [{"title": "Mục đích", "blocks": [{"kind": "paragraph", "text": "Làm tốt hơn."}]}],
    "targets": [{"id": "CT01", "metric": "Tỷ lệ hồ sơ đúng hạn", "comparator": "at_least", "value": 98.5, "unit": "%"}],
    "tasks": [
        {"id": "NV01", "name": "Rà soát thủ tục", "rows": [{"products": ["Báo cáo"], "lead": ["Văn phòng Sở"]}]},
        {
            "id": "NV02",
            "name": "Kiểm tra",
            "rows": [{"products": ["Kế hoạch"], "schedule": "Quý I"}, {"products": ["Kết luận"], "schedule": "Quý II"}],
        },
    ],
    "recipients": [{"name": "Sở Tài chính", "purpose": "để phối hợp", "group": "coordinate"}],
    "archive": {"holders": ["VT", "VP"]},
    "appendices": [{"title": "Nhiệm vụ", "blocks": [{"kind": "tasks"}]}],
}
Change = Callable[[openpyxl.Workbook], object]


def made(**fields: Any) -> Document:
    """Return the small plan with other fields, or a document of another kind."""
    kind = fields.get("kind", "plan")
    return model_of(kind).model_validate({**PLAN, **fields} if kind == "plan" else fields)


def sample(path: Path) -> Document:
    """Return the document of a sample file."""
    return load_document(path.read_bytes(), path.name)


def yearly_plan() -> Document:
    """Return the sample that shows the whole format."""
    return sample(ROOT / "data" / "plans" / "ke_hoach_cchc_2027.yaml")


def edited(document: Document, change: Change) -> bytes:
    """Return the workbook of a document after a change in it."""
    book = openpyxl.load_workbook(BytesIO(dump_workbook(document)))
    change(book)
    return saved(book)


def read(data: bytes) -> Document:
    """Return the document of a workbook."""
    return load_workbook(data, "ke_hoach.xlsx")[0]


def reread(change: Change, **fields: Any) -> Plan:
    """Return the small plan as it is read after a change in its workbook."""
    document = read(edited(made(**fields), change))
    assert isinstance(document, Plan)
    return document


def faults(change: Change, **fields: Any) -> list[str]:
    """Return the messages that a changed workbook of the small plan is refused with."""
    return [str(one) for one in diagnostics(edited(made(**fields), change))]


def diagnostics(data: bytes) -> tuple[Diagnostic, ...]:
    """Return what a workbook is refused with."""
    with pytest.raises(DataError) as refused:
        load_workbook(data, "ke_hoach.xlsx")
    return refused.value.diagnostics


def cell(sheet: str, reference: str, value: object) -> Change:
    """Return the change of one cell."""

    def change(book: openpyxl.Workbook) -> None:
        book[sheet][reference] = value

    return change


def general(title: str, value: object) -> Change:
    """Return the change of one field of the general sheet."""

    def change(book: openpyxl.Workbook) -> None:
        for row in book["Thông tin chung"].iter_rows():
            if row[0].value == title:
                row[1].value = value  # type: ignore[assignment]

    return change
