"""Plain data written as YAML: readable for a clerk, exact for the reader."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from generator.yamltext import dump_yaml, parse_yaml

XML_CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
TRICKY = st.sampled_from("\n \t\r:#-'\"|>\\*&.,0123e_yn[]{}?!%@`~=<đ\x7f\x85\xa0\u2028\ufeff")
TEXTS = st.text(TRICKY | XML_CHARACTERS, max_size=12)
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
LEAVES = st.none() | st.booleans() | st.integers() | FLOATS | TEXTS | st.dates()
TREES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3), max_leaves=8
)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(TEXTS, TREES, min_size=1, max_size=3))
def test_reading_gives_back_what_was_written(data: dict[str, Any]) -> None:
    read = parse_yaml(dump_yaml(data), "a.yaml").data
    assert repr(read) == repr(data)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_other_readers_read_the_same_text(text: str) -> None:
    assert YAML(typ="safe", pure=True).load(dump_yaml({"a": text}))["a"] == text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Kế hoạch", "a: Kế hoạch\n"),
        ("6 tháng", "a: 6 tháng\n"),
        ("05", 'a: "05"\n'),
        ("yes", 'a: "yes"\n'),
        ("2026-03-05", 'a: "2026-03-05"\n'),
        ("12:30", 'a: "12:30"\n'),
        ("Số: 05/KH", 'a: "Số: 05/KH"\n'),
        ("- dòng", 'a: "- dòng"\n'),
        ("", 'a: ""\n'),
        ("**đậm** \\*", "a: '**đậm** \\*'\n"),
        ("hai\ndòng", "a: |-\n  hai\n  dòng\n"),
        ("hai\n\ndòng\n", "a: |\n  hai\n\n  dòng\n"),
        ("dòng\n\n", "a: |+\n  dòng\n\n"),
        ("\r\n", 'a: "\\r\\n"\n'),
        (date(2026, 3, 5), "a: 2026-03-05\n"),
        (None, "a: null\n"),
        (True, "a: true\n"),
        (12.5, "a: 12.5\n"),
        ([], "a: []\n"),
        ({}, "a: {}\n"),
        (("x", "z"), "a:\n  - x\n  - z\n"),
        ([{"b": 1, "c": "d\ne"}, [1]], "a:\n  - b: 1\n    c: |-\n      d\n      e\n  - - 1\n"),
    ],
)
def test_what_is_written(value: Any, written: str) -> None:
    assert dump_yaml({"a": value}) == written


def test_long_lines_are_not_folded_and_shared_values_are_written_out() -> None:
    shared = ["chữ " * 200 + "cuối"]
    written = dump_yaml({"a": shared, "b": shared})
    assert written.count("\n") == 4
    assert "&" not in written


def test_an_empty_mapping_is_written() -> None:
    assert dump_yaml({}) == "{}\n"


@pytest.mark.parametrize("value", [object(), b"x", datetime(2026, 3, 5, 10, 0), {1, 2}])
def test_what_is_no_plain_value_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        dump_yaml({"a": value})


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="finite"):
        dump_yaml({"a": float("nan")})
