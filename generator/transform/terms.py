"""Rewriting: what a higher office asked, said in the lower office's own words.

Words in citations, quotations and names of systems stay; so do the terms after a word that leads upwards (gửi về Sở),
except that they then bear the full name of the office above.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.registers.derivation_words import Term, TermRules
from generator.vietnamese.citations import find_citations
from generator.vietnamese.marks import escape
from generator.vietnamese.unicode import fold

_QUOTED: Final = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"|\[\[[^\[\]]*\]\]")
_NEXT_WORD: Final = re.compile(r"\s+(\S)")
_ITSELF: Final = re.compile(
    r"\b(?:Kế hoạch|Chương trình|Đề án|Phương án|Chỉ thị|Công văn|văn bản) này\b"
    r"|(?<=\bMục [IVX] )(?:của )?Kế hoạch\b(?! số)|(?<=\bMục [IVX]{2} )(?:của )?Kế hoạch\b(?! số)"
    r"|(?<=\bMục [IVX]{3} )(?:của )?Kế hoạch\b(?! số)"
)
"""How a document speaks of itself."""
_SEVERAL: Final = re.compile(r"(?<!\w)các\s*$", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"(?:\s*,|\s+và)?\s+")
"""What may stand between two terms that have become the same words."""
_LISTED: Final = re.compile(r"\s*,|\s+và\s")
"""Behind who is told it leads to others that are told the same, and the list stays as it is."""
_COUNTED: Final = re.compile(r"(?<![\w/])\d{1,3}\s+(?!(?:các|từng|mỗi|của|toàn|trên)\s)(?=\w)", re.IGNORECASE)
"""A number before a name for many counts them: 10 sở, ban, ngành."""
_LONGEST_COUNT: Final = 6
"""Characters of a number and the blanks behind it."""
_NAME: Final = re.compile(r"\s+\w+")
_LONGEST_NAME: Final = 14
"""Words after which the name of a system has surely ended."""
_NEAR: Final = 40
"""Characters before a term in which the word that leads upwards stands."""

Span = tuple[int, int]
Replacement = tuple[int, int, str]
"""Where words begin and end, and what stands there instead."""


@dataclass(frozen=True)
class Reworded:
    """A text in the lower office's words."""

    text: str
    changes: tuple[str, ...] = ()
    """Each change once, for a person to look at: «Giám đốc Sở» → «Hiệu trưởng»."""


class Rewriter:
    """The terms between two offices, ready for use on many texts."""

    def __init__(
        self, rules: TermRules, source: str | None, target: str, words: Mapping[str, str], mention: str | None = None
    ) -> None:
        terms = rules.table(source, target)
        self._terms = {one.words: one for one in terms}
        self._words = {name: escape(value) for name, value in words.items()}
        self._pattern = _pattern(tuple(self._terms)) if terms else None
        above = tuple(one.words for one in terms if one.above)
        self._above = _pattern(above) if above else None
        self._upwards = _upwards(rules.upwards)
        self._told = _told(rules.asking, rules.heads)
        self._sending = _whole(rules.sending)
        self._belonging = _belonging(rules.areas)
        self._mention = mention
        self._names = (rules.kept, rules.systems, rules.system_ends)

    def rewrite(self, text: str, *, alone: bool = False) -> Reworded:
        """Return a text with its terms replaced; the same text where there are none.

        Where the higher document speaks of itself («Kế hoạch này») it is mentioned by number, so that "Mục V của Kế
        hoạch" does not come to mean the lower office's. ``alone`` says that the unit is told by its own name: what it
        does to all the others then stays so.
        """
        if self._pattern is None:
            return self._of_itself(Reworded(text))
        pieces: list[str] = []
        changes: list[str] = []
        reached = 0
        for start, end, new in _once(text, self._replacements(text, alone)):
            pieces += [text[reached:start], new]
            changes.append(f"«{text[start:end]}» → «{new}»")
            reached = end
        return self._of_itself(Reworded("".join([*pieces, text[reached:]]), tuple(dict.fromkeys(changes))))

    def _of_itself(self, found: Reworded) -> Reworded:
        if self._mention is None or not (itself := _ITSELF.search(found.text)):
            return found
        text = _ITSELF.sub(lambda _: str(self._mention), found.text)
        return Reworded(text, (*found.changes, f"«{itself[0]}» → «{self._mention}»"))

    def named_in_full(self, text: str) -> Reworded:
        """Return what others do in their own words, but for the office above, which bears its full name."""
        return self._of_itself(Reworded(self.upward(text)))

    def upward(self, text: str) -> str:
        """Return the name of a part of the office above with that office's full name in it."""
        if self._above is None:
            return text

        def full(match: re.Match[str]) -> str:
            term = self._term(match[0])
            is_kept = any(left <= match.start() < right for left, right in _kept(text, *self._names))
            if is_kept or term.above is None or (term.alone and not self._stands_alone(text, match)):
                return match[0]
            return term.above.format_map(self._words)

        return self._above.sub(full, text)

    def _replacements(self, text: str, alone: bool) -> Iterator[Replacement]:
        assert self._pattern is not None  # the caller has looked
        for match in self._pattern.finditer(text):
            start, end = match.span()
            term = self._term(match[0])
            is_kept = any(left < end and start < right for left, right in _kept(text, *self._names))
            if is_kept or (term.many and (alone or _is_counted(text, start))):
                continue
            if told := self._told_itself(text, match, term):
                if not _LISTED.match(text, told[1]):
                    yield told
            elif (new := self._new(text, match, term)) is not None and new != match[0]:
                yield start, self._behind(text, end, term), new

    def _told_itself(self, text: str, match: re.Match[str], term: Term) -> Replacement | None:
        """Return what becomes of a term that opens a sentence and so tells the office itself to act; else None.

        A sentence that asks nothing to be sent up goes on to those below where the term brings them in.
        """
        opening = self._told.search(text, 0, match.start())
        if term.told is None or opening is None:
            return None
        sends = self._sending is not None and self._sending.search(text, match.end()) is not None
        if "{below}" in term.own and not sends:
            return None
        told = (self._words["head"] if opening["head"] else term.told.format_map(self._words)).strip()
        start = opening.start("asking") if opening["asking"] else opening.start("head")
        start = start if start >= 0 else match.start()
        told = told[0].upper() + told[1:] if text[start].isupper() else told
        return start, self._behind(text, match.end(), term), told

    def _behind(self, text: str, end: int, term: Term) -> int:
        """Return where a term ends, with «thuộc xã …» behind a name for many, which is no longer theirs."""
        belonging = self._belonging.match(text, end) if term.many and self._belonging else None
        if belonging is None:
            return end
        end = belonging.end()
        while (name := _NAME.match(text, end)) and name[0].lstrip()[0].isupper():
            end = name.end()
        return end

    def _term(self, found: str) -> Term:
        return self._terms.get(found) or self._terms[found[0].lower() + found[1:]]

    def _new(self, text: str, match: re.Match[str], term: Term) -> str | None:
        if term.alone and not self._stands_alone(text, match):
            return None
        before = text[max(0, match.start() - _NEAR) : match.start()]
        if self._upwards is not None and self._upwards.search(before):
            return term.above.format_map(self._words) if term.above else None
        own = term.own.format_map(self._words)
        return own[0].upper() + own[1:] if match[0][0].isupper() and not term.words[0].isupper() else own

    @staticmethod
    def _stands_alone(text: str, match: re.Match[str]) -> bool:
        """Whether no name follows the term, and no word for several stands before it."""
        return not _name_follows(text, match.end()) and not _SEVERAL.search(text, 0, match.start())


