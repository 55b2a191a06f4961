"""``vanban check`` as a clerk types it: what it prints, how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.lint.rule import all_rules
from tests.lint.documents import good
from tests.lint.mutations import mutated

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """Three files: a good one, one with two errors and a warning, one that is no Word file."""
    dirty = [
        {"section": 0, "margins": {"left": 25}},
        {"paragraph": "Số: 15", "text": "Số: 5/KH-SNV"},
        {"every": "(Kèm theo", "replace": ["15/KH", "5/KH"]},
        {"paragraph": "- Lưu", "text": "- Lưu: VT."},
    ]
    made = {
        "tot": good("plan"),
        "xau": mutated(good("plan"), dirty),
        "goi_y": mutated(good("plan"), [{"paragraph": "Cải cách", "text": "Cải cách hành chính năm 2026."}]),
        "hong": b"PK\x03\x04 ...",
    }
    paths = {name: tmp_path / f"{name}.docx" for name in made}
    for name, data in made.items():
        paths[name].write_bytes(data)
    return paths


def test_a_good_file_ends_with_0(run: Run, files: dict[str, Path]) -> None:
    code, out, err = run("check", files["tot"])
    assert (code, err) == (0, "")
    assert "tot.docx (Kế hoạch): không có lỗi" in out
    assert "Tổng cộng: 1 tệp, 1 tệp đạt; không có lỗi" in out


def test_faults_are_shown_by_file_with_code_clause_and_a_summary(run: Run, files: dict[str, Path]) -> None:
    code, out, err = run("check", files["tot"], files["xau"])
    assert (code, err) == (1, "")
    assert "xau.docx (Kế hoạch): 2 lỗi, 1 cảnh báo" in out
    margins, number, archive = (out.index(code) for code in ("PG-03", "NO-02", "NN-02"))
    assert margins < number < archive
    assert "lỗi PG-03, lề trang ngoài mức quy định (PL I/I/I.3)" in out
    assert "gặp: lề trái 25 mm; cần: lề trái 30 - 35 mm" in out
    assert "«Số: 5/KH-SNV»" in out
    assert "Tổng cộng: 2 tệp, 1 tệp đạt; 2 lỗi, 1 cảnh báo" in out


def test_hints_alone_are_clean(run: Run, files: dict[str, Path]) -> None:
    code, out, _ = run("check", files["goi_y"])
    assert code == 0
    assert "gợi ý TT-05" in out


def test_json_has_the_designed_keys(run: Run, files: dict[str, Path]) -> None:
    code, out, _ = run("check", "--format", "json", files["xau"])
    (file,) = json.loads(out)["files"]
    assert code == 1
    assert set(file) == {"path", "kind", "findings"}
    assert (file["path"], file["kind"]) == (str(files["xau"]), "plan")
    number = next(one for one in file["findings"] if one["code"] == "NO-02")
    assert set(number) == {"code", "name", "severity", "clause", "place", "found", "expected", "hint", "fix"}
    assert set(number["place"]) == {"part", "paragraph", "cell", "quote", "page", "line"}
    assert number["severity"] == "error"
    assert number["place"]["cell"] == "bảng 1, hàng 2, cột 1"


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (("--select", "NO-02"), ["NO-02"]),
        (("--select", "pg,NN"), ["PG-03", "NN-02"]),
        (("--select", "NO", "--select", "PG-03"), ["PG-03", "NO-02"]),
        (("--ignore", "NO-02,PG-03"), ["NN-02"]),
        (("--ignore", "NO", "--ignore", "PG", "--ignore", "NN"), []),
    ],
)
def test_rules_are_selected_and_ignored(
    options: tuple[str, ...], codes: list[str], run: Run, files: dict[str, Path]
) -> None:
    code, out, _ = run("check", "--format", "json", *options, files["xau"])
    assert [one["code"] for one in json.loads(out)["files"][0]["findings"]] == codes
    assert code == (1 if codes else 0)


def test_a_broken_file_is_named_and_the_others_are_judged(run: Run, files: dict[str, Path]) -> None:
    code, out, err = run("check", files["hong"], files["xau"], files["hong"].with_name("khong_co.docx"))
    assert code == 3
    assert "hong.docx" in err
    assert "khong_co.docx" in err
    assert "PG-03" in out


@pytest.mark.parametrize("word", all_rules())
def test_every_rule_is_explained(word: str, run: Run) -> None:
    code, out, err = run("check", "--explain", word.lower())
    assert (code, err) == (0, "")
    assert out.startswith(f"{word}: ")
    assert all_rules()[word].clause in out


def test_an_explanation_says_where_the_rule_stands_in_full(run: Run) -> None:
    _, margins, _ = run("check", "--explain", "PG-03")
    _, code, _ = run("check", "--explain", "NO-03")
    assert "Nơi quy định: Phụ lục I, Phần I, Mục I.3, Nghị định số 30/2020/NĐ-CP." in margins
    assert "Phụ lục III, Mục I, Nghị định" in code


def test_a_rule_that_is_not_of_the_decree_says_so(run: Run) -> None:
    _, figures, _ = run("check", "--explain", "SL-02")
    assert "Lý do: thống nhất số liệu; Nghị định số 30/2020/NĐ-CP không quy định." in figures
    assert "Nơi quy định" not in figures


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--explain", "PG-3"), "PG-03"),
        ((), "cần ít nhất một tệp"),
        (("co.xlsx",), "không xét được loại tệp này"),
        (("a.txt", "co.yaml"), "không xét được loại tệp này"),
        (("thu_muc",), "thu_muc: không tìm thấy tệp hay thư mục này"),
        (("co.yaml", "khong_co.xlsx"), "không xét được loại tệp này"),
        (("khong_co.xlsx",), "không tìm thấy tệp hay thư mục này"),
        (("--on", "31/02/2026", "a.docx"), "«31/02/2026» không phải một ngày"),
        (("--jobs", "0", "a.docx"), "--jobs"),
        (("--select", "XX", "a.docx"), "không có quy tắc «XX»"),
        (("--format", "xml", "a.docx"), "--format"),
    ],
)
def test_a_wrong_call_ends_with_2(words: tuple[str, ...], expected: str, run: Run, tmp_path: Path) -> None:
    for name in ("co.xlsx", "co.yaml"):
        (tmp_path / name).write_bytes(b"")
    code, _, err = run("check", *words)
    assert code == 2
    assert expected in err


def test_places_are_judged_by_a_directory_of_units(run: Run, files: dict[str, Path], tmp_path: Path) -> None:
    units = "format: 1\nunits:\n- {id: xa, name: Ủy ban nhân dân xã Sông Lam, level: commune, place: Sông Lam}\n"
    (tmp_path / "don_vi.yaml").write_text(units, "utf-8")
    code, out, _ = run("check", "--units", "don_vi.yaml", files["tot"])
    assert code == 1
    assert "DT-04" in out
