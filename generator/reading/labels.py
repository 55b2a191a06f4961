"""What stands at the start of a line and may be its label: I. 1. 1.1. a) - + Điều 1. (NĐ 30, PL I/I/II.6c-đ).

Only the form is judged here. Whether "2." is a label or the end of a wrapped citation is for the outline to say,
which knows what came before; so one line may have several readings ("C." is a hundred, or the third capital).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from generator.vietnamese.letters import letter_index
from generator.vietnamese.roman import parse_roman


class LabelKind(StrEnum):
    """The kinds of labels, named as the model names them."""

    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ROMAN = "roman"
    ARTICLE = "article"
    ARABIC = "arabic"
    DECIMAL = "decimal"
    LETTER = "letter"
    DASH = "dash"
    PLUS = "plus"


UNORDERED = frozenset({LabelKind.DASH, LabelKind.PLUS})


@dataclass(frozen=True)
class Label:
    """A possible label of a line."""

    kind: LabelKind
    printed: str
    """The label as it stands in the source: "1.", "a)", "Điều 3."."""
    path: tuple[int, ...]
    """Its number; (2, 1) for 2.1, empty for dash and plus."""
    text: str
    """The words after it."""

    @property
    def lettered(self) -> bool:
        """Whether it is one of the headings A. B. C., which stand below a Phần where there is one."""
        return self.kind is LabelKind.PART and not self.printed[:2].isalpha()

    @property
    def ordinal(self) -> int:
        """The last number of the label; 0 for dash and plus, which have none."""
        return self.path[-1] if self.path else 0


_BULLETS = "-–—•●▪■□○◦►➢✓✔→·‣\uf02d\uf0b7\uf0a7\uf0d8\uf0fc"
_START = re.compile(rf"[{_BULLETS}+(*]|\w{{1,7}}\s?[.),/:–-]|(?:phần|chương|tiểu|mục|điều)\s", re.IGNORECASE)
"""What every label begins with: most lines are ruled out by it at once."""
_ROMAN = re.compile(r"([IVXLC]{1,7})(?:[.):]|/(?=\s)|(\s+[-–]|[-–](?=\s)))(?!\d)\s*")
_CAPITAL = re.compile(r"([A-HĐ])([.)/])\s+")
_ARABIC = re.compile(r"(\d{1,3})(?:[.)]|/(?=\s)|(\s*-\s+))(?!\d)\s*")
_BRACKETED = re.compile(r"\((\d{1,2})\)\s+")
_DECIMAL = re.compile(r"(\d{1,2}(?:\.\d{1,2})+)(?:[.):]|(\s))(?!\d)\s*")
_LETTER = re.compile(r"\(?([a-zđ]\d?)(?:\)|([./,])(?=\s))\s*")
_DASH = re.compile(rf"(?:[{_BULLETS}](?![-–—\d])\s*|\*\s+)(?=\S)")
_PLUS = re.compile(r"\+(?!\+)\s*(?=\S)")
_ARTICLE = re.compile(r"Điều\s+(\d{1,3})\s*[.:]\s*", re.IGNORECASE)
_DIVISION = re.compile(
    r"(phần|chương|(?:tiểu )?mục)\s+([ivxlc]{1,7}|\d{1,2}|thứ\s+\w+)\b(\s*[.:–-]\s*|\s*)", re.IGNORECASE
)
"""A second group that matched is a form that also occurs inside sentences: it needs a capital after it."""
_LONGEST_TITLE = 120
_DIVISIONS = {"phần": LabelKind.PART, "chương": LabelKind.CHAPTER}
_NUMERALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_WORDS = {word: n for n, word in enumerate(_NUMERALS, start=1)}
_FOREIGN_LETTERS = {"f": "e", "j": "i", "w": "v", "z": "y"}
"""Letters that label no điểm, with the Vietnamese one after which a writer puts them."""


@lru_cache(maxsize=256)
def labels_of(text: str) -> tuple[Label, ...]:
    """Return the readings of the line's start as a label, the likelier first; empty when it has none."""
    if not _START.match(text):
        return ()
    found = (read(text) for read in _READERS)
    return tuple(label for label in found if label is not None)


def _label(kind: LabelKind, match: re.Match[str] | None, path: tuple[int, ...], text: str) -> Label | None:
    """Return the label of a match with a number; None where a loose form is not followed by a capital."""
    if match is None or not all(path):
        return None
    rest = text[match.end() :]
    loose = match.re.groups > 1 and match[2]
    if loose and not rest[:1].isupper():
        return None
    return Label(kind, match[0].strip(), path, rest)


def _read_dash(text: str) -> Label | None:
    return _label(LabelKind.DASH, _DASH.match(text), (), text)


def _read_plus(text: str) -> Label | None:
    return _label(LabelKind.PLUS, _PLUS.match(text), (), text)


def _read_decimal(text: str) -> Label | None:
    match = _DECIMAL.match(text)
    return _label(LabelKind.DECIMAL, match, tuple(map(int, match[1].split("."))) if match else (), text)


def _read_arabic(text: str) -> Label | None:
    match = _ARABIC.match(text) or _BRACKETED.match(text)
    return _label(LabelKind.ARABIC, match, (int(match[1]),) if match else (), text)


def _read_letter(text: str) -> Label | None:
    match = _LETTER.match(text)
    return _label(LabelKind.LETTER, match, (_letter_number(match[1]),) if match else (), text)


def _letter_number(letter: str) -> int:
    before = _FOREIGN_LETTERS.get(letter)
    return (letter_index(before) or 0) + 1 if before else letter_index(letter) or 0


def _read_roman(text: str) -> Label | None:
    match = _ROMAN.match(text)
    return _label(LabelKind.ROMAN, match, (parse_roman(match[1]) or 0,) if match else (), text)


def _read_capital(text: str) -> Label | None:
    """Return the reading as one of the headings A. B. C. that stand above I.: a part, with a label of its own."""
    match = _CAPITAL.match(text)
    return _label(LabelKind.PART, match, ("ABCDĐEGH".find(match[1]) + 1,) if match else (), text)


def _read_article(text: str) -> Label | None:
    match = _ARTICLE.match(text)
    return _label(LabelKind.ARTICLE, match, (int(match[1]),) if match else (), text)


def _read_division(text: str) -> Label | None:
    """Return the reading as Phần I, Chương I, Mục 1; what follows on the line must be a title."""
    match = _DIVISION.match(text)
    number = _division_number(match[2]) if match else None
    if not match or not number:
        return None
    title = text[match.end() :]
    if title and not title.isupper() and not (match[3].strip() and _is_title(title)):
        return None
    kind = _DIVISIONS.get(match[1].lower(), LabelKind.SECTION)
    return Label(kind, text[: match.start(3)], (number,), title)


def _is_title(text: str) -> bool:
    return text[:1].isupper() and len(text) < _LONGEST_TITLE and text[-1:].isalnum()


def _division_number(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    return parse_roman(written.upper()) or _WORDS.get(written.lower().split()[-1])


_READERS: tuple[Callable[[str], Label | None], ...] = (
    _read_dash,
    _read_plus,
    _read_decimal,
    _read_arabic,
    _read_roman,
    _read_letter,
    _read_article,
    _read_division,
    _read_capital,
)
