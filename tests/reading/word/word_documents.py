"""Documents of Word written by hand for tests, in the ways in which offices set them."""

from __future__ import annotations

from generator.ooxml.package import write_parts
from generator.reading.word import WordReading, read_word
from tests.ooxml.formatting.word_file import p, parts_of

NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
OFFICE = ("UBND TỈNH SÔNG VÂN", "SỞ NỘI VỤ")
NUMBER, DATE = "Số: 12/KH-SNV", "Sông Vân, ngày 05 tháng 01 năm 2026"
CONTENT = (
    "KẾ HOẠCH", "Cải cách hành chính năm 2026", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    "Sở Nội vụ ban hành Kế hoạch như sau:", "I. MỤC ĐÍCH", "1. Nâng cao chất lượng phục vụ.",
)  # fmt: skip
RECIPIENTS = ("Nơi nhận:", "- UBND tỉnh (để báo cáo);", "- Các phòng;", "- Lưu: VT, CCHC.")
SIGNATURE = ("GIÁM ĐỐC", "", "Nguyễn Văn A")


def paragraphs(*texts: str) -> str:
    """Return a paragraph for each text."""
    return "".join(map(p, texts))


def table(*rows: tuple[str, ...], lines: bool = False) -> str:
    """Return a table of cells given as XML, with lines around all of them or none."""
    edges = "".join(f'<w:{edge} w:val="single"/>' for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))
    properties = f"<w:tblPr><w:tblBorders>{edges if lines else ''}</w:tblBorders></w:tblPr>"
    grid = "".join('<w:gridCol w:w="1440"/>' for _ in max(rows, key=len))
    written = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>"


def _cell(content: str) -> str:
    if content.startswith("<w:tc>"):
        return content
    return f"<w:tc><w:tcPr/>{content if content.startswith('<') else p(content)}</w:tc>"


def merged(content: str, **properties: str) -> str:
    """Return a cell with properties such as ``gridSpan="2"``."""
    inside = "".join(f'<w:{name} w:val="{value}"/>' for name, value in properties.items())
    return f"<w:tc><w:tcPr>{inside}</w:tcPr>{p(content)}</w:tc>"


HEAD = table((paragraphs(*OFFICE), paragraphs(*NATION)), (NUMBER, DATE))
FOOT = table((paragraphs(*RECIPIENTS), paragraphs(*SIGNATURE)))


def whole(content: str = "", head: str = HEAD, foot: str = FOOT) -> str:
    """Return the body of a plan."""
    return head + paragraphs(*CONTENT) + content + foot


def word(body: str, **parts: str) -> bytes:
    """Return a file."""
    return write_parts(parts_of(body, **parts))


def read(body: str, **parts: str) -> WordReading:
    """Return what a file holds."""
    return read_word(word(body, **parts), "a.docx")
