"""Bases, targets, tasks and recipients as rows of their sheets, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.spelling import suggestion, unmarked
from generator.workbook.cell_forms import NOTHING
from generator.workbook.forms import BASES, RECIPIENTS, TARGETS, TASKS, Column
from generator.workbook.places import At, Findings, Origins
from generator.workbook.rows import Row, put, read_record, shown, written_texts

Record = dict[str, Any]
Texts = dict[str, str]

FILE = "Tệp"
"""Stands for the kind of a cited document of which the trích yếu names the data file."""
_ID = TASKS.key.title
_BASIS_TITLE = next(column.title for column in BASES.columns if column.path[-1:] == ("title",))
_NAME = next(column.title for column in TASKS.columns if column.path == ("name",))
_ROW_COLUMNS = tuple(column for column in TASKS.columns if column.path[0] == "rows")
_TASK_COLUMNS = tuple(column for column in TASKS.columns if column.path[0] != "rows")
_PRODUCTS = next(column.title for column in _ROW_COLUMNS if column.path[-1] == "products")
_DAYS = tuple(column.title for column in TASKS.columns if column.path in (("submit_due",), ("issue_due",)))
_SCHEDULE = next(column.title for column in _ROW_COLUMNS if column.path[-1] == "schedule")
_OWN_DAY = f"thời hạn riêng của hàng này ghi ở «{_SCHEDULE}»; nếu là nhiệm vụ khác thì ghi mã mới ở hàng này"
_UNITS = tuple(column.title for column in TASKS.columns if column.path[-1] in ("lead", "support"))


def basis_texts(bases: Sequence[Record]) -> Iterator[Texts]:
    """Yield the rows of the bases; the trích yếu holds what is no part of a citation: words, a file."""
    for number, basis in enumerate(bases, start=1):
        shaped = basis
        if "text" in basis:
            shaped = {**basis, "citation": {"title": basis["text"]}}
        elif "document" in basis:
            shaped = {**basis, "citation": {"type": FILE, "title": basis["document"]}}
        yield {BASES.key.title: str(number), **written_texts(shaped, BASES.columns)}


def read_bases(rows: Iterable[Row], findings: Findings, origins: Origins) -> list[Record]:
    """Return the bases of the rows; a row with nothing but its number is none."""
    found = []
    for row in rows:
        basis = read_record(row, BASES.columns, findings, origins)
        origins.of(basis)[""] = row.at(_BASIS_TITLE)
        citation = basis.get("citation", {})
        if set(citation) == {"title"}:
            basis["text"] = basis.pop("citation")["title"]
            origins.of(basis)["text"] = origins.of(citation)["title"]
        elif set(citation) == {"type", "title"} and unmarked(citation["type"]) == unmarked(FILE):
            basis["document"] = basis.pop("citation")["title"]
            origins.of(basis)["document"] = origins.of(citation)["title"]
        elif citation:
            origins.of(citation)["type"] = row.at("Loại văn bản")
        if basis:
            found.append(basis)
    return found


def recipient_texts(recipients: Sequence[Record]) -> Iterator[Texts]:
    """Yield the rows of the recipients."""
    return (written_texts(one, RECIPIENTS.columns) for one in recipients)


def read_recipients(rows: Iterable[Row], findings: Findings, origins: Origins) -> list[Record]:
    """Return the recipients of the rows."""
    return [read_record(row, RECIPIENTS.columns, findings, origins) for row in rows]


def target_texts(targets: Sequence[Record]) -> Iterator[Texts]:
    """Yield the rows of the targets."""
    return (written_texts(one, TARGETS.columns) for one in targets)


def read_targets(rows: Iterable[Row], findings: Findings, origins: Origins) -> list[Record]:
    """Return the targets of the rows; a share may stand with its sign where the unit is %."""
    titles = {column.path[-1]: column.title for column in TARGETS.columns}
    figures = [titles[name] for name in ("value", "last_year", "assigned")]
    found = []
    for row in rows:
        if row[titles["unit"]] == "%":
            plain = {title: row[title].removesuffix("%").rstrip() for title in figures}
            row = Row({**row.texts, **plain}, row.sheet, row.number, row.columns)
        found.append(read_record(row, TARGETS.columns, findings, origins))
    _require_ids(found, [row.at(TARGETS.key.title) for row in rows], "chỉ tiêu", findings)
    return found


def task_texts(tasks: Sequence[Record]) -> Iterator[Texts]:
    """Yield the rows of the tasks: the first of a task bears its identity, those after it only what is their own."""
    for task in tasks:
        rows: list[Record] = [{"rows": row} for row in task.get("rows", ())]
        for place in range(max(1, len(rows))):
            own, row = {} if place else task, rows[place] if rows else {}
            texts = written_texts(own, _TASK_COLUMNS) | written_texts(row, _ROW_COLUMNS)
            if row and _PRODUCTS not in texts:
                texts[_PRODUCTS] = NOTHING
            yield texts


def read_tasks(rows: Sequence[Row], units: Mapping[str, str], findings: Findings, origins: Origins) -> list[Record]:
    """Return the tasks of the rows; ``units`` are the names that may stand in the columns of units, folded to written.

    Faults: a repeated identity, a further row that says something else of its task, a row without product.
    """
    tasks: list[Record] = []
    first: list[Row] = []
    for row in rows:
        if row[_ID] or not tasks or (row.columns and _ID not in row.columns and row[_NAME]):
            tasks.append(read_record(row, _TASK_COLUMNS, findings, origins))
            first.append(row)
        else:
            _hold_to(first[-1], row, findings)
        _add_row(tasks[-1], row, findings, origins)
        _require_units(row, units, findings)
    _require_ids(tasks, [row.at(_ID) for row in first], "nhiệm vụ", findings)
    return tasks


def _add_row(task: Record, row: Row, findings: Findings, origins: Origins) -> None:
    if not any(row[column.title] for column in _ROW_COLUMNS):
        return
    made: Record = {}
    origins.of(made).update({"": row.at(_PRODUCTS)})
    for column in _ROW_COLUMNS:
        own = Column(column.title, column.path[1:], column.form, column.note, column.example)
        text = row[column.title]
        put(
            made,
            own,
            "" if column.title == _PRODUCTS and text == NOTHING else text,
            row.at(column.title),
            findings,
            origins,
        )
    if not row[_PRODUCTS] and (_PRODUCTS in row.columns or not row.columns):
        hint = f"ghi sản phẩm; nếu hàng không có sản phẩm riêng thì ghi dấu {NOTHING}"
        findings.error(
            row.at(_PRODUCTS), f"thiếu «{_PRODUCTS}»", found="để trống", expected="ít nhất một sản phẩm", hint=hint
        )
    task.setdefault("rows", []).append(made)


def _hold_to(first: Row, row: Row, findings: Findings) -> None:
    """Refuse what a further row says of the task otherwise than its first one; another name is a lost identity."""
    name = row[_NAME]
    if name and name != first[_NAME] and not findings.is_spoilt(row.at(_NAME)):
        findings.error(
            row.at(_ID), f"thiếu mã nhiệm vụ: hàng này ghi nhiệm vụ khác nhiệm vụ ở hàng {first.number}",
            found=f"«{shown(name)}»", expected="mã riêng, ví dụ NV01",
            hint="ghi mã; nếu là hàng tiếp theo của nhiệm vụ trên thì để trống tên nhiệm vụ",
        )  # fmt: skip
        return
    for column in _TASK_COLUMNS:
        text = row[column.title]
        if text and text != first[column.title]:
            findings.error(
                row.at(column.title),
                f"hàng không mã là hàng tiếp theo của nhiệm vụ ở hàng {first.number} nhưng «{column.title}» ghi khác",
                found=f"«{shown(text)}»",
                expected="để trống",
                hint=_OWN_DAY if column.title in _DAYS else "nếu là nhiệm vụ mới thì ghi mã mới",
            )


def _require_units(row: Row, units: Mapping[str, str], findings: Findings) -> None:
    for title in _UNITS if units else ():
        for line in filter(None, map(str.strip, row[title].split("\n"))):
            if unmarked(line) not in units:
                findings.error(
                    row.at(title),
                    f"{title}: không có đơn vị này trong danh mục",
                    found=f"«{shown(line)}»",
                    expected="tên đơn vị ở trang Danh mục",
                    hint=suggestion(line, units.values()) or "nếu tên đúng thì thêm vào cột Đơn vị của trang Danh mục",
                )


def _require_ids(records: Sequence[Record], places: Sequence[At], what: str, findings: Findings) -> None:
    seen: dict[str, At] = {}
    folded: dict[str, str] = {}
    for record, at in zip(records, places, strict=True):
        identity = record.get("id")
        if identity is None and (at.column or not at.row):
            findings.error(at, f"thiếu mã {what}", found="để trống", expected="mã riêng, ví dụ NV01 hoặc CT01")
        elif identity is not None and identity in seen:
            findings.error(
                at, f"mã {what} «{identity}» đã dùng ở ô {seen[identity]}", expected="mỗi mã chỉ dùng một lần",
                hint="đặt mã khác; nếu là hàng tiếp theo của cùng nhiệm vụ thì để trống mã",
            )  # fmt: skip
        elif identity is not None:
            seen[identity] = at
            other = folded.setdefault("".join(filter(str.isalnum, unmarked(str(identity)))), identity)
            if other != identity:
                findings.warning(
                    at, f"mã {what} «{identity}» chỉ khác mã «{other}» ở ô {seen[other]} về chữ hoa, dấu, khoảng trắng",
                    hint="nếu là một thì ghi giống nhau; hàng tiếp theo của cùng nhiệm vụ thì để trống mã",
                )  # fmt: skip
