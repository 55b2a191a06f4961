"""What a place of a text names: a unit, or several together."""

from __future__ import annotations

from dataclasses import dataclass

from generator.registers.unit import Unit, UnitClass, UnitPart


@dataclass(frozen=True)
class Mention:
    """A place of a text that names a unit, or several together."""

    start: int
    end: int
    """Places in the text: ``text[start:end]`` is what is named."""
    text: str
    units: tuple[Unit, ...]
    """The unit; of a class its members on the day; several without a class where the name is ambiguous."""
    unit_class: UnitClass | None
    """The class, where it names one; its members may be none."""
    is_speakers_own: bool
    """Whether it is who speaks, a division or part of it, or a class that is relative to it."""
    is_excluded: bool = False
    """Whether the text leaves it out: trừ …, không bao gồm …"""
    part: UnitPart | None = None
    """The inner part of who speaks, whose unit is then the only one of ``units``."""


@dataclass(frozen=True)
class Hit:
    """A mention by the numbers of its words, the last not included."""

    first: int
    last: int
    units: tuple[Unit, ...]
    unit_class: UnitClass | None = None
    is_own: bool = False
    part: UnitPart | None = None
