"""``do: aggregate`` of a batch: the files of ``vanban aggregate`` for each office; one that lacks some fails alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.progress import Progress
from generator.model.store import dump_document
from generator.registers.units import Unit
from tests.cli.conftest import Run
from tests.reports.grounds import DATA, ground

UNITS = DATA / "registers" / "units.yaml"
PLAN = DATA / "plans" / "ke_hoach_cchc_2027.yaml"
REGIMES = {"so-gddt": "so-gddt-song-van", "ubnd-tinh": "bo-noi-vu"}
ORDER = f"""\
format: 1
do: aggregate
offices: [so-gddt, ubnd-tinh]
progress: "tien_do/[[Mã]]"
plan: "ke_hoach/[[Mã]].yaml"
units: {UNITS.as_posix()}
period: 2027-Q1
on: 2027-03-20
allow_missing: true
received: nhan.csv
"""


@pytest.fixture
def order(tmp_path: Path) -> Path:
    """An order for two offices, to each of which three units have told."""
    for office, regime in REGIMES.items():
        rules = ground(regime)
        units = rules.directory.children(office, rules.regime.period_dates("2027-Q1").end)[:3]
        for number, unit in enumerate(units, start=1):
            _sent(tmp_path / "tien_do" / office, unit, regime, 10 * number)
    (tmp_path / "ke_hoach").mkdir()
    for office, plan in (("so-gddt", PLAN), ("ubnd-tinh", PLAN.with_name("ke_hoach_cchc_tinh_2027.yaml"))):
        (tmp_path / "ke_hoach" / f"{office}.yaml").write_bytes(plan.read_bytes())
    (tmp_path / "nhan.csv").write_text("Đơn vị,Ngày nhận\nx,\n", "utf-8")
    path = tmp_path / "viec.yaml"
    path.write_text(ORDER, "utf-8")
    return path


def _sent(folder: Path, unit: Unit, regime: str, value: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    figures = [{"form": 4, "code": "3.1", "value": value}]
    told = Progress.model_validate(
        {"unit": unit.id, "unit_name": unit.name, "regime": regime, "period": "2027-Q1", "figures": figures}
    )
    (folder / f"{unit.id}.yaml").write_text(dump_document(told, "x.yaml"), "utf-8")


def _made(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if "_tong_hop_" in path.name}


def test_each_office_gets_what_aggregate_writes(run: Run, tmp_path: Path, order: Path) -> None:
    code, out, err = run("batch", order, "-o", "ra", "--jobs", 1)
    assert (code, out) == (1, "Tổng cộng 2: 2 chưa sẵn sàng ký\n"), err
    for office in REGIMES:
        run(
            "aggregate", f"tien_do/{office}", "--plan", f"ke_hoach/{office}.yaml", "--units", UNITS, "--issuer", office,
            "--period", "2027-Q1", "--on", "2027-03-20", "--allow-missing", "--received", "nhan.csv", "-o", "mau",
        )  # fmt: skip
    assert _made(tmp_path / "ra") == _made(tmp_path / "mau")
    assert len(_made(tmp_path / "ra")) == 2 * 4
    assert "chưa có báo cáo của" in (tmp_path / "ra" / "bang_ke.csv").read_text("utf-8-sig")


def test_resume_makes_what_a_new_file_changes(run: Run, tmp_path: Path, order: Path) -> None:
    run("batch", order, "-o", "ra", "--jobs", 1)
    again = ("batch", order, "-o", "ra", "--jobs", 1, "--resume")
    assert "2 giữ nguyên" in run(*again)[1]
    rules = ground("so-gddt-song-van")
    fourth = rules.directory.children("so-gddt", rules.regime.period_dates("2027-Q1").end)[3]
    _sent(tmp_path / "tien_do" / "so-gddt", fourth, "so-gddt-song-van", 5)
    assert "1 giữ nguyên" in run(*again)[1]
    plan = tmp_path / "ke_hoach" / "ubnd-tinh.yaml"
    plan.write_text(plan.read_text("utf-8") + "\n# đã xem\n", "utf-8")
    assert "1 giữ nguyên" in run(*again)[1]


def test_an_office_without_files_fails_alone(run: Run, tmp_path: Path, order: Path) -> None:
    (tmp_path / "ke_hoach" / "so-gddt.yaml").unlink()
    code, out, err = run("batch", order, "-o", "ra", "--jobs", 1)
    assert (code, out) == (1, "Tổng cộng 2: 1 chưa sẵn sàng ký, 1 lỗi\n")
    assert "dòng 5, plan: lỗi: không tìm thấy tệp; gặp: «ke_hoach/so-gddt.yaml»" in err
    order.write_text(ORDER.replace("allow_missing: true\n", ""), "utf-8")
    code, _, err = run("batch", order, "-o", "khac", "--jobs", 1)
    assert code == 1
    (line,) = (line for line in err.splitlines() if "ubnd-tinh" in line)
    assert "lỗi: units.yaml, ubnd-tinh: còn " in line
    assert "đơn vị chưa có báo cáo tính được (và " in line


def test_an_unknown_office_fails_alone(run: Run, tmp_path: Path, order: Path) -> None:
    order.write_text(ORDER.replace("[so-gddt, ubnd-tinh]", "[so-la, so-gddt]"), "utf-8")
    code, out, err = run("batch", order, "-o", "ra", "--jobs", 1)
    assert (code, out.startswith("Tổng cộng 2: ")) == (1, True)
    assert "lỗi: viec.yaml, offices: so-la: danh bạ không có đơn vị «so-la» ngày 20/03/2027" in err
    assert "--unit" not in err
    assert len(_made(tmp_path / "ra")) == 4


def test_unknown_offices_alone_are_told_before_anything_is_made(run: Run, tmp_path: Path, order: Path) -> None:
    order.write_text(ORDER.replace("[so-gddt, ubnd-tinh]", "[so-la]"), "utf-8")
    code, _, err = run("batch", order, "-o", "ra", "--jobs", 1)
    assert (code, "dòng 3, offices: lỗi: danh bạ không có đơn vị «so-la»" in err) == (3, True)
    assert not (tmp_path / "ra").exists()


def test_a_path_takes_nothing_but_the_identity(run: Run, tmp_path: Path, order: Path) -> None:
    order.write_text(ORDER.replace("tien_do/[[Mã]]", "tien_do/[[Ma]]"), "utf-8")
    code, _, err = run("batch", order, "-o", "ra", "--jobs", 1)
    assert code == 1
    assert "đường dẫn chỉ điền được [[Mã]], không điền được [[Ma]] (sửa tệp việc)" in err


def test_resume_sees_the_documents_that_plans_of_units_cite(run: Run, tmp_path: Path, order: Path) -> None:
    """A unit's plan that cites another data file is another one when that file changes."""
    folder = tmp_path / "ke_hoach_don_vi"
    folder.mkdir()
    text, _, after = PLAN.read_text("utf-8").partition("\nlegal_bases:")
    first, _, rest = after.partition("\n")
    (folder / "thpt.yaml").write_text(f"{text}\nlegal_bases:{first}\n  - document: ../tinh.yaml\n{rest}", "utf-8")
    above = tmp_path / "tinh.yaml"
    above.write_bytes(PLAN.with_name("ke_hoach_cchc_tinh_2027.yaml").read_bytes())
    order.write_text(f"{ORDER}plans: ke_hoach_don_vi\n", "utf-8")
    again = ("batch", order, "-o", "ra", "--jobs", 1, "--resume")
    run(*again)
    assert "2 giữ nguyên" in run(*again)[1]
    above.write_text(above.read_text("utf-8") + "\n# đã xem\n", "utf-8")
    assert "giữ nguyên" not in run(*again)[1]
