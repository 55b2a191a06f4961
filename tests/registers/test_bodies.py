"""The former bodies of the State: what the register of the program knows, and what it refuses."""

from __future__ import annotations

from datetime import date

import pytest

from generator.errors import DataError
from generator.registers.bodies import BodyRegister
from generator.registers.catalog import bundled_bodies
from generator.registers.store import load_register

_ENTRY = "{{id: a, name: Sở A, valid_to: 2025-02-28, successor: Sở B, basis: x, source: y, confidence: V{more}}}"


def _loaded(*entries: str) -> BodyRegister:
    text = "format: 1\nbodies:\n" + "".join(f"- {entry}\n" for entry in entries)
    return load_register(text, "bodies.yaml", BodyRegister)


@pytest.mark.parametrize(
    ("day", "ended", "stands"),
    [
        (date(2025, 2, 28), None, "bo-khdt"),
        (date(2025, 3, 1), "bo-khdt", "ubnd-huyen"),
        (date(2025, 6, 30), "cong-an-huyen", "thanh-tra-so"),
        (date(2025, 7, 1), "ubnd-huyen", None),
    ],
)
def test_bodies_end_on_their_days(day: date, ended: str | None, stands: str | None) -> None:
    ids = {one.id for one in bundled_bodies().ended_by(day)}
    assert ended is None or ended in ids
    assert stands not in ids


def test_every_body_says_who_follows_and_on_what_ground() -> None:
    assert all(one.successor and one.basis and one.source for one in bundled_bodies().bodies)


def test_two_entries_of_one_identity_are_refused() -> None:
    with pytest.raises(DataError) as refused:
        _loaded(_ENTRY.format(more=""), _ENTRY.format(more=""))
    assert "đã dùng" in str(refused.value.diagnostics[0])


def test_a_level_and_the_name_of_a_place_are_not_asked_for_together() -> None:
    with pytest.raises(DataError) as refused:
        _loaded(_ENTRY.format(more=", at: [huyện], named: true"))
    assert "không dùng cùng lúc" in str(refused.value.diagnostics[0])
