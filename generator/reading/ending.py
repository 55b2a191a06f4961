"""The end of a document: Nơi nhận and the signature (ô 7 and 9b; II.7, II.9)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.reading import cues, slips
from generator.reading.labels import LabelKind, labels_of
from generator.reading.lines import Line, Passage
from generator.reading.parties import signed_by_parties
from generator.reading.reading import RecipientLine, SignatureBlock
from generator.reading.titles_before_names import titles_before
from generator.reading.wrapping import glue
from generator.vietnamese.unicode import fold

_PURPOSE = re.compile(r"(?P<name>.+?)\s*\((?P<purpose>[^()]*)\)")
_END = re.compile(r"\s*([;.,:]+)\s*$")
_ARCHIVE = re.compile(r"(?:\+\s*)?Lưu\s*:?\s", re.IGNORECASE)
_MARK = re.compile(r"\(|\)$|.*\bđã k[ýí]\b|.*đóng dấu", re.IGNORECASE)
_NAME_WORDS = range(2, 8)
_LONGEST_TITLE = 100
_LONGEST_SIGNATURE = 8
_LONGEST_MARK = 50
_SECRETARY = re.compile(r"(?:THƯ KÝ|NGƯỜI GHI BIÊN BẢN|NGƯỜI LẬP)\b")
_MEETING_TITLES = tuple(map(fold, ("Chủ tọa", "Chủ trì", "Bí thư", "Thư ký", "Viện trưởng", "Tổng", "P. ")))
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
    secretary: SignatureBlock | None = None
    counterparty: SignatureBlock | None = None
    unplaced: list[Passage] = field(default_factory=list)


def ending_of(lines: Sequence[Line]) -> EndingFound:
    """Return the recipients and the signature, in whichever order they stand."""
    found = EndingFound()
    heading = next((place for place, line in enumerate(lines) if cues.is_recipients_heading(line.text)), len(lines))
    items, signing = _sorted(lines[heading + 1 :])
    found.recipients = [_recipient(item) for item in items]
    _set_archive(found)
    _take_signatures((*lines[:heading], *signing), found)
    found.unplaced.sort(key=lambda passage: passage.lines)
    return found


def _sorted(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the items below the heading line and the lines that are none, those of the signature between them.

    Items are dashed lines, with the lines that go on with an unfinished one. A program that reads across both columns
    puts the signature between the items; any other line ends them.
    """
    items: list[Line] = []
    others: list[Line] = []
    for place, line in enumerate(lines):
        before = items[-1] if items else None
        if _is_dashed(line) or _lost_its_dash(before, line):
            items.append(line)
        elif before and not others and _goes_on(before.text, line.text):
            items[-1] = before.joined(line, glue(before.text, line.text))
        elif signs(line):
            others.append(line)
        else:
            return items, [*others, *lines[place:]]
    return items, others


def signs(line: Line) -> bool:
    """Tell whether the line may be one of a signature: authority, position, remark or name."""
    if line.cells or labels_of(line.text):
        return False
    return _is_authority(line.text) or _is_position(line.text) or _is_name(line.text) or _is_mark(line.text)


def signature_start(lines: Sequence[Line], end: int) -> int:
    """Return where a signature begins that runs up to the place `end`; `end` itself when there is none.

    It begins with an authority or a position in capitals.
    """
    start = place = end
    while place and end - place < _LONGEST_SIGNATURE and signs(lines[place - 1]):
        place -= 1
        if cues.is_authority(lines[place].text) or is_title(lines[place].text):
            start = place
    return start


def is_title(text: str) -> bool:
    """Tell whether the line is, in capitals, the title of one who signs."""
    return (
        len(text) <= _LONGEST_TITLE and cues.is_capitals(text) and fold(text).startswith((*_TITLES, *_MEETING_TITLES))
    )


def _without_secretary(lines: Sequence[Line], found: EndingFound) -> list[Line]:
    """Return the lines without those of the secretary, who signs minutes beside the chair (form 1.9).

    Positions and names may be read column by column or row by row: the first name is the first position's. A single
    name below both positions is the chair's.
    """
    secretary = next((line for line in lines if _SECRETARY.match(line.text)), None)
    names = [line for line in lines if _is_name(line.text) and not cues.is_capitals(line.text)]
    positions = [line for line in lines if line is secretary or is_title(line.text)]
    if secretary is None or len(positions) < 2:
        return list(lines)
    at = positions.index(secretary)
    own = names[at : at + 1]
    if len(names) == 1 and lines.index(names[0]) > max(map(lines.index, positions[:2])):
        own = []
    found.secretary = SignatureBlock(position=Passage.of(secretary), name=Passage.of(own[0]) if own else None)
    return [line for line in lines if line is not secretary and line not in own]


def _is_dashed(line: Line) -> bool:
    return any(label.kind is LabelKind.DASH for label in labels_of(line.text))


