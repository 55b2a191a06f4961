"""Appendices (PL I/I/III.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.lint.evidence import Evidence
from generator.lint.finding import Fault, Spot
from generator.lint.look import look_faults
from generator.lint.pieces import pieces_of
from generator.lint.rule import rule
from generator.lint.spots import spot_of
from generator.lint.subject import Subject
from generator.nd30.notation import parse_number_line, printed_number
from generator.reading.lines import Passage
from generator.reading.reading import AppendixPart
from generator.vietnamese.citations import find_citations
from generator.vietnamese.roman import parse_roman, roman
from generator.vietnamese.unicode import fold

_NUMERAL = re.compile(r"phụ lục\s+(?:số\s+)?([IVXLC]+|\d+)(?!\w)", re.IGNORECASE)
_SEVERAL = re.compile(r"các phụ lục|phụ lục\s+[IVXLC\d]+\s*(?:,|-|–|đến|và)", re.IGNORECASE)

_TELLING = 4
"""Words of a title by which it is known."""


def _spot(subject: Subject, passage: Passage | None) -> Spot:
    return next((spot_of(one, "phụ lục") for one in subject.paragraphs(passage)), Spot("phụ lục"))


def _body_text(subject: Subject) -> str:
    """Return the words before the appendices: those of every paragraph above the first of them."""
    starts = [number for one in subject.labelled_appendices if one.label for number in one.label.lines]
    paragraphs = subject.formatted.paragraphs[: min(starts, default=1) - 1]
    return "\n".join(paragraph.shown for paragraph in paragraphs)


def _number(appendix: AppendixPart) -> str | None:
    match = _NUMERAL.match(appendix.label.text) if appendix.label else None
    return match[1].upper() if match else None


@rule("PL-01", "phụ lục không được dẫn trong văn bản", "PL I/I/III.1a", needs=Evidence.WORDS)
def mentioned(subject: Subject) -> Iterator[Fault]:
    """Trong văn bản có phụ lục thì phải có chỉ dẫn về phụ lục đó: bằng chữ «Phụ lục», hoặc bằng tên của phụ lục
    («ban hành kèm theo Quyết định này Danh mục …»).
    """
    if subject.is_attachment or not subject.labelled_appendices:
        return
    text = _body_text(subject)
    named = {match[1].upper() for match in _NUMERAL.finditer(text)}
    spoken_of = fold("phụ lục") in fold(text)
    for appendix in subject.labelled_appendices:
        number = _number(appendix)
        label = appendix.label.text if appendix.label else "Phụ lục"
        fault = Fault(
            f"không chỗ nào dẫn «{label}»", "thân văn bản có chỉ dẫn về phụ lục", _spot(subject, appendix.label)
        )
        if _is_enclosed(appendix, text):
            continue
        if not spoken_of:
            yield fault
        elif number and number not in named and not _SEVERAL.search(text):
            yield fault.softened()


def _is_enclosed(appendix: AppendixPart, text: str) -> bool:
    """Tell whether the text speaks of an appendix by the first words of its title, as of something enclosed."""
    words = fold(appendix.title.text).split()[:_TELLING] if appendix.title else []
    return len(words) == _TELLING and " ".join(words) in fold(text) and fold("kèm theo") in fold(text)


@rule("PL-02", "phụ lục đánh số sai", "PL I/I/III.1a", needs=Evidence.WORDS)
def numerals(subject: Subject) -> Iterator[Fault]:
    """Văn bản có từ hai phụ lục trở lên thì các phụ lục được đánh số thứ tự bằng chữ số La Mã, liên tục từ I."""
    found, form = subject.labelled_appendices, subject.profile.appendix
    if form is None or len(found) < form.numbered_from.default:
        return
    for place, appendix in enumerate(found, start=1):
        number = _number(appendix)
        if number is None or parse_roman(number) != place:
            label = appendix.label.text if appendix.label else ""
            right = f"Phụ lục {roman(place)}"
            safe = right if number == str(place) else None
            spot = _spot(subject, appendix.label)
            yield Fault(f"«{label}»", f"«{right}»", spot, fix="appendix-label" if safe else None, right=safe)


@rule("PL-03", "tiêu đề phụ lục trình bày sai", "PL I/I/III.1b", needs=Evidence.WORDS)
def heading(subject: Subject) -> Iterator[Fault]:
    """Từ «Phụ lục» và số thứ tự trên một dòng riêng, canh giữa, in thường, cỡ 14, đứng, đậm; tên phụ lục canh giữa,
    in hoa, cỡ 13 đến 14, đứng, đậm.
    """
    label_form, title_form = subject.profile.component("appendix_label"), subject.profile.component("appendix_title")
    for appendix in subject.labelled_appendices:
        pieces = pieces_of(subject, appendix.label)
        yield from look_faults(label_form, pieces)
        shown = " ".join(piece.shown.strip() for piece in pieces)
        if any(word.isupper() for word in re.findall(r"[^\W\d_]{2,}", shown)[:2]):
            spot, right = _spot(subject, appendix.label), _in_small_letters(shown)
            yield Fault(f"«{shown}»", f"như «{label_form.examples[0]}»", spot, fix="appendix-label", right=right)
        titles = pieces_of(subject, appendix.title)
        yield from look_faults(title_form, titles, aspects=("size", "bold", "italic", "align", "case"))


def _in_small_letters(label: str) -> str:
    """Return the label with the word Phụ lục in small letters, its numeral as it is."""
    return re.sub(r"(?i)^phụ lục", "Phụ lục", label)


@rule("PL-04", "thông tin «Kèm theo» của phụ lục thiếu hoặc sai", "PL I/I/III.1c", needs=Evidence.WORDS)
def note(subject: Subject) -> Iterator[Fault]:
    """Dưới tên phụ lục có dòng «(Kèm theo Kế hoạch số … ngày … của …)», canh giữa, cỡ 13 đến 14, nghiêng.

    Số và ngày khớp với văn bản chính; để trống cũng được, vì văn bản điện tử không phải điền.
    """
    component = subject.profile.component("appendix_note")
    for appendix in subject.labelled_appendices:
        if appendix.note is None:
            expected = f"như «{component.examples[0]}»"
            yield Fault("không có dòng «(Kèm theo …)»", expected, _spot(subject, appendix.label))
            continue
        yield from look_faults(component, pieces_of(subject, appendix.note))
        yield from _disagreement(subject, appendix.note)


def _disagreement(subject: Subject, note: Passage) -> Iterator[Fault]:
    """Compare only what both give."""
    head = subject.reading.head
    line = parse_number_line(head.number_line.text) if head.number_line else None
    cited = next((one.citation for one in find_citations(note.text)), None)
    symbol = cited.number.partition("/") if cited and cited.number else ("", "", "")
    if line and symbol[0].strip().isdigit() and line.number is not None and int(symbol[0]) != line.number:
        yield Fault(
            f"số {symbol[0].strip()}", f"số {printed_number(str(line.number))} của văn bản chính", _spot(subject, note)
        )
    if line and line.notation and symbol[2] and symbol[2].casefold() != line.notation.casefold():
        yield Fault(f"ký hiệu «{symbol[2]}»", f"«{line.notation}» của văn bản chính", _spot(subject, note))
    own = subject.date
    if own and own.complete and cited and cited.date and cited.date.complete and cited.date != own:
        yield Fault(f"ngày {cited.date.short()}", f"ngày {own.short()} của văn bản chính", _spot(subject, note))
