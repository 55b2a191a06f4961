"""What units have told of a period to the office above: its files, its units, its plan. For aggregate and remind."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from generator.cli.check.means import given_day
from generator.cli.files.own_registers import regimes_of
from generator.cli.files.progress_file import known_means
from generator.cli.files.units_file import units_of
from generator.cli.new.regime import Chosen, first_day, regime_of_receivers, said
from generator.cli.paths import FILE
from generator.cli.reports.foreign_files import parted, passed_over, with_unknown_tasks, without_own
from generator.cli.reports.list_doubts import ListDoubts
from generator.cli.reports.means import PROGRESS, files_of, grounds_of, told_in
from generator.cli.reports.received_days import ReceivedList, received_list
from generator.cli.reports.told_files import REPORTS, ToldFiles, is_report, told_files, told_in_report
from generator.cli.reports.unit_plans import parts_of, unit_plans
from generator.errors import UsageError
from generator.importers.progress import ReportTerms
from generator.model.plan import Plan
from generator.registers.regimes import PeriodDates
from generator.registers.units import Unit, UnitDirectory
from generator.reports.consolidated import UnitStates, unit_states
from generator.reports.ground import Ground, cut_off
from generator.reports.origins import Above
from generator.reports.receipts import Contradiction, Receipts, had_come, receipts
from generator.spelling import suggestion
from generator.transform.higher import issuer_of
from generator.vietnamese.unicode import fold

F = TypeVar("F", bound=Callable[..., Any])
DAYS_OF_FILES: Final = "Ngày nhận lấy theo ngày của tệp; ghi ngày đúng bằng --received"
"""What is told where nobody says on which days files were received."""


def collecting_options(command: F) -> F:
    """Add the options that name units, their plans, their days and the registers."""
    for option in reversed((
        click.option("--period", required=True, metavar="KỲ", help="Kỳ báo cáo: 2027-Q1."),
        click.option("--units", required=True, metavar="DANH_BẠ", type=FILE, help="Danh bạ đơn vị."),
        click.option("--issuer", metavar="ĐƠN_VỊ", help="Mã cơ quan; mặc định là cơ quan ban hành kế hoạch."),
        click.option("--from", "named", multiple=True, metavar="ĐƠN_VỊ|NHÓM",
                     help="Đơn vị, nhóm phải báo cáo; mặc định là mọi đơn vị trực thuộc cơ quan."),
        click.option("--plans", multiple=True, metavar="KẾ_HOẠCH", type=FILE,
                     help="Kế hoạch của các đơn vị (tệp hoặc thư mục), để tính tình trạng nhiệm vụ."),
        click.option("--received", metavar="DANH_SÁCH", type=FILE,
                     help="Bảng .csv, .xlsx: Đơn vị, Ngày nhận, có thể có Gia hạn đến; mặc định lấy ngày của tệp."),
        click.option("--regime", metavar="CHẾ_ĐỘ", help="Mã chế độ báo cáo; mặc định là của phần lớn tệp."),
        click.option("--regimes", "regime_file", metavar="CHẾ_ĐỘ.yaml", type=FILE,
                     help="Chế độ báo cáo của cơ quan, thêm vào chế độ có sẵn."),
        click.option("--forms", metavar="BIỂU_MẪU.yaml", type=FILE, help="Biểu mẫu thống kê của cơ quan."),
        click.option("--outline", metavar="ĐỀ_CƯƠNG.yaml", type=FILE, help="Đề cương báo cáo của cơ quan."),
    )):  # fmt: skip
        command = option(command)
    return command


def show_regime(came: Collected) -> None:
    """Print which regime was chosen and why, where neither the command nor a file names it."""
    if came.chosen:
        click.echo(said(came.chosen, came.ground.regime), err=True)


on_option = click.option("--on", metavar="NGÀY", callback=given_day, help="Ngày lập; mặc định là hôm nay.")


@dataclass(frozen=True)
class Collected:
    """What has come."""

    ground: Ground
    issuer: Unit
    period: PeriodDates
    expected: tuple[Unit, ...]
    receipts: Receipts
    plans: Mapping[str, Plan]
    """The plans of units by their identity; of one without its own the tasks of the office's plan that it leads."""

    registers: Mapping[str, Path | None]
    chosen: Chosen | None = None
    """The regime and why it is the one, where neither the command nor a file names it."""
    doubts: tuple[Contradiction, ...] = ()
    """Those of ``receipts`` that are of the list of days, and of files that are no unit's."""

    def ground_of(self, regime: str | None) -> Ground:
        """Return the ground for another regime; for None that of the units."""
        return grounds_of([regime], **self.registers)[regime] if regime else self.ground

    def states(self, day: datetime.date) -> tuple[UnitStates, ...]:
        """Return how the tasks of the units stand at the end of a day."""
        return unit_states(self.receipts, self.plans, day)


