"""The width at which a page wrapped its lines."""

from __future__ import annotations

from generator.reading.lines import Line
from generator.reading.measure import text_width, width


def lines(*texts: str) -> list[Line]:
    return [Line(text) for text in texts]


FULL = "chuẩn, phẩm chất đạo đức, năng lực vào bộ máy nhà nước và của các cơ quan này"


def test_lines_that_end_together_show_the_width() -> None:
    found = text_width(lines(*[FULL] * 8, "Ngắn.", "Hai chữ."))
    assert found is not None
    assert abs(found - width(FULL)) <= 1


def test_one_longer_line_is_a_stray() -> None:
    assert text_width(lines("https://" + "x" * 120, *[FULL] * 8)) == text_width(lines(*[FULL] * 8))


def test_lines_of_all_lengths_were_not_wrapped() -> None:
    assert text_width(lines(*[FULL * times for times in range(1, 12)])) is None


def test_narrow_lines_are_no_page() -> None:
    assert text_width(lines(*["Lê Công"] * 20)) is None


def test_too_few_lines_tell_nothing() -> None:
    assert text_width(lines(FULL, FULL)) is None
    assert text_width([]) is None
