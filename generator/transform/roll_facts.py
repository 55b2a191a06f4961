"""What the words around a day or a year say of it: due, past, cited, of an event with a day of its own."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from generator.registers.catalog import bundled_events
from generator.transform.roll_dates import Span

_HOUR: Final = r"(?:(?:lúc\s+|vào\s+)*\d{1,2}\s*(?:giờ|g|h)(?:\s*\d{1,2})?(?:\s*phút)?,?\s*)?"
_DUE: Final = re.compile(
    rf"\b(?:trước|nhất(?:\s+(?:là|vào|đến))?(?:\s+hết)?|quá|xong|hết\s+hạn|hạn(?:\s+cuối)?)\s+{_HOUR}(?:ngày\s+)?$"
    rf"|\b(?:hoàn thành|gửi)\s+(?:vào\s+|trong\s+)?{_HOUR}ngày\s+$",
    re.IGNORECASE,
)
_BEGINS: Final = re.compile(rf"\btừ\s+{_HOUR}(?:ngày\s+)?$", re.IGNORECASE)
_AFTER: Final = re.compile(r"\bsau\s+(?:khi\s+)?(?:ngày\s+)?$", re.IGNORECASE)
_ENDS: Final = re.compile(rf"(?:\b(?:đến|tới)(?:\s+hết)?|[-–—])\s*{_HOUR}(?:ngày\s+)?$", re.IGNORECASE)
_TOOK_EFFECT: Final = re.compile(r"\b(?:hiệu lực|kể từ|áp dụng từ)\b[^;.,]{0,25}$", re.IGNORECASE)
_ISSUED: Final = re.compile(
    r"\b(?:ban hành|ký|thành lập|sắp xếp|sáp nhập)\s+(?:trước|từ|sau|vào)?\s*(?:ngày\s+)?$", re.IGNORECASE
)
_DOCUMENTS: Final = (
    r"kết luận|biên bản|thông báo|báo cáo|công văn|quyết định|nghị quyết|kế hoạch|chỉ thị|văn bản|tờ trình|công điện"
    r"|hướng dẫn|đề án|chương trình|dự án|giấy mời|thông tư|nghị định|luật|quy chế|quy định"
)
_MEETINGS: Final = r"hội nghị|cuộc họp|phiên họp|kỳ họp|buổi làm việc|hội thảo|hội đàm|đoàn kiểm tra"
_CITED_BEFORE: Final = re.compile(rf"\b(?:{_DOCUMENTS}|{_MEETINGS})\b[^.;:]{{0,80}}\bngày\s+$", re.IGNORECASE)
_OF_SOMEBODY: Final = re.compile(r"\s*,?\s*(?:\([^)]*\)\s*)?(?:của|do|giữa)\b", re.IGNORECASE)
_BY_A_DOCUMENT: Final = re.compile(
    rf"\b(?:theo|tại|căn cứ|thực hiện|nêu trong|triển khai)\s+(?:{_DOCUMENTS}|{_MEETINGS})\b[^.;:]{{0,80}}\bngày\s+$",
    re.IGNORECASE,
)
_WAS_DONE: Final = re.compile(
    r"\b(?:đã|vừa|từng)\s[^.;,]{0,60}$"
    r"|\bđược\s+(?:\S+\s+){0,3}?(?:phê duyệt|ban hành|thông qua|ký|công bố|công nhận|thành lập|chấp thuận|giao|trao)\b"
    r"[^.;,]{0,40}\bngày\s+$"
    r"|\b(?:đưa vào|đi vào)\s+(?:vận hành|sử dụng|hoạt động|khai thác)\b[^.;,]{0,25}$",
    re.IGNORECASE,
)
_WAS_DONE_BEHIND: Final = re.compile(r"[^.;,\d]{0,40}?\bđã\s", re.IGNORECASE)
_DONE_BY_THEN: Final = re.compile(r"\bđã\s+(?:\w+\s+){1,3}(?:trước|chậm nhất|xong)\b[^.;,]{0,20}$", re.IGNORECASE)
_WEEKDAY: Final = re.compile(r"\b(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)\W*(?:ngày\s+)?$", re.IGNORECASE)
_CLAUSE_END: Final = re.compile(r"[.;,](?=\s|$)|\n")
_SENTENCE_END: Final = re.compile(r"[.;](?=\s|$)|\n")


def is_due(text: str, start: int) -> bool:
    """Whether what begins there is a day by which something is done."""
    return bool(_DUE.search(text[:start]))


def begins(text: str, start: int) -> bool:
    """Whether something begins on the day there."""
    return bool(_BEGINS.search(text[:start]))


def is_after(text: str, start: int) -> bool:
    """Whether something comes after the day there: sau ngày 30/4."""
    return bool(_AFTER.search(text[:start]))


def ends(text: str, start: int) -> bool:
    """Whether something goes on up to the day there."""
    return bool(_ENDS.search(text[:start]))


def names_a_weekday(text: str, start: int) -> bool:
    """Whether a day of the week stands before the day there."""
    return bool(_WEEKDAY.search(text[:start]))


def took_effect(text: str, start: int) -> bool:
    """Whether something holds from the day there on: có hiệu lực từ ngày 01/3/2026."""
    return bool(_TOOK_EFFECT.search(text[:start]))


def was_issued(text: str, start: int) -> bool:
    """Whether the day there tells documents or offices apart by when they came to be."""
    return bool(_ISSUED.search(text[:start]))


def is_past(text: str, span: Span) -> bool:
    """Whether the day there is that of a document, of a meeting or of a deed that is done."""
    before = text[: span[0]] + ("ngày " if text[span[0] : span[1]].lower().startswith("ngày") else "")
    if is_due(text, span[0]):
        return bool(_DONE_BY_THEN.search(before))
    if _CITED_BEFORE.search(before) and _OF_SOMEBODY.match(text, span[1]):
        return True
    return bool(_BY_A_DOCUMENT.search(before) or _WAS_DONE.search(before) or _WAS_DONE_BEHIND.match(text, span[1]))


def is_of_one_event(text: str, place: int) -> bool:
    """Whether the clause around a place tells of an event of its year alone: đại hội, bầu cử, kỷ niệm 80 năm."""
    return bool(bundled_events().once_words.search(_part(text, place, _CLAUSE_END)))


def is_beside_an_event(text: str, place: int) -> bool:
    """Whether the sentence around a place tells of such an event."""
    return bool(bundled_events().once_words.search(_part(text, place, _SENTENCE_END)))


def yearly_event(text: str, start: int, day: date) -> str | None:
    """Return the event that has its own day in every year, when the day there is the day of it; None otherwise."""
    if is_due(text, start) or is_after(text, start):
        return None
    named = bundled_events().yearly_words.search(_part(text, start, _CLAUSE_END))
    return named[0] if named else bundled_events().name_of(day)


def sentence_at(text: str, place: int) -> str:
    """Return the sentence that a place stands in."""
    return _part(text, place, _SENTENCE_END)


def _part(text: str, place: int, end: re.Pattern[str]) -> str:
    """Return what stands around a place between two ends."""
    first = max((match.end() for match in end.finditer(text, 0, place)), default=0)
    last = end.search(text, place)
    return text[first : last.start() if last else len(text)]