def collected(
    paths: Sequence[Path], plan: Plan | None, options: Mapping[str, Any], until: datetime.date | None = None
) -> Collected:
    """Return what files, or those of folders, tell of a period to an office, as far as they had come until a day.

    Folders may be empty where there is such a day: nobody had sent anything. UsageError for a path that is not there,
    for an office, units or a regime that cannot be found, DataError for a unit with several plans that may be meant; a
    file that cannot be read is a contradiction, as is what is doubtful in the list of days.
    """
    directory = units_of(options["units"])
    listed = received_list(options["received"]) if options["received"] else None
    days = listed.days if listed else None
    sent, made = parted(files_of(paths, (*PROGRESS, *REPORTS), may_be_empty=until is not None))
    read = partial(told_in, known=known_means(own=options))
    told = told_files([path for path in sent if not is_report(path)], directory, days, read)
    regime, why = _regime(told, plan, directory, options)
    registers = {name: options[name] for name in ("units", "regime_file", "forms", "outline")}
    ground = grounds_of([regime], **registers)[regime]
    period = ground.regime.period_dates(options["period"])
    day = cut_off(period)
    issuer = _issuer(plan, options["issuer"], directory, day)
    expected = expected_units(options["named"], issuer, directory, day)
    above = Above(plan, options["plan"].name if options.get("plan") else None) if plan else None
    plans = unit_plans(options["plans"], expected, directory, day, above)
    terms = ReportTerms(directory, ground.forms, ground.outline, ground.regime, day, plans)
    reports = [path for path in sent if is_report(path)]
    told += told_files(reports, directory, days, lambda path: told_in_report(path, terms))
    last = until or datetime.date.max
    extended = _extended(listed, expected, period) if listed else {}
    came, own = without_own(had_come(told.received, last), issuer)
    found = receipts(expected, came, ground, period.name, unread=had_come(told.unread, last), extended=extended)
    on = until or options.get("on") or datetime.date.today()
    of_list = ListDoubts(listed, directory, sent, found, on, later_too=until is not None) if listed else ()
    doubts = (*of_list, *passed_over(made, own, None if sent else paths[0]))
    found = replace(found, contradictions=(*doubts, *found.contradictions))
    parts = parts_of(above, found, plans, directory, day) if above else {}
    found = with_unknown_tasks(found, {**parts, **plans})
    return Collected(ground, issuer, period, expected, found, {**parts, **plans}, registers, why, doubts)


def _regime(
    told: ToldFiles, plan: Plan | None, directory: UnitDirectory, options: Mapping[str, Any]
) -> tuple[str, Chosen | None]:
    """Return the regime that is named, by the command or most files, else the one whose reports go to the office."""
    named = options["regime"] or told.regime()
    if named:
        return named, None
    issuer = _issuer(plan, options["issuer"], directory, first_day(options["period"]))
    chosen = regime_of_receivers(regimes_of(options["regime_file"]), [issuer])
    return chosen.regime, chosen


def _extended(said: ReceivedList, expected: Sequence[Unit], period: PeriodDates) -> dict[str, datetime.date]:
    """Return by identity until when units may send; UsageError for a day that allows no more time."""
    found = {}
    for unit in expected:
        day = next((day for name in (unit.id, *unit.names) if (day := said.extended.get(fold(name)))), None)
        if day is None:
            continue
        if day <= period.last_day_to_send:
            last = f"hạn gửi báo cáo là ngày {period.last_day_to_send:%d/%m/%Y}"
            raise UsageError(f"ngày gia hạn {day:%d/%m/%Y} của «{unit.name}» không sau hạn gửi", hint=last)
        found[unit.id] = day
    return found


def _issuer(plan: Plan | None, named: str | None, directory: UnitDirectory, day: datetime.date) -> Unit:
    if named:
        return _unit(named, directory, day, "--issuer")
    unit = issuer_of(plan, directory, day) if plan else None
    if unit is None:
        raise UsageError("chưa rõ cơ quan nhận báo cáo", where="--issuer", hint="nêu mã đơn vị, hoặc --plan")
    return unit


def _unit(name: str, directory: UnitDirectory, day: datetime.date, option: str) -> Unit:
    unit = directory.get(name)
    found = [unit] if unit else list(directory.find(name, day))
    if len(found) == 1:
        return found[0]
    hint = suggestion(name, [one.id for one in directory.on(day)])
    hint = f"dùng mã: {', '.join(one.id for one in found)}" if found else hint
    raise UsageError(f"danh bạ không có đơn vị hay nhóm «{name}»", where=option, hint=hint)


def expected_units(
    named: Sequence[str], issuer: Unit, directory: UnitDirectory, day: datetime.date
) -> tuple[Unit, ...]:
    """Return the units that are to report: those named, members of classes, else all that the office commands."""
    if not named:
        below = directory.children(issuer.id, day)
        if not below:
            raise UsageError(f"danh bạ không có đơn vị trực thuộc «{issuer.name}»", hint="nêu đơn vị bằng --from")
        return below
    found: dict[str, Unit] = {}
    for name in named:
        members = directory.members(name, day, issuer.id) or (_unit(name, directory, day, "--from"),)
        found |= {one.id: one for one in members if one.id != issuer.id}
    return tuple(found.values())
