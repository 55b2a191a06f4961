"""``vanban aggregate``: who is counted, what is refused, what is written."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.model.progress import Progress
from generator.model.store import dump_document, load_progress
from generator.registers.units import Unit
from tests.cli.conftest import Run
from tests.reports.grounds import DATA, ground

PLAN = DATA / "plans" / "ke_hoach_cchc_2027.yaml"
UNITS = DATA / "registers" / "units.yaml"
DAY = datetime.date(2027, 3, 14)
GROUND = ground("so-gddt-song-van")
_ALL = (*GROUND.directory.children("ubnd-tinh", DAY), *GROUND.directory.children("so-gddt", DAY)[-16:])
EXPECTED = [unit for unit in _ALL if unit.id != "so-gddt"]
"""Fifty units of three levels."""
OFFICE = "Sở Giáo dục và Đào tạo"


def _told(unit: Unit, seed: int) -> dict[str, Any]:
    random = Random(seed)  # noqa: S311 - figures of a test
    whole = random.randint(20, 90)
    figures = [
        {"form": 7, "code": "4.3.1", "value": whole},
        {"form": 7, "code": "4.3.2", "value": random.randint(1, whole)},
        {"form": 5, "code": "2.2", "value": random.randint(0, 9)},
        {"form": 4, "code": "3.1", "value": 40 + seed},
    ]
    return {
        "format": 1, "kind": "progress", "unit": unit.id, "unit_name": unit.name, "regime": "so-gddt-song-van",
        "period": "2027-Q1", "figures": figures, "narrative": [{"section": "I.4", "texts": [f"Lời của {unit.id}."]}],
    }  # fmt: skip


def _units(folder: Path, units: Sequence[Unit] = EXPECTED) -> dict[str, dict[str, Any]]:
    """Return what each unit tells, in the folder's files when written."""
    folder.mkdir(exist_ok=True)
    return {unit.id: _told(unit, seed) for seed, unit in enumerate(units)}


def _write(folder: Path, told: dict[str, dict[str, Any]]) -> None:
    for name, one in told.items():
        (folder / f"{name}.yaml").write_text(dump_document(Progress.model_validate(one), "x.yaml"), "utf-8")


def _aggregate(run: Run, *more: str | Path) -> tuple[int, str]:
    named = [word for unit in EXPECTED for word in ("--from", unit.id)]
    code, out, err = run(
        "aggregate", "tien_do", "--plan", PLAN, "--units", UNITS, "--period", "2027-Q1", "--on", "2027-03-18",
        "-o", "ra", *named, *more,
    )  # fmt: skip
    return code, out + err


def _figure(folder: Path, form: int, code: str) -> Decimal | None:
    (path,) = (folder / "ra").glob("tien_do_*.yaml")
    figure = load_progress(path.read_bytes(), path.name).figure(form, code)
    return figure.value if figure else None


def _sum(told: dict[str, dict[str, Any]], form: int, code: str, without: Sequence[str] = ()) -> int:
    rows = [one["figures"] for name, one in told.items() if name not in without]
    return sum(each["value"] for row in rows for each in row if (each["form"], each["code"]) == (form, code))


def test_fifty_units_are_put_together(run: Run, tmp_path: Path) -> None:
    told = _units(tmp_path / "tien_do")
    _write(tmp_path / "tien_do", told)
    days = "Đơn vị,Ngày nhận\n" + "\n".join(f"{name},15/3/2027" for name in told)
    (tmp_path / "nhan.csv").write_text(days.replace("so-noi-vu,15/3", "so-noi-vu,22/3"), "utf-8")
    _, said = _aggregate(run, "--received", "nhan.csv")
    assert f"{OFFICE}: 50/50 đơn vị, 1 đơn vị chậm, 0 đơn vị chưa có" in said
    for form, code in ((7, "4.3.1"), (7, "4.3.2"), (5, "2.2"), (4, "3.1")):
        assert _figure(tmp_path, form, code) == _sum(told, form, code)
    book = load_workbook(next((tmp_path / "ra").glob("so_tong_hop_*.xlsx")))
    rows = {row[0]: row for row in book["Biểu 5"].iter_rows(min_row=4, values_only=True)}
    assert rows["2.2"][3:6] == (_sum(told, 5, "2.2"), _sum(told, 5, "2.2"), "50/50")
    assert sum(rows["2.2"][7:]) == _sum(told, 5, "2.2")
    sent = {row[0]: row for row in book["Tình hình gửi"].iter_rows(min_row=2, values_only=True)}
    assert sent["so-noi-vu"][2:6] == ("đã nhận, chậm", "22/3/2027", "15/3/2027", "7")


