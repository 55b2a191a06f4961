"""Texts, lines and grids of a context as the XML that the tags of one template take."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

from generator.render.compiled import CompiledTemplate
from generator.render.context import AppendixLines
from generator.render.header_fit import MM_PER_TWIP
from generator.render.kept_lines import keeps
from generator.render.line_breaks import broken, broken_rich
from generator.render.lines import BodyLine
from generator.render.pictures import Pictures
from generator.render.printing import Block, Rich, rich
from generator.render.rule_lines import appendix_rule
from generator.render.tables import Tables
from generator.templates.style_table import END_STYLE


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
        self, lines: Sequence[BodyLine], *, landscape: bool = False, kept: int = sys.maxsize
    ) -> list[dict[str, Any]]:
        """Return the values of lines; those from the place ``kept`` on stay with what comes next."""
        values: list[dict[str, Any]] = [
            {"kind": kind, "label": label, "text": rich(text)}
            if table is None and picture is None
            else self._shown(line, landscape=landscape)
            for line in lines
            for kind, label, text, table, picture in (line,)
        ]
        for value, line in zip(values[kept:], lines[kept:], strict=True):
            if line.table is not None:
                value["table"] = self._tables.block(line.table, landscape=landscape, keeps_end=True)
        return values

    def _shown(self, line: BodyLine, *, landscape: bool) -> dict[str, Any]:
        """Return the line of a table or a picture."""
        value: dict[str, Any] = {"kind": line.kind, "label": line.label, "text": rich(line.text)}
        if line.table is not None:
            value["table"] = self._tables.block(line.table, landscape=landscape)
        if line.picture is not None:
            value["text"] = self._pictures.drawing(line.picture, self._width(landscape=landscape))
        return value

    def _width(self, *, landscape: bool) -> int:
        return self._template.paper.text_width(landscape=landscape)

    def _appendix(self, appendix: AppendixLines, following: AppendixLines | None) -> dict[str, Any]:
        width = self._width(landscape=appendix.landscape)
        return {
            "label": appendix.label,
            "title": rich(self._centred(appendix.title, "Phụ lục - tên", width)),
            "note": rich(self._centred(appendix.note, "Phụ lục - kèm theo", width)),
            "rule": appendix_rule(width),
            "lines": self._lines(appendix.lines, landscape=appendix.landscape),
            "section_break": self._end(self._section(appendix) if following else ""),
        }

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
