"""The two who sign a contract side by side, and where its parties begin (no sample form; usage of offices)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.reading.lines import Line

_PARTY = re.compile(r"(?:ĐẠI DIỆN(?: CHO)? )?BÊN (?P<side>[AB])\b(?!\s*:).{0,40}", re.IGNORECASE)
"""ĐẠI DIỆN BÊN A, BÊN B, ĐẠI DIỆN BÊN A (Bên giao)."""


def signed_by_parties(lines: Sequence[Line]) -> tuple[list[Line], list[Line]] | None:
    """Return the lines of Bên A and those of Bên B, each behind the line that names the party; None without these.

    They come column by column, or row by row: then they belong to one and the other in turn.
    """
    marks = {match["side"].upper(): place for place, line in enumerate(lines) if (match := _party(line))}
    if set(marks) != {"A", "B"} or marks["A"] > marks["B"]:
        return None
    first, second = marks["A"], marks["B"]
    if second > first + 1:
        return list(lines[first:second]), list(lines[second:])
    below = lines[second + 1 :]
    return [lines[first], *below[::2]], [lines[second], *below[1::2]]


def is_party(text: str) -> bool:
    """Tell whether the line, in capitals, says for which party of a contract one signs."""
    return text.isupper() and _PARTY.fullmatch(text) is not None


def _party(line: Line) -> re.Match[str] | None:
    return None if line.cells or not is_party(line.text) else _PARTY.fullmatch(line.text)
