"""The templates of a command: the one that is named, those of the office's folder, ours."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from generator.cli.files.project_file import found_settings, path_in, table_of
from generator.cli.paths import FILE
from generator.cli.problems import show_diagnostics
from generator.diagnostics import Diagnostic
from generator.errors import DataError, GeneratorError, TemplateError, UsageError
from generator.files import read_bytes
from generator.render.compiled import CompiledTemplate, compile_template
from generator.templates.catalog import is_ours

_TABLE = "render"
_FOLDER = "templates"


def templates_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option that names the office's folder of templates."""
    return click.option(
        "--templates",
        "folder",
        metavar="THƯ_MỤC",
        type=FILE,
        help="Thư mục mẫu của cơ quan; mặc định theo vanban.toml: [render] templates.",
    )(command)


def office_folder(given: Path | None = None) -> Path | None:
    """Return the folder of the office's templates: the one that is given, or that of the project file; None without.

    UsageError when it is no folder.
    """
    folder, where = given, "--templates"
    if folder is None and (path := found_settings(Path())) is not None:
        folder, where = path_in(path, table_of(path, _TABLE, (_FOLDER,)), _FOLDER), str(path)
    if folder is not None and not folder.is_dir():
        raise UsageError(f"không có thư mục mẫu «{folder}»", where=where)
    return folder


def template_bytes(path: Path) -> bytes:
    """Return the bytes of a template; TemplateError when it cannot be read, UsageError when it is a folder."""
    try:
        return read_bytes(path)
    except DataError as failure:
        raise TemplateError(failure.message, where=failure.where, hint=failure.hint) from failure


def compiled_templates(used: Iterable[tuple[Path, str]]) -> dict[tuple[Path, str], CompiledTemplate]:
    """Return the templates for the kinds that they are used for, each of ours read once.

    What is suspicious in one's own is printed. Raises TemplateError, with what is wrong for any of the kinds, when
    one's own cannot be rendered.
    """
    kinds: dict[Path, dict[str, None]] = {}
    for path, kind in used:
        kinds.setdefault(path, {})[kind] = None
    made: dict[tuple[Path, str], CompiledTemplate] = {}
    for path, of_template in kinds.items():
        if is_ours(path):
            made |= dict.fromkeys([(path, kind) for kind in of_template], _compiled(path))
        else:
            made |= {(path, kind): template for kind, template in _own(path, sorted(of_template)).items()}
    return made


def _own(path: Path, kinds: Iterable[str]) -> dict[str, CompiledTemplate]:
    compiled: dict[str, CompiledTemplate] = {}
    errors: dict[Diagnostic, None] = {}
    for kind in kinds:
        try:
            compiled[kind] = _compiled(path, kind)
        except TemplateError as failure:
            if not failure.diagnostics:
                raise
            errors |= dict.fromkeys(failure.diagnostics)
    if errors:
        hint = "«vanban template check» kiểm tra mẫu trước khi dùng"
        told = f"mẫu có {len(errors)} lỗi, không ghi gì"
        raise TemplateError(told, diagnostics=[*errors], where=str(path), hint=hint)
    show_diagnostics(dict.fromkeys(finding for template in compiled.values() for finding in template.suspicions))
    return compiled


def _compiled(path: Path, kind: str | None = None) -> CompiledTemplate:
    data = template_bytes(path)
    try:
        return compile_template(data, kind)
    except GeneratorError as failure:
        failure.where = failure.where or str(path)
        raise
