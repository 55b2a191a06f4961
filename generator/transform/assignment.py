"""Who must do what of a higher plan: for each of its points what it is for a unit, and why.

Three things tell it, the first that does: the cells of the task table; a heading or text above that names units; the
words of the point. The word lists are those of the rules (`generator.registers.derivation`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final, Generic, TypeVar

from generator.model.blocks import Table
from generator.model.document import Appendix, Document
from generator.model.plan import Target, Task
from generator.registers.derivation import DerivationRules
from generator.registers.units import Edge, Level, Unit, UnitDirectory
from generator.transform.beyond import BeyondReader, within
from generator.transform.cells import CellReader, CellsVerdict, Row, judge_rows
from generator.transform.headings import Heading, HeadingReader
from generator.transform.points import Point, points
from generator.transform.prose import Facts, facts, judge
from generator.transform.roles import Role, Verdict
from generator.transform.same_work import TaskNames, as_in_table
from generator.transform.standing import Standing, standing
from generator.transform.wording import Named, Reader
from generator.vietnamese.marks import plain
from generator.vietnamese.unicode import fold

__all__ = ["Assigner", "Assignment", "Role", "assign"]

_CONCERNED: Final = (Role.LEAD, Role.SUPPORT, Role.UNCLEAR)
"""What a point makes of the one that it belongs to, the first of these."""
_OWN_DUTY: Final = "việc cấp trên giao cho chính cơ quan ban hành"


@dataclass(frozen=True)
class Assignment:
    """What one point is for one unit, and why."""

    point: Point
    unit: Unit
    role: Role
    reason: str
    """A Vietnamese sentence for the coverage table and for the list of decisions."""
    words: str | None = None
    """The words of the higher plan that decided; None where their absence did."""
    rows: tuple[int, ...] = ()
    """Which rows of a task concern the unit, from 0; all that it leads or supports."""
    support_rows: tuple[int, ...] = ()
    """Those of the rows that it only supports."""
    is_alone: bool = False
    """Whether it is named for itself and not as one of many: what it does to all the others stays so."""
    edge: Edge | None = None
    """By which edge the issuer stands above the unit: by ``professional`` it may only ask («đề nghị»)."""


def assign(
    parent: Document, unit: Unit, directory: UnitDirectory, rules: DerivationRules, on: date, index: int = 0
) -> tuple[Assignment, ...]:
    """Return one assignment for each point of a higher document, in the order of the points.

    ``on`` is the day for which the directory is asked, ``index`` the place of the document among several. The words of
    the document are read once for all units that are asked for one after the other.
    """
    return _assigner(_Same(parent), _Same(directory), _Same(rules), on, index).assign(unit)


@dataclass(frozen=True)
class _Prepared:
    """A point with what its words tell, for all units at once."""

    point: Point
    headings: tuple[Heading, ...]
    """What stands above it, the nearest first."""
    rows: tuple[Row, ...] | None
    clauses: tuple[Facts, ...]
    container: int | None
    """Place of the point that it belongs to."""
    children: tuple[int, ...]
    """Places of the points that belong to it, where it only announces them."""
    beyond: Mapping[str, str]
    """Levels that cannot do it, with the words that tell so."""
    same: tuple[int, ...]
    """Places of the tasks of which a text of the body speaks too."""
    is_own_duty: bool
    """Whether it is what the issuer itself was told to do from above: its plan is a derived one."""


class Assigner:
    """The points of one higher document, their words read once for all units."""

    def __init__(
        self, parent: Document, directory: UnitDirectory, rules: DerivationRules, on: date, index: int = 0
    ) -> None:
        self._directory, self._on, self._rules = directory, on, rules.assignment
        name = parent.issuer.name
        issuers = directory.find(name, on) if name else ()
        self.issuer = issuers[0] if len(issuers) == 1 else None
        """The office that issues the document; None where the directory does not know it."""
        speaker = self.issuer.id if self.issuer else None
        self._reader = Reader(
            self._rules, lambda text: directory.mentioned(text, on, speaker), speaker, self._all_below()
        )
        has_divisions = self.issuer is not None and self.issuer.level == "department"
        self._cells = CellReader(self._reader, self._rules.levels, has_divisions=has_divisions)
        self._headings = HeadingReader(self._reader, self._rules.aims)
        self._beyond = BeyondReader(self._rules.beyond)
        self._own_duties = fold(rules.head.wording.headings.duties)
        self._asked = tuple(self._recipients(parent))
        self._is_general = self._says_so(parent)
        self.points = points(parent, index)
        self._prepared = tuple(self._prepare())

    def assign(self, unit: Unit) -> tuple[Assignment, ...]:
        """Return one assignment for each point, in the order of the points."""
        how = standing(unit, self.issuer, self._directory, self._on, self._rules.general_levels)
        general = self._general(how)
        judged = [self._judged(one, how, general) for one in self._prepared]
        found: list[CellsVerdict] = []
        for one, own in zip(self._prepared, judged, strict=True):
            own = as_in_table(own, [(self.points[place], judged[place]) for place in one.same])
            own = within(own if one.container is None else _below(own, found[one.container]), one.beyond, how)
            found.append(own)
        for place in reversed(range(len(found))):
            found[place] = _of_its_points(found[place], [found[child] for child in self._prepared[place].children])
        return tuple(_assignment(one.point, how, cells) for one, cells in zip(self._prepared, found, strict=True))

    def _all_below(self) -> dict[str, Level]:
        """Return the units below the issuer with their levels; every unit where the issuer is not known."""
        if self.issuer is None:
            return {unit.id: unit.level for unit in self._directory.on(self._on)}
        edges: tuple[Edge, Edge] = ("administrative", "professional")
        found: dict[str, Level] = {}
        waiting = [self.issuer.id]
        while waiting:
            id = waiting.pop()
            children = [child for edge in edges for child in self._directory.children(id, self._on, edge)]
            waiting += [child.id for child in children if child.id not in found]
            found |= {child.id: child.level for child in children}
        return found

    def _recipients(self, parent: Document) -> Iterator[Named]:
        """Yield who gets the document to act on it."""
        for one in parent.recipients:
            purpose = fold(one.purpose or "")
            if not any(fold(word) in purpose for word in self._rules.not_asked):
                yield from self._reader.read(one.name).named

    def _says_so(self, parent: Document) -> bool:
        """Whether trích yếu or lời dẫn tell that the plan is for the whole field."""
        words = fold(" ".join(plain(text) for text in (parent.subject, *parent.preamble) if text))
        return any(fold(one) in words for one in self._rules.general_words)

    def _general(self, how: Standing) -> Verdict:
        """Return what a point is for a unit whose words name nobody."""
        if not how.is_below:
            return Verdict(Role.NONE, "đơn vị không thuộc cơ quan ban hành; nội dung không nêu đơn vị", is_told=False)
        if how.is_guided:
            reason = "cơ quan ban hành chỉ quản lý chuyên môn; nội dung không nêu đơn vị"
            return Verdict(Role.NONE, reason, is_told=False)
        if self._rules.general == "lead" and (self._is_general or any(one.includes(how) for one in self._asked)):
            return Verdict(Role.LEAD, "nội dung chung của lĩnh vực, không nêu riêng đơn vị nào", is_told=False)
        return Verdict(Role.UNCLEAR, "nội dung không nêu đơn vị nào phải làm", is_told=False)

    def _prepare(self) -> Iterator[_Prepared]:
        belonging: dict[str, list[int]] = {}
        names = TaskNames(self.points)
        places = {point.id: place for place, point in enumerate(self.points)}
        for place, point in enumerate(self.points):
            if point.container is not None:
                belonging.setdefault(point.container, []).append(place)
        for point in self.points:
            headings = tuple(map(self._headings.read, reversed(point.path))) if point.kind == "prose" else ()
            announces = point.text.rstrip().endswith(":")
            children = tuple(belonging.get(point.id, ())) if announces else ()
            container = places.get(point.container) if point.container else None
            is_task = isinstance(point.node, Task)
            yield _Prepared(
                point,
                headings,
                self._rows(point),
                self._facts(point, headings),
                container,
                children,
                {} if is_task else self._beyond.read(point.text),
                names.told_in(point.text) if point.kind == "prose" else (),
                any(fold(heading).endswith(self._own_duties) for heading in point.path),
            )

    def _rows(self, point: Point) -> tuple[Row, ...] | None:
        """Return the rows of a task, a row without a lead with that of the row above; None for other points."""
        if isinstance(point.node, Target) and point.node.lead:
            return (Row(self._cells.entries((point.node.lead,)), ()),)
        if not isinstance(point.node, Task):
            return None
        rows: list[Row] = []
        for row in point.node.rows:
            lead = self._cells.entries(row.lead) or (rows[-1].lead if rows else ())
            rows.append(Row(lead, self._cells.entries(row.support)))
        return tuple(rows)

    def _facts(self, point: Point, headings: tuple[Heading, ...]) -> tuple[Facts, ...]:
        if isinstance(point.node, Task):
            return ()
        above = next((one.subject for one in headings if one.subject), ())
        found = facts(self._reader.read(point.text), self._rules)
        return tuple(one if one.subject or not above else replace(one, subject=above) for one in found)

    def _judged(self, one: _Prepared, how: Standing, general: Verdict) -> CellsVerdict:
        if one.rows is not None:
            found = judge_rows(one.rows, how)
            is_share = isinstance(one.point.node, Target) and one.point.node.unit == "%"
            return _of_target(found, judge(one.clauses, how, general)) if is_share else found
        if any(heading.is_aim for heading in one.headings):
            return CellsVerdict(Verdict(Role.NONE, "phần mục đích, yêu cầu không giao việc"))
        if isinstance(one.point.node, Table | Appendix):
            general = Verdict(
                Role.UNCLEAR, "bảng hoặc phụ lục mà chương trình không tách được thành việc", is_told=False
            )
        found = CellsVerdict(judge(one.clauses, how, general))
        return _of_own_duty(found, one, how) if one.is_own_duty else found


def _of_own_duty(found: CellsVerdict, one: _Prepared, how: Standing) -> CellsVerdict:
    """Return what a duty that the issuer has from above is for a unit: none, unless it is told to act by name."""
    verdict = found.verdict
    is_told = any(named.includes(how) for clause in one.clauses for named in clause.subject)
    if verdict.role not in _CONCERNED or is_told:
        return found
    if verdict.is_told:
        return CellsVerdict(replace(verdict, role=Role.UNCLEAR, reason=f"{_OWN_DUTY}; {verdict.reason}"))
    return CellsVerdict(Verdict(Role.OWN, _OWN_DUTY))


def _of_target(found: CellsVerdict, metric: Verdict) -> CellsVerdict:
    """Return what a share that others answer for is for a unit that its words count in; a number is for them alone."""
    if found.verdict.role in _CONCERNED or not metric.is_told or metric.role not in (Role.LEAD, Role.SUPPORT):
        return found
    reason = f"chỉ tiêu tính cả «{metric.words}», trong đó có đơn vị"
    return CellsVerdict(Verdict(Role.SUPPORT, reason, metric.words))


def _below(own: CellsVerdict, above: CellsVerdict) -> CellsVerdict:
    """Return what a point whose words name nobody is for a unit by the point that it belongs to."""
    return own if own.verdict.is_told or not above.verdict.is_told else above


def _of_its_points(own: CellsVerdict, children: list[CellsVerdict]) -> CellsVerdict:
    """Return what a point that only announces others is for a unit: the most that one of them is."""
    for role in _CONCERNED:
        if found := next((one.verdict for one in children if one.verdict.role is role), None):
            return CellsVerdict(replace(found, reason=f"có nội dung con: {found.reason}", is_told=True))
    return children[0] if children and own.verdict.role in _CONCERNED else own


def _assignment(point: Point, how: Standing, found: CellsVerdict) -> Assignment:
    verdict = found.verdict
    edge = how.edge if verdict.role in _CONCERNED else None
    return Assignment(
        point,
        how.unit,
        verdict.role,
        verdict.reason,
        verdict.words,
        found.rows,
        found.support_rows,
        verdict.is_alone,
        edge,
    )


T = TypeVar("T")


class _Same(Generic[T]):
    """Something that equals itself alone, however large it is to compare."""

    def __init__(self, value: T) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.value is self.value

    def __hash__(self) -> int:
        return id(self.value)


@lru_cache(maxsize=16)
def _assigner(
    parent: _Same[Document], directory: _Same[UnitDirectory], rules: _Same[DerivationRules], on: date, index: int
) -> Assigner:
    return Assigner(parent.value, directory.value, rules.value, on, index)
