"""Letters as words, words as the rows that the eye sees on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from generator.reading.pdf.glyphs import Glyph

_SAME_LINE = 0.3
"""Share of the size by which baselines of one row differ at most."""
_SMALL = 0.8
"""Share of the size of a row's letters up to which a raised or lowered letter beside them belongs to the row."""
_PARTED = 0.2
"""Share of the size from which a gap parts words where the file has no blanks."""
_STRETCHED = 0.35
"""The same where it has: letters may be set apart on purpose."""
_LIKE_BLANK = 0.8
"""Share of the usual gap of a blank in the row from which a gap is one whose blank the file has lost."""
_BLANK = 0.08
"""Share of the size that a true blank leaves free at least."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters without a blank."""

    text: str
    x0: float
    x1: float
    size: float
    bold: bool
    italic: bool
    shown: tuple[bool, ...] = ()
    """Whether each letter is drawn as a capital by its font; empty where none is."""
    font: str = ""
    """The name of the font of its first letter."""
    ink: str | None = None
    """The colour of its first letter."""
    looks: tuple[tuple[bool, bool], ...] = ()
    """Whether each letter or sign is bold and italic; empty where all are alike."""


@dataclass(frozen=True, slots=True)
class Row:
    """The words on one line of a page, from left to right; at least one."""

    words: tuple[Word, ...]
    top: float
    bottom: float
    baseline: float
    size: float
    page: int = 0

    @property
    def text(self) -> str:
        """The words with one blank between them."""
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """The right edge."""
        return self.words[-1].x1

    @property
    def middle(self) -> float:
        """Half way between the edges."""
        return (self.x0 + self.x1) / 2

    @property
    def bold(self) -> bool:
        """Whether all words are bold."""
        return all(word.bold for word in self.words)

    @property
    def italic(self) -> bool:
        """Whether all words are italic."""
        return all(word.italic for word in self.words)

    @property
    def shown(self) -> tuple[bool, ...]:
        """Whether each letter of the text, blanks included, is drawn as a capital by its font."""
        return tuple(one for word in self.words for one in (*(word.shown or (False,) * len(word.text)), False))[:-1]

    def part(self, start: int, end: int | None = None) -> Row:
        """Return the row with these of its words only."""
        return replace(self, words=self.words[start:end])


def rows_of(glyphs: Sequence[Glyph], page: int = 0) -> list[Row]:
    """Return the rows that the letters of a page form, from top to bottom; what stands on one line is one row."""
    inked = [glyph for glyph in glyphs if not glyph.text.isspace()]
    blanks = [glyph for glyph in glyphs if glyph.text.isspace()]
    lines = _with_small(_lines(inked))
    _share_blanks(lines, blanks)
    rows = [_row(line, page) for line in lines]
    return sorted(rows, key=lambda row: (row.baseline, row.x0))


def _lines(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return the letters by lines: those whose baselines hardly differ."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.baseline):
        last = lines[-1] if lines else None
        if last and glyph.baseline - last[0].baseline <= _SAME_LINE * min(glyph.size, last[0].size):
            last.append(glyph)
        else:
            lines.append([glyph])
    return lines


def _with_small(lines: Sequence[list[Glyph]]) -> list[list[Glyph]]:
    """Return the lines, small raised or lowered letters taken into the line that they stand beside."""
    kept = list(lines)
    for line in lines:
        home = next((other for other in kept if other is not line and _is_beside(line, other)), None)
        if home is not None:
            home += line
            kept.remove(line)
    return kept


def _is_beside(small: Sequence[Glyph], line: Sequence[Glyph]) -> bool:
    size = max(glyph.size for glyph in line)
    if max(glyph.size for glyph in small) > _SMALL * size:
        return False
    if not all(abs(line[0].baseline - glyph.baseline) < size * 0.6 for glyph in small):
        return False
    left, right = min(glyph.x0 for glyph in small), max(glyph.x1 for glyph in small)
    near = [glyph for glyph in line if glyph.x1 > left - size and glyph.x0 < right + size]
    covered = any(glyph.x0 < right - 1 and glyph.x1 > left + 1 and glyph not in small for glyph in near)
    return bool(near) and not covered


def _share_blanks(lines: Sequence[list[Glyph]], blanks: Sequence[Glyph]) -> None:
    """Add each blank to the line on whose baseline it stands."""
    by_baseline: dict[int, list[Glyph]] = {}
    for line in lines:
        for glyph in line:
            by_baseline.setdefault(round(glyph.baseline), line)
    for blank in blanks:
        place = round(blank.baseline)
        home = by_baseline.get(place) or by_baseline.get(place + 1) or by_baseline.get(place - 1)
        if home is not None:
            home.append(blank)


def _row(line: list[Glyph], page: int) -> Row:
    line.sort(key=lambda glyph: glyph.x0)
    inked = [glyph for glyph in line if not glyph.text.isspace()]
    size = _usual_size(inked)
    words = tuple(_words(line))
    main = next(glyph for glyph in inked if glyph.size == size)
    top, bottom = min(glyph.top for glyph in inked), max(glyph.bottom for glyph in inked)
    return Row(words, top, bottom, main.baseline, size, page)


def _usual_size(glyphs: Sequence[Glyph]) -> float:
    sizes = [glyph.size for glyph in glyphs]
    return max(sizes, key=lambda size: (sizes.count(size), size)) if len(set(sizes)) > 1 else sizes[0]


def _words(line: Sequence[Glyph]) -> Iterator[Word]:
    """Yield the words of letters in order: a blank parts them, and so does a gap that is wide enough."""
    wide = _parting(line)
    run: list[Glyph] = []
    blank = False
    for glyph in line:
        if glyph.text.isspace():
            blank = True
            continue
        gap = (glyph.x0 - run[-1].x1) / max(glyph.size, run[-1].size) if run else 0.0
        if run and (gap > wide or (blank and gap > _BLANK)):
            yield _word(run)
            run = []
        run.append(glyph)
        blank = False
    if run:
        yield _word(run)


def _parting(line: Sequence[Glyph]) -> float:
    """Return the gap as a share of the size from which two letters part words though no blank stands between them."""
    found = []
    before: Glyph | None = None
    blank = False
    for glyph in line:
        if glyph.text.isspace():
            blank = True
            continue
        if blank and before:
            found.append((glyph.x0 - before.x1) / max(glyph.size, before.size))
        before, blank = glyph, False
    if not found:
        return _STRETCHED if blank else _PARTED
    return min(_STRETCHED, max(_PARTED, _LIKE_BLANK * median(found)))


def _word(run: Sequence[Glyph]) -> Word:
    letters = [glyph for glyph in run if glyph.text.isalnum()] or run
    return Word(
        "".join(glyph.text for glyph in run),
        run[0].x0,
        max(glyph.x1 for glyph in run),
        max(glyph.size for glyph in run),
        all(glyph.bold for glyph in letters),
        all(glyph.italic for glyph in letters),
        tuple(glyph.capital for glyph in run for _ in glyph.text) if any(glyph.capital for glyph in run) else (),
        letters[0].font,
        letters[0].ink,
        _looks(run),
    )


def _looks(run: Sequence[Glyph]) -> tuple[tuple[bool, bool], ...]:
    looks = tuple((glyph.bold, glyph.italic) for glyph in run for _ in glyph.text)
    return looks if len(set(looks)) > 1 else ()


def gaps(row: Row) -> list[tuple[float, float]]:
    """Return the left and right ends of the gaps between the words of a row."""
    return [(before.x1, after.x0) for before, after in pairwise(row.words)]
