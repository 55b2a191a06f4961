"""Whole documents: what is kept, and where the findings point."""

from __future__ import annotations

import pytest

from generator.importers.registry import import_document
from generator.model import wording
from generator.model.blocks import Other, Table, TasksHere
from generator.vietnamese.dates import PartialDate

PLAN = """\
KẾ HOẠCH
Cải cách hành chính năm 2026

Căn cứ Luật Cán bộ, công chức;
Sở ban hành Kế hoạch như sau:
I. MỘT
- Hai.
Trên đây là Kế hoạch năm 2026 của Sở./.
Nơi nhận:
- Sở Nội vụ;
- Lưu: VT.
GIÁM ĐỐC
Lê Văn An
"""


def test_the_parts_of_a_plan() -> None:
    document = import_document(PLAN.encode(), "a.txt").document
    assert document.preamble == ("Sở ban hành Kế hoạch như sau:",)
    assert document.closing == ("Trên đây là Kế hoạch năm 2026 của Sở",)
    assert (len(document.legal_bases), len(document.sections), len(document.recipients)) == (1, 1, 1)
    assert (document.unplaced, document.appendices) == ((), ())


def test_every_finding_names_the_file() -> None:
    text = PLAN.replace("công chức;", "công chức,").replace("- Hai.", "- Hai.\n5. Lạc.") + "Thừa ra một câu.\n"
    imported = import_document(text.encode(), "thư mục/a.txt")
    assert {note.place.file for note in imported.diagnostics} == {"thư mục/a.txt"}
    assert [note.code for note in imported.diagnostics] == [
        "label-out-of-sequence",
        "unplaced",
        "end-mark",
    ]
    assert imported.document.unplaced == ("Thừa ra một câu.",)


def test_labels_of_appendices() -> None:
    two = import_document(f"{PLAN}Phụ lục I\nMỘT\nPHỤ LỤC 2\nHAI\n".encode(), "a.txt")
    assert [one.label for one in two.document.appendices] == [None, "PHỤ LỤC 2"]
    one = import_document(f"{PLAN}PHỤ LỤC\nMỘT\n".encode(), "a.txt")
    assert one.document.appendices[0].label is None
    assert [note.place.quote for note in one.diagnostics if note.code == "rewritten"] == ["PHỤ LỤC"]


def test_an_appendix_without_the_line_in_brackets_gets_none_in_print() -> None:
    note = "(Kèm theo Kế hoạch số 05/KH-SNV)"
    document = import_document(f"{PLAN}Phụ lục I\nMỘT\n{note}\nPhụ lục II\nHAI\n".encode(), "a.txt").document
    assert [one.note for one in document.appendices] == [note, ""]
    assert [wording.appendix_note(document, one) for one in document.appendices] == [note, ""]


def test_minutes_keep_place_and_day_which_they_do_not_print() -> None:
    text = "Số: 07/BB-SNV\nSông Vân, ngày 20 tháng 02 năm 2026\nBIÊN BẢN\nHọp giao ban\n1. Một./."
    found = import_document(text.encode(), "a.txt")
    assert (found.document.issuer.place, found.document.date) == ("Sông Vân", PartialDate(2026, 2, 20))
    (note,) = (note for note in found.diagnostics if note.code == "place-date-not-printed")
    assert note.place.quote == "Sông Vân, ngày 20 tháng 02 năm 2026"
    assert "rewritten" not in [note.code for note in found.diagnostics]


@pytest.mark.parametrize(("name", "kept"), [("BÁO CÁO", 1), ("KẾ HOẠCH", 0)])
def test_a_task_table_is_a_plain_table_but_in_a_plan(name: str, kept: int) -> None:
    rows = "TT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\n1\tRà soát\tBáo cáo\tSở A\n2\tTập huấn\tLớp\tSở B"
    found = import_document(f"{name}\nNăm 2026\n1. Một./.\nPhụ lục I\nBẢNG\n{rows}\n".encode(), "a.txt")
    assert [note.code for note in found.diagnostics].count("task-table-kept") == kept
    (block,) = found.document.appendices[0].blocks
    assert isinstance(block, Table if kept else TasksHere)


def test_a_table_of_loose_cells_is_kept_line_by_line() -> None:
    cells = ["Stt Mục tiêu Nhiệm vụ", "Kết quả", "Chủ trì", "Kinh phí", *["1.1: Rà soát", "Lê Công", "2023"] * 8]
    text = f"{PLAN}Phụ lục\nBẢNG\n(Kèm theo Kế hoạch)\n" + "\n".join(cells)
    imported = import_document(text.encode(), "a.txt")
    assert imported.document.appendices[0].blocks == tuple(Other(text=cell) for cell in cells)
    assert "flattened-table" in [note.code for note in imported.diagnostics]
