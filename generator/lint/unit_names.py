"""Names of units as documents write them: in full, abbreviated, with the place or without, by the title of the head.

"Sở GD&ĐT", "Sở Giáo dục và Đào tạo tỉnh Sông Vân" and "Giám đốc Sở GDĐT" name one unit. Nothing but the words is known:
two names are one when their letters fit, and names of which that cannot be told are taken for different.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.spelling import unmarked
from generator.vietnamese.unicode import fold

_LONG_FORMS = (
    (re.compile(fold(r"ủy ban nhân dân")), "ubnd"),
    (re.compile(fold(r"hội đồng nhân dân")), "hđnd"),
    (re.compile(r"\btp\.?(?=\s)"), "thành phố"),
    (re.compile(r"\btx\.?(?=\s)"), "thị xã"),
    (re.compile(r"\bvp\b"), "văn phòng"),
    (re.compile(r"\btrung học phổ thông\b"), "thpt"),
    (re.compile(r"\btrung học cơ sở\b"), "thcs"),
)
_TITLES = re.compile(
    r"^(?:(?:đồng chí|các)\s+)?(?:phó\s+)?(?:chủ tịch|giám đốc|trưởng(?=\s+(?:các\s+)?phòng)|chánh(?=\s+(?:văn|thanh))"
    r"|thủ trưởng|hiệu trưởng(?=\s+(?:các\s+)?trường)|lãnh đạo|tổ trưởng(?=\s+tổ)|cục trưởng(?=\s+cục))\s+"
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_WORD = re.compile(r"[^\W_]+(?:[&./-]+[^\W_]+)*", re.UNICODE)
_LEVELS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")
_LEVEL = re.compile(rf"\s(?:{'|'.join(_LEVELS)})\b")
_BELONGS = re.compile(r"\s(?:thuộc|trực thuộc|của|các huyện|trên địa bàn)\b")
_BODIES = ("ubnd", "hđnd", "công an", "thanh tra", "mặt trận", "ban chỉ huy", "trung tâm phục vụ hành chính công")
"""Bodies that several levels have, so that the level belongs to their name."""
KINDS = (
    "sở", "phòng", "văn phòng", "thanh tra", "công an", "ubnd", "hđnd", "ban", "trung tâm", "trường", "kho bạc",
    "bảo hiểm xã hội", "cục", "chi cục", "bộ", "tổ", "đài", "viện", "bệnh viện", "hội", "thuế", "bộ phận",
)  # fmt: skip
"""First words of names of units, folded; a list is parted before one of them."""
_KIND = re.compile(
    rf"(?:{'|'.join(sorted(KINDS, key=len, reverse=True))})(?![\w-])"
    r"(?<!ban(?= hành| đầu| bố))(?<!tổ(?= chức| quốc))(?<!hội(?= nghị| nhập| thảo| thi| họp| đồng))"
    r"(?<!phòng(?=,| chống| ngừa| cháy| bệnh| học))(?<!trường(?= hợp))(?<!viện(?= dẫn))(?<!bộ(?= máy| chỉ| tiêu| thủ))"
)
_JOINT = re.compile(r"(?:HĐND|ĐBQH|Hội đồng nhân dân|Đoàn đại biểu Quốc hội)\s*$", re.IGNORECASE)
"""What "và" does not part from the body behind it: "Văn phòng HĐND và UBND"."""
_PLURALS = re.compile(r"(?:các|những|toàn thể|mọi|từng|một số|các cấp|cấp)\b")
_SPLIT = re.compile(r"\s*[;\n+]\s*|^\s*[-–•]\s+|\s*,\s*|\s+và\s+", re.IGNORECASE)


@dataclass(frozen=True)
class UnitName:
    """The name of a unit taken apart."""

    printed: str
    kind: str
    """Its first word as folded: "sở", "phòng", "ubnd"; empty where it begins with none that is known."""
    core: str
    """The words behind it, folded, without the place: "giáo dục và đào tạo"; for UBND and the like the level."""
    place: str
    """The level with the name of the place, folded: "tỉnh sông vân"; empty without a name."""
    plural: bool
    """Whether it is a class of units: "Các phòng thuộc Sở"."""

    @property
    def letters(self) -> str:
        """The first letters of the core, those of abbreviations as they stand: "gdđt"."""
        return _letters(self.core)

    @property
    def is_single(self) -> bool:
        """Whether it names one unit, and says which."""
        return bool(self.kind) and not self.plural and (bool(self.core) or self.kind == "văn phòng")


@lru_cache(maxsize=4096)
def unit_name(text: str) -> UnitName:
    """Return the name taken apart; of a text that is none, kind and core are empty."""
    printed = " ".join(_BRACKETS.sub(" ", text).split()).strip(" .,;:-–")
    words = _normal(printed)
    plural = _PLURALS.match(words) is not None
    bare = _PLURALS.sub("", words).strip() if plural else words
    match = _KIND.match(bare)
    if match is None:
        return UnitName(printed, "", "", "", plural)
    rest = bare[match.end() :]
    return UnitName(printed, match[0], *_core_and_place(match[0], rest), plural or _is_class(rest))


def _normal(text: str) -> str:
    """Return the words folded, long forms abbreviated, the title of the one who heads the unit left out."""
    words = fold(text.replace("&", " & ") if "UBND" in text or "HĐND" in text else text)
    for pattern, short in _LONG_FORMS:
        words = pattern.sub(short, words)
    return _TITLES.sub("", words)


def _core_and_place(kind: str, rest: str) -> tuple[str, str]:
    own = _BELONGS.split(rest, maxsplit=1)[0]
    level = _LEVEL.search(own)
    place = own[level.start() :].strip() if level else ""
    core = own[: level.start()].strip() if level else own.strip()
    if kind.startswith(_BODIES) and level and not core:
        core = level[0].strip()
    return core.strip(" ,.:-–"), "" if place in _LEVELS else place


def _is_class(rest: str) -> bool:
    """Tell whether what follows the first word makes it a class: "Phòng chuyên môn", "UBND cấp xã", "Sở, ban"."""
    return re.match(r"\s*(?:chuyên môn|,|nghiệp vụ|cấp|và tương đương|có|các|liên quan|ban\b)", rest) is not None


def _letters(words: str) -> str:
    pieces = (word for word in _WORD.findall(words) if word not in ("và", "của"))
    return "".join(_initials(piece) for piece in pieces)


def _initials(word: str) -> str:
    """Return the letters that an abbreviation of the word has: its own when it is one, else the first."""
    bare = re.sub(r"[&./-]", "", word)
    shortened = _is_abbreviation(bare)
    return "".join("đ" if letter == "đ" else unmarked(letter) for letter in (bare if shortened else bare[:1]))


def _is_abbreviation(word: str) -> bool:
    """Tell whether a folded word cannot be a syllable: it has no vowel, or a consonant group that none has."""
    plain = unmarked(word)
    return len(word) > 1 and (not re.search(r"[aeiouy]", plain) or re.fullmatch(_SYLLABLE, plain) is None)


_SYLLABLE = re.compile(r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,4}(?:ng|nh|ch|[cmnpt])?")


def same_unit(one: UnitName, other: UnitName) -> bool:
    """Tell whether two names may be those of one unit; names that a place sets apart are not."""
    if not one.kind or one.kind != other.kind or one.plural != other.plural:
        return False
    if one.place and other.place and one.place != other.place:
        return False
    return one.core == other.core or (_has_abbreviation(one, other) and one.letters == other.letters)


def _has_abbreviation(*names: UnitName) -> bool:
    return any(_is_abbreviation(re.sub(r"[&./-]", "", word)) for name in names for word in _WORD.findall(name.core))


def names_unit(text: str, unit: UnitName) -> bool:
    """Tell whether a text names the unit, alone or in a list: "Các Sở: Nội vụ, Tài chính" names Sở Tài chính."""
    words = f" {' '.join(_WORD.findall(_normal(_BRACKETS.sub(' ', text))))} "
    kind = f" {unit.kind} "
    if kind not in words:
        return False
    core = " ".join(_WORD.findall(unit.core))
    if unit.kind.startswith(_BODIES):
        return f"{kind}{core} " in words
    if f" {core} " in words:
        return True
    behind = words[words.index(kind) + len(kind) :]
    short = {re.sub(r"[&./-]", "", word) for word in _WORD.findall(behind)}
    return unit.letters in short or (_has_abbreviation(unit) and unit.letters in _letters(behind))


def units_in(text: str) -> Iterator[UnitName]:
    """Yield the units that a cell or line lists, and the words between separators that name none, as they stand.

    A comma or "và" parts two units only where the first word of another one, or an abbreviation, follows.
    """
    bare = _BRACKETS.sub(" ", text)
    cuts = [0]
    for match in _SPLIT.finditer(bare):
        goes_on = _JOINT.search(bare[: match.start()]) is not None
        if _is_strong(match[0]) or (_begins_unit(bare[match.end() :]) and not goes_on):
            cuts += [match.start(), match.end()]
    cuts.append(len(bare))
    names = (bare[start:end].strip(" .,;-–•\n") for start, end in zip(cuts[::2], cuts[1::2], strict=True))
    return (unit_name(name) for name in names if name)


def _is_strong(separator: str) -> bool:
    return any(sign in separator for sign in ";\n+•") or separator.strip() in ("-", "–")


def _begins_unit(text: str) -> bool:
    first = text.split(",")[0].split(";")[0].strip()
    words = _normal(text)
    return _KIND.match(_PLURALS.sub("", words).strip()) is not None or (first.isupper() and len(first) > 1)
