"""What pydantic refuses, as diagnostics: file and line, field, what was found, what was expected, what to do."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any, Final

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic, Place, error
from generator.spelling import suggestion
from generator.yamltext.shape import field_title, titles_at
from generator.yamltext.tree import Located, dotted
from generator.yamltext.wording import choices, wording

_LONGEST_QUOTE: Final = 60
_UNTITLED: Final = frozenset({"value_error", "assertion_error", "extra_forbidden"})
"""Kinds whose message says what it is about, or is about no known field."""
_WRITTEN_DATE: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def validation_diagnostics(
    problem: ValidationError, located: Located | None, filename: str, model: type[BaseModel]
) -> list[Diagnostic]:
    """Return one diagnostic for each fault that ``model`` found, in the order of the lines.

    Members of a union that all refuse one value give one diagnostic with their expectations joined. ``located``
    is the text the data was parsed from; None when there is none, and then no lines are known.
    """
    found: dict[tuple[Any, ...], Diagnostic] = {}
    for number, details in enumerate(problem.errors(include_url=False)):
        path = _data_path(details, located)
        diagnostic = _diagnostic(details, path, located, filename, model)
        shared = len(path) < len(details["loc"]) and diagnostic.expected is not None
        key = path if shared else (*path, number)
        found[key] = _joined(found[key], diagnostic) if key in found else diagnostic
    return sorted(found.values(), key=lambda one: one.place.line or 0)


def _data_path(details: ErrorDetails, located: Located | None) -> tuple[str | int, ...]:
    """The part of pydantic's path that leads through the data: without union members and its other own names."""
    value: Any = located.data if located else None
    path: list[str | int] = []
    for place, step in enumerate(details["loc"], 1):
        is_absent_field = details["type"] == "missing" and place == len(details["loc"])
        if located is None:
            keep = isinstance(step, int) or "[" not in step
        else:
            keep = is_absent_field or _leads_on(value, step)
        if keep:
            path.append(step)
            value = value[step] if _leads_on(value, step) else None
    return tuple(path)


def _leads_on(value: Any, step: str | int) -> bool:
    if isinstance(value, dict):
        return step in value
    return isinstance(value, list) and isinstance(step, int) and step < len(value)


def _diagnostic(
    details: ErrorDetails,
    path: tuple[str | int, ...],
    located: Located | None,
    filename: str,
    model: type[BaseModel],
) -> Diagnostic:
    kind, context = details["type"], details.get("ctx", {})
    words = wording(kind, context)
    title = None if kind in _UNTITLED else field_title(model, details["loc"])
    return error(
        f"{words.message} «{title}»" if title else words.message,
        Place(file=filename, line=located.line(path) if located else None, field=dotted(path) or None),
        found=_found(details),
        expected=words.expected,
        hint=_hint(details, model),
        code=kind,
    )


def _joined(first: Diagnostic, second: Diagnostic) -> Diagnostic:
    expected = [one.expected for one in (first, second) if one.expected]
    return replace(first, expected=" hoặc ".join(dict.fromkeys(expected)))


def _found(details: ErrorDetails) -> str | None:
    """A short quotation of the refused value; None where it is a whole block or absent."""
    value: Any = details["input"]
    if details["type"] in ("missing", "union_tag_not_found"):
        return None
    if details["type"] == "union_tag_invalid":
        return f"«{details['ctx']['tag']}»"
    if details["type"] == "extra_forbidden":
        return f"«{details['loc'][-1]}»"
    return _quoted(value) if details["type"] != "value_error" or not isinstance(value, (dict, list)) else None


def _quoted(value: Any) -> str:
    match value:
        case None:
            return "để trống"
        case bool():
            return "true" if value else "false"
        case str():
            return f"«{value[:_LONGEST_QUOTE]}…»" if len(value) > _LONGEST_QUOTE else f"«{value}»"
        case dict():
            return "một khối các trường"
        case list() | tuple():
            return f"danh sách {len(value)} mục"
        case date():
            return f"ngày {value.isoformat()}"
    return str(value)


def _hint(details: ErrorDetails, model: type[BaseModel]) -> str | None:
    """What to do about it, where that can be said."""
    value, kind = details["input"], details["type"]
    if kind == "extra_forbidden" and value is None and " " in str(details["loc"][-1]):
        return "nếu đây là phần sau dấu phẩy của một giá trị trong { }, hãy đặt cả giá trị trong dấu nháy kép"
    if kind == "extra_forbidden":
        return _field_hint(str(details["loc"][-1]), titles_at(model, details["loc"][:-1]))
    if kind in ("enum", "literal_error") and isinstance(value, str):
        return suggestion(value, choices(details["ctx"]))
    if kind == "union_tag_invalid":
        return suggestion(str(details["ctx"]["tag"]), choices(details["ctx"]))
    if kind == "string_type" and isinstance(value, (bool, int, float, date)):
        return "đặt giá trị trong dấu nháy kép"
    if kind in ("list_type", "tuple_type"):
        return "viết mỗi mục trên một dòng bắt đầu bằng «- »"
    return _date_hint(value) if kind.startswith("date") and isinstance(value, str) else None


def _field_hint(word: str, titles: dict[str, str | None]) -> str | None:
    """The field that was meant, else all that may stand there."""
    if meant := suggestion(word, titles, {title: name for name, title in titles.items() if title}):
        return meant
    return f"các trường dùng được: {', '.join(titles)}" if titles else None


def _date_hint(text: str) -> str | None:
    """The same day as it must be written, where the text is a day in Vietnamese order."""
    if not (match := _WRITTEN_DATE.search(text)):
        return None
    day, month, year = map(int, match.groups())
    return f"viết {year}-{month:02d}-{day:02d}"
