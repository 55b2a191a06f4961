"""Older formats are lifted step by step."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model import upgrade as module
from generator.model.upgrade import upgrade


def test_the_first_format_needs_no_step() -> None:
    assert upgrade({"kind": "plan"}, 1) == {"kind": "plan"}


def test_each_step_leads_to_the_next_and_the_input_is_untouched(monkeypatch: pytest.MonkeyPatch) -> None:
    def add(name: str) -> Any:
        return lambda values: {**values, name: True}

    monkeypatch.setattr(module, "STEPS", {1: add("two"), 2: add("three")})
    old: dict[str, Any] = {"kind": "plan"}
    assert upgrade(old, 1) == {"kind": "plan", "two": True, "three": True}
    assert upgrade(old, 2) == {"kind": "plan", "three": True}
    assert old == {"kind": "plan"}
