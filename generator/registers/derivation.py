"""The rules by which a lower plan follows from a higher one: every word list and figure in one file.

An office that writes otherwise keeps a copy of the file with its own words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from generator.registers.base import Fault, Line, Record, Register
from generator.registers.derivation_days import DeadlineRules, TargetRules
from generator.registers.derivation_head import HeadRules
from generator.registers.derivation_words import TermRules
from generator.registers.units import Edge, Level
from generator.vietnamese.unicode import fold

Words = tuple[Line, ...]
"""Phrases, compared without regard to capitals and the place of tone marks."""


class Covering(Record):
    """Words that stand for units below the office that issues the plan, whatever their names."""

    words: Words = Field(title="Cách gọi", description="As plans write it: toàn ngành, các đơn vị, các trường học")
    levels: tuple[Level, ...] = Field(
        (), title="Cấp", description="Levels of the units that it stands for; of every level when left out"
    )
    edge: Edge | None = Field(
        None, title="Quan hệ", description="administrative: trực thuộc alone; either edge when left out"
    )
    inner: bool = Field(
        False, title="Bộ phận của cơ quan", description="Whether it stands for the office's own phòng and no unit below"
    )


class LevelWords(Record):
    """What an office of a level calls itself, and how names of units of that level begin."""

    level: Level = Field(title="Cấp", description="department, commune, school …")
    itself: Words = Field((), title="Tự gọi", description="How its plan calls itself: Sở, cơ quan Sở")
    names: Words = Field((), title="Đầu tên gọi", description="First words of the names of such units: Sở, Ban")


class Beyond(Record):
    """Phrases of work that units of a level cannot do."""

    levels: tuple[Level, ...] = Field(title="Cấp", description="Levels that have no such work", min_length=1)
    words: Words = Field(title="Từ của việc", description="Phrases of the work: UBND cấp xã, công bố TTHC")


class AssignmentRules(Record):
    """Who must do what: by the cells of the task table, by headings that name units, by the words of a point."""

    general: Literal["lead", "unclear"] = Field(
        title="Nội dung chung",
        description="What a point without a named unit is for every unit below, in a plan for the whole field",
    )
    general_words: Words = Field(
        title="Kế hoạch chung", description="Words of trích yếu or lời dẫn that tell a plan for the whole field: ngành"
    )
    general_levels: tuple[Level, ...] = Field(
        title="Cấp nhận việc theo chuyên môn",
        description="Levels that take general content by the professional edge; a commune does what names it",
    )
    not_asked: Words = Field(
        title="Nhận để biết", description="Purposes in Nơi nhận of those who need not act: báo cáo, phối hợp"
    )
    covering: tuple[Covering, ...] = Field(title="Tên gọi chung", description="Names for units not in the directory")
    not_names: Words = Field(
        title="Không phải tên gọi", description="Phrases that look like collective names and are none: các trường hợp"
    )
    kinds: Words = Field(
        title="Loại trường", description="Words behind a collective name that keep the units with them in their name"
    )
    levels: tuple[LevelWords, ...] = Field(title="Các cấp", description="Words of each level")
    acts: Words = Field(title="Từ nhận việc", description="Words right behind who is to act: chủ trì, có trách nhiệm")
    openers: Words = Field(title="Từ giao việc", description="Words before who is to act: giao, yêu cầu, đề nghị")
    heads: Words = Field(title="Người đứng đầu", description="Titles that stand for the office: thủ trưởng, giám đốc")
    connectors: Words = Field(title="Từ nối", description="Words between names in a list: và, cùng với")
    exclusions: Words = Field(title="Loại trừ", description="Words before those who are left out: trừ")
    support_before: Words = Field(
        title="Trước đơn vị phối hợp", description="Words before those who support: phối hợp với"
    )
    support_words: Words = Field(
        title="Chỉ phối hợp", description="Words of work that others lead and the unit takes part in: tham gia xây dựng"
    )
    inspection: Words = Field(
        title="Việc kiểm tra", description="Work of the higher office on lower ones, who support it: thanh tra"
    )
    inspection_words: int = Field(
        title="Số tiếng đầu của việc kiểm tra", description="Among how many first syllables of a clause it tells", ge=1
    )
    object_before: Words = Field(
        title="Trước đối tượng", description="Words before those on whom the higher office works: đối với, hướng dẫn"
    )
    own_before: Words = Field(
        title="Trước cơ quan cấp trên", description="Words before the office's name that make work its own: của, thuộc"
    )
    not_own_before: Words = Field(
        title="Văn bản của cấp trên", description="What is the office's and yet no work of its own: kế hoạch, quy định"
    )
    own_words: Words = Field(
        title="Việc riêng của cấp trên", description="Words of work that the office does itself: chủ trì tham mưu"
    )
    own_openings: Words = Field(
        title="Mở đầu việc riêng", description="Words that make work the office's own among the first of a clause"
    )
    opening_words: int = Field(
        title="Số tiếng mở đầu", description="How many syllables the opening of a clause has", ge=1
    )
    upward: Words = Field(
        title="Hướng lên trên", description="Words before an office that is not below the issuer: tham mưu, trình"
    )
    beyond: tuple[Beyond, ...] = Field(
        (), title="Không phải việc của cấp", description="Work that a unit does not lead unless it is named for itself"
    )
    aims: Words = Field(title="Phần mục đích", description="Headings under which nothing is asked: mục đích, yêu cầu")


class DerivationRules(Register):
    """All rules of derivation."""

    assignment: AssignmentRules = Field(title="Phân công", description="Who must do what of a higher plan")
    terms: TermRules = Field(title="Bảng từ", description="The same said in the lower office's own words")
    deadlines: DeadlineRules = Field(title="Thời hạn", description="By how many days deadlines move")
    targets: TargetRules = Field(title="Chỉ tiêu", description="What becomes of the figures")
    head: HeadRules = Field(title="Phần riêng", description="What the lower plan says beside the tasks")

    def faults(self) -> Iterator[Fault]:
        """Words that two collective names share, levels named twice, terms twice in a table, quotas twice."""
        yield from self._assignment_faults()
        for place, table in enumerate(self.terms.tables):
            words = [one.words for one in table.terms]
            for number, word in enumerate(words):
                if word in words[:number]:
                    loc = ("terms", "tables", place, "terms", number, "words")
                    yield Fault(loc, "từ này đã có ở trên", found=f"«{word}»", hint="xóa một trong hai")
        quotas = [(one.target, one.unit) for one in self.targets.quotas]
        for place, quota in enumerate(quotas):
            if quota in quotas[:place]:
                yield Fault(("targets", "quotas", place), "mức của đơn vị này đã có ở trên", found=f"«{quota[1]}»")

    def _assignment_faults(self) -> Iterator[Fault]:
        seen: set[str] = set()
        for place, one in enumerate(self.assignment.covering):
            for number, word in enumerate(one.words):
                if fold(word) in seen:
                    loc = ("assignment", "covering", place, "words", number)
                    yield Fault(loc, "cách gọi này đã có ở trên", found=f"«{word}»", hint="xóa một trong hai")
                seen.add(fold(word))
        levels = [one.level for one in self.assignment.levels]
        for place, level in enumerate(levels):
            if level in levels[:place]:
                yield Fault(("assignment", "levels", place, "level"), "cấp này đã có ở trên", found=f"«{level}»")
