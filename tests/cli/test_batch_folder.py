"""What a batch tells of its output folder: rows that are gone, other orders, work of persons, old PDFs."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from generator.ooxml.archive import unpacked
from tests.cli.conftest import Run
from tests.cli.test_batch_tables import letter_order

ROWS = {"x": "x,1,Xã A", "y": "y,2,Xã B", "z": "z,3,Xã C"}
LEFT = "không theo dữ liệu của lần này; xóa hoặc chuyển đi để khỏi gửi nhầm"
ASIDE = "bản đang có đã được sửa hoặc không do việc này làm ra, giữ lại thành"


def _table(*names: str) -> str:
    return "\n".join(["Mã,Số,Tên", *(ROWS[name] for name in names), ""])


def _manifest(folder: Path) -> list[list[str]]:
    with (folder / "bang_ke.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))[1:]


def test_a_letter_to_a_unit_that_is_listed_no_more_is_told(run: Run, tmp_path: Path) -> None:
    run("batch", letter_order(tmp_path, _table("x", "y")), "-o", "ra")
    code, out, err = run("batch", letter_order(tmp_path, _table("x")), "-o", "ra", "--resume")
    assert (code, out) == (1, "Tổng cộng 1: 1 xong; 1 giữ nguyên từ lần trước\n")
    assert f"lưu ý: cv_y.docx còn lại từ lần trước, {LEFT}" in err
    assert _manifest(tmp_path / "ra")[1] == ["2", "(không có trong lần này)", "cv_y.docx", "còn lại từ lần trước", LEFT]
    (tmp_path / "ra" / "cv_y.docx").unlink()
    code, _, err = run("batch", letter_order(tmp_path, _table("x")), "-o", "ra", "--resume")
    assert (code, err) == (0, "")
    assert len(_manifest(tmp_path / "ra")) == 1


def test_another_order_keeps_the_files_and_the_manifest_of_the_first(run: Run, tmp_path: Path) -> None:
    run("batch", letter_order(tmp_path, _table("x", "y")), "-o", "ra")
    first = (tmp_path / "ra" / "cv_y.docx").read_bytes()
    other = letter_order(tmp_path, _table("y", "z").replace("Xã B", "Xã B khác")).rename(tmp_path / "viec2.yaml")
    code, _, err = run("batch", other, "-o", "ra")
    assert code == 0
    assert f"lưu ý: cv_y.docx: {ASIDE} cv_y.docx.cu" in err
    assert f"lưu ý: bang_ke.csv: {ASIDE} bang_ke.csv.cu" in err
    assert "lưu ý: thư mục còn 1 tệp của tệp việc khác, không thuộc lần này" in err
    assert (tmp_path / "ra" / "cv_y.docx.cu").read_bytes() == first
    assert "cv_x.docx" in (tmp_path / "ra" / "bang_ke.csv.cu").read_text("utf-8-sig")
    assert _manifest(tmp_path / "ra")[0][4] == f"cv_y.docx: {ASIDE} cv_y.docx.cu"


def test_the_same_order_called_from_elsewhere_is_the_same(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = letter_order(tmp_path, _table("x"))
    run("batch", order, "-o", tmp_path / "ra")
    letter_order(tmp_path, _table("x").replace("Xã A", "Xã khác"))
    (tmp_path / "khac").mkdir()
    monkeypatch.chdir(tmp_path / "khac")
    code, _, err = run("batch", "../viec.yaml", "-o", "../ra")
    assert (code, err) == (0, "")
    assert list((tmp_path / "ra").glob("*.cu")) == []


def test_work_that_is_set_aside_is_told_on_the_screen_and_in_the_manifest(run: Run, tmp_path: Path) -> None:
    order = letter_order(tmp_path, _table("x", "y"))
    run("batch", order, "-o", "ra")
    (tmp_path / "ra" / "cv_x.docx").write_bytes(b"sua tay")
    code, out, err = run("batch", order, "-o", "ra", "--resume")
    assert (code, out) == (0, "Tổng cộng 2: 2 xong; 1 giữ nguyên từ lần trước\n")
    assert err == f"lưu ý: cv_x.docx: {ASIDE} cv_x.docx.cu\n"
    assert _manifest(tmp_path / "ra")[0][3:] == ["xong", f"cv_x.docx: {ASIDE} cv_x.docx.cu"]
    assert run("batch", order, "-o", "ra", "--resume")[2] == ""


def test_one_fault_is_one_fault(run: Run, tmp_path: Path) -> None:
    run("batch", letter_order(tmp_path, _table("x")), "-o", "ra")
    table = 'Mã,Số,Tên\nx,12,"Xã\nHai Dòng"\n'
    code, _, err = run("batch", letter_order(tmp_path, table), "-o", "ra", "--resume")
    assert code == 1
    (line,) = [line for line in err.splitlines() if line.startswith("lỗi: ")]
    assert "gặp: «Xã / Hai Dòng»" in line
    assert "chỗ khác" not in line
    assert "lưu ý: cv_x.docx còn lại từ lần chạy trước, không theo dữ liệu này" in err


@pytest.mark.office
def test_a_pdf_of_an_older_document_is_told(run: Run, tmp_path: Path) -> None:
    run("batch", letter_order(tmp_path, _table("x", "y")), "-o", "ra", "--pdf")
    order = letter_order(tmp_path, _table("x", "y").replace("Xã B", "Xã khác"))
    code, _, err = run("batch", order, "-o", "ra", "--resume")
    assert code == 1
    assert err.splitlines()[0] == f"lưu ý: cv_y.pdf còn lại từ lần trước, {LEFT}"
    assert [row[2:4] for row in _manifest(tmp_path / "ra")][2:] == [["cv_y.pdf", "còn lại từ lần trước"]]
    code, out, err = run("batch", order, "-o", "ra", "--resume", "--pdf")
    assert (code, out, err) == (0, "Tổng cộng 2: 2 xong; 1 giữ nguyên từ lần trước\n", "")


def test_a_copied_working_folder_is_held_against_its_own_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "goc").mkdir()
    order = letter_order(tmp_path / "goc", _table("x"))
    run("batch", order, "-o", "goc/ra")
    shutil.copytree(tmp_path / "goc", tmp_path / "sao")
    assert run("batch", "sao/viec.yaml", "-o", "sao/ra", "--resume")[1].endswith("1 giữ nguyên từ lần trước\n")
    letter = tmp_path / "sao" / "cv.yaml"
    letter.write_text(letter.read_text("utf-8").replace("Nguyễn Văn A", "Nguyễn Văn B"), "utf-8")
    assert run("batch", "sao/viec.yaml", "-o", "sao/ra", "--resume")[1] == "Tổng cộng 1: 1 xong\n"
    made = unpacked((tmp_path / "sao" / "ra" / "cv_x.docx").read_bytes())["word/document.xml"].decode()
    assert "Nguyễn Văn B" in made
