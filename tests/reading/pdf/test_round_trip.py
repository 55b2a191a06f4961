"""Documents rendered, printed as PDF by LibreOffice, and read back.

What a PDF cannot hold, so that it does not come back: whether a text was typed in capitals or set in them (issuer,
titles of sections and appendices, signature); which blocks stand for the objectives, targets and tasks of a plan; the
parts of a legal basis; ids of tasks, the register's data of an office.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from generator.cli.files.references import with_references
from generator.importers.registry import import_document
from generator.model.document import Document
from generator.model.store import load_document
from generator.model.summary import summarize
from generator.office import convert, find_soffice
from generator.render.render import render
from generator.templates.catalog import layouts
from tests.corpus import FILES, needs_corpus, source
from tests.importers.printed_words import lost_words
from tests.reading.pdf.random_documents import random_document
from tests.reading.pdf.scattered import scattered
from tests.rendered import built_template

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(find_soffice() is None, reason="cần LibreOffice"),
    pytest.mark.skipif(shutil.which("pdftotext") is None, reason="cần pdftotext (poppler-utils)"),
]
ROOT = Path(__file__).parents[3]
SAMPLES = sorted((ROOT / "data/plans").glob("*.yaml")) + sorted((ROOT / "data/documents").glob("*.yaml"))
RANDOM = 30
_NOT_COUNTED = ("missing", "subject")
"""What the gaps of a draft show when printed: [CẦN BỔ SUNG: …]."""


def pdfs(documents: dict[str, Document], folder: Path) -> dict[str, bytes]:
    """Return the PDF of each document; all go through one call."""
    for name, document in documents.items():
        (folder / f"{name}.docx").write_bytes(render(document, built_template(document.kind), layouts()))
    convert([folder / f"{name}.docx" for name in documents], folder, to="pdf")
    return {name: (folder / f"{name}.pdf").read_bytes() for name in documents}


def counted(document: Document) -> dict[str, Any]:
    return {key: value for key, value in summarize(document).to_json().items() if key not in _NOT_COUNTED}


def witnessed(pdf: bytes) -> str:
    """Return the words of a PDF as another program finds them."""
    made = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return made.stdout.decode("utf-8")


def test_samples_come_back_as_they_are(tmp_path: Path) -> None:
    loaded = {path: load_document(path.read_text("utf-8"), path.name) for path in SAMPLES}
    documents = {path.stem: with_references(one, path).resolved for path, one in loaded.items()}
    first = {name: import_document(pdf, f"{name}.pdf") for name, pdf in pdfs(documents, tmp_path).items()}
    (tmp_path / "again").mkdir()
    again = pdfs({name: imported.document for name, imported in first.items()}, tmp_path / "again")
    for name, pdf in again.items():
        assert import_document(pdf, f"{name}.pdf").document == first[name].document
        assert first[name].document.unplaced == ()


def test_the_sample_plan_keeps_its_tasks_and_its_ending(tmp_path: Path) -> None:
    path = SAMPLES[0]
    plan: Any = load_document(path.read_text("utf-8"), path.name)
    found: Any = import_document(pdfs({"plan": plan}, tmp_path)["plan"], "plan.pdf").document
    assert [(task.name, task.group) for task in found.tasks] == [(task.name, task.group) for task in plan.tasks]
    assert [[row.products for row in task.rows] for task in found.tasks] == [
        [row.products for row in task.rows] for task in plan.tasks
    ]
    assert [(one.name, one.purpose) for one in found.recipients] == [(one.name, one.purpose) for one in plan.recipients]
    assert (found.date, found.year, found.signature.name) == (plan.date, plan.year, plan.signature.name)


@needs_corpus
def test_real_plans_have_the_outline_of_their_texts(tmp_path: Path) -> None:
    documents = {name: import_document(source(name), file).document for name, file in FILES.items()}
    files = {name: FILES[name].removesuffix(".txt") for name in documents}
    made = pdfs({files[name]: document for name, document in documents.items()}, tmp_path)
    for name, document in documents.items():
        assert counted(import_document(made[files[name]], "a.pdf").document) == counted(document), name


def test_random_documents_lose_no_word(tmp_path: Path) -> None:
    documents = {f"{seed:03d}": random_document(seed) for seed in range(RANDOM)}
    for name, pdf in pdfs(documents, tmp_path).items():
        imported = import_document(pdf, f"{name}.pdf")
        assert not lost_words(witnessed(pdf), imported), name
        assert counted(imported.document) == counted(documents[name]), name


def test_letters_set_one_by_one_without_blanks_are_read_alike(tmp_path: Path) -> None:
    made = pdfs({"a": random_document(3), "b": load_document(SAMPLES[1].read_text("utf-8"), "b.yaml")}, tmp_path)
    for name, pdf in made.items():
        whole = import_document(pdf, f"{name}.pdf").document
        for how in ("letters", "words", "kerned"):
            assert import_document(scattered(pdf, how), f"{name}.pdf").document == whole, (name, how)


def test_a_short_letter_keeps_its_first_line_apart_from_the_subject(tmp_path: Path) -> None:
    """The subject, a first paragraph of one line, and KT. above the title of the deputy stay three things."""
    made = Document.model_validate(
        {
            "kind": "directive",
            "issuer": {"parent": "UBND tỉnh Sông Vân", "name": "Sở Nội vụ", "symbol": "SNV", "place": "Sông Vân"},
            "date": "2026-12",
            "subject": "Về việc chấn chỉnh kỷ luật, kỷ cương hành chính",
            "preamble": ["Tình hình, lý do ban hành được viết ở đây."],
            "sections": [{"numbering": "none", "blocks": [
                {"kind": "item", "numbering": "arabic", "text": "Yêu cầu đối với đơn vị."},
            ]}],
            "recipients": [{"name": "Các phòng thuộc Sở"}],
            "archive": {"holders": ["VT", "VP"]},
            "signature": {
                "authority": [{"code": "KT.", "of": "Giám đốc"}], "position": "Phó Giám đốc", "name": "Nguyễn Văn A",
            },
        }
    )  # fmt: skip
    read = import_document(pdfs({"chi_thi": made}, tmp_path)["chi_thi"], "chi_thi.pdf").document
    assert read.subject == made.subject
    assert read.preamble == made.preamble
    assert [one.code for one in read.signature.authority] == ["KT."]
    assert (read.signature.position or "").upper() == "PHÓ GIÁM ĐỐC"
