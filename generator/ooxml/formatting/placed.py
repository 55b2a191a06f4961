"""A Word file with the elements that its paragraphs were read from, for what changes them in place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.ooxml.formatting.context import Draft, FileContext
from generator.ooxml.formatting.markup import Element
from generator.ooxml.formatting.reader import document_of
from generator.ooxml.formatting.sections import SectionSource
from generator.ooxml.formatting.values import FormattedDocument, Run
from generator.ooxml.formatting.word_source import WordSource


class Atom(NamedTuple):
    """Text that one element gives: a ``w:t``, a tab, a line break, a symbol, a field without a result."""

    node: Element | None
    """None for a line break that a page break stands for."""
    run: Run
    """Its text and look."""


@dataclass(frozen=True)
class PlacedParagraph:
    """A paragraph where it stands."""

    node: Element
    part: str
    """Name of its part."""
    atoms: tuple[Atom, ...]
    """Its text in order; joined they are the text of the paragraph."""


@dataclass(frozen=True)
class PlacedDocument:
    """What a Word file shows, and where."""

    source: WordSource
    document: FormattedDocument
    paragraphs: tuple[PlacedParagraph, ...]
    """In the order of those of the document."""
    sections: tuple[SectionSource, ...]
    body: Element


def placed(parts: Mapping[str, bytes]) -> PlacedDocument:
    """Return what a Word file shows with its elements; raises as `formatted` does."""
    file = FileContext(WordSource(parts))
    document = document_of(file)
    paragraphs = tuple(_placed(draft) for draft in file.drafts)
    return PlacedDocument(file.source, document, paragraphs, tuple(file.sections), file.body)


def _placed(draft: Draft) -> PlacedParagraph:
    if draft.node is None:
        raise ValueError("đoạn văn không có phần tử")
    pieces = zip(draft.content.nodes, draft.content.pieces, strict=True)
    atoms = tuple(Atom(node, look.run(text, name, font)) for node, (text, look, name, font) in pieces)
    return PlacedParagraph(draft.node, draft.source, atoms)
