"""How a lower office says in its own words what a higher one asked: terms, and how each level speaks of itself."""

from __future__ import annotations

from collections.abc import Collection
from string import Formatter
from typing import Annotated

from pydantic import AfterValidator, Field

from generator.registers.base import Line, Record
from generator.registers.units import Level
from generator.spelling import suggestion

PLACE_WORDS = ("name", "area", "place", "head", "parent")
"""Placeholders about an office: full name, its area (xã, phường …), seat, title of the head, the office above."""
OFFICE_WORDS = (*PLACE_WORDS, "own", "focal", "inner", "below")
"""Beside them how it speaks of itself and of its parts."""
PLAN_WORDS = (*OFFICE_WORDS, "topic", "year", "documents", "distance", "given", "where")
"""Beside them what the plan is about, its year, the higher documents, days to count, what these documents give
(nhiệm vụ, chỉ tiêu được giao), and where its tasks stand (Phụ lục)."""
PERIOD_WORDS = (*PLAN_WORDS, "period", "reporters", "start", "end", "inner_day", "day")
"""Beside them a report period: its days, who reports to the office, by when they and the office itself report."""
SUPPORT_WORDS = (*OFFICE_WORDS, "lead", "task")
"""Beside those of the office who leads a task, and what the task is."""


def _with(known: Collection[str], text: str) -> str:
    try:
        used = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError as fault:
        raise ValueError("dấu { } không khớp nhau") from fault
    for name in used:
        if name not in known:
            offer = suggestion(name, list(known)) or f"dùng: {', '.join(known)}"
            raise ValueError(f"không có chỗ điền {{{name}}}; {offer}")
    return text


SATELLITE_WORDS = (*PLAN_WORDS, "plan", "product", "gap")
"""Beside those of the plan the plan that gives the task, what the product is a plan of, gaps: ``{gap:thời gian}``."""

PlaceText = Annotated[Line, AfterValidator(lambda text: _with(PLACE_WORDS, text))]
"""Words with ``{name}``, ``{area}`` … by which an office calls itself and its parts."""
OfficeText = Annotated[Line, AfterValidator(lambda text: _with(OFFICE_WORDS, text))]
"""Words with ``{name}``, ``{own}`` … for the office."""
Sentence = Annotated[Line, AfterValidator(lambda text: _with(PLAN_WORDS, text))]
"""A sentence with placeholders for the office, the plan and the higher documents."""
PeriodSentence = Annotated[Line, AfterValidator(lambda text: _with(PERIOD_WORDS, text))]
"""A sentence about a report period."""
SupportSentence = Annotated[Line, AfterValidator(lambda text: _with(SUPPORT_WORDS, text))]
"""Words for a task that another one leads."""

SatelliteSentence = Annotated[Line, AfterValidator(lambda text: _with(SATELLITE_WORDS, text))]
"""A sentence of a plan that a task asks for."""


class Term(Record):
    """Words of the higher office and what they become where the lower office speaks."""

    words: Line = Field(title="Từ của cấp trên", description="As the higher plan writes it: Giám đốc Sở")
    own: OfficeText = Field(title="Từ của đơn vị", description="What the lower office says instead: {head}")
    above: OfficeText | None = Field(
        None,
        title="Khi chỉ cấp trên",
        description="Instead of it after a word that leads upwards (gửi, trình, báo cáo …): Giám đốc {parent}",
    )
    alone: bool = Field(
        False, title="Chỉ khi đứng một mình", description="Whether a name may not follow: Sở, but not Sở Nội vụ"
    )
    told: OfficeText | None = Field(
        None,
        title="Khi chính đơn vị được giao",
        description="Instead of it where it opens a sentence: who is told to act stays the one who acts: {own}",
    )
    many: bool = Field(
        False,
        title="Chỉ nhiều đơn vị",
        description="Stays where the unit is told by its own name: then it acts upon all of them",
    )


class TermTable(Record):
    """The terms from one level to another."""

    source: tuple[Level, ...] = Field(title="Cấp trên", description="Levels of the higher office", min_length=1)
    target: tuple[Level, ...] = Field(title="Cấp dưới", description="Levels of the lower office", min_length=1)
    terms: tuple[Term, ...] = Field(title="Bảng từ", description="The terms; longer words are looked for first")


