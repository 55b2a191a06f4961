"""Whether two writings of an issuer can mean the same body: short against full form, with and without its place."""

from __future__ import annotations

import re
from enum import Enum

from generator.spelling import unmarked
from generator.vietnamese.unicode import fold

LONGEST = 12
"""Words after which what was taken for an issuer is a sentence that runs on."""
_WRITTEN_OUT = (
    (re.compile(r"\bubnd\b"), "ủy ban nhân dân"),
    (re.compile(r"\bhđnd\b"), "hội đồng nhân dân"),
    (re.compile(r"\bubtvqh\b"), "ủy ban thường vụ quốc hội"),
    (re.compile(r"\bttg(?:cp)?\b"), "thủ tướng chính phủ"),
    (re.compile(r"\b(?:tw|tư|t\.ư)\b"), "trung ương"),
    (re.compile(r"\bvpcp\b"), "văn phòng chính phủ"),
    (re.compile(r"\bttcp\b"), "thanh tra chính phủ"),
    (re.compile(r"\bcp\b"), "chính phủ"),
    (re.compile(r"\btp\.?(?=\s)"), "thành phố"),
    (re.compile(r"\btx\.?(?=\s)"), "thị xã"),
    (re.compile(r"[&,–-]"), " "),
    (re.compile(r"\b(?:và|nước)\b"), " "),
)
_HEADS = re.compile(
    r"^(?:chủ tịch|bộ trưởng|giám đốc|hiệu trưởng|trưởng phòng|chánh văn phòng|tổng cục trưởng|cục trưởng"
    r"|tổng thanh tra)\s+"
)
_CHAIR = "chủ tịch "
_BODIES = re.compile(
    r"^(?:chính phủ|thủ tướng|quốc hội|ủy ban|hội đồng|bộ|ban|sở|phòng|văn phòng|thanh tra|tỉnh ủy|thành ủy|huyện ủy"
    r"|đảng ủy|tổng cục|cục|chi cục|kho bạc|bảo hiểm|ngân hàng|viện|tòa án|trường|trung tâm|liên)\b"
)


class Likeness(Enum):
    """What can be said of two issuers."""

    SAME = "same"
    """One body, or not to be told apart."""
    CHAIR = "chair"
    """A people's committee and its chairman: two authorities under one symbol."""
    OTHER = "other"


def likeness(one: str | None, other: str | None) -> Likeness:
    """Return how two issuers stand to each other; SAME where one is missing or is no name of a body."""
    if one is None or other is None:
        return Likeness.SAME
    first, second = _plain(one), _plain(other)
    bare, other_bare = _HEADS.sub("", first), _HEADS.sub("", second)
    if not (_is_body(bare) and _is_body(other_bare)) or _is_joint(one) or _is_joint(other):
        return Likeness.SAME
    if not _agree(bare, other_bare):
        return Likeness.OTHER
    chaired = [text.startswith(_CHAIR) and "ủy ban" in text for text in (first, second)]
    return Likeness.CHAIR if chaired[0] != chaired[1] else Likeness.SAME


def are_alike(one: str | None, other: str | None) -> bool:
    """Whether both are bodies of one sort, of two places or levels, which may number documents alike: two UBND."""
    first, second = (_HEADS.sub("", _plain(text or "")).split()[:2] for text in (one, other))
    return first == second


def _plain(text: str) -> str:
    found = fold(text).replace("uỷ", "ủy")
    for pattern, full in _WRITTEN_OUT:
        found = pattern.sub(full, found)
    return " ".join(found.split())


def _is_body(text: str) -> bool:
    return bool(_BODIES.match(text)) and len(text.split()) <= LONGEST


def _is_joint(text: str) -> bool:
    """Whether several bodies issued it together: Bộ Tài chính và Bộ Nội vụ, Bộ Tài chính - Bộ Nội vụ, liên Bộ."""
    folded = fold(text).replace("uỷ", "ủy")
    return folded.startswith("liên ") or len(re.findall(r"\b(?:bộ|tổng liên đoàn|thanh tra|ban|ủy ban)\b", folded)) > 1


def _agree(one: str, other: str) -> bool:
    """Whether one is the beginning of the other, by its words or, where something is abbreviated, by initials."""
    shorter, longer = sorted((one.split(), other.split()), key=len)
    if longer[: len(shorter)] == shorter:
        return True
    if not (_is_abbreviated(one) or _is_abbreviated(other)):
        return False
    mine, theirs = _initials(one), _initials(other)
    return mine.startswith(theirs) or theirs.startswith(mine)


def _initials(text: str) -> str:
    return "".join(word if _is_short(word) else word[0] for word in unmarked(text).split())


def _is_abbreviated(text: str) -> bool:
    return any(_is_short(word) for word in unmarked(text).split())


def _is_short(word: str) -> bool:
    """Whether a word is a row of initials: no syllable is without a vowel, as gdđt is."""
    return len(word) > 1 and not re.search(r"[aeiouy]", word)
