"""The head of a document."""

from __future__ import annotations

import pytest

from generator.reading.head import HeadFound, head_of
from generator.reading.lines import Line, Passage, Style


def head(*texts: str, gaps: dict[int, int] | None = None) -> HeadFound:
    return head_of(
        [Line(text, (number,), gap=(gaps or {}).get(number, 0)) for number, text in enumerate(texts, start=1)]
    )


def words(passage: Passage | None) -> str | None:
    return passage.text if passage else None


FULL = (
    "UBND TỈNH SÔNG VÂN",
    "SỞ GIÁO DỤC",
    "VÀ ĐÀO TẠO",
    "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập – Tự do – Hạnh phúc",
    "Số: 05/KH-SGDĐT",
    "Sông Vân, ngày 05 tháng 3 năm 2026",
    "KẾ HOẠCH",
    "Cải cách hành chính năm 2026",
    "Căn cứ Kế hoạch số 01/KH-UBND ngày 02/01/2026 của UBND tỉnh;",
)


def test_a_full_head() -> None:
    found = head(*FULL)
    assert words(found.head.parent) == "UBND TỈNH SÔNG VÂN"
    assert words(found.head.issuer) == "SỞ GIÁO DỤC VÀ ĐÀO TẠO"
    assert words(found.head.national_name) == "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert words(found.head.motto) == "Độc lập – Tự do – Hạnh phúc"
    assert words(found.head.number_line) == "Số: 05/KH-SGDĐT"
    assert words(found.head.place_date) == "Sông Vân, ngày 05 tháng 3 năm 2026"
    assert words(found.head.type_name) == "KẾ HOẠCH"
    assert found.head.subject == Passage("Cải cách hành chính năm 2026", (9,))
    assert (found.length, found.unplaced) == (9, [])


def test_one_name_is_the_issuer() -> None:
    found = head("ỦY BAN NHÂN DÂN", "XÃ TÂN AN", *FULL[3:])
    assert (found.head.parent, words(found.head.issuer)) == (None, "ỦY BAN NHÂN DÂN XÃ TÂN AN")


@pytest.mark.parametrize(
    "first",
    [
        "Căn cứ Quyết định số 158/QĐ-UBND ngày 03/02/2023 của Chủ tịch UBND tỉnh.",
        "I. MỤC TIÊU",
        "Tôi viết một câu bình thường.",
        "HAI CHỮ HOA",
    ],
)
def test_a_text_without_head(first: str) -> None:
    assert head(first, "Nội dung tiếp theo của văn bản.") == HeadFound()


@pytest.mark.parametrize("first", ["Thực hiện cải cách hành chính năm 2023", "Về việc kiểm tra cải cách hành chính"])
def test_the_line_below_the_type_is_the_subject(first: str) -> None:
    found = head("KẾ HOẠCH", first, "Căn cứ Luật Tổ chức chính quyền địa phương;")
    assert (words(found.head.subject), found.length) == (first, 2)


def test_a_subject_of_several_lines() -> None:
    found = head(
        "KẾ HOẠCH", "Triển khai thực hiện Kế hoạch", "của Chủ tịch UBND tỉnh", "Căn cứ Luật;", gaps={2: 1, 3: 1}
    )
    assert found.head.subject == Passage("Triển khai thực hiện Kế hoạch của Chủ tịch UBND tỉnh", (2, 3))


def test_a_wide_gap_ends_the_subject() -> None:
    found = head("KẾ HOẠCH", "Cải cách hành chính", "Sở Nội vụ ban hành", gaps={2: 1, 3: 4})
    assert words(found.head.subject) == "Cải cách hành chính"


def test_a_type_without_subject() -> None:
    found = head("KẾ HOẠCH", "Căn cứ Luật Tổ chức chính quyền địa phương;")
    assert (found.head.subject, found.length) == (None, 1)


