"""Progress workbooks for tests, changed as a clerk changes them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

import openpyxl

from generator.model.progress import Progress
from generator.registers.catalog import bundled_regimes
from generator.registers.unit import Level
from generator.workbook.progress.known import Known
from generator.workbook.progress.layout import Setting
from generator.workbook.progress.reader import ReadProgress, read_progress
from generator.workbook.progress.writer import write_progress
from tests.reports.grounds import ground, sample_plan, told
from tests.workbooks import saved

Change = Callable[[openpyxl.Workbook], object]
COUNTED = ((1, "2.1"), (1, "2.2"))


def setting(level: Level | None = "department", regime: str = "bo-noi-vu") -> Setting:
    """Return what the sample department's workbook is drawn for."""
    here = ground(regime)
    return Setting(here.forms, here.outline, level, here.regime, sample_plan())


def known(**more: Any) -> Known:
    """Return what the workbook is held against."""
    here = ground()
    return Known(here.forms, here.outline, bundled_regimes(), here.directory, sample_plan(), **more)


def agreeing(**changes: Any) -> Progress:
    """Return what the department tells, without the figures that are counted from the tasks."""
    whole = told()
    figures = tuple(one for one in whole.figures if (one.form, one.code) not in COUNTED)
    return whole.model_copy(update={"figures": figures, **changes})


def edited(change: Change, progress: Progress | None = None) -> bytes:
    """Return the workbook after a change in it."""
    book = openpyxl.load_workbook(BytesIO(write_progress(progress or agreeing(), setting())))
    change(book)
    return saved(book)


def cells(values: Mapping[str, object]) -> Change:
    """Return the change of some cells, each named as in ``Biểu 3!D12``."""

    def change(book: openpyxl.Workbook) -> None:
        for place, value in values.items():
            sheet, _, reference = place.partition("!")
            book[sheet][reference] = value

    return change


def reread(change: Change, progress: Progress | None = None, **more: Any) -> ReadProgress:
    """Return what is read of the workbook after a change."""
    return read_progress(edited(change, progress), "tien_do.xlsx", known(**more))


def messages(read: ReadProgress) -> list[str]:
    """Return what was found, as it is shown."""
    return [str(one).removeprefix("tien_do.xlsx, ") for one in read.diagnostics]
