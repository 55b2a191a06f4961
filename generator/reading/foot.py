"""The foot of a document whose two columns a program wrote on the same lines with one blank between.

"Nơi nhận: KT. GIÁM ĐỐC", "- Như trên; PHÓ GIÁM ĐỐC", "- Lưu: VT. Lê Văn An", in minutes "THƯ KÝ CHỦ TỌA", and in
contracts "ĐẠI DIỆN BÊN A ĐẠI DIỆN BÊN B".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.reading import cues
from generator.reading.ending import is_title
from generator.reading.lines import RawLine

_HEADING = re.compile(r"(Nơi nhận\s*:)\s+(\S.*)", re.IGNORECASE)
_RANK = re.compile(r"(?:(?:GS|PGS|TS|ThS|BS|CN)\.?\s*)+(?=\S)")
_END = re.compile(r"[;.)]\s+")
_TITLES = re.compile(
    r"(THƯ KÝ(?: CUỘC HỌP)?|NGƯỜI GHI BIÊN BẢN)\s+(CHỦ T(?:ỌA|OẠ|RÌ)(?: CUỘC HỌP)?|CHỦ TỊCH.*)"
    r"|((?:ĐẠI DIỆN )?BÊN A)\s+((?:ĐẠI DIỆN )?BÊN B)"
)
_FOOT_LINES = 30
_NAME = range(2, 6)
"""Words of a name."""


def parted_foot(lines: Sequence[RawLine]) -> list[RawLine]:
    """Return the lines, the words of the second column on a line of their own after those of the first."""
    parted: list[RawLine] = []
    left = 0
    is_meeting = False
    for line in lines:
        text = " ".join(line.pieces)
        if cues.is_recipients_heading(text) or _HEADING.match(text):
            left, is_meeting = _FOOT_LINES, False
        elif _TITLES.fullmatch(text):
            left, is_meeting = _FOOT_LINES, True
        left = 0 if cues.appendix_label(text) else max(0, left - 1)
        parts = (_of_meeting if is_meeting else _of_recipients)(line) if left else ()
        parted += [replace(line, text=part, feeds=0 if number else line.feeds) for number, part in enumerate(parts)]
        parted += [] if parts else [line]
    return parted


def _of_recipients(line: RawLine) -> tuple[str, ...]:
    """Return the two parts of a line of Nơi nhận; none where it is one part, or a gutter parts it."""
    if len(line.pieces) != 1:
        return ()
    text = line.pieces[0]
    if match := _HEADING.fullmatch(text):
        return (match[1], match[2]) if _signs(match[2]) else ()
    ends = [end.end() for end in _END.finditer(text)] if text.startswith("- ") else []
    return next(((text[:end].rstrip(), text[end:]) for end in ends if _signs(text[end:])), ())


def _signs(text: str) -> bool:
    return cues.is_authority(text) or is_title(text) or _is_person(text)


def _is_person(text: str) -> bool:
    words = _RANK.sub("", text, count=1).split()
    return len(words) in _NAME and all(word.istitle() for word in words)


def _of_meeting(line: RawLine) -> tuple[str, ...]:
    """Return the two signers of minutes or of a contract, or their names.

    A name is as long as the other where no gutter parts them.
    """
    if len(line.pieces) == 2:
        return line.pieces
    text = " ".join(line.pieces)
    if match := _TITLES.fullmatch(text):
        return match[1] or match[3], match[2] or match[4]
    words = text.split()
    half = len(words) // 2
    if len(words) % 2 or half not in _NAME or not all(word.istitle() for word in words):
        return ()
    return " ".join(words[:half]), " ".join(words[half:])
