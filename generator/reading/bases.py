"""The legal bases and the preamble (II.6a): one a line, or all in one paragraph that runs on into the preamble."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.reading.labels import labels_of
from generator.reading.lines import Line, Passage
from generator.reading.reading import Bases, Basis
from generator.vietnamese.citations import find_citations

_LEAD = re.compile(
    r"(?:Căn cứ(?: vào)?|Thực hiện|Theo đề nghị của|Xét đề nghị của|Theo|Xét|Thi hành|Trên cơ sở"
    r"|Triển khai thực hiện|Triển khai|Tiếp tục thực hiện)(?=\s)"
)
_SPEAKER = re.compile(
    r",\s+(?=(?:Sở|Phòng|UBND|Ủy ban|Uỷ ban|Bộ|Ban|Văn phòng|Trường|Trung tâm|Chi cục|Cục|Tổng cục|Hội đồng|Viện"
    r"|Công an|Thanh tra|Tổ|Chủ tịch|Giám đốc|Hiệu trưởng|Thủ trưởng|Trưởng)\s)"
)
"""Where the preamble begins inside a running paragraph: the office speaks of itself."""
_SPEAKS = re.compile(
    _SPEAKER.pattern + r"[^,;]{1,90}?\s(?:đã|báo cáo|đề nghị|yêu cầu|thông báo|ban hành|xây dựng|hướng dẫn"
    r"|triển khai|tổ chức|có ý kiến|trân trọng|kính|giao|phối hợp|cung cấp|gửi|cử|nhận)\s"
)
"""The same where a sentence goes on: it is one of the body, not a basis."""
_GOES_ON = re.compile(
    r",\s+(?:các\s+)?(?:đơn vị|cơ quan|nhà trường|phòng|sở)\s[^,;]{0,40}?\b(?:xác định|đề xuất|đã|sẽ|báo cáo)\s"
)
"""The same of an office that does not name itself, where nothing is cited."""
_END = re.compile(r"\s*([;,.]+)\s*$")
_SEPARATOR = re.compile(r"([;,])\s*$")
_LONGEST_SEARCHED = 20_000
"""Characters: a longer paragraph is none of bases."""


def is_basis(text: str) -> bool:
    """Tell whether the line begins like a legal basis; "Thực hiện …" only when it also ends like one, or cites."""
    lead = _LEAD.match(text)
    if not lead or labels_of(text):
        return False
    if lead[0].startswith("Căn cứ"):
        return True
    return text.rstrip()[-1] in ";,.:" or bool(find_citations(text[:_LONGEST_SEARCHED]))


def bases_of(lines: Sequence[Line]) -> tuple[Bases, tuple[Passage, ...], int]:
    """Return the bases that the lines begin with, the preamble that runs on, and how many lines both took."""
    items: list[Basis] = []
    for length, line in enumerate(lines):
        if line.cells or not is_basis(line.text):
            return Bases(tuple(items)), (), length
        if _is_sentence(line.text):
            return Bases(tuple(items)), (), length
        if line.text.endswith(":"):
            own, preamble = _running(line)
            return Bases((*items, *own), bool(own)), (preamble,), length + 1
        items.append(_basis(line.text, line.numbers))
    return Bases(tuple(items)), (), len(lines)


def _is_sentence(text: str) -> bool:
    """Tell whether a paragraph names its ground and then lets the office speak, as a letter begins.

    "Thực hiện Kế hoạch số …, Sở Nội vụ yêu cầu …"; "Căn cứ tình hình thực tế, đơn vị xác định …".
    """
    if text.rstrip()[-1:] in ";,:":
        return False
    cited = find_citations(text[:_LONGEST_SEARCHED])
    if cited:
        return _SPEAKS.search(text, cited[0].end) is not None
    return bool(_SPEAKS.search(text) or _GOES_ON.search(text))


def _basis(text: str, numbers: tuple[int, ...]) -> Basis:
    lead = _LEAD.match(text)
    end = _END.search(text)
    words = text[: end.start()] if end else text
    start = lead.end() if lead else 0
    return Basis(lead[0] if lead else "", words[start:].strip(), end[1] if end else "", numbers)


def _running(line: Line) -> tuple[list[Basis], Passage]:
    """Return the bases of a paragraph that ends with the preamble, and the preamble.

    A paragraph in which no citation or no change of speaker is found is all preamble: "Theo phân cấp …, như sau:".
    """
    found = [one for one in find_citations(line.text[:_LONGEST_SEARCHED]) if not one.inside]
    speaker = _SPEAKER.search(line.text, found[-1].start) if found else None
    if not speaker:
        return [], Passage.of(line)
    starts = [0, *(one.start for one in found[1:] if _SEPARATOR.search(line.text, 0, one.start))]
    ends = [*starts[1:], speaker.start() + 1]
    pieces = [line.text[start:end] for start, end in zip(starts, ends, strict=True)]
    return [_basis(piece, line.numbers) for piece in pieces], Passage(line.text[speaker.end() :], line.numbers)


def preamble_of(lines: Sequence[Line]) -> tuple[tuple[Passage, ...], int]:
    """Return the paragraphs before the first label, and how many they are; none when no label follows.

    The last is the one that ends with a colon, where there is one: what stands after it is content already.
    """
    end = next((place for place, line in enumerate(lines) if line.cells or labels_of(line.text)), None)
    if end is None:
        return (), 0
    colon = next((place for place in range(end) if lines[place].text.endswith(":")), None)
    length = end if colon is None else colon + 1
    return tuple(Passage.of(line) for line in lines[:length]), length
