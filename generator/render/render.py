"""A document and a template in, the bytes of a .docx out; pure, and the same bytes for the same input."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.diagnostics import Diagnostic
from generator.model.document import Document
from generator.model.references import Sourced
from generator.ooxml.archive import PackedPart, archive_of, quickly_packed
from generator.ooxml.package import MAIN, part_order
from generator.ooxml.visible_text import visible_text, visible_text_of_pieces
from generator.render.compiled import CompiledTemplate
from generator.render.context import Layouts, context, with_own_layouts
from generator.render.coverage import unprinted
from generator.render.filler import Filler
from generator.render.frame import Frame
from generator.render.numbering import ListRounds
from generator.render.pictures import Pictures
from generator.render.printing import Pieces, encoded
from generator.render.proof import prove
from generator.render.properties import CORE, core_properties
from generator.render.provenance import provenance_form
from generator.render.witness import hold_offered


class Rendering(NamedTuple):
    """A rendered document."""

    data: bytes
    """The .docx."""
    unprinted: tuple[Diagnostic, ...]
    """A warning for each field that has data and that the template does not print."""


def render(
    document: Document,
    template: CompiledTemplate,
    layouts: Layouts,
    pictures: Mapping[str, bytes] | None = None,
    *,
    embed: bool = True,
    source: Sourced | None = None,
) -> bytes:
    """Return the .docx of a document, as `rendering` does."""
    return rendering(document, template, layouts, pictures, embed=embed, source=source).data


def rendering(
    document: Document,
    template: CompiledTemplate,
    layouts: Layouts,
    pictures: Mapping[str, bytes] | None = None,
    *,
    embed: bool = True,
    source: Sourced | None = None,
) -> Rendering:
    """Return the .docx of a document, proven on its bytes, and what of its data is not in it.

    ``layouts`` are the table layouts by id, before which a plan's own ones go, ``pictures`` the bytes of its pictures
    by the file named in the data, ``embed`` tells whether the data go along in the file. ``source`` is what a document
    with references was resolved from: the data that go along.
    Raises DataError for a layout or a picture that is not there, TemplateError when the template asks for a field
    that a document does not have, ProofError when the file does not hold what it should.
    """
    used = Pictures(pictures or {}, template.parts)
    layouts = with_own_layouts(layouts, document)
    values = Filler(template, used).values(context(document, layouts))
    hold_offered(document, values, layouts)
    lists = ListRounds(template.lists)
    given = {**values, **lists.values()}
    filled = {name: source.pieces(given) for name, source in template.merged.items()}
    source = source or Sourced(document)
    frame, changed = _frame(template, used.parts(), source, embed=embed)
    changed |= {CORE: core_properties(document), **lists.parts()}
    changed |= frame.provenance.parts(source, _text(filled[MAIN]))
    data = _written(template, filled, changed, frame.kept)
    prove(data, filled, changed, frame.kept)
    return Rendering(data, unprinted(document.kind, values, filled.values()))


def _text(main: Pieces) -> str:
    text = visible_text_of_pieces(main)
    return visible_text(encoded(main)) if text is None else text


def _frame(
    template: CompiledTemplate, pictures: Mapping[str, bytes], source: Sourced, *, embed: bool
) -> tuple[Frame, dict[str, bytes]]:
    """Return what stands beside the text, and its parts that pictures and references make a document's own."""
    if not pictures and not source.files:
        return template.frame(embed=embed), {}
    parts = {**template.parts, **pictures}
    provenance = provenance_form(parts, template.digest, embed=embed, references=source.digests)
    return Frame(template.packed, provenance), {**pictures, **provenance.fixed}


def _written(
    template: CompiledTemplate,
    filled: Mapping[str, Pieces],
    changed: Mapping[str, bytes],
    kept: Mapping[str, PackedPart],
) -> bytes:
    made = {name: encoded(pieces) for name, pieces in filled.items()}
    made.update(changed)
    order = part_order(dict.fromkeys((*template.parts, *kept, *changed)))
    return archive_of(quickly_packed(name, made[name]) if name in made else kept[name] for name in order)
