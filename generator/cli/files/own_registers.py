"""The registers of reports that an office has of its own, as options of a command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.cli.paths import FILE
from generator.files import read_bytes
from generator.registers.catalog import bundled_regimes
from generator.registers.regimes import RegimeRegister
from generator.registers.store import load_register

F = TypeVar("F", bound=Callable[..., Any])


def own_registers(command: F) -> F:
    """Add the options that name the office's regimes, forms and outline, by which a progress workbook is read."""
    for option in reversed((
        click.option("--regimes", "regime_file", metavar="CHẾ_ĐỘ.yaml", type=FILE,
                     help="Chế độ báo cáo của cơ quan, thêm vào chế độ có sẵn, để đọc biểu tiến độ."),
        click.option("--forms", metavar="BIỂU_MẪU.yaml", type=FILE, help="Biểu mẫu thống kê của cơ quan."),
        click.option("--outline", metavar="ĐỀ_CƯƠNG.yaml", type=FILE, help="Đề cương báo cáo của cơ quan."),
    )):  # fmt: skip
        command = option(command)
    return command


def regimes_of(path: Path | None) -> RegimeRegister:
    """Return the regimes of the office's own file, if any, then those that come with the program.

    A regime of the file takes the place of one with its identity. DataError for a faulty file.
    """
    ours = bundled_regimes()
    return load_register(read_bytes(path), str(path), RegimeRegister).beside(ours) if path else ours
