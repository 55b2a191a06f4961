"""Plain data as YAML text: the same data gives the same bytes, and reading gives the same data back.

Our own, as ruamel.yaml's emitter loses carriage returns and control characters of the range U+007F to U+009F,
and folds by width. Text is written plain where no reader of YAML 1.1 or 1.2 can mistake it, as a literal block
where it has several lines, else between quotation marks.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

_PLAIN: Final = re.compile(r"[^\W_](?:[^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff:#]|:(?=[^\s,])|(?<! )#)*")
"""Starts with a letter or digit, holds neither ``: `` nor `` #``; what else it may be taken for: _MISTAKEN."""
_MISTAKEN: Final = re.compile(
    r"(?:null|true|false|yes|no|on|off|y|n)|[0-9][0-9_.,:eExXoObBa-fA-F+-]*|[0-9]{4}-[0-9]+-[0-9]+(?:[Tt ].*)?",
    re.IGNORECASE,
)
_ESCAPED: Final = re.compile('["\\\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]')
_NAMED: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_NOT_LITERAL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|^[ \t]+$", re.MULTILINE)
_STEP: Final = "  "


def dump_yaml(data: Mapping[str, Any]) -> str:
    """Return a mapping of plain values as YAML text that ends with a newline; ``{}`` for an empty one.

    Values are mappings, sequences, text, numbers, booleans, dates and None; the order of names is kept, aliases
    are never written, lines are as long as their text. Raises TypeError for any other value, ValueError for NaN
    and infinity.
    """
    return "\n".join(_block(data)) + "\n"


def _block(value: Any) -> list[str]:
    """The lines of any value; what follows the first line is indented to stand below it."""
    if isinstance(value, Mapping) and value:
        return [line for key, inner in value.items() for line in _field(_scalar(key), inner)]
    if _is_list(value) and value:
        return [line for inner in value for line in _item(_block(inner))]
    if isinstance(value, str) and _is_literal(value):
        return list(_literal(value))
    return [_scalar(value)]


def _field(key: str, value: Any) -> Iterable[str]:
    lines = _block(value)
    if (isinstance(value, Mapping) or _is_list(value)) and value:
        return [f"{key}:", *(_shifted(line) for line in lines)]
    return [f"{key}: {lines[0]}", *lines[1:]]


def _item(lines: list[str]) -> Iterable[str]:
    return [f"- {lines[0]}", *(_shifted(line) for line in lines[1:])]


def _shifted(line: str) -> str:
    return f"{_STEP}{line}" if line else line


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, (str, bytes))


def _scalar(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return _text(str.__str__(value))
        case int():
            return int.__repr__(value)
        case float() if math.isfinite(value):
            return float.__repr__(value)
        case date() if not isinstance(value, datetime):
            return value.isoformat()
    return _empty(value)


def _empty(value: Any) -> str:
    """An empty mapping or list; anything else is no plain value."""
    if isinstance(value, Mapping):
        return "{}"
    if _is_list(value):
        return "[]"
    if isinstance(value, float):
        raise ValueError(f"{value} is not finite")
    raise TypeError(f"{type(value).__name__} is not a plain value")


def _text(text: str) -> str:
    """One line: plain, or between the quotation marks that need the fewest escapes."""
    if _PLAIN.fullmatch(text) and not text.endswith((" ", ":")) and not _MISTAKEN.fullmatch(text):
        return text
    if re.search(r'["\\]', text) and not _ESCAPED.search(text.replace('"', "").replace("\\", "")):
        return "'" + text.replace("'", "''") + "'"
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return _NAMED.get(char) or (f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}")


def _is_literal(text: str) -> bool:
    return "\n" in text and text[0] not in " \t\n" and not _NOT_LITERAL.search(text)


def _literal(text: str) -> Iterable[str]:
    """A literal block: header with the sign for what the text ends in, then its lines, indented."""
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    sign = "|" if ends == 1 else "|+" if ends else "|-"
    return [sign, *(_shifted(line) for line in body.split("\n")), *[""] * max(ends - 1, 0)]
