"""What a document calls itself in its title, its first and its last words."""

from __future__ import annotations

import pytest

from generator.lint.announced import Announced, announcements, issuer_of
from generator.lint.tasks import plan_year
from generator.reading.lines import Passage
from generator.reading.reading import Head, Reading


def _reading(title: str = "", opening: str = "", closing: str = "") -> Reading:
    head = Head(subject=Passage(title) if title else None)
    parts = tuple(Passage(text) for text in (opening,) if text), tuple(Passage(text) for text in (closing,) if text)
    return Reading("a.txt", head=head, preamble=parts[0], closing=parts[1])


def _part(about: str) -> Announced:
    return Announced("trích yếu", about, Passage(about))


def test_three_parts_speak_of_one_document() -> None:
    title, opening, closing = announcements(
        _reading(
            "Cải cách hành chính năm 2026",
            "Để thực hiện nhiệm vụ được giao, Sở Nội vụ (SNV) ban hành Kế hoạch cải cách hành chính năm 2026 như sau:",
            "Trên đây là Kế hoạch cải cách hành chính năm 2026 của Sở Nội vụ, đề nghị các đơn vị thực hiện./.",
        )
    )
    assert title.years == opening.years == closing.years == {2026}
    assert opening.who is not None
    assert opening.who.printed == "Sở Nội vụ"
    assert opening.kind is not None
    assert opening.kind.id == "plan"
    assert closing.about == "cải cách hành chính năm 2026 của Sở Nội vụ"


def test_sentences_that_open_nothing_say_nothing() -> None:
    assert announcements(_reading(opening="Sở Nội vụ đã báo cáo kết quả năm 2025.")) == []
    assert announcements(_reading(closing="Đề nghị các đơn vị thực hiện./.")) == []
    assert issuer_of(_reading()) is None


@pytest.mark.parametrize(
    ("about", "years"),
    [
        ("Kế hoạch kiểm tra năm 2026", {2026}),
        ("thực hiện Kế hoạch số 48/KH-UBND ngày 28 tháng 02 năm 2023 của UBND tỉnh", set()),
        ("Họp giao ban tháng 01 năm 2027", set()),
        ("giai đoạn 2021 - 2025", set()),
    ],
)
def test_only_years_of_its_own_count(about: str, years: set[int]) -> None:
    assert _part(about).years == years


def test_parts_of_the_year_are_one_however_written() -> None:
    assert _part("quý II năm 2026").periods == _part("quý 2 năm 2026").periods == {"quý II"}
    assert _part("06 tháng đầu năm").periods == {"6 tháng"}
    assert _part("tháng 01 năm 2027").periods == _part("tháng 1/2027").periods == {"tháng 1"}
    assert _part("ngày 09 tháng 3 năm 2026").periods == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "shares"),
    [
        ("Cải cách hành chính năm 2026", "công tác cải cách hành chính của Sở", True),
        ("Cải cách hành chính năm 2026", "CCHC năm 2026", True),
        ("Cải cách hành chính năm 2026", "chuyển đổi số năm 2026", False),
        ("Cải cách hành chính", "thực hiện nhiệm vụ năm 2026", True),
    ],
)
def test_subjects_are_two_only_where_no_word_is_shared(one: str, other: str, shares: bool) -> None:
    assert _part(one).shares_subject(_part(other)) is shares


@pytest.mark.parametrize(
    ("title", "year"),
    [("Cải cách hành chính năm 2026", 2026), ("Chuyển đổi số giai đoạn 2026 - 2030", None), ("Kiểm tra", None)],
)
def test_the_year_of_a_plan(title: str, year: int | None) -> None:
    assert plan_year(_reading(title)) == year
