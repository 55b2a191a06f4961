"""What a lower office's plan says beside the tasks: subject, bases, purposes, who does what, reports, money, end."""

from __future__ import annotations

from pydantic import Field

from generator.registers.base import Id, Line, Record
from generator.registers.derivation_words import Assignee, PeriodSentence, SatelliteSentence, Sentence, Voice
from generator.registers.units import Level


class KeptBasis(Record):
    """A basis of the higher plan that a lower plan names too."""

    words: tuple[Line, ...] = Field(
        title="Dấu hiệu", description="Words in its number or title; one of them is enough", min_length=1
    )
    levels: tuple[Level, ...] = Field((), title="Cấp", description="Levels whose plans name it; none means all")


class Headings(Record):
    """Titles of the parts of the plan."""

    aims: Line = Field(title="Mục I", description="Mục đích, yêu cầu")
    purposes: Line = Field(title="Mục đích", description="Heading of the purposes")
    requirements: Line = Field(title="Yêu cầu", description="Heading of the requirements")
    goals: Line = Field(title="Mục II", description="Mục tiêu, chỉ tiêu")
    objectives: Line = Field(title="Mục tiêu", description="Heading of the objectives")
    targets: Line = Field(title="Chỉ tiêu", description="Heading of the targets")
    tasks: Line = Field(title="Mục III", description="Nhiệm vụ trọng tâm")
    duties: Line = Field(title="Việc được giao đích danh", description="Heading of what the higher plan asks by name")
    execution: Line = Field(title="Mục IV", description="Tổ chức thực hiện")
    reports: Line = Field(title="Báo cáo", description="Heading of the report periods")
    budget: Line = Field(title="Kinh phí", description="Heading of where the money comes from")
    guided: Line = Field(title="Phần đề nghị", description="Before the names of units that are only guided: Đề nghị")


class Wording(Record):
    """Sentences of the plan, with placeholders."""

    headings: Headings = Field(title="Tiêu đề", description="Titles of the parts")
    abbreviations: Line = Field(
        title="Chữ viết tắt", description="Before the short forms that the higher plan explains; ends the lời dẫn"
    )
    subject: Sentence = Field(title="Trích yếu", description="{topic} năm {year} của {name}")
    preamble: tuple[Sentence, ...] = Field(title="Lời dẫn", description="Before the first section")
    purposes: tuple[Sentence, ...] = Field(title="Mục đích", description="What the plan is for")
    requirements: tuple[Sentence, ...] = Field(title="Yêu cầu", description="How it is to be carried out")
    objectives: tuple[Sentence, ...] = Field(title="Mục tiêu", description="Aims, one each")
    target_objectives: tuple[Sentence, ...] = Field(
        (), title="Mục tiêu về chỉ tiêu", description="Aims of a plan that has targets, behind the others"
    )
    given: Line = Field("nhiệm vụ được giao", title="Việc được giao", description="{given} of a plan without targets")
    given_targets: Line = Field(
        "nhiệm vụ, chỉ tiêu được giao", title="Việc, chỉ tiêu được giao", description="{given} of a plan with targets"
    )
    given_asked: Line = Field(
        "nội dung được đề nghị", title="Việc được đề nghị", description="{given} where higher offices only ask"
    )
    table: Line = Field("Phụ lục", title="Nơi ghi nhiệm vụ", description="{where} of a plan with a table of tasks")
    no_table: Line = Field(
        "mục III", title="Nơi ghi nhiệm vụ, không có bảng", description="{where} of a plan without such a table"
    )
    tasks_note: Sentence = Field(title="Ghi chú Phụ lục", description="Remark that leads to the table of tasks")
    appendix: Sentence = Field(title="Tên Phụ lục", description="Title of the table of tasks")
    focal: tuple[Sentence, ...] = Field(title="Việc của đầu mối", description="What the focal part does")
    inner: tuple[Sentence, ...] = Field(title="Việc của các bộ phận", description="What the other parts do")
    below: tuple[Sentence, ...] = Field(title="Việc của cấp dưới", description="What subordinate units do")
    guided: tuple[Sentence, ...] = Field(
        title="Đề nghị đơn vị được hướng dẫn", description="What units are asked that are only guided by this office"
    )
    period: PeriodSentence = Field(title="Kỳ báo cáo", description="A period: {period}, {start}, {end}, {day}")
    period_open: PeriodSentence = Field(title="Kỳ không có ngày chốt", description="A period without cut-off days")
    budget: tuple[Sentence, ...] = Field(title="Kinh phí", description="Where the money comes from")
    closing: tuple[Sentence, ...] = Field(title="Lời kết", description="Last paragraphs")


