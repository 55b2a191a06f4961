"""Whether the file of a template can carry a document: its kind, its entries, the XML in which it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.ooxml.package import CONTENT_TYPES, MAIN, entry_names
from generator.ooxml.wml import NAMESPACES
from generator.templates.check.findings import Finding, of_file
from generator.templates.check.places import parse_part

_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONSHIPS = "_rels/.rels"
_MACROS = b"macroEnabled"
_SAVE_AGAIN = "hãy mở mẫu bằng Word rồi lưu lại (Save As) ở dạng «Word Document (*.docx)»"


def package_findings(data: bytes, parts: Mapping[str, bytes]) -> Iterator[Finding]:
    """Yield why the bytes of a template, read into these parts, can carry no document that Word would open.

    Raises TemplateError when its main part is no XML.
    """
    if _MACROS in parts[CONTENT_TYPES]:
        yield _unfit("macros", "mẫu có macro (.docm, .dotm)")
    if _RELATIONSHIPS not in parts:
        yield _unfit("incomplete-file", f"mẫu thiếu phần {_RELATIONSHIPS}")
    entries = Counter(entry_names(data))
    for name in (name for name, times in entries.items() if times > 1 or _leads_out(name)):
        yield _unfit("odd-entry", f"tệp mẫu có phần «{name}» bị trùng hoặc có đường dẫn lạ")
    yield from _odd_xml(parts)


def _odd_xml(parts: Mapping[str, bytes]) -> Iterator[Finding]:
    root = parse_part(parts, MAIN)
    if root.tag == f"{{{_STRICT}}}document":
        yield _unfit("strict-file", "mẫu được lưu ở dạng Strict Open XML Document")
    elif root.prefix != "w" or root.nsmap.get("w") != NAMESPACES["w"]:
        yield _unfit("odd-prefix", "mẫu do chương trình khác ghi, tiền tố XML không phải «w:»")


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in name.split("/")


def _unfit(code: str, message: str) -> Finding:
    return of_file(code, message, hint=_SAVE_AGAIN)
