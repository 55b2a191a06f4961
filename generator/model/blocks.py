"""The body of a document: sections of ordered blocks, numbered by kind of label.

A label is computed among its siblings; a literal ``label`` is stored only where a source deviates.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import Line, Record, RichText, Size, Tagged, Text
from generator.model.origin import ParentReference


class Numbering(StrEnum):
    """The kind of a label (NĐ 30, PL I/I/II.6c-đ)."""

    __hash__ = str.__hash__  # asked for at each line; that of enumerations is written in Python

    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ROMAN = "roman"
    ARTICLE = "article"
    ARABIC = "arabic"
    DECIMAL = "decimal"
    LETTER = "letter"
    DASH = "dash"
    PLUS = "plus"
    NONE = "none"


class Paragraph(Tagged):
    """A paragraph of running text without a label."""

    kind: Literal["paragraph"] = "paragraph"
    text: RichText = Field(title="Nội dung", description="Running text; a line break starts another paragraph")
    parent: ParentReference | None = Field(None, title="Nguồn giao", description="Point of the higher document")


class Item(Tagged):
    """A labelled paragraph: khoản 1., điểm a), gạch đầu dòng -, +, with what belongs to it."""

    kind: Literal["item"] = "item"
    numbering: Numbering = Field(Numbering.DASH, title="Kiểu đánh số", description="Kind of the label")
    label: Line | None = Field(
        None, title="Nhãn nguyên văn", description="Label as printed, only where it is not the computed one: 2.1:"
    )
    text: RichText = Field(title="Nội dung", description="Text after the label")
    heading: bool = Field(
        False,
        title="Là tiêu đề",
        description="Whether the text is a title on its own line; that of a khoản is bold (II.6đ)",
    )
    blocks: tuple[Block, ...] = Field((), title="Nội dung con", description="What belongs to the item")
    parent: ParentReference | None = Field(None, title="Nguồn giao", description="Point of the higher document")


class Cell(Record):
    """A cell of a table."""

    text: RichText | None = Field(None, title="Nội dung", description="Text of the cell; missing means empty")
    columns: int = Field(1, ge=1, title="Số cột gộp", description="How many columns the cell spans")
    rows: int = Field(1, ge=1, title="Số hàng gộp", description="How many rows the cell spans")
    bold: bool = Field(False, title="In đậm", description="Whether the whole cell is bold")
    align: Literal["left", "center", "right", "justify"] | None = Field(
        None, title="Căn lề", description="Alignment; the cell style's own when missing"
    )


class Table(Tagged):
    """A grid; a row lists only the cells that begin in it."""

    kind: Literal["table"] = "table"
    title: RichText | None = Field(None, title="Tên bảng", description="Printed above the table")
    widths: tuple[Size, ...] = Field(
        (), title="Độ rộng cột", description="Relative widths, one for each column; from the content when missing"
    )
    heading_rows: int = Field(1, ge=0, title="Số hàng tiêu đề", description="First rows that are repeated on each page")
    rows: tuple[tuple[Cell, ...], ...] = Field(title="Các hàng", description="Rows of cells, from the top")


class Picture(Tagged):
    """A picture beside the data file."""

    kind: Literal["picture"] = "picture"
    file: Line = Field(title="Tệp hình", description="PNG or JPEG, path relative to the data file")
    alt: Line = Field(title="Lời mô tả", description="What the picture shows, for readers who cannot see it")
    width: Size | None = Field(None, title="Bề rộng (mm)", description="Printed width in millimetres")
    title: RichText | None = Field(None, title="Tên hình", description="Printed below the picture")


class Note(Tagged):
    """A remark in italics, such as (Kế hoạch chi tiết tại Phụ lục kèm theo)."""

    kind: Literal["note"] = "note"
    text: RichText = Field(title="Ghi chú", description="Text of the remark, with its brackets if it has any")


class Other(Tagged):
    """What a reader could not place: kept in its order and printed as plain text, for a person to look at."""

    kind: Literal["other"] = "other"
    text: Text = Field(title="Chưa xếp được", description="The words as they stand in the source, without marks")


class ObjectivesHere(Tagged):
    """The place where the plan's objectives are printed."""

    kind: Literal["objectives"] = "objectives"
    numbering: Numbering = Field(Numbering.DASH, title="Kiểu đánh số", description="Kind of the labels")


class TargetsHere(Tagged):
    """The place where the plan's targets are printed."""

    kind: Literal["targets"] = "targets"
    layout: Literal["items", "table"] = Field(
        "items", title="Cách trình bày", description="One labelled line each, or a table with last year's results"
    )
    numbering: Numbering = Field(Numbering.DASH, title="Kiểu đánh số", description="Kind of the labels of the items")


class TasksHere(Tagged):
    """The place where the plan's tasks are printed as a table, usually alone in an appendix."""

    kind: Literal["tasks"] = "tasks"
    layout: Line = Field(
        "six_columns", title="Mẫu bảng", description="Name of a table layout: six_columns, seven_columns, …"
    )
    table: Line | None = Field(
        None, title="Bảng", description="Prints the tasks of this table alone; when missing, those that name no table"
    )


class Section(Tagged):
    """A titled part of the body: Phần, Chương, Mục I., Điều 1., or an untitled run of blocks."""

    kind: Literal["section"] = "section"
    numbering: Numbering = Field(Numbering.ROMAN, title="Kiểu đánh số", description="Kind of the label")
    label: Line | None = Field(
        None, title="Nhãn nguyên văn", description="Label as printed, only where it is not the computed one"
    )
    title: RichText | None = Field(None, title="Tiêu đề", description="Title; I. and II. take it in capitals")
    blocks: tuple[Block, ...] = Field((), title="Nội dung", description="Ordered blocks of the section")


Block = Annotated[
    Paragraph | Item | Table | Picture | Note | Other | ObjectivesHere | TargetsHere | TasksHere | Section,
    Field(discriminator="kind"),
]
"""Anything that may stand in a section, told apart by ``kind``."""

Item.model_rebuild()
Section.model_rebuild()
