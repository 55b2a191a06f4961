"""The check and rendering agree: what passes renders, and what is refused would fail, lose words or scramble them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Severity
from generator.errors import GeneratorError, TemplateError
from generator.model.document import Document
from generator.templates.check import CheckedTemplate, check_template
from tests.broken_templates import CASES, Case
from tests.own_templates import own_template
from tests.rendered import document, holders_without_paragraph, rendered, texts

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
    "trimming-tag",
    "text-beside-p",
    "text-beside-tr",
    "wide-brace",
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
def test_what_is_refused_would_fail_if_nobody_checked_it(
    case: Case, source: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.templates.check.inspect_template", lambda *_: CheckedTemplate(None, ()))
    monkeypatch.setenv("VANBAN_CACHE", "")
    with pytest.raises(GeneratorError):
        rendered(source, template=own_template(*case.faulty))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_rendering_refuses_what_the_check_calls_an_error_and_nothing_else(case: Case, source: Document) -> None:
    if case.severity != "error":
        rendered(source, template=own_template(*case.faulty))
        return
    with pytest.raises(TemplateError, match=case.place):
        rendered(source, template=own_template(*case.faulty))


PIECES = st.sampled_from(
    [
        *("{{ number }}", "{{r subject }}", "{{ number | upper }}", "{# ghi chú #}", "lời ", "&<>", "{", "}", "%", "#"),
        *("{% if urgency %}u{% endif %}", "{% if urgency %}", "{% endif %}", "{%r if urgency %}", "{%r endif %}"),
        "{% for name in recipients %}{{ name }}{% else %}không{% endfor %}",
    ]
)
PARAGRAPHS = st.lists(PIECES, max_size=3).map("".join) | st.sampled_from(["{{p section_break }}", "{#p ghi chú #}"])
CELLS = PARAGRAPHS | PARAGRAPHS.map(lambda text: f"{{%p if urgency %}}\n{text}\n{{%p endif %}}")
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=3)
LEAVES = PARAGRAPHS.map(lambda text: [text]) | ROWS.map(lambda rows: [[["đầu", "bảng"], *rows]])


def _wrapped(inner: st.SearchStrategy[list[Any]]) -> st.SearchStrategy[list[Any]]:
    """Put contents one after another, under a condition, into its two branches, or into a loop."""
    return (
        st.tuples(inner, inner).map(lambda two: two[0] + two[1])
        | inner.map(lambda one: ["{%p if urgency %}", *one, "{%p endif %}"])
        | inner.map(lambda one: ["{%p for line in recipients %}", *one, "{%p endfor %}"])
        | st.tuples(inner, inner).map(
            lambda two: ["{%p if circulation %}", *two[0], "{%p else %}", *two[1], "{%p endif %}"]
        )
    )


@settings(max_examples=80, deadline=None)
@given(content=st.recursive(LEAVES, _wrapped, max_leaves=5))
def test_whatever_has_no_error_renders_from_full_and_from_empty_data(content: list[Any]) -> None:
    template = own_template(*content)
    if any(found.severity is Severity.ERROR for found in check_template(template)):
        return
    for fields in (FULL, {"year": 2027}):
        assert holders_without_paragraph(rendered(document("plan", **fields), template=template)) == []
