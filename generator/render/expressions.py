"""The expressions of tags: from Jinja's syntax tree, those of a short list only, to plain lists that JSON can hold.

An expression can name fields, compare them, choose between them and apply a few filters. There is no call, no
attribute of a Python object and no arithmetic in it, so nothing but data is within its reach.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import nodes

from generator.errors import TemplateError
from generator.render.tree import Expression
from generator.templates.check.tags import unprintable

FILTERS = ("upper", "lower", "length", "join", "default", "first", "last", "lines")
TESTS = ("defined", "undefined", "none")
_COMPARISONS = {"eq": "==", "ne": "!=", "gt": ">", "gteq": ">=", "lt": "<", "lteq": "<=", "in": "in", "notin": "not in"}


def expression(node: nodes.Node) -> Expression:
    """Return the plain form of a Jinja expression; TemplateError for what templates may not do."""
    reader = _READERS.get(type(node))
    if reader is None:
        raise _refused(type(node).__name__)
    return reader(node)


def _refused(what: str) -> TemplateError:
    return TemplateError(
        f"biểu thức trong mẫu không được phép: {what}",
        hint="thẻ chỉ được nêu tên trường, so sánh, and, or, not, if … else và các bộ lọc " + ", ".join(FILTERS),
    )


def _const(node: Any) -> Expression:
    if not isinstance(node.value, str | int | float | bool | None):
        raise _refused(repr(node.value))
    if isinstance(node.value, str) and (odd := unprintable(node.value)):
        raise _refused(f"ký tự U+{ord(odd):04X} mà tệp Word không chứa được")
    return ["const", node.value]


def _field(node: Any) -> Expression:
    return ["field", expression(node.node), node.attr]


def _item(node: Any) -> Expression:
    key = node.arg
    if not isinstance(key, nodes.Const) or not isinstance(key.value, str | int):
        raise _refused("[…] chỉ nhận một số hoặc một tên trong dấu nháy")
    return ["field", expression(node.node), key.value]


def _choice(node: Any) -> Expression:
    otherwise = ["const", ""] if node.expr2 is None else expression(node.expr2)
    return ["if", expression(node.test), expression(node.expr1), otherwise]


def _comparison(node: Any) -> Expression:
    steps = [[_COMPARISONS[one.op], expression(one.expr)] for one in node.ops]
    return ["compare", expression(node.expr), steps]


def _filter(node: Any) -> Expression:
    if node.name not in FILTERS:
        raise _refused(f"bộ lọc {node.name}")
    if node.node is None or node.kwargs or node.dyn_args or node.dyn_kwargs:
        raise _refused(f"cách dùng bộ lọc {node.name}")
    return ["filter", node.name, expression(node.node), *map(expression, node.args)]


def _test(node: Any) -> Expression:
    if node.name not in TESTS or node.args:
        raise _refused(f"phép thử {node.name}")
    return ["test", node.name, expression(node.node)]


def _both(name: str) -> Callable[[Any], Expression]:
    return lambda node: [name, expression(node.left), expression(node.right)]


_READERS: dict[type[nodes.Node], Callable[[Any], Expression]] = {
    nodes.Const: _const,
    nodes.Name: lambda node: ["name", node.name],
    nodes.Getattr: _field,
    nodes.Getitem: _item,
    nodes.CondExpr: _choice,
    nodes.Compare: _comparison,
    nodes.Filter: _filter,
    nodes.Test: _test,
    nodes.And: _both("and"),
    nodes.Or: _both("or"),
    nodes.Not: lambda node: ["not", expression(node.node)],
    nodes.Concat: lambda node: ["concat", *map(expression, node.nodes)],
    nodes.List: lambda node: ["list", *map(expression, node.items)],
    nodes.Tuple: lambda node: ["list", *map(expression, node.items)],
}
