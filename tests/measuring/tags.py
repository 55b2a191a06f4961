"""The structure tree of a tagged PDF: to which paragraph, row and table each piece of marked content belongs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from pdfminer.pdftypes import resolve1

from tests.measuring.values import Tag

_PARAGRAPHS = {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Caption"}


def read_tags(document: Any, page_ids: dict[int, int]) -> dict[tuple[int, int], Tag]:
    """Return the tag of each piece as (number of the page, mcid).

    `document` is that of pdfminer; `page_ids` gives the page number of each page object. Empty for an untagged file.
    """
    root = resolve1(document.catalog.get("StructTreeRoot"))
    if root is None:
        return {}
    roles = {name: _name(role) for name, role in resolve1(root.get("RoleMap", {})).items()}
    return dict(_Walk(page_ids, roles).pieces(root.get("K"), _State()))


@dataclass(frozen=True)
class _State:
    """What the elements above say."""

    page: int | None = None
    kind: str = ""
    paragraph: int = 0
    table: int | None = None
    row: int | None = None
    heading: bool = False
    spans_rows: bool = False

    @property
    def tag(self) -> Tag:
        return Tag(self.kind, self.paragraph, self.table, self.row, self.heading, self.spans_rows)


@dataclass
class _Walk:
    page_ids: dict[int, int]
    roles: dict[str, str]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def pieces(self, node: Any, state: _State) -> Iterator[tuple[tuple[int, int], Tag]]:
        """Yield the marked content below a node: an element, a reference to a piece, its number, or a list."""
        node = resolve1(node)
        if isinstance(node, list):
            for child in node:
                yield from self.pieces(child, state)
        elif isinstance(node, int) and state.page is not None:
            yield (state.page, node), state.tag
        elif isinstance(node, dict):
            yield from self._below(node, self._here(node, state))

    def _below(self, node: dict[str, Any], state: _State) -> Iterator[tuple[tuple[int, int], Tag]]:
        if "MCID" in node:
            yield from self.pieces(node["MCID"], state)
        elif "K" in node:
            yield from self.pieces(node["K"], state)

    def _here(self, node: dict[str, Any], state: _State) -> _State:
        if "Pg" in node:
            state = replace(state, page=self.page_ids.get(node["Pg"].objid))
        kind = _name(node["S"]) if "S" in node else ""
        kind = self.roles.get(kind, kind)
        if kind in _PARAGRAPHS:
            return replace(state, kind=kind, paragraph=next(self.numbers))
        if kind == "Table":
            return replace(state, table=next(self.numbers), row=None)
        if kind == "TR":
            return replace(state, row=next(self.numbers))
        if kind in ("TD", "TH"):
            return replace(state, heading=kind == "TH", spans_rows=_row_span(node) > 1)
        return state


def _row_span(node: dict[str, Any]) -> int:
    found = resolve1(node.get("A", []))
    for attributes in found if isinstance(found, list) else [found]:
        if span := resolve1(attributes).get("RowSpan"):
            return int(span)
    return 1


def _name(literal: Any) -> str:
    name = resolve1(literal).name
    return name.decode("utf-8", "replace") if isinstance(name, bytes) else str(name)
