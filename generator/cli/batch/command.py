"""``vanban batch``: many documents in one call, which goes on where it was when it is called again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import click

from generator.batch.cluster import on_cluster
from generator.batch.folder import OutputFolder
from generator.batch.groups import Conversion
from generator.batch.job import Outcome, State
from generator.batch.ledger import Ledger
from generator.batch.leftover import Leftover, leftover
from generator.batch.manifest import LEFT_OVER, Row, rows, rows_of_left
from generator.batch.processes import here, in_processes
from generator.batch.run import Batch, Execute
from generator.cli.batch.actions import Action, Planned, planned
from generator.cli.batch.shown import MANIFEST, progress, show_counts, show_failures, show_notes, write_manifest
from generator.cli.batch.wording import of_folder
from generator.cli.paths import FILE
from generator.errors import ConversionError, GeneratorError, UsageError
from generator.fonts import require_fonts
from generator.office import INSTALL_HINT, IncompleteConversionError, convert, find_soffice

_FEWEST_EACH = 4
"""Jobs from which on another process is worth its start."""
_PDF = ".pdf"


@click.command()
@click.argument("order", metavar="VIỆC.yaml", type=FILE)
@click.option("-o", "--output", required=True, metavar="THƯ_MỤC", type=FILE, help="Thư mục ghi kết quả.")
@click.option("--jobs", metavar="SỐ", type=click.IntRange(min=1), help="Số tiến trình; không ghi thì bằng số bộ xử lý.")
@click.option("--pdf", is_flag=True, help="Làm thêm bản PDF của mỗi văn bản (cần LibreOffice).")
@click.option("--resume", is_flag=True, help="Chỉ làm phần chưa xong, phần lỗi và phần đã đổi.")
@click.option("--scheduler", metavar="ĐỊA_CHỈ", help="Chia việc cho một cụm máy Dask: tcp://máy:8786.")
def batch(order: Path, output: Path, *, jobs: int | None, pdf: bool, resume: bool, scheduler: str | None) -> int:
    """Làm nhiều văn bản trong một lệnh, theo tệp việc; một tệp hỏng không dừng các tệp khác.

    Tệp việc (tạo bằng «vanban new job -o viec.yaml») nói làm gì với những tệp nào: «do: render» ghép nhiều tệp dữ liệu,
    hoặc một văn bản có chỗ điền [[Tên cột]] cho từng đơn vị của bảng; «do: report» lập báo cáo định kỳ của từng đơn vị;
    «do: progress» lập biểu tiến độ để từng đơn vị điền; «do: remind» lập công văn đôn đốc từng đơn vị chậm;
    «do: aggregate» lập báo cáo tổng hợp của nhiều cơ quan; «do: derive» lập kế hoạch của các đơn vị cấp dưới;
    «do: check» xét nhiều tệp.

    Kết quả từng tệp ghi trong bang_ke.csv và bang_ke.xlsx. Bị dừng giữa chừng (mất điện, Ctrl-C) thì chạy lại với
    --resume: việc đã xong không làm lại, tệp nào cũng hoặc đủ hoặc chưa có.

    Với --scheduler, các máy của cụm phải cài vanban cùng phiên bản và thấy dữ liệu ở cùng đường dẫn; chỉ dùng trong
    mạng nội bộ của cơ quan.

    \b
    Mã thoát: 0 mọi tệp đều xong; 1 có tệp lỗi hoặc cần xem lại; 2, 3 tệp việc sai; 130 dừng bằng Ctrl-C.
    Ví dụ: vanban batch viec.yaml -o ra --pdf
           vanban batch viec.yaml -o ra --pdf --resume
    """
    # The machines of a cluster work in other folders.
    path, target = (order.resolve(), output.resolve()) if scheduler else (order, output)
    plan = planned(path, target)
    if pdf:
        _require_pdf(plan.action)
    folder = OutputFolder(output)
    execute = partial(on_cluster, address=scheduler) if scheduler else _on_this_machine(jobs, len(plan.jobs))
    with folder.held(), Ledger(folder.ledger) as ledger:
        run = _Run(plan, folder, ledger, resume=resume)
        try:
            run.jobs_done(execute)
            if pdf:
                run.pdf_done()
        except (KeyboardInterrupt, GeneratorError):
            run.stopped()
            raise
        return run.told()


def _on_this_machine(jobs: int | None, count: int) -> Execute:
    processes = jobs or min(os.cpu_count() or 1, -(-count // _FEWEST_EACH))
    return here if processes == 1 else partial(in_processes, count=processes)


def _require_pdf(action: Action) -> None:
    """Raise before anything is done what would otherwise be known only when all of it is."""
    if not action.makes_word:
        raise UsageError("việc này không cho tệp Word nên không có gì để làm PDF", hint="bỏ --pdf")
    if find_soffice() is None:
        raise ConversionError("không làm được PDF: chưa cài LibreOffice trên máy này", hint=INSTALL_HINT)
    require_fonts()


@dataclass
class _Run:
    """One run of a batch and what has come of it so far."""

    plan: Planned
    folder: OutputFolder
    ledger: Ledger
    resume: bool
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    conversions: dict[str, Outcome] = field(default_factory=dict)
    done: set[str] = field(default_factory=set)
    """The keys of jobs of which this run has made something."""
    notes: list[str] = field(default_factory=list)
    """What this run has to tell beside what is wrong."""

    def jobs_done(self, execute: Execute) -> None:
        """Do the jobs."""
        found = Batch(self.plan.jobs, self.folder, self.ledger, resume=self.resume, origin=self.plan.origin)
        self.outcomes |= found.kept
        with progress("Làm văn bản", len(found.tasks)) as tell, closing(found.run(execute)) as outcomes:
            for done, outcome in enumerate(outcomes, start=1):
                self.outcomes[outcome.key] = outcome
                self._made(outcome.key, outcome)
                tell(done)

    def pdf_done(self) -> None:
        """Make the PDF of each document that is there."""
        step = self._conversion()
        owners = {step.target(one): one.key for one in self.outcomes.values() if one.files}
        pending = step.pending([one for one in self._in_order() if one.files], resume=self.resume)
        self.conversions |= {owners[one.key]: one for one in step.kept}
        start = len(self.conversions)
        with progress("Làm PDF", len(pending)) as tell:

            def some(sources: Sequence[Path], made: Path, moment: int) -> Mapping[Path, str]:
                before = len(self.conversions) - start
                return _pdf(sources, made, moment, lambda done: tell(before + done))

            with closing(step.run(pending, some)) as found:
                for one in found:
                    self.conversions[owners[one.key]] = one
                    self._made(owners[one.key], one)
                    tell(len(self.conversions) - start)

    def _conversion(self) -> Conversion:
        return Conversion(self.folder, self.ledger, _PDF, "pdf", self.plan.origin)

    def _made(self, key: str, outcome: Outcome) -> None:
        self.done.add(key)
        self.notes += outcome.notes

    def stopped(self) -> None:
        """Leave a manifest of what was done; what stopped the batch may keep it from being written too."""
        if not self.done:
            return
        with suppress(GeneratorError):
            write_manifest(self._rows(), self.folder, self.ledger, self.plan.origin)
            click.echo("Dừng giữa chừng; chạy lại với --resume để làm tiếp.", err=True)

    def told(self) -> int:
        """Show what came of the batch and write its manifest; return the exit code."""
        listed, left = self._rows(), self._leftover()
        show_failures(listed)
        show_notes([*self.notes, *_of_left(left)])
        show_counts(listed, len(self.outcomes.keys() - self.done), self.folder.path)
        whole = [*listed, *rows_of_left(left.own, len(listed))]
        write_manifest(whole, self.folder, self.ledger, self.plan.origin)
        ended = [*self.outcomes.values(), *self.conversions.values()]
        return 0 if all(one.state is State.DONE for one in ended) and not left.own else 1

    def _leftover(self) -> Leftover:
        """Return what is in the folder beside what holds: a PDF of an earlier run does if its document is the same."""
        step = self._conversion()
        step.pending(
            [one for key, one in self.outcomes.items() if one.files and key not in self.conversions], resume=True
        )
        pdfs = (*step.kept, *self.conversions.values())
        current = {*self.outcomes, *(one.key for one in pdfs), MANIFEST}
        return leftover(self.ledger, self.folder, current, self.plan.origin)

    def _in_order(self) -> Iterator[Outcome]:
        return (self.outcomes[job.key] for job in self.plan.jobs if job.key in self.outcomes)

    def _rows(self) -> list[Row]:
        found = rows(self.plan.jobs, self.outcomes, self.conversions, self.plan.action.attention)
        return [of_folder(row, self.plan.path) for row in found]


def _of_left(left: Leftover) -> Iterator[str]:
    for one in left.own:
        yield f"{', '.join(one.written)} còn lại từ lần trước, {LEFT_OVER}"
    if left.others:
        yield f"thư mục còn {left.others} tệp của tệp việc khác, không thuộc lần này"


def _pdf(sources: Sequence[Path], folder: Path, moment: int, tell: Callable[[int], None]) -> Mapping[Path, str]:
    try:
        convert(sources, folder, source_date_epoch=moment, on_progress=lambda done, _: tell(done))
    except IncompleteConversionError as failure:
        return failure.failures
    return {}
