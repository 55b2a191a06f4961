"""``do: remind`` of a batch: the same letters as ``vanban remind --each``, each made again only where it says more."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.progress import Progress
from generator.model.store import dump_document
from tests.cli.conftest import Run
from tests.reports.grounds import DATA, ground

UNITS = DATA / "registers" / "units.yaml"
REGIME = "so-gddt-song-van"
SCHOOLS = list(
    ground(REGIME).directory.members("truong-thpt", ground(REGIME).regime.period_dates("2027-Q1").end, "so-gddt")
)[:6]
ORDER = f"""\
format: 1
do: remind
plan: ke_hoach.yaml
progress: tien_do
units: {UNITS.as_posix()}
period: 2027-Q1
on: 2027-03-17
by: 2027-03-22
channel: Hệ thống quản lý văn bản
contact: bà Trần Thị B, Văn phòng Sở
members: [{", ".join(unit.id for unit in SCHOOLS)}]
received: nhan.csv
"""


@pytest.fixture
def order(tmp_path: Path) -> Path:
    """An order of which four of six schools are late, on the plan with number and day."""
    text = (DATA / "plans" / "ke_hoach_cchc_2027.yaml").read_text("utf-8")
    plan = text.replace("\ndate: 2026-12 ", "\nnumber: 15\ndate: 2026-12-25 ")
    (tmp_path / "ke_hoach.yaml").write_text(plan, "utf-8")
    (tmp_path / "nhan.csv").write_text("Đơn vị,Ngày nhận\nx,\n", "utf-8")
    (tmp_path / "tien_do").mkdir()
    for place in (0, 1):
        _sent(tmp_path, place)
    path = tmp_path / "viec.yaml"
    path.write_text(ORDER, "utf-8")
    return path


def _sent(folder: Path, place: int) -> None:
    unit = SCHOOLS[place]
    told = Progress(unit=unit.id, unit_name=unit.name, regime=REGIME, period="2027-Q1")
    (folder / "tien_do" / f"{unit.id}.yaml").write_text(dump_document(told, "x.yaml"), "utf-8")


def _made(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name.startswith("don_doc")}


def test_a_batch_of_letters_is_what_remind_writes(run: Run, tmp_path: Path, order: Path) -> None:
    code, out, err = run("batch", order, "-o", "ra", "--jobs", 1)
    assert (code, out) == (0, "Tổng cộng 6: 6 xong\n"), err
    asked = ["--by", "2027-03-22", "--channel", "Hệ thống quản lý văn bản", "--contact", "bà Trần Thị B, Văn phòng Sở"]
    named = [word for unit in SCHOOLS for word in ("--from", unit.id)]
    code, _, err = run(
        "remind", "ke_hoach.yaml", "--progress", "tien_do", "--units", UNITS, "--period", "2027-Q1", "--on",
        "2027-03-17", "--received", "nhan.csv", "--each", "-o", "mau", *asked, *named,
    )  # fmt: skip
    assert code == 0, err
    assert _made(tmp_path / "ra") == _made(tmp_path / "mau")
    assert len(_made(tmp_path / "ra")) == 2 * 4
    table = (tmp_path / "ra" / "bang_ke.csv").read_text("utf-8-sig")
    assert f'"units.yaml, {SCHOOLS[0].id}",,xong,"không chậm, không đôn đốc"' in table


def test_the_letter_to_who_has_sent_since_is_named_and_no_other_made_again(
    run: Run, tmp_path: Path, order: Path
) -> None:
    run("batch", order, "-o", "ra", "--jobs", 1)
    again = ("batch", order, "-o", "ra", "--jobs", 1, "--resume")
    assert "6 giữ nguyên" in run(*again)[1]
    _sent(tmp_path, 2)
    code, out, err = run(*again)
    assert (code, out) == (1, "Tổng cộng 6: 5 xong, 1 lỗi; 5 giữ nguyên từ lần trước\n")
    name = f"don_doc_{SCHOOLS[2].id}_2027-q1"
    assert f"{name}.docx, {name}.yaml còn lại từ lần chạy trước" in (tmp_path / "ra" / "bang_ke.csv").read_text("utf-8")
    for suffix in (".docx", ".yaml"):
        (tmp_path / "ra" / f"{name}{suffix}").unlink()
    assert run(*again)[:2] == (0, "Tổng cộng 6: 6 xong; 5 giữ nguyên từ lần trước\n")


def test_a_report_beside_its_data_is_no_second_file(run: Run, tmp_path: Path, order: Path) -> None:
    for place in (0, 1):
        data = tmp_path / "tien_do" / f"{SCHOOLS[place].id}.yaml"
        data.with_suffix(".docx").write_bytes(b"in Word")
    code, _, err = run("batch", order, "-o", "ra", "--jobs", 1)
    assert (code, len(_made(tmp_path / "ra"))) == (0, 2 * 4), err


def test_files_that_do_not_count_are_told(run: Run, tmp_path: Path, order: Path) -> None:
    (tmp_path / "tien_do" / "la.yaml").write_text("format: 1\nkind: progress\n", "utf-8")
    assert "tệp không được tính" in " ".join(run("batch", order, "-o", "ra", "--jobs", 1)[2].split())


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        (("on: 2027-03-17\n", ""), 3, "on"),
        (("by: 2027-03-22", "by: 2027-03-17"), 3, "by: lỗi: hạn mới 17/03/2027 không sau ngày 17/03/2027"),
        (
            ("progress: tien_do", "progress: khong_co"),
            3,
            "dòng 4, progress: lỗi: không có tệp, thư mục nào theo tên này",
        ),
        (("plan: ke_hoach.yaml", "plan: khong_co.yaml"), 3, "dòng 3, plan: lỗi: không tìm thấy tệp"),
        (("received: nhan.csv", "earlier: [công văn nào đó]"), 3, "dòng 12, earlier: lỗi: «công văn nào đó»"),
    ],
)
def test_a_faulty_order_is_told_before_anything_is_made(
    run: Run, tmp_path: Path, order: Path, change: tuple[str, str], code: int, said: str
) -> None:
    order.write_text(ORDER.replace(*change), "utf-8")
    found, _, err = run("batch", order, "-o", "ra", "--jobs", 1)
    assert (found, said in err) == (code, True), err
    assert not (tmp_path / "ra").exists()


@pytest.mark.parametrize("earlier", ["ra", "ra/don_doc.yaml"])
def test_earlier_letters_in_the_output_folder_are_refused(run: Run, tmp_path: Path, order: Path, earlier: str) -> None:
    (tmp_path / "ra").mkdir()
    (tmp_path / "ra" / "don_doc.yaml").write_text("", "utf-8")
    order.write_text(f"{ORDER}earlier: [{earlier}]\n", "utf-8")
    code, _, err = run("batch", order, "-o", "ra", "--jobs", 1)
    assert code == 3
    assert "earlier: lỗi: công văn đã đôn đốc nằm ngay trong thư mục kết quả" in err
    assert "chọn thư mục -o khác" in err
