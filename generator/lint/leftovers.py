"""What was left from the document of the year before: its year in headings, targets, times; places never filled in.

A plan for a year says its own year of what it is going to do. The year before stands lawfully in results, comparisons,
reports, cited documents and spans of years.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.lint.announced import Announced
from generator.lint.places import issue_day
from generator.lint.statements import Role, Statement
from generator.lint.subject import Subject
from generator.lint.tasks import plan_year
from generator.vietnamese.dates import PartialDate, find_dates
from generator.vietnamese.roman import parse_roman

PLANS = frozenset({"plan", "program"})
"""Kinds that say what will be done in a year."""
_YEAR = r"(?P<year>20\d\d)(?!\d|\s*[-–]\s*20\d\d|\s*đến\s+(?:năm\s+)?20\d\d)"
_OWN_WORDS = (
    r"mục tiêu|chỉ tiêu|nhiệm vụ|kế hoạch|chương trình|phương hướng|giải pháp|dự toán|kinh phí|danh mục|bảng phân công"
    r"|phân công"
)
_NAMED = re.compile(
    rf"\b(?:{_OWN_WORDS})(?=\s)(?P<between>[^.;:()]{{0,70}}?)\s(?:trong\s+)?năm\s+{_YEAR}", re.IGNORECASE
)
"""What belongs to the plan's own year: "nhiệm vụ trọng tâm năm 2026"."""
_TARGET = re.compile(
    rf"\b(?:phấn đấu|bảo đảm|đảm bảo)\b[^.;:()]{{0,30}}?\s(?:năm|hết năm|cuối năm|trong năm|đến năm)\s+{_YEAR}",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    rf"\b(?:trong|vào|trước|đến|hết|xong|thành|từ|cuối|đầu|nhất)\s+(?:hết\s+|cuối\s+|đầu\s+)?quý\s+"
    rf"(?P<quarter>IV|I{{1,3}})\s*(?:/|năm\s+|-)\s*{_YEAR}",
    re.IGNORECASE,
)
_MONTH = re.compile(
    rf"\b(?:trong|vào|trước|đến|hết|xong|thành|từ|cuối|đầu|nhất)\s+(?:hết\s+|cuối\s+|đầu\s+)?tháng\s+"
    rf"(?P<month>1[0-2]|0?[1-9])\s*(?:/|năm\s+)\s*{_YEAR}",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:kết quả|so với|đã|tổng kết|sơ kết|đánh giá|báo cáo|tồn tại|hạn chế|khó khăn|chưa|tiếp tục|chuyển sang"
    r"|còn lại|năm trước|giai đoạn|nhiệm kỳ|chỉ số|xếp hạng|khắc phục|duy trì|kế thừa|phát huy|căn cứ|theo"
    r"|rút kinh nghiệm|thực trạng|tình hình|công bố|quyết toán|năm học|kể từ|thực hiện từ|từ năm|bình quân|cùng kỳ"
    r"|ban hành|thay thế)\b",
    re.IGNORECASE,
)
"""Words of a sentence that tells of what was, or of another document."""
_NEAR = 25
"""Characters behind the year in which such a word still belongs to it."""
_ISSUES = re.compile(r"^\W*(?:[\dIVXa-zđ]{1,4}[.)]\s*)?(?:ban hành|xây dựng và ban hành)\b", re.IGNORECASE)
"""A task that begins so issues a plan of its own; elsewhere "ban hành" speaks of another document."""
_WHOLE_YEAR = re.compile(rf"^\s*(?:trong|cả)\s+năm\s+{_YEAR}\s*$", re.IGNORECASE)
"""A cell with the time of a task that runs through the year."""
_PAST_LIST = re.compile(r"\b(?:đã|kết quả|so với|căn cứ|ban hành|hiệu lực|thay thế|số liệu|cùng kỳ)\b", re.IGNORECASE)
_FROM = re.compile(r"\b(?:từ|kể từ|sau|số\s+\S+)\s+(?:ngày\s*)?$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:đến|tới)(?:\s+hết)?\s*(?:ngày\s*)?", re.IGNORECASE)
_SPAN_BEGINS = re.compile(r"\btừ\s*(?:ngày\s*)?$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;](?=\s|$)|\n")
_RESULTS = re.compile(r"^(?:[IVXLC\d.]+[.)]?\s*)?(?:đánh giá\s+)?(?:kết quả|tình hình)\b", re.IGNORECASE)
_BARE_YEAR = re.compile(rf"\bnăm\s+{_YEAR}", re.IGNORECASE)
_LONGEST_HEADING = 20
"""Words up to which a line that begins with "Kết quả" is a heading."""
_JUDGED = frozenset({Role.BODY, Role.CELL, Role.APPENDIX, Role.APPENDIX_HEAD})
_QUARTERS = ("quý I", "quý II", "quý III", "quý IV")
_OLDEST = 3
"""Years back from which a text may have been copied."""


@dataclass(frozen=True)
class Leftover:
    """The year of another document in the words of this one."""

    words: str
    year: int
    statement: Statement


def leftovers(subject: Subject) -> Iterator[Leftover]:
    """Yield the words of a plan that name a year before its own where its own belongs, in its order.

    Title, opening and closing are left to the rule that compares them; tables of tasks to that of their deadlines.
    """
    year = plan_year(subject.reading)
    if not is_plan(subject) or year is None:
        return
    own = _own_lines(subject.announced)
    day = issue_day(subject) or date(year, 1, 1)
    cited = _cited(subject)
    for statement in subject.statements:
        if statement.role not in _JUDGED or "20" not in statement.text or own.intersection(statement.lines):
            continue
        text = _masked(statement.text, cited.get(id(statement), ()))
        timed = None if statement.role is Role.CELL else day
        yield from (Leftover(words, found, statement) for words, found in _in_text(text, year, timed))


