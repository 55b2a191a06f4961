"""Documents rendered without their data and imported again from the Word file: no word is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import DataError
from generator.files import read_bytes
from generator.importers.document import document_of
from generator.importers.imported import Imported
from generator.importers.registry import import_document
from generator.model.document import Document
from generator.model.plan import Plan
from generator.model.store import dump_document, load_document
from generator.model.summary import summarize
from generator.ooxml.formatting.reader import formatted
from generator.ooxml.formatting.values import Part
from generator.ooxml.package import read_parts
from generator.reading.word import read_word_components
from generator.render.render import render
from generator.templates.catalog import layouts
from generator.vietnamese.unicode import clean, words
from tests.corpus import FILES, needs_corpus, source
from tests.importers.printed_words import FIXED, QUOTING, printed_texts
from tests.ooxml.formatting.word_file import p
from tests.reading.word.word_documents import merged, paragraphs, table, word
from tests.rendered import built_template
from tests.strategies import documents, plans
from tests.test_architecture import ROOT

SAMPLES = ("data/plans/ke_hoach_cchc_2027.yaml", "data/documents/thong_bao_hop_giao_ban.yaml")
_LEFT_OUT = QUOTING | {"gap"}


@cache
def sample(name: str) -> Document:
    path = ROOT / name
    return load_document(read_bytes(path), path.name)


def word_file(document: Document) -> bytes:
    """Return the Word file of a document without its data."""
    return render(document, built_template(document.kind), layouts(), embed=False)


def imported(data: bytes) -> Imported:
    return document_of(read_word_components(data, "a.docx"))


def lost_words(data: bytes, found: Imported) -> Counter[str]:
    """Return the words of a Word file that neither the document nor a finding holds; capitals are a matter of look."""
    shown = (f"{one.label} {one.text}" for one in formatted(read_parts(data)).paragraphs if one.part is not Part.HEADER)
    every = (found, *found.enclosed)
    notes = [note for one in every for note in one.diagnostics]
    quoted = [note.place.quote or "" for note in notes if note.code in _LEFT_OUT]
    named = [note.found or "" for note in notes if note.code == "task-table"]
    printed = [text for one in every for text in printed_texts(one.document)]
    return _words(shown) - _words([*printed, *quoted, *named, *[FIXED] * len(every)])


def _words(texts: Iterable[str]) -> Counter[str]:
    return Counter(words(clean("\n".join(texts)).upper()))


def counts(document: Document) -> dict[str, Any]:
    """Return what was understood of a document but for what it lacks."""
    return {name: value for name, value in summarize(document).to_json().items() if name != "missing"}


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_comes_back_whole(name: str) -> None:
    data = word_file(sample(name))
    found = imported(data)
    assert not lost_words(data, found)
    assert counts(found.document) == counts(sample(name))
    assert found.document.unplaced == ()


def test_titles_and_tasks_of_the_sample_come_back_in_their_own_letters() -> None:
    before, after = sample(SAMPLES[0]), imported(word_file(sample(SAMPLES[0]))).document
    assert isinstance(before, Plan)
    assert isinstance(after, Plan)
    assert [section.title for section in after.sections] == [section.title for section in before.sections]
    assert [task.name for task in after.tasks] == [task.name for task in before.tasks]
    assert [row.products for task in after.tasks for row in task.rows] == [
        row.products for task in before.tasks for row in task.rows
    ]


@needs_corpus
@pytest.mark.parametrize("name", FILES)
def test_a_real_plan_comes_back_as_it_was_read_from_its_text(name: str) -> None:
    before = import_document(source(name), FILES[name]).document
    data = word_file(before)
    found = imported(data)
    assert not lost_words(data, found)
    assert counts(found.document) == counts(before)
    assert load_document(dump_document(found.document, "a.yaml"), "a.yaml") == found.document


@given(documents | plans)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_random_document_loses_no_word(document: Document) -> None:
    data = word_file(document)
    found = imported(data)
    assert not lost_words(data, found)
    assert load_document(dump_document(found.document, "a.json"), "a.json") == found.document


@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_is_read_or_refused(place: int, noise: bytes) -> None:
    whole = word_file(sample(SAMPLES[1]))
    start = place % len(whole)
    for damaged in (whole[:start], whole[:start] + noise + whole[start + len(noise) :]):
        try:
            imported(damaged)
        except DataError as refused:
            assert refused.where == "a.docx"


_PIECES = """\
KẾ HOẠCH|BÁO CÁO|Cải cách năm 2026|Căn cứ Luật số 1/2020/QH14;|Sở D lập:|I. MỘT|II. HAI (theo phụ lục)|1. Một:|2. Hai|
a) Hai.|c) Ba *sao*|- ba|+ năm|Nơi nhận:|- Lưu: VT, TCCB (2).|KT. GIÁM ĐỐC|GIÁM ĐỐC|(Đã ký)|Nguyễn Văn A|hai ba|
Phụ lục|PHỤ LỤC II|(Kèm theo Kế hoạch)|STT|Nhiệm vụ|Chủ trì|Sản phẩm|Thời gian|Quý I|7|-----|Trên đây là Kế hoạch./.|
Kính gửi: Bộ|Kính gửi:|Số: 5/KH-A|An Bình, ngày 05 tháng 3 năm 2026|Điều 1. Một.|Chương I|V/v b|ỦY BAN NHÂN DÂN||
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc""".replace("\n", "").split("|")
_texts = st.sampled_from(_PIECES)
_lines = st.lists(_texts, min_size=1, max_size=3)
_paragraphs = _lines.map(lambda found: p("<w:r>" + "<w:tab/>".join(f"<w:t>{text}</w:t>" for text in found) + "</w:r>"))
_cells = st.lists(_texts, min_size=1, max_size=3).map(lambda found: paragraphs(*found))
_merged = st.builds(
    merged, _texts, gridSpan=st.sampled_from("12"), vMerge=st.sampled_from(("restart", "continue", "x"))
)
_rows = st.lists(_cells | _merged, min_size=1, max_size=4).map(tuple)
_tables = st.builds(
    lambda rows, lines: table(*rows, lines=lines), st.lists(_rows, min_size=1, max_size=4), st.booleans()
)


@given(st.lists(_paragraphs | _tables, min_size=1, max_size=25))
@settings(max_examples=150, deadline=None)
def test_a_jumbled_document_is_imported_without_losing_a_word(blocks: list[str]) -> None:
    data = word("".join(blocks))
    try:
        found = imported(data)
    except DataError:
        return
    assert not lost_words(data, found).keys() - _words([FIXED])
    assert load_document(dump_document(found.document, "a.json"), "a.json") == found.document


def test_a_table_of_other_columns_is_printed_and_read_as_it_was() -> None:
    rows = ("TT|Việc|Thời hạn|Chủ trì", "I|Một||", "01|Rà soát|Quý I|VP", "02|Lập|Quý II|VP")
    lines = ("KẾ HOẠCH", "Năm 2026", "1. Một./.", "Phụ lục", "BẢNG", *(row.replace("|", "\t") for row in rows))
    before = import_document("\n".join(lines).replace("Việc", "Công việc").encode(), "a.txt").document
    assert isinstance(before, Plan)
    after = imported(word_file(before)).document
    assert isinstance(after, Plan)
    assert after.tasks == before.tasks
    (own,), (again,) = before.layouts, after.layouts
    assert [(one.field, one.heading) for one in again.columns] == [(one.field, one.heading) for one in own.columns]
    assert (again.numbering, again.number_in, again.group) == (own.numbering, own.number_in, own.group)
