"""Grids as Word tables: widths that add up, spans in the right places, overlaps refused."""

import pytest
from lxml import etree

from generator.errors import DataError
from generator.ooxml.wml import NAMESPACES, qualified
from generator.render.grid import CELL, GROUP, HEADING, Grid, GridCell
from generator.render.table_xml import CELL_STYLES, table_xml
from generator.templates.styles import TABLE_STYLE

STYLES = {name: f"id{number}" for number, name in enumerate((*CELL_STYLES.values(), TABLE_STYLE))}


def _table(grid: Grid, width: int = 9000) -> etree._Element:
    root = etree.fromstring(f'<root xmlns:w="{NAMESPACES["w"]}">{table_xml(grid, width, STYLES).xml}</root>')
    return root[0]


def _texts(table: etree._Element) -> list[list[str]]:
    return [
        ["".join(cell.itertext()) for cell in row.findall(qualified("w:tc"))]
        for row in table.findall(qualified("w:tr"))
    ]


def _cell(text: str, columns: int = 1, rows: int = 1) -> GridCell:
    return GridCell((text,), columns, rows)


def test_a_short_row_is_filled_with_empty_cells() -> None:
    table = _table(Grid((1, 1, 1), ((_cell("a"),),), heading_rows=0))
    assert _texts(table) == [["a", "", ""]]


def test_a_cell_over_two_rows_leaves_a_continued_cell_below() -> None:
    grid = Grid((1, 1), ((_cell("nhóm", rows=2), _cell("1")), (_cell("2"),)), heading_rows=0)
    table = _table(grid)
    assert _texts(table) == [["nhóm", "1"], ["", "2"]]
    merges = [merge.get(qualified("w:val")) for merge in table.iter(qualified("w:vMerge"))]
    assert merges == ["restart", None]


def test_a_block_of_two_by_two_is_one_cell() -> None:
    grid = Grid((1, 1, 1), ((_cell("ô", rows=2, columns=2), _cell("1")), (_cell("2"),)), heading_rows=0)
    spans = [span.get(qualified("w:val")) for span in _table(grid).iter(qualified("w:gridSpan"))]
    assert spans == ["2", "2"]


@pytest.mark.parametrize(
    "rows",
    [
        ((_cell("a", columns=3),),),
        ((_cell("a"), _cell("b"), _cell("c")),),
        ((_cell("a"), _cell("b", rows=2)), (_cell("c", columns=2),)),
    ],
)
def test_overlapping_cells_are_refused_with_their_row(rows: tuple[tuple[GridCell, ...], ...]) -> None:
    with pytest.raises(DataError, match="hàng"):
        _table(Grid((1, 1), rows))


def test_only_heading_rows_are_repeated_and_no_row_is_split() -> None:
    table = _table(Grid((1,), ((_cell("đầu"),), (_cell("hai"),), (_cell("thân"),)), heading_rows=2))
    rows = [[etree.QName(one).localname for one in row[0]] for row in table.findall(qualified("w:tr"))]
    assert rows == [["cantSplit", "tblHeader"], ["cantSplit", "tblHeader"], ["cantSplit"]]


def test_styles_follow_what_the_cell_is() -> None:
    cells = tuple(GridCell((style,), style=style) for style in (HEADING, GROUP, CELL))
    found = [style.get(qualified("w:val")) for style in _table(Grid((1, 1, 1), (cells,))).iter(qualified("w:pStyle"))]
    assert found == [STYLES[CELL_STYLES[style]] for style in (HEADING, GROUP, CELL)]


@pytest.mark.parametrize(("align", "written"), [("center", "center"), ("justify", "both"), (None, None)])
@pytest.mark.parametrize("style", [HEADING, GROUP, CELL])
def test_an_alignment_given_in_the_data_overrides_the_style(style: str, align: str | None, written: str | None) -> None:
    table = _table(Grid((1,), ((GridCell(("a",), style=style, align=align),),)))
    assert [jc.get(qualified("w:val")) for jc in table.iter(qualified("w:jc"))] == ([written] if written else [])


def test_a_cell_has_a_paragraph_for_each_text_and_one_when_it_is_empty() -> None:
    table = _table(Grid((1, 1), ((GridCell(("a", "", "b")), GridCell()),)))
    assert [len(cell.findall(qualified("w:p"))) for cell in table.iter(qualified("w:tc"))] == [3, 1]


def test_a_cell_may_be_bold_as_a_whole() -> None:
    table = _table(Grid((1,), ((GridCell(("a *b*",), bold=True),),)))
    assert len(list(table.iter(qualified("w:b")))) == 2


def test_widths_stand_in_the_grid_and_in_every_cell() -> None:
    table = _table(Grid((1, 2), ((_cell("a", columns=2),), (_cell("b"), _cell("c")))), width=9000)
    assert [one.get(qualified("w:w")) for one in table.iter(qualified("w:gridCol"))] == ["3000", "6000"]
    assert [one.get(qualified("w:w")) for one in table.iter(qualified("w:tcW"))] == ["9000", "3000", "6000"]
