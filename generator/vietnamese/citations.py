"""Citations of documents: composed as the decree asks, and found in running text.

NĐ 30, Phụ lục I, II.6a: kind, number and symbol, date, issuer, trích yếu; of a law its name and its day only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.vietnamese import citation_patterns as patterns
from generator.vietnamese.citation_cores import CitedText, Core, without_lead
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.document_names import document_name
from generator.vietnamese.narrow_text import NarrowText

DateStyle = Literal["long", "short"]


class Citation(BaseModel):
    """A document as another one cites it; only its kind is always known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: str = Field(title="Tên loại", description="Tên loại văn bản, ví dụ: Nghị quyết", min_length=1)
    number: str | None = Field(
        None, title="Số, ký hiệu", description="Cả số và ký hiệu, ví dụ: 76/NQ-CP; chưa có số: /NQ-CP"
    )
    issuer: str | None = Field(None, title="Cơ quan ban hành", description="Cơ quan hoặc người ban hành")
    date: PartialDate | None = Field(None, title="Ngày ban hành", description="Ngày, tháng, năm ban hành")
    title: str | None = Field(
        None,
        title="Trích yếu",
        description="Trích yếu kể cả từ mở đầu, ví dụ: về việc …, ban hành …; với luật là tên luật",
    )


@dataclass(frozen=True)
class FoundCitation:
    """A citation in a text, from ``start`` to ``end``, its trích yếu included."""

    start: int
    end: int
    citation: Citation
    inside: bool = False
    """Whether it stands in another one's trích yếu ("sửa đổi Nghị định số …") and is no base of its own."""


def compose(citation: Citation, date_style: DateStyle = "long") -> str:
    """Return the full form: kind, number, date, issuer, trích yếu; what is unknown is left out.

    Of Hiến pháp, luật, pháp lệnh number and issuer are not written. Blanks of a date or a number not given yet are
    room to write.
    """
    known = document_name(citation.type)
    if known and known.is_law:
        pieces = [citation.type, citation.title, _written(citation.date, date_style, is_law=True)]
    else:
        number = citation.number and "số " + ("     " if citation.number.startswith("/") else "") + citation.number
        issuer = citation.issuer and f"của {citation.issuer}"
        pieces = [citation.type, number, _written(citation.date, date_style), issuer, citation.title]
    return " ".join(piece for piece in pieces if piece)


def find_citations(text: str) -> list[FoundCitation]:
    """Return every citation in a paragraph of clean text, in order, those inside another's trích yếu marked.

    A trích yếu runs to ";", the end of the sentence, or the next citation that a separator ("," or "và") sets apart;
    a citation without one ("sửa đổi Nghị định số …") belongs to it. After such a one, a further citation that gives
    as much of itself (both without day and issuer, say) belongs there too: "sửa đổi Nghị định A và Nghị định B".
    A kind without number, day or name ("Kế hoạch này", "Luật") is no citation.
    """
    narrow = NarrowText.of(text)
    cores = CitedText(narrow.text).cores()
    found: list[FoundCitation] = []
    reached = 0
    for place, core in enumerate(cores):
        inside = core.start < reached
        end = _reach(narrow.text, cores, place)
        reached = max(reached, end) if inside else end
        start, last = narrow.wide_place(core.start), narrow.wide_place(end - 1)
        found.append(FoundCitation(start, last + 1, _citation(narrow.text, core, end), inside))
    return found


def _reach(text: str, cores: list[Core], place: int) -> int:
    """Return where the citation ends, its trích yếu and what it says of amendments included."""
    core = cores[place]
    opened = patterns.TITLE.match(text, core.end) or patterns.AMENDED.match(text, core.end)
    if not opened:
        return core.end
    ends = (match for match in patterns.TITLE_END.finditer(text, opened.end()) if match["end"])
    end = next((match.start() for match in ends), len(text))
    for later in range(place + 1, len(cores)):
        if cores[later].start < core.end:
            continue
        if cores[later].start >= end or not _belongs(text, cores, place, later):
            end = min(end, cores[later].start)
            break
    return core.end + len(without_lead(text[core.end : end]))


def _belongs(text: str, cores: list[Core], place: int, later: int) -> bool:
    """Return whether a later citation stands in the trích yếu that this one has opened."""
    start = cores[later].start
    if not patterns.SEPARATOR.search(text, max(0, start - 60), start):
        return True
    before = cores[later - 1]
    if later - 1 == place or patterns.ONE_MORE.fullmatch(text, before.end, start) is None:
        return False
    return _fullness(before) == _fullness(cores[later])


def _fullness(core: Core) -> tuple[bool, bool]:
    return core.date is not None, core.issuer is not None


def _citation(text: str, core: Core, end: int) -> Citation:
    title = core.title
    opened = patterns.TITLE.match(text, core.end, end)
    if opened:
        start = opened.start("a") if opened["a"] else opened.start("b")
        amended = patterns.AMENDED.search(text, opened.end(), end)
        written = " ".join(text[start : amended.start() if amended else end].split())
        title = f"{title} {written}" if title else written
    return Citation(type=core.type, number=core.number, issuer=core.issuer, date=core.date, title=title)


def _written(date: PartialDate | None, style: DateStyle, *, is_law: bool = False) -> str | None:
    """Return the date with its word; of a law, and in short style, only what is known of it."""
    if date is None:
        return None
    if style == "long" and (date.complete or not is_law):
        return date.long()
    if date.complete:
        return f"ngày {date.short()}"
    if date.month is not None:
        return f"tháng {date.short().replace('/', ' năm ')}"
    return f"năm {date.year}" if date.year is not None else None
