"""Page numbers (PL I/I/I.7, III.1đ)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.evidence import Evidence
from generator.lint.finding import Fault
from generator.lint.look import look_faults
from generator.lint.page_numbers import counted_parts, has_second_page, numbered, typed
from generator.lint.pieces import Piece
from generator.lint.rule import rule
from generator.lint.spots import section_spot, spot_of
from generator.lint.subject import Subject
from generator.ooxml.formatting.values import Paragraph, Section

_EXPECTED = "số trang giữa lề trên, chữ số Ả Rập, cỡ 13 - 14, chữ đứng"


@rule("PG-07", "số trang sai quy định", "PL I/I/I.7", needs=Evidence.PAGE)
def page_number(subject: Subject) -> Iterator[Fault]:
    """Số trang đánh từ số 1, bằng chữ số Ả Rập, cỡ chữ 13 đến 14, kiểu chữ đứng, đặt canh giữa trong lề trên.

    Văn bản một trang không cần số trang. Trong Word: Insert > Page Number > Top of Page, kiểu ở giữa.
    """
    for part in counted_parts(subject):
        found = [one for section in part for one in _headers(subject, section)]
        if found:
            yield from _faults_of(subject, found[0])
        elif has_second_page(subject, part):
            yield _missing(subject, part[0])


def _headers(subject: Subject, section: Section) -> list[Paragraph]:
    return numbered(subject, section.header)


def _missing(subject: Subject, section: Section) -> Fault:
    """Return the fault of pages without number in the header: it stands elsewhere, is typed, or is nowhere."""
    below = numbered(subject, section.footer)
    by_hand = typed(subject, (*section.header, *section.footer))
    if below:
        return Fault("số trang ở lề dưới", _EXPECTED, spot_of(below[0]), fix="page-number")
    if by_hand:
        return Fault("số trang gõ tay, mọi trang một số", _EXPECTED, spot_of(by_hand[0]), fix="page-number")
    spot = section_spot(section, len(subject.formatted.sections))
    return Fault("không có số trang", _EXPECTED, spot, fix="page-number")


def _faults_of(subject: Subject, paragraph: Paragraph) -> Iterator[Fault]:
    runs = tuple(run for run in paragraph.runs if run.field == "PAGE")
    piece = Piece(paragraph, runs, whole=True)
    yield from look_faults(subject.profile.page.page_number, [piece])
    shown = "".join(run.shown for run in runs).strip()
    if shown and not shown.isdigit():
        yield Fault(f"«{shown}»", "chữ số Ả Rập", spot_of(paragraph))
    elif paragraph.shown.strip() != shown:
        fault = Fault(f"«{paragraph.shown.strip()}»", "chỉ số trang, không có chữ và dấu khác", spot_of(paragraph))
        yield fault.softened()


@rule("PG-08", "số trang hiện ở trang thứ nhất", "PL I/I/I.7", needs=Evidence.PAGE)
def first_page(subject: Subject) -> Iterator[Fault]:
    """Không hiển thị số trang thứ nhất của văn bản.

    Trong Word: mở đầu trang, đánh dấu Different First Page và để trống đầu trang của trang đầu.
    """
    if not subject.formatted.sections:
        return
    section = subject.formatted.sections[0]
    differs = section.first_page_differs
    shown = (*section.first_header, *section.first_footer) if differs else (*section.header, *section.footer)
    for paragraph in numbered(subject, shown)[:1]:
        yield Fault("trang 1 có số trang", "trang 1 không có số trang", spot_of(paragraph), fix="first-page-number")


@rule("PG-09", "số trang của phụ lục không đánh riêng", "PL I/I/III.1đ", needs=Evidence.PAGE)
def appendix_pages(subject: Subject) -> Iterator[Fault]:
    """Số trang của phụ lục được đánh số riêng theo từng phụ lục.

    Trong Word: mỗi phụ lục là một phần (section) riêng, Page Number > Format > Start at 1.
    """
    sections, before = subject.formatted.sections, -1
    first = next((line.paragraph.section for line in subject.body), -1)
    for appendix in subject.labelled_appendices:
        for paragraph in list(subject.paragraphs(appendix.label))[:1]:
            section = sections[paragraph.section]
            alone = section.index not in (first, before)
            own = alone and section.first_page_number is not None
            before = section.index
            if _headers(subject, section) and not own:
                expected = "số trang đánh lại từ 1 ở mỗi phụ lục"
                fix = "restart" if alone and section.new_page else None
                yield Fault("số trang chạy tiếp từ phần trước", expected, spot_of(paragraph, "phụ lục"), fix=fix)
