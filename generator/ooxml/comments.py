"""Comments written into a Word file: the part that holds them, and the marks where they stand (17.13.4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from lxml import etree

from generator.ooxml.formatting.markup import Element, W
from generator.ooxml.package import parse_part
from generator.ooxml.relationships import declare, part_bytes, relate, related
from generator.ooxml.wml import element, text_element

_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


@dataclass(frozen=True)
class Comment:
    """A comment to be written."""

    paragraph: Element
    """The ``w:p`` of the body that it is about."""
    lines: Sequence[str]
    """Its text, a paragraph each."""


@dataclass(frozen=True)
class Author:
    """Who comments, and on which day, the same for all comments of one call; None where nobody says the day."""

    name: str
    initials: str
    day: date | None


def with_comments(
    parts: Mapping[str, bytes], main: str, comments: Sequence[Comment], author: Author
) -> dict[str, bytes]:
    """Return the parts with the comments, the main part as its tree is now; comments that are there stay.

    Marks stand around all that a paragraph holds, outside of its fields, links and content controls. A comment cannot
    stand in headers, footers, notes and text boxes: the paragraphs must be those of the body or of its tables.
    """
    if not comments:
        return dict(parts)
    known = related(parts, main, _RELATION)
    name = known[0] if known else f"{main.rpartition('/')[0]}/comments.xml"
    root = parse_part(parts[name], name) if known else element("w:comments")
    first = max((int(one.get(W + "id", "0")) for one in root), default=-1) + 1
    for number, comment in enumerate(comments, start=first):
        root.append(_comment(number, comment, author))
        _mark(comment.paragraph, number)
    made = dict(parts) if known else declare(relate(parts, main, _RELATION, name), name, _TYPE)
    tree = comments[0].paragraph.getroottree().getroot()
    return {**made, name: part_bytes(root), main: part_bytes(tree)}


def _comment(number: int, comment: Comment, author: Author) -> Element:
    paragraphs = [element("w:p", element("w:r", text_element(line))) for line in comment.lines]
    moment = f"{author.day.isoformat()}T00:00:00Z" if author.day else None
    return element("w:comment", *paragraphs, id=number, author=author.name, date=moment, initials=author.initials)


def _mark(paragraph: etree._Element, number: int) -> None:
    properties = paragraph.find(W + "pPr")
    paragraph.insert(0 if properties is None else 1, element("w:commentRangeStart", id=number))
    paragraph.append(element("w:commentRangeEnd", id=number))
    paragraph.append(element("w:r", element("w:commentReference", id=number)))
