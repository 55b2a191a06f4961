"""The quarter of the sample province: what `make demo` starts from, and that its reports are ready."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.model.plan import Plan
from generator.model.progress import Status
from generator.model.store import load_progress
from generator.registers.unit import Level
from generator.reports.figure_faults import figure_faults
from generator.reports.figures import filled_in
from tests.cli.conftest import Run
from tests.reports.grounds import DATA, ground
from tools.sample_quarter import Quarter, main

UNITS = DATA / "registers" / "units.yaml"
SCHOOLS = ("thpt-song-van", "thpt-na-sim", "thpt-lung-vau", "thpt-van-dai")
"""One in time, one with a task not done, one that sends nothing, one with a task done late."""

SERVICE_UNITS = ((4, ("1.5.2", "1.5.3")), (6, ("2.2", "2.3", "2.4.1", "2.4.2", "2.4.3", "2.5")))
"""Rows that count the same bodies in two forms."""


@pytest.fixture
def plans(run: Run, tmp_path: Path) -> list[Path]:
    """The plans of some schools."""
    parent = tmp_path / "so.yaml"
    text = (DATA / "plans" / "ke_hoach_cchc_2027.yaml").read_text("utf-8")
    parent.write_text(text.replace("\ndate: 2026-12 ", "\nnumber: 15\ndate: 2026-12-25 "), "utf-8")
    named = [word for unit in SCHOOLS for word in ("--unit", unit)]
    run("derive", parent, *named, "--units", UNITS, "--on", "2026-12-28", "-o", "ke_hoach")
    return sorted((tmp_path / "ke_hoach").glob("*.yaml"))


def _made(plans: list[Path], folder: Path) -> list[str]:
    arguments = [*map(str, plans), "--regime", "so-gddt-song-van", "-o", str(folder)]
    assert CliRunner().invoke(main, arguments, catch_exceptions=False).exit_code == 0
    return sorted(path.stem for path in folder.glob("*.yaml"))


def test_units_tell_what_the_table_says(plans: list[Path], tmp_path: Path) -> None:
    assert _made(plans, tmp_path / "tien_do") == ["thpt-na-sim", "thpt-song-van", "thpt-van-dai"]
    told = {path.stem: load_progress(path.read_bytes(), path.name) for path in (tmp_path / "tien_do").glob("*.yaml")}
    first = {name: next(task for task in one.tasks if task.task == "NV01") for name, one in told.items()}
    assert first["thpt-na-sim"].status is Status.UNDER_WAY
    assert (first["thpt-van-dai"].status, first["thpt-song-van"].status) == (Status.DONE, Status.DONE)
    for one in told.values():
        assert list(figure_faults(ground().forms, filled_in(one), "school")) == []
    with (tmp_path / "ngay_nhan_tien_do.csv").open(encoding="utf-8") as file:
        assert {row["Mã đơn vị"]: row["Ngày nhận"] for row in csv.DictReader(file)}["thpt-na-sim"] == "2027-03-15"


@pytest.mark.parametrize("level", ["school", "department", "commune"])
def test_figures_are_plausible_for_a_quarter(level: Level) -> None:
    quarter = Quarter.of_file()
    shares = {(4, "3.2"): ("3.1", 90, 100), (4, "2.2"): ("2.1", 90, 100), (6, "1.2"): ("1.1", 10, 26)}
    units = [unit for unit in ground().directory.units if unit.level == level][:12]
    assert units
    for unit in units:
        plan = Plan.model_validate({"year": 2027, "issuer": {"name": unit.name, "level": level}})
        told = {key: one.number for key, one in filled_in(quarter.told(plan, unit.id, "bo-noi-vu", own=False)).items()}
        for (form, code), (whole, low, high) in shares.items():
            part, of = told.get((form, code)), told.get((form, whole))
            assert part is None or (of and low <= 100 * part / of <= high), (unit.id, form, code)
        units_by_form = [sum(told.get((form, code)) or 0 for code in codes) for form, codes in SERVICE_UNITS]
        assert len(set(units_by_form)) == 1, unit.id


def test_an_office_tells_nothing_of_tasks_that_its_units_tell(plans: list[Path], tmp_path: Path) -> None:
    office = tmp_path / "so.yaml"
    below = [word for path in plans for word in ("--below", str(path))]
    arguments = [str(office), "--own", *below, "--regime", "bo-noi-vu", "-o", str(tmp_path / "rieng")]
    assert CliRunner().invoke(main, arguments, catch_exceptions=False).exit_code == 0
    told = load_progress((tmp_path / "rieng" / "so.yaml").read_bytes(), "so.yaml")
    assert "NV01" not in {one.task for one in told.tasks}
    assert "NV05" in {one.task for one in told.tasks}


def test_the_same_table_gives_the_same_files(plans: list[Path], tmp_path: Path) -> None:
    _made(plans, tmp_path / "a")
    _made(plans, tmp_path / "b")
    for path in (tmp_path / "a").glob("*.yaml"):
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_reports_made_from_it_are_ready(run: Run, plans: list[Path], tmp_path: Path) -> None:
    _made(plans, tmp_path / "tien_do")
    code, _, said = run(
        "report", *plans, "--progress", "tien_do", "--period", "2027-Q1", "--units", UNITS, "--on", "2027-03-15",
        "-o", "ra",
    )  # fmt: skip
    assert code == 0, said


def test_the_table_names_units_of_the_directory() -> None:
    quarter = Quarter.of_file()
    known = {unit.id for unit in ground().directory.units}
    assert set(quarter.named) <= known
