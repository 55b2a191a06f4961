"""Vietnamese of the time before Unicode, its letters seen as those of Windows-1252: TCVN3 (ABC), VNI, misread UTF-8.

Sources: TCVN 5712:1993, third character set (the fonts .VnTime; capitals with a tone have no code, they come from the
fonts .VnTimeH over the small letters); the table "VNI Windows" of VNI Software (fonts VNI-Times), in which a mark is
a sign of its own behind the vowel. Both tables stand here as data; each function takes any text and leaves alone
what its table does not hold.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from generator.vietnamese.unicode import nfc

_TCVN3_ROWS = (
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
    (0xB5, "àảãáạ"),
    (0xBB, "ằẳẵắ"),
    (0xC6, "ặầẩẫấậè"),
    (0xCE, "ẻẽéẹềểễếệìỉ"),
    (0xDC, "ĩíịò"),
    (0xE1, "ỏõóọồổỗốộờởỡớợù"),
    (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
)
"""First code of a run, and its letters."""
TCVN3: Final = MappingProxyType({chr(first + place): x for first, row in _TCVN3_ROWS for place, x in enumerate(row)})
"""Each letter of TCVN3 as Windows-1252 shows it, and the Vietnamese letter that it means."""

_VNI_TONES = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_CIRCUMFLEX = {"â": "", "à": "\u0300", "á": "\u0301", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_BREVE = {"ê": "", "è": "\u0300", "é": "\u0301", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "î": "ỵ", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị"}


def _vni_small() -> dict[str, str]:
    table = dict(_VNI_ALONE)
    for base, letter in (("a", "a"), ("e", "e"), ("o", "o"), ("u", "u"), ("y", "y"), ("ô", "ơ"), ("ö", "ư")):
        table |= {base + sign: nfc(letter + tone) for sign, tone in _VNI_TONES.items()}
    for base in "aeo":
        table |= {base + sign: nfc(f"{base}\u0302{tone}") for sign, tone in _VNI_CIRCUMFLEX.items()}
    return table | {"a" + sign: nfc(f"ă{tone}") for sign, tone in _VNI_BREVE.items()}


def _with_capitals(small: dict[str, str]) -> dict[str, str]:
    """Return the table with its capitals; the sign behind a capital may be the small one as well."""
    capitals = {sign.upper(): letter.upper() for sign, letter in small.items()}
    mixed = {sign[0].upper() + sign[1:]: letter.upper() for sign, letter in small.items() if len(sign) > 1}
    return small | mixed | capitals


VNI: Final = MappingProxyType(_with_capitals(_vni_small()))
"""Each vowel with its sign, or letter alone, of VNI as Windows-1252 shows it, and the Vietnamese letter it means."""
_VNI_UNIT = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))

_CONTINUED = bytes(range(0x80, 0xC0)).decode("latin-1") + "".join(
    bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xC0)
)
"""The bytes that go on a letter of UTF-8, as Latin-1 and as Windows-1252 show them."""
_C = f"[{re.escape(''.join(dict.fromkeys(_CONTINUED)))}]"
_MISREAD = re.compile(rf"[Â-ß]{_C}|[à-ï]{_C}{{2}}|Ã(?: |$)")


def from_tcvn3(text: str) -> str:
    """Return the text with each letter of TCVN3 as the Vietnamese letter; capitals of a font .VnTimeH stay small."""
    return text.translate(_TCVN3_TABLE)


def from_vni(text: str) -> str:
    """Return the text with each vowel and sign of VNI as one Vietnamese letter."""
    return _VNI_UNIT.sub(lambda match: VNI[match[0]], text)


def from_misread_utf8(text: str) -> str:
    """Return the text with each letter of UTF-8 that was read as Windows-1252 or Latin-1 as what it was.

    A letter that lost one of its bytes stays as it stands; "Ã" with a blank is "à", whose second byte looks blank.
    """
    return nfc(_MISREAD.sub(_reread, text))


def _reread(match: re.Match[str]) -> str:
    if match[0].rstrip(" ") == "Ã":
        return "à"
    try:
        return b"".join(map(_byte, match[0])).decode("utf-8")
    except UnicodeError:
        return match[0]


def _byte(character: str) -> bytes:
    return bytes([ord(character)]) if ord(character) < 0x100 else character.encode("cp1252")


_TCVN3_TABLE = str.maketrans(dict(TCVN3))
