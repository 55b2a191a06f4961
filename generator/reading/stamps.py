"""What was stamped on a page: the words of a digital signature's picture (II.8) and the stamp of incoming documents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.reading import cues
from generator.reading.lines import Line

_MOMENT_PATTERN = r"\d{1,2}[./-]\d{1,2}[./-]\d{4},?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*(?:[+-]\d{2}:?\d{2}|[CS]H))?"
_SIGNED = re.compile(
    r"(?:(?:Được )?[Kk]ý (?:số )?bởi|Người ký|Thời gian ký|Ngày ký|Giờ ký|Signed by|Digitally signed by|Date)\s*:.*"
    rf"|\S.*_\s*{_MOMENT_PATTERN}"
    r"|Signature (?:Not Verified|valid)|Số:.*;.*\d{1,2}:\d{2}:\d{2}.*",
)
_MOMENT = re.compile(_MOMENT_PATTERN)
_BESIDE = re.compile(r"(?:E-?mail|Cơ quan|Tổ chức|Chức vụ|Đơn vị|Địa điểm)\s*:.*", re.IGNORECASE)
_INCOMING = re.compile(r"(?:(?:CÔNG )?VĂN (?:BẢN )?)?Đ\s?Ế\s?N")
_INCOMING_LINE = re.compile(
    r"(?:Số|Giờ|Ngày)\s*[:.…]*\s*[\d.…/:\s-]*|(?:Kính )?[Cc]huyển\s*[:.…].*"
    r"|(?:Lưu|Số và ký hiệu) (?:hồ sơ|HS)\s*[:.…].*"
)
_TOP = 40
_STAMP_LINES = 6
_SHORT = 60
_LONGEST = 200


def stamps_of(lines: Sequence[Line]) -> set[int]:
    """Return the places of the lines that were stamped; a name that a signature's picture wraps is one of them."""
    found: set[int] = set()
    for place, line in enumerate(lines):
        if line.cells or len(line.text) > _LONGEST:
            continue
        goes_on = place - 1 in found and (_BESIDE.fullmatch(line.text) or _is_wrapped_name(lines, place))
        if goes_on or _SIGNED.fullmatch(line.text) or _MOMENT.fullmatch(line.text):
            found.add(place)
        elif place < _TOP and _INCOMING.fullmatch(line.text):
            found.update(_incoming(lines, place))
    return found


def _is_wrapped_name(lines: Sequence[Line], place: int) -> bool:
    """Tell whether the line stands between two of a signature and is no component of its own."""
    after = lines[place + 1].text if place + 1 < len(lines) else ""
    short = len(lines[place].text) < _SHORT and not cues.opens_component(lines[place].text)
    return short and bool(_SIGNED.fullmatch(after) or _MOMENT.fullmatch(after) or _BESIDE.fullmatch(after))


def _incoming(lines: Sequence[Line], start: int) -> set[int]:
    """Return the stamp that begins with ĐẾN: the lines for number, day and whom it goes to; none without them."""
    end = start + 1
    while end < min(len(lines), start + 1 + _STAMP_LINES) and _is_incoming(lines[end].text):
        end += 1
    return set(range(start, end)) if end > start + 1 else set()


def _is_incoming(text: str) -> bool:
    return len(text) <= _SHORT and _INCOMING_LINE.fullmatch(text) is not None
