"""The instructions of a part, read from its XML with the tags bare: see `generator.render.tree`."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.errors import TemplateError
from generator.render.expressions import expression
from generator.render.tree import Expression, Instruction


def instructions(patched: str) -> list[Instruction]:
    """Return the instructions of a part whose tags stand bare in its XML.

    Raises TemplateError for a malformed tag and for what templates may not do.
    """
    try:
        tree = Environment(autoescape=True).parse(patched)  # noqa: S701
    except TemplateSyntaxError as failure:
        raise TemplateError(
            f"thẻ viết sai: {failure.message}", hint="hãy kiểm tra các thẻ {{ … }} và {% … %} trong mẫu"
        ) from failure
    except ValueError as failure:
        raise TemplateError("thẻ viết sai: có một số quá dài", hint="hãy viết số đó thành chữ") from failure
    return _all(tree.body)


def _all(found: list[nodes.Node]) -> list[Instruction]:
    return [made for node in found for made in _made(node)]


def _made(node: Any) -> list[Instruction]:
    if isinstance(node, nodes.Output):
        return [_printed(one) for one in node.nodes]
    if isinstance(node, nodes.If):
        return [_choice(node)]
    if isinstance(node, nodes.For):
        return [_loop(node)]
    raise TemplateError(
        f"biểu thức trong mẫu không được phép: thẻ {type(node).__name__.lower()}",
        hint="mẫu chỉ dùng các thẻ {{ … }}, if, elif, else và for",
    )


def _printed(node: nodes.Node) -> Instruction:
    if isinstance(node, nodes.TemplateData):
        return ["text", node.data]
    return ["print", "", expression(node), ""]


def _choice(node: Any) -> Instruction:
    branches = [[expression(one.test), _all(one.body)] for one in (node, *node.elif_)]
    return ["if", branches, _all(node.else_)]


def _loop(node: Any) -> Instruction:
    if not isinstance(node.target, nodes.Name) or node.recursive:
        raise TemplateError(
            "biểu thức trong mẫu không được phép: vòng lặp với nhiều tên hoặc lặp lồng chính nó",
            hint="hãy viết {%p for tên in danh_sách %}",
        )
    condition: Expression | None = None if node.test is None else expression(node.test)
    return ["for", node.target.name, expression(node.iter), condition, _all(node.body), _all(node.else_)]
