"""Text and rich text as WordprocessingML runs; every character that XML can hold comes out as it went in."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from generator.vietnamese.marks import Run, parse_marks

_BREAKS = re.compile(r"([\n\t])")
_BREAK_ELEMENTS = {"\n": "<w:br/>", "\t": "<w:tab/>"}


def text_xml(text: str) -> Markup:
    """Return the text as it may stand inside a ``w:t`` of a template, a line break and a tab as elements."""
    pieces = _BREAKS.split(text)
    if len(pieces) == 1:
        return escape(text)
    inner = "".join(
        f'</w:t>{_BREAK_ELEMENTS[piece]}<w:t xml:space="preserve">' if piece in _BREAK_ELEMENTS else str(escape(piece))
        for piece in pieces
    )
    return Markup(inner)  # noqa: S704 - every piece is escaped above


def runs_xml(rich: str, *, bold: bool = False) -> Markup:
    """Return rich text as runs, all of them bold on demand; a run carries no other formatting than bold and italic."""
    return Markup("".join(_run(run, bold=bold or run.bold) for run in parse_marks(rich)))  # noqa: S704 - escaped


def _run(run: Run, *, bold: bool) -> str:
    bold_marks = "<w:b/><w:bCs/>" if bold else ""
    italic = "<w:i/><w:iCs/>" if run.italic else ""
    properties = f"<w:rPr>{bold_marks}{italic}</w:rPr>" if bold_marks or italic else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text_xml(run.text)}</w:t></w:r>'
