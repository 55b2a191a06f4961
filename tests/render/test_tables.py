"""Tables of a rendered document: no word broken in a narrow cell, no row split that fits a page."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.ooxml.font_widths import text_width
from generator.ooxml.package import read_parts, write_parts
from generator.ooxml.wml import NAMESPACES, qualified
from generator.render.compiled import compile_template
from generator.render.grid import CELL, HEADING, CellForm, EvenRow, Grid
from generator.render.tables import Tables
from generator.templates.catalog import template_for
from tests.rendered import document, main_part, rendered

LONG = "Thực hiện nhiệm vụ cải cách hành chính của cơ quan, đơn vị theo kế hoạch. " * 60


def _table(fields: dict[str, Any]) -> etree._Element:
    styles = (one for one in main_part(rendered(document(**fields))).iter(qualified("w:tblStyle")))
    return next(next(styles).iterancestors(qualified("w:tbl")))


def _of_data(*rows: list[str], **more: Any) -> dict[str, Any]:
    cells = [[{"text": text} for text in row] for row in rows]
    return {"sections": [{"numbering": "none", "blocks": [{"kind": "table", "rows": cells, **more}]}]}


def _of_tasks(layout: str = "six_columns", **row: Any) -> dict[str, Any]:
    tasks = [{"id": "NV1", "name": "Nhiệm vụ", "rows": [{"products": ["Báo cáo"], **row}]}]
    blocks = [{"kind": "tasks", "layout": layout}]
    return {"kind": "plan", "tasks": tasks, "appendices": [{"title": "x", "blocks": blocks}]}


def _widths(table: etree._Element) -> list[float]:
    grid = [int(one.get(qualified("w:w"), "0")) for one in table.iter(qualified("w:gridCol"))]
    for row in table.iter(qualified("w:tr")):
        cells = [int(one.get(qualified("w:w"), "0")) for one in row.iter(qualified("w:tcW"))]
        assert sum(cells) == sum(grid)
    return [twips * 25.4 / 1440 for twips in grid]


def _split(table: etree._Element) -> list[int]:
    rows = list(table.iter(qualified("w:tr")))
    return [place for place, row in enumerate(rows) if row.find(f".//{qualified('w:cantSplit')}") is None]


def test_a_column_of_the_data_is_as_wide_as_its_longest_word() -> None:
    rows = (["STT", "Nội dung"], ["15/KH-SGDĐT", "việc"])
    first, second = _widths(_table(_of_data(*rows, widths=[1, 9])))
    assert first > text_width("15/KH-SGDĐT", 12) + 2
    assert second > first


URL = "https://dichvucong.anbinh.gov.vn/p/home/dvc-trang-chu.html?van&ma=1.004964.000.00.00.h56"


def test_an_address_on_the_web_leaves_the_other_columns_of_tasks_their_room() -> None:
    plain, wider = (_widths(_table(_of_tasks("eight_columns", activity=text))) for text in ("việc", URL))
    assert wider[3] < 1.1 * plain[3]
    assert min(now / before for now, before in zip(wider, plain, strict=True)) > 0.95


def test_addresses_on_the_web_leave_a_quarter_whole() -> None:
    row = {"activity": URL, "products": [URL], "schedule": "Quý III/2027", "budget": "1.250.000.000", "lead": [URL]}
    widths = _widths(_table(_of_tasks("eight_columns", **row)))
    assert widths[7] > text_width("III/2027", 12) + 2
    assert widths[8] > text_width("1.250.000.000", 12) + 2


def test_a_wide_column_keeps_its_longest_word_when_the_others_widen() -> None:
    name, symbol = "15/QĐ-UBND-BCĐCCHC", "KH-BCĐCCHCCĐSĐA06-SNV"
    row = {"products": [name], "lead": [symbol], "support": [symbol]}
    widths = _widths(_table(_of_tasks("six_columns", **row)))
    assert widths[2] > text_width(name, 12) + 2


def test_widths_that_suffice_are_those_of_the_data() -> None:
    first, second = _widths(_table(_of_data(["a", "b"], ["c", "d"], widths=[1, 3])))
    assert abs(second / first - 3) < 0.01


def test_without_widths_a_column_that_holds_more_is_wider() -> None:
    number, text, day = _widths(_table(_of_data(["STT", "Nội dung", "Hạn"], ["1", LONG[:200], "30/11/2027"])))
    assert text > 2 * day
    assert day > number > text_width("STT", 12, bold=True)


def test_a_column_of_tasks_is_as_wide_as_its_longest_word() -> None:
    symbol = "UBND-BCĐCCHCCĐSĐA06"
    fields = _of_tasks(lead=[symbol])
    plain, wider = _widths(_table(_of_tasks())), _widths(_table(fields))
    assert plain[4] < text_width(symbol, 12) < wider[4]
    assert wider[1] / wider[2] - plain[1] / plain[2] < 0.01


def test_a_word_too_long_for_the_page_breaks_at_its_hyphens() -> None:
    symbol = "-".join(["KHHD"] * 40)
    assert max(_widths(_table(_of_data(["a", "b"], [symbol, "c"])))) < 160


def test_a_row_taller_than_a_page_may_split_and_no_other() -> None:
    table = _table(_of_data(["Nội dung", "Ghi chú"], [LONG * 2, "x"], [LONG[:300], "y"], widths=[1, 1]))
    assert _split(table) == [1]


def test_a_merged_cell_taller_than_a_page_lets_all_its_rows_split() -> None:
    fields = _of_data(["Nội dung", "Ghi chú"], ["x", "y"], ["z"], ["a", "b"], widths=[1, 1])
    fields["sections"][0]["blocks"][0]["rows"][1][0] = {"text": LONG * 2, "rows": 2}
    assert _split(_table(fields)) == [1, 2]


def test_a_task_taller_than_a_page_may_split() -> None:
    assert _split(_table(_of_tasks(lead=[LONG]))) == [1]
    assert _split(_table(_of_tasks(lead=["Văn phòng Sở"]))) == []


def test_a_cell_style_restyled_in_word_stays_and_its_size_decides_the_widths() -> None:
    """Cells say nothing of their looks, so that the template's style is what Word shows."""
    parts = read_parts(template_for("report").read_bytes())
    root = etree.fromstring(parts["word/styles.xml"])
    (size,) = root.xpath("//w:style[w:name/@w:val='Bảng - ô']/w:rPr/w:sz", namespaces=NAMESPACES)
    size.set(qualified("w:val"), "32")
    template = write_parts({**parts, "word/styles.xml": etree.tostring(root)})
    source = document(**_of_data(["STT", "Nội dung"], ["15/KH-SGDĐT", "việc"], widths=[1, 9]))
    made = rendered(source, template=template)
    assert b'w:val="32"' in made["word/styles.xml"]
    column = next(next(main_part(made).iter(qualified("w:tblStyle"))).iterancestors(qualified("w:tbl")))
    assert _widths(column)[0] > text_width("15/KH-SGDĐT", 16)
    assert not list(column.iter(qualified("w:sz"), qualified("w:jc")))


