"""Mistyped components: told for what they are meant to be, and running text for none."""

from __future__ import annotations

import pytest

from generator.reading import slips


@pytest.mark.parametrize(
    "text",
    ["SỐ: 15/KH-SNV", "số 15/KH-SNV", "Số. 15/KH-SNV", "15/KH-SNV", "Số: 15KH-SNV", "Số:  /KH/SNV", "15/2026/QĐ-UBND"],
)
def test_numbers(text: str) -> None:
    assert slips.is_number_line(text)


@pytest.mark.parametrize(
    "text", ["số lượng hồ sơ", "Số 15 ngày 20", "số 76/NQ-CP ngày 15 tháng 7", "15/7", "3/4 số hồ sơ", "SỞ NỘI VỤ", ""]
)
def test_what_is_no_number(text: str) -> None:
    assert not slips.is_number_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sông Vân ngày 09 tháng 3 năm 2026",
        "sông vân, ngày 09 tháng 3 năm 26",
        "Ngày 09 tháng 3 năm 2026",
        "Sông Vân, ngày 09/3/2026",
        "Sông Vân, 09/3/2026",
        "Sông Vân; ngày … tháng … năm 2026.",
    ],
)
def test_dates(text: str) -> None:
    assert slips.is_place_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "(Kèm theo Kế hoạch ngày 09 tháng 3 năm 2026)",
        "Sở họp ngày 09 tháng 3 năm 2026 tại trụ sở",
        "hằng ngày",
        "",
        "Số: 5",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert not slips.is_place_date(text)


@pytest.mark.parametrize("text", ["Kế hoạch", "kế hoạch:", "QUYẾT ĐỊNH.", "Tờ trình"])
def test_names_of_types(text: str) -> None:
    assert slips.named_type(text) is not None


@pytest.mark.parametrize("text", ["Kế hoạch năm nay", "Sở Nội vụ", "", "Báo cáo kết quả thực hiện nhiệm vụ"])
def test_what_names_no_type(text: str) -> None:
    assert slips.named_type(text) is None


def test_quoc_hieu_and_tieu_ngu_with_a_slip() -> None:
    assert slips.is_national_name("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆTNAM.")
    assert slips.is_motto("Độc lập, Tự do, Hạnh phúc")
    assert not slips.is_national_name("CỘNG HÒA XÃ HỘI")
    assert not slips.is_motto("Độc lập tự chủ")


@pytest.mark.parametrize(
    "text", ["KT. Giám đốc", "kt giám đốc", "K.T GIÁM ĐỐC", "T.M ỦY BAN NHÂN DÂN", "TUQ: Chủ tịch"]
)
def test_authorities(text: str) -> None:
    assert slips.is_authority(text)
