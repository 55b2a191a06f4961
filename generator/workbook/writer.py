"""A document as the bytes of a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from generator.model.document import Document
from generator.registers.legal import LegalRegister
from generator.registers.units import UnitDirectory
from generator.vietnamese.unicode import fold
from generator.workbook.content import Content, content_of
from generator.workbook.drawing import workbook_bytes
from generator.workbook.exchanged import with_columns_meant
from generator.workbook.forms import BASES
from generator.workbook.layout_names import LayoutNames
from generator.workbook.old_letters import with_letters_meant
from generator.workbook.rows import Row
from generator.workbook.typed import with_marks_meant

WORKBOOK = ".xlsx"
"""The suffix of a workbook."""
_STATUS = BASES.columns[-1].title


def dump_workbook(
    document: Document,
    legal: LegalRegister | None = None,
    units: UnitDirectory | None = None,
    on: date | None = None,
    layouts: Mapping[str, str] | None = None,
) -> bytes:
    """Return the .xlsx of a document; the same document gives the same bytes.

    ``legal`` tells which bases are in force on a day, ``units`` which names are offered; the day is ``on``, else the
    last that the document's own date can mean. Without a day no base is judged, and units of any day are offered.
    ``layouts`` are the names of the table layouts by id, which stand for them in the cells; without, their ids do.
    """
    day = on or (document.date.last_day() if document.date else None)
    content = with_letters_meant(content_of(document, LayoutNames(layouts or {})))
    content = with_columns_meant(with_marks_meant(content))
    if legal and day:
        content = _with_status(content, document, legal, day)
    names, others = _unit_names(units, day, document.issuer.name)
    return workbook_bytes(content, names, others)


def _unit_names(
    units: UnitDirectory | None, day: date | None, issuer: str | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of units, classes and inner parts of the issuer, and what else they are called.

    Where it is not known who issues the document, the inner parts of all units.
    """
    if units is None:
        return (), ()
    known = units.on(day) if day else units.units
    own = [one for one in known if issuer and fold(issuer) in map(fold, one.names)] or known
    parts = [part for one in own for part in (one.parts_on(day) if day else one.parts)]
    names = dict.fromkeys(
        [one.name for one in known] + [one.name for one in units.classes] + [one.name for one in parts]
    )
    aliases = [one.aliases for one in known] + [one.aliases for one in units.classes] + [one.aliases for one in parts]
    others = dict.fromkeys(alias for some in aliases for alias in some if alias not in names)
    return tuple(names), tuple(others)


def _with_status(content: Content, document: Document, legal: LegalRegister, day: date) -> Content:
    rows = []
    for row, basis in zip(content.rows[BASES.name], document.legal_bases, strict=True):
        acts = [act for citation in basis.citations for act in legal.find(citation)]
        told = "; ".join(dict.fromkeys(str(legal.status(act, day)) for act in acts))
        rows.append(Row({**row.texts, _STATUS: told} if told else row.texts))
    return replace(content, rows={**content.rows, BASES.name: rows})
