"""The parts of a Word file by what they are, found through their relationships."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from generator.errors import TemplateError
from generator.ooxml.formatting.markup import Element, W, parse
from generator.ooxml.package import MAIN
from generator.ooxml.relationships import PACKAGE, relationships_part


@dataclass(frozen=True)
class Relation:
    """Where one part refers to another."""

    id: str
    kind: str
    """The last word of its type: styles, header, image …; strict and transitional files share it."""
    target: str
    """The name of the part; the address, for one outside the file."""


class WordSource:
    """A package with its main part; each part is parsed when it is asked for."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._relations: dict[str, dict[str, Relation]] = {}
        mains = [one.target for one in self.relations(PACKAGE).values() if one.kind == "officeDocument"]
        self.main = next((name for name in (*mains, MAIN) if name in parts), MAIN)

    def body(self) -> Element:
        """Return the body of the main part; TemplateError when there is none."""
        root = self.root(self.main)
        body = None if root is None else root.find(W + "body")
        if body is None:
            raise TemplateError("tệp không phải văn bản Word (.docx)", hint=f"phần {self.main} không có thân văn bản")
        return body

    def root(self, name: str) -> Element | None:
        """Return the root of a part; None when the file has no such part, TemplateError when it is broken."""
        data = self._parts.get(name)
        return None if data is None else parse(data, name)

    def of_kind(self, kind: str) -> Element | None:
        """Return the root of the part that the main one refers to as its styles, numbering, settings …"""
        found = (one.target for one in self.relations(self.main).values() if one.kind == kind)
        name = next((target for target in found if target in self._parts), None)
        return None if name is None else self.root(name)

    def name_of_kind(self, kind: str) -> str:
        """Return the name of the part that the main one refers to as such; empty without one."""
        found = (one.target for one in self.relations(self.main).values() if one.kind == kind)
        return next((target for target in found if target in self._parts), "")

    def target(self, source: str, identity: str | None) -> str:
        """Return what a relationship of a part leads to; empty when there is none."""
        found = self.relations(source).get(identity or "")
        return found.target if found else ""

    def relations(self, source: str) -> dict[str, Relation]:
        """Return the relationships of a part by their identity."""
        if source not in self._relations:
            self._relations[source] = self._read_relations(source)
        return self._relations[source]

    def _read_relations(self, source: str) -> dict[str, Relation]:
        root = self.root(relationships_part(source))
        if root is None:
            return {}
        found = (_relation(one, source) for one in root)
        return {one.id: one for one in found}


def _relation(node: Element, source: str) -> Relation:
    written = node.get("Target", "")
    outside = node.get("TargetMode") == "External"
    joined = posixpath.join("/", posixpath.dirname(source), written)
    target = written if outside else posixpath.normpath(joined).lstrip("/")
    return Relation(node.get("Id", ""), node.get("Type", "").rpartition("/")[2], target)
