"""The appendices (III.1): label, title, the line in brackets, and what stands below."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from generator.diagnostics import Diagnostic, warning
from generator.reading import cues
from generator.reading.column_words import is_flattened_table
from generator.reading.ending import is_title
from generator.reading.labels import labels_of
from generator.reading.lines import Line, Passage, place_of
from generator.reading.outline import Node, outline_of
from generator.reading.reading import AppendixPart

_TITLE_LINES = 4
_HEADING_ABOVE = 8
"""Lines above the line in brackets that may be label and title."""


def appendix_starts(lines: Sequence[Line]) -> list[int]:
    """Return the places of the lines that open an appendix with a label."""
    return [place for place, line in enumerate(lines) if not line.cells and cues.appendix_label(line.text)]


def attached_starts(lines: Sequence[Line]) -> list[int]:
    """Return the places where a document issued with this one begins: a title above "(Ban hành kèm theo …)"."""
    notes = (place for place, line in enumerate(lines) if cues.is_appendix_note(line.text))
    found = (_attached_start(lines, note) for note in notes)
    return [start for start in found if start is not None]


def typed_starts(lines: Sequence[Line]) -> list[int]:
    """Return the places below Nơi nhận where the name of a type begins a document issued with this one.

    The first such name only, and none below a letterhead, which begins a document of its own.
    """
    ended = False
    for place, line in enumerate(lines):
        ended = ended or cues.is_recipients_heading(line.text)
        if line.cells or not ended:
            continue
        if cues.is_national_name(line.text) or cues.is_motto(line.text) or cues.is_number_line(line.text):
            return []
        if cues.is_type_name(line.text):
            return [place]
    return []


def _attached_start(lines: Sequence[Line], note: int) -> int | None:
    """Return where the title above a note begins: with a type in capitals, else with the capitals right above it."""
    above = range(note - 1, max(-1, note - 1 - _HEADING_ABOVE), -1)
    reach = list(takewhile(lambda place: _may_stand_above(lines[place]), above))
    if any(cues.appendix_label(lines[place].text) for place in reach):
        return None
    typed = [place for place in reach if cues.is_type_name(lines[place].text) or _typed_title(lines[place])]
    capitals = list(takewhile(lambda place: cues.is_capitals(lines[place].text), reach))
    found = typed or capitals
    return found[-1] if found else None


def _may_stand_above(line: Line) -> bool:
    text = line.text
    closed = labels_of(text) or cues.ends_sentence(text) or cues.is_place_date(text) or cues.is_motto(text)
    return not (line.cells or closed or is_title(text) or cues.is_authority(text))


def _typed_title(line: Line) -> bool:
    return cues.type_and_subject(line.text) is not None


def appendices_of(lines: Sequence[Line]) -> tuple[tuple[AppendixPart, ...], tuple[Diagnostic, ...]]:
    """Return the appendices of lines that begin with the first of them, and what was doubtful."""
    starts = sorted({*([0] if lines else []), *appendix_starts(lines), *attached_starts(lines)})
    parts: list[AppendixPart] = []
    notes: list[Diagnostic] = []
    for start, end in pairwise([*starts, len(lines)]):
        part, found = _appendix(lines[start:end])
        parts.append(part)
        notes += found
    return tuple(parts), tuple(notes)


def _appendix(lines: Sequence[Line]) -> tuple[AppendixPart, tuple[Diagnostic, ...]]:
    label, beside = _opening(lines[0])
    near = range(1, min(len(lines), 1 + _HEADING_ABOVE))
    note_at = next((place for place in near if cues.is_appendix_note(lines[place].text)), None)
    end = note_at if note_at is not None else _title_end(lines)
    titles = [Passage(beside, lines[0].numbers)] if beside else []
    titles += [Passage.of(line) for line in lines[1:end]]
    note = Passage.of(lines[note_at]) if note_at is not None else None
    below = lines[end if note_at is None else note_at + 1 :]
    flattened = is_flattened_table(below)
    content, notes = _cell_lines(below) if flattened else outline_of(below)
    return AppendixPart(label, _joined(titles), note, content, flattened), notes


def _opening(line: Line) -> tuple[Passage | None, str]:
    """Return the label on the first line of an appendix and the title beside it."""
    name = (line.text, "") if cues.is_type_name(line.text) else None
    label, beside = cues.appendix_label(line.text) or name or cues.type_and_subject(line.text) or ("", line.text)
    return Passage(label, line.numbers) if label else None, beside


def _joined(passages: Sequence[Passage]) -> Passage | None:
    if not passages:
        return None
    numbers = tuple(number for passage in passages for number in passage.lines)
    return Passage(" ".join(passage.text for passage in passages), numbers)


def _title_end(lines: Sequence[Line]) -> int:
    """Return where the title ends that no line in brackets closes: with the lines in capitals, else after one."""
    end = 1
    while end < min(len(lines), 1 + _TITLE_LINES) and _may_be_title(lines[end], first=end == 1):
        end += 1
    return end


def _may_be_title(line: Line, *, first: bool) -> bool:
    if line.cells or labels_of(line.text) or cues.ends_sentence(line.text):
        return False
    return cues.is_capitals(line.text) or first


def _cell_lines(lines: Sequence[Line]) -> tuple[tuple[Node, ...], tuple[Diagnostic, ...]]:
    message = (
        "bảng trong phụ lục chỉ còn là các dòng chữ rời của từng ô, không dựng lại được hàng và cột từ tệp này;"
        " mọi dòng được giữ nguyên theo thứ tự"
    )
    advice = "hãy nhập bảng từ tệp Word hoặc Excel gốc"
    note = warning(message, place_of(lines[0], "phụ lục"), hint=advice, code="flattened-table")
    return tuple(Node(line.text, line.numbers) for line in lines), (note,)
