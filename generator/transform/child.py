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
from generator.registers.derivation_words import Sentence
from generator.registers.holidays import WorkCalendar
from generator.registers.regimes import Regime, RegimeRegister
from generator.registers.units import Unit, UnitDirectory
from generator.transform import child_head as head
from generator.transform.assignment import Assignment
from generator.transform.cell_units import NamedUnits
from generator.transform.child_body import BodyFacts, sections
from generator.transform.child_findings import shortened, tell_of_the_whole
from generator.transform.child_prose import Prose, ProseWriter
from generator.transform.child_recipients import Circle, InnerAbove, inner_above, recipients
from generator.transform.child_tasks import TaskWriter, own_id, own_reference
from generator.transform.deadlines import Deadlines
from generator.transform.decision import Findings, LeftOut, Topic
from generator.transform.higher import Higher
from generator.transform.office import Office, office_of
from generator.transform.points import PointKind
from generator.transform.report_receivers import receivers
from generator.transform.report_words import Asked, ReportText, asked, fitting_regime
from generator.transform.reporting import OwnPeriod, own_periods, untold
from generator.transform.roles import Role
from generator.transform.sentences import filled
from generator.transform.terms import Rewriter
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.unicode import fold

_TAKEN = (Role.LEAD, Role.SUPPORT)
_CONCERNED = (*_TAKEN, Role.UNCLEAR)


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
        office = self._office.under(parents[order[0]].document)
        year = next((parents[place].year for place in order if parents[place].year), None)
        deadlines = Deadlines(self._calendar, year, self._on)
        tasks, targets, prose = self._content(office, parents, named, assignments, deadlines)
        ordered = [parents[place] for place in order]
        words = self._words(office, ordered, year)
        tasks += self._own_tasks(office, words)
        words |= self._said_of_the_content(ordered, tasks, [*targets, *prose.targets])
        guided = self._guided()
        reports = [(parent, _report_texts(assignments[parent.index])) for parent in ordered]
        periods = self._periods([one for _, texts in reports for one in texts], year, deadlines)
        facts = BodyFacts(office, words, periods, self._reports_to(reports), guided, bool(targets), bool(tasks))
        plan = Plan(
            year=year,
            issuer=head.organization(self._unit, self._directory, self._on),
            date=PartialDate(self._on.year, self._on.month),
            subject=filled(self._rules.head.wording.subject, words),
            legal_bases=head.bases(ordered, self._unit, self._rules.head),
            preamble=self._preamble(ordered, words),
            objectives=self._objectives([*targets, *prose.targets], words),
            sections=sections(facts, prose, self._rules),
            closing=self._all_filled(self._rules.head.wording.closing, words),
            recipients=recipients(office, ordered, tasks, self._circle(parents, named, guided)),
            archive=head.archive(office),
            signature=head.signature(office, self._on),
        )
        layout, own_layouts = self._layout(ordered)
        appendix = Appendix(title=filled(self._rules.head.wording.appendix, words), blocks=(TasksHere(layout=layout),))
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
            writer = TaskWriter(own, parent, rewriter, deadlines, self._rules, self.findings, cells)
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

    @staticmethod
    def _all_filled(sentences: Sequence[Sentence], words: dict[str, str]) -> tuple[str, ...]:
        return tuple(filled(one, words) for one in sentences)

    def _words(self, office: Office, parents: Sequence[Higher], year: int | None) -> dict[str, str]:
        return {
            **office.words,
            "topic": parents[0].topic,
            "year": str(year) if year else placeholder("năm"),
            "documents": " và ".join(dict.fromkeys(parent.mention for parent in parents)),
            "distance": str(self._rules.deadlines.plans_below),
            **self._said_of_the_content(parents, (), ()),
        }

    def _said_of_the_content(
        self, parents: Sequence[Higher], tasks: Sequence[Task], targets: Sequence[object]
    ) -> dict[str, str]:
        """Return what sentences call what the higher documents give, and where the tasks stand."""
        wording = self._rules.head.wording
        given = wording.given_targets if targets else wording.given
        if all(parent.only_asks for parent in parents):
            given = wording.given_asked
        return {"given": given, "where": wording.table if tasks else wording.no_table}

    def _objectives(self, targets: Sequence[object], words: dict[str, str]) -> tuple[str, ...]:
        wording = self._rules.head.wording
        return self._all_filled((*wording.objectives, *(wording.target_objectives if targets else ())), words)

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

    def _circle(self, parents: Sequence[Higher], named: Sequence[NamedUnits], guided: str | None) -> Circle:
        above = tuple(
            self._inner_of(parent.issuer, names)
            for parent, names in zip(parents, named, strict=True)
            if parent.issuer is not None
        )
        return Circle(self._unit, self._directory, self._on, above, guided)

    def _inner_of(self, issuer: Unit, named: NamedUnits) -> InnerAbove:
        """Return the parts of a higher office with what the unit calls them together."""
        above = office_of(issuer, self._directory, self._rules.head, self._on)
        words = {**above.words, "parent": issuer.name}
        rewriter = Rewriter(self._rules.terms, issuer.level, self._unit.level, words)
        return inner_above(above.words, rewriter.upward(above.words["inner"]), above.parts, named)

    def _guided(self) -> str | None:
        """Return the name of the units that the office only guides: that of the class that holds them all."""
        guided = {unit.id for unit in self._office.guided if unit.level in ("commune", "district")}
        if not guided:
            return None
        for one in self._directory.classes:
            if not one.relative and guided <= {unit.id for unit in self._directory.members(one.id, self._on)}:
                return one.name
        return None

    def _reports_to(self, reports: Sequence[tuple[Higher, Sequence[ReportText]]]) -> str:
        """Return who receives the periodic reports, in words."""
        names = receivers(reports, self._unit, self._directory, self._on)
        return " và ".join(names) or placeholder("nơi nhận báo cáo")

    def _periods(self, texts: Sequence[ReportText], year: int | None, deadlines: Deadlines) -> tuple[OwnPeriod, ...]:
        if year is None:
            return ()
        usual = self._regimes.regime(self._rules.head.regime)
        asks = asked(texts, usual, year)
        regime = fitting_regime(asks, self._regimes.regimes, usual, year)
        self._tell_of_reports(asks, regime, year)
        return own_periods(regime, year, asks, deadlines, self._rules.deadlines, len(self._office.below))

    def _tell_of_reports(self, asks: Asked, regime: Regime, year: int) -> None:
        """Tell of report days that the higher documents do not name, or not in words that are understood."""
        where, action = self._rules.head.wording.headings.reports, "đối chiếu với thời hạn báo cáo mà cấp trên yêu cầu"
        for text in asks.unread:
            found = f"không đọc được thời hạn báo cáo trong «{shortened(text)}»"
            self.findings.decide(Topic.DEADLINE, where, found, action)
        if asks.is_silent and not asks.unread:
            found = f"văn bản cấp trên không ghi hạn gửi báo cáo; lấy theo «{regime.name}»"
            self.findings.decide(Topic.DEADLINE, where, found, action)
        for label in untold(regime, year, asks):
            found = f"văn bản cấp trên không ghi hạn gửi báo cáo {label}; lấy theo «{regime.name}»"
            self.findings.decide(Topic.DEADLINE, where, found, action)

    def _layout(self, parents: Sequence[Higher]) -> tuple[str, tuple[TableLayout, ...]]:
        """Return the table layout of the first higher document that has one, with it where it is its own."""
        for parent in parents:
            for block in parent.document.blocks():
                if isinstance(block, TasksHere):
                    own = parent.document.layouts if isinstance(parent.document, Plan) else ()
                    return block.layout, tuple(one for one in own if one.id == block.layout)
        return self._rules.head.layout, ()


def _report_texts(assignments: Sequence[Assignment]) -> list[ReportText]:
    """Return the points of the body of a higher document, with what they may say of reports."""
    return [
        ReportText(one.point.text, one.point.path[-1] if one.point.path else "", one.role in _CONCERNED)
        for one in assignments
        if one.point.kind is PointKind.PROSE
    ]
