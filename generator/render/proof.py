"""The proof that a written file holds what it should: read back from its bytes, held against the log of the filling.

Two readings are compared with what the pieces say, each found without the writer: all text of a part, as a strict XML
parser gives it, against the texts of the data as they are; and the marks of paragraphs, rows, cells, breaks and texts
in their order against those of the template and of the escaped texts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import unescape

from generator.errors import GeneratorError
from generator.ooxml.archive import unpacked
from generator.render.printing import Pieces

_MARKS = r"<w:(?:p|tr|tc|br|tab)(?=[ />])|<w:t(?: [^>]*)?>[^<]*"
_MARKS_OF_TEXT = re.compile(_MARKS)
_MARKS_OF_BYTES = re.compile(_MARKS.encode())
_TAGS = re.compile(r"<[^>]*>")
_LEADING = re.compile(r"[^<]*")
_MOST_KEPT = 4000
_BUFFER = 1 << 16


class ProofError(GeneratorError):
    """A written file that does not hold what it should; it must not reach anybody."""


class Filled(NamedTuple):
    """A filled part: its pieces, and the same with all texts escaped."""

    pieces: Pieces
    escaped: Pieces


class _Marks(dict[str, str]):
    """The marks of static XML, kept for XML that comes again in every document."""

    def __missing__(self, xml: str) -> str:
        leading = _LEADING.match(xml)
        found = (leading[0] if leading else "") + "".join(_MARKS_OF_TEXT.findall(xml))
        return _keep(self, xml, found)


class _Words(dict[str, str]):
    """The text of static XML, kept likewise."""

    def __missing__(self, xml: str) -> str:
        return _keep(self, xml, unescape(_TAGS.sub("", xml), {"&#13;": "\r"}))


def _keep(known: dict[str, str], xml: str, found: str) -> str:
    if len(known) >= _MOST_KEPT:
        known.clear()
    known[xml] = found
    return found


_MARKS_KNOWN, _WORDS_KNOWN = _Marks(), _Words()


def prove(data: bytes, filled: Mapping[str, Filled], unchanged: Mapping[str, bytes]) -> None:
    """Read a written file and hold its parts against what was filled in and what was to stay as it is.

    Raises ProofError when any part differs.
    """
    try:
        parts = unpacked(data)
    except ValueError as failure:
        raise _differs("tệp nén") from failure
    for name, part in filled.items():
        _prove_part(name, parts.get(name, b""), part)
    for name, content in unchanged.items():
        if parts.get(name) != content:
            raise _differs(name)
    if stray := parts.keys() - filled.keys() - unchanged.keys():
        raise _differs(min(stray))


def _prove_part(name: str, content: bytes, part: Filled) -> None:
    if b"".join(_MARKS_OF_BYTES.findall(content)) != _expected_marks(part).encode():
        raise _differs(name)
    if _words_in(name, content) != _expected_words(part):
        raise _differs(name)


def _expected_marks(part: Filled) -> str:
    expected = list(part.escaped)
    expected[0::2] = map(_MARKS_KNOWN.__getitem__, part.pieces[0::2])
    found = "".join(expected)
    if "</w:t>" in found:
        found = found.replace("</w:t><w:br/>", "<w:br").replace("</w:t><w:tab/>", "<w:tab")
    return found


def _expected_words(part: Filled) -> str:
    expected = list(part.pieces)
    expected[0::2] = map(_WORDS_KNOWN.__getitem__, part.pieces[0::2])
    return _without_breaks("".join(expected))


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
