"""The outline: labels in sequence, what belongs to them, titles."""

from __future__ import annotations

from textwrap import dedent

import pytest

from generator.reading.lines import Line
from generator.reading.outline import Node, labelled_nodes, outline_of
from generator.vietnamese.letters import LETTERS


def outline(text: str) -> tuple[Node, ...]:
    return outline_of(_lines(text))[0]


def findings(text: str) -> list[tuple[str | None, str]]:
    return [(note.code, note.message) for note in outline_of(_lines(text))[1]]


def _lines(text: str) -> list[Line]:
    return [Line(line.strip(), (number,)) for number, line in enumerate(text.strip().splitlines(), start=1)]


def drawn(text: str) -> str:
    """Return the tree as indented labels; a paragraph is a dot, a title has a number sign."""
    return "\n".join(_drawn(outline(text), 0))


def _drawn(nodes: tuple[Node, ...], depth: int) -> list[str]:
    rows = []
    for node in nodes:
        rows.append("  " * depth + (node.label or ".") + (" #" if node.heading else ""))
        rows += _drawn(node.children, depth + 1)
    return rows


def test_five_levels() -> None:
    text = """
        I. MỤC ĐÍCH, YÊU CẦU
        1. Mục đích, yêu cầu
        a) Mục đích
        Tiếp tục xây dựng tổ chức bộ máy.
        b) Yêu cầu
        - Các đơn vị nhận thức đầy đủ.
        - Chủ trì tham mưu các nhiệm vụ, cụ thể như sau:
        + Thanh tra Sở.
        + Phòng Tổ chức cán bộ.
        - Định kỳ báo cáo.
        2. Chỉ tiêu
        a) Duy trì vị trí xếp hạng.
        II. NHIỆM VỤ
        1. Cải cách thể chế
        a) Rà soát.
    """
    expected = """
        I. #
          1. #
            a) #
              .
            b) #
              -
              -
                +
                +
              -
          2. #
            a)
        II. #
          1. #
            a)
    """
    assert drawn(text) == dedent(expected).strip()


def test_all_letters_of_the_vietnamese_list() -> None:
    labels = [f"{letter})" for letter in LETTERS]
    nodes = outline("1. Chỉ tiêu\n" + "\n".join(f"{label} Nội dung." for label in labels))
    assert [node.label for node in nodes[0].children] == labels


def test_decimals_stand_under_their_number() -> None:
    text = """
        I. MỤC TIÊU
        1. Mục tiêu
        1.1. Tỷ lệ hồ sơ.
        1.2. Tỷ lệ số hóa.
        2. Thời gian
        2.1. Từ tháng 3.
    """
    expected = """
        I. #
          1. #
            1.1.
            1.2.
          2. #
            2.1.
    """
    assert drawn(text) == dedent(expected).strip()


def test_articles_are_numbered_through_the_chapters() -> None:
    text = """
        Chương I
        QUY ĐỊNH CHUNG
        Điều 1. Phạm vi
        1. Văn bản này quy định.
        Điều 2. Đối tượng
        Chương II
        TỔ CHỨC
        Điều 3. Trách nhiệm
        1. Sở Nội vụ:
        a) Chủ trì.
    """
    nodes = outline(text)
    assert [node.text for node in nodes] == ["QUY ĐỊNH CHUNG", "TỔ CHỨC"]
    assert [node.label for node in labelled_nodes(nodes)] == [
        "Chương I", "Điều 1.", "1.", "Điều 2.", "Chương II", "Điều 3.", "1.", "a)",
    ]  # fmt: skip


def test_capital_headings_stand_above_roman_ones() -> None:
    nodes = outline("A. KẾT QUẢ\nI. CHỈ ĐẠO\nII. THỂ CHẾ\nB. PHƯƠNG HƯỚNG\nI. NHIỆM VỤ\nC. KIẾN NGHỊ")
    assert [(node.label, [child.label for child in node.children]) for node in nodes] == [
        ("A.", ["I.", "II."]),
        ("B.", ["I."]),
        ("C.", []),
    ]


def test_a_list_under_a_dash_that_announces_it() -> None:
    nodes = outline("- Nội dung gồm:\n1. Một.\n2. Hai.\n- Tiếp theo.")
    assert [(node.label, len(node.children)) for node in nodes] == [("-", 2), ("-", 0)]


def test_paragraphs_keep_their_order_and_their_sequence() -> None:
    """A paragraph between two numbers does not end the list."""
    nodes = outline("I. CHUNG\n1. Một câu.\nĐoạn không đánh số.\n2. Hai câu.")
    assert [node.label for node in nodes[0].children] == ["1.", "", "2."]


