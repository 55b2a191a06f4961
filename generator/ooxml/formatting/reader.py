"""The parts of a Word file in, all that it shows as values out: see `formatted`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from generator.ooxml.formatting.context import FileContext
from generator.ooxml.formatting.layers import Face, run_layer
from generator.ooxml.formatting.markup import Element, W, value
from generator.ooxml.formatting.story import Story
from generator.ooxml.formatting.values import FormattedDocument, Paragraph, Part, Section
from generator.ooxml.formatting.word_source import WordSource

_SEPARATORS: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_PAGES: Final = {"header default": "header", "header first": "first_header", "header even": "even_header",
                 "footer default": "footer", "footer first": "first_footer", "footer even": "even_footer"}  # fmt: skip


def formatted(parts: Mapping[str, bytes]) -> FormattedDocument:
    """Return what a Word file shows: its paragraphs with their effective formatting, its tables and sections.

    ``parts`` are those of `read_parts`. Paragraphs come in reading order: the body with its text boxes, footnotes,
    endnotes, then the headers and footers that any page shows. Tracked changes are taken as accepted; what was
    passed over stands in ``remarks``. Raises TemplateError for a file without a body and for a broken part; any
    other odd content gives some document.
    """
    return document_of(FileContext(WordSource(parts)))


def document_of(file: FileContext) -> FormattedDocument:
    """Read a file; return what it shows. The drafts in the context keep where each paragraph stands."""
    Story(file, Part.BODY, file.source.main, file.body).read(file.body)
    for kind, part in (("footnotes", Part.FOOTNOTE), ("endnotes", Part.ENDNOTE)):
        _read_notes(file, kind, part)
    sections = tuple(_with_edges(file))
    paragraphs = tuple(Paragraph(**draft.values) for draft in file.drafts)
    return FormattedDocument(
        paragraphs=paragraphs,
        sections=sections,
        tables=tuple(table for table in file.tables if table is not None),
        unused_fonts=_unused_fonts(file, paragraphs),
        remarks=tuple(file.remarks),
    )


def _read_notes(file: FileContext, kind: str, part: Part) -> None:
    root = file.source.of_kind(kind)
    if root is None:
        return
    story = Story(file, part, file.source.name_of_kind(kind), root)
    for note in root:
        if value(note, "type") not in _SEPARATORS:
            story.read(note)


def _with_edges(file: FileContext) -> Iterator[Section]:
    """Yield the sections with the paragraphs of their headers and footers, each part read once."""
    known: dict[str, tuple[int, ...]] = {}
    for source in file.sections:
        edges: dict[str, Any] = {}
        for page, identity in source.references.items():
            name = file.source.target(file.source.main, identity)
            if name not in known:
                known[name] = _read_edge(file, page, name, source.section.index)
            if page in _PAGES:
                edges[_PAGES[page]] = known[name]
        yield replace(source.section, **edges)


def _read_edge(file: FileContext, page: str, name: str, section: int) -> tuple[int, ...]:
    root = file.source.root(name)
    part = Part.HEADER if page.startswith("header") else Part.FOOTER
    return () if root is None else Story(file, part, name, root, section).read(root)


def _unused_fonts(file: FileContext, paragraphs: tuple[Paragraph, ...]) -> tuple[str, ...]:
    used = {run.font.casefold() for paragraph in paragraphs for run in paragraph.runs if run.text.strip()}
    used |= {one.label_run.font.casefold() for one in paragraphs if one.label_run}
    named: dict[str, str] = {}
    for name in _named_fonts(file):
        named.setdefault(name.casefold(), name)
    return tuple(sorted(name for key, name in named.items() if key not in used))


def _named_fonts(file: FileContext) -> Iterator[str]:
    table = file.source.of_kind("fontTable")
    yield from (name for font in _children(table) if (name := value(font, "name")))
    layers = [*file.styles.fonts(), *map(run_layer, file.body.iter(W + "rPr"))]
    faces = (layer.get(slot) for layer in layers for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    yield from (face.name for face in faces if isinstance(face, Face) and not face.themed)


def _children(root: Element | None) -> Iterator[Element]:
    return iter(()) if root is None else iter(root)
