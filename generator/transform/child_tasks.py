"""Tasks and targets of a lower office, each from one of a higher plan; none depends on another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from generator.model.origin import OWN, ParentReference
from generator.model.plan import Target, Task, TaskRow
from generator.transform.assignment import Assignment
from generator.transform.cell_units import NamedUnits
from generator.transform.deadlines import Moved
from generator.transform.decision import Change, Topic
from generator.transform.higher import Higher
from generator.transform.point_writer import PointWriter
from generator.transform.points import Point
from generator.transform.roles import Role
from generator.transform.sentences import filled, lowered
from generator.transform.signs import holds
from generator.transform.targets import target_for

_BY_FIELD: Final = "bộ phận chủ trì do chương trình xếp theo lĩnh vực"
_SUPPORTED: Final = "tên việc và sản phẩm phối hợp do chương trình ghi"


@dataclass
class _Notes:
    """What is to be looked at in one derived thing."""

    alone: bool
    """Whether the unit is named for itself, so that what it does to all the others stays so."""
    entries: list[str] = field(default_factory=list)

    def add(self, *notes: str) -> None:
        self.entries += [note for note in notes if note not in self.entries]


@dataclass(frozen=True)
class TaskWriter(PointWriter):
    """Writes the tasks and targets that one higher plan gives to one unit."""

    named: NamedUnits

    def task(self, assignment: Assignment) -> Task:
        """Return the unit's task for a task of the higher plan that it leads or supports."""
        parent = assignment.point.node
        assert isinstance(parent, Task)  # whoever assigned it took the point of a task
        id, notes = own_id(assignment.point), _Notes(assignment.is_alone)
        supports = assignment.role is Role.SUPPORT
        rows = tuple(
            self._row(parent, parent.rows[place], supports or place in assignment.support_rows, id, notes)
            for place in assignment.rows or range(len(parent.rows))
        )
        days = self._days(supports)
        return Task.model_construct(
            id=id,
            group=parent.group,
            goal=parent.goal,
            goal_label=None,
            table=None,
            label=None,
            name=self._name(parent, assignment, notes),
            rows=rows,
            submit_due=self.deadlines.due_earlier(parent.submit_due, days),
            issue_due=self.deadlines.due_earlier(parent.issue_due, days),
            parent=self._reference(assignment, id, notes),
            criterion=parent.criterion,
            carried_from=None,
        )

    def target(self, assignment: Assignment) -> Target:
        """Return the unit's target for a target of the higher plan."""
        parent = assignment.point.node
        assert isinstance(parent, Target)  # whoever assigned it took the point of a target
        id, notes = own_id(assignment.point), _Notes(assignment.is_alone)
        unit = self.office.unit.id
        alone = parent.lead is not None and self.named.of(parent.lead).ids == {unit}
        found = target_for(parent, unit, self.rules.targets, alone=alone)
        if found.open:
            self._decide(Topic.TARGET, id, f"{parent.metric}: {found.open}", "ghi mức của đơn vị hoặc bỏ chỉ tiêu này")
        if found.fault:
            self._decide(Topic.TARGET, id, f"{parent.metric}: {found.fault}", "nâng mức hoặc thống nhất với cấp trên")
        if assignment.role is Role.SUPPORT and not found.open:
            told = f"{parent.metric}: {assignment.reason}"
            self._decide(Topic.TARGET, id, told, "viết lại thành mức của riêng đơn vị hoặc bỏ chỉ tiêu này")
        lead = self._part(parent.group, parent.metric, notes)
        metric = self._metric(assignment, found.target.metric, notes)
        changes = {"id": id, "lead": lead, "metric": metric, "parent": self._reference(assignment, id, notes)}
        return found.target.model_copy(update=changes)

    def _metric(self, assignment: Assignment, metric: str, notes: _Notes) -> str:
        """Return what is counted; the shares of others keep their words."""
        if assignment.role is Role.SUPPORT:
            return self.rewriter.named_in_full(metric).text
        return self._reworded(metric, notes)

    def _name(self, parent: Task, assignment: Assignment, notes: _Notes) -> str:
        if assignment.role is not Role.SUPPORT:
            return self._reworded(parent.name, notes)
        name = self.rewriter.named_in_full(parent.name).text
        notes.add(_SUPPORTED)
        places = assignment.rows or range(len(parent.rows))
        leads = dict.fromkeys(self._upward(lead) for place in places for lead in parent.rows[place].lead)
        lead = ", ".join(_among(one) for one in leads) or self.higher.document.issuer.name or "cơ quan chủ trì"
        return filled(self.rules.terms.support, {**self.office.words, "lead": lead, "task": lowered(name)})

    def _row(self, task: Task, row: TaskRow, supports: bool, id: str, notes: _Notes) -> TaskRow:
        lead = self._part(task.group, task.name, notes)
        moved = self._moved(row.schedule, supports, id, notes)
        products = (self.rules.terms.support_product,) if supports else self._all_reworded(row.products, notes)
        others = row.lead if supports else (*self._fellow_leads(row.lead), *row.support)
        return TaskRow.model_construct(
            label=None,
            activity=self._reworded(row.activity, notes) if row.activity else None,
            products=products,
            issuing_level=None,
            schedule=moved,
            lead=(lead,),
            support=(*self._supporters(others), *(() if supports else self._below(task, row))),
            monitor=(self._monitor(lead),) if row.monitor else (),
            leader=None,
            budget=row.budget and self._reworded(row.budget, notes),
            note=row.note and self._reworded(row.note, notes),
        )

    def _moved(self, schedule: str | None, supports: bool, id: str, notes: _Notes) -> str | None:
        if schedule is None:
            return None
        days = self._days(supports)
        moved = self.deadlines.earlier(schedule, days)
        if moved.changed:
            notes.add(f"thời hạn «{schedule}» → «{moved.words}», sớm hơn {days} ngày làm việc")
        if moved.fault:
            self._decide(Topic.DEADLINE, id, _fault(moved, schedule), "định lại thời hạn, trao đổi với cấp trên")
        return moved.words

    def _days(self, supports: bool) -> int:
        return self.rules.deadlines.support if supports else self.rules.deadlines.lead

    def _part(self, group: str | None, words: str, notes: _Notes) -> str:
        """Return which part of the office is to lead: by the field of work, else the one that watches over the plan."""
        office = self.office
        if not office.parts:
            return office.unit.name
        notes.add(_BY_FIELD)
        for text in filter(None, (group, words)):
            for one in self.rules.head.assignees:
                if holds(text, one.fields) and (part := office.part(*one.parts)):
                    return part
        return office.words["focal"]

    def _monitor(self, lead: str) -> str:
        focal = self.office.words["focal"]
        return focal if lead != focal and self.office.parts else self.office.words["head"]

    def _fellow_leads(self, leads: Iterable[str]) -> Iterator[str]:
        """Yield the other units that lead with this one, each named for itself."""
        yield from (lead for lead in leads if not self.named.of(lead).is_collective)

    def _supporters(self, entries: Iterable[str]) -> Iterator[str]:
        own = frozenset({self.office.unit.id})
        kept = (entry for entry in entries if self.named.of(entry).ids != own)
        yield from dict.fromkeys(map(self._upward, kept))

    def _below(self, task: Task, row: TaskRow) -> Iterator[str]:
        """Yield the units below the office together where the task speaks of them."""
        if not self.office.below:
            return
        words = "; ".join((task.name, row.activity or "", *row.products))
        if holds(words, self.rules.head.below_signs, self.rules.terms.no_signs):
            below = self.office.words["below"]
            yield below[0].upper() + below[1:]

    def _upward(self, entry: str) -> str:
        """Return who is named by an entry, parts of the higher office with its name behind."""
        written = self.rewriter.upward(entry)
        found = self.named.of(entry)
        place = self.higher.document.issuer.place
        names_its_place = place is not None and place in entry
        if found.is_inner and not found.is_collective and written == entry and not names_its_place:
            return f"{entry} thuộc {self.office.words['parent']}"
        return written

    def _all_reworded(self, texts: Iterable[str], notes: _Notes) -> tuple[str, ...]:
        return tuple(self._reworded(text, notes) for text in texts)

    def _reworded(self, text: str, notes: _Notes) -> str:
        found = self.rewriter.rewrite(text, alone=notes.alone)
        notes.add(*(f"thay từ: {change}" for change in found.changes))
        return found.text

    def _reference(self, assignment: Assignment, id: str, notes: _Notes) -> ParentReference:
        if notes.entries:
            self.findings.changes.append(Change(id, tuple(notes.entries)))
        return reference(self.higher, assignment, tuple(notes.entries))

    def _decide(self, topic: Topic, id: str, found: str, action: str) -> None:
        self.findings.decide(topic, id, found, action, self.higher.name)


def own_id(point: Point) -> str:
    """Return the identity in the derived plan: that of the first higher document's own, others with their place."""
    return point.id if point.parent == 0 else f"VB{point.parent + 1}.{point.id}"


def reference(higher: Higher, assignment: Assignment, review: tuple[str, ...]) -> ParentReference:
    """Return the origin of what was derived from a point."""
    role: Literal["lead", "support"] = "support" if assignment.role is Role.SUPPORT else "lead"
    point = assignment.point
    return ParentReference(document=higher.name, item=point.id, role=role, hash=point.hash, review=review)


def own_reference() -> ParentReference:
    """Return the origin of what the office adds of its own accord."""
    return ParentReference(document=OWN)


def _among(name: str) -> str:
    """Return a name as it stands within a sentence: «các sở, ban, ngành tỉnh»."""
    return name[0].lower() + name[1:] if name.startswith("Các ") else name


def _fault(moved: Moved, schedule: str) -> str:
    return f"{moved.fault} (cấp trên giao: «{schedule}»)"