def test_a_paragraph_after_a_list_belongs_to_the_title_above_it() -> None:
    nodes = outline("I. CHUNG\n1. Chỉ đạo\na) Một.\n(Chi tiết tại Phụ lục).\nII. RIÊNG")
    assert [child.text for child in nodes[0].children[0].children] == ["Một.", "(Chi tiết tại Phụ lục)."]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("1. Mục tiêu", True),
        ("1. Mục tiêu:", True),
        ("1. Mục tiêu: Triển khai thực hiện các nhiệm vụ theo kế hoạch của tỉnh:", False),
        ("1. Các trường mầm non và tiểu học.", False),
        ("a) Yêu cầu", True),
        ("- Yêu cầu", False),
    ],
)
def test_what_is_a_title(line: str, title: bool) -> None:
    assert outline(f"{line}\n+ Việc thứ nhất.")[0].heading is title


def test_a_number_with_nothing_below_is_no_title() -> None:
    assert not outline("1. Mục tiêu\n2. Yêu cầu")[0].heading


class TestDoubtfulLabels:
    def test_a_number_out_of_sequence_is_text(self) -> None:
        text = "1. Một.\n5. Thông tư này.\n2. Hai."
        assert [node.label for node in outline(text)] == ["1.", "", "2."]
        assert findings(text) == [
            ("label-out-of-sequence", "«5.» ở đầu dòng không nối tiếp số nào đứng trước, coi là lời văn")
        ]

    @pytest.mark.parametrize("text", ["II. NHIỆM VỤ", "3. Tiếp theo", "c) Tiếp theo", "Điều 4. Hiệu lực", "2.1. Tiếp"])
    def test_a_list_does_not_open_in_its_middle(self, text: str) -> None:
        assert outline(text)[0].kind is None
        assert [code for code, _ in findings(text)] == ["label-out-of-sequence"]

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("1. Một.\n3. Ba.", "«3.» đứng sau «1.», bỏ cách một số"),
            ("1. Một.\n2. Hai.\n2. Hai nữa.", "«2.» lặp lại số của mục trước"),
            ("a) A.\nb) B.\nc) C.\nd) D.\ne) E.", "«e)» đứng sau «d)», bỏ cách một số"),
            ("1. Một.\n2. Hai.\n1. Một lại.", "«1.» đánh số lại từ đầu sau «2.»"),
        ],
    )
    def test_a_slip_is_taken_with_a_warning(self, text: str, said: str) -> None:
        assert all(node.kind is not None for node in outline(text))
        assert findings(text) == [("label-slip", said)]

    def test_figures_in_prose_are_no_labels(self) -> None:
        text = "1. Chỉ tiêu\n1.0 lần lương cơ sở.\n1.601 hồ sơ.\n20% thủ tục.\n2. Thời gian"
        assert [node.label for node in outline(text)[0].children] == ["", "", ""]
        assert findings(text) == []


def test_table_rows_are_one_node_in_their_place() -> None:
    rows = [Line("a\tb", (2,), cells=("a", "b")), Line("c\td", (3,), cells=("c", "d"))]
    nodes, _ = outline_of([Line("1. Bảng", (1,)), *rows, Line("2. Sau", (4,))])
    grid = nodes[0].children[0].grid
    assert grid is not None
    assert [row.cells for row in grid.rows] == [("a", "b"), ("c", "d")]
    assert [node.label for node in nodes] == ["1.", "2."]


def test_endless_announcing_does_not_nest_endlessly() -> None:
    nodes = outline("1. a:\na) b:\n" * 3000)
    assert max(_depth(node) for node in nodes) <= 13


def _depth(node: Node) -> int:
    return 1 + max(map(_depth, node.children), default=0)


def test_nothing_gives_nothing() -> None:
    assert outline_of([]) == ((), ())


def test_an_article_left_out_does_not_stop_the_others() -> None:
    nodes, notes = outline_of([Line(f"Điều {number}. Nội dung", (number,)) for number in (1, 3, 4)])
    assert [node.label for node in nodes] == ["Điều 1.", "Điều 3.", "Điều 4."]
    assert [note.code for note in notes] == ["label-slip"]


def test_lettered_headings_stand_below_a_part() -> None:
    texts = ("PHẦN I", "MỘT", "A. HAI", "I. Ba", "B. BỐN", "I. Năm", "PHẦN II", "SÁU", "A. BẢY")
    nodes, notes = outline_of([Line(text, (number,)) for number, text in enumerate(texts, start=1)])
    assert [(node.label, [child.label for child in node.children]) for node in nodes] == [
        ("PHẦN I", ["A.", "B."]),
        ("PHẦN II", ["A."]),
    ]
    assert notes == ()


def test_a_roman_number_with_a_hyphen_behind_it() -> None:
    nodes, _ = outline_of([Line("I- MỤC ĐÍCH", (1,)), Line("1- Một.", (2,)), Line("II- NỘI DUNG", (3,))])
    assert [(node.label, len(node.children)) for node in nodes] == [("I-", 1), ("II-", 0)]
