"""The figures of a higher plan for a lower office."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.model.plan import Comparator, Target
from generator.registers.catalog import bundled_derivation_rules
from generator.registers.derivation_days import Quota, TargetRules
from generator.transform.targets import below_parent, target_for

RULES = bundled_derivation_rules().targets
RATIO = Target(
    id="CT01", metric="Tỷ lệ hồ sơ đúng hạn", comparator=Comparator.AT_LEAST, value=Decimal(98), unit="%", last_year=97
)
COUNT = Target(id="CT02", metric="Số đơn vị được kiểm tra", comparator=Comparator.AT_LEAST, value=16, unit="đơn vị")


def _with(quota: str, target: str) -> TargetRules:
    return RULES.model_copy(update={"quotas": (Quota(target=target, unit="thpt-a", value=quota),)})


def test_a_ratio_stays_and_shows_the_level_set_from_above() -> None:
    found = target_for(RATIO, "thpt-a", RULES)
    assert (found.target.value, found.target.assigned) == (98, 98)
    assert found.target.last_year is None, "kết quả năm trước là của cấp trên"
    assert found.open is None


def test_a_count_without_quota_is_left_open() -> None:
    found = target_for(COUNT, "thpt-a", RULES)
    assert found.target.value is None
    assert found.target.metric == "Số đơn vị được kiểm tra: [CẦN BỔ SUNG: mức của đơn vị]"
    assert found.open == "chỉ tiêu số lượng: cấp trên đặt 16 đơn vị cho tất cả, chưa có mức của đơn vị"


def test_a_count_with_a_quota_has_it() -> None:
    found = target_for(COUNT, "thpt-a", _with("2", "CT02"))
    assert (found.target.value, found.target.assigned, found.fault) == (2, 2, None)
    assert target_for(COUNT, "thpt-b", _with("2", "CT02")).target.value is None


def test_a_count_set_for_the_unit_alone_is_its_own() -> None:
    found = target_for(COUNT, "thpt-a", RULES, alone=True)
    assert (found.target.value, found.target.assigned, found.open) == (16, 16, None)


def test_a_ranking_is_left_open() -> None:
    ranked = Target(id="CT03", metric="Chỉ số CCHC nằm trong nhóm dẫn đầu", value=5, unit="%")
    assert target_for(ranked, "thpt-a", RULES).open is not None


def test_words_that_only_hold_those_of_a_ranking_rank_nothing() -> None:
    named = Target(id="CT04", metric="Tỷ lệ hạng mục công trình được quyết toán", value=90, unit="%")
    assert target_for(named, "thpt-a", RULES).open is None


def test_a_target_without_figure_stays_as_it_is() -> None:
    plain = Target(id="CT05", metric="Hoàn thành chuyển đổi số")
    assert target_for(plain, "thpt-a", RULES).target == plain


def test_a_higher_quota_of_a_ratio_is_taken_a_lower_one_is_a_finding() -> None:
    assert target_for(RATIO, "thpt-a", _with("99.5", "CT01")).fault is None
    found = target_for(RATIO, "thpt-a", _with("95", "CT01"))
    assert found.fault == "mức 95 của đơn vị thấp hơn mức 98 của cấp trên"
    assert found.target.assigned == 98


@pytest.mark.parametrize(
    ("comparator", "own", "below"),
    [("at_least", 97, True), ("at_least", 98, False), ("at_most", 97, False), ("at_most", 99, True), (None, 97, True)],
)
def test_lower_means_less_is_asked(comparator: str | None, own: int, below: bool) -> None:
    parent = RATIO.model_copy(update={"comparator": comparator and Comparator(comparator)})
    assert below_parent(parent.model_copy(update={"value": Decimal(own)}), parent) is below
