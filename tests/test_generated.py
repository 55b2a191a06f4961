"""The files made from the code are committed as the code makes them now."""

import io
import zipfile
from pathlib import Path

import pytest

from generator.cli.files.inputs import layout_names
from generator.model.document import Document
from generator.model.store import load_document
from generator.render.render import render
from generator.templates.catalog import layouts
from generator.workbook.reader import load_workbook
from tests.rendered import built_template
from tools.generated import ROOT, generated, workbooks

FILES = generated()
WORKBOOKS = workbooks()


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_made_file_is_current(path: Path) -> None:
    assert (ROOT / path).read_text("utf-8") == FILES[path], "hãy chạy: make generated"


@pytest.mark.parametrize("path", WORKBOOKS, ids=str)
def test_a_sample_workbook_is_its_data(path: Path) -> None:
    assert _parts((ROOT / path).read_bytes()) == _parts(WORKBOOKS[path]), "hãy chạy: make generated"


@pytest.mark.parametrize("path", WORKBOOKS, ids=str)
def test_a_sample_workbook_prints_the_bytes_of_its_data(path: Path) -> None:
    source = (ROOT / path).with_suffix(".yaml")
    stored = load_document(source.read_bytes(), source.name)
    filled_in, _ = load_workbook((ROOT / path).read_bytes(), path.name, layout_names())
    assert filled_in == stored
    assert _printed(filled_in) == _printed(stored)


def _parts(book: bytes) -> dict[str, bytes]:
    """The parts of a workbook; how they are packed is a matter of the machine."""
    with zipfile.ZipFile(io.BytesIO(book)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _printed(document: Document) -> bytes:
    return render(document, built_template(document.kind), layouts())
