"""The measuring stick: independent of the program, and right on a page whose measures are known."""

from __future__ import annotations

import ast
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from generator.office import convert, find_soffice
from tests.measuring.measure import measure
from tests.measuring.values import MM, Measured, paragraphs

FOLDER = Path(__file__).parent
WORDS = "Thủ trưởng các cơ quan, đơn vị chịu trách nhiệm tổ chức thực hiện và báo cáo kết quả đúng hạn được giao. "
NEAR = 0.5 * MM


def test_stick_takes_nothing_from_the_program() -> None:
    stick = [path for path in FOLDER.glob("*.py") if not path.name.startswith("test_")]
    assert len(stick) > 5
    for path in stick:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in names if name.partition(".")[0] == "generator"], path.name


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    """A page of A4 with margins of 30 and 20 mm: a justified paragraph, a bold centred line, a table, a second page."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.top_margin = section.bottom_margin = Mm(25)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    style.paragraph_format.space_after = Pt(0)
    text = document.add_paragraph(WORDS * 3)
    text.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    text.paragraph_format.first_line_indent = Mm(12.7)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("TÊN LOẠI").bold = True
    table = document.add_table(2, 2, "Table Grid")
    for cell, words in zip((cell for row in table.rows for cell in row.cells), ("a", "b", "c", WORDS), strict=True):
        cell.text = words
    document.add_page_break()
    document.add_paragraph("Nghiêng").runs[0].italic = True
    path = tmp_path_factory.mktemp("stick") / "a.docx"
    document.save(str(path))
    return measure(convert([path], path.parent)[0].read_bytes())


@pytest.mark.office
@pytest.mark.skipif(find_soffice() is None, reason="chưa cài LibreOffice (libreoffice-writer-nogui)")
class TestKnownPage:
    def test_paper_and_edges(self, found: Measured) -> None:
        assert [(round(page.width / MM), round(page.height / MM)) for page in found.pages] == [(210, 297)] * 2
        text = paragraphs(found.pages[0].lines)[0]
        assert len(text) > 3
        assert text[1].x0 == pytest.approx(30 * MM, abs=NEAR)
        assert text[0].x0 == pytest.approx(42.7 * MM, abs=NEAR)
        assert text[0].x1 == pytest.approx(190 * MM, abs=2 * NEAR)
        assert text[0].top == pytest.approx(25 * MM, abs=NEAR)

    def test_text_size_weight_and_slope(self, found: Measured) -> None:
        text, title = paragraphs(found.pages[0].lines)[:2]
        assert " ".join(line.text for line in text) == (WORDS * 3).strip()
        assert {(line.size, line.bold, line.italic) for line in text} == {(14.0, False, False)}
        assert [(line.text, line.size, line.bold, line.italic) for line in title] == [("TÊN LOẠI", 14.0, True, False)]
        assert title[0].centre == pytest.approx(110 * MM, abs=NEAR)
        assert [(line.text, line.italic) for line in found.pages[1].lines] == [("Nghiêng", True)]

    def test_ruled_cells_hold_their_text(self, found: Measured) -> None:
        (part,) = found.pages[0].tables
        assert [cell.text for cell in part.cells] == ["a", "b", "c", WORDS.strip()]
        assert [len(cell.rows) for cell in part.cells] == [1] * 4
        assert len({row for cell in part.cells for row in cell.rows}) == 2
        assert part.box.x1 - part.box.x0 == pytest.approx(160 * MM, abs=4 * NEAR)
        assert not any(line in found.pages[0].unruled for cell in part.cells for line in cell.lines)

    def test_what_is_not_there_is_empty(self, found: Measured) -> None:
        assert {part for part, lines in vars(found.head).items() if lines} == {"type_name"}
        assert not found.ending.lines
        assert not found.appendices
        assert found.pages[0].number_line is None
