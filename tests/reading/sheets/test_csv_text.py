"""Tables saved as text."""

from __future__ import annotations

import pytest

from generator.errors import DataError
from generator.reading.sheets.csv_text import read_csv
from tests.old_encodings import in_cp1258, in_tcvn3

ROWS = [
    ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian"],
    ["1", "Rà soát, sửa đổi quy định", "Phòng Nội vụ", "Quý I/2027"],
    ["2", "Tập huấn nghiệp vụ", "Văn phòng Sở", "Tháng 6/2027"],
]


def text(delimiter: str) -> str:
    quoted = [[f'"{cell}"' if delimiter in cell else cell for cell in row] for row in ROWS]
    return "\r\n".join(delimiter.join(row) for row in quoted) + "\r\n"


def rows(data: bytes) -> list[list[str]]:
    sheet = read_csv(data, "a.csv").sheets[0]
    return [[sheet.cells.get((row, column), "") for column in sheet.columns] for row in sheet.rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_delimiter_and_encoding_are_found(delimiter: str, encoding: str) -> None:
    assert rows(text(delimiter).encode(encoding)) == ROWS


@pytest.mark.parametrize("data", [in_cp1258(text(";")), in_tcvn3(text(";")).encode("cp1252")], ids=["cp1258", "tcvn3"])
def test_old_code_pages_are_read(data: bytes) -> None:
    assert rows(data) == ROWS


def test_a_declared_delimiter_counts() -> None:
    assert rows(b"sep=~\r\na~b,c\r\n") == [["a", "b,c"]]


def test_a_cell_of_several_lines_is_one_cell() -> None:
    assert rows('STT;Nhiệm vụ\n1;"một\nhai"\n'.encode()) == [["STT", "Nhiệm vụ"], ["1", "một\nhai"]]


def test_too_many_rows_are_refused() -> None:
    with pytest.raises(DataError, match="hơn 20000 hàng"):
        read_csv(b"a;b\n" * 30_000, "a.csv")


def test_a_quotation_that_never_ends_is_refused() -> None:
    with pytest.raises(DataError, match="ngoặc kép"):
        read_csv(b'a;"' + b"x" * 2_000_000, "a.csv")
