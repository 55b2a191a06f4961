"""What a table style gives to each cell by its place: conditional formatting (17.7.6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from generator.ooxml.formatting.layers import Layer, laid, paragraph_layer, run_layer
from generator.ooxml.formatting.markup import Element, W, child_value, is_attribute_on, number, value
from generator.ooxml.formatting.style_sheet import StyleSheet

WHOLE: Final = "wholeTable"
_BITS: Final = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200,
                "noVBand": 0x400}  # fmt: skip


@dataclass(frozen=True)
class Spot:
    """Where a cell stands in its table; rows and columns from 0."""

    row: int
    rows: int
    column: int
    end: int
    """The first column after it."""
    columns: int

    @property
    def is_first_row(self) -> bool:
        """Whether it stands at the top."""
        return self.row == 0

    @property
    def is_last_row(self) -> bool:
        """Whether it stands at the bottom."""
        return self.row == self.rows - 1

    @property
    def is_first_column(self) -> bool:
        """Whether it stands at the left edge."""
        return self.column == 0

    @property
    def is_last_column(self) -> bool:
        """Whether it stands at the right edge."""
        return self.end >= self.columns


@dataclass(frozen=True)
class CellLayers:
    """What the style of a table gives to the text of a cell."""

    key: object = ()
    """Equal for equal layers."""
    paragraph: Layer = field(default_factory=dict)
    run: Layer = field(default_factory=dict)


class TableStyle:
    """The style of one table, with the parts of it that the table asks for."""

    def __init__(self, styles: StyleSheet, properties: Element | None) -> None:
        chain = styles.chain(child_value(properties, "tblStyle"), "table")
        self._identity = chain[-1].id if chain else ""
        self._nodes = [style.node for style in chain if style.node is not None]
        self._look = _wanted(None if properties is None else properties.find(W + "tblLook"))
        sizes = {name: number(self._property(f"tblStyle{name}BandSize")) or 1 for name in ("Row", "Col")}
        self._band_rows, self._band_columns = max(1, sizes["Row"]), max(1, sizes["Col"])
        self._parts = {
            value(part, "type") or ""
            for node in self._nodes
            for part in node.findall(W + "tblStylePr")
        }  # fmt: skip
        self._known: dict[tuple[str, ...], CellLayers] = {}

    def _property(self, name: str) -> str | None:
        stated = [child_value(node.find(W + "tblPr"), name) for node in self._nodes]
        return next((one for one in reversed(stated) if one), None)

    def properties(self) -> Iterator[Element]:
        """Yield the table properties that the style states, the outermost style's first."""
        found = (node.find(W + "tblPr") for node in self._nodes)
        yield from (one for one in found if one is not None)

    def cells(self, region: str) -> Iterator[Element]:
        """Yield the cell properties of a region, the outermost style's first."""
        for holder in self._holders(region):
            yield from (one for one in (holder.find(W + "tcPr"), holder.find(W + "tblPr")) if one is not None)

    def _holders(self, region: str) -> Iterator[Element]:
        for node in self._nodes:
            if region == WHOLE:
                yield node
            yield from (part for part in node.findall(W + "tblStylePr") if value(part, "type") == region)

    def regions(self, spot: Spot) -> tuple[str, ...]:
        """Return the regions that a cell belongs to, the weakest first."""
        return (WHOLE, *(name for name in self._named(spot) if name in self._parts))

    def _named(self, spot: Spot) -> Iterator[str]:
        look = self._look
        top, bottom = look["firstRow"] and spot.is_first_row, look["lastRow"] and spot.is_last_row
        left, right = look["firstColumn"] and spot.is_first_column, look["lastColumn"] and spot.is_last_column
        if not look["noVBand"] and not (left or right):
            band = (spot.column - look["firstColumn"]) // self._band_columns
            yield "band2Vert" if band % 2 else "band1Vert"
        if not look["noHBand"] and not (top or bottom):
            band = (spot.row - look["firstRow"]) // self._band_rows
            yield "band2Horz" if band % 2 else "band1Horz"
        edges = (("firstRow", top), ("lastRow", bottom), ("firstCol", left), ("lastCol", right))
        yield from (name for name, there in edges if there)
        corners = {"nwCell": (top, left), "neCell": (top, right), "swCell": (bottom, left), "seCell": (bottom, right)}
        yield from (name for name, both in corners.items() if all(both))

    def layers(self, regions: tuple[str, ...]) -> CellLayers:
        """Return what the regions of a cell give to its text."""
        if regions not in self._known:
            holders = [holder for region in regions for holder in self._holders(region)]
            self._known[regions] = CellLayers(
                (self._identity, regions),
                laid(*(paragraph_layer(holder.find(W + "pPr")) for holder in holders)),
                laid(*(run_layer(holder.find(W + "rPr")) for holder in holders)),
            )
        return self._known[regions]


def _wanted(look: Element | None) -> dict[str, bool]:
    """Return which parts of its style a table shows; without ``w:tblLook`` bands alone."""
    try:
        bits = int(value(look) or "0", 16)
    except ValueError:
        bits = 0
    stated = {name: is_attribute_on(look, name) for name in _BITS}
    return {name: bool(bits & bit) if stated[name] is None else bool(stated[name]) for name, bit in _BITS.items()}
