"""Kind, number, date, issuer and subject from the head of a reading; what is not there stays missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.diagnostics import Diagnostic, hint, warning
from generator.importers.imported import place, rewritten, unkept
from generator.model.organization import Organization
from generator.nd30.document_types import DocumentType, document_type, type_by_code, type_by_name
from generator.nd30.notation import NumberLine, parse_number_line
from generator.reading.gaps import has_gap
from generator.reading.lines import Passage
from generator.reading.reading import Reading
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.marks import escape

_NAMED = re.compile(r"(?:ban hành|xây dựng|Trên đây là)\s+(?P<name>[^\W\d_]+(?:\s+[^\W\d_]+){0,3})")
_VERY_SUBJECT = re.compile(r"V/v\s+", re.IGNORECASE)
_DAY = re.compile(r",\s*(?=ngày)", re.IGNORECASE)
_YEAR = re.compile(r"\bnăm\s+(20\d\d)\b", re.IGNORECASE)
_PLANNED_YEAR = re.compile(r"\b[Kk]ế hoạch\b[^.;:]{0,200}?\bnăm\s+(20\d\d)\b")
_SPEAKER = re.compile(r"(?P<name>[^\W\d_][^,;:]{2,80}?)(?:\s*\([^)]*\))?\s+(?:ban hành|xây dựng|báo cáo|thông báo)\s")
_DIGITS = re.compile(r"Số\s*:\s*(\d+)\s*/")
_GAP = "chỗ còn thiếu của bản dự thảo; hãy bổ sung vào dữ liệu"
_NATIONAL = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


@dataclass
class Heading:
    """The fields of a document that its head gives, and what is doubtful in them."""

    kind: DocumentType
    values: dict[str, Any] = field(default_factory=dict)
    """Fields of the document by name, without those that are missing."""
    notation: str | None = None
    """The symbol as printed; None when there is none."""
    unplaced: list[str] = field(default_factory=list)
    notes: list[Diagnostic] = field(default_factory=list)


def heading_of(reading: Reading) -> Heading:
    """Return the heading of a document; each part that cannot be understood is kept as unplaced words."""
    number = _number(reading.head.number_line)
    kind, notes = _kind(reading, number)
    found = Heading(kind, notes=list(notes))
    found.notes += _fixed_notes(reading, kind)
    issuer: dict[str, Any] = {}
    _set_bodies(reading, issuer, found)
    _set_number(reading.head.number_line, number, issuer, found)
    _set_date(reading.head.place_date, issuer, found)
    found.values["issuer"] = Organization(**issuer)
    subject = reading.head.subject
    if subject:
        found.values["subject"] = escape(_VERY_SUBJECT.sub("", subject.text, count=1))
    if reading.addressees:
        found.values["addressees"] = tuple(one.text for one in reading.addressees if one.text)
    return found


def year_of(reading: Reading) -> tuple[int | None, tuple[Diagnostic, ...]]:
    """Return the year planned for: the one that the subject names, or the sentences that name the plan."""
    subject = reading.head.subject
    own = _YEAR.search(subject.text) if subject else None
    named = own or next((match for text in _framing(reading) if (match := _PLANNED_YEAR.search(text))), None)
    if named:
        return int(named[1]), ()
    message = "không thấy năm của kế hoạch trong trích yếu và lời dẫn; để trống, hãy điền vào"
    return None, (hint(message, place(field="năm kế hoạch (year)"), code="year-missing"),)


def _framing(reading: Reading) -> Iterator[str]:
    """Yield the sentences in which a document names itself: preamble and closing."""
    return (passage.text for passage in (*reading.preamble, *reading.closing))


def _kind(reading: Reading, number: NumberLine | None) -> tuple[DocumentType, tuple[Diagnostic, ...]]:
    """Return the type that is printed; without one the type that the symbol or the document's own words name.

    A document that names no type anywhere is taken for a công văn, which prints none (II.5b).
    """
    printed = reading.head.type_name
    named = type_by_name(printed.text) if printed else None
    if named:
        return named, ()
    parsed = number.parsed if number else None
    by_code = type_by_code(parsed.type_code) if parsed and parsed.type_code else None
    if by_code:
        return by_code, (_guess_note(by_code, f"ký hiệu «{parsed}»"),)
    dispatch = document_type("dispatch")
    subject = reading.head.subject
    if subject and _VERY_SUBJECT.match(subject.text):
        return dispatch, ()
    for text in _framing(reading):
        if spoken := _spoken_type(text):
            return spoken[0], (_guess_note(spoken[0], f"văn bản tự gọi: «{spoken[1]}»"),)
    return dispatch, (_guess_note(dispatch, "công văn là loại duy nhất không in tên loại"),)


def _spoken_type(text: str) -> tuple[DocumentType, str] | None:
    """Return the type by which a sentence calls the document, and the words that do so."""
    for match in _NAMED.finditer(text):
        words = match["name"].split()
        for count in range(len(words), 0, -1):
            found = type_by_name(" ".join(words[:count]))
            if found:
                return found, f"{match[0][: match.start('name') - match.start()]}{' '.join(words[:count])}"
    return None


def _guess_note(kind: DocumentType, reason: str) -> Diagnostic:
    message = f"tệp không có tên loại văn bản; hiểu là {kind.name} vì {reason}"
    return warning(
        message,
        place(field="loại văn bản (kind)"),
        hint="hãy kiểm tra và sửa loại văn bản nếu sai",
        code="kind-guessed",
    )


def _fixed_notes(reading: Reading, kind: DocumentType) -> Iterator[Diagnostic]:
    """Yield a hint for Quốc hiệu, Tiêu ngữ or type name spelt otherwise; all are printed by the template."""
    head = reading.head
    fixed = zip((head.national_name, head.motto, head.type_name), (*_NATIONAL, kind.name.upper()), strict=True)
    return (rewritten(passage, right) for passage, right in fixed if passage and passage.text != right)


def _set_bodies(reading: Reading, issuer: dict[str, Any], found: Heading) -> None:
    head = reading.head
    issuer.update({key: one.text for key, one in (("parent", head.parent), ("name", head.issuer)) if one})
    speaker = next((match for text in _framing(reading) if (match := _SPEAKER.match(text))), None)
    if head.issuer is None and speaker:
        message = f"tệp không có tên cơ quan ban hành; lời văn nhắc đến «{speaker['name']}»"
        found.notes.append(hint(message, place(field="cơ quan ban hành (issuer.name)"), code="issuer-missing"))


def _number(passage: Passage | None) -> NumberLine | None:
    return parse_number_line(passage.text) if passage else None


def _set_number(passage: Passage | None, number: NumberLine | None, issuer: dict[str, Any], found: Heading) -> None:
    if passage is None:
        return
    if has_gap(passage.text):
        found.notes.append(warning(_GAP, place(passage.lines, quote=passage.text), code="gap"))
        if digits := _DIGITS.match(passage.text):
            found.values["number"] = digits[1]
        return
    if number is None:
        _keep(found, passage, "không hiểu dòng số, ký hiệu; giữ nguyên văn ở phần chưa xếp được", "number-unknown")
        return
    if number.number is not None:
        found.values["number"] = f"{number.number}{number.suffix}"
    found.notation = number.notation
    if number.parsed:
        issuer["symbol"] = number.parsed.agency


def _set_date(passage: Passage | None, issuer: dict[str, Any], found: Heading) -> None:
    if passage is None:
        return
    where, *day = _DAY.split(passage.text, maxsplit=1)
    if has_gap(where):
        found.notes.append(warning(_GAP, place(passage.lines, quote=passage.text), code="gap"))
    else:
        issuer["place"] = where
    if not day:
        return
    try:
        date = PartialDate.parse(day[0])
    except ValueError as fault:
        _keep(found, passage, f"không hiểu ngày ban hành: {fault}", "date-unknown")
        return
    if date.year is not None:
        found.values["date"] = date


def _keep(found: Heading, passage: Passage, message: str, code: str) -> None:
    found.unplaced.append(passage.text)
    found.notes.append(unkept(message, passage.text, passage.lines, code))


def texts(passages: Iterable[Passage]) -> tuple[str, ...]:
    """Return passages as rich text: stars in them are stars."""
    return tuple(escape(passage.text) for passage in passages)
