"""Totals held against the parts that a sentence, or the list below it, takes them apart into."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from generator.lint.figures import Sentence
from generator.lint.statements import Statement
from generator.vietnamese.numbers import format_number
from generator.vietnamese.quantities import Bound, Quantity
from generator.vietnamese.unicode import fold

_PARTS = re.compile(
    r"(?P<all>\b(?:bao gồm|gồm có|gồm|chia ra|cụ thể(?: như sau| là)?)\b)|(?P<some>\btrong (?:đó|số đó)\b)"
    r"|(?P<bracket>\()",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\b(?:tổng số|tổng cộng|tổng)\b", re.IGNORECASE)
_SIGN = re.compile(r"[()]|(?P<part>[;,])\s+(?:và\s+)?|\s(?P<and>và)\s+")
_SHARE_ONLY = re.compile(r"\s*(?:chiếm|đạt|tỷ lệ|tỉ lệ|tương ứng|bằng)\b", re.IGNORECASE)
_NEXT_MATTER = re.compile(r"\s*(?:đã|đang|còn|hiện|đến nay|kết quả|qua đó|được|đạt|phát|lũy kế)\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?:giải quyết|hoàn thành|xử lý)\b", re.IGNORECASE)
_NOT_DONE = re.compile(r"\b(?:tiếp nhận|đang|đến hạn|chưa|phải)\b", re.IGNORECASE)
_ADDED_UP = re.compile(r"\b(?:lũy kế|cộng dồn|từ đầu|so với|tăng|giảm|cùng kỳ)\b", re.IGNORECASE)
_NESTED = re.compile(r"\b(?:trong đó|trong số|gồm|bao gồm|còn lại|ngoài ra|tăng|giảm|so với|cùng kỳ)\b", re.IGNORECASE)
_CONTAINERS = frozenset({
    "bộ", "đoàn", "tổ", "phòng", "nhóm", "phần", "chương", "bước", "đợt", "ban", "buổi", "ngày", "tháng", "năm",
    "tuần", "giờ", "phút", "quý", "lần", "giải",
})  # fmt: skip
"""What holds other things: "01 bộ hồ sơ gồm 02 bản chính, 01 bản sao"."""
_FEWEST = 10
_SHORT = 3
"""Most words of a piece without figure that goes on with the one before: "11 kiến nghị, phản ánh"."""
_NEAREST, _FARTHEST = 40, 160
"""Most characters between a total and the bracket, or the word, that opens its parts."""
_LIST_ITEM = re.compile(r"^\s*(?:[-–+•*]|[a-zđ]\))\s*")
_FAMILIES = (
    ("trực tuyến", "trực tiếp", "bưu chính", "bưu điện"),
    ("trước hạn", "trước và đúng hạn", "đúng hạn", "quá hạn", "trễ hạn"),
    ("cấp tỉnh", "cấp xã", "cấp huyện"),
    ("nam", "nữ"),
    ("ngân sách trung ương", "ngân sách tỉnh", "ngân sách xã", "ngân sách huyện", "nguồn khác"),
    ("đạt", "không đạt"),
    ("toàn trình", "một phần"),
    ("hài lòng", "không hài lòng"),
    ("công chức", "viên chức"),
    ("hoàn thành", "chưa hoàn thành", "đang thực hiện"),
)
"""Words that share a whole out among them: of each thing one holds and no other."""
_COMPLETE = (("nam", "nữ"), ("trước hạn", "trước và đúng hạn", "đúng hạn", "quá hạn", "trễ hạn"))
"""Families that leave nothing out."""


@dataclass(frozen=True)
class Split:
    """A total with the parts it is taken apart into."""

    total: Quantity
    parts: tuple[Quantity, ...]
    labels: tuple[str, ...]
    is_whole: bool
    """Whether the parts are said to be all: gồm; "trong đó" may name some."""
    is_sure: bool
    """Whether the total is called one, tổng số, and its parts are said to be all."""

    @property
    def sum(self) -> Decimal:
        """The parts added up."""
        return sum((one.value for one in self.parts), Decimal(0))

    @property
    def adds_up(self) -> bool:
        """Whether the parts, or the first few of them, give the total: what follows may be another matter."""
        sums = list(accumulate(one.value for one in self.parts))
        return self.total.value in sums[1:]

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
            total = _total_before(sentence, match.start(), is_bracket=bool(match["bracket"]))
            if total is None:
                continue
            listed = following.get(place, []) if sentence.text.rstrip().endswith(":") else []
            items = _listed(listed) if listed else _items(sentence, match.end())
            is_whole = bool(match["all"]) or (bool(match["bracket"]) and _begin_with_figures(items))
            split = _split(sentence, total, items, is_whole=is_whole)
            if split:
                yield sentence, split


def parts_too_large(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Quantity, Quantity]]:
    """Yield a total and the part of it that "trong đó" names first and that is larger, things of one name."""
    for sentence in sentences:
        for match in _PARTS.finditer(sentence.text):
            total = _total_before(sentence, match.start()) if match["some"] else None
            part = next((one for one in sentence.figures if one.start >= match.end()), None)
            if total is None or part is None or part.unit != total.unit or part.value <= total.value:
                continue
            between = sentence.text[match.end() : part.start]
            if part.whole is None and not _ADDED_UP.search(between) and not re.search(r"[;.)]\s", between):
                yield sentence, total, part


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


def _total_before(sentence: Sentence, end: int, *, is_bracket: bool = False) -> Quantity | None:
    """Return the count that stands last before the word or bracket that opens the parts, in the same clause."""
    closed = [match.span() for match in re.finditer(r"\([^()]*\)", sentence.text[:end])]
    before = [one for one in sentence.figures if one.end <= end and not any(a <= one.start < b for a, b in closed)]
    if not before or before[-1].is_share or before[-1].whole is not None or before[-1].bound is not Bound.EXACT:
        return None
    total = before[-1]
    between = sentence.text[total.end : end]
    if is_bracket and (len(between) > _NEAREST or re.search(r"[,:.]", between)):
        return None
    if ";" in between.rstrip(" ;") or len(between) > _FARTHEST or not total.unit or total.unit in _CONTAINERS:
        return None
    return total


def _items(sentence: Sentence, start: int) -> list[tuple[str, list[Quantity]]]:
    """Return the pieces of the list after the word, each with its figures other than shares.

    The list ends with its bracket or sentence; where commas part its pieces, a semicolon ends it too.
    """
    parted = _read(sentence, _pieces(sentence.text, start, ";"))
    is_parted = len(parted) > 1 and all(len(figures) == 1 for _, figures in parted)
    return parted if is_parted else _read(sentence, _pieces(sentence.text, start))


def _read(sentence: Sentence, pieces: Sequence[tuple[int, int]]) -> list[tuple[str, list[Quantity]]]:
    """Return the words and figures of pieces; those that go on with the one before have none of their own."""
    found: list[tuple[str, list[Quantity]]] = []
    for begin, end in pieces:
        text = sentence.text[begin:end]
        figures = [one for one in sentence.figures if begin <= one.start < end and not one.is_share]
        if found and not figures and (_SHARE_ONLY.match(text) or len(text.split()) <= _SHORT):
            continue
        if len(found) > 1 and _NEXT_MATTER.match(text):
            break
        found.append((text.strip(" :.()"), figures))
    return found


def _pieces(text: str, start: int, sign: str = "") -> list[tuple[int, int]]:
    """Return where the pieces of a list begin and end; `sign` is what parts them, where it is known before."""
    pieces: list[tuple[int, int]] = []
    begin, depth = start, 0
    for match in _SIGN.finditer(text, start):
        if match[0] in "()":
            depth += 1 if match[0] == "(" else -1
            if depth < 0:
                return [*pieces, (begin, match.start())]
            continue
        part = match["part"]
        if depth or (sign == ";" and part != ";"):
            continue
        pieces.append((begin, match.start()))
        if sign == "," and part == ";":
            return pieces
        sign, begin = part or sign or ",", match.end()
    return [*pieces, (begin, len(text))]


def _begin_with_figures(items: Sequence[tuple[str, list[Quantity]]]) -> bool:
    return all(figures and label.startswith(figures[0].written) for label, figures in items)


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
    if total.unit in ("văn bản", "đơn") and not any(one.unit in _CONTAINERS for one in parts):
        alike = True
    if not alike or not (is_named or total.value >= _FEWEST) or any(one.whole is not None for one in parts):
        return None
    is_all = is_whole or _is_exhaustive(sentence, total, labels)
    return Split(total, tuple(parts), tuple(labels), is_all, is_whole and is_named)


def _is_exhaustive(sentence: Sentence, total: Quantity, labels: Sequence[str]) -> bool:
    """Tell whether what was done is parted into what was in time and what was late, or people into the sexes."""
    sexes, times = ({_named(label, family) for label in labels} for family in _COMPLETE)
    if sexes == {"nam", "nữ"}:
        return len(labels) == len(sexes)
    before = re.split(r"[;,.]\s", sentence.text[: total.start])[-1]
    is_done = bool(_DONE.search(before)) and not _NOT_DONE.search(before)
    return is_done and "" not in times and "đúng hạn" in " ".join(times) and bool(times & {"quá hạn", "trễ hạn"})


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
