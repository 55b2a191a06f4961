"""What a document calls itself: by its title, where it opens and where it closes.

"Cải cách hành chính năm 2026", "Sở Nội vụ ban hành Kế hoạch cải cách hành chính năm 2026 như sau:", "Trên đây là
Kế hoạch cải cách hành chính năm 2026." speak of one document, so their years, periods and subjects are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.lint.unit_names import UnitName, unit_name
from generator.nd30.document_types import DOCUMENT_TYPES, DocumentType, type_by_name
from generator.reading.lines import Passage
from generator.reading.reading import Reading
from generator.vietnamese.citations import find_citations
from generator.vietnamese.unicode import fold

_TYPES = "|".join(sorted((one.name for one in DOCUMENT_TYPES.values()), key=len, reverse=True))
_ISSUES = re.compile(rf"\s(?:ban hành|xây dựng)\s+(?P<kind>{_TYPES})\s+(?P<about>.*)", re.IGNORECASE)
_TELLS = re.compile(r"\s(?:ban hành|xây dựng|thông báo|báo cáo)\s+(?P<about>.*)", re.IGNORECASE)
_CLOSING = re.compile(rf"Trên đây là\s+(?:nội dung\s+)?(?P<kind>{_TYPES})\s*(?P<about>.*)", re.IGNORECASE)
_END = re.compile(
    r"[,;]?\s*(?:như sau|với (?:các|những|một số) nội dung|với nội dung|cụ thể|gồm)\b.*|[.;:/](?:\s|/|$).*"
    r"|,\s*(?:đề nghị|yêu cầu|kính|trong quá trình|Sở|UBND|Ủy ban).*",
    re.IGNORECASE | re.DOTALL,
)
_YEAR = re.compile(r"(?<!\d)năm\s+(20\d\d)(?![\d/])", re.IGNORECASE)
_DATE = re.compile(r"(?:ngày[\s\d.…]*)?tháng[\s\d.…]*năm\s+\d{4}", re.IGNORECASE)
_SPAN = re.compile(r"(?:giai đoạn|nhiệm kỳ|năm học|từ năm)\s+(20\d\d)\s*(?:-|–|đến|đến năm)\s*(20\d\d)", re.IGNORECASE)
_PERIOD = re.compile(r"\bquý\s+(IV|I{1,3}|[1-4])(?![\w])|\b(0?6|0?9|sáu|chín) tháng", re.IGNORECASE)
_FULL_DATE = re.compile(r"ngày[\s\d.…]*tháng[\s\d.…]*năm(?:\s+\d{4})?", re.IGNORECASE)
_MONTH = re.compile(r"\btháng\s+0?([1-9]|1[0-2])(?=\s*(?:năm\b|/\s*20))", re.IGNORECASE)
_PERIODS = {"i": "quý I", "ii": "quý II", "iii": "quý III", "iv": "quý IV", "1": "quý I", "2": "quý II", "3": "quý III"}
_PERIODS |= {"4": "quý IV", "6": "6 tháng", "06": "6 tháng", "9": "9 tháng", "09": "9 tháng"}
_PERIODS |= {"sáu": "6 tháng", "chín": "9 tháng"}
_OWNER = re.compile(r"\s(?:của|tại|trên địa bàn|thuộc|cho)\s.*", re.IGNORECASE | re.DOTALL)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_EMPTY_WORDS = frozenset(
    fold(
        "công tác thực hiện triển khai tổ chức kết quả tình hình nhiệm vụ phương hướng trọng tâm năm quý tháng đầu cuối"
        " và về việc của các một số ban hành kế hoạch báo cáo chương trình thông báo giai đoạn ngành sở phòng tỉnh xã"
        " phường huyện nhà nước nội dung học đợt lần thứ định kỳ đột xuất"
    ).split()
)
_FEWEST_WORDS = 2
"""Words with a meaning that a subject must have to be compared with another."""


@dataclass(frozen=True)
class Announced:
    """What one part of the document says that it is."""

    part: str
    """In Vietnamese: trích yếu, lời dẫn, lời kết."""
    about: str
    passage: Passage
    kind: DocumentType | None = None
    who: UnitName | None = None

    @cached_property
    def years(self) -> frozenset[int]:
        """The years named, those of dates and of cited documents left out."""
        return frozenset(int(match[1]) for match in _YEAR.finditer(_DATE.sub(" ", self._own)))

    @cached_property
    def spans(self) -> frozenset[str]:
        """The spans of years named: "2021 - 2025"; that of a school year too."""
        return frozenset(f"{match[1]} - {match[2]}" for match in _SPAN.finditer(self._own))

    @cached_property
    def periods(self) -> frozenset[str]:
        """The parts of the year named: "quý I", "6 tháng", "tháng 3"; months of dates left out."""
        undated = _FULL_DATE.sub(" ", self._own)
        parts = (_PERIODS[(match[1] or match[2]).casefold()] for match in _PERIOD.finditer(undated))
        months = (f"tháng {match[1]}" for match in _MONTH.finditer(undated))
        return frozenset((*parts, *months))

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that tell the subject, folded; those that stand in every title left out."""
        return frozenset(word for word in re.findall(r"[^\W\d_]+", fold(self._topic)) if word not in _EMPTY_WORDS)

    @cached_property
    def _topic(self) -> str:
        """The words without brackets and without whose it is."""
        return _OWNER.sub("", _BRACKETS.sub("", self.about))

    @cached_property
    def _own(self) -> str:
        """The words without the documents that they cite."""
        return _without_citations(self.about)

    def shares_subject(self, other: Announced) -> bool:
        """Tell whether both may be about the same: a word in common, or too few or abbreviated words to tell."""
        few = min(len(self.words), len(other.words)) < _FEWEST_WORDS
        shortened = any(re.search(r"[A-ZĐ]{3,}", one._topic) and not one._topic.isupper() for one in (self, other))
        return few or shortened or bool(self.words & other.words)


