"""The witness of tables: the cells that were written, read from their XML, against the records that they print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, groupby, islice
from operator import attrgetter

from generator.model.blocks import Table
from generator.model.layout import ColumnField, TableLayout
from generator.model.plan import Plan, Target, Task, TaskRow
from generator.render.held import ENDS, entries, hold, words_of
from generator.render.printing import MOST_KEPT, Pieces
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.marks import escape
from generator.vietnamese.numbers import format_number
from generator.vietnamese.roman import roman

_ROW, _CELL, _BELOW, _PARAGRAPH = "\x1d", "\x1f", "\x1e", "\n"
"""Signs that no XML can hold: before a row, a cell, in a cell merged with the one above; and before a paragraph."""
_NO_ROW = (TaskRow(),)


class _Signs(dict[str, str]):
    """What a piece of XML begins, as signs; kept for XML that comes again in every table."""

    def __missing__(self, xml: str) -> str:
        if len(self) >= MOST_KEPT:
            self.clear()
        row = _ROW if "<w:tr>" in xml else ""
        inner = _PARAGRAPH if "<w:p>" in xml else ""
        cell = _CELL + (_BELOW if "<w:vMerge/>" in xml else "") if "<w:tc>" in xml else inner
        self[xml] = found = row + cell
        return found


_SIGNS = _Signs()


def _read(table: Pieces) -> str:
    """Return the texts of a table with signs before its rows, cells and paragraphs."""
    return "".join(chain.from_iterable(zip(map(_SIGNS.__getitem__, table[0::2]), table[1::2], strict=True)))


def _rows(read: str) -> list[list[str]]:
    return [row.split(_CELL)[1:] for row in read.split(_ROW)[1:]]


def hold_user_table(table: Pieces, source: Table) -> None:
    """Hold a table of the data: the words of its cells, row for row; a row may have been filled with empty cells."""
    found = [[cell for cell in row if cell not in ("", _BELOW)] for row in _rows(_read(table))]
    if found != [[text for cell in row if (text := vars(cell)["text"])] for row in source.rows]:
        hold("rows", found, [[words_of(cell.text) for cell in row if cell.text] for row in source.rows])


def hold_target_table(table: Pieces, plan: Plan) -> None:
    """Hold the targets of a plan in a table with last year's results."""
    heading, *rows = _rows(_read(table))
    hold("targets", (len(rows), all(heading)), (len(plan.targets), True))
    for number, (row, target) in enumerate(zip(rows, plan.targets, strict=True), start=1):
        last, goal = _figure(target.last_year, target), _figure(target.value, target)
        wanted = [str(number), words_of(target.metric), last, goal, target.lead or ""]
        hold("targets", [cell.lstrip("≥>≤< ") if place == 3 else cell for place, cell in enumerate(row)], wanted)


def hold_target(printed: str, target: Target) -> None:
    """Hold the sentence of a target: it begins with what is measured, and its figure follows."""
    hold("targets", printed[: len(words := words_of(target.metric))], words)
    if target.value is not None:
        hold("targets", _figure(target.value, target) in printed[len(words) :], True)


def _figure(value: Decimal | None, target: Target) -> str:
    if value is None:
        return "-"
    return format_number(value) + ("%" if target.unit == "%" else f" {target.unit}" if target.unit else "")


# ---- The task table --------------------------------------------------------------------------------------------------


def hold_task_table(table: Pieces, plan: Plan, layout: TableLayout) -> None:
    """Hold the tasks of a plan in the columns of a layout; a merged cell holds for each of its rows.

    A quick look takes all texts as they are, one below the other; where marks or odd merges make them differ, the
    words of each cell are looked at.
    """
    quick = _TaskCells(plan, layout, careful=False)
    if "\n".join(table[1::2][:-1]) == "\n".join(chain.from_iterable(quick.rows())):
        return
    careful = _TaskCells(plan, layout, careful=True)
    hold("tasks", _unmerged(_rows(_read(table))), [*map(list, careful.rows())])


def _unmerged(rows: list[list[str]]) -> list[list[str]]:
    """Return rows with the words of a merged cell in each row that it reaches over."""
    for above, row in zip(rows, rows[1:], strict=False):
        row[:] = [above[place] if cell == _BELOW else cell for place, cell in enumerate(row)]
    return rows


