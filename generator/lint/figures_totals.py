"""Totals held against the parts that a sentence, or the list below it, takes them apart into."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.lint.figures import Sentence
from generator.lint.statements import Statement
from generator.vietnamese.numbers import format_number
from generator.vietnamese.quantities import Bound, Quantity
from generator.vietnamese.unicode import fold

_PARTS = re.compile(
    r"(?P<all>\b(?:bao gồm|gồm có|gồm|chia ra|cụ thể(?: như sau| là)?)\b)|(?P<some>\btrong (?:đó|số đó)\b)",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\b(?:tổng số|tổng cộng|tổng)\b", re.IGNORECASE)
_ITEM_END = re.compile(r"\s*[;,]\s*(?:và\s+)?|\s+và\s+")
_NESTED = re.compile(r"\b(?:trong đó|trong số|gồm|bao gồm|còn lại|ngoài ra|tăng|giảm|so với|cùng kỳ)\b", re.IGNORECASE)
_CONTAINERS = frozenset({
    "bộ", "đoàn", "tổ", "phòng", "nhóm", "phần", "chương", "bước", "đợt", "ban", "buổi", "ngày", "tháng", "năm",
    "tuần", "giờ", "phút", "quý", "lần", "giải",
})  # fmt: skip
"""What holds other things: "01 bộ hồ sơ gồm 02 bản chính, 01 bản sao"."""
_FEWEST = 10
_LIST_ITEM = re.compile(r"^\s*(?:[-–+•*]|[a-zđ]\))\s*")
_FAMILIES = (
    ("trực tuyến", "trực tiếp", "bưu chính", "bưu điện"),
    ("trước hạn", "trước và đúng hạn", "đúng hạn", "quá hạn", "trễ hạn"),
    ("cấp tỉnh", "cấp xã", "cấp huyện"),
    ("nam", "nữ"),
    ("đạt", "không đạt"),
    ("toàn trình", "một phần"),
    ("hài lòng", "không hài lòng"),
    ("công chức", "viên chức"),
    ("hoàn thành", "chưa hoàn thành", "đang thực hiện"),
)
"""Words that share a whole out among them: of each thing one holds and no other."""


@dataclass(frozen=True)
class Split:
    """A total with the parts it is taken apart into."""

    total: Quantity
    parts: tuple[Quantity, ...]
    labels: tuple[str, ...]
    is_whole: bool
    """Whether the parts are said to be all: gồm; "trong đó" may name some."""
    is_named: bool
    """Whether the total is called one: tổng số."""

    @property
    def sum(self) -> Decimal:
        """The parts added up."""
        return sum((one.value for one in self.parts), Decimal(0))

    @property
    def is_shared_out(self) -> bool:
        """Whether each of the parts names another word of one family, so that nothing counts twice."""
        for family in _FAMILIES:
            named = [_named(label, family) for label in self.labels]
            if all(named) and len(set(named)) == len(named):
                return True
        return False


def splits(sentences: Sequence[Sentence], following: dict[int, list[Sentence]]) -> Iterator[tuple[Sentence, Split]]:
    """Yield each total of the sentences that is taken apart, with its parts.

    `following` holds for the place of a sentence those of the list that its colon opens.
    """
    for place, sentence in enumerate(sentences):
        for match in _PARTS.finditer(sentence.text):
            total = _total_before(sentence, match.start())
            if total is None:
                continue
            listed = following.get(place, []) if sentence.text.rstrip().endswith(":") else []
            items = _listed(listed) if listed else _items(sentence, match.end())
            split = _split(sentence, total, items, is_whole=bool(match["all"]))
            if split:
                yield sentence, split
            break


def lists_below(sentences: Sequence[Sentence], statements: Sequence[Statement]) -> dict[int, list[Sentence]]:
    """Return for the place of each sentence that ends with a colon the sentences of the list items right below it.

    A list of which an item has no figure, or figures in two sentences, is left out.
    """
    places = {id(one): place for place, one in enumerate(statements)}
    held: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        held.setdefault(id(sentence.statement), []).append(sentence)
    found: dict[int, list[Sentence]] = {}
    for index, sentence in enumerate(sentences):
        if sentence.text.rstrip().endswith(":"):
            items = _run_of_items(statements, places[id(sentence.statement)])
            said = [held.get(id(one), []) for one in items]
            if items and all(len(one) == 1 for one in said):
                found[index] = [one[0] for one in said]
    return found


def _run_of_items(statements: Sequence[Statement], place: int) -> list[Statement]:
    """Return the items of one kind that follow a statement, none where the next is of its own kind."""
    items: list[Statement] = []
    own = _kind(statements[place])
    for number in range(place + 1, len(statements)):
        kind = _kind(statements[number])
        if not kind or kind == own or (items and kind != _kind(items[0])):
            break
        items.append(statements[number])
    return items


def _kind(statement: Statement) -> str:
    """Return the mark that a list item begins with, "a)" for any letter; empty for other text."""
    mark = _LIST_ITEM.match(statement.text)
    sign = mark[0].strip() if mark else ""
    return sign if len(sign) < 2 else "a)"


def _total_before(sentence: Sentence, end: int) -> Quantity | None:
    """Return the count that stands last before the word that opens the parts, in the same clause."""
    before = [one for one in sentence.figures if one.end <= end]
    if not before or before[-1].is_share or before[-1].whole is not None or before[-1].bound is not Bound.EXACT:
        return None
    total = before[-1]
    between = sentence.text[total.end : end]
    if ";" in between or len(between) > 160 or not total.unit or total.unit in _CONTAINERS:
        return None
    return total


def _items(sentence: Sentence, start: int) -> list[tuple[str, list[Quantity]]]:
    """Return the pieces of the sentence after the word, each with its figures other than shares."""
    found, begin = [], start
    ends = [*_ITEM_END.finditer(sentence.text, start), None]
    for match in ends:
        end = match.start() if match else len(sentence.text)
        figures = [one for one in sentence.figures if begin <= one.start < end and not one.is_share]
        found.append((sentence.text[begin:end].strip(" :.()"), figures))
        begin = match.end() if match else end
    return found


def _listed(sentences: Sequence[Sentence]) -> list[tuple[str, list[Quantity]]]:
    return [(one.text, [figure for figure in one.figures if not figure.is_share]) for one in sentences]


def _split(
    sentence: Sentence, total: Quantity, items: list[tuple[str, list[Quantity]]], *, is_whole: bool
) -> Split | None:
    """Return total and parts when every item has one figure of the total's kind; None when that is not sure."""
    if len(items) < 2 or any(len(figures) != 1 for _, figures in items):
        return None
    parts = [figures[0] for _, figures in items]
    labels = [label for label, _ in items]
    if any(_NESTED.search(label) for label in labels) or any(one.bound is not Bound.EXACT for one in parts):
        return None
    is_named = bool(_TOTAL.search(sentence.text[max(0, total.start - 60) : total.start]))
    alike = all(one.unit in ("", total.unit) for one in parts)
    if total.unit == "văn bản" and not any(one.unit in _CONTAINERS for one in parts):
        alike = True
    if not alike or not (is_named or total.value >= _FEWEST) or any(one.whole is not None for one in parts):
        return None
    return Split(total, tuple(parts), tuple(labels), is_whole, is_named)


def _named(label: str, family: Sequence[str]) -> str:
    """Return the longest word of a family that a label has; empty without one."""
    words = f" {fold(label)} "
    return max((one for one in family if f" {one} " in words.replace(":", " ")), key=len, default="")


def sum_in_words(parts: Sequence[Quantity]) -> str:
    """Return an addition as it is printed: "70 + 60 = 130"."""
    scale = 10**6 if all(one.unit == "đồng" and one.value % 10**6 == 0 for one in parts) else 1
    added = " + ".join(format_number(one.value / scale) for one in parts)
    result = f"{added} = {format_number(sum((one.value for one in parts), Decimal(0)) / scale)}"
    return f"{result} triệu đồng" if scale > 1 else result
