"""Words in old fonts whose small letters look like capitals: .VnTimeH, .VnArialH (TCVN3), run by run."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise

from generator.diagnostics import Diagnostic
from generator.ooxml.formatting.values import FormattedDocument, Paragraph
from generator.reading.legacy import converted_lines, draws_capitals


def with_shown_capitals(document: FormattedDocument) -> tuple[FormattedDocument, tuple[Diagnostic, ...]]:
    """Return the document in Unicode with the capitals that its fonts draw, and a hint for each run of paragraphs.

    A document without such a font stays as it is: its letters alone tell their encoding.
    """
    paragraphs = document.paragraphs
    if not any(draws_capitals(run.font) for one in paragraphs for run in one.runs):
        return document, ()
    shown = [tuple(draws_capitals(run.font) for run in one.runs for _ in run.text) for one in paragraphs]
    texts, notes = converted_lines([one.text for one in paragraphs], [one.number for one in paragraphs], shown)
    return replace(document, paragraphs=tuple(map(_with_text, paragraphs, texts))), notes


def _with_text(paragraph: Paragraph, text: str) -> Paragraph:
    """Return the paragraph with other words; they stay in their runs where no letter came or went."""
    runs = paragraph.runs
    if text == paragraph.text:
        return paragraph
    if len(text) != len(paragraph.text):
        return replace(paragraph, runs=(replace(runs[0], text=text),))
    cuts = pairwise(accumulate((len(run.text) for run in runs), initial=0))
    return replace(
        paragraph,
        runs=tuple(replace(run, text=text[start:end]) for run, (start, end) in zip(runs, cuts, strict=True)),
    )
