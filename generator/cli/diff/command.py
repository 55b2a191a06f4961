"""``vanban diff``: what changed between two versions of a document, or between the plans of two years."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from generator.cli.convert import dumped, require_form
from generator.cli.diff.book import change_book
from generator.cli.diff.page import change_page
from generator.cli.diff.text import change_lines, headline
from generator.cli.files.inputs import load
from generator.cli.files.references import with_references
from generator.cli.paths import FILE
from generator.cli.problems import show_diagnostics, show_written
from generator.diagnostics import Severity
from generator.errors import UsageError
from generator.files import read_bytes, refuse_overwriting, write_atomic, write_keeping_old
from generator.model.document import Document
from generator.model.plan import Plan
from generator.model.store import is_stored
from generator.templates.catalog import layouts
from generator.transform.diff.adjustment import adjustment
from generator.transform.diff.change import Change
from generator.transform.diff.differences import differences
from generator.workbook.reader import is_workbook

_SUFFIXES = {".html": "html", ".htm": "html", ".xlsx": "xlsx"}


@click.command()
@click.argument("first", metavar="CŨ", type=FILE)
@click.argument("second", metavar="MỚI", type=FILE)
@click.option(
    "--format", "form", type=click.Choice(["text", "html", "xlsx"]),
    help="Dạng kết quả; không ghi thì theo đuôi của tệp ở -o, không có -o thì là chữ.",
)  # fmt: skip
@click.option("-o", "--output", metavar="TỆP", type=FILE, help="Ghi kết quả vào đây, không in ra màn hình.")
@click.option("--each-year", is_flag=True, help="Hai kế hoạch khác năm: kể cả từng chỗ chỉ đổi năm.")
@click.option(
    "--adjust", metavar="DỮ_LIỆU", type=FILE,
    help="Ghi vào đây (.yaml, .json, .xlsx) dự thảo kế hoạch điều chỉnh, bổ sung bản CŨ cho thành bản MỚI.",
)  # fmt: skip
def diff(
    first: Path, second: Path, *, form: str | None, output: Path | None, each_year: bool, adjust: Path | None
) -> int:
    """So hai bản của một văn bản (dự thảo và bản ký, năm trước và năm nay), nêu từng chỗ khác.

    So được dữ liệu (.yaml, .json, biểu Excel), Word, PDF, chữ, hai bên khác dạng cũng được: nhiệm vụ, chỉ tiêu, căn
    cứ, nơi nhận, từng đoạn; thêm, bỏ, chuyển chỗ, sửa, chữ sửa được đánh dấu [-bỏ-] {+thêm+}. Không kể là khác: số thứ
    tự chỉ đổi theo chỗ thêm bớt, dấu cách, kiểu dấu gạch, dấu cuối dòng. Giữa hai tệp dữ liệu thì phần không in cũng
    được so và ghi rõ là không in; với tệp Word, PDF chỉ so phần in ra. Hai kế hoạch khác năm thì các chỗ chỉ đổi năm
    gộp thành một dòng.

    --adjust soạn dự thảo kế hoạch điều chỉnh, bổ sung từ các chỗ khác; chỗ người soạn phải quyết định thì ghi
    [CẦN BỔ SUNG].

    Mã thoát: 0 không khác; 1 có chỗ khác.

    \b
    Ví dụ: vanban diff du_thao.yaml ban_ky.pdf
           vanban diff ke_hoach_2026.docx ke_hoach_2027.yaml -o so_sanh.html
           vanban diff ke_hoach.yaml ke_hoach_sua.yaml --adjust dieu_chinh.yaml
    """
    form = form or _SUFFIXES.get(output.suffix.lower() if output else "", "text")
    _require_places(form, (first, second), output, adjust)
    old, new = _side(first), _side(second)
    printed_only = not (old.stored and new.stored)
    changes = differences(
        old.document, new.document, layouts=layouts(), printed_only=printed_only, each_year=each_year
    )  # fmt: skip
    names = (first.name, second.name)
    _deliver(form, output, names, changes, printed_only=printed_only)
    if adjust is not None:
        _write_adjustment(adjust, old, new, changes)
    return 1 if changes else 0


@dataclass(frozen=True)
class _Side:
    """One of the two documents."""

    document: Document
    stored: bool
    """Whether it came from data and not from what a file prints."""
    path: Path


def _require_places(form: str, sources: tuple[Path, Path], output: Path | None, adjust: Path | None) -> None:
    """Raise UsageError when results cannot be written where they are to be."""
    if form == "xlsx" and output is None:
        raise UsageError("bảng tính phải ghi vào tệp", hint="thêm -o so_sanh.xlsx")
    if adjust is not None:
        require_form(adjust)
    for source in sources:
        refuse_overwriting(source, [path for path in (output, adjust) if path is not None])


def _side(path: Path) -> _Side:
    document, found = load(path)
    show_diagnostics(one for one in found if one.severity is Severity.ERROR)
    stored = is_stored(path.name) or is_workbook(read_bytes(path), path.name)
    return _Side(with_references(document, path).resolved, stored, path)


def _deliver(
    form: str, output: Path | None, names: tuple[str, str], changes: tuple[Change, ...], *, printed_only: bool
) -> None:
    """Print the changes, or write them."""
    if form == "text" and output is None:
        for line in change_lines(names, changes, printed_only=printed_only):
            click.echo(line)
        return
    if form == "xlsx":
        data = change_book(names, changes)
    elif form == "html":
        data = change_page(names, changes, printed_only=printed_only).encode("utf-8")
    else:
        lines = (click.unstyle(line) for line in change_lines(names, changes, printed_only=printed_only))
        data = "".join(f"{line}\n" for line in lines).encode("utf-8")
    if output is None:
        click.echo(data.decode("utf-8"), nl=False)
    else:
        write_atomic(output, data)
        show_written(output)


def _write_adjustment(target: Path, old: _Side, new: _Side, changes: tuple[Change, ...]) -> None:
    """Write the draft that adjusts the old plan; what it leaves out is told."""
    if not isinstance(old.document, Plan):
        raise UsageError("chỉ soạn được dự thảo điều chỉnh cho một kế hoạch", where=str(old.path))
    if not changes:
        click.echo("Không có chỗ khác nên không soạn dự thảo điều chỉnh.", err=True)
        return
    draft = adjustment(old.document, new.document, changes)
    show_written(target, write_keeping_old(target, dumped(draft.plan, target.name)))
    for change in draft.left_out:
        click.echo(f"  • không đưa vào dự thảo: {change.kind.label} {change.part.label}, {headline(change)}", err=True)
