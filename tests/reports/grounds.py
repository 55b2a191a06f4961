"""A ground for reports: the sample registers, the sample plan, and what a unit could tell of a period."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from generator.model.plan import Plan
from generator.model.progress import Progress
from generator.model.store import load_document
from generator.registers.catalog import bundled_report_outline, bundled_statistical_forms
from generator.registers.derivation import DerivationRules
from generator.registers.regimes import RegimeRegister
from generator.registers.store import load_register
from generator.registers.units import UnitDirectory
from generator.reports.ground import Ground

DATA = Path(__file__).parents[2] / "data"
ON = datetime.date(2027, 3, 16)


@cache
def ground(regime: str = "bo-noi-vu") -> Ground:
    """Return the registers of the invented province."""
    folder = DATA / "registers"
    directory = load_register((folder / "units.yaml").read_bytes(), "units.yaml", UnitDirectory)
    regimes = load_register((folder / "regimes.yaml").read_bytes(), "regimes.yaml", RegimeRegister)
    rules = load_register((folder / "derivation.yaml").read_bytes(), "derivation.yaml", DerivationRules)
    forms, outline = bundled_statistical_forms(), bundled_report_outline()
    return Ground(directory, regimes.regime(regime), forms, outline, rules.head)


@cache
def sample_plan() -> Plan:
    """Return the department's plan of 2027."""
    file = DATA / "plans" / "ke_hoach_cchc_2027.yaml"
    plan = load_document(file.read_bytes(), file.name)
    assert isinstance(plan, Plan)
    return plan


def told(seed: int = 0, **changes: Any) -> Progress:
    """Return what the department could tell of quý I/2027: figures that agree with each other, states at random."""
    random, forms = Random(seed), ground().forms  # noqa: S311 - figures of a test
    tasks = [
        {"task": one.id, "status": "done", "done": f"2027-02-{random.randint(1, 28):02d}", "product": "12/BC-SGDĐT"}
        if random.random() < 0.4
        else {"task": one.id, "status": "under_way", "reason": "Chờ hướng dẫn."}
        for one in sample_plan().tasks
    ]
    figures: dict[tuple[int, str], int] = {}
    for form in forms.forms:
        for row in form.rows:
            if (
                row.kind in ("count", "money")
                and not row.total_of
                and forms.applies_to(form.form, row.code, "department")
            ):
                most = figures.get((form.form, row.at_most), 50) if row.at_most else 90
                figures[form.form, row.code] = random.randint(0, most)
    figures[4, "2.2"] = min(figures[4, "2.2"], figures[4, "2.1"])
    values: dict[str, Any] = {
        "unit": "so-gddt",
        "unit_name": "Sở Giáo dục và Đào tạo",
        "regime": "bo-noi-vu",
        "period": "2027-Q1",
        "tasks": tasks,
        "figures": [{"form": form, "code": code, "value": value} for (form, code), value in figures.items()],
        "narrative": [
            {"section": one.id, "texts": [f"Sở đã triển khai nội dung {one.title}."]}
            for one in ground().outline.sections
            if one.is_for("department") and one.parent and one.role == "narrative"
        ],
    }
    return Progress.model_validate({**values, **changes})
