"""The batch as a clerk runs it: bad files among good ones, killed and taken up again, units of a table."""

from __future__ import annotations

import csv
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.cli.batch.actions import ACTIONS
from generator.cli.batch.skeleton import SKELETON
from generator.files import write_atomic
from generator.ooxml.archive import unpacked
from generator.yamltext import parse_yaml
from tests.cli.conftest import Run

REPORT: dict[str, Any] = {
    "format": 1,
    "kind": "report",
    "issuer": {"parent": "UBND tỉnh Sông Vân", "name": "Sở Nội vụ", "symbol": "SNV", "place": "Sông Vân"},
    "number": "12",
    "date": "2027-01-05",
    "subject": "Kết quả cải cách hành chính quý I năm 2027",
    "sections": [{"blocks": [{"kind": "paragraph", "text": "Sở Nội vụ báo cáo kết quả như sau./."}]}],
    "recipients": [{"name": "UBND tỉnh"}],
    "archive": {"holders": ["VT", "CCHC"]},
    "signature": {"position": "Giám đốc", "name": "Nguyễn Văn A"},
}
DISPATCH = """\
format: 1
kind: dispatch
issuer: {parent: UBND tỉnh Sông Vân, name: Sở Nội vụ, symbol: SNV, place: Sông Vân}
date: 2027-01-05
subject: Rà soát thủ tục hành chính của [[Tên]]
addressees: ["[[Tên]]"]
sections:
  - blocks:
      - kind: paragraph
        text: "Sở Nội vụ đề nghị [[tên]] rà soát [[Số thủ tục]] thủ tục hành chính trước ngày 15/02/2027./."
recipients:
  - name: Như trên
  - name: "[[Đồng gửi]]"
archive: {holders: [VT, CCHC]}
signature: {position: Giám đốc, name: Nguyễn Văn A}
"""
TABLE = """\
Mã;Tên;Số thủ tục;Đồng gửi
syt;Sở Y tế;12;Sở Tài chính
sgd;Sở Giáo dục và Đào tạo;45;
CON;Sở Xây dựng: "mới";7;
sxd;Xã An Bình;;
;Xã Vân Sơn;3;
"""


def _reports(folder: Path, count: int, *bad: int) -> None:
    """Write the data of reports, those of the numbers ``bad`` with a day that does not exist."""
    (folder / "du_lieu").mkdir()
    for number in range(count):
        values = {**REPORT, "subject": f"Kết quả cải cách hành chính của đơn vị {number}"}
        if number in bad:
            values["date"] = "31/11/2026"
        (folder / "du_lieu" / f"bc_{number:03}.json").write_text(json.dumps(values, ensure_ascii=False), "utf-8")


def _order(folder: Path, text: str) -> Path:
    path = folder / "viec.yaml"
    path.write_text(f"format: 1\n{text}\n", "utf-8")
    return path


def _made(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in {".docx", ".pdf", ".json"}}


