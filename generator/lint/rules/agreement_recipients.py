"""Who has work by the document and who gets it (PL I/I/II.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import Severity
from generator.lint.announced import issuer_of
from generator.lint.body import all_nodes
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault, Spot
from generator.lint.places import row_spot
from generator.lint.receivers import Receivers
from generator.lint.rule import rule
from generator.lint.subject import Subject
from generator.lint.unit_names import UnitName, same_unit, unit_name, units_in
from generator.reading.outline import Node
from generator.reading.reading import Basis
from generator.reading.task_columns import TaskColumn
from generator.vietnamese.citations import find_citations
from generator.vietnamese.unicode import fold

_CLAUSE = "PL I/I/II.9"
_ASSIGNING = re.compile(fold(r"tổ chức thực hiện|phân công (?:nhiệm vụ|thực hiện|trách nhiệm)|trách nhiệm thực hiện"))
_ASKED = re.compile(r"^(?:giao|đề nghị|yêu cầu)\s+", re.IGNORECASE)
_DOES = re.compile(
    r"\s*:.*|\s+(?:chủ trì|phối hợp|tham mưu|có trách nhiệm|chịu trách nhiệm|căn cứ|là|theo dõi|tổng hợp|xây dựng"
    r"|hướng dẫn|thực hiện|tổ chức|bố trí|làm|đưa|giải quyết)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_NAME = 12
"""Words of a name of units at the head of a line."""
_SUPERIORS = {
    "sở": ("tỉnh", "thành phố"),
    "phòng": ("huyện", "quận", "thị xã", "thành phố", "xã", "phường"),
}
"""The levels of the UBND under which an office stands, by the first word of its name."""
_TELLING = frozenset({"report", "minutes", "submission"})
"""Kinds that tell what units have done, or ask for it, and give them no work."""
_PLANNING = frozenset({"plan", "program", "scheme"})


@dataclass(frozen=True)
class _Assigned:
    """A unit that has work by the document."""

    unit: UnitName
    lines: tuple[int, ...]
    how: str


@rule("NN-04", "đơn vị được giao việc không có trong Nơi nhận", _CLAUSE, Severity.WARNING, needs=Evidence.WORDS)
def assigned(subject: Subject) -> Iterator[Fault]:
    """Đơn vị chủ trì, phối hợp trong bảng nhiệm vụ hoặc được giao việc ở phần Tổ chức thực hiện thì có trong Nơi nhận.

    Gọi chung cũng được: «Các phòng thuộc Sở», «Các sở, ban, ngành», «UBND các xã, phường»; có danh bạ đơn vị thì tra
    thêm tên gọi khác và nhóm của từng đơn vị.
    """
    receivers, own = Receivers.of(subject), issuer_of(subject.reading)
    if receivers is None or subject.kind in _TELLING:
        return
    units: dict[str, _Assigned] = {}
    for one in (*_in_tables(subject), *_in_outline(subject)):
        units.setdefault(f"{one.unit.kind} {one.unit.letters}", one)
    missing = [one for one in units.values() if not _is_own(one.unit, own) and not receivers.get(one.unit)]
    if missing:
        names = ", ".join(f"«{one.unit.printed}»" for one in missing)
        spot, *also = (row_spot(subject, one.lines) for one in missing)
        found = f"{names} {missing[0].how}, không có trong Nơi nhận"
        yield Fault(found, "có trong Nơi nhận", spot, also=tuple(also))


def _is_own(unit: UnitName, own: UnitName | None) -> bool:
    """Tell whether the unit is the office that issues the document, by its own name or with the name of its place."""
    if own is None or unit.kind != own.kind:
        return False
    same_words = own.core.startswith(unit.core) or unit.core.startswith(own.core)
    return same_unit(unit, own) or same_words or own.letters.startswith(unit.letters)


def _in_tables(subject: Subject) -> Iterator[_Assigned]:
    columns = ((TaskColumn.LEAD, "chủ trì nhiệm vụ"), (TaskColumn.SUPPORT, "phối hợp thực hiện nhiệm vụ"))
    for table in subject.tasks:
        for column, how in columns:
            for deed in table.deeds:
                for unit in units_in(deed.cell(column)):
                    if unit.is_single:
                        yield _Assigned(unit, deed.lines, how)


def _in_outline(subject: Subject) -> Iterator[_Assigned]:
    """Yield the units at the head of the labelled lines below "Tổ chức thực hiện"."""
    tops = (node for node in all_nodes(subject.reading.outline) if node.heading and _ASSIGNING.search(fold(node.text)))
    for top in tops:
        for node in (one for child in top.children for one in child.walk() if one.kind):
            for unit in units_in(_head_of(node)):
                if unit.is_single:
                    yield _Assigned(unit, node.lines, "được giao thực hiện")


def _head_of(node: Node) -> str:
    """Return the words before what is to be done; nothing for a line that does not begin with a name."""
    words = _DOES.sub("", _ASKED.sub("", node.text.strip()))
    is_name = words != node.text.strip() or node.heading
    return words if is_name and len(words.split()) <= _LONGEST_NAME else ""


@rule("NN-05", "cấp trên giao kế hoạch không có trong Nơi nhận", _CLAUSE, Severity.WARNING, needs=Evidence.WORDS)
def superior(subject: Subject) -> Iterator[Fault]:
    """Kế hoạch được lập để thực hiện kế hoạch của cấp trên thì gửi cấp trên đó để báo cáo.

    Xét căn cứ «Thực hiện Kế hoạch … của UBND tỉnh», «của Sở …», và kế hoạch của cơ quan chủ quản. Văn phòng của UBND
    nhận thay cũng được.
    """
    receivers, own = Receivers.of(subject), issuer_of(subject.reading)
    if receivers is None or subject.kind not in (*_PLANNING, None):
        return
    seen: list[UnitName] = []
    for basis in subject.reading.bases.items:
        issuer = _superior(subject, basis, own)
        if issuer and not receivers.get(issuer) and not any(same_unit(issuer, one) for one in seen):
            seen.append(issuer)
            found = f"thực hiện kế hoạch của «{issuer.printed}», không có trong Nơi nhận"
            yield Fault(found, f"«{issuer.printed} (để báo cáo)» trong Nơi nhận", row_spot(subject, basis.lines))


def _superior(subject: Subject, basis: Basis, own: UnitName | None) -> UnitName | None:
    """Return who issued the plan that the basis names, when it is one above the office; None for any other basis."""
    cited = next((one.citation for one in find_citations(basis.text) if not one.inside), None)
    issuer = unit_name(cited.issuer) if cited and cited.issuer else None
    if cited is None or issuer is None or not issuer.is_single or issuer.kind not in ("ubnd", "sở", "phòng"):
        return None
    plans = cited.type == "Kế hoạch" or "ban hành kế hoạch" in fold(cited.title or "")
    if not plans or _is_own(issuer, own):
        return None
    return issuer if fold(basis.lead) == fold("Thực hiện") or _is_above(subject, issuer, own) else None


def _is_above(subject: Subject, issuer: UnitName, own: UnitName | None) -> bool:
    parent = subject.reading.head.parent
    if parent is not None:
        return same_unit(unit_name(parent.text), issuer)
    return own is not None and issuer.kind == "ubnd" and issuer.core in _SUPERIORS.get(own.kind, ())


@rule("NN-06", "một nơi nhận ghi hai lần", _CLAUSE, Severity.WARNING, needs=Evidence.WORDS)
def twice(subject: Subject) -> Iterator[Fault]:
    """Mỗi cơ quan, đơn vị, cá nhân chỉ ghi một lần trong Nơi nhận."""
    seen: dict[str, Spot] = {}
    for line in subject.reading.recipients:
        spot = row_spot(subject, line.lines)
        if (before := seen.setdefault(fold(line.name), spot)) is not spot:
            yield Fault(f"«{line.name}» đã ghi ở {subject.located(before)}", "mỗi nơi nhận một lần", spot)
            continue
        yield from _named_before(subject, line.name, spot, seen)


def _named_before(subject: Subject, name: str, spot: Spot, seen: dict[str, Spot]) -> Iterator[Fault]:
    """Yield a fault for a line that names, in full or abbreviated, the unit of a line above."""
    unit = unit_name(name)
    for other, place in seen.items():
        if unit.is_single and place is not spot and same_unit(unit, unit_name(other)):
            yield Fault(f"«{name}» đã ghi ở {subject.located(place)}", "mỗi nơi nhận một lần", spot)
            return
