"""What ``vanban check`` takes: files of several kinds, folders, a project file, registers, many files at once."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.cli.check import judged as check_files
from tests.lint.documents import good
from tests.lint.mutations import mutated
from tests.lint.test_text import as_text
from tests.reading.pdf.drawn import Drawn, body, pdf_of

Run = Callable[..., tuple[int, str, str]]
_FIVE = [{"paragraph": "Số: 15", "text": "Số: 5/KH-SNV"}, {"every": "(Kèm theo", "replace": ["15/KH", "5/KH"]}]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan whose number lacks its nought."""
    path = tmp_path / "di" / "xau.docx"
    path.parent.mkdir()
    path.write_bytes(mutated(good("plan"), _FIVE))
    return path


def _codes(out: str) -> list[list[str]]:
    return [[one["code"] for one in file["findings"]] for file in json.loads(out)["files"]]


def _places(out: str) -> list[dict[str, Any]]:
    return [one["place"] for file in json.loads(out)["files"] for one in file["findings"]]


def test_a_text_is_judged_by_its_words(run: Run, plan: Path) -> None:
    text = plan.with_suffix(".txt")
    text.write_bytes(as_text(plan.read_bytes()))
    code, out, _ = run("check", "--select", "PG,HD,NO", "--format", "json", text)
    assert (code, _codes(out)) == (1, [["NO-02"]])
    (place,) = _places(out)
    assert (place["paragraph"], place["page"], place["line"]) == (None, None, 5)
    assert "Số, ký hiệu, dòng 5: lỗi NO-02" in run("check", "--select", "NO", text)[1]


def test_what_the_bytes_are_counts(run: Run, plan: Path) -> None:
    named = plan.with_suffix(".pdf")
    named.write_bytes(plan.read_bytes())
    assert _codes(run("check", "--select", "NO", "--format", "json", named)[1]) == [["NO-02"]]


def test_a_pdf_of_pages_without_form_is_judged(run: Run, plan: Path) -> None:
    lines = ["Sở Nội vụ đề nghị các phòng, đơn vị báo cáo kết quả thực hiện."] * 20
    pdf = plan.with_name("a.pdf")
    pdf.write_bytes(pdf_of(Drawn(body(lines), size=(612, 792))))
    _, out, _ = run("check", "--select", "PG-01", "--format", "json", pdf)
    assert _codes(out) == [["PG-01"]]


def test_a_scan_is_refused_with_what_to_do(run: Run, plan: Path) -> None:
    pdf = plan.with_name("quet.pdf")
    pdf.write_bytes(pdf_of(Drawn(pictured=True)))
    code, _, err = run("check", pdf)
    assert code == 3
    assert "ảnh quét" in err
    assert "Word gốc" in err


def test_a_folder_is_all_documents_in_it(run: Run, plan: Path) -> None:
    inner = plan.parent / "trong"
    inner.mkdir()
    for name in ("b.docx", "~$b.docx", ".an.docx", "ghi_chu.md"):
        (inner / name).write_bytes(plan.read_bytes())
    _, out, _ = run("check", "--format", "json", "--select", "NO", plan.parent, plan)
    assert [Path(file["path"]).name for file in json.loads(out)["files"]] == ["b.docx", "xau.docx"]


def test_an_empty_folder_is_a_wrong_call(run: Run, tmp_path: Path) -> None:
    code, _, err = run("check", tmp_path)
    assert code == 2
    assert "thư mục không có tệp nào xét được" in err


def test_many_files_are_shared_among_processes_in_their_order(run: Run, plan: Path) -> None:
    for number in range(12):
        (plan.parent / f"{number:02}.docx").write_bytes(plan.read_bytes())
    (plan.parent / "05.docx").write_bytes(b"hong")
    one = run("check", "--select", "NO", "--format", "json", "--jobs", "1", plan.parent)
    two = run("check", "--select", "NO", "--format", "json", "--jobs", "2", plan.parent)
    assert one == two
    assert one[0] == 3
    assert len(json.loads(one[1])["files"]) == 12