def _manifest(folder: Path) -> list[list[str]]:
    with (folder / "bang_ke.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))[1:]


def _words(data: bytes) -> str:
    return unpacked(data)["word/document.xml"].decode("utf-8")


RENDER = "do: render\ndata: du_lieu/*.json\ncheck: false"


def test_bad_files_cost_one_line_each_and_the_others_are_made(run: Run, tmp_path: Path) -> None:
    _reports(tmp_path, 20, 3, 7, 11)
    _order(tmp_path, RENDER)
    code, out, err = run("batch", "viec.yaml", "-o", "ra", "--jobs", 2)
    assert code == 1
    assert out == "Tổng cộng 20: 17 xong, 3 lỗi\n"
    lines = [line for line in err.splitlines() if line.startswith("lỗi: ")]
    assert [line.partition(",")[0] for line in lines] == [f"lỗi: du_lieu/bc_{one:03}.json" for one in (3, 7, 11)]
    assert "dòng 1, date: lỗi: ngày 31/11/2026 không có trong lịch" in lines[0]
    assert sorted(_made(tmp_path / "ra")) == [f"bc_{one:03}.docx" for one in range(20) if one not in (3, 7, 11)]
    rows = _manifest(tmp_path / "ra")
    assert rows[0] == ["1", "du_lieu/bc_000.json", "bc_000.docx", "xong", ""]
    assert [row[3] for row in rows].count("lỗi") == 3


def test_a_batch_makes_what_render_makes(run: Run, tmp_path: Path) -> None:
    _reports(tmp_path, 2)
    assert run("batch", _order(tmp_path, "do: render\ndata: du_lieu"), "-o", "ra", "--jobs", 1)[0] == 0
    assert run("render", *sorted((tmp_path / "du_lieu").iterdir()), "-o", "mau")[0] == 0
    assert _made(tmp_path / "ra") == _made(tmp_path / "mau")


def test_resume_makes_only_what_failed_or_changed(run: Run, tmp_path: Path) -> None:
    _reports(tmp_path, 5, 3)
    order = _order(tmp_path, RENDER)
    run("batch", order, "-o", "ra", "--jobs", 1)
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "ra").glob("*.docx")}
    for number in (1, 3):
        values = {**REPORT, "subject": f"Nội dung mới {number}"}
        (tmp_path / "du_lieu" / f"bc_{number:03}.json").write_text(json.dumps(values), "utf-8")
    code, out, _ = run("batch", order, "-o", "ra", "--jobs", 1, "--resume")
    assert (code, out) == (0, "Tổng cộng 5: 5 xong; 3 giữ nguyên từ lần trước\n")
    after = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "ra").glob("*.docx")}
    assert {name for name in after if after[name] != before.get(name)} == {"bc_001.docx", "bc_003.docx"}
    assert "Nội dung mới 1" in _words((tmp_path / "ra" / "bc_001.docx").read_bytes())


def test_a_changed_template_makes_the_documents_anew(run: Run, tmp_path: Path) -> None:
    _reports(tmp_path, 2)
    run("template", "new", "report", "-o", "mau.docx")
    order = _order(tmp_path, f"{RENDER}\ntemplate: mau.docx")
    assert run("batch", order, "-o", "ra", "--jobs", 1)[0] == 0
    assert "2 giữ nguyên" in run("batch", order, "-o", "ra", "--jobs", 1, "--resume")[1]
    parts = unpacked((tmp_path / "mau.docx").read_bytes())
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"Times New Roman", b"Tinos")
    _write_package(tmp_path / "mau.docx", parts)
    code, out, err = run("batch", order, "-o", "ra", "--jobs", 1, "--resume")
    assert (code, out) == (0, "Tổng cộng 2: 2 xong\n"), err


def _write_package(path: Path, parts: dict[str, bytes]) -> None:
    from generator.ooxml.archive import archive_of, packed

    write_atomic(path, archive_of(packed(name, data) for name, data in parts.items()))


def test_what_lacks_something_is_made_and_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({**REPORT, "signature": {}}), "utf-8")
    code, out, _ = run("batch", _order(tmp_path, "do: render\ndata: a.json"), "-o", "ra")
    assert (code, out) == (1, "Tổng cộng 1: 1 chưa sẵn sàng ký\n")
    (row,) = _manifest(tmp_path / "ra")
    assert row[2:4] == ["a.docx", "chưa sẵn sàng ký"]
    assert "còn thiếu: " in row[4]


def test_errors_of_form_keep_a_document_from_being_ready(run: Run, tmp_path: Path) -> None:
    values = {**REPORT, "subject": "Kết quả quý I", "notation": "BC-SNV/x"}
    (tmp_path / "a.json").write_text(json.dumps(values), "utf-8")
    assert run("batch", _order(tmp_path, "do: render\ndata: a.json"), "-o", "ra")[0] == 1
    assert "lỗi NO-" in _manifest(tmp_path / "ra")[0][4]


