"""One lower office's plan, put together from its parts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.model.blocks import TasksHere
from generator.model.document import Appendix
from generator.model.layout import TableLayout
from generator.model.plan import Plan, Target, Task, TaskRow
from generator.model.readiness import placeholder
from generator.registers.derivation import DerivationRules
from generator.registers.holidays import WorkCalendar
from generator.registers.regimes import Regime, RegimeRegister
from generator.registers.units import Unit, UnitDirectory
from generator.transform import child_head as head
from generator.transform.assignment import Assignment
from generator.transform.cell_units import NamedUnits
from generator.transform.child_body import BodyFacts, sections
from generator.transform.child_findings import shortened, tell_of_the_whole
from generator.transform.child_prose import Prose, ProseWriter
from generator.transform.child_tasks import TaskWriter, own_id, own_reference
from generator.transform.deadlines import Deadlines
from generator.transform.decision import Findings, LeftOut, Topic
from generator.transform.higher import Higher
from generator.transform.office import Office, office_of
from generator.transform.points import PointKind
from generator.transform.reporting import AskedPeriod, OwnPeriod, SendDay, asked_day, asked_periods, own_periods
from generator.transform.roles import Role
from generator.transform.sentences import filled
from generator.transform.terms import Rewriter
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.unicode import fold

_TAKEN = (Role.LEAD, Role.SUPPORT)


class ChildWriter:
    """Writes the plan of one unit; what a person is to look at gathers in ``findings``."""

    def __init__(
        self,
        unit: Unit,
        directory: UnitDirectory,
        rules: DerivationRules,
        calendar: WorkCalendar,
        on: date,
        regimes: RegimeRegister,
    ) -> None:
        self.findings = Findings()
        self._unit, self._directory, self._rules = unit, directory, rules
        self._calendar, self._on, self._regimes = calendar, on, regimes
        self._office = office_of(unit, directory, rules.head, on)

    def plan(
        self,
        parents: Sequence[Higher],
        named: Sequence[NamedUnits],
        assignments: Sequence[Sequence[Assignment]],
        order: Sequence[int],
    ) -> Plan:
        """Return the plan; ``order`` is that of the higher documents among the bases."""
        first = parents[order[0]]
        office = self._office.under(first.document)
        year = next((parents[place].year for place in order if parents[place].year), None)
        deadlines = Deadlines(self._calendar, year, self._on)
        tasks, targets, prose = self._content(office, parents, named, assignments, deadlines)
        ordered = [parents[place] for place in order]
        words = self._words(office, ordered, year)
        tasks += self._own_tasks(office, words)
        guided = self._guided()
        periods = self._periods(assignments, order, year, deadlines)
        facts = BodyFacts(office, words, periods, guided, bool(targets), bool(tasks))
        wording = self._rules.head.wording
        plan = Plan(
            year=year,
            issuer=head.organization(self._unit, self._directory, self._on),
            date=PartialDate(self._on.year, self._on.month),
            subject=filled(wording.subject, words),
            legal_bases=head.bases(ordered, self._unit, self._rules.head),
            preamble=self._preamble(ordered, words),
            objectives=tuple(filled(one, words) for one in wording.objectives),
            sections=sections(facts, prose, self._rules),
            closing=tuple(filled(one, words) for one in wording.closing),
            recipients=head.recipients(office, ordered, tasks, guided, self._inner_of(ordered)),
            archive=head.archive(office),
            signature=head.signature(office, self._on),
        )
        layout, own_layouts = self._layout(ordered)
        appendix = Appendix(title=filled(wording.appendix, words), blocks=(TasksHere(layout=layout),))
        appendices = {"appendices": (appendix,), "layouts": own_layouts} if tasks else {}
        plan = plan.model_copy(update={"targets": tuple(targets), "tasks": tuple(tasks), **appendices})
        tell_of_the_whole(plan, ordered, office, deadlines, self.findings)
        return plan

    def _content(
        self,
        office: Office,
        parents: Sequence[Higher],
        named: Sequence[NamedUnits],
        assignments: Sequence[Sequence[Assignment]],
        deadlines: Deadlines,
    ) -> tuple[list[Task], list[Target], Prose]:
        tasks: list[Task] = []
        targets: list[Target] = []
        prose = Prose()
        for parent, cells, found in zip(parents, named, assignments, strict=True):
            own = office.under(parent.document)
            level = parent.issuer.level if parent.issuer else self._level_of(parent)
            rewriter = Rewriter(self._rules.terms, level, self._unit.level, own.words, parent.mention)
            writer = TaskWriter(own, parent, rewriter, deadlines, cells, self._rules, self.findings)
            taken = [one for one in found if one.role in _TAKEN]
            tasks += [writer.task(one) for one in taken if one.point.kind is PointKind.TASK]
            targets += [writer.target(one) for one in taken if one.point.kind is PointKind.TARGET]
            body = [one for one in found if one.point.kind is PointKind.PROSE]
            ProseWriter(own, parent, rewriter, deadlines, self._rules, self.findings).write(body, prose)
            self._tell_of_the_rest(parent, found)
        return tasks, targets, prose

    def _level_of(self, parent: Higher) -> str | None:
        """Return the level of an issuer that the directory does not know: as the document says, else by its name."""
        issuer = parent.document.issuer
        if issuer.level is not None:
            return issuer.level.value
        name = f"{fold(issuer.name or '')} "
        for one in self._rules.assignment.levels:
            if any(name.startswith(f"{fold(word)} ") for word in one.names):
                return one.level
        return None

    def _tell_of_the_rest(self, parent: Higher, assignments: Sequence[Assignment]) -> None:
        for one in assignments:
            if one.role is Role.UNCLEAR:
                action = "xem có phải việc của đơn vị không; nếu phải thì bổ sung vào kế hoạch"
                found = f"«{shortened(one.point.text)}»: {one.reason}"
                self.findings.decide(Topic.UNCLEAR, own_id(one.point), found, action, parent.name)
            elif one.role is Role.OWN:
                self.findings.left_out.append(LeftOut(one.point, parent.name, one.reason))

    def _words(self, office: Office, parents: Sequence[Higher], year: int | None) -> dict[str, str]:
        return {
            **office.words,
            "topic": parents[0].topic,
            "year": str(year) if year else placeholder("năm"),
            "documents": " và ".join(dict.fromkeys(parent.mention for parent in parents)),
            "distance": str(self._rules.deadlines.plans_below),
        }

    def _preamble(self, parents: Sequence[Higher], words: dict[str, str]) -> tuple[str, ...]:
        wording = self._rules.head.wording
        lines = [filled(one, words) for one in wording.preamble]
        explained = {short: text for parent in reversed(parents) for short, text in parent.abbreviations.items()}
        if explained:
            listed = ", ".join(f"{text} ({short})" for short, text in sorted(explained.items()))
            lines.insert(0, f"{wording.abbreviations} {listed}.")
        return tuple(lines)

    def _own_tasks(self, office: Office, words: dict[str, str]) -> list[Task]:
        return [
            Task(
                id=one.id,
                group=one.group and filled(one.group, words),
                name=filled(one.name, words),
                rows=(
                    TaskRow(
                        products=tuple(filled(product, words) for product in one.products),
                        schedule=filled(one.schedule, words),
                        lead=(office.words["focal"] if office.parts else office.unit.name,),
                    ),
                ),
                parent=own_reference(),
            )
            for one in self._rules.head.own_tasks
            if not one.levels or self._unit.level in one.levels
        ]

    def _inner_of(self, parents: Sequence[Higher]) -> dict[str, tuple[str, ...]]:
        """Return the parts of each higher office, by what they are called together."""
        found: dict[str, tuple[str, ...]] = {}
        for parent in parents:
            if parent.issuer is not None:
                above = office_of(parent.issuer, self._directory, self._rules.head, self._on)
                words = {**above.words, "parent": parent.issuer.name}
                rewriter = Rewriter(self._rules.terms, parent.issuer.level, self._unit.level, words)
                found[rewriter.upward(above.words["inner"])] = above.parts
        return found

    def _guided(self) -> str | None:
        """Return the name of the units that the office only guides: that of the class that holds them all."""
        guided = {unit.id for unit in self._office.guided if unit.level in ("commune", "district")}
        if not guided:
            return None
        for one in self._directory.classes:
            if not one.relative and guided <= {unit.id for unit in self._directory.members(one.id, self._on)}:
                return one.name
        return None

    def _periods(
        self, assignments: Sequence[Sequence[Assignment]], order: Sequence[int], year: int | None, deadlines: Deadlines
    ) -> tuple[OwnPeriod, ...]:
        if year is None:
            return ()
        concerned = (*_TAKEN, Role.UNCLEAR)
        all_points = [one for place in order for one in assignments[place]]
        periods = [one.point.text for one in all_points if one.point.kind is PointKind.PROSE]
        concerning = [one.point.text for one in all_points if one.role in concerned]
        regime, asked = self._asked(periods, concerning, year)
        return own_periods(regime, year, asked, deadlines, self._rules.deadlines, len(self._office.below))

    def _asked(
        self, texts: Sequence[str], concerning: Sequence[str], year: int
    ) -> tuple[Regime, SendDay | dict[str, AskedPeriod]]:
        """Return the report regime, and what the higher documents ask within it."""
        regime = self._regimes.regime(self._rules.head.regime)
        if periods := asked_periods(texts, regime, year):
            return regime, periods
        if day := asked_day(concerning):
            return next((one for one in self._regimes.regimes if day.fits(one, year)), regime), day
        action = "đối chiếu với thời hạn báo cáo mà cấp trên yêu cầu"
        found = f"văn bản cấp trên không ghi hạn gửi báo cáo; lấy theo «{regime.name}»"
        self.findings.decide(Topic.DEADLINE, self._rules.head.wording.headings.reports, found, action)
        return regime, {}

    def _layout(self, parents: Sequence[Higher]) -> tuple[str, tuple[TableLayout, ...]]:
        """Return the table layout of the first higher document that has one, with it where it is its own."""
        for parent in parents:
            for block in parent.document.blocks():
                if isinstance(block, TasksHere):
                    own = parent.document.layouts if isinstance(parent.document, Plan) else ()
                    return block.layout, tuple(one for one in own if one.id == block.layout)
        return self._rules.head.layout, ()
