"""The fields that the tags of a part use, followed through its loops, and the form in which each is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from jinja2 import nodes

from generator.diagnostics import Severity
from generator.templates.check.expressions import (
    ExpressionReader,
    condition,
    loop_statement,
    printed_expression,
    written,
)
from generator.templates.check.findings import Finding, at_tag
from generator.templates.check.shapes import ANY, LOOP, Shape
from generator.templates.check.tags import KEYWORDS, Tag

_LETTERS = {"plain": "", "number": "", "rich": "r", "paragraph": "p"}
_WHAT = {
    "plain": "chữ thường",
    "number": "số",
    "rich": "đoạn chữ có định dạng",
    "paragraph": "bảng hoặc ngắt trang",
}
_EXAMPLES = {
    "": "{{ issuer.name }}",
    "if": "{%p if issuer.parent %}",
    "elif": "{%p elif line.kind == 'roman' %}",
    "for": "{%p for line in body %}",
}
MOST_FREE_LOOPS = 2
"""How many loops that have nothing to do with each other may stand within each other."""
_GUARD = re.compile(r"""['"]table['"]|\.table\b.*\b(?:is\s+defined|default)\b""")
"""A condition after which a line is known to be a table."""
_GROUPS = {"list": "một danh sách", "record": "một nhóm trường", "truth": "một điều kiện đúng hay sai"}
_INSTEAD = {
    "list": "hãy dùng vòng lặp for",
    "record": "hãy in từng trường bên trong nó",
    "truth": "hãy viết {{ 'chữ' if điều kiện else 'chữ khác' }}",
}


def usage_findings(tags: Sequence[Tag], fields: Mapping[str, Shape]) -> Iterator[Finding]:
    """Yield what is wrong with the expressions of one part, its tags given in order."""
    usage = _Usage(fields)
    for tag in tags:
        yield from usage.take(tag)


