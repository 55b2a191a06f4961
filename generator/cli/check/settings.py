"""The project file of ``vanban check``: what an office selects, leaves out and holds its documents against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.cli.files.project_file import refusal, table_of
from generator.diagnostics import Severity
from generator.errors import UsageError
from generator.lint.rule import chosen_rules

_TABLE = "check"
_LISTS = ("select", "ignore", "register")
_PATHS = ("units", "holidays", "parent")
_TABLES = ("severity", "per-file-ignores")
_SEVERITIES = {one.value: one for one in Severity} | {one.label: one for one in Severity}


@dataclass(frozen=True)
class Settings:
    """What a project file says; all of it may be empty."""

    folder: Path = Path()
    """Where the file is; its paths are from there."""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    units: Path | None = None
    register: tuple[Path, ...] = ()
    holidays: Path | None = None
    parent: Path | None = None
    severities: Mapping[str, Severity] = field(default_factory=dict)
    """By the codes of rules."""
    ignored_in: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Codes and groups that are left out, by the pattern of the files: ``mau/*.docx``."""

    def ignored_for(self, path: Path) -> tuple[str, ...]:
        """Return the codes and groups that are left out for a file."""
        inside = path.resolve()
        return tuple(
            code for pattern, codes in self.ignored_in.items() if self._is_named(inside, pattern) for code in codes
        )

    def _is_named(self, path: Path, pattern: str) -> bool:
        folder = self.folder.resolve()
        return path.is_relative_to(folder) and path.relative_to(folder).match(pattern)


def load_settings(path: Path) -> Settings:
    """Return what a project file says; UsageError that names the key for anything that it cannot say."""
    table = table_of(path, _TABLE, (*_LISTS, *_PATHS, *_TABLES))
    folder = path.parent
    lists = {name: _words(table.get(name, []), name, path) for name in _LISTS}
    paths = {name: folder / _word(table[name], name, path) if name in table else None for name in _PATHS}
    severities = _entries(table, "severity", path)
    ignored = {name: _words(value, name, path) for name, value in _entries(table, "per-file-ignores", path).items()}
    for code in (
        *lists["select"],
        *lists["ignore"],
        *severities,
        *(one for codes in ignored.values() for one in codes),
    ):
        _require_code(code, path)
    return Settings(
        folder,
        lists["select"],
        lists["ignore"],
        paths["units"],
        tuple(folder / one for one in lists["register"]),
        paths["holidays"],
        paths["parent"],
        {
            rule.code: _severity(value, code, path)
            for code, value in severities.items()
            for rule in chosen_rules([code])
        },
        ignored,
    )


def _entries(table: Mapping[str, Any], name: str, path: Path) -> Mapping[str, Any]:
    found = table.get(name, {})
    if not isinstance(found, dict):
        raise refusal(path, name, f"phải là một bảng [{_TABLE}.{name}]")
    return found


def _words(value: Any, name: str, path: Path) -> tuple[str, ...]:
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
        raise refusal(path, name, "phải là một chuỗi hoặc danh sách chuỗi")
    return tuple(listed)


def _word(value: Any, name: str, path: Path) -> str:
    if not isinstance(value, str):
        raise refusal(path, name, "phải là đường dẫn tới một tệp")
    return value


def _severity(value: Any, code: str, path: Path) -> Severity:
    found = _SEVERITIES.get(value) if isinstance(value, str) else None
    if found is None:
        raise refusal(path, f"severity.{code}", f"phải là một trong: {', '.join(_SEVERITIES)}")
    return found


def _require_code(code: str, path: Path) -> None:
    try:
        chosen_rules([code])
    except UsageError as failure:
        raise UsageError(failure.message, where=str(path), hint=failure.hint) from failure
