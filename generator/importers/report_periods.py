"""The period that the subject of a report names, in the ways in which offices write it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.errors import DataError
from generator.registers.regimes import Regime
from generator.vietnamese.roman import parse_roman
from generator.vietnamese.unicode import fold

_OF_YEAR: Final = r"(?:\s*[,/-]?\s*(?:(?:của |trong )?năm\s*)?(?P<{0}>20\d\d)(?!\s*[-–]\s*20))?"
_MENTION: Final = re.compile(
    rf"\bquý\s*(?P<quarter>iv|i{{1,3}}|0?[1-4])\b{_OF_YEAR.format('of_quarter')}"
    rf"|\b(?P<months>\d{{1,2}}|ba|sáu|chín)\s+tháng(?:\s+(?P<half>đầu|cuối))?{_OF_YEAR.format('of_months')}"
    rf"|(?<!\d )\btháng\s*(?P<month>\d{{1,2}})\b{_OF_YEAR.format('of_month')}"
    r"|\bnăm\s*(?P<year>20\d\d)\b(?!\s*[-–]\s*20)"
)
_DAY: Final = re.compile(r"\bngày\s*\d{1,2}(?:\s*tháng\s*|[/.-])\d{1,2}(?:\s*năm\s*|[/.-])\d{4}")
_ROMAN: Final = re.compile(r"(?<=quý )[iv]+\b")
_YEAR: Final = re.compile(r"\b20\d\d\b")
_SPELT: Final = {"ba": 3, "sáu": 6, "chín": 9}
_NEXT: Final = re.compile(r"\b(?:phương hướng|nhiệm vụ|giải pháp|kế hoạch|dự kiến|chương trình)\b")
_BESIDE: Final = re.compile(r"\b(?:so với|cùng kỳ)\b")
_PART: Final = re.compile(r"\bquý\b|\b\d+\s+tháng\b|\btháng\s*\d|\b(?:nửa|đợt|học kỳ) ?(?:đầu|cuối|\d|i)")
"""Words of a period that is shorter than a year."""


@dataclass(frozen=True)
class Mention:
    """A period in words: quý I năm 2027."""

    start: int
    end: int
    kind: tuple[str, int, str]
    """Quarter, months, month or year; its number; đầu or cuối."""
    year: int | None
    words: str

    @property
    def is_year(self) -> bool:
        """Whether it is a whole year."""
        return self.kind[0] == "year"

    @property
    def last_month(self) -> int:
        """The month with which it ends, for order within a year."""
        kind, number, half = self.kind
        return {"quarter": 3 * number, "month": number, "months": 12 if half == "cuối" else number}.get(kind, 12)


def mentions(text: str) -> tuple[Mention, ...]:
    """Return the periods that a text names, in its order: «Quý 1 năm 2027», «3 tháng đầu năm», «Quý I/2027»."""
    return tuple(_mention(match) for match in _MENTION.finditer(_words(text)))


def without_periods(text: str) -> str:
    """Return a text in small letters without the periods that it names."""
    return _MENTION.sub(" ", _words(text))


def _words(text: str) -> str:
    """Return a text to look for periods in, without the days of documents."""
    return _DAY.sub(" ", fold(text))


def _mention(match: re.Match[str]) -> Mention:
    named = match.groupdict()
    year = next((int(named[one]) for one in ("of_quarter", "of_months", "of_month", "year") if named[one]), None)
    return Mention(match.start(), match.end(), _kind(named), year, _shown(match[0]))


def _shown(words: str) -> str:
    return _ROMAN.sub(lambda number: number[0].upper(), words.strip())


def _kind(named: dict[str, str]) -> tuple[str, int, str]:
    if quarter := named["quarter"]:
        return "quarter", parse_roman(quarter.upper()) or int(quarter), ""
    if months := named["months"]:
        number, half = _SPELT.get(months) or int(months), named["half"] or ""
        return ("quarter", 1, "") if (number, half) == (3, "đầu") else ("months", number, half)
    if named["month"]:
        return "month", int(named["month"]), ""
    return "year", 0, ""


def report_period(subject: str, regime: Regime) -> str:
    """Return the period of a report by its subject: "2027-Q1".

    A part of a year goes before a year («Kế hoạch năm 2027 … quý I»); what comes behind «phương hướng», «nhiệm vụ»
    is of the next period. DataError where none, or none for certain, of the periods of the regime is named.
    """
    if named := _in_own_words(subject, regime):
        return named
    found = mentions(subject)
    if not found:
        raise _refused("trích yếu không nêu kỳ báo cáo nào của chế độ", subject, regime)
    main = _main(subject, found, regime)
    period = next((one for one in regime.periods if _kinds(one.label) == [main.kind]), None)
    if period is None:
        raise _refused(f"chế độ không có kỳ «{main.words}» mà trích yếu nêu", subject, regime)
    year = main.year or _year(main, found)
    if year is None:
        raise _refused(f"trích yếu không cho biết chắc năm của kỳ «{main.words}»", subject, regime)
    of_label = mentions(regime.period_dates(f"{year}-{period.id}").label)[0].year or year
    return f"{2 * year - of_label}-{period.id}"


def of_period(words: str, *, period: str, regime: Regime) -> bool | None:
    """Tell whether words above a column name a period of a report; None where they name none, or its year alone."""
    meant = mentions(regime.period_dates(period).label)
    found = mentions(words)
    if not found or not meant:
        return None
    if all(one.kind == meant[0].kind and one.year in (None, meant[0].year) for one in found):
        return True
    return None if all(one.is_year and one.year == meant[0].year for one in found) else False


def _kinds(label: str) -> list[tuple[str, int, str]]:
    return [one.kind for one in mentions(label.format(year=2027, next_year=2028))]


def _in_own_words(subject: str, regime: Regime) -> str | None:
    """Return the period that a subject names by a label in words of the regime's own, the longest of several."""
    words, found = fold(subject), []
    for year in _YEAR.findall(words):
        for one in regime.periods:
            dates = regime.period_dates(f"{year}-{one.id}")
            if _MENTION.sub("", fold(dates.label)).strip() and fold(dates.label) in words:
                found.append((-len(dates.label), words.find(fold(dates.label)), dates.name))
    return min(found)[2] if found else None


