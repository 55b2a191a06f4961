"""``vanban diff`` as a clerk types it."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText

from generator.model.document import Document
from generator.model.plan import Plan
from generator.model.store import dump_document, load_document
from generator.render.render import render
from generator.templates.catalog import layouts
from tests.rendered import built_template
from tests.transform.diff.ten_changes import edited, sample

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """The sample plan, and the version with ten changes."""
    made = tmp_path / "cu.yaml", tmp_path / "moi.yaml"
    for path, plan in zip(made, (sample(), edited(sample())), strict=True):
        path.write_text(dump_document(plan, path.name), "utf-8")
    return made


def _as_word(path: Path, *, embed: bool) -> Path:
    document = load_document(path.read_bytes(), path.name)
    target = path.with_suffix(".docx")
    target.write_bytes(render(document, built_template(document.kind), layouts(), embed=embed))
    return target


def test_changes_are_counted_and_shown_part_by_part(run: Run, files: tuple[Path, Path]) -> None:
    code, out, err = run("diff", *files)
    assert code == 1
    assert err == ""
    first, *lines = out.splitlines()
    assert first == "cu.yaml → moi.yaml: 10 thay đổi: 2 bổ sung, 2 bãi bỏ, 1 chuyển chỗ, 5 sửa"
    assert [line for line in lines if not line.startswith(" ")] == [
        "Phần đầu", "Căn cứ", "Nội dung", "Chỉ tiêu", "Nhiệm vụ", "Nơi nhận",
    ]  # fmt: skip
    assert "      Quý [-II-]{+III+}/2027" in lines
    assert "      Sở Nội vụ (để [-tổng hợp-]{+báo cáo+})" in lines


def test_equal_files_end_with_0(run: Run, files: tuple[Path, Path]) -> None:
    code, out, _ = run("diff", files[0], files[0])
    assert (code, out) == (0, "cu.yaml → cu.yaml: không có chỗ khác\n")


@pytest.mark.parametrize("embed", [True, False], ids=["mang dữ liệu", "không dữ liệu"])
def test_data_against_word(run: Run, files: tuple[Path, Path], embed: bool) -> None:
    code, out, _ = run("diff", files[0], _as_word(files[1], embed=embed))
    assert code == 1
    assert ": 10 thay đổi: 2 bổ sung, 2 bãi bỏ, 1 chuyển chỗ, 5 sửa" in out
    assert "Chỉ so phần in ra" in out
    assert run("diff", files[0], _as_word(files[0], embed=embed))[0] == 0


def test_a_workbook_is_data(run: Run, files: tuple[Path, Path]) -> None:
    book = files[1].with_suffix(".xlsx")
    assert run("convert", files[1], book)[0] == 0
    assert run("diff", files[1], book)[:2] == (0, "moi.yaml → moi.xlsx: không có chỗ khác\n")


def test_a_page_marks_words_and_escapes_them(run: Run, files: tuple[Path, Path], tmp_path: Path) -> None:
    files[1].write_text(files[1].read_text("utf-8").replace("Nguyễn Văn A", "Nguyễn <Văn> A"), "utf-8")
    code, out, _ = run("diff", *files, "-o", "so.html")
    assert (code, out) == (1, "Đã ghi: so.html\n")
    page = (tmp_path / "so.html").read_text("utf-8")
    assert "Quý <del>II</del><ins>III</ins>/2027" in page
    assert "<ins>&lt;Văn&gt;</ins>" in page
    assert not re.search(r'(?:src|href)="', page), "trang không cần gì khác"
    assert run("diff", *files, "--format", "html")[1] == page


def test_a_workbook_has_one_row_for_each_change(run: Run, files: tuple[Path, Path], tmp_path: Path) -> None:
    assert run("diff", *files, "-o", "so.xlsx")[0] == 1
    data = (tmp_path / "so.xlsx").read_bytes()
    sheet = openpyxl.load_workbook(BytesIO(data), rich_text=True)["Thay đổi"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert len(rows) == 10
    texts = {str(row[7]): row[7] for row in rows}
    deadline = texts["Quý IIIII/2027"]
    assert isinstance(deadline, CellRichText)
    assert [str(run_) for run_ in deadline] == ["Quý ", "II", "III", "/2027"]
    run("diff", *files, "-o", "lai.xlsx")
    assert (tmp_path / "lai.xlsx").read_bytes() == data


def test_text_goes_to_a_file_without_colours(run: Run, files: tuple[Path, Path], tmp_path: Path) -> None:
    run("diff", *files, "-o", "so.txt")
    assert (tmp_path / "so.txt").read_text("utf-8") == run("diff", *files)[1]


def test_two_years_are_one_remark(run: Run, files: tuple[Path, Path]) -> None:
    text = files[0].read_text("utf-8").replace("year: 2027", "year: 2028").replace("năm 2027", "năm 2028")
    files[1].write_text(text, "utf-8")
    code, out, _ = run("diff", *files)
    assert code == 1
    assert "2027 → 2028: " in out
    assert "chỗ chỉ đổi năm" in out
    assert len(run("diff", *files, "--each-year")[1].splitlines()) > len(out.splitlines())


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("cu.yaml", "moi.yaml", "--format", "xlsx"), 2, "phải ghi vào tệp"),
        (("cu.yaml", "moi.yaml", "-o", "moi.yaml"), 2, "moi.yaml"),
        (("cu.yaml", "moi.yaml", "--adjust", "ke_hoach.docx"), 2, ".yaml"),
        (("cu.yaml", "khong_co.yaml"), 3, "khong_co.yaml"),
    ],
)
def test_a_wrong_call_writes_nothing(
    run: Run, files: tuple[Path, Path], tmp_path: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    before = files[1].read_bytes()
    ended, _, err = run("diff", *words)
    assert (ended, said in err) == (code, True)
    assert files[1].read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cu.yaml", "moi.yaml"]


def _draft(run: Run, files: tuple[Path, Path]) -> tuple[Document, str]:
    _, _, err = run("diff", *files, "--adjust", "dieu_chinh.yaml")
    path = files[0].with_name("dieu_chinh.yaml")
    return load_document(path.read_bytes(), path.name), err


def test_the_draft_that_adjusts_tells_what_it_leaves_out(run: Run, files: tuple[Path, Path]) -> None:
    draft, err = _draft(run, files)
    assert isinstance(draft, Plan)
    assert [task.name for task in draft.tasks] == ["Số hóa hồ sơ công chức, viên chức"]
    assert err == "  • không đưa vào dự thảo: sửa Nơi nhận, nơi nhận 2\n"


def test_the_draft_is_a_sound_document_once_its_gaps_are_filled(run: Run, files: tuple[Path, Path]) -> None:
    draft, _ = _draft(run, files)
    filled = re.sub(r"số \[CẦN BỔ SUNG: số của[^\]]*\]", "số 15", dump_document(draft, "a.json"))
    filled = filled.replace('"date": ""', '"date": "2027-03-15"')
    filled = re.sub(r"Căn cứ \[CẦN[^\]]*\]", "Theo đề nghị của Chánh Văn phòng Sở", filled)
    filled = re.sub(r"\[CẦN BỔ SUNG: đơn vị[^\]]*\]", "Các phòng thuộc Sở thực hiện và báo cáo trước 30/6/2027", filled)
    assert "CẦN BỔ SUNG" not in filled
    files[0].with_name("dieu_chinh.json").write_text(filled, "utf-8")
    assert run("render", "dieu_chinh.json", "-o", "ra", "--ready")[0] == 0
    code, out, _ = run("check", "ra/dieu_chinh.docx")
    assert (code, out.splitlines()[0]) == (0, "ra/dieu_chinh.docx (Kế hoạch): không có lỗi")


def test_only_a_plan_is_adjusted(run: Run, tmp_path: Path) -> None:
    report = "format: 1\nkind: report\nsubject: Kết quả {}\n"
    for name in ("cu", "moi"):
        (tmp_path / f"{name}.yaml").write_text(report.format(name), "utf-8")
    code, _, err = run("diff", "cu.yaml", "moi.yaml", "--adjust", "dc.yaml")
    assert code == 2
    assert "kế hoạch" in err
