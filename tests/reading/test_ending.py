"""Nơi nhận and the signature."""

from __future__ import annotations

import pytest

from generator.reading.ending import EndingFound, ending_of
from generator.reading.lines import Line
from generator.reading.reading import RecipientLine


def ending(*texts: str) -> EndingFound:
    return ending_of([Line(text, (number,)) for number, text in enumerate(texts, start=1)])


def test_recipients_with_purposes_and_the_archive_line() -> None:
    found = ending("Nơi nhận:", "- Sở Nội vụ (để báo cáo);", "- Phòng Kế hoạch - Tài chính;", "- Lưu: VT, TCCB.")
    assert found.recipients == [
        RecipientLine("Sở Nội vụ", "để báo cáo", ";", (2,)),
        RecipientLine("Phòng Kế hoạch - Tài chính", "", ";", (3,)),
    ]
    assert found.archive == RecipientLine("Lưu: VT, TCCB", "", ".", (4,))
    assert found.recipients[0].text == "Sở Nội vụ (để báo cáo)"


def test_a_wrapped_item_is_rejoined() -> None:
    found = ending(
        "Nơi nhận:", "- Các trường MN, MG, TH,", "TH-THCS, THCS (thực hiện);", "- Lưu: VT.", "GIÁM ĐỐC", "Lê An"
    )
    assert found.recipients == [RecipientLine("Các trường MN, MG, TH, TH-THCS, THCS", "thực hiện", ";", (2, 3))]
    assert found.signature.name is not None


def test_capitals_that_end_an_item_are_no_signature() -> None:
    found = ending("Nơi nhận:", "- Phòng chuyên môn, nghiệp vụ Sở", "GD&ĐT;", "- Lưu: VT.", "GIÁM ĐỐC", "Lê An")
    assert [one.name for one in found.recipients] == ["Phòng chuyên môn, nghiệp vụ Sở GD&ĐT"]
    assert found.signature.position is not None


@pytest.mark.parametrize("lines", [("Như trên;", "Lưu: VT."), ("- Như trên;", "Lưu: VT.")])
def test_items_that_lost_their_dash(lines: tuple[str, ...]) -> None:
    found = ending("Nơi nhận:", *lines)
    assert [one.name for one in found.recipients] == ["Như trên"]
    assert found.archive is not None


def test_brackets_that_hold_no_purpose_belong_to_the_name() -> None:
    assert ending("Nơi nhận:", "- Cục Kiểm soát (VPCP);").recipients[0].name == "Cục Kiểm soát (VPCP)"


@pytest.mark.parametrize(
    ("lines", "authority", "position", "name"),
    [
        (("GIÁM ĐỐC", "Châu Văn Bình"), [], "GIÁM ĐỐC", "Châu Văn Bình"),
        (("KT.GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê An"), ["KT.GIÁM ĐỐC"], "PHÓ GIÁM ĐỐC", "Lê An"),
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê An"),
         ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], "PHÓ CHỦ TỊCH", "Lê An"),
        (("Q. GIÁM ĐỐC", "Lê An"), ["Q. GIÁM ĐỐC"], None, "Lê An"),
        (("Hiệu trưởng", "Lê An"), [], "Hiệu trưởng", "Lê An"),
        (("GIÁM ĐỐC",), [], "GIÁM ĐỐC", None),
    ],
)  # fmt: skip
def test_signatures(lines: tuple[str, ...], authority: list[str], position: str | None, name: str | None) -> None:
    for texts in (("Nơi nhận:", "- Lưu: VT.", *lines), (*lines, "Nơi nhận:", "- Lưu: VT.")):
        signature = ending(*texts).signature
        assert [one.text for one in signature.authority] == authority
        assert (signature.position and signature.position.text) == position
        assert (signature.name and signature.name.text) == name


def test_remarks_in_place_of_the_signature() -> None:
    found = ending("Nơi nhận:", "- Lưu: VT.", "GIÁM ĐỐC", "(Đã", "( Đã kí", ")", "Lê Văn An")
    assert [mark.text for mark in found.signature.marks] == ["(Đã", "( Đã kí", ")"]
    assert found.unplaced == []


def test_what_fits_nowhere_is_kept() -> None:
    found = ending("Nơi nhận:", "- Lưu: VT.", "GIÁM ĐỐC", "Lê Văn An", "Một câu thừa ở cuối văn bản này.")
    assert [one.text for one in found.unplaced] == ["Một câu thừa ở cuối văn bản này."]


def test_a_signature_between_the_recipients() -> None:
    """A program that reads across both columns puts it there."""
    found = ending("Nơi nhận:", "KT. GIÁM ĐỐC", "- Như trên;", "PHÓ GIÁM ĐỐC", "- Lưu: VT.", "Lê Văn An")
    assert [one.name for one in found.recipients] == ["Như trên"]
    assert found.archive is not None
    assert [one.text for one in found.signature.authority] == ["KT. GIÁM ĐỐC"]
    assert (found.signature.position and found.signature.position.text) == "PHÓ GIÁM ĐỐC"
    assert found.unplaced == []


