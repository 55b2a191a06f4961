"""Where templates, layouts and pictures are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.blocks import Picture, Section
from generator.model.document import Appendix, Document
from generator.model.forms import FORMS, Contract
from generator.nd30.document_types import DOCUMENT_TYPES
from generator.templates.catalog import GENERIC, TEMPLATES, layouts, pictures_of, template_for
from tests.rendered import png


@pytest.mark.parametrize("kind", DOCUMENT_TYPES)
def test_every_kind_has_a_template_on_disk(kind: str) -> None:
    path = template_for(kind)
    assert path.is_file()
    assert path.name == TEMPLATES.get(kind, GENERIC)


def test_kinds_with_a_form_of_their_own_have_a_template_of_their_own() -> None:
    of_own_form = {kind for kind, one in DOCUMENT_TYPES.items() if one.form not in (None, "1.4", "1.5")}
    contracts = {kind for kind, form in FORMS.items() if form is Contract}
    assert of_own_form | contracts == set(FORMS)
    assert set(FORMS) <= set(TEMPLATES)


def test_layouts_are_found_by_their_id() -> None:
    assert set(layouts()) == {"six_columns", "seven_columns", "eight_columns"}
    assert all(layout.id == name for name, layout in layouts().items())


def _with_pictures(*files: str) -> Document:
    first, *others = (Picture(file=file, alt="x") for file in files)
    return Document(
        kind="report",
        sections=(Section(blocks=(Section(blocks=(first,)),)),),
        appendices=tuple(Appendix(blocks=(picture,)) for picture in others),
    )


def test_pictures_are_read_from_beside_the_data(tmp_path: Path) -> None:
    (tmp_path / "hình").mkdir()
    (tmp_path / "hình" / "một.png").write_bytes(png(1, 1))
    (tmp_path / "hai.png").write_bytes(png(2, 2))
    document = _with_pictures("hình/một.png", "hai.png", "hai.png", "không có.png", "hình")
    assert pictures_of(document, tmp_path) == {"hình/một.png": png(1, 1), "hai.png": png(2, 2)}


def test_a_document_without_pictures_reads_nothing(tmp_path: Path) -> None:
    assert pictures_of(Document(kind="report"), tmp_path / "nowhere") == {}
