"""``vanban issue``: number and day into data and into Word files of ours, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import openpyxl
import pytest

from generator.files import read_bytes
from generator.model.store import load_document
from tests.cli.conftest import Run

LETTER = """format: 1
kind: report
issuer: {parent: UBND tỉnh Sông Vân, name: Sở Nội vụ, symbol: SNV, place: Sông Vân}   # cơ quan
date: 2027-01           # ngày
subject: Kết quả công tác
legal_bases:
  - text: Thực hiện Kế hoạch số 412/KH-UBND ngày 04/12/2026 của UBND tỉnh
sections: [{numbering: none, blocks: [{kind: paragraph, text: Đã xong.}]}]
recipients: [{name: UBND tỉnh}]
archive: {holders: [VT]}
signature: {position: Giám đốc, name: Nguyễn Văn A}
appendices:
  - {title: Số liệu, note: "(Kèm theo Báo cáo số      /BC-SNV ngày     tháng 01 năm 2027)"}
"""
DATA = Path("bao_cao.yaml")
NUMBER = ("--number", "5", "--date", "2027-01-05")


@pytest.fixture(autouse=True)
def _file(tmp_path: Path) -> None:
    (tmp_path / DATA).write_text(LETTER, encoding="utf-8")


def test_number_day_and_the_line_of_the_appendix_are_filled_in_and_all_else_stays(run: Run) -> None:
    code, out, err = run("issue", DATA, *NUMBER)
    assert (code, err) == (0, "")
    note = "(Kèm theo Báo cáo số 05/BC-SNV ngày 05 tháng 01 năm 2027)"
    expected = LETTER.replace("date: 2027-01           #", "number: 5\ndate: 2027-01-05        #").replace(
        "(Kèm theo Báo cáo số      /BC-SNV ngày     tháng 01 năm 2027)", note
    )
    assert DATA.read_text("utf-8") == expected
    assert Path("bao_cao.yaml.cu").read_text("utf-8") == LETTER
    assert out.splitlines() == [
        "Số: …/BC-SNV → 05/BC-SNV",
        "Ngày ban hành: ngày … tháng 01 năm 2027 → ngày 05 tháng 01 năm 2027",
        f"Dòng kèm theo: (Kèm theo Báo cáo số /BC-SNV ngày … tháng 01 năm 2027) → {note}",
        "Đã ghi: bao_cao.yaml (bản cũ giữ ở bao_cao.yaml.cu)",
    ]


def test_the_same_number_and_day_again_change_nothing(run: Run) -> None:
    run("issue", DATA, *NUMBER)
    Path("bao_cao.yaml.cu").unlink()
    code, out, _ = run("issue", DATA, *NUMBER)
    assert (code, out) == (0, "bao_cao.yaml: đã có đúng số và ngày này, không ghi gì\n")
    assert not Path("bao_cao.yaml.cu").exists()


def test_json_keeps_its_order(run: Run) -> None:
    run("convert", DATA, "bao_cao.json")
    before = list(json.loads(Path("bao_cao.json").read_text("utf-8")))
    assert run("issue", "bao_cao.json", *NUMBER)[0] == 0
    after = json.loads(Path("bao_cao.json").read_text("utf-8"))
    assert [name for name in after if name != "number"] == before
    assert load_document(read_bytes(Path("bao_cao.json")), "a.json").number == "5"


def test_a_workbook_changes_in_its_cells_alone(run: Run) -> None:
    DATA.write_text(LETTER.replace("/BC-SNV ngày", "/BC-VP ngày"), encoding="utf-8")
    run("convert", DATA, "bao_cao.xlsx")
    book = openpyxl.load_workbook("bao_cao.xlsx")
    book.worksheets[0]["E30"] = "lời dặn của văn thư"
    book.worksheets[0].column_dimensions["B"].width = 77
    book.save("bao_cao.xlsx")
    before = _cells("bao_cao.xlsx")
    assert run("issue", "bao_cao.xlsx", *NUMBER)[0] == 0
    after = _cells("bao_cao.xlsx")
    changed = {place: value for place, value in after.items() if before.get(place) != value}
    assert sorted(changed.values()) == ["05/01/2027", "5"]
    assert openpyxl.load_workbook("bao_cao.xlsx").worksheets[0].column_dimensions["B"].width == 77
    assert Path("bao_cao.xlsx.cu").is_file()
    run("issue", DATA, *NUMBER)
    run("render", "bao_cao.xlsx", "-o", "ra")
    run("render", DATA, "-o", "lai")
    assert Path("ra/bao_cao.docx").read_bytes() == Path("lai/bao_cao.docx").read_bytes()


def test_a_workbook_whose_changes_stand_elsewhere_is_written_anew(run: Run) -> None:
    run("convert", DATA, "bao_cao.xlsx")
    assert run("issue", "bao_cao.xlsx", *NUMBER)[0] == 0
    run("issue", DATA, *NUMBER)
    run("convert", "bao_cao.xlsx", "lai.yaml")
    assert load_document(read_bytes(Path("lai.yaml")), "a.yaml") == load_document(DATA.read_bytes(), "a.yaml")


def _cells(path: str) -> dict[tuple[str, str], object]:
    sheets = openpyxl.load_workbook(path).worksheets
    return {(sheet.title, cell.coordinate): cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row}


def test_fields_between_braces_are_written_anew(run: Run) -> None:
    DATA.write_text("{format: 1, kind: report, subject: Kết quả}\n", encoding="utf-8")
    assert run("issue", DATA, *NUMBER)[0] == 0
    assert load_document(DATA.read_bytes(), "a.yaml").number == "5"


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("--number", "15a", "--date", "2027-01-05"), 2, "số văn bản phải là chữ số Ả Rập, gặp: «15a»"),
        (("--number", "0", "--date", "2027-01-05"), 2, "chữ số Ả Rập"),
        (("--number", "5", "--date", "31/11/2026"), 2, "«31/11/2026» không phải một ngày"),
        (
            ("--number", "5", "--date", "2026-12-03"),
            2,
            "trước ngày của căn cứ «Kế hoạch số 412/KH-UBND",
        ),
        (("--number", "5"), 2, "--date"),
    ],
)
def test_what_is_refused_leaves_the_file_as_it_was(run: Run, words: tuple[str, ...], code: int, told: str) -> None:
    left, _, err = run("issue", DATA, *words)
    assert (left, DATA.read_text("utf-8")) == (code, LETTER)
    assert told in err


def test_a_number_that_was_given_is_replaced_only_by_force(run: Run) -> None:
    run("issue", DATA, *NUMBER)
    code, _, err = run("issue", DATA, "--number", "6", "--date", "2027-01-06")
    assert code == 2
    assert "văn bản đã có «Số: 05/BC-SNV, ngày 05 tháng 01 năm 2027» (thêm --force" in err
    code, out, _ = run("issue", DATA, "--number", "6", "--date", "2027-01-06", "--force")
    assert code == 0
    assert "Số: 05/BC-SNV → 06/BC-SNV" in out


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2027-01-01", "ngày 01/01/2027 là ngày nghỉ (Tết Dương lịch)"),
        ("2027-01-09", "ngày 09/01/2027 là ngày nghỉ (ngày nghỉ hằng tuần)"),
        ("2199-01-09", "không xét được ngày nghỉ: lịch làm việc không có năm 2199"),
    ],
)
def test_a_day_off_is_a_warning(run: Run, day: str, told: str) -> None:
    code, _, err = run("issue", DATA, "--number", "5", "--date", day)
    assert code == 0
    assert told in err


def test_a_word_file_of_ours_is_made_anew_beside_it(run: Run) -> None:
    run("render", DATA, "-o", "ra")
    word, before = Path("ra/bao_cao.docx"), Path("ra/bao_cao.docx").read_bytes()
    assert run("issue", word, *NUMBER)[0] == 0
    assert word.read_bytes() == before
    run("issue", DATA, *NUMBER)
    run("render", DATA, "-o", "lai")
    assert Path("ra/bao_cao_so_5.docx").read_bytes() == Path("lai/bao_cao.docx").read_bytes()


def test_an_edited_word_file_is_left_with_the_way_to_go(run: Run) -> None:
    run("render", DATA, "-o", "ra")
    opened = docx.Document("ra/bao_cao.docx")
    opened.add_paragraph("thêm")
    opened.save("ra/bao_cao.docx")
    code, _, err = run("issue", "ra/bao_cao.docx", *NUMBER)
    assert code == 2
    assert "đã được sửa sau khi tạo (đọc thành dữ liệu: vanban import bao_cao.docx -o bao_cao.yaml;" in err
    run("render", DATA, "-o", "ra", "--no-data")
    assert "không mang theo dữ liệu còn nguyên vẹn" in run("issue", "ra/bao_cao.docx", *NUMBER)[2]


def test_a_word_file_of_another_template_asks_for_it(run: Run) -> None:
    run("template", "new", "report", "-o", "mau.docx")
    opened = docx.Document("mau.docx")
    opened.core_properties.title = "Mẫu của Sở"
    opened.save("mau.docx")
    run("render", DATA, "-o", "ra", "--template", "mau.docx")
    code, _, err = run("issue", "ra/bao_cao.docx", *NUMBER)
    assert code == 4
    assert "chỉ ra mẫu ấy bằng --template" in err
    assert run("issue", "ra/bao_cao.docx", *NUMBER, "--template", "mau.docx")[0] == 0


def test_a_file_that_is_no_data_is_not_touched(run: Run) -> None:
    Path("cu.txt").write_text("BÁO CÁO\nKết quả công tác\n", encoding="utf-8")
    code, _, err = run("issue", "cu.txt", *NUMBER)
    assert code == 2
    assert "vanban import cu.txt -o cu.yaml" in err


@pytest.mark.parametrize(("kind", "is_told"), [("decision", True), ("submission", False)])
def test_what_is_issued_with_a_decision_takes_no_number_of_its_own(run: Run, kind: str, is_told: bool) -> None:
    Path("qd.yaml").write_text(f"format: 1\nkind: {kind}\nappendices:\n  - document: bao_cao.yaml\n", "utf-8")
    code, out, err = run("issue", DATA, *NUMBER)
    assert code == 0
    assert "Dẫn văn bản này, cần làm lại bằng «vanban render»: qd.yaml" in out
    assert ("văn bản này ban hành kèm theo «qd.yaml»" in err) is is_told
