"""A finding with its order in the template, so that several checks together read from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.diagnostics import Diagnostic, Place, Severity
from generator.templates.check.places import Passage
from generator.templates.check.tags import Tag

_LONGEST_QUOTE = 80


@dataclass(frozen=True)
class Finding:
    """A diagnostic and where it stands: part, paragraph, character."""

    order: tuple[int, int, int]
    diagnostic: Diagnostic


def at_tag(tag: Tag, code: str, message: str, severity: Severity = Severity.ERROR, **more: Any) -> Finding:
    """Return a finding about a tag, which it quotes."""
    return at_text(tag.passage, tag.start, tag.raw, code, message, severity, **more)


def at_text(
    passage: Passage,
    start: int,
    quote: str,
    code: str,
    message: str,
    severity: Severity = Severity.ERROR,
    **more: Any,
) -> Finding:
    """Return a finding about words of a paragraph."""
    place = Place(part=passage.where, quote=shortened(quote) or None)
    return Finding((*passage.order, start), Diagnostic(severity, message, place, code=code, **more))


def of_file(code: str, message: str, severity: Severity = Severity.ERROR, **more: Any) -> Finding:
    """Return a finding about the whole template."""
    return Finding((-1, 0, 0), Diagnostic(severity, message, code=code, **more))


def shortened(text: str) -> str:
    """Return words as a quote: on one line, cut after 80 characters."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_QUOTE else f"{line[:_LONGEST_QUOTE]}…"