class OwnTask(Record):
    """A task that offices of a level have of their own, whatever the higher plan says."""

    id: Line = Field(title="Mã", description="Identity in the plan: PS01")
    levels: tuple[Level, ...] = Field((), title="Cấp", description="Levels that have it; none means all")
    group: Sentence | None = Field(None, title="Lĩnh vực", description="Group under which it is printed")
    name: Sentence = Field(title="Nhiệm vụ", description="What is to be done")
    products: tuple[Sentence, ...] = Field(title="Sản phẩm", description="What comes of it", min_length=1)
    schedule: Sentence = Field(title="Thời gian", description="Words as printed: Quý I/{year}")


class SatellitePart(Record):
    """A section of the skeleton of a plan that a task asks for."""

    title: Line = Field(title="Tiêu đề", description="Heading of the section")
    points: tuple[SatelliteSentence, ...] = Field(
        title="Các ý", description="Its points; {gap:words} is left for a person to fill in", min_length=1
    )


class SatelliteKind(Record):
    """A plan that a task asks for: how it is known, and what its skeleton says."""

    id: Id = Field(title="Mã", description="Identity: kiem-tra")
    words: tuple[Line, ...] = Field(title="Dấu hiệu", description="Words of the product that ask for it", min_length=1)
    subject: SatelliteSentence = Field(title="Trích yếu", description="Subject of the plan")
    parts: tuple[SatellitePart, ...] = Field(title="Các mục", description="Sections in order", min_length=1)


class HeadRules(Record):
    """Everything of a lower plan that is its own."""

    voices: tuple[Voice, ...] = Field(title="Cách xưng hô", description="By level; the first that fits counts")
    assignees: tuple[Assignee, ...] = Field((), title="Phân công", description="Which part does what, by field")
    below_signs: tuple[Line, ...] = Field(
        (),
        title="Từ chỉ cấp dưới",
        description="Words of a task in which the units below the office have a part: they support it",
    )
    bases: tuple[KeptBasis, ...] = Field((), title="Căn cứ giữ lại", description="Besides the higher plans themselves")
    regime: Id = Field(title="Chế độ báo cáo", description="Identity of the report regime that the unit follows")
    layout: Line = Field(title="Mẫu bảng", description="Table layout where the higher plan has none of the program")
    skipped: tuple[Line, ...] = Field(
        (),
        title="Mục viết riêng",
        description="Headings of the higher plan whose points the unit writes itself: Mục đích, Kinh phí, Báo cáo",
    )
    duties_in: tuple[Line, ...] = Field(
        (), title="Mục giao đích danh", description="Headings under which the higher plan names who does what"
    )
    aims_in: tuple[Line, ...] = Field(
        (), title="Mục nêu mục tiêu", description="Headings of the higher plan whose points are aims"
    )
    targets_in: tuple[Line, ...] = Field(
        (), title="Mục nêu chỉ tiêu", description="Headings of the higher plan right above points that are targets"
    )
    wording: Wording = Field(title="Lời văn", description="The sentences")
    own_tasks: tuple[OwnTask, ...] = Field((), title="Việc phát sinh", description="Tasks of one's own, by level")
    satellites: tuple[SatelliteKind, ...] = Field(
        (), title="Kế hoạch chuyên đề", description="Plans that tasks ask for: kiểm tra, tuyên truyền, rà soát TTHC"
    )
