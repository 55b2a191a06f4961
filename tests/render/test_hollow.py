"""Headings with nothing below and places with nothing to print are hinted at; what says something by itself is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.render.hollow import hollow
from tests.workbook.books import SAMPLES, made, sample


def _told(**fields: object) -> list[str]:
    return [str(one) for one in hollow(made(**fields))]


def test_an_empty_heading_is_named_with_its_place() -> None:
    heading = {"kind": "item", "numbering": "arabic", "heading": True, "text": "Mục đích"}
    (first, second) = _told(sections=[{"title": "Chung", "blocks": [heading]}, {"title": "Tổ chức"}])
    assert first.startswith("sections[0].blocks[0]: gợi ý: đầu đề không có nội dung ở dưới; gặp: «Mục đích»")
    assert second.startswith("sections[1]: gợi ý: đầu đề không có nội dung ở dưới; gặp: «Tổ chức»")


def test_a_place_of_objectives_without_any_is_named_once() -> None:
    sections = [{"title": "Mục tiêu", "blocks": [{"kind": "objectives"}]}]
    (found,) = _told(sections=sections)
    assert found.startswith("sections[0].blocks[0]: gợi ý: chỗ in mục tiêu không có gì để in")
    assert _told(sections=sections, objectives=["Làm tốt hơn"]) == []


def test_an_article_may_be_a_sentence_alone() -> None:
    assert _told(kind="decision", sections=[{"numbering": "article", "title": "Quyết định này có hiệu lực."}]) == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_nothing_of_a_sample_is_hollow(path: Path) -> None:
    assert list(hollow(sample(path))) == []
