"""Degrees, ranks and honours before a name."""

from __future__ import annotations

import pytest

from generator.reading.titles_before_names import titles_before


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Đại tá Nguyễn Văn A", "Đại tá"),
        ("Thiếu úy Trần Thị B", "Thiếu úy"),
        ("TS. Nguyễn Văn A", "TS."),
        ("PGS.TS. Nguyễn Văn A", "PGS.TS."),
        ("PGS, TS Nguyễn Văn A", "PGS, TS"),
        ("ThS.BS. Nguyễn Văn A", "ThS.BS."),
        ("BSCKII. Nguyễn Văn A", "BSCKII."),
        ("Tiến sỹ Nguyễn Văn A", "Tiến sỹ"),
    ],
)
def test_titles(text: str, titles: str) -> None:
    assert titles_before(text) == titles


@pytest.mark.parametrize("text", ["Nguyễn Văn A", "Thượng Văn B", "Trung Thị C", "Tsằn A Pa", "Đại tá", "", "Cnăm Y"])
def test_a_name_alone_has_none(text: str) -> None:
    assert titles_before(text) == ""
