"""``do: derive`` of a batch: plans of units from those of higher offices, as ``vanban derive`` writes them."""

from __future__ import annotations

import datetime
from hashlib import sha256
from pathlib import Path
from typing import Literal

from pydantic import Field

from generator.batch.job import Job
from generator.cli.batch.derived import LISTS, DerivedLists, DerivedPlan, DeriveSettings
from generator.cli.batch.named_units import named_units
from generator.cli.batch.order import Lines, OrderFile
from generator.cli.batch.word import WordOrder, render_settings
from generator.cli.derive.coverage import BOOK, PAGE
from generator.cli.derive.means import higher_documents, names_from, units_below
from generator.files import refuse_overwriting
from generator.model.base import Line
from generator.model.store import SUFFIXES
from generator.registers.units import Unit

_HIGHER = (*SUFFIXES, ".xlsx", ".docx", ".pdf")


class DeriveOrder(WordOrder):
    """From what plans are derived, and for whom."""

    do: Literal["derive"] = Field(title="Việc làm")
    parents: Lines = Field(min_length=1, title="Văn bản cấp trên", description="The first commands the units")
    units: Line = Field(title="Danh bạ đơn vị")
    on: datetime.date = Field(title="Ngày lập kế hoạch", description="Given, so that every run writes the same")
    only: Lines = Field((), title="Chỉ các đơn vị", description="Identities or names; else all below the first parent")
    rules: Line | None = Field(None, title="Quy tắc dẫn xuất")
    holidays: Line | None = Field(None, title="Lịch nghỉ lễ")
    regimes: Line | None = Field(None, title="Chế độ báo cáo")
    form: Literal["yaml", "xlsx"] = Field("yaml", title="Dạng dữ liệu", description="Of the data of each plan")


def derive_jobs(order: DeriveOrder, file: OrderFile, output: Path) -> list[Job]:
    """Return a job for each unit, and one for the lists over all; DataError when the order names what is not there."""
    settings = _settings(order, file, output)
    units, refused = _units(order, settings, file)
    names = [f"{unit.id}.{order.form}" for unit in units]
    for source in settings.parents:
        refuse_overwriting(source, [output / name for one in names for name in (one, _word(one))])
    digest = settings.digest()
    page = output / PAGE
    over_all = sha256("\n".join([digest, *(unit.id for unit in units)]).encode()).hexdigest()
    # The lists are the longest job, so they go first.
    jobs = [Job("đối chiếu các đơn vị", DerivedLists(tuple(units), settings, page), over_all, (PAGE, BOOK, LISTS))]
    for unit, name in zip(units, names, strict=True):
        label = f"{settings.units.name}, {unit.id}"
        jobs.append(Job(label, DerivedPlan(unit, settings, output / name), digest, (_word(name), name)))
    return [*refused, *jobs]


def _settings(order: DeriveOrder, file: OrderFile, output: Path) -> DeriveSettings:
    parents = tuple(file.files("parents", order.parents, _HIGHER))
    units = file.file("units", order.units)
    assert units is not None
    return DeriveSettings(
        parents=parents,
        names=tuple(names_from(parents, output)),
        units=units,
        rules=file.file("rules", order.rules),
        holidays=file.file("holidays", order.holidays),
        regimes=file.file("regimes", order.regimes),
        on=order.on,
        is_whole=not order.only,
        word=render_settings(order, file),
    )


def _units(order: DeriveOrder, settings: DeriveSettings, file: OrderFile) -> tuple[list[Unit], list[Job]]:
    directory = settings.rulebook().directory
    parents = higher_documents(settings.parents)
    if order.only:
        return named_units(order.only, "only", directory, order.on, file)
    return units_below(parents[0], directory, order.on, settings.parents[0]), []


def _word(name: str) -> str:
    return f"{name.rpartition('.')[0]}.docx"
