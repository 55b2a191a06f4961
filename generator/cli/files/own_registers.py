"""The registers of reports that an office has of its own, as options of a command."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from generator.cli.paths import FILE

F = TypeVar("F", bound=Callable[..., Any])


def own_registers(command: F) -> F:
    """Add the options that name the office's regimes, forms and outline, by which a progress workbook is read."""
    for option in reversed((
        click.option("--regimes", "regime_file", metavar="CHẾ_ĐỘ.yaml", type=FILE,
                     help="Chế độ báo cáo của cơ quan, để đọc biểu tiến độ; mặc định có sẵn."),
        click.option("--forms", metavar="BIỂU_MẪU.yaml", type=FILE, help="Biểu mẫu thống kê của cơ quan."),
        click.option("--outline", metavar="ĐỀ_CƯƠNG.yaml", type=FILE, help="Đề cương báo cáo của cơ quan."),
    )):  # fmt: skip
        command = option(command)
    return command
