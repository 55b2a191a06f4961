"""The chart of a report: every figure that it shows is in its words, and the same figures give the same bytes."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.model.blocks import Picture
from generator.reports.chart import by_field, described, drawn
from generator.reports.report import unit_report
from generator.reports.task_states import State
from tests.reports.grounds import ON, ground, sample_plan, told

pytest.importorskip("matplotlib", reason="matplotlib is not installed")


def test_the_words_tell_every_figure() -> None:
    written = unit_report(sample_plan(), told(), ground(), ON, chart="bieu_do.png")
    counts = by_field(written.states)
    assert sum(counts.values(), Counter()) == Counter(one.state for one in written.states)
    words = described(counts)
    for name, counted in counts.items():
        told_of = next(piece for piece in words.split("; ") if f"{name}:" in piece)
        assert all(f"{number} {state.value}" in told_of for state, number in counted.items())


def test_a_report_shows_the_chart_where_one_is_asked_for() -> None:
    written = unit_report(sample_plan(), told(), ground(), ON, chart="bieu_do.png")
    (picture,) = (block for block in written.document.blocks() if isinstance(block, Picture))
    assert picture.file == "bieu_do.png"
    assert written.pictures["bieu_do.png"].startswith(b"\x89PNG")
    without = unit_report(sample_plan(), told(), ground(), ON)
    assert without.pictures == {}
    assert not any(isinstance(block, Picture) for block in without.document.blocks())


def test_the_same_figures_give_the_same_bytes() -> None:
    counts = {"Cải cách thể chế": Counter({State.ON_TIME: 3, State.OVERDUE: 1}), "Khác": Counter({State.NOT_DUE: 2})}
    assert drawn(counts) == drawn(counts)
