"""The words of everything that a reading recognised: what "no word lost" is counted on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.reading.outline import Node
from generator.reading.reading import AppendixPart, Reading
from generator.vietnamese.unicode import words

LEFT_OUT = frozenset(
    {"page-number", "stray-link", "rule-line", "repeated-heading", "repeated-footer", "stamp", "rewritten"}
)
"""Findings that quote words which are kept nowhere else."""
FIXED = Counter(["Kính", "gửi", "Nơi", "nhận"])
"""The headings of the lists of addressees and recipients, which every document prints by itself."""


def lost_words(source: str, reading: Reading) -> Counter[str]:
    """Return the words of the source that stand in no component and in no finding."""
    kept = Counter(word for text in component_texts(reading) for word in words(text))
    return Counter(words(source)) - kept - FIXED


def component_texts(reading: Reading) -> Iterator[str]:
    """Yield the words of each component and of what was left out."""
    head, signature = reading.head, reading.signature
    alone = [head.parent, head.issuer, head.national_name, head.motto, head.number_line, head.place_date]
    alone += [
        head.type_name,
        head.subject,
        signature.party,
        signature.position,
        signature.second_title,
        signature.name,
        *signature.authority,
        *signature.marks,
    ]
    alone += [reading.urgency, *reading.enacted_by, reading.enacting, *(line.passage for line in reading.form)]
    for other in filter(None, (reading.secretary, reading.counterparty)):
        alone += [other.party, *other.authority, other.position, other.name]
    alone += [*reading.addressees, *reading.preamble, *reading.closing, *reading.unplaced]
    yield from (passage.text for passage in alone if passage)
    yield from (f"{basis.lead} {basis.text}" for basis in reading.bases.items)
    yield from _node_texts(reading.outline)
    yield from (one.text for one in [*reading.recipients, reading.archive] if one)
    yield from (text for part in reading.appendices for text in _appendix_texts(part))
    yield from quotes(reading.diagnostics)


def quotes(findings: tuple[Diagnostic, ...]) -> Iterator[str]:
    """Yield what the findings quote of words that were left out."""
    return (note.place.quote or "" for note in findings if note.code in LEFT_OUT)


def _appendix_texts(part: AppendixPart) -> Iterator[str]:
    yield from (passage.text for passage in (part.label, part.title, part.note) if passage)
    yield from _node_texts(part.content)


def _node_texts(nodes: tuple[Node, ...]) -> Iterator[str]:
    for top in nodes:
        for node in top.walk():
            yield f"{node.label} {node.text}"
            if node.grid:
                yield " ".join(node.grid.headings)
                yield from (" ".join(row.cells) for row in node.grid.rows)
