"""What belongs to pages, not to the document: page numbers, drawn rules, links of the margin, repeated headings.

Each thing that is taken out is named in a diagnostic with its words, so that nothing is lost unseen.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.diagnostics import Diagnostic, Place, hint
from generator.reading import cues
from generator.reading.labels import labels_of
from generator.reading.lines import Line, place_of
from generator.reading.page_numbers import page_numbers
from generator.reading.stamps import stamps_of

_RULE = re.compile(r"[_=\-–—─\s]{3,}|[*\s]{3,}")
_RULE_BEFORE = re.compile(r"[_=\-–—─]{3,}\s*(?=[^\W\d_])")
"""A rule that a program wrote on the line below it."""
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_LONGEST_HEADING = 15
_FOOTER_WORDS = 4

Result = tuple[list[Line], tuple[Diagnostic, ...]]


def without_furniture(lines: Sequence[Line], *, margins: bool = True) -> Result:
    """Return the lines of the document itself, and one diagnostic for each thing left out.

    A line after a page number begins a page, also where the file marks no page. Without `margins` the reader of the
    format knows the margins of the pages and has taken off page numbers and what is printed again on each page.
    """
    kept: list[Line] = list(lines)
    notes: list[Diagnostic] = []
    in_text = (_without_stamps, _without_rules, _without_links)
    in_margins = (_without_page_numbers, _without_repeated_footers, _without_repeated_headings)
    for step in (in_text[0], in_margins[0], *in_text[1:], *in_margins[1:]) if margins else in_text:
        kept, found = step(kept)
        notes += found
    return kept, tuple(sorted(notes, key=lambda note: note.place.line or 0))


def _without(lines: Sequence[Line], dropped: set[int], note: Callable[[Line], Diagnostic]) -> Result:
    """Return the lines without those at the positions; the gap before one goes to the next line."""
    kept, gap = [], 0
    for position, line in enumerate(lines):
        if position in dropped:
            gap += line.gap
        else:
            kept.append(replace(line, gap=line.gap + gap) if gap else line)
            gap = 0
    return kept, tuple(note(lines[position]) for position in sorted(dropped))


def _without_stamps(lines: Sequence[Line]) -> Result:
    return _without(lines, stamps_of(lines), _stamp_note)


def _stamp_note(line: Line) -> Diagnostic:
    return hint("bỏ chữ của dấu đến hoặc của hình ảnh chữ ký số", place_of(line, whole=True), code="stamp")


def _without_page_numbers(lines: Sequence[Line]) -> Result:
    dropped = page_numbers(lines)
    kept, notes = _without(lines, dropped, _page_number_note)
    turns = {lines[position + 1].numbers for position in dropped if position + 1 < len(lines)}
    return _with_turns(kept, turns), notes


def _page_number_note(line: Line) -> Diagnostic:
    return hint("bỏ số trang in giữa văn bản", place_of(line, whole=True), code="page-number")


def _with_turns(lines: Sequence[Line], turns: set[tuple[int, ...]]) -> list[Line]:
    """Return the lines with a page begun at each of the places; a file that marks its pages keeps its count."""
    turned, extra = [], 0
    before = lines[0].page if lines else 1
    for line in lines:
        if line.numbers in turns and line.page == before:
            extra += 1
        before = line.page
        turned.append(replace(line, page=line.page + extra) if extra else line)
    return turned


def _without_rules(lines: Sequence[Line]) -> Result:
    dropped = {place for place, line in enumerate(lines) if not line.cells and _RULE.fullmatch(line.text)}
    kept, notes = _without(lines, dropped, _rule_note)
    begun = [line for line in kept if not line.cells and _RULE_BEFORE.match(line.text)]
    cut = [line if line.cells else replace(line, text=_RULE_BEFORE.sub("", line.text)) for line in kept]
    return cut if begun else kept, (*notes, *map(_rule_note, begun))


def _rule_note(line: Line) -> Diagnostic:
    return hint("bỏ đường kẻ ngang; đường kẻ được vẽ lại khi xuất văn bản", place_of(line), code="rule-line")


def _without_links(lines: Sequence[Line]) -> Result:
    """Leave out links that a page's margin lists: alone on its line, the last before the page turns."""
    dropped = {
        place
        for place, (line, after) in enumerate(pairwise(lines))
        if _LINK.fullmatch(line.text) and after.page != line.page
    }
    return _without(lines, dropped, _link_note)


def _link_note(line: Line) -> Diagnostic:
    return hint("bỏ địa chỉ liên kết in rời ở cuối trang", place_of(line, whole=True), code="stray-link")


def _without_repeated_footers(lines: Sequence[Line]) -> Result:
    """Leave out the line that ends page after page in the same words, such as an address."""
    ends: dict[str, list[int]] = defaultdict(list)
    for place, (line, after) in enumerate(pairwise([*lines, None])):
        if line and (after is None or after.page != line.page):
            ends[line.text].append(place)
    repeated = (own for own in ends.values() if len(own) > 1 and all(_is_footer(lines, place) for place in own))
    return _without(lines, {place for own in repeated for place in own}, _footer_note)


def _is_footer(lines: Sequence[Line], place: int) -> bool:
    """Tell whether the line may be a footer: words beside others on its page, no cell and no sentence."""
    line = lines[place]
    alone = place == 0 or lines[place - 1].page != line.page
    listed = line.cells or labels_of(line.text) or cues.ends_sentence(line.text)
    return not alone and not listed and len(line.text.split()) >= _FOOTER_WORDS


def _footer_note(line: Line) -> Diagnostic:
    return hint("bỏ dòng in lặp lại ở chân trang", place_of(line, whole=True), code="repeated-footer")


def _without_repeated_headings(lines: Sequence[Line]) -> Result:
    """Leave out headings that begin page after page in the same words; they stay where they stand first."""
    places: dict[str, list[int]] = defaultdict(list)
    starts: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        places[line.text].append(place)
        if place and line.page != lines[place - 1].page:
            starts[line.text].append(place)
    dropped: set[int] = set()
    notes: list[Diagnostic] = []
    for text, own in starts.items():
        length = _common_length(lines, own) if len(own) > 1 else 0
        if not _is_heading(lines[own[0]], len(own), length):
            continue
        first = next(place for place in places[text] if _matches(lines, place, own[0], length))
        again = [place for place in own if place != first]
        dropped.update(place + offset for place in again for offset in range(length))
        notes += [_heading_note(lines[place : place + length]) for place in again]
    kept, _ = _without(lines, dropped, _page_number_note)
    return kept, tuple(notes)


def _is_heading(line: Line, pages: int, length: int) -> bool:
    """Tell whether the lines that begin several pages alike are a heading: too often or too long to be chance."""
    return not labels_of(line.text) and 1 <= length <= _LONGEST_HEADING and pages + length > 4


def _common_length(lines: Sequence[Line], starts: Sequence[int]) -> int:
    """Return how many lines from each of the places on are the same in all."""
    room = min(_LONGEST_HEADING + 1, *(after - before for before, after in pairwise([*starts, len(lines)])))
    for length in range(1, room):
        if len({lines[start + length].text for start in starts}) > 1:
            return length
    return room


def _matches(lines: Sequence[Line], place: int, model: int, length: int) -> bool:
    return all(
        place + offset < len(lines) and lines[place + offset].text == lines[model + offset].text
        for offset in range(length)
    )


def _heading_note(heading: Sequence[Line]) -> Diagnostic:
    place = Place(line=heading[0].first, quote=" ".join(line.text for line in heading))
    return hint("bỏ tiêu đề in lặp lại ở đầu trang", place, code="repeated-heading")
