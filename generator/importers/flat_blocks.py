"""Blocks as a flat list in printed order, each with its depth, and a tree of them again.

Two readings of one text may hang the same paragraph at different depths; in a flat list it has the same place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

Values = dict[str, Any]

DEPTH: Final = "depth"
_HOLDING: Final = frozenset({"section", "item"})


def flat(blocks: Sequence[Values], depth: int = 0, *, bare: bool = False) -> Iterator[Values]:
    """Yield the blocks without those below them, each with its depth.

    ``bare`` leaves out sections without label and title, which only hold others together.
    """
    for block in blocks:
        if not (bare and block["kind"] == "section" and _is_silent(block)):
            yield {**{name: value for name, value in block.items() if name != "blocks"}, DEPTH: depth}
        yield from flat(block.get("blocks", ()), depth + 1, bare=bare)


def _is_silent(section: Values) -> bool:
    return section.get("numbering") == "none" and not (section.get("title") or section.get("label"))


def tree(entries: Sequence[Values]) -> list[Values]:
    """Return the blocks below each other by their depths; one below no block that can hold it stands a step higher."""
    top: list[Values] = []
    held: list[tuple[int, Values]] = []
    for entry in entries:
        block = {name: value for name, value in entry.items() if name != DEPTH}
        while held and held[-1][0] >= entry[DEPTH]:
            held.pop()
        (held[-1][1].setdefault("blocks", []) if held else top).append(block)
        if block["kind"] in _HOLDING:
            held.append((entry[DEPTH], block))
    return top


def in_sections(blocks: Sequence[Values]) -> list[Values]:
    """Return the blocks of a body, which holds sections alone: what stands between them in sections without title."""
    made: list[Values] = []
    open_run = False
    for block in blocks:
        if block["kind"] == "section":
            made.append(block)
        elif open_run:
            made[-1]["blocks"].append(block)
        else:
            made.append({"kind": "section", "numbering": "none", "blocks": [block]})
        open_run = block["kind"] != "section"
    return made


def settled(entries: Sequence[Values], after: Sequence[Values]) -> list[Values]:
    """Return the entries, those that the edit added at the depth of what stands around them.

    An entry of the reading ``after`` has its depth there; a labelled one goes beside the last of its kind, any other
    as far below or above the entry before it as in the reading.
    """
    read = {id(one): place for place, one in enumerate(after)}
    made: list[Values] = []
    for entry in entries:
        place = read.get(id(entry))
        made.append(entry if place is None else {**entry, DEPTH: _depth(entry, made, after, place)})
    return made


def _depth(entry: Values, before: Sequence[Values], after: Sequence[Values], place: int) -> int:
    numbering = entry.get("numbering")
    if numbering:
        same = (one for one in reversed(before) if (one["kind"], one.get("numbering")) == (entry["kind"], numbering))
        if (found := next(same, None)) is not None:
            return int(found[DEPTH])
    if not before or not place:
        return int(entry[DEPTH])
    return max(0, int(before[-1][DEPTH] + entry[DEPTH] - after[place - 1][DEPTH]))
