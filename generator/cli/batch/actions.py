"""What a batch can do: one entry for each, its order, its jobs, and the words for what a person has to look at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.batch.job import Job
from generator.batch.names import without_clashes
from generator.cli.batch.aggregate import AggregateOrder, aggregate_jobs
from generator.cli.batch.check import CheckOrder, check_jobs
from generator.cli.batch.derive import DeriveOrder, derive_jobs
from generator.cli.batch.order import Order, OrderFile, named_action, read_order, validated
from generator.cli.batch.progress import ProgressOrder, progress_jobs
from generator.cli.batch.remind import RemindOrder, remind_jobs
from generator.cli.batch.render import RenderOrder, render_jobs
from generator.cli.batch.report import ReportOrder, report_jobs
from generator.cli.batch.wording import of_order
from generator.errors import UsageError


@dataclass(frozen=True)
class Action:
    """One thing that a batch can do."""

    order: type[Order]
    jobs: Callable[[Any, OrderFile, Path], list[Job]]
    """The jobs of an order, for an output folder."""
    attention: str
    """What is the matter with a result that a person has to look at."""
    makes_word: bool = False
    """Whether its files can be made into PDF."""


ACTIONS: Mapping[str, Action] = {
    "render": Action(RenderOrder, render_jobs, "chưa sẵn sàng ký", makes_word=True),
    "report": Action(ReportOrder, report_jobs, "chưa sẵn sàng ký", makes_word=True),
    "derive": Action(DeriveOrder, derive_jobs, "chưa sẵn sàng ký", makes_word=True),
    "progress": Action(ProgressOrder, progress_jobs, "đã có người điền"),
    "remind": Action(RemindOrder, remind_jobs, "chưa sẵn sàng ký", makes_word=True),
    "aggregate": Action(AggregateOrder, aggregate_jobs, "chưa sẵn sàng ký", makes_word=True),
    "check": Action(CheckOrder, check_jobs, "chưa đạt"),
}


@dataclass(frozen=True)
class Planned:
    """An order that can be done."""

    path: Path
    action: Action
    jobs: list[Job]
    origin: str
    """What tells it from other orders for the same output folder."""


def planned(path: Path, output: Path) -> Planned:
    """Return what an order asks for and its jobs, those that would write one file refused.

    Raises DataError with the line of what is wrong with the order.
    """
    file = read_order(path)
    action = ACTIONS[named_action(file, list(ACTIONS))]
    order = validated(file, action.order)
    try:
        jobs = without_clashes(action.jobs(order, file, output))
    except UsageError as failure:
        raise of_order(failure, file) from failure
    return Planned(path, action, jobs, file.origin(output))
