"""PDF files as lines: reading order, paragraphs by where they stand, what belongs to pages."""

from __future__ import annotations

import logging

import pytest

from generator.reading.pdf.reader import pdf_lines, read_pdf
from tests.reading.pdf.drawn import Drawn, Text, body, pdf_of

HEAD = [
    Text(90, 60, "UBND TỈNH AN BÌNH", 10),
    Text(300, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 10, bold=True),
    Text(100, 75, "SỞ NỘI VỤ", 10, bold=True),
    Text(320, 75, "Độc lập - Tự do - Hạnh phúc", 10, bold=True),
    Text(95, 90, "Số: 05/KH-SNV", 10),
    Text(305, 95, "An Bình, ngày 05 tháng 3 năm 2026", 10),
    Text(270, 130, "KẾ HOẠCH", 10, bold=True),
]
FULL = "Thực hiện nhiệm vụ được giao trong năm và các nhiệm vụ phát sinh"
"""448 points wide, of 64 letters."""


def texts(*pages: Drawn) -> list[str]:
    return [line.text for line in pdf_lines(pdf_of(*pages), "a.pdf")[0]]


def notes(*pages: Drawn) -> dict[str | None, str | None]:
    return {note.code: note.place.quote for note in pdf_lines(pdf_of(*pages), "a.pdf")[1]}


class TestColumns:
    def test_the_letterhead_is_read_column_by_column(self) -> None:
        assert texts(Drawn(HEAD)) == [
            "UBND TỈNH AN BÌNH", "SỞ NỘI VỤ", "Số: 05/KH-SNV", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc", "An Bình, ngày 05 tháng 3 năm 2026", "KẾ HOẠCH",
        ]  # fmt: skip

    def test_columns_a_blank_apart(self) -> None:
        tight = [
            Text(80, 60, "ỦY BAN NHÂN DÂN TỈNH AN BÌNH", 14),
            Text(281, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 14),
        ]
        assert texts(Drawn([*tight, *HEAD[2:]]))[:2] == ["ỦY BAN NHÂN DÂN TỈNH AN BÌNH", "SỞ NỘI VỤ"]

    def test_a_name_that_filled_its_column_is_one_line(self) -> None:
        wrapped = [Text(85, 60, "BỘ NÔNG NGHIỆP VÀ MÔI", 14), Text(137, 75, "TRƯỜNG", 14), *HEAD[1:2], *HEAD[3:4]]
        assert texts(Drawn([*wrapped, *body([FULL, FULL, FULL], y=200)]))[0] == "BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"

    def test_recipients_beside_the_signature(self) -> None:
        ending = [
            Text(85, 400, "Nơi nhận:", 12), Text(380, 400, "KT. GIÁM ĐỐC", 14), Text(85, 416, "- Như trên;", 11),
            Text(370, 418, "PHÓ GIÁM ĐỐC", 14), Text(85, 430, "- Lưu: VT.", 11), Text(380, 480, "Nguyễn Văn A", 14),
        ]  # fmt: skip
        assert texts(Drawn(ending)) == [
            "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn A",
        ]  # fmt: skip

    def test_recipients_go_on_over_the_page(self) -> None:
        first = [
            Text(85, 760, "Nơi nhận:", 12), Text(380, 760, "GIÁM ĐỐC", 14), Text(85, 776, "- Sở A;", 11),
            Text(380, 800, "Nguyễn Văn A", 14),
        ]  # fmt: skip
        found = texts(Drawn(first), Drawn([Text(85, 80, "- Sở B;", 11), Text(85, 96, "- Lưu: VT.", 11)]))
        assert found == ["Nơi nhận:", "- Sở A;", "- Sở B;", "- Lưu: VT.", "GIÁM ĐỐC", "Nguyễn Văn A"]

    @pytest.mark.parametrize(("label", "size"), [("PHỤ LỤC", (595, 842)), ("DANH MỤC", (842, 595))])
    def test_an_appendix_is_no_rest_of_the_ending(self, label: str, size: tuple[float, float]) -> None:
        ending = [Text(85, 700, "Nơi nhận:", 12), Text(380, 700, "GIÁM ĐỐC", 14), Text(85, 716, "- Lưu: VT.", 11)]
        note = [Text(200, 110, "(Kèm theo Kế hoạch số"), Text(420, 110, "/KH-SNV của Sở)")]
        found = texts(Drawn(ending), Drawn([Text(400, 80, label), *note], size=size))
        assert found == ["Nơi nhận:", "- Lưu: VT.", "GIÁM ĐỐC", label, "(Kèm theo Kế hoạch số /KH-SNV của Sở)"]

    def test_two_who_sign_minutes(self) -> None:
        ending = [
            Text(120, 400, "THƯ KÝ"), Text(380, 400, "CHỦ TỌA"), Text(110, 480, "Trần Thị B"),
            Text(370, 480, "Nguyễn Văn A"), Text(85, 520, "Nơi nhận:", 12), Text(85, 536, "- Lưu: VT.", 11),
        ]  # fmt: skip
        assert texts(Drawn(ending)) == [
            "THƯ KÝ", "Trần Thị B", "CHỦ TỌA", "Nguyễn Văn A", "Nơi nhận:", "- Lưu: VT.",
        ]  # fmt: skip


