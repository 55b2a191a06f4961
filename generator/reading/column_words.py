"""The headings of columns by which a table is known that lost its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.reading.lines import Line
from generator.vietnamese.unicode import fold

_COLUMN_WORDS = re.compile(
    r"\b(?:stt|số tt|mục tiêu|nhiệm vụ|hoạt động|sản phẩm|kết quả|thời gian|chủ trì|phối hợp|kinh phí|ghi chú)\b"
)
_BESIDE_COLUMN_WORDS = re.compile(
    r"\b(?:tt|chung|cụ thể|thực|hiện|đơn vị|cơ quan|nội dung|công việc|hoàn thành|thời hạn|theo dõi|đôn đốc|và)\b"
    r"|[\d\W]"
)
_TITLE_LABEL = re.compile(r"\d+[.)]")
NUMBER_HEADINGS = frozenset({"stt", "tt", "số tt", "số thứ tự"})
"""Headings of the column of numbers, folded: what begins with one is a table."""
_FEWEST_COLUMN_WORDS = 4
_HEADING_LINES = 15
_CELL = 45
"""Characters: a longer line is no cell of a table that was read cell by cell."""


def column_words(text: str) -> frozenset[str]:
    """Return the columns that a line names; none when it holds any other word: "1. Mục tiêu" is a title."""
    folded = fold(text)
    named = frozenset(_COLUMN_WORDS.findall(folded))
    if not named or _TITLE_LABEL.match(folded) or _BESIDE_COLUMN_WORDS.sub("", _COLUMN_WORDS.sub(" ", folded)):
        return frozenset()
    return named


def is_heading_row(text: str) -> bool:
    """Tell whether the line is the heading row of a table written as one line."""
    return len(text) < 200 and len(column_words(text)) >= _FEWEST_COLUMN_WORDS


def opens_lost_table(text: str) -> bool:
    """Tell whether a table that lost its cells begins with the line: its heading row, or the first heading of it."""
    folded = fold(text)
    return is_heading_row(text) or folded in NUMBER_HEADINGS or (folded.startswith("stt ") and len(text) < 200)


def is_flattened_table(lines: Sequence[Line]) -> bool:
    """Tell whether the lines are a table that lost its cells: lines near the top are column headings, nothing else.

    Where the cells were read down each column, the headings stand among short lines all the way.
    """
    if any(line.cells for line in lines):
        return False
    short = sum(len(line.text) < _CELL for line in lines) * 4 > 3 * len(lines)
    searched = lines if short else lines[:_HEADING_LINES]
    return len({word for line in searched for word in column_words(line.text)}) >= _FEWEST_COLUMN_WORDS
