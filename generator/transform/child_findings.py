"""What a person must decide about a derived plan as a whole: what it lacks, what its parents lack, doubles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from rapidfuzz import fuzz

from generator.model.plan import Plan, Task
from generator.model.readiness import Missing, missing
from generator.transform.deadlines import Deadlines
from generator.transform.decision import Findings, Topic
from generator.transform.higher import Higher
from generator.transform.office import Office
from generator.vietnamese.marks import plain
from generator.vietnamese.unicode import fold

_ALIKE: Final = 85
"""Percent of letters in common from which two tasks are taken for one."""


def tell_of_the_whole(
    plan: Plan, parents: Sequence[Higher], office: Office, deadlines: Deadlines, findings: Findings
) -> None:
    """Note what a person must decide about a plan that does not come from one point of a higher document."""
    decide = findings.decide
    for gap in _gaps(plan):
        decide(Topic.HEAD, gap.field, f"còn thiếu {gap.label}", "bổ sung vào danh bạ đơn vị hoặc vào kế hoạch")
    for parent in parents:
        for lacking in _lacking(parent):
            action = "bổ sung vào tệp của văn bản ấy rồi dẫn xuất lại"
            decide(Topic.HEAD, "căn cứ", f"văn bản cấp trên thiếu {lacking}", action, parent.name)
        if not isinstance(parent.document, Plan) or not parent.document.tasks:
            found = "văn bản cấp trên không có bảng nhiệm vụ; chỉ dẫn xuất được phần lời văn"
            decide(Topic.CONTENT, "Phụ lục", found, "tìm phụ lục nhiệm vụ kèm theo văn bản", parent.name)
    _tell_of_the_tasks(plan, parents, findings)
    for year in sorted(deadlines.unknown_years):
        found = f"lịch làm việc không có năm {year}; thời hạn chỉ trừ ngày nghỉ hằng tuần"
        decide(Topic.CALENDAR, f"năm {year}", found, "thêm ngày nghỉ lễ của năm này rồi dẫn xuất lại")
    if not office.parts and plan.tasks:
        found = "danh bạ không có bộ phận của đơn vị; cột chủ trì ghi tên đơn vị"
        decide(Topic.CONTENT, "cột chủ trì", found, "phân công bộ phận chủ trì từng nhiệm vụ")


def _tell_of_the_tasks(plan: Plan, parents: Sequence[Higher], findings: Findings) -> None:
    """Tell of a plan with nothing to do, of plans of different years, and of tasks that two of them give alike."""
    decide = findings.decide
    if not plan.tasks and not plan.targets and not findings.took_prose:
        found = "văn bản cấp trên không giao việc nào cho đơn vị"
        decide(Topic.CONTENT, "nhiệm vụ", found, "xem lại đơn vị, ngày và văn bản cấp trên")
    years = sorted({parent.year for parent in parents if parent.year})
    if len(years) > 1:
        found = f"các văn bản cấp trên của nhiều năm: {', '.join(map(str, years))}; lập cho năm {plan.year}"
        decide(Topic.CONTENT, "năm", found, "chỉ dùng văn bản cấp trên của một năm")
    for one, other in _alike(plan.tasks):
        found = f"gần giống nhiệm vụ {other.id} của văn bản khác: «{shortened(plain(one.name))}»"
        decide(Topic.CONTENT, one.id, found, "gộp hai nhiệm vụ nếu là một việc")


def _alike(tasks: Sequence[Task]) -> Iterator[tuple[Task, Task]]:
    """Yield the led tasks whose words another higher document gives as well, each with the first of them."""
    led = [one for one in tasks if one.parent is not None and one.parent.role == "lead"]
    words = [fold(plain(one.name)) for one in led]
    documents = [one.parent.document if one.parent else "" for one in led]
    for place, one in enumerate(led):
        for before in range(place):
            if documents[before] != documents[place] and fuzz.ratio(words[before], words[place]) >= _ALIKE:
                yield one, led[before]
                break


def _lacking(parent: Higher) -> Iterator[str]:
    """Yield what a higher document lacks of what its lower ones say of it."""
    document = parent.document
    known = {
        "tên cơ quan ban hành": document.issuer.name,
        "trích yếu": document.subject,
        "ký hiệu": document.notation or document.issuer.symbol,
        "năm": parent.year,
    }
    yield from (what for what, value in known.items() if not value)


def _gaps(plan: Plan) -> Iterator[Missing]:
    """Yield what head and end lack; a basis that names a data file lacks nothing, and gaps of the content are told."""
    named = {f"legal_bases[{place}]" for place, one in enumerate(plan.legal_bases) if one.document}
    content = ("targets", "tasks", "sections", "objectives", "preamble", "closing")
    return (gap for gap in missing(plan) if gap.field not in named and not gap.field.startswith(content))


def shortened(text: str, length: int = 100) -> str:
    """Return the beginning of a text, in whole words."""
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"
