"""The paragraphs and tables of one story: the body, a header, a footer, the notes, each with its text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from generator.ooxml.formatting.context import Around, Draft, FileContext
from generator.ooxml.formatting.drawings import Frame
from generator.ooxml.formatting.fields import Fields, unclosed
from generator.ooxml.formatting.inline import Content, InlineReader, Setting
from generator.ooxml.formatting.layers import laid, paragraph_layer, run_layer
from generator.ooxml.formatting.looks import Look
from generator.ooxml.formatting.markup import MC, XML_SPACE, Element, W, branch
from generator.ooxml.formatting.numbering import NumberLabels
from generator.ooxml.formatting.paragraph_formats import Format, measures
from generator.ooxml.formatting.sections import is_section_end
from generator.ooxml.formatting.table_reader import TableReader
from generator.ooxml.formatting.values import Drawing, Part, Run

_THROUGH: Final = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_INSET: Final = 5.08
"""Millimetres that a text box keeps free left and right together."""


class Story:
    """Reads one story of a file into the drafts of its context."""

    def __init__(self, file: FileContext, part: Part, source: str, root: Element, section: int = 0) -> None:
        self._file = file
        self._part = part
        self._source = source
        self._fields = Fields(unclosed(root))
        self._labels = NumberLabels(file.numbering)
        self._keeps_blanks = root.getroottree().getroot().get(XML_SPACE) == "preserve"
        self._section = section
        self._breaks = False
        """Whether a page break stands at the end of the paragraph before."""

    def read(self, holder: Element) -> tuple[int, ...]:
        """Take the paragraphs of a body, header, footer or note; return their numbers."""
        first = self._file.next_number
        self._blocks(holder, Around(self._part, self._file.frame(self._section)))
        return tuple(range(first, self._file.next_number))

    def _blocks(self, holder: Element, around: Around) -> None:
        before: Draft | None = None
        waiting: tuple[Element, Content] | None = None
        for node in _flat(holder):
            if self._part is Part.BODY and around.cell is None and around.part is Part.BODY:
                around = replace(around, frame=self._file.frame(self._section))
            if node.tag == W + "p":
                content = self._content(node, around, waiting[1] if waiting else Content())
                waiting = (node, content) if _loses_mark(node) else None
                before = before if waiting else self._paragraph(node, content, around, before)
                continue
            if waiting:
                self._paragraph(*waiting, around, before)
            before = waiting = None
            self._other(node, around)
        if waiting:
            self._paragraph(*waiting, around, before)

    def _other(self, node: Element, around: Around) -> None:
        if node.tag == W + "tbl":
            TableReader(self._file, self._blocks, self._section).read(node, around)
        elif node.tag == W + "altChunk":
            self._file.remarks.append("bỏ qua một tệp khác được nhúng vào văn bản (altChunk)")

    def _content(self, node: Element, around: Around, content: Content) -> Content:
        properties = node.find(W + "pPr")
        style = None if properties is None else properties.find(W + "pStyle")
        identity = None if style is None else style.get(W + "val")

        def look(direct: dict[str, object]) -> Look:
            return self._file.looks.look(identity, direct, (around.layers.run,), around.layers.key)

        setting = Setting(look, around.frame, self._target, self._keeps_blanks)
        InlineReader(content, setting, self._fields).read(node)
        return content

    def _target(self, identity: str | None) -> str:
        return self._file.source.target(self._source, identity)

    def _paragraph(self, node: Element, content: Content, around: Around, before: Draft | None) -> Draft:
        """Take a paragraph and the text boxes that it anchors; return it."""
        properties = node.find(W + "pPr")
        form = self._file.formats.format(paragraph_layer(properties), around.layers.paragraph)
        values = self._values(properties, form, content, around)
        is_close = bool(form.layer.get("contextual"))
        draft = Draft(values, form.style, is_close, node, self._source, content)
        _close_up(before, draft)
        self._file.drafts.append(draft)
        self._file.remarks += _remarks(content)
        for box, drawing in content.boxes:
            self._text_box(box, drawing, around)
        if self._part is Part.BODY and properties is not None and is_section_end(properties):
            self._section += 1
        return draft

    def _values(self, properties: Element | None, form: Format, content: Content, around: Around) -> dict[str, Any]:
        values = measures(form.layer)
        values |= {
            "number": self._file.next_number,
            "part": around.part,
            "section": self._file.section(self._section).index,
            "runs": content.runs(),
            "cell": around.cell,
            "style": form.style_name,
            "drawings": tuple(content.drawings),
        }
        values["page_break_before"] |= content.breaks_before or self._breaks
        self._breaks = content.breaks_inside
        if form.list_id and (label := self._labels.next(form.list_id, form.place)):
            values |= {
                "label": label,
                "label_run": self._label_run(label, properties, form, around),
                "list_level": form.place,
            }
        return values

    def _label_run(self, label: str, properties: Element | None, form: Format, around: Around) -> Run:
        """Return the label as a run: it looks like the mark of its paragraph, and as its level says."""
        mark = run_layer(None if properties is None else properties.find(W + "rPr"))
        direct = laid(mark, form.level.run if form.level else {})
        return self._file.looks.look(form.style, direct, (around.layers.run,), around.layers.key).run(label)

    def _text_box(self, box: Element, drawing: Drawing, around: Around) -> None:
        outer, self._fields = self._fields, Fields(unclosed(box))
        part = Part.TEXT_BOX if around.part is Part.BODY else around.part
        self._blocks(box, Around(part, Frame(max(0.0, drawing.width - _INSET)), around.cell, table=around.table))
        self._fields = outer


def _flat(holder: Element) -> Iterator[Element]:
    """Yield the paragraphs, tables and other blocks, also those inside content controls and the like."""
    for node in holder:
        if node.tag in _THROUGH:
            yield from _flat(node)
        elif node.tag == MC + "AlternateContent":
            for chosen in branch(node):
                yield from _flat(chosen)
        elif node.tag in (W + "p", W + "tbl", W + "altChunk"):
            yield node


def _loses_mark(node: Element) -> bool:
    """Tell whether a tracked change joins the paragraph with the next one."""
    properties = node.find(W + "pPr")
    mark = None if properties is None else properties.find(W + "rPr")
    return mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None)


def _close_up(before: Draft | None, draft: Draft) -> None:
    """Take away the space between neighbours of one style that ignore it (17.3.1.9)."""
    if before is None or before.style != draft.style:
        return
    if before.ignores_own_kind:
        before.values["space_after"] = 0.0
    if draft.ignores_own_kind:
        draft.values["space_before"] = 0.0


def _remarks(content: Content) -> Iterator[str]:
    deleted, hidden = ("".join(found).strip() for found in (content.deleted, content.hidden))
    if deleted:
        yield f"bỏ chữ đã xóa khi theo dõi thay đổi: «{deleted}»"
    if hidden:
        yield f"bỏ chữ ẩn: «{hidden}»"
    yield from (f"{name} không có chữ để đọc" for name in content.lost)
