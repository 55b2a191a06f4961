"""What the pages of a PDF show, as the values of a Word file: what geometry cannot tell stays untold."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.lint.printed import Sheet, bottom_of, sheets_of, tops_of
from generator.lint.printed_lines import alignment_of, columns_of
from generator.lint.printed_numbers import number_places
from generator.lint.printed_rules import is_underlined, lines_below
from generator.lint.printed_spacing import gap_between, indents, line_spacing, touching
from generator.lint.printed_words import row_runs, runs_of
from generator.nd30.profile import load_profile
from generator.ooxml.font_widths import MM_PER_POINT
from generator.ooxml.formatting.values import (
    Cell,
    Drawing,
    FormattedDocument,
    Margins,
    Paragraph,
    Part,
    Row,
    Run,
    Section,
    Table,
)
from generator.reading.lines import Line
from generator.reading.pdf.reader import Printed
from generator.reading.pdf.rows import gaps
from generator.reading.pdf.strips import Strip
from generator.reading.wrapping import glue

_ROOM = 9.0
"""Points around a centred line that its column surely leaves free."""
_DEEP = 11.0
"""Points by which the first line may stand below the upper margin: by line spacing, and space above."""
_SHORT = 1.0
"""Millimetres by which a line that fills the width may miss the margin."""
_PARTED = 3.0
"""Gap between columns as a multiple of the size."""
_ACROSS = 0.5
"""Share of the width of a page that a line of running text takes up."""
_CLOSE = 4.5
"""Points between paragraphs that are surely less than the decree's 6, whatever rounds them."""


def shown_on_pages(printed: Printed) -> FormattedDocument:
    """Return the lines of a PDF as paragraphs, each under the number of its first line, and its pages as sections.

    Numbers of lines that were joined to the one before, or left out, have an empty paragraph.
    """
    sheets = sheets_of(printed)
    maker = _Maker(printed, sheets)
    paragraphs = list(maker.paragraphs())
    sections = [maker.section(index, sheet, paragraphs) for index, sheet in enumerate(sheets)]
    return FormattedDocument(tuple(paragraphs), tuple(sections), tuple(maker.tables()))


