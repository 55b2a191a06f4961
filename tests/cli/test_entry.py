"""The start of the program."""

import sys
import types

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
