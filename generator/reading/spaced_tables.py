"""Tables whose columns are kept apart by spaces (pdftotext -layout) or by "|": their lines as rows of cells.

A table is known by its heading row. On each page the columns are what nothing but spaces parts from top to bottom; a
row begins where the first column is filled. Rows come out as lines with tabs, as Word saves them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.diagnostics import Diagnostic, Place, hint, warning
from generator.reading import cues
from generator.reading.grids import is_heading
from generator.reading.labels import labels_of
from generator.reading.lines import RawLine, shortened
from generator.reading.page_numbers import is_page_number
from generator.reading.wrapping import glue

_SEGMENT = re.compile(r"\S+(?: \S+)*")
_FEWEST_COLUMNS = 3
_LONGEST_GAP = 3
"""Blank lines inside a table."""
_TURN = 6
"""Lines at the top of a page within which a table goes on."""
_PIPE_RULE = re.compile(r"[|+:\s=_-]+")

Result = tuple[list[RawLine], tuple[Diagnostic, ...]]


def tabled(lines: Sequence[RawLine]) -> Result:
    """Return the lines, those of tables joined to rows with tabs, and a warning for each table so made."""
    piped, pipe_notes = _without_pipes(lines)
    rows: list[RawLine] = []
    notes: list[Diagnostic] = []
    place = 0
    while place < len(piped):
        opens = _opens_table(piped[place])
        end = _table_end(piped, place) if opens else place + 1
        made = _rows(piped[place:end]) if opens else []
        rows += made or piped[place:end]
        notes += [_note(piped[place])] if made else []
        place = end
    return rows, (*pipe_notes, *notes)


def _without_pipes(lines: Sequence[RawLine]) -> Result:
    """Return the lines, those of a table drawn with "|" as rows with tabs, its rules left out and named."""
    drawn = [line.text.count("|") > 1 for line in lines]
    kept: list[RawLine] = []
    notes: list[Diagnostic] = []
    for place, line in enumerate(lines):
        if not (drawn[place] and any(drawn[max(0, place - 2) : place] + drawn[place + 1 : place + 3])):
            kept.append(line)
        elif _PIPE_RULE.fullmatch(line.text) and "-" in line.text:
            where = Place(line=line.number, quote=line.text.strip())
            notes.append(hint("bỏ đường kẻ ngang; đường kẻ được vẽ lại khi xuất văn bản", where, code="rule-line"))
        else:
            cells = line.text.strip().removeprefix("|").removesuffix("|").split("|")
            kept.append(replace(line, text="\t".join(cell.strip() for cell in cells)))
    return kept, tuple(notes)


def _segments(text: str) -> list[re.Match[str]]:
    return list(_SEGMENT.finditer(text))


def _opens_table(line: RawLine) -> bool:
    if "\t" in line.text:
        return False
    cells = [match[0] for match in _segments(line.text)]
    return len(cells) >= _FEWEST_COLUMNS and is_heading(cells)


def _table_end(lines: Sequence[RawLine], start: int) -> int:
    """Return where the table ends that begins at the place: before running text, an ending or an appendix."""
    end, gap = start + 1, 0
    for place in range(start + 1, len(lines)):
        text = lines[place].text
        gap = 0 if text.strip() else gap + 1
        if gap > _LONGEST_GAP or (lines[place].feeds and not _goes_on(lines[place : place + _TURN])):
            break
        if text.strip() and not is_page_number(text.strip()) and _is_outside(lines[start].text, text):
            break
        end = place + 1 if text.strip() else end
    return end


def _goes_on(lines: Sequence[RawLine]) -> bool:
    """Tell whether a table goes on with the page that the lines begin: below its number stands a row."""
    texts = (line.text for line in lines if line.text.strip() and not is_page_number(line.text.strip()))
    return len(_segments(next(texts, ""))) >= _FEWEST_COLUMNS


def _is_outside(heading: str, text: str) -> bool:
    """Tell whether a line is none of the table's: one run of words from the first column across the second."""
    words = text.strip()
    if cues.is_recipients_heading(words) or cues.appendix_label(words) or cues.stands_alone(words):
        return True
    own, columns = _segments(text), _segments(heading)
    across = len(own) == 1 and own[0].start() < columns[1].start() and own[0].end() > columns[1].end()
    return across and (bool(labels_of(words)) or not cues.is_capitals(words))


