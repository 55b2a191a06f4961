"""Hand-made Word files: every way to set the letterhead, the signature, lists and tables."""

from __future__ import annotations

import pytest

from generator.errors import DataError
from generator.reading.grids import Grid
from generator.reading.lines import Passage, Span
from generator.reading.outline import Node
from generator.reading.reading import Head, Reading
from generator.reading.word import read_word
from tests.old_encodings import in_tcvn3
from tests.ooxml.formatting.word_file import p, r
from tests.reading.word.word_documents import (
    CONTENT,
    DATE,
    FOOT,
    HEAD,
    NATION,
    NUMBER,
    OFFICE,
    RECIPIENTS,
    SIGNATURE,
    merged,
    paragraphs,
    read,
    table,
    whole,
    word,
)


def words(passage: Passage | None) -> str | None:
    return passage.text if passage else None


def head_texts(head: Head) -> tuple[str | None, ...]:
    return tuple(
        map(words, (head.parent, head.issuer, head.national_name, head.motto, head.number_line, head.place_date))
    )


def box(*texts: str) -> str:
    return (
        "<w:r><w:pict><v:shape style='width:200pt;height:50pt'><v:textbox><w:txbxContent>"
        f"{paragraphs(*texts)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


TAB = "<w:r><w:tab/></w:r>"
HEADS = {
    "bảng": HEAD,
    "bảng một hàng": table((paragraphs(*OFFICE, NUMBER), paragraphs(*NATION, DATE))),
    "bảng lệch cột": table((merged("".join(OFFICE[:1])), merged(NATION[0], gridSpan="2")),
                           (merged(OFFICE[1], gridSpan="2"), merged(NATION[1])),
                           (merged(NUMBER), merged(DATE, gridSpan="2"))),
    "tab": "".join(p(left, TAB, right) for left, right in zip((*OFFICE, NUMBER), (*NATION, DATE), strict=True)),
    "khoảng trắng": paragraphs(
        f"{OFFICE[0]}          {NATION[0]}", f"{OFFICE[1]}              {NATION[1]}", f"{NUMBER}      {DATE}"
    ),
    "hộp chữ": p(box(*OFFICE, NUMBER), box(*NATION, DATE)),
    "ngắt dòng mềm": table((p("<w:r><w:t>" + OFFICE[0] + "</w:t><w:br/><w:t>" + OFFICE[1] + "</w:t></w:r>"),
                            p("<w:r><w:t>" + NATION[0] + "</w:t><w:br/><w:t>" + NATION[1] + "</w:t></w:r>")),
                           (NUMBER, DATE)),
    "chữ hoa do định dạng": table((paragraphs(*OFFICE), p(r(NATION[0].lower(), "<w:caps/>")) + p(NATION[1])),
                                  (NUMBER, DATE)),
    "tên nước ngắt đôi": table((paragraphs(*OFFICE), paragraphs("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "VIỆT NAM", NATION[1])),
                               (NUMBER, DATE)),
    "kẻ bằng dấu gạch": table((paragraphs(*OFFICE, "-------"), paragraphs(*NATION, "_____________")), (NUMBER, DATE)),
}  # fmt: skip


@pytest.mark.parametrize("name", HEADS)
def test_letterheads(name: str) -> None:
    reading = read(whole(head=HEADS[name])).reading
    assert head_texts(reading.head) == (*OFFICE, *NATION, NUMBER, DATE)
    assert (words(reading.head.type_name), words(reading.head.subject)) == CONTENT[:2]
    assert reading.unplaced == ()


def test_a_letterhead_in_the_header_of_the_first_page() -> None:
    first = '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:titlePg/></w:sectPr>'
    reading = read(whole(head="") + first, header1=HEAD).reading
    assert head_texts(reading.head) == (*OFFICE, *NATION, NUMBER, DATE)
    assert reading.diagnostics == ()


FEET = {
    "bảng": FOOT,
    "bảng, chữ ký có dòng trống": table((paragraphs(*RECIPIENTS), paragraphs("GIÁM ĐỐC", "", "", "", "Nguyễn Văn A"))),
    "tab": p(RECIPIENTS[0], TAB, SIGNATURE[0]) + paragraphs(*RECIPIENTS[1:3]) + p(RECIPIENTS[3], TAB, SIGNATURE[2]),
    "không bảng": paragraphs(*SIGNATURE, *RECIPIENTS),
    "hai bảng": table(("", paragraphs(*SIGNATURE))) + p("") + paragraphs(*RECIPIENTS),
}


@pytest.mark.parametrize("name", FEET)
def test_signatures(name: str) -> None:
    reading = read(whole(foot=FEET[name])).reading
    assert [one.text for one in reading.recipients] == ["UBND tỉnh (để báo cáo)", "Các phòng"]
    assert reading.archive
    assert reading.archive.name == "Lưu: VT, CCHC"
    assert (words(reading.signature.position), words(reading.signature.name)) == ("GIÁM ĐỐC", "Nguyễn Văn A")
    assert reading.unplaced == ()


def test_numbers_lead_to_the_formatted_paragraphs() -> None:
    found = read(whole())
    numbered = [line for line in found.reading.lines if line.numbers]
    assert len(numbered) == len(found.reading.lines)
    for line in numbered:
        assert " ".join(found.formatted.paragraph(number).text for number in line.numbers) == line.text


def level(place: int, form: str, text: str) -> str:
    return f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + "".join(level(*one) for one in ((0, "upperRoman", "%1."), (1, "decimal", "%2."), (2, "lowerLetter", "%3)"),
                                      (3, "bullet", "-")))
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)  # fmt: skip


def item(text: str, place: int) -> str:
    return p(text, ppr=f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="1"/></w:numPr>')


def nodes(found: tuple[Node, ...]) -> list[tuple[str, str]]:
    return [(node.label, node.text) for top in found for node in top.walk()]


def test_automatic_labels_make_the_outline() -> None:
    items = (("MỤC ĐÍCH", 0), ("Yêu cầu", 1), ("Một;", 2), ("hai.", 3), ("Hai.", 2), ("TỔ CHỨC", 0))
    body = HEAD + paragraphs(*CONTENT[:4]) + "".join(item(*one) for one in items) + FOOT
    reading = read(body, numbering=NUMBERING).reading
    assert nodes(reading.outline) == [
        ("I.", "MỤC ĐÍCH"), ("1.", "Yêu cầu"), ("a)", "Một;"), ("-", "hai."), ("b)", "Hai."), ("II.", "TỔ CHỨC")
    ]  # fmt: skip
    assert [line.style.list_level for line in reading.lines if line.text == "a) Một;"] == [2]


def test_an_empty_paragraph_of_a_list_is_no_line() -> None:
    assert "2." not in [line.text for line in read(item("Một", 1) + item("", 1), numbering=NUMBERING).reading.lines]


def test_a_paragraph_is_whole_however_long_the_next_one_is() -> None:
    running = "Căn cứ Quyết định số 158/QĐ-UBND ngày 03 tháng 02 năm 2023 của Ủy ban nhân dân tỉnh Sông Vân"
    body = HEAD + paragraphs(*CONTENT[:2], running, "Sở Nội vụ ban hành Kế hoạch, như sau:", *CONTENT[4:]) + FOOT
    reading = read(body).reading
    assert len(reading.bases.items) == 1
    assert [one.text for one in reading.preamble] == ["Sở Nội vụ ban hành Kế hoạch, như sau:"]


def test_a_sentence_cut_by_a_break_or_a_new_paragraph_is_one() -> None:
    body = p("<w:r><w:t>1. Rà soát các</w:t><w:br/><w:t>thủ tục</w:t></w:r>") + paragraphs("hành chính.", "2. Hai.")
    lines = read(whole(body)).reading.lines
    assert [line.text for line in lines if line.text[:1] in "12"][-2:] == [
        "1. Rà soát các thủ tục hành chính.",
        "2. Hai.",
    ]


def test_a_file_of_printed_lines_is_joined_to_paragraphs() -> None:
    printed = (
        "Tăng cường ứng dụng công nghệ thông tin trong hoạt động của cơ quan hành chính nhà",
        "nước ở địa phương.",
    )
    long = [one for number in range(30) for one in (f"- Mục {number + 10}: {printed[0].lower()}", printed[1])]
    texts = [line.text for line in read(whole(paragraphs(*long))).reading.lines]
    assert f"- Mục 10: {printed[0].lower()} {printed[1]}" in texts


def grid(reading: Reading) -> Grid:
    return next(node.grid for top in reading.outline for node in top.walk() if node.grid)


TASKS = table(
    ("STT", "Nhiệm vụ", "Chủ trì", "Thời gian"),
    (merged("1", vMerge="restart"), "Rà soát", "Phòng A", "Quý I"),
    ("<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>", paragraphs("- Một;", "- Hai."), "Phòng B", "Quý II"),
    (merged("Tổng số", gridSpan="2"), "hai", ""),
    lines=True,
)


def test_data_tables_are_rows_of_cells_with_spans() -> None:
    found = grid(read(whole(TASKS)).reading)
    assert found.headings == ("STT", "Nhiệm vụ", "Chủ trì", "Thời gian")
    assert [row.cells for row in found.rows] == [
        ("1", "Rà soát", "Phòng A", "Quý I"), ("", "- Một;\n- Hai.", "Phòng B", "Quý II"), ("Tổng số", "", "hai", "")
    ]  # fmt: skip
    assert found.rows[0].spans[0] == Span(1, 2)
    assert found.rows[1].spans[0] == Span(0, 0)
    assert found.rows[2].spans[:2] == (Span(2, 1), Span(0, 0))


def test_empty_rows_are_left_out_and_not_counted() -> None:
    rows = (merged("a", vMerge="restart"), "b"), ("<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>", "")
    data = table(("STT", "Nội dung"), *rows, ("2", "c"), lines=True)
    found = grid(read(whole(data)).reading)
    assert [row.cells for row in found.rows] == [("a", "b"), ("2", "c")]
    assert found.rows[0].spans == (Span(), Span())


def test_tables_of_other_widths_are_apart() -> None:
    other = table(("STT", "Tên"), ("1", "Một"), lines=True)
    reading = read(whole(TASKS + p("") + other)).reading
    assert [len(node.grid.headings) for top in reading.outline for node in top.walk() if node.grid] == [4, 2]


def test_a_table_without_lines_but_with_headings_holds_data() -> None:
    data = table(("STT", "Nội dung"), ("1", "Một"), ("2", "Hai"))
    assert [row.cells for row in grid(read(whole(data)).reading).rows] == [("1", "Một"), ("2", "Hai")]


def test_notes_headers_and_footers_are_named() -> None:
    sections = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    page = '<w:r><w:t xml:space="preserve">Trang </w:t></w:r><w:fldSimple w:instr="PAGE">' + r("2") + "</w:fldSimple>"
    note = f'<w:footnote w:id="2">{p("Theo số liệu năm 2025.")}</w:footnote>'
    reading = read(whole() + sections, header1=p(page) + p("Sở Nội vụ"), footnotes=note).reading
    assert [one.text for one in reading.unplaced] == ["Theo số liệu năm 2025."]
    found = {(note.code, note.place.quote) for note in reading.diagnostics}
    assert found == {("footnote", "Theo số liệu năm 2025."), ("repeated-footer", "Sở Nội vụ")}
    assert [str(note.place) for note in reading.diagnostics] == [
        "a.docx, đoạn 20, chú thích",
        "a.docx, đoạn 22, đầu trang",
    ]


def test_what_is_missing_in_a_draft_of_ours_is_missing_again() -> None:
    reading = read(
        whole(head=table((p("[CẦN BỔ SUNG: tên cơ quan ban hành]"), paragraphs(*NATION)), (NUMBER, DATE)))
    ).reading
    assert reading.head.issuer is None
    assert [note.code for note in reading.diagnostics] == ["gap"]


def test_an_old_encoding_becomes_unicode() -> None:
    old = "Uû ban nh©n d©n tØnh ®· ban hµnh kÕ ho¹ch c¶i c¸ch hµnh chÝnh"
    found = read(p(old) + p("C¨n cø LuËt Tæ chøc chÝnh quyÒn ®Þa ph­¬ng"))
    assert found.reading.lines[0].text == "Uỷ ban nhân dân tỉnh đã ban hành kế hoạch cải cách hành chính"
    assert found.formatted.paragraphs[0].text == old
    assert "legacy-encoding" in {note.code for note in found.reading.diagnostics}


def test_titles_as_they_were_typed() -> None:
    body = HEAD + paragraphs(*CONTENT[:4]) + p(r("I. Mục đích", "<w:caps/>")) + paragraphs("1. Một.")
    assert nodes(read(body).reading.outline)[0] == ("I.", "MỤC ĐÍCH")
    typed = read_word(word(body), "a.docx", as_typed=True).reading
    assert nodes(typed.outline)[0] == ("I.", "Mục đích")


def test_styles_of_lines() -> None:
    lines = read(p(r("Đậm", '<w:b/><w:sz w:val="28"/>'), jc="center") + p(r("A ", "<w:i/>"), "b")).reading.lines
    assert (lines[0].style.bold, lines[0].style.size, lines[0].style.alignment) == (True, 14.0, "center")
    assert (lines[1].style.bold, lines[1].style.italic) == (False, None)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "không đọc được"),
        (b"PK\x03\x04", "không đọc được"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "đời cũ"),
        (word("")[:-30], "không đọc được"),
        (word("<w:p>"), "bị hỏng"),
    ],
)
def test_what_is_no_word_file_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(DataError, match=said) as refused:
        read_word(data, "thư mục/a.docx")
    assert refused.value.where == "thư mục/a.docx"
    assert refused.value.hint


