"""PDF files read into components.

Each page is read and let go before the next: rows of words, ruled tables, pictures, what was laid over it. Then the
rows are put into reading order, what belongs to pages is taken off, and lines become paragraphs by where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pdfplumber.pdf import PDF

from generator.diagnostics import Diagnostic, Place, hint, warning
from generator.errors import DataError
from generator.reading.letterhead import with_whole_components
from generator.reading.lines import Line
from generator.reading.pages import without_furniture
from generator.reading.pdf.annotations import annotation_notes
from generator.reading.pdf.areas import areas_of
from generator.reading.pdf.flow import Flow
from generator.reading.pdf.legible import in_unicode, picture_notes, refuse_illegible
from generator.reading.pdf.margins import Marginal, without_margins
from generator.reading.pdf.opening import opened, quiet
from generator.reading.pdf.page import PageRead, page_read
from generator.reading.pdf.paragraphs import rejoined
from generator.reading.reading import Reading
from generator.reading.recognition import recognise


def read_pdf(data: bytes, filename: str) -> Reading:
    """Return the components of a PDF file.

    DataError when the file cannot be opened, or has no text that can be read; any other PDF gives a reading.
    """
    lines, notes = pdf_lines(data, filename)
    return recognise(lines, filename, notes)


def pdf_lines(data: bytes, filename: str) -> tuple[list[Line], tuple[Diagnostic, ...]]:
    """Return the logical lines of a PDF file and what was changed or left out on the way.

    The numbers of a line count the printed lines of the file in reading order, a row of a table as one.
    DataError as for `read_pdf`.
    """
    with quiet():
        pages, notes = _pages(opened(data, filename), filename)
    cleaning = in_unicode(pages)
    refuse_illegible(pages, filename)
    marginal = without_margins(pages)
    flow = Flow()
    for page in pages:
        flow.add(page)
    flow.finish(areas_of(pages))
    kept, left_out = without_furniture(with_whole_components(flow.lines), margins=False)
    notes += [*cleaning, *picture_notes(pages), *_turned_notes(pages), *map(_marginal_note, marginal), *flow.notes]
    return rejoined(kept, flow.strips), (*notes, *left_out)


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
