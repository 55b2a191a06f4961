"""The proof that a written file holds what it should: read back from its bytes, held against the log of the filling.

The log is the pieces of each part: XML and texts of the data in turn. Three things are shown of the bytes that were
saved, and none of them asks the writer for anything. They are, from the first to the last, the XML of the pieces with
the texts between, escaped here once more; a strict XML parser reads those texts back to the very characters of the
data; and the same parser has read each piece of XML in the place where it stands, so that the whole is well formed.
So no text, paragraph, row, cell or break can be lost, doubled or moved between the log and the file, and Word can read
it: what a parse of the whole would show, without the price of parsing the same XML in every document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.parsers import expat

from generator.errors import GeneratorError
from generator.ooxml.archive import PackedPart, content_of, stored_parts
from generator.render.printing import MOST_KEPT, Pieces
from generator.render.well_formed import NotWellFormedError, hold_well_formed

_WRITTEN = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "\n": '</w:t><w:br/><w:t xml:space="preserve">',
    "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
    "\r": "&#13;",
}
_BORDERS = ("\x7f", *map(chr, range(0xE000, 0xF900)))
"""Signs one of which stands between two texts, where no text has it; a parser passes them on as they are."""
_NO_BORDER = "\0"
"""No parser takes it: texts that have every sign cannot be proven."""
_BUFFER = 1 << 16


class ProofError(GeneratorError):
    """A written file that does not hold what it should; it must not reach anybody."""


class _Xml(dict[str, bytes]):
    """The bytes of XML that comes again in every document, and not those that the writer keeps."""

    def __missing__(self, xml: str) -> bytes:
        if len(self) >= MOST_KEPT:
            self.clear()
        self[xml] = found = bytes(xml, "utf-8")
        return found


_XML = _Xml()


def prove(
    data: bytes, filled: Mapping[str, Pieces], changed: Mapping[str, bytes], kept: Mapping[str, PackedPart]
) -> None:
    """Read a written file and hold its parts against what they should be.

    ``filled`` are the parts of the template that were filled in, ``changed`` those written for this document,
    ``kept`` the others. Raises ProofError when any part differs.
    """
    try:
        parts = stored_parts(data)
    except ValueError as failure:
        raise _differs("tệp nén") from failure
    wanted = kept.keys() | filled.keys() | changed.keys()
    if stray := parts.keys() ^ wanted:
        raise _differs(min(stray))
    for name, part in parts.items():
        if name in filled:
            _prove_part(name, _content(part), filled[name])
        elif name in changed:
            _hold(name, _content(part) == changed[name])
        else:
            _hold(name, part == kept[name])


def _content(part: PackedPart) -> bytes:
    try:
        return content_of(part)
    except ValueError as failure:
        raise _differs(part.name) from failure


def _hold(name: str, condition: bool) -> None:
    if not condition:
        raise _differs(name)


def _prove_part(name: str, content: bytes, pieces: Pieces) -> None:
    texts = pieces[1::2]
    border, together = _parted(texts)
    written = _written(together)
    _hold(name, content == _expected(pieces, written.split(border.encode())))
    _hold(name, _read_back(written) == _seen(together) and not pieces[-1])
    try:
        hold_well_formed(pieces[0::2])
    except NotWellFormedError as failure:
        raise _differs(name) from failure


def _parted(texts: Sequence[str]) -> tuple[str, str]:
    """Return a sign that none of the texts has, and the texts with it between."""
    for border in _BORDERS:
        together = border.join(texts)
        if together.count(border) == len(texts) - 1:
            return border, together
    return _NO_BORDER, _NO_BORDER.join(texts)


def _written(texts: str) -> bytes:
    """Return texts as they must stand in a part."""
    for character, written in _WRITTEN.items():
        if character in texts:
            texts = texts.replace(character, written)
    return texts.encode()


def _expected(pieces: Pieces, written: Sequence[bytes]) -> bytes | None:
    """Return the part that the pieces tell of, with their texts as they must stand in it; None without a border."""
    if 2 * len(written) != len(pieces):
        return None
    expected: list[bytes] = [b""] * len(pieces)
    expected[0::2] = map(_XML.__getitem__, pieces[0::2])
    expected[1::2] = written
    return b"".join(expected)


def _read_back(written: bytes) -> str | None:
    """Return what a parser reads in the texts of a part, borders included; None when they are no XML."""
    found: list[str] = []
    parser = expat.ParserCreate()
    parser.buffer_text, parser.buffer_size = True, _BUFFER
    parser.CharacterDataHandler = found.append
    try:
        parser.Parse(b"<w:r><w:t>%b</w:t></w:r>" % written, True)
    except expat.ExpatError:
        return None
    return "".join(found)


def _seen(texts: str) -> str:
    """Return the characters of texts that a parser is to find: line breaks and tabs are elements there."""
    return texts.replace("\n", "").replace("\t", "")


def _differs(name: str) -> ProofError:
    return ProofError(
        f"tệp ghi ra không đúng với dữ liệu (phần {name}); không ghi gì",
        hint="đây là lỗi của chương trình, hãy báo cho người phát triển kèm tệp dữ liệu và mẫu",
    )
