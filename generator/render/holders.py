"""The paragraph that Word wants at the end of a cell, a header, a text box or a note, whatever their tags leave."""

from __future__ import annotations

import re

from generator.render.printing import Pieces
from generator.render.tree import Instruction, with_bodies

EMPTY_PARAGRAPH = "<w:p/>"
MARKS = r"<w:(?:bookmark(?:Start|End)|commentRange(?:Start|End)|perm(?:Start|End)|proofErr)\b[^>]*/>"
"""Elements between paragraphs, rows and cells that show nothing."""
_CLOSING = re.compile(rf"(?:{MARKS}|</w:sdtContent>|</w:sdt>)*</w:(?:tc|hdr|ftr|txbxContent|footnote|endnote)>")
_PARAGRAPH = re.compile(rf"(?:</w:p>|<w:p(?: [^<>]*)?/>)(?:{MARKS}|</w:sdtContent>|</w:sdt>)*$")
_LONGEST_END = 1000
"""How far from its end XML is looked at: a paragraph's end with some marks behind it."""


def with_ends(source: list[Instruction]) -> list[Instruction]:
    """Return placed instructions with an ``end`` wherever a holder closes behind tags that may have left it empty."""
    made: list[Instruction] = []
    for instruction in source:
        match instruction:
            case ["text", xml] if made and _CLOSING.match(xml):
                made += [["end"], instruction]
            case _:
                made.append(with_bodies(instruction, with_ends))
    return made


def lacks_paragraph(pieces: Pieces) -> bool:
    """Tell whether the pieces so far, which end in a holder, do not end with a paragraph."""
    last = next((xml for xml in pieces[-2::-2] if xml), "")
    return not _PARAGRAPH.search(last, max(0, len(last) - _LONGEST_END))
