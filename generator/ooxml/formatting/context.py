"""What all readers of one file share, and what surrounds a place in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from generator.ooxml.formatting.drawings import Frame
from generator.ooxml.formatting.inline import Content
from generator.ooxml.formatting.looks import Looks
from generator.ooxml.formatting.markup import Element, W, number, value
from generator.ooxml.formatting.numbering import NumberingDefinitions
from generator.ooxml.formatting.paragraph_formats import ParagraphFormats
from generator.ooxml.formatting.sections import SectionSource, sections_of
from generator.ooxml.formatting.style_sheet import StyleSheet
from generator.ooxml.formatting.table_style import CellLayers
from generator.ooxml.formatting.theme import Theme
from generator.ooxml.formatting.values import CellPlace, Part, Section, Table
from generator.ooxml.formatting.word_source import WordSource

_WORD_2013: Final = 15
"""The layout of files since Word 2013, as the setting ``compatibilityMode`` counts."""


@dataclass
class Draft:
    """A paragraph before its neighbours are known."""

    values: dict[str, Any]
    style: str
    """Id of its style."""
    ignores_own_kind: bool = False
    """Whether it keeps no space to neighbours of its own style."""
    node: Element | None = None
    source: str = ""
    """The part that it stands in."""
    content: Content = field(default_factory=Content)


@dataclass(frozen=True)
class Around:
    """What surrounds a place in the text."""

    part: Part
    frame: Frame
    cell: CellPlace | None = None
    layers: CellLayers = field(default_factory=CellLayers)
    table: int | None = None
    """The number of the innermost table."""


class FileContext:
    """The definitions of a file, and what was read of it so far."""

    def __init__(self, source: WordSource) -> None:
        settings = source.of_kind("settings")
        self.source = source
        self.body = source.body()
        self.styles = StyleSheet(source.of_kind("styles"))
        self.looks = Looks(self.styles, Theme(source.of_kind("theme"), settings))
        self.numbering = NumberingDefinitions(source.of_kind("numbering"), self.styles)
        self.formats = ParagraphFormats(self.styles, self.numbering)
        self.sections: Sequence[SectionSource] = sections_of(self.body, settings)
        self.tables_hang = _mode(settings) < _WORD_2013
        """Whether the text in the first cell of a table, not its edge, stands at the margin."""
        self.drafts: list[Draft] = []
        self.tables: list[Table | None] = []
        self.remarks: list[str] = []

    @property
    def next_number(self) -> int:
        """The number of the paragraph that comes next."""
        return len(self.drafts) + 1

    def section(self, index: int) -> Section:
        """Return a section; the last one for an index behind it."""
        return self.sections[min(index, len(self.sections) - 1)].section

    def frame(self, index: int) -> Frame:
        """Return the column of text of a section."""
        section = self.section(index)
        return Frame(section.text_width / section.columns, section.margins.left, section.width)


def _mode(settings: Element | None) -> int:
    named = () if settings is None else settings.iter(W + "compatSetting")
    stated = (number(value(one)) for one in named if value(one, "name") == "compatibilityMode")
    return next((one for one in stated if one is not None), 0)
