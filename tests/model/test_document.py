"""A document of any kind: loadable with its kind alone."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from generator.model.blocks import Paragraph, Section
from generator.model.document import Appendix, Document
from generator.nd30.document_types import DOCUMENT_TYPES


@pytest.mark.parametrize("kind", DOCUMENT_TYPES)
def test_each_of_the_29_kinds_is_loadable_with_nothing_else(kind: str) -> None:
    assert Document(kind=kind).type.id == kind


def test_an_unknown_kind_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValidationError, match="không có loại văn bản «thư»; các loại: .*plan"):
        Document(kind="thư")


@pytest.mark.parametrize(("number", "kept"), [(5, "5"), ("05", "05"), ("15a", "15a")])
def test_a_number_may_be_written_as_a_figure(number: Any, kept: str) -> None:
    assert Document(kind="report", number=number).number == kept


@pytest.mark.parametrize("number", [True, 1.5, ["5"]])
def test_what_is_no_number_is_refused(number: Any) -> None:
    with pytest.raises(ValidationError):
        Document(kind="report", number=number)


def test_the_blocks_of_body_and_appendices_at_any_depth() -> None:
    inner = Section(title="trong", blocks=(Paragraph(text="1"),))
    document = Document(
        kind="report",
        sections=(Section(title="ngoài", blocks=(inner,)),),
        appendices=(Appendix(blocks=(Paragraph(text="2"),)), Appendix(blocks=(Paragraph(text="3"),))),
    )
    assert [block.text for block in document.blocks() if isinstance(block, Paragraph)] == ["1", "2", "3"]
    assert list(document.blocks())[1] == inner
