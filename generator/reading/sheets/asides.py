"""Words beside the cells of a sheet: comments, text boxes, the header and footer of its pages. They are quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Place, warning
from generator.reading.lines import shortened
from generator.reading.sheets.container import Container
from generator.vietnamese.unicode import clean

_MARGINS = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-F]{6}|\d+|[A-Za-z])')
"""What a header says about font, place and fields: &C, &"Arial,Bold", &12, &P."""
_MOST = 50
_LONGEST = 1000


def aside_notes(container: Container, part: str, name: str) -> Iterator[Diagnostic]:
    """Yield a warning for each comment and text box, and for page headers and footers with words, quoting it."""
    targets = sorted(container.targets(part).values())
    for kind, target in targets:
        if kind == "comments" and container.has(target):
            yield from _quoted(container, target, "comment", name, "nhận xét trong ô", "comment")
        elif kind == "drawing" and container.has(target):
            yield from _quoted(container, target, "txBody", name, "chữ trong hộp vẽ", "text-box")
    for one in container.elements(part, *_MARGINS):
        if words := _CODE.sub(" ", one.text or "").strip():
            yield _note(name, "chữ ở đầu hoặc cuối trang in", words, "page-margin")


def _quoted(container: Container, part: str, tag: str, name: str, what: str, code: str) -> Iterator[Diagnostic]:
    for count, one in enumerate(container.elements(part, tag)):
        if count == _MOST:
            yield warning(f"còn {what} khác không được nêu", Place(field=name), code=code)
            return
        words = "".join(text.text or "" for text in one.iter("{*}t")).strip()
        if words:
            yield _note(f"{name}!{one.get('ref')}" if one.get("ref") else name, what, words, code)


def _note(where: str, what: str, words: str, code: str) -> Diagnostic:
    quote = shortened(" ".join(clean(words).split()), _LONGEST)
    return warning(f"{what} không được nhập", Place(field=where, quote=quote), hint="hãy thêm vào nếu cần", code=code)
