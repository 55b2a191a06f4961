"""``vanban check --fix`` and ``--annotate``: copies beside an untouched original."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from tests.lint.documents import good
from tests.lint.mutations import mutated

Run = Callable[..., tuple[int, str, str]]
_BROKEN = [
    {"section": 0, "margins": {"top": 10}},
    {"paragraph": "Số: 15", "text": "Số: 5/KH-SNV"},
    {"every": "(Kèm theo", "replace": ["15/KH", "5/KH"]},
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A plan whose margin and number can be repaired."""
    path = tmp_path / "ke_hoach.docx"
    path.write_bytes(mutated(good("plan"), _BROKEN))
    return path


def test_a_repaired_copy_is_written_and_the_original_stays(run: Run, source: Path, tmp_path: Path) -> None:
    before = source.read_bytes()
    code, out, err = run("check", source, "--fix", tmp_path / "ra")
    assert (code, err) == (0, "")
    assert "PG-03, lề trên 10 mm → lề trên 20 - 25 mm" in out
    assert "NO-02, «5» → «05»" in out
    assert "còn 0 lỗi, 0 cảnh báo cần người sửa" in out
    assert source.read_bytes() == before
    assert run("check", tmp_path / "ra" / "ke_hoach.docx")[0] == 0


def test_what_is_left_for_a_person_is_shown_and_ends_with_1(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ke_hoach.docx"
    path.write_bytes(mutated(good("plan"), [*_BROKEN, {"paragraph": "- Lưu", "delete": True}]))
    code, out, _ = run("check", path, "--fix", tmp_path / "ra")
    assert code == 1
    assert "còn 1 lỗi" in out
    assert "NN-02" in out


def test_the_findings_stand_in_a_copy_as_comments(run: Run, source: Path, tmp_path: Path) -> None:
    code, out, _ = run("check", source, "--annotate", tmp_path / "ra")
    comments = [one.text for one in docx.Document(str(tmp_path / "ra" / "ke_hoach.docx")).comments]
    assert code == 1
    assert "2 ghi chú trong văn bản" in out
    assert any("NO-02" in text and "Cần: «05»" in text for text in comments)
    assert {one.author for one in docx.Document(str(tmp_path / "ra" / "ke_hoach.docx")).comments} == {"vanban"}


def test_json_lists_the_repairs(run: Run, source: Path, tmp_path: Path) -> None:
    _, out, _ = run("check", source, "--fix", tmp_path / "ra", "--format", "json")
    (file,) = json.loads(out)["files"]
    assert {one["code"] for one in file["repairs"]} == {"PG-03", "NO-02"}
    assert (file["repaired"], file["refused"]) == (str(tmp_path / "ra" / "ke_hoach.docx"), None)
    assert file["findings"] == []


@pytest.mark.parametrize("option", ["--fix", "--annotate"])
def test_the_folder_of_the_source_is_refused(run: Run, source: Path, option: str) -> None:
    before = source.read_bytes()
    code, _, err = run("check", source, option, source.parent)
    assert code == 2
    assert "là thư mục của tệp nguồn" in err
    assert source.read_bytes() == before


def test_one_folder_for_both_copies_is_refused(run: Run, source: Path, tmp_path: Path) -> None:
    code, _, err = run("check", source, "--fix", tmp_path / "ra", "--annotate", tmp_path / "ra")
    assert code == 2
    assert "cùng một thư mục" in err
    assert not (tmp_path / "ra").exists()


def test_copies_of_a_folder_keep_its_folders(run: Run, source: Path, tmp_path: Path) -> None:
    for folder in ("di/thang_1", "di/thang_2", "den"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / source.name).write_bytes(source.read_bytes())
    assert run("check", "di", "--fix", "mot")[0] == 0
    assert sorted(path.parent.name for path in (tmp_path / "mot").rglob("*.docx")) == ["thang_1", "thang_2"]
    assert run("check", "di", "den", "--fix", "ca_hai")[0] == 0
    written = sorted(path.relative_to(tmp_path / "ca_hai").as_posix() for path in (tmp_path / "ca_hai").rglob("*.docx"))
    assert written == ["den/ke_hoach.docx", "di/thang_1/ke_hoach.docx", "di/thang_2/ke_hoach.docx"]


def test_two_files_of_one_name_are_refused(run: Run, source: Path, tmp_path: Path) -> None:
    other = tmp_path / "khac" / source.name
    other.parent.mkdir()
    other.write_bytes(source.read_bytes())
    code, _, err = run("check", source, other, "--fix", "ra")
    assert code == 2
    assert "cùng cho một kết quả" in err
