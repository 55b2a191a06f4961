"""A document and a template in, the bytes of a .docx out; pure, and the same bytes for the same input."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jinja2 import Template, UndefinedError
from jinja2 import TemplateError as JinjaError
from jinja2.exceptions import SecurityError
from lxml import etree

from generator.errors import DataError, TemplateError
from generator.model.blocks import TasksHere
from generator.model.document import Document
from generator.ooxml.package import MAIN, write_parts
from generator.ooxml.wml import NAMESPACES
from generator.render.compiled import CompiledTemplate
from generator.render.context import Layouts, context
from generator.render.filler import Filler
from generator.render.pictures import Pictures
from generator.render.properties import CORE, core_properties
from generator.render.table_xml import CELL_STYLES
from generator.spelling import suggestion
from generator.templates.style_table import END_STYLE
from generator.templates.styles import TABLE_STYLE

_FIELDS_HINT = "«vanban template fields» liệt kê các trường dùng được"
_TEXT_OUTSIDE = [f"w:{holder}/text()[normalize-space()]" for holder in ("r", "p", "tc", "body", "hdr", "ftr")]
_MISPLACED = ["w:t/*", "w:body/w:r", "w:tc/w:r", "w:p/w:p", "w:p/w:tbl"]
_STRAY = [etree.XPath(f"//{path}", namespaces=NAMESPACES) for path in (*_TEXT_OUTSIDE, *_MISPLACED)]
"""What Word passes over. One path for all of it would be ten times slower."""


def render(
    document: Document, template: CompiledTemplate, layouts: Layouts, pictures: Mapping[str, bytes] | None = None
) -> bytes:
    """Return the .docx of a document.

    ``layouts`` are the table layouts by id, ``pictures`` the bytes of its pictures by the file named in the data.
    Raises DataError for a layout or a picture that is not there, TemplateError when the template asks for a field
    that a document does not have or lacks a style that the output needs.
    """
    _check_layouts(document, layouts)
    _check_styles(template)
    used = Pictures(pictures or {}, template.parts)
    values = Filler(template, used).values(context(document, layouts))
    parts = dict(template.parts)
    for name, source in template.merged.items():
        parts[name] = _fill(name, source, values)
    parts.update(used.parts())
    parts[CORE] = core_properties(document)
    return write_parts(parts)


def _check_layouts(document: Document, layouts: Layouts) -> None:
    for block in document.blocks():
        if isinstance(block, TasksHere) and block.layout not in layouts:
            raise DataError(
                f"không có mẫu bảng «{block.layout}»; các mẫu bảng: {', '.join(layouts)}",
                hint=suggestion(block.layout, layouts),
            )


def _check_styles(template: CompiledTemplate) -> None:
    wanted: Iterable[str] = (*CELL_STYLES.values(), TABLE_STYLE, END_STYLE)
    if lacking := [name for name in wanted if name not in template.styles]:
        raise TemplateError(
            f"mẫu thiếu kiểu (style): {', '.join(lacking)}",
            hint="hãy lấy lại các kiểu này từ mẫu do «vanban template build» tạo ra",
        )


def _fill(name: str, source: Template, values: Mapping[str, Any]) -> bytes:
    """Return the filled part, checked, so that nothing can be lost silently."""
    try:
        text = source.render(values)
    except UndefinedError as failure:
        raise TemplateError(
            f"{_place(name)}: mẫu dùng trường không có: «{failure.message}»",
            hint=suggestion(str(failure.message), _names(values)) or _FIELDS_HINT,
        ) from failure
    except SecurityError as failure:
        raise TemplateError(f"{_place(name)}: biểu thức trong mẫu không được phép: {failure.message}") from failure
    except (JinjaError, TypeError, ValueError, ArithmeticError, LookupError) as failure:
        raise TemplateError(f"{_place(name)}: không điền được mẫu: {failure}") from failure
    return _checked(name, text)


def _names(values: object) -> set[str]:
    """Return the names of all fields, those of records and of the entries of lists included."""
    if isinstance(values, Mapping):
        return set(values).union(*map(_names, values.values()))
    return set().union(*map(_names, values)) if isinstance(values, list | tuple) else set()


def _checked(name: str, text: str) -> bytes:
    """Return the part as bytes; its XML must be well formed, and no text stand where Word would pass over it."""
    try:
        root = etree.fromstring(text.encode("utf-8"), etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError as failure:
        raise TemplateError(
            f"{_place(name)}: điền mẫu xong thì cấu trúc không còn đúng ({failure.msg})",
            hint="thường do thẻ {%p … %} hoặc {%tr … %} đặt chung đoạn, chung hàng với chữ khác",
        ) from failure
    if stray := [found for path in _STRAY for found in path(root)]:
        raise TemplateError(
            f"{_place(name)}: có thẻ đứng sai kiểu, Word sẽ không hiện chữ «{_excerpt(stray[0])}»",
            hint="đoạn văn có định dạng viết {{r … }}, bảng và ngắt trang viết {{p … }}, chữ thường viết {{ … }}",
        )
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _place(name: str) -> str:
    return "thân văn bản" if name == MAIN else f"phần {name}"


def _excerpt(stray: etree._Element | str) -> str:
    text = stray if isinstance(stray, str) else "".join(map(str, stray.itertext()))
    return text.strip()[:60]