def _lost_its_dash(before: Line | None, line: Line) -> bool:
    """Tell whether the line is an item without dash: the first one or after one closed by ";", and closed itself."""
    follows = before is None or before.text.endswith(";")
    return follows and line.text.endswith((";", ".")) and not cues.is_capitals(line.text)


def _goes_on(before: str, text: str) -> bool:
    """Tell whether the line goes on with an item that no mark has closed."""
    if before.endswith((";", ".")) or cues.is_authority(text):
        return False
    if _ARCHIVE.match(labels_of(before)[0].text if labels_of(before) else before):
        return text[:1].islower() or text.startswith("(")
    return before.endswith(",") or text.endswith((";", ".")) or not cues.is_capitals(text)


def _recipient(item: Line) -> RecipientLine:
    labels = labels_of(item.text)
    text = labels[0].text if labels and labels[0].kind is LabelKind.DASH else item.text
    end = _END.search(text)
    words = (text[: end.start()] if end else text).strip()
    match = _PURPOSE.fullmatch(words)
    if match and match["purpose"][:1].islower():
        return RecipientLine(match["name"], match["purpose"].strip(), end[1] if end else "", item.numbers)
    return RecipientLine(words, "", end[1] if end else "", item.numbers)


def _set_archive(found: EndingFound) -> None:
    """Take the line "Lưu: …" out of the recipients."""
    for recipient in found.recipients:
        if _ARCHIVE.match(recipient.name):
            found.archive = replace(recipient, name=recipient.name.lstrip("+ "))
            found.recipients.remove(recipient)
            return


def _take_signatures(lines: Sequence[Line], found: EndingFound) -> None:
    """Take the signature, that of the secretary of minutes beside it, or those of the two parties of a contract."""
    parties = signed_by_parties(lines)
    if parties is None:
        _take_signature(_without_secretary(lines, found), found)
        return
    for party in reversed(parties):
        found.counterparty, found.signature = found.signature, SignatureBlock(party=Passage.of(party[0]))
        _take_signature(party[1:], found)


def _take_signature(lines: Sequence[Line], found: EndingFound) -> None:
    for line in _whole_titles(lines):
        if not _take_line(line, found):
            found.unplaced.append(Passage.of(line))


def _whole_titles(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, a title in capitals that a line break parts inside one paragraph put together."""
    whole: list[Line] = []
    for line in lines:
        before = whole[-1] if whole else None
        if before and line.numbers and before.numbers == line.numbers and _goes_on_as_title(before.text, line.text):
            whole[-1] = replace(before, text=f"{before.text} {line.text}")
        else:
            whole.append(line)
    return whole


def _goes_on_as_title(before: str, text: str) -> bool:
    opens = cues.is_authority(text) or is_title(text)
    return cues.is_capitals(before) and cues.is_capitals(text) and not opens


def _take_line(line: Line, found: EndingFound) -> bool:
    signature, passage = found.signature, Passage.of(line)
    if line.cells:
        return False
    if _is_authority(line.text) and signature.name is None:
        found.signature = replace(signature, authority=(*signature.authority, passage))
    elif _is_mark(line.text):
        found.signature = replace(signature, marks=(*signature.marks, passage))
    elif signature.position is None and signature.name is None and _is_position(line.text):
        found.signature = replace(signature, position=passage)
    elif signature.second_title is None and signature.name is None and is_title(line.text):
        found.signature = replace(signature, second_title=passage)
    elif signature.name is None and (_is_name(line.text) or _is_meant_as_name(line, signature)):
        found.signature = replace(signature, name=passage)
    else:
        return False
    return True


def _is_authority(text: str) -> bool:
    """Tell whether the line says for whom one signs, in small letters too where a title follows."""
    return cues.is_authority(text) or (slips.is_authority(text) and not _is_name(text))


def _is_mark(text: str) -> bool:
    """Tell whether the line is a remark in the place of the signature: (Đã ký)."""
    return len(text) <= _LONGEST_MARK and _MARK.match(text) is not None


def _is_position(text: str) -> bool:
    return (
        len(text) <= _LONGEST_TITLE
        and not cues.ends_sentence(text)
        and (cues.is_capitals(text) or fold(text).startswith(_TITLES))
    )


def _is_meant_as_name(line: Line, signature: SignatureBlock) -> bool:
    """Tell whether the centred line below a position is a name in small letters, or one with a full stop."""
    words = line.text.removesuffix(".")
    alone = line.style.alignment == "center" and bool(signature.position or signature.authority)
    return alone and (_is_name(words) or (words.islower() and _is_name(words.title())))


def _is_name(text: str) -> bool:
    text = text[len(titles_before(text)) :]
    words = text.split()
    plain = not any(map(str.isdigit, text)) and text[-1:].isalpha()
    return plain and len(words) in _NAME_WORDS and all(word[0].isupper() for word in words)
