"""Degrees, ranks and titles of honour that stand before the name of one who signs (II.7c)."""

from __future__ import annotations

import re

_SHORT = r"(?:GS|PGS|TSKH|TS|ThS|BS|BSCK\s?I{1,2}|BSCC|DS|KS|CN|LS|NGƯT|NGND|TTƯT|TTND|NSƯT|NSND|AHLĐ)"
_RANK = (
    r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý)|(?:Phó |Chuẩn )?Đô đốc|Chuẩn (?:tướng|úy|uý)"
    r"|(?:Đ/c|Đồng chí)|(?:Phó )?Giáo sư|Tiến s[ĩỹ](?: khoa học)?|Thạc s[ĩỹ]|Bác s[ĩỹ](?: chuyên khoa I{1,2})?"
    r"|Dược s[ĩỹ]|Kỹ sư|Cử nhân|Luật sư|Nhà giáo (?:ưu tú|nhân dân)|Thầy thuốc (?:ưu tú|nhân dân))"
)
_TITLES = re.compile(rf"(?:(?:{_SHORT}(?:[.,/]|(?=\s))|{_RANK}[.,]?)\s*[-–]?\s*)+(?=[^\W\d_])", re.IGNORECASE)


def titles_before(text: str) -> str:
    """Return the titles that the name begins with, without the name: "Đại tá", "PGS.TS."; empty without any."""
    match = _TITLES.match(text)
    return match[0].strip() if match else ""
