"""Lines of a page rejoined to paragraphs by where they stand: full width, indent, distance.

A line goes on with the next one when the next word would not have fitted on it. Where that alone does not decide,
the indent does: most paragraphs begin further right than they go on, list items further left.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from generator.reading import cues
from generator.reading.ending import is_title
from generator.reading.labels import LabelKind, labels_of
from generator.reading.lines import Line
from generator.reading.pdf.strips import Strip
from generator.reading.wrapping import cites, glue

_LEVEL = 5.0
"""Points by which lines of one indent differ at most."""
_SLACK = 2.5
"""Points by which a line may miss the edge though its next word would just have fitted."""
_RAGGED = 12.0
"""The same for centred lines, which are often broken by hand."""
_BLANK = 0.22
"""Width of a blank as a share of the size."""
_APART = 0.2
"""Share of the size by which paragraphs stand further apart than lines."""
_DEEPEST = 0.4
"""Share of the width up to which a first line may be indented; what begins further right is set to the right."""
_LEADING = 1.4
"""Distance of lines as a multiple of the size where the file does not show it."""

_OPEN_TITLE = re.compile(r"(?:PHÓ )?(?:TRƯỞNG|CHÁNH|TỔNG)|PHÓ")
"""Beginnings of titles that are none by themselves: words that belong together were kept on one line."""
_SUBORDINATE = re.compile(r"\d{1,2}\.\d{1,2}\.\s")
"""A number of two parts: what stands behind it at the edge of the text is no rest of a paragraph."""
_LONG = 0.7
"""Share of its column that a line fills which a narrower cell may have wrapped."""
_FARTHEST = 2.6
"""Distance of lines as a multiple of the size up to which one goes on with the other: a little more than double."""


def rejoined(lines: Sequence[Line], strips: Mapping[int, Strip]) -> list[Line]:
    """Return the logical lines; `strips` are the places of the lines by number. Table rows stay as they are."""
    joiner = _Joiner(strips, _usual_leading(list(strips.values())))
    joined: list[Line] = []
    for line in lines:
        if joined and joiner.goes_on(joined[-1], line):
            joined[-1] = joined[-1].joined(line, glue(joined[-1].text, line.text))
        else:
            joined.append(line)
    return joined


def _usual_leading(strips: Sequence[Strip]) -> float:
    """Return by how much baselines within a paragraph differ, as a multiple of the size."""
    found = [
        (after.row.baseline - before.row.baseline) / before.row.size
        for before, after in pairwise(strips)
        if before.page == after.page and after.row.text[:1].islower() and not cues.ends_sentence(before.row.text)
    ]
    usual = [leading for leading in found if 0.8 < leading < 3]
    return median(usual) if usual else _LEADING


class _Joiner:
    def __init__(self, strips: Mapping[int, Strip], leading: float) -> None:
        self._strips = strips
        self._leading = leading

    def goes_on(self, paragraph: Line, line: Line) -> bool:
        """Tell whether the line goes on with the paragraph."""
        if paragraph.cells or line.cells:
            return False
        first, own = self._strips[paragraph.numbers[0]], self._strips[line.numbers[0]]
        last = self._strips[paragraph.numbers[-1]]
        is_symbol = not glue(paragraph.text, line.text)
        if last.columned or own.columned:
            return last.columned and own.columned and (is_symbol or self._completes_name(last, own))
        if own.page != last.page and abs(own.area.width - last.area.width) > 100:
            return False
        if self._stands_apart(paragraph, last, own) and not _is_cut(last, own):
            return False
        if is_symbol:
            return True
        if cues.is_appendix_note(paragraph.text):
            return not paragraph.text.endswith(")") and not labels_of(line.text)
        if not _is_full(last, own):
            return _goes_on_unfilled(paragraph.text, line.text)
        return _goes_on_filled(paragraph, first, last, own)

    def _completes_name(self, last: Strip, own: Strip) -> bool:
        """Tell whether a line in capitals goes on with a title or a name of a body that filled its column."""
        above, below = last.row, own.row
        alike = above.bold == below.bold and abs(above.size - below.size) < 0.5 and last.page == own.page
        capitals = cues.is_capitals(above.text) and cues.is_capitals(below.text)
        level = abs(above.middle - below.middle) < 2 * _LEVEL and not cues.stands_alone(above.text)
        if not (alike and capitals and level) or self._apart(last, own, self._leading):
            return False
        if cues.is_authority(above.text) and is_title(below.text):
            return False
        is_open = _OPEN_TITLE.fullmatch(above.text) is not None or _completes_authority(last, own)
        return is_open or last.width + _needed(last, own) > last.room + _LEVEL

    def _stands_apart(self, paragraph: Line, last: Strip, own: Strip) -> bool:
        """Tell whether the line stands further below than those of a paragraph do."""
        leading = self._leading
        if len(paragraph.numbers) > 1:
            before = self._strips[paragraph.numbers[-2]]
            within = (last.row.baseline - before.row.baseline) / last.row.size
            leading = within if before.page == last.page and 0 < within < 3 else leading
        return self._apart(last, own, leading)

    @staticmethod
    def _apart(last: Strip, own: Strip, leading: float) -> bool:
        size = max(last.row.size, own.row.size)
        distance = own.row.baseline - last.row.baseline
        return own.page == last.page and distance > leading * size + max(2.5, _APART * size)


def _completes_authority(last: Strip, own: Strip) -> bool:
    """Tell whether a long line such as "KT. TRƯỞNG PHÒNG QUẢN LÝ" goes on in one that is no title of its own."""
    above, below = last.row.text, own.row.text
    begins = cues.is_authority(below) or is_title(below)
    return cues.is_authority(above) and not begins and last.width > _LONG * last.room


def _is_cut(last: Strip, own: Strip) -> bool:
    """Tell whether words that fill their line go on in the next one: the lines of this paragraph stand far apart."""
    is_open = not cues.ends_sentence(last.row.text) and cues.starts_small(own.row.text) and not _opens(own.row.text)
    is_near = own.row.baseline - last.row.baseline < _FARTHEST * last.row.size
    return is_open and is_near and not last.centred and _is_full(last, own)


def _needed(last: Strip, own: Strip) -> float:
    """Return the width of the first word of the next line, or of its part before a hyphen, with a blank before it."""
    word = own.first_word
    head, hyphen, _ = word.text.partition("-")
    share = (len(head) + 1) / len(word.text) if hyphen and head else 1.0
    return _BLANK * last.row.size + (word.x1 - word.x0) * share


def _is_full(last: Strip, own: Strip) -> bool:
    """Tell whether the first word of the next line would not have fitted on the line."""
    needed = _needed(last, own)
    if last.centred and own.centred:
        return last.width + needed > last.area.width - _RAGGED
    return last.row.x1 + needed > last.area.right - _SLACK


def _goes_on_unfilled(before: str, after: str) -> bool:
    """Tell whether a line goes on though there was room above: its small letter shows that it was broken by hand."""
    closed = cues.ends_sentence(before) or cues.stands_alone(before) or labels_of(after)
    return not closed and cues.starts_small(after)


def _goes_on_filled(paragraph: Line, first: Strip, last: Strip, own: Strip) -> bool:
    """Tell whether a line after a full one goes on with its paragraph, by the indents of both."""
    before, after = paragraph.text, own.row.text
    ended = cues.ends_sentence(before)
    if first is last and cues.stands_alone(before):
        return False
    if last.centred and (own.centred or cues.opens_component(after)):
        return not (ended or _opens(after)) and first.row.bold == own.row.bold
    if _is_outdented(first, last, own):
        return not (ended and _SUBORDINATE.match(after))
    if _opens(after):
        return cites(before, after)
    return _goes_on_level(paragraph, first, last, own) if first is last else _goes_on_below(ended, last, own)


def _opens(text: str) -> bool:
    return bool(labels_of(text)) or cues.opens_component(text)


def _is_outdented(first: Strip, last: Strip, own: Strip) -> bool:
    """Tell whether the line stands further left than the first one of its paragraph, as its other lines do."""
    indented = _LEVEL < first.indent < _DEEPEST * first.area.width
    level = first is last or abs(own.indent - last.indent) <= _LEVEL
    return indented and level and own.indent < first.indent - _LEVEL


def _goes_on_level(paragraph: Line, first: Strip, last: Strip, own: Strip) -> bool:
    """Tell whether a second line goes on with the first that stands no further right: an item, or a whole block."""
    ended = cues.ends_sentence(paragraph.text)
    if own.indent > first.indent + _LEVEL:
        return _hangs(first, own) or (not ended and cues.starts_small(own.row.text))
    return not ended or (abs(own.indent - last.indent) <= _LEVEL and own.indent <= _LEVEL)


def _goes_on_below(ended: bool, last: Strip, own: Strip) -> bool:
    """Tell whether a further line goes on: it stands level with the one above it, or no sentence ended there."""
    if own.indent > last.indent + _LEVEL:
        return not ended and cues.starts_small(own.row.text)
    return not ended or abs(own.indent - last.indent) <= _LEVEL


def _hangs(first: Strip, own: Strip) -> bool:
    """Tell whether a line stands below the words of a list item, not below its label."""
    label = next(iter(labels_of(first.row.text)), None)
    if label is None or len(first.row.words) < 2:
        return False
    words = 1 if label.kind in (LabelKind.DASH, LabelKind.PLUS) else len(label.printed.split())
    return abs(own.row.x0 - first.row.words[min(words, len(first.row.words) - 1)].x0) <= _LEVEL
