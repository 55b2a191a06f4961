"""The findings of the gate written into a copy of a Word file as comments at their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.lint.finding import Finding
from generator.ooxml.comments import Author, Comment, with_comments
from generator.ooxml.formatting.markup import Element, W
from generator.ooxml.formatting.placed import PlacedDocument, placed
from generator.ooxml.formatting.values import Part
from generator.ooxml.package import write_parts
from generator.ooxml.wml import element
from generator.repair.guard import parts_to_change

_NAME: Final = "vanban"
_INITIALS: Final = "VB"
_NOTES: Final = {Part.FOOTNOTE: "footnoteReference", Part.ENDNOTE: "endnoteReference"}


@dataclass(frozen=True)
class Annotated:
    """What came of an annotation."""

    data: bytes
    """The file with comments; the very bytes given where nothing was found or it must not be changed."""
    count: int
    """How many comments were written."""
    refused: str | None = None
    """Why none was, in Vietnamese."""


def annotated(data: bytes, findings: Sequence[Finding], on: date | None) -> Annotated:
    """Return a Word file with a comment for each finding at its paragraph, dated the day of judging.

    Headers, footers, notes and text boxes hold no comments: theirs stand at the paragraph of the body that they belong
    to and say where the finding is, as do those without a place, at the first paragraph. The text stays as it is.
    """
    parts = parts_to_change(data)
    if isinstance(parts, str) or not findings:
        return Annotated(data, 0, parts if isinstance(parts, str) else None)
    document = placed(parts)
    comments = [Comment(_anchor(document, one), _lines(one)) for one in findings]
    made = with_comments(parts, document.source.main, comments, Author(_NAME, _INITIALS, on))
    return Annotated(write_parts(made), len(comments))


def _lines(finding: Finding) -> list[str]:
    place = f" ({finding.place})" if str(finding.place) else ""
    lines = [f"{finding.severity.label} {finding.code}: {finding.name}{place}"]
    lines += [f"Gặp: {finding.found}", f"Cần: {finding.expected}", f"Căn cứ: {finding.clause}"]
    return [*lines, f"Gợi ý: {finding.hint}"] if finding.hint else lines


def _anchor(document: PlacedDocument, finding: Finding) -> Element:
    """Return the paragraph of the body that a comment on a finding can stand at."""
    number = finding.place.paragraph
    if number is None or not 0 < number <= len(document.paragraphs):
        return _first(document)
    shown, node = document.document.paragraph(number), document.paragraphs[number - 1].node
    if shown.part in (Part.HEADER, Part.FOOTER):
        return _first(document, shown.section)
    if shown.part in _NOTES:
        return _referring(document, node, _NOTES[shown.part])
    boxes = [one for one in node.iterancestors() if one.tag == W + "txbxContent"]
    holder = next(boxes[-1].iterancestors(W + "p"), None) if boxes else node
    return _first(document) if holder is None else holder


def _first(document: PlacedDocument, section: int = 0) -> Element:
    """Return the first paragraph of a section; one is made in a body without any."""
    paragraphs = zip(document.document.paragraphs, document.paragraphs, strict=True)
    in_body = [(shown.section, place.node) for shown, place in paragraphs if shown.part is Part.BODY]
    found = next((node for index, node in in_body if index == section), None)
    if found is not None or in_body:
        return in_body[0][1] if found is None else found
    made = element("w:p")
    document.body.insert(0, made)
    return made


def _referring(document: PlacedDocument, node: Element, name: str) -> Element:
    """Return the paragraph that refers to the note that an element stands in."""
    note = next((one for one in node.iterancestors() if one.get(W + "id") is not None), None)
    identity = None if note is None else note.get(W + "id")
    found = (one for one in document.body.iter(W + name) if one.get(W + "id") == identity)
    reference = next(found, None)
    holders = [] if reference is None else list(reference.iterancestors(W + "p"))
    return holders[-1] if holders else _first(document)
