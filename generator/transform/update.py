"""A derived plan brought up to date with higher plans that have changed, the unit's own edits kept.

The base is the plan as it was derived from the old higher plans, theirs the one derived from the new ones; what the
unit has made of the base is merged with what the higher offices have made of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from generator.model.origin import ParentReference
from generator.model.plan import Plan
from generator.transform.merge import Merged, Side, merge


def update(
    child: Plan,
    base: Plan,
    theirs: Plan,
    *,
    take: Side | None = None,
    decisions: Mapping[str, Side] | None = None,
) -> Merged:
    """Return the child with what the new higher plans change in it, as `merge` does.

    A higher plan that has got its number since is the same plan. As long as a conflict is open the child stays one of
    the old higher plans, so that the same call, with decisions, finds the same conflicts again.
    """
    names = _renamed(base, theirs)
    merged = merge(_with_names(base, names), _with_names(child, names), theirs, take=take, decisions=decisions)
    if not merged.open:
        return merged
    waiting = merged.document.model_copy(update={"derivation": child.derivation})
    return replace(merged, document=waiting)


def _renamed(base: Plan, theirs: Plan) -> dict[str, str]:
    """Return the new names of higher documents by their old ones, where they have other names now."""
    old = [one.document for one in base.derivation.parents] if base.derivation else []
    new = [one.document for one in theirs.derivation.parents] if theirs.derivation else []
    if len(old) != len(new):
        return {}
    return {was: now for was, now in zip(old, new, strict=True) if was != now and was not in new}


def _with_names(value: Any, names: Mapping[str, str]) -> Any:
    """Return a value of the model, its origins under the names that higher documents have now."""
    if isinstance(value, tuple):
        return tuple(_with_names(one, names) for one in value)
    if isinstance(value, ParentReference):
        name = names.get(value.document)
        return value.model_copy(update={"document": name}) if name else value
    if not names or not isinstance(value, BaseModel):
        return value
    old = {name: getattr(value, name) for name in type(value).model_fields}
    new = {name: _with_names(one, names) for name, one in old.items()}
    return value.model_copy(update=new)
