"""A PDF judged by its words and by what its pages show: bytes in, a subject out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.lint.evidence import Evidence
from generator.lint.printed_document import shown_on_pages
from generator.lint.subject import Subject
from generator.lint.text import shown_as_lines
from generator.reading.pdf.page import PageRead
from generator.reading.pdf.reader import Printed, read_printed

_NEAR = 3.0
"""Points by which the baselines of one line differ."""
_ODD = 0.06
"""Points by which a size misses the half point: further off, the page was made smaller or larger."""
_RAISED = 10.0
"""Points up to which letters may be raised ones, which are of any size."""
_FEWEST = 3
"""Words that a size must have to count."""
_WHOLE = range(10, 17)
"""Points: the sizes of official documents."""
_EXACT = 0.03


def subject_of_pdf(data: bytes, filename: str) -> Subject:
    """Return a PDF as the rules see it.

    Of a scan with a layer of text, or of pages printed at another scale, only the words count: what they show of
    sizes and places is not the document's own. DataError when the file cannot be read, or has no words.
    """
    printed = read_printed(data, filename)
    places = dict(_places(printed))
    if is_picture(printed) or is_scaled(printed):
        formatted = shown_as_lines(printed.reading)
        return Subject(printed.reading, formatted, evidence=Evidence.WORDS, places=places)
    levels = {number: strip.row.baseline for number, strip in printed.strips.items()}
    return Subject(printed.reading, shown_on_pages(printed), evidence=Evidence.PAGE, places=places, levels=levels)


def is_picture(printed: Printed) -> bool:
    """Tell whether most pages are pictures: scans with the words that a program recognised in them."""
    return 2 * sum(page.pictured for page in printed.pages) > len(printed.pages)


def is_scaled(printed: Printed) -> bool:
    """Tell whether the letters are of sizes that no program offers, as those of a page made to fit are.

    Most words are, or one of their sizes is and another scale makes whole points of all.
    """
    words = [word.size for strip in printed.strips.values() for word in strip.row.words]
    counts = Counter(round(size, 2) for size in words if size > _RAISED)
    sizes = [size for size, count in counts.items() if count >= _FEWEST]
    if 2 * sum(map(_is_odd, words)) > len(words):
        return True
    scales = [sizes[0] / whole for whole in _WHOLE] if any(map(_is_odd, sizes)) else []
    return any(all(abs(size / scale - round(size / scale)) < _EXACT for size in sizes) for scale in scales)


def _is_odd(size: float) -> bool:
    return abs(2 * size - round(2 * size)) / 2 > _ODD


def _places(printed: Printed) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield each line of the reading with its page and the number of the printed line on it."""
    levels = {page.number: _levels(page) for page in printed.pages}
    for number, strip in printed.strips.items():
        yield number, (strip.page, _ordinal(levels[strip.page], strip.row.baseline))
    for number, row in printed.rows.items():
        first = min((line for cell in row.drawn for line in cell.baselines), default=0.0)
        yield number, (row.page, _ordinal(levels[row.page], first))


def _levels(page: PageRead) -> list[float]:
    """Return where the printed lines of a page stand, from the top."""
    rows = [row.baseline for row in page.rows if row.text.strip("_-–— ")]
    cells = [line for table in page.tables for cell in table.cells for line in cell.baselines]
    levels: list[float] = []
    for place in sorted((*rows, *cells)):
        if not levels or place - levels[-1] > _NEAR:
            levels.append(place)
    return levels


def _ordinal(levels: list[float], baseline: float) -> int:
    return max(1, sum(level <= baseline + _NEAR for level in levels))
