"""The words of a document as the rules go through them: each paragraph and cell once, with what it is part of."""

from __future__ import annotations

from collections import Counter

from generator.lint.statements import Role
from generator.lint.subject import Subject
from generator.lint.word import subject_of
from tests.lint.documents import good


def _plan() -> Subject:
    return subject_of(good("plan"), "ke_hoach.docx")


def test_every_line_of_the_reading_is_a_statement_once() -> None:
    subject = _plan()
    lines = [line for line in subject.reading.lines if not line.cells]
    assert [one.lines for one in subject.statements if one.role is not Role.CELL] == [line.numbers for line in lines]
    cells = Counter(cell for line in subject.reading.lines for cell in line.cells if cell)
    assert Counter(one.text for one in subject.statements if one.role is Role.CELL) == cells


def test_the_parts_of_a_plan_are_told_apart() -> None:
    statements = _plan().statements
    roles = {one.text: one.role for one in statements}
    assert roles["SỞ NỘI VỤ"] is Role.HEAD
    assert roles["Phụ lục I"] is Role.APPENDIX_HEAD
    assert roles["Nguyễn Văn A"] is Role.SIGNATURE
    assert sum(one.role is Role.BASIS for one in statements) == 3
    assert any(one.role is Role.RECIPIENT and "Các phòng" in one.text for one in statements)


def test_cells_know_their_place_and_their_appendix() -> None:
    cell = next(one for one in _plan().statements if one.text == "Rà soát thủ tục")
    assert cell.role is Role.CELL
    assert cell.appendix == 0
    assert cell.spot.cell is not None
    assert cell.spot.cell.endswith("hàng 2, cột 2")