def is_plan(subject: Subject) -> bool:
    """Tell whether it is a plan, by its type or, where the type is lost, by the words that open or close it."""
    kinds = {subject.kind} if subject.kind else {part.kind.id for part in subject.announced if part.kind}
    return bool(kinds & PLANS)


def _own_lines(parts: tuple[Announced, ...]) -> set[int]:
    return {number for part in parts for number in part.passage.lines}


def _cited(subject: Subject) -> dict[int, list[tuple[int, int]]]:
    found: dict[int, list[tuple[int, int]]] = {}
    for one in subject.citations:
        found.setdefault(id(one.statement), []).append((one.start, one.start + len(one.text)))
    return found


def _masked(text: str, spans: list[tuple[int, int]] | tuple[()]) -> str:
    for start, end in spans:
        text = text[:start] + "§" * (end - start) + text[end:]
    return text


def _in_text(text: str, year: int, day: date | None) -> Iterator[tuple[str, int]]:
    """Yield the first words of each sentence that name an older year of what is to be done; times with a day only."""
    for sentence in _SENTENCE_END.split(text):
        if "§" in sentence:
            continue
        found = _NAMED.search(sentence) or _TARGET.search(sentence) or _WHOLE_YEAR.match(sentence)
        own = f"năm {year}" if found else str(year)
        found = found or (_over(sentence, day) if day else None)
        told = found and _PAST.search(_ISSUES.sub("", sentence[: found.end() + _NEAR]))
        if found and not told and year - _OLDEST <= int(found["year"]) < year and own not in sentence:
            yield " ".join(found[0].split()), int(found["year"])
        elif day and (late := _late_in_list(sentence, year, day)):
            yield late, year - 1


def _late_in_list(sentence: str, year: int, day: date) -> str | None:
    """Return a day of the year before, already past, among days of the plan's year: "15/3/2026, 15/6/2027"."""
    if _PAST_LIST.search(sentence):
        return None
    days = [(start, found.to_date()) for start, _, found in find_dates(sentence)]
    if not any(one and one.year == year for _, one in days):
        return None
    for start, one in days:
        if one and one.year == year - 1 and one < day and not _FROM.search(sentence[:start]):
            return f"ngày {PartialDate.parse(one).short()}"
    return None


def _over(sentence: str, day: date) -> re.Match[str] | None:
    """Return a quarter or month that had ended when the document was signed, set as a time for something."""
    for match in (*_QUARTER.finditer(sentence), *_MONTH.finditer(sentence)):
        groups = match.groupdict()
        month = 3 * (parse_roman(groups["quarter"].upper()) or 4) if groups.get("quarter") else int(groups["month"])
        year = int(groups["year"])
        if date(year, month, monthrange(year, month)[1]) < day:
            return match
    return None


def reversed_spans(subject: Subject) -> Iterator[tuple[str, Statement]]:
    """Yield the words of each span of days that ends before it begins, with the statement that it stands in."""
    for statement in subject.statements:
        if statement.role not in _JUDGED or "ến" not in statement.text:
            continue
        found = list(find_dates(statement.text))
        for (start, end, first), (begin, _, last) in pairwise(found):
            days = first.to_date(), last.to_date()
            text = statement.text
            joined = _TO.fullmatch(text[end:begin]) and _SPAN_BEGINS.search(text[:start])
            if joined and days[0] and days[1] and days[1] < days[0]:
                yield f"từ ngày {first.short()} đến ngày {last.short()}", statement


def old_results(subject: Subject) -> Iterator[Leftover]:
    """Yield the headings of a report that announce results of a year that it does not report on."""
    years = {year for part in subject.announced for year in part.years}
    if subject.kind != "report" or not years or any(part.spans for part in subject.announced):
        return
    own = _own_lines(subject.announced)
    for node in (node for top in subject.reading.outline for node in top.walk()):
        match = _BARE_YEAR.search(node.text) if _RESULTS.match(node.text) else None
        if match and len(node.text.split()) <= _LONGEST_HEADING and not own.intersection(node.lines):
            year = int(match["year"])
            statement = next((one for one in subject.statements if set(one.lines) & set(node.lines)), None)
            if min(years) - _OLDEST <= year < min(years) and statement and "so với" not in node.text.casefold():
                yield Leftover(" ".join(node.text.split()), year, statement)


def wrong_year(subject: Subject) -> str | None:
    """Return what is odd about the year of the date, in Vietnamese; None where it fits the year in the title.

    A plan is signed at most in the middle of the year before and not after its own; a report not before the time that
    it reports on has begun, and at most in the year after it.
    """
    first, own = issue_day(subject), subject.date
    years = {year for part in subject.announced for year in part.years}
    if first is None or own is None or not own.year or not years or any(part.spans for part in subject.announced):
        return None
    last = own.last_day() or first
    if is_plan(subject) and len(years) == 1:
        (year,) = years
        return f"kế hoạch năm {year}" if last < date(year - 1, 6, 1) or first.year > year else None
    if subject.kind == "report" and (last < _begin(subject.announced, min(years)) or first.year > max(years) + 1):
        return f"báo cáo {_named_period(subject.announced)}năm {min(years)}"
    return None


def _begin(parts: tuple[Announced, ...], year: int) -> date:
    """Return the first day of the time that a report is about."""
    quarters = [_QUARTERS.index(one) for part in parts[:1] for one in part.periods if one in _QUARTERS]
    return date(year, 1 + 3 * min(quarters), 1) if quarters else date(year, 1, 1)


def _named_period(parts: tuple[Announced, ...]) -> str:
    periods = sorted(one for part in parts[:1] for one in part.periods)
    return f"{periods[0]} " if periods else ""
