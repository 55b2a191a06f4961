"""Targets as sentences and as a table."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from generator.model.plan import Plan, Target
from generator.model.target_wording import figure, target_text
from generator.render.target_table import target_grid
from generator.vietnamese.marks import plain


def _target(**fields: Any) -> Target:
    return Target.model_validate({"id": "CT1", "metric": "Tỷ lệ hồ sơ", **fields})


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        ("98.5", "%", "98,5%"),
        ("98.50", "%", "98,5%"),
        ("1200", "hồ sơ", "1.200 hồ sơ"),
        ("2", "thủ tục", "2 thủ tục"),
        ("0", None, "0"),
        ("-1.5", "điểm", "-1,5 điểm"),
    ],
)
def test_a_figure_with_its_unit(value: str, unit: str | None, written: str) -> None:
    assert figure(Decimal(value), unit) == written


@pytest.mark.parametrize(
    ("fields", "sentence", "goal"),
    [
        ({"comparator": "at_least", "value": 98, "unit": "%"}, "đạt từ 98% trở lên", "≥ 98%"),
        ({"comparator": "more_than", "value": 98, "unit": "%"}, "đạt trên 98%", "> 98%"),
        ({"comparator": "equal", "value": 100, "unit": "%"}, "đạt 100%", "100%"),
        ({"comparator": "at_most", "value": 2, "unit": "ngày"}, "không quá 2 ngày", "≤ 2 ngày"),
        ({"comparator": "less_than", "value": 2, "unit": "ngày"}, "dưới 2 ngày", "< 2 ngày"),
        ({"value": 100, "unit": "%"}, "đạt 100%", "100%"),
        ({"comparator": "at_least"}, "", "-"),
    ],
)
def test_a_target_as_a_sentence_and_as_a_cell(fields: dict[str, Any], sentence: str, goal: str) -> None:
    target = _target(**fields)
    assert target_text(target) == f"Tỷ lệ hồ sơ {sentence}".strip()
    assert target_grid(Plan(targets=(target,))).rows[1][3].paragraphs == (goal,)


def test_a_unit_is_plain_text_and_a_metric_is_rich() -> None:
    text = target_text(_target(metric="**Tỷ lệ**", value=1, unit="*phiếu*"))
    assert plain(text) == "Tỷ lệ đạt 1 *phiếu*"


def _column(grid_rows: Any, index: int) -> list[str]:
    return [plain("|".join(row[index].paragraphs)) for row in grid_rows]


def test_the_table_shows_last_year_this_year_and_who_leads() -> None:
    targets = (
        _target(value=98, unit="%", last_year=95.5, lead="Văn phòng *Sở*"),
        _target(metric="Sáng kiến\nđược nhận", value=2, unit="sáng kiến"),
    )
    rows = target_grid(Plan(year=2027, targets=targets)).rows
    assert [_column(rows, index) for index in range(5)] == [
        ["STT", "1", "2"],
        ["Chỉ tiêu", "Tỷ lệ hồ sơ", "Sáng kiến|được nhận"],
        ["Kết quả năm 2026", "95,5%", "-"],
        ["Chỉ tiêu năm 2027", "98%", "2 sáng kiến"],
        ["Chủ trì", "Văn phòng *Sở*", ""],
    ]


def test_without_a_year_the_headings_say_so_in_words() -> None:
    heading = target_grid(Plan()).rows[0]
    assert [cell.paragraphs[0] for cell in heading][2:4] == ["Kết quả năm trước", "Chỉ tiêu năm"]
