"""PDF files judged by what their pages show: the same faults as in Word, none where nothing is wrong or can be told."""

from __future__ import annotations

import io
from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest

from generator.lint.evidence import Evidence
from generator.lint.faces import face_of
from generator.lint.finding import Finding
from generator.lint.gate import judge
from generator.lint.pdf import subject_of_pdf
from generator.lint.printed import Frame
from generator.lint.printed_lines import alignment_of
from generator.lint.printed_words import runs_of
from generator.lint.rule import all_rules, chosen_rules
from generator.lint.subject import Subject
from generator.office import convert
from generator.ooxml.formatting.values import FormattedDocument, Paragraph, Part
from generator.ooxml.package import write_parts
from generator.reading.lines import Line
from generator.reading.pdf.rows import Row, Word
from generator.reading.pdf.strips import Area, Strip
from generator.reading.recognition import recognise
from tests.lint.cases import Case, cases
from tests.lint.documents import FIELDS, good
from tests.lint.mutations import mutated
from tests.reading.pdf.drawn import Drawn, body, pdf_of
from tests.rendered import document, rendered

_DOCUMENTS = ("plan", "dispatch", "decision", "regulation", "long", "wrapped", "addressed")
_OF_FORM = ("PG", "HD", "NO", "DT", "TT", "CC", "KG", "ND", "NN", "CK", "PL")
_HARD = {
    "DT-03 ở dòng khác với số, ký hiệu",
    "HD-01 không có Quốc hiệu",
    "HD-06 gạch chân chữ thay cho đường kẻ",
    "HD-08 dãy gạch dưới, như mẫu của chính Nghị định",
    "ND-03 giãn đôi",
    "PG-02 thân văn bản trên trang ngang mà không có bảng",
    "TT-04 sát dòng số, ký hiệu",
}
"""Cases that are tried beside the first one of each rule, since only places tell them."""
_NOT_SHOWN = {
    "PG-03 lề trên quá rộng": "one millimetre is what line spacing and space above the first line may make up",
    "PG-03 lề của trang ngang chỉ bị nhắc": "a page that is not full does not show where it would end",
    "PG-09 phụ lục đánh số trang tiếp theo văn bản": "appendices of one page show no number",
}
"""Faults that the page does not show, and why."""
_WITH = {"PG-02 thân văn bản trên trang ngang mà không có bảng": {"HD-02"}}
"""Other rules that find something on the page: a letterhead of portrait width leaves Quốc hiệu in the left half."""


def _case(code: str, what: str, **values: Any) -> Case:
    """Return a fault of a section of the plan with a long appendix, of that appendix where no other is named."""
    number = values.pop("number", 2)
    return Case(code, what, "long", [{"section": number, **values}], finds="")


_TURNED = [297, 210]
_LONG = [
    _case("PG-09", "phụ lục dài đánh số trang tiếp theo văn bản", restart=False),
    _case(
        "PG-03", "trang ngang đầy bảng, lề dưới hẹp", paper=[297, 210], orientation="landscape", margins={"bottom": 12}
    ),
    _case("PG-03", "lề trên rộng tới 32 mm", number=0, margins={"top": 32}),
    _case("PG-03", "lề phải hẹp", number=0, margins={"right": 13.5}),
]
"""Faults that only pages show that are full, or far off."""


def _long() -> bytes:
    """Return the plan with an appendix of several pages."""
    document = docx.Document(io.BytesIO(good("plan")))
    rows = document.tables[-1].rows
    for _ in range(60):
        rows[-1]._tr.addnext(deepcopy(rows[-1]._tr))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _wrapped() -> bytes:
    """Return a document whose trích yếu, and the title of the one who signs, take several lines."""
    subject = "Làm việc của Tổ công tác rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý của Sở Nội vụ"
    signature = {
        "authority": [{"code": "TUQ.", "of": "Giám đốc"}],
        "position": "Trưởng phòng Cải cách hành chính",
        "name": "Nguyễn Văn A",
    }
    return write_parts(rendered(document(**{**FIELDS["regulation"], "subject": subject, "signature": signature})))


def _addressed() -> bytes:
    """Return a dispatch to several offices, the name of the last of which takes two lines."""
    names = ["Sở Nội vụ", "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên Hạ Vân"]
    return write_parts(rendered(document(**{**FIELDS["dispatch"], "addressees": names})))


_MADE = {"long": _long, "wrapped": _wrapped, "addressed": _addressed}


def _source(name: str) -> bytes:
    return _MADE[name]() if name in _MADE else good(name)


def _shown() -> list[Case]:
    """Return one fault of each rule of form that a page shows, and those that only places tell."""
    first: dict[str, Case] = {}
    hard = []
    for case in cases():
        told = case.code[:2] in _OF_FORM and not case.with_units and all_rules()[case.code].needs <= Evidence.PAGE
        if told and str(case) in _HARD:
            hard.append(case)
        elif told and case.finds and str(case) not in _NOT_SHOWN:
            first.setdefault(case.code, case)
    return [*first.values(), *hard, *_LONG]


SHOWN = _shown()


@cache
def _printed(folder: Path) -> dict[str, bytes]:
    """Return the good documents and the broken ones as PDF, by their names, all made in one go."""
    files = {name: _source(name) for name in _DOCUMENTS}
    files |= {str(case): mutated(_source(case.document), case.steps) for case in SHOWN}
    sources = []
    for number, data in enumerate(files.values()):
        sources.append(folder / f"{number}.docx")
        sources[-1].write_bytes(data)
    made = convert(sources, folder / "pdf")
    return {name: path.read_bytes() for name, path in zip(files, made, strict=True)}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return _printed(tmp_path_factory.mktemp("pdf"))


