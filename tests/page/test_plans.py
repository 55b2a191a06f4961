"""The samples and the five real plans beside the checkout, printed as they are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.cli.files.references import with_references
from generator.importers.registry import import_document
from generator.model.document import Document
from generator.model.store import load_document
from generator.vietnamese.dates import PartialDate
from tests.corpus import CORPUS, FILES, source
from tests.page.sheets import Sheet, needs_office, printed, require_sound, word_file

pytestmark = needs_office

DATA = Path(__file__).parents[2] / "data"
SAMPLES = [*sorted((DATA / "plans").glob("*.yaml")), *sorted((DATA / "documents").glob("*.yaml"))]


OFFICE = {"name": "Sở Nội vụ", "symbol": "SNV", "place": "An Bình"}
"""What the texts do not say of their office: a gap is marked by words that are longer than what belongs there."""


def _completed(document: Document) -> Document:
    lacking = {field: value for field, value in OFFICE.items() if getattr(document.issuer, field) is None}
    date = document.date or PartialDate(2026, 12)
    return document.model_copy(update={"issuer": document.issuer.model_copy(update=lacking), "date": date})


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Sheet]:
    loaded = {path: load_document(path.read_bytes(), path.name) for path in SAMPLES}
    files = {path.stem: word_file(with_references(one, path).resolved) for path, one in loaded.items()}
    if CORPUS.is_dir():
        files |= {name: word_file(_completed(import_document(source(name), FILES[name]).document)) for name in FILES}
    return printed(files, tmp_path_factory.mktemp("plans"))


@pytest.mark.parametrize("name", [*(path.stem for path in SAMPLES), *FILES])
def test_plan_is_without_fault(sheets: Mapping[str, Sheet], name: str) -> None:
    if name not in sheets:
        pytest.skip("không có kho văn bản mẫu ../shared/corpus")
    require_sound({name: sheets[name]})


def test_no_word_of_a_cell_is_torn(sheets: Mapping[str, Sheet]) -> None:
    assert {name: sheet.torn for name, sheet in sheets.items() if sheet.torn} == {}


def test_sample_plan_has_what_the_checks_look_at(sheets: Mapping[str, Sheet]) -> None:
    found = sheets["ke_hoach_cchc_2027"].found
    assert found.head.bases and found.head.parent and found.ending.position and found.ending.signer
    assert [appendix.label.text for appendix in found.appendices] == ["Phụ lục"]
    assert len({page.landscape for page in found.pages}) == 2
    assert len([page for page in found.pages if page.tables]) > 5
    assert [line.text for line in found.ending.items][-1] == "- Lưu: VT, VP."
