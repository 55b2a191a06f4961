"""The order of a document within itself: numbers, headings, appendices and references that lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.diagnostics import Severity
from generator.lint.body import all_nodes
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault, Spot
from generator.lint.numbering import miscounts
from generator.lint.placeholders import stands_before_gap
from generator.lint.places import row_spot
from generator.lint.references import lost_article, lost_document, lost_references
from generator.lint.rule import rule
from generator.lint.statements import Role, Statement
from generator.lint.subject import Subject
from generator.reading.labels import LabelKind, labels_of
from generator.reading.outline import Node
from generator.vietnamese.roman import parse_roman

_AGREEMENT = "thống nhất nội dung"
_COUNTED = (LabelKind.PART, LabelKind.CHAPTER, LabelKind.SECTION, LabelKind.ROMAN, LabelKind.DECIMAL)
"""Levels whose numbers no rule of the form looks at."""
_TITLED = frozenset({LabelKind.PART, LabelKind.CHAPTER, LabelKind.SECTION, LabelKind.ROMAN})
_APPENDIX = re.compile(r"phụ lục\s+(?:số\s+)?(?P<number>[IVXLC]{1,7}|\d{1,2})(?!\w)", re.IGNORECASE)
_ENCLOSED = re.compile(
    r"phụ lục(?:\s+\w+){0,2}?\s+(?:kèm theo|đính kèm)"
    r"|(?<=[( ])(?:(?<=\()|(?<=theo )|(?<=tại )|(?<=có )|(?<=như ))"
    r"(?:biểu mẫu|danh sách|danh mục|bảng|biểu)(?:\s+\w+){0,2}?\s+(?:kèm theo|đính kèm)",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"(?:luật|nghị định|nghị quyết|thông tư|quyết định|chỉ thị|hướng dẫn|công văn|kế hoạch|quy chế|văn bản)"
    r"\s+(?:số|liên tịch|\d|của|kèm|trên|nêu|nói)",
    re.IGNORECASE,
)
"""The name of a document with what tells it is another one than this."""
_REACH = 80
"""Characters around the mention of an appendix within which its document is named."""
_SEPARATE = "phụ lục có thể ở tệp riêng: kiểm tra tệp gửi kèm"
_TOLD_ELSEWHERE = re.compile(r"phụ lục|kèm theo|đính kèm|biểu|bảng", re.IGNORECASE)
_HEADING_WORDS, _FEWEST_ALIKE = 8, 2
"""Words of a heading in small letters at most, and headings beside it that show that it is one."""
_SHORTEST_REPEATED = 60
"""Characters from which on two paragraphs with the same words are one printed twice."""


def _forests(subject: Subject) -> list[Sequence[Node]]:
    return [subject.reading.outline, *(part.content for part in subject.reading.appendices)]


def _families(subject: Subject) -> Iterator[Sequence[Node]]:
    """Yield the nodes that stand below one node, or at the top."""
    for forest in _forests(subject):
        yield forest
        yield from (node.children for node in all_nodes(forest) if node.children)


@rule("CT-01", "đánh số không liên tục", "PL I/I/II.6đ; thống nhất nội dung", Severity.WARNING, needs=Evidence.WORDS)
def numbering(subject: Subject) -> Iterator[Fault]:
    """Số của phần, chương, mục, số La Mã, cấp 1.1 và cột số thứ tự của bảng liên tục, không lặp, không bỏ cách.

    Số thứ tự trong bảng đánh lại từ 1 ở mỗi nhóm hoặc đánh suốt bảng đều được. Điều, khoản, điểm: xem ND-05 đến ND-07.
    """
    for family in _families(subject):
        for kind in _COUNTED:
            same = [node for node in family if node.kind is kind]
            for before, node in pairwise(same):
                if node.ordinal != before.ordinal + 1 and _is_alike(before, node):
                    yield _miscount(node.label, before.label, row_spot(subject, node.lines))
    yield from _unread(subject)
    for forest in _forests(subject):
        for grid in (node.grid for node in all_nodes(forest) if node.grid):
            for first, count in list(miscounts(grid))[:1]:
                yield _miscount(count.printed, first.printed, row_spot(subject, count.row.lines))


def _is_alike(one: Node, other: Node) -> bool:
    """Tell whether two labels count in one sequence: Phần I and A. do not, and 1.2 and 2.1 do not."""
    if one.kind is LabelKind.DECIMAL:
        return one.label.strip(" .").rpartition(".")[0] == other.label.strip(" .").rpartition(".")[0]
    return one.label[:1].isalpha() == other.label[:1].isalpha() and len(one.label.split()) == len(other.label.split())


def _miscount(printed: str, before: str, spot: Spot) -> Fault:
    return Fault(f"«{printed.strip()}» sau «{before.strip()}»", "số liền sau", spot)


def _unread(subject: Subject) -> Iterator[Fault]:
    """Yield a fault for a heading in capitals whose Roman number is too far from the one before to be read as one."""
    before: Node | None = None
    for node in all_nodes(subject.reading.outline):
        if node.kind is LabelKind.ROMAN:
            before = node
        elif node.kind is None and node.grid is None and before is not None and node.text.isupper():
            label = next((one for one in labels_of(node.text) if one.kind is LabelKind.ROMAN), None)
            if label and parse_roman(label.printed.strip(" .):-/")) and label.text:
                yield _miscount(label.printed, before.label, row_spot(subject, node.lines))


@rule("CT-02", "phụ lục được nhắc đến nhưng không có", "PL I/I/III.1a", Severity.WARNING, needs=Evidence.WORDS)
def lost_appendices(subject: Subject) -> Iterator[Fault]:
    """Phụ lục, danh sách, biểu mẫu mà văn bản nói là kèm theo thì có ở sau văn bản, hoặc ở tệp gửi kèm."""
    if subject.is_attachment:
        return
    if not subject.reading.appendices:
        yield from _enclosed(subject)
        return
    present = {_value(match["number"]) for match in map(_APPENDIX.match, _labels(subject)) if match}
    seen: set[int | None] = set()
    for statement, match in _mentions(subject, _APPENDIX):
        number = _value(match["number"])
        is_second = not present and len(_labels(subject)) == 1 and number != 1
        if ((present and number not in present) or is_second) and number not in seen:
            seen.add(number)
            yield Fault(f"nhắc «{match[0]}», không thấy phụ lục ấy", "có phụ lục được nhắc", statement.spot, _SEPARATE)


def _labels(subject: Subject) -> list[str]:
    return [part.label.text for part in subject.labelled_appendices if part.label]


def _value(number: str) -> int | None:
    return int(number) if number.isdigit() else parse_roman(number.upper())


def _enclosed(subject: Subject) -> Iterator[Fault]:
    """Yield one fault for a document that speaks of what is enclosed and has nothing behind its signature."""
    found = [*_mentions(subject, _ENCLOSED), *_mentions(subject, _APPENDIX)]
    if not found or (found[0][1][0][:4].casefold() not in ("phụ ",) and _has_table(subject)):
        return
    first, match = found[0]
    places = dict.fromkeys(statement.spot for statement, _ in found)
    expected = "có phụ lục, biểu mẫu, danh sách được nhắc"
    also = tuple(place for place in places if place != first.spot)
    yield Fault(f"nhắc «{match[0]}», văn bản không có phần kèm theo", expected, first.spot, _SEPARATE, also=also)


def _has_table(subject: Subject) -> bool:
    return any(node.grid for node in all_nodes(subject.reading.outline))


def _mentions(subject: Subject, pattern: re.Pattern[str]) -> Iterator[tuple[Statement, re.Match[str]]]:
    """Yield where the content speaks of an appendix of its own; those of a document that is cited are left out."""
    for statement in subject.statements:
        if statement.role is Role.BODY and statement.appendix is None:
            for match in pattern.finditer(statement.text):
                around = statement.text[max(0, match.start() - _REACH) : match.end() + _REACH]
                if not _OF_ANOTHER.search(around):
                    yield statement, match


@rule("CT-06", "dẫn đến phần không có trong văn bản", _AGREEMENT, Severity.WARNING, needs=Evidence.WORDS)
def references(subject: Subject) -> Iterator[Fault]:
    """Mục, điều, khoản, điểm được dẫn («khoản 2 Mục I Kế hoạch này», «Như Điều 5») thì có trong chính văn bản.

    «Thi hành Kế hoạch này» chỉ viết trong kế hoạch, hoặc trong văn bản có nói đến một kế hoạch.
    """
    for lost in (*lost_references(subject), *filter(None, (lost_article(subject), lost_document(subject)))):
        yield Fault(f"«{lost.words}»: không thấy {lost.missing}", "phần có trong văn bản", lost.statement.spot)


@rule("CT-07", "đề mục trống hoặc đoạn văn lặp lại", _AGREEMENT, Severity.WARNING, needs=Evidence.WORDS)
def empty_and_repeated(subject: Subject) -> Iterator[Fault]:
    """Dưới mỗi đề mục có nội dung; đề mục cùng cấp không trùng tên; một đoạn không in hai lần trong một mục."""
    for node in _empty_headings(subject):
        if stands_before_gap(subject, node):
            continue
        yield Fault(
            f"«{node.label.strip()} {node.text}» không có nội dung", "có nội dung", row_spot(subject, node.lines)
        )
    for family in _families(subject):
        for before, node in _repeated(family):
            place = subject.located(row_spot(subject, before.lines))
            what = "đề mục trùng" if node.heading else "đoạn văn lặp lại nguyên văn"
            yield Fault(f"{what} với {place}", "mỗi nội dung một lần", row_spot(subject, node.lines))


def _empty_headings(subject: Subject) -> Iterator[Node]:
    """Yield the headings with nothing below them; the last one may be followed by what closes the document."""
    nodes = list(all_nodes(subject.reading.outline))
    for family in (subject.reading.outline, *(node.children for node in nodes)):
        labelled = [node for node in family if node.kind]
        for place, node in enumerate(labelled):
            others = labelled[:place] + labelled[place + 1 :]
            closes = node is nodes[-1] and bool(subject.reading.closing)
            if others and not closes and not node.children and _should_have_content(node, others):
                yield node


def _should_have_content(node: Node, others: Sequence[Node]) -> bool:
    """Tell whether the node is a heading like the others of its level, all of which have something below them."""
    told_elsewhere = _TOLD_ELSEWHERE.search(node.text) is not None
    alike = [one for one in others if one.kind is node.kind]
    if not alike or told_elsewhere or node.text.rstrip()[-1:] in (".", ";", "/"):
        return False
    if node.kind in _TITLED:
        return node.text.isupper() and all(one.children for one in alike)
    short = node.kind is LabelKind.ARABIC and len(node.text.split()) <= _HEADING_WORDS and ":" not in node.text
    return short and len(alike) >= _FEWEST_ALIKE and all(one.heading and one.children for one in alike)


def _repeated(family: Sequence[Node]) -> Iterator[tuple[Node, Node]]:
    """Yield the nodes below one node that say what an earlier one says: headings, and long paragraphs."""
    seen: dict[str, Node] = {}
    for node in family:
        is_heading = node.kind in _TITLED and node.heading
        if node.grid or not (is_heading or len(node.text) >= _SHORTEST_REPEATED):
            continue
        before = seen.setdefault(" ".join(node.text.casefold().split()), node)
        if before is not node:
            yield before, node
