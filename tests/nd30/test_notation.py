"""Number lines and date lines: what is read from them, and which are correct."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.nd30.document_types import DOCUMENT_TYPES
from generator.nd30.notation import (
    Notation,
    NumberLine,
    compose_notation,
    compose_number_line,
    is_blank_date_line,
    is_correct_date_line,
    is_correct_number_line,
    parse_notation,
    parse_number_line,
)
from tests.corpus import CORPUS, needs_corpus


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("KH-SGDĐT", Notation("KH", "SGDĐT")),
        ("QĐ-BNV", Notation("QĐ", "BNV")),
        ("TTr-SNV", Notation("TTr", "SNV")),
        ("BNV-VP", Notation(None, "BNV", "VP")),
        ("UBND-VX", Notation(None, "UBND", "VX")),
        ("BNV-CVT&LTNN", Notation(None, "BNV", "CVT&LTNN")),
        ("SGDĐT", Notation(None, "SGDĐT")),
        ("SY-UBND", Notation("SY", "UBND")),
        ("QĐ-SGDĐT-VP", Notation("QĐ", "SGDĐT", "VP")),
        ("UBND-KT-XD", Notation(None, "UBND", "KT-XD")),
        ("KH - SGDĐT", Notation("KH", "SGDĐT")),
        ("QĐ-TTg", Notation("QĐ", "TTg")),
        ("KH", Notation(None, "KH")),
        ("", None),
        ("KH-", None),
        ("KH/SGDĐT", None),
        ("Kế hoạch", None),
    ],
)
def test_a_symbol_is_taken_apart(text: str, parts: Notation | None) -> None:
    assert parse_notation(text) == parts
    assert parse_notation(unicodedata.normalize("NFD", text)) == parts


AGENCIES = st.from_regex(r"[A-ZĐ]{3,6}", fullmatch=True).filter(lambda word: parse_notation(f"{word}-X") is not None)
CODES = st.sampled_from([one.code for one in DOCUMENT_TYPES.values() if one.code])


@settings(max_examples=100, deadline=None)
@given(CODES, AGENCIES, st.none() | AGENCIES)
def test_a_composed_symbol_comes_apart_again(code: str, agency: str, unit: str | None) -> None:
    parts = Notation(code, agency, unit)
    assert parse_notation(compose_notation(code, agency, unit)) == parts
    assert str(parts) == compose_notation(code, agency, unit)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Số: 05/KH-SGDĐT", NumberLine(5, "KH-SGDĐT")),
        ("Số:      /KH-SGDĐT", NumberLine(None, "KH-SGDĐT")),
        ("Số: /KH-SGDĐT", NumberLine(None, "KH-SGDĐT")),
        ("Số:/KH-SGDĐT", NumberLine(None, "KH-SGDĐT")),
        ("Số:……/KH-SGDĐT", NumberLine(None, "KH-SGDĐT")),
        ("Số: ....../KH-SGDĐT", NumberLine(None, "KH-SGDĐT")),
        ("Số: ____/ KH-SGDĐT", NumberLine(None, "KH-SGDĐT")),
        ("Số 282/QĐ-TTg", NumberLine(282, "QĐ-TTg")),
        ("Số: 15a/QĐ-UBND", NumberLine(15, "QĐ-UBND", "a")),
        ("Số: 304 / KH - UBND", NumberLine(304, "KH-UBND")),
        ("  SỐ:  12/UBND-VX ", NumberLine(12, "UBND-VX")),
        ("Số:     /", NumberLine(None, None)),
        ("Số: 15-QĐ/TW", None),
        ("Số: 12/2026/QĐ-UBND", None),
        ("Số 282/QĐ-TTg ngày 12 tháng 02 năm 2026", None),
        ("Sổ: 05/KH-SGDĐT", None),
        ("KH-SGDĐT", None),
    ],
)
def test_a_number_line_is_read_however_it_is_spaced(text: str, read: NumberLine | None) -> None:
    assert parse_number_line(text) == read


def test_the_symbol_of_a_number_line_in_its_parts() -> None:
    line = parse_number_line("Số:      /KH-SGDĐT")
    assert line is not None
    assert line.parsed == Notation("KH", "SGDĐT")
    blank = parse_number_line("Số: ...../.....")
    assert blank is not None
    assert blank.parsed is None


@pytest.mark.parametrize(
    ("text", "is_correct"),
    [
        ("Số: 05/BNV-VP", True),
        ("Số: 15/QĐ-BNV", True),
        ("Số: 12/UBND-VX", True),
        ("Số: 1003/KH-BNV", True),
        ("Số: 12/SY-UBND", True),
        ("Số:      /KH-SGDĐT", True),
        ("Số: ……/KH-SGDĐT", True),
        ("Số: 5/QĐ-UBND", False),
        ("Số 15/QĐ-BNV", False),
        ("Số: 15/QĐ - BNV", False),
        ("Số: 15 /QĐ-BNV", False),
        ("Số: 15/ QĐ-BNV", False),
        ("Số: 15-QĐ/TW", False),
        ("Số: 05/QĐ", False),
        ("Số: 00/QĐ-BNV", False),
        ("Số: 12/2026/QĐ-UBND", False),
        ("số: 15/QĐ-BNV", False),
        ("Số: 15/QĐ-BNV.", False),
        ("Số: /KH-SGDĐT", False),
    ],
)
def test_correct_number_lines(text: str, is_correct: bool) -> None:
    assert is_correct_number_line(text) is is_correct


@settings(max_examples=100, deadline=None)
@given(st.none() | st.integers(1, 9999), CODES, AGENCIES)
def test_a_composed_number_line_is_correct_and_read_back(number: int | None, code: str, agency: str) -> None:
    line = compose_number_line(None if number is None else str(number), compose_notation(code, agency))
    assert is_correct_number_line(line)
    assert parse_number_line(line) == NumberLine(number, f"{code}-{agency}")


@pytest.mark.parametrize(
    ("text", "is_correct"),
    [
        ("Hà Nội, ngày 05 tháng 01 năm 2020", True),
        ("Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019", True),
        ("Phường Điện Biên Phủ, ngày 31 tháng 12 năm 2026", True),
        ("Hà Nội, ngày 29 tháng 02 năm 2028", True),
        ("Hà Nội, ngày 5 tháng 3 năm 2020", False),
        ("Hà Nội, ngày 05 tháng 03 năm 2020", False),
        ("Hà Nội, ngày 05 tháng 2 năm 2020", False),
        ("Hà Nội, ngày 29 tháng 02 năm 2026", False),
        ("Hà Nội, ngày 31 tháng 4 năm 2026", False),
        ("Hà Nội, ngày 00 tháng 4 năm 2026", False),
        ("Hà Nội ngày 05 tháng 01 năm 2020", False),
        ("Hà Nội, 05/01/2020", False),
        ("Hà Nội, ngày      tháng 01 năm 2027", False),
    ],
)
def test_correct_date_lines(text: str, is_correct: bool) -> None:
    assert is_correct_date_line(text) is is_correct
    assert is_correct_date_line(unicodedata.normalize("NFD", text)) is is_correct


@pytest.mark.parametrize(
    ("text", "is_blank"),
    [
        ("Sông Vân, ngày      tháng 01 năm 2027", True),
        ("Sông Vân, ngày      tháng      năm 2027", True),
        ("Sông Vân, ngày … tháng … năm 2027", True),
        ("Sông Vân, ngày ..... tháng ..... năm .....", True),
        ("Sông Vân, ngày 05 tháng 01 năm 2027", False),
        ("Sông Vân, ngày    tháng 03 năm 2027", False),
        ("Sông Vân, ngày tháng năm", True),
        ("Sông Vân, ngày", False),
    ],
)
def test_date_lines_still_blank(text: str, is_blank: bool) -> None:
    assert is_blank_date_line(text) is is_blank


@needs_corpus
def test_number_lines_of_real_documents_are_read() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt"))]
    found = {
        line.notation
        for text in texts
        for match in re.finditer(r"^\s*Số:.*?/\S+", unicodedata.normalize("NFC", text), re.MULTILINE)
        if (line := parse_number_line(match[0]))
    }
    assert {"KH-SGDĐT"} <= found
