"""The body of a higher plan that concerns a lower office, by fields of work, in the office's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from generator.model.blocks import Block, Item, Numbering, Other, Paragraph
from generator.transform.assignment import Assignment
from generator.transform.child_tasks import own_id, reference
from generator.transform.decision import Change, LeftOut, Topic
from generator.transform.point_writer import PointWriter
from generator.transform.points import Point
from generator.transform.roles import Role
from generator.transform.sentences import filled, lowered
from generator.transform.signs import holds
from generator.vietnamese.marks import escape
from generator.vietnamese.unicode import fold

_LABEL: Final = re.compile(r"^(?:(?:Phần|Mục|Chương)\s+\w+|[IVX]+|\d+(?:\.\d+)*|[a-zđ])[.):]*\s+")
_OPENS: Final = re.compile(r"[,;]?\s*(?:trong đó|cụ thể|gồm|như sau|sau)?\s*:\s*$")
_LOWER: Final = {Numbering.LETTER: Numbering.DASH, Numbering.DASH: Numbering.PLUS}


class Part(StrEnum):
    """Where a point of the higher plan's body goes."""

    AIMS = "aims"
    TARGETS = "targets"
    FIELDS = "fields"
    DUTIES = "duties"


@dataclass
class Prose:
    """What of the bodies of all higher plans goes into the lower one."""

    aims: list[Block] = field(default_factory=list)
    targets: list[Block] = field(default_factory=list)
    fields: dict[str, tuple[str, list[Block]]] = field(default_factory=dict)
    """By the folded heading: the heading as written, and its points."""
    duties: list[Block] = field(default_factory=list)


class ProseWriter(PointWriter):
    """Writes the points of one higher plan's body for one unit."""

    def write(self, assignments: Iterable[Assignment], into: Prose) -> None:
        """Add the points that concern the unit; what it writes itself is noted as left out."""
        taken = {one.point.id: one for one in assignments if self._is_taken(one)}
        below: dict[str | None, list[Assignment]] = {}
        for one in taken.values():
            container = one.point.container
            below.setdefault(container if container in taken else None, []).append(one)
        for one in below.get(None, ()):
            item = self._item(one, below, Numbering.LETTER, told=False)
            self._place(one.point, item, into)

    def _is_taken(self, assignment: Assignment) -> bool:
        if assignment.role not in (Role.LEAD, Role.SUPPORT):
            return False
        point = assignment.point
        reason = self._written_anew(point)
        if reason is None and not isinstance(point.node, Item | Paragraph | Other):
            reason = "là bảng hoặc phụ lục, không chép sang"
            action = "xem và đưa nội dung liên quan vào kế hoạch"
            self.findings.decide(Topic.CONTENT, own_id(point), f"«{point.text}» {reason}", action, self.higher.name)
        if reason is not None:
            self.findings.left_out.append(LeftOut(point, self.higher.name, reason))
        return reason is None

    def _headings(self, point: Point) -> tuple[str, ...]:
        """Return the headings above a point without their labels; points that it belongs to are none."""
        while point.container is not None:
            point = self.higher.by_id[point.container]
        return tuple(_LABEL.sub("", one) for one in point.path)

    def _written_anew(self, point: Point) -> str | None:
        headings = self._headings(point)
        if isinstance(point.node, Paragraph) and headings and holds(headings[-1], self.rules.head.targets_in):
            return "ghi chú của cấp trên về chỉ tiêu"
        for heading in headings:
            if holds(heading, self.rules.head.skipped):
                return f"mục «{heading}» do đơn vị viết riêng"
        return None

    def _item(
        self,
        assignment: Assignment,
        below: Mapping[str | None, list[Assignment]],
        numbering: Numbering,
        *,
        told: bool,
    ) -> Item:
        """Return a point with those below it; ``told`` says that one above it told already that the unit supports."""
        point, notes = assignment.point, list[str]()
        supports = assignment.role is Role.SUPPORT
        lower = _LOWER.get(numbering, Numbering.PLUS)
        inner = tuple(self._item(one, below, lower, told=supports) for one in below.get(point.id, ()))
        text = self._text(assignment, notes, told=told)
        if not inner:
            text = _closed(text)
        if notes:
            self.findings.changes.append(Change(own_id(point), tuple(notes)))
        origin = reference(self.higher, assignment, tuple(notes))
        return Item(numbering=numbering, text=text, blocks=inner, parent=origin)

    def _text(self, assignment: Assignment, notes: list[str], *, told: bool) -> str:
        node = assignment.point.node
        assert isinstance(node, Item | Paragraph | Other)  # others were sorted out
        written = escape(node.text) if isinstance(node, Other) else node.text
        supports = assignment.role is Role.SUPPORT
        found = (
            self.rewriter.named_in_full(written)
            if supports
            else self.rewriter.rewrite(written, alone=assignment.is_alone)
        )
        notes += [f"thay từ: {change}" for change in found.changes]
        deadlines = self.rules.deadlines
        text, moves, faults = self.deadlines.earlier_in(found.text, deadlines.support if supports else deadlines.lead)
        notes += [f"thời hạn {move}" for move in moves]
        for fault in faults:
            action = "định lại thời hạn, trao đổi với cấp trên"
            self.findings.decide(Topic.DEADLINE, own_id(assignment.point), fault, action, self.higher.name)
        if not supports or told:
            return text
        notes.append("ý phối hợp do chương trình ghi")
        words = {**self.office.words, "lead": self.higher.document.issuer.name or "", "task": lowered(text)}
        return filled(self.rules.terms.support_prose, words)

    def _place(self, point: Point, item: Item, into: Prose) -> None:
        self.findings.took_prose = True
        headings = self._headings(point)
        part = self._part(headings)
        if part is Part.AIMS:
            into.aims.append(item)
        elif part is Part.TARGETS:
            into.targets.append(item)
        elif part is Part.DUTIES:
            into.duties.append(item)
        else:
            title = headings[1] if len(headings) > 1 else headings[0] if headings else ""
            into.fields.setdefault(fold(title), (title, []))[1].append(item)

    def _part(self, headings: tuple[str, ...]) -> Part:
        head = self.rules.head
        if any(holds(one, head.duties_in) for one in headings):
            return Part.DUTIES
        if headings and holds(headings[-1], head.targets_in):
            return Part.TARGETS
        return Part.AIMS if any(holds(one, head.aims_in) for one in headings[:2]) else Part.FIELDS


def _closed(text: str) -> str:
    """Return a text that announced a list which does not follow, closed as a sentence."""
    closed = _OPENS.sub(".", text)
    return closed if closed != "." else text
