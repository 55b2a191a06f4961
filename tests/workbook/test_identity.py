"""Document to workbook and back: nothing is lost, whatever the document holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from generator.model.blocks import Numbering
from generator.model.canonical import canonical_json
from generator.model.document import Document
from generator.model.store import dump_document, load_document
from generator.render.render import render
from generator.templates.catalog import layouts
from generator.workbook.content import content_of
from generator.workbook.writer import dump_workbook
from tests.rendered import built_template
from tests.strategies import documents, plans
from tests.workbook.books import SAMPLES, made, read, sample, yearly_plan

_UNSHRUNK = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
"""A workbook for each step of shrinking takes minutes."""


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_comes_back_and_prints_the_same_bytes(path: Path) -> None:
    document = sample(path)
    workbook = dump_workbook(document)
    again = read(workbook)
    assert canonical_json(again) == canonical_json(document)
    assert dump_workbook(again) == workbook
    template = built_template(document.kind)
    assert render(again, template, layouts()) == render(document, template, layouts())


@settings(_UNSHRUNK, max_examples=25)
@given(documents | plans)
def test_any_document_comes_back(document: Document) -> None:
    workbook = dump_workbook(document)
    again = read(workbook)
    assert canonical_json(again) == canonical_json(document)
    assert dump_workbook(again) == workbook


@settings(_UNSHRUNK, max_examples=8)
@given(plans)
def test_a_random_plan_is_the_same_as_yaml(document: Document) -> None:
    stored = load_document(dump_document(document, "a.yaml"), "a.yaml")
    assert dump_workbook(read(dump_workbook(stored))) == dump_workbook(document)


ODD: dict[str, dict[str, Any]] = {
    "signs of formulas": {"subject": "=1+1", "preamble": ["-5 độ", "+84", "@ab", "#REF!"]},
    "escapes of the format": {"subject": "_x000D_ và _x005F_"},
    "several lines": {"subject": "Một\nhai", "preamble": ["a\n\nb"]},
    "a long text": {"preamble": ["rất dài " * 6000], "subject": "x" * 40_000},
    "a blank day": {"date": ""},
    "a basis of nothing": {"legal_bases": [{}, {"lead": "Thực hiện"}, {"text": "Luật"}]},
    "a kind called Tệp": {"legal_bases": [{"citation": {"type": "Tệp", "title": "x"}}, {"document": "a.yaml"}]},
    "an attached file": {"appendices": [{"document": "ke_hoach.yaml", "note": ""}, {"title": "Danh mục"}]},
    "rows without anything": {"tasks": [{"id": "A", "name": "B", "rows": [{}, {"products": ["–"]}, {}]}]},
    "an identity like the example": {"tasks": [{"id": "Ví dụ", "name": "B"}], "targets": [{"id": "Ví dụ",
        "metric": "m"}]},
    "several lines in a unit": {"tasks": [{"id": "A", "name": "B", "rows": [{"lead": ["x\ny", "z"],
        "products": ["p"]}]}]},
    "holders with commas": {"archive": {"holders": ["VT, A", "VT, A"], "copies": 2, "drafter": "A", "issued": 10**12}},
    "an odd parent": {"tasks": [{"id": "A", "name": "B", "parent": {"document": "1/KH, mục 2, mục 3"}}]},
    "figures": {"targets": [{"id": "A", "metric": "m", "value": "1e25", "last_year": -0.5, "assigned": 1234567.25}]},
    "a table": {
        "appendices": [
            {
                "blocks": [
                    {"kind": "table", "rows": [[{"text": "a | b"}, {}], [{"text": "c\nd", "bold": True,
                        "columns": 2}]]},
                    {"kind": "table", "rows": [[{}]], "widths": [1.5]},
                    {"kind": "picture", "file": "a.png", "alt": "Hình", "width": 20, "title": "Tên"},
                    {"kind": "targets", "layout": "table", "numbering": "plus"},
                    {"kind": "objectives", "numbering": "letter"},
                ]
            }
        ]
    },
}  # fmt: skip


@pytest.mark.parametrize("fields", ODD.values(), ids=ODD)
def test_what_fits_no_cell_comes_back_too(fields: dict[str, Any]) -> None:
    document = made(**fields)
    assert canonical_json(read(dump_workbook(document))) == canonical_json(document)


@pytest.mark.parametrize("outer", Numbering)
@pytest.mark.parametrize("inner", Numbering)
def test_any_levels_inside_one_another_come_back(outer: Numbering, inner: Numbering) -> None:
    leaf = {"kind": "paragraph", "text": "x"}
    item = {"kind": "item", "numbering": inner, "text": "a", "blocks": [leaf]}
    titled = {"kind": "item", "numbering": inner, "heading": True, "text": "t"}
    section = {"kind": "section", "numbering": inner, "title": "t", "label": "2.1:", "blocks": [item]}
    blocks = [item, leaf, titled, section, leaf, item]
    sections = [{"numbering": outer, "blocks": blocks}, {"numbering": outer, "title": "B", "blocks": blocks}]
    document = made(sections=sections, appendices=[{"blocks": blocks}])
    assert canonical_json(read(dump_workbook(document))) == canonical_json(document)


def test_little_of_a_sample_has_no_column() -> None:
    assert [one.path[-1] for one in content_of(yearly_plan()).kept] == ["format", "aliases", "head_title", "level"]
