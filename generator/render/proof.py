"""The proof that a written file holds what it should: read back from its bytes, held against the log of the filling.

Two readings of each filled part are compared with its pieces, neither of which asks the writer for anything: the text
that a strict XML parser finds against the texts of the data as they are, and the whole part against the template's XML
with those texts between, escaped here once more. So no text, paragraph, row, cell or break can be lost, doubled or
moved between the log and the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.parsers import expat
from xml.sax.saxutils import unescape

from generator.errors import GeneratorError
from generator.ooxml.archive import PackedPart, content_of, stored_parts
from generator.render.printing import MOST_KEPT, Pieces

_TAGS = re.compile(r"<[^>]*>")
_WRITTEN = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "\n": '</w:t><w:br/><w:t xml:space="preserve">',
    "\t": '</w:t><w:tab/><w:t xml:space="preserve">',
    "\r": "&#13;",
}
_BUFFER = 1 << 16


class ProofError(GeneratorError):
    """A written file that does not hold what it should; it must not reach anybody."""


class _Words(dict[str, str]):
    """The text of static XML, kept for XML that comes again in every document."""

    def __missing__(self, xml: str) -> str:
        if len(self) >= MOST_KEPT:
            self.clear()
        self[xml] = found = unescape(_TAGS.sub("", xml), {"&#13;": "\r"})
        return found


class _Xml(dict[str, bytes]):
    """The bytes of static XML, kept likewise, and not those of the writer."""

    def __missing__(self, xml: str) -> bytes:
        if len(self) >= MOST_KEPT:
            self.clear()
        self[xml] = found = bytes(xml, "utf-8")
        return found


_WORDS, _XML = _Words(), _Xml()


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
    _hold(name, _words_in(name, content) == _expected_words(pieces) and content == _expected_part(pieces))


def _expected_words(pieces: Pieces) -> str:
    expected = list(pieces)
    expected[0::2] = map(_WORDS.__getitem__, pieces[0::2])
    return _without_breaks("".join(expected))


def _expected_part(pieces: Pieces) -> bytes:
    """Return the part that the pieces tell of; no text holds the separator, which no XML can hold."""
    texts = "\0".join(pieces[1::2])
    for character, written in _WRITTEN.items():
        if character in texts:
            texts = texts.replace(character, written)
    expected: list[bytes] = [b""] * len(pieces)
    expected[0::2] = map(_XML.__getitem__, pieces[0::2])
    expected[1::2] = bytes(texts, "utf-8").split(b"\0")
    return b"".join(expected)


def _words_in(name: str, content: bytes) -> str:
    """Return all text of a part, without line breaks and tabs, which are elements or layout."""
    found: list[str] = []
    parser = expat.ParserCreate()
    parser.buffer_text, parser.buffer_size = True, _BUFFER
    parser.CharacterDataHandler = found.append
    try:
        parser.Parse(content, True)
    except expat.ExpatError as failure:
        raise _differs(name) from failure
    return _without_breaks("".join(found))


def _without_breaks(text: str) -> str:
    return text.replace("\n", "").replace("\t", "").replace("\r", "")


def _differs(name: str) -> ProofError:
    return ProofError(
        f"tệp ghi ra không đúng với dữ liệu (phần {name}); không ghi gì",
        hint="đây là lỗi của chương trình, hãy báo cho người phát triển kèm tệp dữ liệu và mẫu",
    )
