"""The tags of a paragraph, taken apart by their writing alone: brackets, form, keyword, expression."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from generator.templates.check.places import Passage

Kind = Literal["print", "statement", "comment"]

OPENERS = ("if", "for")
ENDS = {"endif": "if", "endfor": "for"}
BRANCHES = ("elif", "else")
KEYWORDS = (*OPENERS, *ENDS, *BRANCHES)
FORMS = {"p": "đoạn", "tr": "hàng", "tc": "ô", "r": "cụm chữ"}
"""What a tag with the letters takes the place of."""

_TAG = re.compile(r"\{#.*?#\}|\{%(?:(?!\{\{|\{%|%\}).)*%\}|\{\{(?:(?!\{\{|\{%|\}\}).)*\}\}", re.DOTALL)
_KINDS: dict[str, Kind] = {"{{": "print", "{%": "statement", "{#": "comment"}
_STATEMENT = re.compile(rf"(\s*)(tr|tc|p|r)(\s*)(?=(?:{'|'.join(KEYWORDS)})\b)")
_PRINT = re.compile(r"(\s*)(tr|tc|p|r)(\s+)(?!(?:if|else|and|or|in|is|not)\b)(?=[^\W\d])")
_CAPITAL = re.compile(rf"(\s*)(TR|TC|P|R|tr|tc|p|r)(\s+)(?=(?:{'|'.join(KEYWORDS)})\b)", re.IGNORECASE)
_CAPITAL_RICH = re.compile(r"(\s*)(TR|TC|P|R)(\s+)(?=[^\W\d])")
_QUOTED_OR_SPACE = re.compile(r"""'[^']*'|"[^"]*"|‘[^’]*’|“[^”]*”|[\xa0\u2007\u202f\t\n]""")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_UNPRINTABLE = re.compile("[^\\t\\n\\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OWN_RUN = re.compile(r"()(tr|tc|p|r)( )")
_CURLY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


@dataclass(frozen=True)
class Tag:
    """A whole tag in its paragraph."""

    passage: Passage
    start: int
    raw: str
    kind: Kind
    form: str
    """``p``, ``tr``, ``tc``, ``r``, or empty for a tag within a line."""
    keyword: str
    """First word of a statement; empty for the others."""
    expression: str
    """What follows, with Word's curly quotation marks made straight."""
    spaced: bool
    """Whether a space stands before the form's letters, or none behind them."""

    @property
    def end(self) -> int:
        """Where the text after the tag begins."""
        return self.start + len(self.raw)

    @property
    def replaced(self) -> etree._Element | None:
        """The paragraph, row or cell that it takes the place of; None for a tag within a line."""
        return {"p": self.passage.element, "tr": self.passage.row, "tc": self.passage.cell}.get(self.form)

    @property
    def has_curly_quotes(self) -> bool:
        """Whether Word's autocorrect changed the quotation marks in it."""
        return self.raw != self.raw.translate(_CURLY)

    @property
    def meant(self) -> str:
        """The keyword that was meant: in small letters, an end in one word."""
        words = f"{self.keyword} {self.expression}".lower().split() if self.keyword else []
        joined = "".join(words[:2])
        return joined if joined in ENDS else {"elseif": "elif"}.get(words[0], words[0]) if words else ""

    @property
    def has_capitals(self) -> bool:
        """Whether the letters of its form are capitals."""
        return self.raw[2:].lstrip("- \xa0").startswith(("P", "R", "T")) and bool(self.form)

    @property
    def invisible(self) -> str:
        """The first character in it that nobody sees; empty when there is none."""
        found = _INVISIBLE.search(self.raw)
        return found.group() if found else ""

    @property
    def trims(self) -> bool:
        """Whether it is written ``{%- … %}`` or ``{% … -%}``, which joins paragraphs."""
        return self.kind != "comment" and (self.raw[2:3] == "-" or self.raw[-3:-2] == "-")


def tags_of(passage: Passage) -> list[Tag]:
    """Return the whole tags of a paragraph in order."""
    return [_tag(passage, found) for found in _TAG.finditer(passage.text)]


def unprintable(text: str) -> str:
    """Return the first character of a text that no XML can hold, such as one written as an escape; empty for none."""
    found = _UNPRINTABLE.search(text)
    return found.group() if found else ""


def with_plain_blanks(text: str) -> str:
    """Return the text of a paragraph with the blanks in its tags made ordinary, those in quoted words left alone.

    A no-break space, which Word writes for Ctrl+Shift+Space, a tab or a line break then is as good as a blank.
    """
    return _TAG.sub(lambda found: _plain_blanks(found.group()), text)


def _plain_blanks(raw: str) -> str:
    return raw if raw.startswith("{#") else _QUOTED_OR_SPACE.sub(_plain_blank, raw)


def _plain_blank(found: re.Match[str]) -> str:
    return found.group() if len(found.group()) > 1 else " "


def without_tags(passage: Passage, tags: Iterable[Tag]) -> str:
    """Return the text of the paragraph with NUL in place of each character of the tags."""
    text = passage.text
    for tag in tags:
        text = text[: tag.start] + "\0" * len(tag.raw) + text[tag.end :]
    return text


def _tag(passage: Passage, found: re.Match[str]) -> Tag:
    raw = found.group()
    kind = _KINDS[raw[:2]]
    inner = _plain_blanks(raw)[2:-2].translate(_CURLY)
    inner = inner.removeprefix("-").removesuffix("-") if kind != "comment" else inner
    form, rest, spaced = _form(kind, inner)
    keyword, _, expression = rest.strip().partition(" ") if kind == "statement" else ("", "", rest)
    return Tag(passage, found.start(), raw, kind, form, keyword, expression.strip(), spaced)


def _form(kind: Kind, inner: str) -> tuple[str, str, bool]:
    """Return the form, what follows it, and whether its spaces are wrong."""
    if own := _OWN_RUN.match(inner):
        return own.group(2), inner[own.end() :], False
    misspaced = {"print": _PRINT, "statement": _STATEMENT}.get(kind)
    if misspaced and (found := misspaced.match(inner)):
        return found.group(2), inner[found.end() :], True
    capital = {"print": _CAPITAL_RICH, "statement": _CAPITAL}.get(kind)
    if capital and (found := capital.match(inner)):
        return found.group(2).lower(), inner[found.end() :], True
    return "", inner, False
