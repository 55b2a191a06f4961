"""Statistical forms of the periodic report: their rows, and the arithmetic that binds the figures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Literal, TypeAlias

from pydantic import Field, model_validator

from generator.errors import DataError
from generator.registers.base import Fault, Line, Record, Register, repeated
from generator.registers.unit import Level
from generator.spelling import suggestion

RowKind: TypeAlias = Literal["group", "count", "percent", "money", "choice"]
"""A heading without figure; a number of things; a share of 100; an amount in triệu đồng; a coded answer."""


class FormRow(Record):
    """One row of a form. The formulas are those that its label says in words."""

    code: Line = Field(title="STT", description="Number of the row within the form: 2.1")
    label: Line = Field(title="Chỉ tiêu thống kê", description="What is counted, as the form prints it")
    kind: RowKind = Field(title="Loại số liệu", description="group, count, percent, money, choice")
    unit: Line | None = Field(None, title="Đơn vị tính", description="Unit as printed: Văn bản, %, Triệu đồng")
    percent_of: tuple[Line, Line] | None = Field(
        None, title="Tỷ lệ của", description="Codes of part and whole; the figure is 100 * part / whole"
    )
    total_of: tuple[Line, ...] = Field((), title="Tổng của", description="Codes of the rows that add up to it")
    at_most: Line | None = Field(None, title="Không vượt quá", description="Code of the row that it cannot exceed")
    choices: dict[Line, int] = Field(
        default_factory=dict, title="Các lựa chọn", description="Answers and their codes: Có is 1"
    )

    @model_validator(mode="after")
    def _fits_its_kind(self) -> FormRow:
        """Refuse what contradicts the kind of the row."""
        if self.percent_of and self.kind != "percent":
            raise ValueError("chỉ dòng loại percent mới có percent_of")
        if bool(self.choices) != (self.kind == "choice"):
            raise ValueError("dòng loại choice, và chỉ dòng này, phải có choices")
        if self.kind == "group" and (self.unit or self.total_of or self.at_most):
            raise ValueError("dòng loại group không có số liệu, đơn vị tính, công thức")
        if self.kind in ("count", "percent", "money") and not self.unit:
            raise ValueError("thiếu đơn vị tính (unit)")
        return self

    @property
    def references(self) -> tuple[tuple[str, str], ...]:
        """The codes that its formulas name, each with the field that names it."""
        percent = [("percent_of", code) for code in self.percent_of or ()]
        at_most = [("at_most", self.at_most)] if self.at_most else []
        return (*percent, *(("total_of", code) for code in self.total_of), *at_most)

    @property
    def is_computed(self) -> bool:
        """Whether the figure follows from other rows."""
        return bool(self.percent_of or self.total_of)


class StatisticalForm(Record):
    """One form (Biểu mẫu)."""

    form: int = Field(title="Biểu mẫu số", description="Number of the form", ge=1)
    title: Line = Field(title="Tên biểu mẫu", description="Title as printed")
    rows: tuple[FormRow, ...] = Field(title="Các dòng", description="Rows in printed order")

    def row(self, code: str) -> FormRow:
        """Return a row by its code; raises DataError for a code that the form lacks."""
        for one in self.rows:
            if one.code == code:
                return one
        known = [one.code for one in self.rows]
        raise DataError(f"biểu mẫu {self.form} không có dòng «{code}»", hint=suggestion(code, known))

    def has(self, code: str) -> bool:
        """Whether the form has a row with the code."""
        return any(one.code == code for one in self.rows)


class Limit(Record):
    """Rows that together may not exceed another."""

    form: int = Field(title="Biểu mẫu số", description="Number of the form", ge=1)
    parts: tuple[Line, ...] = Field(title="Các dòng", description="Codes of the rows that are added up")
    at_most: Line = Field(title="Không vượt quá", description="Code of the row that their sum cannot exceed")
    lenient: bool = Field(False, title="Chỉ cảnh báo", description="Whether to exceed it can be right")


class TaskCount(Record):
    """A row that is counted from the tasks of the plan, and never typed."""

    form: int = Field(title="Biểu mẫu số", description="Number of the form", ge=1)
    code: Line = Field(title="Dòng", description="Code of the row")
    counts: Literal["total", "done"] = Field(title="Đếm", description="total: all tasks; done: those completed")


class Weight(Record):
    """A share without a formula of its own, and the row by which the shares of several units are weighted."""

    form: int = Field(title="Biểu mẫu số", description="Number of the form", ge=1)
    code: Line = Field(title="Dòng", description="Code of the share")
    by: Line = Field(title="Theo dòng", description="Code of the row whose figures are the weights")


class Applies(Record):
    """Rows that only units of certain levels fill in; what is named nowhere is for all."""

    form: int = Field(title="Biểu mẫu số", description="Number of the form", ge=1)
    codes: tuple[Line, ...] = Field(title="Các dòng", description="Codes of the rows")
    levels: tuple[Level, ...] = Field(title="Cấp", description="Levels of the units that fill them in")


class StatisticalForms(Register):
    """A set of forms that are filled in together."""

    source: Line = Field(title="Nguồn", description="Document that sets the forms")
    forms: tuple[StatisticalForm, ...] = Field(title="Các biểu mẫu", description="Forms in printed order")
    limits: tuple[Limit, ...] = Field((), title="Giới hạn", description="Rows that together may not exceed another")
    applies: tuple[Applies, ...] = Field((), title="Dòng theo cấp", description="Rows for units of certain levels only")
    weights: tuple[Weight, ...] = Field(
        (), title="Trọng số", description="How shares of several units are put together"
    )
    task_counts: tuple[TaskCount, ...] = Field((), title="Đếm nhiệm vụ", description="Rows counted from the tasks")

    @cached_property
    def links(self) -> tuple[tuple[int, frozenset[str]], ...]:
        """The rows that say something of each other, part and whole, by form: of no use without each other."""
        found = [
            (form.form, frozenset(codes))
            for form in self.forms
            for row in form.rows
            for codes in (row.percent_of, (row.code, row.at_most) if row.at_most else None)
            if codes
        ]
        limits = [(one.form, frozenset((*one.parts, one.at_most))) for one in self.limits if not one.lenient]
        lenient = {(one.form, frozenset((*one.parts, one.at_most))) for one in self.limits if one.lenient}
        return tuple(one for one in dict.fromkeys((*found, *limits)) if one not in lenient)

    def applies_to(self, form: int, code: str, level: Level) -> bool:
        """Whether units of a level fill in a row."""
        named = [one for one in self.applies if one.form == form and code in one.codes]
        return not named or any(level in one.levels for one in named)

    def form(self, number: int) -> StatisticalForm:
        """Return a form by its number; raises DataError for another."""
        for one in self.forms:
            if one.form == number:
                return one
        raise DataError(f"không có biểu mẫu số {number}", hint=f"có các biểu mẫu: {self._numbers()}")

    def _numbers(self) -> str:
        return ", ".join(str(one.form) for one in self.forms)

    def faults(self) -> Iterator[Fault]:
        """Repeated numbers and codes, formulas that name no row, a heading, or in the end themselves."""
        yield from repeated("forms", [one.form for one in self.forms], "form")
        for place, form in enumerate(self.forms):
            codes: set[str] = set()
            for number, row in enumerate(form.rows):
                loc = ("forms", place, "rows", number)
                if row.code in codes:
                    yield Fault((*loc, "code"), f"dòng «{row.code}» đã có ở trên")
                codes.add(row.code)
                yield from _reference_faults(form, row, loc)
        for place, limit in enumerate(self.limits):
            yield from self._named_faults(("limits", place), limit.form, (*limit.parts, limit.at_most))
        for place, one in enumerate(self.applies):
            yield from self._named_faults(("applies", place), one.form, one.codes)
        for place, weight in enumerate(self.weights):
            yield from self._named_faults(("weights", place), weight.form, (weight.code, weight.by))
        for place, count in enumerate(self.task_counts):
            yield from self._named_faults(("task_counts", place), count.form, (count.code,))

    def _named_faults(self, loc: tuple[str | int, ...], number: int, codes: tuple[str, ...]) -> Iterator[Fault]:
        form = next((one for one in self.forms if one.form == number), None)
        if form is None:
            yield Fault((*loc, "form"), f"không có biểu mẫu số {number}", hint=f"có các biểu mẫu: {self._numbers()}")
            return
        for code in codes:
            if not form.has(code):
                hint = suggestion(code, [row.code for row in form.rows])
                yield Fault(loc, f"biểu mẫu {number} không có dòng này", found=f"«{code}»", hint=hint)


def _reference_faults(form: StatisticalForm, row: FormRow, loc: tuple[str | int, ...]) -> Iterator[Fault]:
    known = {one.code: one for one in form.rows}
    for field, code in row.references:
        if code not in known:
            hint = suggestion(code, known)
            yield Fault((*loc, field), f"biểu mẫu {form.form} không có dòng này", found=f"«{code}»", hint=hint)
        elif known[code].kind in ("group", "choice"):
            yield Fault((*loc, field), "công thức nêu một dòng không có số đếm", found=f"«{code}»")
    if _reaches(row.code, row, known):
        yield Fault(loc, "công thức quay vòng về chính dòng này")


def _reaches(target: str, row: FormRow, known: dict[str, FormRow]) -> bool:
    """Whether the sums and shares that a row is computed from lead to the row ``target``."""
    waiting, seen = [row], set[str]()
    while waiting:
        codes = [code for field, code in waiting.pop().references if field != "at_most" and code in known]
        if target in codes:
            return True
        waiting.extend(known[code] for code in codes if code not in seen)
        seen.update(codes)
    return False
