"""Figures of sentences as offices write them: wrong ones are found by their rule alone, right ones by none."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from generator.lint.finding import Finding
from generator.lint.gate import judge
from generator.lint.rule import chosen_rules
from generator.lint.text import subject_of_text
from generator.vietnamese.numbers import format_number

_DATA: Mapping[str, Any] = YAML(typ="safe").load((Path(__file__).parent / "figures.yaml").read_text("utf-8"))
_FRAME = (
    "BÁO CÁO\nKết quả cải cách hành chính\n\nI. KẾT QUẢ THỰC HIỆN\n\n{}\n\n"
    "II. ĐÁNH GIÁ CHUNG\n\nCác đơn vị đã cố gắng.\n"
)


def findings(text: str) -> tuple[Finding, ...]:
    """Return what the rules of figures find in a report that holds the text."""
    return judge(subject_of_text(_FRAME.format(text).encode(), "bao_cao.txt"), chosen_rules(["SL"])).findings


@pytest.mark.parametrize("entry", _DATA["wrong"], ids=lambda entry: entry["text"])
def test_a_wrong_figure_is_found_by_its_rule_alone(entry: Mapping[str, Any]) -> None:
    found = findings(entry["text"])
    assert {one.code for one in found} == set(entry["finds"]), list(map(str, found))
    assert all(any(words in one.found for one in found if one.code == code) for code, words in entry["finds"].items())


@pytest.mark.parametrize("text", _DATA["right"])
def test_nothing_is_said_of_a_right_figure(text: str) -> None:
    assert findings(text) == ()


_COUNTS = st.integers(1, 5_000_000)


@settings(max_examples=60, deadline=None)
@given(one=_COUNTS, other=_COUNTS, decimals=st.integers(0, 2), rounding=st.sampled_from([ROUND_DOWN, ROUND_HALF_UP]))
def test_a_share_as_its_numbers_give_it_is_right_and_another_wrong(
    one: int, other: int, decimals: int, rounding: str
) -> None:
    part, whole = sorted((one, other))
    said = f"Có {format_number(part)}/{format_number(whole)} hồ sơ nộp trực tuyến, đạt {{}}%."
    share = (Decimal(100) * part / whole).quantize(Decimal(1).scaleb(-decimals), rounding)
    assert findings(said.format(format_number(share, decimals))) == ()
    wrong = share - 2 if share > 50 else share + 2
    assert [found.code for found in findings(said.format(format_number(wrong, decimals)))] == ["SL-02"]


@settings(max_examples=60, deadline=None)
@given(parts=st.lists(_COUNTS, min_size=2, max_size=6), more=st.integers(1, 1000))
def test_a_total_of_its_parts_is_right_and_a_greater_one_wrong(parts: list[int], more: int) -> None:
    listed = "; ".join(f"phòng {chr(65 + place)} {format_number(part)} hồ sơ" for place, part in enumerate(parts))
    said = f"Tổng số {{}} hồ sơ, gồm: {listed}."
    assert findings(said.format(format_number(sum(parts) + 10))) != ()
    assert findings(said.format(format_number(sum(parts)))) == ()
    assert [found.code for found in findings(said.format(format_number(sum(parts) + more)))] == ["SL-03"]
