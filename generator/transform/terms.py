"""Rewriting: what a higher office asked, said in the lower office's own words.

Words in citations, quotations and names of systems stay; so do the terms after a word that leads upwards (gửi về Sở),
except that they then bear the full name of the office above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.registers.derivation_words import Term, TermRules
from generator.vietnamese.citations import find_citations
from generator.vietnamese.marks import escape

_QUOTED: Final = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"|\[\[[^\[\]]*\]\]")
_NEXT_WORD: Final = re.compile(r"\s+(\S)")
_ITSELF: Final = re.compile(
    r"\b(?:Kế hoạch|Chương trình|Đề án|Phương án|Chỉ thị|Công văn|văn bản) này\b"
    r"|(?<=\bMục [IVX] )(?:của )?Kế hoạch\b(?! số)|(?<=\bMục [IVX]{2} )(?:của )?Kế hoạch\b(?! số)"
    r"|(?<=\bMục [IVX]{3} )(?:của )?Kế hoạch\b(?! số)"
)
"""How a document speaks of itself."""
_SEVERAL: Final = re.compile(r"(?<!\w)các\s*$", re.IGNORECASE)
_LONGEST_NAME: Final = 14
"""Words after which the name of a system has surely ended."""
_NEAR: Final = 40
"""Characters before a term in which the word that leads upwards stands."""

Span = tuple[int, int]


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
        self._mention = mention
        self._names = (rules.kept, rules.systems, rules.system_ends)

    def rewrite(self, text: str) -> Reworded:
        """Return a text with its terms replaced; the same text where there are none.

        Where the higher document speaks of itself («Kế hoạch này») it is mentioned by number, so that "Mục V của Kế
        hoạch" does not come to mean the lower office's.
        """
        if self._pattern is None:
            return self._of_itself(Reworded(text))
        pieces: list[str] = []
        changes: list[str] = []
        reached = 0
        for start, end, new in self._replacements(text):
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

    def _replacements(self, text: str) -> Iterator[tuple[int, int, str]]:
        assert self._pattern is not None  # the caller has looked
        for match in self._pattern.finditer(text):
            start, end = match.span()
            if any(left < end and start < right for left, right in _kept(text, *self._names)):
                continue
            new = self._new(text, match, self._term(match[0]))
            if new is not None and new != match[0]:
                yield start, end, new

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
