"""The sheets of a workbook found by their names and headings, whatever their order: the words of their cells by column.

Faults: a sheet or column that is missing or unknown, merged cells, formulas without a result, words outside of
the columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from openpyxl.utils import get_column_letter

from generator.diagnostics import Severity
from generator.reading.sheets.xlsx import TypedSheet
from generator.spelling import closest, unmarked
from generator.vietnamese.unicode import nfc
from generator.workbook.drawing import OTHER_NAMES, REST_TITLES, UNITS
from generator.workbook.forms import EXAMPLE, FIELD, GENERAL, LISTS, REST, TABLES, VALUE
from generator.workbook.headings import columns_of, heading_row, tell_stray
from generator.workbook.places import At, Findings
from generator.workbook.rows import Row, shown

NAMES: Final = (GENERAL, *(table.name for table in TABLES), LISTS, REST)
"""The sheets that a workbook may have."""
INVISIBLE: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""Signs of no width, which come along when words are copied from a page of the web."""
INVISIBLE_KEPT: Final = '["#invisible"]'
"""Stands in the sheet of what is kept where the document itself holds such signs."""
_RECALCULATE = "mở tệp bằng Excel, để tính lại rồi lưu; hoặc gõ giá trị vào ô"


@dataclass(frozen=True)
class Table:
    """The cells of a sheet below its headings."""

    rows: tuple[Row, ...]
    heading: Row


def own_sheets(names: Iterable[str]) -> bool:
    """Tell whether sheets of these names are the clerk's form: the general sheet and another one, or three of it."""
    known = {unmarked(name) for name in NAMES} & {unmarked(name) for name in names}
    return len(known) >= 3 or (len(known) == 2 and unmarked(GENERAL) in known)


def named_sheets(sheets: Sequence[TypedSheet], findings: Findings) -> dict[str, TypedSheet]:
    """Return the sheets by the names that they stand for; a fault for each unknown one that has words."""
    known = {unmarked(name): name for name in NAMES}
    found: dict[str, TypedSheet] = {}
    for sheet in sheets:
        if name := known.get(unmarked(sheet.name)):
            found.setdefault(name, sheet)
    for sheet in [one for one in sheets if one not in found.values() and one.cells]:
        meant = closest(sheet.name, [name for name in NAMES if name not in found])
        if meant:
            found[meant] = sheet
        hint = f"ý bạn là «{meant}»? Hãy đổi tên trang" if meant else "xóa trang này hoặc để trong tệp khác"
        findings.error(At(sheet.name), "biểu không có trang này", found=f"«{sheet.name}»", hint=hint)
    return found


def checked(sheets: Mapping[str, TypedSheet], findings: Findings) -> dict[str, TypedSheet]:
    """Return the sheets with composed letters and without signs that nobody sees; tell what is wrong with cells.

    Such signs stay where the document itself has them, which the sheet of what is kept then says.
    """
    for sheet in sheets.values():
        _tell_cells(sheet, findings)
    kept = sheets[REST].cells.values() if REST in sheets else ()
    stays = INVISIBLE_KEPT in kept
    return {name: _composed(sheet, findings, stays=stays or name == REST) for name, sheet in sheets.items()}


def _tell_cells(sheet: TypedSheet, findings: Findings) -> None:
    """Tell of merged cells and formulas; the sheet is read in any case, so that all faults are told at once."""
    for merged in sheet.merges:
        ends = f"{get_column_letter(merged.left)}{merged.top}:{get_column_letter(merged.right)}{merged.bottom}"
        at = At(sheet.name, merged.top, merged.left)
        findings.error(
            at,
            f"các ô {ends} bị gộp",
            expected="mỗi hàng có ô riêng",
            hint="chọn vùng này, bỏ gộp ô, ghi lại từng hàng",
        )
        findings.spoil_range(at, At(sheet.name, merged.bottom, merged.right))
    for row, column, formula in sheet.unstored:
        at = At(sheet.name, row, column)
        findings.error(at, "công thức không có kết quả lưu trong tệp", found=f"«={shown(formula)}»", hint=_RECALCULATE)
        findings.spoil(at)
    for row, column, value in sheet.faulty:
        at = At(sheet.name, row, column)
        findings.error(at, "công thức cho kết quả lỗi", found=f"«{value}»", hint=_RECALCULATE)
        findings.spoil(at)


def _composed(sheet: TypedSheet, findings: Findings, *, stays: bool) -> TypedSheet:
    seen = sheet.cells if stays else {place: INVISIBLE.sub("", text) for place, text in sheet.cells.items()}
    cells = {place: nfc(text) for place, text in seen.items()}
    unknown = {(row, column): f"={formula}" for row, column, formula in sheet.unstored}
    composed = [place for place, text in seen.items() if cells[place] != text]
    cleaned = [place for place, text in sheet.cells.items() if seen[place] != text]
    _tell_first(sheet, composed, "chữ Unicode tổ hợp đổi thành Unicode dựng sẵn", findings)
    _tell_first(sheet, cleaned, "ký tự ẩn (không nhìn thấy) bị bỏ", findings)
    full = {place: text for place, text in (unknown | cells).items() if text.strip()}
    return TypedSheet(sheet.name, full, sheet.merges, sheet.unstored, sheet.faulty)