class TestParagraphs:
    @pytest.mark.parametrize(
        ("lines", "paragraphs"),
        [
            (["\t" + FULL[:58], "trong năm.", "\tPhần hai."], 2),
            (["\t" + FULL[:55] + " Khoản", "2. Điều 5 của Luật.", "\tPhần hai."], 2),
            (["\t" + FULL[:46] + "số 86/KH-", "UBND ngày 05 tháng 3."], 1),
            (["\t" + FULL[:57] + ".", "\tTiếp theo một đoạn."], 2),
            (["\t1. Mục tiêu", "\tMột đoạn."], 2),
            ([FULL, FULL, "cuối.", "Đoạn khác."], 2),
        ],
    )
    def test_lines_are_rejoined_by_width_and_indent(self, lines: list[str], paragraphs: int) -> None:
        width = [FULL + "..", FULL + "..", FULL + ".."]
        found = texts(Drawn([*body(lines), *body(width, y=200, leading=60)]))
        assert len(found) - 3 == paragraphs

    def test_a_paragraph_goes_on_over_the_page(self) -> None:
        first = Drawn(body([FULL, FULL, "\t" + FULL[:58]], y=700))
        assert texts(first, Drawn(body(["trong năm nay."])))[-1].endswith("vụ phá trong năm nay.")

    def test_a_title_and_the_note_below_it_stay_apart(self) -> None:
        centred = [
            Text(160, 300, "Quy chế phối hợp của tỉnh An Bình trong năm"),
            Text(150, 320, "(Kèm theo Quyết định số 5/QĐ-A của"),
        ]
        assert len(texts(Drawn([*body([FULL, FULL, FULL]), *centred]))) == 3


