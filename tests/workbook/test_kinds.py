"""What each kind's form opens with: an outline whose gaps are told, notes and examples that fit the kind."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from generator.model.document import Document
from generator.model.forms import FORMS
from generator.model.readiness import missing
from generator.model.wording import position
from generator.nd30.document_types import DOCUMENT_TYPES
from generator.render.render import rendering
from generator.templates.catalog import layouts
from generator.workbook.blank import blank_document
from generator.workbook.forms import general_rows
from generator.workbook.kinds import kind_form
from generator.workbook.reader import load_workbook
from generator.workbook.writer import dump_workbook
from tests.rendered import built_template
from tests.workbook.books import edited, faults, general, made, read, reread

BY_FIELDS = {"invitation", "introduction", "leave_permit"}
"""Kinds whose own fields make the document; a body may be missing."""


@pytest.mark.parametrize("kind", DOCUMENT_TYPES)
def test_a_new_form_opens_with_an_outline_of_gaps(kind: str) -> None:
    document = blank_document(kind)
    assert bool(document.sections or document.preamble) == (kind not in BY_FIELDS)
    gaps = {gap.label for gap in missing(document)}
    for line in kind_form(kind).lines:
        assert all(word[1:-1] in gaps for word in line if word.startswith("{"))


@pytest.mark.parametrize("kind", DOCUMENT_TYPES)
def test_every_field_of_a_kind_has_a_note_and_its_own_an_example(kind: str) -> None:
    rows = general_rows(kind)
    assert all(one.note for one in rows)
    own = FORMS[kind].own_fields() if kind in FORMS else ()
    assert all(one.example for one in rows if one.path[0] in own)
    assert next((one.example for one in rows if one.path == ("subject",)), None) == (kind_form(kind).subject or None)


@pytest.mark.parametrize(
    ("kind", "title", "is_there"),
    [
        ("dispatch", "Kính gửi", True),
        ("invitation", "Kính gửi", True),
        ("decision", "Kính gửi", False),
        ("plan", "Kính gửi", False),
        ("introduction", "Trích yếu", False),
        ("minutes", "Địa danh", False),
        ("report", "Kính gửi", True),
        ("contract", "Kính gửi", False),
        ("memorandum", "Kính gửi", False),
        ("agreement", "Kính gửi", False),
        ("open_letter", "Kính gửi", True),
    ],
)
def test_only_fields_that_the_form_prints_are_asked_for(kind: str, title: str, *, is_there: bool) -> None:
    assert (title in {one.title for one in general_rows(kind)}) == is_there


def _filled_by_examples(kind: str) -> Document:
    """Return the document that a clerk gets who types the example of every field of the general sheet."""

    def fill(book: openpyxl.Workbook) -> None:
        examples = {column.title: column.example for column in general_rows(kind)}
        for row in book["Thông tin chung"].iter_rows(min_row=2):
            row[1].value = row[1].value or examples[str(row[0].value)] or None  # type: ignore[assignment]

    return read(edited(blank_document(kind, 2027), fill))


@pytest.mark.parametrize("kind", DOCUMENT_TYPES)
def test_the_examples_of_a_kind_are_all_printed(kind: str) -> None:
    assert rendering(_filled_by_examples(kind), built_template(kind), layouts()).unprinted == ()


def test_minutes_filled_in_by_their_examples_are_signed_by_the_chair() -> None:
    filled = _filled_by_examples("minutes")
    assert (position(filled).upper(), filled.signature.authority) == ("CHỦ TỌA", ())
    assert position(made(kind="minutes")) == "Chủ tọa"


def test_a_field_of_another_kind_may_stay_while_it_is_empty() -> None:
    def rename(book: openpyxl.Workbook) -> None:
        book["Thông tin chung"]["A10"] = "Kính gửi"

    def fill(book: openpyxl.Workbook) -> None:
        rename(book)
        book["Thông tin chung"]["B10"] = "Bộ Nội vụ"

    reread(rename, subject=None, year=None)
    (found,) = [one for one in faults(fill) if "B10" in one]
    assert found.startswith("Thông tin chung!B10: lỗi: mẫu của loại văn bản này không có trường này")


def test_a_kind_with_wrong_marks_is_understood_with_a_warning() -> None:
    document, found = load_workbook(edited(made(), general("Loại văn bản", "Kế hoặch")), "a.xlsx")
    assert document == made()
    assert [str(one) for one in found] == [
        "a.xlsx, Thông tin chung!B2: cảnh báo: loại văn bản được hiểu là «Kế hoạch»; gặp: «Kế hoặch»"
        " (ghi đúng «Kế hoạch»)"
    ]


def test_a_criterion_held_as_a_number_keeps_its_point() -> None:
    def change(book: openpyxl.Workbook) -> None:
        book["Nhiệm vụ"]["P3"].value, book["Nhiệm vụ"]["P3"].number_format = 2.1, "General"

    assert reread(change).tasks[0].criterion == "2.1"


def test_what_is_to_be_reviewed_is_shown_and_cleared_by_deleting_it() -> None:
    origin = {
        "document": "12/KH-UBND",
        "item": "NV07",
        "role": "lead",
        "hash": "ab",
        "review": ["Hạn đã rút ngắn", "b"],
    }
    tasks = [{"id": "NV01", "name": "A", "parent": origin}, {"id": "NV02", "name": "B"}]
    book = openpyxl.load_workbook(BytesIO(dump_workbook(made(tasks=tasks))))
    assert book["Nhiệm vụ"]["S3"].value == "Hạn đã rút ngắn\nb"
    assert reread(lambda book: None, tasks=tasks) == made(tasks=tasks)

    def clear(book: openpyxl.Workbook) -> None:
        book["Nhiệm vụ"]["S3"] = None

    del origin["review"]
    assert reread(clear, tasks=tasks) == made(tasks=tasks)


def test_a_workbook_made_before_the_column_was_there_is_read() -> None:
    assert reread(lambda book: book["Nhiệm vụ"].delete_cols(19)) == made()