def _main(subject: str, found: Sequence[Mention], regime: Regime) -> Mention:
    """Return the mention of the period itself."""
    words = _words(subject)
    announced = [one for one in found if not one.is_year and _is_next(words, one, found)]
    own = [one for one in found if not one.is_year and one not in announced]
    if len({one.kind for one in own}) > 1 or len({one.year for one in own if one.year}) > 1:
        raise _refused("trích yếu nêu nhiều kỳ", subject, regime)
    if own:
        return max(own, key=lambda one: one.year is not None)
    main = next(one for one in found if one.is_year)
    within = any(one.year is None or one.year <= (main.year or 0) for one in announced)
    if within or (not announced and _PART.search(words)):
        raise _refused("không hiểu kỳ báo cáo trong trích yếu", subject, regime)
    return main


def _is_next(words: str, one: Mention, found: Sequence[Mention]) -> bool:
    """Tell whether a mention is of the next or another period: behind an earlier one and words that lead to it."""
    before = [other.end for other in found if other.end <= one.start]
    between = words[max(before) : one.start] if before else ""
    earlier = words[min(before) : one.start] if before else ""
    return bool(before) and bool(_NEXT.search(earlier) or _BESIDE.search(between))


def _year(main: Mention, found: Sequence[Mention]) -> int | None:
    """Return the year of a mention without one: the only one of the subject, unless the next period wraps into it."""
    years = {one.year for one in found if one.year}
    wraps = any(one.year and not one.is_year and one.last_month < main.last_month for one in found)
    return years.pop() if len(years) == 1 and not wraps else None


def _refused(message: str, subject: str, regime: Regime) -> DataError:
    known = ", ".join(f"«{regime.period_dates(f'2027-{one.id}').label}»" for one in regime.periods)
    return DataError(message, hint=f"trích yếu: «{subject}»; sửa trích yếu thành một kỳ của chế độ, như {known}")
