"""The workbook as an .xlsx file: sheets, lists to choose from, notes, print settings; same content, same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import absolute_coordinate, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.readiness import placeholder
from generator.workbook import cell_forms, levels
from generator.workbook.blocks import block_kind
from generator.workbook.content import Content
from generator.workbook.fixed import escaped, same_bytes
from generator.workbook.forms import (
    BODY,
    EXAMPLE,
    FIELD,
    GENERAL,
    LISTS,
    NOTE,
    REST,
    TASKS,
    VALUE,
    Column,
    SheetForm,
    general_rows,
    tables_of,
)  # fmt: skip

AUTHOR: Final = "vanban"


class _GrowingRow(RowDimension):
    """A row whose height is where it starts: it grows with the words that are typed."""

    @property
    def customHeight(self) -> bool:  # noqa: N802
        """Never: a height of the row's own would hide what does not fit."""
        return False


GAP: Final = placeholder("")[:12]
"""What the mark of a gap begins with."""
UNITS: Final = "Đơn vị"
LAYOUTS: Final = "Mẫu bảng"
"""The list of table layouts, for the lines «in nhiệm vụ»."""
OTHER_NAMES: Final = "Tên khác của đơn vị"
REST_TITLES: Final = ("Chỗ", "Dấu", "Giá trị")
_LISTED: Final[Mapping[str, tuple[str, ...]]] = {
    "Loại văn bản": cell_forms.KIND.choices,
    "Mức độ khẩn": cell_forms.URGENCY.choices,
    "Loại văn bản được dẫn": (
        "Hiến pháp", "Luật", "Pháp lệnh", "Nghị quyết", "Nghị định", "Quyết định", "Chỉ thị", "Thông tư", "Kế hoạch",
        "Chương trình", "Kết luận", "Công văn",
    ),
    "Phép so sánh": cell_forms.COMPARATOR.choices,
    "Có, không": cell_forms.FLAG.choices,
    "Nhóm nơi nhận": cell_forms.RECIPIENT_GROUP.choices,
    "Cấp của dòng": levels.words(),
}  # fmt: skip
_STRICT: Final = frozenset(_LISTED) - {"Loại văn bản được dẫn", "Cấp của dòng"}
"""Lists of which nothing else may stand in a cell."""
_ROOM: Final = 150
"""Rows below the last one that are formatted for more."""
_CHUNK: Final = 30_000
_INDENT: Final = 4
_BOLD = 0.7
"""What part of its width a column has for a heading, whose bold words are not parted."""
_PROSE = 1.25
"""How many letters of running text a column holds for one of its width, which counts digits."""
_GENERAL_WIDTHS: Final = (28, 60, 60)
_TASK_PAGES: Final = 2
"""So many pages side by side show the many columns of the tasks at a size that can be read."""
_LINE_HEIGHT: Final = 15.0
_HIGHEST: Final = 405.0
"""Points; a row may not be higher."""

_FONT = "Times New Roman"
_HEAD = PatternFill("solid", fgColor="DCE6F1")
_GREY = PatternFill("solid", fgColor="EDEDED")
_OPEN = PatternFill("solid", bgColor="FFF2CC", fgColor="FFF2CC")
_LINE = Side("thin", color="BFBFBF")
_BORDER = Border(_LINE, _LINE, _LINE, _LINE)
_TOP = Alignment(vertical="top", wrap_text=True)
_CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)


