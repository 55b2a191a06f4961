"""Tables of 6, 7, 8 and 12 columns and 1, 40 and 300 rows, with random merges and very long cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import product
from typing import Any

import pytest

from generator.model.document import Document
from tests.page.random_tables import random_table
from tests.page.sheets import SENTENCE, Sheet, letter, needs_office, printed, require_sound, word_file

pytestmark = needs_office

SIZES = list(product((6, 7, 8, 12), (1, 40, 300)))
LAYOUTS = {6: "six_columns", 7: "seven_columns", 8: "eight_columns"}
TASKS = 40
URLS = "addresses"
ADDRESS = "https://dichvucong.anbinh.gov.vn/p/home/dvctrangchu.html?ma=1.004964.000.00.00.h56 "


def _table(columns: int, rows: int) -> dict[str, Any]:
    return random_table(columns, rows, seed=100 * columns + rows)


def _letter(columns: int, rows: int) -> Document:
    """A letter with the table in an appendix, across from six columns on."""
    return letter(appendices=[{"title": "Biểu", "orientation": "landscape", "blocks": [_table(columns, rows)]}])


def _plan(layout: str, before: str = "") -> Document:
    """A plan whose task table stands in an appendix, its longer cells begun with some words."""
    tasks = [_task(number, before) for number in range(TASKS)]
    return letter(tasks=tasks, appendices=[{"title": "Nhiệm vụ", "blocks": [{"kind": "tasks", "layout": layout}]}])


def _task(number: int, before: str) -> dict[str, Any]:
    return {
        "id": f"NV{number:02}",
        "group": f"Lĩnh vực {number // 7 + 1}",
        "goal": f"Mục tiêu {number // 3 + 1}",
        "name": before + SENTENCE * (1 + number % 3),
        "rows": [
            {
                "activity": f"{before}Hoạt động {row}",
                "products": [f"{before}Báo cáo", "Quyết định"],
                "schedule": "Quý III/2027",
                "lead": ["Văn phòng Sở"],
                "support": ["Các phòng thuộc Sở"],
                "budget": "1.250.000.000 đồng",
            }
            for row in range(1 + number % 3)
        ],
    }


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Sheet]:
    files = {f"{columns} x {rows}": word_file(_letter(columns, rows)) for columns, rows in SIZES}
    files |= {name: word_file(_plan(name)) for name in LAYOUTS.values()}
    files |= {f"{name}, {URLS}": word_file(_plan(name, ADDRESS)) for name in LAYOUTS.values()}
    return printed(files, tmp_path_factory.mktemp("tables"))


def test_tables_of_all_sizes_are_without_fault(sheets: Mapping[str, Sheet]) -> None:
    require_sound(sheets)


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_each_letter_stands_in_a_ruled_cell(sheets: Mapping[str, Sheet], columns: int, rows: int) -> None:
    given = Counter("".join(cell["text"] for row in _table(columns, rows)["rows"] for cell in row))
    parts = [part for page in sheets[f"{columns} x {rows}"].found.pages for part in page.tables]
    seen = Counter("".join(cell.text for part in parts for cell in part.cells if not cell.repeated))
    del given[" "], seen[" "]
    assert given == seen


def test_no_word_is_torn(sheets: Mapping[str, Sheet]) -> None:
    """But in twelve columns: eleven sums of ten figures do not fit beside one another."""
    whole = {name: sheet.torn for name, sheet in sheets.items() if not name.startswith("12 x") and URLS not in name}
    assert {name: torn for name, torn in whole.items() if torn} == {}


@pytest.mark.parametrize("layout", LAYOUTS.values())
def test_addresses_on_the_web_tear_no_word_but_themselves(sheets: Mapping[str, Sheet], layout: str) -> None:
    parts = ADDRESS.upper().strip().replace("/", "/ ").split()
    assert set(sheets[f"{layout}, {URLS}"].torn) <= set(parts)


def test_large_tables_run_over_many_pages(sheets: Mapping[str, Sheet]) -> None:
    for columns in (6, 7, 8, 12):
        parts = [part for page in sheets[f"{columns} x 300"].found.pages for part in page.tables]
        assert len(parts) > 10
