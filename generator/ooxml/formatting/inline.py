"""What stands in a paragraph: runs, drawings and text boxes, in the view with all tracked changes accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from generator.ooxml.formatting import drawings, vml
from generator.ooxml.formatting.fields import Fields, name_of
from generator.ooxml.formatting.layers import run_layer
from generator.ooxml.formatting.looks import Look
from generator.ooxml.formatting.markup import MC, XML_SPACE, Element, M, W, branch, value
from generator.ooxml.formatting.number_formats import sign
from generator.ooxml.formatting.values import Drawing, Run

_PASSED_THROUGH: Final = frozenset(
    W + name for name in ("hyperlink", "smartTag", "customXml", "ins", "moveTo", "dir", "bdo", "sdt", "sdtContent",
                          "rubyBase")
)  # fmt: skip
_BLANKS: Final = str.maketrans("\n\r\t", "   ")
_NO_TEXT: Final = frozenset({"chart", "relIds", "contentPart"})
"""Objects of DrawingML whose words stand in parts of their own."""


@dataclass
class Content:
    """What was found in one paragraph, or in several that a deleted mark joined."""

    pieces: list[tuple[str, Look, str, str]] = field(default_factory=list)
    """Text, look, field, and the font where it is not that of the letters."""
    nodes: list[Element | None] = field(default_factory=list)
    """For each piece the element that it was read from; None for a line break that a page break stands for."""
    drawings: list[Drawing] = field(default_factory=list)
    boxes: list[tuple[Element, Drawing]] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    """Vietnamese names of objects that hold no text to be read."""
    breaks_before: bool = False
    breaks_inside: bool = False
    """Whether a page break stands behind the last text."""

    @property
    def has_text(self) -> bool:
        """Whether any text was found so far."""
        return any(text for text, *_ in self.pieces)

    def runs(self) -> tuple[Run, ...]:
        """Return the runs, neighbours of one look joined."""
        joined: list[tuple[list[str], Look, str, str]] = []
        for text, look, name, font in self.pieces:
            if joined and joined[-1][1:] == (look, name, font):
                joined[-1][0].append(text)
            else:
                joined.append(([text], look, name, font))
        return tuple(look.run("".join(texts), name, font) for texts, look, name, font in joined)


@dataclass(frozen=True)
class Setting:
    """What the runs of a paragraph need to be read."""

    look: Callable[[dict[str, object]], Look]
    """The look of a run by its direct properties."""
    frame: drawings.Frame
    target: drawings.Target
    keeps_blanks: bool = False
    """Whether the whole part keeps the blanks at the edges of text."""


class InlineReader:
    """Reads the content of a paragraph into a `Content`."""

    def __init__(self, content: Content, setting: Setting, fields: Fields) -> None:
        self._content = content
        self._setting = setting
        self._fields = fields
        self._node: Element | None = None
        """What is being read."""
        self._simple: list[str] = []
        """The names of the simple fields around the place."""

    def read(self, holder: Element) -> None:
        """Take all that stands in a paragraph, or in an element inside of one."""
        for node in holder:
            if node.tag == W + "r":
                self._run(node)
            elif node.tag in _PASSED_THROUGH:
                self.read(node)
            elif reader := _HOLDERS.get(str(node.tag)):
                reader(self, node)

    def _alternatives(self, node: Element) -> None:
        for chosen in branch(node):
            self.read(chosen)

    def _deletion(self, node: Element) -> None:
        self._content.deleted.append(_removed_text(node))

    def _formula(self, node: Element) -> None:
        self._node = node
        self._add("".join(one.text or "" for one in node.iter(M + "t")), self._setting.look({}))

    def _simple_field(self, node: Element) -> None:
        self._simple.append(name_of(value(node, "instr") or ""))
        before = len(self._content.pieces)
        self.read(node)
        if len(self._content.pieces) == before:
            self._node = node
            self._add_field(self._simple[-1], self._setting.look({}))
        self._simple.pop()

    def _run(self, node: Element) -> None:
        look = self._setting.look(run_layer(node.find(W + "rPr")))
        for child in node:
            self._piece(child, look)

    def _piece(self, node: Element, look: Look) -> None:
        name = str(node.tag)
        self._node = node
        if name == W + "t":
            self._add(self._text(node), look)
        elif reader := _READERS.get(name):
            reader(self, node, look)
        elif name == MC + "AlternateContent":
            for child in (one for chosen in branch(node) for one in chosen):
                self._piece(child, look)

    def _text(self, node: Element) -> str:
        text = (node.text or "").translate(_BLANKS)
        return text if self._setting.keeps_blanks or node.get(XML_SPACE) == "preserve" else text.strip(" ")

    def _add(self, text: str, look: Look, font: str = "") -> None:
        content = self._content
        if not text or self._fields.in_code:
            return
        if look.hidden:
            content.hidden.append(text)
            return
        if content.breaks_inside:
            content.pieces.append(("\n", look, "", ""))
            content.nodes.append(None)
            content.breaks_inside = False
        self._fields.saw_text()
        content.pieces.append((text, look, self._field_name(), font))
        content.nodes.append(self._node)

    def _field_name(self) -> str:
        return self._fields.name or (self._simple[-1] if self._simple else "")

    def _add_field(self, name: str, look: Look) -> None:
        """Note a field that has no text yet: Word fills it in when it lays out the page."""
        if name and not look.hidden:
            self._content.pieces.append(("", look, name, ""))
            self._content.nodes.append(self._node)

    def _break(self, node: Element, look: Look) -> None:
        if value(node, "type") not in ("page", "column"):
            self._add("\n", look)
        elif self._content.has_text:
            self._content.breaks_inside = True
        else:
            self._content.breaks_before |= value(node, "type") == "page"

    def _symbol(self, node: Element, look: Look) -> None:
        code, font = value(node, "char") or "", value(node, "font") or ""
        try:
            letter = chr(int(code, 16))
        except (ValueError, OverflowError):
            return
        if letter.isprintable() or 0xE000 <= ord(letter) <= 0xF8FF:
            self._add(sign(font, letter), look, font)

    def _field_mark(self, node: Element, look: Look) -> None:
        if name := self._fields.turn(node):
            self._add_field(name, look)

    def _field_code(self, node: Element, _look: Look) -> None:
        self._fields.add_code(node.text or "")

    def _page_number(self, _node: Element, look: Look) -> None:
        self._add_field("PAGE", look)

    def _sign(self, node: Element, look: Look) -> None:
        self._add(_SIGNS[str(node.tag)], look)

    def _drawing(self, node: Element, _look: Look) -> None:
        if any(str(one.tag).rpartition("}")[2] in _NO_TEXT for one in node.iter()):
            self._content.lost.append("biểu đồ hoặc sơ đồ")
        self._take(drawings.drawn(node, self._setting.frame, self._setting.target))

    def _picture(self, node: Element, _look: Look) -> None:
        if node.tag == W + "object":
            self._content.lost.append("đối tượng nhúng")
        self._take(vml.drawn(node, self._setting.frame, self._setting.target))

    def _take(self, found: Iterator[drawings.Found]) -> None:
        for one in found:
            self._content.drawings.append(one.drawing)
            self._content.boxes += [(box, one.drawing) for box in one.boxes]

    def _ruby(self, node: Element, _look: Look) -> None:
        self.read(node)
        self._content.lost.append("chữ chú âm")


def _removed_text(node: Element) -> str:
    return "".join(one.text or "" for one in node.iter(W + "delText", W + "t"))


_SIGNS: Final = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "\u00ad",
}
_HOLDERS: Final[dict[str, Callable[[InlineReader, Element], None]]] = {
    W + "fldSimple": InlineReader._simple_field,
    W + "del": InlineReader._deletion,
    MC + "AlternateContent": InlineReader._alternatives,
    M + "oMath": InlineReader._formula,
    M + "oMathPara": InlineReader._formula,
}
_READERS: Final[dict[str, Callable[[InlineReader, Element, Look], None]]] = {
    W + "br": InlineReader._break,
    W + "sym": InlineReader._symbol,
    W + "fldChar": InlineReader._field_mark,
    W + "instrText": InlineReader._field_code,
    W + "pgNum": InlineReader._page_number,
    W + "drawing": InlineReader._drawing,
    W + "pict": InlineReader._picture,
    W + "object": InlineReader._picture,
    W + "ruby": InlineReader._ruby,
    **dict.fromkeys(_SIGNS, InlineReader._sign),
}
