"""The check and rendering agree: what passes renders, and what is refused would fail, lose words or scramble them."""

from __future__ import annotations

from typing import Any

import pytest

from generator.errors import GeneratorError
from generator.model.document import Document
from tests.broken_templates import CASES, Case
from tests.own_templates import own_template
from tests.rendered import document, rendered, texts

BLOCKS = [{"kind": "paragraph", "text": "Đoạn"}, {"kind": "table", "rows": [[{"text": "Ô"}]]}]
FULL: dict[str, Any] = {
    "subject": "Cải cách hành chính",
    "year": 2027,
    "number": "5",
    "urgency": "khẩn",
    "addressees": ["Một", "Hai"],
    "legal_bases": [{"text": "Luật"}],
    "sections": [{"title": "Mục", "blocks": BLOCKS}],
    "recipients": [{"name": "Một"}],
    "signature": {"authority": [{"code": "KT.", "of": "Giám đốc"}]},
    "appendices": [{"title": "Phụ lục", "blocks": BLOCKS}],
}
UNSEEN = {
    "single-brace",
    "split-tag",
    "unclosed-tag",
    "misplaced-tag",
    "plain-block-in-row",
    "text-beside-p",
    "text-beside-tr",
}
"""Faults that rendering may not see: it comes to an end, with other words than were meant or right by chance."""


@pytest.fixture(scope="module")
def source() -> Document:
    """A plan that has something in every field."""
    return document("plan", **FULL)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_passes_renders_without_a_tag_left(case: Case, source: Document) -> None:
    found = "\n".join(texts(rendered(source, template=own_template(*case.sound))))
    assert not {"{", "}"} & set(found)


@pytest.mark.parametrize(
    "case",
    [case for case in CASES.values() if case.severity == "error" and case.code not in UNSEEN],
    ids=lambda case: case.code,
)
def test_what_is_refused_would_fail(case: Case, source: Document) -> None:
    with pytest.raises(GeneratorError):
        rendered(source, template=own_template(*case.faulty))


@pytest.mark.parametrize(
    "case", [case for case in CASES.values() if case.severity != "error"], ids=lambda case: case.code
)
def test_what_is_only_suspicious_renders(case: Case, source: Document) -> None:
    rendered(source, template=own_template(*case.faulty))
