"""Shares held against the two numbers that they are said to follow from: "633/1.601 hồ sơ, đạt 39,54%"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, groupby, pairwise

from generator.lint.figures import Sentence
from generator.vietnamese.quantities import Bound, Form, Quantity

_LINK = re.compile(
    r"(?P<phrase>[^,;():]{0,120}?)\s*[,(:;–-]?\s*"
    r"(?P<link>(?:(?:đã|đều|với|và)\s+)?(?:đạt|chiếm|tỷ lệ|tỉ lệ|tương ứng|tương đương|bằng)"
    r"(?:\s+(?:là|tỷ lệ|tỉ lệ|:))*(?:\s+(?:trên|hơn|khoảng|gần|xấp xỉ))?"
    r"|\((?:\s*(?:đạt|chiếm|tỷ lệ|tỉ lệ|tương ứng|khoảng|trên|hơn|gần))*)\s*",
    re.IGNORECASE,
)
"""What may stand between the numbers and their share: words of what was counted, and a link."""
_OTHER_MATTER = re.compile(r"\b(?:tỷ lệ|tỉ lệ|trong đó|trong số|riêng|còn lại|tăng|giảm|vượt|so)\b", re.IGNORECASE)
_GROWTH = re.compile(
    r"\b(?:tăng|giảm|vượt|so với|cùng kỳ|kế hoạch|dự toán|chỉ tiêu|nghị quyết|gấp|định mức|công suất|điểm %)\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\s*(?:so với|so|kế hoạch|dự toán|chỉ tiêu|cùng kỳ|nghị quyết|định mức)\b", re.IGNORECASE)
_PLAN = re.compile(r"\s*(?:so với\s+)?(?:kế hoạch|dự toán|chỉ tiêu)[^,;:()%]{0,40}\(\s*", re.IGNORECASE)
"""What stands between a share and the plan in brackets that it is a share of."""
_REACHES = re.compile(r"\s*[,(]?\s*(?:đạt|bằng)(?:\s+tỷ lệ)?\s*", re.IGNORECASE)
_ROUND = re.compile(r"\b(?:tỷ|tỉ)\b", re.IGNORECASE)
"""Amounts in tỷ are rounded."""
_SHARE_WORD = re.compile(r"\(|chiếm|tỷ lệ|tỉ lệ", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\((?:\s*(?:tương ứng|tức|là|với|đạt|cụ thể:?|gồm|có))*\s*", re.IGNORECASE)
_OF_TOTAL = re.compile(r"[^,;:()]{0,60}?\b(?:trên|trong|/)\s*tổng số\s*|\s*/\s*(?:tổng số\s*)?", re.IGNORECASE)
_THEREOF = re.compile(r"\b(?:trong đó|trong số)\b", re.IGNORECASE)
_SHARED = frozenset(
    [
        "hồ sơ",
        "thủ tục",
        "thủ tục hành chính",
        "tthc",
        "văn bản",
        "vbqppl",
        "phiếu",
        "phản ánh",
        "kiến nghị",
        "pakn",
        "ý kiến",
        "công chức",
        "viên chức",
        "cán bộ",
        "cbccvc",
        "cbcc",
        "người lao động",
        "cơ quan",
        "đơn vị",
        "xã",
        "phường",
        "dịch vụ",
        "dịch vụ công",
        "dvc",
        "dvctt",
        "trường hợp",
        "vấn đề",
        "vụ việc",
        "tài khoản",
        "hộ",
        "học sinh",
        "giáo viên",
        "giao dịch",
    ]
)
"""What is counted as a part of all there are, so that the part cannot be more than the whole."""
_ROUGH, _TINY = 2.5, 1e-9


@dataclass(frozen=True)
class BrokenRatio:
    """A share that its numbers do not give."""

    part: Quantity
    whole: Decimal
    share: Quantity
    is_sure: bool
    """Whether the numbers are named for the share, not only near it."""

    @property
    def right(self) -> Decimal:
        """The share that the numbers give, with two decimals at least as printed."""
        exact = Decimal(100) * self.part.value / self.whole
        return exact.quantize(Decimal(1).scaleb(-max(2, self.share.decimals)))


def broken_ratios(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, BrokenRatio]]:
    """Yield the shares of sentences in printed order that contradict their two numbers, each once."""
    above: list[list[Decimal]] = []
    for _, held in groupby(sentences, key=lambda one: id(one.statement)):
        paragraph = list(held)
        counts = _counts(paragraph)
        near = [count for group in above for count in group]
        for number, sentence in enumerate(paragraph):
            for place, share in enumerate(sentence.figures):
                if share.is_share and share.form is not Form.BROKEN:
                    before = paragraph[:number]
                    broken = _broken(sentence, place) or _implied(sentence, place, before, counts, near)
                    if broken:
                        yield sentence, broken
        above = [*above[-1:], counts]


def _broken(sentence: Sentence, place: int) -> BrokenRatio | None:
    """Return the share that the numbers named for it do not give; None where it is right or names none."""
    share = sentence.figures[place]
    is_compared = _COMPARED.match(sentence.text, share.end)
    pair = _planned_pair(sentence, place) if is_compared else _named_pair(sentence, place)
    if pair is None or not pair[1] or fits(pair[0].value, pair[1], share):
        return None
    return BrokenRatio(pair[0], pair[1], share, is_sure=True)


def fits(part: Decimal, whole: Decimal, share: Quantity) -> bool:
    """Tell whether 100 * part / whole can be printed as the share: cut off or rounded to its decimals."""
    return _fitting(share)(float(part), float(whole))


def _fitting(share: Quantity) -> Callable[[float, float], bool]:
    """Return what tells of part and whole whether they give a share."""
    value, step = float(share.value), 10.0**-share.decimals - _TINY
    if share.bound in (Bound.MORE, Bound.AT_LEAST):
        return lambda part, whole: 100 * part / whole > value - step
    if share.bound in (Bound.LESS, Bound.AT_MOST):
        return lambda part, whole: 100 * part / whole < value + step
    near = _ROUGH if share.bound is Bound.ABOUT else step
    return lambda part, whole: abs(100 * part / whole - value) < near


def larger_parts(sentence: Sentence) -> Iterator[Quantity]:
    """Yield the fractions of which the part is more than the whole, where things of one kind are counted."""
    for place, figure in enumerate(sentence.figures):
        is_more = figure.whole is not None and figure.value > figure.whole and figure.unit in _SHARED
        if is_more and not _is_growth(sentence, place):
            yield figure


def _is_growth(sentence: Sentence, place: int) -> bool:
    """Tell whether words about growth or a plan stand in the clause of a figure, up to its neighbours."""
    figures, figure = sentence.figures, sentence.figures[place]
    start = max(figures[place - 1].end if place else 0, figure.start - 80)
    end = min(figures[place + 1].start if place + 1 < len(figures) else len(sentence.text), figure.end + 60)
    after = re.split(r"[;.)]", sentence.text[figure.end : end], maxsplit=1)[0]
    return bool(_GROWTH.search(sentence.text[start : figure.start]) or _GROWTH.search(after))


def _named_pair(sentence: Sentence, place: int) -> tuple[Quantity, Decimal] | None:
    """Return the numbers that a share names as its own: before it, or in brackets behind it."""
    figures, share = sentence.figures, sentence.figures[place]
    if place + 1 < len(figures) and _BRACKET.fullmatch(sentence.between(share, figures[place + 1])):
        behind = _pair_at(sentence, place + 1)
        if behind:
            return behind
    for first in (place - 1, place - 2):
        pair = _pair_at(sentence, first) if first >= 0 else None
        is_next = pair and (first == place - 1 or figures[first].whole is None)
        if is_next and _is_linked(sentence.between(figures[place - 1], share)):
            return pair
    return None


def _planned_pair(sentence: Sentence, place: int) -> tuple[Quantity, Decimal] | None:
    """Return an amount and its plan: "12.450 triệu đồng, bằng 124,5% dự toán (10.000 triệu đồng)", or x/y đồng."""
    figures, share = sentence.figures, sentence.figures[place]
    behind = figures[place + 1] if place + 1 < len(figures) else None
    if behind and behind.whole is not None and _PLAN.fullmatch(sentence.between(share, behind)):
        return behind, behind.whole
    part = figures[place - 1] if place else None
    if part is None or not _is_exact(part) or not _REACHES.fullmatch(sentence.between(part, share)):
        return None
    if part.whole is not None:
        return (part, part.whole) if part.unit == "đồng" else None
    is_plan = behind and behind.unit == part.unit and _is_exact(behind) and behind.bound is Bound.EXACT
    if behind is None or not is_plan or not _PLAN.fullmatch(sentence.between(share, behind)):
        return None
    is_round = any(_ROUND.search(sentence.text[one.start : one.end]) for one in (part, behind))
    return (part, behind.value) if sentence.text[behind.end :].startswith(")") and not is_round else None


def _pair_at(sentence: Sentence, place: int) -> tuple[Quantity, Decimal] | None:
    """Return part and whole where a fraction, or "x trên tổng số y", begins at a figure."""
    figures, part = sentence.figures, sentence.figures[place]
    if part.whole is not None:
        return part, part.whole
    if place + 1 >= len(figures) or not part.is_count:
        return None
    whole = figures[place + 1]
    joined = whole.is_count and whole.whole is None and _OF_TOTAL.fullmatch(sentence.between(part, whole))
    return (part, whole.value) if joined else None


def _is_linked(words: str) -> bool:
    match = _LINK.fullmatch(words)
    return bool(match) and not _OTHER_MATTER.search(match["phrase"] if match else "")


def _implied(
    sentence: Sentence, place: int, before: Sequence[Sentence], counts: Sequence[Decimal], near: Sequence[Decimal]
) -> BrokenRatio | None:
    """Return the share of a part of a number before it, where no numbers of the paragraph or of those above give it."""
    figures, share = sentence.figures, sentence.figures[place]
    part = figures[place - 1] if place else None
    if part is None or not _is_exact(part) or part.whole is not None or not part.value or _is_growth(sentence, place):
        return None
    between = sentence.between(part, share)
    match = _LINK.fullmatch(between)
    if match is None or _OTHER_MATTER.search(match["phrase"]):
        return None
    if part.unit == "đồng" and ("đạt" in between or _GROWTH.search(sentence.text)):
        return None
    earlier = [one for held in before for one in held.figures] + list(figures[: place - 1])
    wholes = [one for one in earlier if _can_hold(one, part)]
    is_share = bool(_SHARE_WORD.search(between[match.end("phrase") :]) or _THEREOF.search(sentence.text[: part.start]))
    if not wholes or not is_share or _is_explained(share, counts, near):
        return None
    return BrokenRatio(part, wholes[-1].value, share, is_sure=False)


def _is_exact(one: Quantity) -> bool:
    """Tell whether it is a number of things, or money that is not rounded to tenths of a tỷ."""
    return one.is_count or (one.unit == "đồng" and not one.decimals)


def _can_hold(one: Quantity, part: Quantity) -> bool:
    """Tell whether a number can be the whole of a part: things of the same name, and not fewer."""
    return (
        _is_exact(one)
        and one.whole is None
        and bool(one.unit)
        and part.unit in ("", one.unit)
        and one.value >= part.value
    )


def _counts(paragraph: Sequence[Sentence]) -> list[Decimal]:
    figures = [one for sentence in paragraph for one in sentence.figures if not one.is_share]
    return [one.value for one in figures] + [one.whole for one in figures if one.whole]


def _is_explained(share: Quantity, counts: Sequence[Decimal], near: Sequence[Decimal]) -> bool:
    """Tell whether two numbers give the share: of the paragraph, sums of two of them too, or the whole from above."""
    if len(counts) > _MOST_COUNTS:
        return True
    plain = [float(count) for count in counts if count]
    added = combinations(plain, 2) if len(plain) <= _FEW_COUNTS else pairwise(plain)
    sums = [*plain, *(one + other for one, other in added)]
    gives = _fitting(share)
    return any(gives(part, whole) for whole in (*sums, *map(float, filter(None, near))) for part in sums)


_FEW_COUNTS, _MOST_COUNTS = 12, 40
"""With more numbers in one paragraph the sums of any two, or the numbers themselves, give any share by chance."""
