"""Bold and italic inside running text, as a person types them: ``**bold**``, ``*italic*``, ``***both***``.

One star turns italic on or off, two turn bold, three turn both; four or more are text. Stars of one kind pair in
the order in which they stand. Only stars that stand against the marked words count: those that open have no blank
and no closing punctuation after them, those that close no blank and no opening bracket before them, so that
"(*)" and "5 * 3 * 2" are text; a star left without a partner is text too. Inside a word one or two stars open
nothing, and between two figures they close nothing: "20*30*40 cm" is text.

A backslash is text, unless marks are read with it: of those before a star, two are one backslash and an odd last one
makes the star mean itself (``\\*``). Against a mark, one takes a character that could not stand there into the
marked words: ``**\\ a\\ **``, ``1*\\2*``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

_WORD = r"[^\W_]"
_FIRST, _LAST = r"[\s)\]}»”.,;:!?…]", r"[\s(\[{«“]"
"""What no opening mark stands before, and no closing one behind."""
_TOKEN = re.compile(
    rf"(?P<stars>\*+)|(?P<star>(?:\\\\)*\\\*)|(?P<held>\\+{_LAST}(?=\*))|(?P<pairs>(?:\\\\)+(?=\*))|[^*\\]+|\\"
)
_HELD, _HELD_INSIDE = re.compile(rf"\\+{_FIRST}"), re.compile(rf"\\+(?:{_FIRST}|{_WORD})")
_STAR = re.compile(r"(\\*)\*")
_NEVER_FIRST, _NEVER_LAST, _IN_WORD = re.compile(_FIRST), re.compile(_LAST), re.compile(_WORD)
_SLASHES_LAST = re.compile(rf"(?:(\\+)|\\+{_LAST})\Z")


@dataclass(frozen=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


class _Token(NamedTuple):
    """A piece of text, or of stars that may be a mark."""

    text: str
    stars: bool = False
    held: bool = False
    """Whether a backslash makes it stand against a mark, or opens and closes a mark that would be text."""
    inside: str = ""
    """The letters or figures on both sides of stars inside a word."""


def parse_marks(text: str) -> tuple[Run, ...]:
    """Return the runs of the text: none empty, no two neighbours of one style; ``()`` for the empty text."""
    if "*" not in text and "\\" not in text:
        return (Run(text),) if text else ()
    tokens = list(_tokens(text))
    bold_at, italic_at = _paired(tokens, (2, 3)), _paired(tokens, (1, 3))
    return normalised(_styled(tokens, bold_at, italic_at))


def _tokens(text: str) -> Iterator[_Token]:
    place = 0
    while found := _TOKEN.match(text, place):
        place = found.end()
        whole = found[0]
        if found["stars"]:
            before = text[found.start() - 1] if found.start() else ""
            held = (_HELD_INSIDE if _IN_WORD.match(before) else _HELD).match(text, place)
            yield _Token(
                whole, stars=True, held=held is not None, inside=_inside(before, text[place : place + 1], whole)
            )
            if held:
                yield _Token(held[0][1:], held=True)
                place = held.end()
        elif found["star"]:
            yield _Token("\\" * (len(whole) // 2 - 1) + "*")
        elif found["pairs"]:
            yield _Token(whole[: len(whole) // 2])
        else:
            yield _Token(whole[1:], held=True) if found["held"] else _Token(whole)


def _inside(before: str, after: str, stars: str) -> str:
    """Return the characters beside one or two stars inside a word; nothing elsewhere."""
    both = before + after
    return both if len(stars) < 3 and len(_IN_WORD.findall(both)) == 2 else ""


def escape(text: str) -> str:
    """Return text that means itself when its marks are read: stars, and the backslashes before them, escaped."""
    return _STAR.sub(r"\1\1\\*", text)


def plain(text: str) -> str:
    """Return the words of the text without marks and escapes."""
    return "".join(run.text for run in parse_marks(text))


def to_marks(runs: Iterable[Run]) -> str:
    """Return the text whose runs these are: ``parse_marks(to_marks(runs))`` gives ``normalised(runs)``."""
    written = ""
    fewest = normalised(runs)
    for before, run, after in zip((Run(""), *fewest), fewest, (*fewest, Run(""))[1:], strict=False):
        mark = _turn(before, run)
        opens = (run.bold and not before.bold) or (run.italic and not before.italic)
        closes = (run.bold and not after.bold) or (run.italic and not after.italic)
        holds = bool(mark) and _holds_first(before.text, run.text, opens=opens and len(mark) < 3, first=opens)
        text = escape(run.text)
        if _turn(run, after) and not (holds and re.fullmatch(r"\\*[^\\]", run.text)):
            text = _held_last(text, closes=closes)
        written += mark + "\\" * holds + text
    return written + (_turn(fewest[-1], Run("")) if fewest else "")


def _holds_first(before: str, text: str, *, opens: bool, first: bool) -> bool:
    """Tell whether a text behind a mark wants a backslash: it cannot stand there, or begins with one that would count.

    ``opens`` tells that the mark opens with less than three stars, ``first`` that it opens at all.
    """
    words = text.lstrip("\\")
    slashes = len(words) < len(text)
    if _NEVER_FIRST.match(words):
        return slashes or first
    both = before[-1:] + words[:1]
    if len(_IN_WORD.findall(both)) < 2:
        return False
    return slashes or opens or both.isdigit()


def _held_last(text: str, *, closes: bool) -> str:
    """Return escaped text as it stands before a mark: its last character held, its last backslashes doubled."""
    if found := _SLASHES_LAST.search(text):
        return text + found[1] if found[1] else f"{text[: found.start()]}\\{text[found.start() :]}"
    return f"{text[:-1]}\\{text[-1]}" if closes and _NEVER_LAST.match(text[-1]) else text


def normalised(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the same styled text in the fewest runs: empty ones left out, neighbours of one style joined."""
    joined: list[Run] = []
    for run in runs:
        if joined and (joined[-1].bold, joined[-1].italic) == (run.bold, run.italic):
            joined[-1] = replace(run, text=joined[-1].text + run.text)
        elif run.text:
            joined.append(run)
    return tuple(joined)


