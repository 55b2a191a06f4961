"""The coverage of a higher plan as an .xlsx: points against units, what is missing, left out, to be decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.plan import Target
from generator.model.target_wording import goal
from generator.registers.units import Unit
from generator.transform.coverage import COUNTED, Coverage, Covered, Line, Status
from generator.transform.points import PointKind
from generator.vietnamese.marks import plain
from generator.workbook.fixed import escaped, same_bytes

_FONT: Final = "Times New Roman"
_AUTHOR: Final = "vanban"
_HEAD: Final = PatternFill("solid", fgColor="DCE6F1")
_FILLS: Final = {
    status.value: PatternFill("solid", fgColor=colour)
    for status, colour in {
        Status.LEAD: "C6E0B4",
        Status.SUPPORT: "DDEBF7",
        Status.MISSING: "F8CBAD",
        Status.UNCLEAR: "FFE699",
        Status.SKIPPED: "EDEDED",
        Status.OWN: "EDEDED",
    }.items()
}
_LINE: Final = Side("thin", color="BFBFBF")
_BORDER: Final = Border(_LINE, _LINE, _LINE, _LINE)
_TOP: Final = Alignment(vertical="top", wrap_text=True)
_MIDDLE: Final = Alignment(horizontal="center", vertical="top", wrap_text=True)
_UPRIGHT: Final = Alignment(horizontal="center", vertical="bottom", text_rotation=90, wrap_text=True)
_LINE_HEIGHT: Final = 15.0
_HIGHEST: Final = 240.0
_SHOWN_UNITS: Final = 5
"""So many units are named; of more their number is told."""
_KINDS: Final = {PointKind.TASK: "Nhiệm vụ", PointKind.TARGET: "Chỉ tiêu", PointKind.PROSE: "Nội dung"}
_POINT_HEADS: Final = ("Văn bản", "Mã, mục", "Thuộc phần", "Nội dung")
_POINT_WIDTHS: Final = (16.0, 12.0, 24.0, 48.0)
_UNIT_WIDTH: Final = 11.0
_FEW_UNITS: Final = 6
"""Of more units the headings stand upright, and the sheet is printed over several pages side by side."""
_UPRIGHT_HEIGHT: Final = 150.0
_PRINTED_SCALE: Final = 60
_CENTRED: Final = frozenset(status.value for status in Status)


def coverage_bytes(coverage: Coverage) -> bytes:
    """Return the .xlsx of a coverage; the same coverage gives the same bytes.

    Sheets: Tổng hợp, Bao phủ (tasks), Chỉ tiêu, Nội dung where there are points of the body, Chưa có, Lược bỏ, Cần
    quyết định.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = _AUTHOR
    _sheet(book, "Tổng hợp", *_summary(coverage))
    _matrix(book, "Bao phủ", coverage, coverage.of(PointKind.TASK))
    _stand_upright(_sheet(book, "Chỉ tiêu", *_targets(coverage), frozen="E2"), len(coverage.members))
    if prose := coverage.of(PointKind.PROSE):
        _matrix(book, "Nội dung", coverage, prose)
    _sheet(book, "Chưa có", *_missing(coverage))
    _sheet(book, "Lược bỏ", *_left_out(coverage))
    _sheet(book, "Cần quyết định", *_decisions(coverage))
    stream = BytesIO()
    book.save(stream)
    return same_bytes(stream.getvalue())


_Rows = tuple[Sequence[str], Sequence[float], Iterable[Sequence[str | int]]]


def _summary(coverage: Coverage) -> _Rows:
    """Return how many tasks and targets are what for each unit, and how many decisions are open."""
    statuses = tuple(Status)
    rows: list[Sequence[str | int]] = []
    tallies = coverage.tallies(*COUNTED)
    for member, tally in zip(coverage.members, tallies, strict=True):
        rows.append((member.unit.name, *(tally[status] for status in statuses), len(member.decisions)))
    totals = [sum(tally[status] for tally in tallies) for status in statuses]
    rows.append(("Cộng", *totals, sum(len(member.decisions) for member in coverage.members)))
    heads = ("Đơn vị", *(f"{status[0].upper()}{status[1:]}" for status in statuses), "Cần quyết định")
    return heads, (44, *(13.0 for _ in statuses), 13), rows


def _point(line: Line) -> tuple[str, str, str, str]:
    return line.document, line.point.id, " › ".join(line.point.path), line.point.text


def _matrix(book: Workbook, title: str, coverage: Coverage, lines: Sequence[Line]) -> None:
    """Add a sheet of points against units."""
    units = [member.unit.name for member in coverage.members]
    rows = ((*_point(line), *(one.status.value for one in line.covered)) for line in lines)
    heads, widths = (*_POINT_HEADS, *units), (*_POINT_WIDTHS, *(_UNIT_WIDTH for _ in units))
    _stand_upright(_sheet(book, title, heads, widths, rows, frozen="E2"), len(units))


def _stand_upright(sheet: Worksheet, units: int) -> None:
    """Set the headings of many units upright; the columns that tell the point are printed on every page."""
    if units <= _FEW_UNITS:
        return
    sheet.row_dimensions[1].height = _UPRIGHT_HEIGHT
    for place in range(len(_POINT_HEADS) + 1, len(_POINT_HEADS) + units + 1):
        sheet.cell(1, place).alignment = Alignment(
            horizontal="center", vertical="bottom", text_rotation=90, wrap_text=True
        )
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=False)
    setup: Any = sheet.page_setup
    setup.scale = _PRINTED_SCALE
    sheet.print_title_cols = f"A:{get_column_letter(len(_POINT_HEADS))}"


