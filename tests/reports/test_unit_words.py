"""What stands open in the words of units: told by unit and point of the outline."""

from __future__ import annotations

from typing import Any

from generator.model.progress import Progress
from generator.reports.aggregate import Aggregated, aggregate
from generator.reports.receipts import Received, receipts
from generator.reports.unit_words import unit_figures, word_gaps
from tests.reports.grounds import ON, ground

GROUND = ground()
SCHOOL = next(unit for unit in GROUND.directory.on(ON) if unit.level == "school")


def _gaps(figures: list[dict[str, Any]], *texts: str) -> list[tuple[str, str, str, str]]:
    """Return unit, place, what was found and the message of each gap in the words of a unit under I.1."""
    progress = Progress.model_validate(
        {
            "unit": SCHOOL.id, "unit_name": SCHOOL.name, "regime": "bo-noi-vu", "period": "2027-Q1",
            "figures": figures, "narrative": [{"section": "I.1", "texts": list(texts)}],
        }
    )  # fmt: skip
    received = receipts([SCHOOL], [Received("a.yaml", progress, ON)], GROUND, "2027-Q1")
    found = aggregate(received, GROUND.forms, {})
    return [(one.unit, one.place, one.found, one.message) for one in word_gaps(GROUND, received, found, {})]


def test_a_refused_figure_in_words_is_told_with_unit_and_point() -> None:
    (one,) = _gaps([{"form": 1, "code": "1", "value": 9.5}], "Ban hành {1/1} văn bản.", "Có {1/1} văn bản.")
    assert one == (SCHOOL.name, "mục I.1", "{1/1}", "lời nêu số liệu mâu thuẫn, để [CẦN BỔ SUNG] ở chỗ ấy")


def test_a_figure_that_is_not_known_and_a_name_of_none_are_told() -> None:
    told = _gaps([{"form": 1, "code": "1", "absent": "unknown"}], "Có {1/1} văn bản, {9/9} việc.")
    assert [(found, message) for _, _, found, message in told] == [
        ("{1/1}", "lời nêu số liệu chưa có, để [CẦN BỔ SUNG] ở chỗ ấy"),
        ("{9/9}", "không có số liệu tên «9/9»"),
    ]


def test_a_gap_that_the_unit_left_in_its_report_is_told() -> None:
    (one,) = _gaps([], "Có [CẦN BỔ SUNG: số liệu 1/1] văn bản.")
    assert one[1:3] == ("mục I.1", "[CẦN BỔ SUNG: số liệu 1/1]")


def test_words_with_known_figures_have_no_gaps() -> None:
    figures = [{"form": 1, "code": "1", "value": 9}, {"form": 1, "code": "6", "absent": "none"}]
    assert _gaps(figures, "Có {1/1} văn bản, {1/6}.") == []


def test_a_share_whose_parts_are_refused_is_not_known() -> None:
    rows = [{"form": 7, "code": "4.3.1", "value": 10}, {"form": 7, "code": "4.3.2", "value": 11}]
    progress = Progress(unit=SCHOOL.id, unit_name=SCHOOL.name, regime="bo-noi-vu", period="2027-Q1")
    progress = Progress.model_validate({**progress.model_dump(), "figures": rows})
    received = receipts([SCHOOL], [Received("a.yaml", progress, ON)], GROUND, "2027-Q1")
    named = unit_figures(GROUND.forms, received, aggregate(received, GROUND.forms, {}), {})[SCHOOL.id]
    assert {named[name].absent for name in ("7/4.3", "7/4.3.1", "7/4.3.2")} == {"unknown"}
    kept = unit_figures(GROUND.forms, received, Aggregated({}, ()), {})[SCHOOL.id]
    assert kept["7/4.3.1"].number == 10
