"""What differs between two documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from types import MappingProxyType

from generator.model.blocks import ObjectivesHere, TargetsHere
from generator.model.canonical import canonical_json
from generator.model.document import Document
from generator.model.layout import ColumnField, TableLayout
from generator.model.plan import Plan
from generator.transform.diff.change import Change, ChangeKind, Part
from generator.transform.diff.comparison import Comparison
from generator.transform.diff.ends import (
    archive_entry,
    basis_entries,
    data_entry,
    head_entry,
    recipient_entries,
    signature_entry,
)
from generator.transform.diff.entry import Entry, Value, titled
from generator.transform.diff.lines import LineReader
from generator.transform.diff.tasks import TaskReader, printed_fields, target_entries, task_tables
from generator.transform.diff.years import YearShift, year_of
from generator.vietnamese.marks import plain

_NO_LAYOUTS: Mapping[str, TableLayout] = MappingProxyType({})


def differences(
    old: Document,
    new: Document,
    *,
    layouts: Mapping[str, TableLayout] = _NO_LAYOUTS,
    printed_only: bool = False,
    each_year: bool = False,
) -> tuple[Change, ...]:
    """Return what differs, part by part, inside a part in the order of the new document; empty when nothing does.

    Compared is what is printed: labels that only follow from an insertion, blanks, kinds of dashes, the mark that ends
    a line are no change. Data that are not printed count too, marked as such, unless ``printed_only``, for a document
    that was read from Word or PDF and cannot have them. Where the two are of different years, the places in which
    nothing but the year was shifted are one change of part `Part.YEAR`, unless ``each_year``. ``layouts`` are the
    table layouts that the plans may name, by id; references to other files are to be resolved before.
    """
    shift = YearShift() if each_year else YearShift.between(old, new)
    comparison = Comparison(shift, stored=not printed_only)
    changes = list(_changes(old, new, layouts, comparison))
    if comparison.shifted:
        years = str(year_of(old)), str(year_of(new))
        changes.append(Change(ChangeKind.CHANGED, Part.YEAR, "", old=years[0], new=years[1], count=comparison.shifted))
    if not changes and not printed_only and canonical_json(old) != canonical_json(new):
        changes.append(_other(old, new))
    order = list(Part)
    return tuple(sorted(changes, key=lambda change: order.index(change.part)))


def _changes(
    old: Document, new: Document, layouts: Mapping[str, TableLayout], comparison: Comparison
) -> Iterator[Change]:
    """Yield the changes of all parts."""
    apart = all(isinstance(one, Plan) and one.targets for one in (old, new))
    sides = [_Side(one, layouts, stored=comparison.stored, targets_apart=apart) for one in (old, new)]
    if not comparison.stored and len([side for side in sides if side.has_tasks]) == 1:
        sides = [side.flat() for side in sides]
    fields = sides[0].fields & sides[1].fields
    for before, after in zip(*(side.singles() for side in sides), strict=True):
        yield from comparison.single(before, after)
    for befores, afters in zip(*(side.lists(fields) for side in sides), strict=True):
        yield from comparison.lists(befores, afters)


class _Side:
    """One document, read into entries."""

    def __init__(
        self, document: Document, layouts: Mapping[str, TableLayout], *, stored: bool, targets_apart: bool
    ) -> None:
        self._document = document
        self._layouts = layouts
        self._stored = stored
        self._targets_apart = targets_apart
        self._lines = LineReader(document, stored=stored, targets_apart=targets_apart).read()

    @property
    def has_tasks(self) -> bool:
        """Whether it prints tasks in a table that is known as such."""
        return bool(self._lines.task_places)

    def flat(self) -> _Side:
        """Return the side with its task tables as tables, for a document read from print may have them as such only."""
        made = copy(self)
        reader = LineReader(
            self._document, stored=self._stored, targets_apart=self._targets_apart, flat=self._layouts
        )  # fmt: skip
        made._lines = reader.read()
        return made

    @property
    def fields(self) -> frozenset[ColumnField]:
        """What its task tables print of a task."""
        return printed_fields(self._lines.task_places, self._layouts)

    def singles(self) -> list[Entry]:
        """Return the entries that each document has once."""
        found = [head_entry(self._document), archive_entry(self._document), signature_entry(self._document)]
        return [*found, data_entry(self._document)] if self._stored else found

    def lists(self, fields: frozenset[ColumnField]) -> list[list[Entry]]:
        """Return bases, text, targets, task tables, tasks and recipients, each in printed order."""
        places = self._lines.task_places
        tasks = TaskReader(fields, stored=self._stored)
        return [
            list(basis_entries(self._document, stored=self._stored)),
            [*self._lines.entries, *self._unprinted_objectives()],
            self._targets(),
            list(task_tables(places, self._layouts)),
            [*tasks.printed(places), *self._unprinted_tasks(tasks)],
            list(recipient_entries(self._document, stored=self._stored)),
        ]

    def _targets(self) -> list[Entry]:
        plan = self._document
        if not isinstance(plan, Plan) or not (self._targets_apart or (self._stored and not self._prints(TargetsHere))):
            return []
        return list(target_entries(plan, stored=self._stored, printed=self._prints(TargetsHere)))

    def _unprinted_objectives(self) -> list[Entry]:
        plan = self._document
        if not isinstance(plan, Plan) or not self._stored or self._prints(ObjectivesHere):
            return []
        return [_objective(text, number) for number, text in enumerate(plan.objectives, start=1)]

    def _unprinted_tasks(self, tasks: TaskReader) -> list[Entry]:
        plan = self._document
        return list(tasks.unprinted(plan, self._lines.task_places)) if isinstance(plan, Plan) else []

    def _prints(self, kind: type[ObjectivesHere | TargetsHere]) -> bool:
        return any(isinstance(block, kind) for block in self._document.blocks())


def _objective(text: str, number: int) -> Entry:
    """Return an objective that no block prints."""
    words = plain(text)
    return Entry(Part.OBJECTIVE, f"mục tiêu {number}", (Value("", words, look=text),), words, printed=False)


def _other(old: Document, new: Document) -> Change:
    """Return the one change of documents that differ in nothing that has a name: the fields of the data concerned."""
    names = [name for name in type(new).model_fields if getattr(old, name, None) != getattr(new, name)]
    told_names = "; ".join(titled(type(new), name) for name in names)
    return Change(ChangeKind.CHANGED, Part.DATA, told_names, field="Cách tổ chức dữ liệu", printed=False)
