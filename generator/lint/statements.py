"""The words of a document, one statement for each paragraph or cell, with what it is part of and where it stands.

Rules of agreement and of language go through these; so they say the same of a Word file, a PDF and a plain text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.lint.finding import QUOTED, Spot
from generator.lint.spots import spot_of
from generator.ooxml.formatting.values import FormattedDocument, Paragraph
from generator.reading.lines import Line, Passage, shortened
from generator.reading.reading import Reading
from generator.vietnamese.unicode import fold


class Role(StrEnum):
    """The part of a document that a statement stands in."""

    HEAD = "head"
    """Ô 1 to 5: letterhead, number, place and date, type and subject; who enacts, and the word that enacts."""
    ADDRESSEE = "addressee"
    BASIS = "basis"
    BODY = "body"
    """Preamble, outline and closing."""
    CELL = "cell"
    """A cell of a table, of the text or of an appendix."""
    RECIPIENT = "recipient"
    SIGNATURE = "signature"
    APPENDIX_HEAD = "appendix head"
    """Label, title and note of an appendix."""
    APPENDIX = "appendix"
    """Text of an appendix outside its tables."""
    OTHER = "other"
    """What was not placed: notes, marks, words beside the form."""


@dataclass(frozen=True)
class Statement:
    """A paragraph, or a cell, as words."""

    text: str
    role: Role
    spot: Spot
    lines: tuple[int, ...] = ()
    """Numbers of its lines in the reading."""
    appendix: int | None = None
    """Index of the appendix it belongs to, from 0; None in the document itself."""

    @property
    def is_prose(self) -> bool:
        """Whether it is running text: content of the document or of an appendix, or a cell."""
        return self.role in {Role.BODY, Role.CELL, Role.APPENDIX}


def statements_of(reading: Reading, formatted: FormattedDocument) -> Iterator[Statement]:
    """Yield every line of a reading in its order, a row of a table as one statement for each cell with words."""
    roles = _roles(reading)
    appendices = _appendices(reading)
    for line in reading.lines:
        first = line.first or 0
        appendix = appendices.get(first)
        if line.cells:
            yield from _cells(line, formatted, appendix)
            continue
        role = roles.get(first, Role.OTHER if appendix is None else Role.APPENDIX)
        yield Statement(line.text, role, _spot(line, formatted), line.numbers, appendix)


def _cells(line: Line, formatted: FormattedDocument, appendix: int | None) -> Iterator[Statement]:
    paragraphs = list(_paragraphs(line, formatted))
    for text in filter(None, line.cells):
        own = next((one for one in paragraphs if one.cell and _holds(text, one)), None)
        spot = spot_of(own) if own else _spot(line, formatted)
        yield Statement(text, Role.CELL, spot, line.numbers, appendix)
        if own:
            paragraphs.remove(own)


def _holds(text: str, paragraph: Paragraph) -> bool:
    words = fold(" ".join(paragraph.shown.split()))
    return bool(words) and words in fold(text)


def _spot(line: Line, formatted: FormattedDocument) -> Spot:
    """Return the place of a line; it quotes the words of the line, which may stand in several paragraphs."""
    paragraph = next(_paragraphs(line, formatted), None)
    spot = spot_of(paragraph) if paragraph else Spot(paragraph=line.first)
    return Spot(spot.part, spot.paragraph, spot.cell, shortened(line.text.replace("\t", " "), QUOTED) or None)


def _paragraphs(line: Line, formatted: FormattedDocument) -> Iterator[Paragraph]:
    return (formatted.paragraph(number) for number in line.numbers if 0 < number <= len(formatted.paragraphs))


def _roles(reading: Reading) -> Mapping[int, Role]:
    """Return what the lines are that components stand on, by the numbers of their lines."""
    found: dict[int, Role] = {}
    head, signature = reading.head, reading.signature
    heads = (head.parent, head.issuer, head.national_name, head.motto, head.number_line)
    _enter(found, Role.HEAD, (*heads, head.place_date, head.type_name, head.subject))
    _enter(found, Role.HEAD, (*reading.enacted_by, reading.enacting))
    _enter(found, Role.ADDRESSEE, reading.addressees)
    _enter(found, Role.BASIS, (Passage(basis.text, basis.lines) for basis in reading.bases.items))
    signers = (signature.party, signature.position, signature.second_title, signature.name)
    _enter(found, Role.SIGNATURE, (*signature.authority, *signature.marks, *signers))
    for other in filter(None, (reading.secretary, reading.counterparty)):
        _enter(found, Role.SIGNATURE, (*other.authority, other.party, other.position, other.name))
    named = (*reading.recipients, *((reading.archive,) if reading.archive else ()))
    _enter(found, Role.RECIPIENT, (Passage(one.text, one.lines) for one in named))
    for part in reading.appendices:
        _enter(found, Role.APPENDIX_HEAD, (part.label, part.title, part.note))
    _enter(found, Role.BODY, (*(line.passage for line in reading.form), *reading.preamble, *reading.closing))
    _enter(found, Role.BODY, (Passage(node.text, node.lines) for top in reading.outline for node in top.walk()))
    return found


def _enter(found: dict[int, Role], role: Role, passages: Iterator[Passage] | tuple[Passage | None, ...]) -> None:
    for passage in passages:
        for number in passage.lines if passage else ():
            found.setdefault(number, role)


def _appendices(reading: Reading) -> Mapping[int, int]:
    """Return the index of the appendix that lines belong to, by their numbers."""
    found: dict[int, int] = {}
    for index, part in enumerate(reading.appendices):
        heads = (part.label, part.title, part.note)
        nodes = (node for top in part.content for node in top.walk())
        grids = (number for node in nodes if node.grid for number in node.grid.lines)
        content = (number for top in part.content for node in top.walk() for number in node.lines)
        for number in (*(one for head in heads if head for one in head.lines), *content, *grids):
            found.setdefault(number, index)
    return found
