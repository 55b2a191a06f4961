"""What may be a label at the start of a line."""

from __future__ import annotations

import pytest

from generator.reading.labels import LabelKind, labels_of


@pytest.mark.parametrize(
    ("text", "kind", "printed", "path", "rest"),
    [
        ("I. MỤC TIÊU", "roman", "I.", (1,), "MỤC TIÊU"),
        ("II.THỰC TRẠNG", "roman", "II.", (2,), "THỰC TRẠNG"),
        ("IV - TỔ CHỨC", "roman", "IV -", (4,), "TỔ CHỨC"),
        ("1. Mục tiêu", "arabic", "1.", (1,), "Mục tiêu"),
        ("2.Yêu cầu", "arabic", "2.", (2,), "Yêu cầu"),
        ("3/ Kinh phí", "arabic", "3/", (3,), "Kinh phí"),
        ("1- Mục tiêu", "arabic", "1-", (1,), "Mục tiêu"),
        ("6.", "arabic", "6.", (6,), ""),
        ("1.1. Tỷ lệ", "decimal", "1.1.", (1, 1), "Tỷ lệ"),
        ("1.1 Tỷ lệ", "decimal", "1.1", (1, 1), "Tỷ lệ"),
        ("3.10: Tự chấm", "decimal", "3.10:", (3, 10), "Tự chấm"),
        ("a) Mục đích", "letter", "a)", (1,), "Mục đích"),
        ("đ) Ít nhất", "letter", "đ)", (5,), "Ít nhất"),
        ("d. Nội dung", "letter", "d.", (4,), "Nội dung"),
        ("(a) Nội dung", "letter", "(a)", (1,), "Nội dung"),
        ("f) Nội dung", "letter", "f)", (7,), "Nội dung"),
        ("- Bám sát", "dash", "-", (), "Bám sát"),
        ("-Xây dựng", "dash", "-", (), "Xây dựng"),
        ("– Rà soát", "dash", "–", (), "Rà soát"),
        ("+ Thanh tra", "plus", "+", (), "Thanh tra"),
        ("Điều 3. Hiệu lực", "article", "Điều 3.", (3,), "Hiệu lực"),
        ("Chương II", "chapter", "Chương II", (2,), ""),
        ("Phần thứ nhất", "part", "Phần thứ nhất", (1,), ""),
        ("Mục 2. QUY ĐỊNH RIÊNG", "section", "Mục 2", (2,), "QUY ĐỊNH RIÊNG"),
        ("A. KẾT QUẢ", "part", "A.", (1,), "KẾT QUẢ"),
    ],
)
def test_labels(text: str, kind: str, printed: str, path: tuple[int, ...], rest: str) -> None:
    label = labels_of(text)[0]
    assert (label.kind, label.printed, label.path, label.text) == (kind, printed, path, rest)


@pytest.mark.parametrize(
    "text",
    [
        "1.0 lần lương cơ sở",
        "1.601 hồ sơ",
        "20% thủ tục",
        "2023 của tỉnh",
        "15/6, báo cáo năm",
        "12/KH-UBND ngày",
        "633/1.601 hồ sơ",
        "1.5 lần",
        "0. không",
        "-5 độ",
        "--- ",
        "++",
        "V/v nâng bậc lương",
        "Điều 5 Luật",
        "Mục 1 của Chương II",
        "Phần lớn các đơn vị",
        "a. ở trường",
        "Căn cứ Luật",
        "TM. ỦY BAN",
        "",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert labels_of(text) == ()


def test_a_capital_has_two_readings() -> None:
    assert [(label.kind, label.path) for label in labels_of("C. KẾT QUẢ")] == [("roman", (100,)), ("part", (3,))]


@pytest.mark.parametrize(
    ("text", "kind", "printed"),
    [
        ("* Nâng cao kỹ năng", LabelKind.DASH, "*"),
        ("▪ Nâng cao kỹ năng", LabelKind.DASH, "▪"),
        ("\uf0d8 Nâng cao kỹ năng", LabelKind.DASH, "\uf0d8"),
        ("(1) Chuyên đề", LabelKind.ARABIC, "(1)"),
        ("a, Văn bản đến", LabelKind.LETTER, "a,"),
        ("Mục 1. Rà soát văn bản", LabelKind.SECTION, "Mục 1"),
        ("I- MỤC ĐÍCH", LabelKind.ROMAN, "I-"),
    ],
)
def test_labels_of_older_habits(text: str, kind: LabelKind, printed: str) -> None:
    assert [(label.kind, label.printed) for label in labels_of(text)][:1] == [(kind, printed)]


@pytest.mark.parametrize("text", ["**đậm** chữ", "a, b và c", "Mục 1. của Chương này;", "Mục 2 Chương này"])
def test_what_only_looks_like_one_of_them(text: str) -> None:
    assert labels_of(text) == ()
