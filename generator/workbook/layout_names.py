"""Table layouts by the names that a clerk chooses from: «Sáu cột, lĩnh vực là cột» for six_columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from generator.model.blocks import TasksHere
from generator.spelling import suggestion, unmarked

_DEFAULT: Final[str] = TasksHere.model_fields["layout"].default


@dataclass(frozen=True)
class LayoutNames:
    """The names of the layouts by id; without any, the id is what stands in a cell."""

    names: Mapping[str, str] = field(default_factory=dict)

    def with_own(self, layouts: Any) -> LayoutNames:
        """Return the names with those of the layouts that a plan has itself, given as stored."""
        own = {one["id"]: one["name"] for one in layouts or () if isinstance(one, dict) and {"id", "name"} <= set(one)}
        return LayoutNames({**self.names, **own}) if self.names else self

    def shown(self, layout: str | None) -> str:
        """Return the words of the cell for a layout, None standing for the usual one."""
        wanted = layout or _DEFAULT
        name = self.names.get(wanted)
        return name if name is not None and self._named(name) == [wanted] else layout or ""

    def meant(self, words: str) -> str | None:
        """Return the layout that the words of a cell name, by id, name or what stands before its comma.

        None for the usual one and for an empty cell; ValueError, with the hint, for a name that no layout has.
        """
        if not self.names or not words:
            return words or None
        found = self._named(words)
        if len(found) != 1:
            raise ValueError(suggestion(words, self.names.values(), {name: name for name in self._short()}) or "")
        return None if found[0] == _DEFAULT else found[0]

    def _named(self, words: str) -> list[str]:
        """Return the ids of the layouts that words name."""
        if words in self.names:
            return [words]
        folded = unmarked(words)
        whole = [one for one, name in self.names.items() if unmarked(name) == folded]
        return whole or [one for one, name in self.names.items() if unmarked(name.partition(",")[0]) == folded]

    @property
    def listed(self) -> str:
        """The names as a message lists them."""
        return ", ".join(f"«{name}»" for name in self.names.values())

    def _short(self) -> list[str]:
        return [name.partition(",")[0] for name in self.names.values()]
