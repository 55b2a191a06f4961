"""How a single tag stands: its spaces, its keyword, and what beside it would vanish with its paragraph, row or cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from generator.diagnostics import Severity
from generator.ooxml.wml import qualified
from generator.spelling import suggestion
from generator.templates.check.findings import Finding, at_tag, at_text, shortened
from generator.templates.check.places import Passage, between
from generator.templates.check.tags import ENDS, FORMS, KEYWORDS, Tag, tags_of
from generator.templates.check.things import things_in

_ALLOWED = "if, elif, else, endif, for, endfor"
_PLACES = [qualified("w:tr"), qualified("w:tc")]


def standing_findings(passages: Sequence[Passage], tags: Sequence[Tag]) -> Iterator[Finding]:
    """Yield the findings on single tags of one part."""
    for tag in tags:
        yield from _writing(tag)
        yield from _crossing(tag)
        yield from _within(tag)
        if tag.kind == "statement" and tag.keyword not in KEYWORDS:
            yield _unknown_statement(tag)
        if tag.form in ("tr", "tc") and tag.passage.row is None:
            message = f"thẻ dạng {tag.form} (thay cho cả {FORMS[tag.form]}) đứng ngoài bảng"
            yield at_tag(tag, "outside-table", message, expected="thẻ dạng {%p … %} ở ngoài bảng")
    yield from _beside(passages, tags)


def _writing(tag: Tag) -> Iterator[Finding]:
    if tag.spaced:
        message = f"dấu cách đặt sai quanh chữ «{tag.form}» ở đầu thẻ"
        if tag.has_capitals:
            message = f"chữ «{tag.form}» ở đầu thẻ phải viết thường"
        opening = f"{tag.raw[:2]}{tag.form} "
        yield at_tag(tag, "tag-spacing", message, expected=f"«{opening}{_after(tag)}{tag.raw[-2:]}»")
    if tag.form and tag.kind != "comment" and {"%", "}"} & set(_inside(tag)):
        message = f"không dùng được dấu «%» hay «}}» bên trong thẻ dạng {tag.form}"
        yield at_tag(tag, "percent-in-tag", message, hint="hãy bỏ dấu đó khỏi biểu thức")
    if tag.invisible:
        message = f"trong thẻ có ký tự không nhìn thấy (U+{ord(tag.invisible):04X})"
        yield at_tag(tag, "invisible-character", message, hint="hãy xóa cả thẻ rồi gõ lại, không chép từ nơi khác")
    if tag.has_curly_quotes:
        message = "dấu nháy cong do Word tự sửa; chương trình hiểu là dấu nháy thẳng"
        yield at_tag(tag, "curly-quotes", message, Severity.HINT)
    if tag.trims:
        message = "dấu trừ ở đầu hay cuối thẻ nối đoạn này với đoạn bên cạnh, làm mất những gì ở giữa"
        yield at_tag(tag, "trimming-tag", message, hint="hãy bỏ dấu trừ")


def _after(tag: Tag) -> str:
    return " ".join(piece for piece in (tag.keyword, tag.expression, "") if piece) + " "


def _inside(tag: Tag) -> str:
    return f"{tag.keyword} {tag.expression}"


def _unknown_statement(tag: Tag) -> Finding:
    message = f"không có thẻ lệnh «{tag.keyword}»; mẫu chỉ dùng {_ALLOWED}"
    advice = suggestion(tag.keyword, KEYWORDS) if tag.keyword else None
    if tag.meant in KEYWORDS:
        advice = f"ý bạn là «{tag.meant}», viết liền, chữ thường?"
    return at_tag(tag, "unknown-statement", message, hint=advice)


def _crossing(tag: Tag) -> Iterator[Finding]:
    """Yield that a tag begins in a link, a content control or an insertion and ends outside of it."""
    passage = tag.passage
    if tag.form in ("", "r") and tag.kind != "comment" and passage.holder(tag.start) is not passage.holder(tag.end - 1):
        message = "thẻ nằm vắt qua mép của liên kết, ô điều khiển (content control) hoặc chỗ đang sửa đổi"
        yield at_tag(tag, "crossing-tag", message, hint="hãy viết cả thẻ ở một bên, bên trong hoặc bên ngoài")


def _beside(passages: Sequence[Passage], tags: Sequence[Tag]) -> Iterator[Finding]:
    """Yield what shares a paragraph, row or cell with the tag that takes its place; once for each of them."""
    inside = _by_place(passages)
    done: set[tuple[str, etree._Element]] = set()
    for tag in tags:
        place = tag.replaced
        if place is not None and (tag.form, place) not in done:
            done.add((tag.form, place))
            yield from _lost_text(tag, inside[place])
            yield from _lost_things(tag, place)


def _by_place(passages: Sequence[Passage]) -> dict[etree._Element, list[Passage]]:
    """Return the paragraphs of each row and cell, and each paragraph of itself."""
    found: dict[etree._Element, list[Passage]] = {}
    for passage in passages:
        for place in (passage.element, *passage.element.iterancestors(*_PLACES)):
            found.setdefault(place, []).append(passage)
    return found


def _lost_text(tag: Tag, inner: Sequence[Passage]) -> Iterator[Finding]:
    """Yield the first text that the tag's removal takes along; a loop within one row is told elsewhere."""
    if tag.form != "p" and _is_loop([each for passage in inner for each in tags_of(passage) if each.form == tag.form]):
        return
    for passage in inner:
        text = passage.text
        rest = f"{text[: tag.start]} {text[tag.end :]}" if passage is tag.passage else text
        if rest.strip():
            message = f"chữ đứng chung {FORMS[tag.form]} với thẻ «{shortened(tag.raw)}» sẽ mất"
            advice = f"hãy để thẻ này đứng một mình trong {FORMS[tag.form]} của nó"
            yield at_text(passage, tag.start, rest, f"text-beside-{tag.form}", message, hint=advice)
            return


def _is_loop(same: Sequence[Tag]) -> bool:
    return len(same) > 1 and ENDS.get(same[-1].keyword) == same[0].keyword


def _lost_things(tag: Tag, place: etree._Element) -> Iterator[Finding]:
    """Yield the first thing other than text that the tag's removal takes along."""
    thing = next(things_in(place.iter()), None)
    if thing is not None:
        message = f"{thing} chung {FORMS[tag.form]} với thẻ này sẽ mất"
        yield at_tag(tag, "lost-beside-tag", message, hint=f"hãy để thẻ đứng một mình trong {FORMS[tag.form]}")


def _within(tag: Tag) -> Iterator[Finding]:
    """Yield the first thing other than text between the pieces of a tag."""
    nodes = tag.passage.nodes(tag.start, tag.end)
    thing = None if tag.replaced is not None else next(things_in(between(nodes[0][0], nodes[-1][0])), None)
    if thing is not None:
        yield at_tag(tag, "lost-in-tag", f"{thing} nằm bên trong thẻ sẽ mất", hint="hãy xóa cả thẻ rồi gõ lại")
