"""Where merged parts come from: origins follow the higher plan as it is now, and are no change that anybody reads."""

from __future__ import annotations

from generator.model.origin import Derivation, ParentReference
from generator.transform.merge_notes import ChangeKind, Notes, Way

_ROLES = {"lead": "chủ trì", "support": "phối hợp", None: "không nêu"}


def merged_derivation(base: Derivation | None, ours: Derivation | None, theirs: Derivation | None) -> Derivation | None:
    """Return how the plan was derived: as theirs says it, where that differs from the base."""
    return ours if theirs == base else theirs


def merged_origin(
    notes: Notes, base: ParentReference | None, ours: ParentReference | None, theirs: ParentReference | None, way: Way
) -> ParentReference | None:
    """Return the origin of a part: theirs where it moved on; one that we took out stays out.

    What we have looked through and taken off the list for review stays off, until theirs has something new in it. A
    new role of the unit is noted as a change.
    """
    if theirs == base or (ours is None and base is not None):
        return ours
    if theirs is None or base is None or ours is None:
        return theirs
    if theirs.role != base.role:
        notes.note(ChangeKind.CHANGED, (*way, "vai trò"), _ROLES[base.role], _ROLES[theirs.role])
    return theirs.model_copy(update={"review": ours.review}) if theirs.review == base.review else theirs