def test_two_inputs_of_one_name_are_both_refused_and_the_others_made(run: Run, tmp_path: Path) -> None:
    _reports(tmp_path, 1)
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / ("X.json" if folder == "a" else "x.json")).write_text(json.dumps(REPORT), "utf-8")
    order = _order(tmp_path, "do: render\ncheck: false\ndata: [a/*.json, b/*.json, du_lieu/*.json]")
    code, out, err = run("batch", order, "-o", "ra")
    assert (code, out) == (1, "Tổng cộng 3: 1 xong, 2 lỗi\n")
    assert "a/X.json: cùng cho kết quả «X.docx» với b/x.json" in err
    assert list(_made(tmp_path / "ra")) == ["bc_000.docx"]


def test_a_result_never_replaces_its_source(run: Run, tmp_path: Path) -> None:
    _reports(tmp_path, 1)
    run("render", "du_lieu/bc_000.json", "-o", "ra")
    before = _made(tmp_path / "ra")
    code, _, err = run("batch", _order(tmp_path, "do: render\ndata: ra/*.docx"), "-o", "ra")
    assert code == 1
    assert "sẽ ghi đè lên tệp nguồn" in err
    assert _made(tmp_path / "ra") == before


# ---- One document for each unit --------------------------------------------------------------------------------------


def _units(folder: Path, table: str = TABLE, more: str = "") -> Path:
    (folder / "cv.yaml").write_text(DISPATCH, "utf-8")
    (folder / "don_vi.csv").write_text(table, "utf-8")
    return _order(folder, f"do: render\ndocument: cv.yaml\nunits: don_vi.csv\n{more}")


def test_a_document_for_each_unit_of_a_table(run: Run, tmp_path: Path) -> None:
    code, out, err = run("batch", _units(tmp_path), "-o", "ra", "--jobs", 2)
    assert (code, out) == (1, "Tổng cộng 5: 3 xong, 2 lỗi\n"), err
    made = {name: _words(data) for name, data in _made(tmp_path / "ra").items()}
    assert list(sorted(made)) == ["cv_CON.docx", "cv_sgd.docx", "cv_syt.docx"]
    assert "đề nghị Sở Y tế rà soát 12 thủ tục" in made["cv_syt.docx"]
    assert "Sở Tài chính" in made["cv_syt.docx"]
    assert "Sở Tài chính" not in made["cv_sgd.docx"]
    assert "[[" not in "".join(made.values())
    assert "dòng 10, sections[0].blocks[0].text: lỗi: don_vi.csv, hàng 5: ô «Số thủ tục» trống" in err
    assert "don_vi.csv, hàng 6: không đặt được tên tệp: ô «Mã» trống" in err


def test_a_row_that_moves_or_changes_costs_only_what_changed(run: Run, tmp_path: Path) -> None:
    head, *rows = TABLE.splitlines()[:4]
    run("batch", _units(tmp_path), "-o", "ra")
    rows = ["moi;Sở Công Thương;5;", *rows[1:], rows[0].replace("12", "13")]
    code, out, err = run("batch", _units(tmp_path, "\n".join([head, *rows])), "-o", "ra", "--resume")
    assert (code, out) == (0, "Tổng cộng 4: 4 xong; 2 giữ nguyên từ lần trước\n"), err
    assert "rà soát 13 thủ tục" in _words((tmp_path / "ra" / "cv_syt.docx").read_bytes())


def test_names_come_from_the_row_and_stay_inside_the_folder(run: Run, tmp_path: Path) -> None:
    table = "Tên;Số thủ tục;Đồng gửi\n../../x;1;\n" + "Sở " * 100 + ";2;\n"
    code, _, err = run("batch", _units(tmp_path, table, 'name: "[[Tên]]"'), "-o", "ra/trong")
    assert code == 0, err
    assert len(_made(tmp_path / "ra" / "trong")) == 2
    assert [path.name for path in tmp_path.rglob("*.docx") if path.parent.name != "trong"] == []


