"""``vanban template``: the Word templates, built from the decree's profile, and the fields that they can use."""

from __future__ import annotations

from pathlib import Path

import click

from generator.bundled import bundled
from generator.files import write_atomic
from generator.nd30.document_types import document_type
from generator.nd30.profile import load_profile
from generator.templates.builder import build_template
from generator.templates.catalog import GENERIC, TEMPLATES
from generator.templates.fields import fields_of


@click.group()
def template() -> None:
    """Mẫu Word: tạo mẫu từ các quy định của Nghị định, xem các trường dùng trong mẫu."""


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
def fields(kind: str) -> None:
    """Liệt kê các trường dùng được trong mẫu của một LOẠI văn bản (plan, report, dispatch …).

    \b
    Ví dụ: vanban template fields plan
    """
    known = document_type(kind)
    click.echo(f"Các trường của mẫu «{known.name}»:")
    for field in fields_of(kind):
        click.echo(f"  {field.tag:<34} {field.label}")
        click.echo(f"  {'':<34}   ví dụ: {field.example}")
