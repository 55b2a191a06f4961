"""Documents of the kinds that offices write, right and with one mistake: what the rules of agreement say of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from generator.lint.gate import judge
from generator.lint.rule import chosen_rules
from generator.lint.text import subject_of_text
from generator.registers.holidays import WorkCalendar
from generator.registers.store import load_register

FOLDER = Path(__file__).parent / "genre"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
CODES = ("CT", "NV", "NN-04", "NN-05", "NN-06")
_CALENDAR = load_register(
    "format: 1\nsource: thử\nyears:\n- {year: 2026, holidays: [{date: 2026-04-30, name: Ngày lễ, confidence: V}]}\n",
    "nghi.yaml",
    WorkCalendar,
)


@dataclass(frozen=True)
class Slip:
    """Other words in a right document, and all that is found then."""

    document: str
    old: str
    new: str
    finds: Mapping[str, str]

    def __str__(self) -> str:
        return f"{self.document} {self.new or self.old}"


def _slips() -> Iterator[Slip]:
    for row in YAML(typ="safe").load((FOLDER.parent / "genre.yaml").read_text("utf-8")):
        yield Slip(row["in"], *row["replace"], row["finds"])


def _text(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text("utf-8")


def _found(text: str, name: str) -> dict[str, list[str]]:
    subject = replace(subject_of_text(text.encode(), f"{name}.txt"), holidays=_CALENDAR)
    found: dict[str, list[str]] = {}
    for one in judge(subject, chosen_rules(CODES)).findings:
        found.setdefault(one.code, []).append(one.found)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_found_in_a_right_document(name: str) -> None:
    assert _found(_text(name), name) == {}


@pytest.mark.parametrize("slip", list(_slips()), ids=str)
def test_a_slip_is_named_and_nothing_beside_it(slip: Slip) -> None:
    assert slip.old in _text(slip.document)
    found = _found(_text(slip.document).replace(slip.old, slip.new, 1), slip.document)
    assert set(found) == set(slip.finds), found
    assert all(any(words in one for one in found[code]) for code, words in slip.finds.items()), found
