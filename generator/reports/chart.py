"""A chart of progress by field: how many tasks of each field are done, late, under way, overdue, not yet due.

Made by matplotlib, which brings the font along; the same figures give the same bytes for the same version of it.
"""

from __future__ import annotations

import io
import textwrap
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from generator.errors import GeneratorError
from generator.model.blocks import Picture
from generator.reports.task_states import State, TaskState

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_TITLE: Final = "Biểu đồ tiến độ theo lĩnh vực"
_WIDTH_MM: Final = 155.0
"""Printed width, in millimetres."""
_OTHER: Final = "Nhiệm vụ khác"
_LOOKS: Final = {
    State.ON_TIME: ("#1b6ca8", ""),
    State.LATE: ("#7fb2d9", "//"),
    State.UNDER_WAY: ("#c9c9c9", ""),
    State.OVERDUE: ("#c0392b", "xx"),
    State.NOT_DUE: ("#f2f2f2", ""),
    State.DROPPED: ("#ffffff", ".."),
    State.UNKNOWN: ("#f5d76e", "\\\\"),
}
"""Colour and pattern of each state, in the order of the bars; the patterns tell them apart in black and white."""
_DARK: Final = (State.ON_TIME, State.OVERDUE)
_WIDTH_INCHES: Final = 6.3
_ROW_INCHES: Final = 0.42
_DPI: Final = 200
_LABEL_LETTERS: Final = 34

Counts = dict[str, Counter[State]]


def by_field(states: Sequence[TaskState]) -> Counts:
    """Return how many tasks of each field are in each state, the fields in the order of the plan."""
    found: Counts = {}
    for one in states:
        found.setdefault(one.task.group or _OTHER, Counter())[one.state] += 1
    return found


def chart_of(states: Sequence[TaskState], file: str) -> Picture:
    """Return the chart as a block of a report; its picture is to stand in the file."""
    return Picture(file=file, alt=described(by_field(states)), width=_WIDTH_MM, title=_TITLE)


def described(counts: Counts) -> str:
    """Return the chart in words, for readers who cannot see it: every figure that it shows."""
    fields = []
    for name, counted in counts.items():
        told = ", ".join(f"{counted[state]} {state.value}" for state in _LOOKS if counted[state])
        fields.append(f"{name}: {told}")
    return "Biểu đồ số nhiệm vụ theo lĩnh vực và tình trạng. " + "; ".join(fields) + "."


def drawn(counts: Counts) -> bytes:
    """Return the chart as a PNG, one bar a field; GeneratorError where matplotlib is not installed."""
    try:
        from matplotlib.figure import Figure
    except ImportError as failure:
        raise GeneratorError("chưa cài thư viện vẽ biểu đồ", hint="cài bằng: pip install 'vanban[chart]'") from failure
    figure = Figure(figsize=(_WIDTH_INCHES, 1.0 + _ROW_INCHES * len(counts)), dpi=_DPI, layout="constrained")
    _bars(figure.subplots(), counts)
    file = io.BytesIO()
    figure.savefig(file, format="png", metadata={"Software": None})
    return file.getvalue()


def _bars(axes: Axes, counts: Counts) -> None:
    from matplotlib.ticker import MaxNLocator

    names = ["\n".join(textwrap.wrap(name, _LABEL_LETTERS)) for name in counts]
    places = range(len(names))
    starts = [0] * len(names)
    for state, (colour, pattern) in _LOOKS.items():
        widths = [counted[state] for counted in counts.values()]
        if any(widths):
            look: dict[str, Any] = {"color": colour, "hatch": pattern, "edgecolor": "#333333", "linewidth": 0.5}
            bars = axes.barh(places, widths, left=starts, label=state.value.capitalize(), **look)
            words = [str(width) if width else "" for width in widths]
            axes.bar_label(bars, words, label_type="center", fontsize=7, color="white" if state in _DARK else "black")
            starts = [start + width for start, width in zip(starts, widths, strict=True)]
    axes.set_yticks(places, names, fontsize=8)
    axes.invert_yaxis()
    axes.set_xlabel("Số nhiệm vụ", fontsize=8)
    axes.tick_params(axis="x", labelsize=8)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(loc="upper center", bbox_to_anchor=(0.35, -0.18), ncols=3, fontsize=7, frameon=False)
