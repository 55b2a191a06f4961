"""``vanban report``: one unit or many, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.model.plan import Plan
from generator.model.store import dump_document
from generator.transform.higher import Higher
from tests.cli.conftest import Run
from tests.reports.grounds import DATA, sample_plan, told

PLAN = DATA / "plans" / "ke_hoach_cchc_2027.yaml"
UNITS = DATA / "registers" / "units.yaml"


def _told(folder: Path, name: str = "tien_do.yaml", **changes: Any) -> Path:
    path = folder / name
    path.write_text(dump_document(told(**changes), name), "utf-8")
    return path


def _report(run: Run, *arguments: str | Path) -> tuple[int, str]:
    code, out, err = run("report", *arguments, "--units", UNITS, "--on", "2027-03-16", "-o", "ra")
    return code, out + err


def test_a_report_is_written_as_data_and_word(run: Run, tmp_path: Path) -> None:
    code, said = _report(run, PLAN, "--progress", _told(tmp_path), "--period", "2027-q1")
    assert code == 0, said
    assert sorted(path.name for path in (tmp_path / "ra").iterdir()) == [
        "bao_cao_so-gddt_2027-q1.docx",
        "bao_cao_so-gddt_2027-q1.yaml",
    ]


def test_a_report_with_gaps_is_written_and_not_ready(run: Run, tmp_path: Path) -> None:
    code, said = _report(run, PLAN, "--progress", _told(tmp_path, narrative=[]))
    assert code == 1
    assert "CHƯA SẴN SÀNG KÝ" in said
    assert "còn thiếu: nội dung mục III.1 Mặt tích cực" in said
    assert (tmp_path / "ra" / "bao_cao_so-gddt_2027-q1.docx").exists()


def test_many_units_report_in_one_call(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "tien_do"
    folder.mkdir()
    for unit, name in (("so-gddt", "Sở Giáo dục và Đào tạo"), ("so-noi-vu", "Sở Nội vụ")):
        _told(folder, f"{unit}.yaml", unit=unit, unit_name=name)
    code, said = _report(run, PLAN, "--progress", folder)
    assert code == 0, said
    assert len(list((tmp_path / "ra").glob("*.docx"))) == 2


@pytest.mark.parametrize(
    ("changes", "options", "code", "message"),
    [
        ({"period": "2027-H1"}, ["--period", "2027-Q1"], 3, "tệp này của kỳ 2027-H1, không phải kỳ 2027-Q1"),
        ({"period": "2027-Q2"}, [], 3, "không có kỳ báo cáo «2027-Q2»"),
        ({"regime": "bo-noi-vuu"}, [], 3, "không có chế độ báo cáo «bo-noi-vuu»"),
        ({"unit": "so-la"}, [], 3, "danh bạ không có đơn vị «so-la»"),
        ({"figures": [{"form": 7, "code": "2", "value": 124}]}, [], 3, "tỷ lệ lớn hơn 100%"),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_written(
    run: Run, tmp_path: Path, changes: dict[str, Any], options: list[str], code: int, message: str
) -> None:
    found, said = _report(run, PLAN, "--progress", _told(tmp_path, **changes), *options)
    assert found == code
    assert message in said
    assert not (tmp_path / "ra").exists()


def test_two_files_of_one_unit_are_refused(run: Run, tmp_path: Path) -> None:
    one, other = _told(tmp_path, "a.yaml"), _told(tmp_path, "b.yaml")
    code, said = _report(run, PLAN, "--progress", one, "--progress", other)
    assert code == 3
    assert "hai tệp của một đơn vị, một kỳ" in said


def test_all_faulty_files_are_told_at_once_and_nothing_written(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "tien_do"
    folder.mkdir()
    _told(folder, "so-gddt.yaml")
    _told(
        folder,
        "so-noi-vu.yaml",
        unit="so-noi-vu",
        unit_name="Sở Nội vụ",
        figures=[{"form": 7, "code": "2", "value": 124}],
    )
    (folder / "so-y-te.yaml").write_text("kind: progress\nformat: 1\nperiods: 2027-Q1\n", "utf-8")
    (folder / "so-xay-dung.yaml").write_text("kind: progress\nformat: 1\nfigure: []\n", "utf-8")
    code, said = _report(run, PLAN, "--progress", folder)
    assert code == 3
    assert "2/4 tệp tiến độ có lỗi, chưa lập báo cáo nào" in said
    assert "periods: lỗi" in said
    assert "figure: lỗi" in said
    assert not (tmp_path / "ra").exists()


def _plan_of(folder: Path, name: str, **changes: Any) -> Path:
    """Return the sample plan as another office's."""
    path = folder / f"{name}.yaml"
    values = sample_plan().model_dump(mode="json", exclude_none=True)
    plan = Plan.model_validate({**values, **changes})
    path.write_text(dump_document(plan, path.name), "utf-8")
    return path


