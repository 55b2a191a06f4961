"""Faults put into a sound Word file by hand, as a person in Word might: one for each thing that a check looks at."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

Damage = Callable[[Document], None]


def damaged(sound: bytes, damage: Damage) -> bytes:
    """Return the file with the fault in it."""
    document = docx.Document(io.BytesIO(sound))
    damage(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def in_style(document: Document, style: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of a style, those in tables included."""
    for element in document.element.body.iter(qn("w:p")):
        paragraph = Paragraph(element, document._body)
        if paragraph.style is not None and paragraph.style.name == style:
            yield paragraph


def size(style: str, points: float) -> Damage:
    """Another size of the letters."""

    def damage(document: Document) -> None:
        for paragraph in in_style(document, style):
            for run in paragraph.runs:
                run.font.size = Pt(points)

    return damage


def mark(style: str, *, bold: bool | None = None, italic: bool | None = None) -> Damage:
    """Another weight or slope of the letters."""

    def damage(document: Document) -> None:
        for paragraph in in_style(document, style):
            for run in paragraph.runs:
                run.font.bold, run.font.italic = bold, italic

    return damage


def font(style: str, name: str) -> Damage:
    """Another typeface."""

    def damage(document: Document) -> None:
        for paragraph in in_style(document, style):
            for run in paragraph.runs:
                run.font.name = name

    return damage


def left_aligned(style: str) -> Damage:
    """Alignment at the left edge."""

    def damage(document: Document) -> None:
        for paragraph in in_style(document, style):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT

    return damage


def paragraph_format(style: str, **values: object) -> Damage:
    """Other indents, spaces or line spacing."""

    def damage(document: Document) -> None:
        for paragraph in in_style(document, style):
            for name, value in values.items():
                setattr(paragraph.paragraph_format, name, value)

    return damage


def words(style: str, text: str) -> Damage:
    """Other words, in as many lines as the text has."""

    def damage(document: Document) -> None:
        for paragraph in in_style(document, style):
            first, *others = paragraph.runs
            first.text = text
            for run in others:
                run.text = ""

    return damage


def without(style: str) -> Damage:
    """The paragraphs of a style taken out."""

    def damage(document: Document) -> None:
        for paragraph in list(in_style(document, style)):
            paragraph._p.getparent().remove(paragraph._p)

    return damage


def border(style: str, kind: str) -> Damage:
    """Another kind of line below the paragraphs of a style: nil, dashed."""

    def damage(document: Document) -> None:
        for paragraph in in_style(document, style):
            borders = OxmlElement("w:pBdr")
            bottom = OxmlElement("w:bottom")
            for name, value in (("val", kind), ("sz", "6"), ("space", "0"), ("color", "000000")):
                bottom.set(qn(f"w:{name}"), value)
            borders.append(bottom)
            paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:spacing", "w:ind", "w:jc")

    return damage


def page(**values: object) -> Damage:
    """Other paper or margins in all sections."""

    def damage(document: Document) -> None:
        for section in document.sections:
            for name, value in values.items():
                setattr(section, name, value)

    return damage


def narrow_right_column(document: Document) -> None:
    """Quốc hiệu has less room than it needs."""
    table = document.tables[0]
    for row in table.rows:
        for cell, width in zip(row.cells, (Mm(80), Mm(80)), strict=True):
            cell.width = width
    for column in table.columns:
        column.width = Mm(80)


def name_in_two_lines(document: Document) -> None:
    """The name of the office broken by hand behind VÀ."""
    (paragraph,) = in_style(document, "Cơ quan ban hành")
    first, *others = paragraph.runs
    for run in others:
        run.text = ""
    first.text = "SỞ GIÁO DỤC VÀ"
    first.add_break(WD_BREAK.LINE)
    first.add_text("ĐÀO TẠO")


def unnumbered_start(document: Document) -> None:
    """The page numbers of the appendix go on from the text before it."""
    for start in list(document.element.body.iter(qn("w:pgNumType"))):
        start.getparent().remove(start)


def numbered_first_page(document: Document) -> None:
    """The first page bears its number."""
    for mark_ in list(document.element.body.iter(qn("w:titlePg"))):
        mark_.getparent().remove(mark_)


def page_number_at_the_left(document: Document) -> None:
    """The page number stands at the left."""
    document.styles["Số trang"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT


def small_page_number(document: Document) -> None:
    """The page number is set in 10 points."""
    document.styles["Số trang"].font.size = Pt(10)


def signature_on_a_new_page(document: Document) -> None:
    """Nothing but the signature stands on the last page."""
    table = document.tables[1]
    paragraph = OxmlElement("w:p")
    table._tbl.addprevious(paragraph)
    Paragraph(paragraph, document._body).add_run().add_break(WD_BREAK.PAGE)


def torn_signature(document: Document) -> None:
    """The name of the signer comes on the page after Nơi nhận."""
    rows_may_split(document)
    for paragraph in document.element.body.iter(qn("w:p")):
        Paragraph(paragraph, document._body).paragraph_format.keep_with_next = False
    for paragraph in in_style(document, "Chỗ ký"):
        paragraph.paragraph_format.space_before = Mm(150)


def rows_may_split(document: Document) -> None:
    """Rows of tables may break at the end of a page."""
    for kept in list(document.element.body.iter(qn("w:cantSplit"))):
        kept.getparent().remove(kept)


def heading_row_once(document: Document) -> None:
    """The heading rows of tables are not repeated."""
    for heading in list(document.element.body.iter(qn("w:tblHeader"))):
        heading.getparent().remove(heading)


def flat_rows(document: Document) -> None:
    """The rows of the last table are lower than their text."""
    for row in document.tables[-1].rows[1:]:
        height = OxmlElement("w:trHeight")
        height.set(qn("w:val"), "300")
        height.set(qn("w:hRule"), "exact")
        row._tr.get_or_add_trPr().append(height)


def wide_words(document: Document) -> None:
    """A word wider than its cell, pushed over the border."""
    for row in document.tables[-1].rows[1:]:
        row.cells[1].paragraphs[0].paragraph_format.right_indent = Mm(-15)


def signers_swapped(document: Document) -> None:
    """The secretary of minutes at the right, the chair at the left."""
    (row,) = document.tables[-1].rows
    secretary, chair = row.cells
    chair._tc.addnext(secretary._tc)
