"""The styles of a file: their chains of inheritance and what they state (17.7)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from generator.ooxml.formatting.layers import Layer, laid, paragraph_layer, run_layer
from generator.ooxml.formatting.markup import Element, W, child_value, is_attribute_on, value

_SHOWN_WITH_CAPITAL: Final = re.compile(r"(?:heading [1-9]|header|footer|caption)")


@dataclass(frozen=True)
class Style:
    """One style as it is written."""

    id: str
    kind: str
    """paragraph, character, table or numbering."""
    name: str
    based_on: str = ""
    link: str = ""
    paragraph: Layer = field(default_factory=dict)
    run: Layer = field(default_factory=dict)
    node: Element | None = None

    @property
    def shown_name(self) -> str:
        """The name as Word shows it: "Heading 1" for the built-in "heading 1"."""
        return self.name[:1].upper() + self.name[1:] if _SHOWN_WITH_CAPITAL.fullmatch(self.name) else self.name


class StyleSheet:
    """The styles of a file by id; one without styles has empty defaults."""

    def __init__(self, root: Element | None) -> None:
        nodes = [] if root is None else root.findall(W + "style")
        self._styles: dict[str, Style] = {}
        for node in nodes:
            style = _style(node)
            self._styles.setdefault(style.id, style)
        self._defaults = _defaults(nodes)
        self._chains: dict[tuple[str, str], tuple[Style, ...]] = {}
        defaults = None if root is None else root.find(W + "docDefaults")
        self.run_defaults = run_layer(_inner(defaults, "rPrDefault", "rPr"))
        self.paragraph_defaults = paragraph_layer(_inner(defaults, "pPrDefault", "pPr"))

    def chain(self, identity: str | None, kind: str) -> tuple[Style, ...]:
        """Return a style and those that it is based on, the outermost first.

        An unknown style is the default one of its kind; a character style that is not there is none.
        """
        known = self._styles.get(identity or "")
        if known is None or known.kind != kind:
            known = self._linked(known, kind) or self._styles.get(self._defaults.get(kind, ""))
        if known is None:
            return ()
        key = (known.id, kind)
        if key not in self._chains:
            self._chains[key] = self._walked(known)
        return self._chains[key]

    def _linked(self, style: Style | None, kind: str) -> Style | None:
        """Return the style of the other kind that a style is linked with: Word takes one for the other."""
        linked = self._styles.get(style.link) if style else None
        return linked if linked and linked.kind == kind else None

    def _walked(self, style: Style) -> tuple[Style, ...]:
        chain: list[Style] = []
        current: Style | None = style
        while current is not None and current not in chain and current.kind == style.kind:
            chain.append(current)
            current = self._styles.get(current.based_on)
        return tuple(reversed(chain))

    def run(self, identity: str | None, kind: str) -> dict[str, Any]:
        """Return what a style says about runs, with what it inherits."""
        return laid(*(style.run for style in self.chain(identity, kind)))

    def paragraph(self, identity: str | None) -> dict[str, Any]:
        """Return what a paragraph style says about paragraphs, with what it inherits."""
        return laid(*(style.paragraph for style in self.chain(identity, "paragraph")))

    def fonts(self) -> Iterable[Layer]:
        """Yield the run layers of all styles and of the defaults."""
        yield self.run_defaults
        yield from (style.run for style in self._styles.values())

    def of_kind(self, kind: str) -> list[Style]:
        """Return all styles of a kind."""
        return [style for style in self._styles.values() if style.kind == kind]

    def style(self, identity: str) -> Style | None:
        """Return a style by id; None when there is none."""
        return self._styles.get(identity)


def _style(node: Element) -> Style:
    identity = value(node, "styleId") or ""
    return Style(
        id=identity,
        kind=value(node, "type") or "paragraph",
        name=child_value(node, "name") or identity,
        based_on=child_value(node, "basedOn") or "",
        link=child_value(node, "link") or "",
        paragraph=paragraph_layer(node.find(W + "pPr")),
        run=run_layer(node.find(W + "rPr")),
        node=node,
    )


def _defaults(nodes: Iterable[Element]) -> dict[str, str]:
    """Return the ids of the default styles by kind; none for character styles, whose default states nothing."""
    chosen = [node for node in nodes if is_attribute_on(node, "default")]
    kinds = ((value(node, "type") or "paragraph", value(node, "styleId") or "") for node in chosen)
    return {kind: identity for kind, identity in kinds if kind != "character"}


def _inner(node: Element | None, *path: str) -> Element | None:
    for name in path:
        node = None if node is None else node.find(W + name)
    return node
