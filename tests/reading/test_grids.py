"""Tables: headings, rows, and rows that a page break split."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostic
from generator.reading.grids import Grid, grid_of, is_heading
from generator.reading.lines import Line

HEADING = "Nhiệm vụ chung|Nhiệm vụ cụ thể|Sản phẩm|Thời gian|Đơn vị chủ trì"


def grid(*pages: str) -> tuple[Grid, tuple[Diagnostic, ...]]:
    """Return the grid of rows written "a|b|c", one string for each page."""
    lines = []
    for page, rows in enumerate(pages, start=1):
        for row in rows.strip().splitlines():
            cells = tuple(cell.strip() for cell in row.strip().split("|"))
            lines.append(Line("\t".join(cells), (len(lines) + 1,), page, cells=cells))
    return grid_of(lines)


def test_the_heading_is_told_by_its_words() -> None:
    found, notes = grid(f"{HEADING}\nThể chế|1. Rà soát|Báo cáo|Quý I|Văn phòng")
    assert found.headings == tuple(HEADING.split("|"))
    assert [row.cells for row in found.rows] == [("Thể chế", "1. Rà soát", "Báo cáo", "Quý I", "Văn phòng")]
    assert notes == ()


def test_a_table_without_heading_keeps_its_first_row() -> None:
    found, _ = grid("Lê Văn A|Chuyên viên\nTrần Thị B|Văn thư")
    assert (found.headings, len(found.rows), found.columns) == ((), 2, 2)


def test_short_rows_are_filled() -> None:
    found, _ = grid("a|b|c\nd")
    assert found.rows[1].cells == ("d", "", "")


def test_a_long_cell_is_no_heading() -> None:
    assert not is_heading(["Nhiệm vụ " * 20, "Sản phẩm"])
    assert not is_heading(["Nhiệm vụ"])


class TestPageBreak:
    def test_a_row_without_its_label_goes_on(self) -> None:
        found, (note,) = grid(
            f"{HEADING}\n|1. Lập|a|b|c\n|2. Tham mưu công|QĐ của Chủ tịch|Trong năm|Văn phòng",
            "|bố thủ tục|UBND tỉnh|2023|\n|3. Niêm yết|x|y|z",
        )
        assert found.rows[1].cells == (
            "",
            "2. Tham mưu công bố thủ tục",
            "QĐ của Chủ tịch UBND tỉnh",
            "Trong năm 2023",
            "Văn phòng",
        )
        assert found.rows[1].lines == (3, 4)
        assert (note.code, note.place.line) == ("row-rejoined", 4)

    def test_a_merged_name_goes_on_above(self) -> None:
        found, _ = grid(
            f"{HEADING}\nCải cách thủ tục|1. Lập|a|b|c\n|2. Tham mưu công|a|b|c",
            "hành chính|bố thủ tục|||\n|3. Niêm yết|x|y|z",
        )
        assert [row.cells[0] for row in found.rows] == ["Cải cách thủ tục hành chính", "", ""]

    def test_a_labelled_row_is_a_row(self) -> None:
        found, notes = grid(f"{HEADING}\n|1. Lập|a|b|c\n|2. Rà soát|a|b|c", "|3. triển khai|a|b|c")
        assert len(found.rows) == 3
        assert notes == ()

    def test_a_small_letter_goes_on_where_no_column_has_labels(self) -> None:
        found, _ = grid("Lê Văn|Chuyên\nTrần Thị|Văn thư", "viên|của Sở")
        assert [row.cells for row in found.rows] == [("Lê Văn", "Chuyên"), ("Trần Thị viên", "Văn thư của Sở")]

    @pytest.mark.parametrize("label", ["VII", "2.1", "-", "b)", "12"])
    def test_a_label_alone_in_its_cell_begins_a_row(self, label: str) -> None:
        found, notes = grid(f"{HEADING}\n|1. Lập|a|b|c\n|2. Rà soát|a|b|c", f"|{label}|giao|b|c")
        assert (len(found.rows), notes) == (3, ())

    def test_any_cell_that_goes_on_small_joins_the_row(self) -> None:
        found, _ = grid(f"{HEADING}\n|1. Lập|a|b|c\n|2. Nhiệm vụ số 2:|Báo cáo kết quả|b|c", "|| thực hiện; Kế hoạch||")
        assert found.rows[-1].cells[2] == "Báo cáo kết quả thực hiện; Kế hoạch"

    def test_a_new_row_without_label_stays_where_the_cells_above_are_closed(self) -> None:
        found, _ = grid(f"{HEADING}\n|1. Lập|a.|b.|c.\n|2. Rà soát|a.|b.|c.", "||Kế hoạch|quý I.|c.")
        assert len(found.rows) == 3

    def test_the_same_page_is_never_joined(self) -> None:
        assert len(grid("a|b\nc|d\ne|f")[0].rows) == 3

    def test_the_heading_printed_again_is_left_out(self) -> None:
        found, (note,) = grid(f"{HEADING}\n|1. Lập|a|b|c", f"{HEADING}\n|2. Rà soát|a|b|c")
        assert len(found.rows) == 2
        assert (note.code, note.place.quote) == ("repeated-heading", " | ".join(HEADING.split("|")))
