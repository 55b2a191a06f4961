"""What was understood of a document, counted."""

from __future__ import annotations

from typing import Any

from generator.model.document import Document
from generator.model.plan import Plan
from generator.model.summary import outline_counts, summarize

PLAN: dict[str, Any] = {
    "year": 2027,
    "subject": "Cải cách hành chính năm 2027",
    "legal_bases": [
        {"citation": {"type": "Luật", "title": "Viên chức"}},
        {"text": "Nghị quyết số 76/NQ-CP và Quyết định số 12/QĐ-TTg"},
        {"lead": "Theo đề nghị của", "text": "Chánh Văn phòng"},
    ],
    "sections": [
        {"title": "Mục tiêu", "blocks": [{"kind": "objectives"}, {"kind": "targets", "numbering": "arabic"}]},
        {
            "title": "Nhiệm vụ",
            "blocks": [
                {
                    "kind": "item",
                    "numbering": "arabic",
                    "text": "Thể chế",
                    "blocks": [
                        {"kind": "item", "numbering": "decimal", "text": "Rà soát"},
                        {"kind": "item", "numbering": "letter", "text": "Đánh giá"},
                        {"kind": "item", "numbering": "plus", "text": "Báo cáo"},
                    ],
                }
            ],
        },
    ],
    "objectives": ["Một", "Hai"],
    "targets": [{"id": "CT1", "metric": "x"}, {"id": "CT2", "metric": "y"}, {"id": "CT3", "metric": "z"}],
    "tasks": [
        {"id": "1", "group": "Thể chế", "name": "a", "rows": [{}, {}]},
        {"id": "2", "group": "Thể chế", "name": "b"},
        {"id": "3", "group": "Tài chính", "name": "c", "rows": [{}]},
    ],
    "appendices": [{"blocks": [{"kind": "item", "numbering": "dash", "text": "không tính"}, {"kind": "tasks"}]}],
    "addressees": ["Bộ Nội vụ"],
    "recipients": [{"name": "UBND tỉnh"}],
    "archive": {},
    "signature": {
        "authority": [{"code": "TM.", "of": "Ủy ban nhân dân"}, {"code": "KT.", "of": "Chủ tịch"}],
        "position": "Phó Chủ tịch",
        "name": "Trần Thị B",
    },
}


def test_a_plan_is_counted() -> None:
    values = summarize(Plan.model_validate(PLAN)).to_json()
    lacking = values.pop("missing")
    assert values == {
        "kind": "plan",
        "subject": "Cải cách hành chính năm 2027",
        "year": 2027,
        "legal_bases": 4,
        "outline": {"roman": 2, "arabic": 4, "decimal": 1, "letter": 1, "dash": 2, "plus": 1},
        "tasks": 3,
        "task_groups": 2,
        "task_rows": 4,
        "recipients": 3,
        "signer": {
            "authority": "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH",
            "position": "PHÓ CHỦ TỊCH",
            "name": "Trần Thị B",
        },
    }
    assert {"field": "issuer.name", "label": "tên cơ quan ban hành"} in lacking


def test_targets_printed_as_a_table_have_no_labels() -> None:
    sections = [{"title": "I", "blocks": [{"kind": "targets", "numbering": "arabic", "layout": "table"}]}]
    assert outline_counts(Plan.model_validate({**PLAN, "sections": sections}))["arabic"] == 0


def test_another_document_has_no_year_and_no_tasks() -> None:
    summary = summarize(Document(kind="report"))
    assert (summary.year, summary.tasks, summary.task_groups, summary.task_rows) == (None, 0, 0, 0)
    assert (summary.authority, summary.position, summary.signer, summary.recipients) == (None, None, None, 0)
    assert set(summary.outline.values()) == {0}


def test_articles_are_counted_where_there_are_any() -> None:
    articles = [{"kind": "item", "numbering": "article", "text": f"Việc {n}"} for n in (1, 2)]
    found = outline_counts(Document.model_validate({"kind": "decision", "sections": [{"blocks": articles}]}))
    assert found["article"] == 2
    assert "chapter" not in found
