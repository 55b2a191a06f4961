"""The end of a document: who signs for whom, and who drafted it."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from generator.model.ending import Archive, Authority, AuthorityCode


@pytest.mark.parametrize("code", list(AuthorityCode))
def test_the_authority_is_printed_in_capitals(code: AuthorityCode) -> None:
    assert Authority(code=code, of="Ủy ban nhân dân").printed == f"{code.value} ỦY BAN NHÂN DÂN"


@pytest.mark.parametrize(
    ("holders", "unit"), [(("VT",), None), (("VT", "CCHC"), "CCHC"), (("VT", "HS", "CCHC"), "CCHC")]
)
def test_the_drafting_unit_stands_last(holders: tuple[str, ...], unit: str | None) -> None:
    assert Archive(holders=holders).drafting_unit == unit


def test_an_archive_line_names_someone() -> None:
    with pytest.raises(ValidationError):
        Archive(holders=())
