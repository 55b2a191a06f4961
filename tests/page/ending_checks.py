"""What may be wrong with Nơi nhận and the signature; none when all is well."""

from __future__ import annotations

from collections.abc import Iterator

from tests.measuring.values import Measured
from tests.page.head_checks import wrong_looks

_LEVEL = 4.0
_CENTRED = 1.5
_LINES_BEFORE = 2


def looks(found: Measured) -> Iterator[str]:
    """Size, weight and slope of each component of the ending."""
    ending = found.ending
    yield from wrong_looks(ending.label, "recipients_label")
    yield from wrong_looks(ending.items, "recipients_item")
    yield from wrong_looks(ending.authority, "authority")
    yield from wrong_looks(ending.position, "position")
    yield from wrong_looks(ending.signer, "signer")


def complete(found: Measured) -> Iterator[str]:
    """There is a label, a list, a title and a name; a contract may have no list."""
    ending = found.ending
    for part in ("signer",) if found.is_contract and not ending.label else ("label", "items", "signer"):
        if not getattr(ending, part):
            yield f"{part} not found"
    if not ending.authority and not ending.position:
        yield "nobody signs"


def one_page(found: Measured) -> Iterator[str]:
    """Nơi nhận and signature stand on one page."""
    if len(pages := {line.page for line in found.ending.lines}) > 1:
        yield f"the ending stands on the pages {sorted(pages)}"


def not_alone(found: Measured) -> Iterator[str]:
    """At least two lines of the text stand on the page of the signature."""
    if not found.ending.lines or len(found.main_pages) == 1:
        return
    page = max(line.page for line in found.ending.lines)
    before = [line for line in found.body if line.page == page]
    if len(before) < _LINES_BEFORE:
        yield f"only {len(before)} lines of text before the signature on page {page}"


def level(found: Measured) -> Iterator[str]:
    """Nơi nhận stands level with the first line of the signature, in minutes and contracts below the names."""
    ending = found.ending
    if found.is_minutes or found.is_contract:
        for label in ending.label:
            if any(line.baseline >= label.baseline for line in ending.signer if line.page == label.page):
                yield f"Nơi nhận stands above {ending.signer[0]}"
        return
    first = (ending.authority or ending.position)[:1]
    if ending.label and first and abs(ending.label[0].baseline - first[0].baseline) > _LEVEL:
        yield f"Nơi nhận lies {ending.label[0].baseline - first[0].baseline:+.1f} pt off {first[0]}"


def columns(found: Measured) -> Iterator[str]:
    """No recipient reaches the signature, whose lines are centred below one another."""
    ending = found.ending
    right = ending.authority + ending.position + ending.second_title + ending.signer
    for line in right:
        if abs(line.centre - right[0].centre) > _CENTRED:
            yield f"{line} stands {line.centre - right[0].centre:+.1f} pt off the middle of the signature"
    for one in ending.label + ending.items:
        for other in right:
            if one.page == other.page and one.top < other.bottom and other.top < one.bottom and one.x1 > other.x0:
                yield f"{one} runs into {other}"


def flush_left(found: Measured) -> Iterator[str]:
    """Nơi nhận and its list begin at the left edge."""
    for line in found.ending.label + found.ending.items:
        left = found.edges(found.pages[line.page - 1])[0]
        if line.text.startswith("- ") and abs(line.x0 - left) > _CENTRED:
            yield f"{line} begins {line.x0 - left:+.1f} pt from the left edge"


ENDING_CHECKS = (looks, complete, one_page, not_alone, level, columns, flush_left)
