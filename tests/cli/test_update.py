"""``vanban update``: derived plans after a change of the higher plan."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from generator.model.plan import Plan
from generator.model.store import load_document
from tests.cli.conftest import Run

DATA = Path(__file__).parents[2] / "data"
OLD, NEW = Path("so_cu.yaml"), Path("so.yaml")
CHILD = Path("truong/thpt-song-van.yaml")
CONFLICTS = Path("truong/thpt-song-van_xung_dot.xlsx")
UNITS = ("--units", DATA / "registers/units.yaml")
UPDATE = ("update", CHILD, "--old", OLD, "--new", NEW, *UNITS)
DEADLINE = "Trước ngày 29/3/2027"


@pytest.fixture(autouse=True)
def _plans(tmp_path: Path, run: Run) -> None:
    """A plan, a child derived from it, then the plan with another deadline and a copy of what it was."""
    text = (DATA / "plans/ke_hoach_cchc_2027.yaml").read_text("utf-8")
    (tmp_path / NEW).write_text(text, encoding="utf-8")
    run("derive", NEW, "--unit", "thpt-song-van", "--unit", "mn-bai-ngo", *UNITS, "--on", "2026-12-20", "-o", "truong")
    (tmp_path / OLD).write_text(text, encoding="utf-8")
    assert "Trước ngày 31/3/2027" in text
    (tmp_path / NEW).write_text(text.replace("Trước ngày 31/3/2027", "Trước ngày 15/4/2027"), encoding="utf-8")


def _schedules() -> dict[str, str | None]:
    plan = load_document(CHILD.read_bytes(), CHILD.name)
    assert isinstance(plan, Plan)
    return {task.id: task.rows[0].schedule for task in plan.tasks}


def _edit(before: str, after: str) -> None:
    text = CHILD.read_text("utf-8")
    assert before in text
    CHILD.write_text(text.replace(before, after, 1), encoding="utf-8")


def test_what_changed_is_told_and_the_old_file_kept(run: Run) -> None:
    code, out, err = run(*UPDATE)
    assert code == 0, err
    assert "1 thay đổi từ cấp trên, 0 xung đột" in out
    assert f"sửa nhiệm vụ NV34, hàng 1, thời gian thực hiện: «{DEADLINE}» → «Trước ngày 13/4/2027»" in out
    assert CHILD.with_name(f"{CHILD.name}.cu").is_file()
    assert _schedules()["NV34"] == "Trước ngày 13/4/2027"
    assert "0 thay đổi" in run("update", CHILD, "--old", NEW, "--new", NEW, *UNITS)[1]


def test_a_conflict_is_shown_on_both_sides_and_decided_in_a_workbook(run: Run) -> None:
    _edit(f"schedule: {DEADLINE}", "schedule: Trước ngày 20/3/2027")
    code, out, err = run(*UPDATE)
    assert code == 1
    assert "0 thay đổi từ cấp trên, 1 xung đột" in out
    for said in (f"đã giao : «{DEADLINE}»", "đơn vị  : «Trước ngày 20/3/2027»", "cấp trên: «Trước ngày 13/4/2027»"):
        assert said in err
    assert "giữ bản của đơn vị" in err
    book = openpyxl.load_workbook(CONFLICTS)
    sheet = book["Xung đột"]
    assert [cell.value for cell in sheet[1]][-1] == "Chọn"
    assert sheet.data_validations.dataValidation[0].formula1 == '"cấp trên,đơn vị"'
    sheet["F2"] = "cấp trên"
    book.save("chon.xlsx")
    code, out, err = run(*UPDATE, "--decisions", "chon.xlsx")
    assert (code, "lấy bản của cấp trên" in err) == (0, True)
    assert _schedules()["NV34"] == "Trước ngày 13/4/2027"


@pytest.mark.parametrize(("side", "schedule"), [("parent", "Trước ngày 13/4/2027"), ("child", "Trước ngày 20/3/2027")])
def test_all_conflicts_are_decided_at_once(run: Run, side: str, schedule: str) -> None:
    _edit(f"schedule: {DEADLINE}", "schedule: Trước ngày 20/3/2027")
    assert run(*UPDATE, "--take", side, "-o", "truong/moi.yaml")[0] == 0
    assert f"schedule: {schedule}" in Path("truong/moi.yaml").read_text("utf-8")
    assert _schedules()["NV34"] == "Trước ngày 20/3/2027", "tệp cũ không đổi"


def test_a_new_file_of_the_higher_plan_is_named_and_no_change(run: Run) -> None:
    Path("so_moi.yaml").write_bytes(NEW.read_bytes())
    NEW.write_bytes(OLD.read_bytes())
    code, out, err = run("update", CHILD, "--old", NEW, "--new", "so_moi.yaml", *UNITS)
    assert (code, "1 thay đổi từ cấp trên, 0 xung đột" in out) == (0, True), err
    text = CHILD.read_text("utf-8")
    assert "../so_moi.yaml" in text
    assert "../so.yaml" not in text


def test_several_plans_in_one_call(run: Run) -> None:
    code, out, _ = run("update", CHILD, "truong/mn-bai-ngo.yaml", *UPDATE[2:])
    assert code == 0
    assert "thpt-song-van.yaml: 1 thay đổi" in out
    assert "mn-bai-ngo.yaml: 0 thay đổi" in out
    code, _, err = run("update", CHILD, "truong/mn-bai-ngo.yaml", *UPDATE[2:], "-o", "a.yaml")
    assert (code, "chỉ dùng cho một kế hoạch" in err) == (2, True)


def test_one_faulty_or_foreign_plan_leaves_the_others_be(run: Run) -> None:
    Path("truong/a.yaml").write_text("x: 1\n", "utf-8")
    code, out, err = run("update", "truong/a.yaml", OLD, CHILD, *UPDATE[2:])
    assert (code, _schedules()["NV34"]) == (3, "Trước ngày 13/4/2027")
    assert "lỗi: truong/a.yaml" in err
    assert "lỗi: so_cu.yaml: kế hoạch không ghi được dẫn xuất từ đâu" in err
    assert "3 kế hoạch: 1 đã cập nhật, 2 không cập nhật được" in out


def test_a_folder_can_be_updated_again_for_the_conflicts_that_are_left(run: Run) -> None:
    _edit(f"schedule: {DEADLINE}", "schedule: Trước ngày 20/3/2027")
    both = ("update", "truong/mn-bai-ngo.yaml", CHILD, *UPDATE[2:])
    code, out, _ = run(*both)
    assert (code, "2 kế hoạch: 1 đã cập nhật, 1 còn việc phải quyết định" in out) == (1, True)
    nursery = Path("truong/mn-bai-ngo.yaml").read_bytes()
    code, out, err = run(*both, "--take", "parent")
    assert (code, _schedules()["NV34"]) == (0, "Trước ngày 13/4/2027"), err
    assert "mn-bai-ngo.yaml: đã theo bản mới từ trước, không ghi gì" in out
    assert "2 kế hoạch: 1 đã cập nhật, 1 đã theo bản mới từ trước" in out
    assert Path("truong/mn-bai-ngo.yaml").read_bytes() == nursery


def test_the_version_of_the_unit_is_kept_however_often_the_plan_is_updated(run: Run) -> None:
    _edit(f"schedule: {DEADLINE}", "schedule: Trước ngày 20/3/2027")
    own = CHILD.read_bytes()
    run(*UPDATE)
    half = CHILD.read_bytes()
    assert f"bản cũ giữ ở {CHILD}.cu2" in run(*UPDATE, "--take", "parent")[1]
    assert [CHILD.with_name(f"{CHILD.name}{end}").read_bytes() for end in (".cu", ".cu2")] == [own, half]


def test_comments_of_the_unit_stay_beside_what_stays(run: Run) -> None:
    _edit("  - id: NV34\n", "  # Hiệu trưởng đã duyệt\n  - id: NV34   # việc chính\n")
    _edit("archive:", "# nơi lưu\narchive:")
    code, out, err = run(*UPDATE)
    assert (code, "chú thích" in out) == (0, False), err
    text = CHILD.read_text("utf-8")
    assert "  # Hiệu trưởng đã duyệt\n  - id: NV34   # việc chính\n" in text
    assert "# nơi lưu\narchive:" in text
    assert _schedules()["NV34"] == "Trước ngày 13/4/2027"


def test_comments_that_go_with_what_is_replaced_are_told(run: Run) -> None:
    _edit(f"schedule: {DEADLINE}", f"schedule: {DEADLINE}   # đã hẹn với Phòng")
    text = NEW.read_text("utf-8")
    assert "  - id: NV34\n" in text
    NEW.write_text(text.replace("  - id: NV34\n", "  - id: NV84\n"), encoding="utf-8")
    code, out, err = run(*UPDATE)
    assert code in (0, 1), err
    assert ("# đã hẹn với Phòng" in CHILD.read_text("utf-8")) != (f"không còn; xem ở {CHILD}.cu" in out)


@pytest.mark.parametrize("form", [".yaml", ".xlsx"])
def test_the_copy_that_a_command_kept_is_the_old_plan(run: Run, form: str) -> None:
    kept = Path(f"so{form}.cu")
    run("convert", OLD, f"ban{form}")
    Path(f"ban{form}").rename(kept)
    code, out, err = run("update", CHILD, "--old", kept, *UPDATE[4:])
    assert (code, "1 thay đổi từ cấp trên" in out) == (0, True), err
    assert run("show", kept)[0] == 0


def test_printed_files_beside_the_plan_are_named(run: Run) -> None:
    CHILD.with_suffix(".docx").write_bytes(b"")
    assert "làm lại bằng «vanban render»: thpt-song-van.docx" in run(*UPDATE)[1]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("year: 2027", "year: 2028", "năm 2028, bản cũ năm 2027"),
        ("name: Sở Giáo dục và Đào tạo", "name: Sở Nội vụ", "của «Sở Nội vụ», bản cũ của «Sở Giáo dục và Đào tạo»"),
        ("subject: Cải cách", "subject: Kiểm tra cải cách", "về «kiểm tra cải cách hành chính»"),
    ],
)
def test_a_plan_that_is_no_version_of_the_old_one_is_refused(run: Run, before: str, after: str, told: str) -> None:
    text = NEW.read_text("utf-8")
    assert before in text
    NEW.write_text(text.replace(before, after, 1), encoding="utf-8")
    code, _, err = run(*UPDATE)
    assert (code, told in err, "--force" in err) == (2, True, True), err
    assert _schedules()["NV34"] == DEADLINE
    assert run(*UPDATE, "--force")[0] in (0, 1)


def test_another_kind_of_document_and_another_number_of_documents_are_refused(run: Run) -> None:
    code, _, err = run("update", CHILD, "--old", OLD, "--new", DATA / "documents/cong_van_ra_soat_tthc.yaml", *UNITS)
    assert (code, "là công văn, bản cũ là kế hoạch" in err) == (2, True)
    code, _, err = run("update", CHILD, "--old", OLD, "--new", NEW, "--new", OLD, *UNITS)
    assert (code, "--old nêu 1 văn bản, --new nêu 2" in err) == (2, True)


def _renamed_directory() -> Path:
    """A directory in which the school has another name and another head."""
    text = (DATA / "registers/units.yaml").read_text("utf-8")
    name, head = "name: Trường Trung học phổ thông Sông Vân\n", "name: Hoàng Văn E, position: Hiệu trưởng"
    assert name in text
    assert head in text
    changed = text.replace(name, f"{name.rstrip()} Mới\n").replace(head, head.replace("Văn E", "Thị H"))
    made = Path("danh_ba.yaml")
    made.write_text(changed, encoding="utf-8")
    return made


def test_a_directory_that_changed_is_a_change_to_take_and_no_edit_of_the_unit(run: Run) -> None:
    now = _renamed_directory()
    code, _, err = run(*UPDATE[:6], "--units", now)
    assert (code, "Sông Vân Mới" in err, "--old-units" in err) == (2, True, True)
    code, out, err = run(*UPDATE[:6], "--units", now, "--old-units", UNITS[1])
    assert (code, "0 xung đột" in out) == (0, True), err
    assert "sửa ký, họ và tên: «Hoàng Văn E» → «Hoàng Thị H»" in out
    text = CHILD.read_text("utf-8").replace("Sông Vân Mới", "")
    assert "Trường Trung học phổ thông Sông Vân" not in text
    assert _schedules()["NV34"] == "Trước ngày 13/4/2027"


def test_another_head_in_the_directory_is_told_where_the_old_directory_is_not_given(run: Run) -> None:
    now = _renamed_directory()
    now.write_text(now.read_text("utf-8").replace("Sông Vân Mới", "Sông Vân"), encoding="utf-8")
    code, _, err = run(*UPDATE[:6], "--units", now)
    assert code == 0
    assert "danh bạ đã khác lúc lập" in err
    assert "người ký «Hoàng Văn E», danh bạ ghi «Hoàng Thị H»" in err


def test_rules_that_changed_make_no_conflicts_where_the_old_ones_are_given(run: Run) -> None:
    text = (DATA / "registers/derivation.yaml").read_text("utf-8")
    rules = Path("quy_tac.yaml")
    rules.write_text(text.replace('support: "Phối hợp với', 'support: "Cùng với'), encoding="utf-8")
    assert rules.read_text("utf-8") != text
    code, _, err = run(*UPDATE, "--rules", rules)
    assert "quy tắc dẫn xuất đã khác lúc lập" in err
    assert "--old-rules" in err
    CHILD.write_bytes(CHILD.with_name(f"{CHILD.name}.cu").read_bytes())
    code, out, err = run(*UPDATE, "--rules", rules, "--old-rules", DATA / "registers/derivation.yaml")
    assert (code, "0 xung đột" in out, "đã khác lúc lập" in err) == (0, True, False), err


def test_what_does_not_fit_is_refused(run: Run) -> None:
    code, _, err = run("update", CHILD, "--old", NEW, "--new", NEW, *UNITS)
    assert (code, "không phải bản đã dùng" in err, "--force" in err) == (2, True, True)
    assert run("update", CHILD, "--old", NEW, "--new", NEW, *UNITS, "--force")[0] in (0, 1)
    code, _, err = run("update", OLD, "--old", OLD, "--new", NEW, *UNITS)
    assert (code, "vanban derive" in err) == (3, True)
    code, _, err = run("update", "truong/thpt-song-van.docx", *UPDATE[2:])
    assert (code, "thêm -o" in err) == (2, True)
    code, _, err = run(*UPDATE, "-o", "khac.yaml")
    assert (code, "theo thư mục" in err) == (2, True)


def test_decisions_that_fit_no_conflict_are_refused(run: Run) -> None:
    book = openpyxl.Workbook()
    for row in (("Mã", "Chọn"), ("abc", "đơn vị")):
        book.active.append(row)
    book.save("la.xlsx")
    code, _, err = run(*UPDATE, "--decisions", "la.xlsx")
    assert (code, "không khớp xung đột nào: abc" in err) == (2, True)
    book.active.append(("abd", "cả hai"))
    book.save("la.xlsx")
    code, _, err = run(*UPDATE, "--decisions", "la.xlsx")
    assert (code, "«cả hai»" in err, "B3" in err) == (3, True, True)
    assert _schedules()["NV34"] == DEADLINE
