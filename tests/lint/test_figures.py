"""Figures of sentences as offices write them: wrong ones are found by their rule alone, right ones by none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from generator.lint.finding import Finding
from generator.lint.gate import judge
from generator.lint.rule import chosen_rules
from generator.lint.text import subject_of_text

_DATA: Mapping[str, Any] = YAML(typ="safe").load((Path(__file__).parent / "figures.yaml").read_text("utf-8"))
_FRAME = (
    "BÁO CÁO\nKết quả cải cách hành chính\n\nI. KẾT QUẢ THỰC HIỆN\n\n{}\n\n"
    "II. ĐÁNH GIÁ CHUNG\n\nCác đơn vị đã cố gắng.\n"
)


def findings(text: str) -> tuple[Finding, ...]:
    """Return what the rules of figures find in a report that holds the text."""
    return judge(subject_of_text(_FRAME.format(text).encode(), "bao_cao.txt"), chosen_rules(["SL"])).findings


@pytest.mark.parametrize("entry", _DATA["wrong"], ids=lambda entry: entry["text"])
def test_a_wrong_figure_is_found_by_its_rule_alone(entry: Mapping[str, Any]) -> None:
    found = findings(entry["text"])
    assert {one.code for one in found} == set(entry["finds"]), list(map(str, found))
    assert all(any(words in one.found for one in found if one.code == code) for code, words in entry["finds"].items())


@pytest.mark.parametrize("text", _DATA["right"])
def test_nothing_is_said_of_a_right_figure(text: str) -> None:
    assert findings(text) == ()
