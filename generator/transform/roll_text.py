"""One text of a plan taken on to another year: which years and days of it move, and which are in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.transform.roll_dates import Span, day_groups
from generator.transform.roll_days import WorkDays
from generator.transform.roll_facts import is_beside_an_event, is_of_one_event, sentence_at
from generator.transform.roll_moves import MovingDays

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
_UNTIL: Final = re.compile(r"\b(?:đến|tới)\s+(?:hết\s+|cuối\s+)?$", re.IGNORECASE)
_SINCE: Final = re.compile(r"\b(?:kể\s+)?từ\s+$", re.IGNORECASE)
_PLACE_IN_PERIOD: Final = re.compile(
    r"\bnăm\s+(?:đầu(?:\s+tiên)?|cuối|thứ\s+\w+|bản lề)\b|\b(?:sơ|tổng)\s+kết\s+(?:giữa\s+)?(?:giai đoạn|nhiệm kỳ)",
    re.IGNORECASE,
)
_SUM: Final = r"\d\s*(?:triệu|tỷ|tỉ|nghìn|ngàn|đồng)\b"
_COUNT: Final = (
    r"\d\s*(?:người|hồ sơ|lượt|đơn vị|thủ tục|cuộc|văn bản|trường|lớp|học sinh|cán bộ|biên chế|thôn|xã|điểm)\b"
)
_MONEY: Final = re.compile(_SUM, re.IGNORECASE)
_RESULT: Final = re.compile(
    rf"\b(?:đạt|tăng|giảm|xếp|so với|ước)\b.*\d|\d+(?:,\d+)?\s*%|{_SUM}|{_COUNT}", re.IGNORECASE
)
_A_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
_SHORT_YEAR: Final = re.compile(
    r"(?:(?<![\w/.])\d{1,2}[/.-]\d{1,2}[/.-]|\b(?:tháng\s*|qu[ýí]\s*|[QT]\.?\s?)(?:\d{1,2}|IV|I{1,3})\s?[/-]\s?)"
    r"(?P<year>\d\d)(?![\w/])",
    re.IGNORECASE,
)
"""A year of two figures: 31/12/26, quý I/26."""
_NAMED_BY_ORDER: Final = re.compile(
    r"\bnăm\s+(?:trước(?:\s+liền\s+kề)?|liền\s+trước|ngoái|nay|này|sau|tới|kế\s+tiếp)\s*[(,:]?\s*$", re.IGNORECASE
)


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
        moving = MovingDays(self._text, self._old, self._by, self._days, self._doubt, is_schedule=self._is_schedule)
        for group in day_groups(self._text):
            free = tuple(one for one in group.days if not self._is_taken((one.start, one.end)))
            if not free:
                continue
            left = replace(group, days=free, is_span=group.is_span and len(free) > 1)
            yield from moving.moved(left)

    def _years(self) -> Iterator[tuple[Span, str]]:
        for match in _YEAR.finditer(self._text):
            if self._is_taken(match.span("year")):
                continue
            year = int(match["year"])
            if self._belongs_to_its_year(match, year):
                yield match.span("year"), match["year"]
            elif self._is_near(year):
                self._look_at_what_moves(match, year)
                yield match.span("year"), str(year + self._by)

    def _is_near(self, year: int) -> bool:
        return self._old - 1 <= year <= self._old + 1

    def _look_at_what_moves(self, match: re.Match[str], year: int) -> None:
        """Doubt a year that moves though the words beside it may not hold for the new one."""
        around = _A_YEAR.sub("", sentence_at(self._text, match.start()))
        if year < self._old and _RESULT.search(around):
            self._doubt(match.span(), "đã chuyển năm; số liệu đi cùng là của năm cũ, phải thay")
        elif _MONEY.search(around):
            self._doubt(match.span(), "đã chuyển năm; số tiền đi cùng là của năm cũ, phải thay")
        elif is_beside_an_event(self._text, match.start()):
            self._doubt(match.span(), "đã chuyển năm; cùng câu có sự kiện riêng của năm cũ")
        elif year != self._old and not match["lead"].lower().startswith("năm"):
            self._doubt(match.span(), "thời gian ngoài năm kế hoạch cũ, đã chuyển sang năm mới")

    def _belongs_to_its_year(self, match: re.Match[str], year: int) -> bool:
        """Whether a year stays: an end or a beginning (đến năm 2027, từ năm 2025), that of an event."""
        before = self._text[: match.start()]
        is_year = match["lead"].lower().startswith("năm")
        why = None
        if self._is_near(year) and is_of_one_event(self._text, match.start()):
            why = "năm của sự kiện riêng (đại hội, kỷ niệm…), để nguyên"
        elif is_year and year == self._old + 1 and _UNTIL.search(before):
            why = "mốc phải đạt, để nguyên năm"
        elif is_year and year in (self._old - 1, self._old) and _SINCE.search(before):
            why = "mốc bắt đầu, để nguyên năm"
        if why:
            self._doubt(match.span(), why)
        return why is not None

    def _bare_years(self) -> Iterator[tuple[Span, str]]:
        """Yield numbers that look like years beside the plan's; all are told, and where a count may be meant they stay.

        The year before and the year after move where the words say what they are: năm trước (2025).
        """
        for match in self._found(_BARE):
            year = int(match["year"])
            if not self._is_near(year):
                continue
            named = _NAMED_BY_ORDER.search(self._text[: match.start()])
            if year == self._old:
                is_year = _AFTER_A_YEAR.match(self._text, match.end()) is not None
            else:
                is_year = named is not None
            if is_year and is_of_one_event(self._text, match.start()):
                is_year = False
            kept = "có thể là số lượng, để nguyên" if year == self._old else "có thể là năm của số liệu, để nguyên"
            self._doubt(match.span(), "đã coi là năm và chuyển sang năm mới" if is_year else kept)
            yield match.span(), str(year + self._by) if is_year else match["year"]

    def _look_at_the_rest(self) -> None:
        """Doubt words that place the year in a period, and years beside the plan's where nothing has looked at them."""
        for match in _PLACE_IN_PERIOD.finditer(self._text):
            self._doubt(match.span(), "vị trí của năm trong giai đoạn có thể đã khác")
        for match in self._found(_A_YEAR):
            if self._is_near(int(match[0])):
                self._doubt(match.span(), "năm cũ còn lại, chưa rõ có phải chuyển không")
        for match in self._found(_SHORT_YEAR):
            if self._is_near(2000 + int(match["year"])):
                self._doubt(match.span(), "năm viết hai chữ số, để nguyên")


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
