"""Kính gửi và Nơi nhận (PL I/I/II.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Severity
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault, Spot
from generator.lint.look import look_faults, number_of
from generator.lint.pieces import Piece, piece_of, recipients_heading, segments_of, spot_of_piece
from generator.lint.rule import rule
from generator.lint.spots import grouped, spot_of
from generator.lint.subject import Subject
from generator.ooxml.formatting.values import Paragraph
from generator.reading.reading import RecipientLine
from generator.vietnamese.unicode import fold

_AS_ABOVE = fold("Như trên")
_HEADING = re.compile(r"Kính g[ửở]i\s*:?\s*", re.IGNORECASE)
_SIGNED_BY_PARTIES = frozenset({"contract", "memorandum", "agreement"})
"""Kinds that two sides sign and keep; the decree has no form of them."""
_UNIT_FREE = frozenset({"introduction", "leave_permit"})
"""Kinds whose forms have "Lưu: VT." without a drafting unit."""

_SMALL = re.compile(r"\b(?:xã|phường|thị trấn|đặc khu|trường)\b|^(?:phòng|trạm|ban|hội đồng nhân dân)\b")
"""Words in the folded name of an office, or of the one above it, that often has nothing but its clerks."""


def _addressed(subject: Subject) -> list[Paragraph]:
    """Return the paragraphs of "Kính gửi", its heading too, each once; in a PDF a line that goes on has none."""
    numbers = sorted({number for passage in subject.reading.addressees for number in passage.lines})
    total = len(subject.formatted.paragraphs)
    named = [subject.formatted.paragraph(number) for number in numbers if 0 < number <= total]
    found = [one for one in named if one.shown.strip()]
    above = subject.formatted.paragraphs[: found[0].number - 1] if found else ()
    heading = [one for one in above if _HEADING.fullmatch(one.shown.strip())]
    return [*heading[-1:], *found]


@rule("KG-01", "Kính gửi thiếu hoặc thừa", "PL I/I/II.9b", needs=Evidence.WORDS)
def required(subject: Subject) -> Iterator[Fault]:
    """Công văn và tờ trình có «Kính gửi», báo cáo gửi cấp trên cũng vậy; các văn bản khác chỉ có «Nơi nhận»."""
    label, type_ = subject.profile.component("addressee").label, subject.type
    if type_ is None or subject.is_attachment:
        return
    if type_.addressee == "required" and not subject.reading.addressees:
        yield Fault("không có «Kính gửi»", f"{type_.name} phải có «Kính gửi: …»", Spot(label))
    if type_.addressee == "never":
        for paragraph in _addressed(subject)[:1]:
            found = f"{type_.name.lower()} có «Kính gửi»"
            yield Fault(found, "chỉ có «Nơi nhận»", spot_of(paragraph, label))


@rule("KG-02", "Kính gửi trình bày sai", "PL I/I/II.9d", needs=Evidence.WORDS)
def addressees(subject: Subject) -> Iterator[Fault]:
    """Gửi một nơi thì viết cùng dòng với «Kính gửi:». Gửi nhiều nơi thì mỗi nơi một dòng, đầu dòng có gạch (-),
    cuối dòng có dấu chấm phẩy, dòng cuối có dấu chấm; cỡ 13 đến 14, chữ đứng.
    """
    component, found = subject.profile.component("addressee"), _addressed(subject)
    yield from look_faults(component, list(map(piece_of, found)), aspects=("size", "bold", "italic"))
    yield from _heading_faults(subject, found)
    items = [paragraph for paragraph in found if not _HEADING.fullmatch(paragraph.shown.strip())]
    if len(subject.reading.addressees) == 1:
        yield from _single(subject, items)
    else:
        yield from grouped(_listed(subject, items))


def _heading_faults(subject: Subject, found: list[Paragraph]) -> Iterator[Fault]:
    component = subject.profile.component("addressee")
    right = component.prefix.default if component.prefix else ""
    for paragraph in found[:1]:
        match = _HEADING.match(paragraph.shown.strip())
        if match and match[0].strip() != right:
            yield Fault(
                f"«{match[0].strip()}»", f"«{right}»", spot_of(paragraph, component.label), fix="text", right=right
            )


def _single(subject: Subject, items: list[Paragraph]) -> Iterator[Fault]:
    label = subject.profile.component("addressee").label
    for paragraph in items[:1]:
        text = paragraph.shown.strip()
        if not _HEADING.match(text):
            yield Fault("nơi nhận duy nhất ở dòng dưới", "cùng dòng với «Kính gửi:»", spot_of(paragraph, label))
        elif ";" in text:
            yield Fault("nhiều nơi trên một dòng", "mỗi nơi một dòng, đầu dòng có gạch", spot_of(paragraph, label))


def _listed(subject: Subject, items: list[Paragraph]) -> Iterator[tuple[object, Fault]]:
    component = subject.profile.component("addressee")
    last_end = component.last_end.default if component.last_end else "."
    for place, paragraph in enumerate(items):
        text = _HEADING.sub("", f"{paragraph.label} {paragraph.shown}".strip(), count=1)
        end = last_end if place == len(items) - 1 else component.line_end.default if component.line_end else ";"
        spot = spot_of(paragraph, component.label)
        if not text.startswith("-"):
            yield "dash", Fault("đầu dòng không có gạch (-)", "đầu dòng có gạch (-)", spot)
        if not text.rstrip().endswith(end):
            yield (
                end,
                Fault(f"cuối dòng là «{text.rstrip()[-1:]}»", f"cuối dòng là «{end}»", spot, fix="line-end", right=end),
            )
    listed = [one for one in items if not _HEADING.match(one.shown.strip())]
    if subject.evidence is not Evidence.FILE:  # an item in the middle of its page by chance is taken for a centred one
        listed = [one for one in listed if one.alignment != "center"]
    starts = {number_of(one.left + one.first_line, 0) for one in listed}
    if len(starts) > 1:
        fault = Fault("các gạch đầu dòng không thẳng nhau", "thẳng nhau, dưới dấu hai chấm", spot_of(items[-1]))
        yield "aligned", replace(fault, severity=Severity.WARNING)


@rule("NN-01", "từ «Nơi nhận» thiếu hoặc trình bày sai", "PL I/I/II.9d", needs=Evidence.WORDS)
def heading(subject: Subject) -> Iterator[Fault]:
    """Từ «Nơi nhận:» trên một dòng riêng, ngang hàng với quyền hạn, chức vụ của người ký, sát lề trái, cỡ 12,
    nghiêng, đậm, có dấu hai chấm.
    """
    component, piece = subject.profile.component("recipients_label"), recipients_heading(subject)
    if piece is None:
        if not (subject.is_attachment or subject.is_fragment or subject.kind in _SIGNED_BY_PARTIES):
            yield Fault("không thấy «Nơi nhận:»", "«Nơi nhận:» ở cuối văn bản, bên trái", Spot(component.label))
        return
    spot, words = spot_of_piece(piece, component.label), component.text.default if component.text else ""
    yield from look_faults(component, [piece])
    if " ".join(piece.shown.split()) != words:
        yield Fault(f"«{piece.shown.strip()}»", f"«{words}»", spot, fix="text", right=words)
    yield from _level(subject, piece.paragraph, spot)


def _level(subject: Subject, heading: Paragraph, spot: Spot) -> Iterator[Fault]:
    """Only a table tells what is level; minutes have their recipients below the signatures (form 1.9)."""
    signature = subject.reading.signature
    first = next(iter((*signature.authority, *([signature.position] if signature.position else []))), None)
    other = next(iter(subject.paragraphs(first)), None)
    if other is None or other.cell is None or heading.cell is None or subject.kind == "minutes":
        return
    if (heading.cell.table, heading.cell.row) != (other.cell.table, other.cell.row):
        expected = "ngang hàng với quyền hạn, chức vụ của người ký"
        yield Fault("không ngang hàng với chức vụ của người ký", expected, spot).softened()


@rule("NN-02", "danh sách nơi nhận trình bày sai", "PL I/I/II.9d", needs=Evidence.WORDS)
def items(subject: Subject) -> Iterator[Fault]:
    """Mỗi nơi một dòng, đầu dòng có gạch (-), cuối dòng có dấu chấm phẩy; cỡ 11, chữ đứng, không đậm.

    Dòng cuối là «- Lưu: VT, <đơn vị soạn thảo>.», cuối dòng có dấu chấm.
    """
    component, reading = subject.profile.component("recipients_item"), subject.reading
    lines = [*reading.recipients, *([reading.archive] if reading.archive else [])]
    pieces = [_piece(one, line) for line in lines for one in _paragraphs(subject, line)]
    yield from look_faults(component, pieces)
    yield from grouped(_item_faults(subject))
    yield from _archive_faults(subject)


def _paragraphs(subject: Subject, line: RecipientLine) -> list[Paragraph]:
    total = len(subject.formatted.paragraphs)
    return [subject.formatted.paragraph(number) for number in dict.fromkeys(line.lines) if 0 < number <= total]


def _piece(paragraph: Paragraph, line: RecipientLine) -> Piece:
    """Return what a paragraph has of a line: tabs may set the one who signs beside it."""
    parts = segments_of(paragraph) if "\t" in paragraph.shown else []
    return next((one for one in parts if fold(line.name) in fold(one.shown)), piece_of(paragraph))


def _words(paragraph: Paragraph, line: RecipientLine) -> str:
    """Return the words up to the end of the line's own, the label before them."""
    own = _piece(paragraph, line).shown
    shown = paragraph.shown
    return " ".join(f"{paragraph.label} {shown[: shown.find(own) + len(own)] if own in shown else shown}".split())


