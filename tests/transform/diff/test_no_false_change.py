"""A document and its own Word file, PDF or text differ in nothing; and large plans are compared in little time."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from generator.cli.files.references import with_references
from generator.importers.registry import import_document
from generator.model.document import Document
from generator.model.plan import Plan, Task, TaskRow
from generator.model.store import load_document
from generator.office import convert, find_soffice
from generator.render.render import render
from generator.templates.catalog import layouts
from generator.transform.diff.change import ChangeKind
from generator.transform.diff.differences import differences
from tests.corpus import FILES, needs_corpus, source
from tests.rendered import built_template

ROOT = Path(__file__).parents[3]
SAMPLES = sorted((ROOT / "data/plans").glob("*.yaml")) + sorted((ROOT / "data/documents").glob("*.yaml"))
SECONDS = 2.0
"""Of the processor, for 500 tasks against 500."""


def _word(document: Document) -> bytes:
    return render(document, built_template(document.kind), layouts(), embed=False)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_and_its_word_file(path: Path) -> None:
    document = with_references(load_document(path.read_bytes(), str(path)), path).resolved
    read = import_document(_word(document), "van_ban.docx").document
    assert differences(document, read, layouts=layouts(), printed_only=True) == ()


@needs_corpus
@pytest.mark.parametrize("name", FILES)
def test_a_real_plan_and_its_word_file(name: str) -> None:
    document = import_document(source(name), "ke_hoach.txt").document
    read = import_document(_word(document), "ke_hoach.docx").document
    assert differences(document, read, layouts=layouts(), printed_only=True) == ()


@needs_corpus
@pytest.mark.office
@pytest.mark.skipif(find_soffice() is None, reason="cần LibreOffice")
def test_real_plans_and_their_pdf(tmp_path: Path) -> None:
    plans = {name: import_document(source(name), "ke_hoach.txt").document for name in FILES}
    files = {name: tmp_path / f"{place}.docx" for place, name in enumerate(plans)}
    for name, plan in plans.items():
        files[name].write_bytes(_word(plan))
    convert(list(files.values()), tmp_path, to="pdf")
    found = {}
    for name, plan in plans.items():
        read = import_document(files[name].with_suffix(".pdf").read_bytes(), "ke_hoach.pdf").document
        found[name] = differences(plan, read, layouts=layouts(), printed_only=True)
    assert found == dict.fromkeys(plans, ())


_WORDS = (
    "rà", "soát", "cập", "nhật", "kế", "hoạch", "ban", "hành", "báo", "cáo", "thủ", "tục", "cải", "cách", "công",
    "viên", "hồ", "sơ", "dữ", "liệu", "số", "hóa", "giải", "ngân", "vốn", "đầu", "tư", "kiểm", "tra", "đánh", "giá",
)  # fmt: skip


def _large_plan(seed: int) -> Plan:
    chosen = random.Random(seed)

    def name() -> str:
        return " ".join(chosen.choices(_WORDS, k=15))

    def row() -> TaskRow:
        return TaskRow(products=(name(),), schedule="Quý I/2027", lead=("Văn phòng",))

    tasks = (
        Task(id=f"NV{number}", group=f"Lĩnh vực {number // 50}", name=name(), rows=(row(),)) for number in range(500)
    )
    return Plan(tasks=tuple(tasks))


@pytest.mark.parametrize("way", ["khác hẳn", "đảo lộn", "viết lại"])
def test_five_hundred_tasks_against_as_many(way: str) -> None:
    old = _large_plan(1)
    shuffled = random.Random(3).sample(old.tasks, len(old.tasks))
    rewritten = [task.model_copy(update={"id": f"M{task.id}", "name": f"{task.name} mới"}) for task in old.tasks]
    new = {
        "khác hẳn": _large_plan(2),
        "đảo lộn": old.model_copy(update={"tasks": tuple(shuffled)}),
        "viết lại": old.model_copy(update={"tasks": tuple(rewritten)}),
    }[way]
    begun = time.process_time()
    found = differences(old, new, layouts=layouts())
    assert time.process_time() - begun < SECONDS
    kinds = {change.kind for change in found if change.field in ("", "Nhiệm vụ")}
    told = {
        "khác hẳn": {ChangeKind.ADDED, ChangeKind.REMOVED},
        "đảo lộn": {ChangeKind.MOVED},
        "viết lại": {ChangeKind.CHANGED},
    }
    assert kinds >= told[way]
