"""The document from which a clerk starts: the head of its kind and the usual parts of its body."""

from __future__ import annotations

import re
from typing import Any, Final

from rapidfuzz import fuzz, process

from generator.errors import DataError
from generator.model.document import Document
from generator.model.readiness import placeholder
from generator.model.store import model_of
from generator.nd30.document_types import DOCUMENT_TYPES
from generator.spelling import unmarked
from generator.workbook.body import BodyReader
from generator.workbook.cell_forms import KIND, NotReadError
from generator.workbook.forms import LEVEL, TEXT, TITLE
from generator.workbook.kinds import kind_form
from generator.workbook.levels import APPENDIX
from generator.workbook.places import Findings, Origins
from generator.workbook.rows import Row

_GAP: Final = re.compile(r"\{([^{}]+)\}")
_OFFERED: Final = 3
_ALSO_CALLED: Final = {
    "official letter": "dispatch", "letter": "dispatch", "official dispatch": "dispatch", "statement": "submission",
    "proposal letter": "submission", "notice": "announcement", "notification": "announcement", "memo": "memorandum",
    "meeting minutes": "minutes", "programme": "program", "instruction": "guideline", "conclusion": "announcement",
}  # fmt: skip
"""What people call a kind in English besides its id."""


def blank_document(kind: str, year: int | None = None) -> Document:
    """Return a document of a kind, given by name or id, with nothing but its outline; DataError for an unknown kind.

    What is still to be written stands in the outline as [CẦN BỔ SUNG: …], so that nothing of it passes for the
    clerk's own words. A plan has the places where objectives, targets and tasks are printed.
    """
    known = known_kind(kind)
    values: dict[str, Any] = {"kind": known, "archive": {}}
    if known == "plan":
        values["year"] = year
    rows = [_row(line, year) for line in kind_form(known).lines]
    values |= BodyReader({}, Findings(), Origins()).read(rows)
    return model_of(known).model_validate(values)


def _row(line: tuple[str, str, str], year: int | None) -> Row:
    level, title, text = (_GAP.sub(lambda gap: placeholder(gap[1]), words) for words in line)
    if level == APPENDIX and year:
        title = f"{title} năm {year}"
    return Row({LEVEL: level, TITLE: title, TEXT: text})


def known_kind(named: str) -> str:
    """Return the id of a kind given by id or name; DataError, with the nearest kinds and where all are, for another."""
    try:
        kind: str = KIND.read(named)
    except NotReadError:
        near = ", ".join(f"{one} ({DOCUMENT_TYPES[one].name.lower()})" for one in _nearest(named))
        hint = f"ý bạn là {near}? «vanban template list» kể cả {len(DOCUMENT_TYPES)} loại"
        raise DataError(f"không có loại văn bản «{named}»", hint=hint) from None
    return kind


def _nearest(named: str) -> list[str]:
    """Return the ids of the kinds most like a word, by id, name, or what else a kind is called in English."""
    typed = {unmarked(one.name): one.id for one in DOCUMENT_TYPES.values()}
    typed |= {unmarked(one): one for one in DOCUMENT_TYPES} | _ALSO_CALLED
    found = process.extract(unmarked(named), list(typed), scorer=fuzz.WRatio, limit=_OFFERED * 2)
    return list(dict.fromkeys(typed[word] for word, _, _ in found))[:_OFFERED]
