"""A Word file with much that a repair must carry along: changes, controls, links, fields, boxes, lists, comments."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.oxml import parse_xml
from docx.shared import Mm

from tests.lint.hand_made import careful, saved

TEXT = (
    "Các phòng, đơn vị theo chức năng, nhiệm vụ được giao chủ động phối hợp, tổ chức thực hiện và báo cáo kết quả về"
    " Văn phòng Sở trước ngày 15 hằng tháng để tổng hợp."
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BY = 'w:author="Nguyễn Văn A" w:date="2026-01-01T00:00:00Z"'
_BOX = (
    "<w:txbxContent><w:p><w:r><w:rPr><w:rFonts {face}/></w:rPr><w:t>Dự thảo lần hai</w:t></w:r></w:p></w:txbxContent>"
)
_VERDANA = 'w:ascii="Verdana" w:hAnsi="Verdana"'
_BLOCKS = (
    f"<w:p {_W}><w:r><w:t xml:space='preserve'>3. </w:t></w:r><w:ins w:id='90' {_BY}><w:r><w:rPr>"
    f"<w:rFonts w:ascii='Arial' w:hAnsi='Arial'/></w:rPr><w:t>{TEXT}</w:t></w:r></w:ins><w:del w:id='91' {_BY}><w:r>"
    "<w:delText>chữ đã xóa</w:delText></w:r></w:del></w:p>",
    f"<w:sdt {_W}><w:sdtPr><w:alias w:val='Ô'/></w:sdtPr><w:sdtContent><w:p><w:r><w:rPr><w:sz w:val='20'/></w:rPr>"
    f"<w:t>4. {TEXT}</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    f"<w:p {_W}><w:r><w:t xml:space='preserve'>5. Xem </w:t></w:r><w:hyperlink w:anchor='a'><w:r><w:rPr><w:color"
    " w:val='0563C1'/></w:rPr><w:t>phụ lục kèm theo</w:t></w:r></w:hyperlink><w:r><w:fldChar w:fldCharType='begin'/>"
    "</w:r><w:r><w:instrText> REF a </w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
    f"<w:r><w:t xml:space='preserve'> {TEXT}</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
    f"<w:p {_W} xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'"
    " xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' xmlns:v='urn:schemas-microsoft-com:vml'"
    " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><w:r><mc:AlternateContent>"
    "<mc:Choice Requires='wps'><w:drawing><wp:inline distT='0' distB='0' distL='0' distR='0'>"
    "<wp:extent cx='2000000' cy='500000'/><wp:docPr id='77' name='Hộp'/><a:graphic><a:graphicData"
    " uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp><wps:cNvSpPr txBox='1'/>"
    "<wps:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='2000000' cy='500000'/></a:xfrm><a:prstGeom prst='rect'>"
    f"<a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{_BOX.format(face=_VERDANA)}</wps:txbx><wps:bodyPr/></wps:wsp>"
    "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect id='r1'"
    f" style='width:100pt;height:20pt'><v:textbox>{_BOX.format(face='')}</v:textbox></v:rect></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r></w:p>",
)


def crowded() -> bytes:
    """Return a notice with a tracked change, a control, a link, a field, a box, lists, a styled table and a comment."""
    word = docx.Document(BytesIO(careful("underscores")))
    for block in _BLOCKS:
        word.element.body.sectPr.addprevious(parse_xml(block))
    for style in ("List Number", "List Bullet 2"):
        word.add_paragraph(TEXT, style=style)
    for row in word.add_table(rows=3, cols=3, style="Light Grid Accent 1").rows:
        for cell in row.cells:
            cell.text = "Rà soát thủ tục"
    last = word.add_paragraph(f"6. {TEXT}")
    word.add_comment(last.runs, "Xem lại thời hạn", author="Nguyễn Văn A", initials="A")
    word.sections[0].left_margin = Mm(20)
    word.sections[0].header.paragraphs[0].alignment = 0
    return saved(word)
