"""What came in held against what is done and what is still in hand: "tiếp nhận 4.285 hồ sơ; đã giải quyết 4.102 …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, pairwise

from generator.lint.figures import Sentence
from generator.vietnamese.quantities import Bound, Quantity

_CAME_IN = re.compile(r"\btiếp nhận\s*(?:được\s*)?(?:tổng (?:số|cộng)\s*)?:?\s*$", re.IGNORECASE)
_DONE = re.compile(r"\b(?:đã|kết quả) (?:được )?(?:giải quyết|xử lý)(?: xong)?:?\s*$", re.IGNORECASE)
_IN_HAND = re.compile(
    r"\s*[,;.]?\s*(?:và\s+)?(?:còn\s+)?(?:hiện\s+)?đang (?:được )?(?:giải quyết|xử lý):?\s*", re.IGNORECASE
)
_OTHER_FLOW = re.compile(
    r"\b(?:kỳ trước|năm trước|tháng trước|quý trước|chuyển sang|tồn|trả lại|rút|hủy|huỷ|từ chối|tạm dừng|bổ sung|chưa"
    r"|không tiếp nhận|không đủ|liên thông|chuyển)\b",
    re.IGNORECASE,
)
"""Words of what came from before or left otherwise: the numbers need not add up."""


@dataclass(frozen=True)
class OpenFlow:
    """What was taken in, with the done and those in hand that do not make it."""

    taken_in: Quantity
    done: Quantity
    in_hand: Quantity

    @property
    def sum(self) -> Decimal:
        """What is done and what is in hand, added up."""
        return self.done.value + self.in_hand.value


def open_flows(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, OpenFlow]]:
    """Yield per paragraph what came in, where done and in hand stand side by side and give none of its numbers."""
    for _, held in groupby(sentences, key=lambda one: id(one.statement)):
        paragraph = list(held)
        if _OTHER_FLOW.search(paragraph[0].statement.text):
            continue
        taken = [one for sentence in paragraph for one in sentence.figures if _is_told(sentence, one, _CAME_IN)]
        values = {one.value for sentence in paragraph for one in sentence.figures}
        for sentence in paragraph:
            for done, in_hand in pairwise(sentence.figures):
                flow = OpenFlow(taken[0], done, in_hand) if len(taken) == 1 else None
                if flow and flow.sum not in values and _is_parted(sentence, flow) and done.value <= taken[0].value:
                    yield sentence, flow


def _is_told(sentence: Sentence, one: Quantity, words: re.Pattern[str]) -> bool:
    is_plain = one.is_count and one.whole is None and one.bound is Bound.EXACT and bool(one.unit)
    return is_plain and words.search(sentence.text[: one.start]) is not None


def _is_parted(sentence: Sentence, flow: OpenFlow) -> bool:
    """Tell whether the two are the done and those in hand of what came in, things of one name."""
    alike = flow.taken_in.unit == flow.done.unit == flow.in_hand.unit
    between = sentence.between(flow.done, flow.in_hand)
    return alike and _is_told(sentence, flow.done, _DONE) and _IN_HAND.fullmatch(between) is not None
