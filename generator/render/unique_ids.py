"""What must be unique in a part, printed again by a loop: bookmarks stay with the first round, drawings get new ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count

from lxml import etree

from generator.ooxml.wml import NAMESPACES
from generator.render.tree import Instruction

_UNIQUE = re.compile(
    r"(?P<once><w:bookmark(?:Start|End)\b[^>]*/>)"
    r"|(?P<before><(?:wp:docPr|w:ins|w:del|w:moveFrom|w:moveTo)\b[^>]*? (?:w:)?id=\")\d+(?=\")"
)
_DRAWINGS = f"{{{NAMESPACES['wp']}}}docPr"
_FIRST_ID = 2_000_000_000
"""Above the ids that a round gives, and those of the pictures of the data."""


def number_drawings(roots: Iterable[etree._Element]) -> None:
    """Give the drawings of the parts ids that no picture of the data has; the parts are changed."""
    for number, found in enumerate((found for root in roots for found in root.iter(_DRAWINGS)), _FIRST_ID):
        found.set("id", str(number))


def with_unique_ids(source: list[Instruction]) -> list[Instruction]:
    """Return placed instructions whose loops print a bookmark ``once`` and the ids of drawings ``fresh``."""
    return list(_walk(source, count(), repeated=False))


def _walk(source: list[Instruction], numbers: Iterator[int], *, repeated: bool) -> Iterator[Instruction]:
    for instruction in source:
        match instruction:
            case ["text", xml] if repeated:
                yield from _split(xml, numbers)
            case ["if", branches, otherwise]:
                walked = [[condition, list(_walk(body, numbers, repeated=repeated))] for condition, body in branches]
                yield ["if", walked, list(_walk(otherwise, numbers, repeated=repeated))]
            case ["for", name, values, condition, body, otherwise]:
                inner = list(_walk(body, numbers, repeated=True))
                yield ["for", name, values, condition, inner, list(_walk(otherwise, numbers, repeated=repeated))]
            case _:
                yield instruction


def _split(xml: str, numbers: Iterator[int]) -> Iterator[Instruction]:
    end = 0
    for found in _UNIQUE.finditer(xml):
        yield ["text", xml[end : found.start()] + (found["before"] or "")]
        yield ["once", next(numbers), found["once"]] if found["once"] else ["fresh"]
        end = found.end()
    yield ["text", xml[end:]]
