"""The text of an expression in a program: Python made of names, subscripts, comparisons and calls of filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator.errors import TemplateError
from generator.render.tree import LOOP_FIELDS, Expression

Scope = Mapping[str, str]
"""The names of a template that are variables of the program; ``loop`` is the number of the round."""
Keep = Callable[[Any], str]
"""Keeps a constant and returns its name in the program."""

_LOOP = {
    "index": "({n} + 1)",
    "index0": "{n}",
    "revindex": "(len(l{n}) - {n})",
    "first": "({n} == 0)",
    "last": "({n} == len(l{n}) - 1)",
    "length": "len(l{n})",
}
_COMPARED = {"==", "!=", ">", ">=", "<", "<=", "in", "not in"}


def expression_source(source: Expression, scope: Scope, keep: Keep) -> str:
    """Return the Python text of an expression; TemplateError for a field that a loop does not have."""

    def text(part: Expression) -> str:
        return expression_source(part, scope, keep)

    match source:
        case ["const", value]:
            return keep(value)
        case ["name", name]:
            return scope[name] if name in scope and name != "loop" else f"values[{keep(name)}]"
        case ["field", ["name", "loop"], key] if "loop" in scope:
            return _of_loop(key, scope["loop"])
        case ["field", holder, key]:
            return f"{text(holder)}[{keep(key)}]"
        case ["compare", first, steps]:
            return f"({text(first)} {' '.join(f'{_operator(sign)} {text(part)}' for sign, part in steps)})"
        case _:
            return _operation(source, text)


def _operation(source: Expression, text: Callable[[Expression], str]) -> str:
    match source:
        case ["and" | "or" as word, left, right]:
            return f"({text(left)} {word} {text(right)})"
        case ["not", operand]:
            return f"(not {text(operand)})"
        case ["if", condition, chosen, otherwise]:
            return f"({text(chosen)} if {text(condition)} else {text(otherwise)})"
        case ["test", "none", operand]:
            return f"({text(operand)} is None)"
        case ["test", name, operand]:
            return f"({'not ' if name == 'defined' else ''}missing(lambda: {text(operand)}))"
        case _:
            return _call(source, text)


def _call(source: Expression, text: Callable[[Expression], str]) -> str:
    match source:
        case ["filter", "default", operand, *others]:
            return f"filter_default({', '.join([f'lambda: {text(operand)}', *map(text, others)])})"
        case ["filter", name, *operands] if str(name).isidentifier():
            return f"filter_{name}({', '.join(map(text, operands))})"
        case ["concat", *operands]:
            return f"concat({', '.join(map(text, operands))})"
        case ["list", *operands]:
            return f"({''.join(f'{text(operand)}, ' for operand in operands)})"
    raise TemplateError(f"biểu thức trong mẫu không được phép: {source[:1]}")


def _of_loop(key: object, number: str) -> str:
    if key not in LOOP_FIELDS:
        raise TemplateError(
            f"mẫu dùng trường không có: «loop.{key}»", hint=f"loop chỉ có các trường {', '.join(LOOP_FIELDS)}"
        )
    return _LOOP[str(key)].format(n=number)


def _operator(sign: str) -> str:
    if sign not in _COMPARED:
        raise TemplateError(f"biểu thức trong mẫu không được phép: {sign}")
    return sign


def asked(branches: list[list[Any]]) -> Expression | None:
    """Return the one value that every condition compares with constant texts; None when there is none."""
    found = [value for condition, _ in branches for value in _values(condition)]
    first = found[0]
    return first if first is not None and all(value == first for value in found) else None


def _values(condition: Expression) -> list[Expression | None]:
    match condition:
        case ["or", left, right]:
            return [*_values(left), *_values(right)]
        case ["compare", value, [["==", ["const", str()]]]]:
            return [value]
    return [None]


def constants_of(condition: Expression) -> list[str]:
    """Return the constant texts of a condition that compares one value with them."""
    if condition[0] == "or":
        return [*constants_of(condition[1]), *constants_of(condition[2])]
    return [condition[2][0][1][1]]