_BARE = st.lists(st.text("aăbcdđ15/-KH.", min_size=1, max_size=30), max_size=200).map(" ".join)
_FORMS = st.builds(CellForm, st.sampled_from([CELL, HEADING]), st.sampled_from([None, "center"]), st.booleans())


@st.composite
def _even_grids(draw: st.DrawFn) -> Grid:
    count = draw(st.integers(1, 7))
    forms = draw(st.lists(st.tuples(*[_FORMS] * count), min_size=1, max_size=2))
    rows = draw(st.lists(st.builds(EvenRow, st.tuples(*[_BARE] * count), st.sampled_from(forms)), max_size=8))
    shares = draw(st.tuples(*[st.floats(0.5, 9)] * count))
    return Grid(shares, tuple(rows), draw(st.integers(0, 2)), free_widths=draw(st.booleans()))


@given(_even_grids(), st.booleans(), st.booleans())
def test_even_rows_are_printed_as_the_cells_that_they_stand_for(grid: Grid, landscape: bool, keeps_end: bool) -> None:
    rows = tuple(row.cells() for row in grid.rows if isinstance(row, EvenRow))
    cells = Grid(grid.widths, rows, grid.heading_rows, free_widths=grid.free_widths)
    tables = Tables(compile_template(template_for("report").read_bytes()))
    even, whole = (tables.block(one, landscape=landscape, keeps_end=keeps_end) for one in (grid, cells))
    assert even.pieces == whole.pieces
