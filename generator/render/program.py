"""Instructions as a Python function: written once for a template, run for every document.

The function is made of nothing but the instructions' constants, subscripts of the values and the functions of
`generator.render.printing` and `generator.render.filters`; it has no builtins.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.errors import TemplateError
from generator.render import filters
from generator.render.printing import Pieces, WrongKindError
from generator.render.program_source import ProgramSource
from generator.render.tree import Expression, Instruction, path
from generator.spelling import suggestion

_FIELDS_HINT = "«vanban template fields» liệt kê các trường dùng được"
_COMPARED_HINT = "chữ chỉ so sánh với chữ, số với số; phần tử chỉ lấy từ danh sách"
_EMPTY_HINT = "hãy đặt thẻ giữa {%p if … %} và {%p endif %}, hoặc thêm «| default('')» vào thẻ"
_FORM_HINT = "đoạn văn có định dạng viết {{r … }}, bảng và ngắt trang viết {{p … }}, chữ thường viết {{ … }}"

Locate = Callable[[Expression, int, int], tuple[str, str]]
"""From an expression, how many equal ones come before it, how many there are, to its tag: place and words."""


@dataclass(frozen=True)
class Program:
    """A part of a template that can be filled any number of times."""

    place: str
    """The part as a person knows it."""
    instructions: list[Instruction]
    _run: Callable[[Mapping[str, Any]], Pieces]
    _tags: Mapping[int, Expression]
    """The expressions by the lines of the program that ask for them."""
    _locate: Locate | None

    def pieces(self, values: Mapping[str, Any]) -> Pieces:
        """Return the filled part; TemplateError when it asks for a field that the values lack."""
        try:
            return self._run(values)
        except WrongKindError as failure:
            raise self._error(failure, str(failure), hint=_FORM_HINT) from failure
        except KeyError as failure:
            name = str(failure.args[0])
            told = f"mẫu dùng trường không có: «{name}»"
            raise self._error(failure, told, hint=suggestion(name, names(values)) or _FIELDS_HINT) from failure
        except IndexError as failure:
            told = "không điền được mẫu: danh sách không có phần tử mà thẻ lấy"
            raise self._error(failure, told, hint=_EMPTY_HINT) from failure
        except (TypeError, ValueError) as failure:
            told = "không điền được mẫu: giá trị không hợp với cách dùng trong thẻ"
            raise self._error(failure, told, hint=_COMPARED_HINT) from failure

    def _error(self, failure: Exception, told: str, *, hint: str) -> TemplateError:
        failed = self._tags.get(_line(failure))
        place, tag = self._place(failed) if failed else ("", "")
        tag = tag or (path(failed) if failed else "")
        return TemplateError(f"{place or self.place}: {told}" + (f" (thẻ «{tag}»)" if tag else ""), hint=hint)

    def _place(self, failed: Expression) -> tuple[str, str]:
        """Return the place and the words of the tag of an expression; two empty texts when they are not known."""
        if self._locate is None:
            return "", ""
        equal = list({id(one): one for one in self._tags.values() if one == failed})
        return self._locate(failed, equal.index(id(failed)), len(equal))


def program(place: str, instructions: list[Instruction], locate: Locate | None = None) -> Program:
    """Return the program of placed instructions; ``locate`` finds the tag of an expression for the errors."""
    try:
        source = ProgramSource(instructions)
        scope: dict[str, Any] = {"__builtins__": {}, **filters.SCOPE, **source.constants}
        exec(compile(source.text, _FILE, "exec"), scope)  # noqa: S102 - made of constants and our own functions
    except (SyntaxError, RecursionError, MemoryError) as failure:
        raise TemplateError(f"{place}: mẫu lồng quá nhiều thẻ vào nhau") from failure
    return Program(place, instructions, scope["fill"], source.tags, locate)


def names(values: object) -> set[str]:
    """Return the names of all fields, those of records and of the entries of lists included."""
    if isinstance(values, Mapping):
        return set(values).union(*map(names, values.values()))
    return set().union(*map(names, values)) if isinstance(values, list | tuple) else set()


_FILE = "<template>"


def _line(failure: Exception) -> int:
    """Return the last line of the program's own text that the failure went through; 0 when none."""
    found, trace = 0, failure.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == _FILE:
            found = trace.tb_lineno
        trace = trace.tb_next
    return found
