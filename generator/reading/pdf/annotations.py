"""What programs laid over a page: the picture of a digital signature (II.8), notes, filled form fields.

None of it is text of the page; the words that it shows are named, never taken for number, day or signer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTContainer
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdftypes import PDFStream, dict_value, resolve1
from pdfminer.psparser import literal_name
from pdfminer.utils import MATRIX_IDENTITY
from pdfplumber.page import Page

from generator.diagnostics import Diagnostic, Place, hint, warning
from generator.reading.pdf.glyphs import Glyph
from generator.reading.pdf.rows import rows_of
from generator.vietnamese.unicode import clean

_SHOWN = frozenset({"Widget", "FreeText", "Stamp"})
_HIDDEN = 2
"""The flag of an annotation that is not shown."""


def annotation_notes(page: Page) -> list[Diagnostic]:
    """Return what the annotations of a page show, each as a finding that quotes its words."""
    notes: list[Diagnostic] = []
    for annotation in _annotations(page):
        kind = _name(annotation.get("Subtype"))
        if kind not in _SHOWN or _flags(annotation) & _HIDDEN:
            continue
        text = clean(_shown(page, annotation)).strip()
        where = Place(part=f"trang {page.page_number}", quote=text or None)
        if kind == "Widget" and _name(_inherited(annotation, "FT")) == "Sig":
            notes.append(_signature_note(where))
        elif text:
            notes.append(_annotation_note(where))
    return notes


def _signature_note(where: Place) -> Diagnostic:
    message = "chữ ký số là hình gắn trên trang; số, ngày và tên người ký chỉ có trong hình thì không được nhập"
    return hint(message, where, hint="hãy nhập số, ngày, người ký bằng tay nếu còn thiếu", code="signature-graphic")


def _annotation_note(where: Place) -> Diagnostic:
    message = "chữ ghi thêm trên trang (ô biểu mẫu, chú thích) không được nhập"
    return warning(message, where, hint="hãy nhập bằng tay nếu là nội dung của văn bản", code="annotation")


def _annotations(page: Page) -> Iterator[Mapping[str, Any]]:
    for reference in resolve1(page.page_obj.annots) or ():
        annotation = resolve1(reference)
        if isinstance(annotation, dict):
            yield annotation


def _name(value: Any) -> str:
    value = resolve1(value)
    return str(literal_name(value)) if value is not None else ""


def _flags(annotation: Mapping[str, Any]) -> int:
    value = resolve1(annotation.get("F"))
    return value if isinstance(value, int) else 0


def _inherited(annotation: Mapping[str, Any], key: str) -> Any:
    """Return the value of a form field, which its parent may hold."""
    parent = resolve1(annotation.get("Parent"))
    return annotation.get(key) or (parent.get(key) if isinstance(parent, dict) else None)


def _shown(page: Page, annotation: Mapping[str, Any]) -> str:
    """Return the words that the appearance of an annotation draws; those of its contents where it draws none."""
    stream = _appearance(annotation)
    drawn = _drawn(page, stream) if stream is not None else ""
    return drawn or _contents(annotation)


def _contents(annotation: Mapping[str, Any]) -> str:
    value = resolve1(annotation.get("Contents"))
    if not isinstance(value, bytes):
        return ""
    return value.decode("utf-16", "replace") if value[:2] in (b"\xfe\xff", b"\xff\xfe") else value.decode("latin-1")


def _appearance(annotation: Mapping[str, Any]) -> PDFStream | None:
    found = resolve1(dict_value(annotation.get("AP") or {}).get("N"))
    if isinstance(found, dict):
        found = resolve1(found.get(_name(annotation.get("AS"))))
    return found if isinstance(found, PDFStream) else None


def _drawn(page: Page, stream: PDFStream) -> str:
    manager = PDFResourceManager()
    device = PDFPageAggregator(manager)
    interpreter = PDFPageInterpreter(manager, device)
    device.begin_page(page.page_obj, MATRIX_IDENTITY)
    interpreter.render_contents(dict_value(stream.get("Resources") or {}), [stream], MATRIX_IDENTITY)
    layout = device.cur_item
    return " ".join(row.text for row in rows_of([_glyph(char) for char in _chars(layout)]))


def _chars(container: LTContainer[Any]) -> Iterator[LTChar]:
    for item in container:
        if isinstance(item, LTChar):
            yield item
        elif isinstance(item, LTContainer):
            yield from _chars(item)


def _glyph(char: LTChar) -> Glyph:
    return Glyph(char.get_text(), char.x0, char.x1, -char.y1, -char.y0, -char.matrix[5], max(char.size, 0.1))
