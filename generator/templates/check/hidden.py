"""Tags where Word does not show them or where they are lost: in deleted text, in attributes, in the code of fields."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from lxml import etree

from generator.diagnostics import Severity
from generator.ooxml.wml import qualified
from generator.templates.check.findings import Finding, at_text, of_file, shortened
from generator.templates.check.places import Passage

_DELETIONS = [qualified("w:del"), qualified("w:moveFrom")]
_CHANGES = [*_DELETIONS, qualified("w:ins"), qualified("w:moveTo")]
_TEXTS = [qualified("w:delText"), qualified("w:t"), qualified("w:delInstrText"), qualified("w:instrText")]
_ELSEWHERE = {"comments": "lời bình", "chart": "biểu đồ", "data": "hình SmartArt", "drawing": "hình SmartArt"}
_MARKUP, _WHOLE_TAG = re.compile(r"<[^>]*>"), re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
_CONTROL = qualified("w:sdt")
_BINDING = f"{qualified('w:sdtPr')}/{qualified('w:dataBinding')}"
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
        yield from _in_field(passage)
        yield from _bound(passage)
        yield from (_in_attribute(passage, value) for value in _attributes(passage.element) if _is_tag(value))


def elsewhere_findings(parts: Mapping[str, bytes], filled: Container[str]) -> Iterator[Finding]:
    """Yield the tags in parts that rendering does not fill, such as comments and charts."""
    for name in sorted(parts):
        if not name.startswith("word/") or not name.endswith(".xml") or name in filled:
            continue
        words = _MARKUP.sub("", parts[name].decode("utf-8", "replace"))
        if found := _WHOLE_TAG.search(words):
            stem = name.removeprefix("word/").removesuffix(".xml")
            where = _ELSEWHERE.get(stem.rpartition("/")[2].rstrip("0123456789"), "phần")
            message = f"thẻ «{shortened(found.group())}» nằm ở {where} ({stem}), chỗ này không được điền"
            yield of_file("tag-elsewhere", message, Severity.WARNING, hint="hãy chuyển thẻ vào chữ của văn bản")


def _is_tag(text: str) -> bool:
    return any(mark in text for mark in _MARKS)


def _deleted_text(passage: Passage) -> str:
    removed = passage.element.iter(*_DELETIONS)
    return "".join(each.text or "" for deletion in removed for each in deletion.iter(*_TEXTS))


def _deleted(passage: Passage, text: str) -> Finding:
    message = "thẻ đã xóa nhưng còn lưu trong dấu vết sửa đổi (Track Changes), vẫn có hiệu lực khi điền mẫu"
    return at_text(passage, 0, text, "deleted-tag", message, hint="hãy chấp nhận thay đổi này trong Word")


def _in_field(passage: Passage) -> Iterator[Finding]:
    """Yield the tags in the code of a field of Word, and fields of Word's own mail merge."""
    fields = passage.element.iter(qualified("w:fldSimple"))
    codes = [each.text or "" for each in passage.element.iter(qualified("w:instrText"))]
    if _is_tag(code := "".join(codes)):
        message = "thẻ nằm trong mã trường của Word (field code), không được điền"
        yield at_text(passage, 0, code, "tag-in-field", message, hint="hãy thay trường này bằng thẻ viết thẳng vào chữ")
    codes += [each.get(qualified("w:instr"), "") for each in fields]
    merged = [code for code in codes if code.split()[:1] == ["MERGEFIELD"]]
    if merged:
        message = "trường trộn thư của Word (MERGEFIELD) không được điền, chữ của nó được in nguyên như vậy"
        yield at_text(passage, 0, merged[0], "merge-field", message, Severity.WARNING, hint="hãy thay bằng thẻ của mẫu")


def _bound(passage: Passage) -> Iterator[Finding]:
    """Yield a tag in a content control whose words Word takes from elsewhere when it opens the file."""
    controls = [*passage.element.iterancestors(_CONTROL), *passage.element.iter(_CONTROL)]
    for control in controls:
        words = "".join(each.text or "" for each in control.iter(qualified("w:t")))
        if control.find(_BINDING) is not None and _is_tag(words):
            message = (
                "thẻ nằm trong ô điều khiển (content control) gắn với thuộc tính của tệp; Word sẽ thay chữ đã điền"
            )
            advice = "hãy bỏ ô điều khiển này (Remove Content Control), giữ lại thẻ"
            yield at_text(passage, 0, words, "bound-control", message, Severity.WARNING, hint=advice)


def _attributes(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter():
        yield from map(str, element.attrib.values())


def _in_attribute(passage: Passage, value: str) -> Finding:
    message = "thẻ nằm ngoài phần chữ (như chữ thay thế của hình), không kiểm tra được trước khi điền mẫu"
    return at_text(passage, 0, value, "hidden-tag", message, Severity.WARNING, hint="hãy bỏ thẻ khỏi chỗ này")
