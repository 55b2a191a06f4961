"""Templates as an office makes them, for tests: the built-in one with another body, written by python-docx."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.table import _Cell

from generator.nd30.profile import load_profile
from generator.ooxml.package import read_parts, write_parts
from generator.templates.builder import build_template

Table = Sequence[Sequence[str]]
Content = str | Table
"""A paragraph, or the rows of a table; a line break in a cell begins its next paragraph."""


@cache
def built(kind: str | None = "plan") -> bytes:
    """Return the template built for a kind."""
    return build_template(load_profile(), kind)


def own_template(*content: Content, kind: str | None = "plan", header: Iterable[str] = ()) -> bytes:
    """Return the built template with other content in its body, and paragraphs added to its header.

    The header ends with the tag of the number: a template without any tag is faulty by that alone.
    """
    document = opened(built(kind))
    for old in list(document.element.body)[:-1]:
        document.element.body.remove(old)
    for each in content:
        add(document, each)
    for text in (*header, "{{ number }}"):
        document.sections[0].header.add_paragraph(text)
    return saved(document)


def opened(template: bytes) -> WordDocument:
    """Return a template opened by python-docx."""
    return docx.Document(BytesIO(template))


def saved(document: WordDocument) -> bytes:
    """Return the bytes of a document."""
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def add(document: WordDocument, content: Content) -> None:
    """Add a paragraph or a table at the end of the body."""
    if isinstance(content, str):
        document.add_paragraph(content)
        return
    table = document.add_table(len(content), max(map(len, content)))
    for row, texts in zip(table.rows, content, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            _fill(cell, text)


def _fill(cell: _Cell, text: str) -> None:
    first, *others = text.split("\n")
    cell.paragraphs[0].add_run(first)
    for other in others:
        cell.add_paragraph(other)


def with_parts(template: bytes, changed: Mapping[str, bytes | None]) -> bytes:
    """Return a template with parts replaced; those that are None are taken out."""
    parts = {**read_parts(template), **changed}
    return write_parts({name: data for name, data in parts.items() if data is not None})


def edited(template: bytes, part: str, *changes: tuple[str, str]) -> bytes:
    """Return a template with words of a part's XML replaced; each of them must be there."""
    text = read_parts(template)[part].decode("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return with_parts(template, {part: text.encode("utf-8")})
