"""A look at the head of a file: the same words as a whole reading, and what stands before a fault."""

from __future__ import annotations

import json

import pytest

from generator.yamltext import dump_yaml, glance

DATA = {
    "format": 1,
    "unit": "so-y-te",
    "list": [{"unit": "khac"}, ["unit"]],
    "issuer": {"unit": "trong", "name": "Sở Y tế", "unit_name": "x"},
    "period": "2027-Q1",
}
WAYS = (("unit",), ("issuer", "name"), ("period",))
FOUND = {("unit",): "so-y-te", ("issuer", "name"): "Sở Y tế", ("period",): "2027-Q1"}


@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
def test_words_at_the_ways(name: str) -> None:
    text = json.dumps(DATA) if name == "a.json" else dump_yaml(DATA)
    assert glance(text.encode(), name, WAYS) == FOUND


def test_words_before_a_fault_are_found() -> None:
    text = dump_yaml(DATA).encode()
    assert glance(text + b"hong: [\n", "a.yaml", WAYS) == FOUND
    assert glance(b"unit: a\nissuer: [\nperiod: b\n", "a.yaml", WAYS) == {("unit",): "a"}


def test_an_alias_and_an_empty_value_do_not_shift_what_follows() -> None:
    text = b"a: &x [1]\nb: *x\nc:\nissuer: {name: Ten}\nunit: u\n"
    assert glance(text, "a.yaml", WAYS[:2]) == {("issuer", "name"): "Ten", ("unit",): "u"}


@pytest.mark.parametrize("data", [b"", b"[1, 2]", b"unit: [a]", b"\xff\xfe", b"\x01", b'{"unit": 1}'])
def test_nothing_is_found_where_nothing_is(data: bytes) -> None:
    assert glance(data, "a.yaml", (("name",),)) == {}
    assert glance(data, "a.json", (("name",),)) == {}
