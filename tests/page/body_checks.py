"""What may be wrong with the running text and the heads of appendices; none when all is well."""

from __future__ import annotations

from collections.abc import Iterator

from tests.measuring.values import Line, Measured, Page, paragraphs
from tests.page.head_checks import wrong_looks
from tests.page.rules import indent_tolerance, indents, measure_of, sizes

_EDGE = 1.0
_RAGGED = 4.0
"""LibreOffice rounds the blanks of a justified line; a line that is not justified ends a syllable short."""
_CENTRED = 1.5
_FAR = 45.0
_HEADINGS = ("H", "H1", "H2", "H3", "H4", "H5", "H6")


def _text(found: Measured) -> list[tuple[Line, ...]]:
    """The paragraphs of the body outside tables that are not centred."""
    free = tuple(line for line in found.body if line.tag and line.tag.table is None)
    return [lines for lines in paragraphs(free) if not _is_centred(found, lines)]


def _is_centred(found: Measured, lines: tuple[Line, ...]) -> bool:
    left, right = found.edges(found.pages[lines[0].page - 1])
    far = min(line.x0 for line in lines) > left + _FAR
    return far and all(abs(line.centre - (left + right) / 2) < _CENTRED for line in lines)


def body_size(found: Measured) -> Iterator[str]:
    """The running text has the size of the body."""
    low, high = sizes(measure_of("body"))
    for lines in _text(found):
        for line in lines:
            if not low <= line.size <= high:
                yield f"{line} has size {line.size}"


def justified(found: Measured) -> Iterator[str]:
    """Each line but the last of a paragraph reaches both edges."""
    for lines in _text(found):
        for line in lines[1:]:
            left = _edges(found, line)[0]
            if abs(line.x0 - left) > _EDGE:
                yield f"{line} begins {line.x0 - left:+.1f} pt from the left edge"
        for line in lines[:-1]:
            right = _edges(found, line)[1]
            if abs(line.x1 - right) > _RAGGED:
                yield f"{line} ends {line.x1 - right:+.1f} pt from the right edge"


def first_lines(found: Measured) -> Iterator[str]:
    """The first line of each paragraph has one of the indents of the decree."""
    for lines in _text(found):
        indent = lines[0].x0 - _edges(found, lines[0])[0]
        if not any(abs(indent - allowed) <= indent_tolerance() + 0.3 for allowed in indents()):
            yield f"{lines[0]} is indented by {indent:.1f} pt"


def spacing(found: Measured) -> Iterator[str]:
    """Lines lie 1 to 1.5 lines apart in a paragraph, paragraphs at least 6 pt farther."""
    single = 1.15
    wide = single * float(measure_of("body", "line_spacing", "range")[1])
    between = float(measure_of("body", "space_between", "range")[0])
    previous: Line | None = None
    for lines in _text(found):
        for line in lines:
            if previous and previous.page == line.page and not _table_between(found, previous, line):
                step, size = line.baseline - previous.baseline, max(line.size, previous.size)
                inner = line is not lines[0]
                if inner and not single * size - 0.8 <= step <= wide * size + 0.8:
                    yield f"{line} lies {step:.1f} pt below the line before"
                if not inner and step < single * size + between - 0.8:
                    yield f"{line} lies {step:.1f} pt below the paragraph before"
            previous = line


def _table_between(found: Measured, above: Line, below: Line) -> bool:
    return any(above.baseline < other.baseline < below.baseline for other in found.pages[above.page - 1].lines)


def appendix_heads(found: Measured) -> Iterator[str]:
    """Label, title and note of each appendix in their looks, centred."""
    for appendix in found.appendices:
        head = (appendix.label, *appendix.title, *appendix.note)
        label, title = ("type_name", "subject") if appendix.is_attached else ("appendix_label", "appendix_title")
        yield from wrong_looks((appendix.label,), label)
        yield from wrong_looks(appendix.title, title)
        yield from wrong_looks(appendix.note, "appendix_note")
        middle = sum(_edges(found, appendix.label)) / 2
        for line in head:
            if abs(line.centre - middle) > _CENTRED:
                yield f"{line} stands {line.centre - middle:+.1f} pt off the middle"
        if not appendix.title or not appendix.note:
            yield f"{appendix.label}: title or note not found"


def _edges(found: Measured, line: Line) -> tuple[float, float]:
    page: Page = found.pages[line.page - 1]
    return found.edges(page)


def together(found: Measured) -> Iterator[str]:
    """No line stands alone on another page than the rest of its paragraph, no heading without text below it."""
    for line in found.widows:
        yield f"{line} stands alone on its page"
    for page in found.main_pages[:-1]:
        content = [line for line in found.body if line.page == page.number]
        if content and content[-1].tag and content[-1].tag.kind in _HEADINGS:
            yield f"the heading {content[-1]} ends its page"


BODY_CHECKS = (together, body_size, justified, first_lines, spacing, appendix_heads)
