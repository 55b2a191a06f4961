"""The loops and conditions of a part as a tree, with the paragraphs that Word numbers in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from generator.ooxml.package import MAIN
from generator.templates.check.places import passages
from generator.templates.check.tags import BRANCHES, ENDS, Tag, tags_of

_SUBJECT = re.compile(r"""(?P<name>[\w.]+) *== *(?:'[^']*'|"[^"]*")(?: +or +(?P=name) *== *(?:'[^']*'|"[^"]*"))*""")


class Listed(NamedTuple):
    """A paragraph that Word numbers."""

    paragraph: etree._Element
    number: str
    """Id of its list."""
    level: int


@dataclass
class Loop:
    """What a loop prints in a round, and what it prints once when there is none."""

    body: list[Node] = field(default_factory=list)
    otherwise: list[Node] | None = None


@dataclass
class Choice:
    """What a condition prints, in one branch or another."""

    subject: str | None
    """The one value that all branches compare with constants, by its name."""
    branches: list[list[Node]] = field(default_factory=lambda: [[]])


Node = Listed | Loop | Choice


def blocks_of(root: etree._Element, listed: Callable[[etree._Element], Listed | None]) -> list[Node]:
    """Return the blocks of a part whose tags are sound, and its numbered paragraphs; other paragraphs are left out."""
    (part,) = passages({MAIN: root})
    tags = [tags_of(passage) for passage in part]
    replaced = {tag.replaced for found in tags for tag in found} - {None}
    top: list[Node] = []
    open_blocks: list[Loop | Choice] = []
    for passage, inside in zip(part, tags, strict=True):
        for tag in inside:
            _take(tag, top, open_blocks)
        stays = replaced.isdisjoint({passage.element, passage.row, passage.cell})
        if stays and (found := listed(passage.element)):
            _inside(top, open_blocks).append(found)
    return top


def _take(tag: Tag, top: list[Node], open_blocks: list[Loop | Choice]) -> None:
    """Open, turn or close a block."""
    innermost = open_blocks[-1] if open_blocks else None
    if tag.keyword in ("for", "if"):
        made = Loop() if tag.keyword == "for" else Choice(_subject(tag.expression))
        _inside(top, open_blocks).append(made)
        open_blocks.append(made)
    elif tag.keyword in BRANCHES and isinstance(innermost, Loop):
        innermost.otherwise = []
    elif tag.keyword in BRANCHES and isinstance(innermost, Choice):
        innermost.branches.append([])
        if tag.keyword == "elif" and _subject(tag.expression) != innermost.subject:
            innermost.subject = None
    elif tag.keyword in ENDS and open_blocks:
        open_blocks.pop()


def _inside(top: list[Node], open_blocks: Sequence[Loop | Choice]) -> list[Node]:
    if not open_blocks:
        return top
    innermost = open_blocks[-1]
    if isinstance(innermost, Choice):
        return innermost.branches[-1]
    return innermost.body if innermost.otherwise is None else innermost.otherwise


def _subject(condition: str) -> str | None:
    found = _SUBJECT.fullmatch(condition)
    return found["name"] if found else None


def paragraphs_in(nodes: Sequence[Node], loops: tuple[Loop, ...] = ()) -> Iterator[tuple[Listed, tuple[Loop, ...]]]:
    """Yield the numbered paragraphs with the loops around them, the outermost first."""
    for node in nodes:
        if isinstance(node, Listed):
            yield node, loops
        elif isinstance(node, Loop):
            yield from paragraphs_in(node.body, (*loops, node))
            yield from paragraphs_in(node.otherwise or (), loops)
        else:
            for branch in node.branches:
                yield from paragraphs_in(branch, loops)


def most_printed(nodes: Sequence[Node], number: str, level: int) -> int:
    """Return how many paragraphs of a level of a list can be printed at most; a loop counts as two of each.

    Of conditions that ask for the same value one after another, one holds.
    """
    printed = 0
    asked: Counter[str] = Counter()
    for node in nodes:
        if isinstance(node, Listed):
            printed += (node.number, node.level) == (number, level)
        elif isinstance(node, Loop):
            rounds = 2 * most_printed(node.body, number, level)
            printed += max(rounds, most_printed(node.otherwise or (), number, level))
        else:
            most = max(most_printed(branch, number, level) for branch in node.branches)
            if node.subject is None:
                printed += most
            else:
                asked[node.subject] = max(asked[node.subject], most)
    return printed + asked.total()
