"""The values of a context as the XML of one template: where sections end and on what paper they stand."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from generator.ooxml.wml import NAMESPACES, qualified
from generator.render.context import context
from generator.render.filler import Filler
from generator.render.pictures import Pictures
from generator.render.printing import Block
from generator.templates.catalog import layouts
from tests.rendered import built_template, document


def _values(*appendices: dict[str, Any]) -> dict[str, Any]:
    template = built_template("report")
    source = document(appendices=appendices)
    return Filler(template, Pictures({}, template.parts)).values(context(source, layouts()))


def _paper(block: Block) -> str:
    """``portrait`` or ``landscape``; ``-`` where no section ends."""
    root = etree.fromstring(f'<root xmlns:w="{NAMESPACES["w"]}">{block.xml}</root>')
    sizes = list(root.iter(qualified("w:pgSz")))
    return sizes[0].get(qualified("w:orient"), "portrait") if sizes else "-"


LYING = {"orientation": "landscape"}


@pytest.mark.parametrize(
    ("appendices", "body_end", "ends", "final"),
    [
        ([], "-", [], "portrait"),
        ([{}], "portrait", ["-"], "portrait"),
        ([LYING], "portrait", ["-"], "landscape"),
        ([LYING, {}], "portrait", ["landscape", "-"], "portrait"),
        ([{}, LYING, LYING], "portrait", ["portrait", "landscape", "-"], "landscape"),
    ],
)
def test_each_section_ends_with_its_own_paper_and_the_last_with_the_document(
    appendices: list[dict[str, Any]], body_end: str, ends: list[str], final: str
) -> None:
    values = _values(*appendices)
    assert _paper(values["section_break"]) == body_end
    assert [_paper(appendix["section_break"]) for appendix in values["appendices"]] == ends
    assert _paper(values["final_section"]) == final


def test_unlabelled_paragraphs_offer_their_text_only() -> None:
    values = Filler(built_template("report"), Pictures({}, {})).values(
        context(document(preamble=["a"], closing=["b"], legal_bases=[{"text": "c"}]), layouts())
    )
    assert {name: [set(line) for line in values[name]] for name in ("legal_bases", "preamble", "closing")} == {
        "legal_bases": [{"text"}],
        "preamble": [{"text"}],
        "closing": [{"text"}],
    }
