"""Vietnamese written in the old encodings, made from Unicode by the tables turned round."""

from __future__ import annotations

import unicodedata

from generator.vietnamese.encodings import TCVN3, VNI

_TO_TCVN3 = {letter: sign for sign, letter in TCVN3.items()}
_TO_VNI = {letter: sign for sign, letter in reversed(VNI.items())}
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")


def in_tcvn3(text: str) -> str:
    """Return the text as a program shows it that takes TCVN3 for Windows-1252; a toned capital is the small letter."""
    return "".join(_TO_TCVN3.get(letter) or _TO_TCVN3.get(letter.lower(), letter) for letter in text)


def in_vni(text: str) -> str:
    """Return the text as a program shows it that takes VNI for Windows-1252."""
    return "".join(_TO_VNI.get(letter, letter) for letter in text)


def misread(text: str) -> str:
    """Return the text as a program shows it that takes UTF-8 for Windows-1252."""
    return "".join(bytes([code]).decode("cp1252", "ignore") or chr(code) for code in text.encode())


def in_cp1258(text: str) -> bytes:
    """Return the bytes of Windows-1258, in which a tone stands behind its vowel."""
    return "".join(map(_tone_apart, text)).encode("cp1258")


def _tone_apart(letter: str) -> str:
    decomposed = unicodedata.normalize("NFD", letter)
    base = unicodedata.normalize("NFC", "".join(sign for sign in decomposed if sign not in _TONES))
    return base + "".join(sign for sign in decomposed if sign in _TONES)