class TermRules(Record):
    """Rewriting in the lower office's own words; citations, quotations and names of systems stay."""

    tables: tuple[TermTable, ...] = Field(
        (), title="Bảng thay từ", description="The first that fits both levels counts; none leaves the words"
    )
    upwards: tuple[Line, ...] = Field(
        (), title="Từ hướng lên cấp trên", description="After these a term means the office above: gửi về, trình"
    )
    asking: tuple[Line, ...] = Field(
        (), title="Từ giao việc", description="Dropped before who is told, who now speaks: yêu cầu, đề nghị"
    )
    heads: tuple[Line, ...] = Field(
        (), title="Người đứng đầu", description="Together with who is told they become the head: thủ trưởng"
    )
    sending: tuple[Line, ...] = Field(
        (), title="Từ gửi lên", description="A sentence with them tells the office itself, not those below: gửi"
    )
    no_signs: tuple[Line, ...] = Field(
        (), title="Không phải dấu hiệu", description="In them a sign of units below does not count: trường hợp"
    )
    areas: tuple[Line, ...] = Field(
        (), title="Từ chỉ nơi trực thuộc", description="Behind «thuộc» they go with a name for many: thuộc xã"
    )
    kept: tuple[Line, ...] = Field((), title="Tên giữ nguyên", description="Names in which nothing is reworded")
    systems: tuple[Line, ...] = Field(
        (), title="Từ mở đầu tên hệ thống", description="With a capital they open the name of a system: Hệ thống, Cổng"
    )
    system_ends: tuple[Line, ...] = Field(
        (), title="Từ kết thúc tên hệ thống", description="Words that no longer belong to such a name: để, và, trên"
    )
    support: SupportSentence = Field(
        title="Tên việc phối hợp", description="What a task is called that the unit supports: Phối hợp với {lead} …"
    )
    support_prose: SupportSentence = Field(
        title="Ý phối hợp", description="A point of the body that the unit supports: Phối hợp thực hiện: {task}"
    )
    support_product: Line = Field(
        title="Sản phẩm phối hợp", description="What the unit hands in for a task that it supports"
    )

    def table(self, source: str | None, target: str) -> tuple[Term, ...]:
        """Return the terms from one level to another; empty where there is no table."""
        fitting = (one.terms for one in self.tables if source in one.source and target in one.target)
        return next(fitting, ())


class Voice(Record):
    """How the offices of a level speak of themselves."""

    levels: tuple[Level, ...] = Field(title="Cấp", description="Levels that speak so", min_length=1)
    kinds: tuple[Line, ...] = Field(
        (), title="Loại đơn vị", description="Only units whose name begins with one of these words; none means all"
    )
    own: PlaceText = Field(title="Tự xưng", description="How the office calls itself in its plan: Sở, Trường, {area}")
    head: PlaceText | None = Field(
        None, title="Cách gọi người đứng đầu", description="In running text: {head} Sở; the title alone when left out"
    )
    focal: PlaceText = Field(title="Đầu mối", description="Part that watches over the plan, in general: Văn phòng Sở")
    focal_parts: tuple[Line, ...] = Field(
        (), title="Dấu hiệu đầu mối", description="Words in the name of the part of a unit that it is: Văn phòng"
    )
    inner: PlaceText = Field(title="Bộ phận bên trong", description="Its parts together: các phòng thuộc Sở")
    below: PlaceText = Field(title="Đơn vị cấp dưới", description="Its subordinate units: các đơn vị trực thuộc")
    leaders: PlaceText = Field(
        title="Lãnh đạo", description="Leaders in the list of recipients: Giám đốc, các Phó Giám đốc Sở"
    )
    archive: tuple[Line, ...] = Field(
        ("VT",), title="Nơi lưu", description="Holders of the archive line where the directory names none: VT, VP"
    )
    collective: PlaceText | None = Field(
        None, title="Tập thể ký thay mặt", description="Body on whose behalf the head signs (TM.)"
    )


class Assignee(Record):
    """Which part of an office a field of work belongs to."""

    fields: tuple[Line, ...] = Field(title="Lĩnh vực", description="Words of the group of a task", min_length=1)
    parts: tuple[Line, ...] = Field(title="Bộ phận", description="Words in the name of the part", min_length=1)
