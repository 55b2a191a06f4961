"""The column of the figures of a form, by the headings of real reports."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.registers.form_columns import figures_column

FIRST = ["TT", "Nội dung", "ĐVT"]


def _of_quarter(words: str) -> bool | None:
    return "quý i/2027" in words if "20" in words else None


@pytest.mark.parametrize(
    ("headings", "column"),
    [
        (["Kết quả kỳ trước", "Kết quả kỳ này"], 4),
        (["Kết quả năm 2026", "Kết quả quý I/2027"], 4),
        (["Kết quả cùng kỳ", "Kết quả thực hiện"], 4),
        (["Kết quả cùng kỳ năm trước", "Kết quả"], 4),
        (["Số liệu quý IV/2026", "Số liệu quý I/2027"], 4),
        (["Số liệu lũy kế", "Số liệu trong kỳ"], 4),
        (["Số liệu", "Số liệu kỳ trước"], 3),
        (["Chỉ tiêu giao", "Kết quả thực hiện"], 4),
        (["Kế hoạch", "Thực hiện", "So sánh (%)"], 4),
        (["Số lượng"], 3),
        (["Kỳ này"], 3),
        (["Kỳ báo cáo"], 3),
        (["Quý I/2027"], 3),
        (["Quý IV/2026"], None),
        (["Kỳ trước"], None),
        (["Lũy kế"], None),
        (["Kết quả", "Kết quả"], None),
        (["Ghi chú"], None),
    ],
)
def test_another_period_is_never_the_column_of_this_one(headings: Sequence[str], column: int | None) -> None:
    assert figures_column([[*FIRST, *headings, "Ghi chú"]], _of_quarter) == column


def test_the_heading_of_two_rows_that_the_forms_print() -> None:
    above = ["STT", "Chỉ tiêu thống kê", *["Kết quả thống kê"] * 3, "Ghi chú"]
    below = ["STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu", "Kỳ trước (quý I năm 2026)", "Ghi chú"]
    assert figures_column([above, below]) == 3


def test_a_line_across_the_table_is_no_heading() -> None:
    assert figures_column([["Biểu 1: Kết quả kỳ trước"] * 4, ["TT", "Chỉ tiêu", "Số liệu", "Đơn vị"]]) == 2
