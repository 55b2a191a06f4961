"""The table of fields and what rendering offers to a template are the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from generator.errors import DataError
from generator.model.forms import FORMS
from generator.nd30.document_types import DOCUMENT_TYPES
from generator.render.context import context
from generator.render.filler import Filler
from generator.render.pictures import Pictures
from generator.templates.catalog import layouts
from generator.templates.fields import TemplateField, fields_of
from tests.rendered import built_template, document, rendered, template_of, texts

OURS = {"head", "keeps", "rules", "final_section", "appendices[].rule"}
"""Put into the template when it is compiled, not by whoever writes it."""
LINES = "appendices[].lines[]."
BLOCKS = [{"kind": "paragraph", "text": "x"}, {"kind": "table", "rows": [[{"text": "x"}]]}]
FULL: dict[str, Any] = {
    "subject": "Trích yếu",
    "addressees": ["A", "B"],
    "legal_bases": [{"text": "Luật"}],
    "preamble": ["x"],
    "sections": [{"title": "x", "blocks": BLOCKS}],
    "closing": ["x"],
    "recipients": [{"name": "A"}],
    "archive": {},
    "signature": {"authority": [{"code": "KT.", "of": "Giám đốc"}]},
    "appendices": [{"title": "x", "blocks": BLOCKS}],
}


def _offered(kind: str) -> set[str]:
    template = built_template(kind)
    values = Filler(template, Pictures({}, template.parts)).values(context(document(kind, **FULL), layouts()))
    return {name for name in _names(values) if not OURS & {name, name.split(".")[0]}}


def _names(values: dict[str, Any], before: str = "") -> Iterator[str]:
    for name, value in values.items():
        if isinstance(value, dict):
            yield from _names(value, f"{before}{name}.")
        elif isinstance(value, list | tuple):
            yield f"{before}{name}[]"
            for entry in value:
                yield from _names(entry, f"{before}{name}[].") if isinstance(entry, dict) else ()
        else:
            yield f"{before}{name}"


@pytest.mark.parametrize("kind", ["plan", "report", "dispatch", *FORMS])
def test_the_table_names_exactly_what_is_offered(kind: str) -> None:
    offered = _offered(kind)
    assert {name for name in offered if not name.startswith(LINES)} == {field.name for field in fields_of(kind)}


def test_the_lines_of_an_appendix_are_like_those_of_the_body() -> None:
    offered = _offered("plan")
    of_body = {name.removeprefix("body[].") for name in offered if name.startswith("body[].")}
    assert {name.removeprefix(LINES) for name in offered if name.startswith(LINES)} == of_body


@pytest.mark.parametrize("kind", DOCUMENT_TYPES)
def test_every_kind_has_its_fields_with_label_and_example(kind: str) -> None:
    fields = fields_of(kind)
    assert len({field.name for field in fields}) == len(fields)
    assert all(field.label for field in fields)
    assert all(field.example for field in fields if not field.name.endswith("[]"))
    assert ("year" in {field.name for field in fields}) == (kind == "plan")


def test_an_unknown_kind_has_none() -> None:
    with pytest.raises(DataError):
        fields_of("ke hoach")


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("number", "{{ number }}"),
        ("issuer.name", "{{ issuer.name }}"),
        ("subject", "{{r subject }}"),
        ("section_break", "{{p section_break }}"),
        ("addressees[]", "{%p for name in addressees %}"),
        ("signature.authority[]", "{%p for line in signature.authority %}"),
        ("body[]", "{%p for line in body %}"),
        ("body[].label", "{{ line.label }}"),
        ("body[].text", "{{r line.text }}"),
        ("body[].table", "{{p line.table }}"),
        ("appendices[].title", "{{r appendix.title }}"),
        ("appendices[].lines[]", "{%p for line in appendix.lines %}"),
    ],
)
def test_the_tag_of_a_field_as_it_is_typed_into_word(name: str, tag: str) -> None:
    assert TemplateField(name, "", "").tag == tag


def _typed(field: TemplateField) -> list[str]:
    """The tag of a field with the loops around it, one paragraph each."""
    *lists, _ = field.name.split("[].")
    loops = [TemplateField("[].".join(lists[: depth + 1]) + "[]", "", "").tag for depth in range(len(lists))]
    own = [field.tag, "mục"] if field.name.endswith("[]") else [field.tag]
    if field.name.endswith(".table"):
        own = ["{%p if line.kind == 'table' %}", *own, "{%p endif %}"]
    ends = len(loops) + field.name.endswith("[]")
    return [*loops, *own, *["{%p endfor %}"] * ends]


@pytest.mark.parametrize("field", fields_of("plan"), ids=lambda field: field.name)
def test_every_tag_works_in_a_template_just_as_the_table_shows_it(field: TemplateField) -> None:
    sections = [{"numbering": "none", "blocks": BLOCKS[1:] if field.name.endswith("table") else BLOCKS[:1]}]
    source = document("plan", **{**FULL, "year": 2027, "sections": sections})
    found = texts(rendered(source, template=template_of(*_typed(field), "hết")))
    assert found[-1] == "hết"
    assert not [text for text in found if "{" in text]
