"""Labels and marks in the form that the decree gives them; the words of the document stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.lint.finding import Finding, Spot
from generator.ooxml.formatting.values import Paragraph
from generator.repair.markup import put, run_properties
from generator.repair.registry import Job, repair

_QUOTED = re.compile(r"«(.*)»", re.DOTALL)
_SIGNS = ".,;:"
_MARK = re.compile(r"\s*[.,;:]|")
_BASIS, _SUBJECT = "căn cứ", "trích yếu"
"""Parts as findings name them."""
_TAIL = 4
"""Words that tell the end of a line well enough."""
_LINES = {"number-line": "number_line", "date-line": "place_date"}


@repair("text", "number-line", "date-line", "appendix-label")
def label(job: Job, finding: Finding) -> None:
    """Write a fixed form as it should be: Quốc hiệu, Tiêu ngữ, «Nơi nhận:», «Số: …/…», the date, «Phụ lục I»."""
    name = _LINES.get(finding.fix or "")
    passage = getattr(job.subject.reading.head, name) if name else None
    quoted = _QUOTED.search(finding.found)
    old = passage.text if passage else quoted[1] if quoted else ""
    for paragraph, _ in job.paragraphs(finding):
        if old and finding.right and len(paragraph.shown) == len(paragraph.text):
            _relabel(job, paragraph, old, finding.right)


def _relabel(job: Job, paragraph: Paragraph, old: str, right: str) -> None:
    pattern = r"\s+".join(map(re.escape, old.split()))
    match = re.search(pattern, paragraph.shown)
    if match is None:
        return
    stored = paragraph.text[match.start() : match.end()]
    start, end = _differing(stored, right)
    job.copy.rewrite(paragraph.number, match.start() + start, match.end() - end, right[start : len(right) - end])
    span = (match.start(), match.start() + len(right))
    for run in job.copy.runs(paragraph.number, lambda one: one.caps, span) if not right.isupper() else ():
        put(run_properties(run), "caps", val=False)


def _differing(old: str, new: str) -> tuple[int, int]:
    """Return how many letters two texts share at the beginning and at the end."""
    most = min(len(old), len(new))
    start = next((place for place in range(most) if old[place] != new[place]), most)
    rest = most - start
    end = next((place for place in range(rest) if old[-1 - place] != new[-1 - place]), rest)
    return start, end


@repair("line-end")
def line_end(job: Job, finding: Finding) -> None:
    """End a line with the mark that belongs there, or with none; its words stay."""
    for paragraph, spot in job.paragraphs(finding):
        for number, words in _lines(job, paragraph, spot):
            text = job.copy.text(number)
            end = _end_of(words, text)
            mark = _MARK.match(text, end) if end is not None else None
            if mark:
                job.copy.rewrite(number, mark.start(), mark.end(), finding.right or "")


def _lines(job: Job, paragraph: Paragraph, spot: Spot) -> Iterator[tuple[int, str]]:
    """Yield the last paragraph and the words of each line that begins in a paragraph."""
    reading, number = job.subject.reading, paragraph.number
    if spot.part == _BASIS:
        yield from ((one.lines[-1], one.text) for one in reading.bases.items if one.lines[:1] == (number,))
    elif spot.part == job.profile.component("recipients_item").label:
        yield from ((one.lines[-1], one.text) for one in reading.recipients if one.lines[:1] == (number,))
    elif spot.part == _SUBJECT and reading.head.subject:
        yield reading.head.subject.lines[-1], reading.head.subject.text
    else:
        yield number, job.copy.text(number)


def _end_of(words: str, text: str) -> int | None:
    """Return where words end in a text: all of them, or else the last ones; None where they do not stand there."""
    own = words.rstrip(_SIGNS + " \u00a0\n\t").split()
    for some in (own, own[-_TAIL:]):
        found = list(re.finditer(r"\s+".join(map(re.escape, some)), text)) if some else []
        if found:
            return found[-1].end()
    return None