def test_units_of_a_directory(run: Run, tmp_path: Path) -> None:
    source = Path(__file__).parents[2] / "data" / "registers" / "units.yaml"
    (tmp_path / "don_vi.yaml").write_bytes(source.read_bytes())
    text = DISPATCH.replace("[[Số thủ tục]]", "các").replace("[[Tên]]", "[[Tên đầy đủ]]")
    text = text.replace("[[tên]]", "[[Tên đầy đủ]]").replace("[[Đồng gửi]]", "[[Trực thuộc]]")
    (tmp_path / "cv.yaml").write_text(text, "utf-8")
    order = "do: render\ndocument: cv.yaml\nunits: don_vi.yaml\ncheck: false\nmembers: Các sở\n"
    code, out, err = run("batch", _order(tmp_path, f"{order}on: 2027-01-05"), "-o", "ra")
    assert code == 0, err
    assert len(_made(tmp_path / "ra")) > 3
    assert "Sở Giáo dục và Đào tạo rà soát" in _words((tmp_path / "ra" / "cv_so-gddt.docx").read_bytes())
    assert "cần ngày" in run("batch", _order(tmp_path, order), "-o", "ra2")[2]
    assert (
        "không có đơn vị nào"
        in run("batch", _order(tmp_path, f"{order}on: 2027-01-05".replace("sở", "xa lạ")), "-o", "ra2")[2]
    )


@pytest.mark.parametrize(
    ("document", "table", "told"),
    [
        ("[[Tênn]]", TABLE, "bảng «don_vi.csv» không có cột này; gặp: «[[Tênn]]» (ý bạn là «Tên»?)"),
        ("không chỗ nào", TABLE, "văn bản không có chỗ điền nào"),
        ("[[Tên]]", "Mã;Tên\n", "không có hàng nào dưới hàng tên cột"),
        ("[[Tên]]", "Tên;TÊN\na;b\n", "hai cột cùng tên"),
    ],
)
def test_what_is_wrong_with_table_and_places_is_told_first(
    run: Run, tmp_path: Path, document: str, table: str, told: str
) -> None:
    order = _units(tmp_path, table)
    (tmp_path / "cv.yaml").write_text(f"format: 1\nkind: dispatch\nsubject: '{document}'\n", "utf-8")
    code, _, err = run("batch", order, "-o", "ra")
    assert code == 3
    assert told in err
    assert not (tmp_path / "ra").exists()


# ---- The order -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("order", "told"),
    [
        (
            "do: rendr\ndata: x",
            "viec.yaml, dòng 2, do: lỗi: không rõ việc cần làm (do); gặp: «rendr» (ý bạn là «render»?)",
        ),
        ("data: x", "không rõ việc cần làm"),
        ("do: render", "cần đúng một trong hai: data"),
        ("do: render\ndata: a\ndocument: b", "cần đúng một trong hai: data"),
        ("do: render\ndocument: b", "phải đi cùng nhau"),
        (
            "do: render\ndata: x/*.yaml",
            "viec.yaml, dòng 3, data: lỗi: không có tệp nào theo mẫu tên này; gặp: «x/*.yaml»",
        ),
        ("do: render\ndata: viec.yaml\ntemplat: a", "ý bạn là «template»?"),
        ("do: render\ndata: viec.yaml\ntemplate: a.docx", "dòng 4, template: lỗi: không tìm thấy tệp; gặp: «a.docx»"),
        ("do: render\ndata: viec.yaml\ntemplates: mau", "dòng 4, templates: lỗi: không có thư mục mẫu này; gặp: «mau»"),
        ("do: check\nfiles: viec.yaml\nselect: XX-99", "XX-99"),
    ],
)
def test_a_faulty_order_is_told_with_its_line(run: Run, tmp_path: Path, order: str, told: str) -> None:
    code, _, err = run("batch", _order(tmp_path, order), "-o", "ra")
    assert code in (2, 3)
    assert told in err
    assert not (tmp_path / "ra").exists()


def test_pdf_of_what_is_no_document_is_refused(run: Run, tmp_path: Path) -> None:
    code, _, err = run("batch", _order(tmp_path, "do: check\nfiles: viec.yaml"), "-o", "ra", "--pdf")
    assert code == 2
    assert "bỏ --pdf" in err


