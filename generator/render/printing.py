"""What fills a tag: kinds of values, and the pieces of XML and text that they become.

A filled part is a list of pieces that alternate: XML of the template, then a text of the data as it is, and so on.
All texts are escaped at once when the part is joined, and the list itself is the log that the proof reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.errors import DataError
from generator.vietnamese.marks import parse_marks

KEPT = ' xml:space="preserve"'
RUN_CLOSE = "</w:t></w:r>"
Pieces = list[str]
"""XML and text in turn; of even length."""

_BREAK = f"</w:t><w:br/><w:t{KEPT}>"
_TAB = f"</w:t><w:tab/><w:t{KEPT}>"
_SEPARATOR = "\0"
MOST_KEPT = 4000
"""How many pieces of XML are kept between documents; more are seldom of one template."""
_RUN_STYLES = {
    (False, False): "",
    (True, False): "<w:b/><w:bCs/>",
    (False, True): "<w:i/><w:iCs/>",
    (True, True): "<w:b/><w:bCs/><w:i/><w:iCs/>",
}


class WrongKindError(TypeError):
    """A value whose tag is of the wrong form, so that Word would not show it."""


class Rich(str):
    """Running text with marks, printed as runs by ``{{r … }}``."""

    __slots__ = ()


class Unmarked(Rich):
    """Running text that is known to be `is_bare`."""

    __slots__ = ()


class Drawing(str):
    """The XML of a run that shows a picture; it has no text."""

    __slots__ = ()


@dataclass(frozen=True)
class Block:
    """Tables and paragraphs, printed by ``{{p … }}``."""

    pieces: Pieces

    @property
    def xml(self) -> str:
        """The pieces as XML."""
        return joined(self.pieces)


def rich(text: str) -> Rich:
    """Return the text as running text."""
    return Unmarked(text) if is_bare(text) else Rich(text)


def is_bare(text: str) -> bool:
    """Tell whether a rich text is its plain words in one run, with no blank that its run would have to keep."""
    marked = "*" in text or "\\" in text
    return not (marked or "\n" in text or "\t" in text or "\r" in text or text[:1] == " " or text[-1:] == " ")


def are_bare(texts: Sequence[str]) -> bool:
    """Tell whether every text `is_bare`, by one look at all of them."""
    together = "\n".join(("x", *texts, "x"))
    odd = any(sign in together for sign in ("*", "\\", "\t", "\r", " \n", "\n "))
    return not odd and together.count("\n") == len(texts) + 1


def open_run(properties: str = "", *, bold: bool = False, italic: bool = False, bare: bool = False) -> str:
    """Return the XML before the text of a run: the host's inner ``w:rPr`` with bold and italic added.

    A bare run need not say that it keeps its blanks, and so is read faster.
    """
    inner = with_marks(properties, bold=bold, italic=italic)
    start = f"<w:r><w:rPr>{inner}</w:rPr>" if inner else "<w:r>"
    return f"{start}<w:t>" if bare else f"{start}<w:t{KEPT}>"


def with_marks(properties: str, *, bold: bool, italic: bool) -> str:
    """Return run properties with bold and italic added where the schema wants them: after style and fonts."""
    added = _RUN_STYLES[bold, italic]
    if not added or not properties:
        return properties or added
    for name, on in (("b", bold), ("bCs", bold), ("i", italic), ("iCs", italic)):
        if on:
            properties = _without(properties, name)
    return _inserted(properties, added, bold=bold)


def _without(properties: str, name: str) -> str:
    start = properties.find(f"<w:{name}/>")
    if start < 0 and (start := properties.find(f"<w:{name} ")) < 0:
        return properties
    end = properties.index("/>", start) + 2
    return properties[:start] + properties[end:]


def _inserted(properties: str, added: str, *, bold: bool) -> str:
    """Put the marks after ``rStyle`` and ``rFonts``, and italic alone after a bold that the host has."""
    place = 0
    for name in ("rStyle", "rFonts") if bold else ("rStyle", "rFonts", "b", "bCs"):
        for opening in (f"<w:{name} ", f"<w:{name}/>"):
            if (start := properties.find(opening)) >= 0:
                place = max(place, properties.index("/>", start) + 2)
    return properties[:place] + added + properties[place:]


def run_pieces(text: str, before: str, properties: str, *, bold: bool = False) -> Pieces:
    """Return the pieces of rich text; ``before`` is the XML in front of it, the last run is left open."""
    if is_bare(text):
        return [before + open_run(properties, bold=bold, bare=True), text]
    pieces: Pieces = []
    for run in parse_marks(text):
        pieces += (before + open_run(properties, bold=bold or run.bold, italic=run.italic), run.text)
        before = RUN_CLOSE
    return pieces


def printed_runs(value: Any, before: str, properties: str) -> Pieces:
    """Return the pieces of what stands in place of a run; the last run is left open.

    Raises WrongKindError for a value that is no running text.
    """
    if isinstance(value, Rich):
        return run_pieces(value, before, properties)
    if isinstance(value, Drawing):
        return [f"{before}{value}{open_run(properties)}", ""]
    raise wrong_kind(value)


def printed_text(value: Any) -> str:
    """Return a text or a number as it stands inside a ``w:t``, and nothing for None.

    Raises WrongKindError for anything else: running text, tables, lists and records have tags of another form.
    """
    if type(value) is str:
        return value
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    raise wrong_kind(value)


def printed_block(value: Any) -> Pieces:
    """Return the pieces of what stands in place of a paragraph.

    Raises WrongKindError for a text.
    """
    if isinstance(value, Block):
        return value.pieces
    raise wrong_kind(value)


def printed_attribute(value: Any) -> str:
    """Return a text or a number as the value of an XML attribute."""
    if type(value) is int:
        return str(value)
    text = escaped(printed_text(value))
    return text.replace('"', "&#34;").replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")


def wrong_kind(value: Any) -> WrongKindError:
    """Return the error for a value whose tag is of the wrong form."""
    if isinstance(value, Rich | Drawing | Block):
        return WrongKindError("thẻ đứng sai kiểu, Word sẽ không hiện đoạn văn có định dạng, hình hoặc bảng")
    if isinstance(value, str | int | None):
        return WrongKindError("thẻ đứng sai kiểu, Word sẽ không hiện chữ thường ở đây")
    return WrongKindError("có thẻ in cả một danh sách hoặc một nhóm trường; hãy in từng trường bên trong nó")


def escaped(text: str) -> str:
    """Return the text with what XML takes for markup written as entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _nul() -> DataError:
    return DataError("dữ liệu có ký tự U+0000 mà tệp Word không chứa được")


