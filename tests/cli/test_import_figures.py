"""The statistical forms of an imported report are held against themselves, each contradiction with its place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.model.store import dump_document, load_progress
from generator.reports.report import unit_report
from tests.cli.conftest import Run
from tests.reports.grounds import DATA, ON, ground, sample_plan, told

UNITS = DATA / "registers" / "units.yaml"
WRONG = {
    (1, "2"): "50", (1, "1"): "2,5", (3, "3.1.2"): "99.999", (4, "2.2"): "9.000", (7, "2"): "124",
    (7, "3.2"): "khoảng 5",
}  # fmt: skip
"""A share that is none of its rows, a count with a fraction, more than all, more than allowed, over 100 %, words."""
SAID = [
    "biểu mẫu 7, dòng 3.2: lỗi: không đọc được số liệu; gặp: «khoảng 5»",
    "biểu mẫu 1, dòng 1: lỗi: số đếm phải là số nguyên; gặp: 2,5",
    "biểu mẫu 1, dòng 2: lỗi: tỷ lệ khác với dòng 2.2 chia cho dòng 2.1; gặp: 50",
    "biểu mẫu 3, dòng 3.1: lỗi: tỷ lệ khác với dòng 3.1.2 chia cho dòng 3.1.1",
    "biểu mẫu 3, dòng 3.1.2: lỗi: số liệu dòng này lớn hơn dòng 3.1.1; gặp: 3.1.2 = 99.999",
    "biểu mẫu 7, dòng 2: lỗi: tỷ lệ lớn hơn 100%; gặp: 124",
    "biểu mẫu 4, dòng 2.2: cảnh báo: số liệu dòng này lớn hơn dòng 2.1; gặp: 2.2 = 9.000",
]


def _report(figures: Mapping[tuple[int, str], str]) -> str:
    """Return the data of a report in whose forms some figures were written over."""
    document = unit_report(sample_plan(), told(), ground(), ON).document
    values = document.model_dump(mode="json")
    tables = [block for block in values["appendices"][0]["blocks"] if block["kind"] == "table"]
    for table in tables:
        form = int(table["title"].partition(":")[0].rpartition(" ")[2])
        for row in table["rows"]:
            if text := figures.get((form, row[0]["text"])):
                row[3]["text"] = text
    return dump_document(type(document).model_validate(values), "bao_cao.yaml")


@pytest.mark.parametrize("options", [(), ("--no-data",)], ids=["ours", "of another"])
def test_each_contradiction_is_told_at_its_paragraph(run: Run, tmp_path: Path, options: tuple[str, ...]) -> None:
    (tmp_path / "bao_cao.yaml").write_text(_report(WRONG), "utf-8")
    run("render", "bao_cao.yaml", "-o", "ra", *options)
    code, _, said = run("import", "ra/bao_cao.docx", "-o", "lai.yaml", "--units", UNITS)
    lines = [line for line in said.splitlines() if "biểu mẫu" in line]
    assert code == 0
    assert len(lines) == len(SAID)
    for words in SAID:
        (line,) = [line for line in lines if words in line]
        assert "ra/bao_cao.docx, đoạn " in line


def test_strict_counts_them(run: Run, tmp_path: Path) -> None:
    for figures, code in (({}, 0), (WRONG, 1)):
        (tmp_path / "bao_cao.yaml").write_text(_report(figures), "utf-8")
        run("render", "bao_cao.yaml", "-o", "ra")
        assert run("import", "ra/bao_cao.docx", "-o", "lai.yaml", "--strict")[0] == code


@pytest.mark.office
def test_a_pdf_names_the_page(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bao_cao.yaml").write_text(_report(WRONG), "utf-8")
    run("render", "bao_cao.yaml", "-o", "ra", "--pdf")
    _, _, said = run("import", "ra/bao_cao.pdf", "-o", "lai.yaml")
    (line,) = [line for line in said.splitlines() if "biểu mẫu 7, dòng 2," in line]
    assert "ra/bao_cao.pdf, biểu mẫu 7, dòng 2, trang " in line
    assert "tỷ lệ lớn hơn 100%; gặp: 124" in line


def test_a_report_becomes_what_its_unit_told(run: Run, tmp_path: Path) -> None:
    document = unit_report(sample_plan(), told(), ground(), ON).document
    (tmp_path / "bao_cao.yaml").write_text(dump_document(document, "bao_cao.yaml"), "utf-8")
    run("render", "bao_cao.yaml", "-o", "ra", "--no-data")
    asked = ("import", "ra/bao_cao.docx", "-o", "tien_do.yaml", "--progress")
    code, _, said = run(*asked, "--units", UNITS, "--plan", DATA / "plans" / "ke_hoach_cchc_2027.yaml", "--strict")
    assert "biểu mẫu" not in said
    back = load_progress((tmp_path / "tien_do.yaml").read_bytes(), "tien_do.yaml")
    assert (back.unit, back.period, back.regime, back.narrative) == (
        "so-gddt",
        "2027-Q1",
        "bo-noi-vu",
        told().narrative,
    )
    assert [(one.task, one.status, one.done) for one in back.tasks if one.status == "done"] == [
        (one.task, one.status, one.done) for one in told().tasks if one.status == "done"
    ]
    assert run("convert", "tien_do.yaml", "tien_do.xlsx", "--units", UNITS)[0] == 0
    assert run(*asked)[0] == run("import", "ra/bao_cao.docx", "-o", "a.yaml", "--regime", "bo-noi-vu")[0] == 2
    code, _, said = run(*asked, "--units", UNITS)
    assert (code, load_progress((tmp_path / "tien_do.yaml").read_bytes(), "tien_do.yaml").tasks) == (0, ())


def test_the_plan_of_another_unit_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bao_cao.yaml").write_text(_report({}), "utf-8")
    other = sample_plan().model_copy(update={"issuer": sample_plan().issuer.model_copy(update={"name": "Sở Nội vụ"})})
    (tmp_path / "khac.yaml").write_text(dump_document(other, "khac.yaml"), "utf-8")
    run("render", "bao_cao.yaml", "-o", "ra", "--no-data")
    asked = ("import", "ra/bao_cao.docx", "-o", "tien_do.yaml", "--progress", "--units", UNITS, "--plan", "khac.yaml")
    code, _, said = run(*asked)
    assert code == 3
    assert "--plan là kế hoạch của đơn vị khác: «Sở Nội vụ»; báo cáo là của «Sở Giáo dục và Đào tạo»" in said
    assert not (tmp_path / "tien_do.yaml").exists()
