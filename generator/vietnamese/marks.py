"""Bold and italic inside running text, as a person types them: ``**bold**``, ``*italic*``, ``***both***``.

One star turns italic on or off, two turn bold, three turn both; four or more are text. Stars of one kind pair in
the order in which they stand. Only stars that stand against the marked words count: those that open have no blank
and no closing punctuation after them, those that close no blank and no opening bracket before them, so that
"(*)" and "5 * 3 * 2" are text; a star left without a partner is text too. ``\\*`` is a star and ``\\\\`` a backslash
that mean themselves; beside a star a backslash also takes a blank or a punctuation mark into the marked words; a
backslash before anything else is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

_TOKEN = re.compile(r"\\[*\\]|(?<=\*)\\\W|\\\W(?=\*)|\*+|[^*\\]+|\\")
_SPECIAL = re.compile(r"[*\\]")
_NEVER_FIRST = re.compile(r"[\s)\]}»”.,;:!?…]")
_NEVER_LAST = re.compile(r"[\s(\[{«“]")


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
    before = Run("")
    fewest = normalised(runs)
    for run, after in zip(fewest, (*fewest, Run(""))[1:], strict=True):
        opens = (run.bold and not before.bold) or (run.italic and not before.italic)
        closes = (run.bold and not after.bold) or (run.italic and not after.italic)
        written += _turn(before, run) + _held(run.text, opens=opens, closes=closes)
        before = run
    return written + _turn(before, Run(""))


def _held(text: str, *, opens: bool, closes: bool) -> str:
    """Return the escaped text; at a mark, a character that no mark may stand against is escaped as well."""
    first = "\\" if opens and _NEVER_FIRST.match(text) else ""
    last = "\\" if closes and _NEVER_LAST.match(text[-1]) and (len(text) > 1 or not first) else ""
    inner = escape(text)
    return f"{first}{inner[:-1]}{last}{inner[-1]}" if last else f"{first}{inner}"


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
    """Return the places of the tokens that turn one style: openers, each with the closer that follows it."""
    paired: set[int] = set()
    opener: int | None = None
    for place, token in enumerate(tokens):
        if token[0] != "*" or len(token) not in lengths:
            continue
        if opener is None:
            opener = place if _opens(tokens[place + 1 : place + 2]) else None
        elif _closes(tokens[place - 1 : place]):
            paired |= {opener, place}
            opener = None
    return frozenset(paired)


def _opens(following: list[str]) -> bool:
    return bool(following) and not _NEVER_FIRST.match(following[0])


def _closes(preceding: list[str]) -> bool:
    return bool(preceding) and (_is_escape(preceding[0]) or not _NEVER_LAST.match(preceding[0][-1]))


def _is_escape(token: str) -> bool:
    return len(token) == 2 and token[0] == "\\"


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
    return token[1:] if _is_escape(token) else token


def _turn(before: Run, after: Run) -> str:
    return "*" * (2 * (before.bold != after.bold) + (before.italic != after.italic))
