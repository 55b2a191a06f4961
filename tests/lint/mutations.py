"""A small language to change one thing in a saved Word file: what case files say in YAML, done by python-docx.

A step names what it changes: ``paragraph`` (the first one that begins with the words), ``below`` (the one after it),
``every`` (all that begin with the words), ``section`` (a number from 0, or all), ``header`` (the header of most pages
of a section). Beside it stand the new values: size, bold, italic, font, color, underline, align, first_line, left,
right, before, after, line, exact, text, replace, border, delete, page_break, field … for paragraphs; margins, paper,
landscape, restart, first_page_differs for sections.
"""

from __future__ import annotations

import re
import unicodedata
from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_OF_RUN = ("size", "bold", "italic", "font", "color", "underline")
_PICTURES = {
    "gif": "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
    "png": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
}
_INDENTS = {"first_line": "first_line_indent", "left": "left_indent", "right": "right_indent"}
_SPACES = {"before": "space_before", "after": "space_after"}


def mutated(data: bytes, steps: Sequence[Mapping[str, Any]]) -> bytes:
    """Return the file with the steps done to it, one after the other."""
    word = docx.Document(BytesIO(data))
    for step in steps:
        _apply(word, dict(step))
    return _saved(word)


def saved_again(data: bytes) -> bytes:
    """Return the file as python-docx saves it untouched."""
    return _saved(docx.Document(BytesIO(data)))


def _saved(word: Document) -> bytes:
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def _apply(word: Document, step: dict[str, Any]) -> None:
    if "section" in step:
        chosen = step.pop("section")
        for place, section in enumerate(word.sections):
            if chosen in ("all", place):
                _change_section(section, dict(step))
        return
    for paragraph in _chosen(word, step):
        for name, value in step.items():
            _change(paragraph, name, value)


def _chosen(word: Document, step: dict[str, Any]) -> list[Paragraph]:
    if "header" in step:
        return list(word.sections[step.pop("header")].header.paragraphs)
    everything = list(_paragraphs(word))
    if "every" in step:
        words = step.pop("every")
        found = [one for one in everything if one.text.startswith(words)]
    else:
        words = step.pop("below", None)
        place = next(i for i, one in enumerate(everything) if one.text.startswith(words or step["paragraph"]))
        step.pop("paragraph", None)
        found = [everything[place + 1 if words else place]]
    assert found, f"không có đoạn nào bắt đầu bằng «{words}»"
    return found


def _paragraphs(word: Document) -> Iterator[Paragraph]:
    return (Paragraph(node, word._body) for node in word.element.body.iter(qn("w:p")))


def _change(paragraph: Paragraph, name: str, value: Any) -> None:
    if name in _OF_RUN:
        for element in paragraph._element.iter(qn("w:r")):
            _change_run(Run(element, paragraph), name, value)
    elif name == "align":
        paragraph.alignment = _ALIGN[value]
    elif name in _INDENTS:
        setattr(paragraph.paragraph_format, _INDENTS[name], Mm(value))
    elif name in _SPACES:
        setattr(paragraph.paragraph_format, _SPACES[name], Pt(value))
    elif name in ("line", "exact"):
        paragraph.paragraph_format.line_spacing = Pt(value) if name == "exact" else float(value)
    elif name == "page_break":
        paragraph.paragraph_format.page_break_before = value
    else:
        _WORDS[name](paragraph, value)


def _change_run(run: Run, name: str, value: Any) -> None:
    if name == "size":
        run.font.size = Pt(value)
    elif name == "color":
        run.font.color.rgb = RGBColor.from_string(value)
    elif name == "font":
        run.font.name = value
        run._element.rPr.rFonts.set(qn("w:cs"), value)
    else:
        setattr(run, name, value)


def _set_text(paragraph: Paragraph, text: str) -> None:
    first, *others = paragraph.runs
    first.text = text
    for run in others:
        run._element.getparent().remove(run._element)


def _replace(paragraph: Paragraph, pair: Sequence[str]) -> None:
    old, new = pair
    assert re.search(old, paragraph.text), f"«{paragraph.text}» không có «{old}»"
    _set_text(paragraph, re.sub(old, new, paragraph.text))


def _delete(paragraph: Paragraph, really: bool) -> None:
    element = paragraph._element
    if really and element.getparent().tag == qn("w:tc") and len(element.getparent().findall(qn("w:p"))) == 1:
        _set_text(paragraph, "")
    elif really:
        element.getparent().remove(element)


def _insert(paragraph: Paragraph, text: str) -> None:
    """Put a paragraph of the same look above."""
    copy = deepcopy(paragraph._element)
    paragraph._element.addprevious(copy)
    _set_text(Paragraph(copy, paragraph._parent), text)


def _border(paragraph: Paragraph, style: str | None) -> None:
    properties = paragraph._element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    bottom.set(qn("w:val"), style or "nil")
    bottom.set(qn("w:sz"), "6")
    borders.append(bottom)
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr")


def _move_above(paragraph: Paragraph, words: str) -> None:
    """Put the words of the paragraph, as they look, above the first paragraph that begins with others."""
    body = paragraph._element.getroottree().getroot().iter(qn("w:p"))
    target = next(node for node in body if "".join(node.itertext()).startswith(words))
    target.addprevious(deepcopy(paragraph._element))
    _set_text(paragraph, "")


def _decompose(paragraph: Paragraph, really: bool) -> None:
    _set_text(paragraph, unicodedata.normalize("NFD" if really else "NFC", paragraph.text))


def _symbol(paragraph: Paragraph, font: str) -> None:
    """Put a tick of a symbol font behind the words."""
    run = paragraph.add_run("\uf0fc")
    run.font.name = font


def _underscores(paragraph: Paragraph, count: int) -> None:
    run = paragraph.add_run("_" * count)
    run.font.size, run.font.bold = Pt(14), True


def _picture(paragraph: Paragraph, ending: str) -> None:
    """Put a small picture of the format into the paragraph."""
    paragraph.add_run().add_picture(BytesIO(b64decode(_PICTURES[ending])), width=Mm(20))


_WORDS = {
    "picture": _picture,
    "text": _set_text,
    "replace": _replace,
    "delete": _delete,
    "insert": _insert,
    "border": _border,
    "move_above": _move_above,
    "decompose": _decompose,
    "symbol": _symbol,
    "underscores": _underscores,
}


def _change_section(section: Section, values: dict[str, Any]) -> None:
    for name, value in values.items():
        _OF_SECTION[name](section, value)


def _margins(section: Section, lengths: Mapping[str, float]) -> None:
    for side, length in lengths.items():
        setattr(section, f"{side}_margin", Mm(length))


def _paper(section: Section, size: Sequence[float]) -> None:
    section.page_width, section.page_height = (Mm(length) for length in size)


def _orientation(section: Section, word: str) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if word == "landscape" else WD_ORIENT.PORTRAIT


def _first_page(section: Section, differs: bool) -> None:
    section.different_first_page_header_footer = differs


def _restart(section: Section, again: bool) -> None:
    """Let the page numbers go on from the section before."""
    assert not again
    for node in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(node)


def _to_footer(section: Section, really: bool) -> None:
    """Move the page number from the top of the page to its foot."""
    assert really
    section.footer.is_linked_to_previous = False
    for paragraph in section.header.paragraphs:
        section.footer._element.append(paragraph._element)


_OF_SECTION = {
    "margins": _margins,
    "paper": _paper,
    "orientation": _orientation,
    "first_page_differs": _first_page,
    "restart": _restart,
    "to_footer": _to_footer,
}
