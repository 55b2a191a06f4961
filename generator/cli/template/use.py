"""``vanban template list``, ``fields``, ``preview``: which template a kind takes, what it may print, how it looks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from generator.cli.paths import FILE
from generator.cli.problems import show_diagnostics, show_written
from generator.cli.template.chosen import compiled_templates, office_folder, template_bytes, templates_option
from generator.diagnostics import Diagnostic, Place, warning
from generator.errors import UsageError
from generator.files import refuse_overwriting, write_atomic
from generator.fonts import require_fonts
from generator.nd30.document_types import DOCUMENT_TYPES, DocumentType, document_type, type_by_name
from generator.office import convert
from generator.render.render import rendering
from generator.spelling import suggestion
from generator.templates.catalog import file_name, is_ours, layouts, template_for, template_names
from generator.templates.check import inspect_template
from generator.templates.examples import example_of
from generator.templates.fields import fields_of

_WIDTH = 120
_FORM = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Dạng kết quả.",
)


def known_type(kind: str) -> DocumentType:
    """Return the kind of a name, English or Vietnamese; DataError with the nearest one for another word."""
    return type_by_name(kind) or document_type(kind)


@click.command("list")
@templates_option
@_FORM
def list_templates(folder: Path | None, form: str) -> None:
    """Liệt kê mẫu mà từng loại văn bản dùng, lấy từ đâu.

    Tệp trong thư mục mẫu của cơ quan thay cho mẫu có sẵn nếu mang đúng tên ở cột «Tên riêng».

    \b
    Ví dụ: vanban template list --templates mau
    """
    own = office_folder(folder)
    rows = [
        {
            "kind": one.id,
            "name": one.name,
            "own_name": file_name(one.id),
            "path": str(path),
            "source": "program" if is_ours(path) else "office",
        }
        for one in DOCUMENT_TYPES.values()
        for path in [template_for(one.id, own)]
    ]
    if form == "json":
        click.echo(json.dumps({"templates": rows}, ensure_ascii=False, indent=2))
    else:
        shown = ((row["name"], row["kind"], row["own_name"], _shown_source(row)) for row in rows)
        _print_table(("Loại văn bản", "Tên trong lệnh", "Tên riêng", "Mẫu đang dùng"), shown)
    show_diagnostics(_strangers(own) if own else ())


def _shown_source(row: dict[str, str]) -> str:
    path = Path(row["path"])
    return f"có sẵn: {path.name}" if row["source"] == "program" else f"của cơ quan: {path}"


def _strangers(folder: Path) -> Iterator[Diagnostic]:
    """Yield a warning for each Word file of the folder that no kind takes."""
    names = template_names()
    for path in sorted(folder.glob("*.docx")):
        if path.name not in names and not path.name.startswith("~$"):
            advice = suggestion(path.name, names) or "xem cột «Tên riêng»"
            yield warning("tệp không mang tên mẫu của loại nào nên không được dùng", Place(file=str(path)), hint=advice)


@click.command()
@click.argument("kind", metavar="LOẠI")
@_FORM
def fields(kind: str, form: str) -> None:
    """Liệt kê các trường dùng được trong mẫu của một LOẠI văn bản (plan, report, dispatch …).

    \b
    Ví dụ: vanban template fields plan
    """
    known = known_type(kind)
    listed = fields_of(known.id)
    if form == "json":
        values = {"kind": known.id, "name": known.name, "fields": [field.to_json() for field in listed]}
        click.echo(json.dumps(values, ensure_ascii=False, indent=2))
        return
    click.echo(f"Các trường của mẫu «{known.name}»:")
    _print_table(
        ("Trường, viết trong mẫu", "Nhãn", "Kiểu", "Ví dụ"),
        ((field.tag, field.label, field.type, field.example) for field in listed),
    )
    click.echo("Giá trị có nhiều dòng: muốn mỗi dòng thành một đoạn riêng, cùng kiểu, thì viết trên ba đoạn")
    click.echo("  {%p for dong in subject | lines %}  {{r dong }}  {%p endfor %}")


def _print_table(heading: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for position, name in enumerate(heading):
        table.add_column(name, no_wrap=position == 0, overflow="fold")
    for row in rows:
        table.add_row(*map(escape, row))
    console = Console(highlight=False, width=_WIDTH)
    with console.capture() as printed:
        console.print(table)
    click.echo("\n".join(line.rstrip() for line in printed.get().splitlines()))


@click.command()
@click.argument("source", metavar="MẪU.docx", type=FILE)
@click.option("--kind", metavar="LOẠI", help="Loại văn bản của mẫu; mặc định là loại ghi trong mẫu.")
@click.option("-o", "--output", metavar="THƯ_MỤC", type=FILE, help="Thư mục ghi kết quả; mặc định là nơi có mẫu.")
@click.option("--pdf", is_flag=True, help="Làm thêm bản PDF (cần LibreOffice).")
def preview(source: Path, *, kind: str | None, output: Path | None, pdf: bool) -> None:
    """Xem thử một mẫu: ghép mẫu với văn bản ví dụ có đủ các trường, ghi ra TÊN_xem_thu.docx.

    Trường nào mẫu không in thì được nêu tên.

    \b
    Ví dụ: vanban template preview mau_ke_hoach.docx --kind plan --pdf
    """
    used = known_type(kind).id if kind else _kind_of(source)
    folder = output or source.parent
    target = folder / f"{source.stem}_xem_thu.docx"
    refuse_overwriting(source, [target])
    template = compiled_templates([(source, used)])[source, used]
    made = rendering(example_of(used), template, layouts(), embed=False)
    write_atomic(target, made.data)
    show_written(target)
    show_diagnostics(made.unprinted)
    if pdf:
        require_fonts()
        for path in convert([target], folder):
            show_written(path)


def _kind_of(source: Path) -> str:
    found = inspect_template(template_bytes(source), None).kind
    if found is None:
        raise UsageError(
            "mẫu không ghi là của loại văn bản nào", where=str(source), hint="thêm --kind LOẠI: --kind plan"
        )
    return found
