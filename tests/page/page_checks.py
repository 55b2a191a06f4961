"""What may be wrong with sheets: margins, page numbers, fonts, ink outside; none when all is well."""

from __future__ import annotations

from collections.abc import Iterator

from tests.measuring.values import MM, Line, Measured, Page
from tests.page.rules import margin, measure_of, sizes

_HALF_STROKE = 0.5
_CENTRED = 1.5
_SPACE_ABOVE = 6.5
_METRIC = ("LiberationSerif", "Tinos", "TimesNewRoman", "Times New Roman")


def paper(found: Measured) -> Iterator[str]:
    """A4, upright or across."""
    for page in found.pages:
        if sorted((round(page.width / MM), round(page.height / MM))) != [210, 297]:
            yield f"page {page.number} is {page.width / MM:.0f} x {page.height / MM:.0f} mm"


def margins(found: Measured) -> Iterator[str]:
    """The ink keeps to the margins of the profile."""
    for page in found.pages:
        content = [line for line in page.lines if line is not page.number_line]
        if not content:
            yield f"page {page.number} is empty"
            continue
        left, right = found.edges(page)
        top = min([line.top for line in content] + [stroke.y0 for stroke in page.strokes])
        bottom = max([line.bottom for line in content] + [stroke.y1 for stroke in page.strokes])
        yield from _side(page, "left", left, exact=True)
        yield from _side(page, "right", page.width - right, exact=_has_full_line(found, page))
        yield from _side(page, "top", top, exact=True, extra=_SPACE_ABOVE)
        yield from _side(page, "bottom", page.height - bottom, exact=False)


def _side(page: Page, side: str, seen: float, *, exact: bool, extra: float = 0.0) -> Iterator[str]:
    low, high = margin(side)
    if seen < low - _HALF_STROKE or exact and seen > high + extra:
        yield f"page {page.number}: {side} margin is {seen / MM:.1f} mm"


def _has_full_line(found: Measured, page: Page) -> bool:
    """Whether a justified line or a table shows where the text ends on the right."""
    counts: dict[int | None, int] = {}
    for line in page.lines:
        counts[line.paragraph] = counts.get(line.paragraph, 0) + 1
    return bool(page.tables) or any(number and number > 2 for tag, number in counts.items() if tag)


def inside(found: Measured) -> Iterator[str]:
    """No line leaves the width between the margins."""
    for line in found.lines:
        page = found.pages[line.page - 1]
        low, high = margin("left")[0], page.width - margin("right")[0]
        if line.x0 < low - _HALF_STROKE or line.x1 > high + _HALF_STROKE or line.bottom > page.height:
            yield f"{line} stands at {line.x0 / MM:.1f} to {line.x1 / MM:.1f} mm"


def numbers(found: Measured) -> Iterator[str]:
    """Page numbers run through the main text and anew through each appendix, hidden on its first page."""
    for pages in (found.main_pages, *(appendix.pages for appendix in found.appendices)):
        for place, page in enumerate(pages, start=1):
            line = page.number_line
            wanted = None if place == 1 else str(place)
            if (line.text if line else None) != wanted and not (place == 1 and line and line.text == "1"):
                yield f"page {page.number} bears the number {line.text if line else None}, not {wanted}"
            if line and line.page == 1:
                yield "the first page bears a number"
            if line:
                yield from _number_looks(found, page, line)


def _number_looks(found: Measured, page: Page, line: Line) -> Iterator[str]:
    left, right = found.edges(page)
    low, high = sizes(measure_of("page", "page_number"))
    if abs(line.centre - (left + right) / 2) > _CENTRED:
        yield f"page number of {line} stands {line.centre - (left + right) / 2:+.1f} pt off the middle"
    if not low <= line.size <= high or line.bold or line.italic:
        yield f"page number of {line}: size {line.size}, bold {line.bold}, italic {line.italic}"


def fonts(found: Measured) -> Iterator[str]:
    """One typeface throughout, that of the decree or one of its widths."""
    for line in found.lines:
        if strange := [font for font in line.fonts if not font.startswith(_METRIC)]:
            yield f"{line} is set in {strange}"


PAGE_CHECKS = (paper, margins, inside, numbers, fonts)
