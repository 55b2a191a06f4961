"""Paragraphs of Word as lines: the automatic label before the words, a line for each soft line break."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.ooxml.formatting.values import FormattedDocument, Paragraph
from generator.reading import cues, slips
from generator.reading.labels import labels_of
from generator.reading.lines import Line
from generator.reading.word.looks import style_of

TextOf = Callable[[Paragraph], str]


def printed_text(paragraph: Paragraph) -> str:
    """Return the words as they are seen, the automatic label before them; empty for a label without words."""
    return _with_label(paragraph, paragraph.shown)


def typed_text(paragraph: Paragraph) -> str:
    """Return the words like `printed_text`, those of a labelled title in the letters in which they were typed.

    A style may show the title of a Mục in capitals; what it says is known better from the letters below.
    """
    text = _with_label(paragraph, paragraph.text)
    return text if labels_of(text.strip()) else printed_text(paragraph)


def _with_label(paragraph: Paragraph, text: str) -> str:
    return f"{paragraph.label} {text.lstrip()}" if paragraph.label and text.strip() else text


def lines_of(document: FormattedDocument, numbers: Iterable[int], text_of: TextOf = printed_text) -> Iterator[Line]:
    """Yield the lines of paragraphs, each with the number of its paragraph and the blank ones before it.

    A soft line break inside a sentence is none. A paragraph that only draws a line is not blank.
    """
    gap = 0
    for number in numbers:
        paragraph = document.paragraph(number)
        texts = list(_parted(text_of(paragraph)))
        style = style_of(paragraph)
        for text in texts:
            yield Line(text, (number,), gap=gap, style=style)
            gap = 0
        gap += int(not texts and not paragraph.drawings and paragraph.bottom_border is None)


def _parted(text: str) -> Iterator[str]:
    """Yield the lines of a paragraph, a break inside a sentence taken as a blank."""
    before = ""
    for line in text.split("\n"):
        if not line.strip():
            continue
        if before and goes_on(before, line.strip()):
            before = f"{before.rstrip()} {line.lstrip()}"
            continue
        if before:
            yield before
        before = line
    if before:
        yield before


def goes_on(before: str, after: str) -> bool:
    """Tell whether the words go on with the sentence of those before them; after a whole component none does."""
    if cues.is_capitals(before) or cues.stands_alone(before) or slips.opens_component(after):
        return False
    return cues.starts_small(after) and not cues.ends_sentence(before) and not labels_of(after)
