"""Files at the edge: whole or not at all, nothing replaced that was read, old work kept."""

from pathlib import Path

import pytest

from generator.errors import DataError, UsageError
from generator.files import content_name, output_paths, read_bytes, refuse_overwriting, write_atomic, write_keeping_old


def test_a_written_file_is_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "thư mục mới" / "kế hoạch.docx"
    write_atomic(target, b"abc")
    assert target.read_bytes() == b"abc"
    assert list(target.parent.iterdir()) == [target]


def test_a_folder_that_is_a_file_is_named_in_vietnamese(tmp_path: Path) -> None:
    (tmp_path / "ra").write_bytes(b"")
    with pytest.raises(UsageError, match="không phải thư mục"):
        write_atomic(tmp_path / "ra" / "a.docx", b"abc")


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UsageError, match="Word"):
        write_atomic(target, b"new")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_replaced_work_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "a.yaml"
    assert write_keeping_old(target, b"1") is None
    assert write_keeping_old(target, b"1") is None
    assert write_keeping_old(target, b"2") == tmp_path / "a.yaml.cu"
    assert (target.read_bytes(), (tmp_path / "a.yaml.cu").read_bytes()) == (b"2", b"1")


def test_a_kept_copy_is_never_replaced_and_each_content_is_kept_once(tmp_path: Path) -> None:
    target = tmp_path / "a.yaml"
    kept = [write_keeping_old(target, data) for data in (b"1", b"2", b"3", b"2", b"1")]
    assert kept == [None, *(tmp_path / name for name in ("a.yaml.cu", "a.yaml.cu2", "a.yaml.cu3", "a.yaml.cu2"))]
    assert [(tmp_path / f"a.yaml.cu{number}").read_bytes() for number in ("", 2, 3)] == [b"1", b"2", b"3"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("so.yaml.cu", "so.yaml"),
        ("so.xlsx.CU12", "so.xlsx"),
        ("so.yaml", "so.yaml"),
        ("muc.cua", "muc.cua"),
        (".cu", ".cu"),
    ],
)
def test_a_kept_copy_holds_what_its_inner_name_says(name: str, content: str) -> None:
    assert content_name(Path("thu muc") / name) == content


def test_outputs_are_named_after_their_inputs(tmp_path: Path) -> None:
    assert output_paths([Path("x/a.yaml"), Path("b.json")], tmp_path, ".docx") == [
        tmp_path / "a.docx",
        tmp_path / "b.docx",
    ]


@pytest.mark.parametrize("second", ["y/a.yaml", "A.json"])
def test_two_inputs_of_one_name_are_refused(second: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cùng cho một kết quả"):
        output_paths([Path("x/a.yaml"), Path(second)], tmp_path, ".docx")


def test_an_output_never_replaces_what_is_read(tmp_path: Path) -> None:
    template = tmp_path / "a.docx"
    template.write_bytes(b"")
    with pytest.raises(UsageError, match="ghi đè"):
        output_paths([tmp_path / "a.yaml"], tmp_path, ".docx", others=[template])
    with pytest.raises(UsageError, match="ghi đè"):
        refuse_overwriting(template, [tmp_path / "." / "a.docx"])


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="không tìm thấy"):
        read_bytes(tmp_path / "không có")
    with pytest.raises(UsageError, match="thư mục"):
        read_bytes(tmp_path)
