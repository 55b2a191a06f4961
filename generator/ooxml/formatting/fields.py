"""Fields written with begin, separate and end: which text is their code, which their result (17.16)."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.ooxml.formatting.markup import Element, W, value

_REMOVED = frozenset({W + "del", W + "moveFrom"})


def unclosed(root: Element) -> frozenset[Element]:
    """Return the beginnings of fields that never end: Word shows their text, so they are passed over."""
    opened: list[Element] = []
    for node in root.iter(W + "fldChar"):
        if any(around.tag in _REMOVED for around in node.iterancestors()):
            continue
        kind = value(node, "fldCharType")
        if kind == "begin":
            opened.append(node)
        elif kind == "end" and opened:
            opened.pop()
    return frozenset(opened)


@dataclass
class _Open:
    """A field that has begun."""

    code: str = ""
    in_result: bool = False
    has_text: bool = False

    @property
    def name(self) -> str:
        return name_of(self.code)


def name_of(code: str) -> str:
    """Return the name of a field from its code; empty for an empty one."""
    words = code.split(maxsplit=1)
    return words[0].upper() if words else ""


@dataclass
class Fields:
    """The fields open at a place of a story."""

    _passed_over: frozenset[Element] = frozenset()
    _open: list[_Open] = field(default_factory=list)

    @property
    def in_code(self) -> bool:
        """Whether text at the place is the code of a field, which nobody sees."""
        return any(not one.in_result for one in self._open)

    @property
    def name(self) -> str:
        """The name of the innermost field whose result the place is; empty outside of fields."""
        return self._open[-1].name if self._open else ""

    def turn(self, node: Element) -> str | None:
        """Take a ``w:fldChar``; return the name of a field that ends with it without any text, else None."""
        kind = value(node, "fldCharType")
        if kind == "begin" and node not in self._passed_over:
            self._open.append(_Open())
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
        elif kind == "end" and self._open:
            ended = self._open.pop()
            return None if ended.has_text or self.in_code else ended.name
        return None

    def add_code(self, text: str) -> None:
        """Take text of the code of the innermost field."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].code += text

    def saw_text(self) -> None:
        """Note that the fields at the place have a result."""
        for one in self._open:
            one.has_text = True
