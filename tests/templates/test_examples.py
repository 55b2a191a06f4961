"""The examples fill in every field that a template of their kind may print, and every template of ours prints them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from generator.model.forms import Form
from generator.model.readiness import missing
from generator.nd30.document_types import DOCUMENT_TYPES
from generator.render.context import context
from generator.render.filler import Filler
from generator.render.pictures import Pictures
from generator.render.render import rendering
from generator.templates.catalog import layouts
from generator.templates.examples import example_of
from tests.rendered import built_template

MAY_BE_EMPTY = {"type_name", "place_date", "subject", "preamble", "body", "closing", "appendices", "addressees"}
"""Not in every form, or in the words of the form itself."""


def _empty(values: Mapping[str, Any]) -> Iterator[str]:
    for name, value in values.items():
        if value in ("", (), []) or (isinstance(value, list) and not value):
            yield name


@pytest.mark.parametrize("kind", DOCUMENT_TYPES)
def test_an_example_lacks_nothing_and_is_printed_whole(kind: str) -> None:
    example, template = example_of(kind), built_template(kind)
    gaps = {gap.field for gap in missing(example)}
    assert gaps <= ({"addressees"} if example.type.addressee == "unregulated" else set())
    assert rendering(example, template, layouts()).unprinted == ()


@pytest.mark.parametrize("kind", DOCUMENT_TYPES)
def test_an_example_fills_in_every_field(kind: str) -> None:
    example, template = example_of(kind), built_template(kind)
    values = Filler(template, Pictures({}, template.parts)).values(context(example, layouts()))
    assert set(_empty(values)) <= MAY_BE_EMPTY
    assert set(_empty(values["issuer"])) == set()
    if isinstance(example, Form):
        assert [name for name in example.own_fields() if not getattr(example, name)] == []
    plan = example_of("plan")
    assert not set(_empty(context(plan, layouts()))) - {"addressees"}
