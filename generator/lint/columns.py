"""The column of text that a paragraph stands in: how wide it is, and what stands in it."""

from __future__ import annotations

import math
from collections.abc import Iterator

from generator.lint.pieces import Piece
from generator.ooxml.font_widths import line_widths, text_width
from generator.ooxml.formatting.values import CellPlace, FormattedDocument, Paragraph, Part, Run, Table

DEFAULT_TAB = 12.7
"""Millimetres between the tab stops that Word sets where a file sets none."""


def column_width(formatted: FormattedDocument, paragraph: Paragraph) -> float:
    """Return the width in mm between the indents of 0 of a paragraph: that of the page, or of its cell."""
    if paragraph.cell is None:
        section = formatted.sections[min(paragraph.section, len(formatted.sections) - 1)]
        return section.text_width / max(1, section.columns)
    place = paragraph.cell
    table = next((one for one in formatted.tables if one.number == place.table), None)
    if table is None:
        return 0.0
    return max(0.0, cell_span(table, place)[1] - sum(table.padding))


def cell_span(table: Table, place: CellPlace) -> tuple[float, float]:
    """Return where the cell begins in its row and how wide it is, in mm, as Word lays it out: by its own width."""
    row = table.rows[place.row - 1].cells if place.row <= len(table.rows) else ()
    if sum(cell.columns for cell in row) < len(table.widths):
        first = place.column - 1
        return sum(table.widths[:first]), sum(table.widths[first : first + place.columns])
    left = sum(cell.width for cell in row if cell.column < place.column)
    return left, next((cell.width for cell in row if cell.column == place.column), 0.0)


def inner_width(formatted: FormattedDocument, paragraph: Paragraph) -> float:
    """Return the width in mm between the indents of a paragraph; NaN where a page with few lines does not tell it."""
    width = column_width(formatted, paragraph) - paragraph.left - paragraph.right
    return width if math.isnan(width) else max(0.0, width)


def run_width(run: Run) -> float:
    """Return the width in mm of the words of a run on one line."""
    return text_width(run.shown, run.size, bold=run.bold, italic=run.italic)


def printed_lines(formatted: FormattedDocument, pieces: list[Piece]) -> list[float]:
    """Return the widths in mm of the lines in which a component is printed, the blanks at their ends left out."""
    return [width for piece in pieces for width in _lines_of(formatted, piece)]


def _lines_of(formatted: FormattedDocument, piece: Piece) -> Iterator[float]:
    """A soft line break of the component parts its lines; the first run tells the look of all.

    None where the room for a line is not known.
    """
    room = inner_width(formatted, piece.paragraph)
    if not piece.runs or math.isnan(room):
        return
    look = piece.runs[0]
    text = "".join(run.shown for run in piece.runs).replace("\t", " ")
    for line in text.split("\n"):
        if line.strip():
            yield from line_widths(line.strip(), room, look.size, bold=look.bold, italic=look.italic)


def same_column(one: Paragraph, other: Paragraph) -> bool:
    """Tell whether two paragraphs stand below one another: in one cell, or both in the text."""
    return one.cell == other.cell and one.part is other.part and one.section == other.section


def below(formatted: FormattedDocument, paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield the paragraphs below one, in its column, up to the first in another; text boxes beside are passed over."""
    for other in formatted.paragraphs[paragraph.number :]:
        if other.part is Part.TEXT_BOX and paragraph.part is not Part.TEXT_BOX:
            continue
        if not same_column(paragraph, other):
            return
        yield other
