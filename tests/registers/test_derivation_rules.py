"""The rules of derivation: what the program brings, and how a faulty file of an office is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import DataError
from generator.registers.derivation import DerivationRules
from generator.registers.store import load_register

FILE = Path(__file__).parents[2] / "data/registers/derivation.yaml"
TEXT = FILE.read_text("utf-8")


def _refused(old: str, new: str) -> DataError:
    assert TEXT.count(old) >= 1
    with pytest.raises(DataError) as refused:
        load_register(TEXT.replace(old, new, 1), "quy_tac.yaml", DerivationRules)
    return refused.value


def test_the_program_has_terms_for_each_step_downwards() -> None:
    rules = load_register(TEXT, FILE.name, DerivationRules)
    steps = [("province", "department"), ("province", "commune"), ("department", "school"), ("department", "division")]
    for above, below in steps:
        assert rules.terms.table(above, below), f"{above} -> {below}"
    assert rules.terms.table("school", "province") == ()


def test_days_of_those_below_depend_on_how_many_they_are() -> None:
    deadlines = load_register(TEXT, FILE.name, DerivationRules).deadlines
    assert deadlines.earlier(deadlines.many) == deadlines.below
    assert deadlines.earlier(deadlines.many + 1) == deadlines.below_many > deadlines.below


def test_an_unknown_placeholder_is_refused_with_its_line_and_the_nearest() -> None:
    failure = _refused('subject: "{topic} năm {year} của {name}"', 'subject: "{topik} năm {year} của {name}"')
    (found,) = failure.diagnostics
    assert found.place.field == "head.wording.subject"
    assert found.place.line == TEXT[: TEXT.index('subject: "{topic}')].count("\n") + 1
    assert "{topik}" in found.message and "topic" in found.message


def test_unbalanced_braces_are_refused() -> None:
    failure = _refused('own: "{area}"', 'own: "{area"')
    assert "dấu { } không khớp" in failure.diagnostics[0].message


def test_a_term_given_twice_in_a_table_is_refused() -> None:
    failure = _refused("{words: phòng thuộc Sở, own: bộ phận, many: true}", "{words: Văn phòng Sở, own: bộ phận}")
    (found,) = failure.diagnostics
    assert found.found == "«Văn phòng Sở»"
    assert found.place.field is not None and found.place.field.startswith("terms.tables")


def test_a_quota_given_twice_is_refused() -> None:
    quota = "{target: CT02, unit: thpt-a, value: 2}"
    failure = _refused("quotas: [] ", f"quotas: [{quota}, {quota}] ")
    assert failure.diagnostics[0].place.field == "targets.quotas[1]"
