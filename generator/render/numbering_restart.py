"""Lists of Word's own numbering in loops: where they begin anew, and the instructions that make them do so.

A list belongs to the innermost loop one round of which can print more than one of its paragraphs; each round of that
loop is a list of its own, beginning at the list's first number. A list of which a round prints one paragraph counts
the rounds, and a list in no loop is left alone. Bullets have nothing to count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import deepcopy

from lxml import etree

from generator.ooxml.wml import element, qualified
from generator.render.numbering import ListPlan
from generator.render.numbering_blocks import Listed, Node, blocks_of, most_printed, paragraphs_in
from generator.render.numbering_lists import WordLists
from generator.render.tree import Instruction
from generator.render.xml_state import ATTRIBUTE

MARK = "list-of-round"
"""Begins the list id of a paragraph whose list begins anew: mark, list, level and number of its loop."""
_BEFORE_NUMBERING = [qualified(f"w:{name}") for name in (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl",
)]  # fmt: skip
_BEFORE_INDENT = [*_BEFORE_NUMBERING, *(qualified(f"w:{name}") for name in (
    "numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing",
))]  # fmt: skip
"""What the schema puts before ``w:numPr`` and ``w:ind`` in the properties of a paragraph."""
_MARKED = re.compile(rf"{MARK} (\S+) (\d+) (\d+)")


def restart_lists(
    numbering: etree._Element | None, styles: etree._Element | None, roots: Iterable[etree._Element]
) -> ListPlan | None:
    """Let the lists of parts begin anew in the rounds of their loops; return the plan for it, None for no such list.

    The parts and the numbering given are changed.
    """
    if numbering is None:
        return None
    lists = WordLists(numbering, [] if styles is None else styles.iter(qualified("w:style")))
    restarted = {found for root in roots for found in _mark_lists(root, lists)}
    return _plan(numbering, lists, restarted) if restarted else None


def _plan(numbering: etree._Element, lists: WordLists, restarted: set[tuple[str, int]]) -> ListPlan:
    numbering.findall(qualified("w:num"))[-1].addnext(element("w:num", numId=MARK))
    source = etree.tostring(numbering, encoding="UTF-8", xml_declaration=True, standalone=True).decode()
    before, after = re.split(rf"<w:num(?: [^>]*)? w:numId=\"{MARK}\"[^>]*/>", source)
    free = 1 + max(int(number) for number in lists.numbers)
    made = {_name(number, level): _restarted(lists, number, level) for number, level in sorted(restarted)}
    return ListPlan(before, after, free, made)


def _name(number: str, level: int | str) -> str:
    return f"{number} {level}"


def _restarted(lists: WordLists, number: str, highest: int) -> str:
    """Return what is in a list that begins anew from a level on: as the given one, with its first numbers."""
    made = deepcopy(lists.numbers[number])
    levels = {place: level.start for place, level in lists.levels(number).items() if place >= highest}
    for place, start in sorted((levels or {highest: "1"}).items()):
        _override(made, place).insert(0, element("w:startOverride", val=start))
    return "".join(_without_namespaces(etree.tostring(child, encoding="unicode", with_tail=False)) for child in made)


def _override(made: etree._Element, place: int) -> etree._Element:
    """Return the override of a level, without a first number; overrides stand in the order of their levels."""
    overrides = made.findall(qualified("w:lvlOverride"))
    for override in overrides:
        if override.get(qualified("w:ilvl")) == str(place):
            for old in override.findall(qualified("w:startOverride")):
                override.remove(old)
            return override
    before = [override for override in overrides if int(override.get(qualified("w:ilvl"), "0")) < place]
    added = element("w:lvlOverride", ilvl=place)
    made.insert(list(made).index(before[-1]) + 1 if before else 1, added)
    return added


def _without_namespaces(xml: str) -> str:
    """Leave out the namespaces that the part has already declared at its root."""
    return re.sub(r' xmlns:\w+="[^"]*"', "", xml)


def _mark_lists(root: etree._Element, lists: WordLists) -> set[tuple[str, int]]:
    """Mark the paragraphs of a part whose list begins anew in each round of a loop.

    Returns their lists, each with its highest level that begins anew. The part is changed.
    """
    found = set()
    for paragraph, loops in paragraphs_in(blocks_of(root, lists.listed)):
        for number, loop in reversed(list(enumerate(loops))):
            highest = _highest(loop.body, paragraph.number)
            if most_printed(loop.body, paragraph.number, highest) > 1:
                _mark(paragraph, lists, f"{MARK} {paragraph.number} {highest} {number}")
                found.add((paragraph.number, highest))
                break
    return found


def _highest(body: Sequence[Node], number: str) -> int:
    return min(found.level for found, _ in paragraphs_in(body) if found.number == number)


def _mark(listed: Listed, lists: WordLists, mark: str) -> None:
    """Let a paragraph itself name its list, looking as before."""
    indents = lists.indents(listed.paragraph)
    properties = listed.paragraph.find(qualified("w:pPr"))
    if properties is None:
        properties = element("w:pPr")
        listed.paragraph.insert(0, properties)
    if indents:
        made = element("w:ind")
        made.attrib.update(indents)
        _put(properties, made, _BEFORE_INDENT)
    numbering = element("w:numPr", element("w:ilvl", val=listed.level), element("w:numId", val=mark))
    _put(properties, numbering, _BEFORE_NUMBERING)


def _put(properties: etree._Element, made: etree._Element, before: Sequence[str]) -> None:
    """Put an element where the schema wants it, in place of one of its name."""
    for old in properties.findall(str(made.tag)):
        properties.remove(old)
    place = sum(1 for child in properties if child.tag in before)
    properties.insert(place, made)


def with_rounds(source: list[Instruction]) -> list[Instruction]:
    """Return placed instructions in which each round of a loop begins its lists, and marked paragraphs take them."""
    made, _ = _walk(source, 0)
    return made


def _walk(source: list[Instruction], depth: int) -> tuple[list[Instruction], set[tuple[str, int]]]:
    """Return the instructions inside a number of loops, and the lists of theirs, each with the number of its loop."""
    made: list[Instruction] = []
    used: set[tuple[str, int]] = set()
    for instruction in source:
        match instruction:
            case ["text", xml]:
                made += _split(xml, used)
            case ["if", branches, otherwise]:
                walked = [(condition, *_walk(body, depth)) for condition, body in branches]
                last, more = _walk(otherwise, depth)
                used = used.union(more, *(lists for _, _, lists in walked))
                made.append(["if", [[condition, body] for condition, body, _ in walked], last])
            case ["for", name, values, condition, body, otherwise]:
                inner, lists = _walk(body, depth + 1)
                begun = [["list", f"{key} {depth}", key] for key, loop in sorted(lists) if loop == depth]
                last, more = _walk(otherwise, depth)
                made.append(["for", name, values, condition, [*begun, *inner], last])
                used |= {found for found in lists if found[1] < depth} | more
            case _:
                made.append(instruction)
    return made, used


def _split(xml: str, used: set[tuple[str, int]]) -> list[Instruction]:
    """Return static XML with a print in place of each mark."""
    pieces: list[Instruction] = []
    end = 0
    for found in _MARKED.finditer(xml):
        number, level, loop = found.groups()
        key = _name(number, level)
        used.add((key, int(loop)))
        pieces += [["text", xml[end : found.start()]], ["print", ATTRIBUTE, ["name", f"{key} {loop}"], ""]]
        end = found.end()
    return [*pieces, ["text", xml[end:]]]
