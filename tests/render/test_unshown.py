"""What a table of tasks has no column for is told."""

from __future__ import annotations

from typing import Any

from generator.model.plan import Plan
from generator.render.unshown import unshown
from generator.templates.catalog import layouts
from tests.rendered import document


def _told(layout: str, **task: Any) -> list[str]:
    row = {name: task.pop(name) for name in ("activity", "note", "budget", "schedule", "monitor") if name in task}
    tasks = [{"id": "NV01", "name": "Rà soát", "rows": [row], **task}]
    appendix = {"title": "Nhiệm vụ", "blocks": [{"kind": "tasks", "layout": layout}]}
    plan = document("plan", tasks=tasks, appendices=[appendix])
    assert isinstance(plan, Plan)
    return [one.message.split("«")[2].split("»")[0] for one in unshown(plan, layouts())]


def test_columns_that_the_layout_lacks_are_named() -> None:
    assert _told("six_columns", activity="Mở lớp", note="Có họp", budget="Ngân sách") == [
        "Hoạt động",
        "Kinh phí",
        "Ghi chú",
    ]


def test_a_layout_with_the_columns_is_silent() -> None:
    assert _told("eight_columns", activity="Mở lớp", budget="Ngân sách") == []


def test_a_day_is_told_only_where_no_words_say_the_time() -> None:
    assert _told("six_columns", issue_due="2027-06-30") == ["Hạn hoàn thành"]
    assert _told("six_columns", issue_due="2027-06-30", schedule="Quý II/2027") == []
