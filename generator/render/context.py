"""What a template can print of a document: the model's own field names, as plain texts, lines and lists.

Every value is there: a missing one as its visible ``[CẦN BỔ SUNG: …]``, a conditional one as an empty text or list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model import wording
from generator.model.base import join_rich
from generator.model.basis import BasisLayout, LegalBasis
from generator.model.document import Appendix, Document, owner_of
from generator.model.forms import Form, Invitation
from generator.model.layout import TableLayout
from generator.model.plan import Plan
from generator.model.readiness import (
    has_subject,
    lacks_archive,
    lacks_content,
    lacks_recipients,
    needs_addressees,
    needs_parent,
    placeholder,
)
from generator.nd30.document_types import document_type
from generator.nd30.notation import printed_number
from generator.render.lines import BodyLine, BodyWriter, paragraphs, with_end_mark
from generator.render.rich_text import listed, plain_content_end, rich_listed, rich_without_end

_PEOPLES_BODY = re.compile(
    r"^([uủ][yỷ] ban nhân dân|hội đồng nhân dân)\s+"
    r"(?=(?:tỉnh|thành phố|xã|phường|đặc khu|huyện|quận|thị xã|thị trấn)\b)",
    re.IGNORECASE,
)
"""What stands on a line of its own above the name of the unit: ỦY BAN NHÂN DÂN, then XÃ … (usage, not regulated)."""

_IN_CAPITALS = ("enacted_by", "party_b_authority", "party_b_position")
"""Fields of forms that stand as the authority and the title of a signer do (II.7đ)."""

Layouts = Mapping[str, TableLayout]


@dataclass(frozen=True)
class AppendixLines:
    """An appendix, or a document issued with this one, ready for print."""

    type_name: str
    label: str
    title: str
    note: str
    landscape: bool
    lines: tuple[BodyLine, ...]


def context(document: Document, layouts: Layouts) -> dict[str, Any]:
    """Return the values for the template; lines are still rich text, tables still grids."""
    content = _content(document, layouts)
    return {
        **_letterhead(document),
        **_heading(document),
        **_own(document, ends=any(content.values())),
        "legal_bases": basis_lines(document),
        **content,
        **_ending(document),
        "appendices": tuple(_appendix(document, position, layouts) for position in range(len(document.appendices))),
        **({"year": document.year or placeholder("năm kế hoạch")} if isinstance(document, Plan) else {}),
    }


def with_own_layouts(layouts: Layouts, document: Document) -> Layouts:
    """Return the layouts, those of a plan's own in the place of others of their name."""
    own = document.layouts if isinstance(document, Plan) else ()
    return {**layouts, **{layout.id: layout for layout in own}} if own else layouts


def _letterhead(document: Document) -> dict[str, Any]:
    issuer = document.issuer
    name = issuer.name or placeholder("tên cơ quan ban hành")
    parent = issuer.parent
    if parent is None and needs_parent(issuer.name):
        parent = placeholder("tên cơ quan chủ quản")
    return {
        "issuer": {
            "parent": _capitals(parent or ""),
            "name": _capitals(_PEOPLES_BODY.sub(r"\1\n", name)),
            "written_name": name,
            "place": issuer.place or placeholder("địa danh"),
            "symbol": issuer.symbol or placeholder("chữ viết tắt tên cơ quan"),
        },
        "number": printed_number(document.number),
        "notation": wording.notation(document),
        "date": wording.long_date(document.date),
        "place_date": wording.place_date_line(document),
        "urgency": (document.urgency or "").upper(),
        "circulation": (document.circulation or "").upper(),
    }


def _heading(document: Document) -> dict[str, Any]:
    addressees = list(document.addressees)
    if needs_addressees(document) and not addressees:
        addressees = [placeholder("nơi kính gửi")]
    return {
        "type_name": document.type.name.upper() if document.type.is_titled else "",
        "subject": document.subject or (placeholder("trích yếu nội dung") if has_subject(document) else ""),
        "addressees": listed(addressees) if len(addressees) > 1 else addressees,
    }


