"""Any file that holds a document, loaded for a command."""

from __future__ import annotations

from pathlib import Path

from generator.cli.read_back import read_back
from generator.diagnostics import Diagnostic
from generator.files import read_bytes
from generator.importers.imported import Imported
from generator.importers.registry import import_document
from generator.model.document import Document
from generator.model.store import is_stored, load_document


def imported(path: Path, template: Path | None = None) -> Imported:
    """Return the document that a file holds: of a Word file of ours its data, of any other what was read.

    ``template`` is the one that a Word file of ours was made with, where it is none of the program's.
    """
    own = read_back(path, template)
    return import_document(read_bytes(path), str(path)) if own is None else own


def load(path: Path) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Return the document of a stored file (.yaml, .json) or of a text to be read, with the reader's findings."""
    if is_stored(path.name):
        return load_document(read_bytes(path), str(path)), ()
    found = imported(path)
    return found.document, tuple(found.diagnostics)
