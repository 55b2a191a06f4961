"""Where a line of a name or a subject may end."""

from __future__ import annotations

import pytest

from generator.vietnamese.phrases import break_costs

_CHEAP = 0.1


def _phrases(text: str) -> list[str]:
    """The text cut wherever a break costs next to nothing."""
    words = text.split()
    cuts = [place + 1 for place, cost in enumerate(break_costs(words)) if cost <= _CHEAP]
    edges = [0, *cuts, len(words)]
    return [" ".join(words[start:end]) for start, end in zip(edges, edges[1:], strict=False)]


@pytest.mark.parametrize(
    "phrases",
    [
        ["SỞ GIÁO DỤC", "VÀ ĐÀO TẠO", "TỈNH AN BÌNH"],
        ["Sở Nông nghiệp", "và Môi trường", "thành phố Hồ Chí Minh"],
        ["SỞ VĂN HÓA,", "THỂ THAO", "VÀ DU LỊCH"],
        ["Cải cách hành chính", "năm 2027", "của ngành Giáo dục", "và Đào tạo", "tỉnh Sông Vân"],
        ["Kế hoạch phòng, chống thiên tai", "và tìm kiếm cứu nạn"],
        ["TRUNG TÂM", "TỈNH BÀ RỊA - VŨNG TÀU"],
        ["Thực hiện nhiệm vụ", "giai đoạn 2026 - 2030"],
        ["Kế hoạch", "ngày 05 tháng 12 năm 2026", "của Sở Nội vụ"],
    ],
)
def test_a_line_ends_between_phrases(phrases: list[str]) -> None:
    assert _phrases(" ".join(phrases)) == phrases


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("SỞ GIÁO DỤC VÀ", "ĐÀO TẠO"),
        ("SỞ GIÁO", "DỤC"),
        ("UBND TỈNH", "AN BÌNH"),
        ("UBND THÀNH PHỐ HỒ", "CHÍ MINH"),
        ("Về công tác năm", "2027"),
        ("giai đoạn 2026", "- 2030"),
        ("giai đoạn 2026 -", "2030"),
        ("VĂN PHÒNG", "& PHÒNG"),
    ],
)
def test_a_line_never_ends_inside_a_word_or_before_what_it_belongs_to(before: str, after: str) -> None:
    words = before.split()
    assert break_costs([*words, *after.split()])[len(words) - 1] >= 3


def test_a_personal_name_is_kept_together_rather_than_a_word_and_a_name() -> None:
    costs = break_costs(["TRƯỜNG", "TIỂU", "HỌC", "NGUYỄN", "VĂN", "TRỖI"])
    assert costs[2] < costs[3]
    assert costs[2] < costs[4]


def test_the_place_of_the_tone_mark_and_the_case_do_not_matter() -> None:
    assert break_costs(["văn", "hoá", "và"]) == break_costs(["VĂN", "HÓA", "VÀ"])


@pytest.mark.parametrize("words", [[], ["SỞ"]])
def test_one_word_has_no_break(words: list[str]) -> None:
    assert break_costs(words) == []
