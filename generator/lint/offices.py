"""Offices and the titles of those who sign for them, by the words of the signature and of the letterhead.

Điều 13: a head signs alone (chế độ thủ trưởng) or on behalf of a collective (TM.); a deputy signs KT. for the head; the
head of a unit below signs TL. or TUQ.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.lint.announced import issuer_of
from generator.lint.subject import Subject
from generator.lint.unit_names import UnitName
from generator.vietnamese.unicode import fold

_HEADS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "ubnd": ("chủ tịch",),
        "hđnd": ("chủ tịch",),
        "sở": ("giám đốc",),
        "bộ": ("bộ trưởng",),
        "trường": ("hiệu trưởng", "giám đốc"),
        "phòng": ("trưởng phòng", "giám đốc"),
        "thanh tra": ("chánh thanh tra", "tổng thanh tra"),
        "chi cục": ("chi cục trưởng",),
        "cục": ("cục trưởng",),
        "bệnh viện": ("giám đốc",),
        "kho bạc": ("giám đốc",),
    }
)
"""The title of the head of an office by the first word of its name, folded."""
_TITLES = tuple(
    sorted({title for titles in _HEADS.values() for title in titles} | {"chánh văn phòng", "trưởng ban", "viện trưởng"})
)
_CODE = re.compile(r"^(TM|KT|TL|TUQ|Q)\.\s*", re.IGNORECASE)
_DEPUTY = re.compile(r"^(?:phó|thứ)\b\s*")


@dataclass(frozen=True)
class SignedBy:
    """The lines above the name: on whose behalf, in which office."""

    codes: tuple[str, ...]
    """TM, KT, TL, TUQ, Q in the order of the lines."""
    last: str
    """What the last authority line names behind its code, folded; empty without one."""
    position: str
    """The title of the signer, folded; empty where none is printed."""

    @property
    def is_deputy(self) -> bool:
        """Whether the signer is a deputy by title."""
        return bool(_DEPUTY.match(self.position))

    @property
    def head(self) -> str:
        """The title of the head in whose right the document is signed; empty where a unit below signs."""
        if {"TL", "TUQ"} & set(self.codes):
            return ""
        bare = self.last if self.codes and self.codes[-1] in ("KT", "Q") else self.position
        return title_of(bare)

    @property
    def head_named(self) -> str:
        """The title of the head that the last authority line names: "giám đốc"; empty for any other."""
        return title_of(self.last)

    def agrees(self, head: str) -> bool:
        """Tell whether a deputy may be that of a head by a word in common: "thứ trưởng" and "bộ trưởng"."""
        return not set(head.split()).isdisjoint(_DEPUTY.sub("", self.position).split())


def signed_by(subject: Subject) -> SignedBy:
    """Return how the document is signed, by what was read of its signature."""
    signature = subject.reading.signature
    lines = [(_CODE.match(one.text.strip()), one.text.strip()) for one in signature.authority]
    codes = tuple(match[1].upper() for match, _ in lines if match)
    last = fold(_CODE.sub("", lines[-1][1])) if lines else ""
    position = fold(signature.position.text) if signature.position else ""
    return SignedBy(codes, last, position)


def title_of(words: str) -> str:
    """Return the title of a head with which the folded words begin; empty for any other."""
    return next((title for title in sorted(_TITLES, key=len, reverse=True) if words.startswith(title)), "")


def heads_of(issuer: UnitName | None) -> tuple[str, ...]:
    """Return the titles that the head of an office has; empty where its name does not tell."""
    return _HEADS.get(issuer.kind, ()) if issuer else ()


def letterhead(subject: Subject) -> UnitName | None:
    """Return the office in the letterhead; None where none was read."""
    return issuer_of(subject.reading) if subject.reading.head.issuer else None
