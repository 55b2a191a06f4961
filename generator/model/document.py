"""A document of any of the 29 kinds of NĐ 30, Điều 7, in the parts that every kind shares."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from generator.model.base import Line, Record, RichText, Text
from generator.model.basis import BasisLayout, LegalBasis
from generator.model.blocks import Block, Section
from generator.model.ending import Archive, Recipient, Signature
from generator.model.labels import walk
from generator.model.organization import Organization
from generator.nd30.document_types import DOCUMENT_TYPES, DocumentType, document_type
from generator.vietnamese.dates import PartialDate

FORMAT: Literal[1] = 1
"""The version of the stored format that this program writes."""


def _known_kind(kind: str) -> str:
    if kind not in DOCUMENT_TYPES:
        names = ", ".join(DOCUMENT_TYPES)
        raise ValueError(f"không có loại văn bản «{kind}»; các loại: {names}")
    return kind


def _number_as_text(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Kind = Annotated[str, AfterValidator(_known_kind), WithJsonSchema({"type": "string", "enum": list(DOCUMENT_TYPES)})]
Number = Annotated[
    Line, BeforeValidator(_number_as_text), WithJsonSchema({"type": ["string", "integer"]}, mode="validation")
]


class Appendix(Record):
    """A phụ lục (III.1), or a document issued with this one (form 1.3)."""

    document_kind: Kind | None = Field(
        None,
        title="Loại văn bản kèm theo",
        description="Type of a document issued with this one, as a quyết định does its quy chế; none for a phụ lục",
    )
    document: Line | None = Field(
        None,
        title="Tệp văn bản kèm theo",
        description="Data file of a document issued with this one, relative to this one: ke_hoach.yaml; type, title,"
        " body and appendices are taken from there each time",
    )
    label: Line | None = Field(
        None,
        title="Nhãn nguyên văn",
        description="Printed label where it is not the computed Phụ lục, Phụ lục I …",
    )
    title: RichText | None = Field(None, title="Tên phụ lục", description="Printed in capitals")
    note: RichText | Literal[""] | None = Field(
        None,
        title="Dòng kèm theo",
        description="Line in brackets as a source wrote it; composed from the document's number and date if missing,"
        " not printed if empty",
    )
    orientation: Literal["portrait", "landscape"] | None = Field(
        None, title="Hướng giấy", description="The table layout decides when missing"
    )
    blocks: tuple[Block, ...] = Field((), title="Nội dung", description="Ordered blocks of the appendix")

    @model_validator(mode="after")
    def _has_one_source(self) -> Self:
        if self.document is not None and (self.document_kind or self.label or self.title or self.blocks):
            raise ValueError(
                "loại, tên và nội dung lấy từ tệp văn bản kèm theo (document): bỏ loại (document_kind), nhãn (label),"
                " tên (title), nội dung (blocks), hoặc bỏ tệp ấy"
            )
        return self


class Document(Record):
    """A document that can be loaded; what it still lacks for signing is told by `generator.model.readiness`."""

    format: Literal[1] = Field(FORMAT, title="Phiên bản định dạng", description="Version of the stored format")
    kind: Kind = Field(title="Loại văn bản", description="One of the 29 types of Điều 7: plan, report, dispatch …")
    issuer: Organization = Field(Organization(), title="Cơ quan ban hành", description="The body in the letterhead")
    number: Number | None = Field(
        None, title="Số", description="Number in the year's series; missing until the document is signed"
    )
    notation: Line | None = Field(
        None,
        title="Ký hiệu nguyên văn",
        description="Printed after the slash where it is not type and office code",
    )
    date: PartialDate | None = Field(
        None, title="Ngày ban hành", description="2026-12-31; 2026-12 leaves the day blank until signing"
    )
    subject: RichText | None = Field(None, title="Trích yếu", description="What the document is about (ô 5)")
    addressees: tuple[Line, ...] = Field((), title="Kính gửi", description="Addressees (ô 9a), one entry each")
    legal_bases: tuple[LegalBasis, ...] = Field((), title="Căn cứ", description="Legal bases in printed order")
    basis_layout: BasisLayout = Field(
        BasisLayout.BLOCK, title="Cách trình bày căn cứ", description="block: one line each; inline: one paragraph"
    )
    preamble: tuple[RichText, ...] = Field(
        (), title="Lời dẫn", description="Paragraphs between the bases and the first section"
    )
    sections: tuple[Section, ...] = Field((), title="Nội dung", description="The body, in order")
    closing: tuple[RichText, ...] = Field(
        (), title="Lời kết", description="Paragraphs after the last section, without the end mark ./."
    )
    recipients: tuple[Recipient, ...] = Field((), title="Nơi nhận", description="Without the archive line")
    archive: Archive | None = Field(None, title="Lưu", description="The last line of Nơi nhận")
    signature: Signature = Field(Signature(), title="Ký", description="Who signs")
    urgency: Literal["khẩn", "thượng khẩn", "hỏa tốc"] | None = Field(
        None, title="Mức độ khẩn", description="Urgency mark (ô 10b)"
    )
    circulation: Line | None = Field(
        None, title="Phạm vi lưu hành", description="Circulation mark (ô 11): Lưu hành nội bộ"
    )
    appendices: tuple[Appendix, ...] = Field((), title="Phụ lục", description="Appendices in order")
    unplaced: tuple[Text, ...] = Field(
        (), title="Chưa xếp được", description="Words of a source for which no place was found; not printed"
    )

    @property
    def type(self) -> DocumentType:
        """The type of the document as the decree names it, with its code and sample form."""
        return document_type(self.kind)

    def blocks(self) -> Iterator[Block]:
        """Yield every block of the body and of the appendices at any depth, in printed order."""
        yield from walk(self.sections)
        for appendix in self.appendices:
            yield from walk(appendix.blocks)


class Borrowed(Appendix):
    """A part of an attached document in its place among the appendices; made for print and never stored."""

    owner: Document
    """The attached document: the blocks print its objectives, targets and tasks, by layouts of its own."""


def owner_of(appendix: Appendix, document: Document) -> Document:
    """Return the document whose objectives, targets and tasks an appendix of this one prints."""
    return appendix.owner if isinstance(appendix, Borrowed) else document
