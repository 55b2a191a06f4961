"""The project file of an office, ``vanban.toml``: where it is, and one table of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.errors import UsageError
from generator.files import read_bytes
from generator.spelling import suggestion

NAME = "vanban.toml"
_TABLES = ("check", "render", "report")
_PLACE = re.compile(r"at line (\d+), column (\d+)")


def found_settings(start: Path) -> Path | None:
    """Return the project file of a folder: its own, or that of the nearest folder above it."""
    here = start.resolve()
    return next((one / NAME for one in (here, *here.parents) if (one / NAME).is_file()), None)


def table_of(path: Path, name: str, known: Sequence[str]) -> Mapping[str, Any]:
    """Return a table of the project file, empty where it has none; UsageError for a table or key that is not known."""
    content = _content(path)
    for other in content:
        if other not in _TABLES:
            hint = suggestion(other, _TABLES) or f"có: {', '.join(f'[{one}]' for one in _TABLES)}"
            raise UsageError(f"tệp cấu hình không có bảng [{other}]", where=str(path), hint=hint)
    table = content.get(name, {})
    if not isinstance(table, dict):
        raise refusal(path, name, f"phải là một bảng [{name}]")
    for key in table:
        if key not in known:
            hint = suggestion(key, known) or f"có: {', '.join(known)}"
            raise UsageError(f"[{name}] không có khóa «{key}»", where=str(path), hint=hint)
    return table


def _content(path: Path) -> Mapping[str, Any]:
    """Return all that the file holds; a byte order mark, which Notepad writes, is no part of it."""
    try:
        return tomllib.loads(read_bytes(path).decode("utf-8-sig"))
    except UnicodeDecodeError as failure:
        raise UsageError("tệp cấu hình không phải UTF-8", where=str(path)) from failure
    except tomllib.TOMLDecodeError as failure:
        place = _PLACE.search(str(failure))
        where = f"dòng {place[1]}, cột {place[2]}" if place else "cuối tệp"
        raise UsageError(f"tệp cấu hình không đúng cú pháp TOML ở {where}", where=str(path)) from failure


def path_in(path: Path, table: Mapping[str, Any], key: str) -> Path | None:
    """Return the path that a key of the project file holds, from the folder of that file; None where it has none."""
    if key not in table:
        return None
    if not isinstance(table[key], str):
        raise refusal(path, key, "phải là đường dẫn")
    return path.parent / str(table[key])


def refusal(path: Path, key: str, message: str) -> UsageError:
    """Return what is wrong with a key of the project file, to be raised."""
    return UsageError(f"khóa «{key}» {message}", where=str(path))
