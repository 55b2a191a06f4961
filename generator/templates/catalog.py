"""Where templates, table layouts and pictures are found on disk."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.bundled import bundled
from generator.files import read_bytes
from generator.model.blocks import Picture
from generator.model.document import Document
from generator.model.layout import TableLayout
from generator.model.store import load_layout
from generator.nd30.document_types import document_type

GENERIC = "van_ban_co_ten_loai.docx"
TEMPLATES = {"plan": "ke_hoach.docx"}
"""Templates of kinds that have their own; every other kind takes the generic form 1.4."""


_GENERAL_FORMS = (None, "1.4", "1.5")
"""What the generic template covers: named documents, công văn, and kinds for which the decree has no form."""


def lacks_own_form(kind: str) -> str | None:
    """Return the number of the sample form that a kind has in the decree and that no template here follows yet."""
    form = document_type(kind).form
    return None if kind in TEMPLATES or form in _GENERAL_FORMS else form


def template_for(kind: str) -> Path:
    """Return the template of a kind of document."""
    return bundled("templates_docx") / TEMPLATES.get(kind, GENERIC)


@cache
def layouts() -> dict[str, TableLayout]:
    """Return the table layouts that come with the program, by id."""
    files = sorted((bundled("data") / "layouts").glob("*.yaml"))
    found = [load_layout(read_bytes(path), str(path)) for path in files]
    return {layout.id: layout for layout in found}


def pictures_of(document: Document, folder: Path) -> dict[str, bytes]:
    """Return the bytes of the document's pictures by the file named in it, looked for in a folder.

    A file that is not there is left out: rendering names it.
    """
    names = {block.file for block in document.blocks() if isinstance(block, Picture)}
    return {name: read_bytes(folder / name) for name in names if (folder / name).is_file()}
