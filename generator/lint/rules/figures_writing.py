"""How numbers are written: a dot between thousands, a comma before decimals, no space before the sign of a share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.lint.evidence import Evidence
from generator.lint.figures import Sentence
from generator.lint.finding import Fault
from generator.lint.rule import rule
from generator.lint.spots import grouped
from generator.lint.subject import Subject
from generator.vietnamese.numbers import format_number, parse_number
from generator.vietnamese.quantities import Form, Quantity

_SPLIT_DIGITS = re.compile(r"(?<![\w.,/]) ?\b0 (?P<digit>[1-9])(?=\s+(?!\d)[^\W\d_])(?![.,/])")
_EXPECTED = {
    Form.FOREIGN_THOUSANDS: "dấu chấm giữa các lớp nghìn",
    Form.FOREIGN_DECIMAL: "dấu phẩy trước phần thập phân",
    Form.BROKEN: "mỗi lớp ba chữ số",
}


@rule("SL-09", "số viết sai dạng", "cách viết số tiếng Việt", Severity.HINT, needs=Evidence.WORDS)
def writing(subject: Subject) -> Iterator[Fault]:
    """Số viết theo cách của tiếng Việt: 1.601 hồ sơ, 39,54%, 1.500.000 đồng; trước dấu % không có khoảng trống.

    Nghị định không quy định cách viết số. Là cảnh báo khi trong một văn bản có cả hai cách viết, hoặc khi số không rõ
    giá trị; nếu không thì chỉ là gợi ý.
    """
    yield from grouped(_foreign(subject))
    yield from grouped(_spaced(subject))
    yield from grouped(_split(subject))


def _foreign(subject: Subject) -> Iterator[tuple[object, Fault]]:
    found = [(one, figure) for one in subject.figures.sentences for figure in one.figures]
    has_comma = any(figure.form is Form.NATIVE and "," in figure.written for _, figure in found)
    has_dot = any(figure.form is Form.NATIVE and "." in figure.written for _, figure in found)
    for one, figure in found:
        if figure.form is Form.NATIVE or not (figure.unit or figure.form is Form.FOREIGN_THOUSANDS):
            continue
        mixed = has_comma if figure.form is Form.FOREIGN_DECIMAL else has_dot or figure.form is Form.BROKEN
        severity = Severity.WARNING if mixed else None
        yield figure.form, Fault(_quote(figure), _right(figure), one.spot, severity=severity)


def _quote(figure: Quantity) -> str:
    return f"«{figure.written}{' ' * figure.spaced_sign}%»" if figure.is_share else f"«{figure.written} {figure.unit}»"


def _right(figure: Quantity) -> str:
    if figure.form is Form.BROKEN:
        return _EXPECTED[figure.form]
    return f"{'/'.join(map(_native, figure.written.split('/')))} ({_EXPECTED[figure.form]})"


def _native(written: str) -> str:
    """Return a number of another form in the Vietnamese one; one that is right already as it is."""
    if parse_number(written) is not None and "," not in written:
        return written
    whole, point, part = written.replace(",", "").partition(".")
    return f"{format_number(int(whole))}{',' if point else ''}{part}"


def _spaced(subject: Subject) -> Iterator[tuple[object, Fault]]:
    found = [(one, figure) for one in subject.figures.sentences for figure in one.figures if figure.is_share]
    joined = any(not figure.spaced_sign for _, figure in found)
    for one, figure in found:
        if figure.spaced_sign and figure.form is Form.NATIVE:
            also = "; có chỗ viết liền" if joined else ""
            yield "space", Fault(f"«{figure.written} %»{also}", f"«{figure.written}%»", one.spot)


def _split(subject: Subject) -> Iterator[tuple[object, Fault]]:
    for one in _with_figures(subject):
        for match in _SPLIT_DIGITS.finditer(one.text):
            found = match[0].strip()
            yield found, Fault(f"«{found}»", f"«{found.replace(' ', '')}»", one.spot, severity=Severity.WARNING)


def _with_figures(subject: Subject) -> tuple[Sentence, ...]:
    return subject.figures.prose
