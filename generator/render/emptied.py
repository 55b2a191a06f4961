"""Tables without rows and rows without cells, with which Word opens no file: where tags leave one, it is left out.

All that it had stood between tags, so that nothing else goes with it; the check of templates tells of such tables.
"""

from __future__ import annotations

import re

from generator.render.holders import MARKS
from generator.render.printing import Pieces
from generator.render.tree import Instruction, with_bodies

_CLOSING = re.compile(rf"(?:{MARKS}|</w:sdtContent>|</w:sdt>)*</w:(tbl|tr)>")
_MARK = re.compile(MARKS)
_CHILDREN = {"tbl": re.compile(r"<w:tr[ >]"), "tr": re.compile(r"<w:tc[ >]")}


def with_filled(source: list[Instruction]) -> list[Instruction]:
    """Return placed instructions with a ``filled`` for the end of each table and row that follows on tags."""
    made: list[Instruction] = []
    for instruction in source:
        match instruction:
            case ["text", xml] if made:
                made += _split(xml)
            case _:
                made.append(with_bodies(instruction, with_filled))
    return made


def _split(xml: str) -> list[Instruction]:
    """Return XML that follows on tags, the ends at its start one by one: with its only row a table may be gone."""
    made: list[Instruction] = []
    while found := _CLOSING.match(xml):
        made.append(["filled", found[1], found[0]])
        xml = xml[found.end() :]
    return [*made, ["text", xml]] if xml else made


def end_of_filled(out: Pieces, name: str, closing: str) -> str:
    """Return the end of a table or row; when nothing is in it, take its start out of the pieces and return its marks.

    ``name`` is ``tbl`` or ``tr``, ``closing`` the XML of its end; the pieces end where that begins.
    """
    place = next((place for place in range(len(out) - 2, -1, -2) if out[place]), 0)
    last = out[place] if out else ""
    start = max(last.rfind(f"<w:{name}>"), last.rfind(f"<w:{name} "))
    if start < 0 or f"</w:{name}>" in last[start:] or _CHILDREN[name].search(last, start):
        return closing
    out[place] = last[:start]
    return "".join(_MARK.findall(last[start:] + closing))
