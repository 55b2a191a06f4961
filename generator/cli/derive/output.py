"""Derived plans as files: data, Word and PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.cli.files.made_documents import Made, write_documents
from generator.model.plan import Plan
from generator.model.references import Sourced, references
from generator.transform.derive import Derived


def write_children(
    derived: Sequence[Derived],
    files: Mapping[str, Sourced],
    targets: Sequence[Path],
    folder: Path | None,
    *,
    pdf: bool,
) -> None:
    """Write each plan as data and, beside it, as a Word file; ``files`` are the higher documents by their names."""
    plans = [one.plan for one in derived]
    made = [Made(plan, target, source=_sourced(plan, files)) for plan, target in zip(plans, targets, strict=True)]
    write_documents(made, folder, pdf=pdf)


def _sourced(plan: Plan, files: Mapping[str, Sourced]) -> Sourced:
    return Sourced(plan, {one.file: files[one.file] for one in references(plan)})