class TestPages:
    def test_page_numbers_and_running_lines_are_left_out_and_named(self) -> None:
        pages = [
            Drawn([Text(290, 30, str(n)), *body([f"Trang thứ {n}."]), Text(85, 825, f"Kế hoạch | trang {n}", 9)])
            for n in (2, 3, 4)
        ]
        assert texts(*pages) == ["Trang thứ 2.", "Trang thứ 3.", "Trang thứ 4."]
        assert notes(*pages) == {"page-number": "4", "repeated-footer": "Kế hoạch | trang 4"}

    def test_labels_of_forms_that_stand_high_on_their_pages_stay(self) -> None:
        forms = [
            Drawn([Text(250, 45, f"Biểu số 0{n}/CCHC", bold=True), Text(230, 72, f"THỐNG KÊ {n}", bold=True)])
            for n in (1, 2, 3)
        ]
        assert texts(*forms) == [words for n in (1, 2, 3) for words in (f"Biểu số 0{n}/CCHC", f"THỐNG KÊ {n}")]
        assert notes(*forms) == {}

    def test_a_number_in_the_text_stays(self) -> None:
        assert texts(Drawn(body(["Số lượng:", "7", "Hết."]))) == ["Số lượng:", "7", "Hết."]

    def test_text_turned_aside_is_named(self) -> None:
        aslant = Text(100, 600, "BẢN NHÁP", 40, matrix="0.7 0.7 -0.7 0.7")
        upright = Text(40, 600, "Công văn đến", matrix="0 1 -1 0")
        found = pdf_lines(pdf_of(Drawn([*body(["Một đoạn."] * 3), aslant, upright])), "a.pdf")
        assert [line.text for line in found[0]] == ["Một đoạn."] * 3
        assert [note.place.quote for note in found[1]] == ["Công văn đến", "BẢN NHÁP"]

    def test_a_page_on_its_side_is_turned(self) -> None:
        rising = [
            Text(100 + 20 * n, 700, words, matrix="0 1 -1 0") for n, words in enumerate(("Dòng một.", "Dòng hai."))
        ]
        assert texts(Drawn(rising)) == ["Dòng một.", "Dòng hai."]
        assert texts(Drawn(rising, rotate=90)) == ["Dòng một.", "Dòng hai."]

    def test_nothing_of_a_long_page_on_its_side_is_cut_off(self) -> None:
        lines = [f"Dòng thứ {n} của trang." for n in range(36)]
        assert texts(Drawn(body(lines), rotate=90)) == lines
        assert texts(Drawn(body(lines), rotate=270)) == lines

    def test_a_page_upside_down_is_turned(self) -> None:
        lines = [
            Text(500, 700 - 20 * n, words, matrix="-1 0 0 -1") for n, words in enumerate(("Dòng một.", "Dòng hai."))
        ]
        assert texts(Drawn(lines)) == ["Dòng một.", "Dòng hai."]
        mirrored = [*body(["Một đoạn."] * 3), Text(500, 300, "Một đoạn in ngược", matrix="-1 0 0 1")]
        assert texts(Drawn(mirrored)) == ["Một đoạn."] * 3

    def test_a_page_that_is_a_picture_is_named(self) -> None:
        found = pdf_lines(pdf_of(Drawn(body(["Một đoạn."])), Drawn(pictured=True)), "a.pdf")[1]
        assert [(note.code, "trang 2" in note.message) for note in found] == [("page-without-text", True)]

    def test_the_picture_of_a_signature_is_said_and_not_taken(self) -> None:
        form = (
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << /Font << /F1 10 0 R >> >> /Length 58 >>"
        )
        drawn = b"BT /F1 9 Tf 1 0 0 1 0 0 Tm <%s> Tj ET" % "Số: 12".encode("utf-16-be").hex().encode()
        shown = form.replace(b"58", b"%d" % len(drawn)) + b"\nstream\n" + drawn + b"\nendstream"
        field = b"<< /Type /Annot /Subtype /Widget /FT /Sig /Rect [0 0 99 99] /AP << /N 21 0 R >> >>"
        page = Drawn(HEAD, extra=b"/Annots [20 0 R]", objects=(field, shown))
        lines, found = pdf_lines(pdf_of(page), "a.pdf")
        assert [(note.code, note.place.quote) for note in found] == [("signature-graphic", "Số: 12")]
        assert "Số: 12" not in {line.text for line in lines}


def test_a_reading_has_the_components() -> None:
    reading = read_pdf(pdf_of(Drawn(HEAD)), "a.pdf")
    assert reading.head.issuer is not None
    assert reading.head.issuer.text == "SỞ NỘI VỤ"
    assert reading.head.place_date is not None
    assert reading.diagnostics == ()


def test_no_line_of_the_libraries_reaches_the_user(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "generator"):
        pdf_lines(pdf_of(Drawn([*HEAD, Text(85, 300, "x", font="F9")])), "a.pdf")
    assert caplog.records == []
    assert logging.getLogger("pdfminer").level == logging.NOTSET


def test_numbers_of_two_parts_at_the_edge_begin_paragraphs() -> None:
    lines = [
        "\t1. Rà soát các quy định về thủ tục hành chính trong cả năm.",
        "1.1. Lập danh mục các quy định về thủ tục hành chính trong ngành",
        "giáo dục của tỉnh.",
        "1.2. Công bố danh mục các quy định về thủ tục hành chính của cả",
        "ngành tại bộ phận một cửa.",
    ]
    assert [words.split()[0] for words in texts(Drawn(body(lines)))] == ["1.", "1.1.", "1.2."]


def test_a_long_title_below_an_authority_goes_on_on_the_next_line() -> None:
    foot = [
        Text(85, 500, "Nơi nhận:", 12),
        Text(370, 500, "KT. TRƯỞNG PHÒNG QUẢN LÝ", 13, bold=True),
        Text(85, 509, "- Như trên;", 11),
        Text(419, 517, "NGÂN SÁCH", 13, bold=True),
        Text(85, 526, "- Lưu: VT.", 11),
        Text(396, 534, "PHÓ TRƯỞNG PHÒNG", 13, bold=True),
        Text(410, 600, "Nguyễn Văn A", 13, bold=True),
    ]
    signature = read_pdf(
        pdf_of(Drawn([*body(["Một đoạn chạy hết chiều ngang của trang giấy, cho đến lề phải./."]), *foot])), "a.pdf"
    ).signature
    assert [one.text for one in signature.authority] == ["KT. TRƯỞNG PHÒNG QUẢN LÝ NGÂN SÁCH"]
    assert signature.position is not None
    assert signature.position.text == "PHÓ TRƯỞNG PHÒNG"
