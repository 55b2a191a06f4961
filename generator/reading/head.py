"""The head of a document: letterhead, number, place and date, type name, subject, addressees (ô 1 to 5 and 9a)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.nd30.document_types import type_by_name
from generator.nd30.profile import load_profile
from generator.reading import cues, slips
from generator.reading.bases import is_basis
from generator.reading.bodies import bodies_of, is_stamp, names_body
from generator.reading.form_words import opens_form
from generator.reading.labels import LabelKind, labels_of
from generator.reading.lines import Line, Passage
from generator.reading.reading import Head

_AUTHORITY_LINES = 3
_REACH = 12
"""Lines within which the next sure sign of a letterhead must come for the line before it to belong to it."""
_SUBJECT_LINES = 8
_FIELD = re.compile(r"[A-ZĐÀ-Ỹ][^:]{2,50}:(?:\s|$)")
"""A line of a form, not of a subject: "Thời gian bắt đầu: …"."""
_LONGEST_HEAD_LINE = 120
_ANCHORS = (
    cues.is_national_name,
    cues.is_motto,
    cues.is_number_line,
    cues.is_place_date,
    cues.is_type_name,
    cues.type_and_subject,
)


@dataclass
class HeadFound:
    """The head, what stands beside it, and how many lines it took."""

    head: Head = field(default_factory=Head)
    addressees: list[Passage] = field(default_factory=list)
    authority: list[Passage] = field(default_factory=list)
    """Who enacts, in capitals below the subject of a decision or resolution (forms 1.1 to 1.3)."""
    unplaced: list[Passage] = field(default_factory=list)
    length: int = 0


def head_of(lines: Sequence[Line]) -> HeadFound:
    """Return the head that the lines begin with; an empty one when they begin with the content."""
    found = HeadFound()
    names: list[Line] = []
    while found.length < len(lines) and _take(lines, found, names):
        pass
    if not names and found.head == Head() and not found.addressees:
        return HeadFound()
    parent, issuer = bodies_of(names)
    found.head = replace(found.head, parent=parent, issuer=issuer)
    return found


def _take(lines: Sequence[Line], found: HeadFound, names: list[Line]) -> bool:
    """Take the next line, or lines, into the head; False where the content begins."""
    line = lines[found.length]
    if line.cells or found.addressees or labels_of(line.text):
        return False
    if _take_single(line, found) or _take_slip(lines, found):
        return True
    if cues.is_party_name(line.text) and found.head.type_name is None:
        found.unplaced.append(Passage.of(line))
        found.length += 1
        return True
    if found.head.type_name is None and _take_title(lines, found):
        return True
    if _is_authority(lines, found):
        found.authority.append(Passage.of(line))
        found.length += 1
        return True
    if found.head.subject is None and _opens_letter_subject(lines, found):
        return _take_subject(lines, found, found.length)
    if slips.opens_addressees(line.text):
        _take_addressees(lines, found)
        return True
    return _take_by_reach(lines, found, names)


def _take_single(line: Line, found: HeadFound) -> bool:
    """Take a line that is a component by itself, if it is not known yet."""
    for name, test in (
        ("national_name", cues.is_national_name),
        ("motto", cues.is_motto),
        ("number_line", cues.is_number_line),
        ("place_date", cues.is_place_date),
    ):
        if test(line.text) and getattr(found.head, name) is None:
            found.head = replace(found.head, **{name: Passage.of(line)})
            found.length += 1
            return True
    return False


_SLIPS = (
    ("national_name", cues.is_national_name, slips.is_national_name),
    ("motto", cues.is_motto, slips.is_motto),
    ("number_line", cues.is_number_line, slips.is_number_line),
    ("place_date", cues.is_place_date, slips.is_place_date),
)


def _take_slip(lines: Sequence[Line], found: HeadFound) -> bool:
    """Take a line that is a component mistyped, where the letterhead has no right one below."""
    line, ahead = lines[found.length], lines[found.length + 1 : found.length + 1 + _REACH]
    if found.head.type_name is not None or is_basis(line.text):
        return False
    for name, is_right, is_meant in _SLIPS:
        missing = getattr(found.head, name) is None and not any(is_right(other.text) for other in ahead)
        if missing and is_meant(line.text):
            found.head = replace(found.head, **{name: Passage.of(line)})
            found.length += 1
            return True
    return False


def _opens_letter_subject(lines: Sequence[Line], found: HeadFound) -> bool:
    """Tell whether the subject of a công văn begins: with V/v, or in its place below the number without it."""
    text, number = lines[found.length].text, found.head.number_line
    if match := slips.opens_subject(text):
        return number is not None or not match[0].casefold().startswith("về")
    if found.head.type_name is not None or number is None or number.lines != lines[found.length - 1].numbers:
        return False
    ahead = [other.text for other in lines[found.length + 1 : found.length + 1 + _REACH]]
    named = any(cues.is_type_name(other) or cues.type_and_subject(other) for other in ahead)
    return any(map(slips.opens_addressees, ahead)) and not named and not is_stamp(text) and not cues.is_capitals(text)


def _take_by_reach(lines: Sequence[Line], found: HeadFound, names: list[Line]) -> bool:
    """Take a line that only what follows shows to stand in the letterhead: a body's name, or something unknown."""
    line = lines[found.length]
    ahead = lines[found.length + 1 : found.length + 1 + _REACH]
    if len(line.text) > _LONGEST_HEAD_LINE or found.head.type_name is not None or is_basis(line.text):
        return False
    if not any(test(other.text) for other in ahead for test in _ANCHORS):
        return False
    if found.head.number_line is None and not is_stamp(line.text) and names_body(line):
        names.append(line)
    else:
        found.unplaced.append(Passage.of(line))
    found.length += 1
    return True


