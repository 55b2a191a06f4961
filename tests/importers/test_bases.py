"""Legal bases as data."""

from __future__ import annotations

import pytest

from generator.importers.bases import bases_of
from generator.model.basis import BasisLayout
from generator.reading.reading import Bases, Basis


def marks(*ends: str, running: bool = False) -> list[tuple[str | None, str | None]]:
    items = tuple(Basis("Căn cứ", f"Luật số {number}", end) for number, end in enumerate(ends, start=1))
    return [(note.found, note.expected) for note in bases_of(Bases(items, running))[1]]


def test_the_words_are_kept() -> None:
    values, notes = bases_of(Bases((Basis("Theo đề nghị của", "Chánh *Văn phòng*", "."),)))
    (basis,) = values["legal_bases"]
    assert (basis.lead, basis.text) == ("Theo đề nghị của", r"Chánh \*Văn phòng\*")
    assert (values["basis_layout"], notes) == (BasisLayout.BLOCK, ())


def test_a_running_paragraph_prints_back() -> None:
    items = (Basis("Thực hiện", "Kế hoạch số 1/KH-A", ";"), Basis("", "Kế hoạch số 2/KH-B", ","))
    values, notes = bases_of(Bases(items, running=True))
    assert values["basis_layout"] is BasisLayout.INLINE
    assert [basis.printed for basis in values["legal_bases"]] == ["Thực hiện Kế hoạch số 1/KH-A", "Kế hoạch số 2/KH-B"]
    assert notes == ()


@pytest.mark.parametrize(
    ("ends", "running", "found"),
    [
        ((";", "."), False, []),
        ((";", ","), False, [("«,»", "«.»")]),
        (("", "."), False, [("không có dấu", "«;»")]),
        ((".", "."), False, [("«.»", "«;»")]),
        ((";", ","), True, []),
        ((",", ","), True, [("«,»", "«;»")]),
    ],
)
def test_end_marks_out_of_rule_are_named(ends: tuple[str, ...], running: bool, found: list[object]) -> None:
    assert marks(*ends, running=running) == found


def test_no_bases_give_no_fields() -> None:
    assert bases_of(Bases()) == ({}, ())