ORIGIN = Higher(sample_plan(), 0, None, None).origin
OF_HEALTH = {"issuer": {"name": "Sở Y tế", "symbol": "SYT", "place": "Sông Vân"}}


@pytest.mark.parametrize("is_derived", [False, True])
def test_the_plan_of_one_unit_does_not_go_with_the_progress_of_another(
    run: Run, tmp_path: Path, *, is_derived: bool
) -> None:
    derived = {"derivation": {"unit": "so-y-te", "on": "2026-12-28"}} if is_derived else {}
    plan = _plan_of(tmp_path, "y_te", **OF_HEALTH, **derived)
    code, said = _report(run, plan, "--progress", _told(tmp_path, plan=None if is_derived else ORIGIN))
    assert code == 3
    assert "tệp tiến độ của «Sở Giáo dục và Đào tạo»" in said
    assert "của «Sở Y tế»" in said
    assert not (tmp_path / "ra").exists()


def test_a_unit_may_tell_of_the_plan_that_its_file_names(run: Run, tmp_path: Path) -> None:
    told_of = _told(tmp_path, unit="so-noi-vu", unit_name="Sở Nội vụ", plan=ORIGIN)
    code, said = _report(run, PLAN, "--progress", told_of)
    assert code == 0, said
    assert "kế hoạch đã được sửa" not in said


def test_of_the_plan_of_another_office_the_tasks_that_the_file_lists_are_the_units(run: Run, tmp_path: Path) -> None:
    tasks = [{"task": "NV01", "status": "done", "done": "2027-01-10"}, {"task": "NV02"}]
    told_of = _told(tmp_path, unit="so-noi-vu", unit_name="Sở Nội vụ", plan=ORIGIN, tasks=tasks)
    code, said = _report(run, PLAN, "--progress", told_of)
    assert code == 0, said
    (made,) = (tmp_path / "ra").glob("*.yaml")
    said = made.read_text("utf-8")
    assert "có 2 nhiệm vụ; lũy kế đến thời điểm báo cáo đã hoàn thành 1 nhiệm vụ, đạt 50% kế hoạch" in said


def test_a_plan_that_was_changed_since_is_told(run: Run, tmp_path: Path) -> None:
    plan = _plan_of(tmp_path, "sua", subject="Cải cách hành chính")
    code, said = _report(run, plan, "--progress", _told(tmp_path, plan=ORIGIN))
    assert code == 0, said
    assert "tien_do.yaml: cảnh báo: kế hoạch đã được sửa sau khi tạo tệp tiến độ này" in said


def test_tasks_that_the_plan_lacks_are_refused(run: Run, tmp_path: Path) -> None:
    tasks = [{"task": "NV98"}, {"task": "NV99", "status": "done", "done": "2027-02-01"}]
    code, said = _report(run, PLAN, "--progress", _told(tmp_path, tasks=tasks))
    assert code == 3
    assert "nhiệm vụ NV99: lỗi: kế hoạch không có nhiệm vụ này" in said
    assert "NV98" not in said


def test_a_file_that_is_no_plan_is_named(run: Run, tmp_path: Path) -> None:
    letter = DATA / "documents" / "cong_van_ra_soat_tthc.yaml"
    code, said = _report(run, letter, "--progress", _told(tmp_path))
    assert code == 3
    assert "tệp này là công văn, cần một kế hoạch" in said
