"""The XML of a Word file read safely, with the names and measures of WordprocessingML.

Names of the strict form of the standard (ISO/IEC 29500) become those of the transitional one, so that everything
after this module knows one set of names, whatever prefixes a file binds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from generator.errors import TemplateError
from generator.ooxml.package import SAVE_AGAIN, parse_part

Element = etree._Element

_OFFICE: Final = "http://schemas.openxmlformats.org"
_STRICT: Final = "http://purl.oclc.org/ooxml/"
W: Final = f"{{{_OFFICE}/wordprocessingml/2006/main}}"
R: Final = f"{{{_OFFICE}/officeDocument/2006/relationships}}"
A: Final = f"{{{_OFFICE}/drawingml/2006/main}}"
WP: Final = f"{{{_OFFICE}/drawingml/2006/wordprocessingDrawing}}"
PIC: Final = f"{{{_OFFICE}/drawingml/2006/picture}}"
M: Final = f"{{{_OFFICE}/officeDocument/2006/math}}"
MC: Final = f"{{{_OFFICE}/markup-compatibility/2006}}"
WPS: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
V: Final = "{urn:schemas-microsoft-com:vml}"
O: Final = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - the prefix that Word gives it
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

_TRANSITIONAL: Final = {
    f"{{{_STRICT}wordprocessingml/main}}": W,
    f"{{{_STRICT}officeDocument/relationships}}": R,
    f"{{{_STRICT}drawingml/main}}": A,
    f"{{{_STRICT}drawingml/wordprocessingDrawing}}": WP,
    f"{{{_STRICT}drawingml/picture}}": PIC,
    f"{{{_STRICT}officeDocument/math}}": M,
}
_UNDERSTOOD: Final = frozenset({"wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "w16", "w16cid", "w16se", "a14"})
"""Prefixes of the extensions that this reader knows, as every program binds them."""
_DOCTYPE: Final = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_MEASURE: Final = re.compile(r"\s*([-+]?\d+(?:\.\d+)?|[-+]?\.\d+)\s*(mm|cm|in|pt|pc|pi|px)?\s*", re.ASCII)
_TWIPS: Final = {"mm": 1440 / 25.4, "cm": 14400 / 25.4, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0, "px": 15.0}
_OFF: Final = frozenset({"0", "false", "off", "none"})
_LARGEST: Final = 10**7
"""Twips: 176 metres; what is longer is no measure."""


def parse(data: bytes, name: str) -> Element:
    """Return the root of a part, without comments, its names those of the transitional form.

    TemplateError when it is no XML, is nested too deep, or declares a document type: no Word file does, and entities
    could blow it up.
    """
    if any(mark in data for mark in _DOCTYPE):
        raise TemplateError(f"phần {name} có khai báo DOCTYPE, không phải phần của tệp Word", hint=SAVE_AGAIN)
    root = parse_part(data, name)
    if _STRICT.encode() in data:
        _make_transitional(root)
    return root


def _make_transitional(root: Element) -> None:
    for node in root.iter():
        node.tag = _transitional(str(node.tag))
        for name in [str(name) for name in node.attrib if str(name).startswith("{" + _STRICT)]:
            node.attrib[_transitional(name)] = node.attrib.pop(name)


def _transitional(name: str) -> str:
    namespace, brace, local = name.rpartition("}")
    return _TRANSITIONAL.get(namespace + brace, namespace + brace) + local


def value(node: Element | None, name: str = "val") -> str | None:
    """Return an attribute in the namespace of WordprocessingML; None without one."""
    return None if node is None else node.get(W + name)


def child_value(node: Element | None, child: str, name: str = "val") -> str | None:
    """Return an attribute of a child; None without one."""
    return None if node is None else value(node.find(W + child), name)


def is_on(node: Element | None) -> bool:
    """Tell whether a switch is set: it is there and not turned off."""
    return node is not None and (value(node) or "1") not in _OFF


def is_attribute_on(node: Element | None, name: str) -> bool | None:
    """Tell whether an attribute is a set switch; None without one."""
    text = value(node, name)
    return None if text is None else text not in _OFF


def twips(text: str | None) -> float | None:
    """Return a length in twentieths of a point, given so or with a unit; None for what is no length."""
    match = _MEASURE.fullmatch(text) if text else None
    if not match:
        return None
    found = float(match[1]) * _TWIPS.get(match[2], 1.0)
    return found if abs(found) <= _LARGEST else None


def number(text: str | None) -> int | None:
    """Return a whole number; None for what is none, or is beyond what any document counts."""
    if text is None or len(text) > 10:
        return None
    try:
        return int(text)
    except ValueError:
        return None


def millimetres(length: float) -> float:
    """Return a length given in twips."""
    return length * 25.4 / 1440


def branch(alternate: Element) -> Iterator[Element]:
    """Yield the one branch of ``mc:AlternateContent`` that is shown: the first understood choice, or the fallback."""
    for choice in alternate:
        needed = (choice.get("Requires") or "").split()
        if choice.tag == MC + "Fallback" or (choice.tag == MC + "Choice" and _UNDERSTOOD.issuperset(needed)):
            yield choice
            return
