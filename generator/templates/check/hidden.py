"""Tags where Word does not show them: in text deleted under Track Changes, in attributes such as a picture's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from generator.diagnostics import Severity
from generator.ooxml.wml import qualified
from generator.templates.check.findings import Finding, at_text
from generator.templates.check.places import Passage

_DELETIONS = [qualified("w:del"), qualified("w:moveFrom")]
_CHANGES = [*_DELETIONS, qualified("w:ins"), qualified("w:moveTo")]
_TEXTS = [qualified("w:delText"), qualified("w:t"), qualified("w:delInstrText"), qualified("w:instrText")]
_MARKS = ("{{", "{%", "{#", "}}", "%}", "#}")


def hidden_findings(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield the hidden tags of one part, and that it bears tracked changes, once, at the first of them."""
    changed = [passage for passage in passages if next(passage.element.iter(*_CHANGES), None) is not None]
    if changed:
        message = "mẫu còn dấu vết sửa đổi (Track Changes), văn bản nào ghép từ mẫu cũng sẽ mang theo"
        advice = "hãy chấp nhận hoặc từ chối mọi thay đổi trong Word rồi lưu lại"
        yield at_text(changed[0], 0, changed[0].text, "tracked-changes", message, Severity.WARNING, hint=advice)
    yield from (_deleted(passage, text) for passage in changed if _is_tag(text := _deleted_text(passage)))
    for passage in passages:
        yield from (_in_attribute(passage, value) for value in _attributes(passage.element) if _is_tag(value))


def _is_tag(text: str) -> bool:
    return any(mark in text for mark in _MARKS)


def _deleted_text(passage: Passage) -> str:
    removed = passage.element.iter(*_DELETIONS)
    return "".join(each.text or "" for deletion in removed for each in deletion.iter(*_TEXTS))


def _deleted(passage: Passage, text: str) -> Finding:
    message = "thẻ đã xóa nhưng còn lưu trong dấu vết sửa đổi (Track Changes), vẫn có hiệu lực khi điền mẫu"
    return at_text(passage, 0, text, "deleted-tag", message, hint="hãy chấp nhận thay đổi này trong Word")


def _attributes(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter():
        yield from map(str, element.attrib.values())


def _in_attribute(passage: Passage, value: str) -> Finding:
    message = "thẻ nằm ngoài phần chữ (như chữ thay thế của hình), không kiểm tra được trước khi điền mẫu"
    return at_text(passage, 0, value, "hidden-tag", message, Severity.WARNING, hint="hãy bỏ thẻ khỏi chỗ này")
