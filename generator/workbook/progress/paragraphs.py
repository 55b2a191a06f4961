"""Paragraphs in a cell: one a line; a backslash at the end of a line goes on with the same one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.errors import DataError
from generator.workbook.cell_forms import LONGEST


def cells_of(texts: Iterable[str]) -> Iterator[str]:
    """Yield the words of as many cells as the texts need; DataError for a text that no cell holds."""
    lines: list[str] = []
    for text in texts:
        line = text.replace("\n", "\\\n")
        line += " " * line.endswith("\\")
        if len(line) > LONGEST:
            raise DataError(f"đoạn văn dài {len(text)} chữ, một ô Excel chỉ chứa {LONGEST} chữ", hint="tách đoạn ra")
        if lines and sum(map(len, lines)) + len(lines) + len(line) > LONGEST:
            yield "\n".join(lines)
            lines = []
        lines.append(line)
    if lines:
        yield "\n".join(lines)


def paragraphs(cell: str) -> list[str]:
    """Return the paragraphs of a cell, empty lines left out."""
    found: list[str] = []
    goes_on = False
    for line in cell.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        before = found.pop() + "\n" if goes_on else ""
        goes_on = line.endswith("\\")
        found.append(before + (line[:-1] if goes_on else line))
    if goes_on:
        found[-1] += "\\"
    return [text.strip() for text in found if text.strip()]
