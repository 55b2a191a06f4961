"""The sheets of the statistical forms read into plain figures; words in the place of a number are a fault."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from generator.registers.statistics import FormRow, StatisticalForm, StatisticalForms
from generator.spelling import suggestion, unmarked
from generator.vietnamese.numbers import parse_number
from generator.workbook.cell_forms import CODE, FIGURE, NotReadError
from generator.workbook.places import At, Findings
from generator.workbook.progress import layout
from generator.workbook.progress.pages import Pages, Told, visible
from generator.workbook.rows import Row, shown

_TITLES: Final = (*(title for title, _ in layout.FORM_COLUMNS), *layout.COMPARED)
_OPTIONAL: Final = (layout.LABEL, layout.MEASURE, layout.NOTE, *layout.COMPARED)
_UNKNOWN: Final = frozenset("-–—…")
_SIGNS: Final = 15
"""Digits that a spreadsheet keeps of a number; further ones are noise."""
_NAMED: Final = 8

FigureCells = dict[tuple[int, str], At]
"""The cell of the figure of each row, by form and code."""


def read_forms(pages: Pages, told: Told, findings: Findings, forms: StatisticalForms) -> FigureCells:
    """Read the figures of every form, whatever the order of its rows; return where they stand."""
    found: FigureCells = {}
    for form in forms.forms:
        rows = pages.rows(layout.form_sheet(form.form), _TITLES, _OPTIONAL, computed=(layout.FIGURE,))
        own = _by_code(rows, form, findings)
        strange = [row for row in rows if _is_strange(row, form)]
        for code, cells in own.items():
            found[form.form, code] = cells.at(layout.FIGURE)
            _add(forms, form, form.row(code), cells, pages, told, findings)
        missing = [row.code for row in form.rows if row.code not in own]
        if rows and len(missing) > len(strange):
            named = ", ".join(missing[:_NAMED])
            hint = "lấy lại trang này từ biểu mà «vanban new» đã tạo"
            findings.error(At(rows[0].sheet), f"thiếu {len(missing)} dòng: {named}", hint=hint)
    return found


def _is_strange(row: Row, form: StatisticalForm) -> bool:
    """Tell whether a row has a code that the form lacks: it stands for one that is missing, and was told."""
    code = CODE.read(visible(row[layout.ROW_CODE]))
    return bool(code) and not form.has(code)


def _by_code(rows: list[Row], form: StatisticalForm, findings: Findings) -> dict[str, Row]:
    """Return the rows by their codes; a fault for one that the form lacks, or has above."""
    known = {row.code: row for row in form.rows}
    found: dict[str, Row] = {}
    for row in rows:
        at, code = row.at(layout.ROW_CODE), CODE.read(visible(row[layout.ROW_CODE]))
        if code in found:
            findings.error(at, f"dòng «{code}» đã có ở hàng {found[code].number}", hint="bỏ một trong hai")
        elif code in known:
            found[code] = row
        elif code:
            hint = suggestion(code, known)
            findings.error(at, f"biểu mẫu {form.form} không có dòng này", found=f"«{shown(code)}»", hint=hint)
        elif row[layout.FIGURE]:
            findings.error(at, "hàng có số liệu mà không có STT", hint="ghi STT của dòng, hoặc xóa hàng")
    return found


def _add(
    forms: StatisticalForms,
    form: StatisticalForm,
    row: FormRow,
    cells: Row,
    pages: Pages,
    told: Told,
    findings: Findings,
) -> None:
    at = cells.at(layout.FIGURE)
    values: dict[str, Any] = {}
    has_formula = (at.row, at.column) in pages.formulas(at.sheet)
    if has_formula and not (row.is_computed or layout.is_counted(forms, form, row)):
        pages.tell_formula(at)
        has_formula = False
    if cells[layout.FIGURE] and not has_formula and not findings.is_spoilt(at):
        values = _figure(row, cells[layout.FIGURE], pages.number(at), at, findings)
    if cells[layout.NOTE]:
        values["note"] = cells[layout.NOTE]
    if values:
        places = {"value": at, "absent": at, "note": cells.at(layout.NOTE)}
        told.add("figures", {"form": form.form, "code": row.code, **values}, places, at)


def _figure(row: FormRow, text: str, stored: str | None, at: At, findings: Findings) -> dict[str, Any]:
    """Return value or mark of a cell; empty, with a fault, for words that are neither."""
    words = visible(text)
    if words and set(words) <= _UNKNOWN:
        return {"absent": "unknown"}
    if unmarked(words) == unmarked(layout.NONE_MARK):
        return {"absent": "none"}
    answers = {unmarked(answer): code for answer, code in row.choices.items()}
    if unmarked(words) in answers:
        return {"value": Decimal(answers[unmarked(words)])}
    try:
        return {"value": _number(row, words, stored)}
    except NotReadError as fault:
        _tell(row, text, at, fault, findings)
        return {}


def _number(row: FormRow, words: str, stored: str | None) -> Decimal:
    """Return the number of a cell: of one that holds a number what it holds, not what its format shows."""
    if stored is not None and parse_number(words) is not None:
        return Decimal(f"{Decimal(stored):.{_SIGNS}g}")
    bare = words.removesuffix("%").rstrip() if row.kind == "percent" else words
    return Decimal(str(FIGURE.read(bare)))


def _tell(row: FormRow, text: str, at: At, fault: NotReadError, findings: Findings) -> None:
    message, expected = fault.message, fault.expected
    if row.choices:
        message, expected = "không có trong danh sách trả lời", "một trong: " + _quoted(row.choices)
    marks = f"chưa có số liệu: «{layout.UNKNOWN_MARK}»; không có việc: «{layout.NONE_MARK}»"
    findings.error(at, message, found=f"«{shown(text)}»", expected=f"{expected}; {marks}", hint=fault.hint)


def _quoted(answers: Mapping[str, int]) -> str:
    return ", ".join(f"«{answer}»" for answer in answers)
