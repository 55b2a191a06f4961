"""Legal bases in the words of their source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Diagnostic
from generator.importers.imported import computed_mark
from generator.model.basis import BasisLayout, LegalBasis
from generator.reading.reading import Bases, Basis
from generator.vietnamese.marks import escape


def bases_of(bases: Bases) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    """Return the fields of the document that hold its legal bases, and a hint for each end mark out of rule.

    A running paragraph becomes one basis for each document that it cites, printed inline again: only the first has a
    lead, as in the source.
    """
    if not bases.items:
        return {}, ()
    layout = BasisLayout.INLINE if bases.running else BasisLayout.BLOCK
    values = {"legal_bases": tuple(map(_basis, bases.items)), "basis_layout": layout}
    return values, tuple(_mark_notes(bases))


def _basis(basis: Basis) -> LegalBasis:
    return LegalBasis(lead=escape(basis.lead) or None, text=escape(basis.text) or None)


def _mark_notes(bases: Bases) -> Iterator[Diagnostic]:
    """Yield the end marks that are not those of II.6a: ";" after each and "." after the last, "," before a preamble."""
    last = len(bases.items) - 1
    for position, basis in enumerate(bases.items):
        expected = ";" if position < last else "," if bases.running else "."
        if basis.end != expected:
            yield computed_mark("căn cứ", basis.text + basis.end, basis.end, expected, basis.lines)