class _TaskCells:
    """The cells that a task table should have; a careful look wants the words of rich texts and of every row."""

    def __init__(self, plan: Plan, layout: TableLayout, *, careful: bool) -> None:
        self._layout, self._careful = layout, careful
        self._runs = [(group, [*tasks]) for group, tasks in groupby(plan.tasks, attrgetter("group"))]
        self._tasks = plan.tasks
        self._counts = [len(task.rows) or 1 for task in plan.tasks]
        self._task_rows = [row for task in plan.tasks for row in task.rows or _NO_ROW]
        self._is_flat = len(self._task_rows) == len(plan.tasks)

    def rows(self) -> Iterator[Sequence[str]]:
        """Yield the cells of each row: the heading, then the rows of tasks, each group below its name."""
        columns = self._layout.columns
        yield [column.heading for column in columns]
        rows = zip(*[self._column(column.field) for column in columns], strict=True)
        counts, number = iter(self._counts), 0
        apart = len(columns) > 1 and columns[0].field is ColumnField.NUMBER
        for group, tasks in self._runs:
            if group is not None and self._layout.group == "row":
                number += 1
                yield (roman(number), group) if apart else (f"{roman(number)}. {group}",)
            yield from islice(rows, sum(islice(counts, len(tasks))))

    def _column(self, field: ColumnField) -> Sequence[str]:
        """Return the texts of a column, one for each row."""
        if field in _OF_ROWS:
            texts = _OF_ROWS[field](self._task_rows, self._careful)
        elif field is ColumnField.NUMBER:
            return self._spread(self._numbers() if self._layout.number_in == "column" else [""] * len(self._tasks))
        elif field is ColumnField.NAME:
            return self._spread(self._names())
        else:
            texts = _OF_TASKS[field](self._tasks, self._careful)
            texts = (
                texts
                if self._is_flat
                else [text for text, count in zip(texts, self._counts, strict=True) for _ in range(count)]
            )
        return texts if self._careful or field not in self._layout.merges else self._merged(texts)

    def _spread(self, texts: list[str]) -> list[str]:
        """Return the texts of tasks for all their rows; a quick look finds those of the first rows alone."""
        if self._is_flat:
            return texts
        pairs = zip(texts, self._counts, strict=True)
        if self._careful:
            return [text for text, count in pairs for _ in range(count)]
        return [below for text, count in pairs for below in (text, *[""] * (count - 1))]

    def _merged(self, texts: Sequence[str]) -> list[str]:
        """Return texts of a column as they stand where equal neighbours are one cell, inside a run of tasks."""
        merged = ["" if text == above else text for text, above in zip(texts, ["", *texts], strict=False)]
        place, counts = 0, iter(self._counts)
        for _, tasks in self._runs:
            merged[place] = texts[place]
            place += sum(islice(counts, len(tasks)))
        return merged

    def _numbers(self) -> list[str]:
        """Return the number of each task, as the layout wants it."""
        way, found, run = self._layout.numbering, list[str](), 0
        if way == "kept":
            return [task.label or "" for task in self._tasks]
        for group, tasks in self._runs:
            run += group is not None
            before = f"{run}." if way == "dotted" and group is not None else ""
            first = len(found) if way == "continuous" else 0
            found += [f"{before}{first + place}" for place in range(1, len(tasks) + 1)]
        return found

    def _names(self) -> list[str]:
        names, layout = _words([task.name for task in self._tasks], self._careful), self._layout
        if layout.number_in != "name" and not (layout.numbering == "kept" and layout.number_in == "none"):
            return names
        mark = "" if layout.numbering == "kept" else "."
        pairs = zip(self._numbers(), names, strict=True)
        return [f"{number}{mark} {name}" if number else name for number, name in pairs]


def _words(texts: list[str], careful: bool) -> list[str]:
    return [*map(words_of, texts)] if careful else texts


def _labelled(records: Iterable[tuple[str | None, str | None]], careful: bool) -> list[str]:
    return [
        " ".join(_words([part for part in (label and escape(label), text) if part], careful)) for label, text in records
    ]


def _listed(cells: list[tuple[str, ...]], careful: bool) -> list[str]:
    """Return the words of cells that each hold a list: one text stands as it is, several with dashes."""
    if careful:
        words = [[words_of(text) for text in texts] for texts in cells]
        return ["\n".join(f"- {text}" for text in entries(texts)) if texts[1:] else "".join(texts) for texts in words]
    bare = [[text.rstrip(ENDS) for text in texts] if len(texts) > 1 else texts for texts in cells]
    return [f"- {_NEXT.join(texts)}." if len(texts) > 1 else "".join(texts) for texts in bare]


_NEXT = ";\n- "
_OF_TASKS: dict[ColumnField, Callable[[Sequence[Task], bool], list[str]]] = {
    ColumnField.GROUP: lambda tasks, careful: [task.group or "" for task in tasks],
    ColumnField.GOAL: lambda tasks, careful: _labelled([(task.goal_label, task.goal) for task in tasks], careful),
    ColumnField.SUBMIT_DUE: lambda tasks, careful: [_day(task.submit_due) for task in tasks],
    ColumnField.ISSUE_DUE: lambda tasks, careful: [_day(task.issue_due) for task in tasks],
}
_OF_ROWS: dict[ColumnField, Callable[[Sequence[TaskRow], bool], list[str]]] = {
    ColumnField.ACTIVITY: lambda rows, careful: _labelled([(row.label, row.activity) for row in rows], careful),
    ColumnField.PRODUCTS: lambda rows, careful: _listed([row.products for row in rows], careful),
    ColumnField.SCHEDULE: lambda rows, careful: [row.schedule or "" for row in rows],
    ColumnField.LEAD: lambda rows, careful: ["; ".join(row.lead) for row in rows],
    ColumnField.SUPPORT: lambda rows, careful: ["; ".join(row.support) for row in rows],
    ColumnField.MONITOR: lambda rows, careful: ["; ".join(row.monitor) for row in rows],
    ColumnField.BUDGET: lambda rows, careful: [row.budget or "" for row in rows],
    ColumnField.NOTE: lambda rows, careful: _words([row.note or "" for row in rows], careful),
}
"""The texts of a column; those that are rich as their words, on a careful look."""


def _day(date: PartialDate | None) -> str:
    return date.short() if date else ""
