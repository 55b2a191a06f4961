"""How the parts of a package hang together: relationships from part to part, and the content type of each.

A change is a new text of the one part that holds it; the same change of the same text is worked out once, since each
document of a template asks for it again.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from lxml import etree

from generator.ooxml.package import CONTENT_TYPES, parse_part

PACKAGE: Final = ""
"""The package itself as the source of relationships."""

_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_EMPTY: Final = f'<Relationships xmlns="{_RELATIONSHIPS}"/>'.encode()
_REMEMBERED: Final = 64


def part_bytes(root: etree._Element) -> bytes:
    """Return the part of a root, with its XML declaration."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def relationships_part(source: str) -> str:
    """Return the name of the part with the relationships of a part: ``word/_rels/document.xml.rels``."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def related(parts: Mapping[str, bytes], source: str, kind: str) -> list[str]:
    """Return the names of the parts that a part refers to by a kind of relationship, those not there left out."""
    targets = _targets(parts.get(relationships_part(source), _EMPTY), source, kind)
    return [target for target in targets if target in parts]


@lru_cache(_REMEMBERED)
def _targets(data: bytes, source: str, kind: str) -> tuple[str, ...]:
    root = parse_part(data, relationships_part(source))
    targets = (_target(one, source) for one in root if one.get("Type") == kind)
    return tuple(target for target in targets if target is not None)


def relate(parts: Mapping[str, bytes], source: str, kind: str, target: str) -> dict[str, bytes]:
    """Return the parts with one more relationship, from the source to the target."""
    name = relationships_part(source)
    return {**parts, name: _with_relationship(parts.get(name, _EMPTY), source, kind, target)}


@lru_cache(_REMEMBERED)
def _with_relationship(data: bytes, source: str, kind: str, target: str) -> bytes:
    root = parse_part(data, relationships_part(source))
    written = posixpath.relpath(f"/{target}", f"/{posixpath.dirname(source)}")
    attributes = {"Id": _free_id(root), "Type": kind, "Target": written}
    etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", attributes)
    return part_bytes(root)


def _free_id(root: etree._Element) -> str:
    taken = {one.get("Id") for one in root}
    return next(identity for number in range(1, len(taken) + 2) if (identity := f"rId{number}") not in taken)


def unrelate(parts: Mapping[str, bytes], source: str, target: str) -> dict[str, bytes]:
    """Return the parts without the relationships from the source to the target."""
    name = relationships_part(source)
    root = parse_part(parts.get(name, _EMPTY), name)
    for one in [one for one in root if _target(one, source) == target]:
        root.remove(one)
    return {**parts, name: part_bytes(root)}


def _target(relationship: etree._Element, source: str) -> str | None:
    """The name of the part that a relationship leads to; None for a place outside the package."""
    if relationship.get("TargetMode") == "External":
        return None
    written = relationship.get("Target", "")
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(source), written)).lstrip("/")


def declare(parts: Mapping[str, bytes], name: str, content_type: str) -> dict[str, bytes]:
    """Return the parts with the content type of one of them; unchanged when it has that one already."""
    return {**parts, CONTENT_TYPES: _with_type(parts[CONTENT_TYPES], name, content_type)}


@lru_cache(_REMEMBERED)
def _with_type(data: bytes, name: str, content_type: str) -> bytes:
    root = parse_part(data, CONTENT_TYPES)
    override = _override(root, name)
    if override is None and _default(root, name) == content_type:
        return data
    if override is None:
        override = etree.SubElement(root, f"{{{_TYPES}}}Override", {"PartName": f"/{name}"})
    override.set("ContentType", content_type)
    return part_bytes(root)


def undeclare(parts: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """Return the parts without a content type of its own for one that is no longer there."""
    root = parse_part(parts[CONTENT_TYPES], CONTENT_TYPES)
    override = _override(root, name)
    if override is None:
        return dict(parts)
    root.remove(override)
    return {**parts, CONTENT_TYPES: part_bytes(root)}


def _override(root: etree._Element, name: str) -> etree._Element | None:
    return next((one for one in root if one.get("PartName", "").lower() == f"/{name}".lower()), None)


def _default(root: etree._Element, name: str) -> str | None:
    extension = posixpath.splitext(name)[1].removeprefix(".").lower()
    return next((one.get("ContentType") for one in root if one.get("Extension", "").lower() == extension), None)
