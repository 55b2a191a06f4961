"""Targets of a plan and results that it reports: what is measured, the figure, and how it is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.fuzz import token_sort_ratio

from generator.lint.figures import Sentence
from generator.lint.figures_tables import Cell, Table
from generator.lint.finding import Spot
from generator.vietnamese.label_words import in_full
from generator.vietnamese.quantities import Bound, Form, Quantity, find_quantities
from generator.vietnamese.unicode import fold

_ALIKE = 90
_LEFT_OUT = re.compile(
    r"\b(?:tỷ lệ|phấn đấu|bảo đảm|đảm bảo|có|trở lên|ít nhất|tối thiểu|đạt|được|các|những|số lượng|từ|trên|hằng năm"
    r"|trong|năm \d{4}|đến cuối năm|của (?:sở|tỉnh|xã|phường|ngành|đơn vị|cơ quan)"
    r"|trên địa bàn(?: tỉnh| xã| phường)?)\b"
)
_TELLING = re.compile(
    r"\b(?:toàn trình|một phần|đúng hạn|trước hạn|quá hạn|trễ hạn|cấp tỉnh|cấp xã|cấp huyện|đất đai|xây dựng|đầu tư"
    r"|doanh nghiệp|người dân|thanh toán|số hóa|ký số|trực tuyến|trực tiếp|hài lòng|công chức|viên chức|tiếp nhận"
    r"|giải quyết|kết quả|thành phần|tái sử dụng|thành thị|nông thôn|nam|nữ|\d+)\b"
)
"""Words of which one more or less makes another metric."""
_FEWEST_WORDS = 3
_LESS_IS_BETTER = re.compile(
    r"\b(?:quá hạn|trễ hạn|chậm|sai|nghèo|tồn|bổ sung|giảm|vi phạm|khiếu nại|tai nạn|thất nghiệp|bỏ học|chi phí"
    r"|thời gian|hạng|thứ bậc|số vụ|tội phạm|nợ|lỗi|kỷ luật|không)\b"
)
_METRIC = re.compile(
    r"(?P<metric>\b(?:tỷ lệ|tỉ lệ|mức độ|chỉ số)\b[^;:.]{10,200}?)\s*(?:,\s*)?(?:phấn đấu\s+)?(?:đạt|là|:|bằng)?"
    r"\s*(?:từ|trên|ít nhất|tối thiểu|≥|không quá|dưới|đạt|hơn|≤|không dưới|\s)*$",
    re.IGNORECASE,
)
_OF_SHARE = re.compile(r"\s*(?P<metric>[^\W\d_][^;:.]{10,200})")
_AIM = re.compile(r"\b(?:mục tiêu|chỉ tiêu|phấn đấu)\b")
_PAST = re.compile(r"\btrong (?:năm|quý|tháng|6 tháng)\b|\b(?:kết quả năm|đã đạt|năm trước|đến nay|tính đến)\b")
_RESULT_HEADING = re.compile(r"\b(?:kết quả|thực hiện|đạt được|hiện trạng|ước)\b")
_TARGET_HEADING = re.compile(r"\b(?:chỉ tiêu|mục tiêu|kế hoạch|phấn đấu)\b")
_YEAR = re.compile(r"\b20\d\d\b")
_HUNDRED = 100


@dataclass(frozen=True)
class Target:
    """A figure that is to be reached, or was."""

    metric: str
    figure: Quantity
    spot: Spot
    unit: str

    @cached_property
    def key(self) -> str:
        """The metric in one wording, for comparing."""
        return " ".join(_LEFT_OUT.sub(" ", in_full(self.metric)).split())

    @property
    def is_upper_limit(self) -> bool:
        """Whether less is better."""
        return self.figure.bound in (Bound.AT_MOST, Bound.LESS) or bool(_LESS_IS_BETTER.search(fold(self.metric)))

    def is_same_as(self, other: Target) -> bool:
        """Tell whether both measure the same thing in the same unit."""
        if self.unit != other.unit or min(len(self.key.split()), len(other.key.split())) < _FEWEST_WORDS:
            return False
        if set(_TELLING.findall(self.key)) != set(_TELLING.findall(other.key)):
            return False
        return token_sort_ratio(self.key, other.key, score_cutoff=_ALIKE) > 0

    def is_met_by(self, result: Quantity) -> bool:
        """Tell whether a result leaves nothing to be done: better than the target, or as good and not the utmost."""
        wanted, got = self.figure.value, result.value
        if self.figure.bound in (Bound.AT_MOST, Bound.LESS):
            return got < wanted or (got == wanted and wanted > 0)
        if _LESS_IS_BETTER.search(fold(self.metric)):
            return False
        return got > wanted or (got == wanted and not (self.unit == "%" and wanted >= _HUNDRED))

    def is_below(self, other: Target) -> bool:
        """Tell whether it asks for less than another target of the same metric."""
        if other.figure.bound in (Bound.AT_MOST, Bound.LESS):
            return self.figure.bound in (Bound.AT_MOST, Bound.LESS) and self.figure.value > other.figure.value
        if self.is_upper_limit or other.is_upper_limit:
            return False
        return self.figure.value < other.figure.value


@dataclass(frozen=True)
class Pair:
    """A target with the result of the year before."""

    target: Target
    result: Quantity
    spot: Spot


def table_pairs(tables: Sequence[Table]) -> Iterator[Pair]:
    """Yield the targets of tables that print the result of the year before beside them."""
    for table in tables:
        target = _target_column(table)
        result = _result_column(table, target) if target is not None else None
        if target is None or result is None:
            continue
        for row in table.rows:
            wanted, got = _target(table, row, target), row[result].figure
            if wanted and got and got.unit in ("", wanted.unit, wanted.figure.unit):
                yield Pair(wanted, got, row[result].spot)


def table_targets(tables: Sequence[Table]) -> Iterator[Target]:
    """Yield the targets of tables."""
    for table in tables:
        column = _target_column(table)
        if column is not None:
            yield from filter(None, (_target(table, row, column) for row in table.rows))


def said_targets(sentences: Sequence[Sentence]) -> Iterator[Target]:
    """Yield the shares that sentences of the objectives set: "Tỷ lệ … đạt 90%", "100% hồ sơ … được …"."""
    for one in sentences:
        text = fold(one.text)
        if _AIM.search(text) or (_AIM.search(fold(one.heading)) and not _PAST.search(text)):
            yield from _said(one)


def said_results(sentences: Sequence[Sentence], year: str | None) -> Iterator[Target]:
    """Yield the shares that sentences report of a time past: "Trong năm 2026, tỷ lệ … đạt 92%".

    A sentence about the year of the plan itself is left out.
    """
    for one in sentences:
        text = fold(one.text)
        if _PAST.search(text) and not _AIM.search(text) and not (year and year in text):
            yield from _said(one)


def _said(sentence: Sentence) -> Iterator[Target]:
    shares = [one for one in sentence.figures if one.is_share and one.form is not Form.BROKEN]
    if len(shares) != 1:
        return
    share = shares[0]
    before, after = sentence.text[: share.start], sentence.text[share.end :]
    named = _METRIC.search(before) or (
        _OF_SHARE.match(after) if not before.strip(" -+•").count(" ") > _LONGEST_LEAD else None
    )
    if named:
        yield Target(named["metric"], share, sentence.spot, "%")


_LONGEST_LEAD = 4
"""Most words before "100% hồ sơ …" that leave it the subject of its sentence."""


def _target(table: Table, row: Sequence[Cell], column: int) -> Target | None:
    cell = row[column]
    metric = next(
        (one.text for one in row[:column] if len(one.text.split()) >= _FEWEST_WORDS and one.figure is None), ""
    )
    figure = cell.figure or _bounded(cell.text)
    if figure is None or not metric:
        return None
    unit = figure.unit or _unit_of(table, row)
    return Target(metric, figure, cell.spot, unit)


def _bounded(text: str) -> Quantity | None:
    """Return the figure of "Từ 90% trở lên"."""
    found = find_quantities(text)
    return found[0] if len(found) == 1 and len(text.split()) <= 6 and found[0].whole is None else None


def _unit_of(table: Table, row: Sequence[Cell]) -> str:
    place = next((place for place in range(table.width) if "đơn vị tính" in table.heading(place)), None)
    return fold(row[place].text) if place is not None else ""


def _target_column(table: Table) -> int | None:
    places = range(2, table.width)
    named = [place for place in places if _TARGET_HEADING.search(table.heading(place)) and _is_numeric(table, place)]
    return named[0] if len(named) == 1 else None


def _result_column(table: Table, target: int) -> int | None:
    """Return the column of results of a year before that of the target; None where the years do not say so."""
    wanted = _YEAR.search(table.heading(target))
    for place in range(1, table.width):
        heading = table.heading(place)
        if place == target or not _RESULT_HEADING.search(heading) or not _is_numeric(table, place):
            continue
        got = _YEAR.search(heading)
        if "năm trước" in heading or (wanted and got and got[0] < wanted[0]):
            return place
    return None


def _is_numeric(table: Table, place: int) -> bool:
    cells = [cell for cell in table.column(place) if not cell.is_blank]
    return bool(cells) and sum(bool(find_quantities(f" {cell.text}")) for cell in cells) * 3 >= len(cells) * 2
