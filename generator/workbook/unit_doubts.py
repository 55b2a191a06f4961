"""Names of units that look mistyped: near to a name that stands elsewhere in the workbook or that all offices share.

A workbook with a directory refuses tasks of units that are not listed; of names that are, marks are held here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from generator.diagnostics import Severity
from generator.spelling import unmarked
from generator.vietnamese.unicode import fold
from generator.workbook.content import Content
from generator.workbook.forms import RECIPIENTS, TARGETS, TASKS
from generator.workbook.mistyped import is_mistyped
from generator.workbook.places import At, Findings
from generator.workbook.rows import shown
from generator.yamltext import parse_yaml

_FILE: Final = "unit_names.yaml"
_FIELDS: Final = frozenset({"lead", "support", "monitor"})
_COLUMNS: Final = (
    *((form.name, column.title) for form in (TASKS, TARGETS) for column in form.columns if column.path[-1] in _FIELDS),
    (RECIPIENTS.name, next(column.title for column in RECIPIENTS.columns if column.path == ("name",))),
)  # fmt: skip
_ISSUER: Final = ("Cơ quan chủ quản", "Cơ quan ban hành")
_PARTS: Final = re.compile(r"\s*[;\n]\s*")
_LIST_MARKS: Final = " -–+•.,"


def doubt_units(content: Content, findings: Findings) -> None:
    """Add a hint for each cell with a name of a unit that is one slip away from another name.

    The other name is one of the directory, one that all offices share, or one that stands more often in the workbook.
    """
    named = list(_named(content))
    counts = Counter(fold(name) for name, _ in named)
    written = {fold(name): name for name, _ in named}
    for name, at in named:
        is_refused = content.units and at.sheet == TASKS.name and unmarked(name) not in content.units
        if not is_refused and (meant := _meant(name, counts, written, content.units)):
            hint = f"ý bạn là «{meant}»?"
            findings.add(at, Severity.HINT, "tên đơn vị có vẻ gõ nhầm", found=f"«{shown(name)}»", hint=hint)


def _named(content: Content) -> Iterator[tuple[str, At]]:
    """Yield the names of units with their cells."""
    for title in _ISSUER:
        text, at = content.general.get(title, ("", At("")))
        if text:
            yield text, at
    for sheet, title in _COLUMNS:
        for row in content.rows.get(sheet, ()):
            for part in _PARTS.split(row[title]):
                if name := part.strip(_LIST_MARKS):
                    yield name, row.at(title)


def _meant(name: str, counts: Counter[str], written: Mapping[str, str], units: Mapping[str, str]) -> str | None:
    """Return the name that is meant; None where the name is right or nothing is near."""
    folded, listed = fold(name), units.get(unmarked(name))
    if listed is not None:
        return listed if fold(listed) != folded else None
    if folded in _shared():
        return None
    for meant, shared in _shared().items():
        if is_mistyped(folded, meant):
            return shared
    for meant, count in counts.most_common():
        if count <= counts[folded]:
            break
        if is_mistyped(folded, meant):
            return written[meant]
    return None


@cache
def _shared() -> dict[str, str]:
    """Return the names that all offices share, folded to written."""
    read = parse_yaml(files("generator.workbook").joinpath(_FILE).read_bytes(), _FILE).data["lists"]
    return {fold(name): name for one in read for name in one["names"]}
