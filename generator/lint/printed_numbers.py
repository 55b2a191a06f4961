"""The page numbers of a PDF as the headers and footers of its sections."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import Any

from generator.lint.printed import Frame, Sheet
from generator.lint.printed_words import word_runs
from generator.ooxml.formatting.values import Paragraph, Part, Run
from generator.reading.pdf.margins import Marginal
from generator.reading.pdf.page import PageRead

_DIGITS = re.compile(r"(\d+)")
_CENTRED = 9.0
"""Points by which the middle of a centred number may miss that of the text."""
_ASIDE = 30.0
"""Points from which on it is surely not centred."""


def number_places(sheet: Sheet, index: int, paragraphs: list[Paragraph]) -> dict[str, Any]:
    """Return in which header and footer the numbers of a sheet stand, the first of each kind.

    `paragraphs` gets them as its last ones. `index` is that of the sheet; only the first page of a file has a header
    of its own.
    """
    found: dict[str, Any] = {}
    for one in sheet.numbers:
        is_upper = one.row.baseline < sheet.first.height / 2
        name = "header" if is_upper else "footer"
        name = f"first_{name}" if index == 0 and one.page == sheet.first.number else name
        if name not in found:
            number = len(paragraphs) + 1
            part = Part.HEADER if is_upper else Part.FOOTER
            alignment = _alignment(one, sheet.frame, sheet.first)
            paragraphs.append(Paragraph(number, part, index, _runs(one), alignment=alignment, space_before=math.nan))
            found[name] = (number,)
    return found


def _alignment(one: Marginal, frame: Frame, page: PageRead) -> str:
    middles = [page.width / 2, *([frame.middle] if all(frame.sure) else [])]
    aside = min((one.row.middle - middle for middle in middles), key=abs)
    if abs(aside) <= _CENTRED:
        return "center"
    return "" if abs(aside) < _ASIDE else "left" if aside < 0 else "right"


def _runs(one: Marginal) -> tuple[Run, ...]:
    """Return the number as the field that it is, other signs around it as text."""
    look = word_runs(one.row)[0]
    parts = [part for part in _DIGITS.split(one.row.text) if part]
    page = next(place for place, part in enumerate(parts) if part.isdigit())
    return tuple(replace(look, text=part, field="PAGE" if place == page else "") for place, part in enumerate(parts))
