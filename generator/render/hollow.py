"""Headings with nothing below them and places of print with nothing to print: a document that was not finished."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.diagnostics import Diagnostic, Place, hint
from generator.model.blocks import Block, Item, Numbering, ObjectivesHere, Section
from generator.model.document import Document
from generator.model.plan import Plan

_ADVICE = "viết nội dung, hoặc bỏ đầu đề này"
_NO_OBJECTIVES = "ghi mục tiêu (objectives; trong biểu Excel: hàng có Cấp «Mục tiêu») hoặc bỏ chỗ in này"


def hollow(document: Document) -> Iterator[Diagnostic]:
    """Yield a hint for each heading with nothing below it, and for a place of objectives where the plan has none.

    That targets or tasks are missing where they would be printed is a gap of the document (`model.readiness`).
    """
    yield from _below(document.sections, "sections", document)
    for position, appendix in enumerate(document.appendices):
        yield from _below(appendix.blocks, f"appendices[{position}].blocks", document)


def _below(blocks: Sequence[Block], path: str, document: Document) -> Iterator[Diagnostic]:
    for position, block in enumerate(blocks):
        at = f"{path}[{position}]"
        if isinstance(block, ObjectivesHere) and isinstance(document, Plan) and not document.objectives:
            yield hint(
                "chỗ in mục tiêu không có gì để in", Place(field=at), hint=_NO_OBJECTIVES, code="nothing-to-print"
            )
        elif isinstance(block, Section | Item):
            title = _heading(block)
            if title and not block.blocks:
                told = "đầu đề không có nội dung ở dưới"
                yield hint(told, Place(field=at), found=f"«{title}»", hint=_ADVICE, code="empty-heading")
            yield from _below(block.blocks, f"{at}.blocks", document)


def _heading(block: Section | Item) -> str | None:
    """Return the words of a heading; None for a line that says something by itself, as an article may."""
    if block.numbering is Numbering.ARTICLE:
        return None
    if isinstance(block, Section):
        return block.title
    return block.text if block.heading else None
