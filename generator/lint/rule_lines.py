"""The rule line under a component, however it is drawn: a border, a drawn line, or underscores (II.1b, II.2b, II.5b).

The decree says how long it is, not how to draw it; its own forms use underscores and drawn lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import starmap

from generator.diagnostics import Severity
from generator.lint.columns import below, inner_width, printed_lines, run_width, same_column
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault
from generator.lint.kind import DISPATCH
from generator.lint.pieces import Piece, pieces_of, segments_of, spot_of_piece
from generator.lint.printed_rules import RAISED
from generator.lint.subject import Subject
from generator.nd30.component import Component, RuleLine
from generator.ooxml.formatting.values import Border, Drawing, Paragraph, Run
from generator.reading import cues
from generator.reading.lines import Passage
from generator.vietnamese.unicode import fold

RULED = ("motto", "issuer", "subject")
"""The components under which the decree asks for a line."""
_DRAWN = re.compile(r"[_‗—–ˉ¯⎯─-]{3,}")
_RAISED = (0.55, 0.8)
"""About how much smaller raised letters are: programs differ, so only what is far too short or too long is told."""
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
    least: float | None = None
    """The length where another program draws it shorter."""
    paragraph: int | None = None
    """The paragraph that makes it by a border; None for a drawing and for underscores."""


def line_faults(subject: Subject, name: str, passage: Passage | None) -> Iterator[Fault]:
    """Yield what is wrong with the line under a component: missing, not solid, of another length; a text shows none."""
    component = subject.profile.component(name)
    pieces = pieces_of(subject, passage)
    if component.rule is None or not pieces or subject.evidence < Evidence.PAGE:
        return
    spot = spot_of_piece(pieces[-1], component.label)
    line = _printed_line(subject, pieces) or line_under(subject, pieces) or _drawn_lines(subject).get(name)
    expected = f"đường kẻ ngang, nét liền, dài {_share(component.rule)} dòng chữ"
    if line is None:
        fix = "rule-line" if pieces[-1].whole else None
        fault = Fault("không có đường kẻ", expected, spot, fix=fix)
        if _is_underlined(pieces):
            found = "gạch chân chữ thay cho đường kẻ"
            fault = replace(fault, found=found, severity=Severity.WARNING)
        yield fault
        return
    if not line.solid:
        yield Fault("đường kẻ không phải nét liền", expected, spot, fix=_fix(line))
    yield from _length_faults(subject, component, pieces, line)


def _printed_line(subject: Subject, pieces: list[Piece]) -> FoundLine | None:
    """Return the line that the page of a PDF shows directly below the component."""
    drawn = pieces[-1].paragraph.drawings if subject.evidence is Evidence.PAGE else ()
    found = next((one for one in drawn if one.kind == "line"), None)
    if found and found.name == RAISED:
        return FoundLine(found.width / _RAISED[0] * _RAISED[1], least=found.width)
    return FoundLine(found.width, found.solid) if found else None


def _length_faults(subject: Subject, component: Component, pieces: list[Piece], line: FoundLine) -> Iterator[Fault]:
    """The decree does not say which line of a name that wraps is the measure: the longest or the last will do."""
    rule = component.rule
    shares = _shares(subject, component, pieces, line.length) if line.length is not None else []
    less = _shares(subject, component, pieces, line.least) if line.least is not None else shares
    if rule is None or not shares or any(starmap(partial(_may_be, rule), zip(less, shares, strict=True))):
        return
    found = f"đường kẻ dài {line.length:.0f} mm, bằng {shares[0]:.0%} dòng chữ"
    expected = f"dài {_share(rule)} dòng chữ"
    spot = spot_of_piece(pieces[-1], component.label)
    yield Fault(found, expected, spot, fix=_fix(line), severity=Severity.WARNING)


def _fix(line: FoundLine) -> str | None:
    """Return the repair of a line; none for a drawing and for underscores, which a hand set."""
    return None if line.paragraph is None else "rule-line"


def _may_be(rule: RuleLine, least: float, greatest: float) -> bool:
    """Tell whether a share between the two is allowed."""
    low, high = rule.ratio.range or (rule.ratio.default, rule.ratio.default)
    astride = least <= (low or 0) and (high or 0) <= greatest
    return rule.ratio.allows(least) or rule.ratio.allows(greatest) or astride


def _share(rule: RuleLine) -> str:
    low, high = rule.ratio.range or (rule.ratio.default, rule.ratio.default)
    return "bằng" if low == high else f"từ {_fraction(low)} đến {_fraction(high)}"


def _fraction(value: float | None) -> str:
    return f"1/{round(1 / value)}" if value else "0"


def _is_underlined(pieces: list[Piece]) -> bool:
    return any(run.underline for piece in pieces for run in piece.runs)


def line_under(subject: Subject, pieces: list[Piece]) -> FoundLine | None:
    """Return the line that a border or underscores make directly below the component."""
    last, column = pieces[-1].paragraph, _column(pieces[-1])
    if last.bottom_border:
        return _bordered(subject, last, last.bottom_border)
    if any(_DRAWN.fullmatch(segment.strip()) for segment in last.text.split("\n")[1:]):
        return FoundLine(None)
    for paragraph in below(subject.formatted, last):
        if found := _as_line(subject, paragraph) or _in_column(paragraph, column):
            return found
        if paragraph.shown.strip() and not cues.is_appendix_note(paragraph.shown.strip()):
            break
    return None


def _column(piece: Piece) -> int | None:
    """Return which of the columns that tabs make the words stand in, from 0; None where they stand alone."""
    if piece.whole or "\t" not in piece.paragraph.text:
        return None
    words = [fold(one.shown) for one in segments_of(piece.paragraph)]
    return words.index(fold(piece.shown)) if fold(piece.shown) in words else None


def _in_column(paragraph: Paragraph, column: int | None) -> FoundLine | None:
    """Return the line of underscores that stands in a column of tabs, beside that of another component."""
    parts = segments_of(paragraph) if column is not None else []
    if column is None or column >= len(parts) or not _DRAWN.fullmatch(parts[column].shown.strip()):
        return None
    return _underscored(parts[column].runs)


def _underscored(runs: Sequence[Run]) -> FoundLine:
    """Return a line of underscores; how much smaller raised ones are is the program's choice, so they have a range."""
    length = sum(run_width(run) * (_RAISED[1] if run.raised else 1) for run in runs if run.text.strip())
    least = sum(run_width(run) * (_RAISED[0] if run.raised else 1) for run in runs if run.text.strip())
    return FoundLine(length, least=least)


