"""What a unit tells, or is to tell, as an .xlsx file; the same arguments give the same bytes."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Final

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.errors import DataError
from generator.model.plan import Task
from generator.model.progress import Progress, TaskProgress
from generator.reports.finished_before import Before
from generator.reports.form_tables import Compared
from generator.reports.ground import cut_off
from generator.reports.report_findings import overlap_warnings
from generator.reports.task_states import due_day
from generator.vietnamese.dates import PartialDate
from generator.vietnamese.marks import plain
from generator.workbook.cell_forms import LONGEST
from generator.workbook.drawing import AUTHOR as CREATOR
from generator.workbook.fixed import same_bytes
from generator.workbook.progress import earlier_tasks, layout, looks
from generator.workbook.progress.form_sheets import draw_form, hold_rows
from generator.workbook.progress.formulas import task_formulas
from generator.workbook.progress.layout import FIRST, HEADING, Setting, letter, listed_tasks
from generator.workbook.progress.paragraphs import cells_of

_NO_TASK: Final = Task(id="-", name="-")
_NOTHING: Final = Before()
_ADVICE: Final = (
    "Điền các ô màu trắng ở mọi trang rồi gửi lại tệp này. Ô màu xám do chương trình ghi hoặc tính, không sửa được."
)
_TASK_ADVICE: Final = (
    "Mỗi nhiệm vụ: chọn Tình trạng; việc đã hoàn thành ghi Ngày hoàn thành (05/3/2027 hoặc 3/2027), số và ngày của sản "
    "phẩm. Việc quá hạn ghi Nguyên nhân, cần giúp gì ghi ở Đề xuất. Cột Đánh giá tự tính theo hạn và ngày chốt số liệu."
)
_TEXT_ADVICE: Final = (
    "Mỗi dòng trong ô là một đoạn văn (xuống dòng bằng Alt+Enter). {3/3.1.1} được thay bằng số liệu dòng 3.1.1 của "
    "biểu 3; không có gì để nêu thì ghi dấu «-»."
)
_DAY_ADVICE: Final = "Viết ngày như 05/3/2027; chỉ biết tháng thì 3/2027."
_NOTES: Final = {
    layout.PLAN_HASH: "Để biết kế hoạch có được sửa sau khi tạo biểu này hay không.",
    layout.END: "Nhiệm vụ và số liệu tính đến hết ngày này.",
    layout.SEND: "Gửi tệp này về cơ quan tổng hợp.",
    layout.AUTHOR: "Họ và tên người điền biểu.",
    layout.PHONE: "Để hỏi lại khi số liệu chưa rõ.",
}


def write_progress(
    progress: Progress, setting: Setting, compared: Sequence[Compared] = (), earlier: Before = _NOTHING
) -> bytes:
    """Return the workbook of what is told: «Thông tin», «Nhiệm vụ», «Biểu 1» …, «Thuyết minh».

    ``compared`` are figures of other periods, shown in grey beside those of this one; ``earlier`` is what was told of
    the tasks before, shown beside them. What is told comes back from `read_progress` as it was. DataError for a figure
    of a row that the forms lack, and for words longer than a cell.
    """
    hold_rows(progress, setting.forms)
    tasks = listed_tasks(progress, setting.plan)
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = CREATOR
    _draw_info(book.create_sheet(layout.INFO), progress, setting)
    _draw_tasks(book.create_sheet(layout.TASKS), tasks, setting, earlier)
    for form in setting.forms.forms:
        draw_form(book.create_sheet(layout.form_sheet(form.form)), form, progress, setting, compared, len(tasks))
    _draw_texts(book.create_sheet(layout.TEXTS), progress, setting)
    stream = BytesIO()
    book.save(stream)
    return same_bytes(stream.getvalue())


def _draw_info(sheet: Worksheet, progress: Progress, setting: Setting) -> None:
    widths = layout.INFO_WIDTHS
    heads = tuple(zip((layout.FIELD, layout.VALUE, layout.NOTE), widths, strict=True))
    looks.head(sheet, layout.TITLE, _ADVICE, heads, len(heads))
    values, notes = _info(progress, setting), _info_notes(progress, setting)
    period = setting.period(progress.period)
    names = {layout.END: layout.UNTIL} if period and period.end is None else {}
    for number, title in enumerate(layout.INFO_ROWS, start=FIRST):
        is_open = title in (layout.AUTHOR, layout.PHONE)
        looks.put(sheet.cell(number, 1), names.get(title, title), bold=True)
        looks.put(sheet.cell(number, 2), values.get(title), open_=is_open)
        looks.put(sheet.cell(number, 3), notes.get(title, ""))
        shown = values.get(title)
        looks.heighten(sheet, number, (shown if isinstance(shown, str) else "", notes.get(title, "")), widths[1:])
    looks.finish(sheet, len(heads), HEADING + len(layout.INFO_ROWS), f"A{FIRST}")


def _info(progress: Progress, setting: Setting) -> dict[str, str | datetime.date | None]:
    period = setting.period(progress.period)
    return {
        layout.UNIT: progress.unit,
        layout.UNIT_NAME: progress.unit_name,
        layout.LEVEL: layout.LEVELS[setting.level] if setting.level else None,
        layout.PLAN: progress.plan.document if progress.plan else None,
        layout.PLAN_HASH: progress.plan.hash if progress.plan else None,
        layout.REGIME: progress.regime,
        layout.REGIME_NAME: setting.regime.name if setting.regime else None,
        layout.PERIOD: progress.period,
        layout.PERIOD_NAME: period.label if period else None,
        layout.START: period.start if period else None,
        layout.END: cut_off(period) if period else None,
        layout.SEND: period.last_day_to_send if period else None,
        layout.AUTHOR: progress.prepared_by,
        layout.PHONE: progress.phone,
    }


def _info_notes(progress: Progress, setting: Setting) -> dict[str, str]:
    period = setting.period(progress.period)
    notes = dict(_NOTES)
    for one in overlap_warnings(setting.regime, period) if setting.regime and period else ():
        notes[layout.END] += f" Lưu ý: {one.message}."
    if period and period.end is None:
        notes[layout.END] += " Chế độ báo cáo không nêu ngày chốt số liệu, nên lấy ngày cuối cùng để gửi."
    return notes


def _draw_tasks(sheet: Worksheet, tasks: Sequence[TaskProgress], setting: Setting, earlier: Before) -> None:
    columns: tuple[tuple[str, float], ...] = layout.TASK_COLUMNS
    shown, advice = len(columns) - len(layout.HIDDEN), _TASK_ADVICE
    if earlier.told:
        columns, advice = (*columns, (layout.EARLIER, layout.EARLIER_WIDTH)), advice + earlier_tasks.ADVICE
    looks.head(sheet, layout.TASKS_TITLE, advice, columns, shown)
    known = {task.id: task for task in setting.plan.tasks} if setting.plan else {}
    year = setting.plan.year if setting.plan else None
    for number, told in enumerate(tasks, start=FIRST):
        task = known.get(told.task, _NO_TASK.model_copy(update={"id": told.task, "name": ""}))
        _draw_task(sheet, number, _task_values(task, told, year), carried=earlier.finished.get(told.task) == told)
        if earlier.told:
            _draw_earlier(sheet, number, earlier_tasks.words_of(earlier, told.task))
    for title in layout.HIDDEN:
        sheet.column_dimensions[letter(columns, title)].hidden = True
    last = HEADING + len(tasks)
    if tasks:
        _hold_tasks(sheet, last)
    looks.finish(sheet, len(columns) if earlier.told else shown, last, f"{letter(columns, layout.PRODUCT)}{FIRST}")


def _draw_task(sheet: Worksheet, number: int, values: dict[str, str | datetime.date | None], *, carried: bool) -> None:
    formulas = task_formulas(number)
    for place, (title, _) in enumerate(layout.TASK_COLUMNS, start=1):
        cell = sheet.cell(number, place)
        if title in formulas:
            looks.put_formula(cell, formulas[title])
        else:
            looks.put(cell, values.get(title), open_=title in layout.TASK_FIELDS, carried=carried)
    widths = [width for title, width in layout.TASK_COLUMNS if title in values]
    texts = [text if isinstance(text, str) else "" for text in values.values()]
    looks.heighten(sheet, number, texts, widths, least=2)


def _draw_earlier(sheet: Worksheet, number: int, words: str | None) -> None:
    looks.put(sheet.cell(number, len(layout.TASK_COLUMNS) + 1), _held(words))
    before = sheet.row_dimensions[number].height or 0.0
    looks.heighten(sheet, number, (words or "",), (layout.EARLIER_WIDTH,))
    sheet.row_dimensions[number].height = max(before, sheet.row_dimensions[number].height or 0.0)


def _task_values(task: Task, told: TaskProgress, year: int | None) -> dict[str, str | datetime.date | None]:
    """Return the words of a row by column, in the order of the columns."""
    products = (plain(product) for row in task.rows for product in row.products)
    leads = dict.fromkeys(lead for row in task.rows for lead in row.lead)
    schedules = dict.fromkeys(row.schedule for row in task.rows if row.schedule)
    return {
        layout.CODE: task.id,
        layout.TASK: plain(task.name),
        layout.PRODUCT: "\n".join(products),
        layout.DUE: due_day(task, year) or "\n".join(schedules),
        layout.LEAD: "\n".join(leads),
        layout.STATUS: layout.STATUSES[told.status] if told.status else None,
        layout.DONE: _day(told.done),
        layout.NUMBER: told.product,
        layout.NUMBER_DATE: _day(told.product_date),
        layout.EVIDENCE: told.evidence,
        layout.REASON: _held(told.reason),
        layout.PROPOSAL: _held(told.proposal),
    }


def _day(day: PartialDate | None) -> str | None:
    """Return a day in words: what is typed as words is no other day where a program writes the month first."""
    return day.short() if day else None


def _held(text: str | None) -> str | None:
    if text and len(text) > LONGEST:
        raise DataError(f"lời dài {len(text)} chữ, một ô Excel chỉ chứa {LONGEST} chữ", hint="rút ngắn lại")
    return text


def _hold_tasks(sheet: Worksheet, last: int) -> None:
    def cells(title: str) -> str:
        column = letter(layout.TASK_COLUMNS, title)
        return f"{column}{FIRST}:{column}{last}"

    looks.offer(sheet, cells(layout.STATUS), layout.STATUS, tuple(layout.STATUSES.values()))
    for title in (layout.DONE, layout.NUMBER_DATE):
        first = cells(title).partition(":")[0]
        year = f"IFERROR(VALUE(RIGHT({first},4))>=1000,FALSE)"
        iso = f"IFERROR(VALUE(LEFT({first},4))>=1000,FALSE)"
        looks.hold(sheet, cells(title), title, f"OR(ISNUMBER({first}),{year},{iso})", _DAY_ADVICE)


def _draw_texts(sheet: Worksheet, progress: Progress, setting: Setting) -> None:
    columns = layout.TEXT_COLUMNS
    looks.head(sheet, layout.TEXTS_TITLE, _TEXT_ADVICE, columns, len(columns))
    number = HEADING
    for number, (id, title, text, is_open) in enumerate(_text_rows(progress, setting), start=FIRST):
        is_top = "." not in id
        looks.put(sheet.cell(number, 1), id, bold=is_top)
        looks.put(sheet.cell(number, 2), title, bold=is_top)
        looks.put(sheet.cell(number, 3), text, open_=is_open)
        widths = [width for _, width in columns]
        looks.heighten(sheet, number, (id, title, text), widths, least=3 if is_open else 1)
    looks.finish(sheet, len(columns), number, f"C{FIRST}")


def _text_rows(progress: Progress, setting: Setting) -> Iterator[tuple[str, str, str, bool]]:
    """Yield identity, title and words of each point, and whether it is filled in: a point with others below is not.

    Points of other levels only where something is told of them; words of points that the outline lacks stand last.
    """
    told: dict[str, list[str]] = {}
    for one in progress.narrative:
        told.setdefault(one.section, []).extend(cells_of(one.texts))
    known = {section.id for section in setting.outline.sections}
    own = [one for one in setting.outline.sections if setting.level is None or one.is_for(setting.level)]
    for section in setting.outline.sections:
        texts = told.get(section.id, [])
        if texts or section in own:
            is_leaf = not any(one.parent == section.id for one in own)
            yield section.id, section.title, texts[0] if texts else "", is_leaf or bool(texts)
            yield from ((section.id, "", text, True) for text in texts[1:])
    for id, texts in told.items():
        yield from ((id, "", text, True) for text in texts if id not in known)
