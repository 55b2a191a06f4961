"""The PDF of a real plan: what a reader, a screen reader and an archive find in it, PDF/A-2b and stamped included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pypdf import PdfReader

from generator.model.blocks import Item, Section
from generator.model.document import Document
from generator.model.store import load_document
from generator.office import convert, find_soffice
from generator.render.render import render
from generator.templates.catalog import layouts
from tests.rendered import built_template, document, png

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(find_soffice() is None, reason="chưa cài LibreOffice (libreoffice-writer-nogui)"),
]

SAMPLE = Path(__file__).parents[1] / "data/plans/ke_hoach_cchc_2027.yaml"
NEW_YEAR = 1767225600
NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
WAYS: dict[str, dict[str, Any]] = {
    "plain": {},
    "plain, stamped": {"source_date_epoch": NEW_YEAR},
    "archive": {"pdfa": True},
    "archive, stamped": {"pdfa": True, "source_date_epoch": NEW_YEAR},
}
ARCHIVES = [way for way in WAYS if way.startswith("archive")]


@pytest.fixture(scope="module")
def plan() -> Document:
    return load_document(SAMPLE.read_bytes(), SAMPLE.name)


@pytest.fixture(scope="module")
def readers(plan: Document, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, PdfReader]:
    folder = tmp_path_factory.mktemp("archive")
    source = folder / "a.docx"
    source.write_bytes(render(plan, built_template(plan.kind), layouts()))
    return {way: PdfReader(convert([source], folder / way, **options)[0]) for way, options in WAYS.items()}


@pytest.fixture(params=WAYS)
def reader(readers: Mapping[str, PdfReader], request: pytest.FixtureRequest) -> PdfReader:
    return readers[request.param]


@pytest.fixture(params=ARCHIVES)
def archive(readers: Mapping[str, PdfReader], request: pytest.FixtureRequest) -> PdfReader:
    return readers[request.param]


def catalog(reader: PdfReader) -> Any:
    return reader.root_object


def fonts(reader: PdfReader) -> Iterator[Any]:
    """The fonts of all pages, those of a composite font instead of itself."""
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for reference in resources.get("/Font", {}).values():
            font = reference.get_object()
            yield from (below.get_object() for below in font.get("/DescendantFonts", [font]))


def xmp(reader: PdfReader, path: str) -> str:
    """The text of an entry of the metadata stream."""
    root = etree.fromstring(catalog(reader)["/Metadata"].get_data())
    return "".join(root.find(f".//{path}", NAMES).itertext()).strip()


def test_document_tells_its_language_title_and_author(reader: PdfReader, plan: Document) -> None:
    assert catalog(reader)["/Lang"] == "vi-VN"
    assert catalog(reader)["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == f"Kế hoạch {plan.subject}"
    assert reader.metadata.author == plan.issuer.name


def test_each_font_is_embedded(reader: PdfReader) -> None:
    found = list(fonts(reader))
    assert len({font["/BaseFont"] for font in found}) == 4
    for font in found:
        descriptor = font["/FontDescriptor"]
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & descriptor.keys(), font["/BaseFont"]


def test_document_is_tagged(reader: PdfReader) -> None:
    assert catalog(reader)["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalog(reader)


def test_bookmarks_are_the_outline(reader: PdfReader, plan: Document) -> None:
    """Each section on the first level, its titled khoản on the second, the appendix last."""
    found = list(_titles(reader.outline))
    expected = []
    for section in (block for block in plan.sections if isinstance(block, Section)):
        expected.append((0, section.title))
        expected += [(1, block.text) for block in section.blocks if isinstance(block, Item) and block.heading]
    assert [(level, title.partition(". ")[2]) for level, title in found[:-1]] == expected
    assert found[-1] == (0, "Phụ lục")


def _titles(outline: Any, level: int = 0) -> Iterator[tuple[int, str]]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _titles(entry, level + 1)
        else:
            yield level, entry.title


def test_archive_says_that_it_is_pdf_a_2b(archive: PdfReader) -> None:
    assert (xmp(archive, "pdfaid:part"), xmp(archive, "pdfaid:conformance")) == ("2", "B")


def test_plain_document_does_not_say_so(readers: Mapping[str, PdfReader]) -> None:
    assert b"pdfaid" not in b"".join(way.stream.read() for way in (readers["plain"], readers["plain, stamped"]))


def test_archive_names_its_colours(archive: PdfReader) -> None:
    (intent,) = catalog(archive)["/OutputIntents"]
    assert intent.get_object()["/S"] == "/GTS_PDFA1"
    profile = intent.get_object()["/DestOutputProfile"].get_object()
    assert profile["/N"] == 3
    assert profile.get_data()[36:40] == b"acsp"


def test_archive_is_open_and_has_identifiers(archive: PdfReader) -> None:
    assert not archive.is_encrypted
    assert len(archive.trailer["/ID"]) == 2
    assert not {"/AA", "/AcroForm", "/Perms"} & catalog(archive).keys()
    assert "/JavaScript" not in catalog(archive).get("/Names", {})


def test_information_and_metadata_of_an_archive_agree(archive: PdfReader) -> None:
    information = archive.metadata
    assert information is not None
    assert xmp(archive, "dc:title") == information.title
    assert xmp(archive, "dc:creator") == information.author
    assert xmp(archive, "xmp:CreatorTool") == information.creator
    assert xmp(archive, "pdf:Producer") == information.producer
    assert datetime.fromisoformat(xmp(archive, "xmp:CreateDate")) == _moment(information["/CreationDate"])


@pytest.mark.parametrize("way", ["plain, stamped", "archive, stamped"])
def test_stamped_document_bears_the_given_moment(readers: Mapping[str, PdfReader], way: str) -> None:
    information = readers[way].metadata
    assert information is not None
    assert _moment(information["/CreationDate"]) == datetime.fromtimestamp(NEW_YEAR, UTC)


@pytest.mark.parametrize("pdfa", [False, True])
def test_picture_is_told_to_those_who_cannot_see_it(tmp_path: Path, *, pdfa: bool) -> None:
    picture = {"kind": "picture", "file": "a.png", "alt": "Sơ đồ quy trình"}
    letter = document(sections=[{"numbering": "none", "blocks": [picture]}])
    source = tmp_path / "a.docx"
    source.write_bytes(render(letter, built_template(letter.kind), layouts(), {"a.png": png()}))
    (made,) = convert([source], tmp_path, pdfa=pdfa)
    root = catalog(PdfReader(made))["/StructTreeRoot"]
    assert [element["/Alt"] for element in _elements(root) if element["/S"] == "/Figure"] == ["Sơ đồ quy trình"]


def _elements(node: Any) -> Iterator[Any]:
    """The elements of a structure tree below a node."""
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        below = child.get_object()
        if isinstance(below, dict) and "/S" in below:
            yield below
            yield from _elements(below)


def _moment(date: str) -> datetime:
    """The moment of a PDF date such as D:20261120083516Z' or D:20261120153516+07'00'."""
    return datetime.strptime(date.replace("'", ""), "D:%Y%m%d%H%M%S%z")
