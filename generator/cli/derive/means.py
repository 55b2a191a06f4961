"""What ``vanban derive`` works with: the higher documents, the directory, the rules, the calendar, the units."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from generator.bundled import bundled
from generator.cli.files.inputs import load
from generator.cli.files.own_registers import regimes_of
from generator.cli.files.references import with_references
from generator.cli.files.units_file import units_of
from generator.cli.problems import show_diagnostics
from generator.errors import DataError, UsageError
from generator.files import read_bytes
from generator.model.references import Sourced, Use, cited_part, references, sourced
from generator.registers.base import Register
from generator.registers.derivation import DerivationRules
from generator.registers.holidays import WorkCalendar
from generator.registers.regimes import RegimeRegister
from generator.registers.store import load_register
from generator.registers.units import Edge, Unit, UnitDirectory
from generator.spelling import suggestion
from generator.transform.derive import Derivations
from generator.transform.higher import issuer_of

R = TypeVar("R", bound=Register)
_NAMED = (".yaml", ".yml", ".json", ".xlsx", ".docx")
"""Files that another document may name; of others it holds the citation."""
_EDGES: tuple[Edge, ...] = ("administrative", "professional")


@dataclass(frozen=True)
class Rulebook:
    """The registers that deriving asks."""

    directory: UnitDirectory
    rules: DerivationRules
    calendar: WorkCalendar
    regimes: RegimeRegister


def rulebook(units: Path, rules: Path | None, holidays: Path | None, regimes: Path | None) -> Rulebook:
    """Return the registers: the office's own files, else those that come with the program; own regimes are added."""
    ours = bundled("data") / "registers"
    return Rulebook(
        units_of(units),
        _loaded(rules or ours / "derivation.yaml", DerivationRules),
        _loaded(holidays or ours / "holidays.yaml", WorkCalendar),
        regimes_of(regimes),
    )


def _loaded(path: Path, kind: type[R]) -> R:
    return load_register(read_bytes(path), str(path), kind)


def higher_documents(sources: Sequence[Path]) -> list[Sourced]:
    """Return the higher documents of files of any kind, with what they name in other files."""
    documents = []
    for source in sources:
        document, diagnostics = load(source)
        show_diagnostics(diagnostics)
        documents.append(with_references(document, source))
    return documents


def derivations(parents: Sequence[Sourced], book: Rulebook, on: date, files: Sequence[str | None] = ()) -> Derivations:
    """Return what makes the plans of units from higher documents; ``files`` is how the plans name these."""
    documents = [one.resolved for one in parents]
    return Derivations(documents, book.directory, book.rules, book.calendar, on, files=files, regimes=book.regimes)


def cited(parent: Sourced) -> Sourced:
    """Return a higher document as one that only cites it carries it."""
    named = {one.file for one in references(cited_part(parent.document))}
    inner = {name: one for name, one in parent.files.items() if name in named}
    return sourced(parent.document, inner, Use.BASIS)


def names_from(sources: Iterable[Path], folder: Path) -> list[str | None]:
    """Return how a document in a folder names each file; None for one that it cannot name, on another drive say."""
    return [_name_from(source, folder) for source in sources]


def _name_from(source: Path, folder: Path) -> str | None:
    if source.suffix.lower() not in _NAMED:
        return None
    try:
        name = Path(os.path.relpath(source.resolve(), folder.resolve())).as_posix()
    except ValueError:  # Windows has no way from one drive to another
        return None
    return None if any(sign in name for sign in "[]\n") else name


def units_named(names: Sequence[str], directory: UnitDirectory, on: date) -> list[Unit]:
    """Return the units by identity or name; UsageError for one that is unknown on the day or has a namesake."""
    return list({unit.id: unit for unit in (_unit(name, directory, on) for name in names)}.values())


def _unit(name: str, directory: UnitDirectory, on: date) -> Unit:
    unit = directory.get(name)
    if unit is not None and unit.holds_on(on):
        return unit
    if unit is not None:
        raise UsageError(f"«{unit.name}» không hoạt động ngày {on:%d/%m/%Y}", where="--unit", hint="ghi đúng --on")
    found = directory.find(name, on)
    if len(found) == 1:
        return found[0]
    known = [one.id for one in directory.on(on)]
    hint = suggestion(name, known) or "mã đơn vị là trường id trong danh bạ"
    if found:
        hint = f"dùng mã: {', '.join(one.id for one in found)}"
    raise UsageError(f"danh bạ không có đơn vị «{name}» ngày {on:%d/%m/%Y}", where="--unit", hint=hint)


def units_below(parent: Sourced, directory: UnitDirectory, on: date, source: Path) -> list[Unit]:
    """Return all units below who issued a document, by both edges; divisions of a sở or phòng are its own parts.

    DataError where the directory does not know who issued it, or has nothing below.
    """
    issuer = issuer_of(parent.document, directory, on)
    if issuer is None:
        name = parent.document.issuer.name or "(chưa ghi)"
        hint = "ghi đúng tên trong danh bạ, hoặc nêu từng đơn vị bằng --unit"
        raise DataError(f"danh bạ không có cơ quan ban hành «{name}» ngày {on:%d/%m/%Y}", where=str(source), hint=hint)
    own_parts = issuer.level in ("department", "division", "school")
    own = {one.id for one in directory.children(issuer.id, on) if own_parts and one.level == "division"}
    found = {one.id: one for edge in _EDGES for one in directory.children(issuer.id, on, edge) if one.id not in own}
    if not found:
        raise DataError(f"danh bạ không có đơn vị nào dưới «{issuer.name}»", where=str(source))
    return list(found.values())
