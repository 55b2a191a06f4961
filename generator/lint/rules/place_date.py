"""Địa danh và thời gian ban hành (PL I/I/II.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault, Spot
from generator.lint.look import look_faults
from generator.lint.pieces import pieces_of
from generator.lint.rule import rule
from generator.lint.spots import spot_of
from generator.lint.subject import Subject
from generator.nd30.notation import is_blank_date_line, is_correct_date_line
from generator.ooxml.font_widths import SINGLE_LINE
from generator.ooxml.formatting.values import Paragraph
from generator.vietnamese.dates import PartialDate, find_dates, impossible_dates
from generator.vietnamese.unicode import fold

_SHORT_YEAR = re.compile(r"(năm\s+)(\d\d)(?!\d)", re.IGNORECASE)
_DAY = re.compile(r"[,;.]?\s*\bngày\b|[,;]", re.IGNORECASE)
_SHORTEST = 4
"""Letters from which a word in capitals alone is no abbreviation."""


def _spot(subject: Subject) -> Spot:
    label = subject.profile.component("place_date").label
    return next((spot_of(one, label) for one in subject.paragraphs(subject.reading.head.place_date)), Spot(label))


def _text(subject: Subject) -> str:
    passage = subject.reading.head.place_date
    return passage.text if passage else ""


def _date(subject: Subject) -> PartialDate | None:
    return next((value for _, _, value in find_dates(_text(subject))), None)


def _is_expected(subject: Subject) -> bool:
    absent = subject.profile.component("place_date").absent_for
    return subject.shows_head and subject.kind not in absent


@rule("DT-01", "địa danh, ngày tháng viết sai", "PL I/I/II.4b", needs=Evidence.WORDS)
def syntax(subject: Subject) -> Iterator[Fault]:
    """Viết «Hà Nội, ngày 05 tháng 01 năm 2020»: ngày nhỏ hơn 10 và tháng 1, 2 thêm số 0; tháng 3 đến 9 thì không.

    Ngày, tháng để trống khi chưa ký thì không tính là lỗi.
    """
    text = _text(subject)
    if not text:
        if _is_expected(subject):
            expected = "«Địa danh, ngày … tháng … năm …» dưới Tiêu ngữ"
            yield Fault("không thấy địa danh và thời gian ban hành", expected, _spot(subject))
        return
    full = _SHORT_YEAR.sub(r"\g<1>20\g<2>", text)
    if impossible_dates(full):
        return
    if (is_correct_date_line(text) or is_blank_date_line(text)) and _is_name(_place(text)):
        return
    found = next((value for _, _, value in find_dates(full)), None)
    place = _place(text) if _is_name(_place(text)) else _place(text).title() or "Địa danh"
    expected = f"«{place}, {found.long()}»" if found else "«Hà Nội, ngày 05 tháng 01 năm 2020»"
    safe = expected.strip("«»") if found and found.complete and full == text and _is_name(_place(text)) else None
    yield Fault(f"«{text}»", expected, _spot(subject), fix="date-line" if safe else None, right=safe)


def _place(text: str) -> str:
    return _DAY.split(text, maxsplit=1)[0].strip(" ,;.")


def _is_name(place: str) -> bool:
    """Tell whether the words are written as a name: a capital at its first and last word, not capitals alone."""
    words = place.split()
    is_short = len(words) == 1 and len(place) < _SHORTEST
    return (
        bool(words)
        and not any(word[0].islower() for word in (words[0], words[-1]))
        and (is_short or not place.isupper())
    )


@rule("DT-02", "ngày không có trong lịch", "PL I/I/II.4b", needs=Evidence.WORDS)
def calendar(subject: Subject) -> Iterator[Fault]:
    """Ngày ban hành phải là một ngày có thật. Ngày nghỉ, ngày lễ thì không xét."""
    text = _SHORT_YEAR.sub(r"\g<1>20\g<2>", _text(subject))
    for start, end, wrong in impossible_dates(text):
        yield Fault(f"«{text[start:end]}»: {wrong}", "một ngày có trong lịch", _spot(subject))


@rule("DT-03", "địa danh, ngày tháng trình bày sai", "PL I/I/II.4c", needs=Evidence.PAGE)
def look(subject: Subject) -> Iterator[Fault]:
    """Cỡ 13 đến 14, chữ nghiêng, không đậm, canh giữa dưới Quốc hiệu và Tiêu ngữ, cùng dòng với số, ký hiệu."""
    head = subject.reading.head
    pieces = pieces_of(subject, head.place_date)
    yield from look_faults(subject.profile.component("place_date"), pieces)
    for piece, number in zip(pieces[:1], subject.paragraphs(head.number_line), strict=False):
        if _stand_in_two_rows(subject, piece.paragraph, number):
            expected = "cùng dòng với số, ký hiệu"
            yield Fault("không cùng dòng với số, ký hiệu", expected, _spot(subject)).softened()


def _stand_in_two_rows(subject: Subject, one: Paragraph, other: Paragraph) -> bool:
    """Tell whether two paragraphs of the letterhead stand in two rows of its table, in a PDF a line apart or more."""
    if one.cell and other.cell:
        return (one.cell.table, one.cell.row) != (other.cell.table, other.cell.row)
    levels = [subject.levels[paragraph.number] for paragraph in (one, other) if paragraph.number in subject.levels]
    size = max((run.size for run in (*one.runs, *other.runs)), default=0.0)
    return len(levels) == 2 and one.section == other.section and abs(levels[0] - levels[1]) > size * SINGLE_LINE - 1


@rule("DT-04", "địa danh không phải tên đơn vị hành chính", "PL I/I/II.4a", Severity.WARNING, needs=Evidence.WORDS)
def place(subject: Subject) -> Iterator[Fault]:
    """Địa danh là tên chính thức của đơn vị hành chính nơi cơ quan đóng trụ sở, vào ngày ban hành.

    Chỉ xét khi có danh mục đơn vị; không có thì không nói gì.
    """
    given = _date(subject)
    day = given.to_date() if given else None
    if subject.units is None or day is None:
        return
    known = {fold(unit.place) for unit in subject.units.on(day) if unit.place}
    name = _place(_text(subject))
    if known and fold(name) not in known:
        yield Fault(f"«{name}»", "địa danh có trong danh mục đơn vị vào ngày đó", _spot(subject))
