"""The legal register: which documents may be cited, and whether they are in force on a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from pydantic import Field

from generator.diagnostics import Diagnostic, error
from generator.errors import DataError
from generator.registers.base import FORMAT, Confidence, Fault, Id, Line, Record, Register, repeated, written
from generator.spelling import suggestion
from generator.vietnamese.citations import Citation, find_citations
from generator.vietnamese.dates import PartialDate, days_agree
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

    supplement: bool = Field(
        False,
        title="Sổ bổ sung",
        description="Whether it is added to another register, to whose documents its references may lead",
    )
    acts: tuple[LegalAct, ...] = Field(title="Văn bản", description="The documents, in any order")

    @cached_property
    def _by_id(self) -> dict[str, LegalAct]:
        return {act.id: act for act in reversed(self.acts)}

    @cached_property
    def _of_kind(self) -> dict[str, list[LegalAct]]:
        """The documents of each kind, by its folded name."""
        found: dict[str, list[LegalAct]] = {}
        for act in self.acts:
            found.setdefault(fold(act.type), []).append(act)
        return found

    @cached_property
    def _by_number(self) -> dict[tuple[str, str | None], list[LegalAct]]:
        """The documents of each kind and number; those without one under None."""
        found: dict[tuple[str, str | None], list[LegalAct]] = {}
        for act in self.acts:
            found.setdefault((fold(act.type), act.number and fold(act.number)), []).append(act)
        return found

    def faults(self) -> Iterator[Fault]:
        """Repeated identities, references to unknown documents, and documents that replace each other in a circle.

        Those of a supplement may be known to the register that it is added to; ``merged`` holds them against it.
        """
        ids = [act.id for act in self.acts]
        yield from repeated("acts", ids)
        for place, act in enumerate(self.acts):
            for field, name in [("replaced_by", act.replaced_by), *(("amended_by", one) for one in act.amended_by)]:
                if name is not None and name not in ids and not self.supplement:
                    hint = suggestion(name, ids)
                    yield Fault(("acts", place, field), "không có văn bản này trong sổ", found=f"«{name}»", hint=hint)
            if act in self.successors(act):
                yield Fault(("acts", place, "replaced_by"), "văn bản tự thay thế chính nó qua các văn bản khác")

    def get(self, id: str) -> LegalAct | None:
        """Return the document with an identity, or None."""
        return self._by_id.get(id)

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
        it for the end, the last that it can be where only month or year is known; such a status is not certain.
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
        issued = later.date.last_day() if later and later.date else None
        start = (later.effective_from if later else None) or issued
        return (start - datetime.timedelta(days=1) if start else None), False

    def find(self, wanted: str | Citation) -> tuple[LegalAct, ...]:
        """Return the documents that a number or a citation may mean; empty when the register has none.

        ``76/NQ-CP``, ``Nghị quyết số 76/NQ-CP ngày 15/7/2021``, ``Luật Lưu trữ``. What the citation does not say,
        and what the register does not know, decides nothing; so several may be meant.
        """
        citations = [wanted] if isinstance(wanted, Citation) else self._citations(wanted)
        meant = {act.id: act for one in citations for act in self._like(one) if _may_mean(one, act)}
        return tuple(meant.values())

    def _like(self, citation: Citation) -> Iterable[LegalAct]:
        """Return the documents of the kind that have the number or none; all of the kind for a citation without."""
        kind = _folded(citation.type)
        if citation.number is None:
            return self._of_kind.get(kind, ())
        numbers = (_folded(citation.number), None)
        return (act for number in numbers for act in self._by_number.get((kind, number), ()))

    def _citations(self, text: str) -> list[Citation]:
        words = clean(text).strip()
        found = [one.citation for one in find_citations(words) if not one.inside]
        by_number = [act.citation.model_copy(update={"date": None}) for act in self.acts if _same(act.number, words)]
        return found or by_number


def _may_mean(citation: Citation, act: LegalAct) -> bool:
    """Whether nothing that both say differs, and number or name agrees."""
    if _folded(citation.type) != _folded(act.type) or not days_agree(citation.date, act.date):
        return False
    if citation.number and act.number:
        return _same(citation.number, act.number)
    return bool(citation.title and act.title) and _folded(citation.title or "").startswith(_folded(act.title or ""))


def _same(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and _folded(one) == _folded(other)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return fold(text)


def merged(registers: Iterable[LegalRegister]) -> LegalRegister:
    """Return one register of all: a document of a later one takes the place of one with the same identity.

    So an office adds its own documents to those of the program, or corrects them. DataError when what was merged
    refers to documents that none of them has.
    """
    acts = {act.id: act for register in registers for act in register.acts}
    result = LegalRegister(format=FORMAT, acts=tuple(acts.values()))
    faults = [_diagnostic(result, fault) for fault in result.faults()]
    if faults:
        raise DataError(f"các sổ văn bản gộp lại có {len(faults)} lỗi", diagnostics=faults)
    return result


def _diagnostic(register: LegalRegister, fault: Fault) -> Diagnostic:
    """Return a fault of what was merged, which has no lines any more, with the identity of its document."""
    act = register.acts[int(fault.loc[1])]
    return error(f"văn bản «{act.id}»: {fault.message}", found=fault.found, hint=fault.hint)
