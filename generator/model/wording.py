"""The lines of a document's form, in words: number, place and date, recipients, appendix headings.

Pure text, as the decree writes it; whoever prints, shows or cites a document takes the words from here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.model.document import Appendix, Document
from generator.model.ending import Archive, Recipient, RecipientGroup
from generator.model.forms import Form, Minutes
from generator.model.readiness import has_place_and_date, opens_as_above, own_label, placeholder
from generator.nd30.notation import ROOM_TO_WRITE, compose_notation, compose_number_line, printed_number
from generator.vietnamese.citation_patterns import TITLE
from generator.vietnamese.citations import Citation
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.marks import escape, plain
from generator.vietnamese.roman import roman
from generator.vietnamese.unicode import fold

_ONLY_TELLS = ("submission", "report", "announcement", "dispatch", "telegram", "invitation", "minutes", "open_letter")
"""Kinds that do not do themselves what their trích yếu says: a tờ trình "về việc ban hành …"."""
_GROUPS = list(RecipientGroup)
_OPEN_NUMBER = re.compile(r"(số:?)\s*(?=/)", re.IGNORECASE)
_OPEN_DAY = re.compile(r"(ngày)\s+(?=tháng)", re.IGNORECASE)


def notation(document: Document) -> str:
    """Return what stands after the slash: KH-SGDĐT, or SGDĐT-VP for a công văn (II.3b)."""
    if document.notation is not None:
        return document.notation
    symbol = document.issuer.symbol or placeholder("chữ viết tắt tên cơ quan")
    code = document.type.code
    if code is not None:
        return compose_notation(code, symbol)
    unit = document.archive.drafting_unit if document.archive else None
    return compose_notation(None, symbol, unit or placeholder("đơn vị soạn thảo"))


def number_line(document: Document) -> str:
    """Return ``Số: 05/KH-SGDĐT`` (II.3)."""
    return compose_number_line(document.number, notation(document))


def long_date(date: PartialDate | None) -> str:
    """Return ``ngày 05 tháng 3 năm 2026`` (II.4b), with room to write what is not yet known."""
    return (date or PartialDate(None)).long()


def place_date_line(document: Document) -> str:
    """Return ``Sông Vân, ngày 05 tháng 3 năm 2026`` (II.4); empty for minutes, which have no such line."""
    if not has_place_and_date(document):
        return ""
    return f"{document.issuer.place or placeholder('địa danh')}, {long_date(document.date)}"


def recipient_lines(document: Document) -> tuple[str, ...]:
    """Return the lines of Nơi nhận without dash and end mark (II.9).

    They stand by groups in the order of `RecipientGroup`, inside a group as in the data. Như trên comes first where
    the document has addressees, the archive line last.
    """
    recipients = [_recipient(recipient) for recipient in in_groups(document.recipients)]
    if opens_as_above(document) and not any(_is_as_above(one) for one in document.recipients):
        recipients.insert(0, "Như trên")
    if document.archive is not None:
        recipients.append(archive_line(document.archive))
    return tuple(recipients)


def in_groups(recipients: Sequence[Recipient]) -> list[Recipient]:
    """Return the recipients in the order of print, by groups; one without a group stays behind the one above it."""
    places: list[int] = []
    above = RecipientGroup.SUPERIOR
    for recipient in recipients:
        group = RecipientGroup.AS_ABOVE if _is_as_above(recipient) else recipient.group or above
        places.append(_GROUPS.index(group))
        above = recipient.group or above
    in_order = sorted(range(len(recipients)), key=places.__getitem__)
    return [recipients[place] for place in in_order]


def _recipient(recipient: Recipient) -> str:
    return f"{recipient.name} ({recipient.purpose})" if recipient.purpose else recipient.name


_AS_ABOVE = (fold("Như trên"), fold("Như kính gửi"))


def _is_as_above(recipient: Recipient) -> bool:
    return recipient.group is RecipientGroup.AS_ABOVE or _says_as_above(recipient.name)


@lru_cache(4096)
def _says_as_above(name: str) -> bool:
    """Tell whether a name begins so; an office writes to the same recipients again and again."""
    return fold(name).startswith(_AS_ABOVE)


def archive_line(archive: Archive) -> str:
    """Return ``Lưu: VT, TCCB (2)`` (II.9d)."""
    copies = f" ({archive.copies})" if archive.copies else ""
    return f"Lưu: {', '.join(archive.holders)}{copies}"


def drafter_mark(archive: Archive | None) -> str:
    """Return ``PL.(300)``, the mark after the archive line (III.3); empty when neither part of it is given."""
    if archive is None:
        return ""
    drafter = f"{archive.drafter}." if archive.drafter else ""
    return drafter + (f"({archive.issued})" if archive.issued else "")


def appendix_label(document: Document, position: int) -> str:
    """Return the label of the appendix at a position (from 0): Phụ lục, or Phụ lục I, II … of several (III.1).

    Empty for a document issued with this one, which bears the name of its type instead.
    """
    appendix = document.appendices[position]
    if appendix.document_kind is not None:
        return ""
    if appendix.label is not None:
        return appendix.label
    labelled = [place for place, one in enumerate(document.appendices) if one.document_kind is None]
    return "Phụ lục" if len(labelled) == 1 else f"Phụ lục {roman(labelled.index(position) + 1)}"


def position(document: Document) -> str:
    """Return the position of the signer; minutes are signed by their chair (form 1.9)."""
    default = "Chủ tọa" if isinstance(document, Minutes) else placeholder("chức vụ người ký")
    return document.signature.position or default


def own_values(document: Form) -> dict[str, str | tuple[str, ...]]:
    """Return the fields that only this kind has, as they are printed: a missing one as its mark, or empty if it may be.

    Days stand in words: ngày 05 tháng 01 năm 2027.
    """
    return {name: _own_value(document, name) for name in document.own_fields()}


def _own_value(document: Form, name: str) -> str | tuple[str, ...]:
    value = document.own_value(name)
    if isinstance(value, PartialDate):
        return value.long()
    if value:
        return value if isinstance(value, tuple) else str(value)
    gap = placeholder(own_label(document, name)) if name in document.needed else ""
    if isinstance(value, tuple):
        return (gap,) if gap else ()
    return gap


def appendix_note(document: Document, appendix: Appendix) -> str:
    """Return ``(Kèm theo Kế hoạch số 05/KH-SGDĐT ngày … của …)`` as rich text, or the line of the source (III.1c).

    Empty where the source has no such line.
    """
    if appendix.note is not None:
        return _with_room(appendix.note)
    issuer = document.issuer.name or placeholder("tên cơ quan ban hành")
    return escape(f"(Kèm theo {citation_of(document)} của {issuer})")


def _with_room(note: str) -> str:
    """Return the line of a source with room for the number and the day that it leaves open."""
    note = _OPEN_NUMBER.sub(rf"\1{ROOM_TO_WRITE}", note)
    return _OPEN_DAY.sub(rf"\1{ROOM_TO_WRITE}", note)


def cited_as(document: Document) -> Citation:
    """Return the document as a basis or a text of another one cites it, trích yếu included (II.6a)."""
    number = f"{printed_number(document.number).strip()}/{notation(document)}"
    return Citation(
        type=document.type.name,
        number=number,
        issuer=document.issuer.name or placeholder("tên cơ quan ban hành"),
        date=document.date or PartialDate(None),
        title=_cited_subject(document),
    )


def _cited_subject(document: Document) -> str | None:
    """Return the trích yếu as it stands in a citation: về …, về việc ban hành …; of one that sets rules ban hành …"""
    if document.subject is None:
        return None
    words = " ".join(plain(document.subject).split())
    if not words[1:2].isupper():
        words = words[0].lower() + words[1:]
    if words.startswith("về "):
        return words
    says_what_is_done = TITLE.match(words) is not None
    if says_what_is_done and document.kind not in _ONLY_TELLS:
        return words
    return f"về việc {words}" if says_what_is_done or not document.type.is_titled else f"về {words}"


def short_citation_of(document: Document) -> str:
    """Return how a document is cited once it was cited in full: type and number (II.6b)."""
    return f"{document.type.name} số {printed_number(document.number)}/{notation(document)}"


def citation_of(document: Document) -> str:
    """Return how others cite the document: type, number and date (II.6b)."""
    number = f"số {printed_number(document.number)}/{notation(document)}"
    return f"{document.type.name} {number} {long_date(document.date)}"
