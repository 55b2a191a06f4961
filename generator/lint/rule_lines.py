"""The rule line under a component, however it is drawn: a border, a drawn line, or underscores (II.1b, II.2b, II.5b).

The decree says how long it is, not how to draw it; its own forms use underscores and drawn lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.diagnostics import Severity
from generator.lint.columns import below, inner_width, printed_lines, run_width, same_column
from generator.lint.finding import Fault
from generator.lint.kind import DISPATCH
from generator.lint.pieces import Piece, pieces_of
from generator.lint.spots import spot_of
from generator.lint.subject import Subject
from generator.nd30.component import Component, RuleLine
from generator.ooxml.formatting.values import Border, Drawing, Paragraph
from generator.reading.lines import Passage

RULED = ("motto", "issuer", "subject")
"""The components under which the decree asks for a line."""
_DRAWN = re.compile(r"[_‗—–ˉ¯⎯─-]{3,}")
_THIN = 1.5
"""Millimetres: a shape not higher than this is a line."""
_NEAR = 3
"""Paragraphs around a component within which a drawn line is anchored."""


@dataclass(frozen=True)
class FoundLine:
    """A rule line of a document."""

    length: float | None
    """In millimetres; None where it cannot be told."""
    solid: bool = True


def line_faults(subject: Subject, name: str, passage: Passage | None) -> Iterator[Fault]:
    """Yield what is wrong with the line under a component: missing, not solid, of another length."""
    component = subject.profile.component(name)
    pieces = pieces_of(subject, passage)
    if component.rule is None or not pieces:
        return
    spot = spot_of(pieces[-1].paragraph, component.label)
    line = _line_under(subject, pieces) or _stray_line(subject, name)
    expected = f"đường kẻ ngang, nét liền, dài {_share(component.rule)} dòng chữ"
    if line is None:
        fault = Fault("không có đường kẻ", expected, spot, fix="rule-line")
        if _is_underlined(pieces):
            found = "gạch chân chữ thay cho đường kẻ"
            fault = replace(fault, found=found, severity=Severity.WARNING)
        yield fault
        return
    if not line.solid:
        yield Fault("đường kẻ không phải nét liền", expected, spot, fix="rule-line")
    yield from _length_faults(subject, component, pieces, line)


def _length_faults(subject: Subject, component: Component, pieces: list[Piece], line: FoundLine) -> Iterator[Fault]:
    """The decree does not say which line of a name that wraps is the measure: the longest or the last will do."""
    rule, widths = component.rule, printed_lines(subject.formatted, pieces)
    if rule is None or line.length is None or not widths or not all(widths):
        return
    shares = [line.length / max(widths), line.length / widths[-1]]
    if any(map(rule.ratio.allows, shares)):
        return
    found = f"đường kẻ dài {line.length:.0f} mm, bằng {shares[0]:.0%} dòng chữ"
    expected = f"dài {_share(rule)} dòng chữ"
    spot = spot_of(pieces[-1].paragraph, component.label)
    yield Fault(found, expected, spot, fix="rule-line", severity=Severity.WARNING)


def _share(rule: RuleLine) -> str:
    low, high = rule.ratio.range or (rule.ratio.default, rule.ratio.default)
    return "bằng" if low == high else f"từ {_fraction(low)} đến {_fraction(high)}"


def _fraction(value: float | None) -> str:
    return f"1/{round(1 / value)}" if value else "0"


def _is_underlined(pieces: list[Piece]) -> bool:
    return any(run.underline for piece in pieces for run in piece.runs)


def _line_under(subject: Subject, pieces: list[Piece]) -> FoundLine | None:
    """Return the line in the column of the component, directly below it or drawn near it."""
    last = pieces[-1].paragraph
    if last.bottom_border:
        return _bordered(subject, last, last.bottom_border)
    if any(_DRAWN.fullmatch(segment.strip()) for segment in last.text.split("\n")[1:]):
        return FoundLine(None)
    for paragraph in below(subject.formatted, last):
        if found := _as_line(subject, paragraph):
            return found
        if paragraph.shown.strip():
            break
    first = pieces[0].paragraph
    near = _near(subject, first, last)
    return next((_drawn(one) for paragraph in near for one in paragraph.drawings if _is_line(one)), None)


def _as_line(subject: Subject, paragraph: Paragraph) -> FoundLine | None:
    """Return the line that an otherwise empty paragraph draws, or a paragraph of underscores."""
    text = paragraph.shown.strip()
    border = paragraph.bottom_border or paragraph.top_border
    if border and (not text or border is paragraph.top_border):
        return _bordered(subject, paragraph, border)
    if _DRAWN.fullmatch(text):
        raised = any(run.raised for run in paragraph.runs)
        return FoundLine(None if raised else sum(run_width(run) for run in paragraph.runs if run.text.strip()))
    return None


def _bordered(subject: Subject, paragraph: Paragraph, border: Border) -> FoundLine:
    return FoundLine(inner_width(subject.formatted, paragraph), border.is_solid)


def _near(subject: Subject, first: Paragraph, last: Paragraph) -> Iterator[Paragraph]:
    for paragraph in subject.formatted.paragraphs[max(0, first.number - 1 - _NEAR) : last.number + _NEAR]:
        if same_column(paragraph, first):
            yield paragraph


def _is_line(drawing: Drawing) -> bool:
    return drawing.kind == "line" or (drawing.kind == "shape" and drawing.height <= _THIN)


def _drawn(drawing: Drawing) -> FoundLine:
    return FoundLine(drawing.width or None, drawing.solid)


def _stray_line(subject: Subject, name: str) -> FoundLine | None:
    """Return a line drawn elsewhere in the head, where there are enough for all components that have none below.

    Word lets a line be anchored in any paragraph of the page, so that its length may then not be judged.
    """
    ruled = [one for one in RULED if one != "subject" or subject.kind != DISPATCH]
    lacking = [one for one in ruled if _lacks_line(subject, one)]
    head = subject.reading.head
    ends = [number for one in ruled if (passage := getattr(head, one)) for number in passage.lines]
    region = subject.formatted.paragraphs[: max(ends, default=0) + _NEAR]
    claimed = [paragraph for one in ruled for paragraph in _claimed(subject, one)]
    free = [one for paragraph in region if paragraph not in claimed for one in paragraph.drawings if _is_line(one)]
    return FoundLine(None) if name in lacking[: len(free)] else None


def _lacks_line(subject: Subject, name: str) -> bool:
    pieces = pieces_of(subject, getattr(subject.reading.head, name))
    return bool(pieces) and _line_under(subject, pieces) is None


def _claimed(subject: Subject, name: str) -> Iterator[Paragraph]:
    pieces = pieces_of(subject, getattr(subject.reading.head, name))
    if pieces and not _lacks_line(subject, name):
        yield from _near(subject, pieces[0].paragraph, pieces[-1].paragraph)