def test_pdf_without_libreoffice_is_refused_before_anything_is_made(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _reports(tmp_path, 1)
    monkeypatch.setenv("VANBAN_SOFFICE", str(tmp_path / "khong_co"))
    code, _, err = run("batch", _order(tmp_path, RENDER), "-o", "ra", "--pdf")
    assert code == 5
    assert "chưa cài LibreOffice" in err
    assert not (tmp_path / "ra").exists()


def test_the_skeleton_is_an_order(run: Run, tmp_path: Path) -> None:
    _reports(tmp_path, 1)
    assert run("new", "job", "-o", "viec.yaml")[0] == 0
    text = Path("viec.yaml").read_text("utf-8").replace("*.yaml", "*.json")
    Path("viec.yaml").write_text(text, "utf-8")
    assert run("batch", "viec.yaml", "-o", "ra")[0] == 0
    assert "không ghi đè" in run("new", "job", "-o", "viec.yaml")[2]
    assert "tệp việc" in run("new", "job", "-o", "viec.xlsx")[2]


@pytest.mark.parametrize("name", sorted(set(ACTIONS) - {"render"}))
def test_each_part_of_the_skeleton_is_an_order(name: str) -> None:
    _, _, part = SKELETON.partition(f"# do: {name}\n")
    lines = part.split("\n\n")[0].splitlines()
    text = "\n".join([f"format: 1\ndo: {name}", *(line.removeprefix("# ") for line in lines)])
    order = ACTIONS[name].order.model_validate(parse_yaml(text, "viec.yaml").data)
    assert order.model_fields_set >= {"format", "do", "units"}
    assert set(parse_yaml(text, "viec.yaml").data) == order.model_fields_set


def test_many_files_judged(run: Run, tmp_path: Path) -> None:
    _reports(tmp_path, 3)
    (tmp_path / "du_lieu" / "hong.docx").write_bytes(b"khong phai Word")
    run("batch", _order(tmp_path, RENDER), "-o", "ra")
    order = _order(tmp_path, "do: check\non: 2027-01-05\nfiles: [ra, du_lieu/*.docx]")
    code, out, err = run("batch", order, "-o", "xet")
    assert (code, out) == (1, "Tổng cộng 4: 3 xong, 1 lỗi\n"), err
    assert "hong.docx" in err
    found = json.loads((tmp_path / "xet" / "bc_000.docx.json").read_text("utf-8"))
    assert found["kind"] == "report"
    assert "4 xong" not in run("batch", order, "-o", "xet", "--resume")[1]


def test_the_manifest_as_a_workbook(run: Run, tmp_path: Path) -> None:
    _reports(tmp_path, 3, 1)
    order = _order(tmp_path, RENDER)
    run("batch", order, "-o", "ra", "--jobs", 1)
    first = (tmp_path / "ra" / "bang_ke.xlsx").read_bytes()
    rows = [list(row) for row in load_workbook(tmp_path / "ra" / "bang_ke.xlsx").active.values]  # type: ignore[union-attr]
    assert rows[1][:4] == [1, "du_lieu/bc_000.json", "bc_000.docx", "xong"]
    assert rows[2][3] == "lỗi"
    run("batch", order, "-o", "ra", "--jobs", 1, "--resume")
    assert (tmp_path / "ra" / "bang_ke.xlsx").read_bytes() == first


# ---- Stopped and taken up again --------------------------------------------------------------------------------------


def _started(order: Path, *more: str) -> subprocess.Popen[str]:
    words = [
        sys.executable,
        "-m",
        "generator",
        "batch",
        str(order),
        "-o",
        str(order.parent / "ra"),
        "--jobs",
        "2",
        *more,
    ]
    return subprocess.Popen(
        words, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=Path(__file__).parents[2]
    )


def _wait_for(folder: Path, count: int) -> None:
    limit = time.monotonic() + 60
    while len(list(folder.glob("*.docx"))) < count and time.monotonic() < limit:
        time.sleep(0.01)


def test_a_batch_killed_at_any_moment_goes_on_to_the_same_files(run: Run, tmp_path: Path) -> None:
    _reports(tmp_path, 60, 5, 20, 40)
    order = _order(tmp_path, RENDER)
    run("batch", order, "-o", "mau", "--jobs", 1)
    expected, manifest = _made(tmp_path / "mau"), (tmp_path / "mau" / "bang_ke.csv").read_bytes()
    chance = random.Random(30)
    for start in (0, 10, 35):
        process = _started(order, "--resume")
        _wait_for(tmp_path / "ra", start)
        time.sleep(chance.random() * 0.1)
        process.kill()
        process.communicate()
        made = _made(tmp_path / "ra") if (tmp_path / "ra").exists() else {}
        assert {name: data for name, data in made.items() if expected.get(name) != data} == {}
    code, out, _ = run("batch", order, "-o", "ra", "--jobs", 2, "--resume")
    assert code == 1
    assert out.startswith("Tổng cộng 60: 57 xong, 3 lỗi; ")
    assert _made(tmp_path / "ra") == expected
    assert (tmp_path / "ra" / "bang_ke.csv").read_bytes() == manifest
    assert [path for path in tmp_path.rglob("*") if path.suffix in {".tmp", ".cu"}] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows gửi Ctrl-C cho cả cửa sổ lệnh")
def test_ctrl_c_leaves_a_manifest_and_says_how_to_go_on(run: Run, tmp_path: Path) -> None:
    _reports(tmp_path, 300)
    order = _order(tmp_path, RENDER)
    process = _started(order)
    _wait_for(tmp_path / "ra", 10)
    os.kill(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "chạy lại với --resume" in err
    assert "Traceback" not in err
    states = [row[3] for row in _manifest(tmp_path / "ra")]
    assert {"xong", "chưa làm"} == set(states)
    code, out, _ = run("batch", order, "-o", "ra", "--resume")
    assert code == 0
    assert "giữ nguyên từ lần trước" in out


def test_a_full_disk_ends_the_batch_in_words(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _reports(tmp_path, 3)
    order = _order(tmp_path, RENDER)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.batch.ledger.Ledger._write", full)
    code, _, err = run("batch", order, "-o", "ra", "--jobs", 1)
    assert code == 2
    assert "ổ đĩa đã đầy" in err
    assert "--resume" in err
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    assert run("batch", order, "-o", "ra", "--jobs", 1, "--resume")[0] == 0


@pytest.mark.office
def test_pdf_in_groups_each_made_once(run: Run, tmp_path: Path) -> None:
    _reports(tmp_path, 3, 1)
    order = _order(tmp_path, RENDER)
    code, out, err = run("batch", order, "-o", "ra", "--pdf", "--jobs", 1)
    assert (code, out) == (1, "Tổng cộng 3: 2 xong, 1 lỗi\n"), err
    first = _made(tmp_path / "ra")
    assert sorted(first) == ["bc_000.docx", "bc_000.pdf", "bc_002.docx", "bc_002.pdf"]
    assert _manifest(tmp_path / "ra")[0][2] == "bc_000.docx; bc_000.pdf"
    (tmp_path / "ra" / "bc_000.pdf").unlink()
    run("batch", order, "-o", "ra", "--pdf", "--jobs", 1, "--resume")
    assert _made(tmp_path / "ra") == first
    for signed in (b"%PDF da ky lan mot", b"%PDF da ky lan hai"):
        (tmp_path / "ra" / "bc_002.pdf").write_bytes(signed)
        run("batch", order, "-o", "ra", "--pdf", "--jobs", 1, "--resume")
    kept = {path.name: path.read_bytes() for path in (tmp_path / "ra").glob("*.cu*")}
    assert kept == {"bc_002.pdf.cu": b"%PDF da ky lan mot", "bc_002.pdf.cu2": b"%PDF da ky lan hai"}
    assert _made(tmp_path / "ra") == first
