"""A plan taken on to another year: what can be computed is, what a person must decide is listed.

Years, quarters and days of its words move on, deadlines to working days; finished tasks go, unfinished ones are
marked; the plan and report of the old year become bases; number and day go blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from pydantic import BaseModel

from generator.errors import DataError
from generator.model.blocks import Cell, Item, Note, Other, Paragraph, Picture, Section, Table
from generator.model.document import Appendix
from generator.model.ending import Recipient
from generator.model.layout import Column, TableLayout
from generator.model.plan import Plan, Target, Task, TaskRow
from generator.model.references import Use, references
from generator.registers.catalog import bundled_bodies
from generator.registers.holidays import WorkCalendar
from generator.registers.legal import Force, LegalRegister
from generator.registers.units import UnitDirectory
from generator.transform.merge_places import entry_name, field_title, shortened
from generator.transform.roll_bases import Bases
from generator.transform.roll_bodies import Former, Said, unit_names
from generator.transform.roll_days import WorkDays, later
from generator.transform.roll_decision import Decision, Topic
from generator.transform.roll_people import signer_decisions
from generator.transform.roll_tasks import Outcome, Tasks, rolled_targets
from generator.transform.roll_words import strings_in
from generator.transform.roll_years import Shifted, Years
from generator.vietnamese.citations import Citation, FoundCitation, compose
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.unicode import fold

__all__ = ["Decision", "Outcome", "Rolled", "Topic", "roll"]

_YEAR: Final = re.compile(r"\bnăm\s+(20\d\d)(?!\d|\s*[-–]\s*20\d\d)", re.IGNORECASE)
_ATTACHED: Final = re.compile(r"\bkèm theo\b", re.IGNORECASE)
"""The line of an appendix that names the plan itself: it is composed anew from number and day."""
_WORDS: Final[Mapping[type[BaseModel], tuple[str, ...]]] = {
    Paragraph: ("text",),
    Item: ("text",),
    Note: ("text",),
    Other: ("text",),
    Section: ("title",),
    Table: ("title",),
    Cell: ("text",),
    Picture: ("alt", "title"),
    Appendix: ("title", "note"),
    Target: ("group", "metric"),
    Task: ("group", "goal", "name"),
    TaskRow: ("activity", "products", "issuing_level", "budget", "note"),
    Recipient: ("name", "purpose"),
    Column: ("heading",),
}
"""Fields of records whose words move on; schedules are read for what they mean."""
_PARTS: Final = (
    "subject", "preamble", "objectives", "targets", "sections", "tasks", "closing", "recipients", "appendices",
    "layouts",
)  # fmt: skip
"""Parts of the plan whose words move on."""
_JUDGED_ELSEWHERE: Final = frozenset({"year", "number", "date", "legal_bases", "unplaced", "derivation"})
"""Parts of the plan that are made anew, and those that are told of one by one."""


@dataclass(frozen=True)
class Rolled:
    """The plan of the new year."""

    plan: Plan
    decisions: tuple[Decision, ...]
    """What a person must look at, by topic, each topic in the order of the plan."""
    dropped: tuple[str, ...]
    """Tasks that were finished."""
    carried: tuple[str, ...]
    """Tasks that were not."""


def roll(
    plan: Plan,
    year: int,
    *,
    calendar: WorkCalendar,
    register: LegalRegister,
    directory: UnitDirectory | None = None,
    progress: Outcome | None = None,
    layouts: Mapping[str, TableLayout] | None = None,
    files: Mapping[str, Citation] | None = None,
    on: date,
) -> Rolled:
    """Return a plan taken on to a later year, made on a day.

    ``progress`` tells which tasks are finished; without it all stay. ``layouts`` are those of the program by name; the
    remark on a carried task is set where its table prints one. ``files`` are the documents in the files that it names.
    DataError for a plan without a year, and for a year that is not later.
    """
    old = _year_of(plan)
    if year <= old:
        raise DataError(f"kế hoạch đã là của năm {old}, không chuyển sang năm {year} được", hint="chọn năm sau")
    days = WorkDays(calendar, year)
    rolling = _Rolling(plan, Years(old, year, days), register, on, files or {})
    return rolling.rolled(directory, progress, layouts or {})


def _year_of(plan: Plan) -> int:
    named = _YEAR.search(plan.subject or "")
    if plan.year is None and named is None:
        raise DataError("kế hoạch không ghi năm", hint="ghi năm kế hoạch vào dữ liệu: year: 2026")
    return plan.year if plan.year is not None else int(named[1]) if named else 0


class _Rolling:
    """One plan on its way to another year."""

    def __init__(
        self, plan: Plan, years: Years, register: LegalRegister, on: date, files: Mapping[str, Citation]
    ) -> None:
        self._plan = plan
        self._files = files
        self._years = years
        self._register = register
        self._on = on
        self._decisions: list[Decision] = []
        self._said: list[Said] = []

    def rolled(
        self, directory: UnitDirectory | None, outcome: Outcome | None, layouts: Mapping[str, TableLayout]
    ) -> Rolled:
        plan, years = self._plan, self._years
        tasks = Tasks(plan, years, outcome, layouts, self._on)
        kept = plan.model_copy(update={"tasks": tasks.rolled()})
        targets, about_targets = rolled_targets(plan, years, outcome)
        bases = Bases(plan, years, self._register, self._on, self._files)
        parts = {name: self._value(getattr(kept, name), (self._title(name),)) for name in _PARTS if name != "targets"}
        parts["targets"] = self._value(targets, (self._title("targets"),))
        head = {"year": years.new, "number": None, "date": self._date(), "legal_bases": bases.rolled()}
        parts["tasks"] = tasks.marked(parts["tasks"])
        made = plan.model_copy(update={**parts, **head, "derivation": None})
        self._decisions += [*bases.decisions, *about_targets, *tasks.decisions]
        self._decisions += [*signer_decisions(made, directory, self._on), *self._former(made, directory)]
        self._tell_of_the_whole()
        decisions = sorted(dict.fromkeys(self._decisions), key=lambda one: list(Topic).index(one.topic))
        return Rolled(_checked(made), tuple(decisions), tuple(tasks.dropped), tuple(tasks.carried))

    def _title(self, name: str) -> str:
        return field_title(self._plan, name)

    def _value(self, value: Any, way: tuple[str, ...]) -> Any:
        """Return a value of the plan with its words moved on; ``way`` names its place, from outside inwards."""
        if isinstance(value, tuple):
            return tuple(self._value(one, _entry_way(way, one, number)) for number, one in enumerate(value, 1))
        if isinstance(value, str):
            return self._text(value, way)
        return self._record(value, way) if isinstance(value, BaseModel) else value

    def _record(self, record: BaseModel, way: tuple[str, ...]) -> BaseModel:
        """Return a record with its words moved on, and with the origin of prose gone: it is that of the old year."""
        changes: dict[str, Any] = {}
        if isinstance(record, Appendix) and _ATTACHED.search(record.note or ""):
            record = record.model_copy(update={"note": None})
        for name in type(record).model_fields:
            value = getattr(record, name)
            if name in _WORDS.get(type(record), ()):
                changes[name] = self._value(value, (*way, field_title(record, name)))
            elif name in ("blocks", "rows", "columns"):
                changes[name] = self._value(value, way)
            elif name == "parent" and isinstance(record, Item | Paragraph):
                changes[name] = None
        return record.model_copy(update=changes)

    def _text(self, text: str, way: tuple[str, ...]) -> str:
        shifted = self._years.text(text)
        place = ", ".join(dict.fromkeys(way))
        self._decisions += [
            Decision(Topic.TEXT, place, f"«{doubt.words}»: {doubt.what}", "xem lại") for doubt in shifted.doubts
        ]
        self._said.append(Said(place, shifted.text, is_name=place.startswith(self._title("recipients"))))
        self._look_at_cited(shifted, place)
        return shifted.text

    def _former(self, made: Plan, directory: UnitDirectory | None) -> Iterator[Decision]:
        """Return what is to be decided about offices that have ended since the old plan."""
        day = self._plan.date.last_day() if self._plan.date else None
        former = Former(bundled_bodies(), directory, day or date(self._years.old, 1, 1), self._on)
        return former.decisions((*unit_names(made), *self._said))

    def _look_at_cited(self, shifted: Shifted, place: str) -> None:
        for one in shifted.cited:
            what = self._what_is_old(one)
            if what:
                name = shortened(shifted.text if len(shifted.text) < 40 else compose(one.citation, "short"))
                self._decisions.append(Decision(Topic.TEXT, place, f"viện dẫn «{name}» {what[0]}", what[1]))

    def _what_is_old(self, found: FoundCitation) -> tuple[str, str] | None:
        """Return what is old about a cited document and what to do; None where nothing is."""
        citation = found.citation
        for act in self._register.find(citation):
            status = self._register.status(act, self._on)
            if status.force is Force.EXPIRED:
                later_ones = self._register.successors(act)
                return str(
                    status
                ), f"thay bằng {compose(later_ones[-1].citation, 'short')}" if later_ones else "xem lại"
        years = {int(year) for year in _YEAR.findall(citation.title or "")}
        is_last_years = bool(citation.date and citation.date.year and citation.date.year >= self._years.old - 1)
        if self._years.old in years or (is_last_years and fold(citation.type) == fold("Kế hoạch")):
            return "là của năm cũ", "thay bằng văn bản của năm mới nếu có"
        return None

    def _date(self) -> PartialDate | None:
        """Return the month in which the plan is signed: that of the old plan, not before the day of making it."""
        day = self._plan.date
        if day is None or day.year is None:
            return None
        moved = later(PartialDate(day.year, day.month), self._years.new - self._years.old)
        last = moved.last_day()
        return moved if last is None or last >= self._on else PartialDate(self._on.year, self._on.month)

    def _tell_of_the_whole(self) -> None:
        """Decide on what concerns no single part: the higher plan, the calendar, parts without a place."""
        plan = self._plan
        if plan.derivation or any(basis.from_superior for basis in plan.legal_bases):
            found = "nhiệm vụ, chỉ tiêu theo văn bản cấp trên của năm cũ"
            self._decisions.append(
                Decision(Topic.TASK, "toàn văn bản", found, "đối chiếu với văn bản cấp trên năm mới")
            )
        for year in sorted(self._years.days.unknown_years):
            found = f"lịch nghỉ không có năm {year}: chỉ tính ngày nghỉ hằng tuần và ngày lễ cố định"
            self._decisions.append(
                Decision(Topic.DEADLINE, "thời hạn", found, "xem lại thời hạn gần Tết, ngày nghỉ bù")
            )
        for file in dict.fromkeys(one.file for one in references(plan) if one.use is not Use.BASIS):
            action = "xem tệp ấy có phải văn bản của năm mới không"
            self._decisions.append(Decision(Topic.TEXT, "tệp được dẫn", file, action))
        for name in sorted(set(type(plan).model_fields) - {*_PARTS, *_JUDGED_ELSEWHERE}):
            for words in strings_in(getattr(plan, name)):
                if re.search(rf"(?<!\d)(?:{self._years.old - 1}|{self._years.old})(?!\d)", words):
                    found = f"«{shortened(words)}» có năm của kế hoạch cũ, để nguyên"
                    self._decisions.append(Decision(Topic.TEXT, self._title(name), found, "xem lại"))
        for one in plan.unplaced:
            found = f"«{shortened(one)}» chưa xếp được, không in ra"
            self._decisions.append(Decision(Topic.TEXT, "đoạn chưa xếp được", found, "xếp vào chỗ hoặc bỏ"))


def _entry_way(way: tuple[str, ...], entry: Any, number: int) -> tuple[str, ...]:
    """Return the place of an entry of a list, from 1; a text is found by its number."""
    if isinstance(entry, str):
        return (*way[:-1], f"{way[-1]} {number}")
    return (*way, entry_name(entry, number, way[-1]))


def _checked(plan: Plan) -> Plan:
    """Return the plan as the model holds it: words that were computed are words that it can hold."""
    return Plan.model_validate(plan.model_dump())
