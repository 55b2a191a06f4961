"""Sixty lengths of the text, so that the signature meets the end of a page in every way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.model.document import Document
from tests.page.sheets import SENTENCE, Sheet, letter, needs_office, printed, require_sound, word_file

pytestmark = needs_office

SHORT = "Trân trọng."
"""Text of less than a line."""

LINES_BEFORE = 14
"""Lines of text with which the signature still stands on the first page."""

RECIPIENTS = [{"name": f"Ủy ban nhân dân xã thứ {number}"} for number in range(1, 6)]


def _text(place: int) -> dict[str, Any]:
    """A text of the place's length in lines, ended in six ways: long, short, two short, list, table, inline bases."""
    paragraphs = [SENTENCE if number % 3 else SHORT for number in range(LINES_BEFORE + place // 6 * 2)]
    match place % 6:
        case 0:
            return {"paragraphs": paragraphs}
        case 1:
            return {"paragraphs": paragraphs, "closing": [SHORT]}
        case 2:
            return {"paragraphs": paragraphs, "closing": [SHORT, SHORT]}
        case 3:
            items = [{"kind": "item", "numbering": "letter", "text": text} for text in paragraphs]
            return {"sections": [{"numbering": "none", "blocks": items}], "closing": []}
        case 4:
            rows = [[{"text": str(number)}, {"text": text}] for number, text in enumerate(paragraphs)]
            table = {"kind": "table", "widths": [1, 9], "heading_rows": 1, "rows": rows}
            return {"sections": [{"numbering": "none", "blocks": [table]}], "closing": []}
        case _:
            return {"paragraphs": paragraphs, "closing": [SENTENCE * 3], "recipients": RECIPIENTS * (1 + place % 4)}


def _letter(place: int) -> Document:
    return letter(**_text(place))


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Sheet]:
    files = {f"{place:02}": word_file(_letter(place)) for place in range(60)}
    return printed(files, tmp_path_factory.mktemp("lengths"))


def test_sixty_lengths_end_without_fault(sheets: Mapping[str, Sheet]) -> None:
    require_sound(sheets)


def test_signature_meets_the_end_of_the_page_in_every_way(sheets: Mapping[str, Sheet]) -> None:
    """The texts cover a signature high and low on the first page, and one carried over with few and with more lines."""
    all_found = [sheet.found for sheet in sheets.values()]
    assert {1, 2} <= {len(found.main_pages) for found in all_found}
    ends = {round(max(line.bottom for line in found.ending.lines), -1) for found in all_found}
    assert len(ends) >= 15
    carried = [found for found in all_found if len(found.main_pages) == 2]
    before = {len([line for line in found.body if line.page == 2]) for found in carried}
    assert len(before) >= 5
