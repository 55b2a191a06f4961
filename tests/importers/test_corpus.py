"""Five real plans as data: every word is kept or named, and the counts are those of careful reading."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from generator.importers.imported import Imported
from generator.importers.registry import import_document
from generator.model.basis import BasisLayout
from generator.model.blocks import Note, Other, TasksHere
from generator.model.plan import Plan
from generator.model.store import dump_document, load_document
from generator.model.summary import summarize
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.unicode import clean
from tests.corpus import FILES, needs_corpus, source
from tests.importers.printed_words import lost_words

pytestmark = needs_corpus


@pytest.fixture(params=FILES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def read(name: str) -> Imported:
    return import_document(source(name), FILES[name])


def plan(name: str) -> Plan:
    document = read(name).document
    assert isinstance(document, Plan)
    return document


def test_no_word_is_lost(name: str) -> None:
    assert not lost_words(clean(source(name).decode()), read(name))


def test_the_data_can_be_stored(name: str) -> None:
    document = read(name).document
    assert load_document(dump_document(document, "a.yaml"), "a.yaml") == document


def test_nothing_is_without_a_place(name: str) -> None:
    assert plan(name).unplaced == ()


def outline(**counts: int) -> dict[str, int]:
    return {kind: counts.get(kind, 0) for kind in ("roman", "arabic", "decimal", "letter", "dash", "plus")}


SUMMARIES: dict[str, dict[str, Any]] = {
    "cà mau 2023": {
        "year": 2023,
        "legal_bases": 1,
        "outline": outline(roman=3, arabic=12, letter=55, dash=17, plus=3),
        "tasks": 0,
        "recipients": 9,
        "signer": {"authority": None, "position": "GIÁM ĐỐC", "name": "Nguyễn Thanh Luận"},
    },
    "cà mau 69 ngày": {
        "year": None,
        "legal_bases": 1,
        "outline": outline(roman=5, arabic=14, decimal=4, dash=29),
        "tasks": 0,
        "recipients": 6,
        "signer": {"authority": None, "position": "GIÁM ĐỐC", "name": "Nguyễn Thanh Luận"},
    },
    "sóc trăng 2023": {
        "year": 2023,
        "legal_bases": 2,
        "outline": outline(roman=4, arabic=12, dash=3),
        "tasks": 36,
        "task_groups": 7,
        "task_rows": 38,
        "recipients": 6,
        "signer": {"authority": None, "position": "GIÁM ĐỐC", "name": "Châu Tuấn Hồng"},
    },
    "tân hồng 2023": {
        "year": 2023,
        "legal_bases": 3,
        "outline": outline(roman=4, arabic=11, dash=42),
        "tasks": 0,
        "recipients": 6,
        "signer": {"authority": "KT. TRƯỞNG PHÒNG", "position": "PHÓ TRƯỞNG PHÒNG", "name": "Phạm Văn Sô"},
    },
    "nam định 2024": {
        "year": 2024,
        "legal_bases": 6,
        "outline": outline(roman=6, arabic=20, letter=9, dash=119, plus=9),
        "tasks": 0,
        "recipients": 14,
        "signer": {"authority": "KT. GIÁM ĐỐC", "position": "PHÓ GIÁM ĐỐC", "name": "Nguyễn Văn Thuận"},
    },
}


def test_summary(name: str) -> None:
    found = summarize(read(name).document).to_json()
    assert found["kind"] == "plan"
    assert {key: found[key] for key in SUMMARIES[name]} == SUMMARIES[name]


FINDINGS = {
    "cà mau 2023": {"cleaned": 1, "page-number": 1, "kind-guessed": 1, "issuer-missing": 1},
    "cà mau 69 ngày": {"issuer-missing": 1, "year-missing": 1},
    "sóc trăng 2023": {
        "row-rejoined": 3,
        "issuer-missing": 1,
        "end-mark": 1,
        "title-remark": 1,
        "group-reached-back": 1,
        "task-table": 1,
        "rewritten": 1,
    },
    "tân hồng 2023": {"rule-line": 1, "repeated-heading": 7, "flattened-table": 1, "issuer-missing": 1},
    "nam định 2024": {"stray-link": 2, "kind-guessed": 1, "issuer-missing": 1, "end-mark": 2, "signature-remark": 1},
}


def test_findings(name: str) -> None:
    assert Counter(note.code for note in read(name).diagnostics) == FINDINGS[name]


class TestSingleDocuments:
    def test_a_draft_waits_for_number_and_day(self) -> None:
        found = plan("sóc trăng 2023")
        assert (found.number, found.date, found.issuer.place) == (None, PartialDate(2022, 12), "Sóc Trăng")
        assert (found.issuer.symbol, found.notation, found.issuer.name) == ("SGDĐT", None, None)
        assert found.archive is not None
        assert found.archive.holders == ("VT", "TCCB")

    def test_the_task_groups(self) -> None:
        found = plan("sóc trăng 2023")
        sizes = Counter(task.group for task in found.tasks)
        assert [sizes[group] for group in found.task_groups] == [9, 2, 5, 3, 6, 5, 6]
        assert [task.id for task in found.tasks if task.group == "Cải cách tài chính công"] == [
            "NV26", "NV27", "NV28", "NV29", "NV30",
        ]  # fmt: skip
        assert found.appendices[0].blocks == (TasksHere(layout="six_columns"),)

    def test_numbers_and_labels_are_computed(self, name: str) -> None:
        found = plan(name)
        assert [task.label for task in found.tasks if task.label] == []
        assert [block for block in found.blocks() if getattr(block, "label", None)] == []
        assert [appendix.label for appendix in found.appendices if appendix.label] == []

    def test_six_bases_of_one_paragraph(self) -> None:
        found = plan("nam định 2024")
        assert found.basis_layout is BasisLayout.INLINE
        assert [basis.lead for basis in found.legal_bases] == ["Thực hiện", None, None, None, None, None]
        assert all(len(basis.citations) == 1 for basis in found.legal_bases)
        assert found.preamble[0].startswith("Sở Giáo dục và Đào tạo (GDĐT) Nam Định xây dựng")

    def test_remarks_in_brackets_are_notes(self) -> None:
        notes = [block.text for block in plan("tân hồng 2023").blocks() if isinstance(block, Note)]
        assert notes == ["(Phụ lục kèm theo)"]

    def test_a_table_of_loose_cells_is_kept(self) -> None:
        found = plan("tân hồng 2023")
        assert sum(isinstance(block, Other) for block in found.blocks()) == 365

    def test_the_wrapped_recipient(self) -> None:
        recipient = plan("tân hồng 2023").recipients[3]
        assert (recipient.name, recipient.purpose) == ("Các trường MN, MG, TH, TH-THCS, THCS", "thực hiện")
