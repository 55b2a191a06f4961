"""The document under judgement: what was read, what it shows, and the profile that it is judged by."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.lint.announced import Announced, announcements
from generator.lint.body import BodyLine, body_lines
from generator.lint.citations import Cited, citations_of
from generator.lint.deadlines import SpokenDeadline, spoken_deadlines
from generator.lint.evidence import Evidence
from generator.lint.figures_facts import FigureFacts
from generator.lint.finding import Spot
from generator.lint.kind import internal_form, kind_of
from generator.lint.language_words import Wording, wordings_of
from generator.lint.statements import Statement, statements_of
from generator.lint.tasks import Tasks, tables_of
from generator.nd30.document_types import DOCUMENT_TYPES, DocumentType
from generator.nd30.profile import Profile, load_profile
from generator.ooxml.formatting.values import FormattedDocument, Paragraph
from generator.reading import cues, slips
from generator.reading.lines import Passage
from generator.reading.reading import AppendixPart, Reading
from generator.registers.holidays import WorkCalendar
from generator.registers.legal import LegalRegister
from generator.registers.units import UnitDirectory
from generator.vietnamese.dates import PartialDate, find_dates

CONVERTED = "legacy-encoding"
"""Code of what a reader says when it has turned letters of an old encoding into Unicode."""
_TOP = 12
"""Lines within which a letterhead names its state or party."""
_LEGAL_KINDS = frozenset({None, "resolution", "decision"})
_LEGAL_NUMBER = re.compile(r"Số\s*:?\s*[\d….\s]*/\s*20\d\d\s*/\s*[A-ZĐ]", re.IGNORECASE)


@dataclass(frozen=True)
class Subject:
    """A document to be judged. Line numbers of the reading are paragraph numbers of what is shown."""

    reading: Reading
    formatted: FormattedDocument
    profile: Profile = field(default_factory=load_profile)
    units: UnitDirectory | None = None
    """The directory of units, where the user has one."""
    register: LegalRegister | None = None
    """The legal register that citations are held against."""
    holidays: WorkCalendar | None = None
    """The days off that deadlines are held against."""
    parent: Subject | None = None
    """The plan of the higher office that this one carries out, where the user names it."""
    on: datetime.date | None = None
    """The day of judging; None where nobody says it."""
    evidence: Evidence = Evidence.FILE
    """What the source of the document lets be seen."""
    places: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    """In a PDF, the page of each line and its number on it."""
    levels: Mapping[int, float] = field(default_factory=dict)
    """In a PDF, how far each line that is no row of a table stands below the upper edge of its page, in points."""

    @cached_property
    def kind(self) -> str | None:
        """Id of the kind of document; None when it cannot be told."""
        return kind_of(self.reading)

    @property
    def type(self) -> DocumentType | None:
        """The kind with its name, code and form."""
        return DOCUMENT_TYPES.get(self.kind or "")

    @cached_property
    def first_lines(self) -> tuple[str, ...]:
        """The words at the top of the document."""
        return tuple(line.text for line in self.reading.lines[:_TOP])

    @cached_property
    def names_party(self) -> bool:
        """Whether the head is that of a document of the Party."""
        return any(cues.is_party_name(text) for text in self.first_lines)

    @cached_property
    def names_state(self) -> bool:
        """Whether the head has Quốc hiệu."""
        return self.reading.head.national_name is not None

    @cached_property
    def is_legal_act(self) -> bool:
        """Whether the symbol has a year, as those of văn bản quy phạm pháp luật have: 12/2026/QĐ-UBND.

        Of the kinds of this decree only nghị quyết and quyết định can be such; in any other the year is a mistake.
        """
        if self.kind not in _LEGAL_KINDS:
            return False
        line = self.reading.head.number_line
        texts = (line.text,) if line else self.first_lines
        return any(_LEGAL_NUMBER.match(text) for text in texts)

    @cached_property
    def is_internal(self) -> bool:
        """Whether it is a form of an office's own work, to which the form of official documents does not apply."""
        return internal_form(self.reading) is not None

    @cached_property
    def is_in_old_letters(self) -> bool:
        """Whether Quốc hiệu is in letters of an old encoding, which the reader had to convert."""
        converted = any(note.code == CONVERTED for note in self.reading.diagnostics)
        shown = [one.shown for one in self.paragraphs(self.reading.head.national_name)]
        return converted and bool(shown) and not any(map(slips.is_national_name, shown))

    @cached_property
    def is_attachment(self) -> bool:
        """Whether the file is an appendix alone, which has neither head nor signature (PL I/I/III.1)."""
        head, first = self.reading.head, self.first_lines[:1]
        has_head = head.national_name or head.number_line or head.type_name
        opens = any(cues.appendix_label(text) for text in first)
        return not has_head and (opens or bool(self.reading.appendices))

    @cached_property
    def is_excerpt(self) -> bool:
        """Whether a text has lost its letterhead, as the text of a PDF often has: nothing can be said of it."""
        head = self.reading.head
        return self.evidence is Evidence.WORDS and not (head.national_name or head.motto or head.issuer)

    @cached_property
    def is_fragment(self) -> bool:
        """Whether a text has neither head nor foot, as notes and extracts have: it is no whole document."""
        reading = self.reading
        signed = reading.signature.position or reading.signature.authority or reading.signature.name
        headed = reading.head.number_line or reading.head.type_name
        return self.is_excerpt and not (headed or signed or reading.recipients or reading.archive)

    @property
    def shows_head(self) -> bool:
        """Whether a component of the head that is not found is missing."""
        return not (self.is_attachment or self.is_excerpt)

    def located(self, spot: Spot) -> Spot:
        """Return a place as the user finds it: by paragraph in Word, by page and line in a PDF, by line in a text."""
        if spot.paragraph is None or self.evidence is Evidence.FILE:
            return spot
        page, line = self.places.get(spot.paragraph, (None, spot.paragraph))
        return replace(spot, paragraph=None, page=page, line=None if self.places and page is None else line)

    @cached_property
    def body(self) -> tuple[BodyLine, ...]:
        """The paragraphs of the content: not those of head and foot, tables, appendices, notes."""
        return tuple(body_lines(self.reading, self.formatted))

    @cached_property
    def date(self) -> PartialDate | None:
        """The date of the document as ô 4 prints it; None where it has none that can be read."""
        line = self.reading.head.place_date
        return next((day for _, _, day in find_dates(line.text)), None) if line else None

    @cached_property
    def day(self) -> datetime.date | None:
        """The day on which what it says must hold: its own date, or that of judging where it has none yet."""
        return self.date.to_date() if self.date and self.date.complete else self.on

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """All its words, paragraph by paragraph and cell by cell, in the order of the file."""
        return tuple(statements_of(self.reading, self.formatted))

    @cached_property
    def citations(self) -> tuple[Cited, ...]:
        """The documents that it cites, each at its place, in the order of the file."""
        return tuple(citations_of(self.statements))

    @cached_property
    def announced(self) -> tuple[Announced, ...]:
        """What it calls itself: in its title, where it opens and where it closes."""
        return tuple(announcements(self.reading))

    @cached_property
    def tasks(self) -> tuple[Tasks, ...]:
        """Its tables of tasks."""
        return tuple(tables_of(self.reading))

    @cached_property
    def deadlines(self) -> tuple[SpokenDeadline, ...]:
        """The days by which its running text asks for something."""
        return tuple(spoken_deadlines(self.statements))

    @cached_property
    def figures(self) -> FigureFacts:
        """Its sentences and tables with figures."""
        return FigureFacts(self.reading, self.statements)

    @cached_property
    def prose(self) -> tuple[Wording, ...]:
        """Its running text as words, statement by statement, without what had to be converted from old letters."""
        title = self.reading.head.subject
        told = (one for one in self.statements if self.converted_lines.isdisjoint(one.lines))
        return tuple(wordings_of(told, title.lines if title else ()))

    @cached_property
    def converted_lines(self) -> frozenset[int]:
        """The lines that stood in letters of an old encoding, so that their words cannot be told for certain."""
        notes = (note for note in self.reading.diagnostics if note.code == CONVERTED)
        return frozenset(note.place.paragraph or note.place.line or 0 for note in notes)

    def paragraphs(self, passage: Passage | None) -> Iterator[Paragraph]:
        """Yield the paragraphs on which a component stands; none for a component that was not found."""
        numbers = dict.fromkeys(passage.lines) if passage else ()
        total = len(self.formatted.paragraphs)
        return (self.formatted.paragraph(number) for number in numbers if 0 < number <= total)

    @cached_property
    def labelled_appendices(self) -> tuple[AppendixPart, ...]:
        """The appendices that bear the word Phụ lục; documents issued with this one are none."""
        return tuple(
            one for one in self.reading.appendices if one.label and one.label.text.casefold().startswith("phụ lục")
        )
