"""The Jinja environment of templates: sandboxed, escaping, an unknown field an error that names it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import StrictUndefined, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from generator.render.rich_xml import text_xml


class _UnknownField(StrictUndefined):
    """A field that the data does not have: printing it, looping over it or asking it anything is an error."""

    @property
    def _undefined_message(self) -> str:
        """The name alone; whoever shows the error says the rest."""
        return str(self._undefined_name)


class _Environment(ImmutableSandboxedEnvironment):
    """Looks a field up in the data first, so that one called ``items`` or ``keys`` is the field, not a method."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Only the members of a loop may be reached; values are plain data and need none."""
        return type(obj).__name__ in {"LoopContext", "AsyncLoopContext"} and not attr.startswith("_")

    def is_safe_callable(self, obj: Any) -> bool:
        return False


def environment() -> _Environment:
    """Return a new environment; no extension, no global, no callable of Python is reachable from it."""
    made = _Environment(undefined=_UnknownField, autoescape=True, finalize=_finalize)
    made.globals.clear()
    made.filters = _only(made.filters, "upper", "lower", "length", "join", "default", "first", "last")
    return made


def _only(filters: Mapping[str, Callable[..., Any]], *names: str) -> dict[str, Callable[..., Any]]:
    return {name: filters[name] for name in names}


def _finalize(value: Any) -> Any:
    """Print a text with its line breaks and tabs as elements, and nothing for None.

    Raises TypeError for a whole list or record and for a Python object: their inside is no text of the document.
    """
    if isinstance(value, Markup | int | Undefined):
        return value
    if value is None:
        return ""
    if isinstance(value, str):
        return text_xml(value)
    raise TypeError("có thẻ in cả một danh sách hoặc một nhóm trường; hãy in từng trường bên trong nó")
