"""What an output folder holds beside what a run gives."""

from __future__ import annotations

from pathlib import Path

from generator.batch.folder import OutputFolder
from generator.batch.job import Outcome, State
from generator.batch.ledger import Ledger
from generator.batch.leftover import Leftover, leftover


def _made(ledger: Ledger, folder: OutputFolder, name: str, origin: str, *more: str) -> Outcome:
    files = tuple((one, folder.put(one, one.encode()).digest or "") for one in (name, *more))
    outcome = Outcome(name, State.DONE, "", (), files, origin=origin)
    ledger.record(outcome)
    return outcome


def _left(folder: Path, *current: str, gone: str = "") -> Leftover:
    output = OutputFolder(folder)
    with Ledger(folder / "so") as ledger:
        for name in ("b.docx", "a.docx"):
            _made(ledger, output, name, "việc 1", f"{name}.yaml")
        _made(ledger, output, "c.docx", "việc 2")
        if gone:
            (folder / gone).unlink()
        return leftover(ledger, output, current, "việc 1")


def test_files_of_jobs_that_are_gone_are_left(tmp_path: Path) -> None:
    found = _left(tmp_path, "a.docx")
    assert [list(one.written) for one in found.own] == [["b.docx", "b.docx.yaml"]]
    assert found.others == 1


def test_only_what_is_there_is_left(tmp_path: Path) -> None:
    assert [list(one.written) for one in _left(tmp_path, "a.docx", gone="b.docx").own] == [["b.docx.yaml"]]


def test_nothing_is_left_where_all_hold(tmp_path: Path) -> None:
    assert _left(tmp_path, "a.docx", "b.docx").own == ()


def test_what_an_earlier_version_made_counts_as_own(tmp_path: Path) -> None:
    output = OutputFolder(tmp_path)
    with Ledger(tmp_path / "so") as ledger:
        made = _made(ledger, output, "a.docx", "")
        assert leftover(ledger, output, (), "việc 1") == ((made,), 0)
