"""Where a tag stands that failed when data were there, so that the error can name its paragraph or cell.

A program knows the expression that failed and how many like it came before; the part of the template is read again
for that tag. Nothing of this costs anything while all goes well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2.nodes import Node

from generator.errors import TemplateError
from generator.render.expressions import expression
from generator.render.tree import Expression
from generator.templates.check.expressions import condition, loop_statement, printed_expression
from generator.templates.check.places import parse_part, passages
from generator.templates.check.tags import Tag, tags_of

_MOST_NAMED = 3


def failing_tag(parts: Mapping[str, bytes], name: str, failed: Expression, before: int, count: int) -> tuple[str, str]:
    """Return the place and the words of a tag of a part, found by its expression; two empty texts when it is not found.

    ``before`` of ``count`` equal expressions come before it. Where the part shows another number of them, the places of
    all are named.
    """
    (part,) = passages({name: parse_part(parts, name)})
    found = [tag for passage in part for tag in tags_of(passage) if failed in list(_expressions(tag))]
    if len(found) == count:
        found = found[before : before + 1]
    places = dict.fromkeys(tag.passage.where for tag in found)
    return " hoặc ".join([*places][:_MOST_NAMED]), found[0].raw if found else ""


def _expressions(tag: Tag) -> Iterator[Expression]:
    """Yield the expressions of a tag: what it prints or asks, for a loop its list and its condition."""
    nodes: list[object] = []
    if tag.kind == "print":
        nodes = [printed_expression(tag.expression)]
    elif tag.keyword in ("if", "elif"):
        nodes = [condition(tag.expression)]
    elif tag.keyword == "for" and (loop := loop_statement(tag.expression)) is not None:
        nodes = [loop.iter, loop.test]
    for node in nodes:
        if isinstance(node, Node):
            try:
                yield expression(node)
            except TemplateError:  # what templates may not say is told by the check
                continue