def test_a_dispatch() -> None:
    found = head(
        "Số: 12/SNV-CCHC",
        "V/v báo cáo",
        "cải cách hành chính",
        "Kính gửi:",
        "- Bộ Nội vụ;",
        "- UBND tỉnh.",
        "Thực hiện",
    )
    assert words(found.head.subject) == "V/v báo cáo cải cách hành chính"
    assert [words(one) for one in found.addressees] == ["Bộ Nội vụ", "UBND tỉnh"]
    assert found.length == 6


def test_one_addressee_on_the_same_line() -> None:
    found = head("Kính gửi: Bộ Nội vụ.", "Thực hiện")
    assert [words(one) for one in found.addressees] == ["Bộ Nội vụ"]


def test_unknown_lines_between_known_ones_are_kept() -> None:
    found = head("Dự thảo lần 2", *FULL[5:8])
    assert [one.text for one in found.unplaced] == ["Dự thảo lần 2"]
    assert words(found.head.type_name) == "KẾ HOẠCH"


def test_who_decides_is_no_part_of_the_subject() -> None:
    found = head(
        "QUYẾT ĐỊNH", "Về việc ban hành Quy chế", "HIỆU TRƯỞNG", "TRƯỜNG TIỂU HỌC AN HÒA",
        "Căn cứ Luật Lưu trữ;", "QUYẾT ĐỊNH:",
    )  # fmt: skip
    assert words(found.head.subject) == "Về việc ban hành Quy chế"
    assert [one.text for one in found.authority] == ["HIỆU TRƯỞNG", "TRƯỜNG TIỂU HỌC AN HÒA"]
    assert found.length == 4


def test_a_line_of_a_form_is_no_part_of_the_subject() -> None:
    found = head("BIÊN BẢN", "Họp Hội đồng trường", "Thời gian bắt đầu: 14 giờ, ngày 12/11.")
    assert words(found.head.subject) == "Họp Hội đồng trường"


def test_a_subject_in_capitals_beside_the_type() -> None:
    found = head("Số: 05/KH-SNV", "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH", "NĂM 2027 CỦA SỞ NỘI VỤ", "Căn cứ Luật;")
    assert (words(found.head.type_name), words(found.head.subject)) == (
        "KẾ HOẠCH",
        "CẢI CÁCH HÀNH CHÍNH NĂM 2027 CỦA SỞ NỘI VỤ",
    )
    assert found.length == 3


def test_addressees_that_begin_beside_the_heading() -> None:
    found = head("Kính gửi: - Bộ Nội vụ;", "- UBND tỉnh.", "Thực hiện")
    assert [words(one) for one in found.addressees] == ["Bộ Nội vụ", "UBND tỉnh"]


def test_the_heading_of_the_party_is_no_name_of_an_office() -> None:
    found = head("ĐẢNG BỘ XÃ AN HÒA", "ĐẢNG CỘNG SẢN VIỆT NAM", "An Hòa, ngày 5 tháng 3 năm 2027", "KẾ HOẠCH")
    assert words(found.head.issuer) == "ĐẢNG BỘ XÃ AN HÒA"
    assert [one.text for one in found.unplaced] == ["ĐẢNG CỘNG SẢN VIỆT NAM"]


def test_a_subject_ends_where_the_format_sets_running_text() -> None:
    """A Word file tells how its lines are set: what is justified below a centred subject is content."""
    set_as = ("center", "center", "center", "justify")
    texts = ("THÔNG BÁO", "Về việc họp giao ban", "tháng 3 năm 2026", "Các phòng chuẩn bị báo cáo.")
    lines = [Line(text, style=Style(alignment=align)) for text, align in zip(texts, set_as, strict=True)]
    found = head_of(lines)
    assert words(found.head.subject) == "Về việc họp giao ban tháng 3 năm 2026"
    assert found.length == 3


def test_a_subject_ends_where_its_weight_does() -> None:
    """A PDF tells which words are bold: a first paragraph of one line below the bold subject is content."""
    texts = ("CHỈ THỊ", "Về việc chấn chỉnh kỷ luật", "Tình hình được viết ở đây.")
    lines = [Line(text, style=Style(bold=bold)) for text, bold in zip(texts, (True, True, False), strict=True)]
    assert words(head_of(lines).head.subject) == "Về việc chấn chỉnh kỷ luật"
