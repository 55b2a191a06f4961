"""Broken files of every kind: each ends in a message or a document, in bounded time, and leaves no file behind."""

from __future__ import annotations

import random
import time
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest

from generator.errors import GeneratorError
from generator.importers.registry import import_document
from tests.workbooks import rows_of, workbook, zipped

SECONDS = 20.0
BOMB = (
    '<!DOCTYPE a [<!ENTITY a "xxxxxxxxxx">'
    + "".join(f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
"""A hundred million letters once its entities are expanded."""


def _word() -> bytes:
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    document.add_table(2, 2).cell(0, 0).text = "Nhiệm vụ"
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _pdf() -> bytes:
    body = b"BT /F1 12 Tf 72 720 Td (Ke hoach) Tj ET"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(body), body),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    numbered = b"".join(b"%d 0 obj%sendobj\n" % (place, one) for place, one in enumerate(objects, 1))
    return b"%PDF-1.4\n" + numbered + b"trailer<</Root 1 0 R/Size 6>>\n%%EOF"


TASKS = "TT|Nhiệm vụ|Chủ trì\n1|Rà soát|VP\n2|Tập huấn|VP"
GOOD: dict[str, Callable[[], bytes]] = {
    ".xlsx": lambda: workbook(rows_of(TASKS), merges=["A1:A2"]),
    ".csv": lambda: TASKS.replace("|", ";").encode(),
    ".txt": lambda: "KẾ HOẠCH\nCải cách năm 2027\n1. Một việc./.".encode(),
    ".docx": _word,
    ".pdf": _pdf,
}
PARTS = {".xlsx": "xl/worksheets/sheet1.xml", ".docx": "word/document.xml"}


def damaged(good: bytes, seed: int) -> Iterator[bytes]:
    """Yield the file cut off, with bytes changed, with a piece left out, and doubled."""
    chance = random.Random(seed)
    cut = chance.randrange(1, len(good))
    yield good[:cut]
    changed = bytearray(good)
    for _ in range(chance.randrange(1, 30)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    yield bytes(changed)
    yield good[:cut] + good[min(len(good), cut + chance.randrange(1, 200)) :]
    yield good[chance.randrange(len(good)) :] + good


def with_part(good: bytes, name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(good)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    return zipped({**parts, name: content})


def with_text(suffix: str, change: Callable[[bytes], bytes]) -> bytes:
    """The good file with its main part changed."""
    good, part = GOOD[suffix](), PARTS[suffix]
    with zipfile.ZipFile(BytesIO(good)) as archive:
        return with_part(good, part, change(archive.read(part)))


def _with_bomb(text: bytes) -> bytes:
    start = text.index(b"<", 1) if text.startswith(b"<?xml") else 0
    return text[:start] + BOMB.encode() + text[start:]


def _nested(text: bytes) -> bytes:
    return text.replace(b"<w:p>", b"<w:p>" * 5000, 1).replace(b"<row", b"<row>" * 5000 + b"<row", 1)


HANDED_IN: dict[str, Callable[[str], bytes]] = {
    "empty": lambda suffix: b"",
    "random": lambda suffix: random.Random(1).randbytes(50_000),
    "zeros": lambda suffix: bytes(100_000),
    "half another": lambda suffix: GOOD[".docx" if suffix == ".pdf" else ".pdf"]()[:300],
    "long line": lambda suffix: b"a" * 2_000_000,
    "long lines": lambda suffix: ("ấ;" * 100_000 + "\n").encode() * 5,
    "empty zip": lambda suffix: zipped({"a": ""}),
}
"""What an unlucky person may hand in under any name."""
INSIDE: dict[str, Callable[[bytes], bytes]] = {
    "entities": _with_bomb,
    "deep": lambda text: b"<a>" * 200_000 + b"</a>" * 200_000,
    "deep inside": _nested,
    "no xml": lambda text: b"\x00\x01" * 1000,
    "bomb": lambda text: bytes(210 * 1024 * 1024),
}
"""What an ill-meaning person may do to the main part of a zipped file."""


def check(data: bytes, name: str) -> None:
    started = time.process_time()
    try:
        import_document(data, name)
    except GeneratorError as refused:
        assert str(refused)
    assert time.process_time() - started < SECONDS


@pytest.fixture(autouse=True)
def _no_file_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    yield
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", GOOD)
@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_file_is_a_message_or_a_document(suffix: str, seed: int) -> None:
    for data in damaged(GOOD[suffix](), seed):
        check(data, f"a{suffix}")


@pytest.mark.parametrize("suffix", GOOD)
@pytest.mark.parametrize("what", HANDED_IN)
def test_an_impossible_file_is_a_message_or_a_document(suffix: str, what: str) -> None:
    check(HANDED_IN[what](suffix), f"a{suffix}")


@pytest.mark.parametrize("suffix", PARTS)
@pytest.mark.parametrize("what", INSIDE)
def test_an_impossible_part_is_a_message(suffix: str, what: str) -> None:
    data = with_text(suffix, INSIDE[what])
    started = time.process_time()
    with pytest.raises(GeneratorError):
        import_document(data, f"a{suffix}")
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.txt", "a.docx", "a.pdf", "a.doc", "a.xls", "a.odt", "a.rtf"])
@pytest.mark.parametrize("suffix", [".xlsx", ".docx", ".pdf", ".txt"])
def test_a_suffix_that_lies_is_read_by_content_or_refused(name: str, suffix: str) -> None:
    check(GOOD[suffix](), name)


def test_a_workbook_of_a_hundred_thousand_rows_is_refused() -> None:
    rows = b"<row><c><v>1</v></c></row>" * 100_000
    data = with_text(".xlsx", lambda text: text.replace(b"</sheetData>", rows + b"</sheetData>"))
    with pytest.raises(GeneratorError, match="20000 hàng"):
        import_document(data, "a.xlsx")
