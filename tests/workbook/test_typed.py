"""Marks that a clerk types and the program prints: taken off with a hint by cell, or told where they contradict."""

from __future__ import annotations

from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.canonical import canonical_json
from generator.model.document import Document
from generator.workbook import marks
from generator.workbook.reader import load_workbook
from generator.workbook.writer import dump_workbook
from tests.workbook.books import cell, edited, general, made, read

LINES = [
    ("I", "B", "II. Mục đích", "Mục đích"),
    ("1", "C", "2. Rà soát", "Rà soát"),
    ("1", "C", "2) Rà soát", "Rà soát"),
    ("1.1", "C", "1.2. Rà soát", "Rà soát"),
    ("a", "C", "b) Rà soát", "Rà soát"),
    ("-", "C", "- Rà soát", "Rà soát"),
    ("-", "C", "–Rà soát", "Rà soát"),
    ("+", "C", "• Rà soát", "Rà soát"),
    ("Điều", "C", "Điều 1. Ban hành", "Ban hành"),
    ("Chương", "B", "Chương II. Quy định", "Quy định"),
    ("Mục tiêu", "C", "- Nâng cao", "Nâng cao"),
    ("Phụ lục", "B", "Phụ lục II: Danh mục", "Danh mục"),
]


def _stored(document: Document) -> str:
    return canonical_json(document).decode()


def _line(level: str, column: str, words: str) -> Any:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["Nội dung"]
        sheet["A4"], sheet["B4"], sheet["C4"] = level, None, None
        sheet[f"{column}4"] = words

    return change


@pytest.mark.parametrize(("level", "column", "typed", "left"), LINES)
def test_a_typed_label_of_the_level_is_taken_off(level: str, column: str, typed: str, left: str) -> None:
    document, found = load_workbook(edited(made(), _line(level, column, typed)), "a.xlsx")
    assert f'"{left}"' in _stored(document)
    assert typed not in _stored(document)
    (told,) = [str(one) for one in found]
    assert told.startswith(f"a.xlsx, Nội dung!{column}4: gợi ý: ")
    assert f"chỉ cần ghi «{left}»" in told


@pytest.mark.parametrize(
    ("level", "typed"),
    [("-", "1. Rà soát"), ("1", "- Rà soát"), ("1.1", "1. Rà soát"), ("Điều", "a) Rà soát")],
)
def test_a_label_of_another_level_is_told_and_stays(level: str, typed: str) -> None:
    document, found = load_workbook(edited(made(), _line(level, "C", typed)), "a.xlsx")
    assert typed in _stored(document)
    (told,) = [str(one) for one in found]
    assert told.startswith(f"a.xlsx, Nội dung!C4: cảnh báo: Cấp ghi «{level}» nhưng lời văn bắt đầu bằng")


FIELDS = {
    "a dash and a semicolon of a recipient": (cell("Nơi nhận", "A3", "- Sở A;"), "Nơi nhận!A3", '"Sở A"'),
    "brackets of a purpose": (cell("Nơi nhận", "B3", "(để báo cáo);"), "Nơi nhận!B3", '"để báo cáo"'),
    "dashes of products": (cell("Nhiệm vụ", "F3", "- Báo cáo\n- Kế hoạch;"), "Nhiệm vụ!F3", '["Báo cáo","Kế hoạch"]'),
    "a number of a task": (cell("Nhiệm vụ", "D3", "1. Rà soát quy định"), "Nhiệm vụ!D3", '"Rà soát quy định"'),
    "a comma behind a place": (general("Địa danh", "Sông Vân,"), "Thông tin chung!B8", '"place":"Sông Vân"'),
    "the kind in a subject": (
        general("Trích yếu", "KẾ HOẠCH cải cách hành chính;"), "Thông tin chung!B10", '"Cải cách hành chính"',
    ),
    "a word before the holders": (general("Lưu", "Lưu: VT, TH"), "Thông tin chung!B", '["VT","TH","VP"]'),
}  # fmt: skip


@pytest.mark.parametrize(("change", "place", "left"), FIELDS.values(), ids=FIELDS)
def test_what_the_program_prints_of_a_field_is_taken_off(change: Any, place: str, left: str) -> None:
    document, found = load_workbook(edited(made(), change), "a.xlsx")
    assert left in _stored(document)
    assert [str(one).startswith(f"a.xlsx, {place}") and "gợi ý" in str(one) for one in found] == [True]


def _basis(kind: str, number: str, title: str = "ban hành Chương trình;") -> Any:
    def change(book: openpyxl.Workbook) -> None:
        for column, words in zip("CDEFG", (kind, number, "15/7/2021", "Chính phủ", title), strict=True):
            book["Căn cứ"][f"{column}3"] = words

    return change


def test_the_words_before_a_number_are_taken_off() -> None:
    document = read(edited(made(), _basis("Nghị quyết", "Nghị quyết số 76/NQ-CP", "Căn cứ ban hành Chương trình;")))
    citation = document.legal_bases[0].citations[0]
    assert (citation.number, citation.title) == ("76/NQ-CP", "ban hành Chương trình")


def test_another_kind_before_a_number_is_told() -> None:
    _, found = load_workbook(edited(made(), _basis("Nghị quyết", "Quyết định số 76/QĐ", "ban hành")), "a.xlsx")
    assert [str(one).partition(";")[0] for one in found] == [
        "a.xlsx, Căn cứ!D3: cảnh báo: Số, ký hiệu: ghi «Quyết định» nhưng cột «Loại văn bản» ghi «Nghị quyết»"
    ]


def test_lines_of_addressees_lose_their_dashes() -> None:
    dispatch = made(kind="dispatch", subject="Đôn đốc", addressees=["Sở A", "Sở B"])
    document = read(edited(dispatch, general("Kính gửi", "Kính gửi:\n- Các phòng thuộc Sở;\n- Sở B.")))
    assert document.addressees[-2:] == ("Các phòng thuộc Sở", "Sở B")
    assert read(edited(dispatch, general("Trích yếu", "V/v rà soát"))).subject == "Rà soát"


def test_a_name_in_capitals_is_told() -> None:
    _, found = load_workbook(edited(made(), general("Cơ quan ban hành", "SỞ Y TẾ")), "a.xlsx")
    assert [str(one).partition(":")[0] for one in found] == ["a.xlsx, Thông tin chung!B4"]
    assert "cảnh báo" in str(found[0])


def test_marks_of_the_document_itself_stay() -> None:
    document = made(subject="Kế hoạch năm;", preamble=["- a"], objectives=["1. Một"], sections=[{"title": "II. A"}])
    assert load_workbook(dump_workbook(document), "a.xlsx") == (document, ())


@given(st.text(alphabet="-–•1.)( ;,IVaĐđiều\n:/số", max_size=24))
def test_rules_end_and_never_add(text: str) -> None:
    for rule in (marks.without_count, marks.without_stop, marks.without_brackets, marks.without_appendix):
        assert rule(text) in text
        assert rule(rule(text)) in rule(text)
