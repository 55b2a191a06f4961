"""«Thông tin», «Nhiệm vụ» and «Thuyết minh» read into plain data; a cell that cannot be read is a fault."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from generator.model.progress import Status
from generator.registers.unit import Level
from generator.spelling import suggestion, unmarked
from generator.vietnamese.dates import PartialDate
from generator.workbook.places import At, Findings
from generator.workbook.progress import layout
from generator.workbook.progress.pages import Pages, Told, visible
from generator.workbook.progress.paragraphs import paragraphs
from generator.workbook.rows import Row, shown

_FIELDS: Final = {
    layout.UNIT: "unit",
    layout.UNIT_NAME: "unit_name",
    layout.REGIME: "regime",
    layout.PERIOD: "period",
    layout.AUTHOR: "prepared_by",
    layout.PHONE: "phone",
}
_NEEDED: Final = (layout.UNIT, layout.UNIT_NAME, layout.REGIME, layout.PERIOD)
_DATES: Final = (layout.DONE, layout.NUMBER_DATE)
_TEXT_TITLES: Final = tuple(title for title, _ in layout.TEXT_COLUMNS)
_LEVELS: Final = {unmarked(word): level for level, word in layout.LEVELS.items()}
_STATUSES: Final = {unmarked(word): status for status, word in layout.STATUSES.items()}


@dataclass(frozen=True)
class Facts:
    """What «Thông tin» tells beside what is stored."""

    cells: dict[str, At]
    """The cell of each field."""
    level: Level | None = None
    cut_off: date | None = None
    period_label: str = ""
    """How the sheet calls the period; empty where it does not."""


@dataclass(frozen=True)
class ListedTask:
    """A task as the sheet shows it."""

    id: str
    name: str
    due: date | None
    row: Row


def read_info(pages: Pages, told: Told, findings: Findings) -> Facts:
    """Read whose the workbook is, and of which period."""
    rows = pages.rows(layout.INFO, (layout.FIELD, layout.VALUE, layout.NOTE), optional=(layout.NOTE,))
    values: dict[str, str] = {}
    cells: dict[str, At] = {}
    known = {unmarked(title): title for title in layout.INFO_ROWS} | {unmarked(layout.UNTIL): layout.END}
    for row in rows:
        title = known.get(unmarked(row[layout.FIELD]))
        if title is None or title in values:
            what = "biểu không có trường này" if title is None else "trường này đã có ở trên"
            findings.error(row.at(layout.FIELD), what, found=f"«{shown(row[layout.FIELD])}»", hint="xóa hàng này")
            continue
        values[title], cells[title] = row[layout.VALUE], row.at(layout.VALUE)
    for title, name in _FIELDS.items():
        told.cells[(name,)] = cells.get(title, At(layout.INFO))
        if values.get(title):
            told.data[name] = values[title]
    for title in _NEEDED:
        if rows and not values.get(title):
            at = cells.get(title, At(layout.INFO))
            findings.error(at, f"thiếu {title}", hint="lấy lại từ biểu mà «vanban new» đã tạo")
            findings.spoil(at)
    if values.get(layout.PLAN) and values.get(layout.PLAN_HASH):
        told.data["plan"] = {"document": values[layout.PLAN], "hash": values[layout.PLAN_HASH]}
    cut_off = _day_or_none(values.get(layout.END, ""))
    level = _level(values.get(layout.LEVEL, ""), cells, findings)
    return Facts(cells, level, cut_off, visible(values.get(layout.PERIOD_NAME, "")))


def _level(text: str, cells: dict[str, At], findings: Findings) -> Level | None:
    level = _LEVELS.get(unmarked(text))
    if text and level is None:
        words = ", ".join(f"«{word}»" for word in layout.LEVELS.values())
        findings.error(
            cells[layout.LEVEL], "không rõ cấp của đơn vị", found=f"«{shown(text)}»", expected=f"một trong: {words}"
        )
    return level


def _day_or_none(text: str) -> date | None:
    try:
        return PartialDate.parse(text).to_date()
    except ValueError:
        return None


def read_tasks(pages: Pages, told: Told, findings: Findings) -> tuple[ListedTask, ...]:
    """Read how far the tasks are; return those that the sheet lists."""
    titles = [*(title for title, _ in layout.TASK_COLUMNS), layout.EARLIER]
    optional = (*layout.HIDDEN, layout.STATE, layout.TASK, layout.PRODUCT, layout.DUE, layout.LEAD, layout.EARLIER)
    listed: dict[str, ListedTask] = {}
    for row in pages.rows(layout.TASKS, titles, optional, computed=(*layout.HIDDEN, layout.STATE)):
        open_ones = [title for title in layout.TASK_FIELDS if row[title]]
        id = row[layout.CODE]
        if not id:
            if open_ones:
                findings.error(row.at(layout.CODE), "hàng này không có mã nhiệm vụ", hint="xóa hàng, hoặc ghi mã")
        elif id in listed:
            message = f"nhiệm vụ «{id}» đã có ở hàng {listed[id].row.number}"
            findings.error(row.at(layout.CODE), message, hint="bỏ một trong hai hàng")
        else:
            listed[id] = ListedTask(id, row[layout.TASK], _day_or_none(row[layout.DUE]), row)
            _add_task(id, row, told, findings)
    return tuple(listed.values())


def _add_task(id: str, row: Row, told: Told, findings: Findings) -> None:
    values: dict[str, Any] = {"task": id}
    cells = {"task": row.at(layout.CODE)}
    for title, name in layout.TASK_FIELDS.items():
        at, text = row.at(title), row[title]
        cells[name] = at
        if not text or findings.is_spoilt(at):
            continue
        if title == layout.STATUS:
            value: Any = _status(text, at, findings)
        else:
            value = _day(text, at, findings) if title in _DATES else text
        if value is not None:
            values[name] = value
    told.add("tasks", values, cells, row.at(layout.CODE))


def _status(text: str, at: At, findings: Findings) -> Status | None:
    found = _STATUSES.get(unmarked(visible(text)))
    if found is None:
        listed = ", ".join(f"«{word}»" for word in layout.STATUSES.values())
        hint = suggestion(text, layout.STATUSES.values())
        findings.error(at, "không rõ tình trạng", found=f"«{shown(text)}»", expected=f"một trong: {listed}", hint=hint)
    return found


def _day(text: str, at: At, findings: Findings) -> str | None:
    try:
        return PartialDate.parse(visible(text)).iso()
    except ValueError as fault:
        findings.error(at, str(fault), found=f"«{shown(text)}»")
        return None


def read_texts(pages: Pages, told: Told, findings: Findings) -> dict[str, tuple[At, ...]]:
    """Read what is said in words, rows of one point one after the other; return where its paragraphs stand."""
    texts: dict[str, list[str]] = {}
    first: dict[str, Row] = {}
    places: dict[str, tuple[At, ...]] = {}
    section = ""
    for row in pages.rows(layout.TEXTS, _TEXT_TITLES, optional=(layout.SECTION_TITLE,)):
        section = row[layout.SECTION] or section
        found = paragraphs(row[layout.TEXT])
        if found and not section:
            findings.error(row.at(layout.SECTION), "nội dung này không thuộc mục nào", hint="ghi mục, ví dụ I.1")
        elif found and not findings.is_spoilt(row.at(layout.TEXT)):
            first.setdefault(section, row)
            texts.setdefault(section, []).extend(found)
            places[section] = (*places.get(section, ()), *[row.at(layout.TEXT)] * len(found))
    for id, several in texts.items():
        cells = {"section": first[id].at(layout.SECTION), "texts": places[id][0]}
        told.cells |= {
            ("narrative", len(told.data["narrative"]), "texts", one): at for one, at in enumerate(places[id])
        }
        told.add("narrative", {"section": id, "texts": several}, cells, places[id][0])
    return places
