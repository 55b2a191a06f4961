"""``vanban update``: derived plans brought up to date with higher plans that have changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from generator.cli.convert import require_form
from generator.cli.derive.means import rulebook
from generator.cli.paths import FILE
from generator.cli.problems import show_error, show_written
from generator.cli.roll.command import plan_of, require_same_folder
from generator.cli.update.conflicts import conflicts_bytes, decisions_of
from generator.cli.update.means import Updating, parents_of, require_versions
from generator.cli.update.rewritten import rewritten
from generator.cli.update.shown import Outcome, show_decisions, show_merged, show_outcomes, show_printed
from generator.errors import GeneratorError, UsageError
from generator.files import write_atomic, write_keeping_old
from generator.transform.decision import Decision
from generator.transform.merge import Merged, Side
from generator.transform.update import update


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
@click.option("--old-units", metavar="DANH_BẠ", type=FILE, help="Danh bạ lúc lập kế hoạch, nếu từ đó đã đổi.")
@click.option("--old-rules", metavar="QUY_TẮC.yaml", type=FILE, help="Quy tắc lúc lập kế hoạch, nếu từ đó đã đổi.")
@click.option("--regimes", metavar="CHẾ_ĐỘ.yaml", type=FILE, help="Chế độ báo cáo của cơ quan, thêm vào chế độ có sẵn.")
@click.option("--holidays", metavar="LỊCH.yaml", type=FILE, help="Lịch nghỉ lễ của cơ quan; mặc định là lịch có sẵn.")
@click.option("--force", is_flag=True, help="Cập nhật cả khi bản cũ không đúng bản đã dùng, bản mới là văn bản khác.")
@click.option(
    "-o", "--output", metavar="TỆP", type=FILE, help="Tệp kết quả; mặc định thay tệp cũ, giữ bản cũ ở TÊN.cu (.cu2, …)."
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

    Kế hoạch lỗi không cản kế hoạch khác; kế hoạch đã theo bản mới được bỏ qua, nên chạy lại cùng lệnh được.

    \b
    Ví dụ: vanban update truong.yaml --old so_cu.yaml --new so.yaml --units don_vi.yaml
           vanban update truong/*.yaml --old so_cu.yaml --new so.yaml --units don_vi.yaml --take parent
    """
    if len(children) > 1 and (output or decisions):
        raise UsageError("-o và --decisions chỉ dùng cho một kế hoạch", hint="chạy từng kế hoạch")
    book = rulebook(units, registers["rules"], registers["holidays"], registers["regimes"])
    earlier = registers["old_units"] or units, registers["old_rules"] or registers["rules"]
    then = parents_of(old, rulebook(*earlier, registers["holidays"], registers["regimes"]))
    now = parents_of(new, book)
    if not force:
        require_versions(then, now)
    choice = _Choice(Side(take) if take else None, decisions_of(decisions) if decisions else {})
    updating = Updating(then, now, force=force)
    results = [_result(path, output or path, updating, choice) for path in children]
    if len(results) > 1:
        show_outcomes([outcome for outcome, _ in results])
    return max(code for _, code in results)


@dataclass(frozen=True)
class _Choice:
    """Whose version of a conflict counts."""

    take: Side | None
    decisions: Mapping[str, Side]


def _result(source: Path, target: Path, updating: Updating, choice: _Choice) -> tuple[Outcome, int]:
    """Bring one plan up to date; return how it went with the exit code. A plan that fails leaves the others be."""
    try:
        outcome = _updated(source, target, updating, choice)
    except GeneratorError as failure:
        failure.where = failure.where or str(source)
        show_error(failure)
        return Outcome.FAILED, failure.exit_code
    return outcome, int(outcome is Outcome.OPEN)


def _updated(source: Path, target: Path, updating: Updating, choice: _Choice) -> Outcome:
    try:
        require_form(target)
    except UsageError as failure:
        failure.hint = "thêm -o TÊN.yaml"
        raise
    child = plan_of(source)
    require_same_folder(child, source, target)
    versions = updating.versions(child, source, target)
    if versions is None:
        click.echo(f"{source}: đã theo bản mới từ trước, không ghi gì")
        return Outcome.UP_TO_DATE
    base, theirs = versions.base, versions.theirs
    merged = update(child, base.plan, theirs.plan, files=versions.files, take=choice.take, decisions=choice.decisions)
    _refuse_strange(choice.decisions, merged)
    show_merged(source, merged)
    if merged.document != child or source != target:
        data, comments_lost = rewritten(source, child, merged.document, target)
        kept = write_keeping_old(target, data)
        show_written(target, kept)
        if comments_lost:
            click.echo(f"  lời chú thích (#) ở chỗ đã thay không còn; xem ở {kept or source}")
        show_printed(target)
    if merged.conflicts:
        listed = target.with_name(f"{target.stem}_xung_dot.xlsx")
        write_atomic(listed, conflicts_bytes(merged.conflicts, merged.changes))
        show_written(listed)
    known = set(map(_said, base.decisions))
    new = [one for one in theirs.decisions if _said(one) not in known]
    show_decisions(new)
    return Outcome.OPEN if merged.open or new else Outcome.DONE


def _said(decision: Decision) -> tuple[str, ...]:
    """Return what a decision says; the file of the higher document may have another name now."""
    return decision.topic, decision.place, decision.found, decision.action


def _refuse_strange(decisions: Mapping[str, Side], merged: Merged) -> None:
    if strange := sorted(set(decisions) - {one.key for one in merged.conflicts}):
        hint = "lập lại bảng xung đột bằng cách chạy lệnh không có --decisions"
        raise UsageError(f"quyết định không khớp xung đột nào: {', '.join(strange)}", where="--decisions", hint=hint)
