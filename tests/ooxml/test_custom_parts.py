"""Custom properties and custom XML parts: written as Word writes them, found again, those of others left alone."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import etree

from generator.ooxml.custom_parts import item, properties, with_item, with_properties, without_item
from generator.ooxml.package import CONTENT_TYPES, MAIN, read_parts, write_parts
from generator.ooxml.relationships import PACKAGE, related, relationships_part, unrelate
from generator.templates.catalog import template_for
from tests.ooxml_sdk import validate

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATION = f"{_OFFICE}/relationships/custom-properties"
_ITEMS = f"{_OFFICE}/relationships/customXml"
OURS = "urn:example:ours:1"
THEIRS = "urn:example:theirs:1"


def _template() -> dict[str, bytes]:
    return read_parts(template_for("plan").read_bytes())


def _data(namespace: str, text: str = "x") -> bytes:
    return f'<data xmlns="{namespace}">{text}</data>'.encode()


def _without_properties() -> dict[str, bytes]:
    parts = unrelate(_template(), PACKAGE, "docProps/custom.xml")
    del parts["docProps/custom.xml"]
    return parts


@pytest.mark.parametrize("parts", [_template(), _without_properties()], ids=["with a part", "without one"])
def test_properties_are_added_and_those_of_the_same_name_replaced(parts: dict[str, bytes]) -> None:
    before = properties(parts)
    after = with_properties(with_properties(parts, {"Người soạn": "A & B", "ma": "1"}), {"MA": "2"})
    assert properties(after) == {**before, "Người soạn": "A & B", "ma": "2"}
    part = related(after, PACKAGE, _RELATION)[0]
    numbers = [one.get("pid") for one in etree.fromstring(after[part])]
    assert numbers == [str(number) for number in range(2, len(numbers) + 2)]
    assert b"custom-properties+xml" in after[CONTENT_TYPES]


def test_properties_of_other_types_and_odd_numbers_stay() -> None:
    parts = _template()
    parts["docProps/custom.xml"] = (
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:v="{_OFFICE}/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="Đợt"><v:i4>3</v:i4></property>'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="x" name="Dấu" linkTarget="m"><v:lpwstr/>'
        "</property></Properties>"
    ).encode()
    after = with_properties(parts, {"mới": "a", "dấu": "b"})
    assert properties(after) == {"Đợt": "3", "Dấu": "b", "mới": "a"}
    assert b'pid="8" name="m' in after["docProps/custom.xml"]
    assert b"linkTarget" not in after["docProps/custom.xml"]


def test_an_item_is_found_by_its_namespace_and_replaced() -> None:
    parts = with_item(with_item(_template(), THEIRS, _data(THEIRS, "họ")), OURS, _data(OURS, "cũ"))
    parts = with_item(parts, OURS, _data(OURS, "mới"))
    assert related(parts, MAIN, _ITEMS) == ["customXml/item1.xml", "customXml/item2.xml"]
    found = [item(parts, namespace) for namespace in (OURS, THEIRS, "urn:example:none")]
    assert [None if root is None else root.text for root in found] == ["mới", "họ", None]


def test_an_item_taken_away_leaves_the_package_as_it_was() -> None:
    before = _template()
    after = without_item(with_item(before, OURS, _data(OURS)), OURS)
    assert after.keys() == before.keys()
    changed = {CONTENT_TYPES, relationships_part(MAIN)}
    assert {name for name in before if before[name] != after[name]} <= changed
    for name in changed:
        assert etree.tostring(etree.fromstring(before[name]), method="c14n") == etree.tostring(
            etree.fromstring(after[name]), method="c14n"
        )


def test_a_name_in_use_is_not_taken() -> None:
    parts = {**_template(), "customXml/itemProps1.xml": b"<x/>"}
    assert "customXml/item2.xml" in with_item(parts, OURS, _data(OURS))


def test_both_survive_a_save_by_another_program() -> None:
    made = write_parts(with_item(with_properties(_template(), {"ma": "1"}), OURS, _data(OURS)))
    saved = BytesIO()
    docx.Document(BytesIO(made)).save(saved)
    parts = read_parts(saved.getvalue())
    assert properties(parts)["ma"] == "1"
    root = item(parts, OURS)
    assert root is not None
    assert root.text == "x"


@pytest.mark.sdk
def test_the_package_is_valid(tmp_path: Path) -> None:
    parts = with_item(with_item(_without_properties(), THEIRS, _data(THEIRS)), OURS, _data(OURS))
    path = tmp_path / "a.docx"
    path.write_bytes(write_parts(with_properties(parts, {"ma": "1", "Đợt": "2"})))
    assert validate([path]) == {path: []}
