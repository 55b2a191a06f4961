"""Files of progress of the sample province for one quarter, from a table and derived plans; for ``make demo``.

``python -m tools.sample_quarter PLANS... -o FOLDER`` writes one file for each plan but those of units that sent none,
and ``ngay_nhan.csv``. ``--own`` says that the plans are those of offices that gather what others tell: then their files
hold the rows and words that are the office's own.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any, cast

import click

from generator.cli.reports.means import plans_of
from generator.model.plan import Plan
from generator.model.progress import FormFigure, Narrative, Progress, Status, TaskProgress
from generator.model.store import dump_document
from generator.registers.catalog import bundled_report_outline, bundled_statistical_forms
from generator.registers.statistics import FormRow, StatisticalForm
from generator.registers.unit import Level
from generator.reports.task_states import due_day
from generator.vietnamese.dates import PartialDate
from generator.yamltext import parse_yaml

TABLE = Path(__file__).parents[1] / "data" / "reports" / "quy_i_2027.yaml"
_LATE_DAYS = 9
_BELOW: Mapping[str, tuple[Level, ...]] = {"department": ("school",), "province": ("department", "commune")}
_ISSUED_BEFORE = 7


class Quarter:
    """What the units tell; the same table and plans give the same."""

    def __init__(self, table: dict[str, Any]) -> None:
        self._table = table
        self._forms, self._outline = bundled_statistical_forms(), bundled_report_outline()
        self.missing: tuple[str, ...] = tuple(table["missing"])
        self._day = _day(table["cut_off"])

    @classmethod
    def of_file(cls) -> Quarter:
        """Return the quarter of the sample province."""
        return cls(parse_yaml(TABLE.read_bytes(), TABLE.name).data)

    @property
    def named(self) -> tuple[str, ...]:
        """The units of which the table says something."""
        return (*self.missing, *(unit for name in ("sent", "undone", "late") for unit in self._table[name]))

    def sent(self, unit: str) -> str:
        """Return the day on which a unit sent its report, in ISO form."""
        return str(self._table["sent"].get(unit, self._table["usual_day"]))

    def told(self, plan: Plan, unit: str, regime: str, *, own: bool) -> Progress:
        """Return what a unit tells."""
        random = Random(unit)  # noqa: S311 - invented figures, the same on every day
        level = cast(Level, str(plan.issuer.level))
        return Progress(
            unit=unit,
            unit_name=plan.issuer.name,
            regime=regime,
            period=self._table["period"],
            prepared_by="Nguyễn Văn A",
            tasks=tuple(self._task(plan, task, unit) for task in plan.tasks),
            figures=tuple(self._figures(level, random, own=own)),
            narrative=tuple(self._words(level, random)),
        )

    def _task(self, plan: Plan, task: Any, unit: str) -> TaskProgress:
        due = due_day(task, plan.year)
        if due is None or due > self._day:
            return TaskProgress(task=task.id, status=Status.UNDER_WAY if due is None else Status.NOT_STARTED)
        if task.id in self._table["undone"].get(unit, ()):
            table = self._table
            return TaskProgress(
                task=task.id, status=Status.UNDER_WAY, reason=table["reason"], proposal=table["proposal"]
            )
        days = _LATE_DAYS if task.id in self._table["late"].get(unit, ()) else -_ISSUED_BEFORE
        done = PartialDate.parse(due + datetime.timedelta(days=days))
        reason = self._table["reason"] if days > 0 else None
        return TaskProgress(task=task.id, status=Status.DONE, done=done, product_date=done, reason=reason)

    def _figures(self, level: Level, random: Random, *, own: bool) -> Iterator[FormFigure]:
        known: dict[tuple[int, str], int] = {}
        counted = {(one.form, one.code) for one in self._forms.task_counts}
        below = _BELOW.get(level, ()) if own else ()
        for form in self._forms.forms:
            for row in sorted(form.rows, key=lambda row: bool(row.at_most)):
                if row.kind == "group" or row.is_computed or not self._forms.applies_to(form.form, row.code, level):
                    continue
                of_units = any(self._forms.applies_to(form.form, row.code, one) for one in below)
                if (form.form, row.code) in counted or (of_units and row.kind not in ("percent", "choice")):
                    continue
                yield self._figure(form, row, known, random)

    def _figure(
        self, form: StatisticalForm, row: FormRow, known: dict[tuple[int, str], int], random: Random
    ) -> FormFigure:
        name = f"{form.form}/{row.code}"
        if name in self._table["none"]:
            return FormFigure(form=form.form, code=row.code, absent="none")
        fixed = {**self._table["answers"], **self._table["shares"]}.get(name)
        if fixed is None:
            whole = known.get((form.form, row.at_most)) if row.at_most else None
            low, high = self._table["figures"].get(name, self._table["rest"])
            share = random.randint(*self._table["parts"])
            fixed = random.randint(low, high) if whole is None else -(-whole * share // 100)
            known[form.form, row.code] = fixed
        return FormFigure(form=form.form, code=row.code, value=Decimal(str(fixed)))

    def _words(self, level: Level, random: Random) -> Iterator[Narrative]:
        for section in self._outline.sections:
            texts = self._table["words"].get(section.id)
            if texts and section.is_for(level):
                yield Narrative(section=section.id, texts=(random.choice(texts),))


def _day(text: object) -> datetime.date:
    return datetime.date.fromisoformat(str(text))


@click.command()
@click.argument("plans", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--regime", required=True)
@click.option("--own", is_flag=True)
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path))
def main(plans: tuple[Path, ...], *, regime: str, own: bool, output: Path) -> None:
    """Write the files of progress of some plans."""
    quarter = Quarter.of_file()
    output.mkdir(parents=True, exist_ok=True)
    days = io.StringIO(newline="")
    table = csv.writer(days)
    table.writerow(("Mã đơn vị", "Ngày nhận"))
    for path, plan in zip(plans, plans_of(plans), strict=True):
        if path.stem in quarter.missing:
            continue
        told = quarter.told(plan, path.stem, regime, own=own)
        (output / f"{path.stem}.yaml").write_text(dump_document(told, "x.yaml"), "utf-8")
        table.writerow((path.stem, quarter.sent(path.stem)))
    if not own:
        (output.parent / f"ngay_nhan_{output.name}.csv").write_text(days.getvalue(), "utf-8")


if __name__ == "__main__":
    main()
