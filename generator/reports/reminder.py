"""A công văn that reminds late units: of reports not sent, and of tasks past their day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.model.blocks import Block, Cell, Item, Note, Numbering, Paragraph, Section, Table
from generator.model.document import Appendix, Document
from generator.model.ending import Recipient, RecipientGroup
from generator.model.plan import Plan
from generator.model.readiness import placeholder
from generator.model.wording import citation_of, short_citation_of
from generator.registers.regimes import PeriodDates
from generator.registers.reminder import ReminderWords
from generator.registers.units import Unit
from generator.reports.consolidated import UnitStates
from generator.reports.ground import Ground
from generator.reports.receipts import Receipts
from generator.reports.task_states import State, TaskState
from generator.transform.child_head import archive, organization, signature
from generator.transform.office import office_of
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.marks import escape

_HEADINGS: Final = ("STT", "Đơn vị", "Nội dung chậm", "Thời hạn", "Số ngày chậm")
_WIDTHS: Final = (1.3, 5.0, 6.2, 2.6, 1.9)
_FEW: Final = 5
"""So many units are named in Kính gửi itself."""


@dataclass(frozen=True)
class Late:
    """A unit and what is late of it."""

    unit: Unit
    report: bool
    """Whether its report of the period has not come."""
    tasks: tuple[TaskState, ...] = ()
    """Tasks past their day."""


@dataclass(frozen=True)
class Ask:
    """What is asked, and what the letter names; what is not known stands as a gap."""

    day: date
    """The day at whose end things stand so."""
    by: date | None = None
    channel: str | None = None
    contact: str | None = None
    times: int = 1
    earlier: tuple[str, ...] = ()
    """Earlier letters, cited."""


def late_units(received: Receipts, states: Sequence[UnitStates], period: PeriodDates, day: date) -> tuple[Late, ...]:
    """Return the units that are late at the end of a day, in the order in which they were expected."""
    overdue = {
        one.unit.id: tuple(
            state for state in one.states if state.state is State.OVERDUE and state.due and state.due <= day
        )
        for one in states
    }
    missing = received.missing if day > period.last_day_to_send else ()
    order = [*(unit for unit, _ in received.counted), *received.missing]
    late = {unit.id: Late(unit, unit in missing, overdue.get(unit.id, ())) for unit in order}
    return tuple(one for one in late.values() if one.report or one.tasks)


def reminder(
    issuer: Unit, plan: Plan, late: Sequence[Late], period: PeriodDates, ask: Ask, ground: Ground, words: ReminderWords
) -> Document:
    """Return the letter to all late units, with the list as its appendix; to a single unit without one."""
    return _Letter(issuer, plan, tuple(late), period, ask, ground, words).document()


@dataclass(frozen=True)
class _Letter:
    issuer: Unit
    plan: Plan
    late: tuple[Late, ...]
    period: PeriodDates
    ask: Ask
    ground: Ground
    words: ReminderWords

    def document(self) -> Document:
        office = office_of(self.issuer, self.ground.directory, self.ground.head, self.ask.day)
        return Document(
            kind="dispatch",
            issuer=organization(self.issuer, self.ground.directory, self.ask.day),
            date=PartialDate(self.ask.day.year, self.ask.day.month),
            subject=self._subject(),
            addressees=self._addressees(),
            sections=(Section(numbering=Numbering.NONE, blocks=tuple(self._body())),),
            closing=(self._said(self.words.closing),),
            recipients=(
                Recipient(name="Như trên", group=RecipientGroup.AS_ABOVE),
                Recipient(name=office.voice.leaders.format_map(office.words), group=RecipientGroup.LEADERS),
            ),
            archive=archive(office),
            signature=signature(office, self.ask.day),
            appendices=() if self._is_single else (self._list(),),
        )

    @property
    def _is_single(self) -> bool:
        return len(self.late) == 1

    @property
    def _tasks(self) -> int:
        return sum(len(one.tasks) for one in self.late)

    @property
    def _reports(self) -> int:
        return sum(one.report for one in self.late)

    def _subject(self) -> str:
        both = self.words.subject_both if self._tasks else self.words.subject_reports
        subject = self._said(both if self._reports else self.words.subject_tasks, short=True)
        return f"{subject} {self._said(self.words.again)}" if self.ask.times > 1 else subject

    def _addressees(self) -> tuple[str, ...]:
        if len(self.late) <= _FEW:
            return tuple(one.unit.name for one in self.late)
        return (self._said(self.words.addressees),)

    def _body(self) -> Iterator[Block]:
        yield Paragraph(text=self._said(self.words.opening_again if self.ask.earlier else self.words.opening))
        if self._reports:
            yield Paragraph(text=self._said(self.words.state_reports))
        if self._tasks:
            yield Paragraph(text=self._said(self.words.state_tasks))
        if self._is_single:
            yield from (Item(text=f"{line}.") for line in self._of_single())
        else:
            yield Note(text=self._said(self.words.list_note))
        yield Paragraph(text=self._said(self.words.asked if self._commands else self.words.asked_guided))
        asked = [self.words.ask_report] * bool(self._reports) + [self.words.ask_tasks] * bool(self._tasks)
        if len(asked) == 1:
            yield Paragraph(text=self._said(asked[0]))
        else:
            yield from (Item(numbering=Numbering.ARABIC, text=self._said(one)) for one in asked)
        yield Paragraph(text=self._said(self.words.contact))

    @property
    def _commands(self) -> bool:
        """Whether every late unit stands under the command of the office; others it can only ask."""
        own = {unit.id for unit in self.ground.directory.children(self.issuer.id, self.ask.day)}
        return all(one.unit.id in own for one in self.late)

    def _of_single(self) -> Iterator[str]:
        for task in self.late[0].tasks:
            yield f"{task.task.name.rstrip(' .;')} (thời hạn {_short(task.due)}, chậm {self._days(task.due)} ngày)"

    def _list(self) -> Appendix:
        heading = tuple(Cell(text=text, bold=True, align="center") for text in _HEADINGS)
        table = Table(widths=_WIDTHS, heading_rows=1, rows=(heading, *self._rows()))
        return Appendix(title=self._said(self.words.list_title), blocks=(table,))

    def _rows(self) -> Iterator[tuple[Cell, ...]]:
        for number, one in enumerate(self.late, start=1):
            lines = [*self._lines(one)]
            for place, (what, due) in enumerate(lines):
                first = (
                    Cell(text=str(number), align="center", rows=len(lines)),
                    Cell(text=escape(one.unit.name), align="left", rows=len(lines)),
                )
                yield (
                    *(first if place == 0 else ()),
                    Cell(text=what, align="left"),
                    Cell(text=_short(due), align="center"),
                    Cell(text=self._days(due), align="center"),
                )

    def _lines(self, one: Late) -> Iterator[tuple[str, date | None]]:
        if one.report:
            yield f"Chưa gửi báo cáo {self.period.label}", self.period.last_day_to_send
        for task in one.tasks:
            yield f"Chưa hoàn thành: {task.task.name.rstrip(' .;')}", task.due

    def _days(self, due: date | None) -> str:
        return str((self.ask.day - due).days) if due else "-"

    def _said(self, sentence: str, *, short: bool = False) -> str:
        ask = self.ask
        known = self.plan.number and self.plan.date
        cited = (
            (short_citation_of if short else citation_of)(self.plan) if known else placeholder("kế hoạch đã giao việc")
        )
        heads = "Thủ trưởng các đơn vị có tên tại Phụ lục kèm theo"
        if len(self.late) == 1:
            title = self.late[0].unit.head_title
            heads = f"{title} {self.late[0].unit.name}" if title else self.late[0].unit.name
        return sentence.format_map(
            {
                "issuer": self.issuer.name,
                "plan": cited,
                "period": self.period.label,
                "deadline": _short(self.period.last_day_to_send),
                "day": _short(ask.day),
                "by": _short(ask.by) if ask.by else placeholder("thời hạn gửi"),
                "channel": ask.channel or placeholder("nơi nhận, địa chỉ gửi"),
                "contact": ask.contact or placeholder("đầu mối, số điện thoại"),
                "earlier": ", ".join(ask.earlier),
                "times": str(ask.times),
                "reports": str(self._reports),
                "tasks": str(self._tasks),
                "units": str(sum(bool(one.tasks) for one in self.late)),
                "heads": heads,
            }
        )


def _short(day: date | None) -> str:
    return PartialDate.parse(day).short() if day else "-"
