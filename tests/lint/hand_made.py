"""Documents as clerks make them in Word: direct formatting, a letterhead in a table, lines drawn by hand."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

_ISSUER_RULE, _MOTTO_RULE, _TITLE_RULE = 11, 60.5, 35
"""Lengths of the rule lines in millimetres."""
_CENTER, _JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
_SENTENCE = (
    "Các phòng, đơn vị theo chức năng, nhiệm vụ được giao chủ động phối hợp, tổ chức thực hiện và báo cáo kết quả"
    " về Văn phòng Sở trước ngày 15 tháng cuối quý để tổng hợp, trình Giám đốc Sở xem xét, chỉ đạo kịp thời."
)
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def _sentence(day: int) -> str:
    """Return the sentence with another day, so that no two paragraphs are the same."""
    return _SENTENCE.replace("ngày 15", f"ngày {day}")


def careless() -> bytes:
    """Return a document as python-docx makes it: Letter, Calibri or Cambria, no letterhead, no page number."""
    word = docx.Document()
    word.add_heading("Kế hoạch cải cách hành chính", level=1)
    for day in (15, 16, 17):
        word.add_paragraph(_sentence(day))
    word.add_paragraph("Rà soát thủ tục", style="List Bullet")
    return saved(word)


def careful(lines: str = "drawn") -> bytes:
    """Return a correct notice.

    Its rule lines are shapes ``drawn`` where they stand, or anchored ``elsewhere``, or ``underscores``; with ``tabs``
    the letterhead is no table, and all its lines are anchored in one paragraph; with ``tabs throughout`` its lines are
    raised underscores, and tabs set the one who signs beside Nơi nhận too.
    """
    word = docx.Document()
    _page(word)
    _tabbed_letterhead(word, lines) if lines.startswith("tabs") else _letterhead(word, lines)
    kind = word.add_paragraph()
    _line(kind, "THÔNG BÁO", bold=True, size=14, align=_CENTER)
    for length in (_ISSUER_RULE, _MOTTO_RULE, _TITLE_RULE) if lines == "elsewhere" else ():
        kind._element.append(_drawn(length))
    title = word.add_paragraph()
    _line(title, "Về việc họp giao ban tháng 3 năm 2026", bold=True, size=14, align=_CENTER)
    _rule(title, word.add_paragraph(), _TITLE_RULE, 14, lines)
    for text in (_SENTENCE, f"1. {_sentence(16)}", f"2. {_sentence(17)[:-1]}./."):
        _body(word, text)
    _tabbed_ending(word) if lines == "tabs throughout" else _ending(word)
    return saved(word)


def saved(word: Document) -> bytes:
    """Return the bytes of a document."""
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def _page(word: Document) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
    section.left_margin = Mm(30)
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = _CENTER
    for kind, text in (("begin", None), (None, "PAGE"), ("separate", None), (None, "2"), ("end", None)):
        _field_run(paragraph, kind, text)


def _field_run(paragraph: Paragraph, kind: str | None, text: str | None) -> None:
    run = paragraph.add_run("" if text in (None, "PAGE") else text)
    _set_font(run, 14)
    if kind:
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._element.append(mark)
    elif text == "PAGE":
        instruction = OxmlElement("w:instrText")
        instruction.text = " PAGE \\* MERGEFORMAT "
        run._element.append(instruction)


def _letterhead(word: Document, lines: str) -> None:
    """The padding of the cells is Word's own."""
    table = word.add_table(rows=2, cols=2)
    table.autofit = False
    for row in table.rows:
        row.cells[0].width, row.cells[1].width = Mm(62), Mm(103)
    left, right = table.rows[0].cells
    _fill(left, [("UBND TỈNH SÔNG VÂN", {"size": 13}), ("SỞ NỘI VỤ", {"size": 13, "bold": True})])
    _rule(left.paragraphs[-1], left.add_paragraph(), _ISSUER_RULE, 13, lines)
    motto = ("Độc lập - Tự do - Hạnh phúc", {"size": 14, "bold": True})
    _fill(right, [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {"size": 13, "bold": True}), motto])
    _rule(right.paragraphs[-1], right.add_paragraph(), _MOTTO_RULE, 14, lines)
    _fill(table.rows[1].cells[0], [("Số: 12/TB-SNV", {"size": 13})])
    _fill(table.rows[1].cells[1], [("Sông Vân, ngày 09 tháng 3 năm 2026", {"size": 14, "italic": True})])


