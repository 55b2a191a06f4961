"""What «-», «không phát sinh» and 0 give in one column of sums, means and shares, and how that is said."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.progress import Progress
from generator.registers.units import Unit
from generator.reports.aggregate import Aggregated, Summed, aggregate, incomplete, not_added
from generator.reports.figures import NONE, UNKNOWN, RowKey, Value
from generator.reports.receipts import Received, receipts
from tests.reports.grounds import ON, ground

GROUND = ground()
COMMUNES = [unit for unit in GROUND.directory.on(ON) if unit.level == "commune"][:3]

Told = int | float | str | None
"""A figure, «-», «không phát sinh», or nothing filled in."""
DASH, NOTHING = "-", "không phát sinh"


def _figure(key: RowKey, told: Told) -> list[dict[str, Any]]:
    row = {"form": key[0], "code": key[1]}
    marks = {DASH: "unknown", NOTHING: "none"}
    if told is None:
        return []
    return [{**row, "absent": marks[told]} if isinstance(told, str) else {**row, "value": told}]


def _file(unit: Unit, rows: dict[RowKey, Told]) -> Received:
    values = {
        "unit": unit.id, "unit_name": unit.name, "regime": "bo-noi-vu", "period": "2027-Q1",
        "figures": [figure for key, told in rows.items() for figure in _figure(key, told)],
    }  # fmt: skip
    return Received(f"{unit.id}.yaml", Progress.model_validate(values), ON)


def _aggregated(*told: dict[RowKey, Told]) -> Aggregated:
    files = [_file(unit, rows) for unit, rows in zip(COMMUNES, told, strict=True)]
    return aggregate(receipts(COMMUNES, files, GROUND, "2027-Q1"), GROUND.forms, {})


def _row(key: RowKey, *told: Told) -> Summed:
    return _aggregated(*({key: one} for one in told)).rows[key]


COUNT: RowKey = (5, "2.2")


@pytest.mark.parametrize(
    ("told", "value", "lacking"),
    [
        ((3, 4, 0), Value(Decimal(7)), 0),
        ((3, NOTHING, 0), Value(Decimal(3)), 0),
        ((NOTHING, NOTHING, 0), Value(Decimal(0)), 0),
        ((NOTHING, NOTHING, NOTHING), NONE, 0),
        ((3, DASH, NOTHING), Value(Decimal(3)), 1),
        ((NOTHING, DASH, NOTHING), NONE, 1),
        ((3, None, DASH), Value(Decimal(3)), 2),
        ((DASH, DASH, None), UNKNOWN, 3),
    ],
)
def test_a_sum_of_what_is_not_known_did_not_arise_or_is_zero(
    told: tuple[Told, ...], value: Value, lacking: int
) -> None:
    found = _row(COUNT, *told)
    assert (found.value, len(found.without)) == (value, lacking)


PART, WHOLE, SHARE = (7, "4.3.2"), (7, "4.3.1"), (7, "4.3")


@pytest.mark.parametrize(
    ("told", "value"),
    [
        (((10, 5), (0, 0), (NOTHING, NOTHING)), Value(Decimal(50))),
        (((10, NOTHING), (10, 5), (0, 0)), Value(Decimal(25))),
        (((0, 0), (0, 0), (NOTHING, NOTHING)), NONE),
        (((NOTHING, NOTHING),) * 3, NONE),
        (((10, 5), (DASH, DASH), (30, 30)), Value(Decimal("87.5"))),
        (((10, DASH), (20, 10), (DASH, 4)), Value(Decimal(50))),
        (((DASH, DASH),) * 3, UNKNOWN),
    ],
)
def test_a_share_is_that_of_the_sums_and_one_of_nothing_did_not_arise(
    told: tuple[tuple[Told, Told], ...], value: Value
) -> None:
    found = _aggregated(*({WHOLE: whole, PART: part} for whole, part in told))
    assert found.values[SHARE] == value
    assert found.contradictions == ()


MEAN, WEIGHT = (4, "3.4"), (4, "3.1")


@pytest.mark.parametrize(
    ("told", "value", "lacking"),
    [
        (((10, 100), (20, 300), (50, 0)), Value(Decimal("17.5")), 0),
        (((10, 100), (20, 300), (DASH, 50)), Value(Decimal("17.5")), 1),
        (((10, 100), (20, 300), (50, DASH)), Value(Decimal("17.5")), 1),
        (((10, 100), (20, 300), (NOTHING, 40)), Value(Decimal("17.5")), 0),
        (((10, 100), (20, 300), (50, NOTHING)), Value(Decimal("17.5")), 0),
    ],
)
def test_a_weighted_mean_is_of_those_that_have_both(
    told: tuple[tuple[Told, Told], ...], value: Value, lacking: int
) -> None:
    found = _aggregated(*({MEAN: share, WEIGHT: weight} for share, weight in told)).rows[MEAN]
    assert (found.value, len(found.without)) == (value, lacking)
    assert found.way.startswith("bình quân theo dòng 3.1")


_FAR = "không cộng được: 3 đơn vị báo cáo từ 10% đến 30%"


@pytest.mark.parametrize(
    ("told", "value", "way"),
    [
        (((10, 100), (20, DASH), (30, DASH)), UNKNOWN, f"{_FAR}, chỉ 1 đơn vị có số liệu dòng 3.1 để lấy bình quân"),
        (
            ((10, DASH), (20, DASH), (30, DASH)),
            UNKNOWN,
            f"{_FAR}, không đơn vị nào có số liệu dòng 3.1 để lấy bình quân",
        ),
        (
            ((10, 0), (20, 0), (30, NOTHING)),
            UNKNOWN,
            f"{_FAR}, dòng 3.1 của các đơn vị đều bằng 0, không có gì để lấy bình quân",
        ),
        (((10, 100), (10, DASH), (10, DASH)), Value(Decimal(10)), "các đơn vị báo cáo như nhau"),
        (((NOTHING, 5), (NOTHING, 6), (NOTHING, DASH)), NONE, "các đơn vị báo cáo như nhau"),
    ],
)
def test_a_share_of_which_no_mean_can_be_made_is_what_all_say(
    told: tuple[tuple[Told, Told], ...], value: Value, way: str
) -> None:
    found = _aggregated(*({MEAN: share, WEIGHT: weight} for share, weight in told)).rows[MEAN]
    assert (found.value, found.way, found.without) == (value, way, ())


ONE_STOP, PROCEDURES = (3, "2.1"), (3, "1.4.2")
DEPARTMENTS = [unit for unit in GROUND.directory.on(ON) if unit.level == "department"][:3]
OFFICE = next(unit for unit in GROUND.directory.on(ON) if unit.level == "province")


def _with_departments(departments: int, own: dict[RowKey, Told] | None = None) -> Aggregated:
    """Put together the shares of three communes, which have the weight, and of departments, which do not tell it."""
    weighed: list[tuple[Told, Told]] = [(90, 100), (80, 300), (100, 100)]
    files = [
        _file(unit, {ONE_STOP: share, PROCEDURES: weight})
        for unit, (share, weight) in zip(COMMUNES, weighed, strict=True)
    ]
    files += [_file(unit, {ONE_STOP: 99}) for unit in DEPARTMENTS[:departments]]
    counted = receipts([*COMMUNES, *DEPARTMENTS[:departments]], files, GROUND, "2027-Q1")
    told = (OFFICE, _file(OFFICE, own)) if own else None
    return aggregate(counted, GROUND.forms, {}, told)


def _one_stop(departments: int, own: dict[RowKey, Told] | None = None) -> Summed:
    return _with_departments(departments, own).rows[ONE_STOP]


def test_a_mean_says_of_how_many_units_it_is_where_some_are_not_to_tell_the_weight() -> None:
    found = _one_stop(departments=2)
    assert (found.value, set(found.without)) == (Value(Decimal(86)), set(DEPARTMENTS[:2]))
    assert (len(found.shares), found.way) == (
        5,
        "bình quân theo dòng 1.4, không gồm 2 đơn vị không có số liệu dòng 1.4",
    )


def test_a_mean_is_not_that_of_a_half_of_the_units_or_fewer() -> None:
    found = _one_stop(departments=3)
    assert (found.value, found.without) == (UNKNOWN, ())
    assert (
        found.way
        == "không cộng được: 6 đơn vị báo cáo từ 80% đến 100%, chỉ 3 đơn vị có số liệu dòng 1.4 để lấy bình quân"
    )


def test_a_share_of_the_office_goes_into_the_mean_and_holds_only_where_none_can_be_made() -> None:
    share: dict[RowKey, Told] = {ONE_STOP: 70}
    mean = _one_stop(0, {**share, (3, "1.4.1"): 0, PROCEDURES: 500, (3, "1.4.3"): 0})
    assert (mean.value, mean.way) == (Value(Decimal(78)), "bình quân theo dòng 1.4")
    alone = _one_stop(3, share)
    assert (alone.value, alone.way) == (Value(Decimal(70)), "theo số liệu của cơ quan tổng hợp")


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(1, 500)), min_size=3, max_size=3))
def test_a_weighted_mean_lies_between_its_shares(told: list[tuple[int, int]]) -> None:
    found = _aggregated(*({MEAN: share, WEIGHT: weight} for share, weight in told)).values[MEAN].number
    assert found is not None
    assert min(share for share, _ in told) <= found <= max(share for share, _ in told)


_NO_WAY = "biểu mẫu không nêu cách tính chung"


@pytest.mark.parametrize(
    ("told", "value", "way"),
    [
        ((98, 98, NOTHING), Value(Decimal(98)), "các đơn vị báo cáo như nhau"),
        ((98, 98, DASH), Value(Decimal(98)), "các đơn vị báo cáo như nhau"),
        ((98, 75.5, 100), UNKNOWN, f"không cộng được: 3 đơn vị báo cáo từ 75,5% đến 100%, {_NO_WAY}"),
        ((DASH, DASH, None), UNKNOWN, "chưa có số liệu"),
    ],
)
def test_a_share_without_formula_and_weight_is_what_all_say(told: tuple[Told, ...], value: Value, way: str) -> None:
    found = _row((7, "2"), *told)
    assert (found.value, found.way) == (value, way)


@pytest.mark.parametrize("told", [((0, 0), (10, 5), (4, 4)), ((NOTHING, NOTHING), (10, 5), (4, 4))])
def test_a_typed_share_of_nothing_is_a_contradiction(told: tuple[tuple[Told, Told], ...]) -> None:
    (whole, part), *others = told
    rows: list[dict[RowKey, Told]] = [{WHOLE: whole, PART: part, SHARE: 12}]
    found = _aggregated(*rows, *({WHOLE: whole, PART: part} for whole, part in others))
    (wrong,) = found.contradictions
    assert (wrong.unit, wrong.place, wrong.found) == (COMMUNES[0].name, "biểu mẫu 7, dòng 4.3", "12")
    assert wrong.expected == "không phát sinh"


def test_a_row_that_could_not_be_put_together_is_told_apart_from_one_that_lacks_units() -> None:
    shares, counts = (98, 75, 98), (1, DASH, 2)
    found = _aggregated(*({(7, "2"): share, COUNT: count} for share, count in zip(shares, counts, strict=True)))
    assert [key for key, _ in not_added(found)] == [(7, "2")]
    assert [key for key, _ in incomplete(found)] == [COUNT]
