"""``vanban roll``: a plan for the next year, what is told, what is refused."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from generator.model.plan import Plan
from generator.model.store import load_document
from tests.cli.conftest import Run

DATA = Path(__file__).parents[2] / "data"
PLAN = Path("ke_hoach.yaml")
NEXT = Path("ke_hoach_2024.yaml")
LISTED = Path("ke_hoach_2024_viec_can_quyet_dinh.xlsx")
ON = ("--on", "2023-12-20")
ROLL = ("roll", PLAN, "--year", "2024", "-o", NEXT)


@pytest.fixture(autouse=True)
def _plan(tmp_path: Path) -> None:
    (tmp_path / PLAN).write_bytes((DATA / "plans/ke_hoach_cchc_2023.yaml").read_bytes())


def _made() -> Plan:
    plan = load_document(NEXT.read_bytes(), NEXT.name)
    assert isinstance(plan, Plan)
    return plan


def _list(*rows: tuple[object, ...], name: str = "tien_do.xlsx") -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(name)
    return Path(name)


def test_the_next_plan_is_written_with_the_list_of_what_is_to_be_decided(run: Run) -> None:
    code, out, err = run(*ROLL, *ON, "--units", DATA / "registers/units.yaml")
    assert code == 1, "còn việc cần quyết định"
    assert f"Đã ghi: {NEXT}" in out
    assert "nhiệm vụ (0 chuyển tiếp), bỏ 0 nhiệm vụ đã xong" in out
    assert "căn cứ: 2 việc" in err
    plan = _made()
    assert (plan.year, plan.number) == (2024, None)
    sheet = openpyxl.load_workbook(LISTED)["Cần quyết định"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["Nhóm việc", "Chỗ", "Nội dung", "Việc cần làm"]
    assert {"căn cứ", "chỉ tiêu", "nhiệm vụ", "thời hạn"} == {row[0] for row in rows[1:]}
    code, _, err = run("render", NEXT, "-o", "ra")
    assert (code, err.count("lỗi NC-03"), "có 2 lỗi" in err) == (1, 2, True), "chỉ còn hai căn cứ phải ghi"
    assert run("roll", PLAN, "--year", "2024", "-o", "ke_hoach_2024.xlsx", *ON)[0] == 1
    assert Path("ke_hoach_2024.xlsx").is_file()


def test_finished_tasks_go_and_unfinished_ones_are_marked(run: Run) -> None:
    told = _list(
        ("Tiến độ năm 2023",),
        ("STT", "Mã nhiệm vụ", "Trạng thái", "Kết quả"),
        (1, "NV05", "Xong", None),
        (2, "NV07", "Đang thực hiện", None),
        (3, "NV08", None, None),
        (4, "CT01", None, 96.5),
    )
    code, out, _ = run(*ROLL, *ON, "--progress", told)
    assert code == 1
    assert "(1 chuyển tiếp), bỏ 1 nhiệm vụ đã xong" in out
    tasks = {task.id: task for task in _made().tasks}
    assert "NV05" not in tasks
    assert tasks["NV07"].carried_from == 2023
    assert str(_made().targets[0].last_year) == "96.5"


def test_progress_of_the_program_and_lists_as_csv_are_read(run: Run) -> None:
    Path("tien_do.yaml").write_text(
        "format: 1\nkind: progress\nunit: so-gddt\nunit_name: Sở\nregime: x\nperiod: 2023-NAM\n"
        "tasks:\n  - {task: NV05, status: done}\n  - {task: NV06, status: dropped}\n"
        "  - {task: NV07, status: under_way}\n",
        encoding="utf-8",
    )
    assert "(1 chuyển tiếp), bỏ 2" in run(*ROLL, *ON, "--progress", "tien_do.yaml")[1]
    Path("tien_do.csv").write_text("Mã;Tình trạng\nNV05;hoàn thành\n", encoding="utf-8")
    assert "(0 chuyển tiếp), bỏ 1" in run(*ROLL, *ON, "--progress", "tien_do.csv")[1]


def test_words_beside_the_state_of_a_task_are_no_fault(run: Run) -> None:
    told = _list(
        ("Mã", "Trạng thái", "Kết quả"), ("NV05", "Quá hạn", "mới kiểm tra 10 đơn vị"), ("NV07", "Không đạt", "")
    )
    assert "(2 chuyển tiếp), bỏ 0" in run(*ROLL, *ON, "--progress", told)[1]


def test_faults_of_a_list_are_told_with_their_cells(run: Run) -> None:
    told = _list(("Mã", "Trạng thái", "Kết quả"), ("NV05", "gần xong", None), ("CT01", None, "nhiều"))
    code, _, err = run(*ROLL, *ON, "--progress", told)
    assert code == 3
    assert "Sheet!B2" in err and "«gần xong»" in err
    assert "Sheet!C3" in err and "«nhiều»" in err
    assert not NEXT.exists()
    code, _, err = run(*ROLL, *ON, "--progress", _list(("A", "B"), ("NV05", "xong"), name="khac.xlsx"))
    assert code == 3
    assert "Mã nhiệm vụ | Trạng thái" in err


def test_what_cannot_be_taken_on_is_refused(run: Run) -> None:
    code, _, err = run("roll", PLAN, "--year", "2023", "-o", NEXT, *ON)
    assert (code, "ke_hoach.yaml" in err, "đã là của năm 2023" in err) == (3, True, True)
    assert run("roll", PLAN, "--year", "2024", "-o", PLAN, *ON)[0] == 2
    assert run("roll", PLAN, "--year", "2024", "-o", "a.docx", *ON)[0] == 2
    report = DATA / "documents/bao_cao_cchc_quy_i_2027.yaml"
    code, _, err = run("roll", report, "--year", "2028", "-o", NEXT)
    assert code == 3
    assert "cần một kế hoạch" in err


def test_the_higher_plan_is_named_from_its_file(run: Run) -> None:
    Path("so.yaml").write_bytes((DATA / "plans/ke_hoach_cchc_2027.yaml").read_bytes())
    text = PLAN.read_text("utf-8")
    basis = "\n  - {lead: Thực hiện, document: so.yaml, from_superior: true}\n\npreamble:"
    PLAN.write_text(text.replace("\n\npreamble:", basis, 1), encoding="utf-8")
    assert "thay bằng Kế hoạch năm 2024 của Sở Giáo dục và Đào tạo" in run(*ROLL, *ON)[2]
    Path("so.yaml").unlink()
    code, _, err = run(*ROLL, *ON)
    assert (code, "so.yaml" in err, "Văn bản cấp trên năm 2024" in err) == (1, True, True)


def test_a_plan_that_names_files_stays_in_its_folder(run: Run) -> None:
    text = PLAN.read_text("utf-8").replace("preamble:", 'preamble:\n  - "Thực hiện [[tinh.yaml]]"')
    PLAN.write_text(text, encoding="utf-8")
    Path("khac").mkdir()
    code, _, err = run("roll", PLAN, "--year", "2024", "-o", "khac/a.yaml", *ON)
    assert code == 2
    assert "tinh.yaml" in err
    assert "tệp được dẫn" in run(*ROLL, *ON)[2]