def _tabbed_letterhead(word: Document, lines: str) -> None:
    rows = [
        ("UBND TỈNH SÔNG VÂN", {"size": 13}, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {"size": 13, "bold": True}),
        ("SỞ NỘI VỤ", {"size": 13, "bold": True}, "Độc lập - Tự do - Hạnh phúc", {"size": 14, "bold": True}),
        ("Số: 12/TB-SNV", {"size": 13}, "Sông Vân, ngày 09 tháng 3 năm 2026", {"size": 14, "italic": True}),
    ]
    if lines == "tabs throughout":
        rows.insert(2, ("_" * 8, {"size": 13, "superscript": True}, "_" * 36, {"size": 14, "superscript": True}))
    for left, left_look, right, right_look in rows:
        paragraph = word.add_paragraph()
        for place in (30, 112):
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(place), WD_TAB_ALIGNMENT.CENTER)
        for text, look in ((left, left_look), (right, right_look)):
            _line(paragraph, f"\t{text}", align=WD_ALIGN_PARAGRAPH.LEFT, **look)
        for length in (_ISSUER_RULE, _MOTTO_RULE) if lines == "tabs" and left.startswith("SỞ") else ():
            paragraph._element.append(_drawn(length))


def _tabbed_ending(word: Document) -> None:
    small = {"size": 11}
    rows = [
        ("Nơi nhận:", {"size": 12, "bold": True, "italic": True}, "GIÁM ĐỐC"),
        ("- Các phòng thuộc Sở;", small, ""),
        ("- Lưu: VT, VP.", small, "Nguyễn Văn A"),
    ]
    for left, look, right in rows:
        paragraph = word.add_paragraph()
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(115), WD_TAB_ALIGNMENT.CENTER)
        _line(paragraph, left, align=WD_ALIGN_PARAGRAPH.LEFT, **look)
        if right:
            _line(paragraph, f"\t{right}", align=WD_ALIGN_PARAGRAPH.LEFT, size=14, bold=True)


def _ending(word: Document) -> None:
    left, right = word.add_table(rows=1, cols=2).rows[0].cells
    items = [("Nơi nhận:", {"size": 12, "bold": True, "italic": True})]
    items += [(text, {"size": 11}) for text in ("- Các phòng thuộc Sở;", "- Lưu: VT, VP.")]
    _fill(left, items, align=WD_ALIGN_PARAGRAPH.LEFT)
    _fill(right, [(text, {"size": 14, "bold": True}) for text in ("GIÁM ĐỐC", "", "", "Nguyễn Văn A")])


def _fill(cell: _Cell, lines: Sequence[tuple[str, dict[str, Any]]], align: WD_ALIGN_PARAGRAPH = _CENTER) -> None:
    for place, (text, look) in enumerate(lines):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        _line(paragraph, text, align=align, **look)


def _line(paragraph: Paragraph, text: str, *, align: WD_ALIGN_PARAGRAPH, size: float, **look: bool) -> None:
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(text)
    _set_font(run, size)
    for name, value in look.items():
        setattr(run.font if name == "superscript" else run, name, value)


def _set_font(run: Any, size: float) -> None:
    run.font.name, run.font.size = "Times New Roman", Pt(size)


def _body(word: Document, text: str) -> None:
    paragraph = word.add_paragraph()
    _line(paragraph, text, align=_JUSTIFY, size=14)
    paragraph.paragraph_format.first_line_indent = Mm(12.7)
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.line_spacing = Pt(6), 1.15


def _rule(above: Paragraph, below: Paragraph, length: float, size: float, lines: str) -> None:
    """Draw a line of a length in mm: a shape anchored in the paragraph above, or underscores in the one below."""
    if lines == "elsewhere":
        return
    if lines in ("drawn", "tabs", "tabs throughout"):
        above._element.append(_drawn(length))
        below.paragraph_format.space_after = Pt(0)
        return
    one = 0.5 * size * 25.4 / 72
    """The width of an underscore of Times New Roman."""
    _line(below, "_" * round(length / one), align=_CENTER, size=size)


def _drawn(length: float) -> Any:
    wide = round(length * 36000)
    return parse_xml(
        f'<w:r {_NAMESPACES}><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0"'
        ' relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>200000</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{wide}" cy="0"/><wp:wrapNone/><wp:docPr id="1" name="Đường kẻ"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525">'
        '<a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )
