"""Plain texts judged by their words: what words show is found as in Word, what they do not show is not guessed."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from generator.errors import DataError
from generator.lint.evidence import Evidence
from generator.lint.gate import Judgement, judge
from generator.lint.rule import all_rules
from generator.lint.subject import Subject
from generator.lint.text import subject_of_text
from generator.lint.word import subject_of
from generator.reading.lines import Line
from generator.registers.catalog import bundled_legal_register
from tests.corpus import FILES, needs_corpus, source
from tests.lint.cases import Case, cases
from tests.lint.documents import FIELDS, good
from tests.lint.mutations import mutated

_OF_WORDS = {code for code, one in all_rules().items() if one.needs is Evidence.WORDS}


def as_text(data: bytes) -> bytes:
    """Return a Word file as text: one line a paragraph, as it is shown, the cells of a row parted by tabs."""
    subject = subject_of(data, "thu.docx")
    return "\n\n".join(_shown(subject, line) for line in subject.reading.lines).encode()


def _shown(subject: Subject, line: Line) -> str:
    if line.cells:
        return "\t".join(line.cells)
    paragraphs = [subject.formatted.paragraph(number) for number in line.numbers]
    return " ".join(" ".join(f"{one.label} {one.shown}".split()) for one in paragraphs)


@cache
def _judged(text: bytes) -> Judgement:
    return judge(subject_of_text(text, "thu.txt"))


@pytest.mark.parametrize("name", FIELDS)
def test_nothing_is_found_in_the_text_of_a_good_document(name: str) -> None:
    assert _judged(as_text(good(name))).findings == ()


WORDED = [
    case
    for case in cases()
    if case.finds
    and case.code in _OF_WORDS
    and not case.with_units
    and all(set(one) & {"text", "replace"} for one in case.steps)
]


@pytest.mark.parametrize("case", WORDED, ids=str)
def test_wrong_words_are_found_in_a_text_as_in_word(case: Case) -> None:
    read = subject_of_text(as_text(mutated(good(case.document), case.steps)), "thu.txt")
    register = bundled_legal_register() if case.with_register else None
    parent = subject_of_text(as_text(good(case.parent)), "cap_tren.txt") if case.parent else None
    findings = judge(replace(read, register=register, parent=parent)).findings
    assert {one.code for one in findings} == {case.code}, list(map(str, findings))


@needs_corpus
@pytest.mark.parametrize("name", FILES)
def test_a_real_text_that_lost_its_letterhead_is_not_blamed_for_it(name: str) -> None:
    codes = {one.code for one in _judged(source(name)).findings}
    assert not codes & {"HD-01", "HD-03", "HD-07", "NO-01", "DT-01", "TT-01"}


@needs_corpus
def test_the_authority_without_a_blank_is_found_in_a_real_text_with_its_line() -> None:
    (finding,) = [one for one in _judged(source("nam định 2024")).findings if one.code == "CK-01"]
    assert finding.found == "«KT.GIÁM ĐỐC»"
    assert str(finding.place) == "Quyền hạn của người ký, dòng 1201"
    assert (finding.place.paragraph, finding.place.line) == (None, 1201)


def test_a_text_with_a_letterhead_lacks_what_it_does_not_have() -> None:
    lines = as_text(good("plan")).decode().split("\n\n")
    without = "\n\n".join(line for line in lines if not line.startswith("Số: 15"))
    (finding,) = _judged(without.encode()).findings
    assert (finding.code, finding.found) == ("NO-01", "không thấy số, ký hiệu")


_SIGNED = "Ký bởi: Sở Nội vụ\nCơ quan: Tỉnh Sông Vân\nNgày ký: 09-03-2026 10:00:00 +07:00\n\n"
_COPIED = (
    "\n\nUBND TỈNH SÔNG VÂN\n\nSAO Y\n\nSố: 07/SY-SNV\n\nSông Vân, ngày 10 tháng 3 năm 2026\n\nNơi nhận:\n\n- Như trên;"
    "\n\n- Lưu: VT.\n\nTL. GIÁM ĐỐC\n\nCHÁNH VĂN PHÒNG\n\nNguyễn Văn B"
)


@pytest.mark.parametrize("name", ["dispatch", "decision"])
def test_marks_of_a_digital_signature_and_of_a_copy_are_no_faults(name: str) -> None:
    text = as_text(good(name)).decode()
    assert _judged(f"{_SIGNED}{text}".encode()).findings == ()
    assert _judged(f"{text}{_COPIED}".encode()).findings == ()


def test_bases_of_one_line_that_lack_their_issuer_are_one_finding() -> None:
    text = (
        "UBND TỈNH SÔNG VÂN\nSỞ NỘI VỤ\nSố: 15/KH-SNV\nKẾ HOẠCH\nCải cách hành chính năm 2026\n\n"
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 về cải cách hành chính; Báo cáo số 34/BC-UBND ngày "
        "06/01/2026 về kết quả năm 2025, Sở Nội vụ ban hành Kế hoạch như sau:\n\nI. MỤC TIÊU\n"
    )
    found = [one for one in judge(subject_of_text(text.encode(), "thu.txt")).findings if one.code == "CC-03"]
    assert [one.found.count("không có cơ quan ban hành") for one in found] == [2]


def test_a_letterhead_of_two_columns_with_tabs_has_each_name_in_its_place() -> None:
    head = (
        "ỦY BAN NHÂN DÂN TỈNH SÔNG VÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "\tVĂN PHÒNG\tĐộc lập - Tự do - Hạnh phúc\nSố: 15/TB-VP\tSông Vân, ngày 09 tháng 3 năm 2026\n"
    )
    judged = subject_of_text(f"{head}THÔNG BÁO\nKết luận của Chủ tịch Ủy ban nhân dân tỉnh\n".encode(), "thu.txt")
    assert judged.formatted.paragraph(2).shown == "VĂN PHÒNG\tĐộc lập - Tự do - Hạnh phúc"
    assert "HD-07" not in {one.code for one in judge(judged).findings}


def test_a_text_without_a_word_is_refused() -> None:
    with pytest.raises(DataError, match="tệp trống"):
        subject_of_text(b" \n\n", "thu.txt")


def test_a_text_that_is_no_official_document_lacks_no_signature() -> None:
    assert _judged("Việc cần làm: họp nhóm, gửi thư mời, đặt phòng.".encode()).findings == ()


def test_a_contract_has_no_recipients() -> None:
    body = "Điều 1. Bên B cung cấp văn phòng phẩm cho Bên A.\nĐẠI DIỆN BÊN A\nGIÁM ĐỐC\nNguyễn Văn A\n"
    title = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHỢP ĐỒNG\nMua văn phòng phẩm\n\n"
    judged = subject_of_text((title + body).encode(), "thu.txt")
    assert judged.kind == "contract"
    assert "NN-01" not in {one.code for one in judge(judged).findings}


def test_cells_printed_one_a_line_are_no_sentences() -> None:
    table = "1\nThanh tra trách nhiệm thực hiện công vụ của các phòng tại Sở\nVăn phòng\nTháng 3\n"
    lines = as_text(good("plan")).decode().split("\n\n")
    place = next(number for number, line in enumerate(lines) if line.startswith("b) Các phòng"))
    text = "\n\n".join([*lines[:place], table, *lines[place:]])
    assert "NG-11" not in {one.code for one in _judged(text.encode()).findings}
    assert "NG-11" in {one.code for one in _judged(text.replace("1\n", "", 1).encode()).findings}
