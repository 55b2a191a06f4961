"""``vanban show`` of Word files: of ours what they tell about themselves, of others why they cannot be read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from generator.model.canonical import canonical_json, data_hash
from generator.model.store import load_document
from generator.ooxml.custom_parts import with_item, without_item
from generator.ooxml.package import read_parts, write_parts
from generator.render.provenance import NAMESPACE
from generator.version import VERSION
from tests.cli.conftest import Run
from tests.reading.pdf.drawn import Drawn, Text, pdf_of

SAMPLE = Path(__file__).parents[2] / "data" / "plans" / "ke_hoach_cchc_2027.yaml"
WORD = Path("ra/ke_hoach_cchc_2027.docx")


@pytest.fixture
def word(run: Run) -> Path:
    """The sample as a Word file."""
    assert run("render", SAMPLE, "-o", "ra")[0] == 0
    return WORD


def _with_data(path: Path, text: str) -> None:
    data = f'<data xmlns="{NAMESPACE}">{text}</data>'.encode()
    path.write_bytes(write_parts(with_item(read_parts(path.read_bytes()), NAMESPACE, data)))


def _typed(path: Path) -> None:
    opened = docx.Document(str(path))
    opened.paragraphs[-1].add_run("thêm")
    opened.save(str(path))


def _emptied(path: Path) -> None:
    path.write_bytes(write_parts(without_item(read_parts(path.read_bytes()), NAMESPACE)))


def test_it_shows_the_tree_of_the_data_and_where_the_file_comes_from(run: Run, word: Path) -> None:
    code, out, err = run("show", word)
    assert (code, err) == (0, "")
    for words in (
        *("42 nhiệm vụ", "Nơi nhận: 11", f"Phiên bản chương trình: {VERSION}", "Thể thức (SHA-256): nd30-2020 "),
        *("Chữ trong tệp: đúng như lúc tạo", "Dữ liệu đi kèm: có"),
    ):
        assert words in out
    assert data_hash(canonical_json(load_document(SAMPLE.read_bytes(), "a.yaml"))) in out


def test_the_json_is_that_of_the_data_file_with_the_provenance(run: Run, word: Path) -> None:
    values = json.loads(run("show", word, "--json")[1])
    provenance = values.pop("provenance")
    assert values == json.loads(run("show", SAMPLE, "--json")[1])
    assert set(provenance) == {"version", "data", "template", "profile", "edited"}
    assert (provenance["version"], provenance["edited"]) == (VERSION, False)


@pytest.mark.parametrize(
    ("change", "edited", "said"),
    [
        (_typed, True, "đã được sửa sau khi tạo"),
        (lambda path: _with_data(path, '{"format":1,"kind":"plan"}'), False, "không còn đúng như lúc tạo"),
    ],
    ids=["typed into", "data altered"],
)
def test_what_was_changed_is_said(
    change: Callable[[Path], None], edited: bool, said: str, run: Run, word: Path
) -> None:
    change(word)
    code, _, err = run("show", word)
    assert code == 0
    assert said in err
    values = json.loads(run("show", word, "--json")[1])
    assert values["provenance"]["edited"] is edited
    assert said in values["diagnostics"][0]["message"]


def test_edits_made_in_word_are_in_the_tree_and_named(run: Run, word: Path) -> None:
    opened = docx.Document(str(word))
    (found,) = (one for one in opened.paragraphs if one.text == "2. Yêu cầu")
    found.runs[-1].text = found.runs[-1].text.replace("Yêu cầu", "Yêu cầu chung")
    opened.save(str(word))
    code, out, err = run("show", word)
    assert code == 0
    assert "2. Yêu cầu chung" in out
    assert "đã sửa trong Word: «2. Yêu cầu» → «2. Yêu cầu chung»" in err


@pytest.mark.parametrize("how", ["--no-data", "removed"])
def test_a_file_without_data_still_tells_its_hashes(how: str, run: Run) -> None:
    run("render", SAMPLE, "-o", "ra", *([how] if how == "--no-data" else []))
    if how == "removed":
        _emptied(WORD)
    code, out, err = run("show", WORD)
    assert code == 0
    assert "Dữ liệu đi kèm: không có" in out
    assert "không mang theo dữ liệu" in err
    values = json.loads(run("show", WORD, "--json")[1])
    assert set(values) == {"provenance", "diagnostics"}
    assert len(values["provenance"]["data"]) == 64


def test_a_word_file_of_others_is_read(run: Run, tmp_path: Path) -> None:
    file = docx.Document()
    file.save(str(tmp_path / "trong.docx"))
    code, _, err = run("show", "trong.docx")
    assert code == 3
    assert "tệp không có chữ nào" in err
    for text in ("KẾ HOẠCH", "Cải cách hành chính năm 2026"):
        file.add_paragraph(text)
    file.save(str(tmp_path / "khac.docx"))
    code, out, _ = run("show", "khac.docx")
    assert code == 0
    assert "Kế hoạch: Cải cách hành chính năm 2026" in out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"format":99,"kind":"plan"}', "phiên bản mới hơn"),
        ("{", "JSON"),
        ('{"format":1,"kind":"plan","year":"x"}', "year"),
    ],
)
def test_data_that_are_no_document_end_with_3(text: str, said: str, run: Run, word: Path) -> None:
    _with_data(word, text)
    code, _, err = run("show", word)
    assert code == 3
    assert f"{WORD}: dữ liệu nằm trong tệp không đọc được" in err
    assert said in err


def test_a_broken_word_file_ends_with_3(run: Run, tmp_path: Path) -> None:
    (tmp_path / "hong.DOCX").write_bytes(b"PK")
    code, _, err = run("show", "hong.DOCX")
    assert code == 3
    assert "hong.DOCX: không đọc được tệp .docx" in err


def test_a_pdf_with_the_suffix_of_word_is_read_as_what_it_is(run: Run, tmp_path: Path) -> None:
    words = [Text(85, 100, "KE HOACH", bold=True), Text(85, 140, "1. Ra soat van ban.")]
    (tmp_path / "quet.docx").write_bytes(pdf_of(Drawn(words)))
    code, out, err = run("show", "quet.docx")
    assert code == 0
    assert "đọc theo nội dung" in out + err
