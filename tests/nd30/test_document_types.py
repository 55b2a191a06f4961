"""The 29 kinds of document: ids, names, codes, forms."""

from __future__ import annotations

import pytest

from generator.errors import DataError
from generator.nd30.document_types import (
    COPY_KINDS,
    DOCUMENT_TYPES,
    copy_by_code,
    document_type,
    type_by_code,
    type_by_name,
)


def test_there_are_29_kinds_and_three_copies() -> None:
    assert len(DOCUMENT_TYPES) == 29
    assert [one.printed for one in COPY_KINDS.values()] == ["SAO Y", "SAO LỤC", "TRÍCH SAO"]


def test_codes_are_those_of_the_decree() -> None:
    codes = "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB"
    assert " ".join(one.code for one in DOCUMENT_TYPES.values() if one.code) == codes
    assert [one.name for one in DOCUMENT_TYPES.values() if one.code is None] == ["Công văn", "Thư công"]


def test_ids_names_and_codes_are_not_shared() -> None:
    names = [one.name for one in DOCUMENT_TYPES.values()] + [one.name for one in COPY_KINDS.values()]
    assert len(names) == len(set(names))
    assert not set(DOCUMENT_TYPES) & set(COPY_KINDS)


@pytest.mark.parametrize(
    ("addressee", "ids"),
    [
        ("required", {"submission", "dispatch"}),
        ("to_superior", {"report"}),
        ("own_form", {"telegram", "invitation"}),
        ("unregulated", {"contract", "memorandum", "agreement", "open_letter"}),
    ],
)
def test_who_is_addressed(addressee: str, ids: set[str]) -> None:
    assert {one.id for one in DOCUMENT_TYPES.values() if one.addressee == addressee} == ids


@pytest.mark.parametrize(
    ("form", "ids"),
    [
        ("1.1", {"resolution"}),
        ("1.2", {"decision"}),
        ("1.5", {"dispatch"}),
        ("1.6", {"telegram"}),
        ("1.7", {"invitation"}),
        ("1.8", {"introduction"}),
        ("1.9", {"minutes"}),
        ("1.10", {"leave_permit"}),
        (None, {"contract", "memorandum", "agreement", "open_letter"}),
    ],
)
def test_sample_forms(form: str | None, ids: set[str]) -> None:
    assert {one.id for one in DOCUMENT_TYPES.values() if one.form == form} == ids


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Kế hoạch", "plan"),
        ("KẾ HOẠCH", "plan"),
        ("ke hoach", "plan"),
        ("Giấy uỷ quyền", "authorization"),
        ("Giấy ủy quyền", "authorization"),
        ("BẢN THOẢ THUẬN", "agreement"),
        ("Quy chế", "regulation"),
        ("Quy định", "rules"),
        ("Quyết định", "decision"),
    ],
)
def test_a_kind_is_found_by_its_name_in_any_spelling(name: str, id: str) -> None:
    found = type_by_name(name)
    assert found is not None
    assert found.id == id


def test_other_words_are_no_kind() -> None:
    assert type_by_name("Nghị định") is None
    assert type_by_code("TTR") is None
    assert type_by_code("SY") is None
    assert copy_by_code("KH") is None


def test_a_kind_is_found_by_its_code() -> None:
    assert type_by_code("TTr") is document_type("submission")
    assert copy_by_code("TrS") is COPY_KINDS["extract"]


@pytest.mark.parametrize(("word", "meant"), [("plans", "plan"), ("Kế hoạch", "plan"), ("rapport", "report")])
def test_an_unknown_id_is_refused_with_the_nearest(word: str, meant: str) -> None:
    with pytest.raises(DataError) as refused:
        document_type(word)
    assert refused.value.hint == f"ý bạn là «{meant}»?"


def test_only_a_dispatch_prints_no_name() -> None:
    assert [one.id for one in DOCUMENT_TYPES.values() if not one.is_titled] == ["dispatch"]
