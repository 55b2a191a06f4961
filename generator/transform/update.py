"""A derived plan brought up to date with higher plans that have changed, the unit's own edits kept.

The base is the plan as it was derived from the old higher plans, theirs the one derived from the new ones; what the
unit has made of the base is merged with what the higher offices have made of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from pydantic import BaseModel

from generator.model.basis import LegalBasis
from generator.model.document import Appendix
from generator.model.origin import ParentReference
from generator.model.plan import Plan
from generator.transform.merge import Merged, Side, merge

_IN_TEXT: Final = re.compile(r"\[\[\s*([^\[\]\n]+?)\s*\]\]")


def update(
    child: Plan,
    base: Plan,
    theirs: Plan,
    *,
    files: Mapping[str, str] | None = None,
    take: Side | None = None,
    decisions: Mapping[str, Side] | None = None,
) -> Merged:
    """Return the child with what the new higher plans change in it, as `merge` does.

    A higher plan that has got its number since is the same plan, and so is one that now stands in another file:
    ``files`` gives the new names by the old ones. Places that name it follow, which is no change. As long as a conflict
    is open the child stays one of the old higher plans, so that the same call, with decisions, finds the same conflicts
    again.
    """
    names = _Names({**(files or {}), **_renamed(base, theirs)}, files or {})
    merged = merge(names.in_(base), names.in_(child), theirs, take=take, decisions=decisions)
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


@dataclass(frozen=True)
class _Names:
    """Puts higher documents under the names that they have now."""

    documents: Mapping[str, str]
    """New names of documents as origins give them, by the old ones."""
    files: Mapping[str, str]

    def in_(self, plan: Plan) -> Plan:
        """Return the plan with the new names."""
        made: Plan = self._value(plan) if self.documents else plan
        return made

    def _value(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(map(self._value, value))
        if isinstance(value, str):
            return _IN_TEXT.sub(self._mention, value) if "[[" in value else value
        if isinstance(value, ParentReference):
            return value.model_copy(update={"document": self.documents.get(value.document, value.document)})
        if not isinstance(value, BaseModel):
            return value
        made = {name: self._value(getattr(value, name)) for name in type(value).model_fields}
        if isinstance(value, LegalBasis | Appendix) and value.document is not None:
            made["document"] = self.files.get(value.document, value.document)
        return value.model_copy(update=made)

    def _mention(self, match: re.Match[str]) -> str:
        return f"[[{self.files.get(match[1], match[1])}]]"