def workbook_bytes(content: Content, units: Sequence[str] = (), other_names: Sequence[str] = ()) -> bytes:
    """Return the .xlsx of a content; ``units`` are offered where a unit is asked for, with other names they go by."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = AUTHOR
    layouts = tuple(content.layouts.names.values())
    lists = {**_LISTED, **({LAYOUTS: layouts} if layouts else {}), **({UNITS: tuple(units)} if units else {})}
    places = _list_places(lists)
    _draw_general(book.create_sheet(GENERAL), content, places)
    for table in tables_of(content.kind):
        _draw_table(book.create_sheet(table.name), table, [row.texts for row in content.rows[table.name]], places)
    _draw_lists(book.create_sheet(LISTS), {**lists, **({OTHER_NAMES: tuple(other_names)} if other_names else {})})
    _draw_rest(book.create_sheet(REST), content)
    stream = BytesIO()
    book.save(stream)
    return same_bytes(stream.getvalue())


def _draw_general(sheet: Worksheet, content: Content, places: Mapping[str, str]) -> None:
    _head(sheet, (FIELD, VALUE, NOTE), _GENERAL_WIDTHS)
    for number, column in enumerate(general_rows(content.kind), start=2):
        text = content.general.get(column.title, ("", None))[0]
        example = f" {EXAMPLE}: {column.example}" if column.example else ""
        told = f"{column.note}{example}".strip()
        for place, words in enumerate((column.title, text, told), start=1):
            _text(sheet.cell(number, place), words, fill=_HEAD if place == 1 else _GREY if place == 3 else None)
        sheet.cell(number, 1).font = Font(_FONT, 11, bold=True)
        if column.list_name in places:
            _offer(sheet, column, f"B{number}", places)
        _heighten(sheet, number, text, _GENERAL_WIDTHS[1])
        _heighten(sheet, number, told, _GENERAL_WIDTHS[2] * _PROSE)
    _print(sheet)


def _draw_table(
    sheet: Worksheet, table: SheetForm, rows: Sequence[Mapping[str, str]], places: Mapping[str, str]
) -> None:
    """Draw headings with notes, the example row, the rows, and room for more."""
    _head(sheet, [column.title for column in table.columns], [column.width for column in table.columns])
    last = len(rows) + 2 + _ROOM
    for place, column in enumerate(table.columns, start=1):
        _heighten(sheet, 1, column.title, column.width * _BOLD)
        note = f"{column.note}\n{EXAMPLE}: {column.example}" if column.example else column.note
        if note:
            sheet.cell(1, place).comment = _note(note)
        _text(sheet.cell(2, place), column.example, fill=_GREY, italic=True)
        for number, texts in enumerate(rows, start=3):
            _text(sheet.cell(number, place), texts.get(column.title, ""))
            if table is BODY and place > 1:
                _indent(sheet.cell(number, place), texts)
        letter = get_column_letter(place)
        for number in range(len(rows) + 3, last + 1):
            _text(sheet.cell(number, place), "").border = Border()
        _fit(sheet, place, column.width, [{column.title: column.example}, *rows], column.title)
        if column.list_name in places:
            _offer(sheet, column, f"{letter}3:{letter}{last}", places)
    _offer_layouts(sheet, table, rows, places)
    if table is BODY:
        _mark_gaps(sheet, f"B3:{get_column_letter(len(table.columns))}{last}")
    first = sheet.cell(2, 1)
    _text(first, EXAMPLE if not table.key.path or table.key.path[-1] != "name" else f"{EXAMPLE}: {table.key.example}",
          fill=_GREY, italic=True)  # fmt: skip
    first.comment = _note("Hàng ví dụ, không được đọc. Có thể xóa.")
    sheet.freeze_panes = "B2"
    _frame_filled(sheet, len(rows) + 3, last, get_column_letter(len(table.columns)))
    _print(sheet, pages=_TASK_PAGES if table is TASKS else 1)


def _offer_layouts(
    sheet: Worksheet, table: SheetForm, rows: Sequence[Mapping[str, str]], places: Mapping[str, str]
) -> None:
    """Offer the names of the table layouts in the lines that print the tasks."""
    if table is not BODY or LAYOUTS not in places:
        return
    column = replace(BODY.columns[-1], list_name=LAYOUTS)
    for number in (place for place, texts in enumerate(rows, start=3) if _prints_tasks(texts)):
        _offer(sheet, column, f"{get_column_letter(len(BODY.columns))}{number}", places)


def _mark_gaps(sheet: Worksheet, cells: str) -> None:
    """Colour the cells that are still to be written, as long as their mark stands in them."""
    formula = f'LEFT({cells.partition(":")[0]},{len(GAP)})="{GAP}"'
    rule = Rule("expression", formula=[formula], dxf=DifferentialStyle(fill=_OPEN))
    sheet.conditional_formatting.add(cells, rule)


def _frame_filled(sheet: Worksheet, first: int, last: int, column: str) -> None:
    """Draw the lines of a row that has room once words stand in it: rows with lines are printed, empty or not."""
    rule = Rule("expression", formula=[f"COUNTA($A{first}:${column}{first})>0"], dxf=DifferentialStyle(border=_BORDER))
    sheet.conditional_formatting.add(f"A{first}:{column}{last}", rule)


def _prints_tasks(texts: Mapping[str, str]) -> bool:
    return block_kind(levels.Level.of(texts.get(BODY.key.title, "")).word) == "tasks"


def _fit(sheet: Worksheet, place: int, width: float, rows: Iterable[Mapping[str, str]], title: str) -> None:
    """Make rows as high as their longest cell needs: not every program does so when it opens a file."""
    for number, texts in enumerate(rows, start=2):
        _heighten(sheet, number, texts.get(title, ""), width)


def _heighten(sheet: Worksheet, number: int, text: str, width: float) -> None:
    letters = max(1, int(width) - 1)
    lines = sum(max(1, -(-len(line) // letters)) for line in text.split("\n"))
    before = sheet.row_dimensions[number].height or 0
    height = max(before, min(_HIGHEST, lines * _LINE_HEIGHT))
    sheet.row_dimensions[number] = _GrowingRow(sheet, index=number, ht=height)


def _indent(cell: Cell | MergedCell, texts: Mapping[str, str]) -> None:
    """Show how deep a line stands; what is read is its level."""
    numbering = levels.Level.of(texts.get(BODY.key.title, "")).numbering
    if numbering is not None and (depth := max(0, int(levels.RANKS[numbering]) - _INDENT)):
        cell.alignment = Alignment(vertical="top", wrap_text=True, indent=depth)


def _draw_lists(sheet: Worksheet, lists: Mapping[str, Sequence[str]]) -> None:
    _head(sheet, list(lists), [30] * len(lists))
    for place, words in enumerate(lists.values(), start=1):
        for number, word in enumerate(words, start=2):
            _text(sheet.cell(number, place), word)
    _print(sheet)


def _draw_rest(sheet: Worksheet, content: Content) -> None:
    """Draw what has no column; a value longer than a cell goes on in the next ones."""
    _head(sheet, REST_TITLES, (40, 16, 80))
    sheet.cell(1, 1).comment = _note(
        "Không sửa trang này: đây là phần dữ liệu không có cột, để không mất gì khi đọc lại."
    )
    for number, kept in enumerate(content.kept, start=2):
        path, mark, value = kept.cells()
        pieces = [value[start : start + _CHUNK] for start in range(0, len(value), _CHUNK)] or [""]
        for place, words in enumerate((path, mark, *pieces), start=1):
            _text(sheet.cell(number, place), words, fill=_GREY)
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    _print(sheet)


def _list_places(lists: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return where each list stands, as a formula names it."""
    places = {}
    for place, (name, words) in enumerate(lists.items(), start=1):
        letter = get_column_letter(place)
        last = len(words) + 1 + (_ROOM if name == UNITS else 0)
        places[name] = f"{quote_sheetname(LISTS)}!{absolute_coordinate(f'{letter}2:{letter}{last}')}"
    return places


