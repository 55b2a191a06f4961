"""The points of a higher document: what it may ask of somebody, each with an identity and a hash.

A point is a task of the appendix, a target, or a text of the body that is no heading. Headings are the way to a point.
Each row of a table of targets is a target. What the program cannot take apart, another table of the body or an appendix
of another form, is one point, so that nothing of the document is left unseen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from itertools import chain, count
from typing import Final

from generator.model.base import Record
from generator.model.blocks import (
    Block,
    Item,
    Note,
    Numbering,
    ObjectivesHere,
    Other,
    Paragraph,
    Section,
    Table,
    TargetsHere,
    TasksHere,
)
from generator.model.canonical import canonical_json
from generator.model.document import Appendix, Document, owner_of
from generator.model.labels import LabelCounter, walk
from generator.model.plan import Plan, Target, Task
from generator.transform.target_tables import targets_of
from generator.vietnamese.marks import plain

HASH_LENGTH: Final = 12
"""Hexadecimal figures of a hash: enough to tell the versions of one point apart."""

_NOT_CONTENT: Final = {"id": "", "label": None, "goal_label": None, "table": None, "parent": None}
"""What says where a node stands, or where it comes from itself, and not what it asks."""
_PRINTED_ELSEWHERE: Final = (ObjectivesHere, TargetsHere, TasksHere, Note)

Node = Task | Target | Item | Paragraph | Other | Table | Appendix


class PointKind(StrEnum):
    """Where a point stands."""

    TASK = "task"
    TARGET = "target"
    PROSE = "prose"
    """In the body: a điểm, a dash, a paragraph, a table; or a whole appendix of another form."""


@dataclass(frozen=True)
class Point:
    """One thing that a higher document may ask."""

    parent: int
    """Which of the higher documents, from 0."""
    id: str
    """Unique within its document: ``NV07``, ``CT02``, ``III.1.a``, ``III.2.d.-1``, ``IV.đoạn 2``, ``Phụ lục II``."""
    kind: PointKind
    path: tuple[str, ...]
    """What stands above it, from outside: headings with their labels, and points that it belongs to; of a task its
    group and goal, of a target its group."""
    text: str
    """Its words without marks; of a table and an appendix its title, else the first words."""
    node: Node
    """The record of the model; of an item with points below it, these are still in it."""
    container: str | None = None
    """Identity of the point that it belongs to: the điểm above a dash."""

    @cached_property
    def hash(self) -> str:
        """Hash of what it asks: other labels, identities and origins give the same, points below it do not count."""
        return content_hash(self.node)


def content_hash(node: Record) -> str:
    """Return the first figures of the SHA-256 over the canonical JSON of a node without labels."""
    return sha256(canonical_json(_content(node))).hexdigest()[:HASH_LENGTH]


def _content(node: Record) -> Record:
    changes: dict[str, object] = {
        name: empty for name, empty in _NOT_CONTENT.items() if name in type(node).model_fields
    }
    if isinstance(node, Item):
        changes["blocks"] = tuple(block for block in node.blocks if not _holds_points(block))
    if isinstance(node, Task):
        changes["rows"] = tuple(row.model_copy(update={"label": None}) for row in node.rows)
    return node.model_copy(update=changes)


def _holds_points(block: Block) -> bool:
    return isinstance(block, Item | Paragraph | Other | Table | Section)


def points(parent: Document, index: int = 0) -> tuple[Point, ...]:
    """Return the points of a higher document in printed order: body and attached documents, targets, tasks.

    ``index`` is the place of the document among several. A document that issues another one, ready for print, has the
    points of both. Empty for a document of nothing but head and end.
    """
    owners: list[Document] = [parent, *(owner_of(appendix, parent) for appendix in parent.appendices)]
    body = _Body(index, _Tables(owners))
    found = [*body.of(parent.sections, (), ())]
    for number, appendix in enumerate(parent.appendices, 1):
        found += _of_appendix(appendix, number, len(parent.appendices), body)
    for owner in {id(one): one for one in owners}.values():
        if isinstance(owner, Plan):
            found += _figures_and_tasks(owner, index)
    return tuple(_told_apart(found))


def _figures_and_tasks(plan: Plan, index: int) -> Iterator[Point]:
    for target in plan.targets:
        yield Point(index, target.id, PointKind.TARGET, _path(target.group), plain(target.metric), target)
    for task in plan.tasks:
        yield Point(index, task.id, PointKind.TASK, _path(task.group, task.goal), plain(task.name), task)


def _path(*above: str | None) -> tuple[str, ...]:
    return tuple(plain(one) for one in above if one)


class _Tables:
    """Takes the rows of tables of targets for targets, with identities that no target of the document has."""

    def __init__(self, owners: Iterable[Document]) -> None:
        plans = [owner for owner in owners if isinstance(owner, Plan)]
        taken = {target.id for plan in plans for target in plan.targets}
        self._year = next((plan.year for plan in plans if plan.year), None)
        self._ids = (id for number in count(1) if (id := f"CT{number:02d}") not in taken)

    def targets(self, block: Block) -> tuple[Target, ...]:
        """Return the targets of a block; none of one that is no table of targets."""
        return targets_of(block, self._year, self._ids) if isinstance(block, Table) else ()


def _of_appendix(appendix: Appendix, number: int, total: int, body: _Body) -> Iterator[Point]:
    """Yield the points of an attached document, one point for a phụ lục of another form than tasks."""
    name = appendix.label or (f"Phụ lục {number}" if total > 1 else "Phụ lục")
    if appendix.document_kind is not None:
        yield from body.anew().of(appendix.blocks, (), _path(appendix.title))
        return
    blocks = [block for block in walk(appendix.blocks) if _holds_points(block)]
    targets = [found for block in blocks if (found := tuple(body.targets(block)))]
    yield from chain.from_iterable(targets)
    others = [block for block in blocks if not (targets and isinstance(block, Section))]
    if len(others) > len(targets) and not _prints_tasks(appendix):
        yield Point(body.index, name, PointKind.PROSE, (), plain(appendix.title or name), appendix)


def _prints_tasks(appendix: Appendix) -> bool:
    return any(isinstance(block, TasksHere) for block in walk(appendix.blocks))


def _told_apart(found: Iterable[Point]) -> Iterator[Point]:
    """Yield the points, a second one of the same identity told apart: ``III.3 (2)``."""
    seen: Counter[str] = Counter()
    for point in found:
        seen[point.id] += 1
        number = seen[point.id]
        yield point if number == 1 else _renamed(point, f"{point.id} ({number})")


def _renamed(point: Point, id: str) -> Point:
    return Point(point.parent, id, point.kind, point.path, point.text, point.node, point.container)


class _Body:
    """Walks the body of one document, counting labels as they are printed."""

    def __init__(self, index: int, tables: _Tables) -> None:
        self.index = index
        self._tables = tables
        self._articles: Counter[Numbering] = Counter()

    def anew(self) -> _Body:
        """Return what walks the body of another document in the same file, whose labels begin anew."""
        return _Body(self.index, self._tables)

    def targets(self, block: Block) -> Iterator[Point]:
        """Yield the targets of a table of targets."""
        for target in self._tables.targets(block):
            yield Point(self.index, target.id, PointKind.TARGET, _path(target.group), plain(target.metric), target)

    def of(
        self, blocks: Iterable[Block], way: tuple[str, ...], path: tuple[str, ...], container: str | None = None
    ) -> Iterator[Point]:
        """Yield the points of sibling blocks below the labels ``way`` and the headings ``path``."""
        labels = LabelCounter(way[-1] if way else "", self._articles)
        unlabelled: Counter[str] = Counter()
        for block in blocks:
            if isinstance(block, Section):
                label = labels.next(block)
                heading = _heading(label, block.title)
                yield from self.of(block.blocks, _lower(way, label), (*path, *heading), container)
            elif isinstance(block, Item):
                yield from self._item(block, labels, unlabelled, way, path, container)
            elif targets := tuple(self.targets(block)):
                yield from targets
            elif not isinstance(block, _PRINTED_ELSEWHERE) and not _is_picture(block):
                yield self._point(block, _counted(way, "đoạn", unlabelled), path, container)

    def _item(
        self,
        item: Item,
        labels: LabelCounter,
        unlabelled: Counter[str],
        way: tuple[str, ...],
        path: tuple[str, ...],
        container: str | None,
    ) -> Iterator[Point]:
        label = labels.next(item)
        own = _lower(way, label) if _tells(label) else (*way, _step(label or "đoạn", unlabelled))
        id = _joined(own)
        below = (*path, *_heading(label if _tells(label) else "", item.text))
        if not item.heading:
            yield self._point(item, id, path, container)
            container = id
        yield from self.of(item.blocks, own, below, container)

    def _point(self, node: Block, id: str, path: tuple[str, ...], container: str | None) -> Point:
        assert isinstance(node, Item | Paragraph | Other | Table)  # the caller sorted out the rest
        return Point(self.index, id, PointKind.PROSE, path, _words(node), node, container)


def _is_picture(block: Block) -> bool:
    return block.kind == "picture"


def _words(node: Item | Paragraph | Other | Table) -> str:
    if isinstance(node, Table):
        cells = (cell.text for row in node.rows for cell in row if cell.text)
        return plain(node.title or next(cells, "Bảng"))
    return node.text if isinstance(node, Other) else plain(node.text)


def _heading(label: str, title: str | None) -> tuple[str, ...]:
    words = " ".join(part for part in (label, plain(title) if title else "") if part)
    return (words,) if words else ()


def _tells(label: str) -> bool:
    """Whether a label tells siblings apart, as a dash does not."""
    return any(character.isalnum() for character in label)


def _lower(way: tuple[str, ...], label: str) -> tuple[str, ...]:
    return (*way, label) if label else way


def _counted(way: tuple[str, ...], word: str, seen: Counter[str]) -> str:
    return _joined((*way, _step(word, seen)))


def _step(word: str, seen: Counter[str]) -> str:
    """Return the step of a sibling without a label of its own, by its place: ``-2``, ``+1``, ``đoạn 3``."""
    word = word.rstrip(".):") or word
    seen[word] += 1
    return f"{word} {seen[word]}" if word.isalpha() else f"{word}{seen[word]}"


def _joined(way: tuple[str, ...]) -> str:
    """Return the labels as one identity; a decimal label holds those above it: ``III.2.1`` of III., 2. and 2.1."""
    steps: list[str] = []
    for label in (label.rstrip(".):") for label in way):
        if steps and label.startswith(f"{steps[-1]}."):
            steps.pop()
        steps.append(label)
    return ".".join(steps)
