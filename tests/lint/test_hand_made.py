"""Files that others made: what is right in them is let pass, what is wrong is named, and nothing fails."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from unicodedata import normalize

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from generator.errors import DataError
from generator.lint.word import judge_word
from tests.lint.documents import FIELDS, good
from tests.lint.hand_made import careful, careless, saved
from tests.lint.mutations import mutated


@pytest.mark.parametrize("lines", ["drawn", "elsewhere", "underscores", "tabs", "tabs throughout"])
def test_a_correct_document_made_in_word_passes(lines: str) -> None:
    findings = judge_word(careful(lines), "thông báo.docx").findings
    assert findings == (), "\n".join(map(str, findings))


def test_a_line_too_few_is_missed_under_the_component_it_does_not_fit() -> None:
    word = docx.Document(BytesIO(careful("elsewhere")))
    drawing = next(word.element.body.iter(qn("w:drawing")))
    drawing.getparent().remove(drawing)
    findings = judge_word(saved(word), "thong_bao.docx").findings
    assert [(one.code, one.found) for one in findings] == [("HD-08", "không có đường kẻ")]


@pytest.mark.parametrize("count", [8, 60])
def test_raised_underscores_far_too_few_or_too_many_are_told(count: int) -> None:
    word = docx.Document(BytesIO(careful("tabs throughout")))
    run = next(run for one in word.paragraphs for run in one.runs if run.text.strip("\t") == "_" * 36)
    run.text = "\t" + "_" * count
    findings = judge_word(saved(word), "thong_bao.docx").findings
    assert [(one.code, one.place.quote) for one in findings] == [("HD-06", "Độc lập - Tự do - Hạnh phúc")]


def test_of_a_letterhead_in_an_old_encoding_only_the_letters_are_told() -> None:
    word = docx.Document(BytesIO(careful("underscores")))
    words = {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": "Céng hßa x· héi chñ nghÜa ViÖt Nam"}
    words |= {"Độc lập - Tự do - Hạnh phúc": "§éc lËp - Tù do - H¹nh phóc", "SỞ NỘI VỤ": "Së Néi vô"}
    for run in word.element.body.iter(qn("w:t")):
        run.text = words.get(run.text, run.text)
    assert {one.code for one in judge_word(saved(word), "thong_bao.docx").findings} == {"PG-05"}


def test_the_line_may_stand_below_the_note_of_what_is_issued_with_another_document() -> None:
    word = docx.Document(BytesIO(careful("underscores")))
    title = next(one for one in word.paragraphs if one.text.startswith("Về việc"))
    note = deepcopy(title._element)
    title._element.addnext(note)
    Paragraph(note, title._parent).runs[0].text = "(Kèm theo Quyết định số 12/QĐ-SNV ngày 09/3/2026)"
    assert "TT-02" not in {one.code for one in judge_word(saved(word), "thong_bao.docx").findings}


@pytest.mark.parametrize(("parent", "severity"), [("BỘ CHỈ HUY QUÂN SỰ TỈNH", "hint"), ("UBND TỈNH", "error")])
def test_ranks_before_a_name_are_a_hint_where_the_sector_decides_on_them(parent: str, severity: str) -> None:
    steps = [{"paragraph": "UBND TỈNH", "text": parent}, {"paragraph": "Nguyễn Văn A", "text": "Đại tá Nguyễn Văn A"}]
    (finding,) = judge_word(mutated(careful("underscores"), steps), "thong_bao.docx").findings
    assert (finding.code, finding.severity.value) == ("CK-03", severity)


def test_words_in_decomposed_letters_are_the_same_words() -> None:
    word = docx.Document(BytesIO(careful("underscores")))
    for run in word.element.body.iter(qn("w:t")):
        run.text = normalize("NFD", run.text)
    assert {one.code for one in judge_word(saved(word), "thong_bao.docx").findings} == {"PG-05"}


def test_lines_are_measured_in_the_widths_of_the_cells_not_of_the_grid() -> None:
    word = docx.Document(BytesIO(good("plan")))
    for column in word.tables[0]._tbl.tblGrid.findall(qn("w:gridCol")):
        column.set(qn("w:w"), "4535")
    assert judge_word(saved(word), "ke_hoach.docx").findings == ()


def test_a_careless_document_gets_its_faults_named() -> None:
    judgement = judge_word(careless(), "ke_hoach.docx")
    found = {finding.code: finding.found for finding in judgement.findings}
    assert found["PG-01"] == "215,9 x 279,4 mm"
    assert found["PG-03"].startswith("lề")
    assert "phông «" in found["PG-04"]
    assert "màu #" in found["PG-06"]
    assert {"HD-01", "HD-03", "HD-07", "NO-01", "DT-01", "TT-01", "NN-01", "CK-01"} <= set(found)
    assert judgement.kind is None


def test_an_empty_document_lacks_its_parts() -> None:
    codes = {finding.code for finding in judge_word(saved(docx.Document()), "rong.docx").findings}
    assert {"PG-01", "HD-01", "TT-01"} <= codes


def test_tables_alone_do_not_stop_the_gate() -> None:
    word = docx.Document()
    outer = word.add_table(rows=2, cols=3)
    outer.cell(0, 0).add_table(rows=1, cols=2)
    outer.cell(1, 0).merge(outer.cell(1, 2)).text = "Số: 5/KH-SNV"
    assert judge_word(saved(word), "bang.docx").findings


@pytest.mark.parametrize("name", FIELDS)
def test_whatever_paragraph_or_table_is_lost_the_gate_answers(name: str) -> None:
    count = sum(1 for _ in docx.Document(BytesIO(good(name))).element.body.iter(qn("w:p"), qn("w:tbl")))
    for place in range(count):
        word = docx.Document(BytesIO(good(name)))
        lost = list(word.element.body.iter(qn("w:p"), qn("w:tbl")))[place]
        lost.getparent().remove(lost)
        assert judge_word(saved(word), name).kind in (FIELDS[name]["kind"], None, "dispatch")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7", BytesIO(b"x" * 999).getvalue()])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(DataError):
        judge_word(data, "hong.docx")
