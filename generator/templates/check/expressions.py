"""The expressions of tags, parsed by Jinja and read against the fields: names, comparisons and a few filters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.spelling import suggestion
from generator.templates.check.comparisons import mismatch
from generator.templates.check.shapes import ANY, NUMBER, PLAIN, TRUTH, Shape
from generator.templates.check.tags import unprintable

FILTERS: Final = ("upper", "lower", "length", "join", "default", "first", "last", "lines")
_WITH_VALUE: Final = ("join", "default")
"""Filters that take a value; the others take none."""
TESTS: Final = ("defined", "undefined", "none")
_LOOP_NAMES: Final = ("line", "name", "appendix", "loop")
"""Names that the built templates give to the entries of lists."""
_FIELDS_HINT: Final = "«vanban template fields» liệt kê các trường dùng được"
_ALLOWED: Final = "tên trường, so sánh, and, or, not, if … else, ~ và bộ lọc " + ", ".join(FILTERS)
_PARSER: Final = Environment(autoescape=True)

Scope = Mapping[str, Shape]


@dataclass(frozen=True)
class Problem:
    """What is wrong with an expression; the tag gives it a place."""

    code: str
    message: str
    more: Mapping[str, str | None] = field(default_factory=dict)


def printed_expression(text: str) -> nodes.Expr | None:
    """Return the expression of ``{{ … }}``; None when it is not well formed."""
    found = _parsed(f"{{{{ {text} }}}}")
    inner = [each for each in found.nodes if not isinstance(each, nodes.TemplateData)] if _is_output(found) else []
    return inner[0] if len(inner) == 1 else None


def condition(text: str) -> nodes.Expr | None:
    """Return the expression of an ``if``; None when it is not well formed."""
    found = _parsed(f"{{% if {text} %}}{{% endif %}}")
    return found.test if isinstance(found, nodes.If) and isinstance(found.test, nodes.Expr) else None


def loop_statement(text: str) -> nodes.For | None:
    """Return the ``for`` statement; None when it is not well formed."""
    found = _parsed(f"{{% for {text} %}}{{% endfor %}}")
    return found if isinstance(found, nodes.For) else None


def _is_output(found: Any) -> bool:
    return isinstance(found, nodes.Output)


def _parsed(source: str) -> Any:
    """Return the only node of a template; None when Jinja cannot read it or it holds more."""
    try:
        body = _PARSER.parse(source).body
    except (TemplateSyntaxError, ValueError, RecursionError):
        # Its message is English and speaks of tokens; the tag is quoted instead. The others are numbers of thousands
        # of digits, and thousands of brackets.
        return None
    return body[0] if len(body) == 1 else None


class ExpressionReader:
    """Reads expressions in one scope and keeps what is wrong with them."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self.problems: list[Problem] = []
        self.partial: list[str] = []
        """Fields asked for that only some entries of their list have, as they are written."""
        self._readers: dict[type[nodes.Node], Callable[[Any], Shape]] = {
            nodes.Name: self._name,
            nodes.Getattr: self._attribute,
            nodes.Getitem: self._entry,
            nodes.Const: self._constant,
            nodes.Filter: self._filter,
            nodes.Test: self._test,
            nodes.CondExpr: self._choice,
            nodes.And: self._either,
            nodes.Or: self._either,
            nodes.Concat: self._joined,
            nodes.List: self._series,
            nodes.Tuple: self._series,
            nodes.Compare: self._compared,
            nodes.Not: self._negated,
        }

    def read(self, node: nodes.Node) -> Shape:
        """Return the shape of a whole expression, and tell of one that goes too deep to be read."""
        try:
            return self.shape(node)
        except RecursionError:
            return self._say("bad-expression", "biểu thức lồng quá nhiều lớp")

    def shape(self, node: nodes.Node) -> Shape:
        """Return what the expression stands for; ``any`` after a problem, so that one fault is told once."""
        reader = self._readers.get(type(node))
        if reader is not None:
            return reader(node)
        return self._unsafe(node)

    def _say(self, code: str, message: str, **more: str | None) -> Shape:
        self.problems.append(Problem(code, message, more))
        return ANY

    def _unsafe(self, node: nodes.Node) -> Shape:
        kind = "gọi hàm" if isinstance(node, nodes.Call) else "dùng phép tính này"
        return self._say("unsafe-expression", f"mẫu không được {kind}", expected=_ALLOWED)

    def _name(self, node: nodes.Name) -> Shape:
        if node.name.startswith("_"):
            return self._hidden(node.name)
        return self._scope.get(node.name) or self._unknown(node.name, node.name, self._scope, "")

    def _hidden(self, name: str) -> Shape:
        message = f"mẫu không được dùng tên bắt đầu bằng dấu gạch dưới: «{name}»"
        return self._say("unsafe-expression", message, expected=_ALLOWED)

    def _attribute(self, node: nodes.Getattr) -> Shape:
        return self._member(node.node, node.attr)

    def _member(self, owner: nodes.Node, name: str) -> Shape:
        if name.startswith("_"):
            return self._hidden(name)
        shape = self.shape(owner)
        if shape.form == "any":
            return ANY
        base = written(owner)
        found = shape.members.get(name)
        if found is not None and found.partial:
            self.partial.append(f"{base}.{name}")
        return found or self._unknown(f"{base}.{name}", f"{shape.path or base}.{name}", shape.members, f"{base}.")

    def _unknown(self, name: str, path: str, known: Scope, before: str) -> Shape:
        titles = {shape.label: f"{before}{each}" for each, shape in known.items() if shape.label}
        advice = suggestion(name, _names(known, before), titles) or _FIELDS_HINT
        if name in _LOOP_NAMES:
            advice = "tên này chỉ dùng được giữa {%p for … %} và {%p endfor %}"
        full = f" (tức {path})" if path != name else ""
        return self._say("unknown-field", f"không có trường «{name}»{full}", found=f"«{path}»", hint=advice)

    def _entry(self, node: nodes.Getitem) -> Shape:
        key = node.arg.value if isinstance(node.arg, nodes.Const) else None
        if isinstance(key, str):
            return self._member(node.node, key)
        if not isinstance(key, int):
            return self._unsafe(node)
        shape = self.shape(node.node)
        if shape.form in ("any", "list"):
            return shape.entry or ANY
        return self._say("not-a-list", f"«{written(node.node)}» không phải danh sách, không lấy được phần tử")

    def _compared(self, node: nodes.Compare) -> Shape:
        left = self.shape(node.expr)
        for step in node.ops:
            right = self.shape(step.expr)
            if wrong := mismatch(left, step.op, right):
                advice = "chữ viết trong dấu nháy như '05', số viết trần như 5; muốn đếm danh sách thì thêm «| length»"
                self._say("wrong-comparison", wrong, hint=advice)
            left = right
        return TRUTH

    def _negated(self, node: nodes.Not) -> Shape:
        self.shape(node.node)
        return TRUTH

    def _constant(self, node: nodes.Const) -> Shape:
        if isinstance(node.value, str) and (odd := unprintable(node.value)):
            return self._say("bad-expression", f"tệp Word không chứa được ký tự U+{ord(odd):04X}")
        if node.value is None:
            return ANY
        return TRUTH if isinstance(node.value, bool) else NUMBER if isinstance(node.value, int | float) else PLAIN

    def _test(self, node: nodes.Test) -> Shape:
        if node.name not in TESTS or node.args:
            return self._say(
                "unknown-filter", f"mẫu không dùng được phép thử «is {node.name}»", expected=", ".join(TESTS)
            )
        self._tolerant(node.node)
        return TRUTH

    def _tolerant(self, node: nodes.Node) -> Shape:
        """Return the shape of what may also be missing."""
        before = list(self.partial)
        shape = self.shape(node)
        self.partial = before
        return shape

    def _choice(self, node: nodes.CondExpr) -> Shape:
        self.shape(node.test)
        shapes = [self.shape(each) for each in (node.expr1, node.expr2) if each is not None]
        return _together(shapes)

    def _either(self, node: nodes.BinExpr) -> Shape:
        return _together([self.shape(node.left), self.shape(node.right)])

    def _joined(self, node: nodes.Concat) -> Shape:
        for each in node.nodes:
            shape = self.shape(each)
            if shape.form in _ADVICE:
                message = f"không nối được «{written(each)}» với chữ khác"
                return self._say("wrong-filter", message, hint=_ADVICE[shape.form])
        return PLAIN

    def _series(self, node: nodes.List | nodes.Tuple) -> Shape:
        shapes = [self.shape(each) for each in node.items]
        return Shape("list", entry=_together(shapes) if shapes else ANY)

    def _filter(self, node: nodes.Filter) -> Shape:
        if node.name not in FILTERS or node.node is None:
            hint = suggestion(node.name, FILTERS)
            return self._say("unknown-filter", f"không có bộ lọc «{node.name}»", expected=", ".join(FILTERS), hint=hint)
        if node.kwargs or node.dyn_args is not None or node.dyn_kwargs is not None:
            return self._unsafe(node)
        if len(node.args) > (node.name in _WITH_VALUE):
            return self._say("wrong-filter", f"bộ lọc «{node.name}» không nhận nhiều giá trị như vậy")
        for argument in node.args:
            self.shape(argument)
        shape = (self._tolerant if node.name == "default" else self.shape)(node.node)
        return self._filtered(node.name, shape, written(node.node))

    def _filtered(self, name: str, shape: Shape, source: str) -> Shape:
        if name == "length":
            return NUMBER
        if shape.form == "any" or name == "default":
            return shape
        if name in ("first", "last") and shape.entry is not None:
            return shape.entry
        if name == "join" and shape.form == "list" and shape.entry is not None and shape.entry.form == "plain":
            return PLAIN
        if name == "lines" and shape.form in ("plain", "rich"):
            return Shape("list", entry=replace(shape, path=""))
        if name in ("upper", "lower") and shape.form in ("plain", "number"):
            return PLAIN
        return self._say(
            "wrong-filter", f"bộ lọc «{name}» không dùng được với «{source}»", hint=_ADVICE.get(shape.form)
        )


_ADVICE: Final = {
    "rich": "đây là đoạn chữ có định dạng, hãy in nguyên bằng {{r … }}",
    "paragraph": "đây là bảng hoặc ngắt trang, hãy in nguyên bằng {{p … }}",
    "list": "đây là danh sách, hãy dùng vòng lặp for",
    "record": "đây là một nhóm trường, hãy in từng trường bên trong",
    "truth": "đây là một điều kiện, hãy dùng trong thẻ if",
}


def _together(shapes: list[Shape]) -> Shape:
    """Return the shape of either of two values: of one that cannot be printed; ``any`` for different ways of it."""
    forms = {shape.form for shape in shapes}
    whole = next((shape for shape in shapes if shape.form in ("list", "record", "truth")), None)
    return whole or (shapes[0] if len(forms) == 1 else ANY)


def _names(known: Scope, before: str) -> Iterator[str]:
    """Yield the names a person may have meant: those known here and those inside their records."""
    for name, shape in known.items():
        yield f"{before}{name}"
        yield from _names(shape.members, f"{before}{name}.")


def written(node: nodes.Node) -> str:
    """Return a name with its fields as it is written; ``…`` for anything else."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return f"{written(node.node)}[{node.arg.value}]"
    return "…"
