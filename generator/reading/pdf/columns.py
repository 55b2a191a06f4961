"""The rows of a page in reading order: the two columns of the letterhead and of the ending each from top to bottom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.reading import cues
from generator.reading.bases import is_basis
from generator.reading.ending import is_title
from generator.reading.labels import LabelKind, labels_of
from generator.reading.letterhead import opens_national_name, parted
from generator.reading.parties import is_party
from generator.reading.pdf.rows import Row, gaps

_HEAD_GAP = 0.7
"""Share of the size from which a gap may part the columns of a letterhead."""
_WIDE_GAP = 2.5
"""The same for two who sign beside each other."""
_REACH = 70.0
"""Points around the left edge of Quốc hiệu within which the columns part."""
_NARROWEST = 0.55
"""Share of the size that must stay free between the columns of an ending: wider than a blank."""
_HEAD_ROWS = 14
_COPIED = re.compile(r"(?:^|\s)(?:SAO Y|SAO LỤC|TRÍCH SAO)$")
"""What stands at the right of the letterhead that certifies a copy, below the ending of the document copied."""
_LONGEST_NAME = 60


@dataclass
class Block:
    """Rows that stand in one column, or in two."""

    left: list[Row] = field(default_factory=list)
    right: list[Row] = field(default_factory=list)
    columned: bool = False
    free: tuple[float, float] = (0.0, 0.0)
    """Where the columns of an ending part; it may go on so on the next page."""
    width: float = 0.0
    """How wide its page is: an ending goes on on paper of the same width."""


def blocks_of(rows: Sequence[Row], width: float, before: Block | None = None) -> list[Block]:
    """Return the rows of a page as blocks in reading order.

    `before` is the last block of the page before, when nothing stood below it: an ending goes on in its columns.
    """
    blocks: list[Block] = []
    place = 0
    if before and before.columned and before.free != (0.0, 0.0) and before.width == width and _goes_on(rows, before):
        place = _grown(rows, 0, before)
    while place < len(rows):
        block = Block(columned=True, width=width)
        end = _head(rows, place, block) or _foot(rows, place, width, block)
        if not end:
            block, end = Block(left=[rows[place]]), place + 1
        blocks.append(block)
        place = end
    return blocks


def _head(rows: Sequence[Row], start: int, block: Block) -> int:
    """Fill a block with a letterhead that begins with the row; return where it ends, 0 where there is none."""
    split = _national_split(rows[start])
    if split is None or (split == 0 and not _beside(rows, start)):
        return 0
    right = rows[start].part(split)
    edge, middle = right.x0, right.middle
    above = ""
    for place, row in enumerate(rows[start : start + _HEAD_ROWS], start=start):
        at = split if place == start else _split_at(row, edge, middle, above)
        if at is None:
            return place
        if at:
            block.left.append(row.part(0, at))
        if at < len(row.words):
            block.right.append(row.part(at))
            above = block.right[-1].text
    return min(len(rows), start + _HEAD_ROWS)


def _national_split(row: Row) -> int | None:
    """Return before which word Quốc hiệu begins, or Tiêu ngữ without it, or the name of the Party; None without one."""
    for place in range(len(row.words)):
        words = row.part(place).text
        if opens_national_name(words) or cues.is_party_name(words) or _is_lone_motto(row, place):
            return place
    return None


def _is_lone_motto(row: Row, place: int) -> bool:
    """Tell whether Tiêu ngữ begins with a word of a row, away from the column at its left."""
    apart = not place or row.words[place].x0 - row.words[place - 1].x1 > _WIDE_GAP * row.size
    return apart and cues.is_motto(row.part(place).text)


def _beside(rows: Sequence[Row], start: int) -> bool:
    """Tell whether another column stands to the left of a row of Quốc hiệu."""
    edge = rows[start].x0
    return any(row.x0 < edge - rows[start].size for row in rows[start + 1 : start + 4])


def _split_at(row: Row, edge: float, middle: float, above: str) -> int | None:
    """Return how many words of a row stand in the left column; None where the letterhead has ended."""
    text = row.text
    if cues.is_type_name(text) or cues.type_and_subject(text) or text.startswith("Kính gửi") or is_basis(text):
        return None
    if row.x1 <= edge + row.size:
        return len(row.words)
    if row.x0 >= edge - row.size:
        is_own = cues.is_place_date(text) or abs(row.middle - middle) < _REACH / 2
        return 0 if is_own else None
    left, own = parted(text, above)
    if own:
        return len(left.split())
    wide = [
        (after - before, place)
        for place, (before, after) in enumerate(gaps(row), start=1)
        if after - before > _HEAD_GAP * row.size and abs((before + after) / 2 - edge) < _REACH
    ]
    if wide:
        return max(wide)[1]
    return 0 if cues.is_place_date(text) else None


def _foot(rows: Sequence[Row], start: int, width: float, block: Block) -> int:
    """Fill a block with an ending of two columns that begins with the row; return where it ends, 0 for none."""
    row = rows[start]
    heading = next((n for n in (2, 3) if cues.is_recipients_heading(row.part(0, n).text)), 0)
    if heading and row.x0 < width / 2:
        free = _first_free(row, heading, width)
    elif signers := _signers(row):
        free = (row.words[signers - 1].x1, row.words[signers].x0)
    else:
        return 0
    block.free = free
    end = _grown(rows, start, block)
    return end if block.right else 0


def _first_free(row: Row, heading: int, width: float) -> tuple[float, float]:
    rest = row.words[heading:]
    return row.words[heading - 1].x1, rest[0].x0 if rest else width


def _signers(row: Row) -> int:
    """Return how many words of a row name the left one of two who sign beside each other; 0 where there is no such."""
    wide = [place for place, (x1, x0) in enumerate(gaps(row), start=1) if x0 - x1 > _WIDE_GAP * row.size]
    if len(wide) != 1:
        return 0
    names = row.part(0, wide[0]).text, row.part(wide[0]).text
    titled = all(cues.is_capitals(name) and len(name) <= _LONGEST_NAME for name in names)
    return wide[0] if titled and any(_signs(name) for name in names) else 0


def _signs(name: str) -> bool:
    return is_title(name) or cues.is_authority(name) or is_party(name)


def _grown(rows: Sequence[Row], start: int, block: Block) -> int:
    """Add the rows from a place on to an ending as long as a strip between the columns stays free."""
    for place in range(start, len(rows)):
        row = rows[place]
        free = None if place > start and _ends_foot(row) else _narrowed(block.free, row)
        if free is None:
            return place
        block.free = free
        at = sum(word.x0 < free[1] - 0.1 for word in row.words)
        if at:
            block.left.append(row.part(0, at))
        if at < len(row.words):
            block.right.append(row.part(at))
    return len(rows)


def _narrowed(free: tuple[float, float], row: Row) -> tuple[float, float] | None:
    """Return what stays free of a strip between two columns beside the row; None where the row crosses it."""
    ends = [(float("-inf"), row.x0), *gaps(row), (row.x1, float("inf"))]
    rooms = [(max(free[0], left), min(free[1], right)) for left, right in ends]
    widest = max(rooms, key=lambda room: room[1] - room[0])
    return widest if widest[1] - widest[0] >= _NARROWEST * row.size else None


def _ends_foot(row: Row) -> bool:
    text = row.text
    names_part = cues.appendix_label(text) is not None or cues.is_type_name(text) or opens_national_name(text)
    return (
        names_part
        or bool(_COPIED.search(text))
        or any(cues.is_recipients_heading(row.part(0, count).text) for count in (2, 3))
    )


def _goes_on(rows: Sequence[Row], before: Block) -> bool:
    """Tell whether the page begins with further recipients of an ending, or with what belongs to its signature."""
    if not rows or _ends_foot(rows[0]):
        return False
    first = rows[0]
    dashed = any(label.kind is LabelKind.DASH for label in labels_of(first.text))
    listed = dashed and bool(before.left) and abs(first.size - before.left[-1].size) < 1
    return listed or first.x0 >= before.free[1] - first.size


def ordered(blocks: Sequence[Block]) -> Iterator[tuple[Row, bool]]:
    """Yield the rows of blocks in reading order, and whether each stands in one of two columns."""
    for block in blocks:
        for row in (*block.left, *block.right):
            yield row, block.columned
