"""Automatic numbering: its definitions, and the label that each paragraph gets (17.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from generator.ooxml.formatting.layers import Layer, paragraph_layer, run_layer
from generator.ooxml.formatting.markup import Element, W, child_value, is_on, number, value
from generator.ooxml.formatting.number_formats import formatted_number, sign
from generator.ooxml.formatting.style_sheet import StyleSheet

DEEPEST: Final = 9
"""Levels of a list."""
_PLACE: Final = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class Level:
    """One level of a list."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    """Restarts after this level, from 1; 0 never; None after any level above."""
    legal: bool = False
    style: str = ""
    paragraph: Layer = field(default_factory=dict)
    run: Layer = field(default_factory=dict)

    @property
    def bullet(self) -> str:
        """The sign of a bullet in Unicode."""
        face = self.run.get("ascii") or self.run.get("hAnsi")
        return sign(face.name if face else "", self.text) or "•"


Levels = tuple[Level, ...]
_UNDEFINED: Final[Levels] = (Level(),) * DEEPEST


@dataclass(frozen=True)
class Numbering:
    """A list as paragraphs refer to it."""

    abstract: str
    """The list that it counts on with."""
    levels: Levels = _UNDEFINED
    overridden: frozenset[int] = frozenset()
    """Levels that begin anew where this one is first used."""


class NumberingDefinitions:
    """The lists of a file by the id that paragraphs name."""

    def __init__(self, root: Element | None, styles: StyleSheet) -> None:
        self._abstract: dict[str, Element] = {}
        self._numbers: dict[str, Element] = {}
        self._known: dict[str, Numbering | None] = {}
        self._styles = styles
        if root is not None:
            self._abstract = {value(node, "abstractNumId") or "": node for node in root.findall(W + "abstractNum")}
            self._numbers = {value(node, "numId") or "": node for node in root.findall(W + "num")}

    def numbering(self, identity: str) -> Numbering | None:
        """Return a list; None for 0, which takes a paragraph out of its list, and for one that is not there."""
        if identity not in self._known:
            self._known[identity] = self._read(identity)
        return self._known[identity]

    def level_of_style(self, identity: str, style: str) -> int | None:
        """Return the level of a list that a paragraph style is tied to; None when there is none."""
        numbering = self.numbering(identity)
        levels = numbering.levels if numbering else ()
        return next((place for place, level in enumerate(levels) if style and level.style == style), None)

    def _read(self, identity: str) -> Numbering | None:
        node = self._numbers.get(identity)
        if node is None or identity == "0":
            return None
        abstract = self._followed(child_value(node, "abstractNumId") or "")
        levels = list(_levels(self._abstract.get(abstract)))
        overridden: set[int] = set()
        for override in node.findall(W + "lvlOverride"):
            place = number(value(override, "ilvl"))
            if place is None or not 0 <= place < DEEPEST:
                continue
            own, start = override.find(W + "lvl"), number(child_value(override, "startOverride"))
            levels[place] = levels[place] if own is None else _level(own)
            if start is not None:
                levels[place] = replace(levels[place], start=start)
                overridden.add(place)
        return Numbering(abstract, tuple(levels), frozenset(overridden))

    def _followed(self, abstract: str) -> str:
        """Return the list that holds the levels, where this one only names a numbering style."""
        linked = child_value(self._abstract.get(abstract), "numStyleLink")
        style = self._styles.style(linked) if linked else None
        target = self._numbers.get(style.paragraph.get("num", "")) if style else None
        followed = child_value(target, "abstractNumId")
        return followed if followed in self._abstract else abstract


def _levels(node: Element | None) -> Iterator[Level]:
    stated = [] if node is None else node.findall(W + "lvl")
    by_place = {number(value(one, "ilvl")): one for one in stated}
    for place in range(DEEPEST):
        one = by_place.get(place)
        yield Level() if one is None else _level(one)


def _level(node: Element) -> Level:
    start = number(child_value(node, "start"))
    return Level(
        start=0 if start is None else start,
        form=_form(node),
        text=child_value(node, "lvlText") or "",
        restart=number(child_value(node, "lvlRestart")),
        legal=is_on(node.find(W + "isLgl")),
        style=child_value(node, "pStyle") or "",
        paragraph=paragraph_layer(node.find(W + "pPr")),
        run=run_layer(node.find(W + "rPr")),
    )


def _form(node: Element) -> str:
    own = node.find(W + "numFmt")
    chosen = next(node.iter(W + "numFmt"), None) if own is None else own
    return value(chosen) or "decimal"


class NumberLabels:
    """Counts the paragraphs of one story and gives each its label."""

    def __init__(self, definitions: NumberingDefinitions) -> None:
        self._definitions = definitions
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, identity: str, place: int) -> str:
        """Return the label of the next paragraph at a level of a list; empty when the list is not there."""
        numbering = self._definitions.numbering(identity)
        if numbering is None:
            return ""
        level = numbering.levels[place]
        counts = self._counted(identity, numbering, place)
        if level.form == "bullet":
            return level.bullet
        return _PLACE.sub(lambda match: _figure(numbering, counts, int(match[1]) - 1, level), level.text)

    def _counted(self, identity: str, numbering: Numbering, place: int) -> list[int | None]:
        counts = self._counts.setdefault(numbering.abstract, [None] * DEEPEST)
        for depth in range(place + 1):
            if depth in numbering.overridden and (identity, depth) not in self._begun:
                self._begun.add((identity, depth))
                counts[depth] = None
        before = counts[place]
        counts[place] = numbering.levels[place].start if before is None else before + 1
        for depth in range(place):
            counts[depth] = numbering.levels[depth].start if counts[depth] is None else counts[depth]
        for depth in range(place + 1, DEEPEST):
            restart = numbering.levels[depth].restart
            if restart is None or place < restart:
                counts[depth] = None
        return counts


def _figure(numbering: Numbering, counts: list[int | None], place: int, level: Level) -> str:
    """Return the number of one level inside a label."""
    count = counts[place]
    form = numbering.levels[place].form
    if count is None or form == "bullet":
        return ""
    return formatted_number(count, "decimal" if level.legal and form != "decimalZero" else form)