def announcements(reading: Reading) -> list[Announced]:
    """Return what trích yếu, lời dẫn and lời kết say, in this order; parts that say nothing are left out."""
    title = reading.head.subject
    found = [Announced("trích yếu", title.text, title)] if title else []
    return [*found, *_opening(reading), *_closing(reading)]


def _opening(reading: Reading) -> Iterator[Announced]:
    """Yield what the sentence before the content says; documents that it cites on its way are passed over."""
    for passage in reading.preamble[-1:]:
        words = _without_citations(_BRACKETS.sub("", " ".join(passage.text.split())))
        match = (_last(_ISSUES, words) or _TELLS.search(words)) if words.endswith(":") else None
        if match:
            who = unit_name(words[: match.start()].rpartition(",")[2].strip())
            kind = _type(match.groupdict().get("kind"))
            yield Announced("lời dẫn", _END.sub("", match["about"]), passage, kind, who)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the match that begins last: what comes before may be the reason, not the act."""
    found, start = None, 0
    while match := pattern.search(text, start):
        found, start = match, match.start() + 1
    return found


def _without_citations(text: str) -> str:
    for one in reversed(find_citations(text)):
        if one.citation.number or one.citation.date:
            text = f"{text[: one.start]} {text[one.end :]}"
    return text


def _closing(reading: Reading) -> Iterator[Announced]:
    for passage in reading.closing[:1]:
        match = _CLOSING.match(" ".join(passage.text.split()))
        if match:
            yield Announced("lời kết", _END.sub("", match["about"]), passage, _type(match["kind"]))


def _type(name: str | None) -> DocumentType | None:
    """Return the kind; of words in small letters, which may be no name, nothing."""
    return type_by_name(name) if name and name[:1].isupper() else None


def issuer_of(reading: Reading) -> UnitName | None:
    """Return the office that issues the document: by the letterhead, else by the words that open it."""
    head = reading.head.issuer
    named = unit_name(head.text) if head else next((one.who for one in _opening(reading)), None)
    return named if named and named.kind else None
