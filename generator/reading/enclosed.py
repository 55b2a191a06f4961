"""A whole document that stands in the same file behind another one: the draft decision that a tờ trình submits.

It has a frame of its own: a letterhead with number and type, or who enacts above bases and articles. So it is no phụ
lục and nothing that is issued with the first document (form 1.3), which has neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from generator.diagnostics import Diagnostic, hint
from generator.reading import cues
from generator.reading.appendices import appendix_starts
from generator.reading.ending import is_title
from generator.reading.labels import labels_of
from generator.reading.lines import Line, place_of
from generator.reading.reading import Reading
from generator.reading.recognition import recognise
from generator.spelling import unmarked

_LETTERHEAD: Final = 8
"""Lines above or below Quốc hiệu that the rest of the letterhead takes."""
_HEAD: Final = 16
"""Lines of a letterhead and of the title below it."""
_OPENING: Final = 40
"""Lines from the name of a decision to the word that enacts, its bases between them."""
_DRAFT: Final = "du thao"


def enclosed_start(lines: Sequence[Line]) -> int | None:
    """Return where a further document begins behind the end of the first one; None where the file holds one.

    What an appendix shows as a form to be filled in is none, unless its heading says that it is a draft.
    """
    end: int | None = None
    for place, line in enumerate(lines):
        if end is None:
            end = place if cues.is_recipients_heading(line.text) else None
        elif not line.cells and (_has_letterhead(lines, place, end) or _enacts(lines, place)):
            start = _first_line(lines, place, end)
            if _is_whole(lines[:start], lines[start:place]):
                return start
    return None


def parted(reading: Reading) -> tuple[Reading, ...]:
    """Return the documents that a file holds, each read by itself; the reading alone where it is one.

    What the reader of the format had to say of the file stands with the first.
    """
    start = enclosed_start(reading.lines)
    if start is None:
        return (reading,)
    whole = recognise(reading.lines, reading.file)
    shown = {replace(one, place=one.place.in_word) if reading.counts_paragraphs else one for one in whole.diagnostics}
    first, *others = map(_in_word, _read(reading, start)) if reading.counts_paragraphs else _read(reading, start)
    beside = reading.unplaced[len(whole.unplaced) :]
    told = tuple(one for one in reading.diagnostics if one not in shown)
    first = replace(first, diagnostics=(*told, *first.diagnostics), unplaced=(*first.unplaced, *beside))
    return (first, *others)


def _in_word(reading: Reading) -> Reading:
    """Return the reading with places of a Word file, which numbers paragraphs."""
    placed = tuple(replace(one, place=one.place.in_word) for one in reading.diagnostics)
    return replace(reading, diagnostics=placed, counts_paragraphs=True)


def _read(reading: Reading, start: int) -> tuple[Reading, ...]:
    kept, notes = _without_marks(reading.lines[start:])
    one, other = (
        replace(recognise(lines, reading.file, found), emphasis=reading.emphasis)
        for lines, found in ((reading.lines[:start], ()), (kept, notes))
    )
    further = enclosed_start(other.lines)
    return (one, other) if further is None else (one, *_read(other, further))


def _without_marks(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Diagnostic, ...]]:
    """Return the lines without those of the head that say that it is an enclosed draft, and a hint for each."""
    marks = [line for line in lines[:_HEAD] if not line.cells and _is_mark(line.text)]
    message = "bỏ dòng chỉ nói đây là bản kèm theo, dự thảo"
    return tuple(line for line in lines if line not in marks), tuple(
        hint(message, place_of(line, whole=True), code="enclosed-mark") for line in marks
    )


def _is_mark(text: str) -> bool:
    return _is_draft(text) or cues.is_appendix_note(text) or cues.appendix_label(text) is not None


def _has_letterhead(lines: Sequence[Line], place: int, end: int) -> bool:
    """Tell whether Quốc hiệu stands here with the number and the type of a document near it, below ``end``."""
    if not cues.is_national_name(lines[place].text):
        return False
    near = [line.text for line in lines[max(end + 1, place - _LETTERHEAD) : place + _HEAD]]
    below = [line.text for line in lines[place : place + _HEAD]]
    return any(map(cues.is_number_line, near)) and any(cues.is_type_name(text) for text in below)


def _enacts(lines: Sequence[Line], place: int) -> bool:
    """Tell whether a decision or resolution begins with its name: the word that enacts stands below it."""
    text = lines[place].text
    if not cues.is_type_name(text) or cues.is_enacting(text):
        return False
    below = [line.text for line in lines[place + 1 : place + _OPENING]]
    return any(map(cues.is_enacting, below)) and any(map(_is_article, below))


def _is_article(text: str) -> bool:
    return text.startswith(("Điều 1.", "Điều 1:"))


def _first_line(lines: Sequence[Line], place: int, end: int) -> int:
    """Return the first line of what stands above: agencies, number, «DỰ THẢO», the heading of an appendix.

    It stands below ``end``, the line of the document before that closes its content.
    """
    start = place
    while start > end + 1 and place - start < _LETTERHEAD and _may_open(lines[start - 1]):
        start -= 1
    return start


def _may_open(line: Line) -> bool:
    text = line.text
    if line.cells or is_title(text) or cues.is_authority(text) or labels_of(text):
        return False
    return cues.stands_alone(text) or cues.is_capitals(text) or cues.is_appendix_note(text) or _is_draft(text)


def _is_draft(text: str) -> bool:
    return unmarked(text.strip(" ()[]")).startswith(_DRAFT)


def _is_whole(before: Sequence[Line], heading: Sequence[Line]) -> bool:
    """Tell whether the document is none that an appendix shows: the only one before it says that it is a draft."""
    if any(cues.appendix_label(line.text) for line in heading):
        return any(map(_is_draft, (line.text for line in heading)))
    return not appendix_starts(before)
