"""Any file that holds a document, loaded for a command."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.files import read_bytes
from generator.importers.registry import import_document
from generator.model.document import Document
from generator.model.store import is_stored, load_document


def load(path: Path) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Return the document of a stored file (.yaml, .json) or of a text to be read, with the reader's findings."""
    data = read_bytes(path)
    if is_stored(path.name):
        return load_document(data, str(path)), ()
    imported = import_document(data, str(path))
    return imported.document, tuple(imported.diagnostics)