def _paired(tokens: list[_Token], lengths: tuple[int, int]) -> frozenset[int]:
    """Return the places of the tokens that turn one style: openers, each with the closer that follows it."""
    paired: set[int] = set()
    opener: int | None = None
    for place, token in enumerate(tokens):
        if not token.stars or len(token.text) not in lengths:
            continue
        if opener is None:
            opener = place if _opens(token, tokens[place + 1 : place + 2]) else None
        elif _closes(token, tokens[place - 1]):
            paired |= {opener, place}
            opener = None
    return frozenset(paired)


def _opens(mark: _Token, following: list[_Token]) -> bool:
    return bool(following) and (mark.held or not (mark.inside or _NEVER_FIRST.match(following[0].text)))


def _closes(mark: _Token, preceding: _Token) -> bool:
    if mark.inside.isdigit():
        return False
    return preceding.held or not _NEVER_LAST.match(preceding.text[-1])


def _styled(tokens: list[_Token], bold_at: frozenset[int], italic_at: frozenset[int]) -> Iterator[Run]:
    """Yield each token's text in its style; a star without partner stays outside what its token turns."""
    bold = italic = False
    for place, token in enumerate(tokens):
        turns_bold, turns_italic = place in bold_at, place in italic_at
        left = token.text[2 * turns_bold + turns_italic :]
        closes = (turns_bold and bold) or (turns_italic and italic)
        if not closes:
            yield Run(left, bold, italic)
        bold, italic = bold != turns_bold, italic != turns_italic
        if closes:
            yield Run(left, bold, italic)


def _turn(before: Run, after: Run) -> str:
    return "*" * (2 * (before.bold != after.bold) + (before.italic != after.italic))
