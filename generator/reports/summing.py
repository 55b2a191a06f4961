"""How the figures of one row are put together for all units, and in words how that was done or why it could not be."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, NamedTuple

from generator.registers.statistics import FormRow
from generator.reports.figures import NONE, UNKNOWN, RowKey, Value, Values, total
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


def together(key: RowKey, row: FormRow, told: Sequence[Values], weight: str | None = None) -> Together:
    """Return one figure for what several units told of a row, each with all its figures.

    Counts and amounts are added. A share without a formula of its own is the mean by the row ``weight``; without such
    a row it is, like an answer, what all who know it say alike. Where nothing arose in any unit, nothing arose.
    """
    values = [one[key] for one in told]
    known = [one for one in values if one != UNKNOWN]
    unknown = tuple(place for place, one in enumerate(values) if one == UNKNOWN)
    if not known:
        return Together(UNKNOWN, _OPEN, unknown)
    if row.kind in ("count", "money"):
        return Together(total(known), _SUM, unknown)
    if row.kind == "percent" and weight:
        return _mean([(one[key], one[key[0], weight]) for one in told], weight)
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
    low, high = format_number(numbers[0]), format_number(numbers[-1])
    reason = f"không cộng được: {len(known)} đơn vị báo cáo từ {low}% đến {high}%, biểu mẫu không nêu cách tính chung"
    return Together(UNKNOWN, reason, unknown)


def _answers(row: FormRow, known: Sequence[Value]) -> str:
    """Return the answers with how many units gave them: «Có» 12 đơn vị, «Không» 3 đơn vị."""
    given = [one.number for one in known]
    found = [(answer, given.count(Decimal(code))) for answer, code in row.choices.items()]
    return ", ".join(f"«{answer}» {count} đơn vị" for answer, count in found if count)


def _mean(pairs: Sequence[tuple[Value, Value]], weight: str) -> Together:
    """Return the mean of shares by weights to two decimals; a unit that lacks one of both is not in it."""
    without = tuple(place for place, (one, by) in enumerate(pairs) if UNKNOWN in (one, by))
    known = [(one.number, by.number) for one, by in pairs if one.number is not None and by.number is not None]
    weights = sum((by for _, by in known), Decimal(0))
    way = f"bình quân theo dòng {weight}"
    if not weights:
        told = [one for place, (one, _) in enumerate(pairs) if place not in without]
        nothing = bool(told) and all(one.absent == "none" for one in told)
        return Together(NONE if nothing else UNKNOWN, f"{way}; dòng {weight} chưa có số liệu hoặc bằng 0", without)
    mean = sum((one * by for one, by in known), Decimal(0)) / weights
    return Together(Value(mean.quantize(_HUNDREDTH, ROUND_HALF_UP)), way, without)
