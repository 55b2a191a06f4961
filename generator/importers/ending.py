"""Recipients, archive line and signature as data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, hint
from generator.importers.imported import computed_mark, place, rewritten, unkept
from generator.model.ending import Archive, Authority, AuthorityCode, Recipient, RecipientGroup, Signature
from generator.model.wording import in_groups
from generator.reading.lines import Passage
from generator.reading.reading import Reading, RecipientLine, SignatureBlock
from generator.vietnamese.unicode import words

_ARCHIVE = re.compile(
    r"Lưu\s*:?\s*(?P<holders>[^.():\s][^.()]*(?:\((?!\s*\d+\s*\))[^()]*\)[^.()]*)*?)\s*(?:\(\s*(?P<copies>0*[1-9]\d{0,3})\s*\))?"
    r"(?:\s*\.\s*(?P<drafter>[^\W\d_]{1,8})\.?\s*(?:\((?P<issued>[1-9]\d{0,4})\))?)?",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(r"(?P<code>TM|KT|TL|TUQ|Q|T/M)\s?\.?\s*(?P<of>.+)")
_BY_PURPOSE = (
    (re.compile(r"(?:để |thay )?(?:báo cáo|b/c|bc)\b"), RecipientGroup.SUPERIOR),
    (re.compile(r"(?:để )?(?:phối hợp|p/h)\b"), RecipientGroup.COORDINATE),
    (re.compile(r"(?:để )?(?:thực hiện|t/h)\b"), RecipientGroup.EXECUTE),
)
_BY_NAME = (
    (re.compile(r"Như (?:trên|kính gửi|Điều)\b", re.IGNORECASE), RecipientGroup.AS_ABOVE),
    (re.compile(r"(?:Cổng|Trang|Website)\b.*(?:TTĐT|thông tin điện tử|tỉnh|Sở)", re.IGNORECASE), RecipientGroup.PORTAL),
    (re.compile(r"(?:Lãnh đạo|Ban Giám đốc|GĐ, các PGĐ|CT, các PCT)\b"), RecipientGroup.LEADERS),
    (re.compile(r"(?:Đảng ủy|Tỉnh ủy|Huyện ủy|Thành ủy|TT HĐND|Thường trực HĐND)\b"), RecipientGroup.PARTY_COUNCIL),
)
"""Only what cannot mean anything else; every other recipient stays without a group."""


@dataclass
class Ending:
    """The end of the document as data."""

    recipients: tuple[Recipient, ...] = ()
    archive: Archive | None = None
    signature: Signature = field(default_factory=Signature)
    unplaced: list[str] = field(default_factory=list)
    notes: list[Diagnostic] = field(default_factory=list)


def ending_of(reading: Reading) -> Ending:
    """Return the end of the document; what cannot be understood is kept as unplaced words."""
    ending = Ending(_in_own_order([_recipient(line) for line in reading.recipients if line.text.strip()]))
    ending.notes += _mark_notes(reading)
    if reading.archive:
        _set_archive(reading.archive, ending)
    ending.signature = _signature(reading.signature, ending)
    return ending


def _in_own_order(recipients: Sequence[Recipient]) -> tuple[Recipient, ...]:
    """Return the recipients, without their groups where these would print them in another order than the source."""
    if in_groups(recipients) == list(recipients):
        return tuple(recipients)
    first = RecipientGroup.AS_ABOVE
    return tuple(one if one.group is first else one.model_copy(update={"group": None}) for one in recipients)


def _recipient(line: RecipientLine) -> Recipient:
    if not line.name.strip():
        return Recipient(name=line.text.strip())
    return Recipient(name=line.name, purpose=line.purpose or None, group=_group(line))


def _group(line: RecipientLine) -> RecipientGroup | None:
    by_purpose = (group for pattern, group in _BY_PURPOSE if pattern.match(line.purpose.lower()))
    by_name = (group for pattern, group in _BY_NAME if pattern.match(line.name))
    return next(by_purpose, None) or next(by_name, None)


def _mark_notes(reading: Reading) -> Iterator[Diagnostic]:
    """Yield the end marks that are not those of II.9d: ";" after each line, "." after the last."""
    lines = [*reading.recipients, *([reading.archive] if reading.archive else [])]
    for position, line in enumerate(lines):
        expected = "." if position == len(lines) - 1 else ";"
        if line.end != expected and not (line is reading.archive and "." in line.name):
            yield computed_mark("dòng Nơi nhận", line.text + line.end, line.end, expected, line.lines)


def _set_archive(line: RecipientLine, ending: Ending) -> None:
    match = _ARCHIVE.fullmatch(line.text)
    holders = tuple(name.strip() for name in match["holders"].split(",") if name.strip()) if match else ()
    if not match or not holders:
        ending.unplaced.append(line.text)
        ending.notes.append(unkept("không hiểu dòng «Lưu»", line.text, line.lines, "archive-unknown"))
        return
    if match["copies"] and match["copies"].startswith("0"):
        printed = line.text.replace(match["copies"], match["copies"].lstrip("0"))
        ending.notes.append(rewritten(Passage(line.text, line.lines), printed))
    ending.archive = Archive(
        holders=holders,
        copies=int(match["copies"]) if match["copies"] else None,
        drafter=match["drafter"],
        issued=int(match["issued"]) if match["issued"] else None,
    )


def _signature(block: SignatureBlock, ending: Ending) -> Signature:
    if block.marks:
        quote = " ".join(mark.text for mark in block.marks)
        where = place(block.marks[0].lines, quote=quote)
        ending.notes.append(hint("bỏ ghi chú in ở chỗ chữ ký", where, code="signature-remark"))
    return Signature(
        authority=tuple(filter(None, (_authority(line, ending) for line in block.authority))),
        position=block.position.text if block.position else None,
        second_title=block.second_title.text if block.second_title else None,
        name=block.name.text if block.name else None,
    )


def _authority(line: Passage, ending: Ending) -> Authority | None:
    match = _AUTHORITY.fullmatch(line.text)
    if not match:
        ending.unplaced.append(line.text)
        ending.notes.append(unkept("không hiểu dòng quyền hạn ký", line.text, line.lines, "authority-unknown"))
        return None
    code = match["code"].replace("T/M", "TM")
    authority = Authority(code=AuthorityCode(f"{code}."), of=match["of"].strip())
    if words(authority.printed) != words(line.text):
        ending.notes.append(rewritten(line, authority.printed))
    return authority
