"""Components from lines: the whole of small documents."""

from __future__ import annotations

import pytest

from generator.reading.lines import Line
from generator.reading.reading import Reading
from generator.reading.recognition import recognise


def read(*texts: str) -> Reading:
    return recognise([Line(text, (number,)) for number, text in enumerate(texts, start=1)], "a.txt")


HEAD = (
    "KẾ HOẠCH",
    "Cải cách hành chính năm 2026",
    "Căn cứ Luật Tổ chức chính quyền địa phương;",
    "Sở ban hành như sau:",
)
FOOT = ("Nơi nhận:", "- Sở Nội vụ;", "- Lưu: VT.", "GIÁM ĐỐC", "Lê Văn An")


def test_a_plan() -> None:
    found = read(
        *HEAD, "I. MỤC TIÊU", "- Một.", "Trên đây là Kế hoạch.", "Đề nghị thực hiện./.", *FOOT, "Phụ lục", "BẢNG"
    )
    assert found.head.subject is not None
    assert [basis.lead for basis in found.bases.items] == ["Căn cứ"]
    assert [one.text for one in found.preamble] == ["Sở ban hành như sau:"]
    assert [node.label for node in found.outline] == ["I."]
    assert [one.lines for one in found.closing] == [(7,), (8,)]
    assert [one.name for one in found.recipients] == ["Sở Nội vụ"]
    assert found.signature.name is not None
    assert [one.label.text for one in found.appendices] == ["Phụ lục"]
    assert (found.unplaced, found.diagnostics) == ((), ())


def test_the_last_paragraph_with_the_end_mark_closes() -> None:
    found = read(*HEAD, "1. Một.", "Giám đốc Sở yêu cầu thực hiện./.", *FOOT)
    assert [one.text for one in found.closing] == ["Giám đốc Sở yêu cầu thực hiện./."]


def test_a_labelled_last_point_is_no_closing() -> None:
    found = read(*HEAD, "1. Một.", "2. Hai./.", *FOOT)
    assert found.closing == ()
    assert len(found.outline) == 2


def test_a_signature_before_the_recipients() -> None:
    found = read(*HEAD, "1. Một./.", "GIÁM ĐỐC", "Lê Văn An", "Nơi nhận:", "- Lưu: VT.")
    assert found.signature.name is not None
    assert found.archive is not None


def test_a_signature_without_recipients() -> None:
    found = read(*HEAD, "1. Một./.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Văn An")
    assert len(found.signature.authority) == 1
    assert len(found.outline) == 1


def test_an_appendix_without_ending() -> None:
    found = read("I. MỘT", "Phụ lục", "BẢNG", "1. Một.")
    assert len(found.appendices) == 1


def test_paragraphs_without_labels_are_content() -> None:
    found = read("Số: 12/SNV-CCHC", "Kính gửi: Bộ Nội vụ", "Sở báo cáo.", "Trân trọng./.", *FOOT)
    assert [node.text for node in found.outline] == ["Sở báo cáo."]
    assert [one.text for one in found.closing] == ["Trân trọng./."]


def test_unplaced_words_are_named() -> None:
    found = read(*HEAD, "1. Một./.", *FOOT, "Thừa ra một câu ở đây.")
    assert [one.text for one in found.unplaced] == ["Thừa ra một câu ở đây."]
    assert [(note.code, note.place.file, note.place.line) for note in found.diagnostics] == [("unplaced", "a.txt", 11)]


def test_nothing_gives_an_empty_reading() -> None:
    assert recognise([], "a.txt") == Reading("a.txt")


@pytest.mark.parametrize("recipients", [(), ("Nơi nhận:", "- Lưu: VT.")])
def test_a_signature_after_content_without_the_end_mark(recipients: tuple[str, ...]) -> None:
    found = read(*HEAD, "1. Một.", "Trên đây là Kế hoạch.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn An", *recipients)
    assert (found.signature.name and found.signature.name.text) == "Lê Văn An"
    assert [one.text for one in found.closing] == ["Trên đây là Kế hoạch."]


def test_a_scan_that_lost_marks_is_recognised_and_named() -> None:
    found = read(
        "UBND TỈNH A", "CỌNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tụ do - Hạnh phúc",
        *HEAD, "1. Một./.", "Noi nhận:", "- Lưu: VT.",
    )  # fmt: skip
    assert found.head.national_name is not None
    assert found.head.motto is not None
    assert found.archive is not None
    assert [(note.code, note.expected) for note in found.diagnostics] == [("rewritten", "«Nơi nhận:»")]


@pytest.mark.parametrize(
    "table",
    [
        ("STT", "Lĩnh vực", "Đúng hạn", "1", "Giáo dục", "5"),
        ("TT", "Đơn vị", "1", "A"),
        ("STT Lĩnh vực Đúng hạn", "1 A 5"),
    ],
)
def test_a_table_in_the_body_that_lost_its_cells_is_named(table: tuple[str, ...]) -> None:
    found = read(*HEAD, "1. Kết quả theo bảng sau:", *table, "2. Hai.", *FOOT)
    assert [note.code for note in found.diagnostics if note.code == "flattened-table"] == ["flattened-table"]


def test_a_document_issued_with_this_one_needs_no_line_in_brackets() -> None:
    found = read(*HEAD, "1. Một./.", *FOOT, "QUY CHẾ", "Tiếp công dân", "Điều 1. Phạm vi", "Quy chế này.")
    (part,) = found.appendices
    assert (part.label and part.label.text, part.title and part.title.text) == ("QUY CHẾ", "Tiếp công dân")
    assert [node.label for node in part.content] == ["Điều 1."]
    assert found.unplaced == ()


def test_a_second_document_is_none_issued_with_the_first() -> None:
    found = read(*HEAD, "1. Một./.", *FOOT, "SỞ NỘI VỤ", "Số: 12/BC-SNV", "BÁO CÁO", "Kết quả", "1. Một.")
    assert found.appendices == ()
