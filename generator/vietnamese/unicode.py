"""Vietnamese text in one Unicode form: what is cleaned, what is counted, what is compared.

The decree asks for Unicode after TCVN 6909:2001 (NĐ 30, Phụ lục I, mục I.4), whose letters are precomposed (NFC).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_D_STROKES = {"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"}
"""Letters of other languages that look like Đ and đ: eth, and the African D with its small form."""
_SPACES = dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " ")
_HYPHENS = {"\u2010": "-", "\u2011": "-"}
_BREAKS = dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n")
_INVISIBLE = dict.fromkeys(
    "\u00ad\u034f\u061c\u180e\u2060\ufeff"
    + "".join(map(chr, [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])),
    "",
)
_CONTROLS = dict.fromkeys(
    "".join(map(chr, [*range(0x09), *range(0x0E, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])), ""
)
"""Characters that XML 1.0 cannot hold (section 2.2), apart from those that are line breaks."""

_REPLACED = {
    "chữ Ð hoặc ð của tiếng nước ngoài đổi thành Đ, đ": _D_STROKES,
    "dấu cách đặc biệt đổi thành dấu cách thường": _SPACES,
    "dấu nối đặc biệt đổi thành dấu nối thường": _HYPHENS,
    "dấu ngắt dòng, ngắt trang đặc biệt đổi thành dấu xuống dòng": _BREAKS,
    "ký tự ẩn bị xóa": _INVISIBLE,
    "ký tự điều khiển bị xóa": _CONTROLS,
}
_TABLE = str.maketrans({character: new for table in _REPLACED.values() for character, new in table.items()})
_COMPOSED = "chữ Unicode tổ hợp đổi thành Unicode dựng sẵn"

_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_SPACE_RUN = re.compile(r"\s+")

_PLAIN_VOWELS = {"o": "òóỏõọ", "u": "ùúủũụ"}
_TONED_SECOND = {("o", "a"): "àáảãạ", ("o", "e"): "èéẻẽẹ", ("u", "y"): "ỳýỷỹỵ"}
_TONE_MOVES = {
    toned + second: first + moved
    for (first, second), tones in _TONED_SECOND.items()
    for toned, moved in zip(_PLAIN_VOWELS[first], tones, strict=True)
}
_TONE_PAIR = re.compile("|".join(_TONE_MOVES))


def nfc(text: str) -> str:
    """Return the text in precomposed form, nothing else altered."""
    return unicodedata.normalize("NFC", text)


def clean(text: str) -> str:
    """Return the text in the form in which the whole project holds it.

    NFC; Đ and đ instead of their look-alikes; every space a plain one, every hyphen a plain one; no invisible
    characters and none that XML cannot hold. Kept: en and em dash, tabs, line breaks ("\\r\\n" as it is). Vertical
    tab, form feed and the Unicode line separators become a line break, so that no two words grow together.
    Cleaning twice gives the same as once.
    """
    return nfc(text.translate(_TABLE))


def changes(before: str) -> list[str]:
    """Return what ``clean`` alters in the text, as short Vietnamese phrases; empty when it alters nothing."""
    seen = set(before)
    found = [name for name, table in _REPLACED.items() if not seen.isdisjoint(table)]
    translated = before.translate(_TABLE)
    return found if unicodedata.is_normalized("NFC", translated) else [_COMPOSED, *found]


def words(text: str) -> list[str]:
    """Return the runs of letters and digits of the NFC text, in order: what "no word lost" is counted in."""
    return _WORD.findall(nfc(text))


@lru_cache(maxsize=10_000)
def fold(text: str) -> str:
    """Return a form of a name for comparing: cleaned, casefolded, one place for tone marks, single spaces.

    Both "hòa" and "hoà", "Ủy" and "Uỷ" are right in Vietnamese and in the decree itself; they fold to one form.
    """
    spaced = _SPACE_RUN.sub(" ", clean(text)).strip().casefold()
    return _TONE_PAIR.sub(lambda match: _TONE_MOVES[match[0]], spaced)
