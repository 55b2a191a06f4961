"""What was changed in a Word file since it was made: the words of its paragraphs, one finding for each change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Final

from generator.diagnostics import Diagnostic, Place, warning
from generator.ooxml.formatting.values import FormattedDocument, Paragraph, Part
from generator.reading.word.paragraphs import printed_text

CODE: Final = "edited"
_ALIKE: Final = 0.4
_COUNTED: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
"""Fields whose results are counted anew whenever the file is laid out or saved."""
_EDGES: Final = frozenset({Part.HEADER, Part.FOOTER})


def edits_of(before: FormattedDocument, after: FormattedDocument, filename: str) -> tuple[Diagnostic, ...]:
    """Return the paragraphs that were changed, added and left out, each quoted whole; places are those of ``after``."""
    old, new = _filled(before), _filled(after)
    texts = [_words(one) for one in old], [_words(one) for one in new]
    found: list[Diagnostic] = []
    for tag, start, end, first, last in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
        if tag != "equal":
            found += _changes(texts[0][start:end], new[first:last], filename)
    return tuple(found)


def _changes(old: Sequence[str], new: Sequence[Paragraph], filename: str) -> Iterator[Diagnostic]:
    """Yield the changes between neighbours that stay; a paragraph is paired with one that says about the same."""
    left = list(old)
    for paragraph in new:
        text = _words(paragraph)
        place = Place(file=filename, paragraph=paragraph.number)
        match = _origin(left, text, whole=len(old) == len(new))
        if match is None:
            yield warning("đã thêm trong Word", place, found=f"«{text}»", code=CODE)
            continue
        yield from (_gone(one, filename) for one in left[:match])
        yield warning(f"đã sửa trong Word: «{left[match]}» → «{text}»", place, code=CODE)
        del left[: match + 1]
    yield from (_gone(one, filename) for one in left)


def _origin(left: Sequence[str], text: str, *, whole: bool) -> int | None:
    """Return which of the old texts became the new one; the first where each one has its counterpart."""
    if whole and left:
        return 0
    return next((place for place, one in enumerate(left) if _share(one, text) > _ALIKE), None)


def _share(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _gone(text: str, filename: str) -> Diagnostic:
    return warning("đã bỏ trong Word", Place(file=filename), found=f"«{text}»", code=CODE)


def typed_paragraphs(document: FormattedDocument) -> tuple[Paragraph, ...]:
    """Return the paragraphs with what somebody typed: without counted pages, each header and footer once.

    A program that saves the file again may count its pages, and give each page its own copy of the header.
    """
    typed = (
        replace(one, runs=tuple(run for run in one.runs if run.field not in _COUNTED)) for one in document.paragraphs
    )
    once: dict[tuple[Part, str] | int, Paragraph] = {}
    for one in typed:
        once.setdefault((one.part, _words(one)) if one.part in _EDGES else one.number, one)
    return tuple(once.values())


def _filled(document: FormattedDocument) -> list[Paragraph]:
    return [one for one in typed_paragraphs(document) if _words(one)]


def _words(paragraph: Paragraph) -> str:
    return " ".join(printed_text(paragraph).split())
