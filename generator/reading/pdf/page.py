"""One page as it was read: its rows outside of tables, its tables, and what else is on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pdfplumber.page import Page

from generator.reading.pdf.glyphs import PageGlyphs, glyphs_of
from generator.reading.pdf.rows import Row, rows_of
from generator.reading.pdf.ruled import RuledTable, tables_of
from generator.reading.pdf.strokes import Stroke, strokes_of

_COVERING = 0.3
"""Share of a page that a picture covers at least which may be its scan."""


@dataclass
class PageRead:
    """What one page holds."""

    number: int
    width: float
    height: float
    rows: list[Row] = field(default_factory=list)
    tables: list[RuledTable] = field(default_factory=list)
    turned: tuple[str, ...] = ()
    """Texts outside of tables that stand upright or aslant on the page."""
    pictured: bool = False
    """Whether a picture covers a large part of it."""
    strokes: tuple[Stroke, ...] = ()
    """The level lines that are drawn on it, those of tables too."""

    @property
    def empty(self) -> bool:
        """Whether no letter was found on it."""
        return not (self.rows or self.tables or self.turned)

    @property
    def text(self) -> str:
        """All its words, in no certain order."""
        cells = (cell.text for table in self.tables for cell in table.cells)
        return "\n".join((*(row.text for row in self.rows), *cells, *self.turned))


def page_read(page: Page) -> PageRead:
    """Return what a page holds within the box that is shown; one whose letters lie on their side is turned first."""
    page = _as_shown(page)
    glyphs = _glyphs(page)
    if turn := glyphs.turn:
        page = _turned(page, turn)
        glyphs = _glyphs(page)
    width, height = float(page.width), float(page.height)
    tables, rest = tables_of(page, glyphs, page.page_number)
    turned = [row.text for part in (rest.rising, rest.falling) for row in rows_of(part)]
    pictures = sum(abs(image["width"] * image["height"]) for image in page.images)
    found = PageRead(
        page.page_number,
        width,
        height,
        rows_of(rest.upright, page.page_number),
        tables,
        tuple(text for text in (*turned, rest.aslant) if text),
        pictures > _COVERING * width * height,
        strokes_of(page),
    )
    page.close()
    return found


def _as_shown(page: Page) -> Page:
    """Return the page as programs show it: places are counted from the corner of its CropBox, not of its MediaBox."""
    media, crop = _upright(page.page_obj.mediabox), _upright(page.page_obj.cropbox)
    shown = (*map(max, media[:2], crop[:2]), *map(min, media[2:], crop[2:]))
    left, low, right, high = shown if shown[2] - shown[0] > 1 and shown[3] - shown[1] > 1 else media
    if (left, low) == (0, 0) and (right, high) == media[2:]:
        return page
    page.page_obj.mediabox = (left, low, right, high)
    page.page_obj.attrs = {**page.page_obj.attrs, "MediaBox": [0, 0, right - left, high - low]}
    page.page_obj.attrs.pop("CropBox", None)
    return _again(page)


def _turned(page: Page, turn: int) -> Page:
    """Return the page turned by so many degrees clockwise, its width and height with it."""
    page.page_obj.rotate = (page.page_obj.rotate + turn) % 360
    page.page_obj.attrs = {**page.page_obj.attrs, "Rotate": page.page_obj.rotate}
    return _again(page)


def _upright(box: Sequence[float]) -> tuple[float, ...]:
    """Return a box from its lower left corner to its upper right one; files may name any two corners."""
    return min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])


def _again(page: Page) -> Page:
    return Page(page.pdf, page.page_obj, page.page_number, page.initial_doctop)


def _glyphs(page: Page) -> PageGlyphs:
    return glyphs_of(page.chars, float(page.width), float(page.height))
