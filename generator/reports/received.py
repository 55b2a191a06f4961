"""What one file tells of a period, and what does not agree in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.diagnostics import Diagnostic, Severity
from generator.model.progress import Progress


@dataclass(frozen=True)
class Received:
    """What one file tells."""

    source: str
    """Name of the file, as it is told to the user."""
    progress: Progress
    day: date | None = None
    """Day on which it was received; None where nobody said."""
    faults: tuple[Diagnostic, ...] = ()
    """What was wrong in reading it; what a faulty place says is not in ``progress``."""
    cells: Mapping[tuple[int, str], str] = field(default_factory=dict)
    """Where the figure of a row stands, of a file with cells: Biểu 3!D12."""
    tells_tasks: bool = True
    """Whether it tells how tasks stand; a report in Word or PDF may not."""
    from_report: bool = False
    """Whether it was read from a report, which a unit may send beside its data."""

    def place(self, form: int, code: str) -> str:
        """Return where the figure of a row of a form stands."""
        return self.cells.get((form, code), f"biểu mẫu {form}, dòng {code}")


@dataclass(frozen=True)
class Contradiction:
    """What does not agree in what a unit told, or between units."""

    unit: str
    source: str
    place: str
    """Row of a form, task, or the file as a whole."""
    severity: Severity
    message: str
    found: str = ""
    expected: str = ""
