"""What is recognised in a document: each component once, with words and place, for lint and importers alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.diagnostics import Diagnostic
from generator.reading.lines import Line, Passage
from generator.reading.outline import Node
from generator.vietnamese.marks import Run


@dataclass(frozen=True)
class Head:
    """What stands above the content (ô 1 to 5); None for what the source does not have."""

    parent: Passage | None = None
    issuer: Passage | None = None
    national_name: Passage | None = None
    motto: Passage | None = None
    number_line: Passage | None = None
    place_date: Passage | None = None
    type_name: Passage | None = None
    subject: Passage | None = None


@dataclass(frozen=True)
class Basis:
    """One legal basis (II.6a)."""

    lead: str
    """Căn cứ, Thực hiện, Theo đề nghị của …; empty for a further one of a running paragraph."""
    text: str
    """The words after the lead, without the end mark."""
    end: str = ""
    """The mark after it as it stands in the source: ";" "," "." or nothing."""
    lines: tuple[int, ...] = ()


@dataclass(frozen=True)
class Bases:
    """The legal bases and how they stand."""

    items: tuple[Basis, ...] = ()
    running: bool = False
    """Whether they form one paragraph that runs on into the preamble."""


@dataclass(frozen=True)
class RecipientLine:
    """One line of Nơi nhận (ô 9b)."""

    name: str
    purpose: str = ""
    """What stands in brackets, without them; empty when there is none."""
    end: str = ""
    lines: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The words of the line without dash and end mark."""
        return f"{self.name} ({self.purpose})" if self.purpose else self.name


@dataclass(frozen=True)
class SignatureBlock:
    """Who signs (ô 7)."""

    authority: tuple[Passage, ...] = ()
    """The lines TM., KT., TL., TUQ., Q. above the position."""
    position: Passage | None = None
    second_title: Passage | None = None
    """A second title, of one who signs for a Ban Chỉ đạo (ô 7b)."""
    marks: tuple[Passage, ...] = ()
    """Remarks in the place of the signature: (Đã ký)."""
    name: Passage | None = None
    party: Passage | None = None
    """ĐẠI DIỆN BÊN A: the party of a contract for which one signs."""


@dataclass(frozen=True)
class FormLine:
    """A line in the words of a sample form, or the part of one that fills a field (forms 1.6 to 1.10)."""

    field: str
    """The field of the document that it fills; empty for a sentence that stands in every such document."""
    text: str
    """The words of the field, without label and end mark; empty where these stand below."""
    passage: Passage
    """The whole line."""
    printed: bool = False
    """Whether the line stands in the words of the sample form."""

    def as_printed(self) -> FormLine:
        """Return the line as one that says what the sample form says."""
        return replace(self, printed=True)


@dataclass(frozen=True)
class AppendixPart:
    """An appendix (III.1), or a document issued with this one (form 1.3)."""

    label: Passage | None
    """Phụ lục I; the name of the type of a document issued with this one; None where neither is printed."""
    title: Passage | None = None
    note: Passage | None = None
    """The line in brackets: (Kèm theo …)."""
    content: tuple[Node, ...] = ()
    flattened: bool = False
    """Whether the content is a table of which only the lines of its cells are left."""


@dataclass(frozen=True)
class Reading:
    """A document as it was read; every part may be empty."""

    file: str
    lines: tuple[Line, ...] = ()
    """All logical lines, in order."""
    head: Head = field(default_factory=Head)
    addressees: tuple[Passage, ...] = ()
    bases: Bases = field(default_factory=Bases)
    urgency: Passage | None = None
    """The mark KHẨN, THƯỢNG KHẨN or HỎA TỐC (ô 10b)."""
    enacted_by: tuple[Passage, ...] = ()
    """The lines in capitals that say who enacts, above the bases of a decision or resolution (forms 1.1 to 1.3)."""
    enacting: Passage | None = None
    """QUYẾT ĐỊNH: or QUYẾT NGHỊ:, above what is decided."""
    form: tuple[FormLine, ...] = ()
    """The lines of a form with words of its own, in order."""
    preamble: tuple[Passage, ...] = ()
    outline: tuple[Node, ...] = ()
    closing: tuple[Passage, ...] = ()
    recipients: tuple[RecipientLine, ...] = ()
    archive: RecipientLine | None = None
    """The line "Lưu: …", which closes Nơi nhận."""
    signature: SignatureBlock = field(default_factory=SignatureBlock)
    secretary: SignatureBlock | None = None
    """Who signs minutes beside the chair (form 1.9)."""
    counterparty: SignatureBlock | None = None
    """Who signs a contract for Bên B; the signature is that of Bên A."""
    appendices: tuple[AppendixPart, ...] = ()
    unplaced: tuple[Passage, ...] = ()
    """Words for which no component was found."""
    diagnostics: tuple[Diagnostic, ...] = ()
    emphasis: Mapping[int, tuple[Run, ...]] = field(default_factory=dict)
    """The runs of lines in which bold or italic words stand, by their number, where the format tells them."""
    counts_paragraphs: bool = False
    """Whether the numbers of lines are those of the paragraphs of a Word file."""
