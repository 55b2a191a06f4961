"""Tables of a PDF without some of their rules, or without any."""

from __future__ import annotations

from collections.abc import Sequence

from generator.reading.pdf.reader import pdf_lines
from tests.reading.pdf.drawn import Drawn, Text, pdf_of

X = [85, 125, 305, 425]
Rule = tuple[float, float, float, float]
HEADING = ("STT", "Nhiệm vụ", "Chủ trì")
ROWS = (
    HEADING,
    ("1", "Rà soát quy định về|thủ tục hành chính", "Văn phòng"),
    ("2", "Công bố danh mục", "Phòng Cải cách|hành chính"),
    ("3", "Báo cáo", "Thanh tra"),
)
READ = [HEADING, *((*cells[:1], *(cell.replace("|", " ") for cell in cells[1:])) for cells in ROWS[1:])]


def texts(rows: Sequence[Sequence[str]], top: float = 80, line: float = 16, room: float = 16) -> list[Text]:
    """Return the words of a table, a cell of several lines parted by "|", and no rules."""
    found: list[Text] = []
    for row in rows:
        for x, cell in zip(X, row, strict=False):
            found += [
                Text(x + 4, top + 13 + line * place, words) for place, words in enumerate(cell.split("|")) if words
            ]
        top += line * max(cell.count("|") + 1 for cell in row) + room
    return found


def levels(rows: Sequence[Sequence[str]], top: float = 80, line: float = 16, room: float = 16) -> list[float]:
    """Return the heights of the rules between the rows of such a table."""
    found = [top - 2]
    for row in rows:
        found.append(found[-1] + line * max(cell.count("|") + 1 for cell in row) + room)
    return found


def read(*pages: Drawn) -> list[tuple[str, ...]]:
    return [line.cells for line in pdf_lines(pdf_of(*pages), "a.pdf")[0]]


def test_rules_between_the_rows_only() -> None:
    rules = [(X[0], y, 425.0, y) for y in levels(ROWS)]
    assert read(Drawn(texts(ROWS), rules)) == READ


def test_inner_rules_without_outer_borders() -> None:
    heights = levels(ROWS)
    inner: list[Rule] = [(X[0], y, 425.0, y) for y in heights]
    inner += [(x, heights[0], x, heights[-1]) for x in X[1:-1]]
    assert read(Drawn(texts(ROWS), inner)) == READ


def test_upright_rules_without_top_and_bottom() -> None:
    heights = levels(ROWS)
    rules: list[Rule] = [(X[0], y, 425.0, y) for y in heights[1:-1]]
    rules += [(x, heights[0], x, heights[-1]) for x in X]
    assert read(Drawn(texts(ROWS), rules)) == READ


def test_two_tables_without_sides_are_not_one() -> None:
    first, second = levels(ROWS), levels(ROWS, top=400)
    rules: list[Rule] = [(X[0], y, 425.0, y) for y in (*first, *second)]
    rules += [(x, heights[0], x, heights[-1]) for x in X[1:-1] for heights in (first, second)]
    between = Text(85, 360, "Bảng sau là của năm trước.")
    assert read(Drawn([*texts(ROWS), between, *texts(ROWS, top=400)], rules)) == [*READ, (), *READ]


def test_room_alone_parts_columns_and_rows() -> None:
    before = Text(85, 60, "Các nhiệm vụ được giao như sau:")
    after = Text(85, 330, "Các đơn vị nghiêm túc thực hiện Kế hoạch này theo đúng tiến độ đã được giao.")
    assert read(Drawn([before, *texts(ROWS), after])) == [(), *READ, ()]


def test_numbers_part_rows_that_stand_as_close_as_lines() -> None:
    assert read(Drawn(texts(ROWS, room=0))) == READ


def test_the_name_of_a_group_stands_across() -> None:
    group: list[Text] = []
    for word in ["LĨNH", "VỰC", "THỂ", "CHẾ", "VÀ", "THỦ", "TỤC", "HÀNH", "CHÍNH"]:
        x = group[-1].x + 7 * len(group[-1].words) + 3.5 if group else X[0] + 4
        group.append(Text(x, 125, word))
    rows = read(Drawn([*texts(ROWS[:1]), *group, *texts(ROWS[1:], top=144)]))
    assert rows == [HEADING, ("LĨNH VỰC THỂ CHẾ VÀ THỦ TỤC HÀNH CHÍNH", "", ""), *READ[1:]]


def test_a_table_without_rules_goes_on_with_its_heading_on_the_next_page() -> None:
    again = (HEADING, ("4", "Kiểm tra", "Văn phòng"), ("5", "Tổng kết", "Văn phòng"))
    assert read(Drawn(texts(ROWS)), Drawn(texts(again))) == [*READ, *again[1:]]


def test_lines_of_a_letter_are_no_table() -> None:
    lines = (
        "Kính gửi: Ủy ban nhân dân tỉnh",
        "Nhiệm vụ năm 2026 của Sở Nội vụ là rà soát thủ tục.",
        "Đơn vị: Văn phòng",
    )
    assert read(Drawn([Text(85, 100 + 20 * place, line) for place, line in enumerate(lines)])) == [(), (), ()]