def _own(document: Document, *, ends: bool) -> dict[str, Any]:
    """Return the fields that only this kind has.

    Lists stand as list items; a giấy mời that says no more ends behind its place.
    """
    if not isinstance(document, Form):
        return {}
    values = {
        name: listed(list(value)) if isinstance(value, tuple) else value
        for name, value in wording.own_values(document).items()
    }
    values |= {name: _capitals(str(values[name])) for name in _IN_CAPITALS if name in values}
    if isinstance(document, Invitation):
        values = {name: _sentence(str(value)) for name, value in values.items()}
        values["venue"] = str(values["venue"]) if ends else plain_content_end(str(values["venue"]))
    return values


def _sentence(text: str) -> str:
    """Return a text ended by a full stop; one that is empty stays so."""
    return listed([text])[0] if text else ""


def basis_lines(document: Document) -> tuple[BodyLine, ...]:
    """Return a line for each legal basis, ended by ``;`` and the last by ``.`` (II.6a); none when they run inline."""
    if document.basis_layout is BasisLayout.INLINE:
        return ()
    return paragraphs("basis", rich_listed(_basis_texts(document)))


def preamble_lines(document: Document) -> tuple[BodyLine, ...]:
    """Return the paragraphs before the first section; inline bases open the first of them."""
    texts = list(document.preamble)
    if document.basis_layout is BasisLayout.INLINE and document.legal_bases:
        bases = join_rich(map(rich_without_end, _basis_texts(document)), "; ")
        texts = [join_rich((bases, texts[0]), ", "), *texts[1:]] if texts else [f"{bases}."]
    return paragraphs("paragraph", texts)


def _basis_texts(document: Document) -> list[str]:
    return [basis.printed or _unknown_basis(basis) for basis in document.legal_bases]


def _unknown_basis(basis: LegalBasis) -> str:
    return join_rich(text for text in (basis.lead, placeholder("nội dung căn cứ")) if text)


def _content(document: Document, layouts: Layouts) -> dict[str, tuple[BodyLine, ...]]:
    """Return the lines of preamble, body and closing; the last of all of them bears the end mark."""
    content = {
        "preamble": preamble_lines(document),
        "body": tuple(BodyWriter(document, layouts).lines(document.sections)),
        "closing": paragraphs("paragraph", document.closing),
    }
    if lacks_content(document):
        content["body"] += paragraphs("paragraph", [placeholder("nội dung văn bản")])
    if isinstance(document, Form) and document.ends_itself:
        return content
    for name in ("closing", "body", "preamble"):
        if content[name]:
            return {**content, name: with_end_mark(content[name])}
    return content


def _ending(document: Document) -> dict[str, Any]:
    lines = list(wording.recipient_lines(document))
    if lacks_recipients(document):
        lines.insert(0, placeholder("nơi nhận"))
    if lacks_archive(document):
        lines.append(f"Lưu: {placeholder('nơi lưu')}")
    signature = document.signature
    lines_above = [authority.printed for authority in signature.authority]
    position = _capitals(wording.position(document))
    if signature.is_acting:
        position = lines_above.pop()
    return {
        "recipients": _with_drafter(listed(lines), wording.drafter_mark(document.archive)),
        "signature": {
            "authority": lines_above,
            "position": position,
            "second_title": signature.second_title or "",
            "name": signature.name or placeholder("họ và tên người ký"),
        },
    }


def _appendix(document: Document, position: int, layouts: Layouts) -> AppendixLines:
    appendix = document.appendices[position]
    owner = owner_of(appendix, document)
    lines = tuple(BodyWriter(owner, with_own_layouts(layouts, owner)).lines(appendix.blocks))
    if appendix.document_kind is not None:
        lines = with_end_mark(lines)
    return AppendixLines(
        type_name=document_type(appendix.document_kind).name.upper() if appendix.document_kind else "",
        label=wording.appendix_label(document, position),
        title=appendix.title or placeholder("tên phụ lục"),
        note=wording.appendix_note(document, appendix),
        landscape=_landscape(appendix, lines),
        lines=lines,
    )


def _landscape(appendix: Appendix, lines: Iterable[BodyLine]) -> bool:
    if appendix.orientation is not None:
        return appendix.orientation == "landscape"
    return any(line.table is not None and line.table.landscape for line in lines)


def _capitals(text: str) -> str:
    """Return the text in capitals; the mark of a missing field stays readable."""
    return text if text.startswith("[CẦN BỔ SUNG") else text.upper()


def _with_drafter(lines: list[str], mark: str) -> list[str]:
    return [*lines[:-1], f"{lines[-1]} {mark}"] if mark and lines else lines
