"""The case files: for each rule good documents broken in one place, and others that are right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """One change to a good document, and what the gate says of it."""

    code: str
    what: str
    document: str
    steps: Sequence[Mapping[str, Any]]
    finds: str | None
    """Words of what was found; None where the rule has nothing to say."""
    severity: str = "error"
    with_units: str = ""
    """Name of the directory of units that it is held against; empty for none."""
    with_register: bool = False
    """Whether it is held against the legal register."""
    parent: str | None = None
    """The good document that it is judged under, as the plan of the higher office."""

    def __str__(self) -> str:
        return f"{self.code} {self.what}"


def cases() -> Iterator[Case]:
    """Yield every case of every file."""
    for path in sorted(FOLDER.glob("*.yaml")):
        content = YAML(typ="safe").load(path.read_text("utf-8"))
        for kind in ("dirty", "clean"):
            for entry in content[kind]:
                yield _case(path.stem, entry, is_dirty=kind == "dirty")


def _case(code: str, entry: Mapping[str, Any], *, is_dirty: bool) -> Case:
    assert ("finds" in entry) == is_dirty, f"{code}: {entry['what']}"
    return Case(
        code,
        entry["what"],
        entry["in"],
        entry["steps"],
        entry.get("finds"),
        entry.get("severity", "error"),
        entry.get("units", ""),
        entry.get("register", False),
        entry.get("parent"),
    )
