"""Single values changed in a YAML text; all else stays, byte for byte."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.yamltext import dump_yaml, edited_yaml, parse_yaml

ORDER = ("format", "kind", "issuer", "number", "date", "subject", "appendices")
DAY = date(2027, 1, 5)
CHANGES: dict[tuple[str | int, ...], Any] = {("number",): 15, ("date",): DAY}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "format: 1\ndate: 2026-12   # ngày\nsubject: a\n",
            "format: 1\nnumber: 15\ndate: 2027-01-05 # ngày\nsubject: a\n",
        ),
        ("number: 3\ndate: '2026'\n", "number: 15\ndate: 2027-01-05\n"),
        ("number:\ndate:\n", "number: 15\ndate: 2027-01-05\n"),
        (
            "issuer:   # cơ quan\n  name: A\n  # parent: B\n\n# Trích yếu\nsubject: a\n",
            "issuer:   # cơ quan\n  name: A\n  # parent: B\nnumber: 15\ndate: 2027-01-05\n\n# Trích yếu\nsubject: a\n",
        ),
        ("format: 1", "format: 1\nnumber: 15\ndate: 2027-01-05\n"),
        ("subject: a\nformat: 1\n", "subject: a\nformat: 1\nnumber: 15\ndate: 2027-01-05\n"),
        ("number: 1               # số\ndate: 2026\n", "number: 15              # số\ndate: 2027-01-05\n"),
        ("subject: |\n  # a\n\n  b\n", "number: 15\ndate: 2027-01-05\nsubject: |\n  # a\n\n  b\n"),
    ],
)
def test_only_the_values_change(before: str, after: str) -> None:
    assert edited_yaml(before, CHANGES, ORDER) == after


def test_a_deep_text_changes_and_a_block_of_lines_becomes_one_line() -> None:
    note = "    note: >-\n      (Kèm theo\n      số /KH)\n"
    text = f"appendices:\n  - title: A   # tên\n{note}    blocks: []\nunplaced: []\n"
    assert edited_yaml(text, {("appendices", 0, "note"): "(Kèm theo: số 15/KH)"}, ORDER) == (
        'appendices:\n  - title: A   # tên\n    note: "(Kèm theo: số 15/KH)"\n    blocks: []\nunplaced: []\n'
    )


@pytest.mark.parametrize("text", ["{format: 1, number: 3}\n", "number: [1]\n"])
def test_what_stands_between_brackets_is_left_to_others(text: str) -> None:
    assert edited_yaml(text, {("number",): 15}, ORDER) is None


def test_a_deep_place_that_is_not_there_is_left_to_others() -> None:
    assert edited_yaml("format: 1\n", {("appendices", 0, "note"): "x"}, ORDER) is None


_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")) | st.just("\n"), max_size=12)
_FIELDS = {
    "issuer": st.dictionaries(st.sampled_from(["name", "parent"]), _TEXTS, max_size=2),
    "number": st.integers(),
    "date": st.dates(),
    "subject": _TEXTS,
    "appendices": st.lists(st.dictionaries(st.just("title"), _TEXTS, max_size=1), max_size=2),
}


@given(values=st.fixed_dictionaries({"format": st.just(1)}, optional=_FIELDS))
def test_any_text_of_ours_reads_back_with_the_new_values(values: dict[str, Any]) -> None:
    made = edited_yaml(dump_yaml(values), CHANGES, ORDER)
    assert made is not None
    assert parse_yaml(made, "a.yaml").data == {**values, "number": 15, "date": DAY}
