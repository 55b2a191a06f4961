"""Former bodies in the words of a text: found where they write, get or do something, and left alone elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.lint.bodies import former_bodies, judged_day
from generator.lint.text import subject_of_text

_DOCUMENT = """UBND TỈNH SÔNG VÂN
SỞ NỘI VỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 21/KH-SNV
Sông Vân, {day}
KẾ HOẠCH
Cải cách hành chính năm 2027
Căn cứ Thông tư số 02/2021/TT-BTTTT ngày 21/6/2021 của Bộ Thông tin và Truyền thông quy định tiêu chuẩn;
Sở Nội vụ ban hành Kế hoạch cải cách hành chính năm 2027 như sau:
I. NHIỆM VỤ
{words}
II. TỔ CHỨC THỰC HIỆN
1. Văn phòng Sở theo dõi, đôn đốc.
Nơi nhận:
- UBND tỉnh;
- Lưu: VT, VP.
GIÁM ĐỐC
Nguyễn Văn A
"""
_DAY = "ngày 15 tháng 12 năm 2026"


def _found(words: str, day: str = _DAY) -> list[str]:
    text = _DOCUMENT.format(day=day, words=words)
    return [one.words for one in former_bodies(subject_of_text(text.encode(), "thu.txt"))]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("1. Phối hợp với Sở TN&MT rà soát thủ tục.", "Sở TN&MT"),
        ("1. Sở Lao động – Thương binh và Xã hội chủ trì.", "Sở Lao động – Thương binh và Xã hội"),
        ("1. UBND các huyện, thị xã, thành phố báo cáo.", "UBND các huyện, thị xã"),
        ("1. Uỷ ban nhân dân cấp huyện báo cáo.", "Uỷ ban nhân dân cấp huyện"),
        ("1. UBND huyện Bến Vân báo cáo.", "UBND huyện Bến Vân"),
        ("1. UBND thành phố Bến Vân báo cáo.", "UBND thành phố Bến Vân"),
        ("1. Hướng dẫn các xã, phường, thị trấn thực hiện.", "các xã, phường, thị trấn"),
        ("1. Gửi Ban Tuyên giáo Tỉnh ủy.", "Ban Tuyên giáo"),
    ],
)
def test_a_former_body_with_work_to_do_is_found(words: str, found: str) -> None:
    assert _found(words) == [found]


@pytest.mark.parametrize(
    "words",
    [
        "1. Sở Tài chính, Sở Xây dựng, UBND các xã, phường phối hợp.",
        "1. Gửi Ban Tuyên giáo và Dân vận Tỉnh ủy.",
        "1. UBND thành phố Hải Phòng, UBND Thành phố Hồ Chí Minh chia sẻ kinh nghiệm.",
        "1. UBND huyện đã thực hiện nhiệm vụ này.",
        "1. Tiếp nhận hồ sơ do UBND huyện bàn giao.",
        "1. Đến hết ngày 30/6/2025, UBND huyện thực hiện nhiệm vụ này.",
        "1. Thực hiện hướng dẫn của Bộ Thông tin và Truyền thông về chữ ký số.",
        "1. Thực hiện Công văn số 12/BTTTT-CĐS ngày 03/02/2024 của Bộ Thông tin và Truyền thông về chữ ký số.",
        "1. Sở Nông nghiệp và Phát triển nông thôn (nay là Sở Nông nghiệp và Môi trường) chủ trì.",
        "1. Xử lý cuộc thanh tra sở hữu trí tuệ.",
    ],
)
def test_what_exists_is_cited_or_is_past_is_left_alone(words: str) -> None:
    assert _found(words) == []


def test_a_body_may_be_named_until_its_last_day() -> None:
    words = "1. UBND huyện Bến Vân báo cáo."
    assert _found(words, "ngày 30 tháng 6 năm 2025") == []
    assert _found(words, "ngày 01 tháng 7 năm 2025") == ["UBND huyện Bến Vân"]


def test_a_draft_is_judged_by_as_much_of_its_day_as_it_has() -> None:
    words = "1. UBND huyện Bến Vân báo cáo."
    assert _found(words, "ngày     tháng 12 năm 2026") == ["UBND huyện Bến Vân"]
    assert _found(words, "ngày     tháng     năm 2025") == []


def test_a_plan_without_its_day_is_not_later_than_its_year() -> None:
    text = "KẾ HOẠCH\nCải cách hành chính năm 2023\nI. MỤC TIÊU\n1. UBND huyện Bến Vân báo cáo.\n"
    subject = replace(subject_of_text(text.encode(), "cu.txt"), on=date(2026, 11, 20))
    assert (judged_day(subject) or date(2023, 1, 1)) <= date(2023, 12, 31)
    assert list(former_bodies(subject)) == []