def _once(text: str, found: Iterable[Replacement]) -> Iterator[Replacement]:
    """Yield the replacements; of those that follow each other in a list and say the same one for all."""
    last: Replacement | None = None
    for one in found:
        if last and fold(last[2]) == fold(one[2]) and _BETWEEN.fullmatch(text, last[1], one[0]):
            last = (last[0], one[1], last[2])
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _is_counted(text: str, start: int) -> bool:
    found = _COUNTED.search(text, max(0, start - _LONGEST_COUNT))
    return found is not None and found.end() == start


def _name_follows(text: str, end: int) -> bool:
    following = _NEXT_WORD.match(text, end)
    return following is not None and following[1].isupper()


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for whole words, the longer first; a small first letter may be a capital."""
    forms = []
    for one in sorted(words, key=len, reverse=True):
        first = re.escape(one[0]) if one[0].isupper() else f"[{re.escape(one[0] + one[0].upper())}]"
        forms.append(first + re.escape(one[1:]))
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?![\w&])")


@lru_cache(maxsize=64)
def _upwards(words: tuple[str, ...]) -> re.Pattern[str] | None:
    if not words:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})\s+$", re.IGNORECASE)


@lru_cache(maxsize=64)
def _told(asking: tuple[str, ...], heads: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for the place where a sentence opens, with a word that asks and one for the head."""
    return re.compile(
        rf"(?:^|[.;:]\s+)\**(?:(?P<asking>{_any(asking)})\s+)?(?:(?P<head>{_any(heads)})\s+)?$", re.IGNORECASE
    )


@lru_cache(maxsize=64)
def _whole(words: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{_any(words)})(?!\w)") if words else None


@lru_cache(maxsize=64)
def _belonging(areas: tuple[str, ...]) -> re.Pattern[str] | None:
    longest = tuple(sorted(areas, key=len, reverse=True))
    return re.compile(rf"\s+thuộc\s+(?:{_any(longest)})(?!\w)") if areas else None


def _any(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, words)) or "(?!)"


@lru_cache(maxsize=20_000)
def _kept(text: str, kept: tuple[str, ...], systems: tuple[str, ...], ends: tuple[str, ...]) -> tuple[Span, ...]:
    """Return the spans in which nothing is reworded."""
    spans = [(one.start, one.end) for one in find_citations(text)]
    spans += [match.span() for match in _QUOTED.finditer(text)]
    for name in kept:
        spans += [match.span() for match in re.finditer(re.escape(name), text)]
    return (*spans, *_systems(text, systems, frozenset(ends)))


def _systems(text: str, openers: tuple[str, ...], ends: frozenset[str]) -> Iterator[Span]:
    """Yield the names of systems: from a word with a capital to a sign or a word that no name has."""
    if not openers:
        return
    for opening in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, openers))})(?!\w)", text):
        end = opening.end()
        for number, word in enumerate(re.finditer(r"\s+([^\s,;:.()]+)([,;:.()]?)", text[end:])):
            if word.start() != end - opening.end() or word[1].lower() in ends or number == _LONGEST_NAME:
                break
            end = opening.end() + word.end(1)
            if word[2]:
                break
        yield opening.start(), end
