"""The look of a paragraph of Word as the style of a line."""

from __future__ import annotations

from collections import Counter

from generator.ooxml.formatting.values import Paragraph
from generator.reading.lines import Style


def style_of(paragraph: Paragraph) -> Style:
    """Return the style of a paragraph; bold and italic are None where only some of its words are, or it has none."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    sizes: Counter[float] = Counter()
    for run in runs:
        sizes[run.size] += len(run.text)
    return Style(
        bold=_common([run.bold for run in runs]),
        italic=_common([run.italic for run in runs]),
        size=sizes.most_common(1)[0][0] if sizes else None,
        alignment=paragraph.alignment,
        list_level=paragraph.list_level,
    )


def _common(values: list[bool]) -> bool | None:
    return values[0] if values and len(set(values)) == 1 else None
