"""Kind, number, date, issuer, subject, year."""

from __future__ import annotations

import pytest

from generator.importers.registry import import_document
from generator.model.document import Document
from generator.model.plan import Plan
from generator.vietnamese.dates import PartialDate


def read(*lines: str) -> Document:
    return import_document("\n".join(lines).encode(), "a.txt").document


def codes(*lines: str) -> list[str | None]:
    return [note.code for note in import_document("\n".join(lines).encode(), "a.txt").diagnostics]


def test_a_draft_with_blank_number_and_day() -> None:
    found = read(
        "Số: /KH-SGDĐT", "", "Sóc Trăng, ngày tháng 12 năm 2022", "", "KẾ HOẠCH", "Thực hiện cải cách năm 2023"
    )
    assert (found.number, found.notation, found.issuer.symbol) == (None, None, "SGDĐT")
    assert (found.issuer.place, found.date) == ("Sóc Trăng", PartialDate(2022, 12))
    assert (found.kind, found.subject) == ("plan", "Thực hiện cải cách năm 2023")


def test_a_signed_plan() -> None:
    found = read(
        "UBND TỈNH AN", "SỞ NỘI VỤ", "Số: 05/KH-SNV", "An Bình, ngày 05 tháng 3 năm 2026", "KẾ HOẠCH", "Một việc"
    )
    assert (found.issuer.parent, found.issuer.name) == ("UBND TỈNH AN", "SỞ NỘI VỤ")
    assert (found.number, found.date) == ("5", PartialDate(2026, 3, 5))
    assert codes("Số: 05/KH-SNV", "An Bình, ngày 05 tháng 3 năm 2026", "KẾ HOẠCH", "Năm 2026: năm 2026") == []


def test_nothing_is_guessed_for_the_letterhead() -> None:
    found = read(
        "KẾ HOẠCH",
        "Một việc năm 2026",
        "Căn cứ Luật Cán bộ, công chức;",
        "Sở Nội vụ ban hành Kế hoạch như sau:",
        "1. Một.",
    )
    assert (found.issuer.name, found.issuer.parent, found.issuer.symbol, found.number, found.date) == (None,) * 5


def test_the_speaker_is_named_in_a_hint() -> None:
    lines = ("KẾ HOẠCH", "Một việc năm 2026", "Sở Nội vụ (SNV) ban hành Kế hoạch như sau:", "1. Một.")
    imported = import_document("\n".join(lines).encode(), "a.txt")
    assert [note.message for note in imported.diagnostics] == [
        "tệp không có tên cơ quan ban hành; lời văn nhắc đến «Sở Nội vụ»"
    ]


def test_a_dispatch_keeps_its_symbol_and_loses_v_v() -> None:
    found = read("Số: 12/SNV-CCHC", "V/v báo cáo cải cách", "Kính gửi: Bộ Nội vụ", "Sở báo cáo.")
    assert (found.kind, found.issuer.symbol, found.notation, found.number) == ("dispatch", "SNV", "SNV-CCHC", "12")
    assert (found.subject, found.addressees) == ("báo cáo cải cách", ("Bộ Nội vụ",))


def test_a_symbol_that_type_and_office_do_not_give_is_kept() -> None:
    assert read("Số: 12/QĐ-SNV-VP", "QUYẾT ĐỊNH", "Về việc bổ nhiệm").notation == "QĐ-SNV-VP"


@pytest.mark.parametrize(
    ("lines", "kind", "said"),
    [
        (
            ("Căn cứ Luật Đất đai.", "Sở ban hành Kế hoạch như sau:", "1. Một."),
            "plan",
            "văn bản tự gọi: «ban hành Kế hoạch»",
        ),
        (("1. Một.", "Trên đây là Báo cáo kết quả của Sở./."), "report", "văn bản tự gọi: «Trên đây là Báo cáo»"),
        (("Số: 5/TTr-SNV", "Một việc cần trình."), "submission", "ký hiệu «TTr-SNV»"),
        (("Một câu.", "Hai câu."), "dispatch", "công văn là loại duy nhất không in tên loại"),
    ],
)
def test_a_missing_type_is_told_by_the_document_itself(lines: tuple[str, ...], kind: str, said: str) -> None:
    imported = import_document("\n".join(lines).encode(), "a.txt")
    (note,) = (note for note in imported.diagnostics if note.code == "kind-guessed")
    assert imported.document.kind == kind
    assert said in note.message
    assert note.severity == "warning"


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (("KẾ HOẠCH", "Cải cách hành chính năm 2023", "1. Một năm 2025."), 2023),
        (("Sở xây dựng Kế hoạch cải cách hành chính năm 2024 như sau:", "1. Một."), 2024),
        (("1. Một.", "Trên đây là Kế hoạch thực hiện năm 2025 của Sở./."), 2025),
    ],
)
def test_the_year_of_a_plan(lines: tuple[str, ...], year: int) -> None:
    found = read(*lines)
    assert isinstance(found, Plan)
    assert found.year == year


def test_the_date_of_another_document_is_no_year() -> None:
    found = read("KẾ HOẠCH", "Thực hiện Kế hoạch số 48/KH-UBND ngày 28/02/2023", "1. Một.")
    assert isinstance(found, Plan)
    assert found.year is None
    assert "year-missing" in codes("KẾ HOẠCH", "Thực hiện Kế hoạch số 48/KH-UBND ngày 28/02/2023")


class TestWhatCannotBeUnderstood:
    def test_an_impossible_day_is_kept_in_words(self) -> None:
        lines = ("An Bình, ngày 31 tháng 2 năm 2026", "KẾ HOẠCH", "Một việc năm 2026")
        found = read(*lines)
        assert (found.date, found.unplaced) == (None, (lines[0],))
        assert "date-unknown" in codes(*lines)

    def test_other_spellings_of_fixed_lines_are_named(self) -> None:
        lines = ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc", "KẾ HOẠCH", "Một việc năm 2026")
        assert codes(*lines) == ["rewritten", "rewritten"]

    def test_a_number_line_printed_otherwise_is_named(self) -> None:
        assert codes("Số: 5/KH-SNV", "KẾ HOẠCH", "Một việc năm 2026") == ["rewritten"]


def test_stars_are_stars() -> None:
    assert read("KẾ HOẠCH", "Một *việc* năm 2026").subject == r"Một \*việc\* năm 2026"
