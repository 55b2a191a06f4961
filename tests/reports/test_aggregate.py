"""The figures of many units: sums recomputed here, seeded faults named with their unit, none of them in a sum."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Place, error
from generator.model.progress import Progress
from generator.registers.units import Unit
from generator.reports.aggregate import Aggregated, aggregate, incomplete
from generator.reports.figure_faults import figure_faults
from generator.reports.figures import UNKNOWN, Value
from generator.reports.receipts import Receipts, Received, had_come, receipts
from tests.reports.grounds import ground

GROUND = ground()
DAY = datetime.date(2027, 3, 15)
SCHOOLS = [unit for unit in GROUND.directory.on(DAY) if unit.level == "school"][:30]
ROWS = [(3, "3.3.1"), (3, "3.3.2"), (4, "3.1"), (4, "3.2"), (5, "2.2"), (7, "4.3.1"), (7, "4.3.2")]


def _told(unit: Unit, seed: int, **changes: Any) -> Progress:
    random = Random(seed)  # noqa: S311 - figures of a test
    figures = {(5, "2.2"): random.randint(0, 9), (4, "3.1"): 40 + seed, (4, "3.2"): random.randint(30, 40)}
    for form, whole, part in ((3, "3.3.1", "3.3.2"), (7, "4.3.1", "4.3.2")):
        figures[form, whole] = random.randint(1, 80)
        figures[form, part] = random.randint(0, figures[form, whole])
    values = {
        "unit": unit.id, "unit_name": unit.name, "regime": "bo-noi-vu", "period": "2027-Q1",
        "figures": [{"form": form, "code": code, "value": value} for (form, code), value in figures.items()],
    }  # fmt: skip
    return Progress.model_validate({**values, **changes})


def _files(units: Sequence[Unit] = SCHOOLS) -> list[Received]:
    return [Received(f"tien_do_{unit.id}.xlsx", _told(unit, seed), DAY) for seed, unit in enumerate(units)]


def _changed(files: list[Received], place: int, form: int, code: str, value: object) -> None:
    """Put another figure into one file; None takes it away."""
    one = files[place]
    kept = [each.model_dump(mode="json") for each in one.progress.figures if (each.form, each.code) != (form, code)]
    added = [] if value is None else [{"form": form, "code": code, "value": value}]
    changed = Progress.model_validate({**one.progress.model_dump(mode="json"), "figures": kept + added})
    files[place] = Received(one.source, changed, one.day)


def _received(files: Sequence[Received], units: Sequence[Unit] = SCHOOLS) -> Receipts:
    return receipts(units, files, GROUND, "2027-Q1")


def _aggregated(files: Sequence[Received]) -> Aggregated:
    return aggregate(_received(files), GROUND.forms, {})


def _sum(files: Sequence[Received], form: int, code: str, without: Sequence[int] = ()) -> Decimal:
    """Add up the figures of the files by hand."""
    counted = [one for place, one in enumerate(files) if place not in without]
    figures = [one.progress.figure(form, code) for one in counted]
    return sum((each.value for each in figures if each and each.value is not None), Decimal(0))


def test_sums_are_those_of_the_units_and_shares_are_computed_from_them() -> None:
    files = _files()
    found = _aggregated(files)
    assert found.contradictions == ()
    for form, code in ROWS:
        assert found.rows[form, code].value == Value(_sum(files, form, code)), (form, code)
    part, whole = _sum(files, 7, "4.3.2"), _sum(files, 7, "4.3.1")
    assert found.values[7, "4.3"] == Value(round(100 * part / whole, 2))


@settings(deadline=None, max_examples=25)
@given(st.sets(st.integers(0, len(SCHOOLS) - 1), min_size=1, max_size=len(SCHOOLS) - 1))
def test_sums_of_any_two_parts_of_the_units_add_up_to_the_sum_of_all(some: set[int]) -> None:
    files = _files()
    parts = [[one for place, one in enumerate(files) if (place in some) is there] for there in (True, False)]
    whole, (first, second) = _aggregated(files).values, (_aggregated(part).values for part in parts)
    for key in ROWS:
        assert whole[key].number == (first[key].number or 0) + (second[key].number or 0), key


def test_what_the_office_tells_of_itself_is_added_and_its_answers_hold() -> None:
    files = _files()
    office = GROUND.directory.get("so-gddt")
    assert office is not None
    rows = [(5, "2.2", 4), (7, "2", 90), (6, "1.1", 300), (6, "1.2", 30)]
    figures = [{"form": form, "code": code, "value": value} for form, code, value in rows]
    own = office, Received("so.yaml", _told(office, 0, regime="bo-noi-vu", figures=figures), DAY)
    found = aggregate(_received(files), GROUND.forms, {}, own)
    assert found.values[5, "2.2"] == Value(_sum(files, 5, "2.2") + 4)
    assert found.values[7, "2"] == Value(Decimal(90))
    assert found.values[6, "1.1"] == Value(Decimal(300))
    assert found.rows[4, "3.1"].without == ()


def test_what_could_not_be_read_of_a_file_is_named_with_its_cell() -> None:
    files = _files()
    _changed(files, 3, 5, "2.2", None)
    fault = error("ô này cần một số", Place(file="a.xlsx", field="Biểu 5!D9"), found="«khoảng 5»")
    files[3] = Received(files[3].source, files[3].progress, DAY, faults=(fault,))
    found = _aggregated(files)
    (told,) = found.contradictions
    assert (told.unit, told.place, told.found) == (SCHOOLS[3].name, "Biểu 5!D9", "«khoảng 5»")
    assert found.values[5, "2.2"] == Value(_sum(files, 5, "2.2"))
    assert found.rows[5, "2.2"].without == (SCHOOLS[3],)


def test_a_wrong_figure_of_a_workbook_is_named_with_its_cell() -> None:
    files = _files()
    _changed(files, 3, 7, "2", 124)
    files[3] = Received(files[3].source, files[3].progress, DAY, cells={(7, "2"): "Biểu 7!D5"})
    (told,) = _aggregated(files).contradictions
    assert (told.unit, told.place) == (SCHOOLS[3].name, "Biểu 7!D5")


def test_a_typed_count_of_tasks_that_is_not_what_the_tasks_give_is_named_and_not_taken() -> None:
    files = _files()
    _changed(files, 3, 1, "2.1", 50)
    files[3] = Received(files[3].source, files[3].progress, DAY, cells={(1, "2.1"): "Biểu 1!D6"})
    counts = {SCHOOLS[3].id: {(1, "2.1"): Value(Decimal(42)), (1, "2.2"): Value(Decimal(4))}}
    found = aggregate(_received(files), GROUND.forms, counts)
    (told,) = found.contradictions
    assert (told.unit, told.place, told.found, told.expected) == (SCHOOLS[3].name, "Biểu 1!D6", "50", "42")
    assert found.values[1, "2.1"] == Value(Decimal(42))


def test_what_is_put_together_does_not_depend_on_the_order_of_the_files() -> None:
    files = _files()
    assert _aggregated(list(reversed(files))) == _aggregated(files)


SEEDED = [
    (3, (7, "4.3"), 12, "tỷ lệ khác với dòng 4.3.2 chia cho dòng 4.3.1", ((7, "4.3.1"), (7, "4.3.2"))),
    (4, (7, "2"), 124, "tỷ lệ lớn hơn 100%", ((7, "2"),)),
    (5, (3, "3.3.2"), 900, "số liệu dòng này lớn hơn dòng 3.3.1", ((3, "3.3.1"), (3, "3.3.2"))),
    (6, (5, "2.2"), 2.5, "số đếm phải là số nguyên", ((5, "2.2"),)),
    (7, (4, "3.1"), -3, "số liệu không thể âm", ((4, "3.1"), (4, "3.2"))),
]


@pytest.mark.parametrize(("place", "row", "value", "message", "doubted"), SEEDED)
def test_a_wrong_figure_is_named_with_its_unit_and_enters_no_sum(
    place: int, row: tuple[int, str], value: float, message: str, doubted: tuple[tuple[int, str], ...]
) -> None:
    files = _files()
    _changed(files, place, *row, value)
    found = _aggregated(files)
    named = [one for one in found.contradictions if one.message == message]
    assert [(one.unit, one.place) for one in named] == [(SCHOOLS[place].name, f"biểu mẫu {row[0]}, dòng {row[1]}")]
    for form, code in ROWS:
        without = (place,) if (form, code) in doubted else ()
        assert found.values[form, code] == Value(_sum(files, form, code, without)), (form, code)
    for key in doubted:
        assert SCHOOLS[place] in found.rows[key].without


def test_all_seeded_faults_at_once_and_the_sums_still_agree_with_each_other() -> None:
    files = _files()
    for place, row, value, _, _ in SEEDED:
        _changed(files, place, *row, value)
    found = _aggregated(files)
    assert {one.message for one in found.contradictions} >= {message for _, _, _, message, _ in SEEDED}
    known = {key: value for key, value in found.values.items() if value != UNKNOWN}
    assert list(figure_faults(GROUND.forms, known)) == []


def test_a_total_of_a_unit_needs_no_part_that_such_units_do_not_fill_in() -> None:
    communes = [unit for unit in GROUND.directory.on(DAY) if unit.level == "commune"][:3]
    rows = [(3, "1.4.2", 20), (3, "2.2", 5)]
    figures = [{"form": form, "code": code, "value": value} for form, code, value in rows]
    files = [Received(f"{unit.id}.yaml", _told(unit, 0, figures=figures), DAY) for unit in communes]
    found = aggregate(_received(files, communes), GROUND.forms, {})
    assert (found.values[3, "2.2"], found.rows[3, "2.2"].without) == (Value(Decimal(15)), ())
    assert dict(found.rows[3, "1.4"].shares)[communes[0]] == Value(Decimal(20))


def test_what_had_come_on_a_day() -> None:
    files = _files()
    files[0] = Received(files[0].source, files[0].progress, datetime.date(2027, 3, 22))
    found = _received(had_come(files, datetime.date(2027, 3, 21)))
    assert _names(found.missing) == [SCHOOLS[0].id]
    assert (len(found.counted), found.late) == (29, ())


def test_a_part_without_its_whole_counts_with_neither() -> None:
    files = _files()
    _changed(files, 2, 7, "4.3.1", None)
    found = _aggregated(files)
    assert found.values[7, "4.3.2"] == Value(_sum(files, 7, "4.3.2", (2,)))
    assert dict(incomplete(found))[7, "4.3.2"].without == (SCHOOLS[2],)


def test_a_part_that_may_exceed_its_whole_counts_with_it_or_not_at_all() -> None:
    files = _files()
    _changed(files, 2, 4, "3.1", None)
    found = _aggregated(files)
    assert found.values[4, "3.2"] == Value(_sum(files, 4, "3.2", (2,)))


def test_a_figure_told_in_reading_is_not_told_again() -> None:
    files = _files()
    _changed(files, 3, 7, "2", 124)
    fault = error("công thức đã bị thay; tỷ lệ lớn hơn 100%", Place(file="a.xlsx", field="Biểu 7!D5"), found="124")
    files[3] = Received(files[3].source, files[3].progress, DAY, faults=(fault,), cells={(7, "2"): "Biểu 7!D5"})
    assert [one.message for one in _aggregated(files).contradictions] == [fault.message]


def test_an_answer_is_that_of_all_or_left_open() -> None:
    files = _files()
    for place in range(len(files)):
        _changed(files, place, 1, "6", 1)
    assert _aggregated(files).values[1, "6"] == Value(Decimal(1))
    _changed(files, 0, 1, "6", 0)
    assert _aggregated(files).values[1, "6"] == UNKNOWN


# ---- Who has sent ----------------------------------------------------------------------------------------------------


def _names(units: Sequence[Unit]) -> list[str]:
    return [unit.id for unit in units]


def test_who_is_missing_and_who_is_late() -> None:
    files = [one for place, one in enumerate(_files()) if place not in (4, 9)]
    files[0] = Received(files[0].source, files[0].progress, datetime.date(2027, 3, 22))
    found = _received(files)
    assert _names(found.missing) == _names([SCHOOLS[4], SCHOOLS[9]])
    assert found.late == ((SCHOOLS[0], datetime.date(2027, 3, 22)),)
    assert found.contradictions == ()


@pytest.mark.parametrize(
    ("changes", "source", "message"),
    [
        ({"period": "2027-H1"}, None, "tệp của kỳ khác"),
        ({"regime": "so-hai-ky"}, None, "tệp theo chế độ báo cáo khác"),
        ({"unit": "so-la"}, None, "đơn vị này không thuộc diện báo cáo, hoặc sai mã đơn vị"),
        ({"unit_name": "Trường THPT Xa Lạ"}, None, "tên đơn vị trong tệp không phải của mã đơn vị ấy"),
        ({}, f"tien_do_{SCHOOLS[9].id}.xlsx", "tên tệp là của đơn vị khác, có thể gửi nhầm"),
    ],
)
def test_a_file_that_cannot_be_counted_is_named(changes: dict[str, str], source: str | None, message: str) -> None:
    files = _files()
    one = files[3]
    told = Progress.model_validate({**one.progress.model_dump(mode="json"), **changes})
    files[3] = Received(source or one.source, told, one.day)
    found = _received(files)
    assert [one.message for one in found.contradictions] == [message]
    assert _names(found.missing) == [SCHOOLS[3].id]
    assert aggregate(found, GROUND.forms, {}).values[4, "3.1"] == Value(_sum(files, 4, "3.1", (3,)))


def test_of_two_files_of_a_unit_none_counts() -> None:
    files = _files()
    files.append(Received("ban_sua.xlsx", files[3].progress, DAY))
    found = _received(files)
    assert [one.source for one in found.contradictions] == [files[3].source, "ban_sua.xlsx"]
    assert _names(found.missing) == [SCHOOLS[3].id]


def test_two_units_whose_files_were_swapped() -> None:
    files = _files()
    one, other = files[3], files[8]
    files[3], files[8] = Received(one.source, other.progress, DAY), Received(other.source, one.progress, DAY)
    found = _received(files)
    assert [each.source for each in found.contradictions] == [one.source, other.source]
    assert set(_names(found.missing)) == {SCHOOLS[3].id, SCHOOLS[8].id}
