"""The checks of the machine: each one well and amiss."""

from __future__ import annotations

import io
import sys
import tempfile
from pathlib import Path

import pytest

from generator import doctor
from generator.diagnostics import error
from generator.doctor import Check, diagnose


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which all is well: LibreOffice answers, fonts are fit, both folders hold a file."""
    soffice = tmp_path / "soffice"
    soffice.write_text("#!/bin/sh\necho LibreOffice 25.8\n")
    soffice.chmod(0o755)
    for folder in ("data", "templates_docx", "work"):
        (tmp_path / folder).mkdir()
    (tmp_path / "data" / "plans").mkdir()
    (tmp_path / "data" / "plans" / "a.yaml").write_text("x")
    (tmp_path / "templates_docx" / "a.docx").write_text("x")
    monkeypatch.setenv("VANBAN_SOFFICE", str(soffice))
    monkeypatch.setattr(doctor, "check_fonts", list)
    monkeypatch.setattr(doctor, "font_config_fault", lambda: None)
    monkeypatch.setattr(doctor, "bundled", lambda folder: tmp_path / folder)
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), "utf-8"))
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path


def check(name: str) -> Check:
    return next(check for check in diagnose() if check.name == name)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for soffice is a shell script")
def test_all_is_well(machine: Path) -> None:
    version = ".".join(map(str, sys.version_info[:3]))
    assert [(check.name, check.ok, check.detail) for check in diagnose()] == [
        ("Python", True, version),
        ("LibreOffice", True, f"LibreOffice 25.8 ({machine / 'soffice'})"),
        ("Phông chữ", True, "đủ chữ tiếng Việt, bề rộng như Times New Roman"),
        ("Dữ liệu kèm theo", True, f"1 tệp trong {machine / 'data'}"),
        ("Mẫu văn bản", True, f"1 tệp trong {machine / 'templates_docx'}"),
        ("Thư mục kết quả", True, f"ghi được vào {machine / 'work'}"),
        ("Cửa sổ lệnh", True, "bảng mã utf-8"),
    ]
    assert {check.hint for check in diagnose()} == {None}


def test_old_python(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "OLDEST_PYTHON", (99, 0))
    assert check("Python").hint == "cần Python 99.0 trở lên"
    assert not check("Python").ok


def test_no_libreoffice(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANBAN_SOFFICE", str(machine / "không có"))
    found = check("LibreOffice")
    assert (found.ok, found.detail) == (False, "không tìm thấy (chỉ cần để tạo tệp PDF)")
    assert "libreoffice-writer-nogui" in str(found.hint)


@pytest.mark.parametrize("body", ["exit 1", "sleep 60"], ids=["fails", "hangs"])
def test_libreoffice_that_does_not_run(body: str, machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_VERSION_SECONDS", 0.3)
    (machine / "soffice").write_text(f"#!/bin/sh\n{body}\n")
    assert check("LibreOffice").detail == f"{machine / 'soffice'} không chạy được"


def test_unfit_fonts(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "check_fonts", lambda: [error("thiếu 92 chữ"), error("thiếu 91 chữ")])
    found = check("Phông chữ")
    assert (found.ok, found.detail) == (False, "thiếu 92 chữ; thiếu 91 chữ")
    assert "fonts-liberation2" in str(found.hint)


def test_a_fontconfig_that_does_not_answer_is_told(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "font_config_fault", lambda: "fc-match không trả lời đúng")
    found = check("Phông chữ")
    assert (found.ok, found.detail.partition("; ")[2]) == (True, "fc-match không trả lời đúng")


@pytest.mark.parametrize("stray", [None, "__init__.py", ".gitkeep"])
def test_folder_without_files(stray: str | None, machine: Path) -> None:
    (machine / "templates_docx" / "a.docx").unlink()
    if stray:
        (machine / "templates_docx" / stray).write_text("")
    found = check("Mẫu văn bản")
    assert (found.ok, found.detail) == (False, f"không có tệp nào trong {machine / 'templates_docx'}")
    assert "vanban template build" in str(found.hint)


def test_folder_that_is_not_there(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "bundled", lambda folder: machine / "none" / folder)
    assert not check("Dữ liệu kèm theo").ok


def test_output_folder_is_looked_at_where_there_is_one(machine: Path) -> None:
    (machine / "work" / "output").mkdir()
    assert check("Thư mục kết quả").detail == f"ghi được vào {machine / 'work' / 'output'}"
    assert list((machine / "work" / "output").iterdir()) == []


def test_folder_that_cannot_be_written(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**where: object) -> None:
        raise PermissionError

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    found = check("Thư mục kết quả")
    assert (found.ok, found.detail) == (False, f"không ghi được vào {machine / 'work'}")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp1258"])
def test_console_without_vietnamese(encoding: str, machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Code page 1258 is Vietnamese, but has no letter with two marks."""
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding))
    found = check("Cửa sổ lệnh")
    assert (found.ok, found.detail) == (False, f"bảng mã {encoding} không hiện được tiếng Việt")
    assert "chcp 65001" in str(found.hint)


def test_output_that_is_no_stream(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert check("Cửa sổ lệnh").ok
