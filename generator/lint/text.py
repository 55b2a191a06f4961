"""A plain text judged by its words: bytes in, a subject out."""

from __future__ import annotations

import math

from generator.errors import DataError
from generator.lint.evidence import Evidence
from generator.lint.subject import Subject
from generator.ooxml.formatting.values import FormattedDocument, Paragraph, Part, Run
from generator.reading.reading import Reading
from generator.reading.text import read_text


def subject_of_text(data: bytes, filename: str) -> Subject:
    """Return a text as the rules see it; DataError when the bytes are no text, or hold no word."""
    reading = read_text(data, filename)
    if not reading.lines:
        raise DataError("tệp trống, không có chữ nào để xét", where=filename)
    return Subject(reading, shown_as_lines(reading), evidence=Evidence.WORDS)


def shown_as_lines(reading: Reading) -> FormattedDocument:
    """Return the lines of a reading as paragraphs without any look, each under the number of its first line.

    A line that was read as two columns has a tab between them. Numbers of lines that hold nothing, or that were joined
    to the one before, have an empty paragraph.
    """
    texts: dict[int, str] = {}
    for line in reading.lines:
        if line.first:
            texts[line.first] = f"{texts[line.first]}\t{line.text}" if line.first in texts else line.text
    numbers = range(1, max(texts, default=0) + 1)
    return FormattedDocument(tuple(_paragraph(number, texts.get(number, "")) for number in numbers), sections=())


def _paragraph(number: int, text: str) -> Paragraph:
    runs = (Run(text, font="", size=math.nan),) if text else ()
    return Paragraph(number, Part.BODY, 0, runs, alignment="", space_before=math.nan, line_spacing=math.nan)
