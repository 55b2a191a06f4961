"""The letters of a page: marks on their letters, letters drawn twice, small and raised ones."""

from __future__ import annotations

from generator.reading.pdf.reader import pdf_lines
from tests.reading.pdf.drawn import Drawn, Text, body, pdf_of


def only(*texts: Text) -> str:
    lines, _ = pdf_lines(pdf_of(Drawn([*texts])), "a.pdf")
    return " / ".join(line.text for line in lines)


def test_marks_drawn_apart_are_composed() -> None:
    lines, notes = pdf_lines(pdf_of(Drawn(body(["Co\u0323\u0302ng ho\u0300a"]))), "a.pdf")
    assert [line.text for line in lines] == ["Cộng hòa"]
    assert [note.code for note in notes] == ["cleaned"]


def test_ligatures_are_letters() -> None:
    assert only(Text(85, 80, "oﬃce ﬁle")) == "office file"


def test_a_line_drawn_twice_is_bold_and_read_once() -> None:
    twice = Drawn([Text(85, 80, "KẾ HOẠCH"), Text(85.4, 80, "KẾ HOẠCH"), *body(["Hết."], y=120)])
    first, last = pdf_lines(pdf_of(twice), "a.pdf")[0]
    assert (first.text, first.style.bold, last.style.bold) == ("KẾ HOẠCH", True, False)


def test_equal_letters_beside_each_other_stay() -> None:
    assert only(Text(85, 80, "1000000", 6)) == "1000000"


def test_a_raised_figure_belongs_to_its_line() -> None:
    assert only(Text(85, 80, "120 m"), Text(120, 75, "2", 8), Text(130, 80, "đất")) == "120 m2 đất"


def test_words_are_parted_by_gaps_where_a_file_has_no_blanks() -> None:
    assert only(Text(85, 80, "Kế"), Text(104, 80, "hoạch")) == "Kế hoạch"


def test_letters_set_apart_are_one_word() -> None:
    apart = [Text(85 + 10 * place, 80, letter) for place, letter in enumerate("SỞ")]
    assert only(*apart, Text(102, 80, " "), Text(115, 80, "NỘI"), Text(136, 80, " VỤ")) == "SỞ NỘI VỤ"


def test_what_lies_off_the_page_is_not_on_it() -> None:
    assert only(Text(85, 80, "Hết."), Text(700, 80, "ngoài"), Text(85, 900, "dưới")) == "Hết."


def test_an_old_encoding_is_converted() -> None:
    old = ["Céng hßa x· héi chñ nghÜa ViÖt Nam", "§éc lËp - Tù do - H¹nh phóc", "Sè l­îng häc sinh n¨m nay t¨ng"]
    lines, notes = pdf_lines(pdf_of(Drawn(body(old))), "a.pdf")
    assert lines[0].text == "Cộng hòa xã hội chủ nghĩa Việt Nam"
    assert notes[0].place.part == "trang 1"


def test_small_letters_of_a_font_that_draws_capitals_are_capitals() -> None:
    plain = "ban hµnh KÕ ho¹ch c¶i c¸ch hµnh chÝnh n¨m 2026 cña tØnh"
    texts = [Text(85, 80, "kÕ ho¹ch", font="F4"), Text(85, 160, "ñ", font="F4"), Text(92, 160, f"y {plain}")]
    rules = [(85, 250, 285, 250), (85, 280, 285, 280), *((x, 250.0, x, 280.0) for x in (85.0, 185.0, 285.0))]
    cells = [Text(90, 270, "s¶n phÈm", font="F4"), Text(190, 270, "s¶n phÈm")]
    lines, notes = pdf_lines(pdf_of(Drawn([*texts, *cells], rules)), "a.pdf")
    sentence = "ban hành Kế hoạch cải cách hành chính năm 2026 của tỉnh"
    assert [line.text for line in lines] == ["KẾ HOẠCH", f"Ủy {sentence}", "SẢN PHẨM\tsản phẩm"]
    assert {note.code for note in notes} == {"legacy-encoding"}


def test_unicode_in_such_a_font_stays() -> None:
    assert only(Text(85, 80, "Kế hoạch cải cách hành chính", font="F4")) == "Kế hoạch cải cách hành chính"