def _take_title(lines: Sequence[Line], found: HeadFound) -> bool:
    """Take the name of the type and the subject below it, or beside it in capitals."""
    line = lines[found.length]
    if _is_meant_as_type(lines, found):
        return _set_title(lines, found, Passage.of(line))
    beside = None
    if not cues.is_type_name(line.text):
        known = found.head.number_line or found.head.place_date or found.head.national_name or _is_centred(line)
        beside = cues.type_and_subject(line.text) if known else None
        if beside is None or any(cues.is_type_name(one.text) for one in lines[found.length : found.length + _REACH]):
            return False
    name, first = beside or (line.text, "")
    return _set_title(lines, found, Passage(name, line.numbers), Passage(first, line.numbers) if first else None)


def _set_title(lines: Sequence[Line], found: HeadFound, name: Passage, beside: Passage | None = None) -> bool:
    found.head = replace(found.head, type_name=name)
    found.length += 1
    if found.head.subject is None and not is_bare_form(name.text):
        _take_subject(lines, found, found.length, beside)
    return True


def is_bare_form(name: str) -> bool:
    """Tell whether a type has neither trích yếu nor căn cứ, as a giấy giới thiệu (forms 1.8, 1.10)."""
    kind = type_by_name(name)
    return kind is not None and not load_profile().has_subject(kind.id)


def _is_meant_as_type(lines: Sequence[Line], found: HeadFound) -> bool:
    """Tell whether the line is the name of a type mistyped, or with words too many above a subject of its own."""
    line, ahead = lines[found.length], lines[found.length + 1 : found.length + 1 + _REACH]
    if not (found.head.number_line or found.head.place_date) or any(cues.is_type_name(one.text) for one in ahead):
        return False
    if slips.named_type(line.text):
        return not cues.is_type_name(line.text)
    below = ahead[0] if ahead else line
    titled = all(one.style.bold and one.style.alignment == "center" for one in (line, below))
    return titled and cues.type_and_subject(line.text) is not None and not cues.is_capitals(below.text)


def _is_centred(line: Line) -> bool:
    """Tell whether the format sets the line in the middle, as it does a title even where no letterhead is above."""
    return line.style.alignment == "center"


