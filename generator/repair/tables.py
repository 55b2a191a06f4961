"""Tables made narrower where the text that they filled became narrower, so that nothing is cut off at the edge."""

from __future__ import annotations

from typing import Final

from generator.ooxml.formatting.markup import Element, W, number
from generator.ooxml.formatting.values import Section, Table
from generator.ooxml.wml import twips
from generator.repair.word_copy import WordCopy

_SLACK: Final = 1.0
"""Millimetres that a table may be wider than the text."""


def narrow_tables(copy: WordCopy, tables: tuple[Table, ...], section: Section, width: float) -> None:
    """Let the tables of a section that fitted into the text before fit into a width in mm, their shares kept."""
    for table in tables:
        whole = sum(table.widths)
        fitted = table.inside is None and table.section == section.index and whole <= section.text_width + 2 * _SLACK
        node = _node(copy, table) if fitted and whole > width + _SLACK else None
        if node is not None:
            _scale(node, twips(width))


def _node(copy: WordCopy, table: Table) -> Element | None:
    """Return the element of a table, by its first paragraph."""
    numbers = [number for row in table.rows for cell in row.cells for number in cell.paragraphs]
    around = list(copy.paragraph(numbers[0]).iterancestors(W + "tbl")) if numbers else []
    return around[-1] if around else None


def _scale(node: Element, width: int) -> None:
    grid = node.find(W + "tblGrid")
    columns = [] if grid is None else [number(one.get(W + "w")) or 0 for one in grid]
    factor = width / sum(columns) if sum(columns) else 1
    if factor >= 1:
        return
    for one in node.iter(W + "gridCol", W + "tcW", W + "tblW"):
        length = number(one.get(W + "w"))
        if length and one.get(W + "type", "dxa") == "dxa":
            one.set(W + "w", str(round(length * factor)))
