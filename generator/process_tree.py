"""A program run with a time limit, whose children end with it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import IO, Final

POLL_SECONDS = 0.1
_WHEN_ALONE: Final = 'read -r never; kill -s KILL -- "-$0"'
"""What a shell does: wait for a line that nobody writes, then end a group of processes."""
_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows only


class StartError(OSError):
    """A program that cannot be started: it is not there or may not be run."""


def run_tree(
    command: Sequence[str],
    *,
    timeout: float,
    output: IO[bytes] | int = subprocess.DEVNULL,
    env: Mapping[str, str] | None = None,
    on_poll: Callable[[], None] | None = None,
) -> int:
    """Return the exit code of a program (negative for a signal), run without a terminal and without input.

    Its standard output goes to `output`, its errors nowhere. `on_poll` is called about ten times a second while
    it runs. When the call ends, in whatever way, the program and every process that it started are dead; on
    Windows this holds for as long as the program itself still runs. They end with this process too where it is
    killed, but for Windows. Raises TimeoutError after `timeout`
    seconds, StartError when the program cannot be started.
    """
    deadline = time.monotonic() + timeout
    process = _start(command, output, env)
    try:
        with _ending_with_us(process):
            while True:
                remaining = deadline - time.monotonic()
                try:
                    return process.wait(max(0.0, min(POLL_SECONDS, remaining)))
                except subprocess.TimeoutExpired:
                    if remaining <= 0:
                        raise TimeoutError(f"{command[0]}: {timeout:g} s") from None
                if on_poll:
                    on_poll()
    finally:
        _kill(process)
        process.wait()


def capture(command: Sequence[str], *, timeout: float) -> str:
    """Return what a program writes to its standard output, as UTF-8 text with undecodable bytes replaced.

    Raises StartError when it cannot be started, TimeoutError when it takes longer, and ChildProcessError when it
    fails: all three are OSErrors.
    """
    with tempfile.TemporaryFile() as output:
        code = run_tree(command, timeout=timeout, output=output)
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    if code != 0:
        raise ChildProcessError(f"{command[0]}: {code}")
    return text


def _start(command: Sequence[str], output: IO[bytes] | int, env: Mapping[str, str] | None) -> subprocess.Popen[bytes]:
    """The running program, in a session of its own."""
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.DEVNULL,
            env=env,
            start_new_session=True,
            creationflags=_NO_WINDOW,
        )
    except OSError as failure:
        raise StartError(failure.errno, failure.strerror, command[0]) from failure


@contextlib.contextmanager
def _ending_with_us(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Let a shell wait for the end of a pipe that only this process holds: a kill of it ends the program as well."""
    watch = None if sys.platform == "win32" else _watch(process.pid)
    try:
        yield
    finally:
        if watch is not None:
            watch.kill()
            watch.communicate()


def _watch(group: int) -> subprocess.Popen[bytes] | None:
    """Return the shell; None where there is none, without which the program is run all the same."""
    try:
        return subprocess.Popen(
            ["/bin/sh", "-c", _WHEN_ALONE, str(group)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return None


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the program and its descendants; that they have ended already is no error."""
    if sys.platform != "win32":
        # Nobody is left in the group; macOS says so with PermissionError as long as the program is not waited for.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        return
    if process.poll() is None:
        try:
            subprocess.run(
                ["taskkill", "/T", "/F", "/PID", str(process.pid)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                creationflags=_NO_WINDOW,
                check=False,
            )
        finally:
            process.kill()
