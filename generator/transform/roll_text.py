"""One text of a plan taken on to another year: which years and days of it move, and which are in doubt."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.transform.roll_days import WorkDays, same_day
from generator.vietnamese.dates import PartialDate, find_dates

Span = tuple[int, int]

_SPAN: Final = re.compile(
    r"(?P<school>\bnăm\s+học\s+)?(?<![\d/.])(?P<first>20\d\d)(?P<between>\s*[-–—/]\s*|\s+(?:đến|tới)\s+(?:hết\s+)?(?:năm\s+)?)"
    r"(?P<last>20\d\d)(?![\d/])",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(
    r"(?P<lead>\bnăm\s+|\bqu[ýí]\s+(?:IV|I{1,3}|[1-4])\s*[/-]\s*|\btháng\s+\d{1,2}\s*[/-]\s*"
    r"|\b[QT]\.?\s?(?:\d{1,2}|IV|I{1,3})/|(?<![\d/])\d{1,2}/|\b(?:IV|I{1,3})\s*[/-]\s*|(?<=20\d\d)(?:,|\s+và)\s+)(?P<year>20\d\d)(?![\d/])",
    re.IGNORECASE,
)
_BARE: Final = re.compile(r"(?<![\d/.,])(?P<year>20\d\d)(?![\d/]|[.,]\d)")
_AFTER_A_YEAR: Final = re.compile(r"\s*(?:$|[.,;:)\]»”\"]|(?:của|tại|trên|theo|và|đối với)\b)", re.IGNORECASE)
"""What stands behind a number that is a year rather than a count."""
_DUE: Final = re.compile(r"\b(?:trước|nhất(?:\s+(?:là|vào))?|quá|xong|hết\s+hạn)\s+(?:ngày\s+)?$", re.IGNORECASE)
_BEGINS: Final = re.compile(r"\btừ\s+(?:ngày\s+)?$", re.IGNORECASE)
_ENDS: Final = re.compile(r"\b(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?$|[-–]\s*(?:ngày\s+)?$", re.IGNORECASE)
_TOOK_EFFECT: Final = re.compile(r"\b(?:hiệu lực|kể từ|áp dụng từ)\b[^;.,]{0,25}$", re.IGNORECASE)
_ISSUED: Final = re.compile(r"\b(?:ban hành|ký|thành lập|sắp xếp|sáp nhập)\s+(?:trước|từ|sau|vào)?\s*(?:ngày\s+)?$")
_UNTIL: Final = re.compile(r"\b(?:đến|tới)\s+(?:hết\s+|cuối\s+)?$", re.IGNORECASE)
_SINCE: Final = re.compile(r"\b(?:kể\s+)?từ\s+$", re.IGNORECASE)
_WEEKDAY: Final = re.compile(r"\b(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)\W*(?:ngày\s+)?$", re.IGNORECASE)
_PLACE_IN_PERIOD: Final = re.compile(
    r"\bnăm\s+(?:đầu(?:\s+tiên)?|cuối|thứ\s+\w+|bản lề)\b|\b(?:sơ|tổng)\s+kết\s+(?:giữa\s+)?(?:giai đoạn|nhiệm kỳ)",
    re.IGNORECASE,
)
_RESULT: Final = re.compile(r"\b(?:đạt|tăng|giảm|xếp|so với|ước)\b.*\d|\d+(?:,\d+)?\s*%", re.IGNORECASE)
_A_YEAR: Final = re.compile(r"20\d\d")
_SENTENCE: Final = re.compile(r"[.;](?=\s)|\n")
_AUTUMN: Final = 10
"""Month from which on a day of the year before is part of the plan's preparation or of its first period."""


@dataclass(frozen=True)
class Doubt:
    """Words whose year the program could not judge for certain."""

    words: str
    what: str
    """What was done with them, and why that may be wrong."""


