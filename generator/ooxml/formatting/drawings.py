"""Pictures, drawn lines and text boxes of DrawingML, as measures (20.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.ooxml.formatting.markup import MC, PIC, WP, WPS, A, Element, R, W, branch, number
from generator.ooxml.formatting.values import Drawing

_EMU: Final = 36000
"""English metric units of a millimetre."""
_LINES: Final = frozenset({"line", "straightConnector1", "lineInv"})
THIN: Final = 1.0
"""Millimetres: a shape that is not higher is a line."""
_SHORTEST_LINE: Final = 5.0
TEXT_BOX: Final = "text box"
Target = Callable[[str | None], str]


@dataclass(frozen=True)
class Frame:
    """The column of text around a drawing."""

    width: float
    page_left: float | None = None
    """Distance of the column from the edge of the paper; None where it is not known, in a table."""
    page_width: float = 0.0


@dataclass(frozen=True)
class Found:
    """A drawing and the text in it."""

    drawing: Drawing
    boxes: tuple[Element, ...] = ()
    """Each ``w:txbxContent`` in it, those inside another one left out."""


def drawn(node: Element, frame: Frame, target: Target) -> Iterator[Found]:
    """Yield what a ``w:drawing`` shows; invisible shapes without text are left out."""
    for anchor in node:
        if anchor.tag not in (WP + "anchor", WP + "inline"):
            continue
        boxes = tuple(text_boxes(anchor))
        drawing = _drawing(anchor, frame, target, has_text=bool(boxes))
        if boxes or not _is_invisible(anchor, drawing.kind):
            yield Found(drawing, boxes)


def text_boxes(node: Element) -> Iterator[Element]:
    """Yield the outermost ``w:txbxContent`` below an element, of alternatives the one that is shown."""
    for child in node:
        if child.tag == W + "txbxContent":
            yield child
        elif child.tag == MC + "AlternateContent":
            for chosen in branch(child):
                yield from text_boxes(chosen)
        else:
            yield from text_boxes(child)


def _drawing(anchor: Element, frame: Frame, target: Target, *, has_text: bool) -> Drawing:
    extent, names = anchor.find(WP + "extent"), anchor.find(WP + "docPr")
    width, height = (_length(extent, name) for name in ("cx", "cy"))
    picture = next(anchor.iter(PIC + "pic"), None)
    blip = None if picture is None else next(picture.iter(A + "blip"), None)
    dash = next(anchor.iter(A + "prstDash"), None)
    return Drawing(
        kind=TEXT_BOX if has_text else "picture" if picture is not None else _kind(anchor, width, height),
        width=width,
        height=height,
        left=_left(anchor, frame, width) if anchor.tag == WP + "anchor" else None,
        name="" if names is None else names.get("name", ""),
        description="" if names is None else names.get("descr", ""),
        target="" if blip is None else target(blip.get(R + "embed") or blip.get(R + "link")),
        solid=dash is None or dash.get("val") in (None, "solid"),
    )


def _length(node: Element | None, name: str) -> float:
    length = None if node is None else number(node.get(name))
    return (length or 0) / _EMU


def _kind(anchor: Element, width: float, height: float) -> str:
    shapes = [node.get("prst") for node in anchor.iter(A + "prstGeom")]
    connects = next(anchor.iter(WPS + "cNvCnPr"), None) is not None
    if len(shapes) == 1 and (shapes[0] in _LINES or connects):
        return "line"
    return "line" if shapes and is_thin(width, height) else "shape"


def is_thin(width: float, height: float) -> bool:
    """Tell whether a shape of these millimetres is seen as a line."""
    return min(width, height) <= THIN and max(width, height) >= _SHORTEST_LINE


def _is_invisible(anchor: Element, kind: str) -> bool:
    """Tell whether a line or shape has neither stroke nor filling."""
    stroke = next(anchor.iter(A + "ln"), None)
    fills = [one for one in anchor.iter(A + "solidFill", A + "gradFill") if one.getparent() is not stroke]
    no_stroke = stroke is not None and stroke.find(A + "noFill") is not None
    return kind in ("line", "shape") and no_stroke and not fills


def _left(anchor: Element, frame: Frame, width: float) -> float | None:
    position = anchor.find(WP + "positionH")
    if position is None:
        return None
    offset, align = position.find(WP + "posOffset"), position.find(WP + "align")
    return placed_left(
        frame,
        width,
        from_page=position.get("relativeFrom") == "page",
        known=position.get("relativeFrom") in ("column", "margin", "page", "leftMargin"),
        offset=None if offset is None else (number((offset.text or "").strip()) or 0) / _EMU,
        align=None if align is None else (align.text or "").strip(),
    )


def placed_left(
    frame: Frame, width: float, *, from_page: bool, known: bool, offset: float | None, align: str | None
) -> float | None:
    """Return how far from the left edge of its column a drawing stands; None where that cannot be told."""
    if not known or (from_page and frame.page_left is None):
        return None
    around = frame.page_width if from_page else frame.width
    left = {"left": 0.0, "inside": 0.0, "center": (around - width) / 2, "right": around - width}.get(
        align or "", offset
    )
    return None if left is None else left - (frame.page_left or 0.0 if from_page else 0.0)
