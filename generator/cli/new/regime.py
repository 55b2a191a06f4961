"""Under which regime units are to report, where the command does not name it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.cli.derive.means import units_named
from generator.cli.files.project_file import found_settings, refusal, table_of
from generator.errors import UsageError
from generator.model.plan import Plan
from generator.registers.regimes import Regime, RegimeRegister
from generator.registers.units import Unit, UnitDirectory
from generator.transform.higher import issuer_of

DEFAULT_REGIME: Final = "bo-noi-vu"
_TABLE: Final = "report"
_REGIME: Final = "regime"
_YEAR: Final = re.compile(r"(\d{4})-")


@dataclass(frozen=True)
class Chosen:
    """A regime and why it is the one."""

    regime: str
    why: str


def chosen_regime(
    register: RegimeRegister, directory: UnitDirectory, plans: Mapping[Path, Plan], unit: str | None, period: str
) -> Chosen:
    """Return the regime of the project file, else the one whose reports go where those of the units go.

    Reports of a unit go to the unit above it, those of all units of one plan to whom issued it. Where no regime names
    that office, the only regime counts, else that of Bộ Nội vụ. UsageError where several name it.
    """
    return regime_of_receivers(register, _receivers(directory, plans, unit, first_day(period)))


def regime_of_receivers(register: RegimeRegister, offices: Iterable[Unit]) -> Chosen:
    """Return the regime of the project file, else the one whose reports go to one of the offices, as above."""
    if (path := found_settings(Path())) is not None and (named := _of_project(path)):
        return Chosen(named, f"theo [{_TABLE}] {_REGIME} của {path.name}")
    receivers = {one.id: one for one in offices}
    found = [one for one in register.regimes if one.receiver in receivers]
    if len(found) > 1:
        names = ", ".join(one.id for one in found)
        raise UsageError(f"nơi nhận báo cáo có nhiều chế độ báo cáo: {names}", hint="nêu một chế độ bằng --regime")
    if found:
        return Chosen(found[0].id, f"vì báo cáo gửi {receivers[found[0].receiver or ''].name}")
    if len(register.regimes) == 1:
        return Chosen(register.regimes[0].id, "chế độ duy nhất trong tệp chế độ")
    return Chosen(DEFAULT_REGIME, "mặc định")


def said(chosen: Chosen, regime: Regime) -> str:
    """Return what the user is told of a regime that the command did not name."""
    return f"Chế độ báo cáo: {regime.id} ({regime.name}), {chosen.why}; chọn chế độ khác bằng --regime"


def _of_project(path: Path) -> str | None:
    named = table_of(path, _TABLE, (_REGIME,)).get(_REGIME)
    if named is not None and not isinstance(named, str):
        raise refusal(path, _REGIME, "phải là mã chế độ báo cáo")
    return named


def first_day(period: str) -> datetime.date:
    """Return the first day of the year of a period; any day where its name tells none, which is told later."""
    year = _YEAR.match(period.strip())
    return datetime.date(max(int(year[1]), 1), 1, 1) if year else datetime.date.max


def _receivers(
    directory: UnitDirectory, plans: Mapping[Path, Plan], unit: str | None, day: datetime.date
) -> Iterator[Unit]:
    if unit is None and len(plans) == 1:
        issuer = issuer_of(next(iter(plans.values())), directory, day)
        yield from [issuer] if issuer else []
        return
    units: Iterable[Unit | None] = (_of_plan(plan, directory, day) for plan in plans.values())
    if unit is not None:
        units = units_named([unit], directory, day)
    above = (directory.parent(one.id, day) for one in units if one)
    yield from (one for one in above if one)


def _of_plan(plan: Plan, directory: UnitDirectory, day: datetime.date) -> Unit | None:
    """Return the unit whose plan it is: the one it was derived for, else who issued it."""
    return directory.get(plan.derivation.unit) if plan.derivation else issuer_of(plan, directory, day)
