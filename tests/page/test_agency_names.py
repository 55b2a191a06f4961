"""The letterhead of sixty agencies, each third one with the longest place and date, each fourth one on a letter."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.model.document import Document
from tests.page.agency_names import AGENCIES
from tests.page.sheets import Sheet, letter, needs_office, printed, require_sound, word_file

pytestmark = needs_office

LONGEST_PLACE = "Thành phố Hồ Chí Minh"
LONGEST_DATE = "2026-11-29"


def _letter(place: int, parent: str | None, name: str) -> Document:
    far = place % 3 == 2
    issuer = {"parent": parent, "name": name, "symbol": "VPĐKĐĐ", "place": LONGEST_PLACE if far else "An Bình"}
    return letter(
        "dispatch" if place % 4 == 3 else "plan",
        issuer={key: value for key, value in issuer.items() if value},
        date=LONGEST_DATE if far else "2026-12",
        number="1215" if far else None,
    )


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Sheet]:
    files = {
        f"{place:02} {name}": word_file(_letter(place, parent, name)) for place, (parent, name) in enumerate(AGENCIES)
    }
    return printed(files, tmp_path_factory.mktemp("names"))


def test_sixty_agencies_have_a_letterhead_without_fault(sheets: Mapping[str, Sheet]) -> None:
    assert len(sheets) == 60
    require_sound(sheets)


def test_each_name_stands_whole_in_its_letterhead(sheets: Mapping[str, Sheet]) -> None:
    for sheet, (parent, name) in zip(sheets.values(), AGENCIES, strict=True):
        words = " ".join(line.text for line in sheet.found.head.parent + sheet.found.head.issuer)
        assert words == f"{parent} {name}".upper() if parent else name.upper()


def test_longest_place_and_date_stand_on_one_line(sheets: Mapping[str, Sheet]) -> None:
    longest = list(sheets.values())[2::3]
    assert len(longest) == 20
    for sheet in longest:
        assert [line.text for line in sheet.found.head.place_date] == [f"{LONGEST_PLACE}, ngày 29 tháng 11 năm 2026"]


def test_each_check_of_the_head_found_what_it_looks_at(sheets: Mapping[str, Sheet]) -> None:
    """A check that looks at nothing finds nothing: each letterhead has its components."""
    for sheet in sheets.values():
        found, head = sheet.found, sheet.found.head
        assert all((head.national_name, head.motto, head.issuer, head.number, head.place_date))
        assert head.subject_dispatch or (head.type_name and head.subject)
        assert found.rule_under(head.issuer) and found.rule_under(head.motto)
