"""What a draft of ours says is still missing is read as missing."""

from __future__ import annotations

from generator.importers.document import document_of
from generator.reading.gaps import without_gaps
from generator.reading.letterhead import with_whole_components
from generator.reading.lines import Line
from generator.reading.pdf.reader import read_pdf
from generator.vietnamese.dates import PartialDate
from tests.reading.pdf.drawn import Drawn, Text, body, pdf_of

DRAFT = [
    Text(85, 60, "[CẦN BỔ SUNG: tên cơ quan"),
    Text(320, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 11, bold=True),
    Text(120, 78, "ban hành]"),
    Text(360, 78, "Độc lập - Tự do - Hạnh phúc", 11, bold=True),
    Text(85, 100, "Số:     /KH-[CẦN BỔ SUNG: chữ"),
    Text(320, 100, "[CẦN BỔ SUNG: địa danh], ngày 05 tháng 6", 11),
    Text(100, 118, "viết tắt]"),
    Text(400, 118, "năm 2026", 11),
    Text(270, 150, "KẾ HOẠCH", bold=True),
    Text(180, 168, "[CẦN BỔ SUNG: trích yếu nội dung]", bold=True),
    *body(["I. MỤC TIÊU", "1. Rà soát quy định;", "2. Lập danh mục."], y=200),
]


def lines(*texts: str) -> list[Line]:
    return [Line(text, (number,)) for number, text in enumerate(texts, start=1)]


def test_gaps_alone_on_a_line_are_left_out_and_named() -> None:
    kept, notes = without_gaps(lines("- [CẦN BỔ SUNG: nơi nhận];", "Của [CẦN BỔ SUNG: tên cơ quan] ban hành"))
    assert [line.text for line in kept] == ["Của [CẦN BỔ SUNG: tên cơ quan] ban hành"]
    assert [(note.code, note.place.quote) for note in notes] == [("gap", "- [CẦN BỔ SUNG: nơi nhận];")]


def test_a_gap_over_lines_is_put_together() -> None:
    wrapped = lines("[CẦN BỔ SUNG: tên", "cơ quan chủ quản]", "[CẦN BỔ SUNG: không đóng", "a", "b", "c")
    assert [line.text for line in with_whole_components(wrapped)][:2] == [
        "[CẦN BỔ SUNG: tên cơ quan chủ quản]",
        "[CẦN BỔ SUNG: không đóng",
    ]


def test_a_draft_of_ours_in_pdf_comes_back_with_its_gaps() -> None:
    document = document_of(read_pdf(pdf_of(Drawn(DRAFT)), "a.pdf")).document
    assert document.kind == "plan"
    assert (document.subject, document.issuer.name, document.issuer.place, document.issuer.symbol) == (None,) * 4
    assert document.date == PartialDate(year=2026, month=6, day=5)
    assert document.unplaced == ()
