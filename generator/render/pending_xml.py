"""XML of a program that is known but not yet written, so that it can be one piece with what follows.

It may hang on conditions: then every outcome is a constant of its own, chosen when the program runs, and no text is
put together for each line of each document.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from generator.render.printing import RUN_CLOSE

PARAGRAPH_END = f"{RUN_CLOSE}</w:p>"
"""How most rounds of a loop end."""
_MOST_CONDITIONS = 2
"""How many conditions one expression may hang on: each doubles its constants."""


class Part(NamedTuple):
    """XML that a condition chooses, or with no condition the XML itself; without XML the value of a variable."""

    variable: str
    yes: str | None
    no: str = ""


class PendingXml:
    """Parts in the order in which they will be written."""

    def __init__(self, *parts: Part) -> None:
        self.parts = list(parts)

    def add(self, xml: str) -> None:
        """Add XML."""
        if self.parts and not self.parts[-1].variable:
            xml = f"{self.parts.pop().yes}{xml}"
        if xml:
            self.parts.append(Part("", xml))

    def add_value(self, variable: str) -> None:
        """Add the value of a variable of the program."""
        self.parts.append(Part(variable, None))

    def add_choice(self, variable: str, yes: str, no: str) -> None:
        """Add the XML that a variable chooses."""
        self.parts.append(Part(variable, yes, no))

    def with_end(self, xml: str) -> PendingXml:
        """Return the same with XML behind it."""
        made = PendingXml(*self.parts)
        made.add(xml)
        return made

    @property
    def ends_paragraph(self) -> bool:
        """Whether it is the end of a paragraph and nothing else."""
        return self.parts == [Part("", PARAGRAPH_END)]

    def expression(self, keep: Callable[[str], str]) -> str:
        """Return it as an expression of the program; ``keep`` keeps a constant and returns its name."""
        summands: list[str] = []
        group: list[Part] = []
        for part in [*self.parts, Part("", None)]:
            full = bool(part.variable) and sum(bool(one.variable) for one in group) == _MOST_CONDITIONS
            if group and (part.yes is None or full):
                summands.append(_chosen(group, keep))
                group = []
            if part.yes is not None:
                group.append(part)
            elif part.variable:
                summands.append(part.variable)
        return " + ".join(summands) if len(summands) == 1 else f"({' + '.join(summands or [keep('')])})"


def _chosen(parts: list[Part], keep: Callable[[str], str]) -> str:
    """Return the expression of XML whose outcomes are constants."""
    place = next((number for number, part in enumerate(parts) if part.variable), None)
    if place is None:
        return keep("".join(part.yes or "" for part in parts))
    variable, *outcomes = parts[place]
    made = [_chosen([*parts[:place], Part("", xml), *parts[place + 1 :]], keep) for xml in outcomes]
    return f"({made[0]} if {variable} else {made[1]})"
