"""The head of a document: letterhead, number, place and date, type name, subject, addressees (ô 1 to 5 and 9a)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.reading import cues
from generator.reading.bases import is_basis
from generator.reading.labels import LabelKind, labels_of
from generator.reading.lines import Line, Passage
from generator.reading.reading import Head
from generator.vietnamese.unicode import fold

_REACH = 12
"""Lines within which the next sure sign of a letterhead must come for the line before it to belong to it."""
_SUBJECT_LINES = 5
_LONGEST_HEAD_LINE = 120
_BODIES = tuple(
    fold(word)
    for word in (
        "Ủy ban", "UBND", "Hội đồng", "HĐND", "Bộ", "Sở", "Phòng", "Ban", "Cục", "Chi cục", "Tổng cục", "Vụ",
        "Viện", "Văn phòng", "Thanh tra", "Trung tâm", "Trường", "Học viện", "Công an", "Bảo hiểm", "Kho bạc",
        "Tổng công ty", "Công ty", "Bệnh viện", "Đảng ủy", "Tỉnh ủy", "Huyện ủy", "Thành ủy", "Hội", "Liên đoàn",
    )
)  # fmt: skip
"""First words of the names of bodies: where one begins in the letterhead, another name begins."""
_VERY_SUBJECT = re.compile(r"V/v\s+", re.IGNORECASE)
_ADDRESSEES = re.compile(r"Kính gửi\s*:?\s*", re.IGNORECASE)
_ANCHORS = (cues.is_national_name, cues.is_motto, cues.is_number_line, cues.is_place_date, cues.is_type_name)


@dataclass
class HeadFound:
    """The head, what stands beside it, and how many lines it took."""

    head: Head = field(default_factory=Head)
    addressees: list[Passage] = field(default_factory=list)
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
    parent, issuer = _bodies(names)
    found.head = replace(found.head, parent=parent, issuer=issuer)
    return found


def _take(lines: Sequence[Line], found: HeadFound, names: list[Line]) -> bool:
    """Take the next line, or lines, into the head; False where the content begins."""
    line = lines[found.length]
    if line.cells or found.addressees or labels_of(line.text):
        return False
    if _take_single(line, found):
        return True
    if cues.is_type_name(line.text) and found.head.type_name is None:
        _take_title(lines, found)
        return True
    if _VERY_SUBJECT.match(line.text) and found.head.subject is None:
        return _take_subject(lines, found, found.length)
    if _ADDRESSEES.match(line.text):
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


def _take_by_reach(lines: Sequence[Line], found: HeadFound, names: list[Line]) -> bool:
    """Take a line that only what follows shows to stand in the letterhead: a body's name, or something unknown."""
    line = lines[found.length]
    ahead = lines[found.length + 1 : found.length + 1 + _REACH]
    if len(line.text) > _LONGEST_HEAD_LINE or found.head.type_name is not None or is_basis(line.text):
        return False
    if not any(test(other.text) for other in ahead for test in _ANCHORS):
        return False
    if cues.is_capitals(line.text) and found.head.number_line is None:
        names.append(line)
    else:
        found.unplaced.append(Passage.of(line))
    found.length += 1
    return True


def _take_title(lines: Sequence[Line], found: HeadFound) -> None:
    found.head = replace(found.head, type_name=Passage.of(lines[found.length]))
    found.length += 1
    if found.length < len(lines) and found.head.subject is None:
        _take_subject(lines, found, found.length)


def _take_subject(lines: Sequence[Line], found: HeadFound, start: int) -> bool:
    """Take the lines of the subject; the first one unless it is plainly something else."""
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


def _is_subject_line(lines: Sequence[Line], start: int, place: int) -> bool:
    line = lines[place]
    if (
        line.cells
        or labels_of(line.text)
        or line.text.endswith(":")
        or cues.opens_component(line.text)
        and place > start
    ):
        return False
    if place == start:
        return not (is_basis(line.text) and cues.ends_sentence(line.text))
    apart = line.gap > lines[start].gap + 1
    return not apart and not is_basis(line.text) and not cues.ends_sentence(lines[place - 1].text)


def _take_addressees(lines: Sequence[Line], found: HeadFound) -> None:
    """Take "Kính gửi: Bộ Nội vụ", or the heading and the dashed lines below it (II.9d)."""
    line = lines[found.length]
    first = _ADDRESSEES.sub("", line.text, count=1).strip()
    found.length += 1
    if first:
        found.addressees.append(Passage(first.rstrip(" .;"), line.numbers))
        return
    while found.length < len(lines):
        line = lines[found.length]
        labels = labels_of(line.text)
        if not labels or labels[0].kind is not LabelKind.DASH:
            break
        found.addressees.append(Passage(labels[0].text.rstrip(" .;"), line.numbers))
        found.length += 1


def _bodies(names: Sequence[Line]) -> tuple[Passage | None, Passage | None]:
    """Return the parent and the issuer: the last name is the issuer's, wrapped lines of one name joined."""
    joined: list[Line] = []
    for line in names:
        starts = fold(line.text).startswith(_BODIES) or not joined
        if starts:
            joined.append(line)
        else:
            joined[-1] = joined[-1].joined(line, " ")
    if not joined:
        return None, None
    parent = _all_of(joined[:-1])
    return parent, Passage.of(joined[-1])


def _all_of(lines: Sequence[Line]) -> Passage | None:
    if not lines:
        return None
    numbers = tuple(number for line in lines for number in line.numbers)
    return Passage(" ".join(line.text for line in lines), numbers)
