"""The words of cells in the form in which the project holds text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from generator.diagnostics import Diagnostic, Place, hint
from generator.reading.legacy import converted_lines
from generator.vietnamese.unicode import changes, clean

_LINE_END = re.compile(r"\r\n|\r")
_SPACES = re.compile(r"[ \t]+")
_BLANK_LINES = re.compile(r" ?\n[ \n]*")


def in_one_unicode(
    name: str, cells: Mapping[tuple[int, int], str]
) -> tuple[dict[tuple[int, int], str], list[Diagnostic]]:
    """Return the cells of a sheet in clean Unicode, and a hint for each kind of change and each old encoding.

    Lines of a cell stay lines; blanks in a row become one, blank lines go.
    """
    texts = [_LINE_END.sub("\n", text) for text in cells.values()]
    rows = [row for row, _ in cells]
    unicode, conversions = converted_lines(texts, rows)
    counts = Counter(change for text in unicode for change in changes(text))
    cleaned = {place: _tidy(clean(text)) for place, text in zip(cells, unicode, strict=True)}
    notes = [replace(note, place=replace(note.place, field=name)) for note in conversions]
    for change, count in sorted(counts.items()):
        notes.append(hint(f"{change} (ở {count} ô)", Place(field=name), code="cleaned"))
    return {place: text for place, text in cleaned.items() if text}, notes


def _tidy(text: str) -> str:
    return _BLANK_LINES.sub("\n", _SPACES.sub(" ", text)).strip()
