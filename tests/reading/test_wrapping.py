"""Wrapped lines rejoined."""

from __future__ import annotations

import pytest

from generator.reading.lines import Line
from generator.reading.wrapping import glue, rejoined

FULL = [
    "Tiếp tục củng cố tổ chức bộ máy của cơ quan theo hướng nâng cao hiệu",
    "quả thực hiện các chức năng, nhiệm vụ được quy định; tiếp tục thực hiện chức",
    "năng quản lý nhà nước về giáo dục theo đúng quy định của Chính phủ, Bộ, tỉnh,",
    "các trường mầm non, mẫu giáo, tiểu học và trung học cơ sở bằng nhiều hình thức",
    "thích hợp, nhất là công tác tuyên truyền đối với việc thực hiện dịch vụ công trực",
    "tuyến toàn trình và dịch vụ công trực tuyến một phần, cũng như giải quyết hồ sơ",
    "qua dịch vụ bưu chính công ích.",
]
"""A paragraph as a page wraps it: it shows how wide the page is."""


def joined(*texts: str, gap: int = 1) -> list[str]:
    """Return the logical lines of physical lines with blank lines between them."""
    lines = [Line(text, (2 * number,), gap=gap) for number, text in enumerate(texts, start=1)]
    return [line.text for line in rejoined(lines)]


def test_a_wrapped_paragraph_is_one_line_with_all_its_places() -> None:
    lines = [Line(text, (number,), gap=1) for number, text in enumerate(FULL, start=1)]
    (line,) = rejoined(lines)
    assert line.text == " ".join(FULL)
    assert line.numbers == (1, 2, 3, 4, 5, 6, 7)


@pytest.mark.parametrize(
    "heading",
    ["I. MỤC TIÊU", "2. Yêu cầu", "Phòng Giáo dục và Đào tạo xây dựng kế hoạch như sau:"],
)
def test_a_line_with_room_for_the_next_word_ends_its_paragraph(heading: str) -> None:
    assert joined(heading, *FULL) == [heading, " ".join(FULL)]


def test_a_full_line_goes_on_with_a_capital() -> None:
    cut = [
        *FULL[:2],
        "năng quản lý nhà nước về giáo dục theo đúng quy định của Chính phủ và của Bộ",
        "Giáo dục và Đào tạo.",
    ]
    assert joined(*cut, *FULL)[0].endswith("của Bộ Giáo dục và Đào tạo.")


def test_a_sentence_that_ends_at_the_edge_does_not_end_the_paragraph() -> None:
    """The next line is as wide as the page, so it is not the indented first line of another paragraph."""
    edge = "năng quản lý nhà nước về giáo dục theo đúng quy định của Chính phủ và của Bộ."
    wide = "Thực hiện tốt việc tiếp nhận và trả kết quả tại nhà qua dịch vụ bưu chính công ích"
    paragraph = [*FULL[:2], edge, wide, *FULL[5:]]
    assert joined(*FULL, *paragraph) == [" ".join(FULL), " ".join(paragraph)]


@pytest.mark.parametrize("label", ["- ", "a) ", "3. ", "+ ", "Điều 4. "])
def test_a_label_begins_a_line(label: str) -> None:
    assert joined(*FULL[:3], label + "Rà soát các quy định") == [" ".join(FULL[:3]), label + "Rà soát các quy định"]


def test_a_dash_inside_a_word_pair_is_no_label() -> None:
    cut = "theo hướng nâng cao hiệu quả thực hiện nhiệm vụ thúc đẩy phát triển nền kinh tế"
    assert joined(*FULL, *FULL[:2], cut, "- xã hội của huyện.")[-1].endswith("kinh tế - xã hội của huyện.")


@pytest.mark.parametrize(("before", "after"), [("khoản", "2. Điều này"), ("Nghị quyết số", "19. Điều")])
def test_a_number_that_a_citation_asks_for_is_no_label(before: str, after: str) -> None:
    cut = f"theo hướng nâng cao hiệu quả thực hiện các chức năng và nhiệm vụ tại {before}"
    assert joined(*FULL, *FULL[:2], cut, after)[-1].endswith(f"{before} {after}")


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("số 86/KH-", "UBND ngày", "số 86/KH-UBND ngày"),
        ("71/2014/TTLT-BTC-", "BNV ngày", "71/2014/TTLT-BTC-BNV ngày"),
        ("số 18/CT-", "TTg", "số 18/CT-TTg"),
        ("số 86/KH", "-UBND ngày", "số 86/KH-UBND ngày"),
        ("kinh tế -", "xã hội", "kinh tế - xã hội"),
        ("giai đoạn 2021-", "2025", "giai đoạn 2021-2025"),
        ("Kết quả/", "sản phẩm", "Kết quả/sản phẩm"),
        ("Số:", "/KH-SGDĐT", "Số:/KH-SGDĐT"),
        ("thể chế", "hành chính", "thể chế hành chính"),
    ],
)
def test_symbols_are_joined_without_a_space(before: str, after: str, whole: str) -> None:
    assert before + glue(before, after) + after == whole
    assert joined(before, after) == [whole] or after[0].isupper()


