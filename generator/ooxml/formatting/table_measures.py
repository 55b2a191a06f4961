"""Measures of a table and its cells: padding, indent, alignment, height, shading (17.4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from generator.ooxml.formatting.markup import Element, W, child_value, millimetres, twips, value
from generator.ooxml.formatting.table_style import Spot, TableStyle

_PADDING: Final = 108.0
"""Twips that Word leaves left and right in a cell where nothing states it."""
_ALIGNMENTS: Final = {"center": "center", "right": "right", "end": "right"}
_WHITE: Final = frozenset({"auto", "FFFFFF", "ffffff"})


def table_properties(style: TableStyle, own: Element | None) -> list[Element]:
    """Return all that states properties of the table, the strongest last."""
    return [*style.properties(), *([] if own is None else [own])]


def padding_of(levels: Iterable[Element]) -> tuple[float, float]:
    """Return the room left and right inside the cells of a table, in twips."""
    padding = (_PADDING, _PADDING)
    for level in levels:
        padding = _padded(level.find(W + "tblCellMar"), padding)
    return padding


def cell_padding(cell: Element | None, table: tuple[float, float]) -> tuple[float, float]:
    """Return the room left and right inside one cell, in twips."""
    return table if cell is None else _padded(cell.find(W + "tcMar"), table)


def _padded(margins: Element | None, known: tuple[float, float]) -> tuple[float, float]:
    left = twips(child_value(margins, "left", "w") or child_value(margins, "start", "w"))
    right = twips(child_value(margins, "right", "w") or child_value(margins, "end", "w"))
    return known[0] if left is None else left, known[1] if right is None else right


def alignment_of(levels: Iterable[Element]) -> str:
    """Return where the table stands between the margins: left, center or right."""
    stated = [child_value(level, "jc") for level in levels]
    return _ALIGNMENTS.get(next((one for one in reversed(stated) if one), ""), "left")


def left_edge(
    levels: Sequence[Element], alignment: str, width: float, room: float, *, hangs: float, page_left: float
) -> float:
    """Return the distance of the left edge from the text, in twips.

    ``room`` is the width of the text around; ``hangs`` how far the edge stands out where the file is laid out as
    before Word 2013, ``page_left`` the distance of the text from the edge of the paper.
    """
    floating = [level.find(W + "tblpPr") for level in levels]
    place = next((one for one in reversed(floating) if one is not None), None)
    if place is not None and value(place, "tblpX") is not None:
        from_page = value(place, "horzAnchor") in (None, "page")
        return (twips(value(place, "tblpX")) or 0.0) - (page_left if from_page else 0.0)
    aligned = value(place, "tblpXSpec") or alignment
    if aligned in ("center", "right"):
        return (room - width) / 2 if aligned == "center" else room - width
    indents = [level.find(W + "tblInd") for level in levels]
    stated = [twips(value(one, "w")) for one in indents if value(one, "type") in (None, "dxa")]
    return (next((one for one in reversed(stated) if one is not None), None) or 0.0) - hangs


def height_of(row: Element | None) -> float | None:
    """Return the height that a row states, in millimetres; None where its text makes it."""
    height = None if row is None else row.find(W + "trHeight")
    stated = twips(value(height))
    return millimetres(stated) if stated and value(height, "hRule") != "auto" else None


def is_shaded(style: TableStyle, spot: Spot, cell: Element | None) -> bool:
    """Tell whether a cell has a ground other than white."""
    holders = [one for region in style.regions(spot) for one in style.cells(region)]
    shades = [one.find(W + "shd") for one in [*holders, *([] if cell is None else [cell])]]
    shade = next((one for one in reversed(shades) if one is not None), None)
    return shade is not None and (
        (value(shade, "fill") or "auto") not in _WHITE or (value(shade) or "clear") not in ("clear", "nil")
    )
