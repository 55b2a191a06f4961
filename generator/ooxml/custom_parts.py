"""What a .docx carries beside the document: custom properties, and custom XML parts told apart by their namespace.

Both are written as Word writes them, with relationships and content types, so that Word, LibreOffice and others keep
them when they save the file. Each function takes all parts of a package and hands back all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from generator.ooxml.package import MAIN, parse_part
from generator.ooxml.relationships import (
    PACKAGE,
    declare,
    part_bytes,
    relate,
    related,
    relationships_part,
    undeclare,
    unrelate,
)

_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_PROPERTIES: Final = f"{_OFFICE}/custom-properties"
_VALUES: Final = f"{_OFFICE}/docPropsVTypes"
_ITEM: Final = f"{_OFFICE}/customXml"
_PROPERTIES_RELATION: Final = f"{_OFFICE}/relationships/custom-properties"
_ITEM_RELATION: Final = f"{_OFFICE}/relationships/customXml"
_STORE_RELATION: Final = f"{_OFFICE}/relationships/customXmlProps"
_PROPERTIES_TYPE: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_STORE_TYPE: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_ITEM_TYPE: Final = "application/xml"
_TEXT_VALUE: Final = f"{{{_VALUES}}}lpwstr"

_PROPERTIES_PART: Final = "docProps/custom.xml"
_NO_PROPERTIES: Final = f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_VALUES}"/>'.encode()
_USER_DEFINED: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The property set of what users define; its numbers begin at 2."""


def properties(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the custom properties by name, each as text; empty when the file has none."""
    found: dict[str, str] = {}
    for part in related(parts, PACKAGE, _PROPERTIES_RELATION):
        for entry in parse_part(parts[part], part):
            found[entry.get("name", "")] = "".join(map(str, entry.itertext())).strip()
    return found


def with_properties(parts: Mapping[str, bytes], values: Mapping[str, str]) -> dict[str, bytes]:
    """Return the parts with text properties of the names given, in place of those of the same name; others stay.

    Names are the same whatever their capitals, as in Word.
    """
    known = related(parts, PACKAGE, _PROPERTIES_RELATION)
    part = known[0] if known else _PROPERTIES_PART
    root = parse_part(parts[part] if known else _NO_PROPERTIES, part)
    known_entries = {one.get("name", "").casefold(): one for one in root}
    for name, text in values.items():
        entry = known_entries.get(name.casefold())
        _set(_added(root, name) if entry is None else entry, text)
    made = dict(parts) if known else relate(parts, PACKAGE, _PROPERTIES_RELATION, part)
    made[part] = part_bytes(root)
    return declare(made, part, _PROPERTIES_TYPE)


def without_properties(parts: Mapping[str, bytes], prefix: str) -> dict[str, bytes]:
    """Return the parts without the custom properties whose name begins so."""
    made = dict(parts)
    for part in related(parts, PACKAGE, _PROPERTIES_RELATION):
        root = parse_part(parts[part], part)
        found = [one for one in root if one.get("name", "").startswith(prefix)]
        for one in found:
            root.remove(one)
        made[part] = part_bytes(root) if found else parts[part]
    return made


def _added(root: etree._Element, name: str) -> etree._Element:
    """Return a new property, numbered after the highest of the others."""
    numbers = [int(pid) for one in root if (pid := one.get("pid", "")).isdecimal()]
    identity = {"fmtid": _USER_DEFINED, "pid": str(max(numbers, default=1) + 1), "name": name}
    return etree.SubElement(root, f"{{{_PROPERTIES}}}property", identity)


def _set(entry: etree._Element, text: str) -> None:
    """Make the property a text of its own, linked to no place in the document."""
    entry.attrib.pop("linkTarget", None)
    for child in list(entry):
        entry.remove(child)
    etree.SubElement(entry, _TEXT_VALUE).text = text


def item(parts: Mapping[str, bytes], namespace: str) -> etree._Element | None:
    """Return the root of the custom XML part in a namespace, the first of several; None when there is none."""
    return next((root for _, root in _items(parts, namespace)), None)


def _items(parts: Mapping[str, bytes], namespace: str) -> list[tuple[str, etree._Element]]:
    roots = [(name, parse_part(parts[name], name, unlimited=True)) for name in related(parts, MAIN, _ITEM_RELATION)]
    return [(name, root) for name, root in roots if etree.QName(root).namespace == namespace]


def without_item(parts: Mapping[str, bytes], namespace: str) -> dict[str, bytes]:
    """Return the parts without the custom XML parts in a namespace and all that belongs to them."""
    made = dict(parts)
    for name, _ in _items(parts, namespace):
        for beside in (*related(parts, name, _STORE_RELATION), relationships_part(name), name):
            made.pop(beside, None)
            made = undeclare(made, beside)
        made = unrelate(made, MAIN, name)
    return made


def with_item(parts: Mapping[str, bytes], namespace: str, data: bytes) -> dict[str, bytes]:
    """Return the parts with a custom XML part, ``data`` being its text, in place of any in the same namespace."""
    made = without_item(parts, namespace)
    number = next(n for n in range(1, len(made) + 2) if not {_item_name(n), _store_name(n)} & made.keys())
    name, store = _item_name(number), _store_name(number)
    made = {**made, name: data, store: _store(namespace)}
    made = relate(relate(made, MAIN, _ITEM_RELATION, name), name, _STORE_RELATION, store)
    return declare(declare(made, name, _ITEM_TYPE), store, _STORE_TYPE)


def _item_name(number: int) -> str:
    return f"customXml/item{number}.xml"


def _store_name(number: int) -> str:
    return f"customXml/itemProps{number}.xml"


def _store(namespace: str) -> bytes:
    """The part that names the data for Word; its identity comes from the namespace: always the same bytes."""
    identity = str(uuid5(NAMESPACE_URL, namespace)).upper()
    root = etree.Element(f"{{{_ITEM}}}datastoreItem", nsmap={"ds": _ITEM})
    root.set(f"{{{_ITEM}}}itemID", f"{{{identity}}}")
    references = etree.SubElement(root, f"{{{_ITEM}}}schemaRefs")
    etree.SubElement(references, f"{{{_ITEM}}}schemaRef", {f"{{{_ITEM}}}uri": namespace})
    return part_bytes(root)
