"""Every text of a Word file is known with the element that it was read from."""

from __future__ import annotations

import pytest

from generator.ooxml.formatting.placed import placed
from generator.ooxml.package import read_parts
from tests.lint.documents import FIELDS, good
from tests.lint.hand_made import careful


@pytest.mark.parametrize(
    "data", [*map(good, FIELDS), careful("drawn"), careful("tabs")], ids=[*FIELDS, "drawn", "tabs"]
)
def test_atoms_make_up_the_text_of_their_paragraph(data: bytes) -> None:
    found = placed(read_parts(data))
    assert len(found.paragraphs) == len(found.document.paragraphs)
    for paragraph, place in zip(found.document.paragraphs, found.paragraphs, strict=True):
        assert "".join(atom.run.text for atom in place.atoms) == paragraph.text
        assert all(atom.node is not None and place.node in atom.node.iterancestors() for atom in place.atoms)
