"""Vietnamese of an old encoding inside Unicode text, told by its content and converted: TCVN3, VNI, misread UTF-8.

The words decide, never the name of a font: a word speaks for an encoding when it becomes a Vietnamese syllable by it
and is none as it stands. A text has an encoding when enough of its words speak for it and hardly any against; then
each line is converted for itself, so that the Unicode lines of a mixed document stay as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Final

from generator.diagnostics import Diagnostic, Place, hint, warning
from generator.reading.lines import shortened
from generator.vietnamese.encodings import TCVN3, VNI, from_misread_utf8, from_tcvn3, from_vni
from generator.vietnamese.syllables import is_syllable
from generator.vietnamese.unicode import nfc

_TCVN3_NAME = "bảng mã TCVN3 (ABC)"
_ENCODINGS: Final[dict[str, Callable[[str], str]]] = {
    "UTF-8 bị đọc nhầm bảng mã": from_misread_utf8,
    "bảng mã VNI": from_vni,
    _TCVN3_NAME: from_tcvn3,
}
"""What each encoding is called, and what makes Unicode of it."""

_WORD = re.compile(r"[A-Za-z\u00a1-\u024f\u0300-\u036f\u1e00-\u1eff]+")
_NOT_VIETNAMESE = re.compile(r"[\x00-\x1f\x7f-\x9f]|[^\W\d_A-Za-z\u00a1-\u024f\u1e00-\u1eff]")
"""Control characters, and letters of other scripts."""
_MISREAD_WORD = re.compile(r"[^\s!-@\[-`{-~]+(?: (?<=Ã ))?[^\s!-@\[-`{-~]*")
_UNICODE = re.compile("[ăđơưĂĐƠƯ\u0300-\u036f\u1ea0-\u1ef9]")
"""Letters that only Unicode has: a line with one of them is left alone."""
_SIGNS = "¡¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿"
"""What is a letter in an old encoding and a sign in Unicode, where it may stand at the edge of a word."""
_CAPITAL_FONT = re.compile(r"(?:[A-Z]{6}\+)?\.Vn[\w -]*?H(?:[-,]\w+)*", re.IGNORECASE)
_LONG_TEXT = 200
"""Words: of so many in Vietnamese a dozen have ư."""
_ENOUGH = 5
_MOST_ODD = 0.2
"""The share of strange words that may not become Vietnamese: foreign names, misspellings."""
_LEAST_VIETNAMESE = 0.6
"""The share of all words that are Vietnamese syllables afterwards; a text of another language has fewer."""
_LOST_CAPITALS = (
    "chữ hoa có dấu của phông .VnTimeH không có mã riêng: chỗ nào không suy được từ các chữ bên cạnh thì giữ chữ"
    " thường; hãy so với bản gốc"
)


@dataclass(frozen=True)
class _Evidence:
    """How the strange words of a line speak for one encoding."""

    speaking: int = 0
    """Words that are Vietnamese by the encoding only."""
    odd: int = 0
    """Words that are not Vietnamese by the encoding."""
    both: int = 0
    """Words that are Vietnamese either way."""
    vietnamese: int = 0
    words: int = 0

    def __add__(self, other: _Evidence) -> _Evidence:
        return _Evidence(
            self.speaking + other.speaking,
            self.odd + other.odd,
            self.both + other.both,
            self.vietnamese + other.vietnamese,
            self.words + other.words,
        )

    @property
    def proves(self) -> bool:
        """Whether the words are enough to say that the encoding is there."""
        few_odd = self.odd <= _MOST_ODD * (self.speaking + self.odd)
        return self.speaking >= _ENOUGH and few_odd and self.vietnamese >= _LEAST_VIETNAMESE * self.words

    @property
    def leans(self) -> bool:
        """Whether a line of a text that has the encoding is written in it."""
        return self.speaking > self.odd


def converted(text: str) -> tuple[str, str | None]:
    """Return the text in Unicode (NFC) and the name of its old encoding; as it stands and None without one.

    Of several encodings in one text the most frequent is named.
    """
    lines = text.split("\n")
    encodings = encodings_of(lines)
    named = Counter(name for name in encodings if name).most_common(1)
    if not named:
        return text, None
    return "\n".join(map(_in_unicode, lines, encodings)), named[0][0]


def draws_capitals(font: str) -> bool:
    """Tell whether the small letters of a font look like capitals: .VnTimeH, in a PDF ABCDEF+.VnTimeH-Bold too."""
    return _CAPITAL_FONT.fullmatch(font) is not None


def converted_lines(
    lines: Sequence[str], numbers: Sequence[int], shown: Sequence[Sequence[bool]] | None = None
) -> tuple[list[str], tuple[Diagnostic, ...]]:
    """Return each line in Unicode, and a hint for each run of lines that was converted, with its first number.

    ``shown`` tells for each letter of each line whether its font draws it as a capital, where the format names fonts;
    it counts in TCVN3 alone.
    """
    encodings = encodings_of(lines)
    drawn = shown if any(map(any, shown or ())) else None
    new = list(map(_in_unicode, lines, encodings, drawn or [()] * len(lines)))
    runs = groupby(range(len(lines)), key=encodings.__getitem__)
    changed = ((name, [place for place in run if new[place] != lines[place]]) for name, run in runs if name)
    advice = None if drawn else _LOST_CAPITALS
    notes = [
        _note(name, [numbers[place] for place in run], lines[run[0]], new[run[0]], advice)
        for name, run in changed
        if run
    ]
    return new, (*notes, *_lost_letter_notes(encodings, new, numbers))


def _lost_letter_notes(
    encodings: Sequence[str | None], lines: Sequence[str], numbers: Sequence[int]
) -> Iterator[Diagnostic]:
    """Yield a warning where a long text in TCVN3 has no ư: its sign is a soft hyphen, which programs drop."""
    own = [place for place, name in enumerate(encodings) if name == _TCVN3_NAME]
    text = " ".join(lines[place] for place in own)
    if len(text.split()) >= _LONG_TEXT and "ư" not in text:
        message = "cả văn bản không có chữ «ư» nào: phần mềm tạo tệp đã làm mất chữ này («trờng» thay cho «trường»)"
        advice = "hãy dùng tệp Word gốc, hoặc sửa từng chỗ"
        yield warning(message, Place(line=numbers[own[0]]), hint=advice, code="lost-letter")


def legacy_encoding(text: str) -> str | None:
    """Return the Vietnamese name of the old encoding in which the text is written; None for Unicode."""
    return converted(text)[1]


def encodings_of(lines: Sequence[str]) -> list[str | None]:
    """Return the name of the old encoding of each line, None for one in Unicode or without a strange letter.

    A line whose words could be either is taken like the nearest line before it that tells, else the nearest after.
    """
    if all(line.isascii() for line in lines):
        return [None] * len(lines)
    evidence = {name: [_evidence(line, name) for line in lines] for name in _ENCODINGS}
    present = [name for name, found in evidence.items() if _is_present(found)]
    if not present:
        return [None] * len(lines)
    told: list[str | None] = [None] * len(lines)
    open_places = []
    for place, line in enumerate(lines):
        best = max(present, key=lambda name: evidence[name][place].speaking - evidence[name][place].odd)
        if evidence[best][place].leans:
            told[place] = best
        elif not _UNICODE.search(nfc(line)) and any(evidence[name][place].both for name in present):
            open_places.append(place)
    sure = [place for place in range(len(lines)) if told[place] or _UNICODE.search(nfc(lines[place]))]
    for place in open_places:
        told[place] = told[sure[max(0, bisect_left(sure, place) - 1)]]
    return told


def _is_present(found: Sequence[_Evidence]) -> bool:
    """Tell whether an encoding is in the text: by all its lines together, or by those that lean to it."""
    strange = [one for one in found if one.speaking or one.odd]
    if sum(strange, _Evidence()).proves:
        return True
    return any(one.proves for one in strange)


def _evidence(line: str, name: str) -> _Evidence:
    """Return how the words of a line speak for an encoding; a line with letters of Unicode only is silent."""
    composed = nfc(line)
    if composed.isascii():
        return _Evidence()
    if name not in (_TCVN3_NAME, "bảng mã VNI"):
        return _misread_evidence(composed)
    if _UNICODE.search(composed):
        return _Evidence()
    letters = _TCVN3_LETTERS if name == _TCVN3_NAME else _VNI_LETTERS
    change = _ENCODINGS[name]
    counts = Counter(_kind(word, change(word), strange=bool(letters.search(word))) for word in _WORD.findall(composed))
    return _counted(counts)


def _kind(word: str, new: str, *, strange: bool) -> str:
    """Return how one word speaks: for the encoding, for either way, against it, or like any word without marks."""
    right = is_syllable(new.strip(_SIGNS)) or not _has_vowel(new)
    if not strange:
        return "plain" if right else "foreign"
    if not right:
        return "odd"
    return "both" if is_syllable(word.strip(_SIGNS)) or not _has_vowel(word) else "speaking"


def _misread_evidence(line: str) -> _Evidence:
    """Return how the words of a line speak for misread UTF-8: letters that come out together from several signs."""
    return _counted(Counter(map(_misread_kind, _MISREAD_WORD.findall(line))))


@lru_cache(maxsize=20_000)
def _misread_kind(word: str) -> str:
    """Return how one word speaks for misread UTF-8; a document has few words that it does not repeat."""
    new = from_misread_utf8(word)
    changed = new != word
    parts = _WORD.findall(new)
    right = not _NOT_VIETNAMESE.search(new) and all(is_syllable(part) or not _has_vowel(part) for part in parts)
    return "speaking" if changed and right else "odd" if changed else "plain" if right else "foreign"


def _counted(counts: Counter[str]) -> _Evidence:
    right = counts["speaking"] + counts["both"] + counts["plain"]
    return _Evidence(counts["speaking"], counts["odd"], counts["both"], right, counts.total())


def _has_vowel(word: str) -> bool:
    return bool(_VOWEL.search(word))


def _in_unicode(line: str, encoding: str | None, shown: Sequence[bool] = ()) -> str:
    if encoding is None:
        return line
    new = nfc(_ENCODINGS[encoding](line))
    if encoding != _TCVN3_NAME:
        return new
    if len(shown) != len(new):
        return _with_capitals(line, new)
    drawn = "".join(letter.upper() if capital else letter for letter, capital in zip(new, shown, strict=True))
    return _with_capital_words(line, drawn)


def _with_capitals(old: str, new: str) -> str:
    """Return a converted line with the capitals that its own letters tell.

    TCVN3 has no capital with a tone; in a word typed in capitals only the letters without a tone are: "CéNG HßA".
    One letter alone tells nothing ("Së"), unless all words in the line have capitals only, several of those with
    marks.
    """
    if _is_capital(old) and _is_capital("".join(word for word in old.split() if not word.isascii())):
        return new.upper()
    return _with_capital_words(old, new)


def _with_capital_words(old: str, new: str) -> str:
    return "".join(map(_capital_word, _PIECES.findall(old), _PIECES.findall(new)))


def _capital_word(old: str, new: str) -> str:
    return new.upper() if _is_capital(old) else new


def _is_capital(old: str) -> bool:
    """Tell whether the letters without marks are capitals, and more than one."""
    plain = [letter.isupper() for letter in old if letter.isascii() and letter.isalpha()]
    plain += [True for letter in old if letter in _TCVN3_CAPITALS]
    return len(plain) > 1 and all(plain)


def _note(name: str, numbers: Sequence[int], before: str, after: str, advice: str | None) -> Diagnostic:
    first, last = numbers[0], numbers[-1]
    where = f"dòng {first}" if len(numbers) == 1 else f"{len(numbers)} dòng, từ dòng {first} đến {last}"
    return hint(
        f"đổi chữ của {name} sang Unicode ({where}), đọc là «{shortened(after.strip(), 40)}»",
        Place(line=first, quote=shortened(before.strip(), 40)),
        hint=advice if name == _TCVN3_NAME else None,
        code="legacy-encoding",
    )


def _letters(characters: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(characters)}]")


_TCVN3_CAPITALS = frozenset(sign for sign, letter in TCVN3.items() if letter.isupper())
_TCVN3_LETTERS = _letters("".join(TCVN3))
_VNI_LETTERS = _letters("".join({sign for unit in VNI for sign in unit if not sign.isascii()}))
_VOWEL = re.compile("[aeiouyăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)
_PIECES = re.compile(r"\s+|[^\s\-/]+|[\-/]")
