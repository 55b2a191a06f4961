"""PDF files read into components.

Each page is read and let go before the next: rows of words, ruled tables, pictures, what was laid over it. Then the
rows are put into reading order, what belongs to pages is taken off, and lines become paragraphs by where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pdfplumber.pdf import PDF

from generator.diagnostics import Diagnostic, Place, hint, warning
from generator.errors import DataError
from generator.reading.gaps import without_gaps
from generator.reading.letterhead import with_whole_components
from generator.reading.lines import Line
from generator.reading.pages import without_furniture
from generator.reading.pdf.annotations import annotation_notes
from generator.reading.pdf.areas import areas_of
from generator.reading.pdf.emphasis import emphasis_of
from generator.reading.pdf.flow import Flow
from generator.reading.pdf.legible import in_unicode, picture_notes, refuse_illegible
from generator.reading.pdf.margins import Marginal, without_margins
from generator.reading.pdf.opening import opened, quiet
from generator.reading.pdf.page import PageRead, page_read
from generator.reading.pdf.paragraphs import rejoined
from generator.reading.pdf.placed import TableRow
from generator.reading.pdf.strips import Strip
from generator.reading.reading import Reading
from generator.reading.recognition import recognise


@dataclass(frozen=True)
class Printed:
    """A PDF file as it was read, and where all of it stands on its pages."""

    reading: Reading
    pages: tuple[PageRead, ...]
    """Without what stands in their margins."""
    marginal: tuple[Marginal, ...]
    """Page numbers, and lines that run through the document."""
    strips: Mapping[int, Strip]
    """Where each line stands that is no row of a table, by its number."""
    rows: Mapping[int, TableRow]
    """The rows of tables by the number of their line."""


def read_pdf(data: bytes, filename: str) -> Reading:
    """Return the components of a PDF file.

    DataError when the file cannot be opened, or has no text that can be read; any other PDF gives a reading.
    """
    return read_printed(data, filename).reading


def read_printed(data: bytes, filename: str) -> Printed:
    """Return the components of a PDF file with their places; DataError as for `read_pdf`."""
    pages, notes, marginal = _legible_pages(data, filename)
    flow, lines, notes = _flowed(pages, notes, marginal)
    reading = replace(recognise(lines, filename, notes), emphasis=emphasis_of(lines, flow.strips))
    return Printed(reading, tuple(pages), tuple(marginal), flow.strips, flow.rows)


def pdf_lines(data: bytes, filename: str) -> tuple[list[Line], tuple[Diagnostic, ...]]:
    """Return the logical lines of a PDF file and what was changed or left out on the way.

    The numbers of a line count the printed lines of the file in reading order, a row of a table as one.
    DataError as for `read_pdf`.
    """
    _, lines, notes = _flowed(*_legible_pages(data, filename))
    return lines, tuple(notes)


def _legible_pages(data: bytes, filename: str) -> tuple[list[PageRead], list[Diagnostic], list[Marginal]]:
    """Return the pages in Unicode without what stands in their margins, what was said of them, and the margins."""
    with quiet():
        pages, notes = _pages(opened(data, filename), filename)
    cleaning = in_unicode(pages)
    refuse_illegible(pages, filename)
    return pages, [*notes, *cleaning], without_margins(pages)


def _flowed(
    pages: Sequence[PageRead], notes: Sequence[Diagnostic], marginal: Sequence[Marginal]
) -> tuple[Flow, list[Line], list[Diagnostic]]:
    flow = Flow()
    for page in pages:
        flow.add(page)
    flow.finish(areas_of(pages))
    known, gaps = without_gaps(with_whole_components(flow.lines))
    kept, left_out = without_furniture(known, margins=False)
    of_pages = [*picture_notes(pages), *_turned_notes(pages), *map(_marginal_note, marginal)]
    return flow, rejoined(kept, flow.strips), [*notes, *of_pages, *flow.notes, *gaps, *left_out]


def _pages(pdf: PDF, filename: str) -> tuple[list[PageRead], list[Diagnostic]]:
    """Return what the pages hold; a page that cannot be read is a finding, and a DataError where none can."""
    pages: list[PageRead] = []
    notes: list[Diagnostic] = []
    for page in pdf.pages:
        try:
            overlaid = annotation_notes(page)
            pages.append(page_read(page))
            notes += overlaid
        except Exception:  # noqa: BLE001  a broken page may make the library raise anything
            message = f"trang {page.page_number} hỏng, không đọc được"
            notes.append(warning(message, hint="hãy so với bản gốc", code="broken-page"))
    if not pages:
        raise DataError("tệp PDF hỏng: không đọc được trang nào", where=filename, hint="hãy chép hoặc tải lại tệp gốc")
    return pages, notes


def _turned_notes(pages: Sequence[PageRead]) -> Iterator[Diagnostic]:
    """Yield a warning for each text that stands aslant or on its side outside of tables: a watermark or a stamp."""
    for page in pages:
        for text in page.turned:
            where = Place(part=f"trang {page.number}", quote=text)
            yield warning("bỏ chữ nằm nghiêng hoặc xoay dọc, như chữ chìm, dấu đóng bên lề", where, code="turned-text")


def _marginal_note(one: Marginal) -> Diagnostic:
    where = Place(part=f"trang {one.page}", quote=one.row.text)
    if one.is_number:
        return hint("bỏ số trang", where, code="page-number")
    return hint("bỏ dòng in lặp lại ở đầu hoặc chân trang", where, code="repeated-footer")
