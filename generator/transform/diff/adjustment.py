"""A draft of the plan that adjusts another one (kế hoạch điều chỉnh, bổ sung), from what differs between the two.

What only a person can know stands in it as ``[CẦN BỔ SUNG: …]``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model.basis import LegalBasis
from generator.model.blocks import Block, Cell, Item, Numbering, Section, Table, TasksHere
from generator.model.document import Appendix, Document
from generator.model.plan import Plan, Task
from generator.model.readiness import placeholder
from generator.model.wording import cited_as, notation
from generator.transform.diff.adjustment_wording import added_sentence, changed_sentence, removed_sentence
from generator.transform.diff.change import Change, ChangeKind, Part
from generator.vietnamese.citations import compose
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.marks import escape, plain

_CONTENT: Final = frozenset({Part.PARAGRAPH, Part.OBJECTIVE, Part.TARGET, Part.TABLE, Part.APPENDIX, Part.TASK})
_ROW: Final = re.compile(r"\), (hàng \d+)$")
_SUBJECT: Final = "Trích yếu"
_OCCASION: Final = "văn bản, chỉ đạo hoặc lý do dẫn đến việc điều chỉnh"
_NUMBER: Final = "số của Kế hoạch được điều chỉnh"
_DUTIES: Final = "đơn vị tổ chức thực hiện các nội dung được điều chỉnh, bổ sung và thời hạn báo cáo"
_HEADINGS: Final = ("STT", "Nhiệm vụ", "Mục được điều chỉnh", "Nội dung đã ban hành", "Nội dung điều chỉnh")
_WIDTHS: Final = (12.0, 62.0, 34.0, 62.0, 62.0)


@dataclass(frozen=True)
class Adjustment:
    """The draft, and what it leaves out."""

    plan: Plan
    left_out: tuple[Change, ...]
    """Changes that are not for a plan to make: who receives, who signs, data that are not printed."""


def adjustment(old: Plan, new: Document, changes: Sequence[Change]) -> Adjustment:
    """Return the draft that turns one plan into another, whose differences these are.

    Its bases are the plan itself and those that the other one added, its recipients, archive line and signature those
    of the plan; number and day stay open. Changed tasks stand in a table, added ones in a task table of their layout.
    """
    old = _with_written_name(old)
    chosen = [change for change in changes if _is_content(change)]
    added = _added_tasks(new, chosen)
    appendices = tuple(_appendices(new, chosen, added))
    issuer = old.issuer.name or placeholder("tên cơ quan ban hành")
    draft = Plan(
        issuer=old.issuer,
        notation=old.notation,
        year=old.year,
        date=PartialDate(None),
        subject=escape(f"Điều chỉnh, bổ sung {_short_citation(old)}"),
        legal_bases=(*_bases(old, changes), LegalBasis(text=escape(f"Căn cứ {placeholder(_OCCASION)}"))),
        preamble=(escape(f"{issuer} điều chỉnh, bổ sung {_short_citation(old)} như sau:"),),
        sections=tuple(_sections(old, chosen, appendices)),
        recipients=old.recipients,
        archive=old.archive,
        signature=old.signature,
        tasks=added,
        layouts=new.layouts if isinstance(new, Plan) and added else (),
        appendices=appendices,
    )
    made = {id(change) for change in chosen}
    based = (Part.BASIS, ChangeKind.ADDED)
    left = (one for one in changes if id(one) not in made and (one.part, one.kind) != based)
    return Adjustment(draft, tuple(left))


def _with_written_name(plan: Plan) -> Plan:
    """Return the plan, the name of its office as its own text writes it where it was read from print in capitals."""
    name = plan.issuer.name
    if name is None or not name.isupper():
        return plan
    texts = "\n".join(map(plain, (*plan.preamble, *plan.closing, *(plan.subject or "").split("\n"))))
    for found in re.finditer(re.escape(name), texts, re.IGNORECASE):
        if not found[0].isupper():
            written = plan.issuer.model_copy(update={"name": found[0][0].upper() + found[0][1:]})
            return plan.model_copy(update={"issuer": written})
    return plan


def _is_content(change: Change) -> bool:
    """Tell whether a change is one that a plan makes to another one."""
    return change.printed and (change.part in _CONTENT or (change.part is Part.HEAD and change.field == _SUBJECT))


def _citation(plan: Plan) -> str:
    """Return the plan as a basis cites it, a number not known yet as a gap."""
    cited = cited_as(plan)
    if plan.number is not None:
        return compose(cited)
    return compose(cited.model_copy(update={"number": f"{placeholder(_NUMBER)}/{notation(plan)}"}))


def _named(plan: Plan) -> str:
    """Return the plan by its number alone."""
    number = cited_as(plan).number if plan.number is not None else f"{placeholder(_NUMBER)}/{notation(plan)}"
    return f"Kế hoạch số {number}"


def _short_citation(plan: Plan) -> str:
    """Return the plan by number and subject, without day and issuer, which its first citation gives."""
    return " ".join(filter(None, (_named(plan), cited_as(plan).title)))


def _bases(old: Plan, changes: Sequence[Change]) -> Iterator[LegalBasis]:
    yield LegalBasis(text=escape(f"Căn cứ {_citation(old)}"))
    for change in changes:
        if (change.part, change.kind) == (Part.BASIS, ChangeKind.ADDED) and change.new:
            yield LegalBasis(text=escape(change.new))


def _added_tasks(new: Document, changes: Sequence[Change]) -> tuple[Task, ...]:
    ids = {change.id for change in changes if (change.part, change.kind) == (Part.TASK, ChangeKind.ADDED)}
    return tuple(task for task in new.tasks if task.id in ids) if isinstance(new, Plan) else ()


def _in_table(change: Change) -> bool:
    """Tell whether a change stands in the table of changed tasks; that of a whole group does not."""
    return change.part is Part.TASK and change.kind is ChangeKind.CHANGED and bool(change.name)


def _appendices(new: Document, changes: Sequence[Change], added: Sequence[Task]) -> Iterator[Appendix]:
    """Yield the appendices that are needed: changed tasks, added tasks."""
    rows = [change for change in changes if _in_table(change)]
    if rows:
        yield Appendix(title="Nhiệm vụ được điều chỉnh", orientation="landscape", blocks=(_table(rows),))
    if added:
        yield Appendix(title="Nhiệm vụ được bổ sung", blocks=tuple(_task_places(new, added)))


def _task_places(new: Document, added: Sequence[Task]) -> Iterator[Block]:
    """Yield the places of the tables that print the tasks, as in the new plan."""
    tables = {task.table for task in added}
    places = [block for block in new.blocks() if isinstance(block, TasksHere) and block.table in tables]
    yield from places or (TasksHere(table=table) for table in sorted(tables, key=str))


def _table(changes: Sequence[Change]) -> Table:
    heading = tuple(Cell(text=title, bold=True, align="center") for title in _HEADINGS)
    rows = [
        (
            Cell(text=str(number), align="center"),
            *(Cell(text=escape(text) or None) for text in (_with_row(one), one.field, one.old or "–", one.new or "–")),
        )
        for number, one in enumerate(changes, start=1)
    ]
    return Table(widths=_WIDTHS, rows=(heading, *rows))


def _with_row(change: Change) -> str:
    """Return the name of a task and, of one with several rows, which of them is meant."""
    row = _ROW.search(change.old_place or change.new_place)
    return f"{change.name} ({row[1]})" if row else change.name


def _sections(old: Plan, changes: Sequence[Change], appendices: Sequence[Appendix]) -> Iterator[Section]:
    labels = _labels(appendices)
    told: dict[ChangeKind, list[str]] = {kind: [] for kind in ChangeKind}
    for change in changes:
        if not (_in_table(change) or (change.part, change.kind) == (Part.TASK, ChangeKind.ADDED)):
            told[change.kind].append(_SENTENCES[change.kind](change, _named(old)))
    changed = [*told[ChangeKind.CHANGED], *told[ChangeKind.MOVED]]
    if any(map(_in_table, changes)):
        changed.append(f"Điều chỉnh các nhiệm vụ tại {labels[0]} kèm theo Kế hoạch này.")
    added = told[ChangeKind.ADDED]
    if any((one.part, one.kind) == (Part.TASK, ChangeKind.ADDED) for one in changes):
        added.append(f"Bổ sung các nhiệm vụ tại {labels[-1]} kèm theo Kế hoạch này.")
    for title, sentences in (
        ("Nội dung điều chỉnh", changed),
        ("Nội dung bổ sung", added),
        ("Nội dung bãi bỏ", told[ChangeKind.REMOVED]),
        ("Tổ chức thực hiện", _duties(old)),
    ):
        if sentences:
            yield Section(title=title, blocks=tuple(Item(numbering=Numbering.ARABIC, text=text) for text in sentences))


def _labels(appendices: Sequence[Appendix]) -> list[str]:
    return ["Phụ lục"] if len(appendices) < 2 else ["Phụ lục I", "Phụ lục II"]


def _duties(old: Plan) -> list[str]:
    kept = f"Các nội dung khác của {_short_citation(old)} không thay đổi."
    return [escape(f"{placeholder(_DUTIES)}."), escape(kept)]


_SENTENCES: Final[dict[ChangeKind, Callable[[Change, str], str]]] = {
    ChangeKind.CHANGED: changed_sentence,
    ChangeKind.MOVED: changed_sentence,
    ChangeKind.ADDED: added_sentence,
    ChangeKind.REMOVED: removed_sentence,
}
