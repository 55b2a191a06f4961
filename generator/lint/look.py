"""Size, weight, slope, alignment, capitals and side of a component against its measures in the profile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final, cast

from generator.diagnostics import Severity
from generator.lint.columns import cell_span
from generator.lint.finding import Fault
from generator.lint.pieces import Piece, has_words, spot_of_piece
from generator.lint.subject import Subject
from generator.nd30.component import Align, Component
from generator.nd30.measure import Confidence, Measure
from generator.ooxml.formatting.values import Paragraph, Part

ALIGNMENTS: Final = {"left": "canh trái", "center": "canh giữa", "right": "canh phải", "justify": "canh đều hai lề"}
_WEIGHTS: Final = {True: "chữ đậm", False: "chữ không đậm"}
_SLOPES: Final = {True: "chữ nghiêng", False: "chữ đứng"}
_HALVES: Final = {"left": "nửa bên trái", "right": "nửa bên phải"}
_SLACK = 1.0
"""Millimetres that a component may reach over the middle of the page."""


def severity_of(measure: Measure[float] | Measure[bool] | Measure[Align]) -> Severity:
    """Return how grave it is to miss a measure: only what the rules themselves say can be an error."""
    return Severity.ERROR if measure.confidence is Confidence.RULE else Severity.WARNING


def look_faults(
    component: Component, pieces: Sequence[Piece], *, aspects: Iterable[str] = ("size", "bold", "italic", "align")
) -> Iterator[Fault]:
    """Yield what is wrong with the look of a component, one fault for each aspect at its first place."""
    checks = {"size": _size, "bold": _bold, "italic": _italic, "align": _align, "case": _case}
    for aspect in aspects:
        faults = list(checks[aspect](component, pieces))
        if faults:
            yield replace(faults[0], also=tuple(dict.fromkeys(one.spot for one in faults[1:])))


def number_of(value: float, digits: int = 1) -> str:
    """Return a number as messages write it: 13,5."""
    return f"{value:.{digits}f}".rstrip("0").rstrip(".").replace(".", ",")


def _size(component: Component, pieces: Sequence[Piece]) -> Iterator[Fault]:
    measure = component.size
    for piece in pieces:
        for run in piece.runs:
            if measure and has_words(run) and not run.raised and not measure.allows(run.size):
                fault = _fault(component, piece, f"cỡ {number_of(run.size)}", f"cỡ {measure.in_words()}", "size")
                yield replace(fault, severity=severity_of(measure))


def _bold(component: Component, pieces: Sequence[Piece]) -> Iterator[Fault]:
    yield from _toggle(component, pieces, component.bold, "bold", _WEIGHTS)


def _italic(component: Component, pieces: Sequence[Piece]) -> Iterator[Fault]:
    yield from _toggle(component, pieces, component.italic, "italic", _SLOPES)


def _toggle(
    component: Component, pieces: Sequence[Piece], measure: Measure[bool] | None, name: str, words: dict[bool, str]
) -> Iterator[Fault]:
    for piece in pieces:
        for run in piece.runs:
            found = bool(getattr(run, name))
            if measure and run.font and has_words(run) and not measure.allows(found):
                fault = _fault(component, piece, words[found], words[measure.default], name)
                yield replace(fault, severity=severity_of(measure))


def _align(component: Component, pieces: Sequence[Piece]) -> Iterator[Fault]:
    """A paragraph that holds other components too, or that tabs lay out, is not judged by its alignment."""
    measure = component.align
    for piece in pieces:
        found = piece.paragraph.alignment
        if measure and piece.whole and "\t" not in piece.paragraph.text and not is_aligned(measure, found):
            fault = _fault(component, piece, ALIGNMENTS[found], ALIGNMENTS[measure.default], "align")
            yield replace(fault, severity=severity_of(measure))


def is_aligned(measure: Measure[Align], found: str) -> bool:
    """Tell whether an alignment is an allowed one; one that cannot be told is."""
    return not found or measure.allows(cast(Align, found))


def _case(component: Component, pieces: Sequence[Piece]) -> Iterator[Fault]:
    for piece in pieces:
        if component.case and component.case.default == "upper" and any(map(str.islower, piece.shown)):
            yield _fault(component, piece, f"«{piece.shown.strip()}»", "chữ in hoa", "case")


def _fault(component: Component, piece: Piece, found: str, expected: str, fix: str) -> Fault:
    return Fault(found, expected, spot_of_piece(piece, component.label), fix=fix)


def side_faults(subject: Subject, component: Component, pieces: Sequence[Piece]) -> Iterator[Fault]:
    """Yield a fault when the component stands in the other half of the page, as far as that can be told."""
    wanted = component.side
    for piece in pieces[:1]:
        middle = _middle(subject, piece.paragraph) if piece.whole else None
        if middle is None or wanted not in _HALVES:
            continue
        place, half = middle
        wrong = place < half - _SLACK if wanted == "right" else place > half + _SLACK
        centred = abs(place - half) <= _SLACK and piece.paragraph.cell is None
        if wrong or centred:
            spot = spot_of_piece(piece, component.label)
            half_found = _HALVES["left" if wanted == "right" else "right"]
            found = "ở giữa trang" if centred else f"{half_found} của trang"
            yield Fault(found, f"{_HALVES[wanted]} của trang, ở đầu văn bản", spot)


def _middle(subject: Subject, paragraph: Paragraph) -> tuple[float, float] | None:
    """Return where the middle of a paragraph is and the middle of what it stands in, in mm; None if unknown."""
    if "\t" in paragraph.text or paragraph.part is not Part.BODY or not subject.formatted.sections:
        return None
    if paragraph.cell is None:
        width = subject.formatted.sections[paragraph.section].text_width
        return (paragraph.left + width - paragraph.right) / 2, width / 2
    table = next((one for one in subject.formatted.tables if one.number == paragraph.cell.table), None)
    if table is None or table.inside is not None or len(table.widths) < 2:
        return None
    left, own = cell_span(table, paragraph.cell)
    whole = max(sum(cell.width for cell in row.cells) for row in table.rows)
    return left + own / 2, (whole or sum(table.widths)) / 2