def _item_faults(subject: Subject) -> Iterator[tuple[object, Fault]]:
    component = subject.profile.component("recipients_item")
    end = component.line_end.default if component.line_end else ";"
    for line in subject.reading.recipients:
        for paragraph in _paragraphs(subject, line)[:1]:
            spot = spot_of(paragraph, component.label)
            if not _words(paragraph, line).startswith("- ") and paragraph.shown.count("\n") == 0:
                yield "dash", Fault("đầu dòng không có «- »", "đầu dòng có «- »", spot)
            if line.end != end:
                found = f"cuối dòng là «{line.end}»" if line.end else "cuối dòng không có dấu"
                yield "end", Fault(found, f"cuối dòng là «{end}»", spot, fix="line-end", right=end)


def _archive_faults(subject: Subject) -> Iterator[Fault]:
    component, archive = subject.profile.component("archive"), subject.reading.archive
    if archive is None:
        if piece := recipients_heading(subject):
            spot = spot_of_piece(piece, component.label)
            yield Fault("không có dòng Lưu", f"dòng cuối «{component.examples[0]}»", spot)
        return
    for paragraph in _paragraphs(subject, archive)[:1]:
        text, spot = _words(paragraph, archive), spot_of(paragraph, component.label)
        if "\n" not in paragraph.shown.strip() and not re.match(component.pattern or "", text):
            yield Fault(f"«{text}»", f"như «{component.examples[0]}»", spot)
        elif "," not in text and subject.kind not in _UNIT_FREE:
            fault = Fault("không có chữ viết tắt của đơn vị soạn thảo", f"như «{component.examples[0]}»", spot)
            yield replace(fault, severity=Severity.HINT if _is_small(subject) else Severity.WARNING)
        if any(line.lines > archive.lines for line in subject.reading.recipients):
            yield Fault("dòng Lưu không ở cuối", "dòng Lưu là dòng cuối cùng", spot)


def _is_small(subject: Subject) -> bool:
    """Tell whether the issuer is an office that often has no units below it."""
    head = subject.reading.head
    return any(_SMALL.search(fold(one.text)) for one in (head.parent, head.issuer) if one)


@rule("NN-03", "Nơi nhận không bắt đầu bằng «Như trên»", "PL I/I/II.9b", needs=Evidence.WORDS)
def as_above(subject: Subject) -> Iterator[Fault]:
    """Văn bản có «Kính gửi» thì dòng đầu của «Nơi nhận» là «- Như trên;»."""
    reading = subject.reading
    if not reading.addressees or not reading.recipients:
        return
    first = reading.recipients[0]
    if not fold(first.name).startswith(_AS_ABOVE):
        for paragraph in _paragraphs(subject, first)[:1]:
            yield Fault(f"dòng đầu là «{first.name}»", "dòng đầu là «- Như trên;»", spot_of(paragraph, "nơi nhận"))
