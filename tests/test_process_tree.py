"""Programs run with a time limit: what comes back, and that nothing stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.process_tree import StartError, capture, run_tree

CHILD_OUTLIVES_PARENT = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print(child.pid, flush=True)
"""
PARENT_AND_CHILD_SLEEP = CHILD_OUTLIVES_PARENT + "child.wait()"

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="reads the state of processes from /proc")


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def ended(pid: int) -> bool:
    """Whether a process is gone within two seconds; one that waits for init to collect it is gone."""
    for _ in range(40):
        try:
            state = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize(("code", "expected"), [("pass", 0), ("raise SystemExit(3)", 3)])
def test_exit_code_comes_back(code: str, expected: int) -> None:
    assert run_tree(python(code), timeout=30) == expected


def test_output_is_read_as_text() -> None:
    assert capture(python("print('Kế hoạch')"), timeout=30).strip() == "Kế hoạch"


def test_failing_program_is_an_error_of_capture() -> None:
    with pytest.raises(ChildProcessError, match="3"):
        capture(python("raise SystemExit(3)"), timeout=30)


def test_missing_program_cannot_be_started(tmp_path: Path) -> None:
    with pytest.raises(StartError):
        run_tree([str(tmp_path / "không có")], timeout=1)


def test_slow_program_is_stopped() -> None:
    before = time.monotonic()
    with pytest.raises(TimeoutError):
        run_tree(python("import time; time.sleep(60)"), timeout=0.3)
    assert time.monotonic() - before < 5


def test_program_without_input_ends() -> None:
    assert run_tree(python("import sys; sys.stdin.read()"), timeout=30) == 0


@linux_only
@pytest.mark.parametrize("code", [CHILD_OUTLIVES_PARENT, PARENT_AND_CHILD_SLEEP], ids=["parent ended", "parent hangs"])
def test_no_child_is_left(code: str, tmp_path: Path) -> None:
    with (tmp_path / "pid").open("w+b") as output:
        try:
            run_tree(python(code), timeout=1, output=output)
        except TimeoutError:
            assert code == PARENT_AND_CHILD_SLEEP
        output.seek(0)
        assert ended(int(output.read()))


@linux_only
@pytest.mark.parametrize("failure", [KeyboardInterrupt, ValueError])
def test_interruption_ends_the_tree(failure: type[BaseException], tmp_path: Path) -> None:
    """Ctrl-C arrives between two looks at the program, as does a failure of the progress report."""
    with (tmp_path / "pid").open("w+b") as output:

        def interrupt_once_started() -> None:
            if os.fstat(output.fileno()).st_size:
                raise failure

        with pytest.raises(failure):
            run_tree(python(PARENT_AND_CHILD_SLEEP), timeout=30, output=output, on_poll=interrupt_once_started)
        output.seek(0)
        assert ended(int(output.read()))


def test_windows_ends_the_tree_with_taskkill(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []
    started = subprocess.Popen(python("import time; time.sleep(60)"), start_new_session=True)
    monkeypatch.setattr(subprocess, "Popen", lambda *args, **more: started)
    monkeypatch.setattr(subprocess, "run", lambda command, **more: calls.append(command))
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(TimeoutError):
        run_tree(["soffice.com"], timeout=0.2)
    assert calls == [["taskkill", "/T", "/F", "/PID", str(started.pid)]]
    assert started.returncode == -signal.SIGKILL


@linux_only
def test_nothing_stays_behind_when_the_caller_is_killed(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    inner = f"import os, time; open({str(told)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    call = f"run_tree([sys.executable, '-c', {inner!r}], timeout=60)"
    outer = f"import sys; from generator.process_tree import run_tree; {call}"
    caller = subprocess.Popen(python(outer), cwd=Path(__file__).parents[1])
    limit = time.monotonic() + 20
    while not (told.exists() and told.read_text("utf-8")) and time.monotonic() < limit:
        time.sleep(0.02)
    caller.kill()
    caller.wait()
    assert ended(int(told.read_text("utf-8")))
