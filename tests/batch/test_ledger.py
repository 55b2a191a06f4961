"""The ledger: what a kill or a full disk leaves of it."""

from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path

import pytest

from generator.batch import ledger as module
from generator.batch.job import Outcome, State
from generator.batch.ledger import Ledger
from generator.errors import UsageError


def _outcome(key: str, digest: str = "d") -> Outcome:
    files, left = ((f"{key}.docx", "ab"),), ((f"{key}.yaml", "cd"),)
    return Outcome(key, State.ATTENTION, digest, ("còn thiếu: số",), files, {"/x": None}, 12, left)


def test_what_was_recorded_is_found_again(tmp_path: Path) -> None:
    with Ledger(tmp_path / "so") as ledger:
        ledger.record(_outcome("a", "cũ"))
        ledger.record(_outcome("b"))
        ledger.record(_outcome("a", "mới"))
    with Ledger(tmp_path / "so") as ledger:
        assert ledger.get("a") == _outcome("a", "mới")
        assert ledger.get("b") == _outcome("b")
        assert ledger.get("c") is None


def test_each_line_is_there_before_the_ledger_is_closed(tmp_path: Path) -> None:
    with Ledger(tmp_path / "so") as ledger:
        ledger.record(_outcome("a"))
        with Ledger(tmp_path / "so") as other:
            assert other.get("a") == _outcome("a")


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_line_that_was_cut_off_is_passed_over_and_the_next_one_is_whole(tmp_path: Path, cut: int) -> None:
    with Ledger(tmp_path / "so") as ledger:
        ledger.record(_outcome("a"))
        ledger.record(_outcome("b"))
    data = (tmp_path / "so").read_bytes()
    (tmp_path / "so").write_bytes(data[:-cut])
    with Ledger(tmp_path / "so") as ledger:
        assert ledger.get("a") == _outcome("a")
        assert (ledger.get("b") is None) == (cut > 1)
        ledger.record(_outcome("c"))
    with Ledger(tmp_path / "so") as ledger:
        assert ledger.get("c") == _outcome("c")


@pytest.mark.parametrize(
    "line", [b"[]", b"{}", b'{"format":2}', b"\xff\x00", b'{"format":1,"key":1,"files":3}', b"null"]
)
def test_lines_that_are_none_of_ours_are_passed_over(tmp_path: Path, line: bytes) -> None:
    (tmp_path / "so").write_bytes(line + b"\n")
    with Ledger(tmp_path / "so") as ledger:
        ledger.record(_outcome("a"))
    with Ledger(tmp_path / "so") as ledger:
        assert ledger.get("a") == _outcome("a")


def test_a_ledger_of_many_runs_is_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_WORTH_REWRITING", 5)
    for run in range(10):
        with Ledger(tmp_path / "so") as ledger:
            ledger.record(_outcome("a", str(run)))
    with Ledger(tmp_path / "so") as ledger:
        assert ledger.get("a") == _outcome("a", "9")
    assert (tmp_path / "so").read_bytes().count(b"\n") < 8


def test_a_full_disk_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with Ledger(tmp_path / "so") as ledger:
        monkeypatch.setattr(ledger, "_write", full)
        with pytest.raises(UsageError, match=r"ổ đĩa đã đầy.*--resume"):
            ledger.record(_outcome("a"))


def test_a_ledger_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    (tmp_path / "so").mkdir()
    with pytest.raises(UsageError, match="không ghi được sổ của lô"), Ledger(tmp_path / "so"):
        pass


def test_files_that_were_read_are_those_of_the_folder_that_the_ledger_is_in(tmp_path: Path) -> None:
    (tmp_path / "goc").mkdir()
    outcome = replace(_outcome("a"), read={str(tmp_path / "goc" / "dl" / "a.yaml"): "ab"})
    with Ledger(tmp_path / "goc" / "ra" / "so") as ledger:
        ledger.record(outcome)
    (tmp_path / "goc").rename(tmp_path / "ban_sao")
    with Ledger(tmp_path / "ban_sao" / "ra" / "so") as ledger:
        found = ledger.get("a")
        assert found is not None
        assert found.read == {str(tmp_path / "ban_sao" / "dl" / "a.yaml"): "ab"}
