"""What ``vanban update`` works with: the higher documents before and after, and each plan as both of them give it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from generator.cli.derive.means import Rulebook, derivations, higher_documents, names_from
from generator.errors import DataError, UsageError
from generator.files import content_name
from generator.model.canonical import canonical_json, data_hash
from generator.model.plan import Plan
from generator.model.references import Sourced
from generator.registers.units import Unit
from generator.transform.derive import Derivations, Derived
from generator.transform.succession import unlike


@dataclass(frozen=True)
class Parents:
    """The higher documents before or after they changed."""

    sources: tuple[Path, ...]
    documents: list[Sourced]
    book: Rulebook
    """The registers of that time."""
    hashes: tuple[str, ...]
    """As a derivation records them."""


def parents_of(sources: tuple[Path, ...], book: Rulebook) -> Parents:
    """Return the higher documents of files."""
    documents = higher_documents(sources)
    return Parents(sources, documents, book, tuple(data_hash(canonical_json(one.resolved)) for one in documents))


def require_versions(old: Parents, new: Parents) -> None:
    """Raise UsageError where the new documents are not versions of the old ones, one for each in the same order."""
    if len(old.sources) != len(new.sources):
        told = f"--old nêu {len(old.sources)} văn bản, --new nêu {len(new.sources)}"
        hint = "mỗi bản cũ cần đúng một bản mới, cùng thứ tự; văn bản không đổi thì nêu ở cả hai; hoặc thêm --force"
        raise UsageError(told, hint=hint)
    for was, now, source, origin in zip(old.documents, new.documents, new.sources, old.sources, strict=True):
        if found := unlike(was.resolved, now.resolved):
            hint = "nêu đúng bản sửa của văn bản ấy, cùng thứ tự với --old; chắc chắn đúng là bản sửa thì thêm --force"
            raise UsageError(f"không phải bản sửa của {origin}: {'; '.join(found)}", where=str(source), hint=hint)


@dataclass(frozen=True)
class Versions:
    """A plan as it was derived, and as it is derived now."""

    base: Derived
    theirs: Derived
    files: dict[str, str]
    """The names of the files of the new higher documents by those of the old ones, where they differ."""


class Updating:
    """What all children share: the higher documents before and after, and the rules."""

    def __init__(self, old: Parents, new: Parents, *, force: bool) -> None:
        self._old, self._new, self._force = old, new, force
        self._made: dict[tuple[object, ...], Derivations] = {}
        self._told: set[str] = set()

    def versions(self, child: Plan, source: Path, target: Path) -> Versions | None:
        """Return the plan as derived from the old and from the new documents, on the day of the child.

        None for a child that was brought up to the new ones before.
        """
        derivation = child.derivation
        day = derivation.on.to_date() if derivation else None
        if derivation is None or day is None:
            hint = "kế hoạch phải do «vanban derive» lập; hai bản bất kỳ thì so sánh bằng «vanban diff»"
            raise DataError("kế hoạch không ghi được dẫn xuất từ đâu", where=str(source), hint=hint)
        recorded = tuple(one.hash for one in derivation.parents)
        if recorded == self._new.hashes != self._old.hashes:
            return None
        if recorded != self._old.hashes and not self._force:
            wanted = ", ".join(one.document for one in derivation.parents)
            hint = f"--old phải là đúng bản đã dùng ({wanted}); thêm --force nếu không còn bản ấy"
            raise UsageError("bản cũ không phải bản đã dùng để lập kế hoạch này", where=str(source), hint=hint)
        after = names_from(self._new.sources, target.parent)
        was_there = [path.with_name(content_name(path)) for path in self._old.sources]
        before = _names_in(child, names_from(was_there, source.parent), after)
        base = self._derived(self._old, derivation.unit, day, before, source)
        self._hold(child, base.plan, source)
        renamed = {was: now for was, now in zip(before, after, strict=False) if was and now and was != now}
        return Versions(base, self._derived(self._new, derivation.unit, day, after, source), renamed)

    def _derived(self, parents: Parents, id: str, day: date, files: Sequence[str | None], source: Path) -> Derived:
        unit = _unit(parents.book, id, day, source)
        key = (parents is self._new, day, *files)
        if key not in self._made:
            self._made[key] = derivations(parents.documents, parents.book, day, files)
        return self._made[key].of(unit)

    def _hold(self, child: Plan, base: Plan, source: Path) -> None:
        """Refuse a directory in which the office has another name than when the plan was made; tell of other rules."""
        recorded, found = child.derivation, base.derivation
        assert recorded is not None
        assert found is not None
        other_units = recorded.directory != found.directory
        if other_units and _letterhead(child) != _letterhead(base) and not self._force:
            told = f"kế hoạch ghi «{_letterhead(child)}», danh bạ ghi «{_letterhead(base)}»"
            hint = "danh bạ đã đổi sau khi lập thì nêu danh bạ lúc lập bằng --old-units; đơn vị tự sửa thì thêm --force"
            raise UsageError(told, where=str(source), hint=hint)
        if recorded.rules != found.rules:
            self._tell_once("quy tắc dẫn xuất", "--old-rules", source)
        if recorded.directory is not None and other_units:
            self._tell_once("danh bạ", "--old-units", source)
        if other_units and child.signature != base.signature:
            names = [one.signature.name or "(để trống)" for one in (child, base)]
            told = f"người ký «{names[0]}», danh bạ ghi «{names[1]}»: coi như đơn vị tự sửa, giữ nguyên"
            click.echo(f"{source}: {told}; danh bạ lúc lập thì nêu bằng --old-units", err=True)

    def _tell_once(self, register: str, option: str, source: Path) -> None:
        if register not in self._told:
            told = f"{register} đã khác lúc lập; chỗ khác vì {register} coi như đơn vị tự sửa"
            click.echo(f"{source}: {told}; bản lúc lập còn thì nêu bằng {option}", err=True)
        self._told.add(register)


def _unit(book: Rulebook, id: str, day: date, source: Path) -> Unit:
    unit = book.directory.get(id)
    if unit is None or not unit.holds_on(day):
        raise DataError(f"danh bạ không có đơn vị «{id}» ngày {day:%d/%m/%Y}", where=str(source))
    return unit


def _letterhead(plan: Plan) -> str:
    return " / ".join(filter(None, (plan.issuer.parent, plan.issuer.name)))


def _names_in(child: Plan, old: Sequence[str | None], new: Sequence[str | None]) -> list[str | None]:
    """Return how the child names the old documents: a file may have been changed in its place and its copy kept."""
    used = [basis.document for basis in child.legal_bases if basis.document and basis.from_superior]
    only = used[0] if len(old) == len(used) == 1 else None
    later = [*new, *(None for _ in old[len(new) :])]
    return [
        next((one for one in (name, now, only) if one in used), name) for name, now in zip(old, later, strict=False)
    ]
