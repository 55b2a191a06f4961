"""Bold and italic inside running text, as a person types them: ``**bold**``, ``*italic*``, ``***both***``.

One star turns italic on or off, two turn bold, three turn both; four or more are text. Stars of one kind pair in
the order in which they stand; the one left over has no partner and is text. ``\\*`` is a star and ``\\\\`` a
backslash that mean themselves; a backslash before anything else is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

_TOKEN = re.compile(r"\\[*\\]|\*+|[^*\\]+|\\")
_SPECIAL = re.compile(r"[*\\]")


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


def parse_marks(text: str) -> tuple[Run, ...]:
    """Return the runs of the text: none empty, no two neighbours of one style; ``()`` for the empty text."""
    if "*" not in text and "\\" not in text:
        return (Run(text),) if text else ()
    tokens = _TOKEN.findall(text)
    bold_at, italic_at = _paired(tokens, (2, 3)), _paired(tokens, (1, 3))
    return normalised(_styled(tokens, bold_at, italic_at))


def escape(text: str) -> str:
    """Return text that means itself when its marks are read: each star and each backslash escaped."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def plain(text: str) -> str:
    """Return the words of the text without marks and escapes."""
    return "".join(run.text for run in parse_marks(text))


def to_marks(runs: Iterable[Run]) -> str:
    """Return the text whose runs these are: ``parse_marks(to_marks(runs))`` gives ``normalised(runs)``."""
    written = ""
    bold = italic = False
    for run in normalised(runs):
        written += _turn(run.bold != bold, run.italic != italic) + escape(run.text)
        bold, italic = run.bold, run.italic
    return written + _turn(bold, italic)


def normalised(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the same styled text in the fewest runs: empty ones left out, neighbours of one style joined."""
    joined: list[Run] = []
    for run in runs:
        if joined and (joined[-1].bold, joined[-1].italic) == (run.bold, run.italic):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    return tuple(joined)


def _paired(tokens: list[str], lengths: tuple[int, int]) -> frozenset[int]:
    """Return the places of the tokens that turn one style, without the last when it has no partner."""
    places = [place for place, token in enumerate(tokens) if token[0] == "*" and len(token) in lengths]
    return frozenset(places[: len(places) // 2 * 2])


def _styled(tokens: list[str], bold_at: frozenset[int], italic_at: frozenset[int]) -> Iterator[Run]:
    """Yield each token's text in its style; a star without partner stays outside what its token turns."""
    bold = italic = False
    for place, token in enumerate(tokens):
        turns_bold, turns_italic = place in bold_at, place in italic_at
        left = _text(token) if token[0] != "*" else token[2 * turns_bold + turns_italic :]
        closes = (turns_bold and bold) or (turns_italic and italic)
        if not closes:
            yield Run(left, bold, italic)
        bold, italic = bold != turns_bold, italic != turns_italic
        if closes:
            yield Run(left, bold, italic)


def _text(token: str) -> str:
    return token[1:] if token in ("\\*", "\\\\") else token


def _turn(bold: bool, italic: bool) -> str:
    return "*" * (2 * bold + italic)
