"""What a batch shows: progress while it runs, failures and counts at its end, the manifest as files."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import click
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn
from rich.text import Text

from generator.batch.folder import OutputFolder
from generator.batch.job import Outcome, State
from generator.batch.ledger import Ledger
from generator.batch.manifest import DONE, FAILED, HEADINGS, NOT_BEGUN, Row, csv_bytes
from generator.batch.pace import Pace
from generator.batch.work import aside_notes
from generator.workbook.fixed import escaped, same_bytes

MANIFEST = "bang_ke"
_MOST_SHOWN = 50
_SECONDS_BETWEEN_LINES = 5.0
_WIDTHS = (6, 40, 40, 18, 100)
_LONGEST_CELL = 32_000
"""Excel takes 32,767 letters in a cell."""


@contextmanager
def progress(title: str, total: int) -> Iterator[Callable[[int], None]]:
    """Show how far a step is, to be told how many are done: a bar on a terminal, else a line every few seconds."""
    pace, console = Pace(total, time.monotonic()), Console(stderr=True)
    if not console.is_terminal:
        yield _lines(title, pace)
        return
    columns = (TextColumn(title), BarColumn(), _PaceColumn(pace))
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(title, total=total)
        yield lambda done: bar.update(task, completed=done)


class _PaceColumn(ProgressColumn):
    """The pace, told anew while nothing is done too: a long job lets the time left grow."""

    def __init__(self, pace: Pace) -> None:
        super().__init__()
        self._pace = pace

    def render(self, task: Task) -> Text:
        return Text(self._pace.line(int(task.completed), time.monotonic()))


def _lines(title: str, pace: Pace) -> Callable[[int], None]:
    last = pace.begun

    def tell(done: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _SECONDS_BETWEEN_LINES:
            last = now
            click.echo(f"{title}: {pace.line(done, now)}", err=True)

    return tell


def show_failures(rows: Iterable[Row]) -> None:
    """Print one line for each job that failed: where, what, and how much more is wrong with it."""
    failed = [row for row in rows if row.state == FAILED]
    for row in failed[:_MOST_SHOWN]:
        click.secho("lỗi: ", fg="red", nl=False, err=True)
        click.echo(_in_one_line(row), err=True)
    if len(failed) > _MOST_SHOWN:
        click.echo(f"… và {len(failed) - _MOST_SHOWN} lỗi khác, xem {MANIFEST}.csv", err=True)


def _in_one_line(row: Row) -> str:
    first = row.reason.partition("\n")[0]
    told = first if row.label in first else f"{row.label}: {first}"
    return f"{told} (và {row.more} chỗ khác)" if row.more else told


def show_notes(notes: Sequence[str]) -> None:
    """Print what a person should know though nothing failed, one line each."""
    for note in notes[:_MOST_SHOWN]:
        click.secho("lưu ý: ", fg="yellow", nl=False, err=True)
        click.echo(note, err=True)
    if len(notes) > _MOST_SHOWN:
        click.echo(f"… và {len(notes) - _MOST_SHOWN} lưu ý khác, xem {MANIFEST}.csv", err=True)


def show_counts(rows: Sequence[Row], kept: int, folder: Path) -> None:
    """Print how many jobs ended in which way, how many needed not be done again, and where the reasons stand."""
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.state] = counts.get(row.state, 0) + 1
    listed = ", ".join(f"{counts[state]} {state}" for state in sorted(counts, key=_rank))
    before = f"; {kept} giữ nguyên từ lần trước" if kept else ""
    click.echo(f"Tổng cộng {len(rows)}: {listed}{before}")
    if set(counts) - {DONE}:
        click.echo(f"Lý do của từng văn bản: {folder / MANIFEST}.xlsx", err=True)
    if counts.get(FAILED) or counts.get(NOT_BEGUN):
        told = "Sửa xong thì chạy lại với --resume: chỉ làm phần lỗi, phần chưa làm và phần đã đổi dữ liệu."
        click.echo(told, err=True)


def _rank(state: str) -> int:
    """Return the place of a state among the counts: what is done first, what was not begun last."""
    return {DONE: 0, FAILED: 2, NOT_BEGUN: 3}.get(state, 1)


def write_manifest(rows: Sequence[Row], folder: OutputFolder, ledger: Ledger, origin: str) -> None:
    """Write the manifest as .csv and .xlsx into the folder.

    One of another order, or one in which a person has worked, is kept beside it. UsageError when it is open in another
    program.
    """
    before = ledger.get(MANIFEST)
    known = before.written if before and before.is_of(origin) else {}
    files = []
    for name, data in ((f"{MANIFEST}.csv", csv_bytes(rows)), (f"{MANIFEST}.xlsx", _workbook(rows))):
        found = folder.put(name, data, known.get(name))
        files.append((name, found.digest or ""))
        show_notes(aside_notes(name, found))
    made = Outcome(MANIFEST, State.DONE, "", files=tuple(files), origin=origin)
    if made != before:
        ledger.record(made)


def _workbook(rows: Sequence[Row]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Bảng kê")
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCDE", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.auto_filter.ref = f"A1:E{len(rows) + 1}"
    sheet.append([_cell(sheet, heading, bold=True) for heading in HEADINGS])
    for row in rows:
        number, *texts = row.cells
        sheet.append([number, *(_cell(sheet, text) for text in texts)])
    stream = BytesIO()
    book.save(stream)
    return same_bytes(stream.getvalue())


def _cell(sheet: object, text: str, *, bold: bool = False) -> object:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, escaped(text[:_LONGEST_CELL]))  # type: ignore[arg-type]
    cell.data_type = "s"
    cell.font = Font("Times New Roman", 12, bold=bold)
    cell.alignment = Alignment(vertical="top", wrap_text="\n" in text)
    return cell
