"""Pieces of tags that are no tag: unclosed, spread over paragraphs, a brace too few; and words left from a draft."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.diagnostics import Severity
from generator.templates.check.findings import Finding, at_text
from generator.templates.check.places import Passage
from generator.templates.check.tags import Tag, tags_of, without_tags

_UNEVEN = re.compile(r"\{[{%]?(?P<inside>[^{}\0]*?)[%}]?\}")
_SPACED = re.compile(r"\{\s+\{(?P<inside>[^{}\0]*)\}\s+\}")
_WIDE = re.compile(
    r"[｛{][｛{%％#](?<!\{[{%#])[^{}｛｝\0]*?(?:[｝}%％#][｝}]|(?=[{}｛｝\0])|$)|[｝}%％#][｝}](?<![}%#]\})"
)
"""Braces of the width of an East Asian letter, which some input methods write."""
_HALF = re.compile(r"\{[{%#]|[}%#]\}|[{}]")
_FIELD = re.compile(r"\s*(?:(?:tr|tc|p|r)\s+)?[^\W\d][\w.]*(?:\s*\|.*)?\s*")
_STATEMENT = re.compile(r"\s*(?:tr|tc|p|r)?\s*(?:if|elif|else|endif|for|endfor)\b")
_LEFTOVER = re.compile(r"\[\s*CẦN BỔ SUNG[^\]]*\]?", re.IGNORECASE)
_CLOSERS = ("}}", "%}", "#}")


@dataclass(frozen=True)
class _Half:
    """One end of a tag, the other end missing in its paragraph."""

    passage: Passage
    start: int
    text: str
    opens: bool
    touches: bool
    """Whether it stands against a tag or the edge of the paragraph, and so may join a tag there."""


def fragment_findings(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield what looks like a tag and is none, for the paragraphs of one part."""
    events: list[_Half | Tag] = []
    for passage in passages:
        tags = tags_of(passage)
        text = without_tags(passage, tags)
        yield from _leftovers(passage, text)
        yield from _spaced(passage, text)
        text = _WIDE.sub(_blank, _SPACED.sub(_blank, text))
        yield from _uneven(passage, text)
        events += sorted([*tags, *_halves(passage, _UNEVEN.sub(_blank, text))], key=lambda event: event.start)
    yield from _broken(events)


def _blank(found: re.Match[str]) -> str:
    return "\0" * len(found.group())


def _leftovers(passage: Passage, text: str) -> Iterator[Finding]:
    for found in _LEFTOVER.finditer(unicodedata.normalize("NFC", text)):
        message = "chữ đánh dấu chỗ thiếu còn sót lại trong mẫu, văn bản nào cũng sẽ in ra"
        advice = "hãy thay bằng thẻ của trường, hoặc bằng chữ đúng"
        yield at_text(passage, found.start(), found.group(), "leftover", message, Severity.WARNING, hint=advice)


def _spaced(passage: Passage, text: str) -> Iterator[Finding]:
    for found in _SPACED.finditer(text):
        message = "có dấu cách giữa hai dấu ngoặc nhọn, thẻ sẽ không được điền"
        expected = f"«{{{{ {found['inside'].strip()} }}}}»"
        yield at_text(passage, found.start(), found.group(), "single-brace", message, expected=expected)
    for found in _WIDE.finditer(_SPACED.sub(_blank, text)):
        message = "dấu ngoặc nhọn rộng (kiểu chữ Đông Á) không phải dấu ngoặc của thẻ"
        yield at_text(passage, found.start(), found.group(), "wide-brace", message, expected="«{{ … }}» hoặc «{% … %}»")


def _uneven(passage: Passage, text: str) -> Iterator[Finding]:
    for found in _UNEVEN.finditer(text):
        quote, inside = found.group(), found["inside"].strip(" %")
        if _STATEMENT.match(inside):
            yield _single(passage, found.start(), quote, f"«{{% {inside} %}}»")
        elif _FIELD.fullmatch(inside) or quote[:2] in ("{{", "{%") or quote[-2:] in _CLOSERS:
            yield _single(passage, found.start(), quote, f"«{{{{ {inside} }}}}»")
        else:
            message = "chữ trong một cặp ngoặc nhọn được in nguyên như vậy"
            yield at_text(passage, found.start(), quote, "single-brace", message, Severity.WARNING)


def _single(passage: Passage, start: int, quote: str, expected: str) -> Finding:
    message = "thẻ thiếu một dấu ngoặc nhọn, sẽ không được điền"
    return at_text(passage, start, quote, "single-brace", message, expected=expected)


def _halves(passage: Passage, text: str) -> Iterator[_Half]:
    for found in _HALF.finditer(text):
        opens = found.group().startswith("{")
        piece = text[found.start() :] if opens else text[: found.end()]
        words = piece.partition("\0")[0] if opens else piece.rpartition("\0")[2]
        beyond = text[found.end() : found.end() + 1] if opens else text[: found.start()][-1:]
        yield _Half(passage, found.start(), words, opens, touches=beyond in ("", "\0"))


def _broken(events: Sequence[_Half | Tag]) -> Iterator[Finding]:
    """Yield each half once; an opening half and the closing half that comes next are one tag, split."""
    waiting: _Half | None = None
    for event in events:
        if isinstance(event, _Half) and not event.opens and waiting is not None:
            yield _split(waiting, event)
            waiting = None
            continue
        if waiting is not None:
            yield _unclosed(waiting)
        waiting = event if isinstance(event, _Half) and event.opens else None
        if isinstance(event, _Half) and not event.opens:
            yield _unopened(event)
    if waiting is not None:
        yield _unclosed(waiting)


def _split(first: _Half, second: _Half) -> Finding:
    return at_text(
        first.passage,
        first.start,
        f"{first.text} ¶ {second.text}",
        "split-tag",
        f"thẻ bị tách ra nhiều đoạn, phần cuối ở {second.passage.where}",
        hint="hãy viết cả thẻ trong một đoạn, không xuống dòng giữa thẻ",
    )


def _unclosed(half: _Half) -> Finding:
    if half.text[:2] not in ("{{", "{%", "{#"):
        return _lone(half)
    message = "thẻ mở ra mà không đóng lại"
    expected = "«}}» hoặc «%}» ở cuối thẻ, trong cùng một đoạn"
    return at_text(half.passage, half.start, half.text, "unclosed-tag", message, expected=expected)


def _unopened(half: _Half) -> Finding:
    if half.text[-2:] not in _CLOSERS:
        return _lone(half)
    message = "có dấu đóng thẻ mà không có dấu mở"
    expected = "«{{» hoặc «{%» ở đầu thẻ, trong cùng một đoạn"
    return at_text(half.passage, half.start, half.text, "unclosed-tag", message, expected=expected)


def _lone(half: _Half) -> Finding:
    """Return a warning; an error where the brace would join those of a tag beside it or in the next paragraph."""
    if half.touches:
        message = "một dấu ngoặc nhọn đứng lẻ sát thẻ hoặc ở mép đoạn, sẽ bị ghép nhầm với thẻ bên cạnh"
        return at_text(half.passage, half.start, half.text, "single-brace", message, hint="hãy bỏ dấu ngoặc này")
    message = "một dấu ngoặc nhọn đứng lẻ được in nguyên như vậy"
    return at_text(half.passage, half.start, half.text, "single-brace", message, Severity.WARNING)
