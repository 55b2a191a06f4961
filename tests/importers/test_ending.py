"""Recipients, archive line, signature as data."""

from __future__ import annotations

import pytest

from generator.diagnostics import Diagnostic
from generator.importers.registry import import_document
from generator.model.document import Document
from generator.model.ending import Archive, AuthorityCode, RecipientGroup
from generator.model.wording import recipient_lines


def read(*lines: str) -> tuple[Document, list[Diagnostic]]:
    text = "\n".join(("KẾ HOẠCH", "Một việc năm 2026", "1. Một./.", *lines))
    imported = import_document(text.encode(), "a.txt")
    return imported.document, list(imported.diagnostics)


@pytest.mark.parametrize(
    ("line", "name", "purpose", "group"),
    [
        ("- Như trên;", "Như trên", None, RecipientGroup.AS_ABOVE),
        ("- Như kính gửi;", "Như kính gửi", None, RecipientGroup.AS_ABOVE),
        ("- UBND tỉnh (để báo cáo);", "UBND tỉnh", "để báo cáo", RecipientGroup.SUPERIOR),
        ("- Bộ Nội vụ (thay báo cáo);", "Bộ Nội vụ", "thay báo cáo", RecipientGroup.SUPERIOR),
        ("- Các phòng (thực hiện);", "Các phòng", "thực hiện", RecipientGroup.EXECUTE),
        ("- Văn phòng UBND tỉnh (để phối hợp);", "Văn phòng UBND tỉnh", "để phối hợp", RecipientGroup.COORDINATE),
        ("- Lãnh đạo Sở;", "Lãnh đạo Sở", None, RecipientGroup.LEADERS),
        ("- Đảng ủy Sở;", "Đảng ủy Sở", None, RecipientGroup.PARTY_COUNCIL),
        ("- Cổng TTĐT Sở;", "Cổng TTĐT Sở", None, RecipientGroup.PORTAL),
        ("- Sở Tài chính;", "Sở Tài chính", None, None),
        ("- Trang bị;", "Trang bị", None, None),
    ],
)
def test_recipients(line: str, name: str, purpose: str | None, group: RecipientGroup | None) -> None:
    document, notes = read("Nơi nhận:", line, "- Lưu: VT.")
    (recipient,) = document.recipients
    assert (recipient.name, recipient.purpose, recipient.group) == (name, purpose, group)
    assert notes == []


@pytest.mark.parametrize(
    ("line", "archive"),
    [
        ("- Lưu: VT.", Archive(holders=("VT",))),
        ("- Lưu: VT, TCCB.", Archive(holders=("VT", "TCCB"))),
        ("- Lưu: VT, HC (2).", Archive(holders=("VT", "HC"), copies=2)),
        ("- Lưu: VT, TCCB. PL.(300)", Archive(holders=("VT", "TCCB"), drafter="PL", issued=300)),
        ("- Lưu VT, VP.", Archive(holders=("VT", "VP"))),
    ],
)
def test_archive_lines(line: str, archive: Archive) -> None:
    document, notes = read("Nơi nhận:", "- Sở Nội vụ;", line)
    assert (document.archive, notes) == (archive, [])


def test_an_archive_line_that_is_not_understood_is_kept() -> None:
    document, notes = read("Nơi nhận:", "- Lưu: (VT), hồ sơ.")
    assert (document.archive, document.unplaced) == (None, ("Lưu: (VT), hồ sơ",))
    assert [note.code for note in notes] == ["archive-unknown"]


def test_end_marks_out_of_rule_are_named() -> None:
    _, notes = read("Nơi nhận:", "- Sở KH&ĐT:", "- Sở Nội vụ;", "- Lưu: VT;")
    assert [(note.code, note.found, note.expected, note.place.line) for note in notes] == [
        ("end-mark", "«:»", "«;»", 5),
        ("end-mark", "«;»", "«.»", 7),
    ]


@pytest.mark.parametrize(
    ("lines", "authority"),
    [
        (("KT.GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), [(AuthorityCode.KT, "GIÁM ĐỐC")]),
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
         [(AuthorityCode.TM, "ỦY BAN NHÂN DÂN"), (AuthorityCode.KT, "CHỦ TỊCH")]),
        (("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), [(AuthorityCode.TUQ, "CHỦ TỊCH")]),
        (("GIÁM ĐỐC",), []),
    ],
)  # fmt: skip
def test_authority(lines: tuple[str, ...], authority: list[tuple[AuthorityCode, str]]) -> None:
    signature = read("Nơi nhận:", "- Lưu: VT.", *lines, "Lê Văn An")[0].signature
    assert [(one.code, one.of) for one in signature.authority] == authority
    assert (signature.position, signature.name) == (lines[-1], "Lê Văn An")


def test_remarks_at_the_signature_are_named() -> None:
    _, (note,) = read("Nơi nhận:", "- Lưu: VT.", "GIÁM ĐỐC", "(Đã ký)", "Lê Văn An")
    assert (note.code, note.place.quote) == ("signature-remark", "(Đã ký)")


@pytest.mark.parametrize(
    ("line", "archive", "codes"),
    [
        ("- Lưu: VT, NC (Tr.05b).", Archive(holders=("VT", "NC (Tr.05b)")), []),
        ("- Lưu: VT, TH (03).", Archive(holders=("VT", "TH"), copies=3), ["rewritten"]),
    ],
)
def test_archive_lines_with_other_brackets(line: str, archive: Archive, codes: list[str]) -> None:
    document, notes = read("Nơi nhận:", line)
    assert (document.archive, [note.code for note in notes]) == (archive, codes)


def test_an_authority_in_the_spelling_of_the_party_is_named() -> None:
    document, (note,) = read("Nơi nhận:", "- Lưu: VT.", "T/M CHI BỘ", "BÍ THƯ", "Lê Văn An")
    assert [one.printed for one in document.signature.authority] == ["TM. CHI BỘ"]
    assert (note.code, note.place.quote) == ("rewritten", "T/M CHI BỘ")


def test_a_line_of_recipients_that_is_only_a_purpose_or_a_mark() -> None:
    document, _ = read("Nơi nhận:", "- (để báo cáo);", "- ;", "- Lưu: VT.")
    assert [one.name for one in document.recipients] == ["(để báo cáo)"]


def test_recipients_in_an_order_of_their_own_are_printed_in_it() -> None:
    lines = ("- Như Điều 2;", "- Sở Nội vụ (t/h);", "- Lãnh đạo Sở;", "- UBND tỉnh (b/c);")
    document, _ = read("Nơi nhận:", *lines, "- Lưu: VT.")
    assert recipient_lines(document)[:4] == tuple(line[2:-1] for line in lines)
    assert {one.group for one in document.recipients} == {RecipientGroup.AS_ABOVE, None}
