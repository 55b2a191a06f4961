"""Files of progress of the sample province for one quarter, from a table and derived plans; for ``make demo``.

``python -m tools.sample_quarter PLANS... -o FOLDER`` writes one file for each plan but those of units that sent none,
and ``ngay_nhan.csv``. ``--own`` says that the plans are those of offices that gather what others tell: then their files
hold the rows and words that are the office's own, and ``--below`` names folders or plans of units that tell of tasks
themselves.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Collection, Iterator, Mapping
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
from generator.registers.statistics import FormRow
from generator.registers.unit import Level
from generator.reports.origins import Above
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

    def told(self, plan: Plan, unit: str, regime: str, *, own: bool, led: Collection[str] = ()) -> Progress:
        """Return what a unit tells; of the tasks ``led``, which its own units tell of, nothing."""
        random = Random(unit)  # noqa: S311 - invented figures, the same on every day
        level = cast(Level, str(plan.issuer.level))
        return Progress(
            unit=unit,
            unit_name=plan.issuer.name,
            regime=regime,
            period=self._table["period"],
            prepared_by="Nguyễn Văn A",
            tasks=tuple(self._task(plan, task, unit) for task in plan.tasks if task.id not in led),
            figures=tuple(self._figures(unit, level, random, own=own)),
            narrative=tuple(self._words(level, random, own=own)),
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

    def _figures(self, unit: str, level: Level, random: Random, *, own: bool) -> Iterator[FormFigure]:
        known: dict[tuple[int, str], int] = {}
        counted = {(one.form, one.code) for one in self._forms.task_counts}
        below = _BELOW.get(level, ()) if own else ()
        for form in self._forms.forms:
            for row in sorted(form.rows, key=lambda row: self._whole(form.form, row) is not None):
                if row.kind == "group" or row.is_computed or not self._forms.applies_to(form.form, row.code, level):
                    continue
                of_units = any(self._forms.applies_to(form.form, row.code, one) for one in below)
                name = f"{form.form}/{row.code}"
                told_alone = name in self._table["of_units"].get(unit, ())
                if (form.form, row.code) in counted or (
                    of_units and not told_alone and row.kind not in ("percent", "choice")
                ):
                    continue
                number = self._number(unit, level, form.form, row, known, random)
                absent = "none" if number is None else None
                yield FormFigure(form=form.form, code=row.code, value=number, absent=absent)

    def _whole(self, form: int, row: FormRow) -> str | None:
        """Return the row of which another is a part."""
        part = self._table["part_of"].get(f"{form}/{row.code}")
        return part["of"] if part else row.at_most

    def _number(
        self, unit: str, level: Level, form: int, row: FormRow, known: dict[tuple[int, str], int], random: Random
    ) -> Decimal | None:
        """Return the figure of a row; None where nothing arises."""
        name, table = f"{form}/{row.code}", self._table
        fixed = {**table["answers"], **table["shares"], **table["of_units"].get(unit, {})}.get(name)
        span = table["figures"].get(name, table["rest"])
        span = span.get(level, table["rest"]) if isinstance(span, dict) else span
        whole = known.get((form, self._whole(form, row) or ""))
        share = random.randint(*table["part_of"].get(name, {}).get("parts", table["parts"]))
        low, high = (0, 0) if span == "none" else span
        chance = random.randint(low, high)
        if fixed is not None:
            known[form, row.code] = int(fixed)
            return Decimal(str(fixed))
        if name in table["none"] or span == "none" or whole == 0:
            known[form, row.code] = 0
            return None
        known[form, row.code] = chance if whole is None else -(-whole * share // 100)
        return Decimal(known[form, row.code])

    def _words(self, level: Level, random: Random, *, own: bool) -> Iterator[Narrative]:
        for section in self._outline.sections:
            texts = self._table["own_words" if own else "words"].get(section.id)
            if texts and section.is_for(level):
                yield Narrative(section=section.id, texts=(random.choice(texts),))


def _day(text: object) -> datetime.date:
    return datetime.date.fromisoformat(str(text))


@click.command()
@click.argument("plans", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--regime", required=True)
@click.option("--own", is_flag=True)
@click.option("--below", multiple=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path))
def main(plans: tuple[Path, ...], *, regime: str, own: bool, below: tuple[Path, ...], output: Path) -> None:
    """Write the files of progress of some plans."""
    quarter = Quarter.of_file()
    lower = plans_of([file for path in below for file in (sorted(path.glob("*.yaml")) if path.is_dir() else [path])])
    output.mkdir(parents=True, exist_ok=True)
    days = io.StringIO(newline="")
    table = csv.writer(days)
    table.writerow(("Mã đơn vị", "Ngày nhận"))
    for path, plan in zip(plans, plans_of(plans), strict=True):
        if path.stem in quarter.missing:
            continue
        led = {item for each in lower for item, _ in Above(plan, path.name).led(each)}
        told = quarter.told(plan, path.stem, regime, own=own, led=led)
        (output / f"{path.stem}.yaml").write_text(dump_document(told, "x.yaml"), "utf-8")
        table.writerow((path.stem, quarter.sent(path.stem)))
    if not own:
        (output.parent / f"ngay_nhan_{output.name}.csv").write_text(days.getvalue(), "utf-8")


if __name__ == "__main__":
    main()
