"""What was understood of a document, counted: the answer to "what should I check?"."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from generator.model.blocks import Item, Numbering, ObjectivesHere, Section, TargetsHere
from generator.model.document import Document
from generator.model.labels import walk
from generator.model.plan import Plan
from generator.model.readiness import Missing, missing
from generator.model.wording import recipient_lines

OUTLINE_KINDS = (
    Numbering.ROMAN,
    Numbering.ARABIC,
    Numbering.DECIMAL,
    Numbering.LETTER,
    Numbering.DASH,
    Numbering.PLUS,
)
_WORDED_KINDS = (Numbering.PART, Numbering.CHAPTER, Numbering.SECTION, Numbering.ARTICLE)


@dataclass(frozen=True)
class Summary:
    """Counts and names of a document."""

    kind: str
    subject: str | None
    year: int | None
    legal_bases: int
    """Citations, and bases without one."""
    outline: dict[str, int]
    """Labels of the body by kind, without appendices and recipients; Phần, Chương, Mục, Điều only where there are."""
    tasks: int
    task_groups: int
    task_rows: int
    recipients: int
    """Lines of Nơi nhận, the archive line included."""
    authority: str | None
    position: str | None
    signer: str | None
    missing: tuple[Missing, ...]

    def to_json(self) -> dict[str, Any]:
        """The summary as plain values, with the keys of ``vanban show --json``."""
        return {
            "kind": self.kind,
            "subject": self.subject,
            "year": self.year,
            "legal_bases": self.legal_bases,
            "outline": self.outline,
            "tasks": self.tasks,
            "task_groups": self.task_groups,
            "task_rows": self.task_rows,
            "recipients": self.recipients,
            "signer": {"authority": self.authority, "position": self.position, "name": self.signer},
            "missing": [{"field": gap.field, "label": gap.label} for gap in self.missing],
        }


def summarize(document: Document) -> Summary:
    """Return the summary of a document."""
    plan = document if isinstance(document, Plan) else None
    signature = document.signature
    return Summary(
        kind=document.kind,
        subject=document.subject,
        year=plan.year if plan else None,
        legal_bases=sum(len(basis.citations) or 1 for basis in document.legal_bases),
        outline=outline_counts(document),
        tasks=len(plan.tasks) if plan else 0,
        task_groups=len(plan.task_groups) if plan else 0,
        task_rows=plan.task_rows if plan else 0,
        recipients=len(recipient_lines(document)),
        authority=" / ".join(one.printed for one in signature.authority) or None,
        position=signature.position.upper() if signature.position else None,
        signer=signature.name,
        missing=missing(document),
    )


def outline_counts(document: Document) -> dict[str, int]:
    """Return how many labels of each kind the body prints, the lists of objectives and targets included."""
    counts: Counter[Numbering] = Counter()
    for block in walk(document.sections):
        if isinstance(block, Item | Section):
            counts[block.numbering] += 1
        elif isinstance(document, Plan):
            counts.update(_printed_by(block, document))
    worded = {kind.value: counts[kind] for kind in _WORDED_KINDS if counts[kind]}
    return {**worded, **{kind.value: counts[kind] for kind in OUTLINE_KINDS}}


def _printed_by(block: object, plan: Plan) -> dict[Numbering, int]:
    if isinstance(block, ObjectivesHere):
        return {block.numbering: len(plan.objectives)}
    if isinstance(block, TargetsHere) and block.layout == "items":
        return {block.numbering: len(plan.targets)}
    return {}
