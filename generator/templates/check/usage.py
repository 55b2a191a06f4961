"""The fields that the tags of a part use, followed through its loops, and the form in which each is printed."""

from __future__ import annotations

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
from generator.templates.check.tags import BRANCHES, KEYWORDS, Tag

_LETTERS = {"plain": "", "number": "", "rich": "r", "paragraph": "p"}
_WHAT = {
    "plain": "chữ thường",
    "number": "số",
    "rich": "đoạn chữ có định dạng",
    "paragraph": "bảng hoặc ngắt trang",
}
_GROUPS = {"list": "một danh sách", "record": "một nhóm trường"}


def usage_findings(tags: Sequence[Tag], fields: Mapping[str, Shape]) -> Iterator[Finding]:
    """Yield what is wrong with the expressions of one part, its tags given in order."""
    frames: list[dict[str, Shape]] = [dict(fields)]
    for tag in tags:
        scope = {name: shape for frame in frames for name, shape in frame.items()}
        if tag.kind == "print":
            yield from _print(tag, scope)
        elif tag.keyword == "for":
            frame, found = _loop(tag, scope)
            frames.append(frame)
            yield from found
        elif tag.keyword == "endfor" and len(frames) > 1:
            frames.pop()
            yield from _bare(tag)
        else:
            yield from _statement(tag, scope)


def _statement(tag: Tag, scope: Mapping[str, Shape]) -> Iterator[Finding]:
    if tag.keyword in ("if", "elif"):
        yield from _condition(tag, condition(tag.expression), scope)
    elif tag.keyword in KEYWORDS:
        yield from _bare(tag)


def _bare(tag: Tag) -> Iterator[Finding]:
    if tag.expression and tag.keyword not in ("if", "elif", "for"):
        advice = "muốn thêm điều kiện thì dùng elif" if tag.keyword in BRANCHES else None
        yield at_tag(tag, "bad-expression", f"sau {tag.keyword} không được có gì nữa", hint=advice)


def _condition(tag: Tag, node: nodes.Expr | None, scope: Mapping[str, Shape]) -> Iterator[Finding]:
    if node is None:
        yield from _malformed(tag)
        return
    reader = ExpressionReader(scope)
    reader.shape(node)
    yield from _problems(tag, reader)


def _malformed(tag: Tag) -> Iterator[Finding]:
    """Yield that Jinja cannot read the tag, unless a sharper finding says so already."""
    if "%" not in tag.expression or not tag.form:
        yield at_tag(tag, "bad-expression", "thẻ viết sai cú pháp", hint="ví dụ đúng: {{ issuer.name }}")


def _problems(tag: Tag, reader: ExpressionReader) -> Iterator[Finding]:
    for problem in reader.problems:
        yield at_tag(tag, problem.code, problem.message, Severity.ERROR, **problem.more)


def _loop(tag: Tag, scope: Mapping[str, Shape]) -> tuple[dict[str, Shape], list[Finding]]:
    """Return what the loop puts into scope, and the findings on its head."""
    statement = loop_statement(tag.expression)
    if statement is None:
        return {"loop": LOOP}, list(_malformed(tag))
    if not isinstance(statement.target, nodes.Name) or statement.recursive:
        names = statement.target.find_all(nodes.Name)
        fault = at_tag(tag, "bad-expression", "vòng lặp viết sai", expected="{%p for line in body %}")
        return {"loop": LOOP, **{each.name: ANY for each in names}}, [fault]
    reader = ExpressionReader(scope)
    source = reader.shape(statement.iter)
    frame = {"loop": LOOP, statement.target.name: source.entry or ANY}
    findings = list(_problems(tag, reader))
    if source.form not in ("list", "any"):
        message = f"«{written(statement.iter)}» không phải danh sách, không lặp qua được"
        findings.append(at_tag(tag, "not-a-list", message))
    if isinstance(statement.test, nodes.Expr):
        findings += _condition(tag, statement.test, {**scope, **frame})
    return frame, findings


def _print(tag: Tag, scope: Mapping[str, Shape]) -> Iterator[Finding]:
    node = printed_expression(tag.expression)
    if node is None:
        yield from _malformed(tag)
        return
    reader = ExpressionReader(scope)
    shape = reader.shape(node)
    yield from _problems(tag, reader)
    yield from _form(tag, shape, written(node))


def _form(tag: Tag, shape: Shape, name: str) -> Iterator[Finding]:
    """Yield that a value is printed by the wrong form of tag, which would lose or garble it."""
    if shape.form in _GROUPS:
        advice = "hãy dùng vòng lặp for" if shape.form == "list" else "hãy in từng trường bên trong nó"
        yield at_tag(tag, "prints-group", f"«{name}» là {_GROUPS[shape.form]}, không in cả được", hint=advice)
    elif shape.form in _LETTERS and _LETTERS[shape.form] != tag.form:
        expected = f"«{{{{{_LETTERS[shape.form]} {tag.expression} }}}}»"
        message = f"thẻ sai dạng: «{tag.expression}» là {_WHAT[shape.form]}"
        yield at_tag(tag, "wrong-form", message, found=f"«{tag.raw}»", expected=expected)
