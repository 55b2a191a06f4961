"""Files by their suffix, and whole imports of odd texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import DataError, UsageError
from generator.importers.registry import import_document, suffixes
from generator.model.store import dump_document, load_document
from generator.vietnamese.unicode import clean
from tests.importers.printed_words import lost_words


@pytest.mark.parametrize("name", ["a.txt", "A.TXT", "thư mục/kế hoạch.2023.txt"])
def test_text_files_are_read(name: str) -> None:
    assert import_document("KẾ HOẠCH\nCải cách năm 2026".encode(), name).document.kind == "plan"


@pytest.mark.parametrize(("name", "said"), [("a.png", "«.png»"), ("a", "không có phần mở rộng")])
def test_unknown_kinds_are_refused(name: str, said: str) -> None:
    with pytest.raises(UsageError, match=f"không biết loại tệp {said}; đọc được: .txt"):
        import_document(b"x", name)


def test_the_suffixes_that_can_be_read() -> None:
    assert {".txt", ".pdf", ".docx", ".xlsx", ".csv", ".doc", ".rtf", ".odt", ".xls", ".ods"} <= set(suffixes())
    assert all(suffix.startswith(".") for suffix in suffixes())


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\x0c"])
def test_a_file_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(DataError, match="không có chữ nào"):
        import_document(data, "a.txt")


@pytest.mark.parametrize("data", [b"\x00\x01\x02\xff", b"PK\x03\x04", b"\xd4\xc7"])
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(DataError):
        import_document(data, "a.txt")


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_text_is_imported_without_losing_a_word(text: str) -> None:
    _check(text)


_PIECES = """\
KẾ HOẠCH|BÁO CÁO|Cải cách năm 2026|Căn cứ Luật số 1/2020/QH14;|
Thực hiện Kế hoạch số 5/KH-A, Kế hoạch số 6/KH-B của C, Sở D lập:|I. MỘT|II. HAI (theo phụ lục)|1. Một:|2. Hai|
1.1. Một|a) Hai.|c) Ba *sao*|- ba|– bốn|+ năm|Nơi nhận:|- Lưu: VT, TCCB (2).|Lưu.|KT. GIÁM ĐỐC|GIÁM ĐỐC|(Đã ký)|
Phụ lục|PHỤ LỤC II|(Kèm theo Kế hoạch)|STT\tNhiệm vụ\tChủ trì|1\tRà soát\tPhòng A, VP|2\tLập\tB|\thoàn\t|7|
Nhiệm vụ chung\tNhiệm vụ cụ thể\tSản phẩm\tThời gian|Thể chế\t1. Soát\t- Báo cáo; - Kế hoạch\tQuý I|\t2. Lập\ta\tb|
\t\tc\td|Trên đây là Kế hoạch./.|Kính gửi: Bộ|\f|||Số: 5/KH-A|Số: 12/SNV-VP|An Bình, ngày 05 tháng 3 năm 2026|
An, ngày 31 tháng 2 năm 2026|Điều 1. Một.|Điều 2. Hai|Chương I|CHƯƠNG II|V/v b|Lê Văn An|ỦY BAN NHÂN DÂN|
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|A. KẾT QUẢ|1."""


@given(st.lists(st.sampled_from(_PIECES.replace("\n", "").split("|")), min_size=1, max_size=40))
@settings(max_examples=150, deadline=None)
def test_a_jumbled_document_is_imported_without_losing_a_word(pieces: list[str]) -> None:
    _check("\n".join(pieces))


def _check(text: str) -> None:
    try:
        imported = import_document(text.encode("utf-8", "surrogatepass"), "a.txt")
    except DataError:
        return
    assert not lost_words(clean(text.replace("\r", "\n")), imported)
    stored = dump_document(imported.document, "a.json")
    assert load_document(stored, "a.json") == imported.document
