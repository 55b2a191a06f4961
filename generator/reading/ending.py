"""The end of a document: Nơi nhận and the signature (ô 7 and 9b; II.7, II.9)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.reading import cues
from generator.reading.labels import LabelKind, labels_of
from generator.reading.lines import Line, Passage
from generator.reading.reading import RecipientLine, SignatureBlock
from generator.reading.wrapping import glue
from generator.vietnamese.unicode import fold

_PURPOSE = re.compile(r"(?P<name>.+?)\s*\((?P<purpose>[^()]*)\)")
_END = re.compile(r"\s*([;.,:]+)\s*$")
_ARCHIVE = re.compile(r"Lưu\s*:?\s", re.IGNORECASE)
_MARK = re.compile(r"\(|\)$|.*\bđã k[ýí]\b|.*đóng dấu", re.IGNORECASE)
_NAME_WORDS = range(2, 8)
_TITLES = tuple(
    fold(word)
    for word in (
        "Giám đốc",
        "Phó",
        "Chủ tịch",
        "Hiệu trưởng",
        "Trưởng",
        "Chánh",
        "Cục trưởng",
        "Bộ trưởng",
        "Thủ trưởng",
    )
)


@dataclass
class EndingFound:
    """What the lines after the content hold."""

    recipients: list[RecipientLine] = field(default_factory=list)
    archive: RecipientLine | None = None
    signature: SignatureBlock = field(default_factory=SignatureBlock)
    unplaced: list[Passage] = field(default_factory=list)


def ending_of(lines: Sequence[Line]) -> EndingFound:
    """Return the recipients and the signature, in whichever order they stand."""
    found = EndingFound()
    heading = next((place for place, line in enumerate(lines) if _recipients_start(line)), len(lines))
    _take_signature(lines[:heading], found)
    items = _items(lines[heading:])
    found.recipients = [_recipient(item) for item in items]
    _set_archive(found)
    _take_signature(lines[heading + sum(item.spans for item in items) + 1 :] if heading < len(lines) else (), found)
    return found


def _recipients_start(line: Line) -> bool:
    return cues.is_recipients_heading(line.text)


@dataclass(frozen=True)
class _Item:
    """A line of Nơi nhận, rejoined from one or more logical lines."""

    line: Line
    spans: int = 1


def _items(lines: Sequence[Line]) -> list[_Item]:
    """Return the items below the heading line: dashed lines, with the lines that go on with an unfinished one."""
    items: list[_Item] = []
    for line in lines[1:]:
        before = items[-1] if items else None
        if _is_dashed(line) or _lost_its_dash(before, line):
            items.append(_Item(line))
        elif before and _goes_on(before.line.text, line.text):
            joined = before.line.joined(line, glue(before.line.text, line.text))
            items[-1] = _Item(joined, before.spans + 1)
        else:
            break
    return items


def _is_dashed(line: Line) -> bool:
    return any(label.kind is LabelKind.DASH for label in labels_of(line.text))


def _lost_its_dash(before: _Item | None, line: Line) -> bool:
    """Tell whether the line is an item without dash: the first one or after one closed by ";", and closed itself."""
    follows = before is None or before.line.text.endswith(";")
    return follows and line.text.endswith((";", ".")) and not cues.is_capitals(line.text)


def _goes_on(before: str, text: str) -> bool:
    """Tell whether the line goes on with an item that no mark has closed."""
    if before.endswith((";", ".")) or cues.is_authority(text):
        return False
    if _ARCHIVE.match(labels_of(before)[0].text if labels_of(before) else before):
        return text[:1].islower() or text.startswith("(")
    return before.endswith(",") or text.endswith((";", ".")) or not cues.is_capitals(text)


def _recipient(item: _Item) -> RecipientLine:
    labels = labels_of(item.line.text)
    text = labels[0].text if labels and labels[0].kind is LabelKind.DASH else item.line.text
    end = _END.search(text)
    words = (text[: end.start()] if end else text).strip()
    match = _PURPOSE.fullmatch(words)
    if match and match["purpose"][:1].islower():
        return RecipientLine(match["name"], match["purpose"].strip(), end[1] if end else "", item.line.numbers)
    return RecipientLine(words, "", end[1] if end else "", item.line.numbers)


def _set_archive(found: EndingFound) -> None:
    """Take the line "Lưu: …" out of the recipients."""
    for recipient in found.recipients:
        if _ARCHIVE.match(recipient.name):
            found.archive = recipient
            found.recipients.remove(recipient)
            return


def _take_signature(lines: Sequence[Line], found: EndingFound) -> None:
    for line in lines:
        if not _take_line(line, found):
            found.unplaced.append(Passage.of(line))


def _take_line(line: Line, found: EndingFound) -> bool:
    signature, passage = found.signature, Passage.of(line)
    if line.cells:
        return False
    if cues.is_authority(line.text) and signature.name is None:
        found.signature = replace(signature, authority=(*signature.authority, passage))
    elif _MARK.match(line.text):
        found.signature = replace(signature, marks=(*signature.marks, passage))
    elif signature.position is None and signature.name is None and _is_position(line.text):
        found.signature = replace(signature, position=passage)
    elif signature.name is None and _is_name(line.text):
        found.signature = replace(signature, name=passage)
    else:
        return False
    return True


def _is_position(text: str) -> bool:
    return len(text) <= 100 and (cues.is_capitals(text) or fold(text).startswith(_TITLES))


def _is_name(text: str) -> bool:
    words = text.split()
    return len(words) in _NAME_WORDS and all(word[0].isupper() for word in words) and not any(map(str.isdigit, text))
