"""A Word file of ours as data again: what it carries, with what was edited in Word since."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from generator.cli.files.own_word import embedded_sources, provenance_of
from generator.cli.template.chosen import office_folder
from generator.diagnostics import Diagnostic, Place, hint, warning
from generator.errors import GeneratorError
from generator.files import content_name, read_bytes
from generator.importers.composed_notes import ComposedNote
from generator.importers.edited import renumbered, with_edits
from generator.importers.imported import Imported
from generator.importers.registry import import_document
from generator.model.blocks import Picture
from generator.model.document import Document
from generator.model.references import Sourced
from generator.model.wording import number_line, place_date_line
from generator.ooxml.formatting.values import FormattedDocument, Part
from generator.reading.word import edits_of, read_word, typed_paragraphs
from generator.render.compiled import CompiledTemplate, compile_template
from generator.render.provenance import Provenance
from generator.render.render import render
from generator.templates.catalog import layouts, template_for
from generator.vietnamese.unicode import words

_STAND_IN: Final = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63f80f0001010100b138f614"
    "0000000049454e44ae426082"
)
"""A picture of one dot: for the words it counts where a picture is, not what it shows."""
_BESIDE: Final = frozenset({Part.FOOTNOTE, Part.ENDNOTE})
"""Parts that no template of ours has, and that the hash of the text leaves out."""
_GAP: Final = re.compile(r"\[CẦN BỔ SUNG: [^\]]*\]")
_MOST_NAMED: Final = 12


def read_back(path: Path, template: Path | None = None) -> Imported | None:
    """Return the data that a Word file of ours carries, what was edited since taken from its words.

    Each edit is a warning that quotes it. ``template`` is the one that the file was made with, where it is none of
    ours. None for a file of others; data that are not there or were altered are not used, which a diagnostic says.
    """
    provenance = provenance_of(path)
    if provenance is None:
        return None
    if doubt := _doubt(provenance, Place(file=str(path))):
        return _as_any_other(path, doubt)
    source = embedded_sources(provenance, str(path))
    now = read_word(read_bytes(path), str(path), as_typed=True).formatted
    if provenance.edited is False and not any(one.part in _BESIDE and one.text.strip() for one in now.paragraphs):
        return Imported(source.document)
    made = compile_template(read_bytes(template or template_for(source.document.kind, office_folder())))
    return _with_edits(source, made, path, now)


def _doubt(provenance: Provenance, place: Place) -> Diagnostic | None:
    """Return why the data in a file are not used."""
    if provenance.embedded is None:
        return hint("tệp không mang theo dữ liệu: đọc như tệp Word khác", place, code="no-data")
    if not provenance.is_trusted:
        message = "dữ liệu nằm trong tệp không còn đúng như lúc tạo (khác mã băm): không dùng, đọc như tệp Word khác"
        return warning(message, place, code="altered-data")
    return None


def _as_any_other(path: Path, *notes: Diagnostic) -> Imported:
    imported = import_document(read_bytes(path), _content_path(path))
    return replace(imported, diagnostics=(*notes, *imported.diagnostics))


def _content_path(path: Path) -> str:
    """Return the path under which a kept copy is read: the suffix tells what it is."""
    return str(path.with_name(content_name(path)))


def _with_edits(source: Sourced, template: CompiledTemplate, path: Path, now: FormattedDocument) -> Imported:
    """Return the document with the edits; the reading of the file alone when the two cannot be put together."""
    name, document = _content_path(path), source.document
    try:
        data = _rendered(source, template)
        before, after = import_document(data, name), import_document(read_bytes(path), name)
        merged = with_edits(document, before.document, after.document)
        edits = edits_of(read_word(data, name).formatted, now, name)
        unknown = set(after.diagnostics) - set(before.diagnostics)
        notes = tuple(one for one in after.diagnostics if one in unknown)
        notes += tuple(renumbered(before.document, after.document, name))
        notes += tuple(_cited_anew(after.document, merged or document, name))
        note = ComposedNote(document, merged or document)
        astray = _astray(_rendered(replace(source, document=merged), template), now, notes, note) if merged else []
    except GeneratorError:
        return _as_any_other(path, _unmerged(name))
    if merged is None or astray:
        return _as_any_other(path, _unmerged(name, astray))
    return Imported(merged, (*edits, *notes, *_printed_anew(note, now, name)))


def _unmerged(name: str, astray: Iterable[str] = ()) -> Diagnostic:
    message = "chữ trong tệp đã được sửa, không ghép được với dữ liệu đi kèm: đọc như tệp Word khác"
    advice = "tệp làm từ mẫu riêng thì hãy chỉ ra mẫu ấy bằng --template"
    named = " ".join([*astray][:_MOST_NAMED])
    return warning(message, Place(file=name), found=f"«{named}»" if named else None, hint=advice, code="unmerged")


def _rendered(source: Sourced, template: CompiledTemplate) -> bytes:
    document = source.resolved
    pictures = {block.file: _STAND_IN for block in document.blocks() if isinstance(block, Picture)}
    return render(document, template, layouts(), pictures, embed=False)


def _cited_anew(read: Document, merged: Document, name: str) -> Iterator[Diagnostic]:
    """Yield a hint when number and date were taken from the line of an appendix, for the letterhead lacks them."""
    if read.number is None and merged.number is not None:
        written = [(number_line(one), place_date_line(one)) for one in (read, merged)]
        found, expected = (" ".join(lines) for lines in written)
        message = "số, ngày chỉ ghi ở dòng kèm theo của phụ lục: sẽ in cả ở đầu văn bản"
        yield hint(message, Place(file=name), found=f"«{found}»", expected=f"«{expected}»", code="cited-anew")


def _printed_anew(note: ComposedNote, now: FormattedDocument, name: str) -> Iterator[Diagnostic]:
    """Yield a hint for each composed line of an appendix that the file has as it was before the edit."""
    for one in now.paragraphs:
        if note.is_meant_by(one.text) and not note.is_said_by(one.text):
            place = Place(file=name, paragraph=one.number, quote=one.text)
            message = f"dòng kèm theo của phụ lục theo số, ngày ở đầu văn bản: sẽ in lại là «{note.printed}»"
            yield hint(message, place, code="note-anew")


def _astray(data: bytes, now: FormattedDocument, notes: Iterable[Diagnostic], note: ComposedNote) -> list[str]:
    """Return the words that only one of the two prints: the document with the edits, and the edited file.

    Left out is what a finding names, words of the file that are printed otherwise and what is printed instead, and
    the composed line of an appendix, which the file may have as it was before the edit.
    """
    made, file = _texts(read_word(data, "").formatted), _texts(now)
    anew, stale = [*filter(note.is_said_by, made)], [*filter(note.is_meant_by, file)]
    if len(anew) != len(stale):
        anew = stale = []
    printed, seen = _words(made) - _words(anew), _words(file) - _words(stale)
    quoted = _words(f"{one.place.quote or ''} {one.found or ''}" for one in notes)
    instead = _words(one.expected or "" for one in notes)
    return [*(seen - printed - quoted).elements(), *(printed - seen - instead).elements()]


def _texts(document: FormattedDocument) -> list[str]:
    return [f"{one.label} {one.text}" for one in typed_paragraphs(document)]


def _words(texts: Iterable[str]) -> Counter[str]:
    return Counter(words(_GAP.sub("", "\n".join(texts)).upper()))
