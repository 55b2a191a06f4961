"""The words of a component with their look: cut out of paragraphs that hold other words too.

Letterheads are often one paragraph with tabs, or a title and its subject one paragraph with a soft line break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.lint.finding import QUOTED, Spot
from generator.lint.spots import spot_of
from generator.lint.subject import Subject
from generator.ooxml.formatting.values import Paragraph, Run
from generator.reading import cues
from generator.reading.lines import Passage, shortened
from generator.vietnamese.unicode import fold

_SEGMENT = re.compile(r"[^\t\n]+")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


@dataclass(frozen=True)
class Piece:
    """What stands of a component in one paragraph."""

    paragraph: Paragraph
    runs: tuple[Run, ...]
    """Those with something to see; a line break of the component parts two runs."""
    whole: bool
    """Whether the paragraph holds nothing else."""

    @property
    def shown(self) -> str:
        """The words as they are seen."""
        return "".join(run.shown for run in self.runs)


def pieces_of(subject: Subject, passage: Passage | None) -> list[Piece]:
    """Return the pieces of a component in the order of the file; none for one that was not found.

    In a PDF the further lines of a paragraph are empty; they are no pieces.
    """
    if passage is None:
        return []
    wanted = fold(passage.text)
    found = [_piece(paragraph, wanted) for paragraph in subject.paragraphs(passage)]
    return [piece for piece in found if piece.runs] or found


def piece_of(paragraph: Paragraph) -> Piece:
    """Return all words of a paragraph as one piece."""
    return Piece(paragraph, tuple(filter(is_seen, paragraph.runs)), whole=True)


def segments_of(paragraph: Paragraph) -> list[Piece]:
    """Return the words between tabs and line breaks, each as a piece, blanks alone left out."""
    found = [one for one in _SEGMENT.finditer(paragraph.text) if one[0].strip()]
    cuts = [tuple(filter(is_seen, _cut(paragraph, one.start(), one.end()))) for one in found]
    return [Piece(paragraph, runs, whole=len(found) == 1) for runs in cuts]


def recipients_heading(subject: Subject) -> Piece | None:
    """Return "Nơi nhận:", also where tabs set it beside the title of the one who signs; None when there is none."""
    pieces = (piece for paragraph in subject.formatted.paragraphs for piece in _columns_of(paragraph))
    return next((piece for piece in pieces if cues.is_recipients_heading(piece.shown.strip())), None)


def _columns_of(paragraph: Paragraph) -> list[Piece]:
    return segments_of(paragraph) if "\t" in paragraph.text.strip() else [piece_of(paragraph)]


def is_seen(run: Run) -> bool:
    """Tell whether the run has words, not blanks alone."""
    return bool(run.text.strip())


def has_words(run: Run) -> bool:
    """Tell whether the run has letters or digits."""
    return _LETTER_OR_DIGIT.search(run.text) is not None


def spot_of_piece(piece: Piece, part: str | None = None) -> Spot:
    """Return the place of the words of a component; they alone are quoted where the paragraph holds others too."""
    spot = spot_of(piece.paragraph, part)
    words = shortened(" ".join(piece.shown.split()), QUOTED)
    return spot if piece.whole or not words else replace(spot, quote=words)


def _piece(paragraph: Paragraph, wanted: str) -> Piece:
    segments = list(_SEGMENT.finditer(paragraph.text))
    own = [one for one in segments if len(fold(one[0])) > 1 and fold(one[0]) in wanted]
    if not own or len(own) == sum(bool(one[0].strip()) for one in segments):
        return piece_of(paragraph)
    runs = [run for one in own for run in _cut(paragraph, one.start(), one.end())]
    return Piece(paragraph, tuple(filter(is_seen, runs)), whole=False)


def _cut(paragraph: Paragraph, start: int, end: int) -> Iterator[Run]:
    """Yield the runs between two places of the text of a paragraph."""
    place = 0
    for run in paragraph.runs:
        cut = run.text[max(0, start - place) : max(0, end - place)]
        place += len(run.text)
        if cut:
            yield replace(run, text=cut)
