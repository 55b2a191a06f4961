"""What a program may call: the functions of printing, the filters and tests of expressions, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from generator.render.emptied import end_of_filled
from generator.render.holders import lacks_paragraph
from generator.render.printing import (
    Rich,
    Unmarked,
    WrongKindError,
    printed_attribute,
    printed_block,
    printed_runs,
    printed_text,
    rich,
)
from generator.render.rich_text import paragraphs_of


def entries(values: Any) -> Sequence[Any]:
    """Return the entries of a list for a loop; WrongKindError for what is no list."""
    if isinstance(values, list | tuple):
        return values
    raise WrongKindError("vòng lặp chỉ đi qua được một danh sách")


def _missing(read: Callable[[], Any]) -> bool:
    try:
        read()
    except (KeyError, IndexError):  # the very question that the template asks
        return True
    return False


def _default(read: Callable[[], Any], instead: Any = "") -> Any:
    return instead if _missing(read) else read()


def _join(values: Any, separator: Any = "") -> str:
    return printed_text(separator).join(map(printed_text, entries(values)))


def _lines(value: Any) -> list[str]:
    """Return the lines of a text, those of running text with its marks; a text of one line is itself its line."""
    if not value:
        return []
    if isinstance(value, Rich):
        return [value] if "\n" not in value else [rich(line) for line in paragraphs_of(value)]
    text = printed_text(value)
    return [text] if "\n" not in text else text.split("\n")


def _length(values: Any) -> int:
    return len(values) if isinstance(values, str) else len(entries(values))


def _concat(*values: Any) -> str:
    return "".join(map(printed_text, values))


SCOPE: dict[str, Any] = {
    "Unmarked": Unmarked,
    "type": type,
    "str": str,
    "len": len,
    "enumerate": enumerate,
    "entries": entries,
    "text": printed_text,
    "runs": printed_runs,
    "block": printed_block,
    "attribute": printed_attribute,
    "concat": _concat,
    "missing": _missing,
    "end_of_filled": end_of_filled,
    "lacks_paragraph": lacks_paragraph,
    "filter_upper": lambda value: printed_text(value).upper(),
    "filter_lower": lambda value: printed_text(value).lower(),
    "filter_length": _length,
    "filter_join": _join,
    "filter_first": lambda values: entries(values)[0],
    "filter_lines": _lines,
    "filter_last": lambda values: entries(values)[-1],
    "filter_default": _default,
}
"""Names of the program's text; those of constants begin with ``c``, local ones are another letter and a number."""
