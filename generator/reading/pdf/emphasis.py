"""Words in bold or italics inside a paragraph of a PDF, for those who keep them as marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.reading.lines import Line
from generator.reading.pdf.rows import Word
from generator.reading.pdf.strips import Strip
from generator.vietnamese.marks import Run, normalised


def emphasis_of(lines: Sequence[Line], strips: Mapping[int, Strip]) -> dict[int, tuple[Run, ...]]:
    """Return the runs of each paragraph that changes between plain, bold and italic, by the number of its first line.

    The fonts of its words tell; a blank looks like the word before it. Rows of tables have none, and neither has a
    paragraph whose words are no longer those that were printed.
    """
    found: dict[int, tuple[Run, ...]] = {}
    for line in lines:
        words = [] if line.cells else [word for number in line.numbers for word in strips[number].row.words]
        if len({(word.bold, word.italic) for word in words}) > 1 and (runs := _runs(line.text, words)):
            found[line.numbers[0]] = runs
    return found


def _runs(text: str, words: Sequence[Word]) -> tuple[Run, ...]:
    runs: list[Run] = []
    end = 0
    for word in words:
        start = text.find(word.text, end)
        if start < 0:
            return ()
        before = runs[-1] if runs else Run("", word.bold, word.italic)
        runs += (replace(before, text=text[end:start]), *_edged(word))
        end = start + len(word.text)
    return normalised((*runs, Run(text[end:])))


def _edged(word: Word) -> Iterator[Run]:
    """Yield the word, the signs at its edges with a look of their own: a comma behind bold words is plain."""
    looks = word.looks if len(word.looks) == len(word.text) else ((word.bold, word.italic),) * len(word.text)
    inner = [place for place, letter in enumerate(word.text) if letter.isalnum()] or [0, len(word.text) - 1]
    for place, (letter, look) in enumerate(zip(word.text, looks, strict=True)):
        inside = inner[0] <= place <= inner[-1]
        yield Run(letter, *((word.bold, word.italic) if inside else look))
