"""The sentences of a plan that adjusts another one: what is changed into what, added, no longer in force."""

from __future__ import annotations

import re
from typing import Final

from generator.transform.diff.change import Change, ChangeKind, Part
from generator.vietnamese.marks import escape

_NUMBERED: Final = re.compile(r"(?:(?P<roman>[IVXLC]+)|(?P<arabic>\d+)|(?P<letter>[a-zđ]))(?:\.|$)")
_UNITS: Final = {"roman": "mục", "arabic": "khoản", "letter": "điểm"}
_APPENDIX: Final = "Phụ lục"
_BETWEEN_CELLS: Final = " | "
_END: Final = re.compile(r"[\s;,.]+$")
_OWN_NAMES: Final = {Part.TARGET: "chỉ tiêu", Part.TASK: "nhiệm vụ"}


def referred(place: str, plan: str) -> str:
    """Return a place of a plan as a document refers to it: ``III.1.c`` is ``điểm c khoản 1 mục III``.

    What stands inside comes first: ``gạch đầu dòng 2 điểm c …``, ``nhiệm vụ 7 tại Phụ lục kèm theo Kế hoạch …``.
    ``plan`` is how the plan is called.
    """
    return " ".join(_component(one, plan) for one in reversed(place.split(", ")))


def _component(name: str, plan: str) -> str:
    if name.startswith(_APPENDIX):
        return f"tại {name} kèm theo {plan}"
    units = [*_NUMBERED.finditer(name)]
    if "".join(unit[0] for unit in units) != name:
        return name
    return " ".join(f"{_UNITS[unit.lastgroup or '']} {unit[unit.lastgroup or '']}" for unit in reversed(units))


def changed_sentence(change: Change, plan: str) -> str:
    """Return what a change turns into what, as rich text."""
    if change.kind is ChangeKind.MOVED:
        return escape(_moved(change, plan))
    what = _capital(_subject(change, plan))
    if not change.old:
        return escape(f"{what}: bổ sung “{_bare(change.new)}”.")
    if not change.new:
        return escape(f"{what}: bỏ “{_bare(change.old)}”.")
    return escape(f"{what}: “{_bare(change.old)}” sửa thành “{_bare(change.new)}”.")


def added_sentence(change: Change, plan: str) -> str:
    """Return what is added, and where, as rich text."""
    return escape(f"Bổ sung {_place(change, plan)}: “{_bare(_said(change, change.new))}”.")


def removed_sentence(change: Change, plan: str) -> str:
    """Return what is no longer in force, as rich text."""
    return escape(f"Bãi bỏ {_place(change, plan)}: “{_bare(_said(change, change.old))}”.")


def _moved(change: Change, plan: str) -> str:
    own = _OWN_NAMES.get(change.part, "nội dung")
    what = f"Chuyển {own} “{_bare(change.name)}”"
    if change.old or change.new:
        return f"{what} từ lĩnh vực “{change.old}” sang lĩnh vực “{change.new}”."
    together = f" và {change.count - 1} mục liền sau" if change.count > 1 else ""
    old, new = (referred(_printed_place(place), plan) for place in (change.old_place, change.new_place))
    return f"{what}{together} từ vị trí {old} đến vị trí {new}."


def _subject(change: Change, plan: str) -> str:
    """Return what a sentence is about: the place and, of a task or target, its name."""
    if change.part is Part.HEAD:
        return "tên Kế hoạch"
    own = _OWN_NAMES.get(change.part)
    if own is None or not change.name:
        return _place(change, plan)
    field = f", {change.field[0].lower()}{change.field[1:]}" if change.field else ""
    return f"{own} “{_bare(change.name)}”{field}"


def _place(change: Change, plan: str) -> str:
    place = change.old_place or change.new_place
    return referred(_printed_place(place), plan) if place else change.part.label.lower()


def _said(change: Change, text: str) -> str:
    """Return the words that stand for an entry: of a task its name, for its table says the rest; cells as a list."""
    if change.part is Part.TASK:
        return change.name
    return ", ".join(cell for cell in text.split(_BETWEEN_CELLS) if cell.strip("-– "))


def _printed_place(place: str) -> str:
    """Return the place without the stored identity: ``NV07 (Phụ lục, nhiệm vụ 7)`` is ``Phụ lục, nhiệm vụ 7``."""
    match = re.fullmatch(r"\S+ \((?P<place>.+)\)(?P<row>, .+)?", place)
    return f"{match['place']}{match['row'] or ''}" if match else place


def _bare(text: str) -> str:
    return _END.sub("", " ".join(text.split()))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
