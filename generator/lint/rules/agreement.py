"""Does the document say the same of itself everywhere: in its title, its first and last words, its appendices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from generator.diagnostics import Severity
from generator.lint.announced import Announced, issuer_of
from generator.lint.deadlines import SpokenDeadline
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault
from generator.lint.places import row_spot
from generator.lint.rule import rule
from generator.lint.subject import Subject
from generator.lint.tasks import Deed, plain
from generator.lint.unit_names import UnitName, same_unit, unit_name
from generator.nd30.document_types import DOCUMENT_TYPES, DocumentType, type_by_name
from generator.nd30.notation import parse_number_line
from generator.reading.task_columns import TaskColumn
from generator.vietnamese.citations import find_citations
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.schedules import ScheduleKind

_AGREEMENT = "thống nhất nội dung"
_TYPES = "|".join(sorted((one.name for one in DOCUMENT_TYPES.values()), key=len, reverse=True))
_NOTED = re.compile(rf"kèm theo\s+(?P<type>{_TYPES})\b", re.IGNORECASE)
_UNTOLD = frozenset({"decision", "resolution", "dispatch", "submission", "minutes", "invitation"})
"""Kinds whose opening and closing speak of another document: the one decided on, sent or asked for."""
_DAY_KINDS = frozenset({ScheduleKind.ON, ScheduleKind.BY, ScheduleKind.BEFORE})
_PRODUCT_WORDS, _TASK_WORDS = 6, 8
"""Words of a product, and of a task, that are enough to know it again in a sentence."""


@rule("CT-03", "dòng «Kèm theo» khác với văn bản chính", "PL I/I/III.1c", Severity.WARNING, needs=Evidence.WORDS)
def enclosed_with(subject: Subject) -> Iterator[Fault]:
    """Tên loại, cơ quan ban hành, tháng, năm ở dòng «(Kèm theo …)» khớp với văn bản chính (số, ngày: xem PL-04)."""
    if not (subject.type and subject.reading.head.number_line):
        return
    for part in subject.reading.appendices:
        if part.note:
            spot = row_spot(subject, part.note.lines)
            for found, expected in (*_other_kind(subject, part.note.text), *_differences(subject, part.note.text)):
                yield Fault(found, f"{expected} của văn bản chính", spot)


def _other_kind(subject: Subject, note: str) -> Iterator[tuple[str, str]]:
    """Yield another kind of document than the one in hand; a symbol that is not its own may name another document."""
    own = parse_number_line(subject.reading.head.number_line.text) if subject.reading.head.number_line else None
    is_own = bool(own and own.notation and own.notation in note)
    match = _NOTED.search(note) if is_own or "/" not in note else None
    kind = type_by_name(match["type"]) if match else None
    if kind and subject.type and kind is not subject.type and not _is_attached(subject, kind):
        yield f"«{kind.name}»", f"«{subject.type.name}»"


def _differences(subject: Subject, note: str) -> Iterator[tuple[str, str]]:
    """Yield the issuer and the month or year of the one document that the note cites, where they are others."""
    cited = [one.citation for one in find_citations(note)]
    if len(cited) != 1:
        return
    own, issuer = issuer_of(subject.reading), unit_name(cited[0].issuer) if cited[0].issuer else None
    if own and issuer and _are_two(own, issuer):
        yield f"của «{issuer.printed}»", f"«{own.printed}»"
    noted, day = cited[0].date, subject.date
    if noted and day and not (noted.complete and day.complete) and _clash(noted, day):
        yield f"«{noted.short()}»", f"«{day.short()}»"


def _is_attached(subject: Subject, kind: DocumentType) -> bool:
    """Tell whether a document of the kind is issued with this one, so that its appendices name it."""
    labels = (part.label.text for part in subject.reading.appendices if part.label)
    return any(type_by_name(label) is kind for label in labels)


def _are_two(one: UnitName, other: UnitName) -> bool:
    """Tell whether two names are those of two units for certain: of one sort, spelt out, and with other words."""
    known = one.is_single and other.is_single and one.kind == other.kind
    begins = one.core.startswith(other.core) or other.core.startswith(one.core)
    return known and not begins and not same_unit(one, other) and one.letters != other.letters


def _clash(one: PartialDate, other: PartialDate) -> bool:
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return any(mine and its and mine != its for mine, its in pairs)


@rule("CT-04", "thời hạn trong lời văn khác với bảng", _AGREEMENT, Severity.WARNING, needs=Evidence.WORDS)
def deadlines(subject: Subject) -> Iterator[Fault]:
    """Một nhiệm vụ, sản phẩm được nêu cả trong lời văn và trong bảng thì thời hạn phải như nhau."""
    spoken = subject.deadlines
    for table in subject.tasks if spoken else ():
        products = Counter(plain(deed.cell(TaskColumn.PRODUCTS)) for deed in table.deeds)
        for deed in table.deeds:
            unique = products[plain(deed.cell(TaskColumn.PRODUCTS))] == 1
            if not unique or deed.schedule.kind not in _DAY_KINDS or deed.schedule.parts:
                continue
            for said in _of_deed(spoken, deed):
                if deed.schedule.end and said.day != deed.schedule.end:
                    yield _clashing(subject, said, deed)


def _of_deed(spoken: Sequence[SpokenDeadline], deed: Deed) -> Iterator[SpokenDeadline]:
    """Yield the deadlines of sentences that name the task or its product in full, and no other day."""
    names = ((plain(deed.cell(TaskColumn.PRODUCTS)), _PRODUCT_WORDS), (plain(deed.entry.name), _TASK_WORDS))
    wanted = [f" {name} " for name, fewest in names if len(name.split()) >= fewest]
    for said in spoken:
        alone = sum(one.statement is said.statement for one in spoken) == 1
        text = f" {plain(said.statement.text)} "
        if alone and any(name in text for name in wanted):
            yield said


def _clashing(subject: Subject, said: SpokenDeadline, deed: Deed) -> Fault:
    where = subject.located(row_spot(subject, deed.lines))
    found = f"thời hạn {PartialDate.parse(said.day).short()} trong lời văn"
    return Fault(found, f"«{deed.cell(TaskColumn.SCHEDULE)}» như {deed.named} ({where})", said.statement.spot)


@rule("CT-05", "trích yếu, lời dẫn, lời kết không khớp", _AGREEMENT, Severity.WARNING, needs=Evidence.WORDS)
def names_of_itself(subject: Subject) -> Iterator[Fault]:
    """Tên loại, năm, kỳ, nội dung, cơ quan ban hành ở trích yếu, lời dẫn («ban hành Kế hoạch …») và lời kết («Trên đây
    là …») phải như nhau.

    Quyết định, nghị quyết, công văn, tờ trình nói về văn bản khác nên không xét.
    """
    if subject.kind in _UNTOLD:
        return
    parts = subject.announced
    for one, other in combinations(parts, 2):
        fault = _disagreement(subject, one, other)
        if fault:
            yield fault
            break
    yield from _kinds(subject, parts)
    yield from _issuers(subject, parts)


def _disagreement(subject: Subject, first: Announced, later: Announced) -> Fault | None:
    """Return the fault of two parts: what only each of them names; the title, or the one that comes first, is right."""
    pairs = (
        (later.years, first.years, "năm "),
        (later.spans, first.spans, "giai đoạn "),
        (later.periods, first.periods, ""),
    )
    for found, wanted, word in pairs:
        if len(found) == len(wanted) == 1 and found != wanted:
            return _fault(subject, later, first, f"«{word}{min(found)}»", f"«{word}{min(wanted)}»")
    if first.shares_subject(later):
        return None
    return _fault(subject, later, first, f"«{later.about}»", f"«{first.about}»")


def _fault(subject: Subject, part: Announced, other: Announced, found: str, expected: str) -> Fault:
    where = subject.located(row_spot(subject, other.passage.lines))
    return Fault(
        f"{found} ở {part.part}", f"{expected} như {other.part} ({where})", row_spot(subject, part.passage.lines)
    )


def _kinds(subject: Subject, parts: Sequence[Announced]) -> Iterator[Fault]:
    """Yield a fault for a part that calls the document another kind than the line above its title."""
    own = subject.type
    for part in parts:
        if own and part.kind and part.kind is not own:
            spot = row_spot(subject, part.passage.lines)
            yield Fault(f"«{part.kind.name}» ở {part.part}", f"«{own.name}» như tên loại văn bản", spot)


def _issuers(subject: Subject, parts: Sequence[Announced]) -> Iterator[Fault]:
    """Yield a fault where another office opens the document than its letterhead names."""
    head = subject.reading.head.issuer
    for part in parts:
        if head and part.who and _are_two(unit_name(head.text), part.who):
            spot = row_spot(subject, part.passage.lines)
            yield Fault(f"«{part.who.printed}» ở {part.part}", f"«{head.text}» như tên cơ quan ban hành", spot)