def _offer(sheet: Worksheet, column: Column, cells: str, places: Mapping[str, str]) -> None:
    name = column.list_name or ""
    rule = DataValidation("list", formula1=f"={places[name]}", allow_blank=True, showErrorMessage=name in _STRICT)
    rule.errorTitle, rule.error = column.title, "Hãy chọn trong danh sách."
    rule.add(cells)
    sheet.add_data_validation(rule)


def _head(sheet: Worksheet, titles: Iterable[str], widths: Sequence[float]) -> None:
    for place, title in enumerate(titles, start=1):
        cell = sheet.cell(1, place)
        _text(cell, title, fill=_HEAD)
        cell.font, cell.alignment = Font(_FONT, 11, bold=True), _CENTRED
        sheet.column_dimensions[get_column_letter(place)].width = widths[place - 1]
    sheet.freeze_panes = "A2"


def _text(cell: Cell | MergedCell, words: str, *, fill: PatternFill | None = None, italic: bool = False) -> Any:
    """Set a cell of text, return it: no sign at its beginning makes a formula of it, no number is typed anew."""
    if words and isinstance(cell, Cell):
        cell.value = escaped(words)
        cell.data_type = "s"
    cell.number_format = "@"
    cell.alignment, cell.border = _TOP, _BORDER
    cell.font = Font(_FONT, 11, italic=italic, color="7F7F7F" if italic else None)
    if fill:
        cell.fill = fill
    return cell


def _note(text: str) -> Comment:
    note = Comment(text, AUTHOR)
    note.width, note.height = 320, 40 + 18 * (len(text) // 42 + 1)
    return note


def _print(sheet: Worksheet, pages: int = 1) -> None:
    """Print what is filled on A4 sheets across, as wide as so many pages, headings and first column on each."""
    setup: Any = sheet.page_setup
    setup.orientation, setup.paperSize = "landscape", 9
    setup.fitToWidth, setup.fitToHeight = pages, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    if pages > 1:
        sheet.print_title_cols = "A:A"
    for side in ("left", "right", "top", "bottom"):
        setattr(sheet.page_margins, side, 0.5)
    footer: Any = sheet.oddFooter
    footer.center.text = "&A - trang &P/&N"
