"""What a template is once it is read: instructions and expressions, as plain lists that JSON can hold.

An expression is ``[operation, operand, …]``; an operand is a constant, a name or another expression. Instructions are:

====================================================  ==================================================
``["text", xml]``                                     XML of the template
``["print", level, expression, properties]``          a value; the level says where its tag stands
``["if", [[condition, instructions], …], otherwise]``  the first branch whose condition holds
``["for", name, list, condition, body, otherwise]``   the body for each entry for which the condition holds
``["list", name, key]``                               a new list of Word's numbering begins, its id gets a name
``["end"]``                                           an empty paragraph, if a cell or header would end without one
``["filled", name, xml]``                             the end of a table or row, which is left out if nothing is in it
``["once", number, xml]``                             XML that only the first round of its loops prints
``["fresh"]``                                         an id that no other place and no other round has
====================================================  ==================================================
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Expression = list[Any]
Instruction = list[Any]

LISTS = "\0lists"
"""The value that hands out lists; no template can name it."""
LOOP_FIELDS = ("index", "index0", "revindex", "first", "last", "length")


def with_bodies(instruction: Instruction, change: Callable[[list[Instruction]], list[Instruction]]) -> Instruction:
    """Return an instruction with what stands inside it changed: each branch, the round of a loop and its else."""
    match instruction:
        case ["if", branches, otherwise]:
            return ["if", [[condition, change(body)] for condition, body in branches], change(otherwise)]
        case ["for", name, values, condition, body, otherwise]:
            return ["for", name, values, condition, change(body), change(otherwise)]
    return instruction


def names_in(source: Expression) -> set[str]:
    """Return the names that an expression starts from."""
    if source[0] == "name":
        return {source[1]}
    return {name for part in source[1:] if isinstance(part, list) and part for name in _within(part)}


def _within(part: list[Any]) -> set[str]:
    """Return the names of an operand, which may be a list of steps such as those of a comparison."""
    if isinstance(part[0], list):
        return {name for step in part for name in _within(step)}
    return names_in(part)


def path(source: Expression) -> str:
    """Return an expression as a person may find it in the template: ``issuer.name``."""
    match source:
        case ["name", name]:
            return str(name)
        case ["field", holder, key]:
            return f"{path(holder)}.{key}" if isinstance(key, str) else f"{path(holder)}[{key}]"
        case ["filter", name, operand, *_]:
            return f"{path(operand)} | {name}"
        case ["const", value]:
            return repr(value)
        case [_, *operands]:
            return " … ".join(filter(None, (path(one) for one in operands if isinstance(one, list) and one)))
    return ""
