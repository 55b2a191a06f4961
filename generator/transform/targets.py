"""Targets of a lower office: levels the same or higher, counts by quota or open, rankings open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from generator.model.plan import Comparator, Target
from generator.model.readiness import placeholder
from generator.registers.derivation_days import TargetRules
from generator.vietnamese.numbers import format_number
from generator.vietnamese.unicode import fold

_AT_MOST = (Comparator.AT_MOST, Comparator.LESS_THAN)


@dataclass(frozen=True)
class Set:
    """A target with the figure for a unit."""

    target: Target
    open: str | None = None
    """Why a person must decide on the figure; None where it is set."""
    fault: str | None = None
    """What is wrong with the figure that was set: it is lower than the higher plan's."""


def target_for(target: Target, unit: str, rules: TargetRules, *, alone: bool = False) -> Set:
    """Return a target of the higher plan with the figure that a unit has; its words are untouched.

    ``alone`` says that the higher plan sets the figure for this unit and no other, which then has all of it. Last
    year's result is the higher office's and not carried over; ``assigned`` is the level of the higher plan.
    """
    bare = target.model_copy(update={"last_year": None, "assigned": None})
    quota = rules.quota(target.id, unit)
    if quota is not None:
        return _with_quota(bare, quota, is_level=_is_level(target, rules))
    if not alone and _ranks(target.metric, rules.ranking_words):
        return _opened(bare, rules.open_gap, "chỉ tiêu xếp hạng: đơn vị tự xác định mức phấn đấu")
    if target.value is None:
        return Set(bare)
    if alone or _is_level(target, rules):
        return Set(bare.model_copy(update={"assigned": target.value}))
    number = f"{format_number(target.value)} {target.unit or ''}".strip()
    return _opened(bare, rules.open_gap, f"chỉ tiêu số lượng: cấp trên đặt {number} cho tất cả, chưa có mức của đơn vị")


def below_parent(target: Target, parent: Target) -> bool:
    """Tell whether a figure asks less than the higher plan's, in its sense of more or less."""
    if target.value is None or parent.value is None:
        return False
    if parent.comparator in _AT_MOST:
        return target.value > parent.value
    return target.value < parent.value


def _with_quota(target: Target, quota: Decimal, *, is_level: bool) -> Set:
    set_target = target.model_copy(update={"value": quota, "assigned": target.value if is_level else quota})
    if is_level and below_parent(set_target, target):
        assert target.value is not None  # what has no figure is below none
        own, above = format_number(quota), format_number(target.value)
        return Set(set_target, fault=f"mức {own} của đơn vị thấp hơn mức {above} của cấp trên")
    return Set(set_target)


def _opened(target: Target, gap: str, why: str) -> Set:
    metric = f"{target.metric}: {placeholder(gap)}"
    return Set(target.model_copy(update={"metric": metric, "value": None, "comparator": None, "unit": None}), open=why)


def _is_level(target: Target, rules: TargetRules) -> bool:
    return target.unit is not None and fold(target.unit) in _folded(rules.level_units)


def _ranks(metric: str, words: tuple[str, ...]) -> bool:
    pattern = _whole_words(words)
    return pattern is not None and pattern.search(fold(metric)) is not None


@lru_cache(maxsize=64)
def _folded(units: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, units))


@lru_cache(maxsize=64)
def _whole_words(words: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(fold(one)) for one in words)})(?!\w)") if words else None
