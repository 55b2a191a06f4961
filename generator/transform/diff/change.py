"""What differs between two documents, as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.transform.diff.marking import Mark


class ChangeKind(StrEnum):
    """What became of an entry."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"

    @property
    def label(self) -> str:
        """The Vietnamese word for it."""
        return _KIND_LABELS[self]


_KIND_LABELS = {
    ChangeKind.ADDED: "bổ sung",
    ChangeKind.REMOVED: "bãi bỏ",
    ChangeKind.MOVED: "chuyển chỗ",
    ChangeKind.CHANGED: "sửa",
}


class Part(StrEnum):
    """Which part of the document an entry belongs to, in the order in which changes are listed."""

    YEAR = "year"
    """All places where nothing changed but the year of the plan; one change stands for them."""
    HEAD = "head"
    BASIS = "basis"
    PARAGRAPH = "paragraph"
    OBJECTIVE = "objective"
    TARGET = "target"
    TABLE = "table"
    """A row of a table that lists neither targets nor tasks, or the columns of a task table."""
    APPENDIX = "appendix"
    """Label, title or line (Kèm theo …) of an appendix."""
    TASK = "task"
    RECIPIENT = "recipient"
    ARCHIVE = "archive"
    SIGNATURE = "signature"
    DATA = "data"
    """Stored data of the whole document that are not printed."""

    @property
    def label(self) -> str:
        """The Vietnamese name of the part."""
        return _PART_LABELS[self]


_PART_LABELS = {
    Part.YEAR: "Năm",
    Part.HEAD: "Phần đầu",
    Part.BASIS: "Căn cứ",
    Part.PARAGRAPH: "Nội dung",
    Part.OBJECTIVE: "Mục tiêu",
    Part.TARGET: "Chỉ tiêu",
    Part.TABLE: "Bảng",
    Part.APPENDIX: "Phụ lục",
    Part.TASK: "Nhiệm vụ",
    Part.RECIPIENT: "Nơi nhận",
    Part.ARCHIVE: "Lưu",
    Part.SIGNATURE: "Phần ký",
    Part.DATA: "Dữ liệu không in",
}


@dataclass(frozen=True)
class Change:
    """One difference. An entry that was moved and changed gives one change for the move and one for each field."""

    kind: ChangeKind
    part: Part
    name: str
    """What it is about: the name of the task, the beginning of the paragraph; empty where the place says it all."""
    old_place: str = ""
    """Where it stood, by printed labels: ``III.1.a``, ``Phụ lục I, nhiệm vụ 12``; empty for what was added."""
    new_place: str = ""
    """Where it stands now; empty for what was removed."""
    field: str = ""
    """Vietnamese name of the field that changed; empty where the entry has one text only."""
    old: str = ""
    """Words before; empty for what was added."""
    new: str = ""
    """Words after; empty for what was removed."""
    marked: tuple[Mark, ...] = ()
    """Both texts as one, the words of each marked: of a change alone."""
    printed: bool = True
    """Whether the difference is seen on paper; stored data that are not printed differ in the data only."""
    id: str = ""
    """Stored identity of the task or target, in the new document or, where it is not in that, in the old one."""
    count: int = 1
    """How many neighbouring entries were moved together, or how many places changed their year only."""

    @property
    def place(self) -> str:
        """Where to look: in the new document, or in the old one for what is no longer there."""
        return self.new_place or self.old_place


def counted(changes: Sequence[Change]) -> str:
    """Return a sentence part that counts changes: ``10 thay đổi: 2 bổ sung, 1 bãi bỏ, 7 sửa``; empty for none."""
    if not changes:
        return ""
    numbers = {kind: sum(change.kind is kind for change in changes) for kind in ChangeKind}
    listed = ", ".join(f"{number} {kind.label}" for kind, number in numbers.items() if number)
    return f"{len(changes)} thay đổi: {listed}"