class MovingText:
    """A text on its way to another year; ``doubts`` grows while it moves."""

    def __init__(self, text: str, old: int, years: int, days: WorkDays, *, is_schedule: bool) -> None:
        self.doubts: list[Doubt] = []
        self._taken: list[Span] = []
        self._text = text
        self._old = old
        self._by = years
        self._days = days
        self._is_schedule = is_schedule

    def moved(self, kept: Sequence[Span]) -> str:
        """Return the text for the new year; the stretches ``kept`` stay as they are."""
        self._taken = list(kept)
        changes: list[tuple[Span, str]] = []
        for find in (self._spans, self._whole_dates, self._years, self._bare_years):
            found = list(find())
            changes += found
            self._taken += [span for span, _ in found]
        self._look_at_the_rest()
        text = self._text
        for (start, end), new in sorted(changes, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def _is_taken(self, span: Span) -> bool:
        return any(_overlap(span, one) for one in self._taken)

    def _found(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield what a pattern finds where nothing else was found before."""
        return (match for match in pattern.finditer(self._text) if not self._is_taken(match.span()))

    def _doubt(self, span: Span, what: str) -> None:
        start = max(0, self._text.rfind(" ", 0, max(0, span[0] - 20)) + 1)
        self.doubts.append(Doubt(" ".join(self._text[start : span[1]].split()), what))

    def _spans(self) -> Iterator[tuple[Span, str]]:
        """Yield school years, which move on, and other periods of years, which stay."""
        for match in self._found(_SPAN):
            first, last = int(match["first"]), int(match["last"])
            if match["school"] and self._old in (first, last):
                years = f"{first + self._by}{match['between']}{last + self._by}"
                yield match.span(), f"{match['school']}{years}"
                continue
            if last < self._old + self._by:
                self._doubt(match.span(), "giai đoạn đã hết khi sang năm mới, để nguyên")
            elif last == first + 1 and self._old in (first, last):
                self._doubt(match.span(), "có thể là năm học phải chuyển, để nguyên")
            yield match.span(), match[0]

    def _whole_dates(self) -> Iterator[tuple[Span, str]]:
        found = [(start, end, day) for start, end, value in find_dates(self._text) if (day := value.to_date())]
        for place, (start, end, day) in enumerate(found):
            if self._is_taken((start, end)):
                continue
            beside = [one.year for _, _, one in found[max(0, place - 1) : place + 2]]
            words = self._text[start:end]
            if self._stays(day, beside, (start, end)):
                yield (start, end), words
            else:
                yield (start, end), self._written(words, day, self._placed(same_day(day, self._by), start))

    def _stays(self, day: date, beside: Sequence[int], span: Span) -> bool:
        """Whether a day belongs to its year, as that on which a law took effect."""
        if not self._old - 1 <= day.year <= self._old + 1:
            return True
        before = self._text[: span[0]]
        if _TOOK_EFFECT.search(before):
            self._doubt(span, "mốc thời gian đã qua, để nguyên")
            return True
        is_old = day.year < self._old and self._old not in beside
        if is_old and (day.month < _AUTUMN or _ISSUED.search(before)):
            self._doubt(span, "ngày của năm trước năm kế hoạch cũ, để nguyên")
            return True
        return False

    def _placed(self, day: date, start: int) -> date:
        """Return the day, or the working day beside it where it is one that binds."""
        before = self._text[:start]
        if _WEEKDAY.search(before):
            self._doubt((max(0, start - 15), start), "thứ trong tuần của ngày này đã khác")
        if self._is_schedule and _BEGINS.search(before):
            return self._days.from_(day)
        return self._days.by(day) if self._is_schedule or _DUE.search(before) else day

    def _written(self, words: str, day: date, new: date) -> str:
        """Return the words of a date for another day: only the year is written anew where the day is the same."""
        if (day.day, day.month) == (new.day, new.month):
            return words.replace(str(day.year), str(new.year))
        value = PartialDate.parse(new)
        if not words.lower().startswith("ngày"):
            return value.short()
        return words[0] + value.long()[1:]

    def _years(self) -> Iterator[tuple[Span, str]]:
        for match in _YEAR.finditer(self._text):
            if self._is_taken(match.span("year")):
                continue
            year = int(match["year"])
            if self._belongs_to_its_year(match, year):
                yield match.span("year"), match["year"]
            elif self._old - 1 <= year <= self._old + 1:
                if year < self._old and _RESULT.search(_A_YEAR.sub("", self._around(match.start()))):
                    self._doubt(match.span(), "đã chuyển năm; số liệu đi cùng là của năm cũ, phải thay")
                yield match.span("year"), str(year + self._by)

    def _belongs_to_its_year(self, match: re.Match[str], year: int) -> bool:
        """Whether a year is an end or a beginning that stays: đến năm 2027, từ năm 2025."""
        before = self._text[: match.start()]
        is_year = match["lead"].lower().startswith("năm")
        if is_year and year == self._old + 1 and _UNTIL.search(before):
            self._doubt(match.span(), "mốc phải đạt, để nguyên năm")
            return True
        if is_year and year in (self._old - 1, self._old) and _SINCE.search(before):
            self._doubt(match.span(), "mốc bắt đầu, để nguyên năm")
            return True
        return False

    def _bare_years(self) -> Iterator[tuple[Span, str]]:
        """Yield numbers that look like the plan's year; where a count may be meant they stay."""
        for match in self._found(_BARE):
            if int(match["year"]) != self._old:
                continue
            is_year = _AFTER_A_YEAR.match(self._text, match.end()) is not None
            what = "đã coi là năm và chuyển sang năm mới" if is_year else "có thể là số lượng, để nguyên"
            self._doubt(match.span(), what)
            yield match.span(), str(self._old + self._by) if is_year else match["year"]

    def _look_at_the_rest(self) -> None:
        """Doubt words that place the year in a period, and the old year where nothing has looked at it."""
        for match in _PLACE_IN_PERIOD.finditer(self._text):
            self._doubt(match.span(), "vị trí của năm trong giai đoạn có thể đã khác")
        for match in self._found(re.compile(str(self._old))):
            self._doubt(match.span(), "năm cũ còn lại, chưa rõ có phải chuyển không")

    def _around(self, place: int) -> str:
        """Return the sentence that a place stands in."""
        ends = [0, *(match.end() for match in _SENTENCE.finditer(self._text)), len(self._text)]
        number = min(bisect_right(ends, place), len(ends) - 1)
        return self._text[ends[number - 1] : ends[number]]


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
