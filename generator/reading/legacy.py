"""Vietnamese of an old encoding inside Unicode text: TCVN3 ("Céng hßa"), VNI ("Coäng hoøa"), UTF-8 read as Latin-1.

Such text is not converted here, only told: what would be read from it is no Vietnamese.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]\S*|[§®]\S+")
_VNI = re.compile(r"[aeouyAEOUY][äåëïøûöñÄÅËÏØÛÖÑ]|[öôÖÔ][ùøûõïÙØÛÕÏ]")
_TCVN3 = re.compile(r"[^\W\d_][¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÎÏÐÑÖ×ØÜÞßäåæçëîïðñö÷øûüþ]|[§®][^\W\d_]")
_MOJIBAKE = re.compile(r"á[»º]|Ä[\u0080-\u00bf\u2018\u0192]|Æ[°¡]|Ã[\u0080-\u00bf]")
_FEWEST, _SHARE = 5, 0.15
_SEARCHED = 20_000


def legacy_encoding(text: str) -> str | None:
    """Return the Vietnamese name of the old encoding in which the text is written; None for Unicode.

    A few strange letters, such as those of a foreign name, are no old encoding: a sixth of the words must have them.
    """
    words = _WORD.findall(text[:_SEARCHED])
    if not words or text[:_SEARCHED].isascii():
        return None
    for name, pattern in (
        ("UTF-8 bị đọc nhầm bảng mã", _MOJIBAKE),
        ("bảng mã VNI", _VNI),
        ("bảng mã TCVN3 (ABC)", _TCVN3),
    ):
        hits = sum(bool(pattern.search(word)) for word in words)
        if hits >= max(_FEWEST, _SHARE * len(words)):
            return name
    return None
