"""The office's own templates: a folder whose files stand in place of ours, its list, a preview."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from generator.nd30.document_types import DOCUMENT_TYPES
from generator.ooxml.custom_parts import without_properties
from generator.ooxml.package import MAIN, read_parts, write_parts
from generator.ooxml.visible_text import visible_text
from generator.templates.builder import KIND_PROPERTY
from tests.cli.conftest import Run
from tests.own_templates import own_template

REPORT = "format: 1\nkind: report\nsubject: Kết quả\n"
NOTICE = "format: 1\nkind: announcement\nsubject: Kết quả\n"


@pytest.fixture(autouse=True)
def _files(tmp_path: Path) -> None:
    (tmp_path / "bc.yaml").write_text(REPORT, encoding="utf-8")
    (tmp_path / "tb.yaml").write_text(NOTICE, encoding="utf-8")


def _marked(run: Run, kind: str, path: str, mark: str) -> None:
    """Write our template of a kind with a line more."""
    run("template", "new", kind, "-o", path)
    opened = docx.Document(path)
    opened.add_paragraph(mark)
    opened.save(path)


def _words(path: str) -> str:
    return visible_text(read_parts(Path(path).read_bytes())[MAIN])


def test_a_template_named_after_its_kind_stands_in_place_of_ours(run: Run) -> None:
    _marked(run, "report", "mau/bao_cao.docx", "Mẫu báo cáo của Sở")
    run("render", "bc.yaml", "tb.yaml", "-o", "ra", "--templates", "mau")
    assert "Mẫu báo cáo của Sở" in _words("ra/bc.docx")
    assert "của Sở" not in _words("ra/tb.docx")


def test_a_general_template_serves_the_kinds_without_one_of_their_own(run: Run) -> None:
    _marked(run, "report", "mau/bao_cao.docx", "Mẫu báo cáo của Sở")
    _marked(run, "announcement", "mau/van_ban_co_ten_loai.docx", "Mẫu chung của Sở")
    run("render", "bc.yaml", "tb.yaml", "-o", "ra", "--templates", "mau")
    assert "Mẫu báo cáo của Sở" in _words("ra/bc.docx")
    assert "Mẫu chung của Sở" in _words("ra/tb.docx")


def test_the_project_file_names_the_folder_from_where_it_is(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _marked(run, "report", "mau/bao_cao.docx", "Mẫu báo cáo của Sở")
    Path("vanban.toml").write_text('[render]\ntemplates = "mau"\n[check]\nignore = ["PL-04"]\n', encoding="utf-8")
    Path("nam_2027").mkdir()
    monkeypatch.chdir("nam_2027")
    run("render", "../bc.yaml", "-o", "ra")
    assert "Mẫu báo cáo của Sở" in _words("ra/bc.docx")
    run("render", "../bc.yaml", "-o", "ra", "--template", "../mau/bao_cao.docx", "--templates", "khong_co")
    assert "Mẫu báo cáo của Sở" in _words("ra/bc.docx")


def test_a_word_file_of_an_office_template_is_read_back_with_its_edits(run: Run) -> None:
    _marked(run, "report", "mau/bao_cao.docx", "Mẫu báo cáo của Sở")
    Path("vanban.toml").write_text('[render]\ntemplates = "mau"\n', encoding="utf-8")
    run("render", "bc.yaml", "-o", "ra")
    opened = docx.Document("ra/bc.docx")
    for paragraph in opened.paragraphs:
        for piece in paragraph.runs:
            piece.text = piece.text.replace("Kết quả", "Kết quả năm")
    opened.save("ra/bc.docx")
    _, _, err = run("import", "ra/bc.docx", "-o", "lai.yaml")
    assert "«Kết quả» → «Kết quả năm»" in err
    assert "không ghép được" not in err


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ('[render]\ntemplates = "khong_co"\n', "vanban.toml: không có thư mục mẫu"),
        ("[render]\ntemplates = 3\n", "khóa «templates» phải là đường dẫn"),
        ('[render]\ntemplate = "mau"\n', "[render] không có khóa «template» (ý bạn là «templates»?)"),
        ("[render\n", "không đúng cú pháp TOML"),
        ("render = 1\n", "khóa «render» phải là một bảng [render]"),
    ],
)
def test_a_wrong_project_file_is_named(run: Run, toml: str, told: str) -> None:
    Path("vanban.toml").write_text(toml, encoding="utf-8")
    code, _, err = run("render", "bc.yaml", "-o", "ra")
    assert (code, Path("ra").exists()) == (2, False)
    assert told in err


def test_faults_of_an_office_template_stop_before_anything_is_written(run: Run) -> None:
    Path("mau").mkdir()
    Path("mau/bao_cao.docx").write_bytes(own_template("Số: {{ numbr }}"))
    code, _, err = run("render", "tb.yaml", "bc.yaml", "-o", "ra", "--templates", "mau")
    assert (code, Path("ra").exists()) == (4, False)
    assert "mau/bao_cao.docx: mẫu có" in err.replace("\\", "/")


def test_the_list_says_which_template_each_kind_takes_and_from_where(run: Run) -> None:
    _marked(run, "report", "mau/bao_cao.docx", "x")
    Path("mau/bao_cáo.docx").write_bytes(b"")
    Path("mau/~$o_cao.docx").write_bytes(b"")
    code, out, err = run("template", "list", "--templates", "mau", "--format", "json")
    rows = {row["kind"]: row for row in json.loads(out)["templates"]}
    assert (code, set(rows)) == (0, set(DOCUMENT_TYPES))
    assert (rows["report"]["source"], rows["report"]["own_name"]) == ("office", "bao_cao.docx")
    assert (rows["plan"]["source"], Path(rows["plan"]["path"]).name) == ("program", "ke_hoach.docx")
    assert rows["submission"]["own_name"] == "to_trinh.docx"
    assert err.count("không mang tên mẫu của loại nào") == 1
    assert "ý bạn là «bao_cao.docx»?" in err
    shown = run("template", "list", "--templates", "mau")[1].splitlines()
    assert any(line.startswith("Báo cáo ") and "của cơ quan: mau" in line for line in shown)
    assert any(line.startswith("Kế hoạch ") and line.endswith("có sẵn: ke_hoach.docx") for line in shown)


def test_a_new_template_takes_the_name_that_is_looked_for(run: Run) -> None:
    Path("mau").mkdir()
    assert run("template", "new", "tờ trình", "--templates", "mau")[0] == 0
    assert Path("mau/to_trinh.docx").is_file()
    assert run("template", "new", "dispatch")[0] == 0
    assert Path("cong_van.docx").is_file()
    assert run("template", "new", "dispatch")[0] == 2


def test_a_new_template_makes_the_folder_that_is_named(run: Run) -> None:
    code, out, _ = run("template", "new", "plan", "--templates", "chua_co")
    assert (code, out.replace("\\", "/")) == (0, "Đã ghi: chua_co/ke_hoach.docx\n")


def test_the_fields_of_a_kind_are_told_as_a_table_and_as_values(run: Run) -> None:
    shown = run("template", "fields", "giấy mời")[1]
    assert "{{ venue }}" in shown
    assert "Hội trường Sở Giáo dục và Đào tạo" in " ".join(shown.split())
    told = json.loads(run("template", "fields", "invitation", "--format", "json")[1])
    assert (told["kind"], told["name"]) == ("invitation", "Giấy mời")
    assert {
        "name": "legal_bases[].text",
        "tag": "{{r line.text }}",
        "label": "Một căn cứ",
        "type": "lời văn có đậm, nghiêng",
        "example": "Căn cứ Nghị quyết số 76/NQ-CP …;",
    } in told["fields"]


def test_a_preview_shows_a_template_with_an_example(run: Run) -> None:
    _marked(run, "plan", "mau/ke_hoach.docx", "Mẫu của Sở")
    code, out, err = run("template", "preview", "mau/ke_hoach.docx", "-o", "xem")
    assert (code, out.replace("\\", "/"), err) == (0, "Đã ghi: xem/ke_hoach_xem_thu.docx\n", "")
    shown = _words("xem/ke_hoach_xem_thu.docx")
    assert "Mẫu của Sở" in shown
    assert "Rà soát, đơn giản hóa thủ tục hành chính" in shown


def test_a_preview_names_what_the_template_does_not_print(run: Run) -> None:
    Path("mau.docx").write_bytes(own_template("Số: {{ number }}"))
    code, _, err = run("template", "preview", "mau.docx", "--kind", "kế hoạch")
    assert code == 0
    assert "Trích yếu" in err or "subject" in err


def test_a_preview_of_a_faulty_template_names_the_faults(run: Run) -> None:
    Path("mau.docx").write_bytes(own_template("Số: {{ numbr }}"))
    code, _, err = run("template", "preview", "mau.docx", "--kind", "plan")
    assert (code, Path("mau_xem_thu.docx").exists()) == (4, False)
    assert "number" in err


def test_a_template_that_does_not_say_its_kind_asks_for_it(run: Run) -> None:
    run("template", "new", "plan", "-o", "mau.docx")
    parts = without_properties(read_parts(Path("mau.docx").read_bytes()), KIND_PROPERTY)
    Path("mau.docx").write_bytes(write_parts(parts))
    code, _, err = run("template", "preview", "mau.docx")
    assert code == 2
    assert "thêm --kind LOẠI" in err
