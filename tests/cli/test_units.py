"""The directory of units from the command line: made, converted, used as YAML and as a workbook."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.cli.files.units_file import units_of
from generator.cli.files.units_skeleton import SKELETON
from tests.cli.conftest import Run
from tests.workbook.books import ROOT
from tests.workbooks import rows_of, workbook

FILE = ROOT / "data" / "registers" / "units.yaml"


@pytest.mark.parametrize("name", ["don_vi.yaml", "don_vi.json", "don_vi.xlsx"])
def test_a_directory_to_be_filled_in(run: Run, tmp_path: Path, name: str) -> None:
    code, out, _ = run("new", "units", "-o", name)
    assert (code, out) == (0, f"Đã ghi: {name}\n")
    made = units_of(tmp_path / name)
    assert [unit.id for unit in made.units] == ["ubnd-tinh", "so-gddt", "van-phong-so", "thpt-a", "ubnd-xa-a"]


def test_the_form_stays_a_directory_when_its_further_lines_are_used(run: Run, tmp_path: Path) -> None:
    run("new", "units", "-o", "don_vi.yaml")
    text = (tmp_path / "don_vi.yaml").read_text("utf-8")
    assert text == SKELETON
    used = re.sub(r"(?m)^( +)# ", r"\1", text).replace("unit: bo-gddt", "unit: ubnd-tinh")
    (tmp_path / "du.yaml").write_text(used, "utf-8")
    office = units_of(tmp_path / "du.yaml").get("so-gddt")
    assert office is not None
    assert office.parts and office.people and office.default_recipients and office.archive and office.domains


def test_a_directory_becomes_a_workbook_and_comes_back(run: Run, tmp_path: Path) -> None:
    assert run("convert", FILE, "a.xlsx")[0] == 0
    assert run("convert", "a.xlsx", "b.json")[0] == 0
    assert run("convert", "b.json", "c.yaml")[0] == 0
    assert units_of(tmp_path / "c.yaml") == units_of(FILE) == units_of(tmp_path / "a.xlsx")


def test_a_workbook_serves_wherever_a_directory_is_asked_for(run: Run, tmp_path: Path) -> None:
    run("convert", FILE, "don_vi.xlsx")
    assert run("new", "plan", "-o", "moi.xlsx", "--units", "don_vi.xlsx")[0] == 0
    (tmp_path / "viec.xlsx").write_bytes(workbook(rows_of("TT|Nhiệm vụ|Đơn vị chủ trì|Hạn\n1|A|Sở Nội vụ|Quý I/2027")))
    code, _, err = run("import", "viec.xlsx", "-o", "viec.yaml", "--units", "don_vi.xlsx")
    assert code == 0
    assert "1 trong 1 tên đơn vị khớp danh bạ" in err


def test_faults_of_a_directory_are_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "don_vi.yaml").write_text("format: 1\nunits: [{id: a, name: A, level: xã}]\n", "utf-8")
    code, _, err = run("convert", "don_vi.yaml", "don_vi.xlsx")
    assert code == 3
    assert "don_vi.yaml, dòng 2, units[0].level" in err
    assert not (tmp_path / "don_vi.xlsx").exists()
