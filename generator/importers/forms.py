"""The fields that only some kinds have, from the lines of their sample forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.diagnostics import Diagnostic, hint, warning
from generator.importers.imported import place, rewritten, unkept
from generator.model.document import Document
from generator.model.forms import FORMS, Contract, Enactment, LeavePermit, Minutes, Telegram, in_whose_name
from generator.reading.form_words import BELOW, CONTRACTS, LISTS, MARKER
from generator.reading.lines import Passage
from generator.reading.reading import FormLine, Reading
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.unicode import fold

_DAYS = frozenset({"valid_until", "applied_on", "from_day", "to_day"})
_GAP = re.compile(r"\[CẦN BỔ SUNG: [^\]]*\]")
_ENDS = " .;,"
_LAST_END = re.compile(r"\s*(?:\./\.|[.;,])+$")
_GATHERINGS = ("Cuộc họp", "Hội nghị", "Hội thảo")
_URGENCIES = ("khẩn", "thượng khẩn", "hỏa tốc")
_ENACTING = {"resolution": "QUYẾT NGHỊ:", "decision": "QUYẾT ĐỊNH:"}
_PARTIES = ("ĐẠI DIỆN BÊN A", "ĐẠI DIỆN BÊN B")
_FIXED_SIGNERS = {"chair": "Chủ tọa", "secretary": "THƯ KÝ"}


@dataclass
class FormFields:
    """The fields of a form, and what is doubtful in them."""

    values: dict[str, Any] = field(default_factory=dict)
    unplaced: list[str] = field(default_factory=list)
    notes: list[Diagnostic] = field(default_factory=list)


def form_of(reading: Reading, kind: str) -> FormFields:
    """Return the fields of a kind that has some of its own; what fits none of them stays as unplaced words."""
    found = FormFields()
    model = FORMS.get(kind)
    names = {*model.own_fields(), "addressees", MARKER, BELOW} if model else set()
    for line in reading.form:
        if line.field and line.field not in names:
            found.unplaced.append(line.passage.text)
            found.notes.append(_foreign(line))
        else:
            _take(line, found)
    found.values = {name: tuple(value) if name in LISTS else value for name, value in found.values.items()}
    if reading.urgency:
        found.values["urgency"] = next(one for one in _URGENCIES if fold(one) == fold(reading.urgency.text))
    _set_enactment(reading, kind, found)
    _set_secretary(reading, kind, found)
    _set_parties(reading, kind, found)
    return found


def _foreign(line: FormLine) -> Diagnostic:
    message = "dòng này không thuộc mẫu của loại văn bản; giữ nguyên văn ở phần chưa xếp được"
    return unkept(message, line.passage.text, line.passage.lines, "form-line")


def _take(line: FormLine, found: FormFields) -> None:
    """Take the words of a line into its field; a list gets an entry."""
    if not line.printed:
        found.notes.append(_printed_anew(line.passage))
    text = _LAST_END.sub("", line.text).strip(_ENDS)
    if _GAP.fullmatch(text):
        found.notes.append(_gap(line.passage))
        return
    if line.field in ("", MARKER, BELOW) or not text:
        return
    if line.field in LISTS:
        found.values.setdefault(line.field, []).append(text)
    elif line.field in _DAYS:
        _set_day(line, text, found)
    elif line.field == "gathering":
        found.values["gathering"] = next((one for one in _GATHERINGS if fold(one) == fold(text)), _GATHERINGS[0])
    else:
        found.values[line.field] = text


def _printed_anew(passage: Passage) -> Diagnostic:
    where = place(passage.lines, quote=passage.text)
    return hint("dòng này được in lại theo lời của mẫu", where, code="rewritten")


def _gap(passage: Passage) -> Diagnostic:
    where = place(passage.lines, quote=passage.text)
    return warning("chỗ còn thiếu của bản dự thảo; hãy bổ sung vào dữ liệu", where, code="gap")


def _set_day(line: FormLine, text: str, found: FormFields) -> None:
    try:
        found.values[line.field] = PartialDate.parse(text)
    except ValueError as fault:
        found.unplaced.append(line.passage.text)
        found.notes.append(unkept(f"không hiểu ngày: {fault}", line.passage.text, line.passage.lines, "date-unknown"))


def _set_enactment(reading: Reading, kind: str, found: FormFields) -> None:
    """Set who enacts; in another kind the lines stay as unplaced words."""
    lines = [one for one in reading.enacted_by if not _GAP.fullmatch(one.text)]
    words = _ENACTING.get(kind)
    if words is None:
        for one in (*lines, *([reading.enacting] if reading.enacting else [])):
            found.unplaced.append(one.text)
            found.notes.append(_foreign(FormLine("", "", one)))
        return
    if lines:
        found.values["enacted_by"] = " ".join(one.text for one in lines)
    if reading.enacting and reading.enacting.text != words:
        found.notes.append(rewritten(reading.enacting, words))


def _set_secretary(reading: Reading, kind: str, found: FormFields) -> None:
    """Set the name of the secretary, whose title the form prints; in another kind both stay as unplaced words."""
    block = reading.secretary
    if block is None:
        return
    if kind != "minutes":
        for one in filter(None, (block.position, block.name)):
            found.unplaced.append(one.text)
            found.notes.append(_foreign(FormLine("", "", one)))
        return
    if block.name:
        found.values["secretary_name"] = block.name.text
    if block.position and block.position.text != _FIXED_SIGNERS["secretary"]:
        found.notes.append(rewritten(block.position, _FIXED_SIGNERS["secretary"]))


def _set_parties(reading: Reading, kind: str, found: FormFields) -> None:
    """Set who signs a contract for Bên B; in another kind the lines of both parties stay as unplaced words."""
    block = reading.counterparty
    if block is None:
        return
    parties = [one for one in (reading.signature.party, block.party) if one]
    if kind not in CONTRACTS:
        for one in filter(None, (*parties, *block.authority, block.position, block.name)):
            found.unplaced.append(one.text)
            found.notes.append(_foreign(FormLine("", "", one)))
        return
    signing = {
        "party_b_authority": " ".join(one.text for one in block.authority),
        "party_b_position": block.position.text if block.position else "",
        "party_b_signer": block.name.text if block.name else "",
    }
    found.values |= {name: text for name, text in signing.items() if text}
    for one, words in zip(parties, _PARTIES, strict=True):
        if one.text != words:
            found.notes.append(rewritten(one, words))


def without_computed(document: Document) -> Document:
    """Return the document without the words that print composes again from its other fields."""
    return document.model_copy(update=dict(_computed(document)))


def _computed(document: Document) -> Iterator[tuple[str, Any]]:
    if isinstance(document, Enactment):
        bare = document.model_copy(update={"enacted_by": None})
        if _are_alike(document.enacted_by, str(bare.own_value("enacted_by") or "")):
            yield "enacted_by", None
    if isinstance(document, Contract) and _are_alike(document.party_a, document.issuer.name):
        yield "party_a", None
    if isinstance(document, Telegram) and _are_alike(document.sender, in_whose_name(document)):
        yield "sender", None
    if isinstance(document, Minutes) and _are_alike(document.signature.position, _FIXED_SIGNERS["chair"]):
        yield "signature", document.signature.model_copy(update={"position": None})


def _are_alike(own: str | None, computed: str | None) -> bool:
    return own is not None and computed is not None and fold(own) == fold(computed)


def person_of(document: Document, reading: Reading) -> Iterable[Diagnostic]:
    """Yield a hint where the application for leave names another person than the permit."""
    if not isinstance(document, LeavePermit) or document.person is None:
        return
    for line in reading.form:
        named = line.passage.text.partition(" của ")[2].rstrip(_ENDS)
        if line.field == "applied_on" and named and not fold(named).endswith(fold(document.person)):
            yield rewritten(line.passage, f"… của ông (bà) {document.person},")
