"""The legal register: which documents may be cited, and whether they are in force on a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pydantic import Field

from generator.registers.base import Confidence, Fault, Id, Line, Record, Register, repeated, written
from generator.spelling import suggestion
from generator.vietnamese.citations import Citation, find_citations
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.unicode import clean, fold


class LegalAct(Record):
    """One document. What is not known is left out, never guessed."""

    id: Id = Field(title="Mã", description="Identity within the register: nd-30-2020")
    type: Line = Field(title="Tên loại", description="Kind of document: Nghị định")
    number: Line | None = Field(None, title="Số, ký hiệu", description="Number and symbol: 30/2020/NĐ-CP")
    issuer: Line | None = Field(None, title="Cơ quan ban hành", description="Who issued it: Chính phủ")
    date: PartialDate | None = Field(None, title="Ngày ban hành", description="Day of issue, or as much as is known")
    title: Line | None = Field(
        None, title="Trích yếu", description="Trích yếu with its first words (về, quy định …); of a law its name"
    )
    effective_from: datetime.date | None = Field(None, title="Có hiệu lực từ", description="First day in force")
    effective_to: datetime.date | None = Field(None, title="Có hiệu lực đến hết", description="Last day in force")
    replaced_by: Id | None = Field(None, title="Được thay thế bởi", description="Identity of what replaced it")
    amended_by: tuple[Id, ...] = Field((), title="Được sửa đổi bởi", description="Identities of what amended it")
    source: Line = Field(title="Nguồn", description="Where these facts were seen")
    confidence: Confidence = Field(title="Độ tin cậy", description="How sure they are: V, V-form, S, M, I")
    note: Line | None = Field(None, title="Ghi chú", description="What the other fields cannot say")

    @property
    def citation(self) -> Citation:
        """The document as another one cites it."""
        return Citation(type=self.type, number=self.number, issuer=self.issuer, date=self.date, title=self.title)


class Force(StrEnum):
    """Whether a document is in force."""

    IN_FORCE = "in_force"
    EXPIRED = "expired"
    NOT_YET = "not_yet"


@dataclass(frozen=True)
class LegalStatus:
    """Whether a document is in force on a day."""

    force: Force
    since: datetime.date | None
    """Day on which it came or comes into force, or from which it no longer is; None when not known."""
    is_certain: bool
    """False where a day had to be concluded, as from the day of issue or from what replaced it."""

    def __str__(self) -> str:
        """The status in Vietnamese: ``hết hiệu lực từ ngày 01/3/2026``."""
        doubt = "" if self.is_certain else " (chưa rõ ngày hiệu lực, cần kiểm tra)"
        words = {
            Force.IN_FORCE: "còn hiệu lực",
            Force.EXPIRED: f"hết hiệu lực từ ngày {written(self.since)}" if self.since else "hết hiệu lực",
            Force.NOT_YET: f"chưa có hiệu lực trước ngày {written(self.since)}" if self.since else "chưa có hiệu lực",
        }
        return words[self.force] + doubt


class LegalRegister(Register):
    """All documents of a register."""

    acts: tuple[LegalAct, ...] = Field(title="Văn bản", description="The documents, in any order")

    def faults(self) -> Iterator[Fault]:
        """Repeated identities, references to unknown documents, and documents that replace each other in a circle."""
        ids = [act.id for act in self.acts]
        yield from repeated("acts", ids)
        for place, act in enumerate(self.acts):
            for field, name in [("replaced_by", act.replaced_by), *(("amended_by", one) for one in act.amended_by)]:
                if name is not None and name not in ids:
                    hint = suggestion(name, ids)
                    yield Fault(("acts", place, field), "không có văn bản này trong sổ", found=f"«{name}»", hint=hint)
            if act in self.successors(act):
                yield Fault(("acts", place, "replaced_by"), "văn bản tự thay thế chính nó qua các văn bản khác")

    def get(self, id: str) -> LegalAct | None:
        """Return the document with an identity, or None."""
        return next((act for act in self.acts if act.id == id), None)

    def successors(self, act: LegalAct) -> tuple[LegalAct, ...]:
        """Return what replaced the document, what replaced that, and so on; empty when nothing did."""
        chain: list[LegalAct] = []
        while act.replaced_by and (later := self.get(act.replaced_by)) and later not in chain:
            chain.append(later)
            act = later
        return tuple(chain)

    def status(self, act: LegalAct, on: datetime.date) -> LegalStatus:
        """Return whether the document is in force on a day.

        Where no day is stated, the day of issue stands for the first day in force and the first day of what replaced
        it for the end; such a status is not certain.
        """
        start, is_start_stated = self._start(act)
        end, is_end_stated = self._end(act)
        if end and on > end:
            return LegalStatus(Force.EXPIRED, end + datetime.timedelta(days=1), is_end_stated)
        if start and on < start:
            return LegalStatus(Force.NOT_YET, start, is_start_stated)
        if act.replaced_by and end is None:
            return LegalStatus(Force.EXPIRED, None, is_certain=False)
        return LegalStatus(Force.IN_FORCE, start, is_start_stated)

    def _start(self, act: LegalAct) -> tuple[datetime.date | None, bool]:
        if act.effective_from:
            return act.effective_from, True
        return (act.date.to_date() if act.date else None), False

    def _end(self, act: LegalAct) -> tuple[datetime.date | None, bool]:
        if act.effective_to:
            return act.effective_to, True
        later = self.get(act.replaced_by) if act.replaced_by else None
        start = self._start(later)[0] if later else None
        return (start - datetime.timedelta(days=1) if start else None), False

    def find(self, wanted: str | Citation) -> tuple[LegalAct, ...]:
        """Return the documents that a number or a citation may mean; empty when the register has none.

        ``76/NQ-CP``, ``Nghị quyết số 76/NQ-CP ngày 15/7/2021``, ``Luật Lưu trữ``. What the citation does not say,
        and what the register does not know, decides nothing; so several may be meant.
        """
        citations = [wanted] if isinstance(wanted, Citation) else self._citations(wanted)
        return tuple(act for act in self.acts if any(_may_mean(one, act) for one in citations))

    def _citations(self, text: str) -> list[Citation]:
        words = clean(text).strip()
        found = [one.citation for one in find_citations(words) if not one.inside]
        by_number = [act.citation.model_copy(update={"date": None}) for act in self.acts if _same(act.number, words)]
        return found or by_number


def _may_mean(citation: Citation, act: LegalAct) -> bool:
    """Whether nothing that both say differs, and number or name agrees."""
    if fold(citation.type) != fold(act.type) or not _days_agree(citation.date, act.date):
        return False
    if citation.number and act.number:
        return _same(citation.number, act.number)
    return bool(citation.title and act.title) and fold(citation.title or "").startswith(fold(act.title or ""))


def _same(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and fold(one) == fold(other)


def _days_agree(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether no part of the two days that is known on both sides differs."""
    if one is None or other is None:
        return True
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return all(mine is None or theirs is None or mine == theirs for mine, theirs in pairs)
