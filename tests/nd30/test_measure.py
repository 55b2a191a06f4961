"""One measure: what it allows, what we write, how it is said."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from generator.nd30.component import Component
from generator.nd30.measure import Confidence, Measure

SOURCE = {"cite": "PL I/I/I.3", "confidence": "V"}


def measure(**data: Any) -> Measure[float]:
    return Measure[float].model_validate({**SOURCE, **data})


@pytest.mark.parametrize(
    ("data", "allowed", "refused", "words"),
    [
        ({"value": 13}, [13], [12.99, 14], "13 pt"),
        ({"value": 1, "tolerance": 0.05}, [0.95, 1.05], [0.94, 1.06], "1 pt"),
        ({"range": [20, 25], "default": 20, "tolerance": 0.5}, [19.5, 22, 25.5], [19.4, 25.6], "20 - 25 pt"),
        ({"range": [6, None], "default": 6}, [6, 100], [5.9], "từ 6 pt"),
        ({"range": [None, 6], "default": 6}, [0, 6], [6.1], "không quá 6 pt"),
        ({"values": [10, 12.7], "default": 12.7}, [10, 12.7], [11, 0], "10 hoặc 12,7 pt"),
        ({"default": 10}, [0, 10, 99], [], "10 pt"),
    ],
)
def test_what_is_allowed(data: dict[str, Any], allowed: list[float], refused: list[float], words: str) -> None:
    one = measure(**data)
    assert all(one.allows(found) for found in allowed)
    assert not any(one.allows(found) for found in refused)
    assert one.in_words("pt") == words


def test_we_write_the_value_or_a_default_that_is_allowed() -> None:
    assert measure(value=13).default == 13
    assert measure(range=[20, 25], default=22).default == 22


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"range": [20, 25]}, "default"),
        ({"range": [20, 25], "default": 30}, "nằm ngoài mức cho phép"),
        ({"value": 13, "range": [12, 13]}, "chỉ ghi một trong ba"),
        ({}, "default"),
    ],
)
def test_a_measure_that_makes_no_sense_is_refused(data: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        measure(**data)


def test_silence_of_the_decree_is_no_rule() -> None:
    assert not measure(default=10).is_regulated
    assert measure(value=10).is_regulated


def test_texts_and_booleans_are_compared_as_they_are() -> None:
    bold = Measure[bool].model_validate({**SOURCE, "value": False})
    assert bold.allows(False)
    assert not bold.allows(True)
    assert bold.is_regulated
    font = Measure[str].model_validate({**SOURCE, "values": ["A", "B"], "default": "A"})
    assert font.allows("B")
    assert not font.allows("a")


def test_the_clause_is_handed_down_to_parts_that_name_none() -> None:
    component = Component.model_validate(
        {
            "label": "Số, ký hiệu",
            "cite": "II.3c",
            "confidence": "V",
            "size": 13,
            "bold": {"value": False, "cite": "V.3", "confidence": "V-form"},
            "rule": {"ratio": {"default": 0.4}},
            "frames": {"KHẨN": {"width": 20, "height": 8}},
        }
    )
    assert component.size is not None
    assert (component.size.cite, component.size.confidence) == ("II.3c", Confidence.RULE)
    assert component.bold is not None
    assert (component.bold.cite, component.bold.confidence) == ("V.3", Confidence.FORM)
    assert component.rule is not None
    assert component.rule.ratio.cite == "II.3c"
    assert component.frames["KHẨN"].width.default == 20
