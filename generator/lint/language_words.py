"""The running text of a document as words, with what is no prose blotted out: addresses, symbols of documents."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from generator.lint.statements import Role, Statement
from generator.vietnamese.unicode import fold, nfc

_ALPHABET = "abcdđefghijklmnopqrstuvwxyzăâêôơư"
_TONED = "".join(nfc(vowel + tone) for vowel in "aăâeêioôơuưy" for tone in "\u0300\u0301\u0303\u0309\u0323")
SMALL = f"[{_ALPHABET}{_TONED}]"
CAPITAL = SMALL.upper()
"""Classes of letters for patterns; in Unicode small letters and capitals stand mixed, so that no range holds either."""
BLOT = "\0"
"""Stands for each character that is no prose; no letter, no figure, no blank."""
_READ = frozenset({Role.BODY, Role.CELL, Role.APPENDIX, Role.BASIS, Role.APPENDIX_HEAD, Role.ADDRESSEE, Role.RECIPIENT})
_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w.-]+|(?<![\w.])[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org|gov|edu|info)\b[/\w.?=&-]*",
    re.IGNORECASE,
)
_SYMBOL = re.compile(r"(?<!\w)[\w.…]*/(?:\d{4}/)?[A-ZĐƯ][\w&]*(?:-[A-ZĐƯ][\w&.]*)*|(?<!\w)\d+-[A-ZĐ]{2,}/[A-ZĐƯ]{2,}")
_GAP = re.compile(r"\[CẦN BỔ SUNG: [^\]]*\]")
"""The mark of a field that is still to be filled in."""
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
_OPENS = re.compile(r"(?:^|[.?!:;…]|[-–+•*]|\))\s*[“\"(«]?$")
"""What stands before a word that may have a capital for its place alone."""


_MOST = 0.6
"""The share of letters from which a line is one in capitals."""


class Word(NamedTuple):
    """A run of letters and figures."""

    text: str
    start: int
    end: int
    key: str
    """In small letters, with one place for tone marks."""


@dataclass(frozen=True)
class Wording:
    """A statement as words."""

    statement: Statement
    text: str
    """Its text with addresses and symbols of documents blotted out; places are those of the statement."""

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words in order."""
        return tuple(Word(one[0], one.start(), one.end(), key_of(one[0])) for one in _WORD.finditer(self.text))

    @cached_property
    def unquoted(self) -> str:
        """The text with what stands between quotation marks blotted out as well."""
        return (
            _QUOTED.sub(_blotted, self.text) if '"' in self.text or "“" in self.text or "«" in self.text else self.text
        )

    @cached_property
    def is_capitals(self) -> bool:
        """Whether most of it is set in capitals, as headings are."""
        letters = [character for character in self.statement.text if character.isalpha()]
        return sum(map(str.isupper, letters)) > _MOST * len(letters)

    def gap(self, place: int) -> str:
        """Return the signs between a word and the next one, blanks left out; a blot before the first and the last."""
        if not 0 <= place < len(self.words) - 1:
            return BLOT
        return self.text[self.words[place].end : self.words[place + 1].start].strip(" ")

    def opens(self, place: int) -> bool:
        """Whether a word stands where a sentence, an item or a quotation begins."""
        word = self.words[place]
        return _OPENS.search(self.text[max(0, word.start - 4) : word.start]) is not None or place == 0


@lru_cache(maxsize=50_000)
def key_of(word: str) -> str:
    """Return the form in which words are compared."""
    return fold(word)


def wordings_of(statements: Iterable[Statement], subject_lines: Container[int]) -> Iterator[Wording]:
    """Yield the statements that are sentences or parts of such; of the head only trích yếu, on the lines given."""
    for statement in statements:
        if statement.role in _READ or (statement.role is Role.HEAD and _stands_on(statement, subject_lines)):
            yield Wording(statement, _prose(statement.text))


def _stands_on(statement: Statement, lines: Container[int]) -> bool:
    return any(number in lines for number in statement.lines)


def _prose(text: str) -> str:
    if "[" in text:
        text = _GAP.sub(_blotted, text)
    if "." in text or "@" in text:
        text = _ADDRESS.sub(_blotted, text)
    return _SYMBOL.sub(_blotted, text) if "/" in text else text


def _blotted(match: re.Match[str]) -> str:
    return BLOT * len(match[0])