def _is_authority(lines: Sequence[Line], found: HeadFound) -> bool:
    """Tell whether the line names, in capitals, who enacts: it stands between the subject and the legal bases."""
    line = lines[found.length]
    if found.head.type_name is None or not cues.is_capitals(line.text) or cues.is_enacting(line.text):
        return False
    ahead = lines[found.length + 1 : found.length + 1 + _AUTHORITY_LINES]
    return any(is_basis(other.text) or cues.is_enacting(other.text) for other in ahead)


def _take_subject(lines: Sequence[Line], found: HeadFound, start: int, beside: Passage | None = None) -> bool:
    """Take the lines of the subject; the first one unless it is plainly something else.

    `beside` are the words that stand on the line of the type already.
    """
    if beside is not None:
        return _take_capitals(lines, found, beside)
    end = start
    while end < min(len(lines), start + _SUBJECT_LINES) and _is_subject_line(lines, start, end):
        end += 1
    taken = lines[start:end]
    if taken:
        text = " ".join(line.text for line in taken)
        numbers = tuple(number for line in taken for number in line.numbers)
        found.head = replace(found.head, subject=Passage(text, numbers))
        found.length = end
    return bool(taken)


def _take_capitals(lines: Sequence[Line], found: HeadFound, beside: Passage) -> bool:
    """Take the rest of a subject that begins beside the type: the next lines in capitals."""
    end = found.length
    while end < min(len(lines), found.length + _SUBJECT_LINES) and _goes_on_in_capitals(lines[end]):
        end += 1
    taken = lines[found.length : end]
    text = " ".join((beside.text, *(line.text for line in taken)))
    numbers = (*beside.lines, *(number for line in taken for number in line.numbers))
    found.head = replace(found.head, subject=Passage(text, numbers))
    found.length = end
    return True


def _goes_on_in_capitals(line: Line) -> bool:
    return cues.is_capitals(line.text) and not (line.cells or labels_of(line.text))


def _is_subject_line(lines: Sequence[Line], start: int, place: int) -> bool:
    line = lines[place]
    if (
        line.cells
        or labels_of(line.text)
        or line.text.endswith(":")
        or opens_form(line.text)
        or cues.opens_component(line.text)
        and place > start
    ):
        return False
    if place == start:
        running = line.style.alignment == "justify" or is_basis(line.text)
        return not (running and cues.ends_sentence(line.text))
    apart = line.gap > lines[start].gap + 1 or _FIELD.match(line.text) is not None or _leaves_centre(lines[start], line)
    apart = apart or (cues.is_capitals(line.text) and not cues.is_capitals(lines[start].text))
    return not apart and not is_basis(line.text) and not cues.ends_sentence(lines[place - 1].text)


def _leaves_centre(first: Line, line: Line) -> bool:
    """Tell whether a line is set as running text below a centred or bold one, where the format tells how."""
    is_lighter = first.style.bold is True and line.style.bold is False
    return is_lighter or (first.style.alignment == "center" and line.style.alignment in ("left", "justify"))


def _take_addressees(lines: Sequence[Line], found: HeadFound) -> None:
    """Take "Kính gửi: Bộ Nội vụ", or the heading and the dashed lines below it (II.9d)."""
    line = lines[found.length]
    first = line.text[match.end() if (match := slips.opens_addressees(line.text)) else 0 :].strip()
    found.length += 1
    labels = labels_of(first)
    listed = bool(labels) and labels[0].kind is LabelKind.DASH
    if first:
        name = labels[0].text if listed else first
        found.addressees.append(Passage(name.rstrip(" .;"), line.numbers))
    if first and not (listed or first.endswith(";")):
        return
    while found.length < len(lines):
        line = lines[found.length]
        labels = labels_of(line.text)
        if not labels or labels[0].kind is not LabelKind.DASH:
            break
        found.addressees.append(Passage(labels[0].text.rstrip(" .;"), line.numbers))
        found.length += 1