def _as_line(subject: Subject, paragraph: Paragraph) -> FoundLine | None:
    """Return the line that an otherwise empty paragraph draws, or a paragraph of underscores."""
    text = paragraph.shown.strip()
    border = paragraph.bottom_border or paragraph.top_border
    if border and (not text or border is paragraph.top_border):
        return _bordered(subject, paragraph, border)
    if _DRAWN.fullmatch(text):
        return _underscored(paragraph.runs)
    return None


def _bordered(subject: Subject, paragraph: Paragraph, border: Border) -> FoundLine:
    width = inner_width(subject.formatted, paragraph)
    return FoundLine(width, border.is_solid, paragraph=paragraph.number)


def _drawn_lines(subject: Subject) -> dict[str, FoundLine]:
    """Return the drawn lines of the head by the component that each is under.

    Word lets a line be anchored in any paragraph of the page. So a line of the right length is taken first, one that
    is anchored beside its component before others; a line that is left over is no measure of length.
    """
    if subject.evidence is Evidence.PAGE:
        return {}
    lacking = {name: pieces for name, pieces in _ruled(subject).items() if line_under(subject, pieces) is None}
    pool = list(_pool(subject))
    found: dict[str, FoundLine] = {}
    for must_be_near, must_fit in ((True, True), (False, True), (True, False), (False, False)):
        for name in [one for one in lacking if one not in found]:
            near = [one for one in pool if not must_be_near or _is_near(one[0], lacking[name])]
            taken = next((one for one in near if not must_fit or _fits(subject, name, lacking[name], one[1])), None)
            if taken:
                measured = must_be_near or must_fit
                found[name] = FoundLine(taken[1].width if measured else None, taken[1].solid)
                pool.remove(taken)
    return found


def _ruled(subject: Subject) -> dict[str, list[Piece]]:
    """Return the components of the head that ask for a line, with their words."""
    named = [one for one in RULED if one != "subject" or subject.kind != DISPATCH]
    found = {one: pieces_of(subject, getattr(subject.reading.head, one)) for one in named}
    return {name: pieces for name, pieces in found.items() if pieces}


def _pool(subject: Subject) -> Iterator[tuple[Paragraph, Drawing]]:
    """Yield the lines drawn in the head, each with the paragraph that anchors it."""
    ends = [piece.paragraph.number for pieces in _ruled(subject).values() for piece in pieces]
    for paragraph in subject.formatted.paragraphs[: max(ends, default=0) + _NEAR]:
        for drawing in paragraph.drawings:
            if drawing.kind == "line" or (drawing.kind == "shape" and drawing.height <= _THIN):
                yield paragraph, drawing


def _is_near(paragraph: Paragraph, pieces: list[Piece]) -> bool:
    first, last = pieces[0].paragraph, pieces[-1].paragraph
    return same_column(paragraph, first) and first.number - _NEAR <= paragraph.number <= last.number + _NEAR


def _fits(subject: Subject, name: str, pieces: list[Piece], drawing: Drawing) -> bool:
    component = subject.profile.component(name)
    shares = _shares(subject, component, pieces, drawing.width) if component.rule and drawing.width else []
    return any(component.rule.ratio.allows(share) for share in shares) if component.rule else False


def _shares(subject: Subject, component: Component, pieces: list[Piece], length: float) -> list[float]:
    """Return a length as a share of the longest and of the last line of a component; empty when nothing is printed.

    Words that are wrong are another rule's: a line that fits the right ones is right.
    """
    found = []
    for one in (pieces, _righted(component, pieces)):
        widths = printed_lines(subject.formatted, one)
        found += [length / max(widths), length / widths[-1]] if widths and all(widths) else []
    return found


def _righted(component: Component, pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with the words that the decree gives the component, or in the capitals that it asks for."""
    if component.text and len(pieces) == 1 and pieces[0].runs:
        return [replace(pieces[0], runs=(replace(pieces[0].runs[0], text=component.text.default),))]
    if component.case and component.case.default == "upper":
        return [replace(one, runs=tuple(replace(run, text=run.text.upper()) for run in one.runs)) for one in pieces]
    return []
