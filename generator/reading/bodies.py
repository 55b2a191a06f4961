"""The names of agencies in a letterhead: whose a line is, and which of them is the parent's (II.2)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile

from generator.nd30.profile import load_profile
from generator.reading import cues
from generator.reading.lines import Line, Passage
from generator.vietnamese.unicode import fold

_BODIES = tuple(
    fold(word)
    for word in (
        "Ủy ban", "UBND", "Hội đồng", "HĐND", "Bộ", "Sở", "Phòng", "Ban", "Cục", "Chi cục", "Tổng cục", "Vụ",
        "Viện", "Văn phòng", "Thanh tra", "Trung tâm", "Trường", "Học viện", "Công an", "Bảo hiểm", "Kho bạc",
        "Tổng công ty", "Công ty", "Bệnh viện", "Đảng ủy", "Tỉnh ủy", "Huyện ủy", "Thành ủy", "Hội", "Liên đoàn",
        "Đảng bộ", "Chi bộ", "Trạm", "Tổ", "Đội", "Hạt", "Quỹ", "Đài", "Tòa án", "Mặt trận", "Nhà văn hóa",
    )
)  # fmt: skip
"""First words of the names of bodies: where one begins in the letterhead, another name begins."""
_FIRST_WORDS = re.compile(
    rf"(?:{'|'.join(map(re.escape, _BODIES))})(?!\w)"
    r"(?<!phòng(?=,| chống| hộ| ngừa| thủ| cháy| bệnh| không))(?<!tổ(?= chức))(?<!hội(?= nhập))(?<!ban(?= hành))"
)
_GOES_ON = frozenset(map(fold, ("Văn phòng", "Văn phòng Đoàn", "Thường trực", "Cơ quan")))
"""Beginnings of a name that goes on with the name of another body."""
_LONGEST = 100
_STAMPS = ("secrecy", "urgency", "circulation")


def is_stamp(text: str) -> bool:
    """Tell whether the line is a mark of secrecy, urgency or circulation (III.2), which names no agency."""
    components = [load_profile().component(name) for name in _STAMPS if load_profile().has(name)]
    known = [words for one in components for words in (*((one.text.values or ()) if one.text else ()), *one.examples)]
    return fold(text) in {fold(words) for words in known}


def names_body(line: Line) -> bool:
    """Tell whether a line of a letterhead is the name of an agency: in capitals, or wrongly in small letters."""
    if cues.is_capitals(line.text):
        return True
    small = len(line.text) <= _LONGEST and not cues.ends_sentence(line.text) and not line.text[-1:].isdigit()
    bold = line.style.bold is True and line.style.alignment == "center"
    return small and (bold or _FIRST_WORDS.match(fold(line.text)) is not None)


def bodies_of(names: Sequence[Line]) -> tuple[Passage | None, Passage | None]:
    """Return the parent and the issuer: the last name is the issuer's, wrapped lines of one name joined.

    Where the format tells it, the bold lines are the issuer's and those above them the parent's (II.2b).
    """
    above, own = _by_weight(names)
    if above:
        return _all_of(above), _all_of(own)
    joined: list[Line] = []
    for line in names:
        if joined and _is_one_name(joined[-1], line):
            joined[-1] = joined[-1].joined(line, " ")
        else:
            joined.append(line)
    return _all_of(joined[:-1]), _all_of(joined[-1:])


def _by_weight(names: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines that are not bold and the bold ones below them; nothing where weight does not part them."""
    own = list(dropwhile(lambda line: line.style.bold is False, names))
    above = list(names[: len(names) - len(own)])
    return (above, own) if own and all(line.style.bold for line in own) else ([], [])


def _is_one_name(before: Line, line: Line) -> bool:
    same_paragraph = bool(line.numbers) and before.numbers[-1:] == line.numbers[:1]
    return (
        (same_paragraph and line.style.bold is True)
        or fold(before.text) in _GOES_ON
        or not _FIRST_WORDS.match(fold(line.text))
    )


def _all_of(lines: Sequence[Line]) -> Passage | None:
    if not lines:
        return None
    numbers = tuple(dict.fromkeys(number for line in lines for number in line.numbers))
    return Passage(" ".join(line.text for line in lines), numbers)