class _Usage:
    """Goes through the tags of a part with the names that its open loops give and the conditions that hold."""

    def __init__(self, fields: Mapping[str, Shape]) -> None:
        self._frames: list[Mapping[str, Shape]] = [fields]
        self._conditions: list[str] = []
        """The conditions of each open ``if``, those of its branches together."""
        self._free: list[bool] = []
        """Whether each open loop goes through a list that no loop around it hands out."""

    def take(self, tag: Tag) -> Iterator[Finding]:
        """Yield what is wrong with the expression of the next tag."""
        if tag.kind == "print":
            yield from self._print(tag)
        elif tag.meant in ("if", "elif"):
            self._enter(tag)
            yield from self._condition(tag, condition(tag.expression), {})
        elif tag.meant == "for":
            yield from self._loop(tag)
        elif tag.meant in KEYWORDS:
            yield from self._leave(tag)

    def _enter(self, tag: Tag) -> None:
        before = self._conditions.pop() if tag.meant == "elif" and self._conditions else ""
        self._conditions.append(f"{before} {tag.expression}")

    def _leave(self, tag: Tag) -> Iterator[Finding]:
        if tag.meant == "endfor" and len(self._frames) > 1:
            self._frames.pop()
            self._free.pop()
        if tag.meant == "endif" and self._conditions:
            self._conditions.pop()
        if tag.expression and tag.keyword in KEYWORDS:
            advice = "muốn thêm điều kiện thì dùng elif" if tag.keyword == "else" else None
            yield at_tag(tag, "bad-expression", f"sau {tag.keyword} không được có gì nữa", hint=advice)

    def _print(self, tag: Tag) -> Iterator[Finding]:
        node = printed_expression(tag.expression)
        if node is None:
            yield from _malformed(tag)
            return
        if isinstance(node, nodes.Const) and type(node.value) not in (str, int):
            yield at_tag(tag, "bad-expression", "chỉ in được chữ, số nguyên hoặc một trường")
            return
        reader = self._reader({})
        shape = reader.read(node)
        yield from self._problems(tag, reader)
        yield from _form(tag, shape)

    def _condition(self, tag: Tag, node: nodes.Expr | None, more: Mapping[str, Shape]) -> Iterator[Finding]:
        if node is None:
            yield from _malformed(tag)
            return
        reader = self._reader(more)
        reader.read(node)
        yield from self._problems(tag, reader)

    def _loop(self, tag: Tag) -> Iterator[Finding]:
        """Yield what is wrong with the head of a loop, and bring its names into scope."""
        frame: dict[str, Shape] = {"loop": LOOP}
        statement = loop_statement(tag.expression)
        self._free.append(False)
        if statement is None:
            yield from _malformed(tag)
        elif isinstance(statement.target, nodes.Name) and statement.target.name == "loop":
            yield at_tag(
                tag, "bad-expression", "vòng lặp không được lấy tên «loop»", expected="{%p for line in body %}"
            )
        elif not isinstance(statement.target, nodes.Name) or statement.recursive:
            frame |= {each.name: ANY for each in statement.target.find_all(nodes.Name)}
            yield at_tag(tag, "bad-expression", "vòng lặp viết sai", expected="{%p for line in body %}")
        else:
            reader = self._reader({})
            source = reader.read(statement.iter)
            frame[statement.target.name] = source.entry or ANY
            yield from self._crowded(tag, statement.iter)
            yield from self._problems(tag, reader)
            yield from _no_list(tag, source, statement.iter)
            if isinstance(statement.test, nodes.Expr):
                yield from self._condition(tag, statement.test, frame)
        self._frames.append(frame)

    def _crowded(self, tag: Tag, source: nodes.Node) -> Iterator[Finding]:
        """Yield that a loop goes through a list of its own within too many others, all of them times each other."""
        known = {name for frame in self._frames[1:] for name in frame}
        named = {each.name for each in nodes.Template([source]).find_all(nodes.Name)}
        self._free[-1] = known.isdisjoint(named)
        if self._free[-1] and sum(self._free) > MOST_FREE_LOOPS:
            message = f"vòng lặp nằm trong {MOST_FREE_LOOPS} vòng lặp khác không liên quan đến nó, số lượt sẽ nhân lên"
            yield at_tag(tag, "too-many-loops", message, hint="hãy bỏ bớt vòng lặp, mỗi danh sách chỉ cần một vòng")

    def _reader(self, more: Mapping[str, Shape]) -> ExpressionReader:
        return ExpressionReader({name: shape for frame in (*self._frames, more) for name, shape in frame.items()})

    def _problems(self, tag: Tag, reader: ExpressionReader) -> Iterator[Finding]:
        for problem in reader.problems:
            yield at_tag(tag, problem.code, problem.message, Severity.ERROR, **problem.more)
        if reader.partial and not any(_GUARD.search(known) for known in (*self._conditions, tag.expression)):
            name = reader.partial[0]
            holder = name.rpartition(".")[0]
            message = f"«{name}» chỉ có ở dòng là bảng, dòng khác thì không có"
            yield at_tag(
                tag,
                "unguarded-table",
                message,
                expected=f"đặt giữa «{{%p if {holder}.kind == 'table' %}}» và «{{%p endif %}}»",
            )


def _malformed(tag: Tag) -> Iterator[Finding]:
    """Yield that Jinja cannot read the tag, unless a sharper finding says so already."""
    if not tag.invisible and ("%" not in tag.expression or not tag.form):
        yield at_tag(tag, "bad-expression", "thẻ viết sai cú pháp", hint=f"ví dụ đúng: {_EXAMPLES[tag.meant]}")


def _no_list(tag: Tag, source: Shape, node: nodes.Node) -> Iterator[Finding]:
    if source.form not in ("list", "any"):
        yield at_tag(tag, "not-a-list", f"«{written(node)}» không phải danh sách, không lặp qua được")


def _form(tag: Tag, shape: Shape) -> Iterator[Finding]:
    """Yield that a value is printed by the wrong form of tag, which would lose or garble it."""
    if shape.form in _GROUPS:
        message = f"«{tag.expression}» là {_GROUPS[shape.form]}, không in ra được"
        yield at_tag(tag, "prints-group", message, hint=_INSTEAD[shape.form])
    elif shape.form in _LETTERS and _LETTERS[shape.form] != tag.form:
        expected = f"«{{{{{_LETTERS[shape.form]} {tag.expression} }}}}»"
        message = f"thẻ sai dạng: «{tag.expression}» là {_WHAT[shape.form]}"
        yield at_tag(tag, "wrong-form", message, expected=expected)
