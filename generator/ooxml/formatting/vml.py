"""Pictures, drawn lines and text boxes of VML, which older versions of Word wrote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.ooxml.formatting.drawings import TEXT_BOX, Found, Frame, Target, is_thin, placed_left, text_boxes
from generator.ooxml.formatting.markup import Element, O, R, V, millimetres, twips
from generator.ooxml.formatting.values import Drawing

_SHAPES: Final = frozenset(V + name for name in ("shape", "line", "rect", "roundrect", "oval", "polyline", "group"))
_STRAIGHT: Final = "_t32"
"""The end of the type of a straight connector."""
_TRUE: Final = frozenset({"t", "true", "1"})
_FALSE: Final = frozenset({"f", "false", "0"})


def drawn(node: Element, frame: Frame, target: Target) -> Iterator[Found]:
    """Yield what a ``w:pict`` or ``w:object`` shows; invisible lines are left out."""
    for shape in node:
        if shape.tag not in _SHAPES:
            continue
        boxes = tuple(text_boxes(shape))
        drawing = _drawing(shape, frame, target, has_text=bool(boxes))
        if boxes or drawing.kind != "line" or shape.get("stroked") not in _FALSE:
            yield Found(drawing, boxes)


def _drawing(shape: Element, frame: Frame, target: Target, *, has_text: bool) -> Drawing:
    style = _declarations(shape.get("style", ""))
    picture = next(shape.iter(V + "imagedata"), None)
    stroke = shape.find(V + "stroke")
    left, width, height = _measures(shape, style)
    is_line = shape.tag == V + "line" or shape.get("type", "").endswith(_STRAIGHT) or shape.get(O + "hr") in _TRUE
    kind = "line" if is_line or is_thin(width, height) else "shape"
    return Drawing(
        kind=TEXT_BOX if has_text else "picture" if picture is not None else kind,
        width=width,
        height=height,
        left=_left(style, frame, left, width),
        name=shape.get("id", ""),
        description=shape.get("alt", ""),
        target="" if picture is None else target(picture.get(R + "id")),
        solid=stroke is None or stroke.get("dashstyle") in (None, "solid"),
    )


def _declarations(style: str) -> dict[str, str]:
    pairs = (one.partition(":") for one in style.split(";"))
    return {name.strip().lower(): text.strip() for name, _, text in pairs}


def _measures(shape: Element, style: dict[str, str]) -> tuple[float, float, float]:
    """Return left edge, width and height: of a line from its ends, else from its style."""
    start, end = shape.get("from"), shape.get("to")
    if start and end:
        (left, top), (right, bottom) = _point(start), _point(end)
        return min(left, right), abs(right - left), abs(bottom - top)
    return _length(style.get("margin-left")), _length(style.get("width")), _length(style.get("height"))


def _point(text: str) -> tuple[float, float]:
    across, _, down = text.partition(",")
    return _length(across), _length(down)


def _length(text: str | None) -> float:
    """Return millimetres; a length without unit is in pixels."""
    text = (text or "").strip()
    found = twips(f"{text}px" if text[-1:].isdigit() else text)
    return millimetres(found or 0.0)


def _left(style: dict[str, str], frame: Frame, left: float, width: float) -> float | None:
    if style.get("position") not in ("absolute", "relative"):
        return None
    relative = style.get("mso-position-horizontal-relative", "text")
    align = style.get("mso-position-horizontal")
    return placed_left(
        frame,
        width,
        from_page=relative == "page",
        known=relative in ("text", "margin", "page"),
        offset=left,
        align=align,
    )
