"""``do: progress`` of a batch: the same workbooks as ``vanban new progress``; what is filled in stays."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest

from generator.model.store import dump_document
from tests.cli.conftest import Run
from tests.reports.grounds import DATA, sample_plan, told

PLAN = DATA / "plans" / "ke_hoach_cchc_2027.yaml"
UNITS = DATA / "registers" / "units.yaml"
ORDER = f"""\
format: 1
do: progress
plans: {PLAN.as_posix()}
units: {UNITS.as_posix()}
period: 2027-q1
"""
NEW = ("new", "progress", "--units", UNITS, "--period", "2027-Q1", "-o", "mau")


def _order(folder: Path, more: str = "", text: str = ORDER) -> Path:
    path = folder / "viec.yaml"
    path.write_text(f"{text}{more}\n", "utf-8")
    return path


def _made(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if "2027" in path.name}


def _states(folder: Path) -> dict[str, str]:
    with (folder / "bang_ke.csv").open(encoding="utf-8-sig") as table:
        return {row["Dữ liệu"]: row["Trạng thái"] for row in csv.DictReader(table)}


def test_all_units_of_a_plan_get_what_new_progress_makes(run: Run, tmp_path: Path) -> None:
    code, out, err = run("batch", _order(tmp_path), "-o", "ra", "--jobs", 1)
    assert code == 0, err
    assert run(*NEW, "--from", PLAN, "--all")[0] == 0
    made = _made(tmp_path / "ra")
    assert made == _made(tmp_path / "mau")
    assert out == f"Tổng cộng {len(made)}: {len(made)} xong\n"
    assert "thpt-song-van_2027-q1.xlsx" in made


def test_each_plan_of_a_folder_is_of_its_own_unit(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ke_hoach").mkdir()
    plan = sample_plan()
    for unit, name in (("so-gddt", "Sở Giáo dục và Đào tạo"), ("so-y-te", "Sở Y tế")):
        own = plan.model_copy(update={"issuer": plan.issuer.model_copy(update={"name": name})})
        (tmp_path / "ke_hoach" / f"{unit}.yaml").write_text(dump_document(own, "a.yaml"), "utf-8")
    order = _order(tmp_path, text=ORDER.replace(PLAN.as_posix(), "ke_hoach"))
    code, _, err = run("batch", order, "-o", "ra", "--jobs", 1)
    assert code == 0, err
    assert run(*NEW, "--from", "ke_hoach", "--all")[0] == 0
    assert _made(tmp_path / "ra") == _made(tmp_path / "mau")
    assert set(_made(tmp_path / "ra")) == {"so-gddt_2027-q1.xlsx", "so-y-te_2027-q1.xlsx"}


def test_what_a_unit_told_before_stands_beside(run: Run, tmp_path: Path) -> None:
    (tmp_path / "truoc").mkdir()
    before = told(unit="thpt-song-van", unit_name="Trường THPT Sông Vân", period="2026-Q1")
    (tmp_path / "truoc" / "a.json").write_text(dump_document(before, "a.json"), "utf-8")
    order = _order(tmp_path, "only: [thpt-song-van]\nlast_year: truoc")
    code, _, err = run("batch", order, "-o", "ra", "--jobs", 1)
    assert code == 0, err
    asked = ("--unit", "thpt-song-van", "--last-year", "truoc", "-o", "mau/a.xlsx")
    assert run(*NEW[:-2], "--from", PLAN, *asked)[0] == 0
    assert list(_made(tmp_path / "ra").values()) == [(tmp_path / "mau" / "a.xlsx").read_bytes()]
    (tmp_path / "truoc" / "b.json").write_text(dump_document(before, "b.json"), "utf-8")
    assert "2 tệp cùng kỳ năm trước của một đơn vị" in run("batch", order, "-o", "ra", "--resume")[2]


def test_a_workbook_that_is_filled_in_stays(run: Run, tmp_path: Path) -> None:
    order = _order(tmp_path, "only: [thpt-song-van, so-y-te]")
    run("batch", order, "-o", "ra", "--jobs", 1)
    path = tmp_path / "ra" / "thpt-song-van_2027-q1.xlsx"
    book = openpyxl.load_workbook(path)
    book["Thông tin"]["B12"] = "Nguyễn Văn A"
    book.save(path)
    filled = path.read_bytes()
    for more in ((), ("--resume",)):
        code, out, _ = run("batch", order, "-o", "ra", "--jobs", 1, *more)
        assert (code, "1 xong, 1 đã có người điền" in out) == (1, True)
        assert path.read_bytes() == filled
        assert _states(tmp_path / "ra")["units.yaml, thpt-song-van"] == "đã có người điền"
    assert not list(tmp_path.rglob("*.cu"))
    path.unlink()
    assert run("batch", order, "-o", "ra", "--jobs", 1, "--resume")[:2] == (
        0,
        "Tổng cộng 2: 2 xong; 1 giữ nguyên từ lần trước\n",
    )


def test_data_in_place_of_workbooks(run: Run, tmp_path: Path) -> None:
    order = _order(tmp_path, "only: [thpt-song-van]\nform: yaml")
    assert run("batch", order, "-o", "ra", "--jobs", 1)[0] == 0
    assert "kind: progress" in (tmp_path / "ra" / "thpt-song-van_2027-q1.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        (("period: 2027-q1", ""), 3, "period"),
        (("2027-q1", "2027-Q2"), 3, "không có kỳ báo cáo «2027-Q2»"),
        (("period", "only: [so-la]\nperiod"), 3, "only: lỗi: danh bạ không có đơn vị «so-la»"),
        (("period", "regime: la\nperiod"), 3, "không có chế độ báo cáo «la»"),
        (("period", "forms: khong_co.yaml\nperiod"), 3, "dòng 5, forms: lỗi: không tìm thấy tệp"),
        ((PLAN.as_posix(), (DATA / "documents" / "cong_van_ra_soat_tthc.yaml").as_posix()), 3, "cần một kế hoạch"),
    ],
)
def test_a_faulty_order_is_told_before_anything_is_made(
    run: Run, tmp_path: Path, change: tuple[str, str], code: int, said: str
) -> None:
    found, _, err = run("batch", _order(tmp_path, text=ORDER.replace(*change)), "-o", "ra", "--jobs", 1)
    assert (found, said in err) == (code, True), err
    assert not (tmp_path / "ra").exists()


def test_a_plan_of_another_year_is_told(run: Run, tmp_path: Path) -> None:
    order = _order(tmp_path, "only: [so-gddt]", ORDER.replace("2027-q1", "2028-Q1"))
    assert "kỳ 2028-Q1 không thuộc năm của kế hoạch này" in " ".join(run("batch", order, "-o", "ra")[2].split())


def test_one_unknown_unit_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    code, out, err = run("batch", _order(tmp_path, "only: [so-la, thpt-song-van]"), "-o", "ra", "--jobs", 1)
    assert (code, out) == (1, "Tổng cộng 2: 1 xong, 1 lỗi\n")
    assert "lỗi: viec.yaml, only: so-la: danh bạ không có đơn vị «so-la»" in err
    assert list(_made(tmp_path / "ra")) == ["thpt-song-van_2027-q1.xlsx"]


def test_messages_speak_of_the_order_and_not_of_options(run: Run, tmp_path: Path) -> None:
    _, _, err = run("batch", _order(tmp_path), "-o", "ra", "--jobs", 1)
    assert "chọn chế độ khác bằng «regime» trong tệp việc" in err


def test_what_derive_wrote_into_a_folder_are_its_plans(run: Run, tmp_path: Path) -> None:
    derive = f"""\
format: 1
do: derive
parents: {(DATA / "plans" / "ke_hoach_cchc_tinh_2027.yaml").as_posix()}
units: {UNITS.as_posix()}
on: 2026-12-07
check: false
only: [so-noi-vu, so-gddt]
"""
    run("batch", _order(tmp_path, text=derive), "-o", "kh", "--jobs", 1)
    assert (tmp_path / "kh" / "coverage.docx").exists()
    order = _order(tmp_path, text=ORDER.replace(PLAN.as_posix(), "kh"))
    code, _, err = run("batch", order, "-o", "ra", "--jobs", 1)
    assert code == 0, err
    assert sorted(_made(tmp_path / "ra")) == ["so-gddt_2027-q1.xlsx", "so-noi-vu_2027-q1.xlsx"]


def test_a_folder_without_plans_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "kh").mkdir()
    (tmp_path / "kh" / "a.yaml").write_text("format: 1\nkind: report\n", "utf-8")
    code, _, err = run("batch", _order(tmp_path, text=ORDER.replace(PLAN.as_posix(), "kh")), "-o", "ra")
    assert code == 3
    assert "dòng 3, plans: lỗi: thư mục này không có kế hoạch nào; gặp: «kh»" in err
