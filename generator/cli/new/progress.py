"""``vanban new progress``: the workbooks in which units tell of their plans for a period."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from generator.cli.derive.means import names_from, units_below, units_named
from generator.cli.files.progress_file import known_means
from generator.cli.files.units_file import units_of
from generator.cli.new.earlier import EarlierPeriod, ToldEarlier, told_earlier
from generator.cli.new.means import Means, is_issued_by, plan_doubts
from generator.cli.new.regime import DEFAULT_REGIME, chosen_regime, said
from generator.cli.paths import FILE
from generator.cli.problems import show_diagnostics, show_written
from generator.cli.reports.means import grounds_of, loaded, plans_of
from generator.diagnostics import Diagnostic, Place, warning
from generator.errors import DataError, UsageError
from generator.files import read_bytes, write_atomic
from generator.importers.progress import ReportTerms
from generator.model.plan import Plan
from generator.model.progress import Progress, TaskProgress
from generator.model.references import Sourced
from generator.model.store import dump_document, is_stored
from generator.registers.regimes import PeriodDates, RegimeRegister
from generator.registers.units import Unit
from generator.reports.earlier_periods import compared_with, period_before, year_before
from generator.reports.ground import Ground
from generator.reports.report_findings import overlap_warnings
from generator.transform.higher import Higher
from generator.workbook.progress.layout import Setting
from generator.workbook.progress.writer import write_progress
from generator.workbook.reader import is_workbook
from generator.workbook.writer import WORKBOOK

F = TypeVar("F", bound=Callable[..., Any])
PROGRESS: Final = "progress"


def progress_options(command: F) -> F:
    """Add the options of a progress workbook to a command."""
    for option in reversed((
        click.option("--unit", metavar="ĐƠN_VỊ", help="Mã hoặc tên đơn vị báo cáo tiến độ."),
        click.option("--all", "everybody", is_flag=True, help="Mọi đơn vị có nhiệm vụ hoặc trực thuộc; -o là thư mục."),
        click.option("--period", metavar="KỲ", help="Kỳ báo cáo: 2027-Q1, 2027-H1, 2027-Q3, 2027-Y."),
        click.option("--regime", metavar="MÃ",
                     help="Chế độ báo cáo; mặc định theo vanban.toml: [report] regime, không có thì là chế độ của nơi "
                          f"nhận báo cáo, hoặc {DEFAULT_REGIME}."),
        click.option("--regimes", "regime_file", metavar="CHẾ_ĐỘ.yaml", type=FILE,
                     help="Chế độ báo cáo của cơ quan, thêm vào chế độ có sẵn."),
        click.option("--forms", metavar="BIỂU_MẪU.yaml", type=FILE, help="Biểu mẫu thống kê của cơ quan."),
        click.option("--outline", metavar="ĐỀ_CƯƠNG.yaml", type=FILE, help="Đề cương báo cáo của cơ quan."),
        click.option("--previous", metavar="TIẾN_ĐỘ", type=FILE,
                     help="Tiến độ, báo cáo kỳ trước (tệp, thư mục): việc đã xong chuyển sang, số liệu hiện bên cạnh."),
        click.option("--last-year", metavar="TIẾN_ĐỘ", type=FILE,
                     help="Tiến độ cùng kỳ năm trước, hiện số liệu bên cạnh."),
    )):  # fmt: skip
        command = option(command)
    return command


def new_progress(output: Path, given: Path | None, units: Path | None, options: Mapping[str, Any]) -> None:
    """Write the workbook of one unit, or those of all into a folder; never over a file that is there.

    UsageError where an option is missing; DataError for a file that holds no plan, and for an unknown period or unit.
    """
    if given is None or units is None or not options["period"]:
        hint = "vanban new progress --from ke_hoach.yaml --units don_vi.yaml --unit MÃ --period 2027-Q1 -o tien_do.xlsx"
        raise UsageError("cần --from KẾ_HOẠCH, --units DANH_MỤC và --period KỲ", hint=hint)
    if bool(options["unit"]) == options["everybody"]:
        raise UsageError("cần một trong hai: --unit ĐƠN_VỊ hoặc --all")
    means = _means(given, units, options)
    if options["everybody"]:
        chosen = everybody(means, own=given.is_dir())
        targets = [output / f"{book_name(unit, means.period)}{WORKBOOK}" for unit in chosen]
    else:
        chosen = units_named([options["unit"]], means.ground.directory, means.day)
        targets = [output]
    for target in targets:
        if target.exists():
            raise UsageError("tệp đã có, không ghi đè", where=str(target), hint="hãy chọn tên khác hoặc xóa tệp cũ")
    previous, last_year = (_earlier(name, means, chosen, options) for name in ("previous", "last_year"))
    made = [
        progress_bytes(unit, means, target, previous.told.get(unit.id), last_year.told.get(unit.id))
        for unit, target in zip(chosen, targets, strict=True)
    ]
    show_diagnostics(
        (
            *doubts(means),
            *without_tasks(means, chosen),
            *previous.doubts,
            *last_year.doubts,
            *plan_doubts(means, previous.told),
        )
    )
    for target, data in zip(targets, made, strict=True):
        write_atomic(target, data)
        show_written(target)
    _show_carried(means, chosen, previous.told)


def _earlier(name: str, means: Means, units: Sequence[Unit], options: Mapping[str, Any]) -> ToldEarlier:
    """Return what was told of the period before, or of this one a year before, where the option names files."""
    if options[name] is None:
        return ToldEarlier()
    ground = means.ground
    is_previous = name == "previous"
    period = period_before(ground.regime, means.period) if is_previous else year_before(means.period)
    known = known_means(directory=ground.directory, own=options)

    def terms() -> ReportTerms:
        return ReportTerms(
            ground.directory, ground.forms, ground.outline, ground.regime, means.day, means.plans_of_units(units)
        )

    return told_earlier(options[name], EarlierPeriod(f"--{name.replace('_', '-')}", period), units, known, terms)


def _show_carried(means: Means, units: Sequence[Unit], told: Mapping[str, Progress]) -> None:
    counts = [len(means.before(unit, told[unit.id]).finished) for unit in units if unit.id in told]
    if counts:
        click.echo(f"Chuyển từ kỳ trước: {sum(counts)} nhiệm vụ đã xong của {sum(map(bool, counts))} đơn vị")


def book_name(unit: Unit, period: PeriodDates) -> str:
    """Return the name of the workbook of a unit among others, without its ending."""
    return f"{unit.id}_{period.name.lower()}"


def doubts(means: Means) -> Iterator[Diagnostic]:
    """Yield a warning for days that the period shares with another, and for each plan of another year."""
    yield from overlap_warnings(means.ground.regime, means.period)
    for path, plan in means.plans.items():
        if plan.year is not None and plan.year != means.period.year:
            found, expected = f"kế hoạch năm {plan.year}", f"kỳ của năm {plan.year}"
            message = f"kỳ {means.period.name} không thuộc năm của kế hoạch này"
            yield warning(message, Place(file=str(path), field="year"), found=found, expected=expected)


def without_tasks(means: Means, units: Sequence[Unit]) -> Iterator[Diagnostic]:
    """Yield a warning for the units for which their plan has no task, so that their workbook has none."""
    named = [unit.name for unit in units if (plan := means.plan_of(unit)) and plan.whole.tasks and not plan.own.tasks]
    if named:
        message = "kế hoạch đã nêu không giao nhiệm vụ nào cho đơn vị, biểu chỉ có số liệu và thuyết minh"
        yield warning(
            message, found=", ".join(named), hint="nêu đúng kế hoạch của đơn vị, hoặc của cấp trên, bằng --from"
        )


def _means(given: Path, units: Path, options: Mapping[str, Any]) -> Means:
    files = sorted(filter(_holds_plan, given.iterdir())) if given.is_dir() else [given]
    if not files:
        raise UsageError("thư mục này không có kế hoạch nào (.yaml, .json, .xlsx)", where=str(given))
    plans = dict(zip(files, plans_of(files), strict=True))
    ground = _ground(units, plans, options)
    return Means(ground, ground.regime.period_dates(options["period"]), plans)


def _ground(units: Path, plans: Mapping[Path, Plan], options: Mapping[str, Any]) -> Ground:
    """Return registers and rules under the regime that is named; under one that is chosen, saying which and why."""
    registers = {name: options[name] for name in ("regime_file", "forms", "outline")}
    named = options["regime"]
    if named:
        return grounds_of([named], units=units, **registers)[named]
    known = loaded(options["regime_file"], "regimes.yaml", RegimeRegister)
    chosen = chosen_regime(known, units_of(units), plans, options["unit"], options["period"])
    ground = grounds_of([chosen.regime], units=units, **registers)[chosen.regime]
    click.echo(said(chosen, ground.regime), err=True)
    return ground


def _holds_plan(path: Path) -> bool:
    return is_stored(path.name) or (path.suffix.lower() == WORKBOOK and is_workbook(read_bytes(path), path.name))


def everybody(means: Means, *, own: bool) -> list[Unit]:
    """Return the units with plans of their own; else, of the single plan, those below its office or with tasks.

    DataError where there is none.
    """
    directory, day = means.ground.directory, means.day
    if own:
        found = [unit for unit in directory.on(day) if means.own_plan(unit)]
    else:
        (path, plan), *_ = means.plans.items()
        below = {unit.id for unit in units_below(Sourced(plan), directory, day, path)}
        others = [unit for unit in directory.on(day) if not is_issued_by(plan, unit)]
        found = [unit for unit in others if unit.id in below or means.led(unit).tasks]
    if not found:
        first = next(iter(means.plans))
        where = first.parent if own else first
        raise DataError("không đơn vị nào trong danh bạ có kế hoạch ở đây", where=str(where))
    return found


def progress_bytes(
    unit: Unit, means: Means, target: Path, previous: Progress | None = None, last_year: Progress | None = None
) -> bytes:
    """Return the workbook of a unit, or its data where the name asks for them, with what it told before beside it.

    Tasks that were finished in the period before stand as it told of them. DataError where none of several plans is
    the unit's.
    """
    of_unit = means.plan_of(unit)
    if of_unit is None:
        raise DataError(f"không kế hoạch nào là của «{unit.name}»", hint="nêu đúng tệp kế hoạch bằng --from")
    file, whole, plan = of_unit.file, of_unit.whole, of_unit.own
    earlier = means.before(unit, previous)
    progress = Progress(
        unit=unit.id,
        unit_name=unit.name,
        plan=Higher(whole, 0, names_from([file], target.parent)[0], None).origin,
        regime=means.ground.regime.id,
        period=means.period.name,
        tasks=earlier.carried([TaskProgress(task=task.id) for task in plan.tasks]),
    )
    if target.suffix.lower() != WORKBOOK:
        return dump_document(progress, target.name).encode("utf-8")
    ground = means.ground
    setting = Setting(ground.forms, ground.outline, unit.level, ground.regime, plan)
    compared = tuple(compared_with(ground, whole, previous, last_year, unit.level))
    return write_progress(progress, setting, compared, earlier)


def given_options(options: Mapping[str, Any]) -> Iterator[str]:
    """Yield the options of a progress workbook that were given, as they are written."""
    written = {"everybody": "--all", "regime_file": "--regimes"}
    yield from (written.get(name, f"--{name.replace('_', '-')}") for name, value in options.items() if value)
