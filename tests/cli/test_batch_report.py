"""``do: report`` of a batch: the same files as ``vanban report``, whose plan and earlier figures each unit takes."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from generator.model.store import dump_document
from tests.cli.conftest import Run
from tests.reports.grounds import DATA, sample_plan, told

PLAN = DATA / "plans" / "ke_hoach_cchc_2027.yaml"
UNITS = DATA / "registers" / "units.yaml"
NAMES = {"so-gddt": "Sở Giáo dục và Đào tạo", "so-noi-vu": "Sở Nội vụ", "so-y-te": "Sở Y tế"}
ORDER = f"""\
do: report
plans: {PLAN.as_posix()}
progress: tien_do
units: {UNITS.as_posix()}
on: 2027-03-16
"""


def _told(folder: Path, unit: str, name: str = "", **changes: Any) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{name or unit}.json"
    path.write_text(dump_document(told(unit=unit, unit_name=NAMES[unit], **changes), path.name), "utf-8")
    return path


def _order(folder: Path, more: str = "", text: str = ORDER) -> Path:
    path = folder / "viec.yaml"
    path.write_text(f"format: 1\n{text}{more}\n", "utf-8")
    return path


def _made(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name.startswith("bao_cao_")}


def test_a_batch_of_reports_is_what_report_writes(run: Run, tmp_path: Path) -> None:
    for unit in ("so-gddt", "so-noi-vu"):
        _told(tmp_path / "tien_do", unit)
    code, out, err = run("batch", _order(tmp_path), "-o", "ra", "--jobs", 1)
    assert (code, out) == (0, "Tổng cộng 2: 2 xong\n"), err
    code, _, err = run("report", PLAN, "--progress", "tien_do", "--units", UNITS, "--on", "2027-03-16", "-o", "mau")
    assert code == 0, err
    assert _made(tmp_path / "ra") == _made(tmp_path / "mau")
    assert len(_made(tmp_path / "ra")) == 4


def test_charts_are_those_that_report_draws(run: Run, tmp_path: Path) -> None:
    _told(tmp_path / "tien_do", "so-gddt")
    order = _order(tmp_path, "chart: true")
    code, _, err = run("batch", order, "-o", "ra", "--jobs", 1)
    assert code == 0, err
    asked = ("--progress", "tien_do", "--units", UNITS, "--on", "2027-03-16", "--chart", "-o", "mau")
    assert run("report", PLAN, *asked)[0] == 0
    name = "bieu_do_bao_cao_so-gddt_2027-q1.png"
    drawn = [(tmp_path / folder / name).read_bytes() for folder in ("ra", "mau")]
    assert drawn[0] == drawn[1]
    assert _made(tmp_path / "ra") == _made(tmp_path / "mau")
    (tmp_path / "ra" / name).unlink()
    assert run("batch", order, "-o", "ra", "--jobs", 1, "--resume")[1] == "Tổng cộng 1: 1 xong\n"
    assert "1 giữ nguyên" in run("batch", order, "-o", "ra", "--jobs", 1, "--resume")[1]


def test_a_report_without_tasks_has_no_chart(run: Run, tmp_path: Path) -> None:
    plan = sample_plan().model_copy(update={"tasks": ()})
    (tmp_path / "ke_hoach.yaml").write_text(dump_document(plan, "a.yaml"), "utf-8")
    _told(tmp_path / "tien_do", "so-gddt", tasks=[])
    order = _order(tmp_path, "chart: true", text=ORDER.replace(PLAN.as_posix(), "ke_hoach.yaml"))
    run("batch", order, "-o", "ra", "--jobs", 1)
    assert set(_made(tmp_path / "ra")) == {f"bao_cao_so-gddt_2027-q1{suffix}" for suffix in (".docx", ".yaml")}
    assert not list((tmp_path / "ra").glob("*.png"))
    assert "1 giữ nguyên" in run("batch", order, "-o", "ra", "--jobs", 1, "--resume")[1]


def test_bad_files_cost_one_line_each(run: Run, tmp_path: Path) -> None:
    _told(tmp_path / "tien_do", "so-gddt")
    _told(tmp_path / "tien_do", "so-noi-vu", figures=[{"form": 7, "code": "2", "value": 124}])
    cut = _told(tmp_path / "tien_do", "so-y-te")
    cut.write_text(cut.read_text("utf-8")[:-200], "utf-8")
    code, out, err = run("batch", _order(tmp_path), "-o", "ra", "--jobs", 1)
    assert (code, out) == (1, "Tổng cộng 3: 1 xong, 2 lỗi\n")
    lines = [line for line in err.splitlines() if line.startswith("lỗi: ")]
    assert "tien_do/so-noi-vu.json: biểu mẫu 7, dòng 2: lỗi: tỷ lệ lớn hơn 100%" in lines[0]
    assert "so-y-te.json" in lines[1]
    assert "sai cú pháp JSON" in lines[1]
    assert len(_made(tmp_path / "ra")) == 2


def test_resume_makes_what_new_figures_or_a_new_plan_change(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "ke_hoach.yaml"
    plan.write_bytes(PLAN.read_bytes())
    for unit in ("so-gddt", "so-noi-vu"):
        _told(tmp_path / "tien_do", unit)
    order = _order(tmp_path, text=ORDER.replace(PLAN.as_posix(), "ke_hoach.yaml"))
    run("batch", order, "-o", "ra", "--jobs", 1)
    again = ("batch", order, "-o", "ra", "--jobs", 1, "--resume")
    assert "2 giữ nguyên" in run(*again)[1]
    _told(tmp_path / "tien_do", "so-noi-vu", narrative=[])
    assert run(*again)[1] == "Tổng cộng 2: 1 xong, 1 chưa sẵn sàng ký; 1 giữ nguyên từ lần trước\n"
    plan.write_text(plan.read_text("utf-8") + "\n# đã xem\n", "utf-8")
    assert "giữ nguyên" not in run(*again)[1]


def test_each_unit_reports_on_its_own_plan(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ke_hoach").mkdir()
    plan = sample_plan()
    for unit in ("so-gddt", "so-noi-vu"):
        own = plan.model_copy(update={"issuer": plan.issuer.model_copy(update={"name": NAMES[unit]})})
        fewer = own.model_copy(update={"tasks": plan.tasks[:3]}) if unit == "so-noi-vu" else own
        (tmp_path / "ke_hoach" / f"{unit}.yaml").write_text(dump_document(fewer, "a.yaml"), "utf-8")
        tasks = [{"task": one.id, "status": "under_way"} for one in fewer.tasks]
        _told(tmp_path / "tien_do", unit, tasks=tasks)
    _told(tmp_path / "tien_do", "so-y-te")
    order = _order(tmp_path, text=ORDER.replace(PLAN.as_posix(), "ke_hoach"))
    code, out, err = run("batch", order, "-o", "ra", "--jobs", 1)
    assert (code, out) == (1, "Tổng cộng 3: 2 xong, 1 lỗi\n"), err
    assert "tien_do/so-y-te.json: không kế hoạch nào là của «Sở Y tế»" in err


def test_a_derived_plan_is_found_by_its_unit(run: Run, tmp_path: Path) -> None:
    origin = {"unit": "so-y-te", "on": "2026-12-07", "parents": [], "rules": "0" * 16}
    named = sample_plan().issuer.model_copy(update={"name": "Sở Y tế tỉnh Sông Vân"})
    values = sample_plan().model_copy(update={"issuer": named}).model_dump(mode="json", exclude_defaults=True)
    (tmp_path / "ke_hoach").mkdir()
    plan = type(sample_plan()).model_validate({**values, "kind": "plan", "derivation": origin})
    (tmp_path / "ke_hoach" / "a.yaml").write_text(dump_document(plan, "a.yaml"), "utf-8")
    (tmp_path / "ke_hoach" / "b.yaml").write_bytes(PLAN.read_bytes())
    _told(tmp_path / "tien_do", "so-y-te")
    order = _order(tmp_path, text=ORDER.replace(PLAN.as_posix(), "ke_hoach"))
    assert run("batch", order, "-o", "ra", "--jobs", 1)[:2] == (0, "Tổng cộng 1: 1 xong\n")


def test_earlier_figures_are_those_of_the_unit(run: Run, tmp_path: Path) -> None:
    for unit in ("so-gddt", "so-noi-vu"):
        _told(tmp_path / "tien_do", unit)
    before = _told(tmp_path / "nam_truoc", "so-gddt", period="2026-Q1")
    code, _, err = run("batch", _order(tmp_path, "last_year: nam_truoc"), "-o", "ra", "--jobs", 1)
    assert code == 0, err
    settings = ("--units", UNITS, "--on", "2027-03-16", "-o", "mau")
    run("report", PLAN, "--progress", tmp_path / "tien_do" / "so-gddt.json", "--last-year", before, *settings)
    run("report", PLAN, "--progress", tmp_path / "tien_do" / "so-noi-vu.json", *settings)
    assert _made(tmp_path / "ra") == _made(tmp_path / "mau")


def test_two_files_of_a_unit_are_both_refused(run: Run, tmp_path: Path) -> None:
    _told(tmp_path / "tien_do", "so-gddt")
    _told(tmp_path / "tien_do", "so-gddt", "ban_sao")
    _told(tmp_path / "tien_do", "so-noi-vu")
    code, out, err = run("batch", _order(tmp_path), "-o", "ra", "--jobs", 1)
    assert (code, out) == (1, "Tổng cộng 3: 1 xong, 2 lỗi\n")
    assert err.count("2 tệp kỳ này của một đơn vị: tien_do/ban_sao.json, tien_do/so-gddt.json") == 2


def test_data_of_a_report_that_the_batch_did_not_write_are_kept(run: Run, tmp_path: Path) -> None:
    _told(tmp_path / "tien_do", "so-gddt")
    (tmp_path / "ra").mkdir()
    own = tmp_path / "ra" / "bao_cao_so-gddt_2027-q1.yaml"
    own.write_text("# sửa tay", "utf-8")
    assert run("batch", _order(tmp_path), "-o", "ra", "--jobs", 1)[0] == 0
    assert own.with_name(f"{own.name}.cu").read_text("utf-8") == "# sửa tay"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("on: 2027-03-16\n", ""), "on"),
        (("progress: tien_do", "progress: []"), "dòng 4, progress"),
        (("progress: tien_do", "progress: khong_co/*.yaml"), "không có tệp nào theo mẫu tên này"),
        (("on: 2027-03-16", "on: 2027-03-16\nprevious: hong.json"), "dòng 7, previous: lỗi: không đọc được đơn vị"),
        (("on: 2027-03-16", "on: 2027-03-16\noutline: hong.json"), "hong.json"),
    ],
)
def test_a_faulty_order_is_told_before_anything_is_made(
    run: Run, tmp_path: Path, change: tuple[str, str], told: str
) -> None:
    _told(tmp_path / "tien_do", "so-gddt")
    (tmp_path / "hong.json").write_text("{", "utf-8")
    code, _, err = run("batch", _order(tmp_path, text=ORDER.replace(*change)), "-o", "ra", "--jobs", 1)
    assert code == 3
    assert told in err
    assert not (tmp_path / "ra").exists()


def _started(order: Path) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "generator", "batch", str(order), "-o", str(order.parent / "ra"), "--jobs", "2"]
    return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.mark.skipif(os.name != "posix", reason="kill -9 là của hệ POSIX")
def test_reports_killed_at_any_moment_end_as_the_same_files(run: Run, tmp_path: Path) -> None:
    for unit in NAMES:
        _told(tmp_path / "tien_do", unit)
    order = _order(tmp_path, "check: false")
    assert run("batch", order, "-o", "mau", "--jobs", 1)[0] == 0
    chance = random.Random(3)  # noqa: S311  moments of a test
    for _ in range(3):
        process = _started(order)
        limit = time.monotonic() + 30
        wanted = chance.randint(0, 2)
        while len(list((tmp_path / "ra").glob("*.docx"))) < wanted and time.monotonic() < limit:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert run("batch", order, "-o", "ra", "--jobs", 1, "--resume")[0] == 0
        assert _made(tmp_path / "ra") == _made(tmp_path / "mau")
        assert not list((tmp_path / "ra").rglob("*.cu"))
        for path in (tmp_path / "ra").glob("*.docx"):
            path.unlink()


def test_a_workbook_of_progress_is_reported_as_report_does(run: Run, tmp_path: Path) -> None:
    source = _told(tmp_path / "du_lieu", "so-gddt")
    (tmp_path / "tien_do").mkdir()
    assert run("convert", source, tmp_path / "tien_do" / "so-gddt.xlsx")[0] == 0
    run("batch", _order(tmp_path), "-o", "ra", "--jobs", 1)
    run("report", PLAN, "--progress", "tien_do", "--units", UNITS, "--on", "2027-03-16", "-o", "mau")
    assert _made(tmp_path / "ra") == _made(tmp_path / "mau")
    assert set(_made(tmp_path / "ra")) == {f"bao_cao_so-gddt_2027-q1{suffix}" for suffix in (".docx", ".yaml")}
