"""The project file of ``vanban check``: what an office selects, leaves out and holds its documents against."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.diagnostics import Severity
from generator.errors import UsageError
from generator.files import read_bytes
from generator.lint.rule import chosen_rules
from generator.spelling import suggestion

NAME = "vanban.toml"
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


def found_settings(start: Path) -> Path | None:
    """Return the project file of a folder: its own, or that of the nearest folder above it."""
    here = start.resolve()
    return next((one / NAME for one in (here, *here.parents) if (one / NAME).is_file()), None)


def load_settings(path: Path) -> Settings:
    """Return what a project file says; UsageError that names the key for anything that it cannot say."""
    table = _table(path)
    _refuse_unknown(table, (*_LISTS, *_PATHS, *_TABLES), path)
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


def _table(path: Path) -> Mapping[str, Any]:
    try:
        content = tomllib.loads(read_bytes(path).decode("utf-8"))
    except UnicodeDecodeError as failure:
        raise UsageError("tệp cấu hình không phải UTF-8", where=str(path)) from failure
    except tomllib.TOMLDecodeError as failure:
        raise UsageError(f"tệp cấu hình không đúng cú pháp TOML: {failure}", where=str(path)) from failure
    table = content.get(_TABLE, {})
    if not isinstance(table, dict):
        raise _refusal(path, _TABLE, "phải là một bảng [check]")
    return table


def _refuse_unknown(table: Mapping[str, Any], known: Sequence[str], path: Path) -> None:
    for key in table:
        if key not in known:
            hint = suggestion(key, known) or f"có: {', '.join(known)}"
            raise UsageError(f"[{_TABLE}] không có khóa «{key}»", where=str(path), hint=hint)


def _entries(table: Mapping[str, Any], name: str, path: Path) -> Mapping[str, Any]:
    found = table.get(name, {})
    if not isinstance(found, dict):
        raise _refusal(path, name, f"phải là một bảng [{_TABLE}.{name}]")
    return found


def _words(value: Any, name: str, path: Path) -> tuple[str, ...]:
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
        raise _refusal(path, name, "phải là một chuỗi hoặc danh sách chuỗi")
    return tuple(listed)


def _word(value: Any, name: str, path: Path) -> str:
    if not isinstance(value, str):
        raise _refusal(path, name, "phải là đường dẫn tới một tệp")
    return value


def _severity(value: Any, code: str, path: Path) -> Severity:
    found = _SEVERITIES.get(value) if isinstance(value, str) else None
    if found is None:
        raise _refusal(path, f"severity.{code}", f"phải là một trong: {', '.join(_SEVERITIES)}")
    return found


def _require_code(code: str, path: Path) -> None:
    try:
        chosen_rules([code])
    except UsageError as failure:
        raise UsageError(failure.message, where=str(path), hint=failure.hint) from failure


def _refusal(path: Path, key: str, message: str) -> UsageError:
    return UsageError(f"khóa «{key}» {message}", where=str(path))
