"""Tables: grid, merged cells, widths, lines, styles by place."""

from __future__ import annotations

from generator.ooxml.formatting.values import CellPlace, FormattedDocument, Table
from tests.ooxml.formatting.word_file import p, r, read, style, texts


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text) if not text.startswith('<') else text}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, properties: str = "", widths: tuple[int, ...] = (1440, 1440)) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def table(xml: str, **parts: str) -> Table:
    return read(xml, **parts).tables[0]


def cell_texts(document: FormattedDocument, number: int = 1) -> list[list[str]]:
    rows = document.tables[number - 1].rows
    joined = (["|".join(document.paragraph(one).text for one in cell.paragraphs) for cell in row.cells] for row in rows)
    return list(joined)


def test_cells_stand_on_their_grid_columns() -> None:
    found = read(tbl(tr(tc("a", '<w:gridSpan w:val="2"/>'), tc("b")), tr(tc("c"), tc("d"), tc("e")), widths=(720,) * 3))
    assert cell_texts(found) == [["a", "b"], ["c", "d", "e"]]
    assert found.paragraph(2).cell == CellPlace(1, 1, 3, 1)
    assert found.paragraph(1).cell == CellPlace(1, 1, 1, 2)


def test_cells_merged_downwards_are_one() -> None:
    rows = tr(tc("a", '<w:vMerge w:val="restart"/>'), tc("b")), tr(tc("", "<w:vMerge/>"), tc("c")), tr(tc("d"), tc("e"))
    found = read(tbl(*rows))
    assert cell_texts(found) == [["a", "b"], ["c"], ["d", "e"]]
    assert [cell.rows for row in found.tables[0].rows for cell in row.cells] == [2, 1, 1, 1, 1]


def test_words_in_a_cell_merged_into_another_are_named() -> None:
    rows = tr(tc("a", '<w:vMerge w:val="restart"/>')), tr(tc("khuất", "<w:vMerge/>"))
    assert read(tbl(*rows)).remarks == ("bỏ chữ nằm khuất trong ô gộp: «khuất»",)


def test_a_merge_that_continues_nothing_is_a_cell() -> None:
    assert cell_texts(read(tbl(tr(tc("a", "<w:vMerge/>"))))) == [["a"]]