def test_missing_units_stop_it_unless_they_may_be_missing(run: Run, tmp_path: Path) -> None:
    told = _units(tmp_path / "tien_do")
    _write(tmp_path / "tien_do", {name: one for name, one in told.items() if name not in ("so-noi-vu", "so-y-te")})
    code, said = _aggregate(run)
    assert code == 3
    assert "còn 2/50 đơn vị chưa có báo cáo tính được" in said
    assert "Sở Nội vụ: lỗi: chưa có báo cáo tính được" in said
    assert not (tmp_path / "ra").exists()
    _, said = _aggregate(run, "--allow-missing")
    assert "48/50 đơn vị" in said
    report = next((tmp_path / "ra").glob("bao_cao_*.yaml")).read_text("utf-8")
    assert "2 đơn vị chưa có báo cáo được tổng hợp: Sở Nội vụ, Sở Y tế" in report


def _seed_faults(told: dict[str, dict[str, Any]]) -> None:
    """Put a fault of each kind into the files of eight units."""

    def change(unit: str, form: int, code: str, value: object) -> None:
        rows = [one for one in told[unit]["figures"] if (one["form"], one["code"]) != (form, code)]
        told[unit]["figures"] = [*rows, {"form": form, "code": code, "value": value}]

    change("so-tu-phap", 7, "4.3", 101 / 7)
    change("so-khcn", 7, "2", 124)
    change("so-cong-thuong", 7, "4.3.2", 5000)
    told["so-xay-dung"]["period"] = "2027-H1"
    del told["so-y-te"]
    told["so-vhttdl"], told["so-nnmt"] = told["so-nnmt"], told["so-vhttdl"]
    told["so-dttg_ban_2"] = told["so-dttg"]


def test_every_seeded_fault_is_named_and_none_enters_a_sum(run: Run, tmp_path: Path) -> None:
    told = _units(tmp_path / "tien_do")
    right = {name: dict(one) for name, one in told.items()}
    _seed_faults(told)
    _write(tmp_path / "tien_do", told)
    text = (tmp_path / "tien_do" / "thanh-tra-tinh.yaml").read_text("utf-8")
    (tmp_path / "tien_do" / "thanh-tra-tinh.yaml").write_text(text.replace("value: ", "value: khoảng ", 1), "utf-8")
    code, said = _aggregate(run, "--allow-missing")
    assert code == 1
    for words in (
        "so-tu-phap.yaml, biểu mẫu 7, dòng 4.3, Sở Tư pháp: lỗi: tỷ lệ khác với dòng 4.3.2 chia cho dòng 4.3.1",
        "so-khcn.yaml, biểu mẫu 7, dòng 2, Sở Khoa học và Công nghệ: lỗi: tỷ lệ lớn hơn 100%",
        "so-cong-thuong.yaml, biểu mẫu 7, dòng 4.3.2, Sở Công Thương: lỗi: số liệu dòng này lớn hơn dòng 4.3.1",
        "so-xay-dung.yaml, cả tệp, Sở Xây dựng: lỗi: tệp của kỳ khác",
        "so-vhttdl.yaml, cả tệp, Sở Nông nghiệp và Môi trường: lỗi: tên tệp là của đơn vị khác",
        "so-nnmt.yaml, cả tệp, Sở Văn hóa, Thể thao và Du lịch: lỗi: tên tệp là của đơn vị khác",
        "so-dttg_ban_2.yaml, cả tệp, Sở Dân tộc và Tôn giáo: lỗi: đơn vị có nhiều tệp",
        "figures[0].value, Thanh tra tỉnh Sông Vân: lỗi",
    ):
        assert words in said
    uncounted = ["so-xay-dung", "so-y-te", "so-vhttdl", "so-nnmt", "so-dttg", "thanh-tra-tinh"]
    assert f"{50 - len(uncounted)}/50 đơn vị" in said
    assert _figure(tmp_path, 5, "2.2") == _sum(right, 5, "2.2", uncounted)
    assert _figure(tmp_path, 7, "4.3.2") == _sum(right, 7, "4.3.2", [*uncounted, "so-cong-thuong", "so-tu-phap"])
    assert _figure(tmp_path, 7, "4.3.1") == _sum(right, 7, "4.3.1", [*uncounted, "so-cong-thuong", "so-tu-phap"])
    assert _figure(tmp_path, 7, "2") is None


