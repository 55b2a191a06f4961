"""What stands in a draft of ours for a value that is not known yet: "[CẦN BỔ SUNG: tên cơ quan]"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.diagnostics import Diagnostic, warning
from generator.reading.lines import Line, place_of

GAP: Final = "gap"
"""Code of the warning that names a line left out."""
_OPEN = re.compile(r"\[CẦN BỔ SUNG:[^\]]*$")
_GAP = re.compile(r"\[CẦN BỔ SUNG: [^\]]*\]")
_LONE_GAP = re.compile(rf"(?:-\s*)?{_GAP.pattern}[;.]?")


def is_open(text: str) -> bool:
    """Tell whether a gap begins in the words that does not end in them."""
    return _OPEN.search(text) is not None


def has_gap(text: str) -> bool:
    """Tell whether the words hold a gap."""
    return _GAP.search(text) is not None


def without_gaps(lines: Sequence[Line]) -> tuple[list[Line], tuple[Diagnostic, ...]]:
    """Return the lines, those left out that only say what is still missing, with a warning for each of these."""
    lone = [line for line in lines if not line.cells and _LONE_GAP.fullmatch(line.text)]
    message = "chỗ còn thiếu của bản dự thảo; hãy bổ sung vào dữ liệu"
    notes = (warning(message, place_of(line, whole=True), code=GAP) for line in lone)
    return [line for line in lines if line not in lone], tuple(notes)
