"""The sentences of a reminder with their words filled in: whom it speaks to, what is late, what was written before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from generator.model.plan import Plan
from generator.model.readiness import placeholder
from generator.model.wording import cited_as, short_citation_of
from generator.registers.regimes import PeriodDates
from generator.registers.reminder import MatterWords, ReminderWords
from generator.registers.units import Unit
from generator.reports.earlier_letters import NOT_KNOWN, EarlierLetter, times_of
from generator.reports.late import Late, day_of_states
from generator.reports.task_states import TaskState
from generator.vietnamese.citations import compose
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.marks import escape

_COMMITTEES: Final = ("province", "district", "commune")
"""Levels whose unit is a committee of the people."""


@dataclass(frozen=True)
class Ask:
    """What is asked, and what the letter names; what is not known stands as a gap."""

    day: date
    """The day at whose end things stand so."""
    by: date | None = None
    channel: str | None = None
    contact: str | None = None
    times: int | None = None
    """Which time it is for units reminded before, where the user says; None: as the earlier letters tell."""
    earlier: tuple[EarlierLetter, ...] = ()

    def times_of(self, late: Late) -> int:
        """Return which time a unit is reminded of its main matter."""
        return times_of(late, self.earlier, self.times)


@dataclass(frozen=True)
class Wording:
    """What a letter to late units says."""

    issuer: Unit
    plan: Plan
    late: tuple[Late, ...]
    period: PeriodDates
    ask: Ask
    words: ReminderWords
    again: tuple[Late, ...] = field(init=False)
    """Those that were reminded of their main matter before."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "again", tuple(one for one in self.late if self.ask.times_of(one) > 1))

    @property
    def single(self) -> Late | None:
        """The unit that the letter goes to, where it is only one."""
        return self.late[0] if len(self.late) == 1 else None

    @property
    def times(self) -> int:
        """Which time it is for all of them; 1 where it is not the same for all."""
        counted = {self.ask.times_of(one) for one in self.late}
        return counted.pop() if len(counted) == 1 else 1

    @property
    def of_report(self) -> tuple[Late, ...]:
        """Those of which no report has come."""
        return tuple(one for one in self.late if one.report)

    @property
    def of_resend(self) -> tuple[Late, ...]:
        """Those whose report does not count."""
        return tuple(one for one in self.late if one.faults)

    @property
    def of_tasks(self) -> tuple[Late, ...]:
        """Those with tasks past their day."""
        return tuple(one for one in self.late if one.tasks)

    @property
    def of_unclear(self) -> tuple[Late, ...]:
        """Those with tasks of which it is not clear how they stand."""
        return tuple(one for one in self.late if one.unclear)

    def matters(self) -> Iterator[tuple[MatterWords, tuple[Late, ...]]]:
        """Yield what is late, with the units of which it is."""
        words = self.words
        for matter, units in (
            (words.report, self.of_report),
            (words.resend, self.of_resend),
            (words.tasks, self.of_tasks),
            (words.unclear, self.of_unclear),
        ):
            if units:
                yield matter, units

    def subject(self) -> str:
        """Return what the letter is about, with which time it is from the second on."""
        words = self.words
        with_tasks = words.subject_both if self.of_report else words.subject_resend_tasks
        of_reports = words.subject_reports if self.of_report else words.subject_resend
        chosen = with_tasks if self.of_tasks else of_reports
        if not (self.of_report or self.of_resend):
            chosen = words.subject_tasks if self.of_tasks else words.subject_unclear
        known = self.plan.number is not None and self.plan.date is not None
        subject = self.said(chosen, plan=short_citation_of(self.plan)) if known else self.said(chosen)
        return f"{subject} {self.said(words.again)}" if self.times > 1 else subject

    def opening(self) -> str:
        """Return the first sentence: the plan, and the earlier letters for those that they named."""
        if not self.again:
            return self.said(self.words.opening)
        all_again = len(self.again) == len(self.late)
        return self.said(self.words.opening_again if all_again else self.words.opening_some)

    def state(self, matter: MatterWords, units: Sequence[Late]) -> str:
        """Return how things stand in one matter."""
        tasks = [task for one in units for task in self._tasks(matter, one)]
        untold = sum(task.problem is not None for task in tasks)
        clause = self.said(self.words.tasks.untold, tasks=untold) if untold and matter is self.words.tasks else ""
        sentence = matter.state_one if self.single else matter.state
        return self.said(sentence, units=len(units), tasks=len(tasks), untold=clause)

    def items(self, matter: MatterWords) -> Iterator[str]:
        """Yield the tasks of the only unit in one matter, each with its day and the days that it is late."""
        tasks = self._tasks(matter, self.single) if self.single else ()
        for place, one in enumerate(tasks, start=1):
            end = "." if place == len(tasks) else ";"
            yield self._item(matter, one) + end

    def _tasks(self, matter: MatterWords, one: Late) -> tuple[TaskState, ...]:
        if matter is self.words.unclear:
            return one.unclear
        return one.tasks if matter is self.words.tasks else ()

    def _item(self, matter: MatterWords, one: TaskState) -> str:
        words, late = self.words, self.days_late(one)
        if matter is words.unclear:
            return self.said(words.unclear.item, task=task_name(one), problem=escape(one.problem or ""))
        return self.said(
            words.tasks.item if late else words.tasks.item_due, task=task_name(one), due=short(one.due), late=late
        )

    def days_late(self, one: TaskState) -> int:
        """Return how many days a task was late when the figures were cut off."""
        return (self._cut_off - one.due).days if one.due else 0

    @property
    def _cut_off(self) -> date:
        return day_of_states(self.period, self.ask.day)

    def said(self, sentence: str, **more: object) -> str:
        """Return a sentence with its words filled in; ``more`` are those of this sentence alone."""
        return sentence.format_map({**self._known(), **more})

    def _known(self) -> dict[str, object]:
        ask, single, words = self.ask, self.single, self.words
        cited = self.plan.number is not None and self.plan.date is not None
        due = single.due if single else self.period.last_day_to_send
        whom = escape(single.unit.name) if single else words.whom
        return {
            "issuer": self.issuer.name,
            "plan": escape(compose(cited_as(self.plan))) if cited else placeholder("kế hoạch đã giao việc"),
            "period": self.period.label,
            "day": short(ask.day),
            "cut_off": short(self._cut_off),
            "deadline": short(due),
            "by": short(ask.by) if ask.by else placeholder("thời hạn gửi"),
            "channel": ask.channel or placeholder("nơi nhận, địa chỉ gửi"),
            "contact": ask.contact or placeholder("đầu mối, số điện thoại"),
            "earlier": self._earlier(),
            "times": self.times,
            "again": len(self.again),
            "units": len(self.late),
            "tasks": sum(len(one.tasks) for one in self.late),
            "untold": "",
            "whom": whom,
            "heads": self._heads(),
            "faults": escape("; ".join(single.faults)) if single else "",
            "task": "",
            "problem": "",
            "due": short(due),
            "late": (ask.day - due).days,
        }

    def _earlier(self) -> str:
        asked = (one for one in self.ask.earlier if any(one.asks(late.unit, late.matter) for late in self.late))
        named = (one.citation for one in asked)
        cited = [escape(one) for one in dict.fromkeys(named)] or [NOT_KNOWN]
        return " và ".join(filter(None, [", ".join(cited[:-1]), cited[-1]]))

    def _heads(self) -> str:
        if self.single:
            return escape(head_of(self.single.unit))
        committees = {one.unit.level in _COMMITTEES for one in self.late}
        words = self.words
        if len(committees) > 1:
            return words.heads_both
        return words.heads_committees if committees == {True} else words.heads


def head_of(unit: Unit) -> str:
    """Return who heads a unit, named by title and unit; the unit where the directory has no title.

    What the title ends with and the name begins with is said once: Trưởng ban, Ban Quản lý … is Trưởng Ban Quản lý ….
    """
    title, name = (unit.head_title or "").split(), unit.name.split()
    most = min(len(title), len(name))
    alike = (
        count
        for count in range(most, 0, -1)
        if [word.lower() for word in title[-count:]] == [word.lower() for word in name[:count]]
    )
    return " ".join((*title[: len(title) - next(alike, 0)], *name))


def task_name(one: TaskState) -> str:
    """Return the name of a task without the mark that ends its line."""
    return one.task.name.rstrip(" .;")


def short(day: date | None) -> str:
    """Return 16/3/2027; a dash for no day."""
    return PartialDate.parse(day).short() if day else "-"
