"""Headers and footers as parts of a file under repair: found, made, copied."""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from generator.ooxml.formatting.markup import Element, R
from generator.ooxml.formatting.values import Section
from generator.ooxml.formatting.word_source import WordSource
from generator.ooxml.relationships import declare, relate, relationships_part
from generator.ooxml.wml import element
from generator.repair.markup import insert
from generator.repair.word_copy import WordCopy

_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_ROOTS: Final = {"header": "hdr", "footer": "ftr"}


def edge_in_force(copy: WordCopy, section: Section, kind: str, page: str) -> Element | None:
    """Return the root of the header or footer that a section shows on a kind of page, for a change; None for none."""
    identity = copy.sections[section.index].references.get(f"{kind} {page}")
    name = copy.source.target(copy.main, identity)
    return copy.root(name) if name in copy.raw else None


def new_edge(copy: WordCopy, section: Element, kind: str, page: str, like: Element | None = None) -> Element:
    """Return the root of a new header or footer for a kind of page of a section, empty or like another one."""
    taken = {*copy.raw, *copy.added}
    folder = copy.main.rpartition("/")[0]
    number = next(n for n in range(1, len(taken) + 2) if f"{folder}/{kind}{n}.xml" not in taken)
    name = f"{folder}/{kind}{number}.xml"
    root = element(f"w:{_ROOTS[kind]}", element("w:p")) if like is None else deepcopy(like)
    copy.add_part(name, root)
    identity = _related(copy, kind, name)
    if like is not None:
        _share_relations(copy, like, name)
    reference = element(f"w:{kind}Reference", type=page)
    reference.set(R + "id", identity)
    insert(section, reference)
    return root


def _related(copy: WordCopy, kind: str, name: str) -> str:
    """Relate the main part to a new one and declare its type; return the id of the relationship."""
    before = set(WordSource(copy.raw).relations(copy.main))
    made = declare(relate(copy.raw, copy.main, f"{_RELATION}{kind}", name), name, f"{_TYPE}{kind}+xml")
    copy.raw.update(made)
    return next(iter(WordSource(copy.raw).relations(copy.main).keys() - before))


def _share_relations(copy: WordCopy, like: Element, name: str) -> None:
    """Give a copied part the pictures and links of the first one."""
    source = relationships_part(copy.name_of(like))
    if source in copy.raw:
        copy.raw[relationships_part(name)] = copy.raw[source]