def test_a_file_without_words_gives_an_empty_reading() -> None:
    assert read("").reading.lines == ()


def test_small_letters_of_a_font_that_draws_capitals_are_capitals() -> None:
    fonts = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'
    titles = "".join(p(r(text, fonts.format(".VnTimeH"))) for text in ("kÕ ho¹ch", "i. môc ®Ých, yªu cÇu cña kÕ ho¹ch"))
    plain = "Së Néi vô ban hµnh KÕ ho¹ch c¶i c¸ch hµnh chÝnh n¨m 2026 cña tØnh nh­ sau"
    lines = read(titles + p(r(plain, fonts.format(".VnTime")))).reading.lines
    assert [line.text for line in lines] == [
        "KẾ HOẠCH",
        "I. MỤC ĐÍCH, YÊU CẦU CỦA KẾ HOẠCH",
        "Sở Nội vụ ban hành Kế hoạch cải cách hành chính năm 2026 của tỉnh như sau",
    ]


_OLD = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'
_SENTENCE = "Së Néi vô ban hµnh KÕ ho¹ch c¶i c¸ch hµnh chÝnh n¨m 2026 cña "


def _old(text: str, font: str = ".VnTime") -> str:
    return r(text, _OLD.format(font))


def test_capitals_of_old_fonts_are_taken_run_by_run_and_in_cells() -> None:
    first = p(_old(_SENTENCE) + _old("ñ", ".VnTimeH") + _old("y ban nh©n d©n tØnh"))
    row = table((p(_old("s¶n phÈm", ".VnArial NarrowH")), p(_old("Së Néi vô"))), lines=True)
    found = read(first + row).reading
    assert [line.text for line in found.lines] == [
        "Sở Nội vụ ban hành Kế hoạch cải cách hành chính năm 2026 của Ủy ban nhân dân tỉnh",
        "SẢN PHẨM\tSở Nội vụ",
    ]
    (note,) = (one for one in found.diagnostics if one.code == "legacy-encoding")
    assert (note.place.paragraph, note.hint) == (1, None)


