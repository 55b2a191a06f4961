"""The lines of a cell: which begin something of their own, and which only wrap."""

from __future__ import annotations

import pytest

from generator.reading.cell_text import cell_text, flat
from generator.reading.task_table import parted_label


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Kế hoạch", "", "Báo cáo "], "Kế hoạch\nBáo cáo"),
        (["- Kế hoạch", "- báo cáo"], "- Kế hoạch\n- báo cáo"),
        (["Kế hoạch;", "báo cáo"], "Kế hoạch;\nbáo cáo"),
        (["01 kế hoạch", "02 báo cáo"], "01 kế hoạch\n02 báo cáo"),
        (["Sở Nông nghiệp", "và Môi trường"], "Sở Nông nghiệp và Môi trường"),
        (["Sở Nông nghiệp và", "Môi trường"], "Sở Nông nghiệp và Môi trường"),
        (["UBND", "xã Tân An"], "UBND xã Tân An"),
        (["Trước ngày", "30/6/2027"], "Trước ngày 30/6/2027"),
        (["Quý I", "2027"], "Quý I 2027"),
        (["Báo cáo quý, năm", "Danh sách"], "Báo cáo quý, năm\nDanh sách"),
        (["Trong tháng", "6 năm 2027"], "Trong tháng 6 năm 2027"),
        (["Tổng số", "(1)=(2)+(3)"], "Tổng số (1)=(2)+(3)"),
        ([], ""),
    ],
)
def test_lines_of_a_cell(lines: list[str], text: str) -> None:
    assert cell_text(lines) == text
    assert flat(text) == " ".join(text.split())
    assert cell_text(text.split("\n")) == text


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("1. Rà soát", ("1.", "Rà soát")),
        ("2.1:\nRà soát\n- thêm", ("2.1:", "Rà soát\n- thêm")),
        ("- Rà soát", ("", "- Rà soát")),
        ("3.", ("", "3.")),
    ],
)
def test_the_number_of_a_cell(cell: str, parts: tuple[str, str]) -> None:
    assert parted_label(cell) == parts
