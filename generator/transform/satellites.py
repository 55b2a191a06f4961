"""The skeleton of a plan that a task asks for: kế hoạch kiểm tra, kế hoạch tuyên truyền, rà soát thủ tục hành chính.

It has the bases, the signer and the recipients of the plan that gives the task, the task's further rows as its own
tasks, and gaps for what nobody has decided yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from generator.errors import DataError
from generator.model.blocks import Block, Item, Note, Numbering, Section, TasksHere
from generator.model.document import Appendix
from generator.model.origin import ParentReference
from generator.model.plan import Plan, Task, TaskRow
from generator.model.readiness import placeholder
from generator.registers.derivation_head import HeadRules, SatelliteKind
from generator.registers.units import UnitDirectory
from generator.spelling import suggestion
from generator.transform.higher import Higher, issuer_of
from generator.transform.office import office_of
from generator.transform.points import content_hash
from generator.transform.sentences import filled, lowered
from generator.vietnamese.marks import escape, plain
from generator.vietnamese.unicode import fold

_NEXT_PLAN: Final = re.compile(r"(?:\s*[,;]\s*|\s+và\s+)(?=kế hoạch\s)", re.IGNORECASE)
_PLAN: Final = re.compile(r"\s*kế hoạch\s+", re.IGNORECASE)
_COLLECTIVE: Final = ("các ", "ubnd các ", "ủy ban nhân dân các ", "mọi ")


@dataclass(frozen=True)
class Satellite:
    """A skeleton, and when it must be ready."""

    plan: Plan
    product: str
    """The product of the task that it is to become."""
    schedule: str | None
    """By when the plan is to be issued, as the task says it."""
    gaps: tuple[str, ...]
    """What a person must fill in."""

    @property
    def due(self) -> str | None:
        """The time of issue as it stands within a sentence: quý I/2027."""
        return _within(self.schedule) if self.schedule else None


@dataclass
class _Gaps:
    """Stands in a sentence for what is not known: ``{gap:thời gian}``."""

    asked: list[str] = field(default_factory=list)

    def __format__(self, what: str) -> str:
        self.asked.append(what)
        return placeholder(what)


def satellite(
    plan: Plan, task: str, rules: HeadRules, directory: UnitDirectory | None, on: date, file: str | None = None
) -> Satellite:
    """Return the skeleton of the plan that a task of a plan asks for.

    ``task`` is the task's identity; ``file`` is the plan's data file as the skeleton names it, None to cite it. With a
    directory the parts of the office are known by name. DataError for a task that the plan has not, or that asks for
    no plan.
    """
    given = next((one for one in plan.tasks if one.id == task), None)
    if given is None:
        known = [one.id for one in plan.tasks]
        raise DataError(f"kế hoạch không có nhiệm vụ «{task}»", hint=suggestion(task, known) or "xem «vanban show»")
    place, product, kind = _asked(plan, given, rules)
    higher = Higher(plan, 0, file, issuer_of(plan, directory, on) if directory else None)
    gaps = _Gaps()
    words = {**_words(higher, rules, directory, on), "plan": higher.mention, "product": _topic(product, given)}
    words |= _leading(given.rows[place], words)
    sections = tuple(_section(one.title, one.points, words, gaps) for one in kind.parts)
    return Satellite(
        _plan(higher, given, place, sections, filled(kind.subject, {**words, "gap": gaps})),
        product,
        given.rows[place].schedule,
        tuple(dict.fromkeys(gaps.asked)),
    )


def asking_tasks(plan: Plan, rules: HeadRules) -> Iterator[tuple[str, str]]:
    """Yield the tasks of a plan that ask for a plan, each with that product."""
    for task in plan.tasks:
        for _, product, _ in _found(task, rules):
            yield task.id, product


def _asked(plan: Plan, task: Task, rules: HeadRules) -> tuple[int, str, SatelliteKind]:
    """Return which row of a task asks for a plan, the product, and the kind that fits best."""
    if found := next(_found(task, rules), None):
        return found
    others = ", ".join(dict.fromkeys(id for id, _ in asking_tasks(plan, rules)))
    hint = f"nhiệm vụ có sản phẩm là kế hoạch: {others}" if others else "kế hoạch này không có nhiệm vụ như vậy"
    raise DataError(f"nhiệm vụ «{task.id}» không có sản phẩm là một kế hoạch", hint=hint)


def _found(task: Task, rules: HeadRules) -> Iterator[tuple[int, str, SatelliteKind]]:
    for place, row in enumerate(task.rows):
        for product in (part for written in row.products for part in _parts(plain(written))):
            folded = fold(product)
            kinds = (one for one in rules.satellites if any(folded.startswith(fold(word)) for word in one.words))
            if kind := next(kinds, None):
                yield place, product, kind


def _parts(product: str) -> Iterator[str]:
    """Yield a product and, where it names several, the plans among the others: "Quyết định …, kế hoạch kiểm tra"."""
    first, *others = _NEXT_PLAN.split(product)
    yield first
    yield from (one[0].upper() + one[1:] for one in others)


def _topic(product: str, task: Task) -> str:
    """Return what a product is a plan of: «Kế hoạch tập huấn năm 2027» is one of tập huấn năm 2027.

    One that only repeats the beginning of the task, «Kế hoạch chuyển đổi», is one of the task as a whole.
    """
    words = _PLAN.sub("", product.split(",")[0].split(";")[0], count=1).strip() or placeholder("nội dung kế hoạch")
    name = plain(task.name)
    if fold(name).startswith(f"{fold(words)} "):
        words = name
    return words[0].upper() + words[1:]


def _leading(row: TaskRow, words: Mapping[str, str]) -> dict[str, str]:
    """Return who watches over the plan where the task is led by one part of the office: that part."""
    lead = row.lead[0] if len(row.lead) == 1 else ""
    is_other = not lead or fold(lead).startswith(_COLLECTIVE) or fold(lead) == fold(words["name"])
    return {} if is_other else {"focal": lead}


def _words(higher: Higher, rules: HeadRules, directory: UnitDirectory | None, on: date) -> dict[str, str]:
    issuer = higher.document.issuer
    plan_words = {"topic": higher.topic, "year": str(higher.year or placeholder("năm"))}
    if higher.issuer is not None and directory is not None:
        return {**office_of(higher.issuer, directory, rules, on).words, **plan_words}
    unknown = {"own": "đơn vị", "inner": "các bộ phận", "below": "các đơn vị trực thuộc", "area": "địa bàn"}
    return {
        **unknown,
        **plan_words,
        "name": issuer.name or placeholder("tên cơ quan ban hành"),
        "head": issuer.head_title or placeholder("chức danh người đứng đầu"),
        "place": issuer.place or placeholder("địa danh"),
        "parent": issuer.parent or placeholder("tên cơ quan cấp trên"),
        "focal": placeholder("bộ phận đầu mối"),
    }


def _section(title: str, points: tuple[str, ...], words: Mapping[str, str], gaps: _Gaps) -> Section:
    blocks: tuple[Block, ...] = tuple(
        Item(numbering=Numbering.ARABIC, text=filled(point, {**words, "gap": gaps})) for point in points
    )
    return Section(title=title, blocks=blocks)


def _plan(higher: Higher, task: Task, place: int, sections: tuple[Section, ...], subject: str) -> Plan:
    given = higher.document
    assert isinstance(given, Plan)  # only a plan has tasks
    tasks = tuple(_further(higher, task, place))
    if schedule := task.rows[place].schedule:
        due = Note(text=f"(Thời hạn ban hành kế hoạch này: {escape(_within(schedule))}, theo nhiệm vụ {task.id})")
        sections = (sections[0].model_copy(update={"blocks": (*sections[0].blocks, due)}), *sections[1:])
    if tasks:
        note = Note(text="(Nhiệm vụ, sản phẩm và thời hạn nêu tại Phụ lục kèm theo)")
        sections = (*sections[:-1], sections[-1].model_copy(update={"blocks": (*sections[-1].blocks, note)}))
    layouts = [block.layout for block in given.blocks() if isinstance(block, TasksHere)]
    table = TasksHere(layout=layouts[0]) if layouts else TasksHere()
    appendix = Appendix(title=f"Nhiệm vụ {lowered(subject)}", blocks=(table,))
    return Plan(
        year=given.year,
        issuer=given.issuer,
        subject=subject,
        legal_bases=(higher.basis,),
        sections=sections,
        recipients=given.recipients,
        archive=given.archive,
        signature=given.signature,
        tasks=tasks,
        layouts=given.layouts if tasks else (),
        appendices=(appendix,) if tasks else (),
    )


def _within(schedule: str) -> str:
    return schedule[0].lower() + schedule[1:]


def _further(higher: Higher, task: Task, place: int) -> Iterator[Task]:
    """Yield what is to be done by the plan: the rows of the task behind the one whose product it is."""
    rows = task.rows[place + 1 :]
    if rows:
        origin = ParentReference(document=higher.name, item=task.id, role="lead", hash=content_hash(task))
        changes = {"rows": rows, "parent": origin, "label": None, "goal_label": None, "table": None}
        yield task.model_copy(update=changes)
