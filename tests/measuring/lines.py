"""Visual lines, joined from the letters of a page in the order in which they are drawn."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.measuring.values import Line, Tag

Letter = dict[str, Any]

_SAME_BASELINE = 1.0
_BACKWARDS = 2.0
_NEW_PIECE = 1.5
_MISSING_BLANK = 0.2


def read_lines(
    letters: Sequence[Letter], page: int, height: float, tags: Mapping[tuple[int, int], Tag]
) -> tuple[Line, ...]:
    """Return the lines of a page; letters of two paragraphs never share a line."""
    lines = []
    for group in _groups(letters, page, tags):
        if inked := [letter for letter in group if letter["text"].strip()]:
            lines.append(_line(group, inked, page, height, _tag(inked[0], page, tags)))
    return tuple(lines)


def _groups(letters: Sequence[Letter], page: int, tags: Mapping[tuple[int, int], Tag]) -> Iterator[list[Letter]]:
    group: list[Letter] = []
    for letter in letters:
        if group and _begins_another(group[-1], letter, page, tags):
            yield group
            group = []
        group.append(letter)
    if group:
        yield group


def _begins_another(last: Letter, letter: Letter, page: int, tags: Mapping[tuple[int, int], Tag]) -> bool:
    if abs(_base(last) - _base(letter)) > _SAME_BASELINE or letter["x0"] < last["x1"] - _BACKWARDS:
        return True
    before, after = _tag(last, page, tags), _tag(letter, page, tags)
    if before is not None and after is not None:
        return before.paragraph != after.paragraph
    return before is not after or bool(letter["x0"] - last["x1"] > _NEW_PIECE)


def _line(group: Sequence[Letter], inked: Sequence[Letter], page: int, height: float, tag: Tag | None) -> Line:
    fonts = [_font(letter) for letter in inked]
    return Line(
        page=page,
        text=unicodedata.normalize("NFC", _text(group)),
        x0=min(letter["x0"] for letter in inked),
        x1=max(letter["x1"] for letter in inked),
        baseline=height - _base(inked[0]),
        size=Counter(round(letter["size"], 1) for letter in inked).most_common(1)[0][0],
        bold=all("Bold" in font for font in fonts),
        italic=all("Italic" in font or "Oblique" in font for font in fonts),
        fonts=frozenset(fonts),
        tag=tag,
    )


def _text(group: Sequence[Letter]) -> str:
    """The words of a line; a gap that no blank fills, such as a tab, counts as one."""
    pieces: list[str] = []
    for before, letter in zip([None, *group], group, strict=False):
        if before is not None and letter["x0"] - before["x1"] > _MISSING_BLANK * letter["size"]:
            pieces.append(" " if before["text"] != " " and letter["text"] != " " else "")
        pieces.append(letter["text"])
    return "".join(pieces).strip()


def _base(letter: Letter) -> float:
    return float(letter["matrix"][5])


def _font(letter: Letter) -> str:
    return str(letter["fontname"]).partition("+")[2] or str(letter["fontname"])


def _tag(letter: Letter, page: int, tags: Mapping[tuple[int, int], Tag]) -> Tag | None:
    return None if letter["mcid"] is None else tags.get((page, letter["mcid"]))
