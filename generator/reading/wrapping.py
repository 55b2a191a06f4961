"""Wrapped lines rejoined: physical lines in, logical lines (paragraphs, items, headings, table rows) out.

A break between two lines is a wrap when the next word would not have fitted on the line (see `measure`). Where
nothing was wrapped — one paragraph a line — only a page break splits a paragraph, and a small letter shows that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from generator.reading import cues, measure
from generator.reading.column_words import is_heading_row
from generator.reading.labels import UNORDERED, LabelKind, labels_of
from generator.reading.lines import Line

_OPEN_SYMBOL = re.compile(r"\S[-/]$")
_CUT_SYMBOL = re.compile(r"\d/[A-ZĐ]\w*$")
_BARE_NUMBER = re.compile(r"Số\s*:?\s*\d*")
_DANGLING = re.compile(
    r"(?<!\S)(?:của|và|về|theo|tại|cho|với|ngày|tháng|các|những|trong|do|từ|hoặc|thuộc|bằng|để|bởi|giữa|trên|cùng)$"
)
"""Words with which no paragraph ends."""
_BASIS = re.compile(r"(?:Căn cứ|Theo đề nghị|Xét) ")
_WIDE = 100.0
"""Millimetres: a line that is shorter may be a cell of a table, or whole without an end mark."""
_OPEN_ADDRESS = re.compile(r"(?:(?:https?://|www\.)\S*[./_=&?%-]|\S+@(?:\S*[.-])?|\S+[._-]@?)$")
_REST_OF_ADDRESS = re.compile(r"[a-z0-9_%-]+(?:[./@][\w%-]+)+")
_CITING = {
    LabelKind.LETTER: re.compile(r"\bđiểm$", re.IGNORECASE),
    LabelKind.ARABIC: re.compile(
        r"\b(?:điều|khoản|mục|số|biểu|mẫu|phụ lục|chương|phần|năm|quý|tháng|ngày)$", re.IGNORECASE
    ),
    LabelKind.ROMAN: re.compile(r"\b(?:chương|phần|mục|phụ lục|quý)$", re.IGNORECASE),
}
"""Words that ask for a number, by the kind of label for which it may be taken."""
_RUNNING = 120
"""Characters: a longer line without end mark is no heading but running text that a page break cut."""


@dataclass(frozen=True)
class Layout:
    """How a file lays out its lines."""

    width: float | None
    """Width at which lines were wrapped, in mm at 14 pt; None when they were not."""
    gap: int
    """Usual number of blank lines between two lines."""

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Layout:
        """Return the layout that the lines show; appendices are often laid across and do not count for the width."""
        gaps = Counter(line.gap for line in lines[1:] if not line.cells)
        body = list(takewhile(lambda line: not cues.appendix_label(line.text), lines))
        return cls(measure.text_width(body), gaps.most_common(1)[0][0] if gaps else 0)


@dataclass(frozen=True)
class Seam:
    """The break between two physical lines."""

    before: Line
    after: Line
    following: Line | None
    """The line after `after`; None at the end."""
    start: Line
    """The first line of the paragraph that `before` belongs to."""
    is_title: bool = False
    """Whether the paragraph stands below the name of a type, so that it is the subject."""

    @property
    def opening(self) -> bool:
        """Whether `before` is the first line of its paragraph."""
        return self.start is self.before

    @property
    def closed(self) -> bool:
        """Whether the paragraph is a component that is complete: a line of its own, or a note whose bracket closes."""
        before = self.before.text
        closed_note = cues.is_appendix_note(self.start.text) and before.endswith(")")
        return (
            closed_note
            or is_heading_row(before)
            or cues.ends_document(before)
            or (self.opening and cues.stands_alone(before))
        )


def rejoined(lines: Sequence[Line]) -> list[Line]:
    """Return the logical lines, each with the numbers of its source lines; table rows stay as they are."""
    layout = Layout.of(lines)
    groups: list[list[Line]] = []
    for line, following in pairwise([*lines, None]):
        if line is None:
            break
        below_type = len(groups) > 1 and cues.is_type_name(groups[-2][-1].text)
        seam = Seam(groups[-1][-1], line, following, groups[-1][0], below_type) if groups else None
        if seam and continues(seam, layout):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_merged(group) for group in groups]


def _merged(group: Sequence[Line]) -> Line:
    pieces = [group[0].text]
    for before, after in pairwise(group):
        pieces += [glue(before.text, after.text), after.text]
    numbers = tuple(number for line in group for number in line.numbers)
    return replace(group[0], text="".join(pieces), numbers=numbers)


def glue(before: str, after: str) -> str:
    """Return what stands between two joined lines: nothing inside a symbol ("86/KH-" and "UBND"), else a space."""
    return "" if _OPEN_SYMBOL.search(before) or _splits_symbol(before, after) or _splits_address(before, after) else " "


def _splits_address(before: str, after: str) -> bool:
    """Tell whether an address of the net was cut: "van-thu@so.tinh." and "gov.vn"."""
    last, first = before.rsplit(maxsplit=1)[-1], after.split(maxsplit=1)[0]
    opened = ("@" in last or "://" in last or last.startswith("www.")) and _OPEN_ADDRESS.search(last) is not None
    return opened and first[:1].islower() and (first.isascii() and _REST_OF_ADDRESS.match(first) is not None)


def _splits_symbol(before: str, after: str) -> bool:
    """Tell whether a symbol was cut before its hyphen or slash: "số 86/KH" and "-UBND ngày", "Số:" and "/KH-A"."""
    cut = _CUT_SYMBOL.search(before) or (_BARE_NUMBER.fullmatch(before) and after.startswith("/"))
    return bool(cut and re.match(r"[-/][A-ZĐ]", after))


def continues(seam: Seam, layout: Layout) -> bool:
    """Tell whether the second line goes on with the paragraph of the first."""
    before, after = seam.before.text, seam.after.text
    if seam.before.cells or seam.after.cells:
        return False
    if _splits_symbol(before, after) or _splits_address(before, after):
        return True
    if cues.opens_component(after) or seam.closed:
        return False
    if labels_of(after):
        return _is_citation_end(seam, layout)
    return _is_bare_label(seam) or _flows_on(seam, layout)


def _is_bare_label(seam: Seam) -> bool:
    """Tell whether the first line holds a label and nothing else, its words being on the next."""
    return seam.opening and any(not label.text for label in labels_of(seam.before.text))


def _is_citation_end(seam: Seam, layout: Layout) -> bool:
    """Tell whether a seeming label is part of a sentence: "kinh tế" and "- xã hội", "khoản" and "2. Điều 5"."""
    before, label = seam.before.text, labels_of(seam.after.text)[0]
    cut_by_page = layout.width is None and len(before) > _RUNNING
    if not (cut_by_page or is_full(seam, layout)):
        return False
    return cites(before, seam.after.text) and (label.kind is not LabelKind.DASH or layout.width is not None)


def cites(before: str, after: str) -> bool:
    """Tell whether a full line may go on with one that seems to begin with a label: with "- xã hội", or a number."""
    labels = labels_of(after)
    if not labels or cues.ends_sentence(before):
        return False
    if labels[0].kind is LabelKind.DASH:
        return cues.starts_small(labels[0].text)
    citing = _CITING.get(labels[0].kind)
    return citing is not None and citing.search(before) is not None


def _flows_on(seam: Seam, layout: Layout) -> bool:
    before, after = seam.before.text, seam.after.text
    ended = cues.ends_sentence(before)
    if not ended and (cues.starts_small(after) or _OPEN_SYMBOL.search(before)):
        return True
    if measure.width(before) > _WIDE and (_DANGLING.search(before) or _is_open_basis(seam)):
        return True
    turned = seam.before.page != seam.after.page
    if seam.after.gap > layout.gap and not turned:
        return False
    if layout.width is None:
        return not ended and len(before) > _RUNNING and not after[0].isupper()
    if seam.is_title and (after.endswith(":") or measure.width(after) > layout.width * 0.9):
        return False
    return is_full(seam, layout) and not (ended and _opens_paragraph(seam, layout.width))


def _is_open_basis(seam: Seam) -> bool:
    """Tell whether a legal basis is not closed yet, and no other begins."""
    before, after = seam.before.text, seam.after.text
    if not _BASIS.match(seam.start.text) or before.endswith((";", ".", ",", ":")) or _BASIS.match(after):
        return False
    return not cues.is_capitals(after)


def is_full(seam: Seam, layout: Layout) -> bool:
    """Tell whether the first word of the next line would not have fitted on the line; False where none wraps.

    A sentence or a title that may well end here is measured closely; running text gets some slack, for a paragraph
    may be set narrower than the others.
    """
    if layout.width is None:
        return False
    word = seam.after.text.split(maxsplit=1)[0]
    needed = _width(seam.before.text) + measure.SPACE + _width(word)
    indent = measure.FIRST_LINE_INDENT if seam.opening else 0
    return needed > layout.width - indent - _slack(seam)


def _slack(seam: Seam) -> float:
    """Return by how many millimetres a full line may be narrower than the text width."""
    before = seam.before.text
    if cues.starts_small(seam.after.text):
        return 25.0
    kinds = {label.kind for label in labels_of(before)}
    title = seam.opening and (cues.is_capitals(before) or bool(kinds - UNORDERED))
    return 3.0 if title or cues.ends_sentence(before) else 10.0


def _width(text: str) -> float:
    return measure.width(text, bold=cues.is_capitals(text))


def _opens_paragraph(seam: Seam, page_width: float) -> bool:
    """Tell whether a line after a full stop at the right edge is the indented first line of the next paragraph.

    It is not when it is too wide to be indented; it is when it broke early although it goes on.
    """
    own = measure.width(seam.after.text)
    following = seam.following.text if seam.following else ""
    if own > page_width - 0.8 * measure.FIRST_LINE_INDENT or not cues.starts_small(following):
        return False
    word = following.split(maxsplit=1)[0]
    broke_early = own + measure.SPACE + measure.width(word) < page_width * 0.985
    return broke_early and not labels_of(following) and not cues.starts_small(seam.after.text)
