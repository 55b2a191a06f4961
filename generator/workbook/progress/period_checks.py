"""Whether regime, period, its name and its days agree in «Thông tin» of a progress workbook."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from generator.errors import DataError
from generator.model.progress import Progress
from generator.registers.regimes import PeriodDates, Regime
from generator.reports.ground import cut_off
from generator.reports.report_findings import overlap_warnings
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.unicode import fold
from generator.workbook.places import At, Findings
from generator.workbook.progress import layout
from generator.workbook.progress.known import Known
from generator.workbook.progress.text_pages import Facts

COMPUTED: Final = "computed"
"""Code of what follows from data alone: whoever reports from them finds it as well, by row and task."""
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_AS_MADE: Final = "không sửa trang Thông tin: lấy lại biểu của kỳ cần báo cáo, hoặc ghi lại như khi tạo biểu"


def checked_period(told: Progress, facts: Facts, known: Known, findings: Findings) -> PeriodDates | None:
    """Return the days of the period; None where its regime is not known, or its name is another period's."""
    at = facts.cells.get(layout.PERIOD, At(layout.INFO))
    if known.period is not None and told.period.upper() != known.period.upper():
        findings.error(at, "biểu của kỳ khác", found=told.period, expected=known.period)
    regime = known.regime(told.regime)
    try:
        period = regime.period_dates(told.period) if regime else None
    except DataError as problem:
        findings.error(at, problem.message, found=f"«{told.period}»", hint=problem.hint)
        return None
    if _tell_contradiction(told, facts, [regime] if regime else _all(known), findings):
        return None
    if regime is None or period is None:
        _tell_unknown(told, facts, known, findings)
        return None
    _tell_differences(period, facts, findings)
    for one in overlap_warnings(regime, period):
        findings.warning(facts.cells.get(layout.END, at), one.message, code=COMPUTED)
    return period


def _all(known: Known) -> tuple[Regime, ...]:
    return known.regimes.regimes if known.regimes else ()


def _tell_contradiction(told: Progress, facts: Facts, regimes: Iterable[Regime], findings: Findings) -> bool:
    """Tell of a period whose name is that of another, or whose days are where it has no name; return whether it is."""
    years = {int(year) for year in _YEAR.findall(f"{facts.period_label} {told.period} {facts.cut_off}")}
    periods = [period for regime in regimes for year in sorted(years) for period in _periods(regime, year)]
    if facts.period_label:
        meant = [one.name for one in periods if fold(one.label) == fold(facts.period_label)]
        title, said = layout.PERIOD_NAME, f"«{facts.period_label}»"
    else:
        meant = [one.name for one in periods if cut_off(one) == facts.cut_off]
        title, said = layout.END, _short(facts.cut_off) if facts.cut_off else ""
    if not meant or told.period.upper() in (one.upper() for one in meant):
        return False
    at = facts.cells.get(layout.PERIOD, At(layout.INFO))
    message = f"kỳ báo cáo mâu thuẫn với {title} ở ô {facts.cells[title]}, chưa rõ biểu của kỳ nào"
    findings.error(at, message, found=told.period, expected=f"{meant[0]} ({said})", hint=_AS_MADE)
    return True


def _periods(regime: Regime, year: int) -> Iterator[PeriodDates]:
    return (regime.period_dates(f"{year}-{one.id}") for one in regime.periods)


def _tell_unknown(told: Progress, facts: Facts, known: Known, findings: Findings) -> None:
    if known.regimes is not None:
        message = "không có chế độ báo cáo này, chưa đối chiếu được kỳ và ngày chốt số liệu"
        at = facts.cells.get(layout.REGIME, At(layout.INFO))
        findings.warning(at, message, found=f"«{told.regime}»", hint="nêu tệp chế độ của cơ quan bằng --regimes")


def _tell_differences(period: PeriodDates, facts: Facts, findings: Findings) -> None:
    if facts.period_label and fold(facts.period_label) != fold(period.label):
        message = "tên kỳ báo cáo khác chế độ báo cáo, tính theo chế độ báo cáo"
        at = facts.cells[layout.PERIOD_NAME]
        findings.warning(at, message, found=f"«{facts.period_label}»", expected=f"«{period.label}»")
    if facts.cut_off is not None and facts.cut_off != cut_off(period):
        message = "ngày chốt trong biểu khác chế độ báo cáo, tính theo chế độ báo cáo"
        found, expected = _short(facts.cut_off), _short(cut_off(period))
        findings.warning(facts.cells[layout.END], message, found=found, expected=expected)


def _short(day: date) -> str:
    return PartialDate.parse(day).short()
