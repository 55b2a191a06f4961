"""What the real LibreOffice makes of Word files: the words, the fonts, the structure of the PDF."""

from __future__ import annotations

import io
import re
import struct
import threading
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt
from pypdf import PdfReader

from generator.office import IncompleteConversionError, convert, convert_bytes, find_soffice

LETTERS = "Ộ ế ẵ Ữ đ ỵ Ặ ọ ử ẫ"
METRIC_FONTS = {"LiberationSerif", "Tinos", "TimesNewRomanPS", "TimesNewRoman"}
NEW_YEAR = 1767225600

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(find_soffice() is None, reason="chưa cài LibreOffice (libreoffice-writer-nogui)"),
]


def word_file(*paragraphs: str, heading: str = "I. MỤC TIÊU") -> Document:
    """A document set in Times New Roman in Vietnamese, with one heading."""
    document = docx.Document()
    document.add_heading(heading, 1)
    for text in paragraphs:
        document.add_paragraph(text)
    for name in ("Normal", "Heading 1"):
        fonts = document.styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), "Times New Roman")
        document.styles[name].font.size = Pt(14)
    (language,) = document.styles.element.iter(qn("w:lang"))
    language.set(qn("w:val"), "vi-VN")
    return document


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Three files with odd names, out of one call into a folder with an odd name."""
    folder = tmp_path_factory.mktemp("nguồn")
    names = ["Kế hoạch năm 2027.docx", "số 1, #2 100%25.docx", "a'b(c)&d.docx"]
    for name in names:
        word_file(f"{name}: {LETTERS}").save(str(folder / name))
    files = convert([folder / name for name in names], folder / "Kết quả, #1 50%")
    return dict(zip(names, files, strict=True))


def text_of(pdf: Path) -> str:
    return " ".join(page.extract_text() for page in PdfReader(pdf).pages)


def catalog_of(pdf: Path) -> Any:
    return PdfReader(pdf).root_object


def fonts_of(pdf: Path) -> dict[str, bool]:
    """Each font of the pages by its plain name, and whether it is embedded."""
    fonts = {}
    for page in PdfReader(pdf).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            name = re.sub(r"^/[A-Z]{6}\+|[-,].*$", "", font.get_object()["/BaseFont"])
            fonts[name] = "/FontFile2" in font["/FontDescriptor"]
    return fonts


def test_each_file_holds_its_own_words(made: dict[str, Path]) -> None:
    for name, pdf in made.items():
        assert pdf.name == name.replace(".docx", ".pdf")
        assert f"{name}: {LETTERS}" in text_of(pdf)


def test_only_fonts_with_the_widths_of_times_new_roman_are_embedded(made: dict[str, Path]) -> None:
    for pdf in made.values():
        fonts = fonts_of(pdf)
        assert fonts.keys() <= METRIC_FONTS
        assert all(fonts.values())


def test_file_is_tagged_and_has_bookmarks_and_language(made: dict[str, Path]) -> None:
    for pdf in made.values():
        assert catalog_of(pdf)["/MarkInfo"]["/Marked"]
        assert catalog_of(pdf)["/Lang"] == "vi-VN"
        outline: list[Any] = PdfReader(pdf).outline
        assert [entry.title for entry in outline] == ["I. MỤC TIÊU"]


def test_nothing_but_the_files_is_left(made: dict[str, Path]) -> None:
    folder = next(iter(made.values())).parent
    assert sorted(folder.iterdir()) == sorted(made.values())


def test_broken_file_is_named_and_the_other_comes_out(tmp_path: Path) -> None:
    good, broken = tmp_path / "good.docx", tmp_path / "broken.docx"
    word_file(LETTERS).save(str(good))
    broken.write_bytes(b"")
    with pytest.raises(IncompleteConversionError, match=r"broken\.docx \(tệp rỗng\); đã tạo: good\.pdf"):
        convert([broken, good], tmp_path)
    assert LETTERS in text_of(tmp_path / "good.pdf")


def test_archival_file_says_that_it_is_pdf_a_2b(tmp_path: Path) -> None:
    word_file(LETTERS).save(str(tmp_path / "a.docx"))
    (pdf,) = convert([tmp_path / "a.docx"], tmp_path, pdfa=True)
    metadata = catalog_of(pdf)["/Metadata"].get_data()
    assert b"<pdfaid:part>2</pdfaid:part>" in metadata
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in metadata


def test_same_file_makes_the_same_bytes_when_the_time_is_fixed(tmp_path: Path) -> None:
    word_file(LETTERS).save(str(tmp_path / "a.docx"))
    first, second = (
        convert([tmp_path / "a.docx"], tmp_path / folder, source_date_epoch=NEW_YEAR)[0] for folder in ("1", "2")
    )
    assert first.read_bytes() == second.read_bytes()
    assert b"/CreationDate(D:20260101000000" in first.read_bytes()


def test_word_file_comes_back_from_another_format() -> None:
    rtf = r"{\rtf1\ansi\uc0 K\u7871  ho\u7841 ch}".encode("ascii")
    document = docx.Document(io.BytesIO(convert_bytes(rtf, "cũ.rtf")))
    assert [paragraph.text for paragraph in document.paragraphs] == ["Kế hoạch"]


class _Listener(BaseHTTPRequestHandler):
    """A server that notes every request and has nothing."""

    requests: list[str]

    def handle_one_request(self) -> None:
        self.requests.append(str(self.rfile.readline()))

    def log_message(self, *args: object) -> None:
        """Nothing is printed."""


@pytest.fixture
def listener() -> Iterator[HTTPServer]:
    _Listener.requests = []
    with HTTPServer(("127.0.0.1", 0), _Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def test_picture_on_the_net_is_not_fetched(tmp_path: Path, listener: HTTPServer) -> None:
    """A file from elsewhere may tell its sender, by a linked picture, that and where it was opened."""
    document = word_file(LETTERS)
    document.add_picture(io.BytesIO(_one_pixel()))
    url = f"http://127.0.0.1:{listener.server_address[1]}/a.png"
    link = document.part.relate_to(url, RELATIONSHIP_TYPE.IMAGE, is_external=True)
    (picture,) = document.element.body.iter(qn("a:blip"))
    del picture.attrib[qn("r:embed")]
    picture.set(qn("r:link"), link)
    document.save(str(tmp_path / "a.docx"))
    convert([tmp_path / "a.docx"], tmp_path)
    assert _Listener.requests == []


def _one_pixel() -> bytes:
    """The smallest PNG picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0\0")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
