"""Logical lines in, components out: the step that every format reader shares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.diagnostics import Diagnostic, hint, warning
from generator.reading import cues
from generator.reading.appendices import appendices_of, appendix_starts, attached_starts, typed_starts
from generator.reading.bases import bases_of, preamble_of
from generator.reading.column_words import opens_lost_table
from generator.reading.ending import ending_of, signature_start
from generator.reading.forms import FormFound, closing_words, form_of
from generator.reading.head import head_of, is_bare_form
from generator.reading.labels import labels_of
from generator.reading.lines import Line, Passage, place_of
from generator.reading.outline import outline_of
from generator.reading.reading import Bases, Reading
from generator.reading.slips import named_type
from generator.vietnamese.unicode import fold, words

_URGENCIES = frozenset(map(fold, ("khẩn", "thượng khẩn", "hỏa tốc")))


@dataclass(frozen=True)
class _Parts:
    """The lines cut into head and content, ending, appendices."""

    content: Sequence[Line]
    ending: Sequence[Line]
    appendices: Sequence[Line]


def recognise(lines: Sequence[Line], file: str, diagnostics: Sequence[Diagnostic] = ()) -> Reading:
    """Return the components of a document from its logical lines; never fails, whatever the lines hold.

    `diagnostics` are those of the format reader; they come first.
    """
    parts = _cut(lines)
    found = head_of(parts.content)
    kind = _kind_of(found.head.type_name)
    form = form_of(kind, parts.content[found.length :])
    bases, preamble, rest = _opening(form, found.head.type_name)
    rest, closing = _closing(rest)
    outline, outline_notes = outline_of(rest)
    ending = ending_of(parts.ending)
    appendices, appendix_notes = appendices_of(parts.appendices)
    below, left = closing_words(kind, ending.unplaced)
    urgency, unplaced = _urgency((*found.unplaced, *left))
    own_notes = (*_heading_notes(parts.ending), *_table_notes(rest), *outline_notes, *appendix_notes)
    notes = (*diagnostics, *own_notes, *map(_unplaced_note, unplaced))
    return Reading(
        file=file,
        lines=tuple(lines),
        head=found.head,
        addressees=tuple(found.addressees),
        bases=bases,
        urgency=urgency,
        enacted_by=tuple(found.authority),
        enacting=form.enacting,
        form=(*form.lines, *below),
        preamble=preamble,
        outline=outline,
        closing=closing,
        recipients=tuple(ending.recipients),
        archive=ending.archive,
        signature=ending.signature,
        secretary=ending.secretary,
        counterparty=ending.counterparty,
        appendices=appendices,
        unplaced=unplaced,
        diagnostics=tuple(replace(note, place=replace(note.place, file=file)) for note in notes),
    )


def _kind_of(title: Passage | None) -> str | None:
    kind = named_type(title.text) if title else None
    return kind.id if kind else None


def _urgency(unplaced: Sequence[Passage]) -> tuple[Passage | None, tuple[Passage, ...]]:
    """Return the urgency mark, and the other words without a place."""
    mark = next((one for one in unplaced if fold(one.text) in _URGENCIES), None)
    return mark, tuple(one for one in unplaced if one is not mark)


def _opening(form: FormFound, title: Passage | None) -> tuple[Bases, tuple[Passage, ...], Sequence[Line]]:
    """Return the bases, the preamble, and the lines below them.

    Preamble is what stands above the word that enacts, or above the parties of a contract.
    """
    if form.opening is not None:
        bases, running, length = bases_of(form.opening)
        return bases, (*running, *map(Passage.of, form.opening[length:])), form.content
    lines = form.content
    bases, preamble, length = bases_of([] if title and is_bare_form(title.text) else lines)
    rest = lines[length:]
    if preamble:
        return bases, tuple(preamble), rest
    found, length = preamble_of(rest)
    return bases, tuple(found), rest[length:]


def _heading_notes(lines: Sequence[Line]) -> Iterator[Diagnostic]:
    """Yield a hint for a heading of the recipients that a scan spelt otherwise, or capitals."""
    for line in lines:
        if cues.is_recipients_heading(line.text) and words(line.text) != ["Nơi", "nhận"]:
            message = "dòng này được in lại theo quy định"
            yield hint(message, place_of(line, whole=True), expected="«Nơi nhận:»", code="rewritten")


def _table_notes(lines: Sequence[Line]) -> Iterator[Diagnostic]:
    """Yield a warning for each table in the body of which only the lines of its cells are left."""
    for line in lines:
        if not line.cells and opens_lost_table(line.text):
            message = "bảng chỉ còn là các dòng chữ rời của từng ô; mọi dòng được giữ nguyên theo thứ tự"
            advice = "hãy nhập bảng từ tệp Word hoặc Excel gốc"
            yield warning(message, place_of(line, "bảng"), hint=advice, code="flattened-table")


def _unplaced_note(passage: Passage) -> Diagnostic:
    message = "không nhận ra đoạn này là thành phần nào của văn bản"
    advice = "văn bản của Đảng trình bày theo quy định riêng, không theo Nghị định 30/2020/NĐ-CP"
    reason = advice if cues.is_party_name(passage.text) else None
    return warning(message, place_of(passage, whole=True), hint=reason, code="unplaced")


def _cut(lines: Sequence[Line]) -> _Parts:
    """Return the parts; appendices are looked for behind the ending, or anywhere where there is no ending."""
    ending = _ending_start(lines)
    starts = appendix_starts(lines)
    if ending is not None:
        starts = sorted({*starts, *attached_starts(lines), *typed_starts(lines)})
    appendices = next((place for place in starts if place >= (ending or 1)), len(lines))
    if ending is None:
        return _Parts(lines[:appendices], (), lines[appendices:])
    return _Parts(lines[:ending], lines[ending:appendices], lines[appendices:])


def _ending_start(lines: Sequence[Line]) -> int | None:
    """Return where Nơi nhận or the signature begins, whichever comes first; None when there is neither."""
    heading = next((place for place, line in enumerate(lines) if cues.is_recipients_heading(line.text)), None)
    closed = next((place for place, line in enumerate(lines) if cues.ends_document(line.text)), None)
    limit = len(lines) if heading is None else heading
    if closed is not None and closed + 1 <= limit and _signs(lines[closed + 1 : limit]):
        return closed + 1
    if heading is not None:
        return signature_start(lines, heading)
    end = next((place for place in appendix_starts(lines) if place), len(lines))
    start = signature_start(lines, end)
    return start if 0 < start < end else None


def _signs(lines: Sequence[Line]) -> bool:
    """Tell whether the lines between the end mark and Nơi nhận, or the end, begin with a signature."""
    if not lines or lines[0].cells:
        return False
    first = lines[0].text
    return cues.is_authority(first) or (
        cues.is_capitals(first) and not cues.appendix_label(first) and not labels_of(first)
    )


def _closing(lines: Sequence[Line]) -> tuple[Sequence[Line], tuple[Passage, ...]]:
    """Return the content without its closing paragraphs, and these: from "Trên đây là" on, or the one with ./."""
    labelled = (place for place in range(len(lines) - 1, -1, -1) if lines[place].cells or labels_of(lines[place].text))
    unlabelled = range(next(labelled, -1) + 1, len(lines))
    start = next((place for place in unlabelled if lines[place].text.startswith("Trên đây là ")), None)
    if start is None and len(unlabelled) and len(lines) > 1 and cues.ends_document(lines[-1].text):
        start = len(lines) - 1
    if start is None:
        return lines, ()
    return lines[:start], tuple(Passage.of(line) for line in lines[start:])
