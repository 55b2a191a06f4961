"""How automatic numbering writes a number (17.18.59), and the signs of bullets."""

from __future__ import annotations

from typing import Final

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST: Final = 32767
"""The highest number that Word writes in Roman figures or letters."""
_SIGNS: Final = {
    ("symbol", 0xB7): "•", ("symbol", 0x2D): "-", ("symbol", 0xA8): "♦", ("symbol", 0xDE): "⇒", ("symbol", 0xAE): "→",
    ("wingdings", 0xA7): "▪", ("wingdings", 0xD8): "➢", ("wingdings", 0xFC): "✓", ("wingdings", 0x6C): "●",
    ("wingdings", 0x6E): "■", ("wingdings", 0x6F): "□", ("wingdings", 0x71): "❑", ("wingdings", 0x76): "❖",
    ("wingdings", 0xA8): "◻", ("wingdings", 0xFE): "☑", ("wingdings", 0xE0): "→", ("wingdings", 0x9F): "•",
    ("courier new", 0x6F): "○",
}  # fmt: skip
"""Unicode for signs of symbol fonts."""


def sign(font: str, text: str) -> str:
    """Return signs of a symbol font as Unicode; a sign not known stays as it is."""
    return "".join(_SIGNS.get((font.casefold(), _code(letter)), letter) for letter in text)


def _code(letter: str) -> int:
    """Symbol fonts have their signs in the private area from U+F000 on, or at the plain code."""
    code = ord(letter)
    return code - 0xF000 if 0xF000 <= code <= 0xF0FF else code


def formatted_number(number: int, form: str) -> str:
    """Return a number in a form of OOXML; forms that no Vietnamese document uses are written in figures."""
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{number:02d}"
    if not 0 < number <= _MOST:
        return str(number)
    if form in ("upperRoman", "lowerRoman"):
        return _cased(_roman(number), form)
    return _cased(_letters(number), form) if form in ("upperLetter", "lowerLetter") else str(number)


def _cased(text: str, form: str) -> str:
    return text.lower() if form.startswith("lower") else text


def _roman(number: int) -> str:
    written = ""
    for worth, figure in _ROMAN:
        count, number = divmod(number, worth)
        written += figure * count
    return written


def _letters(number: int) -> str:
    """A to Z, then AA, BB …, as Word does."""
    turns, place = divmod(number - 1, 26)
    return chr(ord("A") + place) * (turns + 1)
