"""A component of a document (thành phần thể thức): where it stands and how it looks."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field

from generator.nd30.measure import Cited, Measure

Case: TypeAlias = Literal["upper", "sentence", "title", "lower", "mixed"]
"""All capitals; first letter; first letter of each word; none but of names; as the office set them."""
Align: TypeAlias = Literal["left", "center", "right", "justify"]
Side: TypeAlias = Literal["left", "right", "full"]
"""Half of the text width in which the component stands."""
Numerals: TypeAlias = Literal["roman", "arabic", "letters"]


class RuleLine(Cited):
    """A horizontal line at a component (đường kẻ ngang)."""

    position: Literal["below", "above"] = "below"
    kind: Literal["solid"] = "solid"
    ratio: Measure[float]
    """Length as a share of the line of text; of the text width where ``of`` is ``page``."""
    of: Literal["text", "page"] = "text"
    centered: bool = True


class Frame(Cited):
    """The box around a stamp, in millimetres."""

    width: Measure[float]
    height: Measure[float]


class Component(Cited):
    """One component.

    What the source leaves open is None. ``size`` is in points, ``indent`` and ``item_indent`` in millimetres,
    ``space_before`` in points.
    """

    label: str
    """Vietnamese name, as messages use it."""
    box: str | None = None
    """Number of its place (ô) in the decree's diagram."""
    side: Side | None = None
    optional: bool = False

    text: Measure[str] | None = None
    """The words it consists of; other spellings that are allowed stand in ``values``."""
    prefix: Measure[str] | None = None
    suffix: Measure[str] | None = None
    line_end: Measure[str] | None = None
    last_end: Measure[str] | None = None
    pattern: str | None = None
    """A regular expression that the whole text matches when it is correct."""
    examples: tuple[str, ...] = ()
    forbidden_prefixes: tuple[str, ...] = ()

    case: Measure[Case] | None = None
    size: Measure[float] | None = None
    bold: Measure[bool] | None = None
    italic: Measure[bool] | None = None
    underline: Measure[bool] | None = None
    color: Measure[str] | None = None
    align: Measure[Align] | None = None
    indent: Measure[float] | None = None
    """First line of the component."""
    item_indent: Measure[float] | None = None
    """Left edge of the items of a list in it."""
    space_before: Measure[float] | None = None
    line_spacing: Measure[float] | None = None
    rule: RuleLine | None = None
    frames: dict[str, Frame] = Field(default_factory=dict)
    """By the words of the stamp; the key ``*`` stands for any words."""

    numerals: Measure[Numerals] | None = None
    titled: Measure[bool] | None = None
    """Whether a level of the outline has a title."""
    title_case: Measure[Case] | None = None
    title_below: Measure[bool] | None = None
    """Whether the title stands on the next line instead of the same."""
    bold_if_titled: Measure[bool] | None = None

    same_row_as: str | None = None
    below: str | None = None
    """The component it directly follows."""
    only_for: tuple[str, ...] = ()
    """Document types that have it; empty for all."""
    absent_for: tuple[str, ...] = ()
    first_page_only: bool = False
