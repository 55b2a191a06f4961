"""Columns of task tables by their headings."""

from __future__ import annotations

import pytest

from generator.reading.task_columns import PATTERNS, SYNONYMS, TaskColumn, guess


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Sản phẩm đầu ra", "products"),
        ("SẢN PHẢM", "products"),
        ("Thời  gian\nhoàn thành", "schedule"),
        ("Hạn hoàn thành", "schedule"),
        ("Hoàn thành", "schedule"),
        ("Deadline", "schedule"),
        ("Cơ quan, đơn vị chủ trì", "lead"),
        ("Đơn vị thực hiện", "lead"),
        ("Don vi thuc hien", "lead"),
        ("Đơn vi chủ tri", "lead"),
        ("Phối hợp", "support"),
        ("3. Tên nhiệm vụ", "name"),
        ("Đầu việc", "name"),
        ("Kinh phí (triệu đồng)", "budget"),
        ("Dự toán (đồng)", "budget"),
        ("Lãnh đạo phụ trách", "monitor"),
        ("Số TT", "number"),
        ("Số lượng", None),
        ("Họ và tên", None),
        ("Điểm", None),
        ("", None),
    ],
)
def test_what_a_heading_names(heading: str, column: str | None) -> None:
    found = guess(heading)
    assert (found.column if found else None) == column


def test_every_column_has_a_pattern_and_names_that_no_other_has() -> None:
    assert set(SYNONYMS) == {column for column, _ in PATTERNS} == set(TaskColumn)
    names = [name for names in SYNONYMS.values() for name in names]
    assert len(names) == len(set(names))
    assert all(guess(name) is not None for name in names)


def test_a_near_heading_says_how_near_it_is() -> None:
    exact, near = guess("Ngày hoàn thành"), guess("Ngày hoàn thàn")
    assert exact is not None
    assert exact.likeness == 100
    assert near is not None
    assert 86 <= near.likeness < 100
