"""A document and a template in, the bytes of a .docx out; pure, and the same bytes for the same input."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jinja2 import Template, UndefinedError
from jinja2 import TemplateError as JinjaError
from jinja2.exceptions import SecurityError
from lxml import etree

from generator.errors import DataError, TemplateError
from generator.model.blocks import Section, TasksHere
from generator.model.document import Document
from generator.model.labels import walk
from generator.ooxml.package import MAIN, write_parts
from generator.render.compiled import CompiledTemplate
from generator.render.context import Layouts, context
from generator.render.filler import END_STYLE, Filler
from generator.render.pictures import Pictures
from generator.render.properties import CORE, core_properties
from generator.render.table_xml import CELL_STYLES, TABLE_STYLE
from generator.spelling import suggestion


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
    holders = (*document.sections, *(Section(blocks=appendix.blocks) for appendix in document.appendices))
    for block in walk(holders):
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
    """Return the filled part; the result is parsed strictly, so that nothing can be lost silently."""
    try:
        text = source.render(values)
    except UndefinedError as failure:
        raise TemplateError(
            f"phần {name}: mẫu dùng trường không có: {failure.message}",
            hint="«vanban template fields» liệt kê các trường dùng được",
        ) from failure
    except SecurityError as failure:
        raise TemplateError(f"phần {name}: biểu thức trong mẫu không được phép: {failure.message}") from failure
    except (JinjaError, TypeError, ValueError) as failure:
        raise TemplateError(f"phần {name}: không điền được mẫu: {failure}") from failure
    return _checked(name, text)


def _checked(name: str, text: str) -> bytes:
    try:
        root = etree.fromstring(text.encode("utf-8"), etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError as failure:
        where = "thân văn bản" if name == MAIN else name
        raise TemplateError(
            f"{where}: điền mẫu xong thì cấu trúc không còn đúng ({failure.msg})",
            hint="thường do thẻ {%p … %} hoặc {%tr … %} đặt chung đoạn, chung hàng với chữ khác",
        ) from failure
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
