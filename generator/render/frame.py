"""What stands beside the text of a document: parts that are the same for all documents of a template, packed once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.ooxml.archive import PackedPart, packed
from generator.render.provenance import ProvenanceForm, provenance_form


class Frame(NamedTuple):
    """The parts beside the text."""

    kept: Mapping[str, PackedPart]
    """Parts as they stand in the file, if the document does not change them."""
    provenance: ProvenanceForm
    """How a document tells where it comes from."""


def frame_of(parts: Mapping[str, bytes], kept: Mapping[str, PackedPart], template_hash: str, *, embed: bool) -> Frame:
    """Return the frame of a template's documents that show no picture.

    ``parts`` are those of the template, ``kept`` the packed ones among them, ``embed`` tells whether the data of a
    document go along.
    """
    provenance = provenance_form(parts, template_hash, embed=embed)
    return Frame({**kept, **{name: packed(name, data) for name, data in provenance.fixed.items()}}, provenance)