def _escaped_together(texts: Pieces) -> str:
    """Return all texts escaped, the separator between them: to look for a sign once is cheaper than in each."""
    together = escaped(_SEPARATOR.join(texts))
    for sign, written in (("\n", _BREAK), ("\t", _TAB), ("\r", "&#13;")):
        if sign in together:
            together = together.replace(sign, written)
    return together


def joined(pieces: Pieces) -> str:
    """Return the XML of pieces, their texts escaped."""
    return encoded(pieces).decode()


class _Encoded(dict[str, bytes]):
    """XML as bytes, kept for XML that comes again in every document."""

    def __missing__(self, xml: str) -> bytes:
        if len(self) >= MOST_KEPT:
            self.clear()
        self[xml] = found = xml.encode()
        return found


_ENCODED = _Encoded()


def encoded(pieces: Pieces) -> bytes:
    """Return the part of pieces: their XML with its texts escaped, line breaks and tabs as elements, in UTF-8.

    Raises DataError for the character U+0000, which no XML can hold.
    """
    texts = _escaped_together(pieces[1::2]).encode().split(_SEPARATOR.encode())
    if len(texts) != len(pieces) // 2:
        raise _nul()
    made: list[bytes] = [b""] * len(pieces)
    made[0::2] = map(_ENCODED.__getitem__, pieces[0::2])
    made[1::2] = texts
    return b"".join(made)


class PieceWriter:
    """Gathers XML and texts of the data as pieces."""

    def __init__(self) -> None:
        self._pieces: Pieces = []
        self._xml = ""

    def xml(self, text: str) -> None:
        """Add XML."""
        self._xml += text

    def runs(self, text: str, *, bold: bool = False) -> None:
        """Add rich text as runs, all of them bold on demand; an empty text is an empty run."""
        self._pieces += run_pieces(text, self._xml, "", bold=bold)
        self._xml = RUN_CLOSE

    def texts(self, befores: Sequence[str], texts: Sequence[str]) -> None:
        """Add bare texts, at least one, each behind its own XML, which ends in an open run; the last stays open."""
        pieces = [piece for pair in zip(befores, texts, strict=True) for piece in pair]
        pieces[0] = self._xml + pieces[0]
        self._pieces += pieces
        self._xml = RUN_CLOSE

    def block(self) -> Block:
        """Return the pieces."""
        return Block([*self._pieces, self._xml, ""])
