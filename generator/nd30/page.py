"""The sheet, the running text, and the places of the page."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.nd30.component import Align, Component
from generator.nd30.measure import Cited, Measure


class Margins(Cited):
    """The four margins, in millimetres."""

    top: Measure[float]
    bottom: Measure[float]
    left: Measure[float]
    right: Measure[float]


class PageNumber(Component):
    """Where and how pages are counted."""

    start: Measure[float]
    distance: Measure[float]
    """From the edge of the sheet, in millimetres."""
    on_first_page: Measure[bool]


class SizePair(Cited):
    """Sizes that go together in one document, in points, by component; the first is the one we prefer."""

    sizes: dict[str, float]


class Page(Cited):
    """The sheet of paper."""

    width: Measure[float]
    height: Measure[float]
    orientation: Measure[Literal["portrait", "landscape"]]
    landscape_for: Measure[str] | None = None
    """What a landscape page is allowed for, in Vietnamese."""
    margin: Margins
    font: Measure[str]
    charset: Measure[str] | None = None
    normalization: Measure[str] | None = None
    color: Measure[str]
    """Six hexadecimal digits."""
    page_number: PageNumber
    size_pairs: tuple[SizePair, ...] = ()

    @property
    def text_width(self) -> float:
        """Millimetres between the margins we write."""
        return self.width.default - self.margin.left.default - self.margin.right.default


class Body(Cited):
    """The running text."""

    size: Measure[float]
    align: Measure[Align]
    first_line_indent: Measure[float]
    space_between: Measure[float]
    """Points between two paragraphs: after the one and before the other."""
    line_spacing: Measure[float] | None = None
    """As a multiple of the single line."""
    exact_spacing: Measure[float] | None = None
    """In points, where the source gives the height of a line."""
    end_mark: Measure[str]
    """What the content ends with."""


class Columns(Cited):
    """Two columns side by side in a table without borders, in millimetres."""

    left: Measure[float]
    right: Measure[float]
    cell_padding: Measure[float]


class Layout(Cited):
    """One of the two ways to build a text: its levels from the highest down, by component."""

    levels: tuple[str, ...]


class Appendix(Cited):
    """How appendices are counted and paged; how their heads look stands with the components."""

    numerals: Measure[Literal["roman", "arabic"]]
    numbered_from: Measure[float]
    """Number of appendices from which each bears a number."""
    restart_page_number: Measure[bool]
    number_on_first_page: Measure[bool]
    mentioned_in_text: Measure[bool]
    note_blank_when_electronic: Measure[bool]


class Authority(Cited):
    """A prefix of signing (quyền hạn của người ký)."""

    prefix: str
    name: str
    when: str


class DateForm(Cited):
    """How a day is written in the head of a document."""

    pad_day_below: Measure[float]
    padded_months: tuple[int, ...]
    written_in_full: Measure[bool]


class NumberForm(Cited):
    """How amounts are written in the text."""

    decimal_mark: Measure[str]
    group_mark: Measure[str]
    percent_spaced: Measure[bool]


class ElectronicCopy(Cited):
    """A paper document turned into an electronic one."""

    pdf_version: Measure[float]
    resolution: Measure[float]
    """Dots per inch."""
    scale: Measure[float]
    """Per cent."""
    in_color: Measure[bool]


class SignatureImages(Cited):
    """The images of a signature and of a seal in an electronic document."""

    file_type: Measure[str]
    transparent: Measure[bool]
    signature_color: Measure[str]
    seal_color: Measure[str]
    seal_overlap: Measure[float]
    """Share of the signature that the seal covers, at its left."""


class Capital(Cited):
    """A rule of capital letters, with examples."""

    id: str
    rule: str
    level: Literal["A", "B", "C"]
    """A: a pattern or a word list finds it; B: needs a list of names; C: needs a person."""
    right: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    wrong_pattern: str | None = None
    """A regular expression that finds the fault inside a sentence."""


class Golden(Cited):
    """A text known to be right or wrong, for tests and for showing."""

    of: str
    """The component, or the rule of capital letters, that the text shows."""
    text: str
    right: bool


class Spelling(Cited):
    """A syllable of which two spellings are met; neither is a fault."""

    written: str
    """The one we write."""
    also: str


class Letters(Cited):
    """The letters that count the points of a clause, in order."""

    sequence: tuple[str, ...] = Field(min_length=1)
    suffix: Measure[str]
