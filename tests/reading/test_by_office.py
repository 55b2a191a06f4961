"""Old formats by way of LibreOffice."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from generator.errors import ConversionError, DataError, GeneratorError
from generator.importers.registry import import_document
from generator.model.document import Document
from generator.model.plan import Plan
from generator.model.store import dump_document
from generator.model.summary import summarize
from generator.office import OVERRIDE, convert_bytes, find_soffice
from generator.reading.kinds import OLD_OFFICE
from generator.render.render import render
from generator.templates.catalog import layouts
from generator.vietnamese.unicode import words
from tests.importers.printed_words import printed_texts
from tests.reading.pdf.random_documents import random_document
from tests.rendered import built_template
from tests.workbooks import rows_of, workbook, zipped

SAVED_AS = ("rtf:Rich Text Format", "doc:MS Word 97", "odt:writer8", "html:HTML (StarWriter)")
TASKS = workbook(rows_of("TT|Nhiệm vụ|Chủ trì\n1|Rà soát|VP"))
PAGE = """<html><head><meta charset="utf-8"></head><body><table><tr><td>TT</td><td>Nhiệm vụ</td><td>Chủ trì</td></tr>
<tr><td>1</td><td>Rà soát</td><td>VP</td></tr></table></body></html>""".encode()
RTF = rb"{\rtf1\ansi{\fonttbl{\f0 Times New Roman;}}\f0 K\u7870? HO\u7840?CH\par C\u7843?i c\u225?ch n\u259?m 2027\par}"


def counted(document: Document) -> dict[str, object]:
    shown = summarize(document).to_json()
    return {key: value for key, value in shown.items() if key not in ("missing", "subject")}


def saved_as(path: Path) -> Iterator[tuple[bytes, str]]:
    """Yield a Word file as LibreOffice saves it in other formats, with the names of the files."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    for kind in SAVED_AS:
        command = [str(find_soffice()), profile, "--headless", "--convert-to", kind, "--outdir", str(path.parent)]
        subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=120)
        made = path.with_suffix(f".{kind.partition(':')[0]}")
        yield made.read_bytes(), made.name


def plan_of(data: bytes, name: str) -> Plan:
    document = import_document(data, name).document
    assert isinstance(document, Plan)
    return document


@pytest.mark.office
def test_a_page_called_a_workbook_or_a_document_gives_its_tasks() -> None:
    assert [task.name for task in plan_of(PAGE, "trang.xls").tasks] == ["Rà soát"]
    words = dump_document(import_document(PAGE, "trang.doc").document, "a.json")
    assert "Rà soát" in words


@pytest.mark.office
def test_a_table_of_libreoffice_gives_its_tasks() -> None:
    cells = "".join(
        f"<table:table-row>{''.join(f'<table:table-cell><text:p>{text}</text:p></table:table-cell>' for text in row)}"
        "</table:table-row>"
        for row in (("TT", "Nhiệm vụ", "Chủ trì"), ("1", "Rà soát", "VP"))
    )
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{space}:office:1.0" xmlns:table="{space}:table:1.0" '
        f'xmlns:text="{space}:text:1.0" office:version="1.2"><office:body><office:spreadsheet>'
        f'<table:table table:name="Việc">{cells}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{space}:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
        f'manifest:media-type="{kind}"/><manifest:file-entry manifest:full-path="content.xml" '
        'manifest:media-type="text/xml"/></manifest:manifest>'
    )
    data = zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})
    assert [task.name for task in plan_of(data, "a.xls").tasks] == ["Rà soát"]


@pytest.mark.office
def test_old_documents_are_read_as_word_files(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Cải cách năm 2027")
    document.save(str(tmp_path / "a.docx"))
    odt = convert_bytes((tmp_path / "a.docx").read_bytes(), "a.docx", to="odt")
    for data, name in ((odt, "a.odt"), (odt, "a.doc"), (RTF, "a.rtf")):
        imported = import_document(data, name)
        assert (imported.document.kind, imported.document.subject) == ("plan", "Cải cách năm 2027")
        assert "by-office" in [note.code for note in imported.diagnostics]


@pytest.mark.office
def test_a_document_saved_in_other_formats_holds_the_same(tmp_path: Path) -> None:
    document = random_document(4)
    path = tmp_path / "a.docx"
    path.write_bytes(render(document, built_template(document.kind), layouts()))
    read = import_document(path.read_bytes(), "a.docx").document
    for data, file in saved_as(path):
        other = import_document(data, file).document
        assert counted(other) == counted(read), file
        assert words(" ".join(printed_texts(other))) == words(" ".join(printed_texts(read))), file


@pytest.mark.office
def test_a_tab_between_the_columns_of_a_page_parts_them() -> None:
    lines = ("KẾ HOẠCH", "Cải cách năm 2027", "1. Rà soát quy định.", "2. Báo cáo./.")
    foot = ("Nơi nhận:\tGIÁM ĐỐC", "- UBND tỉnh;", "- Lưu: VT.\tNguyễn Văn A")
    page = "".join(f"<p>{line}</p>" for line in (*lines, *foot))
    data = f'<html><head><meta charset="utf-8"></head><body>{page}</body></html>'.encode()
    document = import_document(data, "a.html").document
    assert ([one.name for one in document.recipients], document.signature.position) == (["UBND tỉnh"], "GIÁM ĐỐC")


@pytest.mark.office
def test_a_damaged_old_file_is_a_clear_refusal() -> None:
    with pytest.raises(GeneratorError):
        import_document(OLD_OFFICE + "WordDocument".encode("utf-16-le") + bytes(2000), "a.doc")


def test_without_libreoffice_the_message_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(OVERRIDE, str(tmp_path / "không có"))
    with pytest.raises(ConversionError, match="không chuyển được a.rtf"):
        import_document(RTF, "a.rtf")


def test_a_suffix_that_lies_is_named() -> None:
    (note,) = (note for note in import_document(TASKS, "a.xls").diagnostics if note.code == "other-kind")
    assert ".xls nhưng nội dung là Excel" in note.message


def test_binary_data_called_a_document_never_reaches_libreoffice() -> None:
    with pytest.raises(DataError):
        import_document(bytes(range(256)), "a.doc")
