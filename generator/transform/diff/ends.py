"""Head, bases, recipients and signature of a document as entries, and its data that are not printed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.basis import LegalBasis
from generator.model.document import Document
from generator.model.ending import Recipient, Signature
from generator.model.forms import Form
from generator.model.organization import Organization
from generator.model.plan import Plan
from generator.model.wording import (
    archive_line,
    drafter_mark,
    in_groups,
    number_line,
    own_values,
    place_date_line,
    position,
    recipient_lines,
)
from generator.transform.diff.change import Part
from generator.transform.diff.entry import Entry, Value, hidden, titled, told
from generator.transform.diff.sameness import same_key
from generator.vietnamese.citations import Citation
from generator.vietnamese.document_names import document_name
from generator.vietnamese.marks import plain
from generator.vietnamese.unicode import fold

_OF_ISSUER = ("professional_parent", "level", "aliases", "head_title")
_OF_DOCUMENT = ("basis_layout", "unplaced")
_OF_PLAN = ("year", "layouts", "derivation")


def head_entry(document: Document) -> Entry:
    """Return what stands above the text: letterhead, kind, subject, addressees, the fields of the form."""
    issuer = document.issuer
    values = [
        Value("Loại văn bản", document.type.name),
        Value(titled(Organization, "parent"), issuer.parent or "", capitals=True),
        Value(titled(Organization, "name"), issuer.name or "", capitals=True),
        Value("Số, ký hiệu", number_line(document)),
        Value("Địa danh, ngày ban hành", place_date_line(document)),
        Value(titled(Document, "subject"), plain(document.subject or ""), look=document.subject or ""),
        Value(titled(Document, "addressees"), "; ".join(document.addressees)),
        Value(titled(Document, "urgency"), document.urgency or "", capitals=True),
        Value(titled(Document, "circulation"), document.circulation or "", capitals=True),
    ]
    if isinstance(document, Form):
        for name, value in own_values(document).items():
            text = "; ".join(value) if isinstance(value, tuple) else value
            values.append(Value(titled(type(document), name), text))
    return Entry(Part.HEAD, "", tuple(values))


def basis_entries(document: Document, *, stored: bool) -> Iterator[Entry]:
    """Yield the legal bases, known by the documents that they cite."""
    for number, basis in enumerate(document.legal_bases, start=1):
        text = plain(basis.printed or "")
        cited = ", ".join(filter(None, map(_identity, basis.citations)))
        values = (Value("", text, look=basis.printed or ""), *(hidden(basis, ("from_superior",)) if stored else ()))
        keys = same_key(text), cited or _named(basis)
        yield Entry(Part.BASIS, f"căn cứ {number}", values, text, keys=keys, facts=_facts(basis))


def _identity(citation: Citation) -> str:
    """Return what tells a cited document from others: number and symbol, of a law its name."""
    known = document_name(citation.type)
    if citation.number and not citation.number.startswith("/"):
        return f"{fold(citation.type)} {fold(citation.number)}"
    return f"{fold(citation.type)} {fold(citation.title)}" if known and known.is_law and citation.title else ""


def _facts(basis: LegalBasis) -> frozenset[str]:
    """Return the numbers and days of the documents that a basis cites, where it gives both of one."""
    cited = [one for one in basis.citations if one.number and one.date and one.date.complete]
    return frozenset(fact for one in cited for fact in (fold(one.number or ""), told(one.date)))


def _named(basis: LegalBasis) -> str | None:
    """Return the file that a basis names, where it was not read."""
    return basis.document


def recipient_entries(document: Document, *, stored: bool) -> Iterator[Entry]:
    """Yield the lines of Nơi nhận in printed order, without the archive line; known by the name of who receives."""
    recipients: list[Recipient | None] = [*in_groups(document.recipients)]
    lines = recipient_lines(document.model_copy(update={"archive": None}))
    if len(lines) > len(recipients):
        recipients.insert(0, None)
    for number, (recipient, line) in enumerate(zip(recipients, lines, strict=True), start=1):
        values = (Value("", line), *(hidden(recipient, ("group", "members")) if stored and recipient else ()))
        name = fold(line.partition(" (")[0])
        yield Entry(Part.RECIPIENT, f"nơi nhận {number}", values, line, keys=(same_key(line), name))


def archive_entry(document: Document) -> Entry:
    """Return the archive line with the mark of the drafter."""
    archive = document.archive
    text = f"{archive_line(archive)} {drafter_mark(archive)}".strip() if archive else ""
    return Entry(Part.ARCHIVE, "", (Value("Lưu", text),))


def signature_entry(document: Document) -> Entry:
    """Return who signs: authority, position, second title, name."""
    signature = document.signature
    values = (
        Value(titled(Signature, "authority"), "; ".join(one.printed for one in signature.authority), capitals=True),
        Value(titled(Signature, "position"), "" if signature.is_acting else position(document), capitals=True),
        Value(titled(Signature, "second_title"), signature.second_title or "", capitals=True),
        Value(titled(Signature, "name"), signature.name or ""),
    )
    return Entry(Part.SIGNATURE, "", values)


def data_entry(document: Document) -> Entry:
    """Return the stored data of the document itself that print nothing of their own."""
    names = (*_OF_DOCUMENT, *(_OF_PLAN if isinstance(document, Plan) else ()))
    values = (*hidden(document.issuer, _OF_ISSUER), *hidden(document, names))
    return Entry(Part.DATA, "", values, printed=False)
