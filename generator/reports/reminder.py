"""A công văn that reminds late units: of reports not sent or to be sent again, of tasks past their day or not clear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model.blocks import Block, Item, Note, Numbering, Paragraph, Section
from generator.model.document import Document
from generator.model.ending import Recipient, RecipientGroup
from generator.model.plan import Plan
from generator.registers.regimes import PeriodDates
from generator.registers.reminder import ReminderWords
from generator.registers.units import Unit
from generator.reports.ground import Ground
from generator.reports.late import Late
from generator.reports.reminder_list import reminder_list
from generator.reports.reminder_wording import Ask, Wording
from generator.transform.child_head import archive, organization, signature
from generator.transform.office import office_of
from generator.vietnamese.dates import PartialDate

_FEW: Final = 5
"""So many units are named in Kính gửi itself."""


def reminder(
    issuer: Unit, plan: Plan, late: Sequence[Late], period: PeriodDates, ask: Ask, ground: Ground, words: ReminderWords
) -> Document:
    """Return the letter to all late units, with the list as its appendix; to a single unit without one."""
    return _Letter(Wording(issuer, plan, tuple(late), period, ask, words), ground).document()


@dataclass(frozen=True)
class _Letter:
    wording: Wording
    ground: Ground

    def document(self) -> Document:
        wording, day = self.wording, self.wording.ask.day
        office = office_of(wording.issuer, self.ground.directory, self.ground.head, day)
        return Document(
            kind="dispatch",
            issuer=organization(wording.issuer, self.ground.directory, day),
            date=PartialDate(day.year, day.month),
            subject=wording.subject(),
            addressees=self._addressees(),
            sections=(Section(numbering=Numbering.NONE, blocks=tuple(self._body())),),
            closing=(wording.said(wording.words.closing),),
            recipients=(
                Recipient(name="Như trên", group=RecipientGroup.AS_ABOVE),
                Recipient(name=office.voice.leaders.format_map(office.words), group=RecipientGroup.LEADERS),
            ),
            archive=archive(office),
            signature=signature(office, day),
            appendices=() if wording.single else (reminder_list(wording),),
        )

    def _addressees(self) -> tuple[str, ...]:
        late = self.wording.late
        if len(late) <= _FEW:
            return tuple(one.unit.name for one in late)
        return (self.wording.said(self.wording.words.addressees),)

    def _body(self) -> Iterator[Block]:
        wording, words = self.wording, self.wording.words
        yield Paragraph(text=wording.opening())
        for matter, units in wording.matters():
            yield Paragraph(text=wording.state(matter, units))
            yield from (Item(text=line) for line in wording.items(matter))
        if not wording.single:
            yield Note(text=wording.said(words.list_note))
        yield Paragraph(text=wording.said(words.asked if self._commands else words.asked_guided))
        yield from self._asked()
        yield Paragraph(text=wording.said(words.contact))

    def _asked(self) -> Iterator[Block]:
        matters = [matter for matter, _ in self.wording.matters()]
        if len(matters) == 1:
            yield Paragraph(text=self.wording.said(matters[0].ask))
            return
        for one in matters:
            sentence = one.ask if self.wording.single else one.ask_of
            yield Item(numbering=Numbering.ARABIC, text=self.wording.said(sentence))

    @property
    def _commands(self) -> bool:
        """Whether every late unit stands under the command of the office; others it can only ask."""
        own = {unit.id for unit in self.ground.directory.children(self.wording.issuer.id, self.wording.ask.day)}
        return all(one.unit.id in own for one in self.wording.late)
