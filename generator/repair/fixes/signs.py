"""Letters in composed Unicode, and blanks where they belong (PL I/I/I.4)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.finding import Finding, Spot
from generator.lint.language_words import wordings_of
from generator.lint.rules.language_signs import BLANK_TO_FILL, DOUBLE, SIGNS, is_exempt
from generator.lint.statements import Role, Statement
from generator.repair.letters import plain
from generator.repair.registry import Job, repair


@repair("compose", "unicode")
def compose(job: Job, finding: Finding) -> None:
    """Write letters as single characters, those of full width and look-alikes as plain ones, and drop hidden signs."""
    for paragraph, _ in job.paragraphs(finding):
        job.copy.respell(paragraph.number, plain)


@repair("spacing")
def spacing(job: Job, finding: Finding) -> None:
    """Take away blanks that are too many, and put one where it lacks beside a sign; addresses and symbols stay."""
    for number in _numbers(job, finding):
        for start, end, right in sorted(_edits(job.copy.text(number)), reverse=True):
            job.copy.rewrite(number, start, end, right)


def _numbers(job: Job, finding: Finding) -> list[int]:
    """Return the paragraphs of the sentences that a finding is about: one may go over several."""
    named = {spot.paragraph for spot in (finding.place, *finding.also)}
    lines = {number: None for one in job.subject.statements if named & {*one.lines} for number in one.lines}
    last = len(job.formatted.paragraphs)
    return [number for number in lines if 0 < number <= last]


def _edits(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what to write between which places of a text."""
    prose = next(iter(wordings_of([Statement(text, Role.BODY, Spot())], ()))).text
    lead = len(text) - len(text.lstrip(" \u00a0"))
    if lead and text.strip():
        yield 0, lead, ""
    for kind, (pattern, _) in SIGNS.items():
        for one in pattern.finditer(prose):
            if not is_exempt(prose, one.start()):
                yield one.start(), one.end(), _RIGHT[kind].format(one[0].strip(" \u00a0"))
    for one in DOUBLE.finditer(text):
        sign_follows = any(pattern.match(prose, one.start()) for pattern, _ in SIGNS.values())
        if not sign_follows and not BLANK_TO_FILL.search(text[: one.start()]):
            yield one.start(), one.end(), " "


_RIGHT = {"before": "{}", "inside": "{}", "behind": "{} ", "outside": " {}"}
"""What stands there after the repair, by the kind of the fault."""
