"""Texts, lines and grids of a context as the XML that the tags of one template take."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.model.blocks import Picture
from generator.ooxml.font_widths import MM_PER_TWIP
from generator.render.compiled import CompiledTemplate
from generator.render.context import AppendixLines
from generator.render.kept_lines import keeps
from generator.render.line_breaks import broken, broken_rich
from generator.render.lines import BodyLine
from generator.render.picture_room import free_height, paragraphs_height, picture_height
from generator.render.pictures import Pictures
from generator.render.printing import Block, Drawing, Rich, rich
from generator.render.rule_lines import appendix_rule
from generator.render.tables import Tables
from generator.templates.style_table import APPENDIX_HEAD, END_STYLE

_NOTE_STYLE = APPENDIX_HEAD[2]
"""Style of the line "(Kèm theo …)", which is not printed where it is empty."""


class Filler:
    """Knows the template's paper and styles, and so how wide a table is and how a section ends."""

    def __init__(self, template: CompiledTemplate, pictures: Pictures) -> None:
        self._template = template
        self._pictures = pictures
        self._tables = Tables(template)

    def values(self, context: Mapping[str, Any]) -> dict[str, Any]:
        """Return the context with every line, table and section break as XML."""
        appendices: Sequence[AppendixLines] = context["appendices"]
        kept = keeps(context, self._template.looks, self._width(landscape=False))
        unlabelled = {name: _texts(context[name]) for name in ("legal_bases", "preamble", "closing")}
        return {
            **context,
            **unlabelled,
            "body": self._lines(context["body"], kept=kept["body"]),
            "keeps": kept,
            **self._template.head.values(context),
            "signature": self._signature(context["signature"]),
            "appendices": [self._appendix(appendix, following) for appendix, following in _pairs(appendices)],
            "section_break": self._end(self._section(None) if appendices else ""),
            "final_section": Block([self._section(appendices[-1] if appendices else None), ""]),
        }

    def _lines(
        self, lines: Sequence[BodyLine], *, landscape: bool = False, kept: int = sys.maxsize, above: int = 0
    ) -> list[dict[str, Any]]:
        """Return the values of lines; those from the place ``kept`` on stay with what comes next.

        ``above`` is the height in twips of what stands above the first line on its page.
        """
        values: list[dict[str, Any]] = [
            {"kind": kind, "label": label, "text": rich(text)} for kind, label, text, _, _ in lines
        ]
        for place, line in enumerate(lines):
            if line.table is not None:
                block = self._tables.block(line.table, landscape=landscape, keeps_end=place >= kept)
                values[place]["table"] = block
            elif line.picture is not None:
                page = self._template.paper.text_height(landscape=landscape)
                free = free_height(page, 0 if place else above, keeps_end=place >= kept)
                values[place]["text"] = self._drawing(line.picture, self._width(landscape=landscape), free)
                values[place]["keeps"] = place >= kept or line.picture.title is not None
        return values

    def _drawing(self, picture: Picture, width: int, free: int) -> Drawing:
        return self._pictures.drawing(picture, width, picture_height(picture, self._template.looks, width, free))

    def _width(self, *, landscape: bool) -> int:
        return self._template.paper.text_width(landscape=landscape)

    def _appendix(self, appendix: AppendixLines, following: AppendixLines | None) -> dict[str, Any]:
        width = self._width(landscape=appendix.landscape)
        title = self._centred(appendix.title, "Trích yếu" if appendix.type_name else "Phụ lục - tên", width)
        note = self._centred(appendix.note, _NOTE_STYLE, width)
        above = 0
        if appendix.lines and appendix.lines[0].picture is not None:
            head = zip(APPENDIX_HEAD, (appendix.label, title, note, ""), strict=True)
            above = self._height((one for one in head if note or one[0] != _NOTE_STYLE), width)
        return {
            "type_name": appendix.type_name,
            "label": appendix.label,
            "title": rich(title),
            "note": rich(note),
            "rule": appendix_rule(width),
            "lines": self._lines(appendix.lines, landscape=appendix.landscape, above=above),
            "section_break": self._end(self._section(appendix) if following else ""),
        }

    def _height(self, paragraphs: Iterable[tuple[str, str]], width: int) -> int:
        """Return the height in twips of texts, each behind the name of its style."""
        return sum(paragraphs_height(text, style, self._template.looks, width) for style, text in paragraphs)

    def _centred(self, text: str, style: str, width: int) -> str:
        looks = self._template.looks
        room = (width - looks.style(style).left - looks.style(style).right) * MM_PER_TWIP
        return broken_rich(text, room, looks.face(style), capitals=looks.style(style).capitals)

    def _signature(self, signature: Mapping[str, Any]) -> dict[str, Any]:
        """Return the signature, long titles broken between phrases."""
        looks = self._template.looks
        room, authority, position = looks.signature * MM_PER_TWIP, looks.face("Quyền hạn"), looks.face("Chức vụ")
        if not room:
            return {**signature}
        return {
            **signature,
            "authority": [broken(line, room, authority) for line in signature["authority"]],
            "position": broken(signature["position"], room, position),
        }

    def _end(self, section: str) -> Block:
        """Return the tiny paragraph that Word wants after a table; it carries the paper when a section ends here."""
        style = self._template.styles[END_STYLE]
        return Block([f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{section}</w:pPr></w:p>', ""])

    def _section(self, part: AppendixLines | None) -> str:
        if part is None:
            return self._template.paper.xml()
        return self._template.paper.xml(landscape=part.landscape, restart=True, new_page=True)


def _texts(lines: Sequence[BodyLine]) -> list[dict[str, Rich]]:
    return [{"text": rich(line.text)} for line in lines]


def _pairs(appendices: Sequence[AppendixLines]) -> list[tuple[AppendixLines, AppendixLines | None]]:
    followers: list[AppendixLines | None] = [*appendices[1:], None]
    return list(zip(appendices, followers, strict=True)) if appendices else []
