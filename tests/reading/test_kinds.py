"""Files by their bytes, whatever their suffix says."""

from __future__ import annotations

import pytest

from generator.errors import DataError
from generator.reading.kinds import OLD_OFFICE, kind_of
from tests.workbooks import workbook, zipped

PAGE = b"\xef\xbb\xbf<!-- x -->\n<!DOCTYPE html><html><body>a</body></html>"


def old(stream: str) -> bytes:
    return OLD_OFFICE + bytes(600) + stream.encode("utf-16-le") + bytes(100)


@pytest.mark.parametrize(
    ("data", "suffix", "kind"),
    [
        (b"%PDF-1.7", ".docx", ".pdf"),
        (old("WordDocument"), ".docx", ".doc"),
        (old("Workbook"), ".xlsx", ".xls"),
        (old("Book"), ".csv", ".xls"),
        (old("khác"), ".xls", ".xls"),
        (zipped({"word/document.xml": ""}), ".doc", ".docx"),
        (zipped({"word/document.xml": ""}), ".docm", ".docx"),
        (workbook([["a"]]), ".xls", ".xlsx"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), ".doc", ".odt"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), ".xlsx", ".ods"),
        (zipped({"a": ""}), ".docx", ".docx"),
        (b"PK\x03\x04x", ".xlsx", ".xlsx"),
        (b" {\\rtf1", ".doc", ".rtf"),
        (PAGE, ".doc", ".html"),
        (PAGE, ".xls", ".html"),
        (PAGE, ".txt", ".txt"),
        ("Kế hoạch".encode(), ".doc", ".txt"),
        (b"a\tb", ".xls", ".csv"),
        ("Kế hoạch".encode(), ".txt", ".txt"),
        (b"", ".txt", ".txt"),
    ],
)
def test_the_bytes_tell_the_kind(data: bytes, suffix: str, kind: str) -> None:
    assert kind_of(data, suffix, f"a{suffix}") == kind


@pytest.mark.parametrize("stream", ["EncryptedPackage", "EncryptionInfo"])
def test_a_file_with_a_password_is_refused(stream: str) -> None:
    with pytest.raises(DataError, match="mật khẩu"):
        kind_of(old(stream), ".xlsx", "a.xlsx")


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02" * 100])
def test_what_is_no_office_file_and_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(DataError, match="không phải tệp Word đời cũ"):
        kind_of(data, ".doc", "a.doc")