@pytest.mark.parametrize(
    "lines",
    [("THƯ KÝ", "CHỦ TỌA", "Hồ Kim Oanh", "Võ Thành Trung"), ("THƯ KÝ", "Hồ Kim Oanh", "CHỦ TỌA", "Võ Thành Trung")],
)
def test_the_chair_signs_minutes_and_the_secretary_is_named(lines: tuple[str, ...]) -> None:
    found = ending(*lines, "Nơi nhận:", "- Lưu: VT.")
    assert (found.signature.position and found.signature.position.text) == "CHỦ TỌA"
    assert (found.signature.name and found.signature.name.text) == "Võ Thành Trung"
    assert found.secretary is not None
    assert (found.secretary.position and found.secretary.position.text) == "THƯ KÝ"
    assert (found.secretary.name and found.secretary.name.text) == "Hồ Kim Oanh"
    assert found.unplaced == []


def test_a_single_name_below_two_positions_is_that_of_the_chair() -> None:
    found = ending("THƯ KÝ", "CHỦ TỌA", "Võ Thành Trung", "Nơi nhận:", "- Lưu: VT.")
    assert (found.signature.name and found.signature.name.text) == "Võ Thành Trung"
    assert found.secretary is not None
    assert found.secretary.name is None


@pytest.mark.parametrize(
    "lines",
    [
        (
            "ĐẠI DIỆN BÊN A",
            "KT. GIÁM ĐỐC",
            "PHÓ GIÁM ĐỐC",
            "Lê Kim An",
            "ĐẠI DIỆN BÊN B",
            "GIÁM ĐỐC",
            "Võ Thành Trung",
        ),
        ("ĐẠI DIỆN BÊN A", "ĐẠI DIỆN BÊN B", "PHÓ GIÁM ĐỐC", "GIÁM ĐỐC", "Lê Kim An", "Võ Thành Trung"),
    ],
)
def test_both_parties_sign_a_contract(lines: tuple[str, ...]) -> None:
    found = ending(*lines)
    signed = [found.signature, found.counterparty]
    assert [one and one.party and one.party.text for one in signed] == ["ĐẠI DIỆN BÊN A", "ĐẠI DIỆN BÊN B"]
    assert [one and one.position and one.position.text for one in signed] == ["PHÓ GIÁM ĐỐC", "GIÁM ĐỐC"]
    assert [one and one.name and one.name.text for one in signed] == ["Lê Kim An", "Võ Thành Trung"]
    assert found.unplaced == []


def test_one_party_alone_is_no_contract() -> None:
    found = ending("ĐẠI DIỆN BÊN A", "GIÁM ĐỐC", "Hồ Kim Oanh", "Nơi nhận:", "- Lưu: VT.")
    assert found.counterparty is None
    assert found.signature.name is not None


def test_a_second_title_above_the_name() -> None:
    signature = ending("TRƯỞNG BAN", "CHỦ TỊCH UBND TỈNH", "Lê An", "Nơi nhận:", "- Lưu: VT.").signature
    assert (signature.second_title and signature.second_title.text) == "CHỦ TỊCH UBND TỈNH"
    assert (signature.name and signature.name.text) == "Lê An"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("TRƯỞNG", "PHÒNG CẢI CÁCH HÀNH CHÍNH"), "TRƯỞNG PHÒNG CẢI CÁCH HÀNH CHÍNH"),
        (("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "PHÓ GIÁM ĐỐC"),
    ],
)
def test_a_position_that_a_line_break_parts_in_one_paragraph_is_one(texts: tuple[str, ...], expected: str) -> None:
    lines = [*(Line(text, (3,)) for text in texts), Line("Nguyễn Văn A", (5,))]
    signature = ending_of(lines).signature
    assert signature.position is not None
    assert signature.name is not None
    assert (signature.position.text, signature.name.text) == (expected, "Nguyễn Văn A")


def test_two_who_sign_minutes_on_both_sides_of_the_recipients() -> None:
    found = ending("THƯ KÝ", "Trần Thị B", "Nơi nhận:", "- Các phòng;", "- Lưu: VT.", "CHỦ TỌA", "Nguyễn Văn A")
    assert found.secretary is not None
    assert found.secretary.name is not None
    assert found.secretary.name.text == "Trần Thị B"
    assert found.signature.position is not None
    assert found.signature.name is not None
    assert (found.signature.position.text, found.signature.name.text) == ("CHỦ TỌA", "Nguyễn Văn A")
    assert found.unplaced == []
