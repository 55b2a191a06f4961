"""Where a field of the data stands in the workbook that it was read from: ``issuer.parent`` in «Thông tin chung!B3»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from generator.workbook.forms import BASES, BODY, GENERAL, RECIPIENTS, TARGETS, TASKS, general_rows
from generator.workbook.places import At, CellIndex

_STEP: Final = re.compile(r"\[(\d+)\]|([^.\[\]]+)")
_SHEETS: Final = {
    "legal_bases": BASES.name,
    "targets": TARGETS.name,
    "tasks": TASKS.name,
    "recipients": RECIPIENTS.name,
    **dict.fromkeys(("sections", "preamble", "closing", "objectives", "appendices", "unplaced", "other"), BODY.name),
}
"""The sheet of each field that is a list."""
_ARCHIVE: Final = {"archive": ("archive", "holders"), "archive.holders": ("archive", "unit")}
"""The fields of the archive line that a gap means: who keeps it, who drafted it."""


class FieldCells:
    """The cells of a workbook by the dotted paths of fields."""

    def __init__(self, kind: str, general: Mapping[str, At], index: CellIndex) -> None:
        self._general = {one.path: general[one.title] for one in general_rows(kind) if one.title in general}
        self._index = index

    def cell(self, field: str) -> str | None:
        """Return the cell of a field, the sheet for one that has no cell yet; None for one that no sheet shows."""
        path = [int(number) if number else name for number, name in _STEP.findall(field)]
        names = tuple(str(step) for step in path)
        known = self._general.get(_ARCHIVE.get(field, names)) or next(
            (self._general[names[:end]] for end in range(len(names) - 1, 0, -1) if names[:end] in self._general), None
        )
        if known:
            return str(known)
        sheet = _SHEETS.get(names[0]) if names else None
        if sheet is None:
            return GENERAL if names and any(one[0] == names[0] for one in self._general) else None
        found = self._index.at(self._index.located.line(path)) if len(path) > 1 else None
        return str(found) if found and found.sheet == sheet else sheet
