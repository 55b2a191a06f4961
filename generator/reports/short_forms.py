"""Short forms that a report uses, explained in its preamble: those of the forms and those that its plan explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.blocks import Item, Note, Paragraph, Section, Table
from generator.model.document import Document
from generator.model.plan import Plan
from generator.registers.outline import ReportOutline
from generator.transform.higher import Higher


def with_short_forms(document: Document, plan: Plan, outline: ReportOutline) -> Document:
    """Return the report with a paragraph before its preamble that explains the short forms in it, in their order."""
    known = {**Higher(plan, 0, None, None).abbreviations, **outline.abbreviations}
    words = set(re.findall(r"[^\W\d_]+", " ".join(_texts(document))))
    used = sorted(words & known.keys())
    if not used:
        return document
    listed = ", ".join(f"{known[short]} ({short})" for short in used)
    return document.model_copy(update={"preamble": (f"{outline.abbreviations_lead} {listed}.", *document.preamble)})


def _texts(document: Document) -> Iterator[str]:
    yield from (*document.preamble, *document.closing, *(one.title or "" for one in document.appendices))
    for block in document.blocks():
        if isinstance(block, Paragraph | Item | Note):
            yield block.text
        elif isinstance(block, Section):
            yield block.title or ""
        elif isinstance(block, Table):
            yield block.title or ""
            yield from (cell.text or "" for row in block.rows for cell in row)
