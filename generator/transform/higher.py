"""A higher document in the hands of those who derive from it: what does not depend on the unit, worked out once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from generator.model.basis import LegalBasis
from generator.model.canonical import canonical_json, data_hash
from generator.model.document import Document
from generator.model.origin import DerivedFrom
from generator.model.plan import Plan
from generator.model.readiness import placeholder
from generator.model.wording import cited_as, notation, short_citation_of
from generator.registers.units import Unit, UnitDirectory
from generator.transform.points import Point, points
from generator.vietnamese.marks import plain

_YEAR: Final = re.compile(r"\bnăm\s+((?:19|20)\d{2})\b")
_TOPIC_END: Final = re.compile(
    r"\s+(?:năm\s+(?:học\s+)?(?:19|20)\d{2}|giai đoạn|của|trên địa bàn|thuộc|tại)\b.*", re.DOTALL
)
_AREA: Final = re.compile(r"\s+(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu)\s+(?=(\w))")
_ABOUT: Final = re.compile(r"^(?:V/v|về việc|về)\s+", re.IGNORECASE)
_PAIR: Final = re.compile(r"((?:[^\W\d_]+[ -]+){1,11}?[^\W\d_]+)\s+\(([A-ZĐƯƠÔÊÂĂ][A-ZĐƯƠÔÊÂĂ&]{1,11})\)")


@dataclass(frozen=True)
class Higher:
    """One higher document."""

    document: Document
    index: int
    """Its place among the higher documents, from 0."""
    file: str | None
    """Its data file, as the derived plan names it; None where it is to be cited."""
    issuer: Unit | None
    """Who issued it, where the directory knows the office."""
    only_asks: bool = False
    """Whether the issuer may only ask the unit («đề nghị»): a sở does a commune, which it only guides."""

    read: Document | None = None
    """The document as it was read, where its issuer was given another name since."""

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Its points in printed order."""
        return points(self.document, self.index)

    @cached_property
    def by_id(self) -> dict[str, Point]:
        """Its points by their identity."""
        return {point.id: point for point in self.points}

    @cached_property
    def name(self) -> str:
        """Number and symbol, 412/KH-UBND; of one without a number its data file, else its symbol."""
        symbol = notation(self.document)
        return f"{self.document.number}/{symbol}" if self.document.number else self.file or symbol

    @cached_property
    def mention(self) -> str:
        """How a text mentions it: Kế hoạch số 412/KH-UBND, or its data file."""
        return f"[[{self.file}]]" if self.file else short_citation_of(self.document)

    @cached_property
    def origin(self) -> DerivedFrom:
        """What the derived plan keeps of it."""
        return DerivedFrom(document=self.name, hash=data_hash(canonical_json(self.read or self.document)))

    @cached_property
    def basis(self) -> LegalBasis:
        """It as a basis of the derived plan."""
        lead = "Căn cứ" if self.only_asks else "Thực hiện"
        if self.file is not None:
            return LegalBasis(lead=lead, document=self.file, from_superior=True)
        return LegalBasis(lead=lead, citation=cited_as(self.document), from_superior=True)

    @cached_property
    def year(self) -> int | None:
        """The year planned for."""
        if isinstance(self.document, Plan) and self.document.year is not None:
            return self.document.year
        found = _YEAR.search(plain(self.document.subject or ""))
        return int(found[1]) if found else None

    @cached_property
    def topic(self) -> str:
        """What it is about, without year, office and area, with a small first letter: cải cách hành chính."""
        words = _ABOUT.sub("", " ".join(plain(self.document.subject or "").split()))
        words = _TOPIC_END.sub("", words)
        area = next((one.start() for one in _AREA.finditer(words) if one[1].isupper()), len(words))
        words = words[:area].strip(" ,.;")
        if not words:
            return placeholder("nội dung kế hoạch")
        return words if words[1:2].isupper() else words[0].lower() + words[1:]

    @cached_property
    def abbreviations(self) -> dict[str, str]:
        """The short forms that its texts explain, with their words: CCHC of cải cách hành chính."""
        document = self.document
        found: dict[str, str] = {}
        aims = document.objectives if isinstance(document, Plan) else ()
        for text in (*document.preamble, *aims, *(point.text for point in self.points)):
            for match in _PAIR.finditer(plain(text)):
                words = _words_of(match[1], match[2])
                if words and match[2] not in found:
                    found[match[2]] = words
        return found


def higher(document: Document, index: int, file: str | None, issuer: Unit | None) -> Higher:
    """Return a higher document; an issuer that is known by the capitals of a letterhead is called by its name."""
    name = document.issuer.name
    if issuer is not None and name is not None and name.isupper():
        named = document.issuer.model_copy(update={"name": issuer.name})
        return Higher(document.model_copy(update={"issuer": named}), index, file, issuer, read=document)
    return Higher(document, index, file, issuer)


def issuer_of(document: Document, directory: UnitDirectory, on: date) -> Unit | None:
    """Return the unit that issued a document; None for one that the directory does not know, or knows twice."""
    found = directory.find(document.issuer.name, on) if document.issuer.name else ()
    return found[0] if len(found) == 1 else None


def _words_of(text: str, short: str) -> str | None:
    """Return the last words of a text whose first letters the short form is made of; None where none are."""
    words = text.replace("-", " ").split()
    letters = short.replace("&", "")
    if len(words) < len(letters):
        return None
    found = words[len(words) - len(letters) :]
    starts = "".join(word[0].upper() for word in found)
    return " ".join(found) if starts == letters else _with_small_words(words, letters)


def _with_small_words(words: list[str], letters: str) -> str | None:
    """Return the words of a short form that leaves some of them out, as GDĐT does «và»."""
    left = list(letters)
    for place in range(len(words) - 1, -1, -1):
        if left and words[place][0].upper() == left[-1]:
            left.pop()
        elif words[place].lower() not in ("và", "của", "về", "với"):
            return None
        if not left:
            return " ".join(words[place:])
    return None
