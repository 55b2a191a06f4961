"""Figures of the statistical forms: what follows from what was filled in, and what contradicts it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.registers.catalog import bundled_statistical_forms
from generator.registers.unit import Level
from generator.reports.figure_faults import figure_faults
from generator.reports.figures import NONE, UNKNOWN, Value, computed, share, total

FORMS = bundled_statistical_forms()


def _filled(written: Mapping[str, str]) -> dict[tuple[int, str], Value]:
    """Read "3/1.4.1": "12"; "-" is not known yet, "0" is a zero, "kps" nothing arose."""
    marks = {"-": UNKNOWN, "kps": NONE}
    keys = {key: (int(key.partition("/")[0]), key.partition("/")[2]) for key in written}
    return {keys[key]: marks.get(text) or Value(Decimal(text)) for key, text in written.items()}


@pytest.mark.parametrize(
    ("written", "row", "value"),
    [
        ({"2/1.1": "3", "2/1.2": "4"}, "2/1", "7"),
        ({"2/1.1": "3", "2/1.2": "0"}, "2/1", "3"),
        ({"2/1.1": "3", "2/1.2": "kps"}, "2/1", "3"),
        ({"2/1.1": "kps", "2/1.2": "kps"}, "2/1", "kps"),
        ({"2/1.1": "3", "2/1.2": "-"}, "2/1", "-"),
        ({"2/1.1": "3"}, "2/1", "-"),
        ({"2/1": "9"}, "2/1", "9"),
        ({"3/3.1.1": "633", "3/3.1.2": "600"}, "3/3.1", "94.79"),
        ({"3/3.1.1": "0", "3/3.1.2": "0"}, "3/3.1", "kps"),
        ({"3/3.1.1": "kps"}, "3/3.1", "kps"),
        ({"3/3.1.1": "8", "3/3.1.2": "kps"}, "3/3.1", "0"),
        ({"3/3.1.1": "8"}, "3/3.1", "-"),
        ({"6/2.4.1": "1", "6/2.4.2": "2", "6/2.4.3": "3", "6/2.2": "1", "6/2.3": "1", "6/2.5": "4"}, "6/2.1", "12"),
        ({}, "1/1", "-"),
    ],
)
def test_computed_rows(written: dict[str, str], row: str, value: str) -> None:
    ((key, right),) = _filled({row: value}).items()
    assert computed(FORMS, _filled(written))[key] == right


@pytest.mark.parametrize(
    ("written", "level", "row", "value"),
    [
        ({"3/1.4.2": "40"}, "commune", "3/1.4", "40"),
        ({"3/1.4.2": "40"}, "province", "3/1.4", "-"),
        ({"3/1.4.1": "2", "3/1.4.2": "40"}, "commune", "3/1.4", "42"),
        ({"4/1.5.2": "3"}, "department", "4/1.5", "-"),
        ({"4/1.5.2": "3", "4/1.5.3": "kps"}, "department", "4/1.5", "3"),
    ],
)
def test_a_sum_needs_no_part_that_units_of_the_level_do_not_fill_in(
    written: dict[str, str], level: Level, row: str, value: str
) -> None:
    ((key, right),) = _filled({row: value}).items()
    assert computed(FORMS, _filled(written), level)[key] == right


def test_every_row_but_headings_has_a_value() -> None:
    values = computed(FORMS, {})
    assert set(values.values()) == {UNKNOWN}
    assert len(values) == sum(row.kind != "group" for form in FORMS.forms for row in form.rows)


@given(st.lists(st.integers(0, 10**6), min_size=1), st.randoms())
def test_a_sum_does_not_depend_on_the_order(numbers: list[int], random: object) -> None:
    values = [Value(Decimal(one)) for one in numbers]
    assert total(reversed(values)) == total(values) == Value(Decimal(sum(numbers)))
    assert total([*values, NONE]) == total(values)
    assert total([*values, UNKNOWN]) == UNKNOWN


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_a_share_is_between_0_and_100_for_a_part_of_the_whole(part: int, more: int) -> None:
    found = share(Value(Decimal(part)), Value(Decimal(part + more))).number
    assert found is not None
    assert 0 <= found <= 100


CONTRADICTIONS = """
3/3.1.1=633 3/3.1.2=600 3/3.1=94.8
3/3.1.1=633 3/3.1.2=600 3/3.1=95 : 3/3.1 error tỷ lệ khác với dòng 3.1.2 chia cho dòng 3.1.1; 95; 94,79
7/2=124 : 7/2 error tỷ lệ lớn hơn 100%; 124; từ 0 đến 100
2/1.1=3 2/1.2=4 2/1=8 : 2/1 error tổng khác với các dòng cộng lại (1.1 + 1.2); 8; 7
3/3.1.1=5 3/3.1.2=6 : 3/3.1.2 error số liệu dòng này lớn hơn dòng 3.1.1; 3.1.2 = 6; không quá 5
3/3.1.1=kps 3/3.1.2=6 : 3/3.1.2 error số liệu dòng này lớn hơn dòng 3.1.1; 3.1.2 = 6; không quá 0
4/2.1=40 4/2.2=41 : 4/2.2 warning số liệu dòng này lớn hơn dòng 2.1; 2.2 = 41; không quá 40
5/1.1=2.5 : 5/1.1 error số đếm phải là số nguyên; 2,5; số nguyên
5/1.1=-1 : 5/1.1 error số liệu không thể âm; -1; từ 0 trở lên
1/6=7 : 1/6 error không phải mã của câu trả lời nào; 7; 0 (Không), 1 (Có)
1/5.2=2 1/5=1
1/4.1=9 1/4.1.1=5 1/4.1.2=3 1/4.1.3=1
"""


@pytest.mark.parametrize("line", CONTRADICTIONS.strip().splitlines())
def test_what_contradicts_itself_is_named(line: str) -> None:
    written, _, said = line.partition(" : ")
    filled = _filled(dict(one.split("=") for one in written.split()))
    found = [f"{one.form}/{one.code} {one.severity} {one.message}; {one.found}; {one.expected}"
             for one in figure_faults(FORMS, filled)]  # fmt: skip
    assert found == ([said] if said else [])


def test_parts_that_are_more_than_their_whole_are_named_together() -> None:
    filled = _filled({"1/4.1": "9", "1/4.1.1": "5", "1/4.1.2": "3", "1/4.1.3": "2"})
    (found,) = figure_faults(FORMS, filled)
    assert (found.code, found.found, found.expected) == ("4.1.1", "4.1.1 + 4.1.2 + 4.1.3 = 10", "không quá 9")


@pytest.mark.parametrize(("level", "told"), [("school", 1), ("province", 0)])
def test_a_row_that_such_units_do_not_fill_in_is_a_warning(level: Level, told: int) -> None:
    assert len(list(figure_faults(FORMS, _filled({"1/3.1": "4"}), level))) == told
