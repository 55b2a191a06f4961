"""The output folder: one batch at a time, whole files, nobody's work lost."""

from __future__ import annotations

import errno
from hashlib import sha256
from pathlib import Path

import pytest

from generator.batch import folder as module
from generator.batch.folder import OutputFolder
from generator.errors import UsageError


def test_a_second_batch_in_the_folder_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path / "ra")
    with folder.held(), pytest.raises(UsageError, match="một lô khác đang ghi"), folder.held():
        pass
    with folder.held():
        assert folder.path.is_dir()


def test_what_a_killed_batch_left_unfinished_is_gone(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path)
    folder.staging.mkdir(parents=True)
    (folder.staging / "do_dang.tmp").write_bytes(b"nua")
    with folder.held():
        assert not folder.staging.exists()


def test_a_file_changed_by_somebody_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path)
    known = folder.put("a.docx", b"1").digest
    assert known == sha256(b"1").hexdigest()
    (tmp_path / "a.docx").write_bytes(b"sua tay")
    assert folder.put("a.docx", b"2", known) == (sha256(b"2").hexdigest(), "a.docx.cu", None)
    assert (tmp_path / "a.docx").read_bytes() == b"2"
    assert (tmp_path / "a.docx.cu").read_bytes() == b"sua tay"


def test_what_was_edited_twice_is_kept_twice_and_the_same_only_once(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path)
    known = folder.put("a.docx", b"1").digest
    for edited in (b"lan mot", b"lan hai", b"lan mot"):
        (tmp_path / "a.docx").write_bytes(edited)
        known = folder.put("a.docx", b"2", known).digest
    kept = {path.name: path.read_bytes() for path in tmp_path.glob("a.docx.cu*")}
    assert kept == {"a.docx.cu": b"lan mot", "a.docx.cu2": b"lan hai"}


def test_a_file_that_is_taken_into_its_place_replaces_nobody_elses(tmp_path: Path) -> None:
    folder = OutputFolder(tmp_path)
    for number, there in enumerate((b"", b"da ky so")):
        made = folder.staging / "a.pdf"
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_bytes(b"moi %d" % number)
        if there:
            (tmp_path / "a.pdf").write_bytes(there)
        assert folder.take(made, "a.pdf", sha256(b"moi 0").hexdigest()).why is None
    assert (tmp_path / "a.pdf").read_bytes() == b"moi 1"
    assert (tmp_path / "a.pdf.cu").read_bytes() == b"da ky so"
    assert folder.take(folder.staging / "khong_co.pdf", "b.pdf").why == "không ghi được b.pdf: không có thư mục"


@pytest.mark.parametrize("there", [b"1", b"2"])
def test_what_the_batch_itself_wrote_is_replaced(tmp_path: Path, there: bytes) -> None:
    folder = OutputFolder(tmp_path)
    (tmp_path / "a.docx").write_bytes(there)
    folder.put("a.docx", b"2", sha256(b"1").hexdigest())
    assert [path.name for path in tmp_path.glob("a*")] == ["a.docx"]


def test_a_full_disk_leaves_the_old_file_and_no_half_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = OutputFolder(tmp_path)
    folder.put("a.docx", b"1")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(UsageError, match="ổ đĩa đã đầy"):
        folder.put("a.docx", b"2")
    assert (tmp_path / "a.docx").read_bytes() == b"1"
    assert list(folder.staging.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ra").write_bytes(b"")
    with pytest.raises(UsageError, match="không ghi được vào thư mục"), OutputFolder(tmp_path / "ra").held():
        pass


def test_paths_of_the_ledger_are_absolute_and_plain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert module.absolute(Path("x/../a.yaml")) == str(tmp_path / "a.yaml")
