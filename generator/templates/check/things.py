"""What a paragraph shows besides text, by the name under which a clerk knows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from generator.ooxml.wml import qualified

_NAMES = {
    "drawing": "hình",
    "pict": "hình",
    "object": "đối tượng nhúng",
    "sectPr": "dấu ngắt phần (section break)",
    "sym": "ký hiệu (symbol)",
    "fldChar": "trường của Word (field)",
    "fldSimple": "trường của Word (field)",
    "pgNum": "số trang",
    "footnoteReference": "chú thích cuối trang (footnote)",
    "endnoteReference": "chú thích cuối văn bản (endnote)",
    "ptab": "tab căn lề",
    "noBreakHyphen": "dấu gạch nối không ngắt dòng",
    "pageBreakBefore": "lệnh sang trang mới (page break before)",
}
_BREAKS = {"page": "dấu ngắt trang", "column": "dấu ngắt cột"}
_BY_TAG = {qualified(f"w:{name}"): words for name, words in _NAMES.items()}
_BREAK, _BOOKMARK = qualified("w:br"), (qualified("w:bookmarkStart"), qualified("w:bookmarkEnd"))
_MERGED = qualified("w:vMerge")
_TYPE, _VALUE, _NAME = (qualified(f"w:{name}") for name in ("type", "val", "name"))
_OFF = ("0", "false", "off")


def things_in(elements: Iterable[etree._Element]) -> Iterator[str]:
    """Yield the names of what elements show besides text; the start of a page, a bookmark, a merged cell count too."""
    for each in elements:
        if each.tag == _BREAK:
            yield from filter(None, [_BREAKS.get(each.get(_TYPE, ""))])
        elif each.tag in _BOOKMARK:
            name = each.get(_NAME)
            yield "dấu trang (bookmark)" + (f" «{name}»" if name else "")
        elif each.tag == _MERGED:
            yield from ["ô gộp nhiều hàng, bắt đầu ở đây,"] * (each.get(_VALUE) == "restart")
        elif each.get(_VALUE) not in _OFF and each.tag in _BY_TAG:
            yield _BY_TAG[str(each.tag)]
