"""What belongs to the pages is left out and named."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostic
from generator.reading.lines import Line
from generator.reading.pages import without_furniture
from generator.reading.text import physical_lines, raw_lines

WIDE = "được việc; đồng thời, có chế độ thỏa đáng cho những người làm được việc và"


def read(text: str) -> tuple[list[Line], tuple[Diagnostic, ...]]:
    return without_furniture(physical_lines(raw_lines(text)[0]))


def body(count: int, start: int = 1) -> list[str]:
    """Return so many different lines of running text."""
    return [f"{WIDE} {number}" for number in range(start, start + count)]


def spaced(*texts: str) -> str:
    """Return the lines with a blank line after each, as text comes out of a PDF."""
    return "\n\n".join(texts) + "\n"


@pytest.mark.parametrize("number", ["6", "- 6 -", "Trang 6", "6/12"])
def test_a_number_that_stands_apart_is_a_page_number(number: str) -> None:
    kept, (note,) = read(f"{spaced(*body(6))}\n\n\n{number}\n\n{spaced(*body(6, 7))}")
    assert [line.text for line in kept] == body(12)
    assert (note.code, note.place.quote, note.place.line) == ("page-number", number, 15)


def test_a_page_begins_after_it() -> None:
    kept, _ = read(f"{spaced(*body(3))}\n\n\n6\n\n{spaced(*body(2, 4))}")
    assert [line.page for line in kept] == [1, 1, 1, 2, 2]


def test_a_number_beside_a_form_feed_is_a_page_number() -> None:
    kept, (note,) = read(f"{WIDE}\n2\n\f{WIDE}\n")
    assert [(line.text, line.page) for line in kept] == [(WIDE, 1), (WIDE, 2)]
    assert note.place.quote == "2"


def test_numbers_that_count_pages_are_page_numbers() -> None:
    pages = [text for number in (2, 3, 4) for text in [*body(12, 100 * number), str(number)]]
    kept, notes = read("\n".join(pages))
    assert [note.place.quote for note in notes] == ["2", "3", "4"]
    assert len(kept) == 36


@pytest.mark.parametrize("number", ["2023", "7"])
def test_a_number_in_a_table_read_cell_by_cell_stays(number: str) -> None:
    cells = spaced(*body(8)) + spaced(*["Trong năm", number, "Lê Công", "Luận", "Chuyên viên"] * 4)
    kept, notes = read(cells)
    assert [line.text for line in kept].count(number) == 4
    assert notes == ()


def test_a_drawn_rule_is_left_out() -> None:
    kept, (note,) = read("Tên phụ lục\n______________\nNội dung\n")
    assert [line.text for line in kept] == ["Tên phụ lục", "Nội dung"]
    assert note.code == "rule-line"


def test_a_link_of_the_margin_is_left_out_and_quoted() -> None:
    link = "https://thuvienphapluat.vn/van-ban/" + "x" * 100
    kept, (note,) = read(f"{spaced(*body(4))}\n{link}\n {spaced(*body(2, 5))}")
    assert link not in [line.text for line in kept]
    assert note.place.quote == link


def test_a_link_inside_a_sentence_stays() -> None:
    kept, notes = read(spaced(WIDE, "https://dichvucong.gov.vn", WIDE))
    assert len(kept) == 3
    assert notes == ()


HEADING = ["Stt Mục tiêu Nhiệm vụ", "Chủ trì", "Phối hợp"]


def test_a_heading_repeated_on_each_page_stays_once() -> None:
    page = "\n".join(HEADING)
    kept, notes = read(f"{WIDE}\n{page}\nmột\n\f{page}\nhai\n\f{page}\nba\n")
    assert [line.text for line in kept] == [WIDE, *HEADING, "một", "hai", "ba"]
    assert [(note.place.line, note.place.quote) for note in notes] == [(6, " ".join(HEADING)), (10, " ".join(HEADING))]


def test_two_pages_that_begin_alike_by_chance_keep_their_words() -> None:
    kept, notes = read("đầu\n\fBáo cáo\nmột\n\fBáo cáo\nhai\n")
    assert [line.text for line in kept] == ["đầu", "Báo cáo", "một", "Báo cáo", "hai"]
    assert notes == ()


@pytest.mark.parametrize("number", ["Trang 2", "Trang 2/10", "- 2 -", "-2-"])
def test_a_marked_number_is_a_page_number_anywhere(number: str) -> None:
    kept, (note,) = read("\n".join([WIDE, number, WIDE]))
    assert ([line.text for line in kept], note.place.quote) == ([WIDE, WIDE], number)


def test_the_number_of_a_second_page_in_a_file_without_page_marks() -> None:
    kept, notes = read("\n".join([*body(20), "2", *body(5)]))
    assert [note.place.quote for note in notes] == ["2"]
    assert len(kept) == 25


def test_the_number_of_a_second_page_among_the_recipients() -> None:
    kept, notes = read("\n".join([*body(20), "Nơi nhận:", "- Như trên;", "2", "- Lưu: VT.", "Lê An"]))
    assert [note.place.quote for note in notes] == ["2"]


def test_a_two_among_the_cells_of_a_table_stays() -> None:
    kept, notes = read("\n".join([*body(20), "Tên", "1", "Lê", "2", "An", "3", "Bé"]))
    assert (len(kept), notes) == (27, ())


def test_a_footer_is_left_out() -> None:
    kept, notes = read(f"{WIDE}\nSố 1 đường Trần Phú\n\f{WIDE} hai\nSố 1 đường Trần Phú\n")
    assert [line.text for line in kept] == [WIDE, f"{WIDE} hai"]
    assert [note.code for note in notes] == ["repeated-footer", "repeated-footer"]


def test_a_rule_before_the_words_of_a_line_is_left_out() -> None:
    kept, (note,) = read("KẾ HOẠCH\n-------Căn cứ Luật Lưu trữ;\n- Một việc")
    assert [line.text for line in kept] == ["KẾ HOẠCH", "Căn cứ Luật Lưu trữ;", "- Một việc"]
    assert note.code == "rule-line"
