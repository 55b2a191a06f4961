"""A reading as a document: every word finds a field, a block or a finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from generator.diagnostics import Diagnostic, Place, hint, warning
from generator.errors import DataError
from generator.importers.bases import bases_of
from generator.importers.content import ContentImporter, without_end, without_end_mark
from generator.importers.emphasis import Emphasis
from generator.importers.ending import ending_of
from generator.importers.forms import form_of, person_of, without_computed
from generator.importers.heading import heading_of, texts, year_of
from generator.importers.imported import Imported, place, rewritten
from generator.importers.tables import TableImporter
from generator.model.document import Appendix, Document
from generator.model.readiness import has_place_and_date
from generator.model.store import model_of
from generator.model.wording import appendix_label, notation, number_line, place_date_line
from generator.nd30.document_types import document_type, type_by_name
from generator.reading.enclosed import parted
from generator.reading.lines import Passage
from generator.reading.reading import AppendixPart, Reading
from generator.vietnamese.marks import escape
from generator.vietnamese.unicode import fold, words


def document_of(reading: Reading) -> Imported:
    """Return the document of a reading with all findings, those of the reading first.

    Documents behind it that have a frame of their own are read by themselves. DataError when the reading holds no
    words at all.
    """
    if not reading.lines:
        raise DataError("tệp không có chữ nào", where=reading.file)
    first, *others = parted(reading)
    imported, enclosed = _document(first), tuple(map(_document, others))
    notes = map(_enclosed_note, others, (one.document for one in enclosed))
    return replace(imported, diagnostics=(*imported.diagnostics, *notes), enclosed=enclosed)


def _enclosed_note(reading: Reading, document: Document) -> Diagnostic:
    named = document.type.name
    where = place(reading.lines[0].numbers, quote=reading.lines[0].text)
    where = replace(where.in_word if reading.counts_paragraphs else where, file=reading.file)
    message = f"từ đây là văn bản khác có phần đầu riêng ({named}); được đọc thành dữ liệu riêng"
    return warning(message, where, hint="«vanban import» ghi văn bản này vào tệp thứ hai", code="enclosed-document")


def _document(reading: Reading) -> Imported:
    heading, ending = heading_of(reading), ending_of(reading)
    form = form_of(reading, heading.kind.id)
    bases, basis_notes = bases_of(reading.bases)
    tables = TableImporter(is_plan=heading.kind.id == "plan")
    content = ContentImporter(tables, Emphasis(reading.emphasis))
    values: dict[str, Any] = {
        "kind": heading.kind.id,
        **heading.values,
        **form.values,
        **bases,
        "preamble": texts(reading.preamble),
        "sections": content.sections(reading.outline),
        "closing": _closing(reading.closing),
        "recipients": ending.recipients,
        "archive": ending.archive,
        "signature": ending.signature,
        "appendices": tuple(_appendix(part, content) for part in reading.appendices),
        "unplaced": (*(one.text for one in reading.unplaced), *heading.unplaced, *form.unplaced, *ending.unplaced),
    }
    year_notes = _set_plan(values, reading, tables)
    document = without_computed(model_of(heading.kind.id)(**values))
    document = _with_own_labels(_with_own_symbol(document, heading.notation))
    own_notes = (*heading.notes, *form.notes, *person_of(document, reading), *year_notes, *basis_notes)
    notes = (*own_notes, *content.notes, *tables.notes, *ending.notes, *_rewritten_notes(document, reading))
    rows = tuple(tuple(_row_place(row, reading) for row in table) for table in tables.rows)
    return Imported(document, (*reading.diagnostics, *_placed(notes, reading)), rows)


def _placed(notes: Sequence[Diagnostic], reading: Reading) -> tuple[Diagnostic, ...]:
    places = (note.place.in_word if reading.counts_paragraphs else note.place for note in notes)
    return tuple(
        replace(note, place=replace(place, file=reading.file)) for note, place in zip(notes, places, strict=True)
    )


def _row_place(row: Place, reading: Reading) -> Place:
    """Return where a row stands: its first paragraph, of a file with several pages its page, else its line."""
    if reading.counts_paragraphs:
        return replace(row.in_word, part=None)
    is_paged = any(line.page > 1 for line in reading.lines)
    return replace(row, line=None) if is_paged else replace(row, part=None)


def _set_plan(values: dict[str, Any], reading: Reading, tables: TableImporter) -> tuple[Diagnostic, ...]:
    """Set the fields that only a plan has."""
    if values["kind"] != "plan":
        return ()
    values["tasks"], values["layouts"] = tables.tasks, tuple(tables.layouts)
    values["year"], notes = year_of(reading)
    return notes


def _closing(passages: Sequence[Passage]) -> tuple[str, ...]:
    """Return the closing paragraphs; the end mark of the last is set when the document is printed."""
    *before, last = [passage.text for passage in passages] or [""]
    return tuple(escape(text) for text in (*before, without_end_mark(last)) if text)


def _appendix(part: AppendixPart, content: ContentImporter) -> Appendix:
    """Return the appendix; one that has no line "(Kèm theo …)" gets none when it is printed again."""
    kind = type_by_name(part.label.text) if part.label else None
    nodes = without_end(part.content) if kind else part.content
    blocks = content.other_lines(nodes) if part.flattened else content.blocks(nodes)
    return Appendix(
        document_kind=kind.id if kind else None,
        label=part.label.text if part.label and not kind else None,
        title=escape(part.title.text) if part.title else None,
        note=escape(part.note.text) if part.note else "",
        blocks=blocks,
    )


def _with_own_symbol(document: Document, symbol: str | None) -> Document:
    """Return the document with the printed symbol where it is not the one that type and office give."""
    if symbol is None or notation(document) == symbol:
        return document
    return document.model_copy(update={"notation": symbol})


def _with_own_labels(document: Document) -> Document:
    """Return the document without the labels of appendices that it would print by itself."""
    unlabelled = tuple(one.model_copy(update={"label": None}) for one in document.appendices)
    computed = document.model_copy(update={"appendices": unlabelled})
    kept = (
        bare if fold(own.label or "") == fold(appendix_label(computed, position)) else own
        for position, (own, bare) in enumerate(zip(document.appendices, unlabelled, strict=True))
    )
    return document.model_copy(update={"appendices": tuple(kept)})


def _heading(document: Document, place: int) -> str:
    """Return what stands first in an appendix: its label, or the type of a document issued with this one."""
    kind = document.appendices[place].document_kind
    return document_type(kind).name.upper() if kind else appendix_label(document, place)


def _undated_note(passage: Passage) -> Diagnostic:
    message = "thể thức của biên bản không có dòng địa danh, ngày ở đầu; dữ liệu giữ dòng này nhưng không in"
    return hint(message, place(passage.lines, quote=passage.text), code="place-date-not-printed")


def _rewritten_notes(document: Document, reading: Reading) -> Iterator[Diagnostic]:
    """Yield a hint for each line of the form that is printed in other words than in the source."""
    printed: list[tuple[Passage | None, str]] = [
        (reading.head.number_line, number_line(document)),
    ]
    if reading.head.place_date and not has_place_and_date(document):
        yield _undated_note(reading.head.place_date)
    else:
        printed.append((reading.head.place_date, place_date_line(document)))
    printed += [(part.label, _heading(document, place)) for place, part in enumerate(reading.appendices)]
    for passage, text in printed:
        if passage and words(passage.text) != words(text):
            yield rewritten(passage, text)
