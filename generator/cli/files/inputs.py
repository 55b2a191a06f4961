"""Any file that holds a document, loaded for a command."""

from __future__ import annotations

from pathlib import Path

from generator.cli.files.read_back import read_back
from generator.diagnostics import Diagnostic
from generator.errors import DataError, UsageError
from generator.files import content_name, read_bytes, refuse_overwriting, write_atomic
from generator.importers.imported import Imported
from generator.importers.registry import import_document
from generator.model.document import Document
from generator.model.store import is_stored, load_document
from generator.templates.catalog import layouts
from generator.workbook.annotation import annotated
from generator.workbook.field_cells import FieldCells
from generator.workbook.progress.other_forms import ADVICE, is_progress_in_other_form
from generator.workbook.progress.reader import is_progress_workbook
from generator.workbook.reader import SUFFIXES, is_workbook, load_workbook, read_workbook


def imported(path: Path, template: Path | None = None) -> Imported:
    """Return the document that a file holds: of a Word file or workbook of ours its data, of any other what was read.

    ``template`` is the one that a Word file of ours was made with, where it is none of the program's.
    """
    own = read_back(path, template)
    if own is not None:
        return own
    data = read_bytes(path)
    if is_workbook(data, content_name(path)):
        document, found = load_workbook(data, str(path), layout_names())
        return Imported(document, found)
    refuse_progress(path, data)
    return import_document(data, str(path.with_name(content_name(path))))


def refuse_progress(path: Path, data: bytes) -> None:
    """Raise UsageError for a progress workbook, which holds no document, and for one in a form that is not read."""
    name = content_name(path)
    refuse_other_form(path, data)
    if is_progress_workbook(data, name):
        hint = "xem bằng «vanban show», chuyển bằng «vanban convert», lập báo cáo bằng «vanban report»"
        raise UsageError("đây là biểu tiến độ của đơn vị, không phải văn bản", where=str(path), hint=hint)


def refuse_other_form(path: Path, data: bytes) -> None:
    """Raise UsageError for a progress workbook that was saved as .xls, .ods or .csv."""
    if is_progress_in_other_form(data, content_name(path)):
        raise UsageError(f"biểu tiến độ ở dạng {path.suffix.lower()} không đọc được: {ADVICE}", where=str(path))


def layout_names() -> dict[str, str]:
    """Return the names of the table layouts by id, as workbooks show them."""
    return {one.id: one.name for one in layouts().values()}


def field_cells(path: Path) -> FieldCells | None:
    """Return the cells of the fields of a workbook that can be read; None for any other file, which names fields."""
    name = content_name(path)
    if not name.lower().endswith(SUFFIXES) or not is_workbook(data := read_bytes(path), name):
        return None
    return read_workbook(data, str(path), layout_names()).cells


def load(path: Path, annotate: Path | None = None) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Return the document of a stored file (.yaml, .json, workbook) or of a text to be read, with the findings.

    A copy that a command kept (``TÊN.yaml.cu``) is read as the file that it is a copy of.
    ``annotate`` is the folder for a copy of a faulty workbook with its faults as notes, written before DataError
    tells of them.
    """
    if is_stored(content_name(path)):
        return load_document(read_bytes(path), str(path)), ()
    try:
        found = imported(path)
    except DataError as failure:
        if annotate is not None and failure.diagnostics and is_workbook(data := read_bytes(path), content_name(path)):
            failure.hint = f"bản có ghi chú ở từng ô sai: {annotate_copy(path, data, annotate, failure.diagnostics)}"
        raise
    return found.document, tuple(found.diagnostics)


def annotate_copy(path: Path, data: bytes, folder: Path, found: tuple[Diagnostic, ...]) -> Path:
    """Write a copy of a workbook with notes into a folder, never over the source; return where it is."""
    target = folder / path.name
    if folder.is_file():
        raise UsageError("đường dẫn này là một tệp, không phải thư mục", where=str(folder))
    refuse_overwriting(path, [target])
    write_atomic(target, annotated(data, found))
    return target