def test_legacy_merges_to_the_right_are_one_cell() -> None:
    cells = tc("a", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("b")
    found = table(tbl(tr(*cells), widths=(720,) * 3))
    assert [(cell.column, cell.columns) for cell in found.rows[0].cells] == [(1, 2), (3, 1)]


def test_rows_may_begin_behind_the_first_column() -> None:
    assert table(tbl(tr(tc("a"), properties='<w:gridBefore w:val="1"/>'))).rows[0].cells[0].column == 2


def test_rows_inside_content_controls_and_deleted_ones() -> None:
    rows = f"<w:sdt><w:sdtContent>{tr(tc('a'))}</w:sdtContent></w:sdt>", tr(tc("xóa"), properties="<w:del/>")
    found = read(tbl(*rows))
    assert cell_texts(found) == [["a"]]
    assert found.remarks == ("bỏ hàng đã xóa khi theo dõi thay đổi: «xóa»",)


def test_nested_tables_have_numbers_of_their_own_and_belong_to_the_cell() -> None:
    found = read(tbl(tr(tc(p("a") + tbl(tr(tc("trong"))) + p("b")))))
    assert texts(found) == ["a", "trong", "b"]
    assert [one.cell and one.cell.table for one in found.paragraphs] == [1, 2, 1]
    assert (found.tables[0].rows[0].cells[0].paragraphs, found.tables[1].inside) == ((1, 2, 3), 1)


def test_widths_come_from_the_grid_or_the_cells() -> None:
    assert [round(one, 1) for one in table(tbl(tr(tc("a"), tc("b")))).widths] == [25.4, 25.4]
    told = table(tbl(tr(tc("a", '<w:tcW w:w="720" w:type="dxa"/>')), widths=()))
    assert [round(one, 1) for one in told.widths] == [12.7]
    assert round(told.rows[0].cells[0].width, 1) == 12.7


def test_place_padding_and_alignment() -> None:
    margins = '<w:tblCellMar><w:left w:w="57" w:type="dxa"/></w:tblCellMar>'
    found = table(tbl(tr(tc("a")), properties=f'<w:tblInd w:w="567" w:type="dxa"/>{margins}'))
    assert tuple(round(one, 2) for one in found.padding) == (1.01, 1.9)
    assert round(found.left, 1) == round(10.0 - 1.005, 1)
    modern = '<w:compat><w:compatSetting w:name="compatibilityMode" w:val="15"/></w:compat>'
    assert round(table(tbl(tr(tc("a"))), settings=modern).left, 1) == 0.0
    centred = table(tbl(tr(tc("a"), tc("b")), properties='<w:jc w:val="center"/>'))
    assert (centred.alignment, round(centred.left, 1)) == ("center", round((6.5 * 25.4 - 50.8) / 2, 1))


def test_rows_tell_heading_height_and_splitting() -> None:
    row = table(tbl(tr(tc("a"), properties='<w:cantSplit/><w:trHeight w:val="567"/><w:tblHeader/>'))).rows[0]
    assert (row.is_heading, row.may_split, round(row.height or 0)) == (True, False, 10)


LINES = "".join(
    f'<w:{edge} w:val="single" w:sz="4"/>' for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def edges(xml: str, **parts: str) -> list[tuple[bool, ...]]:
    return [cell.borders for row in table(xml, **parts).rows for cell in row.cells]


def test_lines_of_the_table_and_none_without() -> None:
    assert edges(tbl(tr(tc("a"), tc("b")), properties=f"<w:tblBorders>{LINES}</w:tblBorders>")) == [(True,) * 4] * 2
    assert edges(tbl(tr(tc("a")))) == [(False,) * 4]


def test_inner_lines_are_apart_from_the_outer_ones() -> None:
    inner = '<w:tblBorders><w:insideV w:val="single"/><w:top w:val="nil"/></w:tblBorders>'
    assert edges(tbl(tr(tc("a"), tc("b")), properties=inner)) == [
        (False, True, False, False), (False, False, False, True)
    ]  # fmt: skip


def test_a_line_that_either_neighbour_draws_is_drawn() -> None:
    right = '<w:tcBorders><w:right w:val="single"/></w:tcBorders>'
    assert edges(tbl(tr(tc("a", right), tc("b")))) == [(False, True, False, False), (False, False, False, True)]


def test_a_cell_takes_away_the_lines_of_the_style() -> None:
    styles = style("T", f"<w:tblPr><w:tblBorders>{LINES}</w:tblBorders></w:tblPr>", "table")
    nothing = (
        "<w:tcBorders>"
        + "".join(f'<w:{one} w:val="nil"/>' for one in ("top", "left", "bottom", "right"))
        + "</w:tcBorders>"
    )
    properties = '<w:tblStyle w:val="T"/>'
    assert edges(tbl(tr(tc("a")), properties=properties), styles=styles) == [(True,) * 4]
    assert edges(tbl(tr(tc("a", nothing)), properties=properties), styles=styles) == [(False,) * 4]


BANDED = style(
    "T",
    '<w:rPr><w:sz w:val="24"/></w:rPr>'
    '<w:tblStylePr w:type="firstRow"><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr>'
    '<w:tcPr><w:shd w:val="clear" w:fill="D9D9D9"/></w:tcPr></w:tblStylePr>'
    '<w:tblStylePr w:type="band2Horz"><w:rPr><w:i/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="firstCol"><w:rPr><w:caps/></w:rPr></w:tblStylePr>',
    "table",
)


def test_a_table_style_formats_by_place() -> None:
    rows = tr(tc("a"), tc("b")), tr(tc("c"), tc("d")), tr(tc("e"), tc("f"))
    found = read(tbl(*rows, properties='<w:tblStyle w:val="T"/><w:tblLook w:val="00A0"/>'), styles=BANDED)
    runs = [one.runs[0] for one in found.paragraphs]
    assert [run.bold for run in runs] == [True, True, False, False, False, False]
    assert [run.italic for run in runs] == [False, False, False, False, True, True]
    assert [run.caps for run in runs] == [True, False] * 3
    assert {run.size for run in runs} == {12.0}
    assert [one.alignment for one in found.paragraphs][:3] == ["center", "center", "left"]
    assert [cell.shaded for row in found.tables[0].rows for cell in row.cells] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]


def test_paragraph_styles_and_direct_properties_count_more_than_the_table_style() -> None:
    styles = BANDED + style("P", '<w:rPr><w:sz w:val="28"/></w:rPr>')
    row = tr(tc(p("a", pStyle="P")), tc(p(r("b", '<w:sz w:val="20"/>'))))
    found = read(tbl(row, properties='<w:tblStyle w:val="T"/>'), styles=styles)
    assert [one.runs[0].size for one in found.paragraphs] == [14.0, 10.0]


def test_a_table_without_rows_is_none() -> None:
    assert read(tbl()).tables == ()
