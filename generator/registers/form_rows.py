"""The rows of the statistical forms in the tables of a report, recognised by their numbers and labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rapidfuzz.fuzz import ratio

from generator.registers.statistics import StatisticalForm, StatisticalForms
from generator.vietnamese.label_words import in_full

CODE: Final = re.compile(r"\d+(?:\.\d+)*")
"""The number of a row."""
_ALIKE: Final = 85
"""From this likeness of 100 on, two labels are the same row."""
_FEWEST_ROWS: Final = 3


def form_rows(
    labels: Sequence[tuple[str, str]], forms: StatisticalForms, *, fewest: int = _FEWEST_ROWS
) -> dict[int, dict[str, int]]:
    """Return the forms of a table by their numbers, each with the places of its rows by their codes.

    ``labels`` are number and label of each row. A row belongs to the form of the row above where it fits; a form of
    which fewer rows than ``fewest`` are there is none.
    """
    found: dict[int, dict[str, int]] = {}
    current: StatisticalForm | None = None
    for place, (number, label) in enumerate(labels):
        code, words = number.strip(" ."), in_full(label)
        if not CODE.fullmatch(code):
            continue
        candidates = [one for one in [current] if one] + list(forms.forms)
        match = next((form for form in candidates if form.has(code) and _is_same(form.row(code).label, words)), None)
        if match:
            current = match
            found.setdefault(match.form, {}).setdefault(code, place)
    return {form: rows for form, rows in found.items() if len(rows) >= fewest}


def _is_same(label: str, words: str) -> bool:
    return ratio(in_full(label), words, score_cutoff=_ALIKE) > 0
