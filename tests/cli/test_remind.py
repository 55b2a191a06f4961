"""``vanban remind``: who is reminded, for which time, what is printed, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.lint.word import judge_word
from generator.model.progress import Progress
from generator.model.store import dump_document
from tests.cli.conftest import Run
from tests.reports.grounds import DATA, ground

PLAN = DATA / "plans" / "ke_hoach_cchc_2027.yaml"
UNITS = DATA / "registers" / "units.yaml"
REGIME = "so-gddt-song-van"
SCHOOLS = list(
    ground(REGIME).directory.members("truong-thpt", ground(REGIME).regime.period_dates("2027-Q1").end, "so-gddt")
)[:8]
"""They have to report by 15/3, with figures until 14/3."""
NAMED = [word for unit in SCHOOLS for word in ("--from", unit.id)]
ASK = ["--by", "2027-03-22", "--channel", "Hệ thống quản lý văn bản", "--contact", "bà Trần Thị B, Văn phòng Sở"]
FIRST, SECOND, THIRD, *_ = SCHOOLS


def _remind(run: Run, plan: Path, *more: str | Path, on: str = "2027-03-17") -> tuple[int, str]:
    code, out, err = run(
        "remind", plan, "--progress", "tien_do", *NAMED, "--units", UNITS, "--period", "2027-Q1", "--regime", REGIME,
        "--on", on, "-o", "ra", *more,
    )  # fmt: skip
    return code, out + err


@pytest.fixture
def issued(tmp_path: Path) -> Path:
    """The plan with number and day."""
    text = PLAN.read_text("utf-8")
    path = tmp_path / "ke_hoach.yaml"
    path.write_text(text.replace("\ndate: 2026-12 ", "\nnumber: 15\ndate: 2026-12-25 "), "utf-8")
    return path


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """The folder into which all schools have sent their file."""
    folder = tmp_path / "tien_do"
    folder.mkdir()
    for unit in SCHOOLS:
        told = Progress(unit=unit.id, unit_name=unit.name, regime=REGIME, period="2027-Q1")
        (folder / f"{unit.id}.yaml").write_text(dump_document(told, "x.yaml"), "utf-8")
    return folder


def _received(folder: Path, text: str) -> list[str]:
    (folder / "nhan.csv").write_text(text, "utf-8")
    return ["--received", "nhan.csv"]


def _errors(path: Path) -> list[str]:
    return [str(one) for one in judge_word(path.read_bytes(), path.name).findings if one.severity == "error"]


def test_all_late_units_get_one_letter_with_a_list(run: Run, tmp_path: Path, issued: Path, sent: Path) -> None:
    for unit in SCHOOLS[2:]:
        (sent / f"{unit.id}.yaml").unlink()
    code, said = _remind(run, issued, *ASK)
    assert code == 0, said
    assert "6 đơn vị được đôn đốc: 6 chưa gửi báo cáo, 0 phải gửi lại báo cáo, 0 nhiệm vụ quá hạn" in said
    assert "Ngày nhận lấy theo ngày của tệp" in said
    data = (tmp_path / "ra" / "don_doc_2027-q1.yaml").read_text("utf-8")
    assert [unit.name in data for unit in SCHOOLS] == [False] * 2 + [True] * 6
    assert _errors(tmp_path / "ra" / "don_doc_2027-q1.docx") == []


def test_files_that_do_not_count_are_to_be_sent_again(run: Run, tmp_path: Path, issued: Path, sent: Path) -> None:
    own = sent / f"{FIRST.id}.yaml"
    (sent / f"{FIRST.id} ban 2.yaml").write_bytes(own.read_bytes())
    faulty = (sent / f"{SECOND.id}.yaml").read_text("utf-8") + "figures:\n  - {form: 7, code: '4.3.1', value: chín}\n"
    (sent / f"{SECOND.id}.yaml").write_text(faulty, "utf-8")
    other = (sent / f"{THIRD.id}.yaml").read_text("utf-8").replace("2027-Q1", "2027-H1")
    (sent / f"{THIRD.id}.yaml").write_text(other, "utf-8")
    (sent / "khong_ro.yaml").write_text("kind: progress\n", "utf-8")
    code, said = _remind(run, issued, *ASK)
    assert code == 0, said
    assert "3 đơn vị được đôn đốc: 0 chưa gửi báo cáo, 3 phải gửi lại báo cáo" in said
    assert "Có tệp chưa rõ của đơn vị nào" in said
    data = (tmp_path / "ra" / "don_doc_2027-q1.yaml").read_text("utf-8")
    assert "Chưa gửi báo cáo" not in data
    for fault in ("có 2 báo cáo trong một kỳ", "«chín»", "báo cáo ghi kỳ 6 tháng đầu năm 2027"):
        assert fault in data
    assert ".yaml" not in data


def test_the_second_letter_looks_up_whom_the_first_named(run: Run, tmp_path: Path, issued: Path, sent: Path) -> None:
    for unit in (FIRST, SECOND):
        (sent / f"{unit.id}.yaml").unlink()
    _remind(run, issued, *ASK, "-o", "mot")
    run("issue", "mot/don_doc_2027-q1.yaml", "--number", "320", "--date", "2027-03-17")
    (sent / f"{THIRD.id}.yaml").unlink()
    again = (*ASK, "--by", "2027-03-26", "--earlier", "mot/don_doc_2027-q1.yaml")
    code, said = _remind(run, issued, *again, "--each", on="2027-03-24")
    assert code == 0, said
    assert f"lần 1: {THIRD.name}\n" in said
    assert f"lần 2: {FIRST.name}, {SECOND.name}\n" in said
    data = {unit.id: (tmp_path / "ra" / f"don_doc_{unit.id}_2027-q1.yaml").read_text("utf-8") for unit in SCHOOLS[:3]}
    assert ["(lần 2)" in text for text in data.values()] == [True, True, False]
    assert ["đã được đôn đốc tại Công văn số 320/SGDĐT-VP" in text for text in data.values()] == [True, True, False]
    code, said = _remind(run, issued, *again, "--earlier", "mot/don_doc_2027-q1.yaml", on="2027-03-24")
    assert "lần 3" not in said
    assert "không ghi (lần …) ở trích yếu" in said
    text = (tmp_path / "ra" / "don_doc_2027-q1.yaml").read_text("utf-8")
    assert "2 đơn vị đã được đôn đốc tại Công văn số 320/SGDĐT-VP" in " ".join(text.split())
    assert _errors(tmp_path / "ra" / "don_doc_2027-q1.docx") == []


def test_a_joint_letter_to_units_of_several_times_says_why_it_names_none(
    run: Run, tmp_path: Path, issued: Path, sent: Path
) -> None:
    (sent / f"{FIRST.id}.yaml").unlink()
    _remind(run, issued, *ASK, "-o", "mot")
    (sent / f"{SECOND.id}.yaml").unlink()
    _remind(run, issued, *ASK, "--earlier", "mot/don_doc_2027-q1.yaml", "-o", "hai", on="2027-03-18")
    earlier = ("--earlier", "mot/don_doc_2027-q1.yaml", "--earlier", "hai/don_doc_2027-q1.yaml")
    said = _remind(run, issued, *ASK, *earlier, on="2027-03-19")[1]
    assert f"lần 2: {SECOND.name}\n" in said
    assert f"lần 3: {FIRST.name}\n" in said
    assert "vì các đơn vị được đôn đốc số lần khác nhau" in said
    assert "lần đầu" not in said


def test_letters_of_a_folder_are_looked_up_one_by_one(run: Run, tmp_path: Path, issued: Path, sent: Path) -> None:
    for unit in (FIRST, SECOND):
        (sent / f"{unit.id}.yaml").unlink()
    _remind(run, issued, *ASK, "--each", "-o", "mot")
    run("issue", f"mot/don_doc_{FIRST.id}_2027-q1.yaml", "--number", "320", "--date", "2027-03-17")
    code, said = _remind(run, issued, *ASK, "--earlier", "mot", "--each", on="2027-03-20")
    assert code == 1
    assert f"lần 2: {FIRST.name}, {SECOND.name}\n" in said
    assert f"don_doc_{SECOND.id}_2027-q1.yaml: cảnh báo: công văn này chưa có số, ngày" in said
    assert "còn thiếu: số, ngày của công văn đã đôn đốc" in said
    letter = (tmp_path / "ra" / f"don_doc_{SECOND.id}_2027-q1.yaml").read_text("utf-8")
    assert "[CẦN BỔ SUNG: số, ngày của công văn đã đôn đốc]" in letter
    assert "mot/" not in letter


def test_a_letter_of_a_later_day_is_doubted(run: Run, issued: Path, sent: Path) -> None:
    (sent / f"{FIRST.id}.yaml").unlink()
    _remind(run, issued, *ASK, "-o", "mot")
    run("issue", "mot/don_doc_2027-q1.yaml", "--number", "320", "--date", "2027-03-18")
    _, said = _remind(run, issued, *ASK, "--earlier", "mot/don_doc_2027-q1.yaml")
    assert "đề ngày sau ngày tính; gặp: 18/03/2027" in said


def test_an_earlier_letter_in_words_is_one_to_all(run: Run, issued: Path, sent: Path) -> None:
    (sent / f"{FIRST.id}.yaml").unlink()
    letter = "Công văn số 9/SGDĐT-VP ngày 16/3/2027 của Sở Giáo dục và Đào tạo về việc đôn đốc gửi báo cáo" + " và" * 99
    code, said = _remind(run, issued, *ASK, "--earlier", letter, "--times", "3")
    assert code == 0, said
    assert "coi như đã đôn đốc mọi đơn vị đang chậm" in said
    assert f"lần 3: {FIRST.name}" in said


def test_number_and_day_alone_name_an_earlier_letter(run: Run, issued: Path, sent: Path, tmp_path: Path) -> None:
    (sent / f"{FIRST.id}.yaml").unlink()
    code, said = _remind(run, issued, *ASK, "--earlier", "số 9/SGDĐT-VP ngày 16/3/2027")
    assert code == 0, said
    assert f"lần 2: {FIRST.name}" in said
    assert "Công văn số 9/SGDĐT-VP ngày 16/3/2027" in (tmp_path / "ra" / "don_doc_2027-q1.yaml").read_text("utf-8")


@pytest.mark.parametrize(("by", "is_told"), [("2027-03-28", True), ("2027-03-29", False), ("2087-03-30", False)])
def test_a_new_day_on_which_offices_do_not_work_is_told(
    run: Run, issued: Path, sent: Path, by: str, *, is_told: bool
) -> None:
    (sent / f"{FIRST.id}.yaml").unlink()
    _, said = _remind(run, issued, "--by", by)
    assert ("--by: cảnh báo: hạn mới là ngày nghỉ" in said) is is_told


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (["--earlier", "khong_co/don_doc.yaml"], "không phải tệp đã có, cũng không ghi đủ số và ngày"),
        (["--earlier", "Công văn trước"], "không phải tệp đã có, cũng không ghi đủ số và ngày"),
        (["--by", "2027-03-17"], "hạn mới 17/03/2027 không sau ngày 17/03/2027"),
    ],
)
def test_what_cannot_be_said_is_refused(run: Run, issued: Path, sent: Path, more: list[str], message: str) -> None:
    (sent / f"{FIRST.id}.yaml").unlink()
    code, said = _remind(run, issued, *more)
    assert code == 2
    assert message in said


def test_an_earlier_letter_of_others_is_doubted(run: Run, issued: Path, sent: Path) -> None:
    (sent / f"{FIRST.id}.yaml").unlink()
    letter = DATA / "documents" / "cong_van_ra_soat_tthc.yaml"
    _, said = _remind(run, issued, *ASK, "--earlier", letter)
    assert "cong_van_ra_soat_tthc.yaml: cảnh báo: công văn này không nêu tên đơn vị nào đang chậm" in said


def test_what_came_after_the_day_had_not_come(run: Run, tmp_path: Path, issued: Path, sent: Path) -> None:
    days = "\n".join(f"{unit.id},2027-03-{18 if unit in SCHOOLS[:4] else 16}" for unit in SCHOOLS)
    code, said = _remind(run, issued, *ASK, *_received(tmp_path, f"Mã đơn vị,Ngày nhận\n{days}\n"))
    assert code == 0, said
    assert "4 đơn vị được đôn đốc: 4 chưa gửi báo cáo" in said
    assert f"Đã gửi báo cáo, chậm hạn, không đôn đốc việc gửi: {SCHOOLS[4].name} (ngày 16/03/2027)" in said


def test_a_unit_that_was_allowed_more_time_is_not_reminded(run: Run, tmp_path: Path, issued: Path, sent: Path) -> None:
    for unit in (FIRST, SECOND):
        (sent / f"{unit.id}.yaml").unlink()
    listed = _received(tmp_path, f"Đơn vị,Ngày nhận,Gia hạn đến\n{FIRST.name},,20/3/2027\n{SECOND.name},,\n")
    code, said = _remind(run, issued, *ASK, *listed)
    assert code == 0, said
    assert "1 đơn vị được đôn đốc" in said
    assert f"Còn trong thời gian gia hạn, không đôn đốc việc gửi: {FIRST.name} (đến 20/03/2027)" in said
    listed = _received(tmp_path, f"Đơn vị,Ngày nhận,Gia hạn đến\n{FIRST.name},,15/3/2027\n")
    code, said = _remind(run, issued, *ASK, *listed)
    assert (code, "không sau hạn gửi" in said) == (2, True)


def test_tasks_due_since_the_figures_were_cut_off_are_told_apart(
    run: Run, tmp_path: Path, issued: Path, sent: Path
) -> None:
    run("derive", issued, "--unit", FIRST.id, "--units", UNITS, "--on", "2026-12-28", "-o", "truong")
    code, said = _remind(run, issued, *ASK, "--plans", "truong", "--by", "2027-05-01", on="2027-04-20")
    assert code == 0, said
    assert "Đến hạn sau ngày chốt số liệu 14/03/2027, chưa có số liệu nên không nêu trong công văn" in said
    data = (tmp_path / "ra" / "don_doc_2027-q1.yaml").read_text("utf-8")
    assert "Theo số liệu tính đến hết ngày 14/3/2027" in data
    assert FIRST.name in data
    assert SECOND.name not in data


def test_nobody_is_late(run: Run, tmp_path: Path, issued: Path, sent: Path) -> None:
    code, said = _remind(run, issued, *_received(tmp_path, "Đơn vị,Ngày nhận\nx,\n"))
    assert (code, "Không đơn vị nào chậm đến hết ngày 17/03/2027" in said) == (0, True)
    assert not (tmp_path / "ra").exists()


def test_what_the_letter_lacks_is_told(run: Run, sent: Path) -> None:
    (sent / f"{FIRST.id}.yaml").unlink()
    code, said = _remind(run, PLAN)
    assert code == 1
    assert "còn thiếu: thời hạn gửi" in said
    assert "còn thiếu: kế hoạch đã giao việc" in said
