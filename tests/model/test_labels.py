"""Labels of numbered nodes: every kind, counted among its siblings."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.model.blocks import Block, Item, Numbering, Paragraph, Section
from generator.model.labels import LabelCounter, computed_label, walk

FIRST_THREE = {
    Numbering.PART: ["Phần I", "Phần II", "Phần III"],
    Numbering.CHAPTER: ["Chương I", "Chương II", "Chương III"],
    Numbering.SECTION: ["Mục 1", "Mục 2", "Mục 3"],
    Numbering.ROMAN: ["I.", "II.", "III."],
    Numbering.ARTICLE: ["Điều 1.", "Điều 2.", "Điều 3."],
    Numbering.ARABIC: ["1.", "2.", "3."],
    Numbering.DECIMAL: ["1.", "2.", "3."],
    Numbering.LETTER: ["a)", "b)", "c)"],
    Numbering.DASH: ["-", "-", "-"],
    Numbering.PLUS: ["+", "+", "+"],
    Numbering.NONE: ["", "", ""],
}


@pytest.mark.parametrize("numbering", list(Numbering))
def test_the_labels_of_siblings(numbering: Numbering) -> None:
    counter = LabelCounter()
    items = [Item(numbering=numbering, text="x") for _ in range(3)]
    assert [counter.next(item) for item in items] == FIRST_THREE[numbering]


@pytest.mark.parametrize(("position", "label"), [(5, "đ)"), (6, "e)"), (7, "g)"), (23, "y)"), (24, "a1)")])
def test_letters_follow_the_vietnamese_alphabet(position: int, label: str) -> None:
    assert computed_label(Numbering.LETTER, position) == label


@pytest.mark.parametrize(
    ("parent", "label"),
    [
        ("2.", "2.3."),
        ("2.1.", "2.1.3."),
        ("2.1:", "2.1.3."),
        ("2", "2.3."),
        ("I.", "3."),
        ("Điều 5.", "3."),
        ("a)", "3."),
        ("-", "3."),
        ("", "3."),
    ],
)
def test_decimal_labels_go_on_from_the_figures_above(parent: str, label: str) -> None:
    assert computed_label(Numbering.DECIMAL, 3, parent) == label


def test_each_kind_is_counted_for_itself_and_a_literal_label_counts() -> None:
    counter = LabelCounter()
    nodes: list[Item | Section] = [
        Item(numbering=Numbering.ARABIC, text="x"),
        Item(numbering=Numbering.LETTER, text="x"),
        Item(numbering=Numbering.ARABIC, label="2a.", text="x"),
        Section(numbering=Numbering.ARABIC),
        Item(numbering=Numbering.LETTER, text="x"),
    ]
    assert [counter.next(node) for node in nodes] == ["1.", "a)", "2a.", "3.", "b)"]


def test_articles_go_on_through_the_chapters() -> None:
    articles: Counter[Numbering] = Counter()
    chapters = [LabelCounter(articles=articles) for _ in range(2)]
    node = Section(numbering=Numbering.ARTICLE)
    labels = [counter.next(node) for counter in chapters for _ in range(2)]
    assert labels == ["Điều 1.", "Điều 2.", "Điều 3.", "Điều 4."]
    assert LabelCounter().next(node) == "Điều 1."


def test_walking_meets_every_block_in_printed_order() -> None:
    def section(text: str, *blocks: Block) -> Section:
        return Section(title=text, blocks=blocks)

    inner = Item(text="3", blocks=(Paragraph(text="4"),))
    tree = [section("1", section("2", inner), Paragraph(text="5")), section("6")]
    found = [block.title if isinstance(block, Section) else block.text for block in walk(tree)]  # type: ignore[union-attr]
    assert found == list("123456")
