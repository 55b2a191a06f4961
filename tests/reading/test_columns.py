"""Letterhead and ending set in two columns on the same lines."""

from __future__ import annotations

from generator.reading.columns import unfolded
from generator.reading.lines import RawLine


def read(text: str) -> list[tuple[int, str]]:
    raw = [RawLine(number, line) for number, line in enumerate(text.split("\n"), start=1)]
    return [(line.number, line.text) for line in unfolded(raw) if line.text.strip()]


LETTERHEAD = """\
     UBND TỈNH SÔNG VÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        SỞ NỘI VỤ                        Độc lập - Tự do - Hạnh phúc

     Số: 12/KH-SNV                Sông Vân, ngày 05 tháng 3 năm 2026
                       KẾ HOẠCH
             Cải cách hành chính"""


def test_a_letterhead_is_read_left_column_first() -> None:
    assert [text.strip() for _, text in read(LETTERHEAD)] == [
        "UBND TỈNH SÔNG VÂN",
        "SỞ NỘI VỤ",
        "Số: 12/KH-SNV",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Sông Vân, ngày 05 tháng 3 năm 2026",
        "KẾ HOẠCH",
        "Cải cách hành chính",
    ]


def test_every_piece_keeps_its_line_number() -> None:
    assert [number for number, _ in read(LETTERHEAD)] == [1, 2, 4, 1, 2, 4, 5, 6]


def test_tabs_are_columns_too() -> None:
    text = "UBND TỈNH SÔNG VÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ NỘI VỤ\tĐộc lập - Tự do - Hạnh phúc"
    assert [one for _, one in read(text)] == [
        "UBND TỈNH SÔNG VÂN",
        "SỞ NỘI VỤ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]


def test_an_ending_is_read_left_column_first() -> None:
    text = """\
Nơi nhận:                      KT. GIÁM ĐỐC
- Sở Nội vụ;                  PHÓ GIÁM ĐỐC
- Lưu: VT.

                              Lê Văn An
Phụ lục
a   b"""
    assert [one.strip() for _, one in read(text)] == [
        "Nơi nhận:",
        "- Sở Nội vụ;",
        "- Lưu: VT.",
        "KT. GIÁM ĐỐC",
        "PHÓ GIÁM ĐỐC",
        "Lê Văn An",
        "Phụ lục",
        "a   b",
    ]


def test_a_name_centred_under_a_longer_title_is_on_the_right() -> None:
    text = (
        "Nơi nhận:                         GIÁM ĐỐC\n- Sở;\n                            Nguyễn Thị Minh An\n- Lưu: VT."
    )
    assert [one.strip() for _, one in read(text)][-2:] == ["GIÁM ĐỐC", "Nguyễn Thị Minh An"]


def test_room_for_number_and_date_parts_no_columns() -> None:
    text = (
        "   UBND TỈNH AN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "   Số:     /KH-SNV     An Bình, ngày      tháng     năm 2026\nKẾ HOẠCH"
    )
    assert [" ".join(one.split()) for _, one in read(text)] == [
        "UBND TỈNH AN",
        "Số: /KH-SNV",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "An Bình, ngày tháng năm 2026",
        "KẾ HOẠCH",
    ]


def test_number_and_place_on_one_line_without_a_gutter() -> None:
    text = "Số:       /KH-SNV An Bình, ngày      tháng 12 năm 2026\nKẾ HOẠCH"
    assert [" ".join(one.split()) for _, one in read(text)] == [
        "Số: /KH-SNV",
        "An Bình, ngày tháng 12 năm 2026",
        "KẾ HOẠCH",
    ]


def test_both_blocks_of_one_text() -> None:
    ending = "Nơi nhận:                   GIÁM ĐỐC\n- Sở;\n- Lưu: VT.\n                           Lê An"
    assert [one.strip() for _, one in read(f"{LETTERHEAD}\nI. MỘT\n{ending}")][-5:] == [
        "Nơi nhận:",
        "- Sở;",
        "- Lưu: VT.",
        "GIÁM ĐỐC",
        "Lê An",
    ]


def test_text_of_one_column_stays_as_it_is() -> None:
    text = "KẾ HOẠCH\nĐiều   này   thưa\nNơi nhận:\n- Sở Nội vụ;\nGIÁM ĐỐC\n   Lê Văn An"
    assert [one for _, one in read(text)] == text.split("\n")


def test_an_attached_document_is_read_below_the_signature() -> None:
    ending = "Nơi nhận:\tGIÁM ĐỐC\n- Sở Nội vụ;\n- Lưu: VT.\tLê Văn An\n"
    attached = "QUY CHẾ\nTiếp công dân\nĐiều 1. Phạm vi"
    assert [text.strip() for _, text in read(ending + attached)][-5:] == [
        "GIÁM ĐỐC",
        "Lê Văn An",
        *attached.split("\n"),
    ]
    listed = "DANH SÁCH\n(Kèm theo Quyết định số 5/QĐ-SNV)"
    assert [text.strip() for _, text in read(ending + listed)][-3:] == ["Lê Văn An", *listed.split("\n")]
    below = "Nơi nhận:\t\n- Lưu: VT.\tTM. ỦY BAN\n\tCHỦ TỊCH\n\tLê Văn An\n" + listed
    assert [text.strip() for _, text in read(below)][-4:] == ["CHỦ TỊCH", "Lê Văn An", *listed.split("\n")]
