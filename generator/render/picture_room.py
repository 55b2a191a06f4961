"""How high a picture may be: no higher than a page, with its title below it.

Word cuts off what of a picture does not fit a page; LibreOffice squeezes it and adds a page.
"""

from __future__ import annotations

import math

from generator.model.blocks import Picture
from generator.ooxml.font_widths import MM_PER_TWIP, SINGLE_LINE, wrap
from generator.render.looks import Looks
from generator.templates.body import LINE_STYLES, PICTURE_STYLE, PICTURE_TITLE
from generator.vietnamese.marks import plain

_TWIPS_PER_POINT = 20
_LEAST = 0.25
"""Share of the page that a picture may take whatever its title."""
_SHARED = 0.5
"""Share of the page that a picture leaves to what stands on its page: a head above, a signature below."""


def picture_height(picture: Picture, looks: Looks, width: int, page: int) -> int:
    """Return the greatest height of a picture in twips where ``width`` by ``page`` twips are free for it and its title.

    A line is left free, since the picture stands on the foot of its own line, and other programs round otherwise.
    """
    style = looks.style(PICTURE_STYLE)
    taken = math.ceil((style.space + style.size * SINGLE_LINE) * _TWIPS_PER_POINT)
    if picture.title is not None:
        taken += paragraphs_height(picture.title, LINE_STYLES[PICTURE_TITLE], looks, width)
    return int(max(page - taken, page * _LEAST) / max(style.spacing, 1.0))


def free_height(page: int, above: int, *, keeps_end: bool) -> int:
    """Return the height in twips that is free for a picture and its title on a page of a height.

    ``above`` is the height of what stands above them on their page; where that is more than half, they go on the next.
    ``keeps_end`` tells that they stay with the signature, which then has the other half.
    """
    shared = int(page * _SHARED)
    return shared if keeps_end else page - above if above <= shared else page


def paragraphs_height(text: str, style_name: str, looks: Looks, width: int) -> int:
    """Return the height in twips of rich text in a style, ``width`` twips wide, its line breaks as paragraphs."""
    style, face = looks.style(style_name), looks.face(style_name)
    room = max((width - style.left - style.right) * MM_PER_TWIP, 1.0)
    words = plain(text).upper() if style.capitals else plain(text)
    lines = wrap(words, room, face.size, bold=face.bold, italic=face.italic)
    spaces = (1 + words.count("\n")) * style.space
    return math.ceil((len(lines) * style.size * SINGLE_LINE * style.spacing + spaces) * _TWIPS_PER_POINT)