def _targets(coverage: Coverage) -> _Rows:
    """Return the targets with the figure of the higher plan, and those of the plans below."""
    units = [member.unit.name for member in coverage.members]
    rows = []
    for line in coverage.of(PointKind.TARGET):
        node = line.point.node
        asked = goal(node) if isinstance(node, Target) else ""
        rows.append((*_point(line)[:2], line.point.text, asked, *(_figure(one, line) for one in line.covered)))
    heads = ("Văn bản", "Mã, mục", "Chỉ tiêu", "Mức cấp trên", *units)
    return heads, (16, 12, 48, 14, *(_UNIT_WIDTH for _ in units)), rows


def _figure(one: Covered, line: Line) -> str:
    target = one.member.targets.get(line.point.id)
    if target is None or one.status not in (Status.LEAD, Status.SUPPORT):
        return one.status.value
    return f"{one.status.value}: {goal(target)}" if target.value is not None else f"{one.status.value}: chưa có mức"


def _missing(coverage: Coverage) -> _Rows:
    """Return tasks and targets that nobody leads, then those that a plan lacks."""
    rows = [(*_point(line), "", "chưa đơn vị nào chủ trì", line.nobody_leads or "") for line in coverage.untaken]
    for line in coverage.of(*COUNTED):
        for one in line.covered:
            if one.status is Status.MISSING:
                rows.append((*_point(line), one.member.unit.name, one.status.value, one.reason))
    return (*_POINT_HEADS, "Đơn vị", "Tình trạng", "Lý do"), (*_POINT_WIDTHS, 32, 18, 52), rows


def _left_out(coverage: Coverage) -> _Rows:
    rows = (
        (one.document, one.point.id, _KINDS[one.point.kind], one.point.text, one.status.value, one.reason,
         _named(one.units, len(coverage.members)))
        for one in coverage.left_out
    )  # fmt: skip
    heads = ("Văn bản", "Mã, mục", "Loại", "Nội dung", "Vai trò", "Lý do", "Đơn vị")
    return heads, (16, 12, 12, 48, 18, 48, 40), rows


def _decisions(coverage: Coverage) -> _Rows:
    rows = (
        (member.unit.name, one.document or "", one.topic.value, one.place, plain(one.found), one.action)
        for member in coverage.members
        for one in member.decisions
    )
    heads = ("Đơn vị", "Văn bản", "Về việc", "Chỗ", "Đang ghi", "Cần làm")
    return heads, (36, 16, 18, 24, 48, 52), rows


def _named(units: Sequence[Unit], members: int) -> str:
    """Return units in words: their names, or how many of all they are."""
    if len(units) <= _SHOWN_UNITS:
        return "; ".join(unit.name for unit in units)
    return f"tất cả {members} đơn vị" if len(units) == members else f"{len(units)} trong {members} đơn vị"


def _sheet(
    book: Workbook,
    title: str,
    heads: Sequence[str],
    widths: Sequence[float],
    rows: Iterable[Sequence[str | int]],
    frozen: str = "A2",
) -> Worksheet:
    """Add a sheet: headings that stay, filters, words that tell a status in their colour."""
    sheet: Worksheet = book.create_sheet(title)
    for place, (head, width) in enumerate(zip(heads, widths, strict=True), start=1):
        cell = sheet.cell(1, place, escaped(head))
        cell.font, cell.fill, cell.border = Font(_FONT, 11, bold=True), _HEAD, _BORDER
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.row_dimensions[1].height = _height(heads, [width * 0.8 for width in widths])
    number = 1
    for number, row in enumerate(rows, start=2):
        _write(sheet, number, row)
        sheet.row_dimensions[number].height = _height([str(value) for value in row], widths)
    sheet.freeze_panes = frozen
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{number}"
    _print(sheet)
    return sheet


_PLAIN: Final = Font(_FONT, 11)
_PALE: Final = Font(_FONT, 11, color="A6A6A6")


def _write(sheet: Worksheet, number: int, row: Sequence[str | int]) -> None:
    for place, value in enumerate(row, start=1):
        cell = sheet.cell(number, place)
        if isinstance(value, int):
            cell.value = value
        elif value:
            cell.value, cell.data_type = escaped(value), "s"
        word = value.partition(":")[0] if isinstance(value, str) else ""
        cell.font, cell.border = _PALE if value == Status.NONE else _PLAIN, _BORDER
        cell.alignment = _MIDDLE if isinstance(value, int) or word in _CENTRED else _TOP
        if word in _FILLS:
            cell.fill = _FILLS[word]


def _height(texts: Sequence[str], widths: Sequence[float]) -> float:
    lines = max(-(-len(text) // max(1, int(width) - 1)) for text, width in zip(texts, widths, strict=True))
    return min(_HIGHEST, max(1, lines) * _LINE_HEIGHT)


def _print(sheet: Worksheet) -> None:
    """Print on A4 sheets across, as wide as the page, the headings on each."""
    setup: Any = sheet.page_setup
    setup.orientation, setup.paperSize = "landscape", 9
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    footer: Any = sheet.oddFooter
    footer.center.text = "&A - trang &P/&N"
