"""The tasks of a plan from the rows of its task table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from generator.diagnostics import Diagnostic, Place, hint, warning
from generator.importers.imported import place
from generator.importers.layouts import UsedLayout, bare, numbers_of
from generator.importers.task_facts import ids_of, known_facts
from generator.importers.unit_lines import begins_unit, goes_on_unit
from generator.model.plan import Task, TaskRow
from generator.nd30.document_types import type_by_name
from generator.reading.cell_text import cell_text, flat
from generator.reading.task_columns import TaskColumn
from generator.reading.task_table import EntryRow, TaskEntry, TaskTable, parted_label
from generator.vietnamese.marks import escape
from generator.vietnamese.roman import roman

_DASH = re.compile(r"[-–]\s")
_DASHED = re.compile(r"(?P<mark>^|[;.,:])?\s*(?<!\S)[-–]\s+(?=\S)")
_SPLIT = re.compile(r"[()]|[,;][^\S\n]+|[,;]?\n")
_END = re.compile(r"\s*[.;]\s*$")
_BULLET = re.compile(r"^[-–+•]\s+")
_DOTTED = re.compile(r"\d+(?:\.\d+)+\.?")


def tasks_of(
    table: TaskTable, layout: UsedLayout, name: str | None = None, ids: Sequence[str] = ()
) -> tuple[tuple[Task, ...], tuple[Diagnostic, ...]]:
    """Return the tasks in printed order, and a warning for numbers that the layout would print otherwise.

    ``name`` is that of the table in a plan with several, ``ids`` are the identities of the tasks, their own codes or
    running ones when missing.
    """
    computed = list(numbers_of(table.entries, layout.numbering))
    tasks: list[Task] = []
    notes: list[Diagnostic] = list(_group_notes(table.entries, layout))
    ids = ids or ids_of(table.entries)
    nested = any(_DOTTED.fullmatch(entry.label) for entry in table.entries)
    for position, (entry, number) in enumerate(zip(table.entries, computed, strict=True), start=1):
        own = entry.label if layout.numbering == "kept" or bare(entry.label) != number else ""
        tasks.append(_task(entry, ids[position - 1], own, name))
        if own and layout.numbering != "kept" and not nested:
            notes.append(_number_note(entry.line, flat(f"{entry.label} {entry.name}"), entry.label, number))
    if layout.own and layout.numbering == "kept" and not nested:
        notes += _slip_notes(table.entries)
    if nested and layout.numbering != "kept":
        notes.append(_nested_note(table.entries, layout))
    return tuple(tasks), tuple(notes)


def _group_notes(entries: Sequence[TaskEntry], layout: UsedLayout) -> Iterator[Diagnostic]:
    """Yield a warning for each group whose Roman number is not the one that the layout prints."""
    groups = [next(run) for _, run in groupby(entries, key=lambda entry: (entry.group_label, entry.group))]
    for position, entry in enumerate(groups, start=1):
        number = roman(position) if layout.numbers_groups else ""
        if entry.group_label and entry.group_label.rstrip(".") != number:
            yield _number_note(entry.line, f"{entry.group_label} {entry.group}", entry.group_label, number)


def _slip_notes(entries: Sequence[TaskEntry]) -> Iterator[Diagnostic]:
    """Yield a hint for each number that neither goes on with the one above it nor begins anew."""
    for above, entry in pairwise(entries):
        numbers = bare(above.label), bare(entry.label)
        if not all(map(str.isdecimal, numbers)) or (numbers[1].lstrip("0") == "1" and above.group != entry.group):
            continue
        following = int(numbers[0]) + 1
        if int(numbers[1]) != following:
            where = place((entry.line,) if entry.line else (), part="bảng nhiệm vụ", quote=flat(entry.name))
            message = "số thứ tự trong bảng nhiệm vụ không liên tục; dữ liệu giữ số của nguồn"
            found, expected = f"«{entry.label}»", f"«{following}»"
            yield hint(message, where, found=found, expected=expected, code="task-number-slip")


def _number_note(line: int | None, quote: str, found: str, expected: str) -> Diagnostic:
    where = place((line,) if line else (), part="bảng nhiệm vụ", quote=quote)
    message = "số thứ tự trong bảng nhiệm vụ khác số tính được theo mẫu bảng"
    return warning(message, where, found=f"«{found}»", expected=f"«{expected}»", code="task-number")


def _nested_note(entries: Sequence[TaskEntry], layout: UsedLayout) -> Diagnostic:
    """Return one warning for a table with tasks of tasks (1.1, 1.2), all of whose numbers print would change."""
    labels = " ".join(entry.label for entry in entries if entry.label)
    where = Place(line=entries[0].line, part="bảng nhiệm vụ", quote=labels)
    message = f"bảng có nhiệm vụ con (1.1, 1.2 …); dữ liệu giữ số của nguồn, mẫu bảng {layout.id} đánh số lại liên tục"
    advice = "hãy dùng một mẫu bảng giữ số của nguồn (numbering: kept) nếu cần in đúng số của nguồn"
    return warning(message, where, hint=advice, code="task-number")


def _task(entry: TaskEntry, id: str, label: str, table: str | None) -> Task:
    goal_label, goal = parted_label(entry.goal)
    facts, rows = known_facts(entry, id)
    return Task(
        **facts,
        id=id,
        group=entry.group or None,
        goal=escape(goal) or None,
        goal_label=goal_label or None,
        table=table,
        label=label or None,
        name=escape(entry.name),
        rows=tuple(map(_row, rows)),
    )


def _row(row: EntryRow) -> TaskRow:
    cells = row.cells
    label, activity = parted_label(cells.get(TaskColumn.ACTIVITY, ""))
    return TaskRow(
        label=label or None,
        activity=escape(activity) or None,
        products=tuple(map(escape, products_of(cells.get(TaskColumn.PRODUCTS, "")))),
        schedule=cells.get(TaskColumn.SCHEDULE),
        lead=units_of(cells.get(TaskColumn.LEAD, "")),
        support=units_of(cells.get(TaskColumn.SUPPORT, "")),
        monitor=units_of(cells.get(TaskColumn.MONITOR, "")),
        budget=cells.get(TaskColumn.BUDGET),
        note=escape(cells.get(TaskColumn.NOTE, "")) or None,
    )


def products_of(text: str) -> tuple[str, ...]:
    """Return the products of a cell: its lines, their dashed entries, or what semicolons part where a capital follows.

    Lines below one that ends with a colon belong to it, as lines with a plus belong to the one above.
    """
    text = cell_text(text.split("\n"))
    if text.partition("\n")[0].endswith(":"):
        return _cleaned([text])
    lines = _parted(text, "\n", lambda rest: not rest.startswith("+"))
    return _cleaned(piece for line in lines for piece in _products_of_line(line))


def _products_of_line(line: str) -> Iterator[str]:
    return _dashed(line) if _DASH.match(line) else _parted(line, ";", lambda rest: rest[:1].isupper())


def units_of(text: str) -> tuple[str, ...]:
    """Return the units of a cell; one entry where the comma stands inside a collective name ("Các phòng A, B").

    A line of the cell begins a further unit, but for one that only goes on with the name above.
    """
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and goes_on_unit(lines[-1], line.strip()):
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line.strip())
    return _cleaned(unit for line in lines for unit in _units_of_line(line))


def _units_of_line(line: str) -> Iterable[str]:
    return [line] if line.startswith(("Các ", "các ")) else _parted(line, ",;", begins_unit)


def _cleaned(pieces: Iterable[str]) -> tuple[str, ...]:
    without_marks = (_END.sub("", _BULLET.sub("", piece.strip())) for piece in pieces)
    return tuple(piece for piece in without_marks if piece)


def _dashed(text: str) -> Iterator[str]:
    """Yield the entries of a list with dashes; inside a name ("Kế hoạch - Tài chính") a dash begins no entry.

    An entry begins after an end mark, or with the name of a type of document.
    """
    start = 0
    for match in _DASHED.finditer(text):
        words = " ".join(text[match.end() : match.end() + 30].split()[:2])
        if match["mark"] is not None or type_by_name(words):
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]


def _parted(text: str, marks: str, begins: Callable[[str], bool]) -> Iterator[str]:
    """Yield the pieces between the marks that stand outside brackets and before the beginning of a further piece."""
    start = depth = 0
    for match in _SPLIT.finditer(text):
        if match[0] in "()":
            depth = max(0, depth + (1 if match[0] == "(" else -1))
        elif not depth and {match[0][0], match[0][-1]}.intersection(marks) and begins(text[match.end() :]):
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]
