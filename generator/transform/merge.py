"""Three versions of a document put together: what two hands made of the same base, neither losing what it did.

``ours`` is the version that a unit has worked on, ``theirs`` what the base becomes by a change of the higher plan.
What one side alone changed is taken. Where both changed the same thing differently ours stays, and the conflict is
told with both sides, to be decided one by one or for all. Nothing is taken silently.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from generator.errors import DataError
from generator.model.basis import LegalBasis
from generator.model.canonical import canonical_json
from generator.model.document import Appendix, Document
from generator.model.ending import Recipient
from generator.model.layout import TableLayout
from generator.model.origin import Derivation, ParentReference
from generator.model.plan import TaskRow
from generator.model.store import load_document
from generator.transform.merge_lists import merged_list
from generator.transform.merge_notes import Change, ChangeKind, Conflict, Notes, Side, Way
from generator.transform.merge_origins import merged_derivation, merged_origin
from generator.transform.merge_places import field_title
from generator.vietnamese.citations import Citation

__all__ = ["Change", "ChangeKind", "Conflict", "Merged", "Side", "merge"]

_ATOMS: Final = (Citation, TableLayout)
"""Records of which one part says nothing without the others."""
_ONE_THING: Final = frozenset({"holders", "widths"})
"""Lists that are one value."""
_SOURCES: Final = ("citation", "text", "document")
"""Fields of a basis or an appendix of which only one may be given."""


@dataclass(frozen=True)
class Merged:
    """What came out of three versions."""

    document: Document
    changes: tuple[Change, ...]
    """Taken from theirs, in the order of the document."""
    conflicts: tuple[Conflict, ...]

    @property
    def open(self) -> tuple[Conflict, ...]:
        """The conflicts that nobody decided."""
        return tuple(one for one in self.conflicts if not one.decided)


def merge(
    base: Document,
    ours: Document,
    theirs: Document,
    *,
    take: Side | None = None,
    decisions: Mapping[str, Side] | None = None,
) -> Merged:
    """Return what three versions of one document give together; the inputs stay.

    Entries of lists are known again by identity, origin, name or words, so that they may have moved; the order is
    ours where we changed it, and what theirs added stands behind its neighbour. ``decisions`` say for the keys of
    conflicts whose version counts, ``take`` for all the others. DataError for documents of different kinds, and where
    the result would be none.
    """
    if not base.kind == ours.kind == theirs.kind:
        kinds = ", ".join(dict.fromkeys(one.type.name for one in (base, ours, theirs)))
        raise DataError(f"không ghép được các văn bản khác loại: {kinds}")
    merging = _Merging(Notes(take, decisions or {}))
    made = cast(Document, merging.value(base, ours, theirs, ()))
    checked = load_document(canonical_json(made), "ban_ghep.json")
    return Merged(checked, tuple(merging.notes.changes), tuple(merging.notes.conflicts))


class _Merging:
    """One merge on its way."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes

    def value(self, base: Any, ours: Any, theirs: Any, way: Way) -> Any:
        """Return what three versions of a value give; ``way`` names the place, from outside inwards."""
        if theirs in (base, ours):
            return ours
        if isinstance(ours, BaseModel) and _are_parts(base, ours, theirs):
            return self._record(base, ours, theirs, way)
        if isinstance(ours, tuple) and way[-1].startswith("["):
            return merged_list(self.notes, self.value, base, ours, theirs, way)
        if isinstance(ours, tuple) and _are_rows(base, ours, theirs):
            return merged_list(self.notes, self.value, base or (), ours, theirs, (*way, "[ô]"))
        if base == ours:
            return self.notes.taken(ChangeKind.CHANGED, base, theirs, way)
        return self.notes.decided(base, ours, theirs, way)

    def _record(self, base: Any, ours: BaseModel, theirs: BaseModel, way: Way) -> BaseModel:
        made = {name: self._field(base, ours, theirs, name, way) for name in type(ours).model_fields}
        changed = {name: value for name, value in made.items() if value is not getattr(ours, name)}
        return ours.model_copy(update=changed) if changed else ours

    def _field(self, base: Any, ours: BaseModel, theirs: BaseModel, name: str, way: Way) -> Any:
        default = type(ours).model_fields[name].get_default()
        before = getattr(base, name) if base is not None else None if default is PydanticUndefined else default
        values = (before, getattr(ours, name), getattr(theirs, name))
        if any(isinstance(value, Derivation) for value in values):
            return merged_derivation(*values)
        if any(isinstance(value, ParentReference) for value in values):
            return merged_origin(self.notes, *values, way)
        title = field_title(ours, name)
        return self.value(*values, (*way, f"[{title}]" if _has_entries(ours, name, *values) else title))


def _are_parts(base: Any, ours: BaseModel, theirs: Any) -> bool:
    """Whether three records are merged field by field: of one kind, and none that only counts as a whole."""
    if isinstance(ours, _ATOMS) or {type(one) for one in (base, ours, theirs)} - {type(None)} != {type(ours)}:
        return False
    if theirs is None or not isinstance(ours, LegalBasis | Appendix):
        return theirs is not None
    sources = ([getattr(one, name, None) is None for name in _SOURCES] for one in (base, ours, theirs) if one)
    return len(set(map(tuple, sources))) == 1


def _are_rows(base: Any, ours: tuple[Any, ...], theirs: tuple[Any, ...]) -> bool:
    """Whether they are rows of a table, whose cells are records."""
    return all(isinstance(cell, BaseModel) for row in (base or (), ours, theirs) for cell in row)


def _has_entries(record: BaseModel, name: str, before: Any, ours: Any, theirs: Any) -> bool:
    """Whether a list is merged entry by entry.

    Products and units of a row that we left alone count as one value: all of it was changed, or nothing.
    """
    if name in _ONE_THING or not (isinstance(ours, tuple) and isinstance(theirs, tuple) and isinstance(before, tuple)):
        return False
    return before != ours or not isinstance(record, TaskRow | Recipient)
