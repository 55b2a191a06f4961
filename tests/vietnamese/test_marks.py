"""Bold and italic inside running text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.vietnamese.marks import Run, escape, normalised, parse_marks, plain, to_marks

READ = [
    ("", []),
    ("không có dấu", [Run("không có dấu")]),
    ("**đậm**", [Run("đậm", bold=True)]),
    ("*nghiêng*", [Run("nghiêng", italic=True)]),
    ("***cả hai***", [Run("cả hai", bold=True, italic=True)]),
    ("**Điều 1.** Nội dung", [Run("Điều 1.", bold=True), Run(" Nội dung")]),
    ("*a **b** c*", [Run("a ", italic=True), Run("b", True, True), Run(" c", italic=True)]),
    ("**a *b* c**", [Run("a ", bold=True), Run("b", True, True), Run(" c", bold=True)]),
    ("***a* b**", [Run("a", True, True), Run(" b", bold=True)]),
    ("**a***b*", [Run("a", bold=True), Run("b", italic=True)]),
    ("**a *b** c*", [Run("a ", bold=True), Run("b", True, True), Run(" c", italic=True)]),
    (r"\*không nghiêng\*", [Run("*không nghiêng*")]),
    (r"\\*nghiêng*", [Run("\\"), Run("nghiêng", italic=True)]),
    (r"D:\vanban", [Run(r"D:\vanban")]),
    ("tận cùng \\", [Run("tận cùng \\")]),
    ("(*) Ghi chú", [Run("(*) Ghi chú")]),
    ("**chưa đóng", [Run("**chưa đóng")]),
    ("*a* và *b", [Run("a", italic=True), Run(" và *b")]),
    ("***a**", [Run("*"), Run("a", bold=True)]),
    ("**a***", [Run("a", bold=True), Run("*")]),
    ("*a **b*", [Run("a **b", italic=True)]),
    ("****", [Run("****")]),
    ("**a****b**", [Run("a****b", bold=True)]),
]


@pytest.mark.parametrize(("text", "runs"), READ)
def test_marks_are_read(text: str, runs: list[Run]) -> None:
    assert list(parse_marks(text)) == runs


@pytest.mark.parametrize(
    ("text", "words"), [("**Điều 1.** *Nội* dung", "Điều 1. Nội dung"), (r"5 \* 3", "5 * 3"), ("*", "*"), ("", "")]
)
def test_plain_words(text: str, words: str) -> None:
    assert plain(text) == words


def test_runs_are_written_with_as_few_stars_as_it_takes() -> None:
    runs = [Run("a", bold=True), Run(""), Run("b", bold=True), Run("*c", bold=True, italic=True), Run(" d")]
    assert to_marks(runs) == r"**ab*\*c*** d"


TEXTS = st.text(st.sampled_from("ab *\\*\nđ12()"), max_size=12)
RUNS = st.lists(st.builds(Run, TEXTS, st.booleans(), st.booleans()), max_size=6)


@settings(max_examples=300)
@given(TEXTS)
def test_escaped_text_means_itself(text: str) -> None:
    assert parse_marks(escape(text)) == ((Run(text),) if text else ())


@settings(max_examples=600)
@given(RUNS)
def test_runs_read_back(runs: list[Run]) -> None:
    assert parse_marks(to_marks(runs)) == normalised(runs)


@settings(max_examples=300)
@given(TEXTS)
def test_reading_loses_only_marks(text: str) -> None:
    runs = parse_marks(text)
    assert normalised(runs) == runs
    assert parse_marks(to_marks(runs)) == runs
    assert plain(text).replace("*", "").replace("\\", "") == text.replace("*", "").replace("\\", "")


@pytest.mark.parametrize(
    "text",
    ["năm 2026 (*) và năm 2027 (*)", "5 * 3 * 2", "1 ** 2 ** 3", "* ghi chú *", "a *", "(* a *)", "giá*, lượng*"]
    + ["Hộp 20*30*40 cm", "5*3*2", "2**3**4", "a*b*c", "20*30 cm và 5*7 cm", "*20*30 cm"],
)
def test_stars_that_stand_against_no_words_are_text(text: str) -> None:
    assert parse_marks(text) == (Run(text),)


@pytest.mark.parametrize(
    "text", [r"lưu tại \\may\chung", r"C:\ ổ đĩa", r"C:\(x)\\", "\\", r"\\ \\\ ", r"**\\may\chung"], ids=repr
)
def test_backslashes_away_from_stars_are_text(text: str) -> None:
    assert parse_marks(text) == (Run(text),)
    assert escape(text.replace("*", "")) == text.replace("*", "")


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        (r"C:\*.docx", (Run("C:*.docx"),)),
        (r"C:\\\*.docx", (Run(r"C:\*.docx"),)),
        (r"*\\may\chung*", (Run(r"\\may\chung", italic=True),)),
        (r"x**\đ**iều", (Run("x"), Run("đ", bold=True), Run("iều"))),
        (r"1*\2*\3", (Run("1"), Run("2", italic=True), Run("3"))),
        ("khổ 20*30 *(nghiêng)* và 4*5", (Run("khổ 20*30 "), Run("(nghiêng)", italic=True), Run(" và 4*5"))),
    ],
)
def test_backslashes_and_stars_inside_words(text: str, runs: tuple[Run, ...]) -> None:
    assert parse_marks(text) == runs
    assert parse_marks(to_marks(runs)) == runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("**Mục tiêu:** nội dung", (Run("Mục tiêu:", bold=True), Run(" nội dung"))),
        ("**(đậm)**", (Run("(đậm)", bold=True),)),
        (r"a **\ b\ ** c", (Run("a "), Run(" b ", bold=True), Run(" c"))),
        (r"C:\ a", (Run(r"C:\ a"),)),
    ],
)
def test_marks_stand_against_the_words_they_mark(text: str, runs: tuple[Run, ...]) -> None:
    assert parse_marks(text) == runs
    assert parse_marks(to_marks(runs)) == runs
