"""Which document of the legal register a citation means."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.lint.citations import Cited
from generator.registers.legal import LegalAct, LegalRegister
from generator.vietnamese.unicode import fold, words

_CENTRAL = re.compile(
    r".*(?:/(?:\d{4}/)?(?:NĐ-CP|NQ-CP|QĐ-TTg|CT-TTg|TT-.+|TTLT-.+)|/QH\d+|UBTVQH\d+|-(?:NQ|CT|KL|QĐ)/TW)"
)
_AMENDING = re.compile(r"sửa đổi|bổ sung")
_COMMON = frozenset(
    words("về việc ban hành quy định phê duyệt của và các một số điều trong thực hiện năm giai đoạn sửa đổi bổ sung")
)
TITLE_WORDS = 0.3
"""Least share of telling words that two writings of one trích yếu have in common."""
_FEWEST = 3
_NEARLY = 0.9


def registered(cited: Cited, register: LegalRegister) -> LegalAct | None:
    """Return the one document of the register that a citation means, though its date may differ; else None.

    A law is known by its name, and by its year where the register has several of that name.
    """
    exact = _named_alike(cited, register.find(cited.citation)) or _of_that_day(cited, register)
    if len(exact) == 1:
        return exact[0]
    day = cited.citation.date
    if exact or day is None:
        return None
    near = _named_alike(cited, register.find(cited.citation.model_copy(update={"date": None})))
    same_year = [act for act in near if act.date and (cited.symbol_year or act.date.year == day.year)]
    return same_year[0] if len(same_year) == 1 else None


def _of_that_day(cited: Cited, register: LegalRegister) -> list[LegalAct]:
    """Return the amending laws of the day that are cited by nearly the same name: theirs are often shortened."""
    day, name = cited.citation.date, cited.citation.title or ""
    if not cited.is_law or day is None or not day.complete or not _AMENDING.match(fold(name)):
        return []
    that_day = (act for act in register.acts if act.date == day and fold(act.type) == fold(cited.citation.type))
    amending = (act for act in that_day if _AMENDING.match(fold(act.title or "")))
    return [act for act in amending if title_overlap(name, act.title or "") >= _NEARLY]


def _named_alike(cited: Cited, acts: Iterable[LegalAct]) -> list[LegalAct]:
    """Return the documents but for laws of a shorter name: Luật Giáo dục is not Luật Giáo dục đại học."""
    name = fold(cited.citation.title or "")
    return [act for act in acts if cited.citation.number or not cited.is_law or fold(act.title or "") == name]


def is_unknown(cited: Cited, register: LegalRegister) -> bool:
    """Whether the register has no document that a citation can mean; a law without date may mean one of several."""
    if registered(cited, register):
        return False
    return not _named_alike(cited, register.find(cited.citation))


def is_central(cited: Cited) -> bool:
    """Whether a document is one of those by which central authorities make law or direct: those of the register."""
    is_law = cited.is_law and cited.citation.type != "Hiến pháp"
    return is_law or bool(_CENTRAL.fullmatch(cited.citation.number or ""))


def title_overlap(one: str, other: str) -> float:
    """Return the share of the shorter trích yếu's telling words that the other has; 1 where too few are telling."""
    mine, theirs = (set(words(fold(text))) - _COMMON for text in (one, other))
    shorter = min(len(mine), len(theirs))
    return len(mine & theirs) / shorter if shorter >= _FEWEST else 1.0
