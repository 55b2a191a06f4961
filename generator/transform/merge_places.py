"""Where in a document a change stands and what stands there, in words for people."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from pydantic import BaseModel

from generator.model.basis import LegalBasis
from generator.model.blocks import Cell, Item, Note, Other, Paragraph, Picture, Section, Table
from generator.model.document import Appendix
from generator.model.ending import Archive, Authority, Recipient
from generator.model.plan import Target, Task, TaskRow
from generator.model.wording import archive_line
from generator.vietnamese.citations import Citation, compose
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.marks import plain
from generator.vietnamese.numbers import format_number

_LONGEST: Final = 60
"""Characters of a name that a place quotes."""
_UNSAID: Final = ("format", "kind", "parent")
"""Fields that say nothing to people."""
_SHORT: Final = (Citation, LegalBasis, Recipient, Authority, Archive)
"""Records that words of their own say in full."""

_WORDS: Final[tuple[tuple[type, Callable[[Any], str | None]], ...]] = (
    (Task, lambda task: f"{task.id}: {plain(task.name)}"),
    (Target, lambda target: f"{target.id}: {plain(target.metric)}"),
    (Section, lambda section: section.title and plain(section.title)),
    (Item, lambda item: plain(item.text)),
    (Paragraph, lambda paragraph: plain(paragraph.text)),
    (Note, lambda note: plain(note.text)),
    (Other, lambda other: other.text),
    (Cell, lambda cell: plain(cell.text or "")),
    (Picture, lambda picture: picture.file),
    (Appendix, lambda appendix: appendix.document or plain(appendix.title or appendix.label or "")),
    (LegalBasis, lambda basis: basis.document or plain(basis.printed or "")),
    (Citation, compose),
    (Recipient, lambda one: f"{one.name} ({one.purpose})" if one.purpose else one.name),
    (Authority, lambda authority: authority.printed),
    (Archive, archive_line),
)
"""What a record prints above all."""

_NAMES: Final[tuple[tuple[type, str], ...]] = (
    (Task, "nhiệm vụ"),
    (Target, "chỉ tiêu"),
    (Section, "mục"),
    (Item, "điểm"),
    (Paragraph, "đoạn"),
    (Note, "ghi chú"),
    (Other, "đoạn"),
    (Table, "bảng"),
    (Picture, "hình"),
    (Appendix, "phụ lục"),
    (LegalBasis, "căn cứ"),
    (Recipient, "nơi nhận"),
    (Authority, "quyền hạn ký"),
)


def field_title(record: BaseModel, name: str) -> str:
    """Return the Vietnamese name of a field in small letters: thời gian thực hiện."""
    title = type(record).model_fields[name].title or name
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def entry_name(entry: Any, number: int, field: str) -> str:
    """Return how a place names an entry of a list: nhiệm vụ NV07, căn cứ «…», hàng 2; ``field`` names the list."""
    if isinstance(entry, Task | Target):
        return f"{_kind_of(entry)} {entry.id}"
    if isinstance(entry, TaskRow | tuple):
        return f"hàng {number}"
    if isinstance(entry, Cell):
        return f"ô {number}"
    quoted = shortened(words_of(entry))
    return f"{_kind_of(entry) or field} {f'«{quoted}»' if quoted else number}"


def _kind_of(entry: Any) -> str:
    return next((name for kind, name in _NAMES if isinstance(entry, kind)), "")


def shortened(text: str) -> str:
    """Return the first words of a text on one line, as a place quotes them."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"


def words_of(value: Any) -> str:
    """Return what a value says, without marks; of a record what it prints above all, empty for nothing."""
    if value is None or isinstance(value, bool):
        return {None: "", True: "có", False: "không"}[value]
    if isinstance(value, str):
        return str(value.value) if isinstance(value, Enum) else plain(value)
    if isinstance(value, PartialDate):
        return value.short()
    if isinstance(value, Decimal):
        return format_number(value)
    if isinstance(value, tuple):
        return "; ".join(filter(None, map(words_of, value)))
    if not isinstance(value, BaseModel):
        return str(value)
    own = next((say for kind, say in _WORDS if isinstance(value, kind)), None)
    return (own(value) or "") if own else full_words(value)


def full_words(value: Any) -> str:
    """Return all that a value says, of a task its rows and of a point what stands below it too."""
    if isinstance(value, tuple):
        return "; ".join(filter(None, map(full_words, value)))
    if not isinstance(value, BaseModel) or isinstance(value, _SHORT):
        return words_of(value)
    said = (getattr(value, name) for name in type(value).model_fields if name not in _UNSAID)
    return "; ".join(filter(None, (full_words(one) for one in said if not isinstance(one, bool | Enum))))
