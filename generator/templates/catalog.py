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
from generator.nd30.document_types import DOCUMENT_TYPES, document_type
from generator.spelling import unmarked

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
    "contract": "hop_dong.docx",
    "memorandum": "ban_ghi_nho.docx",
    "agreement": "ban_thoa_thuan.docx",
}
"""Templates of kinds that have their own; every other kind takes the generic form 1.4."""


def file_name(kind: str) -> str:
    """Return the name by which an office's own template of a kind is found: ``bao_cao.docx`` for a report."""
    return f"{unmarked(document_type(kind).name).replace(' ', '_')}.docx"


def template_for(kind: str, folder: Path | None = None) -> Path:
    """Return the template of a kind of document.

    That of the office's ``folder`` named after the kind, else the one there named as ours for this kind, else ours.
    """
    ours = TEMPLATES.get(kind, GENERIC)
    for name in (file_name(kind), ours) if folder else ():
        if folder and (folder / name).is_file():
            return folder / name
    return bundled("templates_docx") / ours


def is_ours(template: Path) -> bool:
    """Tell whether a template is one that comes with the program."""
    return template.parent == bundled("templates_docx")


def template_names() -> frozenset[str]:
    """Return the names that a template in an office's folder may have."""
    return frozenset({GENERIC, *TEMPLATES.values(), *map(file_name, DOCUMENT_TYPES)})


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
