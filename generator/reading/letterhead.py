"""The letterhead as programs garble it: both columns on one line with one blank between, or a component cut in two.

Only what can be told for certain is parted or joined: Quốc hiệu, Tiêu ngữ and the line of place and date (II.1, II.4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.reading import cues, gaps
from generator.reading.lines import Line
from generator.spelling import unmarked
from generator.vietnamese.unicode import fold

_FIXED_STARTS = (
    re.compile(r"C[ỘỌÔO]NG\s+H(?:ÒA|OÀ|OA)\b"),
    re.compile(r"Độc\s+lập\s*[-–—]"),
    re.compile(r"ĐẢNG\s+CỘNG"),
)
_DAY = re.compile(r"\s*,\s*ngày\b")
_OPEN_DATE = re.compile(r",\s*ngày(?:\b[^,;:]*\b(?:tháng(?:\s+\d{1,2})?|năm))?$")
_YEAR = re.compile(r"(?<=\s)(?:năm\s+)?20\d\d$")
_KINDS_OF_PLACE = ("Thành phố", "Thị xã", "Thị trấn")
_TOP = 30
"""Lines within which the letterhead stands."""
_PIECES = (2, 3)
"""Of how many lines a component is put together."""


def parted(text: str, before: str) -> tuple[str, str]:
    """Return the two columns of a line whose right one is a component of the letterhead; "" on the right if not.

    `before` is the right column of the line above: its component may go on here.
    """
    for start in (*_fixed_starts(text), *_place_starts(text)):
        left, right = text[:start].strip(), text[start:].strip()
        if left and _is_component(right):
            return left, right
    rest = _missing(before)
    if rest and fold(text).endswith(f" {rest}"):
        return text[: -len(rest)].strip(), text[-len(rest) :]
    year = _YEAR.search(text) if _OPEN_DATE.search(before) else None
    if year and text[: year.start()].strip():
        return text[: year.start()].strip(), year[0]
    return text, ""


def _fixed_starts(text: str) -> Iterator[int]:
    return (match.start() for pattern in _FIXED_STARTS if (match := pattern.search(text)))


def _place_starts(text: str) -> Iterator[int]:
    """Yield where the name of a place begins that stands before ", ngày": with the last words that are names."""
    day = _DAY.search(text)
    words = list(re.finditer(r"\S+", text[: day.start()])) if day else []
    first = len(words) - 1 if words and words[-1][0].isdigit() else len(words)
    while first and _is_name(words[first - 1][0]):
        first -= 1
    if first > 1 and text[words[first - 2].start() : words[first - 1].end()] in _KINDS_OF_PLACE:
        first -= 2
    if 0 < first < len(words):
        yield words[first].start()


def _is_name(word: str) -> bool:
    return word[:1].isupper() and (word[1:].islower() or word.rstrip(".").upper() in ("TP", "TX", "TT"))


def opens_national_name(text: str) -> bool:
    """Tell whether the words are Quốc hiệu or its beginning, two words at least."""
    return unmarked(cues.NATIONAL_NAME).startswith(unmarked(text)) and " " in text


def _is_component(text: str) -> bool:
    fixed = opens_national_name(text) or cues.is_motto(text) or cues.is_party_name(text)
    return fixed or cues.is_place_date(text) or _OPEN_DATE.search(text) is not None


def _missing(before: str) -> str:
    """Return the rest of Quốc hiệu, folded, when the words are its beginning, cut between two words."""
    start = fold(before)
    return cues.NATIONAL_NAME[len(start) + 1 :] if start and cues.NATIONAL_NAME.startswith(f"{start} ") else ""


def with_whole_components(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, Quốc hiệu, Tiêu ngữ and the line of place and date put together where they were wrapped."""
    whole: list[Line] = []
    place = 0
    while place < len(lines):
        length = _length_of_gap(lines, place) or (_length_of_component(lines, place) if place < _TOP else 1)
        line = lines[place]
        for following in lines[place + 1 : place + length]:
            line = line.joined(following, " ")
        whole.append(line)
        place += length
    return whole


def _length_of_gap(lines: Sequence[Line], place: int) -> int:
    """Return over how many lines from the place on a draft of ours says what is missing; 0 where it wraps nothing."""
    if lines[place].cells or not gaps.is_open(lines[place].text):
        return 0
    joined = (" ".join(line.text for line in lines[place : place + length]) for length in _PIECES)
    return next((length for length, text in zip(_PIECES, joined, strict=True) if not gaps.is_open(text)), 0)


def _length_of_component(lines: Sequence[Line], place: int) -> int:
    """Return how many lines from the place on are one component; 1 for a line that is none or is whole."""
    text = lines[place].text
    if _OPEN_DATE.search(text):
        is_whole = cues.is_place_date
    elif _missing(text):
        is_whole = cues.is_national_name
    elif text.startswith("Độc lập") and not cues.is_motto(text):
        is_whole = cues.is_motto
    else:
        return 1
    joined = (" ".join(line.text for line in lines[place : place + length]) for length in _PIECES)
    found = (length for length, words in zip(_PIECES, joined, strict=True) if is_whole(words))
    return next((length for length in found if not _is_still_open(lines, place + length)), 1)


def _is_still_open(lines: Sequence[Line], end: int) -> bool:
    """Tell whether a date put together up to the line goes on with its year on the next one."""
    return _OPEN_DATE.search(lines[end - 1].text) is not None and end < len(lines) and lines[end].text[:1].isdigit()