class TestOneParagraphALine:
    """Where nothing was wrapped only a page break splits a paragraph."""

    long = "Tổ chức thực hiện có hiệu quả Đề án đổi mới việc thực hiện cơ chế một cửa, một cửa liên thông " * 2

    @pytest.mark.parametrize(
        "rest", ["dụng Hệ thống quản lý chất lượng.", "(BCCI); không để trễ hẹn.", "2030 của tỉnh."]
    )
    def test_the_rest_of_a_sentence_is_joined(self, rest: str) -> None:
        assert joined(self.long.strip(), rest) == [f"{self.long.strip()} {rest}"]

    @pytest.mark.parametrize(
        "after", ["Rà soát, kiến nghị phương án.", "4. Cải cách chế độ công vụ", "- Bám sát chủ trương"]
    )
    def test_another_paragraph_is_not(self, after: str) -> None:
        assert joined(self.long.strip(), after) == [self.long.strip(), after]

    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("KẾ HOẠCH", "Thực hiện cải cách hành chính năm 2023"),
            ("6. Xây dựng chính quyền điện tử, chính quyền số", "1. Triển khai"),
            ("Số: /KH-SGDĐT", "Sóc Trăng, ngày tháng 12 năm 2022"),
            ("Nơi nhận:", "như trên;"),
            ("Phụ lục", "phân công nhiệm vụ"),
            ("được hướng dẫn./.", "và tiếp theo"),
            ("(Kèm theo Kế hoạch của Sở)", "nhiệm vụ cụ thể"),
            ("GIÁM ĐỐC", "Châu Văn Bình"),
        ],
    )
    def test_components_stand_alone(self, before: str, after: str) -> None:
        assert joined(before, after) == [before, after]

    def test_a_label_alone_takes_the_next_line(self) -> None:
        assert joined("1.", "Mục đích, yêu cầu") == ["1. Mục đích, yêu cầu"]


def test_table_rows_are_never_joined() -> None:
    rows = [Line("a\tb", (1,), cells=("a", "b")), Line("c\td", (2,), cells=("c", "d"))]
    assert rejoined(rows) == rows


def test_nothing_gives_nothing() -> None:
    assert rejoined([]) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của", "Chính phủ về công tác văn thư;"),
        ("Căn cứ Thông tư số 30/2024/TT-BGDĐT ngày 30 tháng 12 năm 2024", "Bộ Giáo dục và Đào tạo ban hành;"),
    ],
)
def test_a_long_basis_goes_on_until_its_end_mark(lines: tuple[str, str]) -> None:
    """Also in a document too short to show how wide its page is."""
    assert joined(*lines, "Xét đề nghị của Chánh Văn phòng.") == [" ".join(lines), "Xét đề nghị của Chánh Văn phòng."]


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("Gửi về https://so.gov.vn/hoi-dap/", "a.htm", "Gửi về https://so.gov.vn/hoi-dap/a.htm"),
        ("Gửi về vanthu@so.tinh.", "gov.vn trước ngày 5", "Gửi về vanthu@so.tinh.gov.vn trước ngày 5"),
        ("Gửi về vanthu@", "so.tinh.gov.vn trước ngày 5", "Gửi về vanthu@so.tinh.gov.vn trước ngày 5"),
    ],
)  # fmt: skip
def test_an_address_of_the_net_is_put_together(before: str, after: str, whole: str) -> None:
    assert joined(before, after) == [whole]


def test_an_announcing_sentence_is_no_part_of_the_subject() -> None:
    subject = "Dự họp thẩm tra các báo cáo, tờ trình, dự thảo nghị quyết trình kỳ họp"
    sentence = "Ban Văn hóa - Xã hội Hội đồng nhân dân tỉnh trân trọng kính mời:"
    assert joined("GIẤY MỜI", subject, sentence, *FULL)[1:3] == [subject, sentence]


def test_a_short_text_shows_its_width_by_three_full_lines() -> None:
    addressee = "Kính gửi: Các phòng: Kinh tế, Hạ tầng và Đô thị; Văn hóa - Xã hội; Trung tâm"
    assert joined(addressee, "Phục vụ hành chính công phường", *FULL[:3]) == [
        f"{addressee} Phục vụ hành chính công phường",
        " ".join(FULL[:3]),
    ]


def test_the_enacting_words_stand_alone() -> None:
    before = "Xét đề nghị của Trưởng phòng Văn hóa - Xã hội tại Tờ trình số 77/TTr-VHXH năm 2026,"
    assert joined(before, "QUYẾT ĐỊNH:", "Điều 1. Một", *FULL)[:2] == [before, "QUYẾT ĐỊNH:"]
