"""Figures in sentences: filled in by name, left unsaid where not known."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.registers.catalog import bundled_statistical_forms
from generator.registers.outline import Sentence
from generator.registers.unit import Level
from generator.reports.figures import NONE, UNKNOWN, Value, filled_in
from generator.reports.named_figures import (
    figure_names,
    filled_in_words,
    named_figures,
    said,
    unknown_figures,
    unknown_values,
)
from generator.reports.task_states import task_states

FORMS = bundled_statistical_forms()
PLAN = Plan.model_validate(
    {
        "year": 2027,
        "tasks": [{"id": f"NV{number}", "name": "Việc", "issue_due": "2027-02-10"} for number in range(1, 9)],
    }
)
TOLD = Progress.model_validate(
    {
        "unit": "a", "unit_name": "Sở A", "regime": "r", "period": "2027-Q1",
        "tasks": [
            {"task": "NV1", "status": "done", "done": "2027-02-10"},
            {"task": "NV2", "status": "done", "done": "2027-02-11"},
            {"task": "NV3", "status": "done", "done": "2027-01-11"},
            {"task": "NV4", "status": "under_way"},
            {"task": "NV5", "status": "dropped"},
        ],
        "figures": [
            {"form": 3, "code": "3.1.1", "value": 1633},
            {"form": 3, "code": "3.1.2", "value": 1600},
            {"form": 3, "code": "1.1", "absent": "none"},
            {"form": 3, "code": "1.2", "absent": "unknown"},
            {"form": 1, "code": "2.1", "value": 999},
        ],
    }
)  # fmt: skip
NAMED = named_figures(FORMS, filled_in(TOLD), task_states(PLAN, TOLD, datetime.date(2027, 3, 14)))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("tasks.total", 8), ("tasks.done", 3), ("tasks.on_time", 2), ("tasks.late", 1), ("tasks.overdue", 4),
        ("tasks.due", 7), ("tasks.dropped", 1), ("tasks.share_done", Decimal("37.5")),
        ("1/2.1", 8), ("1/2.2", 3), ("1/2", Decimal("37.5")),
    ],
)  # fmt: skip
def test_counts_of_tasks_enter_the_forms_too(name: str, value: int) -> None:
    assert NAMED[name] == Value(Decimal(value))


@pytest.mark.parametrize(
    ("text", "none", "words"),
    [
        ("Đã giải quyết {3/3.1.1} hồ sơ, đạt {3/3.1}%", None, "Đã giải quyết 1.633 hồ sơ, đạt 97,98%"),
        ("Đơn giản hóa {3/1.1} thủ tục", "Không phát sinh", "Không phát sinh"),
        ("Đơn giản hóa {3/1.1} thủ tục", None, None),
        ("Công bố {3/1.2} thủ tục", "Không phát sinh", None),
        ("Công bố {3/1.2}, bãi bỏ {3/1.1}", "Không phát sinh", None),
    ],
)
def test_a_sentence_is_said_when_its_figures_are_known(text: str, none: str | None, words: str | None) -> None:
    assert said(Sentence(text=text, none=none), NAMED, "department") == words


@pytest.mark.parametrize(("level", "words"), [("department", "Có 8 nhiệm vụ"), ("school", None)])
def test_a_sentence_for_other_levels_is_not_said(level: Level, words: str | None) -> None:
    assert said(Sentence(text="Có {tasks.total} nhiệm vụ", levels=("department",)), NAMED, level) == words


def test_words_of_a_unit_name_figures_too() -> None:
    text = "Đã xong {tasks.done}/{tasks.total} ({ 1/2 }%), {3/1.1}, {3/1.2}, {chưa rõ}"
    words = "Đã xong 3/8 (37,5%), không phát sinh, [CẦN BỔ SUNG: số liệu 3/1.2], {chưa rõ}"
    assert filled_in_words(text, NAMED) == words


def test_a_share_that_did_not_arise_has_no_sign_of_percent() -> None:
    assert filled_in_words("đạt {3/1.1}%; {3/1.2}%", NAMED) == "đạt không phát sinh; [CẦN BỔ SUNG: số liệu 3/1.2]%"


@pytest.mark.parametrize(
    ("text", "words", "near"),
    [
        ("{3/3.1.11} hồ sơ", "[CẦN BỔ SUNG: số liệu 3/3.1.11] hồ sơ", "3/3.1.1"),
        ("{tasks.don} việc", "[CẦN BỔ SUNG: số liệu tasks.don] việc", "tasks.done"),
        ("tổng { 1/zz }.", "tổng [CẦN BỔ SUNG: số liệu 1/zz].", "3/3.1.1"),
        ("đạt {3.1.1}%", "đạt [CẦN BỔ SUNG: số liệu 3.1.1]%", "3"),
        ("{tasks.done việc", "[CẦN BỔ SUNG: số liệu tasks.done] việc", "tasks.done"),
        ("{3/3.1.1 và {tasks.total}", "[CẦN BỔ SUNG: số liệu 3/3.1.1] và 8", "3/3.1.1"),
    ],
)
def test_what_is_no_figure_is_a_gap_in_its_place_and_told(text: str, words: str, near: str) -> None:
    assert filled_in_words(text, NAMED) == words
    (one,) = unknown_figures(text, NAMED)
    assert near in one.hint


def test_a_figure_that_is_not_known_is_a_gap_of_its_unit_and_told() -> None:
    text = "{3/1.2} thủ tục, {3/3.1.1} hồ sơ, {3/1.1}, {3/9.9}"
    words = filled_in_words(text, NAMED, "Sở A")
    assert words.startswith("[CẦN BỔ SUNG: số liệu 3/1.2 của Sở A] thủ tục, 1.633 hồ sơ, không phát sinh, ")
    assert words.endswith("[CẦN BỔ SUNG: số liệu 3/9.9 của Sở A]")
    assert unknown_values(text, NAMED) == ("3/1.2",)


@pytest.mark.parametrize("text", ["{chưa rõ}", "năm {2027}", "{}", "a { b", "{tasks.done}/{ 1/2 }"])
def test_other_braces_are_words(text: str) -> None:
    assert unknown_figures(text, NAMED) == ()


def test_names_are_those_that_reports_know() -> None:
    assert figure_names(FORMS) == NAMED.keys()


def test_without_tasks_nothing_is_counted() -> None:
    named = named_figures(FORMS, {}, ())
    assert named["tasks.total"] == NONE
    assert named["1/2.1"] == UNKNOWN
