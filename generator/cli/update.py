"""``vanban update``: derived plans brought up to date with higher plans that have changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.cli.convert import dumped, require_form
from generator.cli.derive_means import Rulebook, derivations, higher_documents, names_from, rulebook
from generator.cli.paths import FILE
from generator.cli.report import show_written
from generator.cli.roll import plan_of, require_same_folder
from generator.cli.update_conflicts import conflicts_bytes, decisions_of
from generator.errors import DataError, UsageError
from generator.files import write_atomic, write_keeping_old
from generator.model.origin import Derivation
from generator.model.plan import Plan
from generator.model.references import Sourced
from generator.registers.units import Unit
from generator.transform.decision import Decision
from generator.transform.derive import Derivations, Derived
from generator.transform.merge import Conflict, Merged, Side
from generator.transform.update import update


@dataclass(frozen=True)
class _Parents:
    """The higher documents before or after they changed."""

    sources: tuple[Path, ...]
    documents: list[Sourced]


@click.command("update")
@click.argument("children", metavar="KẾ_HOẠCH...", nargs=-1, required=True, type=FILE)
@click.option("--old", multiple=True, required=True, metavar="CŨ", type=FILE,
              help="Văn bản cấp trên lúc lập kế hoạch; nhiều văn bản thì nêu nhiều lần, đúng thứ tự.")  # fmt: skip
@click.option("--new", multiple=True, required=True, metavar="MỚI", type=FILE,
              help="Văn bản cấp trên đã sửa, cùng thứ tự.")  # fmt: skip
@click.option("--units", required=True, metavar="DANH_BẠ", type=FILE, help="Danh bạ đơn vị.")
@click.option("--take", type=click.Choice([side.value for side in Side]),
              help="Mọi xung đột lấy bản của cấp trên (parent) hay của đơn vị (child).")  # fmt: skip
@click.option("--decisions", metavar="XUNG_ĐỘT.xlsx", type=FILE, help="Bảng xung đột đã chọn ở cột Chọn.")
@click.option("--rules", metavar="QUY_TẮC.yaml", type=FILE, help="Quy tắc dẫn xuất của cơ quan; mặc định có sẵn.")
@click.option("--regimes", metavar="CHẾ_ĐỘ.yaml", type=FILE, help="Chế độ báo cáo của cơ quan; mặc định có sẵn.")
@click.option("--holidays", metavar="LỊCH.yaml", type=FILE, help="Lịch nghỉ lễ của cơ quan; mặc định là lịch có sẵn.")
@click.option("--force", is_flag=True, help="Cập nhật cả khi bản cũ không đúng bản đã dùng để lập kế hoạch.")
@click.option(
    "-o", "--output", metavar="TỆP", type=FILE, help="Tệp kết quả; mặc định thay tệp cũ, giữ bản cũ ở TÊN.cu."
)
def update_command(
    children: tuple[Path, ...],
    *,
    old: tuple[Path, ...],
    new: tuple[Path, ...],
    units: Path,
    take: str | None,
    decisions: Path | None,
    force: bool,
    output: Path | None,
    **registers: Any,
) -> int:
    """Cập nhật kế hoạch theo văn bản cấp trên đã sửa, giữ chỗ đơn vị tự sửa.

    Chỉ đổi chỗ cấp trên thêm, bỏ, sửa; mỗi thay đổi được liệt kê. Chỗ cả hai bên cùng sửa khác nhau là xung đột: giữ
    bản của đơn vị, in hai bản cạnh nhau, ghi vào TÊN_xung_dot.xlsx để chọn ở cột Chọn rồi chạy lại với --decisions,
    hoặc quyết định cả loạt bằng --take. Còn xung đột hoặc việc cần quyết định thì thoát với mã 1.

    \b
    Ví dụ: vanban update truong.yaml --old so_cu.yaml --new so.yaml --units don_vi.yaml
           vanban update truong/*.yaml --old so_cu.yaml --new so.yaml --units don_vi.yaml --take parent
    """
    if len(children) > 1 and (output or decisions):
        raise UsageError("-o và --decisions chỉ dùng cho một kế hoạch", hint="chạy từng kế hoạch")
    book = rulebook(units, registers["rules"], registers["holidays"], registers["regimes"])
    updating = _Updating(_Parents(old, higher_documents(old)), _Parents(new, higher_documents(new)), book, force=force)
    chosen = decisions_of(decisions) if decisions else {}
    side = Side(take) if take else None
    results = [_updated(path, output or path, updating, side, chosen) for path in children]
    return max(results)


def _updated(source: Path, target: Path, updating: _Updating, take: Side | None, decisions: Mapping[str, Side]) -> int:
    """Bring one plan up to date; return the exit code."""
    try:
        require_form(target)
    except UsageError as failure:
        failure.hint = "thêm -o TÊN.yaml"
        raise
    child = plan_of(source)
    require_same_folder(child, source, target)
    base, theirs, files = updating.derived(child, source, target)
    merged = update(child, base.plan, theirs.plan, files=files, take=take, decisions=decisions)
    _refuse_strange(decisions, merged)
    _show(source, merged)
    if merged.document != child or source != target:
        show_written(target, write_keeping_old(target, dumped(merged.document, target.name)))
    if merged.conflicts:
        listed = target.with_name(f"{target.stem}_xung_dot.xlsx")
        write_atomic(listed, conflicts_bytes(merged.conflicts, merged.changes))
        show_written(listed)
    known = set(map(_said, base.decisions))
    new = [one for one in theirs.decisions if _said(one) not in known]
    _show_decisions(new)
    return int(bool(merged.open or new))


class _Updating:
    """What all children share: the higher documents before and after, and the rules."""

    def __init__(self, old: _Parents, new: _Parents, book: Rulebook, *, force: bool) -> None:
        self._old, self._new, self._book, self._force = old, new, book, force
        self._made: dict[tuple[object, ...], Derivations] = {}

    def derived(self, child: Plan, source: Path, target: Path) -> tuple[Derived, Derived, dict[str, str]]:
        """Return the plan as derived from the old and from the new documents, on the day of the child.

        And the names of the files of the new ones by those of the old ones, where they differ.
        """
        derivation = child.derivation
        day = derivation.on.to_date() if derivation else None
        if derivation is None or day is None:
            hint = "kế hoạch phải do «vanban derive» lập; hai bản bất kỳ thì so sánh bằng «vanban diff»"
            raise DataError("kế hoạch không ghi được dẫn xuất từ đâu", where=str(source), hint=hint)
        unit = self._unit(derivation, day, source)
        after = names_from(self._new.sources, target.parent)
        before = _names_in(child, names_from(self._old.sources, source.parent), after)
        base = self._derivations(self._old, day, before).of(unit)
        self._hold(derivation, base.plan.derivation, source)
        renamed = {was: now for was, now in zip(before, after, strict=False) if was and now and was != now}
        return base, self._derivations(self._new, day, after).of(unit), renamed

    def _derivations(self, parents: _Parents, day: date, files: Sequence[str | None]) -> Derivations:
        key = (parents.sources, day, *files)
        if key not in self._made:
            self._made[key] = derivations(parents.documents, self._book, day, files)
        return self._made[key]

    def _unit(self, derivation: Derivation, day: date, source: Path) -> Unit:
        unit = self._book.directory.get(derivation.unit)
        if unit is None or not unit.holds_on(day):
            raise DataError(f"danh bạ không có đơn vị «{derivation.unit}» ngày {day:%d/%m/%Y}", where=str(source))
        return unit

    def _hold(self, recorded: Derivation, found: Derivation | None, source: Path) -> None:
        """Refuse old documents that are not those that the child was derived from; tell of other rules."""
        known = found.parents if found else ()
        if [one.hash for one in recorded.parents] != [one.hash for one in known] and not self._force:
            wanted = ", ".join(one.document for one in recorded.parents)
            hint = f"--old phải là đúng bản đã dùng ({wanted}); thêm --force nếu không còn bản ấy"
            raise UsageError("bản cũ không phải bản đã dùng để lập kế hoạch này", where=str(source), hint=hint)
        if found and recorded.rules != found.rules:
            told = "quy tắc dẫn xuất đã khác lúc lập; chỗ khác vì quy tắc coi như đơn vị tự sửa"
            click.echo(f"{source}: {told}", err=True)


def _names_in(child: Plan, old: Sequence[str | None], new: Sequence[str | None]) -> list[str | None]:
    """Return how the child names the old documents: a file may have been changed in its place and its copy kept."""
    used = [basis.document for basis in child.legal_bases if basis.document and basis.from_superior]
    only = used[0] if len(old) == len(used) == 1 else None
    later = [*new, *(None for _ in old[len(new) :])]
    return [
        next((one for one in (name, now, only) if one in used), name) for name, now in zip(old, later, strict=False)
    ]


def _said(decision: Decision) -> tuple[str, ...]:
    """Return what a decision says; the file of the higher document may have another name now."""
    return decision.topic, decision.place, decision.found, decision.action


def _refuse_strange(decisions: Mapping[str, Side], merged: Merged) -> None:
    if strange := sorted(set(decisions) - {one.key for one in merged.conflicts}):
        hint = "lập lại bảng xung đột bằng cách chạy lệnh không có --decisions"
        raise UsageError(f"quyết định không khớp xung đột nào: {', '.join(strange)}", where="--decisions", hint=hint)


def _show(source: Path, merged: Merged) -> None:
    """Print what was taken, and on the error stream the conflicts with their versions one below the other."""
    click.echo(f"{source}: {len(merged.changes)} thay đổi từ cấp trên, {len(merged.conflicts)} xung đột")
    for change in merged.changes:
        click.echo(f"  • {change}")
    for conflict in merged.conflicts:
        _show_conflict(conflict)


def _show_conflict(conflict: Conflict) -> None:
    click.secho(f"xung đột {conflict.key}: ", fg="yellow", nl=False, err=True)
    click.echo(conflict.place, err=True)
    for name, words in (("đã giao", conflict.base), ("đơn vị", conflict.ours), ("cấp trên", conflict.theirs)):
        click.echo(f"    {name:8}: {f'«{words}»' if words else '(không có)'}", err=True)
    kept = f"lấy bản của {conflict.taken.label}" if conflict.decided else "chưa quyết định, giữ bản của đơn vị"
    click.echo(f"      → {kept}", err=True)


def _show_decisions(decisions: Sequence[Decision]) -> None:
    for one in decisions:
        click.secho(f"{one.topic.value}: ", fg="yellow", nl=False, err=True)
        click.echo(f"{one.place}: {one.found}\n      → {one.action}", err=True)
