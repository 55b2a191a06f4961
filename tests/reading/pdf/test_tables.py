"""Ruled tables: cells and merged cells, tables over pages, headings printed again, rows that a page break cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from generator.reading.lines import Line, Span
from generator.reading.pdf.reader import pdf_lines
from tests.reading.pdf.drawn import Drawn, Text, body, grid, pdf_of

X = [85, 125, 305, 425]
SENTENCE = "Rà soát quy định về thủ"
"""161 points wide in a cell of 180."""


def page(rows: Sequence[Sequence[str]], top: float = 80, height: float = 30, **more: object) -> Drawn:
    """Return a page with a table of three columns; a cell of several lines has them parted by "|"."""
    y = [top + height * place for place in range(len(rows) + 1)]
    texts = [
        Text(x + 4, own + 13 + 14 * place, words)
        for own, row in zip(y, rows, strict=False)
        for x, cell in zip(X, row, strict=False)
        for place, words in enumerate(cell.split("|"))
        if words
    ]
    return Drawn(texts, rules=grid(X, y), **more)  # type: ignore[arg-type]


def rows(*pages: Drawn) -> list[tuple[str, ...]]:
    return [line.cells for line in lines(*pages)]


def lines(*pages: Drawn) -> list[Line]:
    return pdf_lines(pdf_of(*pages), "a.pdf")[0]


HEADING = ("STT", "Nhiệm vụ", "Chủ trì")


def test_cells_of_several_lines() -> None:
    assert rows(page([HEADING, ("1", "Rà soát số 86/KH-|UBND năm 2026", "Văn phòng")])) == [
        HEADING,
        ("1", "Rà soát số 86/KH-UBND năm 2026", "Văn phòng"),
    ]


def test_text_above_and_below_a_table_keeps_its_place() -> None:
    drawn = page([HEADING, ("1", "Lập", "A")], top=100)
    found = lines(Drawn([*body(["Trước bảng:"]), *drawn.texts, *body(["Sau bảng."], y=300)], rules=drawn.rules))
    assert [line.text.split("\t")[0] for line in found] == ["Trước bảng:", "STT", "1", "Sau bảng."]
    assert [line.table for line in found] == [None, 1, 1, None]


def test_merged_cells_have_their_words_at_the_first_place() -> None:
    y = [80, 110, 140, 170]
    rules = [
        (85, 80, 425, 80), (125, 110, 425, 110), (85, 140, 425, 140), (85, 170, 425, 170),
        (85, 80, 85, 170), (125, 80, 125, 140), (305, 80, 305, 110), (425, 80, 425, 170), (305, 140, 305, 170),
    ]  # fmt: skip
    texts = [Text(90, 115, "A"), Text(130, 95, "B"), Text(310, 95, "C"), Text(130, 125, "D"), Text(90, y[2] + 15, "E")]
    found = lines(Drawn([*texts, Text(310, 155, "F")], rules=rules))
    assert [line.cells for line in found] == [("A", "B", "C"), ("", "D", ""), ("E", "", "F")]
    assert [line.spans for line in found] == [
        (Span(1, 2), Span(), Span()),
        (Span(0, 0), Span(2, 1), Span(0, 0)),
        (Span(2, 1), Span(0, 0), Span()),
    ]


def test_a_heading_on_its_side_is_read() -> None:
    drawn = page([("", "Nhiệm vụ", "Chủ trì"), ("1", "Lập", "A")], height=60)
    aside = Text(108, 135, "Số", matrix="0 1 -1 0")
    assert rows(Drawn([*drawn.texts, aside], rules=drawn.rules))[0] == ("Số", "Nhiệm vụ", "Chủ trì")


def test_a_frame_is_no_table() -> None:
    assert [line.cells for line in lines(Drawn([Text(90, 95, "HỎA TỐC")], rules=grid([85, 200], [80, 110])))] == [()]


class TestOverPages:
    def test_the_heading_is_kept_once_and_named(self) -> None:
        pages = page([HEADING, ("1", "Lập kế hoạch.", "A")]), page([HEADING, ("2", "Rà soát.", "B")])
        found, notes = pdf_lines(pdf_of(*pages), "a.pdf")
        assert [line.cells[0] for line in found] == ["STT", "1", "2"]
        assert [(note.code, note.place.part, note.place.quote) for note in notes] == [
            ("repeated-heading", "trang 2", "STT | Nhiệm vụ | Chủ trì")
        ]

    def test_a_row_that_the_break_cut_is_joined(self) -> None:
        found, notes = pdf_lines(
            pdf_of(page([HEADING, ("1", SENTENCE, "Văn phòng")]), page([HEADING, ("", "tục hành chính", "")])), "a.pdf"
        )
        assert found[-1].cells == ("1", f"{SENTENCE} tục hành chính", "Văn phòng")
        assert [note.code for note in notes] == ["repeated-heading", "row-rejoined"]

    def test_a_full_line_is_gone_on_with_whatever_the_letter(self) -> None:
        found = rows(page([("1", SENTENCE, "A"), ("2", SENTENCE, "B")]), page([("", "Uỷ ban", "")]))
        assert found[-1] == ("2", f"{SENTENCE} Uỷ ban", "B")

    def test_a_row_without_number_below_a_whole_one_is_a_row(self) -> None:
        found = rows(page([HEADING, ("1", "Lập kế hoạch", "A")]), page([("", "Báo cáo kết quả", "B")]))
        assert found[1:] == [("1", "Lập kế hoạch", "A"), ("", "Báo cáo kết quả", "B")]

    def test_a_numbered_row_is_a_row(self) -> None:
        assert len(rows(page([HEADING, ("1", SENTENCE, "A")]), page([("2", "tục hành chính", "B")]))) == 3

    def test_text_between_parts_two_tables(self) -> None:
        second = page([HEADING, ("1", "Lập", "A")], top=200)
        drawn = Drawn([*body(["Biểu thứ hai"]), *second.texts], rules=second.rules)
        assert [line.table for line in lines(page([HEADING, ("1", "Lập", "A")]), drawn)] == [1, 1, None, 2, 2]


def test_a_heading_of_two_rows_becomes_one_where_the_table_is_one_of_tasks() -> None:
    x, y = [85, 125, 245, 325, 405, 505], [80, 110, 140, 170]
    rules = [(85, y[0], 505, y[0]), (245, y[1], 405, y[1]), *((85, own, 505, own) for own in y[2:])]
    rules += [(own, y[1] if own == 325 else y[0], own, y[3]) for own in x]
    names = [
        Text(90, 100, "STT"), Text(130, 100, "Nhiệm vụ"), Text(250, 100, "Cơ quan thực hiện"),
        Text(410, 100, "Thời gian"), Text(250, 125, "Chủ trì"), Text(330, 125, "Phối hợp"),
        Text(90, 155, "1"), Text(130, 155, "Lập"), Text(250, 155, "A"), Text(330, 155, "B"), Text(410, 155, "Quý I"),
    ]  # fmt: skip
    assert rows(Drawn(names, rules=rules)) == [
        ("STT", "Nhiệm vụ", "Cơ quan thực hiện - Chủ trì", "Cơ quan thực hiện - Phối hợp", "Thời gian"),
        ("1", "Lập", "A", "B", "Quý I"),
    ]


@pytest.mark.parametrize("slant", [1e-12, 2e-6, -2e-6])
def test_a_table_whose_rules_are_not_quite_level(slant: float) -> None:
    cells = [HEADING, ("1", "Rà soát quy định", "Văn phòng"), ("2", "Lập danh mục", "Thanh tra")]
    assert rows(page(cells, matrix=f"1 {slant:.12f} {-slant:.12f} 1 0 0")) == cells


def test_a_table_whose_frame_is_one_path_on_a_slant() -> None:
    cells = [HEADING, ("1", "Rà soát quy định", "Văn phòng")]
    boxes = [(x0, y, x1, y + 30) for y in (80, 110) for x0, x1 in pairwise(X)]
    drawn = " ".join(
        f"{x0} {842 - y0} m {x1} {842 - y0} l {x1} {842 - y1} l {x0} {842 - y1} l h S" for x0, y0, x1, y1 in boxes
    )
    assert rows(replace(page(cells), rules=(), matrix=f"1 0.000002 -0.000002 1 0 0 cm {drawn} 1 0 0 1 0 0")) == cells
