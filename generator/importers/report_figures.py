"""A figure of a form as reports write it: its value in the measure of the form, or why it is not sure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.diagnostics import Diagnostic, Place, error, warning
from generator.model.progress import FormFigure
from generator.registers.statistics import FormRow
from generator.vietnamese.label_words import in_full
from generator.vietnamese.numbers import format_number, parse_number
from generator.vietnamese.unicode import fold

_ABSENT: Final = frozenset({"-", "–", "—", "…", "..."})
_NONE: Final = "không phát sinh"
_EXPECTED: Final = "một số, «-» hoặc «không phát sinh»"
_SPACED: Final = re.compile(r"(?<=\d) (?=\d{3}\b)")
_MONEY: Final = re.compile(
    r"(?<![^\W\d_])(?:(?P<scale>tỷ|triệu|tr|trăm triệu|nghìn|ngàn|1000|1\.000)\.?\s*(?:đồng|đ|vnđ|vnd)"
    r"|(?P<short>trđ|tỷ|triệu)|(?P<single>đồng|vnđ|vnd|đ))(?![^\W_])"
)
_BRACKETS: Final = re.compile(r"\(([^()]*)\)")
_SCALES: Final = {
    "tỷ": Decimal(10**9), "trăm triệu": Decimal(10**8), "triệu": Decimal(10**6), "tr": Decimal(10**6),
    "trđ": Decimal(10**6), "nghìn": Decimal(1000), "ngàn": Decimal(1000), "1000": Decimal(1000), "1.000": Decimal(1000),
}  # fmt: skip
_MANY: Final = {"chục": Decimal(10), "trăm": Decimal(100), "nghìn": Decimal(1000), "ngàn": Decimal(1000),
                "triệu": Decimal(10**6)}  # fmt: skip
_SHARE: Final = re.compile(r"%|phần trăm|tỷ lệ|tỉ lệ")
_FOREIGN: Final = re.compile(r"\d+\.\d{1,2}|\d+\.\d{4,}|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}")
_FOREIGN_COUNT: Final = re.compile(r"\d{1,3}(?:,\d{3})+")
_EITHER_WAY: Final = re.compile(r"\d{1,3}[.,]\d{3}")


@dataclass(frozen=True)
class FigureCell:
    """The cell of a figure with what its table says of the measure."""

    form: int
    row: FormRow
    text: str
    unit: str
    """The cell of the unit of measure; empty where the table has none."""
    around: str
    """Heading of the column, label of the row, and what stands above the table: there a measure of money may stand."""
    place: Place


def is_foreign(cells: Iterable[FigureCell]) -> bool:
    """Tell whether a report writes numbers in the English way, 1,250 and 13.89: then 5,082 may be either."""
    return any(_is_foreign(one) for one in cells)


def _is_foreign(cell: FigureCell) -> bool:
    number = cell.text.rstrip("% ")
    counted = cell.row.kind == "count" and _FOREIGN_COUNT.fullmatch(number)
    return bool(counted or _FOREIGN.fullmatch(number))


def figure_of(cell: FigureCell, *, foreign: bool = False) -> tuple[FormFigure | None, tuple[Diagnostic, ...]]:
    """Return the figure of a cell in the measure of the form; none, and why, where it is not sure.

    A measure that differs only by tens is converted, and told; ``foreign`` is what ``is_foreign`` says of the report.
    """
    text = cell.text.strip().rstrip(".") if fold(cell.text).startswith(_NONE) else cell.text.strip()
    if fold(text) == _NONE or text in _ABSENT:
        absent = "none" if fold(text) == _NONE else "unknown"
        return FormFigure(form=cell.form, code=cell.row.code, absent=absent), ()
    answers = {fold(answer): Decimal(code) for answer, code in cell.row.choices.items()}
    if fold(text) in answers:
        return FormFigure(form=cell.form, code=cell.row.code, value=answers[fold(text)]), ()
    number = _number(cell.row, text)
    if number is None:
        return None, (error("không đọc được số liệu", cell.place, found=f"«{text}»", expected=_EXPECTED),)
    if foreign and cell.row.kind in ("percent", "money") and _EITHER_WAY.fullmatch(text.rstrip("% ")):
        message = "không rõ dấu ngăn cách: báo cáo còn có số viết theo cách 1,250 và 13.89"
        expected = "số viết theo cách Việt Nam: 1.250; 13,89"
        return None, (error(message, cell.place, found=f"«{text}»", expected=expected),)
    return _measured(cell, text, number)


def _number(row: FormRow, text: str) -> Decimal | None:
    if row.kind == "percent":
        text = text.rstrip("% ")
    elif row.kind == "money":
        text = _MONEY.sub("", fold(text)).strip()
    return parse_number(_SPACED.sub(".", text))


def _measured(cell: FigureCell, text: str, number: Decimal) -> tuple[FormFigure | None, tuple[Diagnostic, ...]]:
    factor = _factor(cell, text)
    value = number * factor if factor is not None else None
    if value is None or (cell.row.kind == "count" and factor != 1 and value != value.to_integral_value()):
        shown = cell.unit or text
        message = "đơn vị tính khác với biểu mẫu, không lấy số liệu"
        return None, (error(message, cell.place, found=f"«{text}» ({shown})", expected=cell.row.unit),)
    figure = FormFigure(form=cell.form, code=cell.row.code, value=value)
    if factor == 1:
        return figure, ()
    found, expected = f"«{text}» ({cell.unit or cell.around})", f"{format_number(value)} {fold(cell.row.unit or '')}"
    return figure, (warning("số liệu ghi theo đơn vị tính khác, đã đổi", cell.place, found=found, expected=expected),)


def _factor(cell: FigureCell, text: str) -> Decimal | None:
    """Return by what a number is to be multiplied for the measure of the form; None where the measures differ."""
    told, meant = fold(cell.unit), fold(cell.row.unit or "")
    if cell.row.kind == "money":
        return _factor_of_money(cell, text)
    if cell.row.kind == "percent":
        return Decimal(1) if not told or _SHARE.search(told) else None
    if cell.row.kind == "choice" or not told or told == meant:
        return Decimal(1)
    if _SHARE.search(told):
        return None
    many = [word for word in in_full(told).split() if word in _MANY and word not in in_full(meant).split()]
    return _MANY[many[0]] if len(many) == 1 else None if many else Decimal(1)


def _factor_of_money(cell: FigureCell, text: str) -> Decimal | None:
    meant = money_scale(cell.row.unit or "")
    told = {one for one in map(money_scale, (cell.unit, text, *_BRACKETS.findall(cell.around))) if one}
    unknown = (
        bool(cell.unit.strip()) and money_scale(cell.unit) is None and fold(cell.unit) != fold(cell.row.unit or "")
    )
    if unknown or len(told) > 1 or meant is None:
        return None
    return told.pop() / meant if told else Decimal(1)


def money_scale(text: str) -> Decimal | None:
    """Return how many đồng a measure of money is: 1.000.000 for «Triệu đồng»; None where the words name none."""
    match = _MONEY.search(fold(text).replace("tỉ", "tỷ"))
    if match is None:
        return None
    return _SCALES[match["scale"] or match["short"]] if not match["single"] else Decimal(1)
