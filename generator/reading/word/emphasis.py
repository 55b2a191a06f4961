"""Words in bold or italics inside a paragraph of Word, for those who keep them as marks."""

from __future__ import annotations

from collections.abc import Mapping

from generator.ooxml.formatting.values import FormattedDocument, Paragraph
from generator.vietnamese.marks import Run, normalised
from generator.vietnamese.unicode import clean


def emphasis_of(document: FormattedDocument) -> Mapping[int, tuple[Run, ...]]:
    """Return the runs of each paragraph that changes between plain, bold and italic, by its number.

    Their text is that of the line which the paragraph becomes, apart from its label.
    """
    return {one.number: _runs(one) for one in document.paragraphs if _changes(one)}


def _changes(paragraph: Paragraph) -> bool:
    return len({(run.bold, run.italic) for run in paragraph.runs if run.text.strip()}) > 1


def _runs(paragraph: Paragraph) -> tuple[Run, ...]:
    runs: list[Run] = []
    ended = True
    for run in paragraph.runs:
        text = " ".join(clean(f"x{run.shown}x").split())[1:-1]
        text = text.lstrip(" ") if ended else text
        runs.append(Run(text, run.bold, run.italic))
        ended = text.endswith(" ") if text else ended
    return normalised(runs)
