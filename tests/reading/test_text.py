"""Text files of every kind: any text is read, whatever it holds, in time."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import DataError
from generator.reading.reading import Reading
from generator.reading.text import read_text, text_lines
from generator.vietnamese.unicode import clean
from tests.reading.component_words import lost_words


def lines(text: str) -> list[tuple[str, tuple[int, ...], int]]:
    return [(line.text, line.numbers, line.page) for line in text_lines(text.encode(), "a.txt")[0]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end: str) -> None:
    assert lines(f"KẾ HOẠCH{end}{end}I. MỤC TIÊU{end}") == [("KẾ HOẠCH", (1,), 1), ("I. MỤC TIÊU", (3,), 1)]


def test_spaces_at_the_edge_and_inside_are_no_content() -> None:
    assert lines(" II. THỰC   TRẠNG  ") == [("II. THỰC TRẠNG", (1,), 1)]


def test_a_form_feed_begins_a_page() -> None:
    assert lines("I. MỘT\n\fII. HAI\n") == [("I. MỘT", (1,), 1), ("II. HAI", (2,), 2)]


def test_a_form_feed_inside_a_line_ends_it() -> None:
    assert lines("Lê Văn An\fPhụ lục") == [("Lê Văn An", (1,), 1), ("Phụ lục", (1,), 2)]


def test_a_shifted_line_without_a_blank_one_begins_a_page() -> None:
    assert [page for _, _, page in lines("1. Một.\n\n2. Hai.\n\n3. Ba.\n 4. Bốn.\n\n5. Năm.")] == [1, 1, 1, 2, 2]


def test_a_blank_line_between_table_rows_is_a_page_break() -> None:
    assert [page for _, _, page in lines("a\tb\nc\td\n\ne\tf\n")] == [1, 1, 2]


def test_decomposed_text_reads_like_composed() -> None:
    text = "Căn cứ Luật Tổ chức;\n\nI. MỤC ĐÍCH, YÊU CẦU\n\nđ) Tỷ lệ"
    assert lines(unicodedata.normalize("NFD", text)) == lines(text)


@pytest.mark.parametrize("data", [b"", b"\n\n", b" \t \r\n\f"])
def test_an_empty_text_is_an_empty_reading(data: bytes) -> None:
    assert read_text(data, "a.txt") == Reading("a.txt")


def test_numbers_alone_are_kept_or_named() -> None:
    text = "\n".join(map(str, range(40)))
    assert not lost_words(text, read_text(text.encode(), "a.txt"))


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_no_word_of_any_text_is_lost(text: str) -> None:
    _check_words(text)


_PIECES = """\
STT   Nhiệm vụ   Chủ trì|1     Rà soát    VP|      hoàn thiện   A B|Nơi nhận: GIÁM ĐỐC|- Như trên; Lê Văn An|\
THƯ KÝ CHỦ TỌA|QUY CHẾ|ĐẾN|Số: 12|KẾ HOẠCH|Căn cứ Luật số 1/2020/QH14;|I. MỘT|1. Một:|a) Hai.|- ba|+ bốn|Nơi nhận:|
- Lưu: VT.|KT. GIÁM ĐỐC|Phụ lục|(Kèm theo Kế hoạch)|STT\tNhiệm vụ\tChủ trì|1\tRà soát\tVP|\thoàn thiện\t|7|______|
Trên đây là Kế hoạch./.|Kính gửi: Bộ|
\f|||https://a.vn|Số: 5/KH-A|Điều 1. Một|V/v b|Lê Văn An|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Nơi nhận:      GIÁM ĐỐC|
theo khoản|2. Điều này,|6/KH-|STT\tMục tiêu\tNhiệm vụ\tSản phẩm|I\tTHỂ CHẾ\t\t|ỦY BAN NHÂN DÂN|Chương I"""


@given(st.lists(st.sampled_from(_PIECES.replace("\n", "").split("|")), max_size=40))
@settings(max_examples=200, deadline=None)
def test_no_word_of_a_jumbled_document_is_lost(pieces: list[str]) -> None:
    _check_words("\n".join(pieces))


def _check_words(text: str) -> None:
    try:
        found = read_text(text.encode("utf-8", "surrogatepass"), "a.txt")
    except DataError:
        return
    lost = lost_words(clean(text.replace("\r", "\n")), found)
    assert not lost


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 01/01/2022 của UBND tỉnh; " * 20_000,
        "- x:\n" * 50_000,
        "1. a:\na) b:\n" * 20_000,
        "x\fy\n" * 40_000,
        "a\tb\tc\n" * 40_000,
        "Phụ lục\n" * 30_000,
        "((" * 300_000,
        "7\n" * 40_000,
        "STT   Nhiệm vụ   Chủ trì\nA\n" * 10_000,
        "STT   Nhiệm vụ   Chủ trì\nmột việc rất dài đi qua mọi cột\n" * 5_000,
        "| a | b |\n" * 20_000,
        "QUY CHẾ\n(Kèm theo a)\n" * 15_000,
        "Nơi nhận: GIÁM ĐỐC\n" * 20_000,
        "x ä" * 100_000,
        f"{'A' * 20_000} _ " * 20,
    ],
    ids=[
        *("one word", "one line", "dashes", "nested", "pages", "rows", "appendices", "brackets"),
        *("numbers", "spaced table", "headings of tables", "bars", "attached", "feet", "foreign letters", "capitals"),
    ],
)
def test_large_odd_texts_are_read_in_time(text: str) -> None:
    """Linear time: a second or two here, where anything quadratic would take minutes."""
    start = time.monotonic()
    read_text(text.encode(), "a.txt")
    assert time.monotonic() - start < 20
