"""The body of a report: the outline with the sentences, the unit's own words, the tasks of each field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, Place, error, warning
from generator.model.blocks import Block, Item, Note, Numbering, Paragraph, Picture, Section
from generator.model.progress import Progress
from generator.model.readiness import placeholder
from generator.registers.outline import OutlineSection, ReportOutline
from generator.registers.unit import Level
from generator.reports.named_figures import Named, filled_in_words, said, unknown_figures, unknown_values
from generator.reports.partial_sums import Partials, with_source
from generator.reports.task_results import coming, coming_items, of_field, results
from generator.reports.task_states import TaskState

_NUMBERINGS: Final = (Numbering.ROMAN, Numbering.ARABIC, Numbering.LETTER)
_NOTHING: Final = frozenset({"-", "–", "không phát sinh", "không có"})
_NOTHING_SAID: Final = "Trong kỳ báo cáo không phát sinh nội dung này."


@dataclass(frozen=True)
class BodyFacts:
    """What the body is made of."""

    outline: ReportOutline
    level: Level
    progress: Progress
    named: Named
    states: tuple[TaskState, ...]
    year: int | None
    """Of the plan."""
    cut_off: date
    next_end: date | None
    """Last day of the next period; None where it belongs to another plan, whose tasks are not known."""
    next_label: str
    chart: Picture | None = None
    partials: Partials = field(default_factory=dict)
    """Figures that are not those of all units."""


@dataclass
class BodyWriter:
    """Makes the sections; what a person must mend in the words of the unit is kept in ``diagnostics``."""

    facts: BodyFacts
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def sections(self) -> tuple[Section, ...]:
        """Return the sections of the report; one of proposals is left out where nothing is asked for."""
        self._unknown_points()
        return tuple(self._sections())

    def _sections(self) -> Iterator[Section]:
        for one in self.facts.outline.below(None):
            blocks = self._blocks(one)
            if one.is_for(self.facts.level) and (blocks or one.role != "proposals"):
                yield Section(numbering=Numbering.ROMAN, title=self._title(one), blocks=blocks)

    def _title(self, one: OutlineSection) -> str:
        return one.title.replace("kỳ sau", self.facts.next_label) if one.role == "next_tasks" else one.title

    def _blocks(self, one: OutlineSection) -> tuple[Block, ...]:
        below = [point for point in self.facts.outline.below(one.id) if point.is_for(self.facts.level)]
        inner = tuple(self._point(point) for point in below)
        own = tuple(self._own(one, has_points=bool(inner)))
        return (*own, *inner)

    def _point(self, one: OutlineSection) -> Item:
        numbering = _NUMBERINGS[min(one.id.count("."), len(_NUMBERINGS) - 1)]
        return Item(numbering=numbering, heading=True, text=one.title, blocks=self._blocks(one))

    def _own(self, one: OutlineSection, *, has_points: bool) -> Iterator[Block]:
        words = [*self._words(one)]
        facts = self.facts
        sentences = [
            with_source(text, each, facts.partials)
            for each in one.sentences
            if (text := said(each, facts.named, facts.level))
        ]
        tasks = [*self._tasks(one)]
        yield from (Paragraph(text=text) for text in (*sentences, *words))
        yield from tasks
        if one.role == "results" and not one.fields:
            outline = self.facts.outline
            yield Note(text=outline.appendices_note if self.facts.states else outline.forms_note)
            if self.facts.chart:
                yield self.facts.chart
        if not (words or sentences or tasks or has_points or one.role == "proposals"):
            yield Paragraph(text=placeholder(f"nội dung mục {one.id} {one.title}"))

    def _words(self, one: OutlineSection) -> Iterator[str]:
        told = next((each for each in self.facts.progress.narrative if each.section == one.id), None)
        for number, text in enumerate(told.texts if told else ()):
            if text.strip(" .").casefold() in _NOTHING:
                yield _NOTHING_SAID
                continue
            self._unknown_in(text, Place(field=f"narrative[{one.id}].texts[{number}]"))
            yield filled_in_words(text, self.facts.named)

    def _unknown_in(self, text: str, place: Place) -> None:
        """Keep each name in a text that is no figure's, or whose figure is not known: a gap stands in its place."""
        for unknown in unknown_figures(text, self.facts.named):
            self.diagnostics.append(error(unknown.message, place, found=f"«{text}»", hint=unknown.hint))
        for name in unknown_values(text, self.facts.named):
            message = f"lời nêu số liệu «{name}» chưa có, để [CẦN BỔ SUNG] ở chỗ ấy"
            advice = "điền số liệu vào biểu mẫu, hoặc bỏ khỏi lời"
            self.diagnostics.append(warning(message, place, found=f"«{text}»", hint=advice))

    def _tasks(self, one: OutlineSection) -> Iterator[Item]:
        states = self.facts.states
        if one.role == "results":
            yield from results(of_field(states, one.fields) if one.fields else self._in_no_field())
        elif one.role == "next_tasks":
            yield from coming_items(coming(states, self.facts.cut_off, self.facts.next_end, self.facts.year))
            if self.facts.next_end is None:
                yield Item(text=placeholder(f"nhiệm vụ {self.facts.next_label} theo kế hoạch mới"))
        elif one.role == "proposals":
            for each in states:
                if each.told and each.told.proposal:
                    yield Item(text=f"{each.task.name.rstrip(' .;')}: {each.told.proposal.rstrip(' .;')}.")

    def _in_no_field(self) -> tuple[TaskState, ...]:
        """Return the tasks that no other point tells of, so that none is left out."""
        told = [
            each.task.id
            for one in self.facts.outline.sections
            if one.fields and one.is_for(self.facts.level)
            for each in of_field(self.facts.states, one.fields)
        ]
        return tuple(each for each in self.facts.states if each.task.id not in told)

    def _unknown_points(self) -> None:
        for number, told in enumerate(self.facts.progress.narrative):
            point = self.facts.outline.section(told.section)
            if point is None or not point.is_for(self.facts.level):
                place = Place(file=None, field=f"narrative[{number}].section")
                hint = "xem các mục của đề cương báo cáo"
                message = "đề cương báo cáo không có mục này cho đơn vị cấp này"
                self.diagnostics.append(error(message, place, found=f"«{told.section}»", hint=hint))
