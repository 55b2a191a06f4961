"""One form for one thing throughout a document: dates and quarters, brackets and quotation marks, ends of items."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from generator.diagnostics import Severity
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault, Spot
from generator.lint.language_words import CAPITAL, Wording
from generator.lint.placeholders import stands_before_gap
from generator.lint.rule import rule
from generator.lint.spots import grouped
from generator.lint.statements import Role
from generator.lint.subject import Subject
from generator.reading.labels import UNORDERED, LabelKind
from generator.reading.outline import Node

_SHORT_DATE = re.compile(r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?![\w/-])")
_LONG_DATE = re.compile(r"\bngày (\d{1,2}) tháng (\d{1,2}) năm (?:19|20)\d\d")
_QUARTER = re.compile(r"\bqu[ýí] (?:([1-4])|(I{1,3}|IV))(?![\w/])", re.IGNORECASE)
_LABEL_CLOSE = re.compile(r"(?:^|[\s;,.:(])[0-9a-zđ]{1,2}\d?\)$")
_ENDS = tuple('.;:,!?)…”"»/')
_TITLED = frozenset({LabelKind.PART, LabelKind.CHAPTER, LabelKind.SECTION, LabelKind.ROMAN})
_FEWEST_WORDS = 8
"""Fewer words are a name or a heading, which needs no sign at its end."""
_FEWEST_ITEMS = 4
"""Of fewer items it cannot be told how the others end."""
_RUN_ON = 3
"""Statements within which a bracket that one opens may be closed by another."""

_Forms = dict[str, list[tuple[Wording, str]]]


@rule(
    "NG-09", "ngày, quý viết nhiều kiểu trong một văn bản", "thống nhất cách viết", Severity.HINT, needs=Evidence.WORDS
)
def mixed_dates(subject: Subject) -> Iterator[Fault]:
    """Ngày tháng viết số cùng một kiểu (05/3/2026 hoặc 05-3-2026), cùng cách thêm số 0; quý cùng số La Mã hay Ả Rập.

    Nghị định chỉ quy định ngày ở phần đầu (II.4b); trong lời văn kiểu nào cũng được, miễn thống nhất, nên chỉ gợi ý.
    """
    for found in _date_forms(subject.prose):
        if len(found) > 1:
            yield _mixed(found)


def _date_forms(prose: Sequence[Wording]) -> list[_Forms]:
    signs: _Forms = {}
    days: _Forms = {}
    months: _Forms = {}
    quarters: _Forms = {}
    for wording in prose:
        for one in _SHORT_DATE.finditer(wording.text):
            _enter(signs, one[2], wording, one[0])
            _enter_zeros(days, months, (one[1], one[3]), wording, one[0])
        for one in _LONG_DATE.finditer(wording.text):
            _enter_zeros(days, months, (one[1], one[2]), wording, one[0])
        for one in _QUARTER.finditer(wording.text):
            _enter(quarters, "số" if one[1] else "La Mã", wording, one[0])
    return [signs, days, months, quarters]


def _enter(forms: _Forms, form: str, wording: Wording, text: str) -> None:
    forms.setdefault(form, []).append((wording, text))


def _enter_zeros(days: _Forms, months: _Forms, numbers: tuple[str, str], wording: Wording, text: str) -> None:
    """Enter how a day before the 10th and a month from March to September are written; of January and February
    the decree writes the 0 always (II.4b), so that they tell nothing."""
    day, month = numbers
    if 0 < int(day) < 10:
        _enter(days, "có số 0" if len(day) > 1 else "không có số 0", wording, text)
    if 2 < int(month) < 10:
        _enter(months, "có số 0" if len(month) > 1 else "không có số 0", wording, text)


def _mixed(forms: Mapping[str, list[tuple[Wording, str]]]) -> Fault:
    ranked = sorted(forms.values(), key=len, reverse=True)
    found = "; ".join(f"«{uses[0][1]}» ({len(uses)} chỗ cùng kiểu)" for uses in ranked)
    return Fault(found, f"một kiểu, như «{ranked[0][0][1]}»", ranked[-1][0][0].statement.spot)


@rule("NG-10", "ngoặc không đủ cặp hoặc dùng hai loại", "quy ước gõ văn bản", Severity.WARNING, needs=Evidence.WORDS)
def brackets(subject: Subject) -> Iterator[Fault]:
    """Mỗi ngoặc mở có ngoặc đóng; ngoặc kép một loại trong cả văn bản: “…” hoặc "…" (chỉ gợi ý)."""
    judged = [one for one in subject.prose if _is_whole(subject, one)]
    for place, wording in enumerate(judged):
        for opening, closing, missing in _UNPAIRED:
            left = missing(wording.text, opening, closing)
            beside = judged[max(0, place - _RUN_ON) : place + _RUN_ON + 1]
            if left and sum(missing(one.text, opening, closing) for one in beside):
                sign, lacking = (opening, closing) if left > 0 else (closing, opening)
                yield Fault(f"«{sign}» không có «{lacking}»", f"đủ cặp «{opening}{closing}»", wording.statement.spot)
    yield from _mixed_quotation_marks(judged)


def _is_whole(subject: Subject, wording: Wording) -> bool:
    """Whether the statement is sure to be a whole paragraph: cells of a table in a text are torn."""
    role = wording.statement.role
    return role in {Role.BODY, Role.BASIS} or (role in {Role.CELL, Role.APPENDIX} and subject.evidence is Evidence.FILE)


def _unpaired(text: str, opening: str, closing: str) -> int:
    """Return how many opening signs are not closed, or below 0 how many closing ones were not opened."""
    if opening not in text and closing not in text:
        return 0
    depth = lacking = 0
    for place, character in enumerate(text):
        if character == opening:
            depth += 1
        elif character == closing and depth:
            depth -= 1
        elif character == closing and not (closing == ")" and _LABEL_CLOSE.search(text[max(0, place - 4) : place + 1])):
            lacking += 1
    return depth or -lacking


_UNPAIRED: tuple[tuple[str, str, Callable[[str, str, str], int]], ...] = (
    ("(", ")", _unpaired),
    ("“", "”", _unpaired),
    ("«", "»", _unpaired),
    ("[", "]", _unpaired),
)


def _mixed_quotation_marks(prose: Sequence[Wording]) -> Iterator[Fault]:
    curved = [one for one in prose if "“" in one.text]
    straight = [one for one in prose if '"' in one.text]
    if curved and straight:
        fewer, more = sorted([curved, straight], key=len)
        sign, other = ("“…”", '"…"') if fewer is curved else ('"…"', "“…”")
        found = f"ngoặc kép {sign} ({len(fewer)} đoạn) và {other} ({len(more)} đoạn)"
        yield Fault(found, "một loại ngoặc kép", fewer[0].statement.spot, severity=Severity.HINT)


@rule(
    "NG-11",
    "thiếu dấu ở cuối đoạn, hoặc các ý của một danh sách kết thúc khác nhau",
    "quy ước gõ văn bản",
    Severity.HINT,
    needs=Evidence.WORDS,
)
def ends_of_items(subject: Subject) -> Iterator[Fault]:
    """Đoạn văn và ý liệt kê kết thúc bằng dấu câu; các ý một câu của cùng danh sách kết thúc như nhau, trừ ý cuối.

    Không xét tiêu đề, tên hình và bảng, dòng ngắn, bảng, cả bảng mà tệp văn bản thuần in mỗi ô một dòng.
    """
    spots = {number: one.spot for one in subject.statements if one.role is Role.BODY for number in one.lines}
    nodes = [node for top in subject.reading.outline for node in top.walk()]
    groups = [subject.reading.outline, *(node.children for node in nodes if node.children)]
    rows = {id(node) for group in groups for number, node in pairwise(group) if number.text.strip().isdigit()}
    lacking = [node for node in nodes if _lacks_end(node) and id(node) not in rows]
    faults = [("end", _unended(node, spots)) for node in lacking if not stands_before_gap(subject, node)]
    yield from grouped(faults)
    yield from grouped(("mixed", fault) for group in groups for fault in _mixed_ends(group, spots))


_FILLED_IN = re.compile(rf"{CAPITAL}[^\s:]*(?: [^\s:]+){{0,4}}: (?:{CAPITAL}|\d)")
"""The beginning of a line of a form, a label of a few words and what is filled in: "Đại diện: Ông …"."""


_CAPTION = re.compile(
    r"(?:Biểu đồ|Sơ đồ|Đồ thị|Bản đồ|Hình ảnh|Bảng tổng hợp|(?:Hình|Ảnh|Bảng|Biểu(?: mẫu)?)(?: số)? \d)\b",
    re.IGNORECASE,
)
"""The beginning of the name of a picture or table, which ends without a mark."""


def _lacks_end(node: Node) -> bool:
    plain = node.grid is None and not node.heading and not node.children and node.kind not in _TITLED
    text = node.text.rstrip()
    named = node.kind is None and (_FILLED_IN.match(text) or _CAPTION.match(text))
    is_sentence = len(text.split()) >= _FEWEST_WORDS and not text.isupper() and not named
    return plain and is_sentence and text[-1:].isalnum()


def _unended(node: Node, spots: Mapping[int, Spot]) -> Fault:
    words = " ".join(node.text.split()[-4:])
    return Fault(f"«… {words}» không có dấu câu ở cuối", "dấu chấm hoặc dấu chấm phẩy", _spot(node, spots))


def _spot(node: Node, spots: Mapping[int, Spot]) -> Spot:
    return next((spots[number] for number in node.lines if number in spots), Spot())


def _mixed_ends(siblings: Sequence[Node], spots: Mapping[int, Spot]) -> Iterator[Fault]:
    for kind, run in groupby(siblings, key=lambda node: node.kind):
        items = list(run)
        if kind not in UNORDERED and kind is not LabelKind.LETTER or len(items) < _FEWEST_ITEMS:
            continue
        texts = [item.text.rstrip() for item in items]
        if any(item.children for item in items) or any(". " in text for text in texts):
            continue
        ends = [text[-1:] for text in texts[:-1]]
        odd, usual = sorted((";", "."), key=ends.count)
        if ends.count(odd) and ends.count(odd) < ends.count(usual):
            found = f"{ends.count(';')} ý kết thúc bằng «;», {ends.count('.')} ý bằng «.»"
            yield Fault(found, "kết thúc như nhau", _spot(items[ends.index(odd)], spots))
