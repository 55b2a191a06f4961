"""Where a stretch of XML leaves off: the elements that are open, and the tag in which it stops short.

Instructions are walked once at compilation. Every branch and every round of a loop must leave off where it began, so
that whatever is chosen and however often a loop goes round, the outcome is well formed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.errors import TemplateError

_TAG = re.compile(r"<(/?)([^\s/>\"']+)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
_VALUES = re.compile(r"\"[^\"]*\"")
_FORBIDDEN: dict[str, set[str] | None] = {
    "w:t": None,
    "w:body": {"w:r"},
    "w:tc": {"w:r"},
    "w:p": {"w:p", "w:tbl"},
}
"""Children that Word passes over: any in a ``w:t``, a run outside its paragraph, a paragraph in a paragraph."""
_SILENT = {"w:r", "w:p", "w:tc", "w:tr", "w:tbl", "w:body", "w:hdr", "w:ftr"}
_RUN_HOLDERS = {"w:p", "w:hyperlink", "w:ins", "w:smartTag", "w:fldSimple"}
_BLOCK_HOLDERS = {"w:body", "w:tc", "w:hdr", "w:ftr", "w:footnote", "w:endnote", "w:txbxContent"}

TEXT, RUN, BLOCK, ATTRIBUTE = "text", "run", "block", "attribute"


class XmlState(NamedTuple):
    """The open elements from the root, and the beginning of a tag that is not yet at its end."""

    open: tuple[str, ...] = ()
    partial: str = ""

    @property
    def level(self) -> str:
        """What a tag printed here stands for: text, run, block or attribute; empty where nothing may be printed."""
        if self.partial:
            return ATTRIBUTE if self.partial.endswith('"') and self.partial.count('"') % 2 else ""
        holder = self.open[-1] if self.open else ""
        if holder.endswith(":t"):
            return TEXT
        if holder == "w:sdtContent":
            return RUN if any(name in _RUN_HOLDERS for name in self.open) else BLOCK
        return RUN if holder in _RUN_HOLDERS else BLOCK if holder in _BLOCK_HOLDERS else ""


def after(state: XmlState, xml: str) -> XmlState:
    """Return where static XML leaves off that begins in a state.

    Raises TemplateError when it closes what is not open, or holds text where Word would pass over it.
    """
    source = state.partial + xml
    stack = list(state.open)
    place = 0
    while (start := source.find("<", place)) >= 0:
        _check_text(stack, source[place:start])
        tag = _TAG.match(source, start)
        if tag is None:
            return XmlState(tuple(stack), _beginning(source[start:]))
        _take(stack, tag)
        place = tag.end()
    _check_text(stack, source[place:])
    return XmlState(tuple(stack))


def _beginning(partial: str) -> str:
    """Return the start of a tag with its finished values left out, so that branches which differ in them agree."""
    emptied = _VALUES.sub('""', partial)
    return emptied[: emptied.rindex('"') + 1] if emptied.count('"') % 2 else emptied


def _take(stack: list[str], tag: re.Match[str]) -> None:
    """Open or close the element of a tag; the declaration of the file is none."""
    closing, name, rest = tag.groups()
    if name.startswith("?"):
        return
    if closing:
        if not stack or stack.pop() != name:
            raise crossed()
        return
    holder = stack[-1] if stack else ""
    forbidden = _FORBIDDEN.get(holder, set())
    if forbidden is None or name in forbidden:
        raise misplaced(f"{name} trong {holder}")
    if not rest.endswith("/"):
        stack.append(name)


def _check_text(stack: list[str], text: str) -> None:
    if text and not text.isspace() and (not stack or stack[-1] in _SILENT):
        raise misplaced(text.strip()[:60])


def crossed() -> TemplateError:
    """Return the error for tags that do not begin and end at the same level of the document."""
    return TemplateError(
        "cấu trúc không còn đúng khi điền mẫu: thẻ mở và thẻ đóng không cùng chỗ",
        hint="thường do thẻ {%p … %} hoặc {%tr … %} đặt chung đoạn, chung hàng với chữ khác",
    )


def misplaced(what: str) -> TemplateError:
    """Return the error for a tag or a text that Word would pass over."""
    return TemplateError(
        f"có thẻ đứng sai kiểu, Word sẽ không hiện chữ «{what}»",
        hint="đoạn văn có định dạng viết {{r … }}, bảng và ngắt trang viết {{p … }}, chữ thường viết {{ … }}",
    )