def test_a_fault_of_the_program_in_one_file_does_not_stop_the_others(
    run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(data: bytes, *, filename: str, **_: object) -> None:
        raise ZeroDivisionError("chia cho 0")

    monkeypatch.setattr(check_files, "subject_of_file", broken)
    code, _, err = run("check", plan)
    assert code == 3
    assert "chương trình gặp lỗi khi xét tệp này" in err
    assert "Traceback" not in err


def test_rules_are_listed(run: Run) -> None:
    code, out, _ = run("check", "--list-rules")
    assert code == 0
    assert "PG-03  lỗi       lề trang ngoài mức quy định (PL I/I/I.3)" in out


def _configured(folder: Path, text: str) -> None:
    (folder / "vanban.toml").write_text(text, "utf-8")


def test_the_project_file_of_a_folder_above_selects_and_ignores(run: Run, plan: Path, tmp_path: Path) -> None:
    _configured(tmp_path, '[check]\nselect = ["NO", "PG"]\nignore = ["NO-02"]\n')
    assert _codes(run("check", "--format", "json", plan)[1]) == [[]]
    assert "NO-02" in _codes(run("check", "--format", "json", "--no-config", plan)[1])[0]
    assert run("check", "--format", "json", "--select", "TT", plan)[0] == 0


def test_the_project_file_says_how_grave_a_rule_is(run: Run, plan: Path, tmp_path: Path) -> None:
    _configured(tmp_path, '[check]\nselect = ["NO"]\n[check.severity]\n"NO-02" = "gợi ý"\n')
    code, out, _ = run("check", "--format", "json", plan)
    assert code == 0
    assert json.loads(out)["files"][0]["findings"][0]["severity"] == "hint"


def test_rules_are_left_out_for_the_files_of_a_pattern(run: Run, plan: Path, tmp_path: Path) -> None:
    other = plan.with_name("khac.docx")
    other.write_bytes(plan.read_bytes())
    _configured(tmp_path, '[check]\nselect = ["NO"]\n[check.per-file-ignores]\n"di/xau*" = ["NO-02"]\n')
    assert _codes(run("check", "--format", "json", other, plan)[1]) == [["NO-02"], []]


def test_a_byte_order_mark_of_the_project_file_is_passed_over(run: Run, plan: Path, tmp_path: Path) -> None:
    _configured(tmp_path, '\ufeff[check]\nselect = ["TT"]\n')
    assert run("check", plan)[0] == 0


def test_a_project_file_is_not_both_named_and_left_unread(run: Run, plan: Path) -> None:
    code, _, err = run("check", "--no-config", "--config", "khong_co.toml", plan)
    assert code == 2
    assert "--config và --no-config trái nhau" in err


def test_another_project_file_may_be_named(run: Run, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "rieng.toml").write_text('[check]\nselect = "TT"\n', "utf-8")
    assert run("check", "--config", "rieng.toml", plan)[0] == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[check]\nselct = []\n", "ý bạn là «select»?"),
        ('[check]\nselect = ["XX-01"]\n', "không có quy tắc «XX-01»"),
        ("[check]\nselect = 3\n", "khóa «select» phải là một chuỗi hoặc danh sách chuỗi"),
        ("[check]\nunits = 3\n", "khóa «units» phải là đường dẫn"),
        ('[check.severity]\n"NO-02" = "nặng"\n', "phải là một trong: error"),
        ("[check]\nseverity = 1\n", "phải là một bảng [check.severity]"),
        ("check = 1\n", "phải là một bảng [check]"),
        ("[check\n", "không đúng cú pháp TOML ở dòng 1, cột 7"),
        ("[chek]\nselect = []\n", "không có bảng [chek] (ý bạn là «check»?)"),
        ('[check]\nregister = ["khong_co.yaml"]\n', "không tìm thấy tệp"),
    ],
)
def test_a_wrong_project_file_is_told_with_its_key(
    text: str, expected: str, run: Run, plan: Path, tmp_path: Path
) -> None:
    _configured(tmp_path, text)
    code, _, err = run("check", plan)
    assert code in (2, 3)
    assert expected in err


@pytest.mark.parametrize("day", ["2026-07-01", "01/7/2026"])
def test_the_day_of_judging_is_written_in_two_ways(day: str, run: Run, plan: Path) -> None:
    assert run("check", "--select", "NO", "--on", day, plan)[0] == 1


def test_registers_and_calendars_of_an_office_are_loaded(run: Run, plan: Path, tmp_path: Path) -> None:
    (tmp_path / "so.yaml").write_text("format: 1\nacts: []\n", "utf-8")
    (tmp_path / "lich.yaml").write_text("format: 1\nsource: thử\nyears: []\n", "utf-8")
    options = ("--register", "so.yaml", "--register", "so.yaml", "--holidays", "lich.yaml", "--parent", plan)
    assert run("check", "--select", "NO", *options, plan)[0] == 1
    assert "acts" in run("check", "--register", "lich.yaml", plan)[2]
