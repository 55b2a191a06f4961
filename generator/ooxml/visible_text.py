"""The words that a reader of a .docx sees in its body: what tells whether they were edited since the file was made.

Taken is the text of ``w:t`` in order; tabs and breaks; a line for each paragraph, blank ones left out, since an empty
paragraph is layout. How words are cut into runs, styled or bookmarked does not matter, so that saving the file in Word
without an edit leaves the text as it was. Headers, footers, footnotes and deleted words are not part of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from generator.ooxml.package import MAIN, parse_part
from generator.ooxml.wml import NAMESPACES, qualified

_SIGNS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_SIGN_OF: Final = {qualified(f"w:{name}"): sign for name, sign in _SIGNS.items()}
_TEXT: Final = qualified("w:t")
_TAB: Final = qualified("w:tab")
_PARAGRAPH: Final = qualified("w:p")
_SECOND_COPY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What Word writes a second time for programs that do not know a text box."""

_USUAL_HEAD: Final = re.compile(
    rb"<\?xml version=.1\.0.(?: encoding=.UTF-8.)?[^>]*\?>\s*<w:document [^>]*>", re.IGNORECASE
)
_BINDING: Final = f' xmlns:w="{NAMESPACES["w"]}"'.encode()
_TOKENS: Final = re.compile(
    rb"<(/w:p>|w:(?:t[ >][^<]*|br[ /]|tab ?/|cr ?/|noBreakHyphen ?/|softHyphen ?/)|[!?](?!xml )|mc:F)"
)
_FREQUENT: Final = (
    (b'w:t xml:space="preserve"/><', b""),
    (b"</w:p>", b"\n"),
    (b'<w:t xml:space="preserve">', b""),
    (b"<w:t>", b""),
)
_RARE: Final = tuple(
    (f"<w:{name}{end}".encode(), sign.encode()) for name, sign in _SIGNS.items() for end in ("/", " /", " ")
)
"""Tokens and what they stand for; a token of no list calls for a parser."""
_ENTITY: Final = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|(amp|lt|gt|quot|apos));")
_ENTITIES: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def visible_text(main_xml: bytes) -> str:
    """Return the visible text of a main part, NFC, its lines joined by line feeds; TemplateError for broken XML.

    XML written as we and Word write it is scanned, any other parsed: the scan gives the same, several times faster.
    """
    text = _scanned(main_xml) if _is_usual(main_xml) else None
    return _lines("".join(_parsed(main_xml)) if text is None else text)


def visible_text_of_pieces(pieces: Sequence[str]) -> str | None:
    """Return the visible text of a main part given as XML and the text of a run in turn, before they are joined.

    Each piece of XML is scanned once, since it comes again in every document. None where only the whole can be read.
    """
    texts = list(pieces)
    try:
        texts[0::2] = map(_FRAGMENTS.__getitem__, pieces[0::2])
    except _UnreadableError:
        return None
    return _lines("".join(texts))


class _UnreadableError(ValueError):
    """XML that only a parser of the whole can read."""


class _Fragments(dict[str, str]):
    """The text of pieces of XML, each of which begins and ends inside a ``w:t`` or between elements."""

    def __missing__(self, xml: str) -> str:
        text = _scanned(f"<w:t>{xml}".encode())
        if text is None:
            raise _UnreadableError
        if len(self) >= _MOST_KEPT:
            self.clear()
        self[xml] = text
        return text


_FRAGMENTS: Final = _Fragments()
_MOST_KEPT: Final = 4096


def _lines(text: str) -> str:
    return unicodedata.normalize("NFC", "\n".join(filter(str.strip, text.split("\n"))))


def _is_usual(xml: bytes) -> bool:
    """Tell whether the part is UTF-8 with the usual prefix ``w:`` and no line ends that a parser would change."""
    head = _USUAL_HEAD.match(xml)
    return head is not None and _BINDING in head[0] and b"\r" not in xml


def _scanned(xml: bytes) -> str | None:
    """The text by its bytes; None where comments, CDATA sections or second copies call for a parser."""
    tokens = b"<".join((b"", *_TOKENS.findall(xml), b""))
    for token, sign in _FREQUENT:
        tokens = tokens.replace(token, sign)
    if tokens.count(b"<") > 1:
        for token, sign in _RARE:
            tokens = tokens.replace(token, sign)
    if tokens.count(b"<") > 1:
        return None
    text = tokens[:-1].decode("utf-8")
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    return _ENTITIES[name] if name else chr(int(hexadecimal, 16) if hexadecimal else int(decimal))


def _parsed(xml: bytes) -> Iterator[str]:
    root = parse_part(xml, MAIN, unlimited=True)
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        if event == "end":
            yield "\n" if node.tag == _PARAGRAPH else ""
        elif node.tag == _SECOND_COPY:
            walk.skip_subtree()
        else:
            yield (node.text or "") if node.tag == _TEXT else _sign(node)


def _sign(node: etree._Element) -> str:
    """The character that an element of a run stands for; none for a tab stop, an element of the name of a tab."""
    return "" if node.tag == _TAB and node.attrib else _SIGN_OF.get(str(node.tag), "")
