"""Programs write few pieces, and just what their instructions say: held against a plain reading of the instructions."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.render.pending_xml import PARAGRAPH_END, PendingXml
from generator.render.printing import joined
from generator.render.program import program
from generator.render.tree import Instruction

START = "<w:p><w:r><w:t>"
NAMES = ("a", "b")
VALUES = st.fixed_dictionaries(
    {
        **{name: st.sampled_from(["", "1", "2"]) for name in NAMES},
        "l": st.lists(st.sampled_from(["x", "y"]), max_size=3),
    }
)


def _printed(name: str) -> Instruction:
    return ["print", "text", ["name", name], ""]


def _asks(name: str, text: str) -> list[Any]:
    return ["compare", ["name", name], [["==", ["const", text]]]]


TEXTS = st.sampled_from(["", START, PARAGRAPH_END, f"{PARAGRAPH_END}{START}", "</w:t></w:r>"]).map(
    lambda xml: ["text", xml]
)
PRINTS = st.sampled_from(NAMES).map(_printed)
ATTRIBUTES = st.sampled_from(NAMES).map(lambda name: ["print", "attribute", ["name", name], ""])


def _bodies(instructions: st.SearchStrategy[Instruction]) -> st.SearchStrategy[list[Instruction]]:
    return st.lists(instructions, max_size=4)


def _choices(bodies: st.SearchStrategy[list[Instruction]]) -> st.SearchStrategy[Instruction]:
    def made(name: str, own: list[list[Instruction]], otherwise: list[Instruction]) -> Instruction:
        return ["if", [[_asks(name, str(number)), body] for number, body in enumerate(own)], otherwise]

    return st.builds(made, st.sampled_from(NAMES), st.lists(bodies, min_size=1, max_size=4), bodies)


def _loops(bodies: st.SearchStrategy[list[Instruction]]) -> st.SearchStrategy[Instruction]:
    return st.builds(lambda body, otherwise: ["for", "b", ["name", "l"], None, body, otherwise], bodies, bodies)


INSTRUCTIONS = st.recursive(
    TEXTS | PRINTS | ATTRIBUTES, lambda inner: _choices(_bodies(inner)) | _loops(_bodies(inner)), max_leaves=12
)


def _free_loops(instructions: list[Instruction], depth: int = 0) -> int:
    """Return how deep loops stand within each other."""
    found = depth
    for one in instructions:
        if one[0] == "for":
            found = max(found, _free_loops(one[4], depth + 1), _free_loops(one[5], depth + 1))
        elif one[0] == "if":
            found = max(found, *(_free_loops(body, depth) for body in [*(body for _, body in one[1]), one[2]]))
    return found


def _plainly(instructions: list[Instruction], values: dict[str, Any]) -> str:
    """Return what instructions print, word for word."""
    return "".join(_one(instruction, values) for instruction in instructions)


def _one(instruction: Instruction, values: dict[str, Any]) -> str:
    match instruction:
        case ["text", xml]:
            return str(xml)
        case ["print", _, [_, name], _]:
            return str(values[name])
        case ["if", branches, otherwise]:
            chosen = (body for [_, [_, name], [[_, [_, text]]]], body in branches if values[name] == text)
            return _plainly(next(chosen, otherwise), values)
        case ["for", name, [_, source], _, body, otherwise]:
            rounds = [_plainly(body, {**values, name: entry}) for entry in values[source]]
            return "".join(rounds) if rounds else _plainly(otherwise, values)
    raise AssertionError(instruction)


@given(_bodies(INSTRUCTIONS).filter(lambda found: _free_loops(found) <= 2), VALUES)
def test_a_program_writes_what_its_instructions_say(instructions: list[Instruction], values: dict[str, Any]) -> None:
    whole = [["text", "<w:body>"], *instructions]
    assert joined(program("x", whole).pieces(values)) == _plainly(whole, values)


def test_rounds_of_paragraphs_are_one_piece_each_whatever_their_style_hangs_on() -> None:
    style: Instruction = ["if", [[_asks("a", "1"), [["text", "<w:keepNext/>"]]]], []]
    body: list[Instruction] = [["text", "<w:p>"], style, ["text", "<w:r><w:t>"], _printed("b"), ["text", PARAGRAPH_END]]
    loop: Instruction = ["for", "b", ["name", "l"], None, body, []]
    filled = program("x", [["text", "<w:body>"], loop, ["text", "</w:body>"]])
    assert filled.pieces({"a": "1", "l": ["x", "y"]}) == [
        "<w:body>", "", "<w:p><w:keepNext/><w:r><w:t>", "x",
        f"{PARAGRAPH_END}<w:p><w:keepNext/><w:r><w:t>", "y", f"{PARAGRAPH_END}</w:body>", "",
    ]  # fmt: skip


def test_conditions_beyond_a_few_are_summed_and_not_multiplied() -> None:
    pending = PendingXml()
    for number in range(12):
        pending.add_choice(f"b{number}", "1", "2")
    kept: list[str] = []
    source = pending.expression(lambda xml: kept.append(xml) or repr(xml))  # type: ignore[func-returns-value]
    assert len(kept) == 24
    assert eval(source, {f"b{number}": number % 2 for number in range(12)}) == "21" * 6
