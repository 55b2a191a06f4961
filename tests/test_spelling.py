"""Words as people type them, and the name they meant."""

from __future__ import annotations

import pytest

from generator.spelling import closest, suggestion, unmarked


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Tờ trình", "to trinh"),
        ("  TỜ   TRÌNH ", "to trinh"),
        ("Bản thỏa thuận", "ban thoa thuan"),
        ("Bản thoả thuận", "ban thoa thuan"),
        ("Đề án", "de an"),
        ("legal_bases", "legal bases"),
        ("", ""),
    ],
)
def test_marks_case_and_spaces_do_not_count(typed: str, folded: str) -> None:
    assert unmarked(typed) == folded


def test_the_nearest_name_is_found_and_a_far_one_is_not() -> None:
    names = ["legal_bases", "subject", "recipients"]
    assert closest("legal_base", names) == "legal_bases"
    assert closest("zzz", names) is None
    assert closest("zzz", []) is None


def test_a_name_is_found_by_its_vietnamese_title() -> None:
    assert closest("trich_yeu", ["subject", "signature"], {"Trích yếu": "subject"}) == "subject"


def test_the_suggestion_is_a_question() -> None:
    assert suggestion("subjct", ["subject"]) == "ý bạn là «subject»?"
    assert suggestion("zzz", ["subject"]) is None