@dataclass
class _Maker:
    printed: Printed
    sheets: Sequence[Sheet]

    def __post_init__(self) -> None:
        pages = [(page.number, index) for index, sheet in enumerate(self.sheets) for page in sheet.pages]
        self._section_of = dict(pages)
        self._frames = {number: self.sheets[index].frame for number, index in pages}
        self._pages = {page.number: page for page in self.printed.pages}
        self._on_page: dict[int, list[Strip]] = {page: [] for page in self._pages}
        for strip in self.printed.strips.values():
            self._on_page[strip.page].append(strip)
        self._columns = columns_of(self.printed.strips)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the paragraphs of the text in the order of their numbers, without gaps."""
        by_first: dict[int, list[Line]] = {}
        for line in self.printed.reading.lines:
            by_first.setdefault(line.first or 0, []).append(line)
        spaces = self._spaces()
        page = 1
        for number in range(1, max([*self.printed.strips, *self.printed.rows], default=0) + 1):
            lines = by_first.get(number, [])
            place = self._page_of(number)
            turned = bool(lines) and place > page
            page = max(page, place) if lines else page
            yield self._paragraph(number, lines, turned=turned, space=spaces.get(number, math.nan))

    def _page_of(self, number: int) -> int:
        strip, row = self.printed.strips.get(number), self.printed.rows.get(number)
        return strip.page if strip else row.page if row else 1

    def _paragraph(self, number: int, lines: Sequence[Line], *, turned: bool, space: float) -> Paragraph:
        section = self._section_of.get(self._page_of(number), 0)
        row = self.printed.rows.get(number)
        strips = [self.printed.strips[one] for one in lines[0].numbers if one in self.printed.strips] if lines else []
        if row is not None and lines:
            runs: tuple[Run, ...] = row_runs(row)
        elif len(lines) == 1 and strips and not any(map(_is_parted, strips)):
            return self._of_strips(number, section, strips, turned=turned, space=space)
        else:
            runs = (Run("\t".join(line.text for line in lines), "", math.nan),) if lines else ()
        return Paragraph(
            number,
            Part.BODY,
            section,
            runs,
            alignment="",
            left=math.nan,
            space_before=math.nan,
            page_break_before=turned,
        )

    def _of_strips(
        self, number: int, section: int, strips: Sequence[Strip], *, turned: bool, space: float
    ) -> Paragraph:
        frame, column = self._frames[strips[0].page], self._columns.get(number)
        alignment = alignment_of(strips, frame, column, self._on_page[strips[0].page])
        broken = column is not None or alignment == "center"
        left, right, first = indents(strips, frame, inside=broken)
        runs = runs_of(strips, (lambda before, after: "\n") if broken else glue)
        underlined = all(is_underlined(self._pages[strip.page], strip) for strip in strips)
        return Paragraph(
            number,
            Part.BODY,
            section,
            tuple(replace(run, underline=True) for run in runs) if underlined else runs,
            alignment=alignment,
            left=left,
            right=right,
            first_line=first,
            space_before=space,
            line_spacing=line_spacing(strips),
            page_break_before=turned,
            drawings=self._lines_below(strips[-1], column or []),
        )

    def _lines_below(self, strip: Strip, column: Sequence[Strip]) -> tuple[Drawing, ...]:
        return lines_below(self._pages[strip.page], self._on_page[strip.page], strip, column)

    def _spaces(self) -> dict[int, float]:
        """Return by how much too little paragraphs stand apart, by the number of the lower one."""
        single = [line for line in self.printed.reading.lines if not line.cells and line.first]
        found: dict[int, float] = {}
        for above, line in pairwise(single):
            strips = [[self.printed.strips.get(number) for number in one.numbers] for one in (above, line)]
            space = gap_between(*([one for one in own if one] for own in strips))
            if space is not None and space < _CLOSE:
                found[line.first or 0] = max(0.0, round(2 * space) / 2)
        return found | dict.fromkeys(touching(self.printed.strips), 0.0)

    def section(self, index: int, sheet: Sheet, paragraphs: list[Paragraph]) -> Section:
        """Return a sheet as a section; the paragraphs of its page numbers are added to the list."""
        top, bottom = _margins_across(self.printed, sheet)
        frame, width = sheet.frame, sheet.first.width
        left = frame.left * MM_PER_POINT if frame.sure[0] else math.nan
        right = _rounded((width - frame.right) * MM_PER_POINT) if frame.sure[1] else math.nan
        size = round(width * MM_PER_POINT, 1), round(sheet.first.height * MM_PER_POINT, 1)
        margins = Margins(top, bottom, left, right, math.nan, math.nan)
        shown = number_places(sheet, index, paragraphs)
        restart = 1 if sheet.restarts else None
        return Section(
            index, *size, margins, size[0] > size[1], first_page_differs=True, first_page_number=restart, **shown
        )

    def tables(self) -> Iterator[Table]:
        """Yield the ruled tables, and one for a landscape page whose content is no running text."""
        row = Row((Cell(1, borders=(True, True, True, True)),))
        drawn = [(self._section_of[table.page], table.edges) for page in self.printed.pages for table in page.tables]
        for number, (section, edges) in enumerate(drawn, start=1):
            yield Table(number, section, (row,), (math.nan,) * len(edges))
        for index, sheet in enumerate(self.sheets):
            wide = sheet.first.width > sheet.first.height
            if wide and not all(sheet.frame.sure) and not self._is_running(index, sheet):
                yield Table(len(drawn) + index + 1, index, (row,), (math.nan,))

    def _is_running(self, index: int, sheet: Sheet) -> bool:
        """Tell whether a sheet holds nothing but lines of text, half of its letters in lines that run across it."""
        strips = [strip for page in sheet.pages for strip in self._on_page[page.number]]
        holds_rows = any(self._section_of[row.page] == index for row in self.printed.rows.values())
        if holds_rows or any(page.pictured for page in sheet.pages) or any(map(_is_parted, strips)):
            return False
        across = [strip for strip in strips if strip.width > _ACROSS * sheet.first.width]
        letters, across_letters = (sum(len(one.row.text) for one in own) for own in (strips, across))
        return 2 * across_letters > letters


def _rounded(right: float) -> float:
    """Return the right margin; programs let lines that fill the width end up to a millimetre short of it."""
    low, high = load_profile().page.margin.right.range or (None, None)
    bounds = (bound for bound in (low, high) if bound is not None and abs(right - bound) < _SHORT)
    return next(bounds, right)


def _is_parted(strip: Strip) -> bool:
    """Tell whether words of two columns stand on the line, which the reader took for one."""
    wide = (x0 - x1 > _PARTED * strip.row.size for x1, x0 in gaps(strip.row))
    return not strip.columned and any(wide)


def _margins_across(printed: Printed, sheet: Sheet) -> tuple[float, float]:
    """Return the upper and lower margin in mm as far as text runs into them, or stays far below the upper one."""
    margin = load_profile().page.margin
    least, usual = (top * MM_PER_POINT for top in tops_of(printed, sheet))
    bottom = bottom_of(printed, sheet) * MM_PER_POINT
    highest = (margin.top.range or (0, math.inf))[1] or math.inf
    is_deep = least > highest + _DEEP * MM_PER_POINT
    is_shallow = not margin.top.allows(usual) and usual < highest
    is_low = not margin.bottom.allows(bottom) and bottom < margin.bottom.default
    return least if is_deep else usual if is_shallow else math.nan, bottom if is_low else math.nan
