"""Pictures on paper: whole, in their shape, with their title, on no more pages than they need."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pdfplumber
import pytest

from generator.model.document import Document
from generator.office import convert
from tests.page.sheets import SENTENCE, letter, needs_office, word_file
from tests.rendered import png

pytestmark = needs_office

PICTURES = {"tall.png": png(300, 3000), "wide.png": png(300, 200)}
MM = 25.4 / 72
BOTTOM = 297 - 20
TALL = {"kind": "picture", "file": "tall.png", "alt": "Sơ đồ", "width": 900}
WIDE = {"kind": "picture", "file": "wide.png", "alt": "Sơ đồ"}
TITLE = {"title": "Hình 1. Sơ đồ"}
TEXT = {"kind": "paragraph", "text": SENTENCE}


def _text(*blocks: dict[str, Any], **fields: Any) -> Document:
    return letter(sections=[{"numbering": "none", "blocks": blocks}], **fields)


def _appendix(*blocks: dict[str, Any], **fields: Any) -> Document:
    return letter(appendices=[{"title": "Sơ đồ", "blocks": blocks, **fields}])


CASES = {
    "in the text": _text(TEXT, TALL, TEXT),
    "in the text, titled": _text(TEXT, {**TALL, **TITLE}, TEXT),
    "at the end": _text(TEXT, {**TALL, **TITLE}, closing=[]),
    "in an appendix": _appendix(TEXT, {**TALL, **TITLE}),
    "across": _appendix(TEXT, {**WIDE, **TITLE, "width": 900}, orientation="landscape"),
    "opening": _appendix({**TALL, **TITLE}),
    "opening across": _appendix({**WIDE, **TITLE, "width": 900}, orientation="landscape"),
    "in a row": _appendix(TEXT, WIDE, WIDE, WIDE, WIDE),
    "in a row, titled": _appendix(TEXT, *({**WIDE, **TITLE} for _ in range(4))),
}
PAGES = {
    "in the text": 3, "in the text, titled": 3, "at the end": 1, "in an appendix": 3, "across": 3, "opening": 2,
    "opening across": 2, "in a row": 3, "in a row, titled": 3,
}  # fmt: skip
"""Of the whole document: a picture as high as a page has one of its own."""


class _Picture(NamedTuple):
    """A picture on paper, in mm from the top of its page."""

    page: int
    width: float
    height: float
    bottom: float


class _Paper(NamedTuple):
    texts: tuple[str, ...]
    """Of each page."""
    pictures: tuple[_Picture, ...]


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, _Paper]:
    folder = tmp_path_factory.mktemp("pictures")
    sources = [folder / f"{name}.docx" for name in CASES]
    for source, document in zip(sources, CASES.values(), strict=True):
        source.write_bytes(word_file(document, PICTURES))
    return dict(zip(CASES, map(_paper, convert(sources, folder / "pdf")), strict=True))


def _paper(path: Path) -> _Paper:
    with pdfplumber.open(io.BytesIO(path.read_bytes())) as pdf:
        pictures = [
            _Picture(page.page_number, one["width"] * MM, one["height"] * MM, one["bottom"] * MM)
            for page in pdf.pages
            for one in page.images
        ]
        return _Paper(tuple(page.extract_text() for page in pdf.pages), tuple(pictures))


@pytest.mark.parametrize("name", CASES)
def test_a_picture_is_whole_and_in_its_shape(papers: Mapping[str, _Paper], name: str) -> None:
    high = 2 / 3 if any("wide" in str(block) for block in _blocks(CASES[name])) else 10
    assert papers[name].pictures
    for one in papers[name].pictures:
        assert one.height / one.width == pytest.approx(high, rel=0.01)
        assert one.bottom <= BOTTOM


def _blocks(document: Document) -> list[Any]:
    holders = [*document.sections, *document.appendices]
    return [block for holder in holders for block in holder.blocks]


@pytest.mark.parametrize("name", CASES)
def test_a_title_stands_on_the_page_of_its_picture(papers: Mapping[str, _Paper], name: str) -> None:
    titled = sum(1 for block in _blocks(CASES[name]) if getattr(block, "title", None))
    pages = [papers[name].texts[one.page - 1] for one in papers[name].pictures]
    assert sum(TITLE["title"] in page for page in pages) == titled


@pytest.mark.parametrize("name", CASES)
def test_pictures_take_no_page_more_than_they_need(papers: Mapping[str, _Paper], name: str) -> None:
    assert len(papers[name].texts) == PAGES[name]


def test_the_first_of_many_pictures_stays_below_the_text(papers: Mapping[str, _Paper]) -> None:
    assert [one.page for one in papers["in a row"].pictures] == [2, 2, 3, 3]
    assert [one.page for one in papers["in a row, titled"].pictures] == [2, 2, 3, 3]


def test_a_picture_that_opens_an_appendix_stands_below_its_head(papers: Mapping[str, _Paper]) -> None:
    for name in ("opening", "opening across"):
        assert "Phụ lục" in papers[name].texts[papers[name].pictures[0].page - 1]


def test_a_picture_at_the_end_stands_above_the_signature(papers: Mapping[str, _Paper]) -> None:
    (one,) = papers["at the end"].pictures
    assert "GIÁM ĐỐC" in papers["at the end"].texts[one.page - 1]
