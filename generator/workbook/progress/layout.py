"""What the sheets of the progress workbook hold and where, for the writer and the reader alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, get_args

from generator.model.plan import Plan
from generator.model.progress import Progress, Status, TaskProgress
from generator.registers.outline import ReportOutline
from generator.registers.regimes import PeriodDates, Regime
from generator.registers.statistics import FormRow, StatisticalForm, StatisticalForms
from generator.registers.unit import Level
from generator.workbook.directory.sheets import SHEETS

INFO: Final = "Thông tin"
TASKS: Final = "Nhiệm vụ"
TEXTS: Final = "Thuyết minh"
FORM: Final = "Biểu"
TITLE: Final = "TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH"
TASKS_TITLE: Final = "TÌNH HÌNH THỰC HIỆN NHIỆM VỤ"
TEXTS_TITLE: Final = "THUYẾT MINH THEO ĐỀ CƯƠNG BÁO CÁO"
HEADING: Final = 3
"""Row of the headings of every sheet: above it the title and what to do."""
FIRST: Final = HEADING + 1
"""First row below the headings."""

FIELD, VALUE, NOTE = "Trường", "Giá trị", "Ghi chú"
UNIT, UNIT_NAME, LEVEL = "Mã đơn vị", "Đơn vị", "Cấp"
PLAN, PLAN_HASH = "Kế hoạch", "Mã đối chiếu kế hoạch"
REGIME, REGIME_NAME = "Chế độ báo cáo", "Tên chế độ báo cáo"
PERIOD, PERIOD_NAME = "Kỳ báo cáo", "Tên kỳ báo cáo"
START, END, SEND = "Số liệu từ ngày", "Ngày chốt số liệu", "Gửi chậm nhất ngày"
UNTIL: Final = "Tính đến hết ngày"
"""Stands in the place of the cut-off day where the regime names none."""
AUTHOR, PHONE = "Người lập", "Điện thoại"
INFO_ROWS: Final = (
    UNIT, UNIT_NAME, LEVEL, PLAN, PLAN_HASH, REGIME, REGIME_NAME, PERIOD, PERIOD_NAME, START, END, SEND, AUTHOR, PHONE,
)  # fmt: skip
INFO_WIDTHS: Final = (28, 50, 60)

CODE, TASK, PRODUCT, DUE, LEAD = "Mã", "Nhiệm vụ", "Sản phẩm", "Hạn", "Chủ trì"
STATUS, DONE = "Tình trạng", "Ngày hoàn thành"
NUMBER, NUMBER_DATE, EVIDENCE = "Số, ký hiệu sản phẩm", "Ngày của sản phẩm", "Tài liệu kiểm chứng"
REASON, PROPOSAL, STATE = "Nguyên nhân", "Đề xuất", "Đánh giá"
SAID_DAY, DAY = "Ngày để tính", "Ngày tính được"
"""Columns that are not shown: the day as it was written, and as a number."""
TASK_COLUMNS: Final = (
    (CODE, 8.0), (TASK, 36.0), (PRODUCT, 24.0), (DUE, 12.0), (LEAD, 16.0), (STATUS, 16.0), (DONE, 12.0),
    (NUMBER, 15.0), (NUMBER_DATE, 12.0), (EVIDENCE, 18.0), (REASON, 22.0), (PROPOSAL, 22.0), (STATE, 16.0),
    (SAID_DAY, 12.0), (DAY, 12.0),
)  # fmt: skip
HIDDEN: Final = (SAID_DAY, DAY)
TASK_FIELDS: Final[Mapping[str, str]] = {
    STATUS: "status", DONE: "done", NUMBER: "product", NUMBER_DATE: "product_date", EVIDENCE: "evidence",
    REASON: "reason", PROPOSAL: "proposal",
}  # fmt: skip
"""The open columns and the fields that they hold."""
STATUSES: Final = {
    Status.NOT_STARTED: "Chưa thực hiện",
    Status.UNDER_WAY: "Đang thực hiện",
    Status.DONE: "Đã hoàn thành",
    Status.DROPPED: "Không còn thực hiện",
}

ROW_CODE, LABEL, MEASURE, FIGURE = "STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu"
FORM_COLUMNS: Final = ((ROW_CODE, 8.0), (LABEL, 62.0), (MEASURE, 14.0), (FIGURE, 16.0), (NOTE, 30.0))
COMPARED: Final = ("Kỳ trước", "Cùng kỳ năm trước")
"""Headings of the figures of other periods."""
EARLIER: Final = COMPARED[0]
"""Heading of what was told of the tasks in the last period; only where that is known."""
EARLIER_WIDTH: Final = 30.0
UNKNOWN_MARK: Final = "-"
NONE_MARK: Final = "không phát sinh"

SECTION, SECTION_TITLE, TEXT = "Mục", "Tên mục", "Nội dung"
TEXT_COLUMNS: Final = ((SECTION, 8.0), (SECTION_TITLE, 44.0), (TEXT, 100.0))

_LEVEL_WORDS: Final = next(column.words for column in SHEETS[0].columns if column.field == "level")
LEVELS: Final[Mapping[Level, str]] = {level: _LEVEL_WORDS[level] for level in get_args(Level)}
"""The Vietnamese word of each level of units, as the directory's workbook writes it."""


@dataclass(frozen=True)
class Setting:
    """What a workbook is drawn for beside what is told: registers, and of unit, regime and plan what is known."""

    forms: StatisticalForms
    outline: ReportOutline
    level: Level | None = None
    """That of the unit; None where it is not known, then no row is shut."""
    regime: Regime | None = None
    plan: Plan | None = None
    """Its tasks are listed, in their order; without one those that are told of."""

    def period(self, name: str) -> PeriodDates | None:
        """Return the days of a period; None where the regime is not known, DataError for one that it lacks."""
        return self.regime.period_dates(name) if self.regime else None

    def is_open(self, form: int, code: str) -> bool:
        """Whether the unit fills in a row."""
        return self.level is None or self.forms.applies_to(form, code, self.level)


def form_sheet(form: int) -> str:
    """Return the name of the sheet of a form."""
    return f"{FORM} {form}"


def letter(columns: tuple[tuple[str, float], ...], title: str) -> str:
    """Return the letter of a column."""
    return chr(ord("A") + [one for one, _ in columns].index(title))


def listed_tasks(progress: Progress, plan: Plan | None) -> tuple[TaskProgress, ...]:
    """Return an entry for each task of the plan, in its order, then what is told of others."""
    told = {one.task: one for one in progress.tasks}
    own = [task.id for task in plan.tasks] if plan else []
    others = [one for one in progress.tasks if one.task not in own]
    return (*(told.get(id) or TaskProgress(task=id) for id in own), *others)


def is_counted(forms: StatisticalForms, form: StatisticalForm, row: FormRow) -> bool:
    """Whether a row is counted from the tasks."""
    return any((one.form, one.code) == (form.form, row.code) for one in forms.task_counts)
