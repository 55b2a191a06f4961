"""Instructions placed in their XML: each print knows where it stands, and every branch leaves off where it began."""

from __future__ import annotations

import re
from xml.sax.saxutils import unescape

from generator.errors import TemplateError
from generator.render.tree import Expression, Instruction, path
from generator.render.xml_state import RUN, XmlState, after, crossed, misplaced

_HOST = re.compile(r"<w:r(?: [^>]*)?>(?:<w:rPr>((?:(?!</w:rPr>).)*)</w:rPr>)?<w:t(?: [^>]*)?(?:/>|>[^<]*</w:t>)</w:r>$")
_EMPTY_RUN = re.compile(r"<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?(?:/>|></w:t>)</w:r>")
_REST = re.compile(r'^<w:r>(?=<w:t xml:space="preserve">)')


def placed(source: list[Instruction]) -> list[Instruction]:
    """Return the instructions with the level of each print and the properties of the run that holds its tag.

    Raises TemplateError when tags cross the elements of the document or stand where Word shows nothing.
    """
    made, end = _walk(source, XmlState())
    if end != XmlState():
        raise crossed()
    return made


def _walk(source: list[Instruction], state: XmlState) -> tuple[list[Instruction], XmlState]:
    made: list[Instruction] = []
    properties = ""
    for position, instruction in enumerate(source):
        kind = instruction[0]
        if kind == "text":
            xml = _with_host(instruction[1], properties)
            properties = _host(xml) if _prints(source, position + 1) else ""
            state = _text(_without_empty_runs(xml), state, made)
        elif kind == "print":
            made.append(_print(instruction, state, properties))
        else:
            properties = ""
            choice, state = _choice(instruction, state) if kind == "if" else _loop(instruction, state)
            made.append(choice)
    return made, state


def _without_empty_runs(xml: str) -> str:
    """Return static XML without runs that hold nothing; tags leave many of them behind."""
    return _EMPTY_RUN.sub("", xml)


def _prints(source: list[Instruction], position: int) -> bool:
    return position < len(source) and source[position][0] == "print"


def _host(xml: str) -> str:
    """Return the inner run properties of the run that a tag has been taken out of: the one that ends the XML."""
    start = max(xml.rfind("<w:r>"), xml.rfind("<w:r "))
    found = _HOST.search(xml, start) if start >= 0 else None
    return (found[1] or "") if found else ""


def _with_host(xml: str, properties: str) -> str:
    """Give the words behind a tag the properties that they had in the run that the tag has split."""
    return _REST.sub(f"<w:r><w:rPr>{properties}</w:rPr>", xml) if properties else xml


def _text(xml: str, state: XmlState, made: list[Instruction]) -> XmlState:
    if xml:
        made.append(["text", xml])
    return after(state, xml)


def _print(instruction: Instruction, state: XmlState, properties: str) -> Instruction:
    level = state.level
    if not level:
        raise misplaced(path(instruction[2]))
    return ["print", level, instruction[2], properties if level == RUN else ""]


def _choice(instruction: Instruction, state: XmlState) -> tuple[Instruction, XmlState]:
    if state.partial:
        return _in_attribute(instruction, state), state
    walked = [(condition, *_walk(body, state)) for condition, body in instruction[1]]
    otherwise, end = _walk(instruction[2], state)
    if any(found != end for _, _, found in walked):
        raise _at(crossed(), instruction[1][0][0])
    return ["if", [[condition, body] for condition, body, _ in walked], otherwise], end


def _in_attribute(instruction: Instruction, state: XmlState) -> Instruction:
    """Return a choice between values of an attribute, such as ``restart`` and ``continue``, as one print."""
    value = _value(instruction[2])
    for condition, body in reversed(instruction[1]):
        value = ["if", condition, _value(body), value]
    return _print(["print", "", value, ""], state, "")


def _value(body: list[Instruction]) -> Expression:
    match body:
        case []:
            return ["const", ""]
        case [["text", xml]]:
            return ["const", unescape(xml, {"&quot;": '"'})]
        case [["print", _, source, _]]:
            return list(source)
    raise crossed()


def _loop(instruction: Instruction, state: XmlState) -> tuple[Instruction, XmlState]:
    _, name, source, condition, body, otherwise = instruction
    made, end = _walk(body, state)
    alternative, other_end = _walk(otherwise, state)
    if end != state or other_end != state or state.partial:
        raise _at(crossed(), source)
    return ["for", name, source, condition, made, alternative], state


def _at(failure: TemplateError, source: list[object]) -> TemplateError:
    failure.message = f"{failure.message} (thẻ «{path(source)}»)"
    return failure
