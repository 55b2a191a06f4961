"""``vanban derive``: children as files, what is listed, what is refused."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pytest

from generator.lint.word import judge_word
from generator.model.plan import Plan
from generator.model.store import load_document
from generator.workbook.reader import load_workbook
from tests.cli.conftest import Run

DATA = Path(__file__).parents[2] / "data"
PLAN = Path("ke_hoach.yaml")
ON = ("--on", "2026-12-20")
UNITS = ("--units", DATA / "registers/units.yaml")
LISTS = Path("ra/viec_can_quyet_dinh.xlsx")


@pytest.fixture(autouse=True)
def _plan(tmp_path: Path) -> None:
    """A plan of which one target is a number for all subordinate units, so that each must set its own."""
    text = (DATA / "plans/ke_hoach_cchc_2027.yaml").read_text("utf-8")
    counted = "last_year: 14\n    lead: Văn phòng Sở"
    assert counted in text
    text = text.replace(counted, "last_year: 14\n    lead: Các đơn vị trực thuộc")
    (tmp_path / PLAN).write_text(text, encoding="utf-8")


def _plan_of(path: Path) -> Plan:
    plan = load_document(path.read_bytes(), path.name)
    assert isinstance(plan, Plan)
    return plan


def test_a_unit_gets_data_and_a_word_file_and_open_decisions_are_listed(run: Run) -> None:
    code, out, err = run("derive", PLAN, "--unit", "thpt-song-van", *UNITS, *ON, "-o", "ra")
    assert code == 1, "còn việc cần quyết định"
    written = [line for line in out.splitlines() if line.startswith("Đã ghi")]
    assert written[:2] == ["Đã ghi: ra/thpt-song-van.yaml", "Đã ghi: ra/thpt-song-van.docx"]
    assert written[-1] == f"Đã ghi: {LISTS}"
    assert "Chỉ tiêu" in err and "CT02" in err
    plan = _plan_of(Path("ra/thpt-song-van.yaml"))
    assert plan.legal_bases[0].document == "../ke_hoach.yaml"
    book = openpyxl.load_workbook(LISTS)
    assert book.sheetnames == ["Cần quyết định", "Đã thay", "Lược bỏ"]
    decisions = [[cell.value for cell in row] for row in book["Cần quyết định"].iter_rows(min_row=2)]
    assert any(row[2] == "CT02" for row in decisions)
    assert {row[2] for row in decisions} == {"CT02", "CT07", "cột chủ trì"}


def test_the_word_file_has_no_fault_but_the_places_left_to_a_person(run: Run) -> None:
    run("derive", PLAN, "--unit", "thpt-song-van", *UNITS, *ON, "-o", "ra")
    data = Path("ra/thpt-song-van.docx").read_bytes()
    found = judge_word(data, "con.docx").findings
    assert {one.code for one in found if one.severity.name == "ERROR"} == {"NC-03"}
    paragraphs = [one.text for one in docx.Document("ra/thpt-song-van.docx").paragraphs]
    assert any(one.startswith("Thực hiện Kế hoạch số") for one in paragraphs), "căn cứ trỏ tới tệp được ghép thành câu"


def test_the_same_command_gives_the_same_bytes(run: Run) -> None:
    run("derive", PLAN, "--unit", "thpt-song-van", *UNITS, *ON, "-o", "ra")
    first = {path.name: path.read_bytes() for path in Path("ra").iterdir()}
    run("derive", PLAN, "--unit", "thpt-song-van", *UNITS, *ON, "-o", "ra")
    assert {path.name: path.read_bytes() for path in Path("ra").iterdir()} == first


def test_a_data_file_edited_by_hand_is_kept_when_it_is_replaced(run: Run) -> None:
    run("derive", PLAN, "--unit", "thpt-song-van", *UNITS, *ON, "-o", "ra")
    edited = Path("ra/thpt-song-van.yaml")
    edited.write_text(edited.read_text("utf-8") + "# sửa tay\n", encoding="utf-8")
    _, out, _ = run("derive", PLAN, "--unit", "thpt-song-van", *UNITS, *ON, "-o", "ra")
    assert "bản cũ giữ ở ra/thpt-song-van.yaml.cu" in out
    assert Path("ra/thpt-song-van.yaml.cu").read_text("utf-8").endswith("# sửa tay\n")


def test_a_word_file_with_somebodys_work_is_kept_when_it_is_replaced(run: Run) -> None:
    run("derive", PLAN, "--unit", "thpt-song-van", *UNITS, *ON, "-o", "ra")
    opened = docx.Document("ra/thpt-song-van.docx")
    opened.paragraphs[-1].add_run("sửa trong Word")
    opened.save("ra/thpt-song-van.docx")
    docx.Document().save("ra/coverage.docx")
    Path("ra/viec_can_quyet_dinh.xlsx").write_bytes(b"a list with notes")
    kept = ("thpt-song-van.docx", "coverage.docx", "viec_can_quyet_dinh.xlsx")
    work = {name: Path("ra", name).read_bytes() for name in kept}
    _, out, _ = run("derive", PLAN, "--unit", "thpt-song-van", *UNITS, *ON, "-o", "ra")
    for name in kept:
        assert f"Đã ghi: ra/{name} (bản cũ giữ ở ra/{name}.cu)" in out
        assert Path(f"ra/{name}.cu").read_bytes() == work[name]


def test_a_word_file_of_ours_that_nobody_edited_is_replaced(run: Run) -> None:
    for day in ("2026-12-20", "2027-03-01"):
        run("derive", PLAN, "--unit", "thpt-song-van", *UNITS, "--on", day, "-o", "ra")
    assert not Path("ra/thpt-song-van.docx.cu").exists()


def test_a_unit_may_be_named_and_the_data_be_a_workbook(run: Run) -> None:
    run("derive", PLAN, "--unit", "UBND xã Đồng Lau", *UNITS, *ON, "-o", "ra", "--format", "xlsx")
    document, _ = load_workbook(Path("ra/ubnd-xa-dong-lau.xlsx").read_bytes(), "ra/ubnd-xa-dong-lau.xlsx")
    assert document.issuer.name == "Ủy ban nhân dân xã Đồng Lau"


def test_a_higher_plan_as_a_word_file_is_named_as_such(run: Run) -> None:
    run("render", PLAN, "-o", "tren")
    PLAN.unlink()
    run("derive", "tren/ke_hoach.docx", "--unit", "thpt-song-van", *UNITS, *ON, "-o", "ra")
    assert _plan_of(Path("ra/thpt-song-van.yaml")).legal_bases[0].document == "../tren/ke_hoach.docx"


def test_all_units_below_get_one_but_not_the_divisions_of_the_office(run: Run) -> None:
    code, _, err = run("derive", PLAN, "--all", *UNITS, *ON, "-o", "ra")
    made = {path.stem for path in Path("ra").glob("*.yaml")}
    assert code == 1, err
    assert {"thpt-song-van", "ubnd-xa-dong-lau"} <= made
    assert not any(name.startswith("phong-") for name in made)
    assert len(made) >= 40


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "cần một trong hai: --unit ĐƠN_VỊ hoặc --all"),
        (("--all", "--unit", "thpt-song-van"), "cần một trong hai"),
        (("--unit", "thpt-song-va"), "thpt-song-van"),
        (("--unit", "ubnd-huyen-ha-van"), "không hoạt động ngày 20/12/2026"),
    ],
)
def test_units_must_be_named_rightly(run: Run, words: tuple[str, ...], said: str) -> None:
    code, _, err = run("derive", PLAN, *words, *UNITS, *ON, "-o", "ra")
    assert code == 2
    assert said in err
    assert not Path("ra").exists()


def test_all_needs_an_issuer_that_the_directory_knows(run: Run) -> None:
    PLAN.write_text(PLAN.read_text("utf-8").replace("name: Sở Giáo dục và Đào tạo", "name: Sở Mới"), encoding="utf-8")
    code, _, err = run("derive", PLAN, "--all", *UNITS, *ON, "-o", "ra")
    assert code == 3
    assert "danh bạ không có cơ quan ban hành «Sở Mới»" in err


def test_rules_of_ones_own_are_checked_like_any_input(run: Run) -> None:
    text = (DATA / "registers/derivation.yaml").read_text("utf-8")
    Path("quy_tac.yaml").write_text(text.replace("  lead: 2 ", "  lead: hai "), encoding="utf-8")
    code, _, err = run("derive", PLAN, "--unit", "thpt-song-van", *UNITS, *ON, "-o", "ra", "--rules", "quy_tac.yaml")
    assert code == 3
    assert "quy_tac.yaml, dòng" in err and "deadlines.lead" in err
