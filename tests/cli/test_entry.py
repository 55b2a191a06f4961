"""The start of the program."""

import subprocess
import sys
import types
from pathlib import Path

import pytest

from generator.cli import entry


def test_ctrl_c_at_the_start_ends_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    stand_in = types.ModuleType("generator.cli.main")
    stand_in.main = stop  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "generator.cli.main", stand_in)
    with pytest.raises(SystemExit) as left:
        entry.main()
    assert left.value.code == 130


def test_the_package_runs_as_the_command() -> None:
    root = Path(__file__).parents[2]
    run = subprocess.run(
        [sys.executable, "-m", "generator", "--version"], cwd=root, capture_output=True, text=True, encoding="utf-8"
    )
    assert (run.returncode, run.stdout.startswith("vanban"), run.stderr) == (0, True, "")
