"""The command ``vanban``: the group of commands, and the one place where problems are shown."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

import click

from generator.cli import vietnamese_click
from generator.cli.batch.command import batch
from generator.cli.check.command import check
from generator.cli.convert import convert
from generator.cli.derive.command import derive
from generator.cli.diff.command import diff
from generator.cli.doctor import doctor
from generator.cli.import_file import import_command
from generator.cli.issue.command import issue
from generator.cli.new.command import new
from generator.cli.problems import show_error
from generator.cli.render import render
from generator.cli.reports.aggregate import aggregate_command
from generator.cli.reports.remind import remind
from generator.cli.reports.report import report
from generator.cli.roll.command import roll_command
from generator.cli.show.command import show
from generator.cli.template.command import template
from generator.cli.update.command import update_command
from generator.errors import GeneratorError
from generator.files import reason
from generator.version import VERSION


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="vanban", help="Cho biết phiên bản.")
def vanban() -> None:
    """Soạn văn bản hành chính theo Nghị định 30/2020/NĐ-CP từ dữ liệu có cấu trúc.

    \b
    Mã thoát: 0 tốt; 1 có lỗi, cảnh báo hoặc chưa sẵn sàng ký; 2 gọi lệnh sai;
    3 dữ liệu sai; 4 mẫu sai; 5 không chuyển đổi được.
    """


for _command in (
    new,
    show,
    render,
    issue,
    import_command,
    check,
    diff,
    convert,
    derive,
    update_command,
    roll_command,
    report,
    aggregate_command,
    remind,
    batch,
    template,
    doctor,
):
    vanban.add_command(_command)
vietnamese_click.name_placeholders(vanban)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit code; no traceback reaches the user."""
    _speak_utf8()
    vietnamese_click.install()
    sys.exit(_run(lambda: vanban.main(args=arguments, prog_name="vanban", standalone_mode=False)))


def _run(call: Callable[[], Any]) -> int:
    try:
        result = call()
        sys.stdout.flush()
    except GeneratorError as failure:
        show_error(failure)
        return failure.exit_code
    except click.ClickException as failure:
        failure.show()
        return failure.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Đã dừng theo yêu cầu.", err=True)
        return 130
    except MemoryError:
        click.echo("lỗi: không đủ bộ nhớ để xử lý tệp này", err=True)
        return 1
    except OSError as failure:
        click.echo(f"lỗi: không in được kết quả: {reason(failure)}", err=True)
        return 1
    return result if isinstance(result, int) else 0


def _speak_utf8() -> None:
    """Print Vietnamese also where the console or the pipe has another encoding."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
