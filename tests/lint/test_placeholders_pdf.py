"""Gaps of a draft are found in its PDF where they are found in its Word file, broken over lines or alone on one."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.lint.gate import judge
from generator.lint.pdf import subject_of_pdf
from generator.lint.placeholders import placeholders
from generator.lint.word import subject_of
from generator.office import convert
from generator.ooxml.package import write_parts
from tests.reading.pdf.drawn import Drawn, Text, body, pdf_of
from tests.rendered import document, rendered

GAPS = [
    "[CẦN BỔ SUNG: nội dung mục II.3]",
    "[CẦN BỔ SUNG: " + "kết quả thực hiện nhiệm vụ trong quý so với cùng kỳ năm trước, " * 4 + "đánh giá]",
    "[CẦN BỔ SUNG: số liệu 3/3.1.1 về tổng số hồ sơ đã giải quyết xong của các đơn vị trực thuộc trong quý I]",
    "[CẦN BỔ SUNG: nhiệm vụ quý II]",
    "[CẦN BỔ SUNG: nguyên nhân của số liệu trong dòng này]",
]


def _draft() -> bytes:
    """Return a report with gaps: alone, long, inside a sentence, as an entry of a list, in a cell."""
    blocks = [
        {"kind": "paragraph", "text": GAPS[0]},
        {"kind": "paragraph", "text": GAPS[1]},
        {"kind": "paragraph", "text": f"Trong kỳ đã có {GAPS[2]} và nội dung khác."},
        {"kind": "item", "text": GAPS[3]},
        {"kind": "table", "rows": [[{"text": "STT"}, {"text": "Ghi chú"}], [{"text": "1"}, {"text": GAPS[4]}]]},
    ]
    sections = [{"kind": "section", "title": "Kết quả", "blocks": blocks}]
    return write_parts(rendered(document(kind="report", subject="Kết quả công tác quý I", sections=sections)))


@pytest.mark.office
def test_a_pdf_has_the_gaps_of_its_word_file(tmp_path: Path) -> None:
    word = tmp_path / "a.docx"
    word.write_bytes(_draft())
    (pdf,) = convert([word], tmp_path / "pdf")
    subjects = {
        ".docx": subject_of(word.read_bytes(), "a.docx"),
        ".pdf": subject_of_pdf(pdf.read_bytes(), "a.pdf"),
    }
    found = {
        suffix: [one.found for one in judge(subject).findings if one.code == "NC-03"]
        for suffix, subject in subjects.items()
    }
    assert {f"«{gap}»" for gap in GAPS} <= set(found[".docx"])
    assert sorted(found[".pdf"]) == sorted(found[".docx"])


def test_a_gap_alone_on_a_line_has_its_place() -> None:
    page = [Text(270, 100, "BÁO CÁO", bold=True), *body(["I. KẾT QUẢ", "[CẦN BỔ SUNG: kết quả", "quý I]"], y=140)]
    subject = subject_of_pdf(pdf_of(Drawn(page)), "a.pdf")
    (found,) = placeholders(subject)
    assert (found.words, found.is_sure) == ("[CẦN BỔ SUNG: kết quả quý I]", True)
    assert str(subject.located(found.spot)) == "thân văn bản, trang 1, dòng 3"
