"""Registers from text: the files of the project, faults with their lines, and schemas."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from generator.errors import DataError
from generator.registers.base import Register
from generator.registers.bodies import BodyRegister
from generator.registers.derivation import DerivationRules
from generator.registers.events import EventRegister
from generator.registers.holidays import WorkCalendar
from generator.registers.legal import LegalRegister
from generator.registers.outline import ReportOutline
from generator.registers.regimes import RegimeRegister
from generator.registers.reminder import ReminderWords
from generator.registers.statistics import StatisticalForms
from generator.registers.store import load_register
from generator.registers.units import UnitDirectory
from generator.yamltext import dump_yaml

DATA = Path(__file__).parents[2] / "data/registers"
KINDS: dict[str, type[Register]] = {
    "legal.yaml": LegalRegister,
    "units.yaml": UnitDirectory,
    "holidays.yaml": WorkCalendar,
    "regimes.yaml": RegimeRegister,
    "cchc_forms.yaml": StatisticalForms,
    "bodies.yaml": BodyRegister,
    "derivation.yaml": DerivationRules,
    "events.yaml": EventRegister,
    "report_outline.yaml": ReportOutline,
    "reminder.yaml": ReminderWords,
}
EACH = pytest.mark.parametrize(("name", "kind"), KINDS.items(), ids=list(KINDS))


@EACH
def test_the_files_of_the_project_load_and_come_back_from_yaml(name: str, kind: type[Register]) -> None:
    register = load_register((DATA / name).read_bytes(), name, kind)
    stored = dump_yaml(register.model_dump(mode="json", exclude_defaults=True) | {"format": 1})
    assert load_register(stored, name, kind) == register


@EACH
def test_every_field_is_explained_in_the_file_that_is_its_example(name: str, kind: type[Register]) -> None:
    text = (DATA / name).read_text(encoding="utf-8")
    for field in field_names(kind):
        assert re.search(rf"\b{field}\b.*(#|/)|#.*\b{field}\b", text), field


@EACH
def test_every_field_has_a_vietnamese_title_and_a_description(name: str, kind: type[Register]) -> None:
    schema = kind.model_json_schema()
    for model in (schema, *schema.get("$defs", {}).values()):
        for field, about in model.get("properties", {}).items():
            assert about.get("title") and about["title"] != field.replace("_", " ").title(), field
            assert about.get("description"), field


def test_there_is_no_other_file() -> None:
    assert {path.name for path in DATA.iterdir()} == set(KINDS)


def field_names(model: type[BaseModel]) -> set[str]:
    """Names of all fields of a model and of what it contains."""
    schema: dict[str, Any] = model.model_json_schema()
    models = (schema, *schema.get("$defs", {}).values())
    return {field for one in models for field in one.get("properties", {})}


def test_faults_of_an_entry_are_all_named_with_their_lines() -> None:
    text = "format: 1\nacts:\n  - id: A\n    typ: Luật\n    source: x\n    confidence: V\n"
    with pytest.raises(DataError) as refused:
        load_register(text, "so.yaml", LegalRegister)
    assert [str(one) for one in refused.value.diagnostics] == [
        "so.yaml, dòng 3, acts[0].id: lỗi: mã chỉ gồm chữ thường không dấu, chữ số và các dấu - _ .; gặp: «A»",
        "so.yaml, dòng 3, acts[0].type: lỗi: thiếu trường bắt buộc «Tên loại»",
        "so.yaml, dòng 4, acts[0].typ: lỗi: không có trường này trong mẫu dữ liệu; gặp: «typ» (ý bạn là «type»?)",
    ]
    assert str(refused.value) == "so.yaml: dữ liệu có 3 lỗi"


def test_faults_between_entries_are_named_with_their_lines() -> None:
    act = "  - {id: a, type: Luật, source: x, confidence: V}\n"
    with pytest.raises(DataError) as refused:
        load_register("format: 1\nacts:\n" + act + act, "so.yaml", LegalRegister)
    assert [str(one) for one in refused.value.diagnostics] == [
        "so.yaml, dòng 4, acts[1].id: lỗi: mã «a» đã dùng ở mục trước (mỗi mã chỉ dùng một lần)"
    ]


@pytest.mark.parametrize("text", ["acts: []", "format: 2\nacts: []", "format: 1\nacts: [", ""])
def test_other_files_are_refused(text: str) -> None:
    with pytest.raises(DataError):
        load_register(text, "so.yaml", LegalRegister)


def test_text_is_held_in_one_line_and_in_nfc() -> None:
    act = '{id: a, type: "Lu\\u0065\\u0323\\u0302nh", source: x, confidence: V}'
    register = load_register(f"format: 1\nacts: [{act}]", "so.yaml", LegalRegister)
    assert register.acts[0].type == "Luệnh"
    broken = act.replace("source: x", 'source: "x\\ny"')
    with pytest.raises(DataError):
        load_register(f"format: 1\nacts: [{broken}]", "so.yaml", LegalRegister)