def _of_form(data: bytes) -> list[Finding]:
    return list(judge(subject_of_pdf(data, "thu.pdf"), chosen_rules(_OF_FORM)).findings)


@pytest.mark.office
@pytest.mark.parametrize("name", _DOCUMENTS)
def test_nothing_is_found_in_the_pages_of_a_good_document(name: str, printed: dict[str, bytes]) -> None:
    subject = subject_of_pdf(printed[name], name)
    assert subject.evidence is Evidence.PAGE
    assert _of_form(printed[name]) == []


def test_many_faults_are_tried() -> None:
    assert len(SHOWN) >= 50
    assert {str(case) for case in SHOWN} >= _HARD


@pytest.mark.office
@pytest.mark.parametrize("case", SHOWN, ids=str)
def test_a_fault_of_a_word_file_is_found_on_its_pages(case: Case, printed: dict[str, bytes]) -> None:
    found = _of_form(printed[str(case)])
    expected = {case.code, *_WITH.get(str(case), ())} if case.finds is not None else set()
    assert {one.code for one in found} == expected, "\n".join(map(str, found))
    assert all(one.place.paragraph is None for one in found)


@pytest.mark.office
def test_a_finding_names_page_and_line(printed: dict[str, bytes]) -> None:
    case = next(case for case in SHOWN if case.code == "NO-02")
    (finding,) = _of_form(printed[str(case)])
    assert (finding.place.page, finding.place.line) == (1, 3)
    assert str(finding.place) == "Số, ký hiệu, trang 1, dòng 3"


@pytest.mark.parametrize(
    ("name", "face"),
    [
        ("ABCDEF+TimesNewRomanPS-BoldMT", "Times New Roman"),
        ("TimesNewRoman,BoldItalic", "Times New Roman"),
        ("BAAAAA+LiberationSerif-Bold", "Times New Roman"),
        ("Tinos-Regular", "Times New Roman"),
        ("Times-Roman", "Times New Roman"),
        ("NimbusRomNo9L-Medi", "Times New Roman"),
        ("TeXGyreTermes-Regular", "Times New Roman"),
        ("ABCDEF+VNI-Times", "VNI-Times"),
        (".VnTime", ".VnTime"),
        ("LiberationSans-Bold", "LiberationSans"),
        ("ABCDEF+Arial-BoldMT", "Arial"),
        ("ArialMT", "Arial"),
        ("Calibri-Light", "Calibri-Light"),
        ("CIDFont+F1", ""),
        ("TT2", ""),
        ("C0_1", ""),
        ("GlyphLessFont", ""),
    ],
)
def test_fonts_are_known_by_the_names_that_programs_give_them(name: str, face: str) -> None:
    assert face_of(name, "Times New Roman") == face


def _lines(size: float = 14, **more: Any) -> bytes:
    """Return a page of running text in letters of a size."""
    words = "Sở Nội vụ đề nghị các phòng, đơn vị báo cáo kết quả thực hiện nhiệm vụ được giao."
    return pdf_of(Drawn([replace(one, size=size) for one in body([words] * 20)], **more))


def test_pages_printed_at_another_scale_are_judged_by_their_words_alone() -> None:
    assert subject_of_pdf(_lines(13.3), "thu.pdf").evidence is Evidence.WORDS
    assert subject_of_pdf(_lines(13.02), "thu.pdf").evidence is Evidence.PAGE


def test_a_scan_with_a_layer_of_text_is_judged_by_its_words_alone() -> None:
    subject = subject_of_pdf(_lines(pictured=True), "thu.pdf")
    assert subject.evidence is Evidence.WORDS
    assert subject.places[3] == (1, 3)


@pytest.mark.parametrize(("font", "codes"), [("CIDFont+F1", []), ("ABCDEF+TimesNewRomanPSMT", ["HD-02"])])
def test_letters_of_a_nameless_font_have_no_weight(font: str, codes: list[str]) -> None:
    words = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    row = Row((Word(words, 260, 500, 13, bold=False, italic=False, font=font),), 70, 83, 80, 13, page=1)
    runs = runs_of([Strip(row, Area(85, 538))], lambda before, after: " ")
    paragraph = Paragraph(1, Part.BODY, 0, runs, alignment="")
    subject = Subject(recognise([Line(words, (1,))], "thu.pdf"), FormattedDocument((paragraph,), ()))
    assert [one.code for one in judge(subject, chosen_rules(["HD-02"])).findings] == codes


def _strip(place: int, x0: float, x1: float) -> Strip:
    row = Row((Word("x", x0, x1, 11, bold=False, italic=False),), 70 + place * 15, 81 + place * 15, 80, 11, page=1)
    return Strip(row, Area(85, 538))


@pytest.mark.parametrize(
    ("others", "wanted"),
    [
        ([(290, 330), (280, 340)], "center"),
        ([(85, 137), (85, 150)], ""),
    ],
)
def test_lines_flush_with_others_are_not_centred_by_chance(others: list[tuple[float, float]], wanted: str) -> None:
    own = _strip(0, 270, 350) if wanted else _strip(0, 85, 147)
    beside = [own, *(_strip(place, x0, x1) for place, (x0, x1) in enumerate(others, start=1))]
    assert alignment_of([own], Frame(85, 538), None, beside) == wanted
