"""Places that nobody filled in: gaps of a template, prompts of Word, dots where a number should stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.lint.body import all_nodes
from generator.lint.finding import QUOTED, Spot
from generator.lint.spots import spot_of
from generator.lint.statements import Role
from generator.lint.subject import Subject
from generator.reading.gaps import GAP
from generator.reading.lines import shortened
from generator.reading.outline import Node

_SURE = re.compile(
    r"\[\s*CẦN BỔ SUNG[^\]]*\]?|\{\{[^{}]*\}\}|\{%[^{}]*%\}"
    r"|Error! (?:Reference source not found|Bookmark not defined)|Lỗi! (?:Không tìm thấy nguồn|Thẻ đánh dấu)[^.]*"
    r"|Click (?:or tap )?here to enter text|Bấm (?:hoặc gõ nhẹ )?vào đây để nhập[\w ]*|Lorem ipsum\b",
    re.IGNORECASE,
)
"""What no signed document has: gaps and tags of templates, lost references and prompts of Word."""
_LIKELY = (
    re.compile(r"\[(?:…+|\.{2,}|(?!at\]|dot\])[^\W\d_][^\[\]@/]{1,60})\]"),
    re.compile(r"<(?:…+|\.{2,}|[^\W\d_][^<>@/]{1,60})>"),
    re.compile(r"\((?:ghi|điền)\s+(?:tên|số|ngày|họ|chức vụ|trích yếu|nội dung|cơ quan|đơn vị)\b[^()]{0,80}\)", re.I),
    re.compile(r"«\w+_\w+»"),
    re.compile(r"…{2,}|\.{4,}|_{4,}|(?:… ?){2,}"),
    re.compile(r"\bsố\s*:?\s*(?:…|\.{3}|_{2,})\s*/[A-ZĐ\d][\w./-]*", re.I),
    re.compile(r"\b(?:đạt|chiếm|tăng|giảm|khoảng)\s+(?:…|\.{3})\s*%?", re.I),
    re.compile(r"(?<![\w.])x{3,}(?!\w)|\bX{4,}\b"),
    re.compile(r"\bngày\s*(?:…|\.{2,})\s*tháng\s*(?:…|\.{2,}|\d)", re.I),
    re.compile(r"(?<!thứ )(?<!kỷ )(?<!ương )(?<!hần )(?<!ục )(?<!hóa )(?<!hoá )(?<!kỳ )\bXXX\b(?!\s*[-–.]\s+[A-ZĐ])"),
    re.compile(r"\?{2,}|\b(?:TODO|TBD|FIXME)\b"),
    re.compile(r"\(\s*\)|\[\s*\]|“\s*”"),
)  # fmt: skip
"""What stands in running text for words or figures that are to come."""
_FORMS = frozenset({"minutes", "introduction", "leave_permit", "contract", "memorandum", "agreement", "authorization"})
"""Kinds that are printed with blanks and filled in by hand."""
_JUDGED = frozenset({Role.BODY, Role.BASIS, Role.ADDRESSEE, Role.RECIPIENT})


@dataclass(frozen=True)
class Placeholder:
    """A place that was not filled in."""

    words: str
    spot: Spot
    is_sure: bool


def placeholders(subject: Subject) -> Iterator[Placeholder]:
    """Yield the places not filled in: the sure ones anywhere, the others in running text outside appendices.

    Blanks of number and date in the head are lawful until a document is signed; cells of tables and forms are not
    looked at.
    """
    for paragraph in subject.formatted.paragraphs:
        if match := _SURE.search(paragraph.shown):
            yield Placeholder(_quoted(match[0]), spot_of(paragraph), is_sure=True)
    yield from _left_out(subject)
    if subject.kind in _FORMS:
        return
    for statement in subject.statements:
        if statement.role in _JUDGED and statement.appendix is None:
            text = _SURE.sub(" ", statement.text)
            found = next(filter(None, (pattern.search(text) for pattern in _LIKELY)), None)
            if found:
                yield Placeholder(_quoted(found[0]), statement.spot, is_sure=False)


def _left_out(subject: Subject) -> Iterator[Placeholder]:
    """Yield the gaps that fill a line of a PDF: its reader leaves them out, and names each."""
    shown = {one.number for one in subject.formatted.paragraphs if _SURE.search(one.shown)}
    for note in subject.reading.diagnostics:
        line, words = note.place.line, note.place.quote or ""
        if note.code == GAP and line is not None and line not in shown and (match := _SURE.search(words)):
            spot = Spot(part="thân văn bản", paragraph=line, quote=shortened(words, QUOTED))
            yield Placeholder(_quoted(match[0]), spot, is_sure=True)


def stands_before_gap(subject: Subject, node: Node) -> bool:
    """Tell whether what follows a node is a line that only says what is still missing: the gap is told once."""
    last = max(node.lines, default=0)
    gaps = (one.place.line or one.place.paragraph for one in subject.reading.diagnostics if one.code == GAP)
    gap = min((number for number in gaps if number and number > last), default=None)
    if gap is None:
        return False
    return not any(last < number < gap for one in all_nodes(subject.reading.outline) for number in one.lines)


def _quoted(words: str) -> str:
    return " ".join(words.split())
