"""The formulas of the progress workbook. They say the same as `generator.reports.figures` and `task_states`."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

from generator.model.progress import Status
from generator.registers.statistics import FormRow, StatisticalForm
from generator.reports.task_states import DONE as DONE_STATES
from generator.reports.task_states import State
from generator.workbook.progress import layout
from generator.workbook.progress.layout import (
    FIRST,
    FORM_COLUMNS,
    INFO,
    INFO_ROWS,
    NONE_MARK,
    STATUSES,
    TASK_COLUMNS,
    TASKS,
    UNKNOWN_MARK,
    Setting,
    letter,
)

_NONE: Final = f'"{NONE_MARK}"'
_UNKNOWN: Final = f'"{UNKNOWN_MARK}"'
CUT_OFF: Final = f"'{INFO}'!$B${FIRST + INFO_ROWS.index(layout.END)}"


def task_formulas(number: int) -> dict[str, str]:
    """Return the formulas of a row of «Nhiệm vụ» by column: the day as written, as a number, how the task stands."""
    cells = {title: f"{letter(TASK_COLUMNS, title)}{number}" for title, _ in TASK_COLUMNS}
    written = f'IF({cells[layout.DONE]}<>"",{cells[layout.DONE]},{cells[layout.NUMBER_DATE]})'
    plain = f'SUBSTITUTE(SUBSTITUTE(TRIM({written}),"-","/"),".","/")'
    said = f'=IF({written}="","",IF(ISNUMBER({written}),{written},{plain}))'
    return {
        layout.SAID_DAY: said,
        layout.DAY: f"={_day(cells[layout.SAID_DAY])}",
        layout.STATE: f"={_state(cells)}",
    }


def _day(said: str) -> str:
    """Return the day that a written date means, as a number; "?" for other words.

    A month or year alone means its last day, or the cut-off day where that lies within.
    """
    first = f'FIND("/",{said})'
    second = f'FIND("/",{said},{first}+1)'
    year = f"VALUE(RIGHT({said},4))"
    iso = f"DATE(VALUE(LEFT({said},4)),VALUE(MID({said},6,2)),VALUE(RIGHT({said},2)))"
    full = f"DATE({year},VALUE(MID({said},{first}+1,{second}-{first}-1)),VALUE(LEFT({said},{first}-1)))"
    number = f"VALUE(LEFT({said},{first}-1))"
    month = _within(f"DATE({year},{number},1)", f"DATE({year},{number}+1,0)")
    whole = _within(f"DATE(VALUE({said}),1,1)", f"DATE(VALUE({said})+1,1,0)")
    slashes = f'LEN({said})-LEN(SUBSTITUTE({said},"/",""))'
    dated = f"IF({slashes}=2,IF({first}=5,{iso},{full}),IF({slashes}=1,{month},{whole}))"
    return f'IF({said}="","",IF(ISNUMBER({said}),INT({said}),IFERROR({dated},"?")))'


def _within(first: str, last: str) -> str:
    return f"IF(AND({first}<={CUT_OFF},{CUT_OFF}<{last}),{CUT_OFF},{last})"


def _state(cells: dict[str, str]) -> str:
    code, status, due, day = (cells[title] for title in (layout.CODE, layout.STATUS, layout.DUE, layout.DAY))
    done = (
        f'IF(NOT(ISNUMBER({day})),"{State.UNKNOWN}",IF({day}>{CUT_OFF},"{State.UNKNOWN}",'
        f'IF(NOT(ISNUMBER({due})),"{State.ON_TIME}",IF({day}<={due},"{State.ON_TIME}","{State.LATE}"))))'
    )
    open_ones = (
        f'IF(AND(ISNUMBER({due}),{due}<={CUT_OFF}),"{State.OVERDUE}",'
        f'IF({status}="{STATUSES[Status.UNDER_WAY]}","{State.UNDER_WAY}","{State.NOT_DUE}"))'
    )
    ended = f'AND({status}="",OR({cells[layout.SAID_DAY]}<>"",{cells[layout.NUMBER]}<>""))'
    open_ones = f'IF({ended},"{State.UNKNOWN}",{open_ones})'
    return (
        f'IF(OR({code}="",NOT(ISNUMBER({CUT_OFF}))),"",IF({status}="{STATUSES[Status.DONE]}",{done},'
        f'IF({status}="{STATUSES[Status.DROPPED]}","{State.DROPPED}",{open_ones})))'
    )


def figure_formulas(
    setting: Setting, form: StatisticalForm, filled: Collection[tuple[int, str]], tasks: int
) -> dict[str, str]:
    """Return the formulas of a form by the code of the row: sums, shares, and what is counted from the tasks.

    ``filled`` are rows with a figure of their own, which sums add up even where the unit's level has none.
    """
    place = {row.code: f"{letter(FORM_COLUMNS, layout.FIGURE)}{number}" for number, row in enumerate(form.rows, FIRST)}

    def is_added(code: str) -> bool:
        return setting.is_open(form.form, code) or (form.form, code) in filled

    found: dict[str, str] = {}
    for row in form.rows:
        formula = _figure(row, place, is_added) or _counted(setting, form, row, tasks)
        if formula and setting.is_open(form.form, row.code):
            found[row.code] = f"={formula}"
    return found


def _figure(row: FormRow, place: dict[str, str], is_added: Callable[[str], bool]) -> str | None:
    if row.percent_of:
        part, whole = (place[code] for code in row.percent_of)
        return _share(part, whole)
    parts = [place[code] for code in row.total_of if is_added(code)]
    return _sum(parts) if parts else None


def _sum(parts: list[str]) -> str:
    listed = ",".join(parts)
    none = "+".join(f"({one}={_NONE})" for one in parts)
    known = f"COUNT({listed})+{none}"
    return f"IF({known}<{len(parts)},{_UNKNOWN},IF(COUNT({listed})=0,{_NONE},SUM({listed})))"


def _share(part: str, whole: str) -> str:
    unknown = f"OR(NOT(ISNUMBER({whole})),AND(NOT(ISNUMBER({part})),{part}<>{_NONE}))"
    return (
        f"IF({whole}={_NONE},{_NONE},IF({unknown},IF(AND(ISNUMBER({whole}),{whole}=0),{_NONE},{_UNKNOWN}),"
        f"IF({whole}=0,{_NONE},ROUND(100*N({part})/{whole},2))))"
    )


def _counted(setting: Setting, form: StatisticalForm, row: FormRow, tasks: int) -> str | None:
    counts = next(
        (one.counts for one in setting.forms.task_counts if (one.form, one.code) == (form.form, row.code)), ""
    )
    if not tasks or not counts:
        return None
    if counts == "total":
        return f"COUNTA({_task_cells(layout.CODE, tasks)})"
    cells = _task_cells(layout.STATE, tasks)
    return "+".join(f'COUNTIF({cells},"{state}")' for state in DONE_STATES)


def _task_cells(title: str, tasks: int) -> str:
    column = letter(TASK_COLUMNS, title)
    return f"'{TASKS}'!${column}${FIRST}:${column}${FIRST + tasks - 1}"


def allowed(row: FormRow, cell: str) -> str | None:
    """Return the condition that a figure of a row keeps; None for an answer, which is chosen from a list."""
    conditions = {
        "count": f"AND({cell}>=0,{cell}=INT({cell}))",
        "percent": f"AND({cell}>=0,{cell}<=100)",
        "money": f"{cell}>=0",
    }
    if row.kind not in conditions:
        return None
    return f"OR({cell}={_UNKNOWN},{cell}={_NONE},IF(ISNUMBER({cell}),{conditions[row.kind]},FALSE))"


def same(one: str, other: str) -> bool:
    """Whether two formulas say the same, written by whichever program."""
    return _bare(one) == _bare(other)


def _bare(formula: str) -> str:
    return "".join(formula.split()).lstrip("=").replace("$", "").replace("'", "").replace("_xlfn.", "").casefold()
