"""The LibreOffice profile of one conversion: fresh, private, with the settings of the PDF export.

The settings go into the profile and not on the command line: every LibreOffice reads them there, while JSON filter
options need release 7.4 and survive the quoting rules of Windows only by luck.
"""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import quoteattr

PDF_EXPORT = "/org.openoffice.Office.Common/Filter/PDF/Export"
SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
PDF_A_2B = 2

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
"""
_ITEM = '<item oor:path={path}><prop oor:name={name} oor:op="fuse"><value>{value}</value></prop></item>\n'


def write_profile(folder: Path, *, pdfa: bool = False) -> str:
    """Return the soffice argument that selects the profile, after writing its settings into an empty folder.

    PDF files get every font embedded, a structure tree, bookmarks made from the headings and, with `pdfa`, the
    form of PDF/A-2b. No macro runs, and nothing that a document points to outside itself is fetched.
    """
    user = folder / "user"
    user.mkdir()
    items = "".join(_item(path, name, value) for path, name, value in _settings(pdfa))
    (user / "registrymodifications.xcu").write_text(f"{_HEAD}{items}</oor:items>\n", "utf-8")
    return f"-env:UserInstallation={folder.resolve().as_uri()}"


def _settings(pdfa: bool) -> list[tuple[str, str, bool | int]]:
    """The settings as (path, name, value); the names are those of LibreOffice's configuration schema."""
    settings: list[tuple[str, str, bool | int]] = [
        (PDF_EXPORT, "EmbedStandardFonts", True),
        (PDF_EXPORT, "UseTaggedPDF", True),
        (PDF_EXPORT, "ExportBookmarks", True),
        (SECURITY, "MacroSecurityLevel", 3),
        (SECURITY, "DisableMacrosExecution", True),
        (SECURITY, "BlockUntrustedRefererLinks", True),
    ]
    if pdfa:
        settings.append((PDF_EXPORT, "SelectPdfVersion", PDF_A_2B))
    return settings


def _item(path: str, name: str, value: bool | int) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return _ITEM.format(path=quoteattr(path), name=quoteattr(name), value=text)
