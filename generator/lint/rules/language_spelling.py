"""Spelling: syllables that Vietnamese does not have, words taken for others, words written twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from unicodedata import normalize

from generator.diagnostics import Severity
from generator.lint.evidence import Evidence
from generator.lint.finding import Fault
from generator.lint.language_lists import compounds, confusions, folded
from generator.lint.language_phrases import Match, Phrases, makes_word
from generator.lint.language_tones import retoned
from generator.lint.language_words import Word, Wording
from generator.lint.rule import rule
from generator.lint.spots import grouped
from generator.lint.subject import Subject
from generator.vietnamese.syllables import is_syllable

_MARKED = frozenset("ăâđêôơưĂÂĐÊÔƠƯ")
_VOWEL = re.compile("[aeiouyươ]", re.IGNORECASE)
_SPELLING = "chính tả tiếng Việt"


@rule("NG-01", "tiếng không có trong tiếng Việt", _SPELLING, Severity.WARNING, needs=Evidence.WORDS)
def impossible_syllables(subject: Subject) -> Iterator[Fault]:
    """Mỗi tiếng viết đúng phụ âm đầu, vần, dấu thanh của tiếng Việt: «tiếp», không «tiêps»; «được», không «đựơc».

    Không xét chữ viết tắt, tên riêng, từ mượn, địa chỉ, ký hiệu và chữ không có dấu.
    """
    return grouped(fault for wording in subject.prose for fault in _syllable_faults(wording))


def _syllable_faults(wording: Wording) -> Iterator[tuple[object, Fault]]:
    for place, word in enumerate(wording.words):
        if not _is_judged(word.text) or word.key in folded("loans"):
            continue
        right = retoned(word.text)
        if is_syllable(word.text) and right is None:
            continue
        if _is_joined(wording, word) or _is_name(wording, place):
            continue
        if right is not None and is_syllable(right):
            found, expected = f"«{word.text}», dấu thanh đặt sai chỗ", f"«{right}»"
        else:
            found, expected = f"«{_context(wording, place)}»: không có tiếng «{word.text}»", _parted(word.text)
        yield word.key, Fault(found, expected, wording.statement.spot)


def _is_judged(text: str) -> bool:
    """Whether its letters tell a word to be Vietnamese: marks and a vowel, no capitals or figures inside."""
    if len(text) < 2 or text.isascii() or not text.isalpha() or not _VOWEL.search(normalize("NFD", text)):
        return False
    if text.isupper():
        return not _MARKED.issuperset(char for char in text if not char.isascii())
    return text[1:].islower()


def _is_joined(wording: Wording, word: Word) -> bool:
    """Whether a hyphen or an apostrophe joins it to another, as in names of other languages."""
    around = wording.text[word.start - 1 : word.start] + wording.text[word.end : word.end + 1]
    return any(sign in around for sign in "-–'’&")


def _is_name(wording: Wording, place: int) -> bool:
    """Whether it has a capital that neither its place nor a line in capitals gives it."""
    word = wording.words[place]
    if word.text.islower() or word.text.isupper():
        return False
    beside = wording.words[place + 1 : place + 2]
    return not wording.opens(place) or any(one.text[:1].isupper() for one in beside)


def _context(wording: Wording, place: int) -> str:
    words = wording.words[max(0, place - 1) : place + 2]
    return " ".join(wording.text[words[0].start : words[-1].end].split())


def _parted(text: str) -> str:
    """Return what is expected: two syllables that have grown together apart, or the right word."""
    for cut in range(2, len(text) - 1):
        if is_syllable(text[:cut]) and is_syllable(text[cut:]):
            return f"tiếng viết đúng chính tả, có thể là «{text[:cut]} {text[cut:]}»"
    return "tiếng viết đúng chính tả"


@cache
def _confusions() -> Phrases:
    return Phrases(confusions())


@rule("NG-02", "từ viết sai chính tả", _SPELLING, Severity.WARNING, needs=Evidence.WORDS)
def confused_words(subject: Subject) -> Iterator[Fault]:
    """Những từ thường viết sai: «xữ lý», «bổ xung», «hình thực», «nâng cáo», «truyên truyền».

    Danh sách rút từ kinh nghiệm biên tập. Chữ giống như thế ở chỗ hai từ đứng liền («tình hình thực hiện») không tính.
    """
    return grouped(fault for wording in subject.prose for fault in _confusion_faults(wording))


def _confusion_faults(wording: Wording) -> Iterator[tuple[object, Fault]]:
    for match in _confusions().find(wording):
        if not _belongs_elsewhere(wording, match):
            written = wording.text[match.words[0].start : match.words[-1].end]
            right = _like(written, confusions()[match.phrase])
            yield match.phrase, Fault(f"«{written}»", f"«{right}»", wording.statement.spot)


def _belongs_elsewhere(wording: Wording, match: Match) -> bool:
    """Whether the first syllable ends a word before, or the last one begins a word behind."""
    return makes_word(wording, match.place - 1) or makes_word(wording, match.last)


def _like(written: str, right: str) -> str:
    """Return the right words with the capitals of those that were written."""
    if written.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if written[:1].isupper() else right


@rule("NG-03", "từ viết lặp", _SPELLING, Severity.WARNING, needs=Evidence.WORDS)
def doubled_words(subject: Subject) -> Iterator[Fault]:
    """Một từ gõ hai lần liền nhau: «của của», «để đối đối chiếu», «thực hiện thực hiện».

    Từ láy («dần dần») và hai từ gặp nhau («phân công công chức», «ý kiến kiến nghị») là đúng.
    """
    for wording in subject.prose:
        yield from _single_doubles(wording)
        yield from _pair_doubles(wording)


def _single_doubles(wording: Wording) -> Iterator[Fault]:
    for place, (one, other) in enumerate(pairwise(wording.words)):
        if one.key != other.key or wording.gap(place) or f"{one.key} {one.key}" in folded("repetitions"):
            continue
        if not one.text.isalpha() or one.text.isupper() and not wording.is_capitals or _differ(one, other):
            continue
        if _is_slip(wording, place):
            yield _doubled(wording, place, 1)


def _differ(one: Word, other: Word) -> bool:
    """Whether one of the two is a name or a title: «của Bộ bộ trưởng»."""
    return other.text[:1].isupper() and not one.text.isupper()


def _is_slip(wording: Wording, place: int) -> bool:
    """Whether two equal words belong to no two words, or the second begins one and the first can end none."""
    begins = makes_word(wording, place + 1)
    if wording.words[place].key in folded("bound"):
        return not begins and not makes_word(wording, place - 1)
    before = wording.words[place - 1].key if place else ""
    starts_anew = not place or bool(wording.gap(place - 1)) or before in folded("bound")
    return starts_anew and begins


def _pair_doubles(wording: Wording) -> Iterator[Fault]:
    words = wording.words
    for place in range(len(words) - 3):
        keys = words[place].key, words[place + 1].key
        if (words[place + 2].key, words[place + 3].key) != keys or keys[0] == keys[1] or keys not in compounds():
            continue
        apart = any(wording.gap(one) for one in range(place, place + 3))
        longer = makes_word(wording, place + 3) or words[place + 2].text != words[place].text.lower()
        if not apart and not longer and not makes_word(wording, place - 1):
            yield _doubled(wording, place, 2)


def _doubled(wording: Wording, place: int, count: int) -> Fault:
    words = wording.words
    first, last = max(0, place - 1), min(len(words) - 1, place + 2 * count)
    found = wording.text[words[first].start : words[last].end]
    once = wording.text[words[place].start : words[place + count - 1].end]
    return Fault(f"«{' '.join(found.split())}»", f"viết «{once}» một lần", wording.statement.spot)
