"""Whether the XML of pieces is well formed, each piece read by a strict parser once for each place where it stands.

A place is the elements that are open there. What a piece does to them never changes, and the same pieces follow each
other in every document, so that the way through a known part is a lookup for each piece instead of a parse.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.parsers import expat

_MOST_KEPT = 8000
"""How many steps are kept between documents; more are seldom of one template."""


class NotWellFormedError(ValueError):
    """XML that no strict parser takes."""


class _Place(dict[str, "_Place"]):
    """A place in a part; by the XML that stands there it gives the place behind."""

    def __init__(self, places: _Places, opened: tuple[str, ...]) -> None:
        super().__init__()
        self._places = places
        self._opened = opened

    def __missing__(self, xml: str) -> _Place:
        self[xml] = found = self._places.behind(self._opened, xml)
        return found


class _Places:
    """The places of all parts, from the start of a part to its end."""

    def __init__(self) -> None:
        self.start = _Place(self, ())
        self.end = _End(self, ())
        self.steps = 0
        self._known: dict[tuple[str, ...], _Place] = {(): self.end}

    def behind(self, opened: tuple[str, ...], xml: str) -> _Place:
        """Return the place behind a piece that is read for the first time."""
        left = _left_open(opened, xml)
        self.steps += 1
        if left not in self._known:
            self._known[left] = _Place(self, left)
        return self._known[left]


class _End(_Place):
    """The place behind the root, where nothing may follow."""

    def __missing__(self, xml: str) -> _Place:
        raise NotWellFormedError("text behind the end")


_PLACES = _Places()


def hold_well_formed(xml: Iterable[str]) -> None:
    """Raise NotWellFormedError unless the pieces of XML make one element, whatever well-formed text is between them.

    Each piece must end between two tags, as what the tags of a template leave does.
    """
    global _PLACES  # noqa: PLW0603 - a bounded memory
    if _PLACES.steps >= _MOST_KEPT:
        _PLACES = _Places()
    place = _PLACES.start
    for piece in xml:
        place = place[piece]
    if place is not _PLACES.end:
        raise NotWellFormedError("elements left open")


def _left_open(opened: tuple[str, ...], xml: str) -> tuple[str, ...]:
    """Return the elements open behind a piece; a parser reads it where it stands, and its end with all closed."""
    stack: list[str] = []
    parser = expat.ParserCreate()
    parser.XmlDeclHandler = _check_encoding
    parser.StartDoctypeDeclHandler = _refuse_entities
    parser.StartElementHandler = lambda name, _: stack.append(name)
    parser.EndElementHandler = lambda _: stack.pop()
    try:
        parser.Parse("".join(f"<{name}>" for name in opened).encode() + xml.encode(), False)
        left = tuple(stack)
        parser.Parse("".join(f"</{name}>" for name in reversed(left)).encode(), True)
    except expat.ExpatError as failure:
        raise NotWellFormedError(str(failure)) from failure
    return left


def _check_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.upper() != "UTF-8":
        raise NotWellFormedError(encoding)


def _refuse_entities(*_: object) -> None:
    raise NotWellFormedError("document type")
