"""``vanban template``: the Word templates built from the decree's profile, their fields, the check of one's own."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from generator.bundled import bundled
from generator.cli.problems import show_diagnostics
from generator.cli.template.chosen import office_folder, template_bytes, templates_option
from generator.cli.template.use import fields, known_type, list_templates, preview
from generator.diagnostics import Severity
from generator.errors import TemplateError, UsageError
from generator.files import write_atomic
from generator.nd30.profile import load_profile
from generator.templates.builder import build_template
from generator.templates.catalog import GENERIC, TEMPLATES, file_name
from generator.templates.check import CheckedTemplate, inspect_template


@click.group()
def template() -> None:
    """Mẫu Word: tạo mẫu theo Nghị định, xem các trường dùng được, kiểm tra mẫu riêng."""


for _command in (list_templates, fields, preview):
    template.add_command(_command)


@template.command()
@click.option(
    "-o",
    "--output",
    metavar="THƯ_MỤC",
    type=click.Path(path_type=Path),
    help="Thư mục ghi mẫu; mặc định là nơi chương trình dùng.",
)
def build(output: Path | None) -> None:
    """Tạo các mẫu Word từ hồ sơ thể thức của Nghị định 30/2020/NĐ-CP.

    \b
    Ví dụ: vanban template build -o mau_cua_toi
    """
    folder = output or bundled("templates_docx")
    profile = load_profile()
    wanted: dict[str, str | None] = {GENERIC: None, **{name: kind for kind, name in TEMPLATES.items()}}
    for name, kind in wanted.items():
        write_atomic(folder / name, build_template(profile, kind))
        click.echo(f"Đã ghi: {folder / name}")


@template.command()
@click.argument("kind", metavar="LOẠI")
@click.option(
    "-o",
    "--output",
    metavar="MẪU.docx",
    type=click.Path(path_type=Path),
    help="Tệp mẫu để ghi, không ghi đè tệp đã có; mặc định là tên riêng của loại, trong thư mục mẫu của cơ quan.",
)
@templates_option
def new(kind: str, output: Path | None, folder: Path | None) -> None:
    """Tạo mẫu riêng cho một LOẠI văn bản: bản sao của mẫu có sẵn, để sửa trong Word.

    Mẫu trong thư mục mẫu của cơ quan, mang tên riêng của loại (ke_hoach.docx, bao_cao.docx …), được dùng thay cho mẫu
    có sẵn.

    \b
    Ví dụ: vanban template new plan --templates mau
           vanban template new plan -o mau_ke_hoach.docx
    """
    known = known_type(kind)
    if output is None:
        output = (folder or office_folder() or Path()) / file_name(known.id)
    if output.exists():
        raise UsageError("tệp đã có, không ghi đè", where=str(output), hint="hãy chọn tên khác hoặc xóa tệp cũ")
    write_atomic(output, build_template(load_profile(), known.id))
    click.echo(f"Đã ghi: {output}")


@template.command()
@click.argument("sources", metavar="MẪU.docx...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--kind", metavar="LOẠI", help="Loại văn bản mà mẫu dùng cho; mặc định là loại ghi trong mẫu.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Dạng kết quả.",
)
def check(sources: tuple[Path, ...], kind: str | None, form: str) -> int:
    """Kiểm tra mẫu Word trước khi dùng: thẻ, trường, chỗ đứng của thẻ, kiểu (style) cần có.

    Mã thoát: 0 không có lỗi; 1 chỉ có cảnh báo; 4 có mẫu không dùng được.

    \b
    Ví dụ: vanban template check mau_ke_hoach.docx --kind plan
    """
    known = known_type(kind).id if kind else None
    checked = {source: inspect_template(template_bytes(source), known) for source in sources}
    if form == "json":
        files = [_as_json(source, found) for source, found in checked.items()]
        click.echo(json.dumps({"files": files}, ensure_ascii=False, indent=2))
    else:
        for source, found in checked.items():
            _show(source, found)
    return _exit_code(checked.values())


def _as_json(source: Path, checked: CheckedTemplate) -> dict[str, Any]:
    findings = [finding.to_json() for finding in checked.findings]
    return {"path": str(source), "kind": checked.kind, "findings": findings}


def _show(source: Path, checked: CheckedTemplate) -> None:
    counts = Counter(finding.severity for finding in checked.findings)
    summary = ", ".join(f"{counts[severity]} {severity.label}" for severity in Severity if counts[severity])
    click.echo(f"{source}: {summary or 'mẫu dùng được, không có lỗi'}")
    show_diagnostics(checked.findings, as_result=True)


def _exit_code(checked: Iterable[CheckedTemplate]) -> int:
    severities = {finding.severity for each in checked for finding in each.findings}
    if Severity.ERROR in severities:
        return TemplateError.exit_code
    return 1 if Severity.WARNING in severities else 0
