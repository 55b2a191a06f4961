"""The body of a lower office's plan: purposes, aims and targets, tasks by field, who carries it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.model.blocks import Block, Item, Note, Numbering, ObjectivesHere, Paragraph, Section, TargetsHere
from generator.registers.derivation import DerivationRules
from generator.registers.derivation_words import Sentence
from generator.transform.child_prose import Prose
from generator.transform.office import Office
from generator.transform.reporting import OwnPeriod
from generator.transform.sentences import filled
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.marks import escape


@dataclass(frozen=True)
class BodyFacts:
    """What the body says beside the points of the higher documents."""

    office: Office
    words: Mapping[str, str]
    """All placeholders of sentences."""
    periods: tuple[OwnPeriod, ...]
    reports_to: str
    """Names of those who receive its periodic reports."""
    guided: str | None
    """Names of the units that the office only guides, where it has such."""
    has_targets: bool
    has_tasks: bool


def sections(facts: BodyFacts, prose: Prose, rules: DerivationRules) -> tuple[Section, ...]:
    """Return the four sections of the plan: I purposes, II aims and targets, III tasks, IV carrying out."""
    writer = _Writer(facts, rules)
    return (
        writer.purposes(),
        writer.goals(prose),
        writer.tasks(prose),
        writer.execution(),
    )


class _Writer:
    def __init__(self, facts: BodyFacts, rules: DerivationRules) -> None:
        self._facts = facts
        self._rules = rules
        self._wording = rules.head.wording
        self._headings = rules.head.wording.headings

    def purposes(self) -> Section:
        parts = (
            (self._headings.purposes, self._wording.purposes),
            (self._headings.requirements, self._wording.requirements),
        )
        blocks = tuple(_heading(title, self._points(texts)) for title, texts in parts)
        return _section(self._headings.aims, blocks)

    def goals(self, prose: Prose) -> Section:
        aims = (ObjectivesHere(numbering=Numbering.LETTER), *prose.aims)
        blocks: list[Block] = [_heading(self._headings.objectives, aims)]
        targets: list[Block] = [TargetsHere(numbering=Numbering.LETTER)] if self._facts.has_targets else []
        if targets or prose.targets:
            blocks.append(_heading(self._headings.targets, [*targets, *prose.targets]))
        return _section(self._headings.goals, blocks)

    def tasks(self, prose: Prose) -> Section:
        blocks: list[Block] = [
            _heading(_in_small(title), points) if title else _heading(self._headings.tasks, points)
            for title, points in prose.fields.values()
        ]
        if prose.duties:
            blocks.append(_heading(self._headings.duties, prose.duties))
        if self._facts.has_tasks:
            blocks.append(Note(text=self._filled(self._wording.tasks_note)))
        return _section(self._headings.tasks, blocks)

    def execution(self) -> Section:
        return _section(self._headings.execution, tuple(self._execution()))

    def _execution(self) -> Iterator[Item]:
        office, wording = self._facts.office, self._wording
        focal = office.words["focal"]
        yield _heading(_capital(focal), self._points(wording.focal, parent=self._facts.reports_to))
        if any(part != focal for part in office.parts) or not office.parts:
            yield _heading(_capital(office.words["inner"]), self._points(wording.inner))
        if office.below:
            yield _heading(_capital(office.words["below"]), self._points(wording.below))
        if self._facts.guided:
            yield _heading(f"{self._headings.guided} {self._facts.guided}", self._points(wording.guided))
        if self._facts.periods:
            yield _heading(self._headings.reports, [self._period(one) for one in self._facts.periods])
        yield _heading(self._headings.budget, self._points(wording.budget))

    def _period(self, period: OwnPeriod) -> Item:
        sentence = self._wording.period if period.start and period.end else self._wording.period_open
        words = self._facts.words
        below = f", {words['below']}" if self._facts.office.below else ""
        days = {
            "reporters": words["inner"] + below,
            "period": period.label,
            "start": _short(period.start),
            "end": _short(period.end),
            "inner_day": _short(period.inner_day),
            "day": _short(period.day),
        }
        return _point(filled(sentence, {**words, **days, "parent": self._facts.reports_to}))

    def _points(self, sentences: Sequence[Sentence], **changed: str) -> tuple[Block, ...]:
        """Return the sentences as points, some words changed; one alone needs no letter."""
        texts = [filled(one, {**self._facts.words, **changed}) for one in sentences]
        return (Paragraph(text=texts[0]),) if len(texts) == 1 else tuple(map(_point, texts))

    def _filled(self, sentence: Sentence) -> str:
        return filled(sentence, self._facts.words)


def _section(title: str, blocks: Iterable[Block]) -> Section:
    return Section(title=title, blocks=tuple(blocks))


def _heading(title: str, blocks: Iterable[Block]) -> Item:
    return Item(numbering=Numbering.ARABIC, heading=True, text=escape(title), blocks=tuple(blocks))


def _point(text: str) -> Item:
    return Item(numbering=Numbering.LETTER, text=text)


def _in_small(title: str) -> str:
    """Return a title that a letterhead or a heading has in capitals as it stands in a text."""
    return title.capitalize() if title.isupper() and " " in title else title


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _short(day: date | None) -> str:
    return PartialDate.parse(day).short() if day else ""
