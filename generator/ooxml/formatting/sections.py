"""The sections of a file: paper, margins, page numbers, and the headers and footers in force (17.6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from generator.ooxml.formatting.markup import (
    Element,
    R,
    W,
    child_value,
    is_on,
    millimetres,
    number,
    twips,
    value,
)
from generator.ooxml.formatting.values import Margins, Section

_LETTER: Final = (12240.0, 15840.0)
"""The paper that Word takes where a section states none."""
_INCH: Final = 1440.0
_HALF_INCH: Final = 720.0


@dataclass(frozen=True)
class SectionSource:
    """A section as it is written, with the relationships to its headers and footers."""

    section: Section
    references: Mapping[str, str] = field(default_factory=dict)
    """The id of the part in force for ``header default``, ``footer first`` and so on."""
    node: Element | None = None
    """Its properties; None for a last one that states nothing."""


def sections_of(body: Element, settings: Element | None) -> tuple[SectionSource, ...]:
    """Return the sections of a body in order, one at least; headers and footers go on from section to section."""
    even = settings is not None and is_on(settings.find(W + "evenAndOddHeaders"))
    found: list[SectionSource] = []
    inherited: dict[str, str] = {}
    for index, node in enumerate(_properties(body)):
        inherited = {**inherited, **_references(node)}
        section = _section(node, index, even=even)
        used = {name: one for name, one in inherited.items() if _is_used(name, section)}
        found.append(SectionSource(section, used, node))
    return tuple(found)


def _properties(body: Element) -> Iterator[Element | None]:
    """Yield the properties of each section; None for a last one that states nothing."""
    yield from (node for node in body.iter(W + "sectPr") if _ends_section(node))
    yield body.find(W + "sectPr")


def _ends_section(node: Element) -> bool:
    """Tell whether the properties stand in a paragraph of the body, not in a record of a change."""
    holder = node.getparent()
    return holder is not None and is_section_end(holder)


def is_section_end(properties: Element) -> bool:
    """Tell whether these paragraph properties end a section: they hold its own, outside of tables and text boxes."""
    if properties.tag != W + "pPr" or properties.find(W + "sectPr") is None:
        return False
    around = {str(node.tag) for node in properties.iterancestors()}
    return not around & {W + "tc", W + "txbxContent", W + "pPrChange"}


def _references(node: Element | None) -> dict[str, str]:
    """Return what the section states itself, by part and kind of page."""
    stated: dict[str, str] = {}
    for part in ("header", "footer"):
        for one in () if node is None else node.findall(f"{W}{part}Reference"):
            stated[f"{part} {value(one, 'type') or 'default'}"] = one.get(R + "id", "")
    return stated


def _is_used(name: str, section: Section) -> bool:
    kind = name.rpartition(" ")[2]
    return {"first": section.first_page_differs, "even": section.even_pages_differ}.get(kind, True)


def _section(node: Element | None, index: int, *, even: bool) -> Section:
    size = None if node is None else node.find(W + "pgSz")
    kind = child_value(node, "type") or "nextPage"
    return Section(
        index=index,
        width=millimetres(_length(size, "w", _LETTER[0])),
        height=millimetres(_length(size, "h", _LETTER[1])),
        margins=_margins(None if node is None else node.find(W + "pgMar")),
        landscape=value(size, "orient") == "landscape",
        first_page_differs=node is not None and is_on(node.find(W + "titlePg")),
        even_pages_differ=even,
        first_page_number=number(child_value(node, "pgNumType", "start")),
        columns=max(1, number(child_value(node, "cols", "num")) or 1),
        new_page=kind not in ("continuous", "nextColumn"),
    )


def _length(node: Element | None, name: str, default: float) -> float:
    found = twips(value(node, name))
    return default if found is None else abs(found)


def _margins(node: Element | None) -> Margins:
    gutter = _length(node, "gutter", 0)
    lengths = {name: _length(node, name, _INCH) for name in ("top", "bottom", "left", "right")}
    lengths |= {name: _length(node, name, _HALF_INCH) for name in ("header", "footer")}
    lengths["left"] += gutter
    return Margins(**{name: millimetres(length) for name, length in lengths.items()})