def test_a_refused_figure_comes_not_in_by_the_words_of_its_unit(run: Run, tmp_path: Path) -> None:
    told = _units(tmp_path / "tien_do")
    told["so-y-te"]["figures"] = [{"form": 1, "code": "1", "value": 9.5}]
    for name in ("so-y-te", "so-noi-vu"):
        told[name]["narrative"] = [{"section": "I.1", "texts": ["Ban hành {1/1} văn bản."]}]
    _write(tmp_path / "tien_do", told)
    code, said = _aggregate(run)
    assert code == 1
    assert "so-y-te.yaml, mục I.1, Sở Y tế: cảnh báo: lời nêu số liệu mâu thuẫn" in said
    assert "so-noi-vu.yaml, mục I.1, Sở Nội vụ: cảnh báo: lời nêu số liệu chưa có" in said
    assert "còn thiếu: số liệu 1/1 của Sở Y tế (" in said
    (path,) = (tmp_path / "ra").glob("tien_do_*.yaml")
    words = next(one for one in load_progress(path.read_bytes(), path.name).narrative if one.section == "I.1")
    assert words.texts == tuple(
        f"**{name}:** Ban hành [CẦN BỔ SUNG: số liệu 1/1 của {name}] văn bản." for name in ("Sở Nội vụ", "Sở Y tế")
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--received", "khong_ngay.csv"], "không thấy danh sách ngày nhận"),
        (["--received", "sai_ngay.csv"], "sai_ngay.csv: danh sách ngày nhận có 1 lỗi"),
        (["--regime", "so-la"], "không có chế độ báo cáo «so-la»"),
        (["--from", "Các sở xa lạ"], "danh bạ không có đơn vị hay nhóm «Các sở xa lạ»"),
        (["--issuer", "so-la"], "danh bạ không có đơn vị hay nhóm «so-la»"),
        (["--own", "tien_do/so-noi-vu.yaml"], "tệp này là của «Sở Nội vụ», cần của «Sở Giáo dục và Đào tạo»"),
    ],
)
def test_what_cannot_be_understood_is_refused(run: Run, tmp_path: Path, arguments: list[str], message: str) -> None:
    _write(tmp_path / "tien_do", _units(tmp_path / "tien_do"))
    (tmp_path / "khong_ngay.csv").write_text("Tên,Điểm\nA,1\n", "utf-8")
    (tmp_path / "sai_ngay.csv").write_text("Đơn vị,Ngày nhận\nso-noi-vu,31/2/2027\n", "utf-8")
    code, said = _aggregate(run, *arguments)
    assert code in (2, 3)
    assert message in said
    assert not (tmp_path / "ra").exists()


# ---- Reminders -------------------------------------------------------------------------------------------------------


def test_the_workbook_is_the_same_bytes_again(run: Run, tmp_path: Path) -> None:
    _write(tmp_path / "tien_do", _units(tmp_path / "tien_do"))
    _aggregate(run)
    (path,) = (tmp_path / "ra").glob("*.xlsx")
    first = path.read_bytes()
    _aggregate(run)
    assert path.read_bytes() == first
    assert load_workbook(BytesIO(first)).sheetnames[:7] == [f"Biểu {number}" for number in range(1, 8)]


def test_reports_in_word_are_read_like_data(run: Run, tmp_path: Path) -> None:
    told = _units(tmp_path / "tien_do")
    _write(tmp_path / "tien_do", told)
    some = ["so-noi-vu", "so-y-te"]
    moved = [path.rename(tmp_path / path.name) for path in (tmp_path / "tien_do" / f"{name}.yaml" for name in some)]
    progress = [word for path in moved for word in ("--progress", path)]
    run("report", PLAN, *progress, "--units", UNITS, "--on", "2027-03-15", "-o", "tien_do")
    (tmp_path / "tien_do" / "bao_cao_so-noi-vu_2027-q1.yaml").unlink()
    _, said = _aggregate(run)
    assert "50/50 đơn vị" in said
    assert _figure(tmp_path, 7, "4.3.2") == _sum(told, 7, "4.3.2")
    assert _figure(tmp_path, 5, "2.2") == _sum(told, 5, "2.2")


def test_a_report_whose_unit_is_not_known_stops_no_other(run: Run, tmp_path: Path) -> None:
    told = _units(tmp_path / "tien_do")
    _write(tmp_path / "tien_do", told)
    (tmp_path / "tien_do" / "so-y-te.yaml").unlink()
    letter = (DATA / "documents" / "cong_van_ra_soat_tthc.yaml").read_text("utf-8")
    (tmp_path / "tien_do" / "so-y-te.yaml").write_text(letter.replace("kind: dispatch", "kind: report"), "utf-8")
    _, said = _aggregate(run, "--allow-missing")
    assert "49/50 đơn vị" in said
    assert "so-y-te.yaml" in said


def test_figures_of_the_last_period_stand_beside_the_sums(run: Run, tmp_path: Path) -> None:
    _write(tmp_path / "tien_do", _units(tmp_path / "tien_do"))
    _aggregate(run)
    (made,) = (tmp_path / "ra").glob("tien_do_*.yaml")
    text = made.read_text("utf-8")
    (tmp_path / "truoc.yaml").write_text(text.replace("2027-Q1", "2026-Y"), "utf-8")
    (tmp_path / "nam_truoc.yaml").write_text(text.replace("2027-Q1", "2026-Q1"), "utf-8")
    _aggregate(run, "--previous", "truoc.yaml", "--last-year", "nam_truoc.yaml")
    report = next((tmp_path / "ra").glob("bao_cao_*.yaml")).read_text("utf-8")
    assert "Kỳ trước (năm 2026)" in report
    assert "Cùng kỳ năm trước (quý I năm 2026)" in report
    code, said = _aggregate(run, "--previous", "nam_truoc.yaml")
    assert (code, "--previous: tệp này của kỳ 2026-Q1, cần kỳ 2026-Y để so với kỳ 2027-Q1" in said) == (3, True)
