"""What orders that make Word files say of how these are rendered."""

from __future__ import annotations

from pydantic import Field

from generator.cli.batch.order import Order, OrderFile
from generator.cli.batch.product import RenderSettings
from generator.cli.template.chosen import office_folder
from generator.model.base import Line


class WordOrder(Order):
    """An order that makes Word files."""

    template: Line | None = Field(None, title="Mẫu riêng", description="One template for all")
    templates: Line | None = Field(None, title="Thư mục mẫu", description="The office's templates")
    check: bool = Field(default=True, title="Xét thể thức", description="Whether documents are judged as render does")
    embed: bool = Field(default=True, title="Kèm dữ liệu", description="Whether the data go along in the Word file")


def render_settings(order: WordOrder, file: OrderFile) -> RenderSettings:
    """Return how the documents of an order are rendered; DataError when it names a template that is not there."""
    template = file.file("template", order.template)
    if template and order.templates:
        told = "đã có một mẫu riêng (template) nên thư mục mẫu không có tác dụng"
        raise file.fault(told, "templates", order.templates, "bỏ một trong hai dòng")
    own = file.at(order.templates) if order.templates else None
    if own is not None and not own.is_dir():
        raise file.fault("không có thư mục mẫu này", "templates", order.templates)
    folder = None if template else office_folder(own)
    names = tuple(sorted(path.name for path in folder.glob("*.docx"))) if folder else ()
    return RenderSettings(template, folder, names, order.check, order.embed)
