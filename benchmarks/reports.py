"""Unit reports of a given number of rows for the benchmark of the batch, and their plain values for other tools."""

from __future__ import annotations

import random
from typing import Any

from generator.model.blocks import Cell, Item, Numbering, Paragraph, Section, Table
from generator.model.document import Document
from generator.model.ending import Archive, Recipient, Signature
from generator.model.organization import Organization
from generator.vietnamese.dates import PartialDate

FIELDS = ("number", "task", "product", "due", "unit", "result")
HEADINGS = ("STT", "Nhiệm vụ", "Sản phẩm", "Thời hạn", "Đơn vị chủ trì", "Kết quả")
_WIDTHS = (1.2, 6.0, 4.0, 2.5, 3.0, 3.0)
_SENTENCE = (
    "rà soát, cập nhật, công khai thủ tục hành chính thuộc thẩm quyền giải quyết; bảo đảm đúng thời hạn, "
    "đúng quy trình; nâng cao chất lượng phục vụ Nhân dân và doanh nghiệp trên môi trường số của Sở KH&CN, Sở GD&ĐT"
)
_WORDS = _SENTENCE.split()


def report(number: int, rows: int = 40) -> Document:
    """Return the report of a unit: two pages of text and a table of so many rows; the same on every run."""
    chance = random.Random(number)

    def words(count: int) -> str:
        text = " ".join(chance.choice(_WORDS) for _ in range(count))
        return text[:1].upper() + text[1:]

    def section(title: str, *blocks: Any) -> Section:
        return Section(numbering=Numbering.ROMAN, title=title, blocks=(Paragraph(text=words(60)), *blocks))

    points = tuple(Item(numbering=Numbering.ARABIC, text=words(35)) for _ in range(6))
    return Document(
        kind="report",
        issuer=Organization(
            parent="UBND tỉnh Sông Vân", name=f"Ủy ban nhân dân xã An Bình {number}", symbol="UBND", place="An Bình"
        ),
        number=str(number + 1),
        date=PartialDate(2027, 3, 17),
        subject=f"Kết quả cải cách hành chính quý I năm 2027 của xã An Bình {number}",
        preamble=(words(40),),
        sections=(
            section("Kết quả thực hiện", *points),
            section("Kết quả từng nhiệm vụ", _table(rows, words)),
            section("Nhiệm vụ quý II", *points),
        ),
        closing=(words(30),),
        recipients=(Recipient(name="Sở Nội vụ"), Recipient(name="Thường trực Đảng ủy, HĐND xã")),
        archive=Archive(holders=("VT",)),
        signature=Signature(position="Chủ tịch", name="Nguyễn Văn A"),
    )


def _table(rows: int, words: Any) -> Table:
    head = tuple(Cell(text=text, bold=True) for text in HEADINGS)
    lines = tuple(
        tuple(Cell(text=text) for text in (str(place), words(14), words(6), "31/3/2027", "Văn phòng", "Đã hoàn thành"))
        for place in range(1, rows + 1)
    )
    return Table(widths=_WIDTHS, rows=(head, *lines))


def plain_values(source: Document) -> dict[str, Any]:
    """Return what a report prints as plain values: texts, points of each section, rows of the table."""
    table = next(block for block in source.sections[1].blocks if isinstance(block, Table))
    day = source.date
    return {
        "parent": (source.issuer.parent or "").upper(),
        "issuer": (source.issuer.name or "").upper(),
        "number": source.number,
        "place_date": f"{source.issuer.place}, {day.long() if day else ''}",
        "subject": source.subject,
        "preamble": source.preamble[0],
        "sections": [_section(place, one) for place, one in enumerate(source.sections)],
        "rows": [dict(zip(FIELDS, (cell.text for cell in row), strict=True)) for row in table.rows[1:]],
        "closing": source.closing[0],
        "recipients": [{"name": one.name} for one in source.recipients],
        "position": (source.signature.position or "").upper(),
        "name": source.signature.name,
    }


def _section(place: int, section: Section) -> dict[str, Any]:
    texts = [block.text for block in section.blocks if isinstance(block, Paragraph)]
    points = [block.text for block in section.blocks if isinstance(block, Item)]
    return {
        "title": f"{('I', 'II', 'III')[place]}. {section.title}",
        "text": texts[0],
        "points": [{"text": f"{number}. {text}"} for number, text in enumerate(points, start=1)],
        "rows": "",
    }
