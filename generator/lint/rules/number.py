"""Số, ký hiệu (PL I/I/II.3, PL III/I)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.lint.evidence import Evidence
from generator.lint.finding import Fault, Spot
from generator.lint.kind import DISPATCH
from generator.lint.look import look_faults
from generator.lint.pieces import pieces_of
from generator.lint.rule import rule
from generator.lint.spots import spot_of
from generator.lint.subject import Subject
from generator.nd30.document_types import copy_by_code, type_by_code
from generator.nd30.notation import (
    Notation,
    compose_number_line,
    is_correct_number_line,
    parse_number_line,
    printed_number,
)
from generator.vietnamese.unicode import words

_DIGITS = re.compile(r"(Số\s*:?\s*)(\d+)", re.IGNORECASE)
_BLANK = re.compile(r"(Số\s*:)[\s….·_]*/", re.IGNORECASE)
_LETTER = "CV"
"""What clerks take for the code of a công văn, which has none."""
_UNNUMBERED = frozenset({"open_letter"})
"""Kinds that bear no number of their own."""


def _spot(subject: Subject) -> Spot:
    label = subject.profile.component("number").label
    return next((spot_of(one, label) for one in subject.paragraphs(subject.reading.head.number_line)), Spot(label))


def _text(subject: Subject) -> str:
    line = subject.reading.head.number_line
    return line.text if line else ""


def _notation(subject: Subject) -> Notation | None:
    parsed = parse_number_line(_text(subject))
    return parsed.parsed if parsed else None


@rule("NO-01", "số, ký hiệu viết sai", "PL I/I/II.3c", needs=Evidence.WORDS)
def syntax(subject: Subject) -> Iterator[Fault]:
    """Viết «Số: 15/QĐ-BNV»: sau chữ Số có dấu hai chấm; giữa số và ký hiệu có dấu gạch chéo (/), giữa các nhóm chữ
    viết tắt có dấu gạch nối (-), không cách chữ. Số để trống khi chưa ký thì không tính là lỗi.
    """
    text = _text(subject)
    if not text:
        if subject.shows_head and subject.kind not in _UNNUMBERED:
            yield Fault("không thấy số, ký hiệu", "«Số: …/ký hiệu» dưới tên cơ quan ban hành", _spot(subject))
        return
    drafted = _BLANK.sub(lambda match: f"{match[1]} {printed_number(None)}/", text)
    padded = _DIGITS.sub(lambda match: match[1] + printed_number(str(int(match[2]))), drafted)
    if not is_correct_number_line(padded):
        right = _composed(subject)
        safe = right if right and is_correct_number_line(right) else None
        yield Fault(f"«{text}»", _as_expected(subject), _spot(subject), fix="number-line" if safe else None, right=safe)


def _as_expected(subject: Subject) -> str:
    right = _composed(subject)
    return f"«{right}»" if right else "«Số: 15/QĐ-UBND»; công văn: «Số: 12/UBND-VX»"


def _composed(subject: Subject) -> str | None:
    """Return the line with the same number and symbol as it should be; None where it does not tell a whole symbol."""
    parsed = parse_number_line(_text(subject))
    if parsed is None or parsed.parsed is None or not str(parsed.parsed).count("-"):
        return None
    number = f"{parsed.number:02}{parsed.suffix}" if parsed.number is not None else None
    return compose_number_line(number, str(parsed.parsed))


@rule("NO-02", "số nhỏ hơn 10 không có số 0 ở trước", "PL I/I/II.3c", needs=Evidence.WORDS)
def padding(subject: Subject) -> Iterator[Fault]:
    """Với số nhỏ hơn 10 phải ghi thêm số 0 phía trước: «Số: 05/BNV-VP»."""
    match = _DIGITS.match(_text(subject))
    if match and match[2] != printed_number(str(int(match[2]))):
        padded = printed_number(str(int(match[2])))
        right = f"{match[1]}{padded}{_text(subject)[match.end() :]}"
        fault = Fault(f"«{match[2]}»", f"«{padded}»", _spot(subject), fix="number-line", right=right)
        yield fault.softened() if len(match[2]) > 1 else fault


@rule("NO-03", "ký hiệu không khớp tên loại văn bản", "PL III/I", needs=Evidence.WORDS)
def code(subject: Subject) -> Iterator[Fault]:
    """Ký hiệu bắt đầu bằng chữ viết tắt của tên loại được in trên văn bản: Kế hoạch KH, Quy định QyĐ, Tờ trình TTr …"""
    notation, type_ = _notation(subject), subject.type
    if notation is None or type_ is None or not (notation.type_code and type_.code):
        return
    if type_by_code(notation.type_code) != type_ and copy_by_code(notation.type_code) is None:
        found = f"«{notation.type_code}» trên văn bản «{type_.name}»"
        yield Fault(found, f"«{type_.code}»", _spot(subject))


@rule("NO-04", "chữ viết tắt tên loại trong ký hiệu thừa hoặc thiếu", "PL I/I/II.3b", needs=Evidence.WORDS)
def type_code(subject: Subject) -> Iterator[Fault]:
    """Công văn không có chữ viết tắt tên loại: «Số: 12/UBND-VX». Văn bản có tên loại thì có: «Số: 15/KH-SGDĐT».

    Cơ quan có tên viết tắt trùng với một tên loại thì bỏ qua bằng --ignore NO-04.
    """
    notation, type_ = _notation(subject), subject.type
    if notation is None or type_ is None:
        return
    if type_.id == DISPATCH and notation.type_code:
        expected = "<viết tắt cơ quan>-<viết tắt đơn vị soạn thảo>, không có tên loại"
        yield Fault(f"công văn có ký hiệu «{notation}»", expected, _spot(subject))
    if type_.id == DISPATCH and notation.agency.upper() == _LETTER and notation.unit and not _is_named_so(subject):
        yield Fault(
            f"công văn có ký hiệu «{notation}»", f"«{notation.unit}»: công văn không có tên loại", _spot(subject)
        )
    if type_.code and notation.type_code is None:
        is_code = notation.agency.casefold() == type_.code.casefold()
        expected = f"«{type_.code}-{notation.unit if is_code and notation.unit else notation}»"
        yield Fault(f"văn bản «{type_.name}» có ký hiệu «{notation}»", expected, _spot(subject))


def _is_named_so(subject: Subject) -> bool:
    """Tell whether two words of the office's name begin with the letters CV: Cảng vụ, Công viên."""
    named = subject.reading.head.issuer
    initials = "".join(word[0] for word in words(named.text)) if named else ""
    return _LETTER in initials.upper()


@rule("NO-05", "số, ký hiệu trình bày sai", "PL I/I/II.3c", needs=Evidence.PAGE)
def look(subject: Subject) -> Iterator[Fault]:
    """Số, ký hiệu cỡ 13, chữ đứng, không đậm, canh giữa dưới tên cơ quan ban hành."""
    pieces = pieces_of(subject, subject.reading.head.number_line)
    return look_faults(subject.profile.component("number"), pieces)
