"""Relationships and content types of a package: found, added once, taken away."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.errors import TemplateError
from generator.ooxml.package import CONTENT_TYPES, MAIN
from generator.ooxml.relationships import (
    PACKAGE,
    declare,
    parse_part,
    relate,
    related,
    relationships_part,
    undeclare,
    unrelate,
)

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def _package(*relationships: str, source: str = MAIN) -> dict[str, bytes]:
    types = f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/></Types>'
    rels = f'<Relationships xmlns="{_RELS}"><!-- none -->{"".join(relationships)}</Relationships>'
    return {CONTENT_TYPES: types.encode(), MAIN: b"<x/>", relationships_part(source): rels.encode()}


def _relationship(target: str, kind: str = "k", more: str = "") -> str:
    return f'<Relationship Id="rId1" Type="{kind}" Target="{target}"{more}/>'


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (PACKAGE, "_rels/.rels"),
        (MAIN, "word/_rels/document.xml.rels"),
        ("customXml/item1.xml", "customXml/_rels/item1.xml.rels"),
    ],
)
def test_where_relationships_of_a_part_stand(source: str, expected: str) -> None:
    assert relationships_part(source) == expected


@pytest.mark.parametrize(
    ("relationship", "found"),
    [
        (_relationship("../customXml/item1.xml"), ["customXml/item1.xml"]),
        (_relationship("/customXml/item1.xml"), ["customXml/item1.xml"]),
        (_relationship("../customXml/item1.xml", kind="other"), []),
        (_relationship("../customXml/item9.xml"), []),
        (_relationship("/customXml/item1.xml", more=' TargetMode="External"'), []),
    ],
    ids=["relative", "absolute", "another kind", "not in the package", "outside the package"],
)
def test_what_a_part_refers_to(relationship: str, found: list[str]) -> None:
    parts = {**_package(relationship), "customXml/item1.xml": b"<a/>"}
    assert related(parts, MAIN, "k") == found


@pytest.mark.parametrize(
    ("source", "target", "written"),
    [
        (PACKAGE, "docProps/custom.xml", "docProps/custom.xml"),
        (MAIN, "customXml/item1.xml", "../customXml/item1.xml"),
        (MAIN, "word/styles.xml", "styles.xml"),
    ],
)
def test_a_relationship_is_added_under_a_free_id_and_taken_away(source: str, target: str, written: str) -> None:
    before = {**_package(_relationship("x.xml"), source=source), target: b"<a/>"}
    after = relate(before, source, "new", target)
    added = etree.fromstring(after[relationships_part(source)])[-1]
    assert dict(added.attrib) == {"Id": "rId2", "Type": "new", "Target": written}
    assert related(after, source, "new") == [target]
    assert related(unrelate(after, source, target), source, "new") == []
    assert relate(after, source, "new", target) != after, "the same again is another relationship"


def test_a_part_without_relationships_gets_some() -> None:
    parts = relate({"a/b.xml": b"<b/>"}, MAIN, "k", "a/b.xml")
    assert related(parts, MAIN, "k") == ["a/b.xml"]


def test_a_content_type_is_declared_only_where_the_default_is_another() -> None:
    parts = _package()
    assert declare(parts, "a.xml", "application/xml") == parts
    declared = declare(parts, "a.xml", "text/a")
    assert declare(declared, "A.xml", "text/a") == declared
    assert b'<Override PartName="/a.xml" ContentType="text/a"/>' in declared[CONTENT_TYPES]
    assert b"text/b" in declare(declared, "a.xml", "text/b")[CONTENT_TYPES]
    assert b"Override" not in undeclare(declared, "a.xml")[CONTENT_TYPES]
    assert undeclare(parts, "a.xml") == parts


def test_a_broken_part_is_named() -> None:
    with pytest.raises(TemplateError, match="docProps/custom.xml"):
        parse_part(b"<a>", "docProps/custom.xml")


def test_entities_are_not_followed() -> None:
    root = parse_part(b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>', "a.xml")
    assert "".join(root.itertext("a")) == ""
