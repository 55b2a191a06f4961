"""A folder of reports in Word or PDF says the same of a period as the data that they were made from."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from generator.office import convert
from tests.cli.conftest import Run
from tests.reports.grounds import DATA
from tools.sample_quarter import main as sample_quarter

UNITS = DATA / "registers" / "units.yaml"
SCHOOLS = ("thpt-song-van", "thpt-na-sim", "thpt-van-dai")
"""One in time, one with a task not done, one with a task done late."""
UNTOLD = "báo cáo không có bảng tình trạng nhiệm vụ theo kế hoạch của đơn vị"


@pytest.fixture
def quarter(run: Run, tmp_path: Path) -> Path:
    """A folder with what the schools tell (du_lieu), their plans (ke_hoach) and their reports (bao_cao)."""
    text = (DATA / "plans" / "ke_hoach_cchc_2027.yaml").read_text("utf-8")
    (tmp_path / "so.yaml").write_text(text.replace("\ndate: 2026-12 ", "\nnumber: 15\ndate: 2026-12-25 "), "utf-8")
    named = [word for unit in SCHOOLS for word in ("--unit", unit)]
    run("derive", "so.yaml", *named, "--units", UNITS, "--on", "2026-12-28", "-o", "ke_hoach")
    plans = sorted((tmp_path / "ke_hoach").glob("*.yaml"))
    asked = [*map(str, plans), "--regime", "so-gddt-song-van", "-o", str(tmp_path / "du_lieu")]
    assert CliRunner().invoke(sample_quarter, asked, catch_exceptions=False).exit_code == 0
    code, _, said = run(
        "report", *plans, "--progress", "du_lieu", "--units", UNITS, "--on", "2027-03-15", "-o", "bao_cao"
    )
    assert code == 0, said
    return tmp_path


def _put_together(run: Run, folder: str) -> tuple[dict[str, Any], str]:
    """Return what the office tells by a folder, and what was said."""
    named = [word for unit in SCHOOLS for word in ("--from", unit)]
    code, out, said = run(
        "aggregate", folder, "--plan", "so.yaml", "--plans", "ke_hoach", "--units", UNITS, "--period", "2027-Q1",
        "--regime", "so-gddt-song-van", "--on", "2027-03-18", "-o", f"ra_{folder}", *named,
    )  # fmt: skip
    assert code in (0, 1), said
    (path,) = Path(f"ra_{folder}").glob("tien_do_tong_hop_*.yaml")
    return yaml.safe_load(path.read_text("utf-8")), out + said


def _moved(quarter: Path, name: str, files: list[Path]) -> str:
    (quarter / name).mkdir()
    for path in files:
        shutil.copy(path, quarter / name)
    return name


def test_word_files_of_ours_and_of_others_say_the_same(run: Run, quarter: Path) -> None:
    meant, _ = _put_together(run, "du_lieu")
    data = sorted((quarter / "bao_cao").glob("*.yaml"))
    ours = _moved(quarter, "cua_ta", sorted((quarter / "bao_cao").glob("*.docx")))
    run("render", *data, "-o", "cua_nguoi", "--no-data")
    for folder in (ours, "cua_nguoi"):
        found, said = _put_together(run, folder)
        assert found == meant
        assert "Mâu thuẫn" not in said
    assert any(task["status"] == "under_way" for task in meant["tasks"])


@pytest.mark.office
def test_pdf_files_say_the_same(run: Run, quarter: Path) -> None:
    meant, _ = _put_together(run, "du_lieu")
    _moved(quarter, "pdf", convert(sorted((quarter / "bao_cao").glob("*.docx")), quarter / "made"))
    found, said = _put_together(run, "pdf")
    assert found == meant
    assert "Mâu thuẫn" not in said


def test_a_report_without_its_table_of_tasks_is_named_and_counts_by_its_forms(run: Run, quarter: Path) -> None:
    (path,) = (quarter / "bao_cao").glob("bao_cao_thpt-na-sim_*.yaml")
    report = yaml.safe_load(path.read_text("utf-8"))
    report["appendices"] = report["appendices"][:1]
    path.write_text(yaml.safe_dump(report, allow_unicode=True), "utf-8")
    run("render", *sorted((quarter / "bao_cao").glob("*.yaml")), "-o", "word")
    found, said = _put_together(run, "word")
    (line,) = [line for line in said.splitlines() if UNTOLD in line]
    assert "bao_cao_thpt-na-sim_2027-q1.docx" in line
    assert "Trường Trung học phổ thông Nà Sim: cảnh báo" in line
    told = {(one["form"], one["code"]): one.get("value") for one in found["figures"]}
    assert told == {(one["form"], one["code"]): one.get("value") for one in _put_together(run, "du_lieu")[0]["figures"]}
