"""The legal bases of a plan taken on to another year: what has expired, what gives way to this year's document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from generator.model.basis import LegalBasis
from generator.model.plan import Plan
from generator.model.readiness import placeholder
from generator.model.wording import cited_as, notation
from generator.registers.legal import Force, LegalAct, LegalRegister
from generator.transform.merge_places import shortened, words_of
from generator.transform.roll_decision import Decision, Topic
from generator.transform.roll_words import strings_in
from generator.transform.roll_years import Years
from generator.vietnamese.citations import Citation, compose, find_citations
from generator.vietnamese.marks import escape, plain
from generator.vietnamese.unicode import fold

_OF_A_YEAR: Final = re.compile(r"\bnăm\s+(20\d\d)(?!\d|\s*[-–]\s*20\d\d)", re.IGNORECASE)
_PERIOD: Final = re.compile(r"(?<![\d/])20\d\d\s*(?:[-–]|đến(?:\s+năm)?)\s*(?P<last>20\d\d)(?![\d/])")
_LAST: Final = fold("Theo đề nghị")
"""How the basis begins that stands behind all others."""
_YEARLY: Final = frozenset(map(fold, ("Kế hoạch", "Chương trình", "Quyết định", "Công văn", "Hướng dẫn", "Chỉ thị")))
"""Kinds of documents by which a higher office sets the tasks of a year."""
_PROPOSAL: Final = fold("Tờ trình")
_GAP: Final = placeholder("").removesuffix("]")
"""How a basis begins that is still to be filled in."""
_OWN: Final = (
    "số, ngày ban hành Kế hoạch năm trước của cơ quan",
    "số, ngày ban hành Báo cáo kết quả thực hiện Kế hoạch năm trước",
)
"""What is asked for the plan and the report of the old year."""


@dataclass
class Bases:
    """The bases of one plan on their way to another year; ``decisions`` grows with them."""

    plan: Plan
    years: Years
    register: LegalRegister
    on: date
    files: Mapping[str, Citation] = field(default_factory=dict)
    """The documents in the files that bases name."""
    decisions: list[Decision] = field(default_factory=list)

    def rolled(self) -> tuple[LegalBasis, ...]:
        """Return the bases for the new year, the plan and the report of the old one among them."""
        kept = [made for basis in self.plan.legal_bases if (made := self._basis(basis)) is not None]
        own = self._own()
        end = len(kept)
        while end and fold(kept[end - 1].lead or "").startswith(_LAST):
            end -= 1
        return (*kept[:end], *own, *kept[end:])

    def _basis(self, basis: LegalBasis) -> LegalBasis | None:
        """Return what becomes of a basis; None when it goes."""
        if basis.text and basis.text.startswith(_GAP):
            return self._open_gap(basis)
        citations = self._cited(basis)
        if basis.document is not None and not citations and not basis.from_superior:
            self._decide(basis, f"căn cứ lấy từ tệp {basis.document}", "xem tệp ấy có phải văn bản của năm mới không")
        elif any(self._is_own(one) and self._years_of(one) & {self.years.old - 1, self.years.old} for one in citations):
            self._decide(basis, "căn cứ của năm trước nữa, đã bỏ", "thêm lại nếu vẫn cần")
            return None
        elif any(fold(one.type) == _PROPOSAL for one in citations):
            return self._proposal(basis)
        elif basis.from_superior or any(self._is_yearly(one) for one in citations):
            return self._gap(basis)
        return self._kept(basis, citations)

    def _kept(self, basis: LegalBasis, citations: tuple[Citation, ...]) -> LegalBasis:
        """Return a basis that stays, told where it is old; years in words of its own move on."""
        for citation in citations:
            self._look_at_force(basis, citation)
            self._look_at_years(basis, citation)
        if basis.text is None:
            return basis
        shifted = self.years.text(basis.text)
        for doubt in shifted.doubts:
            self._decide(basis, f"«{doubt.words}»: {doubt.what}", "xem lại")
        return basis.model_copy(update={"text": shifted.text})

    def _open_gap(self, basis: LegalBasis) -> LegalBasis | None:
        """Return what becomes of a basis that nobody has filled in: that of a higher document is now the new year's."""
        text = basis.text or ""
        if text in map(placeholder, _OWN):
            return None
        words = text.replace(str(self.years.old), str(self.years.new))
        self._decide(basis, "căn cứ năm trước chưa điền", "ghi số và ngày văn bản của năm mới")
        return basis.model_copy(update={"text": words})

    def _proposal(self, basis: LegalBasis) -> LegalBasis:
        """Return the basis with the place of the proposal for the new plan."""
        wanted = placeholder(f"số, ngày Tờ trình năm {self.years.new}")
        self._decide(basis, "tờ trình của kế hoạch năm cũ", "ghi số, ngày tờ trình của kế hoạch mới, hoặc bỏ")
        if basis.text is None:
            issuer = basis.citation.issuer if basis.citation else None
            words = f"{escape(issuer)} tại {wanted}" if issuer else wanted
            return LegalBasis(lead=basis.lead or "Căn cứ", text=words)
        text = plain(basis.text)
        for one in reversed(find_citations(text)):
            if not one.inside and fold(one.citation.type) == _PROPOSAL:
                text = f"{text[: one.start]}\0{text[one.end :]}"
        return basis.model_copy(update={"text": escape(text).replace("\0", wanted)})

    def _cited(self, basis: LegalBasis) -> tuple[Citation, ...]:
        if basis.document is None:
            return basis.citations
        return (self.files[basis.document],) if basis.document in self.files else ()

    def _is_own(self, citation: Citation) -> bool:
        if citation.issuer and self.plan.issuer.name:
            return fold(citation.issuer) == fold(self.plan.issuer.name)
        number, symbol = fold(citation.number or ""), self.plan.issuer.symbol
        is_ours = bool(symbol) and number.endswith(fold(f"-{symbol}"))
        return bool(number) and (is_ours or number.endswith(fold(f"/{notation(self.plan)}")))

    def _years_of(self, citation: Citation) -> set[int]:
        return {int(year) for year in _OF_A_YEAR.findall(citation.title or "")}

    def _is_yearly(self, citation: Citation) -> bool:
        return fold(citation.type) in _YEARLY and self.years.old in self._years_of(citation)

    def _gap(self, basis: LegalBasis) -> LegalBasis:
        """Return the place of a document that the higher office issues every year."""
        cited = next(iter(self._cited(basis)), None)
        issuer = f" của {cited.issuer}" if cited and cited.issuer else ""
        kind = cited.type if cited else "Văn bản cấp trên"
        wanted = f"{kind} năm {self.years.new}{issuer}"
        self._decide(basis, "văn bản cấp trên giao việc của năm cũ", f"thay bằng {wanted}, ghi số và ngày")
        lead = basis.lead or ("Căn cứ" if basis.citation or basis.document else None)
        return LegalBasis(lead=lead, text=placeholder(wanted), from_superior=basis.from_superior)

    def _look_at_force(self, basis: LegalBasis, citation: Citation) -> None:
        for act in self.register.find(citation):
            status = self.register.status(act, self.on)
            if status.force is not Force.EXPIRED:
                continue
            later = self.register.successors(act)
            successor = (
                f"thay bằng {compose(later[-1].citation, 'short')}" if later else "bỏ hoặc thay bằng văn bản khác"
            )
            self._decide(basis, str(status), f"{successor}; kiểm tra lại hiệu lực")

    def _look_at_years(self, basis: LegalBasis, citation: Citation) -> None:
        """Tell of a document of one of the last years, and of one for a period that is over."""
        title = citation.title or ""
        ended = [int(one["last"]) for one in _PERIOD.finditer(title) if int(one["last"]) < self.years.new]
        if ended:
            self._decide(basis, f"giai đoạn đã hết năm {max(ended)}", "thay bằng văn bản của giai đoạn mới nếu có")
        elif self._years_of(citation) & {self.years.old - 1, self.years.old}:
            self._decide(basis, "văn bản về năm cũ", "xem còn là căn cứ không, thay bằng văn bản năm mới nếu có")

    def _own(self) -> Iterator[LegalBasis]:
        """Yield the plan and the report of the old year as bases."""
        number, day = self.plan.number, self.plan.date
        if number is not None and day is not None and day.complete:
            yield LegalBasis(citation=self._cited_own())
        else:
            yield _open(_OWN[0])
            self._tell(f"căn cứ Kế hoạch năm {self.years.old}", "tệp không ghi đủ số, ngày", "ghi số, ngày")
        yield _open(_OWN[1])
        self._tell(f"căn cứ Báo cáo năm {self.years.old}", "chưa rõ số, ngày", "ghi số, ngày, hoặc bỏ căn cứ này")

    def _cited_own(self) -> Citation:
        """Return the old plan as it is cited; an issuer in capitals, as a letterhead has it, as the text writes it."""
        cited = cited_as(self.plan)
        name = cited.issuer or ""
        if not name.isupper():
            return cited
        said = re.compile(r"\s+".join(map(re.escape, name.split())), re.IGNORECASE)
        texts = (match[0] for match in said.finditer("\n".join(strings_in(self.plan))))
        found = next((" ".join(words.split()) for words in texts if not words.isupper()), None)
        if found is None:
            self._tell(f"căn cứ Kế hoạch năm {self.years.old}", f"tên cơ quan viết hoa: {name}", "sửa chữ hoa")
        return cited.model_copy(update={"issuer": found or name})

    def _decide(self, basis: LegalBasis, found: str, action: str) -> None:
        self._tell(f"căn cứ «{shortened(words_of(basis))}»", found, action)

    def _tell(self, place: str, found: str, action: str) -> None:
        self.decisions.append(Decision(Topic.BASIS, place, found, action))


def _open(label: str) -> LegalBasis:
    return LegalBasis(lead="Căn cứ", text=placeholder(label))


def replacement(register: LegalRegister, act: LegalAct) -> str | None:
    """Return what to cite instead of an expired document; None where the register knows nothing."""
    later = register.successors(act)
    return f"thay bằng {compose(later[-1].citation, 'short')}" if later else None
