"""A sample of each kind of document: there, ready for signing, in composed letters, each field with its own words."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from generator.cli.files.references import with_references
from generator.model.document import Document
from generator.model.plan import Plan
from generator.model.readiness import missing
from generator.model.store import load_document
from generator.nd30.document_types import DOCUMENT_TYPES

DATA = Path(__file__).parents[2] / "data"
SAMPLES = sorted([*(DATA / "plans").glob("*.yaml"), *(DATA / "documents").glob("*.yaml")])


def load(path: Path) -> Document:
    return with_references(load_document(path.read_bytes(), path.name), path).resolved


def test_each_kind_has_a_sample() -> None:
    assert {load(path).kind for path in SAMPLES} == set(DOCUMENT_TYPES)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_ready_and_composed(path: Path) -> None:
    assert missing(load(path)) == ()
    text = path.read_text("utf-8")
    assert unicodedata.is_normalized("NFC", text)


def test_the_plan_of_2023_names_the_offices_of_its_days() -> None:
    plan = load(DATA / "plans/ke_hoach_cchc_2023.yaml")
    assert isinstance(plan, Plan)
    assert len(plan.tasks) == 31
    led = [row.lead for task in plan.tasks for row in task.rows]
    assert led.count(("Phòng GDĐT các huyện",)) == 6
    units = {unit for task in plan.tasks for row in task.rows for unit in (*row.lead, *row.support)}
    assert {"UBND các huyện", "Phòng GDĐT các huyện", "Sở Thông tin và Truyền thông"} <= units
    assert all(
        basis.citation and basis.citation.date and basis.citation.date.year <= 2022 for basis in plan.legal_bases
    )


def test_the_decision_issues_the_plan_without_a_copy_of_it() -> None:
    path = DATA / "documents/quyet_dinh_ban_hanh_ke_hoach_cchc_2027.yaml"
    assert "CT01" not in path.read_text("utf-8")
    decision = load(path)
    assert decision.appendices[0].document_kind == "plan"
    assert "Tờ trình số 86/TTr-VP" in (decision.legal_bases[-1].printed or "")
