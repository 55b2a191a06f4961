"""Rich text taken apart into paragraphs, and the end marks of lists and of the content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.vietnamese.marks import Run, escape, parse_marks, plain, to_marks

_ELLIPSES = ("...", "…")
_CONTENT_END = "./."
_ENDS = " ;,."


def paragraphs_of(*texts: str | None) -> tuple[str, ...]:
    """Return the paragraphs of the rich texts that are there; bold that runs over a line break goes on after it."""
    if len(texts) == 1 and (only := texts[0]) and "\n" not in only:
        return (only,)
    return tuple(paragraph for text in texts if text for paragraph in _split(text))


def plain_paragraphs(text: str | None) -> tuple[str, ...]:
    """Return the paragraphs of a plain text, as rich texts that mean its words themselves."""
    if text and "*" not in text and "\\" not in text and "\n" not in text:
        return (text,)
    return paragraphs_of(escape(text)) if text else ()


def is_marked(text: str) -> bool:
    """Tell whether a rich text may be more than its plain words."""
    return "*" in text or "\\" in text


def _split(text: str) -> list[str]:
    if "\n" not in text or "*" not in text:
        return text.split("\n")
    paragraphs: list[list[Run]] = [[]]
    for run in parse_marks(text):
        first, *following = run.text.split("\n")
        paragraphs[-1].append(replace(run, text=first))
        paragraphs += [[replace(run, text=line)] for line in following]
    return [to_marks(runs) for runs in paragraphs]


def listed(texts: Iterable[str]) -> list[str]:
    """Return plain texts as the entries of a list: ``;`` after each, ``.`` after the last (II.6a, II.9d)."""
    return _ended([_without_end(text) for text in texts])


def rich_listed(texts: Iterable[str]) -> list[str]:
    """Return rich texts as the entries of a list, as `listed` does."""
    return _ended([rich_without_end(text) for text in texts])


def bare_dashes(texts: Sequence[str]) -> list[str]:
    """Return the lines of a list of dashes, of at least one text and all of them bare, as `listed` ends them."""
    between = ";\n- "
    return f"- {between.join([text if text[-1:] not in _ENDS else _without_end(text) for text in texts])}.".split("\n")


def _ended(texts: list[str]) -> list[str]:
    return [f"{text};" for text in texts[:-1]] + [f"{text}." for text in texts[-1:]]


def rich_without_end(text: str) -> str:
    """Return a rich text without the marks that end it; dots that stand for words left out are no end."""
    if "*" not in text and "\\" not in text:
        return _without_end(text)
    words = plain(text)
    return _shortened(text, len(words) - len(_without_end(words)))


def _without_end(text: str) -> str:
    if text[-1:] not in _ENDS or text.endswith(_ELLIPSES):
        return text
    return text.rstrip(_ENDS) or text


def plain_content_end(text: str) -> str:
    """Return a plain text of one line ended by ``./.``."""
    return _without_end(text) + _CONTENT_END


def with_content_end(text: str) -> str:
    """Return a rich text ended by ``./.``, as every sample form ends its content; a full stop of its own counts."""
    words = plain(text)
    if words.endswith(_CONTENT_END):
        return text
    if words.endswith("."):
        return _lengthened(text, "/.")
    return _lengthened(_shortened(text, len(words) - len(words.rstrip(" ;,"))), _CONTENT_END)


def _lengthened(text: str, end: str) -> str:
    """Return the rich text with unmarked words behind it, which change nothing in how its own marks are read."""
    return to_marks((*parse_marks(text), Run(end))) if is_marked(text) else text + end


def _shortened(text: str, count: int) -> str:
    """Return the rich text without so many characters at its end."""
    if not count:
        return text
    runs = list(parse_marks(text))
    while count:
        last = runs.pop()
        kept = last.text[:-count]
        count -= len(last.text) - len(kept)
        runs += [replace(last, text=kept)] if kept else []
    return to_marks(runs)
