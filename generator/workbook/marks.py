"""Marks that a clerk types and the program prints too: «Điều 1.», «II.», a dash, brackets, «số», a last semicolon.

Pure words: what a rule takes off one line. Where each rule applies is told by `typed`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from generator.model.blocks import Numbering
from generator.nd30.document_types import DOCUMENT_TYPES
from generator.spelling import unmarked

Rule = Callable[[str], str]
"""Returns a line without what the program prints itself; the same line where nothing of it stands there."""

_LABELS: Final = {
    Numbering.PART: r"phần\s+(?:thứ\s+\w+|[IVX]+|\d{1,2})\s*[.:)]?\s+",
    Numbering.CHAPTER: r"chương\s+(?:[IVX]+|\d{1,2})\s*[.:)]?\s+",
    Numbering.SECTION: r"mục\s+\d{1,2}\s*[.:)]?\s+",
    Numbering.ARTICLE: r"điều\s+\d{1,3}\s*[.:)]\s*",
    Numbering.ROMAN: r"[IVX]+\s*[.)/]\s+",
    Numbering.DECIMAL: r"\d{1,2}(?:\.\d{1,2})+[.)]?\s+",
    Numbering.ARABIC: r"\d{1,2}[.)]\s+",
    Numbering.LETTER: r"[a-zđ][.)]\s+",
    Numbering.PLUS: r"\+\s+",
    Numbering.DASH: r"[-–—•]\s*(?=[^\W\d]|\()|[-–—•]\s+",
}
_CASED: Final = frozenset({Numbering.ROMAN, Numbering.LETTER})
_PATTERNS: Final = {
    numbering: re.compile(f"\\s*(?:{label})(?=\\S)", 0 if numbering in _CASED else re.IGNORECASE)
    for numbering, label in _LABELS.items()
}
_DASHES: Final = re.compile(r"\s*[-–—•]\s*(?=[^\W\d]|\()")
_COUNTS: Final = re.compile(r"\s*(?:\d{1,2}[.)]|[IVX]+\.)\s+(?=[^\W\d])")
_ENDING: Final = re.compile(r"\s*[;,]+\s*$")
_LAST: Final = re.compile(r"\s*(?:[;,]+|(?<!\.)(?<!/)\.)\s*$")
_BRACKETED: Final = re.compile(r"\s*\(([^()]*)\)\s*[;.,]?\s*")
_REFERENCE: Final = re.compile(r"\s*\[\[([^\[\]]+)\]\]\s*")
_NUMBER: Final = re.compile(r"\s*(?P<kind>[^\W\d][^\d]*?)?\s*\bsố\s*[:.]?\s*(?=\d)", re.IGNORECASE)
_ADDRESSED: Final = re.compile(r"\s*kính gửi\s*:?\s*", re.IGNORECASE)
_HELD: Final = re.compile(r"\s*[-–]?\s*lưu\s*:\s*", re.IGNORECASE)
_ABOUT: Final = re.compile(r"\s*(?:v/v|về việc)\s*:?\s+", re.IGNORECASE)
_APPENDIX: Final = re.compile(r"\s*phụ lục(?:\s+(?:[IVX]+|\d{1,2})\b\s*[.:–-]?|\s*[.:–])\s*(?=\S)", re.IGNORECASE)
_NAMES: Final = {one.id: one.name for one in DOCUMENT_TYPES.values()}


def typed_label(text: str) -> tuple[Numbering, str] | None:
    """Return the kind of label that a text begins with, and the text behind it; None for one without."""
    for numbering, pattern in _PATTERNS.items():
        if match := pattern.match(text):
            return numbering, text[match.end() :]
    return None


def fits(typed: Numbering, level: Numbering) -> bool:
    """Tell whether a typed label is of the kind that a level prints; a bullet stands for a dash and for a plus."""
    return typed is level or {typed, level} == {Numbering.DASH, Numbering.PLUS}


def without_dash(text: str) -> str:
    """Take a dash or a bullet off the beginning."""
    return _DASHES.sub("", text, count=1) if _DASHES.match(text) else text


def without_count(text: str) -> str:
    """Take a dash or a number, «1.», «II.», off the beginning."""
    found = without_dash(text)
    match = _COUNTS.match(found)
    return found[match.end() :] if match else found


def without_semicolon(text: str) -> str:
    """Take a semicolon or comma off the end."""
    return _ENDING.sub("", text)


def without_stop(text: str) -> str:
    """Take any mark off the end that closes a line of a list; «./.» and «…» stay."""
    return _LAST.sub("", text)


def without_brackets(text: str) -> str:
    """Take the brackets off that stand around the whole."""
    match = _BRACKETED.fullmatch(text)
    return match[1].strip() if match else without_stop(text)


def file_alone(text: str) -> str:
    """Take the double brackets of a reference off the name of a file."""
    match = _REFERENCE.fullmatch(text)
    return match[1].strip() if match else text


def without_addressing(text: str) -> str:
    """Take «Kính gửi:» off the beginning."""
    match = _ADDRESSED.match(text)
    return text[match.end() :] if match else text


def without_held(text: str) -> str:
    """Take «Lưu:» off the beginning."""
    match = _HELD.match(text)
    return text[match.end() :] if match else text


def without_about(text: str) -> str:
    """Take «V/v», «Về việc» off the beginning."""
    match = _ABOUT.match(text)
    return _opened(text[match.end() :]) if match else text


def without_appendix(text: str) -> str:
    """Take «Phụ lục I.» off the beginning."""
    match = _APPENDIX.match(text)
    return text[match.end() :] if match else text


def without_words(text: str, words: str) -> str:
    """Take words off the beginning, whatever their case."""
    begins = re.match(rf"\s*{re.escape(words)}\s*:?\s+(?=\S)", text, re.IGNORECASE) if words else None
    return text[begins.end() :] if begins else text


def without_kind(text: str, kind: str) -> str:
    """Take the name of a document's kind, which stands on a line of its own, off the beginning of its trích yếu."""
    found = without_words(text, _NAMES[kind])
    return text if found == text or unmarked(found).startswith("hoa ") else _opened(found)


def numbered(text: str, kind: str) -> tuple[str, str | None]:
    """Return a number without «Quyết định số» before it, and the kind that was named there if it is another one."""
    match = _NUMBER.match(text)
    if match is None:
        return text, None
    named = (match["kind"] or "").strip()
    if not named or unmarked(named) == unmarked(kind):
        return text[match.end() :], None
    return text, named


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]
