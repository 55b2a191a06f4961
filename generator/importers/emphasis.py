"""Bold and italic words of a source kept as marks in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.vietnamese.marks import Run, escape, to_marks


class Emphasis:
    """The bold and italic words of a source, by the number of the first line of each paragraph."""

    def __init__(self, runs: Mapping[int, tuple[Run, ...]]) -> None:
        self._runs = runs

    def marked(self, text: str, numbers: Sequence[int]) -> str:
        """Return words of a paragraph as rich text; where all of them look alike its style says so already.

        Words that are not found in their line as they stand are plain.
        """
        runs = self._runs.get(numbers[0], ()) if numbers else ()
        start = "".join(run.text for run in runs).find(text)
        if not runs or start < 0:
            return escape(text)
        pieces = list(_cut(runs, start, start + len(text)))
        bold, italic = all(run.bold for run in pieces), all(run.italic for run in pieces)
        own = (replace(run, bold=run.bold and not bold, italic=run.italic and not italic) for run in pieces)
        return to_marks(piece for run in own for piece in _with_plain_blanks(run))


def _cut(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    """Yield what the runs hold between two places of their text."""
    place = 0
    for run in runs:
        inside = run.text[max(0, start - place) : max(0, end - place)]
        if inside:
            yield replace(run, text=inside)
        place += len(run.text)


def _with_plain_blanks(run: Run) -> Iterator[Run]:
    """Yield a run, the blanks at its ends plain: nobody sees how they look, and marks stand against words."""
    words = run.text.strip(" ")
    if not words:
        yield Run(run.text)
        return
    start = run.text.index(words)
    yield from (Run(run.text[:start]), replace(run, text=words), Run(run.text[start + len(words) :]))
