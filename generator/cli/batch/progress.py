"""``do: progress`` of a batch: the workbooks in which units tell of a period, as ``vanban new progress`` makes them."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Literal

import click
from pydantic import Field

from generator.batch.job import Job, Refused
from generator.cli.batch.heads import Earlier
from generator.cli.batch.named_units import named_units
from generator.cli.batch.order import Lines, Order, OrderFile
from generator.cli.batch.plan_files import plan_files
from generator.cli.batch.plans import plan_with_digests
from generator.cli.batch.prepared import PreparedBook, ProgressSettings
from generator.cli.batch.wording import in_order_words
from generator.cli.files.own_registers import regimes_of
from generator.cli.files.units_file import units_of
from generator.cli.new.means import Means
from generator.cli.new.progress import book_name, doubts, everybody
from generator.cli.new.regime import chosen_regime, said
from generator.cli.problems import show_diagnostics
from generator.cli.reports.means import loaded
from generator.errors import GeneratorError
from generator.model.base import Line
from generator.registers.regimes import RegimeRegister
from generator.registers.units import Unit


class ProgressOrder(Order):
    """Of what units are to tell, and which of them."""

    do: Literal["progress"] = Field(title="Việc làm")
    plans: Lines = Field(min_length=1, title="Kế hoạch", description="One plan, or those of all units")
    units: Line = Field(title="Danh bạ đơn vị")
    period: Line = Field(title="Kỳ báo cáo", description="2027-Q1")
    only: Lines = Field((), title="Chỉ các đơn vị", description="Identities or names; else all with tasks or below")
    regime: Line | None = Field(None, title="Mã chế độ báo cáo", description="Else as ``vanban new progress`` has it")
    regimes: Line | None = Field(None, title="Chế độ báo cáo")
    forms: Line | None = Field(None, title="Biểu mẫu thống kê")
    outline: Line | None = Field(None, title="Đề cương báo cáo")
    previous: Lines = Field((), title="Tiến độ kỳ trước", description="Of all units, shown beside")
    last_year: Lines = Field((), title="Tiến độ cùng kỳ năm trước", description="Of all units, shown beside")
    form: Literal["xlsx", "yaml"] = Field("xlsx", title="Dạng tệp", description="Of each unit's file")


def progress_jobs(order: ProgressOrder, file: OrderFile, output: Path) -> list[Job]:
    """Return a job for each unit; DataError when the order names what is not there."""
    units = file.file("units", order.units)
    assert units is not None
    plans = tuple(plan_files(file, "plans", order.plans))
    regimes = file.file("regimes", order.regimes)
    regime = order.regime or _regime(order, plans, units, regimes)
    own_rules = (regimes, file.file("forms", order.forms), file.file("outline", order.outline))
    settings = ProgressSettings(plans, units, regime, *own_rules, order.period)
    means, known = settings.means(), settings.known()
    show_diagnostics(doubts(means))
    earlier = (Earlier(file, "previous", order.previous, known), Earlier(file, "last_year", order.last_year, known))
    digest = settings.digest()
    own = len(plans) > 1 or not file.at(order.plans[0]).is_file()
    units_of_order, refused = _units(order, means, file, own=own)
    return [
        *refused,
        *(_job(unit, means, settings, earlier, output, digest, order.form) for unit in units_of_order),
    ]


def _regime(order: ProgressOrder, plans: Sequence[Path], units: Path, regimes: Path | None) -> str:
    """Return the regime that the order leaves open, and say which it is and why."""
    register = loaded(regimes, "regimes.yaml", RegimeRegister)
    read = {path: plan_with_digests(path)[0] for path in plans}
    unit = order.only[0] if len(order.only) == 1 else None
    chosen = chosen_regime(register, units_of(units), read, unit, order.period)
    click.echo(in_order_words(said(chosen, regimes_of(regimes).regime(chosen.regime))), err=True)
    return chosen.regime


def _units(order: ProgressOrder, means: Means, file: OrderFile, *, own: bool) -> tuple[list[Unit], list[Job]]:
    if order.only:
        return named_units(order.only, "only", means.ground.directory, means.day, file)
    return everybody(means, own=own), []


def _job(
    unit: Unit,
    means: Means,
    settings: ProgressSettings,
    earlier: tuple[Earlier, Earlier],
    output: Path,
    digest: str,
    form: str,
) -> Job:
    label = f"{settings.units.name}, {unit.id}"
    target = output / f"{book_name(unit, means.period)}.{form}"
    try:
        previous, last_year = (one.of(unit.id) for one in earlier)
    except GeneratorError as failure:
        return Job(label, Refused(failure.message, failure.hint), digest)
    run = PreparedBook(unit, previous, last_year, settings, target)
    used = "\n".join([digest, *map(str, (previous, last_year))])
    return Job(label, run, sha256(used.encode()).hexdigest(), (target.name,), keeps_work=True)
