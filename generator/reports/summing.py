"""How the figures of one row are put together for all units, and in words how that was done or why it could not be."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, NamedTuple

from generator.registers.statistics import FormRow
from generator.reports.figures import NONE, UNKNOWN, Value, total
from generator.vietnamese.numbers import format_number

_HUNDREDTH: Final = Decimal("0.01")
_SUM: Final = "cộng số liệu của các đơn vị"
_ALIKE: Final = "các đơn vị báo cáo như nhau"
_OPEN: Final = "chưa có số liệu"


class Together(NamedTuple):
    """The figure of a row for all units."""

    value: Value
    """Unknown where it could not be put together."""
    way: str
    """How it came about, or why it could not: «cộng số liệu của các đơn vị»."""
    without: tuple[int, ...] = ()
    """Places, among what was told, of the figures that are not in it."""


class Weights(NamedTuple):
    """The row by which the shares of several units are weighted."""

    code: str
    values: Sequence[Value]
    """What each unit tells of it, unknown where it is not to tell it; as many as there are shares."""


def together(row: FormRow, values: Sequence[Value], weights: Weights | None = None) -> Together:
    """Return one figure for what several units told of a row.

    Counts and amounts are added. A share without a formula of its own is, like an answer, what all who know it say
    alike; where they differ it is the mean by ``weights``, if more than half of them have a weight. Where nothing arose
    in any unit, nothing arose.
    """
    known = [one for one in values if one != UNKNOWN]
    unknown = tuple(place for place, one in enumerate(values) if one == UNKNOWN)
    if not known:
        return Together(UNKNOWN, _OPEN, unknown)
    if row.kind in ("count", "money"):
        return Together(total(known), _SUM, unknown)
    if row.kind == "percent" and weights and len({one.number for one in known if one.number is not None}) > 1:
        return _weighted(values, weights)
    return _alike(row, known, unknown)


def formula(row: FormRow) -> str:
    """Return in words how a row that follows from others does: «dòng 3.1.2 chia cho dòng 3.1.1»."""
    if row.percent_of:
        return "dòng {} chia cho dòng {}, tính lại từ số đã cộng".format(*row.percent_of)
    return f"cộng các dòng {', '.join(row.total_of)}"


def _alike(row: FormRow, known: Sequence[Value], unknown: tuple[int, ...]) -> Together:
    numbers = sorted({one.number for one in known if one.number is not None})
    if not numbers:
        return Together(NONE, _ALIKE, unknown)
    if len(numbers) == 1:
        return Together(Value(numbers[0]), _ALIKE, unknown)
    if row.kind == "choice":
        return Together(UNKNOWN, f"không gộp được: {_answers(row, known)}", unknown)
    return Together(UNKNOWN, f"{_apart(numbers, len(known))}, biểu mẫu không nêu cách tính chung", unknown)


def _apart(numbers: Sequence[Decimal], units: int) -> str:
    """Return that the shares of so many units are too far apart for one: the lowest and the highest of them."""
    low, high = format_number(min(numbers)), format_number(max(numbers))
    return f"không cộng được: {units} đơn vị báo cáo từ {low}% đến {high}%"


def _answers(row: FormRow, known: Sequence[Value]) -> str:
    """Return the answers with how many units gave them: «Có» 12 đơn vị, «Không» 3 đơn vị."""
    given = [one.number for one in known]
    found = [(answer, given.count(Decimal(code))) for answer, code in row.choices.items()]
    return ", ".join(f"«{answer}» {count} đơn vị" for answer, count in found if count)


def _weighted(values: Sequence[Value], weights: Weights) -> Together:
    """Return the mean of shares by weights to two decimals; a unit that lacks one of both is not in it."""
    code = weights.code
    shares = {place: one.number for place, one in enumerate(values) if one.number is not None}
    by = {place: weights.values[place].number or Decimal(0) for place in shares if weights.values[place] != UNKNOWN}
    unknown = tuple(place for place, one in enumerate(values) if one == UNKNOWN)
    whole = sum(by.values(), Decimal(0))
    if 2 * len(by) <= len(shares) or not whole:
        have = f"chỉ {len(by)} đơn vị có" if by else "không đơn vị nào có"
        lack = (
            f"dòng {code} của các đơn vị đều bằng 0, không có gì" if by and not whole else f"{have} số liệu dòng {code}"
        )
        return Together(UNKNOWN, f"{_apart(list(shares.values()), len(shares))}, {lack} để lấy bình quân", unknown)
    mean = sum((shares[place] * weight for place, weight in by.items()), Decimal(0)) / whole
    lacking = shares.keys() - by.keys()
    without = f", không gồm {len(lacking)} đơn vị không có số liệu dòng {code}" if lacking else ""
    rounded = mean.quantize(_HUNDREDTH, ROUND_HALF_UP)
    return Together(Value(rounded), f"bình quân theo dòng {code}{without}", tuple(sorted({*unknown, *lacking})))
