"""Tables anywhere on a page: no row is lost where a page ends.

Document 5 once lost eight rows below a heading that stood alone at the foot of a page.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.page.sheets import Sheet, needs_office, printed, word_file
from tests.reading.pdf.random_documents import random_document

pytestmark = needs_office

SEEDS = range(8)


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Sheet]:
    files = {f"document {seed}": word_file(random_document(seed)) for seed in SEEDS}
    return printed(files, tmp_path_factory.mktemp("places"))


def test_no_letter_is_lost(sheets: Mapping[str, Sheet]) -> None:
    assert {name: sheet.lost for name, sheet in sheets.items() if sheet.lost} == {}
