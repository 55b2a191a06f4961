"""What a batch says of options of other commands, and which files of its own it passes over."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.batch.manifest import Row
from generator.cli.batch.order import OrderFile
from generator.cli.batch.wording import in_order_words, of_folder, of_order
from generator.errors import UsageError
from generator.yamltext import parse_yaml


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chọn bằng --regime", "chọn bằng «regime» trong tệp việc"),
        ("dùng --allow-missing", "dùng «allow_missing» trong tệp việc"),
        ("chạy lại với --resume", "chạy lại với --resume"),
        ("a--b", "a--b"),
    ],
)
def test_options_are_called_as_fields(text: str, expected: str) -> None:
    assert in_order_words(text) == expected


def _order(folder: Path) -> OrderFile:
    return OrderFile(folder / "viec.yaml", parse_yaml("format: 1\ndo: remind\nby: 2027-01-02\n", "viec.yaml"))


def test_a_fault_of_an_option_is_one_of_a_line(tmp_path: Path) -> None:
    (fault,) = of_order(UsageError("sai", where="--by", hint="đổi --on"), _order(tmp_path)).diagnostics
    assert (fault.place.line, fault.place.field, fault.hint) == (3, "by", "đổi «on» trong tệp việc")


def test_what_is_wrong_with_a_file_is_told_of_the_file(tmp_path: Path) -> None:
    (fault,) = of_order(UsageError("sai", where="a.yaml"), _order(tmp_path)).diagnostics
    assert fault.message == "a.yaml: sai"


def test_the_manifest_of_a_batch_is_no_data(tmp_path: Path) -> None:
    for name in ("a.xlsx", "bang_ke.xlsx"):
        (tmp_path / "bieu").mkdir(exist_ok=True)
        (tmp_path / "bieu" / name).write_bytes(b"")
    file = _order(tmp_path)
    assert [one.name for one in file.files("progress", ("bieu",), (".xlsx",))] == ["a.xlsx", "bang_ke.xlsx"]
    (tmp_path / "bieu" / ".vanban-batch").mkdir()
    assert [one.name for one in file.files("progress", ("bieu", "bieu/*.xlsx"), (".xlsx",))] == ["a.xlsx"]


def test_files_are_named_from_the_folder_of_the_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    full = f"{tmp_path / 'a' / 'dl' / 'x.yaml'}: sai"
    for told in (full, f"{Path('a', 'dl', 'x.yaml')}: sai"):
        row = Row(1, "x", "", "lỗi", f"{told}\ndùng --own")
        assert of_folder(row, Path("a", "viec.yaml")).reason.splitlines() == [
            f"{Path('dl', 'x.yaml')}: sai",
            "dùng «own» trong tệp việc",
        ]
    assert of_folder(Row(1, "x", "", "lỗi", "x.yaml: sai"), Path("viec.yaml")).reason == "x.yaml: sai"
