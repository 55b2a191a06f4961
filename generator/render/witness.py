"""The witness of the data: all that a document has to print is offered to the template, and as often as there.

It walks the document once more, by a way of its own, before anything is printed. What it misses was lost or altered by
this program and never by a template, so nothing is written; what a template then leaves out is told by `coverage`, and
`proof` holds the file against what the template printed. Words are held, not bold and italic; where the filling puts
line breaks or room to write between words, blanks do not count. Not printed by design are the fields that
``tests/render/test_witness.py`` lists.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.model.basis import BasisLayout, LegalBasis
from generator.model.document import Appendix, Document, owner_of
from generator.model.ending import Archive, Recipient
from generator.model.forms import Form, Invitation, Minutes
from generator.model.layout import TableLayout
from generator.model.plan import Plan
from generator.model.readiness import (
    has_place_and_date,
    has_subject,
    lacks_archive,
    lacks_content,
    lacks_recipients,
    needs_addressees,
    needs_parent,
    own_label,
    placeholder,
)
from generator.model.wording import recipient_lines
from generator.nd30.document_types import document_type
from generator.nd30.notation import compose_notation, printed_number
from generator.render.held import entries, hold, hold_words, words_of
from generator.render.witness_lines import Line, Witness
from generator.vietnamese.citations import compose
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.roman import roman

Values = Mapping[str, Any]


def hold_offered(document: Document, values: Values, layouts: Mapping[str, TableLayout]) -> None:
    """Hold the values offered to a template against their document.

    Raises ProofError for the first field of which a text, a line, a cell or an appendix is missing, altered, doubled
    or moved.
    """
    _letterhead(document, values)
    _heading(document, values)
    _own(document, values)
    _content(document, values, layouts)
    _recipients(document, values["recipients"])
    _signature(document, values["signature"])
    _appendices(document, values["appendices"], layouts)


def _hold_capitals(field: str, found: str, wanted: str) -> None:
    """Hold a text that is printed in capitals; the mark of a missing one is not."""
    hold_words(field, found.upper(), wanted.upper())


def _or_gap(text: str | None, label: str) -> str:
    return text or placeholder(label)


def _letterhead(document: Document, values: Values) -> None:
    issuer, found = document.issuer, values["issuer"]
    place, date = _or_gap(issuer.place, "địa danh"), (document.date or PartialDate(None)).long()
    parent = "" if issuer.parent is None and not needs_parent(issuer.name) else "tên cơ quan chủ quản"
    _hold_capitals("issuer.parent", found["parent"], _or_gap(issuer.parent, parent) if parent else "")
    _hold_capitals("issuer.name", found["name"], _or_gap(issuer.name, "tên cơ quan ban hành"))
    hold("issuer.written_name", found["written_name"], _or_gap(issuer.name, "tên cơ quan ban hành"))
    hold("issuer.place", found["place"], place)
    hold("issuer.symbol", found["symbol"], _symbol(document))
    hold("number", values["number"], printed_number(document.number))
    hold("notation", values["notation"], _notation(document))
    hold("date", values["date"], date)
    hold_words("place_date", values["place_date"], f"{place}, {date}" if has_place_and_date(document) else "")
    hold("urgency", values["urgency"], (document.urgency or "").upper())
    hold("circulation", values["circulation"], (document.circulation or "").upper())


def _symbol(document: Document) -> str:
    return _or_gap(document.issuer.symbol, "chữ viết tắt tên cơ quan")


def _notation(document: Document) -> str:
    """Return what stands behind the number (II.3b)."""
    if document.notation is not None:
        return document.notation
    code, holders = document.type.code, document.archive.holders if document.archive else ()
    unit = holders[-1] if len(holders) > 1 else placeholder("đơn vị soạn thảo")
    return compose_notation(code, _symbol(document), None if code else unit)


def _heading(document: Document, values: Values) -> None:
    kind, addressees = document.type, [*document.addressees]
    if needs_addressees(document) and not addressees:
        addressees = [placeholder("nơi kính gửi")]
    hold("kind", values["type_name"], kind.name.upper() if kind.is_titled else "")
    subject = document.subject or (placeholder("trích yếu nội dung") if has_subject(document) else "")
    hold_words("subject", words_of(values["subject"]), words_of(subject))
    hold("addressees", [*values["addressees"]], entries(addressees) if len(addressees) > 1 else addressees)
    if isinstance(document, Plan):
        hold("year", values["year"], document.year or placeholder("năm kế hoạch"))


def _own(document: Document, values: Values) -> None:
    """Hold the fields that only this kind has; one that is missing stands as its mark, or as nothing."""
    if not isinstance(document, Form):
        return
    for name in document.own_fields():
        source, found = document.own_value(name), values[name]
        gap = placeholder(own_label(document, name)) if name in document.needed else ""
        if isinstance(source, tuple):
            hold(name, [*found], entries([*source] or [gap] * bool(gap)))
        elif source is None and not isinstance(document, Invitation):
            hold(name, found, gap)
        elif isinstance(source, PartialDate):
            hold(name, found, source.long())
        elif isinstance(document, Invitation):
            sentence = entries([str(source or gap)])[0] if source or gap else ""
            hold(name, found in (sentence, f"{sentence}/."), True)
        else:
            _hold_capitals(name, found, str(source))


# ---- The content -----------------------------------------------------------------------------------------------------


def _content(document: Document, values: Values, layouts: Mapping[str, TableLayout]) -> None:
    """Hold bases, preamble, body and closing: a quick look first, and a careful one at what differs."""
    if not any(part.differs(values[name]) for name, part in _parts(document, layouts, careful=False).items()):
        return
    for name, part in _parts(document, layouts, careful=True).items():
        hold(name, part.differs(values[name]), False)


def _parts(document: Document, layouts: Mapping[str, TableLayout], *, careful: bool) -> dict[str, Witness]:
    """Return witnesses of the parts of the content; the last of them that has anything ends with ``./.``."""
    made = {
        name: Witness(document, layouts, careful=careful) for name in ("legal_bases", "preamble", "body", "closing")
    }
    bases, preamble = entries([_basis(basis) for basis in document.legal_bases]), [*map(words_of, document.preamble)]
    if document.basis_layout is BasisLayout.INLINE and bases:
        before = " ".join(bases)
        preamble = [f"{before[:-1]}, {preamble[0]}", *preamble[1:]] if preamble else [before]
        bases = []
    for name, texts in (("legal_bases", bases), ("preamble", preamble)):
        for text in texts:
            made[name].words(text)
    made["body"].blocks(document.sections)
    if lacks_content(document):
        made["body"].words(placeholder("nội dung văn bản"))
    made["closing"].texts(document.closing)
    if not (isinstance(document, Form) and document.ends_itself):
        next(part for name, part in reversed(made.items()) if part or name == "preamble").end()
    return made


def _basis(basis: LegalBasis) -> str:
    """Return the words of a basis without its end mark (II.6a)."""
    if basis.citation is not None:
        return f"{words_of(basis.lead or 'Căn cứ')} {compose(basis.citation)}"
    text = placeholder("nội dung căn cứ") if basis.text is None else words_of(basis.text)
    return f"{words_of(basis.lead)} {text}" if basis.lead else text


# ---- The end ---------------------------------------------------------------------------------------------------------


def _recipients(document: Document, found: Sequence[str]) -> None:
    """Hold Nơi nhận: its lines are those of the data, and Như trên; their order is that of `recipient_lines`."""
    archive = document.archive
    lines = [*recipient_lines(document)]
    own = [*map(_recipient, document.recipients), *([_archive(archive)] if archive else [])]
    hold("recipients", sorted(lines) in (sorted(own), sorted([*own, "Như trên"])), True)
    if lacks_recipients(document):
        lines.insert(0, placeholder("nơi nhận"))
    if lacks_archive(document):
        lines.append(f"Lưu: {placeholder('nơi lưu')}")
    wanted = entries(lines)
    if archive and (archive.drafter or archive.issued):
        drafter, issued = archive.drafter and f"{archive.drafter}.", archive.issued and f"({archive.issued})"
        wanted[-1] += f" {drafter or ''}{issued or ''}"
    hold("recipients", [*found], wanted)


def _recipient(recipient: Recipient) -> str:
    return recipient.name + (f" ({recipient.purpose})" if recipient.purpose else "")


def _archive(archive: Archive) -> str:
    return f"Lưu: {', '.join(archive.holders)}" + (f" ({archive.copies})" if archive.copies else "")


def _signature(document: Document, found: Values) -> None:
    """Hold who signs; Q. with the title of an acting head stands for the position."""
    source = document.signature
    lines = [f"{one.code.value} {one.of}" for one in source.authority]
    if not source.is_acting:
        default = "Chủ tọa" if isinstance(document, Minutes) else placeholder("chức vụ người ký")
        lines.append(source.position or default)
    offered = [*found["authority"], found["position"]]
    hold("signature.authority", len(offered), len(lines))
    for printed, wanted in zip(offered, lines, strict=True):
        _hold_capitals("signature.authority", printed, wanted)
    hold("signature.second_title", found["second_title"], source.second_title or "")
    hold("signature.name", found["name"], _or_gap(source.name, "họ và tên người ký"))


# ---- The appendices --------------------------------------------------------------------------------------------------


def _appendices(document: Document, found: Sequence[Line], layouts: Mapping[str, TableLayout]) -> None:
    hold("appendices", len(found), len(document.appendices))
    number, labelled = 0, sum(one.document_kind is None for one in document.appendices)
    for source, printed in zip(document.appendices, found, strict=True):
        number += source.document_kind is None
        computed = f"Phụ lục {roman(number)}" if labelled > 1 and number else "Phụ lục"
        issued = document_type(source.document_kind).name.upper() if source.document_kind else ""
        hold("appendices.document_kind", printed["type_name"], issued)
        hold("appendices.label", printed["label"], "" if source.document_kind else source.label or computed)
        title, note = _or_gap(source.title, "tên phụ lục"), _cited(document) if source.note is None else source.note
        hold_words("appendices.title", words_of(printed["title"]), words_of(title))
        hold_words("appendices.note", words_of(printed["note"]), note if source.note is None else words_of(note))
        if _lines_differ(document, source, printed["lines"], layouts, careful=False):
            differ = _lines_differ(document, source, printed["lines"], layouts, careful=True)
            hold("appendices.blocks", differ, False)


def _lines_differ(
    document: Document, source: Appendix, found: Sequence[Line], layouts: Mapping[str, TableLayout], *, careful: bool
) -> bool:
    owner = owner_of(source, document)
    own = {one.id: one for one in owner.layouts} if isinstance(owner, Plan) else {}
    witness = Witness(owner, {**layouts, **own}, careful=careful)
    witness.blocks(source.blocks)
    if source.document_kind is not None:
        witness.end()
    return witness.differs(found)


def _cited(document: Document) -> str:
    """Return the line below the name of an appendix (III.1c)."""
    number = f"{printed_number(document.number)}/{_notation(document)}"
    date = (document.date or PartialDate(None)).long()
    name = _or_gap(document.issuer.name, "tên cơ quan ban hành")
    return f"(Kèm theo {document.type.name} số {number} {date} của {name})"
