"""Which lines stay on one page with the next: a picture with its title, the last two of the text with the signature.

So that the signature never stands alone; this is no rule of the decree. A long last paragraph is kept by itself, since
Word takes two of its lines along; of a short one the paragraph before is kept too, of a table the last rows. The
template's paragraphs are told when it is compiled; which of them it concerns is computed for each document.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from lxml import etree

from generator.ooxml.font_widths import MM_PER_TWIP
from generator.ooxml.text_styles import TextStyle
from generator.ooxml.wml import element, qualified
from generator.render.lines import BodyLine
from generator.render.looks import Looks
from generator.templates.body import LINE_STYLES, PICTURE, PICTURE_STYLE, RUNNING_TEXT
from generator.vietnamese.marks import plain

LISTS = ("legal_bases", "preamble", "body", "closing")
"""The lists of lines of the text, in printed order."""
_LINES = 2
_NONE = sys.maxsize
_MARGIN = 0.97
"""Share of its width up to which a line is surely one line; near its end another program may break it."""
_LOOP = re.compile(r"{%\w* *(?:for (\w+) in ([\w.]+)|(endfor))\b")


def put_keeps(main: etree._Element, ids: Mapping[str, str], styles: Mapping[str, TextStyle]) -> None:
    """Let each paragraph of a template that prints a line of the text stay with the next one on demand.

    A style that does so by itself is left alone.
    """
    keeping = {ids[name] for name, style in styles.items() if style.keeps_next and name in ids}
    loops: list[tuple[str, str]] = []
    for paragraph in main.iter(qualified("w:p")):
        text = "".join(node.text or "" for node in paragraph.iter(qualified("w:t")))
        for name, source, end in _LOOP.findall(text):
            loops = loops[:-1] if end else [*loops, (name, source)]
        name, source = loops[-1] if loops else ("", "")
        if re.search(rf"{{{{r *{name}\.text\b", text):
            style = paragraph.find(f"{qualified('w:pPr')}/{qualified('w:pStyle')}")
            own = None if style is None else style.get(qualified("w:val"))
            if style is not None and own not in keeping:
                _put_keep(style, _condition(name, source, is_picture=own == ids.get(PICTURE_STYLE)))


def _condition(name: str, source: str, *, is_picture: bool) -> str:
    """Return when a line stays with the next: a picture where it says so, others at the end of the text; else never."""
    if is_picture and (source == "body" or source.endswith(".lines")):
        return f"{name}.kind == '{PICTURE}' and {name}.keeps"
    return f"loop.index0 >= keeps.{source}" if source in LISTS else ""


def _put_keep(style: etree._Element, condition: str) -> None:
    following = style.getnext()
    if not condition or following is not None and following.tag == qualified("w:keepNext"):
        return
    kept = element("w:keepNext")
    style.addnext(kept)
    style.tail = f"{{% if {condition} %}}"
    kept.tail = "{% endif %}"


def keeps(context: Mapping[str, Any], looks: Looks, width: int) -> dict[str, int]:
    """Return for each list the place of the first line that stays with the next; beyond its end for none.

    ``width`` is the width of the text in twips.
    """
    found = dict.fromkeys(LISTS, _NONE)
    lines = 0
    for name in reversed(LISTS):
        content: Sequence[BodyLine] = context[name]
        for place in reversed(range(len(content))):
            found[name] = place
            lines += _printed_lines(name, content[place], looks, width)
            if lines >= _LINES:
                return found
    return found


def _printed_lines(name: str, line: BodyLine, looks: Looks, width: int) -> int:
    """Return 1 for a paragraph that is surely one line on paper, 2 for more; a table or a picture is as good."""
    if line.table is not None or line.picture is not None or "\n" in line.text:
        return _LINES
    style_name = "Căn cứ" if name == "legal_bases" else LINE_STYLES.get(line.kind, RUNNING_TEXT)
    style = looks.style(style_name)
    room = (width - style.left - style.right - style.first) * MM_PER_TWIP
    text = line.label + plain(line.text)
    fits = looks.face(style_name).width(text.upper() if style.capitals else text) <= room * _MARGIN
    return 1 if fits else _LINES
