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

GENERIC = "van_ban_co_ten_loai.docx"
TEMPLATES = {
    "plan": "ke_hoach.docx",
    "resolution": "nghi_quyet.docx",
    "decision": "quyet_dinh.docx",
    "telegram": "cong_dien.docx",
    "invitation": "giay_moi.docx",
    "introduction": "giay_gioi_thieu.docx",
    "leave_permit": "giay_nghi_phep.docx",
    "minutes": "bien_ban.docx",
}
"""Templates of kinds that have their own; every other kind takes the generic form 1.4."""


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
