"""The printed words of a PDF as runs: letters of one look together, fonts by the names that rules know."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from generator.lint.faces import face_of
from generator.nd30.profile import load_profile
from generator.ooxml.formatting.values import Run
from generator.reading.pdf.placed import TableRow
from generator.reading.pdf.rows import Row, Word
from generator.reading.pdf.strips import Strip

_RAISED = 0.72
"""Share of the size of a line up to which a word in it is a raised or lowered one."""
_BLACK = 0x28
"""Of 255: what printers' black is mixed of stays below it."""

Glue = Callable[[str, str], str]


def runs_of(strips: Sequence[Strip], between: Glue) -> tuple[Run, ...]:
    """Return the words of printed lines; `between` tells what stands between two lines."""
    placed = list(_placed(strips, between))
    return tuple(
        _run("".join(text for text, _, _ in own), word, raised=raised)
        for (word, raised), own in ((_of(group)) for _, group in groupby(placed, key=_look))
    )


def word_runs(row: Row) -> tuple[Run, ...]:
    """Return the words of one row, each as a run."""
    return tuple(_run(word.text, word) for word in row.words)


def _of(group: Iterator[tuple[str, Word, bool]]) -> tuple[tuple[Word, bool], list[tuple[str, Word, bool]]]:
    own = list(group)
    return (own[0][1], own[0][2]), own


def _look(placed: tuple[str, Word, bool]) -> tuple[object, ...]:
    _, word, raised = placed
    return word.font, word.bold, word.italic, round(2 * word.size), word.ink, raised


def _placed(strips: Sequence[Strip], between: Glue) -> Iterator[tuple[str, Word, bool]]:
    """Yield each word with what stands before it, its look, and whether it is raised."""
    before = ""
    for strip in strips:
        for number, word in enumerate(strip.row.words):
            space = (" " if number else between(before, strip.row.text)) if before else ""
            yield space + word.text, word, word.size < _RAISED * strip.row.size
            before = f"{before}{space}{word.text}"[-80:]


def _run(text: str, word: Word, *, raised: bool = False) -> Run:
    usual = load_profile().page.font.default
    size = round(2 * word.size) / 2
    return Run(text, face_of(word.font, usual), size, word.bold, word.italic, color=_colour(word), raised=raised)


def _colour(word: Word) -> str | None:
    """Return the colour; None for black and for what cannot be told."""
    if word.ink is None or all(int(word.ink[place : place + 2], 16) <= _BLACK for place in (0, 2, 4)):
        return None
    return word.ink


def row_runs(row: TableRow) -> tuple[Run, ...]:
    """Return the words of a row, its cells parted by tabs; a cell of several looks has the least usual of them."""
    looks = {cell.text: cell.looks for cell in row.drawn}
    filled = [text for text in row.cells if text]
    found = []
    for number, text in enumerate(filled):
        words = looks.get(text) or next((own for drawn, own in looks.items() if drawn.strip() in text), ())
        shown = f"\t{text}" if number else text
        found.append(_odd_run(shown, words) if words else Run(shown, "", math.nan))
    return tuple(found)


def _odd_run(text: str, words: Sequence[Word]) -> Run:
    usual = load_profile().page.font.default
    runs = [_run(text, word) for word in words if any(map(str.isalnum, word.text))] or [_run(text, words[0])]
    return next((run for run in runs if run.font not in ("", usual) or run.color), runs[0])
