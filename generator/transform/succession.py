"""Whether one document is a later version of another, or quite another document."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.document import Document
from generator.model.wording import notation
from generator.transform.higher import Higher
from generator.vietnamese.unicode import fold


def unlike(old: Document, new: Document) -> tuple[str, ...]:
    """Return what tells that a document is no version of another one, each as a phrase; empty where nothing does.

    A version has the same kind, issuer and year planned for, and the same topic unless it has the same number too. A
    number or day that the older one has not yet, says nothing.
    """
    return tuple(_differences(old, new))


def _differences(old: Document, new: Document) -> Iterator[str]:
    if old.kind != new.kind:
        yield f"là {new.type.name.lower()}, bản cũ là {old.type.name.lower()}"
    if fold(old.issuer.name or "") != fold(new.issuer.name or ""):
        yield f"của «{new.issuer.name or '(chưa ghi)'}», bản cũ của «{old.issuer.name or '(chưa ghi)'}»"
    before, after = (Higher(one, 0, None, None) for one in (old, new))
    if None not in (before.year, after.year) and before.year != after.year:
        yield f"năm {after.year}, bản cũ năm {before.year}"
    if fold(before.topic) != fold(after.topic) and not _is_one_number(old, new):
        yield f"về «{after.topic}», bản cũ về «{before.topic}»"


def _is_one_number(old: Document, new: Document) -> bool:
    return old.number is not None and old.number == new.number and notation(old) == notation(new)