def _rows(lines: Sequence[RawLine]) -> list[RawLine]:
    """Return the rows of a table; none when its columns cannot be told, or are not the same on all its pages."""
    turns = [place for place, line in enumerate(lines) if line.feeds and place]
    pages = [lines[start:end] for start, end in pairwise([0, *turns, len(lines)])]
    found = [_page_rows(page) for page in pages]
    widths = {line.text.count("\t") for page in found for line in page if not is_page_number(line.text.strip())}
    return [line for page in found for line in page] if len(widths) == 1 and widths != {0} else []


def _page_rows(lines: Sequence[RawLine]) -> list[RawLine]:
    """Return the rows on one page, its number among them as it is."""
    cuts = _columns([line.text for line in lines if len(_segments(line.text)) >= _FEWEST_COLUMNS])
    rows: list[tuple[RawLine, list[str]]] = []
    feeds = 0
    for line in lines:
        feeds += line.feeds
        cells = [line.text.strip()] if is_page_number(line.text.strip()) else _cells(line.text, cuts)
        if len(cells) > 1 and rows and len(rows[-1][1]) > 1 and not cells[0]:
            rows[-1] = (rows[-1][0], [_joined(*pair) for pair in zip(rows[-1][1], cells, strict=True)])
        elif any(cells):
            rows.append((replace(line, feeds=feeds), cells))
            feeds = 0
    return [replace(line, text="\t".join(cells)) for line, cells in rows]


def _columns(texts: Sequence[str]) -> list[int]:
    """Return where columns end, in a table of these full lines."""
    cuts = list(_cuts(texts))
    real: list[int] = []
    for cut, following in pairwise([*cuts, max(map(len, texts), default=0)]):
        filled = [text for text in texts if text[cut:following].strip()]
        apart = [text for text in filled if not text[cut - 1 : cut + 2].strip() or text[cut : cut + 2] == "  "]
        real += [cut] if len(apart) * 2 >= len(filled) else []
    return real


def _cuts(texts: Sequence[str]) -> Iterator[int]:
    """Yield the first place of each run of places, after the first word, at which no line has a letter."""
    width = max(map(len, texts), default=0)
    written = [any(len(text) > place and text[place] != " " for text in texts) for place in range(width)]
    return (place for place in range(1, width) if written[place - 1] and not written[place])


def _cells(text: str, cuts: Sequence[int]) -> list[str]:
    """Return the cells of a line; words that run across the end of a column stay whole where they begin."""
    cells = [""] * (len(cuts) + 1)
    for segment in _segments(text):
        inside = [cut for cut in cuts if segment.start() < cut < segment.end()]
        if any(text[cut] != " " for cut in inside):
            inside = []
        bounds = [segment.start(), *inside, segment.end()]
        for start, end in pairwise(bounds):
            column = bisect_right(cuts, start)
            cells[column] = f"{cells[column]} {text[start:end].strip()}".strip()
    return cells


def _joined(above: str, below: str) -> str:
    return f"{above}{glue(above, below)}{below}" if above and below else above or below


def _note(line: RawLine) -> Diagnostic:
    place = Place(line=line.number, part="bảng", quote=shortened(" ".join(line.text.split())))
    advice = "hãy so với bản gốc, hoặc nhập bảng từ tệp Word hay Excel gốc"
    message = "bảng được dựng lại theo khoảng trống giữa các cột; ranh giới hàng, ô có thể lệch"
    return warning(message, place, hint=advice, code="table-from-spaces")
