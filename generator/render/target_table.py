"""The targets of a plan as a table."""

from __future__ import annotations

from generator.model.plan import Plan, Target
from generator.model.target_wording import goal, last_result, target_headings
from generator.render.grid import HEADING, Grid, GridCell
from generator.render.rich_text import paragraphs_of
from generator.vietnamese.marks import escape

_WIDTHS = (13.0, 75.0, 24.0, 24.0, 24.0)


def target_grid(plan: Plan) -> Grid:
    """Return the targets as a table with last year's results."""
    heading = tuple(GridCell((text,), style=HEADING) for text in target_headings(plan))
    rows = [_row(position, target) for position, target in enumerate(plan.targets, start=1)]
    return Grid(_WIDTHS, (heading, *rows))


def _row(position: int, target: Target) -> tuple[GridCell, ...]:
    return (
        GridCell((str(position),), align="center"),
        GridCell(paragraphs_of(target.metric)),
        GridCell((escape(last_result(target)),), align="center"),
        GridCell((escape(goal(target)),), align="center"),
        GridCell(paragraphs_of(escape(target.lead or ""))),
    )
