"""The styles of what rendering itself writes: computed tables and the ends of sections."""

from __future__ import annotations

from typing import Final

from generator.templates.style_table import END_STYLE
from generator.templates.styles import TABLE_STYLE

_OF_TABLES: Final = ("Bảng - tiêu đề", "Bảng - nhóm", "Bảng - ô", TABLE_STYLE)
NEEDED_FOR: Final = {"table": _OF_TABLES, "section_break": (END_STYLE,)}
"""By the field that a template must name to get what is written in them."""
NEEDED: Final = (*_OF_TABLES, END_STYLE)
