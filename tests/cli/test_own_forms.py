"""An office with a form of its own: the workbook is made with it and read by it at each step."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from generator.model.store import load_progress
from tests.cli.conftest import Run
from tests.reports.grounds import DATA
from tests.workbooks import saved

PLAN = DATA / "plans" / "ke_hoach_cchc_2027.yaml"
UNITS = DATA / "registers" / "units.yaml"
ROW = '      - {code: "7", label: "Số hội nghị về CCHC đã tổ chức", kind: count, unit: "Hội nghị"}\n'
WITH = ("--forms", "bieu_mau.yaml", "--outline", "de_cuong.yaml")


@pytest.fixture
def book(run: Run, tmp_path: Path) -> Path:
    """The workbook of an office whose first form has a row more, and whose outline a point more; both filled in."""
    registers = DATA / "registers"
    forms = (registers / "cchc_forms.yaml").read_text("utf-8").split("  - form: 2\n")
    (tmp_path / "bieu_mau.yaml").write_text(f"{forms[0]}{ROW}  - form: 2\n{forms[1]}", "utf-8")
    outline = (registers / "report_outline.yaml").read_text("utf-8").rstrip()
    (tmp_path / "de_cuong.yaml").write_text(f"{outline}\n  - id: VI\n    title: Việc riêng của cơ quan\n", "utf-8")
    path = tmp_path / "nhan" / "so-gddt.xlsx"
    path.parent.mkdir()
    asked = ("--from", PLAN, "--units", UNITS, "--unit", "so-gddt", "--period", "2027-Q1", "-o", path)
    code, _, said = run("new", "progress", *asked, *WITH)
    assert code == 0, said
    made = openpyxl.load_workbook(BytesIO(path.read_bytes()))
    for sheet, code_, column, value in (("Biểu 1", "7", 4, 3), ("Thuyết minh", "VI", 3, "Đã họp.")):
        (row,) = [row for row in made[sheet].iter_rows(min_row=4) if str(row[0].value) == code_]
        row[column - 1].value = value
    path.write_bytes(saved(made))
    return path


def test_every_command_reads_it_by_the_own_forms(run: Run, book: Path, tmp_path: Path) -> None:
    code, out, said = run("show", book, *WITH)
    assert (code, "Số liệu: 1 dòng đã điền" in out, "Thuyết minh: 1 mục" in out) == (0, True, True), said
    assert "đề cương báo cáo không có mục này" not in said
    assert run("convert", book, "tien_do.yaml", *WITH)[0] == 0
    told = load_progress((tmp_path / "tien_do.yaml").read_bytes(), "tien_do.yaml")
    figure = told.figure(1, "7")
    assert figure is not None
    assert figure.value == 3
    run("report", PLAN, "--progress", book, "--units", UNITS, "--on", "2027-03-16", "-o", "bc", *WITH)
    assert "Số hội nghị về CCHC đã tổ chức" in (tmp_path / "bc" / "bao_cao_so-gddt_2027-q1.yaml").read_text("utf-8")
    asked = ("--issuer", "ubnd-tinh", "--from", "so-gddt", "--period", "2027-Q1", "--on", "2027-03-18", "-o", "th")
    _, _, said = run("aggregate", "nhan", "--units", UNITS, *asked, *WITH)
    (path,) = (tmp_path / "th").glob("tien_do_*.yaml")
    whole = load_progress(path.read_bytes(), path.name).figure(1, "7")
    assert whole is not None
    assert whole.value == 3


def test_without_them_the_rows_of_others_are_named(run: Run, book: Path) -> None:
    code, _, said = run("show", book)
    assert code == 1
    assert "biểu mẫu 1 không có dòng này; gặp: «7»" in said


def test_a_batch_reads_it_by_the_own_forms(run: Run, book: Path, tmp_path: Path) -> None:
    own = "forms: bieu_mau.yaml\noutline: de_cuong.yaml"
    given = f"format: 1\nplans: {PLAN.as_posix()}\nunits: {UNITS.as_posix()}\n{own}\n"
    order = tmp_path / "viec.yaml"
    order.write_text(f"{given}do: report\nprogress: nhan\non: 2027-03-16\ncheck: false", "utf-8")
    _, _, said = run("batch", order, "-o", "bc", "--jobs", 1)
    assert "lỗi: " not in said
    assert "Số hội nghị về CCHC đã tổ chức" in (tmp_path / "bc" / "bao_cao_so-gddt_2027-q1.yaml").read_text("utf-8")
    order.write_text(f"{given}do: progress\nperiod: 2027-H1\nprevious: nhan\nonly: so-gddt", "utf-8")
    code, _, said = run("batch", order, "-o", "bieu", "--jobs", 1)
    assert code == 0, said