def _tell_first(sheet: TypedSheet, places: Sequence[tuple[int, int]], what: str, findings: Findings) -> None:
    if places:
        findings.add(At(sheet.name, *min(places)), Severity.HINT, f"{what} (ở {len(places)} ô, từ ô này)")


def table_of(
    sheet: TypedSheet, titles: Sequence[str], findings: Findings, optional: frozenset[str] = frozenset()
) -> Table | None:
    """Return the rows below the headings, the example left out; None, with a fault, for a sheet without headings.

    ``optional`` are titles of columns that a workbook need not have.
    """
    rows = _by_row(sheet)
    heading = heading_row(rows, titles)
    if heading is None:
        listed = ", ".join(f"«{title}»" for title in titles)
        findings.error(At(sheet.name), "không thấy hàng tiêu đề cột", expected=f"một hàng có: {listed}")
        return None
    columns = columns_of(sheet.name, heading, rows, titles, optional, findings)
    tell_stray(sheet.name, rows, heading, set(columns.values()), findings)
    found = []
    for position, number in enumerate(one for one in rows if one > heading):
        texts = {title: rows[number][place] for title, place in columns.items() if place in rows[number]}
        if texts and not (position == 0 and _is_example(texts.get(titles[0], ""))):
            found.append(Row(texts, sheet.name, number, columns))
    return Table(tuple(found), Row({}, sheet.name, heading, columns))


def _by_row(sheet: TypedSheet) -> dict[int, dict[int, str]]:
    rows: dict[int, dict[int, str]] = {}
    for (row, column), text in sorted(sheet.cells.items()):
        rows.setdefault(row, {})[column] = text
    return rows


def _is_example(text: str) -> bool:
    return unmarked(text) == unmarked(EXAMPLE) or unmarked(text).startswith(f"{unmarked(EXAMPLE)}:")


def general_of(
    sheet: TypedSheet, titles: Sequence[str], findings: Findings, others: frozenset[str] = frozenset()
) -> Iterator[tuple[str, tuple[str, At]]]:
    """Yield each field of the general sheet with its words and their cell; a fault for a field that is unknown.

    ``others`` are fields that only other kinds of document have: their rows may stay while they are empty.
    """
    rows = _by_row(sheet)
    heading = heading_row(rows, (FIELD, VALUE))
    if heading is None:
        findings.error(At(sheet.name), "không thấy hàng tiêu đề", expected=f"một hàng có «{FIELD}» và «{VALUE}»")
        return
    places = {unmarked(text): place for place, text in rows[heading].items()}
    field, value = places[unmarked(FIELD)], places[unmarked(VALUE)]
    known = {unmarked(title): title for title in titles}
    foreign = {unmarked(title) for title in others}
    seen: set[str] = set()
    for number in (one for one in rows if one > heading and (field in rows[one] or value in rows[one])):
        label, text = rows[number].get(field, ""), rows[number].get(value, "")
        title = known.get(unmarked(label))
        if title is None and unmarked(label) in foreign:
            if text:
                found = f"«{shown(label)}: {shown(text)}»"
                told = "mẫu của loại văn bản này không có trường này"
                findings.error(At(sheet.name, number, value), told, found=found, hint="xóa ô này")
        elif title is None or title in seen:
            what = "trường này đã có ở trên" if title else "biểu không có trường này"
            meant = None if title else closest(label, titles)
            hint = f"ý bạn là «{meant}»?" if meant else "xóa hàng này"
            findings.error(At(sheet.name, number, field), what, found=f"«{shown(label)}»", hint=hint)
        else:
            seen.add(title)
            yield title, (text, At(sheet.name, number, value))


def kept_rows(sheet: TypedSheet) -> dict[At, tuple[str, str, str]]:
    """Return path, mark and value of each row of what is kept beside."""
    found = {}
    for number, cells in _by_row(sheet).items():
        if unmarked(cells.get(1, "")) != unmarked(REST_TITLES[0]):
            value = "".join(cells[place] for place in sorted(cells) if place > 2)
            found[At(sheet.name, number, 1)] = (cells.get(1, ""), cells.get(2, ""), value)
    return found


def unit_names(sheet: TypedSheet) -> dict[str, str]:
    """Return the names of units that the sheet of lists holds, folded to written; empty when it lists none."""
    rows = _by_row(sheet)
    if not rows:
        return {}
    heading = next(iter(rows.values()))
    columns = [place for place, text in heading.items() if unmarked(text) in (unmarked(UNITS), unmarked(OTHER_NAMES))]
    names = [cells[place] for cells in [*rows.values()][1:] for place in columns if place in cells]
    return {unmarked(name): name for name in names}
