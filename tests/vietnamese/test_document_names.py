"""Names of kinds of document and their order."""

from __future__ import annotations

import re

import pytest

from generator.vietnamese.document_names import DOCUMENT_NAMES, document_name, names_pattern, rank


def test_bases_stand_in_the_order_of_legal_force() -> None:
    shuffled = ["Kế hoạch", "Quyết định", "Luật", "Nghị định", "Hiến pháp", "Thông tư", "Nghị quyết", "Bộ luật"]
    expected = ["Hiến pháp", "Luật", "Bộ luật", "Nghị quyết", "Nghị định", "Quyết định", "Thông tư", "Kế hoạch"]
    assert sorted(shuffled, key=rank) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("nghị  quyết", "Nghị quyết"),
        ("THÔNG TƯ LIÊN TỊCH", "Thông tư liên tịch"),
        ("Giấy uỷ quyền", "Giấy ủy quyền"),
        ("Bộ Luật", "Bộ luật"),
    ],
)
def test_a_name_is_known_in_any_form(text: str, name: str) -> None:
    known = document_name(text)
    assert known is not None
    assert known.name == name


def test_unknown_kinds_come_last() -> None:
    assert document_name("Bản tin") is None
    assert rank("Bản tin") > max(entry.rank for entry in DOCUMENT_NAMES)


def test_laws_are_cited_without_number() -> None:
    assert {entry.name for entry in DOCUMENT_NAMES if entry.is_law} == {"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"}


def test_the_longer_name_is_tried_first() -> None:
    match = re.match(names_pattern(laws=False), "Thông tư  liên\ntịch số")
    assert match is not None
    assert match[0] == "Thông tư  liên\ntịch"
