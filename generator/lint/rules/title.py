"""Tên loại và trích yếu (PL I/I/II.5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Severity
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault, Spot
from generator.lint.kind import DISPATCH, printed_type
from generator.lint.look import look_faults, number_of
from generator.lint.pieces import Piece, pieces_of
from generator.lint.rule import rule
from generator.lint.rule_lines import line_faults
from generator.lint.spots import spot_of
from generator.lint.subject import Subject
from generator.nd30.component import Component
from generator.ooxml.formatting.values import Part
from generator.reading import cues
from generator.reading.lines import Passage, shortened
from generator.vietnamese.unicode import fold


def _named(subject: Subject) -> bool:
    """Whether the document bears the name of its kind; a công văn does not."""
    return subject.reading.head.type_name is not None and subject.kind != DISPATCH


@rule("TT-01", "tên loại văn bản thiếu hoặc trình bày sai", "PL I/I/II.5b; Điều 7", needs=Evidence.WORDS)
def type_name(subject: Subject) -> Iterator[Fault]:
    """Tên loại là một trong 29 tên của Điều 7, in hoa, cỡ 13 đến 14, đứng, đậm, canh giữa; công văn thì không có."""
    head, component = subject.reading.head, subject.profile.component("type_name")
    if head.type_name is None and subject.shows_head and subject.kind != DISPATCH:
        yield _lacking(subject, component)
    elif head.type_name and _named(subject):
        pieces = pieces_of(subject, head.type_name)
        yield from look_faults(component, pieces)
        yield from _name_faults(component, head.type_name.text, pieces)


def _name_faults(component: Component, text: str, pieces: list[Piece]) -> Iterator[Fault]:
    """Yield a fault when the words are not exactly a name of Điều 7 in capitals."""
    type_ = printed_type(text)
    right = type_.name.upper() if type_ else ""
    if type_ and (fold(text) != fold(right) or not cues.is_capitals(text)):
        is_name = fold(text) == fold(right)
        expected = "chữ in hoa" if is_name else f"«{right}» trên một dòng riêng, phần còn lại ở trích yếu"
        spot = next((spot_of(piece.paragraph, component.label) for piece in pieces), Spot(component.label))
        yield Fault(f"«{text}»", expected, spot)


def _lacking(subject: Subject, component: Component) -> Fault:
    """Return the fault of a document without type, at the line in capitals that stands in its place if there is one."""
    expected = "tên loại in hoa trên một dòng riêng; công văn thì có trích yếu «V/v …» dưới số, ký hiệu"
    above = max((number for one in _letterhead(subject) for number in one.lines), default=0)
    for paragraph in subject.formatted.paragraphs[above:] if above else ():
        text = paragraph.shown.strip()
        if text and paragraph.cell is None and paragraph.part is Part.BODY:
            if paragraph.alignment != "center" or not cues.is_capitals(text):
                break
            return Fault(f"«{shortened(text)}» không phải tên loại", expected, spot_of(paragraph, component.label))
    return Fault("không thấy tên loại của Điều 7", expected, Spot(component.label))


def _letterhead(subject: Subject) -> Iterator[Passage]:
    head = subject.reading.head
    return (one for one in (head.issuer, head.national_name, head.motto, head.number_line, head.place_date) if one)


@rule("TT-02", "trích yếu thiếu hoặc trình bày sai", "PL I/I/II.5b", needs=Evidence.WORDS)
def subject_matter(subject: Subject) -> Iterator[Fault]:
    """Trích yếu đặt canh giữa dưới tên loại, in thường, cỡ 13 đến 14, đứng, đậm; bên dưới có đường kẻ ngang,
    nét liền, dài từ 1/3 đến 1/2 dòng chữ, đặt cân đối.
    """
    passage, component = subject.reading.head.subject, subject.profile.component("subject")
    if not _named(subject):
        return
    if passage is None:
        if subject.kind not in component.absent_for:
            yield Fault("không thấy trích yếu", "trích yếu dưới tên loại văn bản", Spot(component.label))
        return
    pieces = pieces_of(subject, passage)
    yield from look_faults(component, pieces)
    if pieces and all(cues.is_capitals(piece.shown.strip()) for piece in pieces):
        yield Fault("trích yếu in hoa", "chữ in thường", spot_of(pieces[0].paragraph, component.label))
    yield from line_faults(subject, "subject", passage)


@rule("TT-03", "công văn in tên loại", "PL I/I/II.5b", needs=Evidence.WORDS)
def named_dispatch(subject: Subject) -> Iterator[Fault]:
    """Công văn không in tên loại «CÔNG VĂN»; trích yếu «V/v …» đặt dưới số, ký hiệu."""
    passage = subject.reading.head.type_name
    if passage and subject.kind == DISPATCH:
        spots = (spot_of(one, "tên loại") for one in subject.paragraphs(passage))
        yield Fault(f"«{passage.text}»", "không in tên loại", next(spots, Spot()))


@rule("TT-04", "trích yếu công văn thiếu hoặc trình bày sai", "PL I/I/II.5b", needs=Evidence.WORDS)
def dispatch_subject(subject: Subject) -> Iterator[Fault]:
    """Trích yếu công văn viết sau chữ «V/v», in thường, cỡ 12 đến 13, đứng, không đậm, canh giữa dưới số, ký hiệu,
    cách 6 pt. Khoảng cách chỉ bị nhắc, vì mẫu 1.5 của Nghị định không có.
    """
    passage, component = subject.reading.head.subject, subject.profile.component("subject_dispatch")
    if subject.kind != DISPATCH or subject.reading.head.type_name:
        return
    if passage is None:
        yield Fault("không thấy trích yếu", "«V/v …» dưới số, ký hiệu", Spot(component.label))
        return
    pieces = pieces_of(subject, passage)
    prefix = component.prefix.default if component.prefix else ""
    if not passage.text.startswith(prefix):
        spot = next((spot_of(one, component.label) for one in subject.paragraphs(passage)), Spot(component.label))
        yield Fault(f"«{shortened(passage.text)}»", f"bắt đầu bằng «{prefix.strip()}», cách một chữ", spot)
    yield from look_faults(component, pieces)
    yield from _below_number(subject, pieces)


def _below_number(subject: Subject, pieces: list[Piece]) -> Iterator[Fault]:
    component = subject.profile.component("subject_dispatch")
    number = next(iter(subject.paragraphs(subject.reading.head.number_line)), None)
    if number is None or not pieces:
        return
    own, spot = pieces[0].paragraph, spot_of(pieces[0].paragraph, component.label)
    apart = own.cell is not None and number.cell is not None and own.cell.column != number.cell.column
    if apart or own.number < number.number:
        yield Fault("không ở dưới số, ký hiệu", "dưới số, ký hiệu", spot)
    elif own.number == number.number + 1 and own.cell == number.cell and component.space_before:
        gap, wanted = number.space_after + own.space_before, component.space_before
        if gap < wanted.default and not wanted.allows(gap):
            fault = Fault(f"cách {number_of(gap)} pt", f"cách {wanted.in_words('pt')}", spot, fix="space")
            yield replace(fault, severity=Severity.WARNING)


@rule("TT-05", "trích yếu kết thúc bằng dấu chấm", "PL I/I/II.5", Severity.HINT, needs=Evidence.WORDS)
def full_stop(subject: Subject) -> Iterator[Fault]:
    """Trích yếu là một cụm từ, các mẫu của Nghị định không có dấu chấm ở cuối."""
    passage = subject.reading.head.subject
    if passage and passage.text.rstrip().endswith("."):
        spots = (spot_of(one, "trích yếu") for one in subject.paragraphs(passage))
        yield Fault("có dấu chấm ở cuối", "không có dấu chấm", next(spots, Spot()), fix="line-end", right="")
