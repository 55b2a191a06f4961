"""Plans of a given size for the benchmarks: different from each other, the same on every run."""

from __future__ import annotations

import random
from collections.abc import Callable

from generator.model.basis import LegalBasis
from generator.model.blocks import Item, Numbering, Paragraph, Section, TasksHere
from generator.model.document import Appendix
from generator.model.ending import Archive, Recipient, Signature
from generator.model.organization import Organization
from generator.model.plan import Plan, Task, TaskRow
from generator.vietnamese.dates import PartialDate

_SENTENCE = (
    "rà soát, cập nhật, công khai thủ tục hành chính thuộc thẩm quyền giải quyết; bảo đảm đúng thời hạn, "
    "đúng quy trình; nâng cao chất lượng phục vụ Nhân dân và doanh nghiệp trên môi trường số của Sở KH&CN, Sở GD&ĐT"
)
_WORDS = _SENTENCE.split()
_GROUPS = ("Cải cách thể chế", "Cải cách thủ tục hành chính", "Cải cách tổ chức bộ máy", "Cải cách tài chính công")
_POINTS = 92


def plan(number: int, rows: int = 36) -> Plan:
    """Return a plan of about eight pages of text and an appendix of so many task rows."""
    chance = random.Random(number)

    def words(count: int) -> str:
        text = " ".join(chance.choice(_WORDS) for _ in range(count))
        return text[:1].upper() + text[1:]

    return Plan(
        issuer=Organization(parent="UBND tỉnh Sông Vân", name="Sở Nội vụ", symbol="SNV", place="Sông Vân"),
        number=str(number),
        date=PartialDate(2027, 1, 5),
        subject=f"Cải cách hành chính năm 2027 ({number})",
        year=2027,
        legal_bases=tuple(LegalBasis(lead="Căn cứ", text=words(25)) for _ in range(6)),
        preamble=(words(40),),
        sections=tuple(_section(chance, words) for _ in range(4)),
        closing=(words(45),),
        recipients=tuple(Recipient(name=words(4)) for _ in range(10)),
        archive=Archive(holders=("VT", "CCHC")),
        signature=Signature(position="Giám đốc", name="Nguyễn Văn A"),
        tasks=tuple(_task(position, rows, words) for position in range(rows)),
        appendices=(Appendix(title="Nhiệm vụ năm 2027", blocks=(TasksHere(layout="seven_columns"),)),),
    )


def _section(chance: random.Random, words: Callable[[int], str]) -> Section:
    items = []
    for _ in range(_POINTS // 4 // 4):
        points = tuple(Item(numbering=Numbering.DASH, text=words(chance.randint(18, 40))) for _ in range(3))
        items.append(Item(numbering=Numbering.ARABIC, text=words(6), heading=True, blocks=points))
    return Section(title=words(5).upper(), blocks=(Paragraph(text=words(30)), *items))


def _task(position: int, rows: int, words: Callable[[int], str]) -> Task:
    row = TaskRow(
        products=(words(7), words(5)),
        schedule="Quý I/2027",
        lead=("Văn phòng Sở",),
        support=("Các phòng thuộc Sở",),
        monitor=("Phó Giám đốc",),
    )
    group = _GROUPS[position * len(_GROUPS) // rows]
    return Task(id=f"NV{position + 1:04}", group=group, name=words(15), rows=(row,))
