"""Hard Word files held against what a careful reader counts in them; no word of them is lost."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.model.blocks import Item, Paragraph, Section, Table, TasksHere
from generator.model.document import Document
from generator.model.labels import walk
from generator.model.plan import Plan
from generator.model.wording import archive_line
from generator.ooxml.formatting.reader import formatted
from generator.ooxml.package import read_parts
from generator.vietnamese.marks import plain
from tests.importers.hard_files import Count
from tests.importers.harder_files import HARD
from tests.importers.test_word import imported, lost_words


def counted(document: Document) -> Count:
    """Return the counts of what was read."""
    labels = Counter(one.numbering.value for one in walk(document.sections) if isinstance(one, Item | Section))
    plan = document if isinstance(document, Plan) else Plan()
    signature = document.signature
    archive = [archive_line(document.archive)] if document.archive else []
    return Count(
        kind=document.kind,
        subject=document.subject or "",
        recipients=(*(one.name for one in document.recipients), *archive),
        position=signature.authority[-1].printed if signature.is_acting else signature.position or "",
        signer=signature.name or "",
        bases=len(document.legal_bases),
        outline={kind: count for kind, count in labels.items() if kind != "none"},
        appendices=tuple(one.title or "" for one in document.appendices),
        tasks=len(plan.tasks),
        groups=len(plan.task_groups),
        rows=plan.task_rows,
        tables=tuple(len(block.rows) for block in document.blocks() if isinstance(block, Table)),
    )


@pytest.mark.parametrize("name", HARD)
def test_it_is_read_as_a_careful_reader_reads_it(name: str) -> None:
    build, wanted = HARD[name]
    assert counted(imported(build()).document) == wanted


@pytest.mark.parametrize("name", HARD)
def test_no_word_is_lost(name: str) -> None:
    data = HARD[name][0]()
    assert not lost_words(data, imported(data))


@pytest.mark.parametrize("name", HARD)
def test_the_content_stands_in_its_order(name: str) -> None:
    data = HARD[name][0]()
    shown = " ".join(" ".join(one.shown for one in formatted(read_parts(data)).paragraphs).split()).upper()
    place = 0
    for block in walk(imported(data).document.sections):
        text = (
            block.text if isinstance(block, Item | Paragraph) else block.title if isinstance(block, Section) else None
        )
        if text:
            place = shown.find(plain(text).upper(), place)
            assert place >= 0, text


def test_groups_without_tasks_are_named() -> None:
    notes = imported(HARD["nhóm hai cấp và nhóm trống"][0]()).diagnostics
    assert [one.place.quote for one in notes if one.code == "empty-group"] == ["A. Nhiệm vụ chung", "B. Nhiệm vụ khác"]


def test_a_second_task_table_holds_tasks_of_its_own() -> None:
    plan = imported(HARD["không có phần đầu"][0]()).document
    assert isinstance(plan, Plan)
    places = [block for block in plan.blocks() if isinstance(block, TasksHere)]
    assert [place.table for place in places] == [None, "2"]
    assert [len(plan.of_table(place.table).tasks) for place in places] == [1, 1]
    assert len({task.id for task in plan.tasks}) == 2
