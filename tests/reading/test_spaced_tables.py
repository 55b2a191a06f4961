"""Tables whose columns are kept apart by spaces or by "|"."""

from __future__ import annotations

from generator.reading.lines import RawLine
from generator.reading.spaced_tables import tabled
from generator.reading.text import raw_lines


def read(text: str) -> tuple[list[str], list[str | None]]:
    lines, notes = tabled(raw_lines(text)[0])
    return [line.text for line in lines if line.text.strip()], [note.code for note in notes]


TABLE = """\
STT     Nhiệm vụ              Sản phẩm          Cơ quan chủ trì     Cơ quan phối hợp
1       Rà soát, hệ thống     Báo cáo kết       Văn phòng HĐND và Các phòng chuyên
        hóa văn bản           quả               UBND xã             môn

2       Kiểm tra việc         Kế hoạch          Phòng Kinh tế       Công an xã
        thi hành"""
ROWS = [
    "STT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp",
    "1\tRà soát, hệ thống hóa văn bản\tBáo cáo kết quả\tVăn phòng HĐND và UBND xã\tCác phòng chuyên môn",
    "2\tKiểm tra việc thi hành\tKế hoạch\tPhòng Kinh tế\tCông an xã",
]


def test_a_table_is_put_together_and_named() -> None:
    assert read(TABLE) == (ROWS, ["table-from-spaces"])


def test_text_around_a_table_stays() -> None:
    before, after = "2. Kết quả giải quyết theo bảng sau:", "      3. Các cơ quan, đơn vị báo cáo về Sở Nội vụ"
    assert read(f"{before}\n{TABLE}\n{after}")[0] == [before, *ROWS, after]


def test_the_columns_of_the_next_page_may_stand_elsewhere() -> None:
    following = """\
\f                          Trang 2
3         Niêm yết               Danh mục            Trung tâm            Văn phòng
4         Khảo sát               Báo cáo             Trung tâm            Đoàn thể"""
    rows, codes = read(f"{TABLE}\n{following}")
    assert rows[:4] == [*ROWS, "Trang 2"]
    assert rows[4:] == ["3\tNiêm yết\tDanh mục\tTrung tâm\tVăn phòng", "4\tKhảo sát\tBáo cáo\tTrung tâm\tĐoàn thể"]
    assert codes == ["table-from-spaces"]


def test_words_across_columns_stay_whole() -> None:
    group = "II      CẢI CÁCH THỦ TỤC HÀNH CHÍNH, KIỂM SOÁT"
    rows, _ = read(f"{TABLE}\n{group}\n3       Một                   Hai               Ba                  Bốn")
    assert rows[3] == "II\tCẢI CÁCH THỦ TỤC HÀNH CHÍNH, KIỂM SOÁT\t\t\t"


def test_a_letterhead_is_no_table() -> None:
    text = "UBND TỈNH A        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ NỘI VỤ            Độc lập - Tự do - Hạnh phúc"
    assert read(text) == (text.split("\n"), [])


def test_a_table_drawn_with_bars() -> None:
    text = "| TT | Đơn vị | Chỉ tiêu |\n|----|--------|----------|\n| 1  | Phòng A | 80% |\n2 | Phòng B | 75%"
    assert read(text) == (["TT\tĐơn vị\tChỉ tiêu", "1\tPhòng A\t80%", "2\tPhòng B\t75%"], ["rule-line"])


def test_a_single_line_with_bars_is_text() -> None:
    assert read("Điện thoại | Fax | Email") == (["Điện thoại | Fax | Email"], [])


def test_lines_keep_their_numbers() -> None:
    lines, _ = tabled([RawLine(number, text) for number, text in enumerate(TABLE.split("\n"), start=5)])
    assert [line.number for line in lines] == [5, 6, 9]
