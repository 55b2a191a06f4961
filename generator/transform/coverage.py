"""How far the plans of lower offices cover a higher plan: each of its points against each unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import PurePosixPath
from typing import Final

from generator.model.blocks import Item, Paragraph
from generator.model.origin import ParentReference
from generator.model.plan import Plan, Target
from generator.registers.units import Unit
from generator.transform.assignment import Assignment, Role
from generator.transform.decision import Decision, LeftOut
from generator.transform.derive import Derived
from generator.transform.points import Point, PointKind

COUNTED: Final = (PointKind.TASK, PointKind.TARGET)
"""What has to stand in some lower plan; a point of the body may be written anew."""


class Status(StrEnum):
    """What a point is for a unit, its plan considered."""

    LEAD = "chủ trì"
    SUPPORT = "phối hợp"
    MISSING = "chưa có"
    """The unit is to lead or support, and nothing in its plan comes from the point."""
    SKIPPED = "đã lược"
    """The unit is concerned, and its plan leaves the point out for a reason that is told."""
    UNCLEAR = "chưa rõ"
    OWN = "việc của cấp trên"
    NONE = "không liên quan"


_DATA_FILES: Final = frozenset((".yaml", ".yml", ".json", ".xlsx", ".docx"))
_STATUS: Final = {
    Role.LEAD: Status.LEAD,
    Role.SUPPORT: Status.SUPPORT,
    Role.UNCLEAR: Status.UNCLEAR,
    Role.OWN: Status.OWN,
    Role.NONE: Status.NONE,
}


@dataclass(frozen=True)
class Member:
    """A lower office with what the higher documents are for it."""

    unit: Unit
    assignments: tuple[Assignment, ...]
    """Of every point of every higher document, in order; for all members the same points."""
    plan: Plan | None = None
    """Its plan; without one nothing is missing from it."""
    decisions: tuple[Decision, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @cached_property
    def taken(self) -> Mapping[tuple[str, str], ParentReference]:
        """The origins of what stands in its plan, by document and point."""
        found = (one for one in _origins(self.plan) if one.item is not None) if self.plan else ()
        return {(one.document, one.item or ""): one for one in found}

    @cached_property
    def targets(self) -> Mapping[str, Target]:
        """The targets of its plan by the point that they come from."""
        targets = self.plan.targets if self.plan else ()
        return {one.parent.item: one for one in targets if one.parent and one.parent.item}

    @cached_property
    def skipped(self) -> Mapping[tuple[int, str], str]:
        """Why its plan leaves points out, by document and point."""
        return {(one.point.parent, one.point.id): one.reason for one in self.left_out}


def _origins(plan: Plan) -> Iterator[ParentReference]:
    nodes = (*plan.tasks, *plan.targets, *(block for block in plan.blocks() if isinstance(block, Item | Paragraph)))
    return (node.parent for node in nodes if node.parent is not None)


@dataclass(frozen=True)
class Covered:
    """What one point is for one unit, its plan considered."""

    member: Member
    assignment: Assignment
    status: Status
    reason: str


@dataclass(frozen=True)
class Line:
    """One point of a higher document against every unit."""

    document: str
    point: Point
    covered: tuple[Covered, ...]
    """One for each member, in order."""

    def units(self, *wanted: Status) -> tuple[Unit, ...]:
        """Return the units for which the point is one of these."""
        return tuple(one.member.unit for one in self.covered if one.status in wanted)

    def asked(self, role: Role) -> tuple[Unit, ...]:
        """Return the units that are to lead or support, whether or not their plans have it."""
        return tuple(one.member.unit for one in self.covered if one.assignment.role is role)

    @property
    def words(self) -> str:
        """How the higher document calls those who lead: Sở Y tế; UBND các xã, phường; empty where it says nothing."""
        told = (one.assignment.words for one in self.covered if one.assignment.role is Role.LEAD)
        return "; ".join(dict.fromkeys(words for words in told if words))

    @property
    def nobody_leads(self) -> str | None:
        """Why no unit leads a task or target that is not the higher office's own; None where one does.

        A unit that leads it and has it not in its plan is told by ``Status.MISSING``.
        """
        roles = {one.assignment.role for one in self.covered}
        if self.point.kind not in COUNTED or not roles or roles & {Role.LEAD, Role.OWN}:
            return None
        return self.covered[0].assignment.reason


@dataclass(frozen=True)
class Tally:
    """How many points are what for a unit."""

    unit: Unit
    counts: Counter[Status]

    def __getitem__(self, status: Status) -> int:
        return self.counts[status]


@dataclass(frozen=True)
class LeftOutGroup:
    """A point that is left out of some plans for one reason."""

    document: str
    point: Point
    status: Status
    reason: str
    units: tuple[Unit, ...]


@dataclass(frozen=True)
class Coverage:
    """The points of higher documents against the units below."""

    names: tuple[str, ...]
    """The higher documents as origins name them: 412/KH-UBND."""
    members: tuple[Member, ...]
    lines: tuple[Line, ...] = field(repr=False)
    is_whole: bool = True
    """Whether the members are all units that the documents are for; if not, nobody can be said not to lead."""

    def of(self, *kinds: PointKind) -> tuple[Line, ...]:
        """Return the lines of some kinds of points, in order."""
        return tuple(line for line in self.lines if line.point.kind in kinds)

    def tallies(self, *kinds: PointKind) -> tuple[Tally, ...]:
        """Return how many points of some kinds are what for each unit, in order."""
        lines = self.of(*kinds)
        return tuple(
            Tally(member.unit, Counter(line.covered[place].status for line in lines))
            for place, member in enumerate(self.members)
        )

    @cached_property
    def missing(self) -> tuple[Covered, ...]:
        """Tasks and targets that a unit is to lead or support and its plan lacks, by point."""
        return tuple(one for line in self.of(*COUNTED) for one in line.covered if one.status is Status.MISSING)

    @cached_property
    def untaken(self) -> tuple[Line, ...]:
        """Tasks and targets that no unit leads, those of the higher office itself left aside."""
        if not self.is_whole:
            return ()
        return tuple(line for line in self.lines if line.nobody_leads is not None)

    @cached_property
    def left_out(self) -> tuple[LeftOutGroup, ...]:
        """What is left out and why, the units of one reason together, by point."""
        return tuple(group for line in self.lines for group in _groups(line))


def coverage(names: Sequence[str], members: Iterable[Member], *, is_whole: bool = True) -> Coverage:
    """Return how far plans cover the higher documents of these names.

    ``names`` are those that origins give them, by the index of their points; a data file is told without its folders.
    ``is_whole`` tells that the members are all units that the documents are for. Without members there are no lines.
    """
    members = tuple(members)
    points = [one.point for one in members[0].assignments] if members else []
    shown = [_shown(name) for name in names]
    lines = (
        Line(shown[point.parent], point, tuple(_covered(names, one, one.assignments[place]) for one in members))
        for place, point in enumerate(points)
    )
    return Coverage(tuple(names), members, tuple(lines), is_whole)


def _shown(name: str) -> str:
    path = PurePosixPath(name)
    return path.name if path.suffix in _DATA_FILES else name


def coverage_of(derived: Sequence[Derived], *, is_whole: bool = True) -> Coverage:
    """Return how far plans that were derived together from the same higher documents cover them."""
    found = derived[0].plan.derivation if derived else None
    names = [one.document for one in found.parents] if found else []
    members = (Member(one.unit, one.assignments, one.plan, one.decisions, one.left_out) for one in derived)
    return coverage(names, members, is_whole=is_whole)


def _covered(names: Sequence[str], member: Member, assignment: Assignment) -> Covered:
    status = _STATUS[assignment.role]
    point = assignment.point
    if status not in (Status.LEAD, Status.SUPPORT) or member.plan is None or _is_taken(names, member, point):
        return Covered(member, assignment, status, assignment.reason)
    if skipped := member.skipped.get((point.parent, point.id)):
        return Covered(member, assignment, Status.SKIPPED, skipped)
    if point.kind not in COUNTED:
        return Covered(member, assignment, Status.SKIPPED, "kế hoạch của đơn vị viết lại hoặc không có nội dung này")
    return Covered(member, assignment, Status.MISSING, f"{assignment.reason}; kế hoạch của đơn vị chưa có")


def _is_taken(names: Sequence[str], member: Member, point: Point) -> bool:
    """Whether something of the plan comes from a point; a document that was given another name since counts by hash."""
    if (names[point.parent], point.id) in member.taken:
        return True
    origins = (one for (_, item), one in member.taken.items() if item == point.id)
    return any(one.hash == point.hash for one in origins)


def _groups(line: Line) -> Iterator[LeftOutGroup]:
    found: dict[tuple[Status, str], list[Unit]] = {}
    for one in line.covered:
        if one.status in (Status.NONE, Status.OWN, Status.SKIPPED):
            found.setdefault((one.status, one.reason), []).append(one.member.unit)
    for (status, reason), units in found.items():
        yield LeftOutGroup(line.document, line.point, status, reason, tuple(units))
