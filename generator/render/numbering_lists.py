"""Word's own numbering in a template: its lists, and which paragraphs are in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from generator.ooxml.wml import qualified
from generator.render.numbering_blocks import Listed

_VALUE = qualified("w:val")
_NUMBERING = f"{qualified('w:pPr')}/{qualified('w:numPr')}"
_INDENT = f"{qualified('w:pPr')}/{qualified('w:ind')}"


class ListLevel(NamedTuple):
    """A level of a list."""

    start: str
    counts: bool
    """Whether it is numbered, and not by a bullet."""
    style: str | None
    """Id of the paragraph style that stands for it."""


class WordLists:
    """The lists of a template, and the styles that say which paragraphs are in them."""

    def __init__(self, numbering: etree._Element, styles: Iterable[etree._Element]) -> None:
        self._styles = {style.get(qualified("w:styleId"), ""): style for style in styles}
        numbers = numbering.findall(qualified("w:num"))
        self.numbers = {number.get(qualified("w:numId"), ""): number for number in numbers}
        abstract = numbering.findall(qualified("w:abstractNum"))
        self._abstract = {one.get(qualified("w:abstractNumId")): one for one in abstract}

    def levels(self, number: str) -> dict[int, ListLevel]:
        """Return the levels of a list, those that it changes for itself included."""
        found: dict[int, ListLevel] = {}
        named = self._abstract.get(_value(self.numbers[number], "w:abstractNumId"))
        for holder in (named, self.numbers[number]):
            for level in [] if holder is None else holder.iter(qualified("w:lvl")):
                found[int(level.get(qualified("w:ilvl"), "0"))] = _level(level)
        for override in self.numbers[number].findall(qualified("w:lvlOverride")):
            place = int(override.get(qualified("w:ilvl"), "0"))
            if (start := _value(override, "w:startOverride")) and place in found:
                found[place] = found[place]._replace(start=start)
        return found

    def listed(self, paragraph: etree._Element) -> Listed | None:
        """Return the list and the level of a paragraph, as it says itself or its style; None when nothing counts it."""
        chain = self._chain(paragraph)
        said = [found for holder in chain if (found := holder.find(_NUMBERING)) is not None]
        number = next((named for one in said if (named := _value(one, "w:numId"))), "0")
        if number not in self.numbers:
            return None
        levels = self.levels(number)
        styles = {style.get(qualified("w:styleId")) for style in chain[1:]}
        linked = [place for place, level in levels.items() if level.style in styles]
        place = int(next((level for one in said if (level := _value(one, "w:ilvl"))), next(iter(linked), 0)))
        counts = place not in levels or levels[place].counts
        return Listed(paragraph, number, place) if counts else None

    def indents(self, paragraph: etree._Element) -> dict[str, str]:
        """Return the indents that the style of a paragraph sets over those of its list; empty when it names the list.

        A list named by a paragraph itself would win over them.
        """
        found: dict[str, str] = {}
        for holder in self._chain(paragraph):
            indent = holder.find(_INDENT)
            found = {**({} if indent is None else dict(indent.attrib)), **found}
            said = holder.find(_NUMBERING)
            if said is not None and _value(said, "w:numId"):
                return {} if holder is paragraph else found
        return {}

    def _chain(self, paragraph: etree._Element) -> list[etree._Element]:
        """Return the paragraph, its style, and the styles on which that is based."""
        properties = paragraph.find(qualified("w:pPr"))
        named = None if properties is None else _value(properties, "w:pStyle")
        identity = named or next((id_ for id_, style in self._styles.items() if _is_default(style)), None)
        found = [paragraph]
        while identity in self._styles and self._styles[identity] not in found:
            found.append(self._styles[identity])
            identity = _value(found[-1], "w:basedOn")
        return found


def _level(level: etree._Element) -> ListLevel:
    counts = _value(level, "w:numFmt") not in ("bullet", "none")
    return ListLevel(_value(level, "w:start") or "0", counts, _value(level, "w:pStyle"))


def _value(holder: etree._Element, name: str) -> str | None:
    found = holder.find(qualified(name))
    return None if found is None else found.get(_VALUE)


def _is_default(style: etree._Element) -> bool:
    return style.get(qualified("w:type")) == "paragraph" and style.get(qualified("w:default")) in ("1", "true", "on")