def test_the_number_line_keeps_its_small_letters_where_the_fonts_tell_capitals() -> None:
    head = p(_old("kÕ ho¹ch", ".VnTimeH")) + p(_old("Sè: 12/Q§-SNV")) + p(_old(_SENTENCE))
    assert [line.text for line in read(head).reading.lines][:2] == ["KẾ HOẠCH", "Số: 12/QĐ-SNV"]


def test_unicode_in_an_old_font_is_no_capital() -> None:
    texts = "Kế hoạch", "Sở Nội vụ ban hành Kế hoạch cải cách hành chính năm 2026 như sau"
    lines = read("".join(p(_old(text, ".VnTimeH")) for text in texts)).reading.lines
    assert [line.text for line in lines] == [*texts]


def test_the_letter_that_an_office_program_takes_for_a_soft_hyphen() -> None:
    old = [in_tcvn3(line) for line in (*CONTENT, "Phương hướng, nhiệm vụ của trường")]
    made = "".join(map(p, old)).replace("\u00ad", "</w:t><w:softHyphen/><w:t>")
    texts = [line.text for line in read(made).reading.lines]
    assert "Phương hướng, nhiệm vụ của trường" in texts
    assert "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;" in texts


def test_paragraphs_that_happen_to_have_one_width_stay_apart() -> None:
    bases = [
        f"Căn cứ Nghị định số 6{n}/2024/NĐ-CP ngày 26/6/2024 của Chính phủ quy định về tiếp dân {n};" for n in range(30)
    ]
    items = [line.text for line in read(paragraphs("QUYẾT ĐỊNH", *bases, *CONTENT[3:])).reading.lines]
    assert items[1:31] == bases
