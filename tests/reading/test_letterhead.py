"""The letterhead as programs garble it."""

from __future__ import annotations

import pytest

from generator.reading.columns import unfolded
from generator.reading.letterhead import parted, with_whole_components
from generator.reading.lines import Line, RawLine


@pytest.mark.parametrize(
    ("line", "columns"),
    [
        ("UBND TỈNH A CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", ("UBND TỈNH A", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")),
        ("UBND TỈNH A CỘNG HÒA XÃ HỘI CHỦ", ("UBND TỈNH A", "CỘNG HÒA XÃ HỘI CHỦ")),
        ("SỞ NỘI VỤ Độc lập – Tự do – Hạnh phúc", ("SỞ NỘI VỤ", "Độc lập – Tự do – Hạnh phúc")),
        ("CHI BỘ 2 ĐẢNG CỘNG SẢN VIỆT NAM", ("CHI BỘ 2", "ĐẢNG CỘNG SẢN VIỆT NAM")),
        ("Số: 5/SNV-VP Hà Nội, ngày 5 tháng 3 năm 2027", ("Số: 5/SNV-VP", "Hà Nội, ngày 5 tháng 3 năm 2027")),
        ("V/v báo cáo TP. Huế, ngày tháng năm 2027", ("V/v báo cáo", "TP. Huế, ngày tháng năm 2027")),
        ("V/v họp Thành phố Cần Thơ, ngày 5 tháng 3 năm", ("V/v họp", "Thành phố Cần Thơ, ngày 5 tháng 3 năm")),
        ("Hà Nội, ngày 5 tháng 3 năm 2027", ("Hà Nội, ngày 5 tháng 3 năm 2027", "")),
        (
            "Căn cứ văn bản của Sở, ngày 5 tháng 3 năm 2027 về",
            ("Căn cứ văn bản của Sở, ngày 5 tháng 3 năm 2027 về", ""),
        ),
    ],
)
def test_two_columns_with_one_blank_between(line: str, columns: tuple[str, str]) -> None:
    assert parted(line, "") == columns


@pytest.mark.parametrize(
    ("line", "before", "columns"),
    [
        ("SỞ NỘI VỤ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ", ("SỞ NỘI VỤ", "NGHĨA VIỆT NAM")),
        ("quý III và 9 2027", "Hà Nội, ngày 5 tháng 3 năm", ("quý III và 9", "2027")),
        ("V/v họp năm 2027", "Hà Nội, ngày 5 tháng 3", ("V/v họp", "năm 2027")),
        ("SỞ NỘI VỤ NGHĨA VIỆT NAM", "TRƯỜNG", ("SỞ NỘI VỤ NGHĨA VIỆT NAM", "")),
    ],
)
def test_a_component_that_goes_on_below(line: str, before: str, columns: tuple[str, str]) -> None:
    assert parted(line, before) == columns


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA", "VIỆT NAM"), ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]),
        (("Độc lập - Tự do -", "Hạnh phúc", "Số: 1/KH-A"), ["Độc lập - Tự do - Hạnh phúc", "Số: 1/KH-A"]),
        (("An Hòa, ngày 5 tháng 3 năm", "2027"), ["An Hòa, ngày 5 tháng 3 năm 2027"]),
        (("An Hòa, ngày", "5 tháng 3", "năm 2027"), ["An Hòa, ngày 5 tháng 3 năm 2027"]),
        (("An Hòa, ngày 5 tháng 3", "năm 2027"), ["An Hòa, ngày 5 tháng 3 năm 2027"]),
        (("An Hòa, ngày tháng năm", "KẾ HOẠCH"), ["An Hòa, ngày tháng năm", "KẾ HOẠCH"]),
        (("Độc lập - Tự do - Hạnh phúc", "Huế, ngày 5"), ["Độc lập - Tự do - Hạnh phúc", "Huế, ngày 5"]),
    ],
)  # fmt: skip
def test_a_component_cut_by_a_line_end(lines: tuple[str, ...], whole: list[str]) -> None:
    assert [line.text for line in with_whole_components([Line(text) for text in lines])] == whole


def test_columns_without_a_gutter_are_read_one_after_the_other() -> None:
    text = """\
UBND TỈNH SÔNG VÂN CỘNG HÒA XÃ HỘI CHỦ
SỞ NỘI VỤ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 14/SNV-VP
V/v báo cáo kết quả Sông Vân, ngày 4 tháng 9 năm
công tác quý III 2026
năm 2026
Kính gửi: Các xã"""
    raw = [RawLine(number, line) for number, line in enumerate(text.split("\n"), start=1)]
    assert [line.text for line in unfolded(raw)] == [
        "UBND TỈNH SÔNG VÂN",
        "SỞ NỘI VỤ",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 14/SNV-VP",
        "V/v báo cáo kết quả",
        "công tác quý III",
        "năm 2026",
        "CỘNG HÒA XÃ HỘI CHỦ",
        "NGHĨA VIỆT NAM",
        "Sông Vân, ngày 4 tháng 9 năm",
        "2026",
        "Kính gửi: Các xã",
    ]
