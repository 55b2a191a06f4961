"""Ten known changes of the sample plan are found, these and no others, whichever way the two versions come."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.importers.registry import import_document
from generator.model.document import Document
from generator.office import convert, find_soffice
from generator.render.render import render
from generator.templates.catalog import layouts
from generator.transform.diff.change import Change, ChangeKind, counted
from generator.transform.diff.differences import differences
from tests.rendered import built_template
from tests.transform.diff.ten_changes import EXPECTED, edited, sample, unexpected


def _word(document: Document) -> bytes:
    return render(document, built_template(document.kind), layouts(), embed=False)


def _read(data: bytes, name: str) -> Document:
    return import_document(data, name).document


def _found(old: Document, new: Document, *, printed_only: bool = True) -> tuple[Change, ...]:
    return differences(old, new, layouts=layouts(), printed_only=printed_only)


def test_from_data() -> None:
    first = sample()
    found = _found(first, edited(first), printed_only=False)
    assert unexpected(found) == ([], [])
    assert len(found) == len(EXPECTED) == 10
    assert counted(found) == "10 thay đổi: 2 bổ sung, 2 bãi bỏ, 1 chuyển chỗ, 5 sửa"


def test_from_word() -> None:
    first = sample()
    old, new = (_read(_word(one), "ke_hoach.docx") for one in (first, edited(first)))
    assert unexpected(_found(old, new)) == ([], [])


def test_one_from_data_the_other_from_word() -> None:
    """Of data against a file read from Word no id, no empty field and no capital of a printed title is a change."""
    first = sample()
    assert unexpected(_found(first, _read(_word(edited(first)), "ke_hoach.docx"))) == ([], [])
    assert _found(first, _read(_word(first), "ke_hoach.docx")) == ()


def test_backwards_what_was_added_was_removed() -> None:
    first = sample()
    there = _found(first, edited(first), printed_only=False)
    back = _found(edited(first), first, printed_only=False)
    kinds = {ChangeKind.ADDED: ChangeKind.REMOVED, ChangeKind.REMOVED: ChangeKind.ADDED}
    turned = sorted((kinds.get(one.kind, one.kind), one.part, one.field, one.new, one.old) for one in there)
    assert sorted((one.kind, one.part, one.field, one.old, one.new) for one in back) == turned


@pytest.mark.office
@pytest.mark.skipif(find_soffice() is None, reason="cần LibreOffice")
def test_from_pdf(tmp_path: Path) -> None:
    first = sample()
    files = [tmp_path / "cu.docx", tmp_path / "moi.docx"]
    for file, version in zip(files, (first, edited(first)), strict=True):
        file.write_bytes(_word(version))
    convert(files, tmp_path, to="pdf")
    old, new = (_read(file.with_suffix(".pdf").read_bytes(), "ke_hoach.pdf") for file in files)
    word = _read(files[1].read_bytes(), "ke_hoach.docx")
    assert unexpected(_found(old, new)) == ([], [])
    assert unexpected(_found(first, new)) == ([], [])
    assert unexpected(_found(old, word)) == ([], [])
    assert _found(new, word) == ()
