"""The two columns of the letterhead and of the ending, where a text file has both on the same lines.

Programs that keep the layout of a page write "UBND TỈNH …      CỘNG HÒA …" and "Nơi nhận:      GIÁM ĐỐC" on one
line; Word, saving as text, puts a tab there. Each such block is read down its left column, then its right one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.reading import cues
from generator.reading.bases import is_basis
from generator.reading.ending import is_title
from generator.reading.foot import parted_foot
from generator.reading.labels import labels_of
from generator.reading.letterhead import opens_national_name, parted
from generator.reading.lines import RawLine

_NUMBER_AND_DATE = re.compile(r"\s*(Số\s*:?[\s\d.…_]*/\s*[A-ZĐ][\w&-]*)\s+(\S[^,]*,\s*ngày\b.*)")
_HEAD_LINES = 16
_FOOT_LINES = 60
_NEAR = 12
_TITLE_LINES = 4
"""Lines within which the line in brackets stands below the title of a document issued with this one."""
_REACH = 0.7
"""A line alone stands in the right column from this share of the way to it on, since it is centred there."""


def unfolded(lines: Sequence[RawLine]) -> list[RawLine]:
    """Return the lines with two-column blocks read one column after the other; lines without any as they are."""
    lines = _with_gutters([part for line in lines for part in _number_and_date(line)])
    lines = parted_foot(lines)
    for block in (_head_block, _foot_block):
        start, end = block(lines)
        lines[start:end] = _read_down(lines[start:end])
    return lines


def _with_gutters(lines: Sequence[RawLine]) -> list[RawLine]:
    """Return the lines, a tab set between the columns of a letterhead that have one blank between them."""
    top = [place for place, line in enumerate(lines[: 4 * _HEAD_LINES]) if line.text.strip()][:_HEAD_LINES]
    guttered, right = list(lines), ""
    for place in top:
        pieces = lines[place].pieces
        left, own = parted(pieces[-1], right)
        if own:
            guttered[place] = replace(lines[place], text="\t".join((*pieces[:-1], left, own)))
        right = own or pieces[-1]
    return guttered


def _number_and_date(line: RawLine) -> list[RawLine]:
    """Return the line, or its two components when the number and the place stand on it without a gutter."""
    match = _NUMBER_AND_DATE.fullmatch(line.text) if "/" in line.text[:40] else None
    if not match or len(line.pieces) > 1:
        return [line]
    return [replace(line, text=match[1]), replace(line, text=match[2], feeds=0)]


def _head_block(lines: Sequence[RawLine]) -> tuple[int, int]:
    """Return the lines of a letterhead of two columns; an empty range when there is none."""
    top = [place for place, line in enumerate(lines[: 4 * _HEAD_LINES]) if line.text.strip()][:_HEAD_LINES]
    start = next((place for place in top if _has_national_name(lines[place])), None)
    if start is None:
        return 0, 0
    ends = (place for place in top if place > start and _ends_head(lines[place]))
    return start, next(ends, top[-1] + 1)


def _has_national_name(line: RawLine) -> bool:
    right = line.pieces[-1] if len(line.pieces) > 1 else ""
    return opens_national_name(right) or cues.is_party_name(right)


def _ends_head(line: RawLine) -> bool:
    if len(line.pieces) != 1:
        return False
    text = line.pieces[0]
    return cues.is_type_name(text) or text.startswith("Kính gửi") or is_basis(text) or bool(labels_of(text))


def _foot_block(lines: Sequence[RawLine]) -> tuple[int, int]:
    """Return the lines from "Nơi nhận:" on when a second column stands beside it; an empty range otherwise."""
    for start, line in enumerate(lines):
        if line.pieces and cues.is_recipients_heading(line.pieces[0]):
            return (start, _foot_end(lines, start)) if _is_double(lines[start : start + _NEAR]) else (0, 0)
    return 0, 0


def _is_double(lines: Sequence[RawLine]) -> bool:
    return any(len(line.pieces) > 1 for line in lines)


def _foot_end(lines: Sequence[RawLine], start: int) -> int:
    limit = min(len(lines), start + _FOOT_LINES)
    written = [line for line in lines if line.text.strip()]
    ends = Counter(before.text.strip() for before, line in pairwise(written) if line.feeds)
    ends.update(line.text.strip() for line in written[-1:])
    footers = {text for text, count in ends.items() if count > 1}
    own = enumerate(lines[start + 1 : limit], start=start + 1)
    closing = (place for place, line in own if line.feeds or _ends_foot(line.text.strip(), footers))
    return min(next(closing, limit), _attached_start(lines, start, limit))


def _attached_start(lines: Sequence[RawLine], start: int, limit: int) -> int:
    """Return where a document begins that is issued with this one; the limit where none does."""
    for place in range(start + 1, limit):
        pieces = lines[place].pieces
        if len(pieces) != 1 or not cues.is_capitals(pieces[0]) or is_title(pieces[0]) or cues.is_authority(pieces[0]):
            continue
        below = [line.text.strip() for line in lines[place + 1 : place + 1 + _TITLE_LINES]]
        if cues.is_type_name(pieces[0]) or any(map(cues.is_appendix_note, below)):
            return place
    return limit


def _ends_foot(text: str, footers: set[str]) -> bool:
    return text in footers or cues.appendix_label(text) is not None


def _read_down(lines: Sequence[RawLine]) -> list[RawLine]:
    """Return the left column's lines, then the right column's."""
    if not _is_double(lines):
        return list(lines)
    edge = min(_right_start(line) for line in lines if len(line.pieces) > 1)
    left: list[RawLine] = []
    right: list[RawLine] = []
    for line in lines:
        pieces = line.pieces
        if len(pieces) > 1:
            left.append(replace(line, text=" ".join(pieces[:-1])))
            right.append(replace(line, text=pieces[-1], feeds=0))
        elif pieces:
            (right if _is_right(line, edge) else left).append(replace(line, text=pieces[0]))
    return left + right


def _right_start(line: RawLine) -> int:
    return line.text.rindex(line.pieces[-1])


def _is_right(line: RawLine, edge: int) -> bool:
    """Tell whether the only piece of a line stands in the right column: behind a tab, or far enough in."""
    indent = len(line.text) - len(line.text.lstrip(" "))
    return line.text.startswith("\t") or indent >= edge * _REACH
