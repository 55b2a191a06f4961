"""The body as flat lines: kind, label and text of each, as the templates print them."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.plan import Plan
from generator.render.lines import BodyLine, BodyWriter, paragraphs, with_end_mark
from generator.templates.body import LINE_STYLES
from generator.templates.catalog import layouts
from tests.rendered import document

Line = tuple[str, str]


def _lines(*sections: dict[str, Any], kind: str = "report", **fields: Any) -> list[Line]:
    """Each line as its kind and its printed text."""
    source = document(kind, sections=sections, **fields)
    return [(line.kind, line.label + line.text) for line in BodyWriter(source, layouts()).lines(source.sections)]


def _item(numbering: str, text: str, *blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "item", "numbering": numbering, "text": text, "blocks": blocks, **more}


def _section(numbering: str, title: str | None, *blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "section", "numbering": numbering, "title": title, "blocks": blocks, **more}


# ---- Sections --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("numbering", "lines"),
    [
        ("part", [("part", "Phần I"), ("part_title", "Tên")]),
        ("chapter", [("chapter", "Chương I"), ("chapter_title", "Tên")]),
        ("section", [("section", "Mục 1"), ("section_title", "Tên")]),
        ("roman", [("roman", "I. Tên")]),
        ("article", [("article", "Điều 1. Tên")]),
        ("arabic", [("heading", "1. Tên")]),
        ("decimal", [("heading", "1. Tên")]),
        ("letter", [("letter_heading", "a) Tên")]),
        ("dash", [("heading", "- Tên")]),
        ("none", [("heading", "Tên")]),
    ],
)
def test_the_title_of_a_section(numbering: str, lines: list[Line]) -> None:
    assert _lines(_section(numbering, "Tên")) == lines


@pytest.mark.parametrize(
    ("section", "lines"),
    [
        (_section("roman", None), [("roman", "I. ")]),
        (_section("arabic", None), [("arabic", "1. ")]),
        (_section("chapter", None), [("chapter", "Chương I")]),
        (_section("none", None), []),
        (_section("none", None, label="Mở đầu:"), [("paragraph", "Mở đầu: ")]),
        (_section("none", "Tên", label="Mở đầu:"), [("heading", "Mở đầu: Tên")]),
        (_section("roman", "Tên", label="I-"), [("roman", "I- Tên")]),
        (_section("part", "Tên", label="Phần *thứ nhất*"), [("part", "Phần \\*thứ nhất\\*"), ("part_title", "Tên")]),
    ],
)
def test_a_section_keeps_its_label_with_or_without_a_title(section: dict[str, Any], lines: list[Line]) -> None:
    assert _lines(section) == lines


def test_articles_go_on_over_chapters_and_begin_anew_in_an_appendix() -> None:
    chapter = _section("chapter", None, _section("article", "A"), _section("article", "B"))
    source = document(sections=[chapter, chapter], appendices=[{"blocks": [chapter]}])
    body = BodyWriter(source, {}).lines(source.sections)
    assert [line.label for line in body if line.kind == "article"] == [f"Điều {n}. " for n in range(1, 5)]
    appendix = BodyWriter(source, {}).lines(source.appendices[0].blocks)
    assert [line.label for line in appendix if line.kind == "article"] == ["Điều 1. ", "Điều 2. "]


def test_decimal_labels_go_on_from_arabic_ones_of_items_and_sections() -> None:
    deep = _item("decimal", "c", _item("decimal", "d"))
    assert _lines(_section("roman", "A", _item("arabic", "b", deep), _item("decimal", "e"))) == [
        ("roman", "I. A"),
        ("arabic", "1. b"),
        ("arabic", "1.1. c"),
        ("arabic", "1.1.1. d"),
        ("arabic", "1. e"),
    ]
    assert _lines(_section("arabic", "A", deep)) == [("heading", "1. A"), ("arabic", "1.1. c"), ("arabic", "1.1.1. d")]


# ---- Items and other blocks ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("numbering", "plain", "titled"),
    [
        ("arabic", ("arabic", "1. x"), ("heading", "1. x")),
        ("decimal", ("arabic", "1. x"), ("heading", "1. x")),
        ("letter", ("letter", "a) x"), ("letter_heading", "a) x")),
        ("dash", ("dash", "- x"), ("heading", "- x")),
        ("plus", ("plus", "+ x"), ("heading", "+ x")),
        ("none", ("paragraph", "x"), ("heading", "x")),
        ("roman", ("roman", "I. x"), ("roman", "I. x")),
        ("article", ("paragraph", "**Điều 1.** x"), ("article", "Điều 1. x")),
    ],
)
def test_an_item_that_is_a_title_is_bold(numbering: str, plain: Line, titled: Line) -> None:
    assert _lines(_section("none", None, _item(numbering, "x"))) == [plain]
    assert _lines(_section("none", None, _item(numbering, "x", heading=True))) == [titled]


def test_each_line_of_a_text_is_a_paragraph_and_the_label_stands_before_the_first() -> None:
    assert _lines(_section("roman", "A\nB", _item("arabic", "c\n\nd"))) == [
        ("roman", "I. A"), ("roman", "B"), ("arabic", "1. c"), ("arabic", ""), ("arabic", "d"),
    ]  # fmt: skip


def test_blocks_without_a_label() -> None:
    blocks: list[dict[str, Any]] = [
        {"kind": "paragraph", "text": "*a*"},
        {"kind": "note", "text": "(b)"},
        {"kind": "other", "text": "*c*"},
        {"kind": "table", "title": "d", "rows": [[{"text": "e"}]]},
        {"kind": "picture", "file": "f.png", "alt": "g", "title": "h"},
    ]
    assert _lines(_section("none", None, *blocks)) == [
        ("paragraph", "*a*"), ("note", "(b)"), ("paragraph", "\\*c\\*"), ("table_title", "d"), ("table", ""),
        ("picture", ""), ("picture_title", "h"),
    ]  # fmt: skip


# ---- What a plan prints at a place of its own ------------------------------------------------------------------------

PLAN = {
    "objectives": ["Nâng cao", "Giảm\nbớt"],
    "targets": [{"id": "1", "metric": "Tỷ lệ", "value": 98, "unit": "%"}, {"id": "2", "metric": "Khác"}],
    "tasks": [{"id": "1", "name": "Rà soát"}],
}


def test_objectives_and_targets_go_on_in_the_numbers_of_their_neighbours() -> None:
    section = _section(
        "roman", "A", _item("arabic", "x"), {"kind": "objectives", "numbering": "arabic"}, {"kind": "targets"}
    )
    assert _lines(section, kind="plan", **PLAN)[1:] == [
        ("arabic", "1. x"), ("arabic", "2. Nâng cao"), ("arabic", "3. Giảm"), ("arabic", "bớt"),
        ("dash", "- Tỷ lệ đạt 98%;"), ("dash", "- Khác."),
    ]  # fmt: skip


@pytest.mark.parametrize("block", [{"kind": "targets", "layout": "table"}, {"kind": "tasks", "layout": "six_columns"}])
def test_targets_and_tasks_as_tables(block: dict[str, Any]) -> None:
    source = Plan.model_validate({**PLAN, "sections": [{"numbering": "none", "blocks": [block]}]})
    (line,) = BodyWriter(source, layouts()).lines(source.sections)
    assert (line.kind, line.table is not None) == ("table", True)


@pytest.mark.parametrize("kind", ["objectives", "targets", "tasks"])
def test_a_place_for_what_only_a_plan_has_is_empty_elsewhere(kind: str) -> None:
    assert _lines(_section("none", None, {"kind": kind})) == []


# ---- The end ---------------------------------------------------------------------------------------------------------


def test_the_last_line_bears_the_end_mark() -> None:
    assert [line.text for line in with_end_mark(paragraphs("paragraph", ["a", "b."]))] == ["a", "b./."]


def test_a_table_and_a_picture_cannot_bear_it() -> None:
    source = document(sections=[_section("none", None, {"kind": "table", "rows": [[{"text": "a"}]]})])
    lines = tuple(BodyWriter(source, {}).lines(source.sections))
    assert with_end_mark(lines) == lines
    assert with_end_mark(()) == ()


def test_every_style_of_a_line_is_used_by_some_line() -> None:
    """The kinds that the templates tell apart are those that documents have."""
    numberings = ["part", "chapter", "section", "roman", "article", "arabic", "letter", "dash", "plus"]
    items = [_item(numbering, "x", heading=heading) for numbering in numberings for heading in (False, True)]
    others: list[dict[str, Any]] = [{"kind": "note", "text": "x"}, {"kind": "table", "title": "x", "rows": []}]
    others.append({"kind": "picture", "file": "x.png", "alt": "x", "title": "x"})
    sections = [_section(numbering, "x") for numbering in numberings]
    made = {kind for kind, _ in _lines(*sections, _section("none", None, *items, *others))}
    assert made - {"paragraph", "picture"} == set(LINE_STYLES)


def test_a_line_break_alone_gives_no_line_without_label() -> None:
    assert paragraphs("basis", []) == ()
    assert paragraphs("basis", ["a\nb"]) == (BodyLine("basis", text="a"), BodyLine("basis", text="b"))
